"""The names that a document gives to directives: "sau đây gọi tắt là Nghị quyết 25", "… (Đề án 06)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ingest.citations.anchors import Anchor
from ingest.citations.cues import family, hints, pattern, plain
from ingest.citations.mention import Mention
from ingest.text import Span, Text
from ontology.numbers import Number, parse
from ontology.types import type_at

_NAMES = 100
LAST_NUMBER = re.compile(r"[0-9]{1,4}[a-z]?$")


@dataclass(frozen=True, slots=True)
class GivenName:
    """A name that the document gives: where it introduces it, folded, and whose it is (None: its own)."""

    start: int
    end: int
    name: str
    meant: Mention | None


def given_names(
    text: Text, anchors: Sequence[Anchor], full: Sequence[Mention], introduced: Sequence[Span]
) -> tuple[GivenName, ...]:
    """The names that `text` gives to the directives of `full`, with those in brackets last; both in text order.

    `anchors` are its type words, `full` its mentions in full, `introduced` what `introductions` finds.
    """
    starts = [mention.start for mention in full]
    return (
        *_introduced(text, full, starts, introduced),
        *islice(_in_brackets(text, anchors, full, starts), _NAMES),
    )


def _introduced(
    text: Text, full: Sequence[Mention], starts: Sequence[int], introduced: Sequence[Span]
) -> Iterator[GivenName]:
    for span in introduced[:_NAMES]:
        name = plain(text.flow[slice(*span)]).strip(" \"'")
        kind = type_at(name, 0)
        if kind:
            yield GivenName(*span, name, _named_so(kind[0], span[0], full, starts))


def _in_brackets(
    text: Text, anchors: Sequence[Anchor], full: Sequence[Mention], starts: Sequence[int]
) -> Iterator[GivenName]:
    """The names with a number that stand in brackets behind what they are short for."""
    for anchor in anchors:
        if not text.flow.startswith("(", anchor.start - 1):
            continue
        match = pattern("bracketed_name").match(text.folded, anchor.start - 1)
        meant = _named_so(anchor.kind, anchor.start, full, starts) if match else None
        if match and meant and _shortens(text, match[0], anchor, meant):
            yield GivenName(anchor.start, match.end() - 1, plain(match[0].strip("()")), meant)


def _shortens(text: Text, name: str, anchor: Anchor, meant: Mention) -> bool:
    """Whether a bracketed name of this type is short for the directive of its own sentence."""
    between = text.folded[meant.end : anchor.start]
    if not (meant.type and family(meant.type) & family(anchor.kind)) or ". " in between:
        return False
    number = LAST_NUMBER.search(name.rstrip(")"))
    short = parse(number[0]) if number else None
    return short is not None and (meant.kind == "named" or abbreviates(short, meant))


def _named_so(kind: str, pos: int, full: Sequence[Mention], starts: Sequence[int]) -> Mention | None:
    """The mention that gets a name of this type at `pos`: the nearest before it, by type and number."""
    at = bisect_left(starts, pos)
    near = [m for m in full[max(0, at - 8) : at] if pos - 600 < m.start and m.end <= pos]
    alike = [m for m in near if m.type and family(m.type) & family(kind)]
    best = [m for m in alike if m.kind == "numbered"] or alike or near
    return best[-1] if best else None


def abbreviates(number: Number, mention: Mention) -> bool:
    """Whether a bare number is short for a mention's."""
    full = mention.full
    return (
        full is not None
        and (full.order, full.letter) == (number.order, number.letter)
        and number.year in (None, full.year)
        and bool(full.code or full.suffixes)
    )


def introductions(text: Text) -> list[Span]:
    """The names that `text` gives ("sau đây gọi tắt là …"), in text order: they are no mentions there.

    >>> text = Text("a.txt", "Kết luận số 9-KL/TU (sau đây gọi tắt là Kết luận 9), các xã")
    >>> [text.flow[start:end] for start, end in introductions(text)]
    ['Kết luận 9']
    """
    found: list[Span] = []
    folded, verbs = text.folded, hints("naming")
    for first in {verb.partition(" ")[0] for verb in verbs}:
        at = folded.find(first)
        while at >= 0:
            match = pattern("introduces").match(folded, at) if folded.startswith(verbs, at) else None
            if match:
                found.append(match.span(1))
            at = folded.find(first, at + len(first))
    return sorted(found)
