"""Type words that begin with a capital: where mentions begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ingest.citations.cues import cue, hints, kind_of, type_group
from ingest.text import Text
from ontology.fold import unaccented
from ontology.types import type_of_code, type_word, types

_NEAR = 44
_WORD = 12
_COUNT = r"(?= {1,2}(?:số:? {0,2})?[0-9])"


class Anchor(NamedTuple):
    """A type word: where it stands and the type it names."""

    start: int
    end: int
    kind: str


def anchors_of(text: Text) -> list[Anchor]:
    """All type words of `text` that begin with a capital, and codes that stand for one before a number,
    in text order.

    >>> [(a.kind, a.start) for a in anchors_of(Text("a.txt", "Kế hoạch này, kế hoạch khác, CHỈ THỊ"))]
    [('kế hoạch', 0), ('chỉ thị', 29)]
    """
    flow, limit = text.flow, len(text)
    found = []
    reached = 0
    matches = [match for pattern in _capital_types() for match in pattern.finditer(flow)]
    for match in sorted(matches, key=re.Match.start):
        start, end = match.span()
        if start < reached:  # inside a longer one: "Thông báo Kết luận"
            continue
        reached = end
        if (start and flow[start - 1].isalnum()) or (end < limit and flow[end].isalnum()):
            continue
        if match[0] == "LUẬT" and cue("no_law").search(text.folded, max(0, start - _WORD), start):
            continue
        code = match[0] in type_group("abbreviated")
        found.append(Anchor(start, end, _of_code(match[0]) if code else kind_of(match[0])))
    return found


@cache
def _of_code(code: str) -> str:
    """The type that a code in a type word's place names."""
    return type_of_code(code) or code.lower()


def type_before(
    text: Text, pos: int, anchors: Sequence[Anchor] = (), starts: Sequence[int] = ()
) -> Anchor | None:
    """The type word that stands right before `pos`, "số" between them or not; None if none does.

    `anchors` with their `starts`, if given, are looked at first. The code of a type stands for its word,
    and a word whose accents are wrong is taken for the one meant.

    >>> type_before(Text("a.txt", "theo nghị quyết số 5"), 19)
    Anchor(start=5, end=15, kind='nghị quyết')
    >>> type_before(Text("a.txt", "theo QĐ số 5"), 11), type_before(Text("a.txt", "Kêt luân số 5"), 12)
    (Anchor(start=5, end=7, kind='quyết định'), Anchor(start=0, end=8, kind='kết luận'))
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
    gap = cue("number_word_end").search(window, len(window.rstrip(hints("number_word_letters")[0])))
    end = gap.start() if gap else len(window)
    last = window.rfind(" ", 0, end)
    if window[last + 1 : end] in _last_words():
        for match in type_word().finditer(window):
            if match.end() == end:
                return Anchor(floor + match.start(), floor + end, kind_of(match[0]))
    code = text.flow[floor + last + 1 : floor + end]
    if code in type_group("abbreviated"):
        return Anchor(floor + last + 1, floor + end, _of_code(code))
    return _misspelt_before(window, floor, last, end)


def _misspelt_before(window: str, floor: int, last: int, end: int) -> Anchor | None:
    """The type word of two words or more that ends at `end` of the `window`, whatever its accents."""
    forms = _unaccented_forms().get(unaccented(window[last + 1 : end]))
    if forms is None:
        return None
    letters = unaccented(window[:end])
    for plain, form in forms:
        start = end - len(plain)
        if letters.endswith(plain) and not letters[max(0, start - 1) : start].isalnum():
            return Anchor(floor + start, floor + end, kind_of(form))
    return None


@cache
def _unaccented_forms() -> dict[str, list[tuple[str, str]]]:
    """The type words of several words without accents, longest first, by their last word."""
    found: dict[str, list[tuple[str, str]]] = {}
    for form in sorted(types(), key=len, reverse=True):
        if " " in form:
            plain = unaccented(form)
            found.setdefault(plain.split()[-1], []).append((plain, form))
    return found


@cache
def _last_words() -> frozenset[str]:
    return frozenset(form.split()[-1] for form in types())


@cache
def _capital_types() -> tuple[re.Pattern[str], ...]:
    """The type words by their first letter, longest first.

    Patterns that begin with a fixed letter together cost less than one that tries all letters.
    """
    by_letter: dict[str, list[str]] = {}
    for form in sorted(types(), key=lambda form: (-len(form), form)):
        by_letter.setdefault(form[0].upper(), []).append(re.escape(form[1:]).replace(r"\ ", "[ ]+"))
    codes: dict[str, list[str]] = {letter: [] for letter in by_letter}
    for code in sorted(type_group("abbreviated"), key=len, reverse=True):
        codes[code[0]].append(code[1:])
    return tuple(
        re.compile(rf"{letter}(?:(?i:{'|'.join(rests)})|(?:{'|'.join(codes[letter]) or '(?!)'}){_COUNT})")
        for letter, rests in by_letter.items()
    )
