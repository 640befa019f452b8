"""Numbers that measure an objective: "ít nhất 90%", "tối thiểu 02 mô hình", "trồng mới 5.000 ha".

A share counts wherever it is stated; a count or an amount only where words compare it, set it as a
goal, ask it of each of a group, or say that it is to be made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.targets.figures import DIGIT, LEFT, ahead, amount, compared, compares, doubtful, numbers, numeral
from ingest.targets.standing import behind, bounds, conditional, describes, likewise, standing
from ingest.targets.units import Unit, counts_wholes, unit_at
from ingest.targets.uses import use
from ingest.text import Span
from ontology.load import document

_NEAR = 20
_REACH = 80
_PHRASE = 500
_FEW = 3
_TOTAL = 5
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
    return DIGIT.search(folded, *span) is not None or compares(folded[slice(*span)])


def measures(folded: str, clause: Span, year: int | None = None) -> Iterator[Measure]:
    """The measures of one clause of the `folded` view, in order; `year` is the document's."""
    taken, stood = clause[0], -1
    before: Measure | None = None
    for match in numbers(folded, clause):
        if match.start() < taken:
            continue
        left = folded[max(taken, match.start() - LEFT) : match.start()]
        if behind(left, year) or (stood >= 0 and likewise(folded[stood : match.start()])):
            taken = stood = match.end()
            continue
        if _starts_from(folded, match, left, clause) or bounds(left):
            taken = match.end()
            continue
        between = folded[max(before.end, match.start() - 2 * _LIST_REACH) : match.start()] if before else ""
        joined = before is not None and _joined(between)
        if match.lastgroup == "sign":
            found = _share(folded, match, left, clause)
        elif before and before.unit is None and not _apart(folded, match, clause, between):
            found = None  # a count in what a share says ("100% xã có ít nhất 01 …") measures nothing
        else:
            listed = joined or (before is not None and _alike(folded, match, clause, before, between))
            shared = before.comparator if joined and before and before.unit else "="
            found = _count(folded, match, left, clause, listed, shared)
        if found is None:
            stood = match.end() if standing(left) else stood
        else:
            alike = joined and found.comparator == "=" and found.start == found.at
            alike = alike and before is not None and not (found.unit is None and before.unit)
            if alike and before and not use("apart")[0].pattern.search(between):
                found = found._replace(comparator=before.comparator)
            yield found
            taken, before = found.end, found


def _starts_from(folded: str, match: re.Match[str], left: str, clause: Span) -> bool:
    """Whether a number is only what an objective starts from: "tăng từ 4,2% năm 2020 lên 4,6%"."""
    if not left.rstrip().endswith(document("targets")["from"]):
        return False
    return (
        use("baseline")[0].pattern.match(folded[match.end() : min(match.end() + _REACH, clause[1])])
        is not None
    )


def _apart(folded: str, match: re.Match[str], clause: Span, between: str) -> bool:
    """Whether a number after a share measures something of its own."""
    if _anew(between) or _spread(folded, match, clause)[1]:
        return True
    if not between.rstrip().endswith(tuple(document("targets")["also"])):
        return False
    unit = unit_at(folded, match.end(), clause[1])
    return unit is not None and unit.name in document("targets")["places"] and _reached(folded, unit, clause)


def _reached(folded: str, unit: Unit, clause: Span) -> bool:
    """Whether what is counted is to reach something: "12 xã đạt chuẩn"."""
    return use("reached")[0].pattern.match(ahead(folded, unit.span[1], clause)) is not None


def _anew(between: str) -> bool:
    """Whether words after a share begin something else that is counted: ", mỗi thư viện ít nhất", ", tối thiểu"."""
    comma = between.rfind(",")
    if comma < 0:
        return False
    if not between[: between.find(",")].strip():  # the share says nothing behind it
        return True
    words = between[comma + 1 :]
    comparator, length, _ = compared(words)
    told = words[: len(words) - length]
    if not told.strip() and comparator != "=":
        return True
    words = told if told.strip() else words
    return any(use(name)[0].pattern.search(words) for name in ("part", "each", "makes", "amount"))


