"""The title that follows a mention ("… về tăng cường công tác dân vận"), for telling directives apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from ingest.citations.cues import pattern, plain
from ingest.citations.mention import Mention
from ingest.text import Text
from ontology.load import document

_LONGEST = 400
_BLANK = re.compile(r"\n[ \t]*\n\s*")


def title_after(
    text: Text, pos: int, following: Sequence[Mention] = (), limit: int | None = None
) -> str | None:
    """The title that begins at `pos` of the views, in one line without quotes; None if none does.

    It runs over the directives that it names (the next mentions of the text, `following`), to `limit`
    at most.

    >>> title_after(Text("a.txt", "Quyết định số 5/QĐ-UBND về giá đất; Quyết định"), 23)
    'về giá đất'
    """
    begins = pattern("subject_begins").match(text.folded, pos)
    if begins is None or "\n\n" in text.lines[pos : begins.end()]:
        return None
    first = begins.end()
    stop = _paragraph_end(text, first, min(len(text), limit or len(text), first + _LONGEST))
    quoted = text.flow.find('"', first, stop) if '"' in begins[0] else -1
    end = quoted if quoted >= 0 else _end(text, first, following, stop)
    subject = " ".join(text.flow[pos:end].lstrip(" ,").replace('"', " ").split())
    return None if not subject or pattern("no_subject").fullmatch(subject.lower()) else subject


def _paragraph_end(text: Text, pos: int, stop: int) -> int:
    """Where the paragraph at `pos` ends; a blank line before a small letter is a page break in it."""
    for blank in _BLANK.finditer(text.lines, pos, stop):
        if not text.lines[blank.end() : blank.end() + 1].islower():
            return blank.start()
    return stop


def _end(text: Text, pos: int, following: Sequence[Mention], stop: int) -> int:
    """Where a title ends that goes on at `pos`: not where one of the directives that it names is joined
    to another of its kind."""
    ends = pattern("subject_ends").search(text.folded, pos, stop)
    while ends and ends["mention"] is not None:
        joined = [
            other
            for one, other in pairwise(following)
            if _kind(one) == _kind(other)
            and one.end in (ends.start(), ends.start() + 1)
            and other.start > one.end
        ]
        if not joined or joined[0].start > ends.end("mention") or joined[0].end <= pos:
            break
        pos = joined[0].end
        ends = pattern("subject_ends").search(text.folded, pos, stop)
    return ends.start() if ends else stop


def _kind(mention: Mention) -> tuple[str | None, tuple[str, ...]]:
    """The type and the issuer's code: a central directive does not name a province's beside its own."""
    return mention.type, mention.full.suffixes[:1] if mention.full else ()


def alike(one: str | None, other: str | None) -> float | None:
    """How much of the shorter title's words the other holds, 0 to 1; None if one is missing.

    >>> alike("về công tác thanh niên", "về tăng cường công tác thanh niên thời kỳ mới")
    1.0
    """
    first, second = _words(one or ""), _words(other or "")
    if not first or not second:
        return None
    return len(first & second) / min(len(first), len(second))


@lru_cache(maxsize=4096)
def _words(title: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]{2,}", plain(title))
    return frozenset(words) - frozenset(document("citations")["titles"]["small"].split("; "))
