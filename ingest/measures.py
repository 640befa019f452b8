"""Numbers that measure an objective: "ít nhất 90%", "tối thiểu 02 mô hình", "trồng mới 5.000 ha".

A share counts wherever it is stated; a count or an amount only where words compare it, set it as a
goal, ask it of each of a group, or say that it is to be made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ingest.text import Span
from ontology.load import Cue, cues, document

# Begins with a digit, so that a text is scanned at little cost; the first look-behind is its left end.
_COUNT = r"[0-9](?<![\w.,/\-][0-9])(?:[0-9]{0,2}(?:\.[0-9]{3})+|[0-9]{0,12})(?:,[0-9]{1,6}|\.[0-9]{1,2})?"
_DIGIT = re.compile("[0-9]")
_LEFT = 50
_NEAR = 20
_LIST_REACH = 80


class Measure(NamedTuple):
    """One number of a clause, in offsets of the views.

    `start` is where the words that compare it begin, `at` the number itself, `end` is after the unit.
    `unit` is the span of the unit's words; None: per cent.
    """

    start: int
    at: int
    end: int
    value: float
    unit: Span | None
    comparator: str


def measurable(folded: str, span: Span) -> bool:
    """Whether `folded[span]` may hold a measure: a digit, or words that compare."""
    return _DIGIT.search(folded, *span) is not None or _compares(folded[slice(*span)])


def _compares(words: str) -> bool:
    return any(map(words.__contains__, document("targets")["compares"]))


def measures(folded: str, clause: Span) -> Iterator[Measure]:
    """The measures of one clause of the `folded` view, in order."""
    taken = clause[0]
    before: Measure | None = None
    for match in _numbers(folded, clause):
        if match.start() < taken:
            continue
        left = folded[max(taken, match.start() - _LEFT) : match.start()]
        joined = before is not None and _joined(folded[before.end : match.start()])
        if match.lastgroup == "sign":
            found = _share(folded, match, left, clause)
        elif before and before.unit is None:
            found = None  # a count in what a share says ("100% xã có ít nhất 01 …") measures nothing
        else:
            found = _count(folded, match, left, clause, joined)
        if found:
            if joined and before and found.comparator == "=" and found.start == found.at:
                found = found._replace(comparator=before.comparator)
            yield found
            taken, before = found.end, found


def _joined(between: str) -> bool:
    """Whether words between two numbers only join what they count ("trên 80% chi bộ, 75% chi hội")."""
    if len(between) > _LIST_REACH or not use("joins")[0].pattern.search(between):
        return False
    return not (use("strong")[0].pattern.search(between) or use("weak")[0].pattern.search(between))


def use(name: str) -> tuple[Cue, ...]:
    """The cues of `vocab/targets.toml` with this use, in file order."""
    return _by_use()[name]


@cache
def _by_use() -> dict[str, tuple[Cue, ...]]:
    grouped: dict[str, tuple[Cue, ...]] = {}
    for cue in cues("targets").values():
        grouped[cue.facts["use"]] = (*grouped.get(cue.facts["use"], ()), cue)
    return grouped


@cache
def _figures() -> re.Pattern[str]:
    per_cent = document("targets")["per_cent"]
    part = r"/(?P<total>[0-9]{1,4})(?= [^\W\d])"
    return re.compile(rf"(?P<count>{_COUNT})(?:(?P<sign> ?%| {per_cent})|{part}|(?![\w.,/%]))")


@cache
def _numerals() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{'|'.join(document('targets')['numerals'])})(?!\w)")


@cache
def _units() -> re.Pattern[str]:
    words = document("targets")
    unit = "|".join(map(re.escape, sorted(words["units"], key=len, reverse=True)))
    none = "|".join(words["no_units"])
    known = rf"(?P<none>(?:{none})(?!\w))|(?P<unit>(?P<name>{unit})(?!\w)(?: ?/ ?\w+){{0,2}})"
    return re.compile(rf" {{1,4}}(?:{known}|(?P<other>\w+(?: \w+)?))")


def _numbers(folded: str, clause: Span) -> Iterator[re.Match[str]]:
    """The numbers of a clause; those in words only where it compares something."""
    yield from _figures().finditer(folded, *clause)
    if _compares(folded[slice(*clause)]):
        for match in _numerals().finditer(folded, *clause):
            if not folded[match.start() - 1 : match.start()].isalpha():
                yield match


def _share(folded: str, match: re.Match[str], left: str, clause: Span) -> Measure | None:
    if use("not")[0].pattern.search(left) or left.endswith("("):
        return None
    comparator, words, _ = _compared(left)
    at, end = match.start(), match.end()
    spread = use("range")[0].pattern.match(folded[end - 1 : min(end + _NEAR, clause[1])])
    if spread:
        end, comparator = end + spread.end(), ">="
    elif _rises(folded[end : clause[1]], left):
        comparator = ">="
    return Measure(at - words, at, _with_rate(folded, end, clause), _number(match["count"]), None, comparator)


def _with_rate(folded: str, end: int, clause: Span) -> int:
    """The end of "8%" or "8%/năm"."""
    rate = use("per")[0].pattern.match(folded[end : min(end + _NEAR, clause[1])])
    return end + rate.end() if rate else end


def _count(folded: str, match: re.Match[str], left: str, clause: Span, joined: bool) -> Measure | None:
    comparator, words, marked = _compared(left)
    at, worded = match.start(), match.lastgroup == "word"
    after = folded[match.end() : min(match.end() + _NEAR, clause[1])]
    spread = use("range")[0].pattern.match(after)
    if spread and after.startswith("%", spread.end()) and not worded:
        end = _with_rate(folded, match.end() + spread.end() + 1, clause)
        return Measure(at - words, at, end, _number(match["count"]), None, ">=")
    if worded and not (marked and comparator != "="):
        return None
    if use("rate")[0].pattern.search(folded, clause[0], at):
        return None
    unit = _units().match(folded, match.end(), clause[1])
    if match.lastgroup == "total":
        return _part(match, unit, at - words, comparator)
    if unit is None or unit["none"] or not (marked or joined or _asked(folded, clause, at, unit, left)):
        return None
    if unit["other"] and (not marked or comparator == "="):
        return None
    if comparator == "=" and _rises(folded[unit.end() : clause[1]], left):
        comparator = ">="
    value = _numeral(match["word"]) if worded else _number(match["count"])
    return Measure(
        at - words, at, unit.end(), value, unit.span("unit" if unit["unit"] else "other"), comparator
    )


def _part(match: re.Match[str], unit: re.Match[str] | None, start: int, comparator: str) -> Measure | None:
    """Some of all: "8/10 xã"; what has no known unit is a day or a ratio."""
    if unit is None or unit["unit"] is None or int(match["total"]) < _number(match["count"]):
        return None
    span = unit.span("unit")
    return Measure(start, match.start(), unit.end(), _number(match["count"]), span, comparator)


def _asked(folded: str, clause: Span, at: int, unit: re.Match[str], left: str) -> bool:
    """Whether a count without comparing words is asked of each of a group, or is to be made."""
    if use("each")[0].pattern.search(folded, clause[0], at):
        return not unit["other"]
    if not unit["other"] and not left.strip(" -+"):
        return use("reached")[0].pattern.match(folded[unit.end() : clause[1]]) is not None
    made = unit["name"] in document("targets")["amounts"] and use("makes")[0].pattern.search(left)
    return bool(made)


def _compared(left: str) -> tuple[str, int, bool]:
    """(comparator, how many characters before the value its words begin, whether words say so)."""
    for cue in use("left"):
        found = cue.pattern.search(left)
        if found:
            return cue.facts["comparator"], len(left) - found.start(), True
    return "=", 0, False


def _rises(after: str, left: str) -> bool:
    """Whether the value is the least that is asked: "98% trở lên", "từ 98% hồ sơ trở lên"."""
    found = use("right")[0].pattern.match(after)
    return found is not None and (not found["between"] or left.rstrip().endswith(document("targets")["from"]))


def _number(digits: str) -> float:
    """ "1.250" is one thousand two hundred and fifty, "8,5" eight and a half, "0.5" a half.

    >>> _number("1.250"), _number("8,5"), _number("02"), _number("0.5")
    (1250.0, 8.5, 2.0, 0.5)
    """
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        digits = digits.replace(".", "")
    return float(digits.replace(",", "."))


def _numeral(word: str) -> float:
    return float(document("targets")["numerals"].index(word) + 1)