def _joined(between: str) -> bool:
    """Whether words between two numbers only join what they count ("trên 80% chi bộ, 75% chi hội")."""
    if len(between) > _LIST_REACH or not use("joins")[0].pattern.search(between):
        return False
    part = use("apart")[0].pattern.search(between)
    words = between[: part.start()] if part else between
    return not (use("strong")[0].pattern.search(words) or use("weak")[0].pattern.search(words))


def _alike(folded: str, match: re.Match[str], clause: Span, before: Measure, between: str) -> bool:
    """Whether a number measures one more thing in the unit of the number before: ", khách quốc tế 250 lượt"."""
    if before.unit is None or match.lastgroup != "count":
        return False
    if not (use("named")[0].pattern.search(between) or between.rstrip().endswith(",")):
        return False
    unit = unit_at(folded, match.end(), clause[1])
    if unit is None or not unit.name:
        return False
    over = "/" in folded[slice(*before.unit)]
    return over == ("/" in folded[slice(*unit.span)]) and (
        over or folded[slice(*before.unit)].endswith(unit.name)
    )


def _share(folded: str, match: re.Match[str], left: str, clause: Span) -> Measure | None:
    if use("not")[0].pattern.search(left) or left.endswith("("):
        return None
    after = ahead(folded, match.end(), clause)
    if conditional(left, after) or use("if so much")[0].pattern.match(after):
        return None
    comparator, words, _ = compared(left)
    at, end = match.start(), match.end()
    spread = use("range")[0].pattern.match(folded[end - 1 : min(end + _NEAR, clause[1])])
    if spread:
        end = end + spread.end()
    end = _with_rate(folded, end, clause)
    if comparator == "=":
        comparator = _open_to(ahead(folded, end, clause), left) or (">=" if spread else "=")
    return Measure(at - words, at, end, amount(match["count"]), None, comparator)


def _with_rate(folded: str, end: int, clause: Span) -> int:
    """The end of "8%" or "8%/năm"."""
    rate = use("per")[0].pattern.match(folded[end : min(end + _NEAR, clause[1])])
    return end + rate.end() if rate else end


def _count(
    folded: str, match: re.Match[str], left: str, clause: Span, listed: bool, shared: str
) -> Measure | None:
    """A count, where it measures; `listed`: as the one before, whose comparison is `shared`."""
    at, end, worded = match.start(), match.end(), match.lastgroup == "word"
    after, shares = _spread(folded, match, clause)
    if shares:
        end = _with_rate(folded, after + 1, clause)
        return Measure(at - compared(left)[1], at, end, amount(match["count"]), None, ">=")
    unit = unit_at(folded, after, clause[1])
    times = unit is not None and (
        unit.name in document("targets")["points"] or _times(folded, at, after, clause)
    )
    if unit is None or not _countable(folded, match, unit, times):
        return None
    comparator, words, marked = compared(left)
    if after > end and comparator == "=":
        comparator = ">="
    if match.lastgroup == "total":
        ranked = left.rstrip().endswith(tuple(document("targets")["ranks"]))
        return None if ranked else _part(match, unit, at - words, comparator)
    stop = _upper(folded, unit, clause)
    if not times and describes(folded, at, unit, clause, left):
        return None
    if comparator == "=":
        comparator = ">=" if stop else _open_to(ahead(folded, unit.span[1], clause), left) or "="
    told = times or (marked and (comparator != "=" or not worded))
    made = None if told else _made(folded, clause, at, unit, left)
    if told or listed:
        if not (times or unit.name or comparator != "=" or shared != "="):
            return None
    elif made is None or not (made or unit.name):
        return None
    words = words or made or 0
    if not (times or unit.rated) and _of_rate(folded, clause, at, left[: len(left) - words]):
        return None
    if worded and not listed and comparator == "=":
        return None
    value = numeral(match["word"]) if worded else amount(match["count"])
    return Measure(at - words, at, stop or unit.span[1], value, unit.span, comparator)


def _countable(folded: str, match: re.Match[str], unit: Unit, times: bool) -> bool:
    """Whether a number may measure: no time or repetition, and nothing that says two things ("1,000 hộ")."""
    if doubtful(match[0]) and counts_wholes(folded[slice(*unit.span)]):
        return False
    return unit.measured or times or match.lastgroup == "total"


