"""Type words that begin with a capital: where mentions begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ingest.citations.cues import hints, kind_of, pattern, type_group
from ingest.text import Text
from ontology.fold import unaccented
from ontology.load import spelling
from ontology.types import LAW, type_of_code, types

_NEAR = 44
_WORD = 12
_LAW = LAW.upper()
_COUNT = rf"(?= {{1,2}}(?:{spelling('number')}:? {{0,2}})?[0-9])"


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
    flow, folded = text.flow, text.folded
    found = []
    reached = 0
    for start, end in sorted([match.span() for typed in _capital_types() for match in typed.finditer(flow)]):
        if start < reached:  # inside a longer one: "Thông báo Kết luận"
            continue
        reached = end
        if flow[start - 1 : start].isalnum() or flow[end : end + 1].isalnum():
            continue
        word = flow[start:end]
        if word == _LAW and pattern("no_law").search(folded, max(0, start - _WORD), start):
            continue
        found.append(Anchor(start, end, _kind_of(word)))
    return found


@lru_cache(maxsize=1024)
def _kind_of(word: str) -> str:
    """The type that a type word, or a code in its place, names."""
    return _of_code(word) if word in type_group("abbreviated") else kind_of(word)


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
    if at >= 0 and pos - anchors[at].end < _NEAR and _leads_to_number(text.folded[anchors[at].end : pos]):
        return anchors[at]
    floor = max(0, pos - _NEAR)
    window = text.folded[floor:pos]
    end, last = len(window), window.rfind(" ")
    if window[last + 1 :] not in _forms_by_end():
        gap = pattern("number_word_end").search(window, len(window.rstrip(hints("number_word_letters")[0])))
        end = gap.start() if gap else end
        last = window.rfind(" ", 0, end)
    word = window[last + 1 : end]
    if not word.isalpha():
        return None
    for first, form in _forms_by_end().get(word, ()):
        start = window.rfind(first, 0, end)
        if form.fullmatch(window, max(0, start), end):
            return Anchor(floor + start, floor + end, kind_of(window[start:end]))
    code = text.flow[floor + last + 1 : floor + end]
    if code in type_group("abbreviated"):
        return Anchor(floor + last + 1, floor + end, _of_code(code))
    return _misspelt_before(window, floor, last, end)


@lru_cache(maxsize=1024)
def _leads_to_number(between: str) -> bool:
    """Whether nothing but "số" and the like stands between a type word and its number."""
    return pattern("number_word").fullmatch(between) is not None


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
def _forms_by_end() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """The first word and a pattern of each type word, longest first, by their last word."""
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for form in sorted(types(), key=len, reverse=True):
        words = form.split()
        pattern = re.compile(r"(?<!\w)" + "[ ]+".join(map(re.escape, words)))
        found.setdefault(words[-1], []).append((words[0], pattern))
    return found


@cache
def _capital_types() -> tuple[re.Pattern[str], ...]:
    """The type words by their first letter, longest first.

    Patterns that begin with a fixed letter together cost less than one that tries all letters; and what
    follows is tried only if it has the right second letter.
    """
    rests: dict[str, dict[str, list[str]]] = {}
    for form in sorted(types(), key=lambda form: (-len(form), form)):
        seconds = rests.setdefault(form[0].upper(), {})
        seconds.setdefault(form[1], []).append(re.escape(form[2:]).replace(r"\ ", "[ ]+"))
    codes: dict[str, list[str]] = {letter: [] for letter in rests}
    for code in sorted(type_group("abbreviated"), key=len, reverse=True):
        codes[code[0]].append(code[1:])
    patterns = []
    for letter, seconds in rests.items():
        ways = [f"[{second}{second.upper()}](?i:{'|'.join(ends)})" for second, ends in seconds.items()]
        ways += [f"(?:{'|'.join(codes[letter])}){_COUNT}"] if codes[letter] else []
        patterns.append(re.compile(f"{letter}(?:{'|'.join(ways)})"))
    return tuple(patterns)
