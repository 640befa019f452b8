"""Type words that begin with a capital: where mentions begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.cues import cue, kind_of
from ingest.text import Text
from ontology.types import type_word, types

_NEAR = 44


@dataclass(frozen=True, slots=True)
class Anchor:
    """A type word: where it stands and the type it names."""

    start: int
    end: int
    kind: str


def anchors_of(text: Text) -> list[Anchor]:
    """All type words of `text` that begin with a capital, in text order.

    >>> [(a.kind, a.start) for a in anchors_of(Text("a.txt", "Kế hoạch này, kế hoạch khác, CHỈ THỊ"))]
    [('kế hoạch', 0), ('chỉ thị', 29)]
    """
    flow, limit = text.flow, len(text)
    found = []
    for match in _capital_types().finditer(flow):
        start, end = match.span()
        if (start and flow[start - 1].isalnum()) or (end < limit and flow[end].isalnum()):
            continue
        found.append(Anchor(start, end, kind_of(match[0])))
    return found


def type_before(
    text: Text, pos: int, anchors: Sequence[Anchor] = (), starts: Sequence[int] = ()
) -> Anchor | None:
    """The type word that stands right before `pos`, "số" between them or not; None if none does.

    `anchors` with their `starts`, if given, are looked at first.

    >>> type_before(Text("a.txt", "theo nghị quyết số 5"), 19)
    Anchor(start=5, end=15, kind='nghị quyết')
    """
    at = bisect_right(starts, pos) - 1
    if (
        at >= 0
        and pos - anchors[at].end < _NEAR
        and cue("number_word").fullmatch(text.folded, anchors[at].end, pos)
    ):
        return anchors[at]
    floor = max(0, pos - _NEAR)
    window = text.folded[floor:pos]
    gap = cue("number_word_end").search(window)
    end = gap.start() if gap else len(window)
    last = window.rfind(" ", 0, end)
    if window[last + 1 : end] not in _last_words():
        return None
    for match in type_word().finditer(window):
        if match.end() == end:
            return Anchor(floor + match.start(), floor + end, kind_of(match[0]))
    return None


@cache
def _last_words() -> frozenset[str]:
    return frozenset(form.split()[-1] for form in types())


@cache
def _capital_types() -> re.Pattern[str]:
    """The type words by their first letter, longest first: one letter is tried at a time."""
    by_letter: dict[str, list[str]] = {}
    for form in sorted(types(), key=lambda form: (-len(form), form)):
        by_letter.setdefault(form[0].upper(), []).append(re.escape(form[1:]).replace(r"\ ", "[ ]+"))
    return re.compile("|".join(f"{letter}(?i:{'|'.join(rests)})" for letter, rests in by_letter.items()))