def _upper(folded: str, unit: Unit, clause: Span) -> int | None:
    """The end of a range whose unit is said twice: "từ 02 ha đến 05 ha"."""
    found = use("to")[0].pattern.match(ahead(folded, unit.span[1], clause))
    if found is None:
        return None
    other = unit_at(folded, unit.span[1] + found.end(), clause[1])
    return other.span[1] if other and unit.name and other.name == unit.name else None


def _spread(folded: str, match: re.Match[str], clause: Span) -> tuple[int, bool]:
    """(the end of a number, or of the range that it opens: "4 - 5", whether the range is one of shares)."""
    end = match.end()
    found = use("range")[0].pattern.match(folded[end : min(end + _NEAR, clause[1])])
    if found is None or match.lastgroup == "word":
        return end, False
    return end + len(found[0].rstrip()), folded.startswith("%", end + found.end())


def _times(folded: str, at: int, end: int, clause: Span) -> bool:
    """Whether a number says how much something grows: "gấp 1,5 lần"."""
    start = max(clause[0], at - LEFT)
    found = use("times")[0].pattern.search(folded[start : min(end + _NEAR, clause[1])])
    return found is not None and found.start("of") <= at - start < found.end("of")


def _part(match: re.Match[str], unit: Unit, start: int, comparator: str) -> Measure | None:
    """Some of all: "8/10 xã"; what has no known unit is a day or a ratio, "trên 2/3 hội viên" a fraction."""
    total = int(match["total"])
    if not unit.name or total < amount(match["count"]) or (comparator != "=" and total < _TOTAL):
        return None
    return Measure(start, match.start(), unit.span[1], amount(match["count"]), unit.span, comparator)


def _of_rate(folded: str, clause: Span, at: int, told: str) -> bool:
    """Whether the phrase before a number tells of a rate, so that a count in it measures nothing.

    `told` are the words before those that compare it: a verb ends the phrase, a comma may stand in a list.
    """
    begin = max(clause[0], at - _PHRASE)
    phrase = max(folded.rfind(",", begin, at) + 1, begin)
    if use("rate")[0].pattern.search(folded, phrase, at):
        return True
    ends = any(use(name)[0].pattern.search(told) for name in ("each", "makes"))
    return not ends and use("rate")[0].pattern.search(told) is not None


def _made(folded: str, clause: Span, at: int, unit: Unit, left: str) -> int | None:
    """How many characters before an uncompared count its verb begins, if it is asked of each or to be made."""
    words = document("targets")
    if left.rstrip().endswith(tuple(words["averages"])):
        return 0
    if (
        "/" in folded[slice(*unit.span)]
        and unit.name not in words["money"]
        and left.rstrip().endswith(words["holds"])
    ):
        return 0
    if unit.name in words["times"] or (not unit.name and left.rstrip().endswith(tuple(words["carried_out"]))):
        return None
    money = unit.name in words["money"]
    found = use("raises" if money else "makes")[0].pattern.search(left)
    if found is None and unit.name in words["sizes"]:
        found = use("makes so much")[0].pattern.search(left)
    there = use("makes there")[0].pattern.search(left) if unit.name in words["places"] else None
    found = found or there
    verb = len(found[0].lstrip(" ,+-")) if found else None
    if not money and use("each")[0].pattern.search(folded, max(clause[0], at - _PHRASE), at):
        return verb or 0
    after = ahead(folded, unit.span[1], clause)
    reached = _reached(folded, unit, clause)
    if not left.strip(" -+"):
        return 0 if unit.rated or reached else None
    if reached and left.rstrip().endswith(tuple(words["also"])):
        return 0
    loose = unit.name in words["gathered"] and not (
        unit.name in words["gathered_alone"] and unit.span[1] - unit.span[0] > len(unit.name)
    )
    if (loose and not (reached or there)) or use("known")[0].pattern.match(after):
        return None
    return verb


def _open_to(after: str, left: str) -> str | None:
    """Which way the value is open: "98% trở lên", "từ 98% hồ sơ trở lên", "5% trở xuống"; None if it is not."""
    found = use("right")[0].pattern.match(after)
    if found is None:
        return None
    way = "<=" if found["down"] else ">="
    between = found["between"]
    if not between or left.rstrip().endswith(document("targets")["from"]):
        return way
    near = "," not in between and len(between.split()) <= _FEW
    return way if near and not use("graded")[0].pattern.search(between) else None
