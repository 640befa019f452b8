"""By when a task is due, and how often it recurs.

A point in time ("quý II năm 2019") counts as a deadline where the words before it say so ("trước",
"chậm nhất", "trong", at the head of a clause "Đến năm 2025, …"), and not where it dates something
else (a cited document, what happened before the paper was issued, the horizon in a title).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from ingest.tasks.needs import holds_one, may_fit
from ingest.text import Span
from ontology.load import Cue, cues, document, spelling

_DIGIT = re.compile("[0-9]")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_UNTIL = f" {spelling('until')} "
_LEFT = 60
_NEAR = 20
_TITLE = 200
_OFTEN = {"halfyearly": "half-yearly", "threemonthly": "quarterly"}


class Deadline(NamedTuple):
    """`value` is an ISO date, "2019-Q2", "2019-05", "2019", or None where the text gives no such point.

    kind: before, by, during or relative. `span` are the words, in offsets of the views.
    """

    value: str | None
    kind: str
    span: Span


class _Point(NamedTuple):
    """A point in time as the words give it; `year` None: left out. `precision`: day, month, quarter, year."""

    start: int
    end: int
    precision: str
    year: str | None
    number: int = 0  # of the month or quarter
    day: int = 0


def may_tell_time(words: str) -> bool:
    """Whether `words` may say by when, or how often: told by a digit, or by one of a few plain words.

    >>> may_tell_time("báo cáo hằng quý"), may_tell_time("tổ chức thực hiện")
    (True, False)
    """
    return _DIGIT.search(words) is not None or holds_one(words, document("deadlines")["times"])


def find_deadline(folded: str, span: Span, issued: str | None) -> Deadline | None:
    """The deadline that `folded[span]` states; the firmest, and of equal ones the first.

    `issued` is the document's date; a deadline lies after it, and a missing year is taken from it.

    >>> find_deadline("báo cáo trước ngày 15/12", (0, 24), "2025-11-20").value
    '2025-12-15'
    >>> find_deadline("rà soát việc phát sinh trước ngày 01/7/2025", (0, 43), "2025-10-28") is None
    True
    """
    return _firmest(folded, span, _points(folded, span), issued)


def _firmest(folded: str, span: Span, points: Sequence[_Point], issued: str | None) -> Deadline | None:
    stated = list(_stated(folded, span, points, issued))
    dated = [deadline for deadline in stated if deadline.value is not None]
    if dated:
        return max(dated, key=lambda deadline: _firmness(folded, deadline))
    relative = _one("relative")
    if may_fit(relative, folded[span[0] : span[1]]):
        found = relative.pattern.search(folded, *span)
        if found:
            return Deadline(None, "relative", found.span())
    return stated[0] if stated else None


def heading_deadline(folded: str, span: Span, issued: str | None = None) -> Deadline | None:
    """The time until which what stands under a heading is set: a year of objectives, a period, an end.

    >>> heading_deadline("mục tiêu cụ thể đến năm 2030", (0, 28)).value
    '2030'
    >>> heading_deadline("việc phải xong trong quý iii năm 2026", (0, 37)).value
    '2026-Q3'
    """
    end = min(span[1], span[0] + _TITLE)
    found = _one("heading").pattern.search(folded[span[0] : end])
    if found:
        return Deadline(found["by"], "by", (span[0] + found.start(), span[0] + found.end("by")))
    if _one("heading's time").pattern.search(folded[span[0] : end]):
        return cell_deadline(folded, (span[0], end), issued)
    return None


def cell_deadline(folded: str, span: Span, issued: str | None) -> Deadline | None:
    """The deadline in a table's cell, where a bare "Quý IV/2022" or "2026" is enough.

    >>> cell_deadline("quý iv/2022", (0, 11), None)
    Deadline(value='2022-Q4', kind='during', span=(0, 11))
    """
    named = _points(folded, span)
    found = _firmest(folded, span, named, issued)
    if found and found.value:
        return found
    for points in (named, _bare_points(folded, span)):
        for point in reversed(points):  # a period ends with its last point
            if _since(folded, span[0], point) or (point.year is None and _yearly(folded, point, span)):
                continue
            value = _value(point, issued) if point.year or point.precision != "year" else None
            if value:
                return Deadline(value, "by" if point.day else "during", (point.start, point.end))
    return found


def _since(folded: str, start: int, point: _Point) -> bool:
    """Whether a point only says from when on: "từ năm 2026", not "từ năm 2026-2030"."""
    if "-" in folded[point.start : point.end]:
        return False
    return _one("since").pattern.search(folded, start, point.start) is not None


def recurrence_in(folded: str, span: Span) -> str | None:
    """How often `folded[span]` has to be done, in text order, joined by ", ".

    >>> recurrence_in("định kỳ 6 tháng, hằng năm báo cáo", (0, 33))
    'half-yearly, yearly'
    >>> recurrence_in("định kỳ báo cáo kết quả", (0, 23))
    'periodic'
    """
    words = folded[span[0] : span[1]]
    found: list[tuple[int, str]] = []
    if holds_one(words, document("deadlines")["periods"]):
        unnumbered = _unnumbered(words)
        for cue in _use("often"):
            if "needs" in cue.facts and not may_fit(cue, words):
                continue
            if unnumbered or cue.facts.get("numbered"):
                for match in cue.pattern.finditer(folded, *span):
                    found += _units(folded, match, span[0])
    if found:
        return ", ".join(dict.fromkeys(name for _, name in sorted(found)))
    return "periodic" if _one("periodic").pattern.search(folded, *span) else None


def _units(folded: str, match: re.Match[str], begin: int) -> Iterator[tuple[int, str]]:
    """Where a recurrence names its units and what they mean, unless it tells of another matter."""
    start, end = match.span()
    left = folded[max(begin, start - _LEFT) : start]
    if _one("not-often").pattern.search(left) or _in_measure(folded, left, (start, end)):
        return
    for unit in _one("unit").pattern.finditer(folded, start, end):
        said = folded[start : unit.start()]
        if said.count("(") == said.count(")"):  # in brackets stands the day
            name = unit.lastgroup or ""
            yield unit.start(), _shorter(folded, match, _OFTEN.get(name, name))


def _in_measure(folded: str, left: str, span: Span) -> bool:
    """Whether a period only says over what time something is measured: "tăng 7,5% mỗi năm"."""
    if _one("so much").pattern.search(left + folded[slice(*span)]):
        return True
    return _one("so long").pattern.match(folded, span[0]) is not None


def _shorter(folded: str, match: re.Match[str], name: str) -> str:
    """The period of what comes so many times in the one named: "2 lần/năm" is half-yearly."""
    rates = document("deadlines")["rates"].get(name)
    if rates is None:
        return name
    start, end = match.span()
    counts = _one("so many").pattern.finditer(folded, max(0, start - _NEAR), end + _NEAR)
    count = next((one for one in counts if one.end() >= start - 2 and one.start() <= end + 1), None)
    if count is None:
        return name
    said = count["many"]
    many = document("deadlines")["numbers"].get(said) or int(said)
    return str(rates.get(str(many), name))


def _unnumbered(words: str) -> bool:
    """Whether `words` name a period that is not a point in time: "hằng quý", not "quý II năm 2025"."""
    return any(word in words and _period(word).search(words) for word in document("deadlines")["periods"])


@cache
def _period(word: str) -> re.Pattern[str]:
    return re.compile(rf"{word}(?!\w| {{0,4}}[0-9])")


@cache
def _use(use: str) -> tuple[Cue, ...]:
    return tuple(cue for cue in cues("deadlines").values() if cue.facts["use"] == use)


@cache
def _one(use: str) -> Cue:
    return _use(use)[0]


@cache
def _shapes(use: str) -> re.Pattern[str]:
    """One pattern for the points that begin with a word ("shape"), or with a digit ("digits")."""
    return re.compile("|".join(f"(?:{cue.pattern.pattern})" for cue in _use(use)))


def _points(folded: str, span: Span) -> list[_Point]:
    """The points in time that `folded[span]` names, in order."""
    matches = [match for use in ("shape", "digits") for match in _shapes(use).finditer(folded, *span)]
    matches.sort(key=re.Match.start)
    points: list[_Point] = []
    for match in matches:
        if points and match.start() < points[-1].end:
            continue
        point = _point(folded, match)
        if point:
            points.append(point)
    return points


def _bare_points(folded: str, span: Span) -> list[_Point]:
    found = []
    for match in _one("cell").pattern.finditer(folded, *span):
        quarter = _ROMAN.get(match["cell_quarter"] or "") or int(match["cell_q"] or 0)
        month = int(match["cell_month"] or 0)
        precision = "quarter" if quarter else "month" if month else "year"
        found.append(_Point(match.start(), match.end(), precision, match["cell_year"], quarter or month))
    return found


def _point(folded: str, match: re.Match[str]) -> _Point | None:
    said = {name: value for name, value in match.groupdict().items() if value is not None}
    start, end = match.span()
    if "day" in said:
        return _Point(start, end, "day", said.get("day_year"), int(said["day_month"]), int(said["day"]))
    if "day_rest" in said:
        day = int(folded[start] + said["day_rest"])
        month = said.get("bare_month") or said["other_month"]
        return _Point(start, end, "day", said.get("bare_year") or said.get("other_year"), int(month), day)
    if "year_rest" in said:
        return _Point(start, end, "year", folded[start] + said["year_rest"])
    if "months" in said:
        months = int(folded[start] + said["months"]) if "months_first" in said else 12
        return _Point(start, end, "month", said.get("months_year"), months)
    if "worded_first" in said or "worded_last" in said:
        start = folded.rfind(" ", 0, start - 1) + 1
        months = document("deadlines")["numbers"][folded[start : match.start()].strip()]
        return _Point(start, end, "month", said.get("worded_year"), months if "worded_first" in said else 12)
    if "month" in said:
        return _Point(start, end, "month", said.get("month_year"), int(said["month"]))
    if "quarter" in said:
        quarter = _ROMAN.get(said["quarter"]) or int(said["quarter"])
        return _Point(start, end, "quarter", said.get("quarter_year"), quarter)
    return _Point(start, end, "year", said.get("year"))


def _stated(folded: str, span: Span, points: Sequence[_Point], issued: str | None) -> Iterator[Deadline]:
    for point in points:
        left = folded[max(span[0], point.start - _LEFT) : point.start]
        mark = _mark(left, point, folded)
        if mark is None:
            continue
        kind, start = mark
        value = _value(point, issued)
        if value and issued and _end(value) < issued:
            continue
        if point.year is None and _yearly(folded, point, span):
            value = None
        elif value is None and (issued or point.year):
            continue  # no such day
        yield Deadline(value, kind, (point.start - len(left) + start, point.end))


def _mark(left: str, point: _Point, folded: str) -> tuple[str, int] | None:
    """The kind of the words before a point in time and where they start in `left`, if they count."""
    for cue in _use("mark"):
        found = cue.pattern.search(left)
        if not found:
            continue
        refused = any(refused.pattern.search(left) for refused in _use("not"))
        if refused and not _one("settles").pattern.search(left):
            return None
        if cue.name != "before" and point.day and point.year is None and folded[point.start].isdigit():
            return None  # "đến 1/3 số hộ"
        if cue.name == "alone":
            if found["end"]:
                return "by", found.start("end")
            return ("during", len(left)) if _heads(point, folded) else None
        if cue.name == "from" and not _two(point, folded):
            continue
        if point.precision == "year" and not _year_counts(cue, found, point, folded):
            return None
        return cue.facts["kind"], found.start()
    return None


def _heads(point: _Point, folded: str) -> bool:
    """Whether a point at the head of a clause says when something is done: "Quý III/2026: …"."""
    after = folded[point.end : point.end + _NEAR]
    if point.precision in ("month", "quarter"):
        return _one("done then").pattern.match(after) is not None
    return after.lstrip().startswith(":")


def _two(point: _Point, folded: str) -> bool:
    """Whether a point names the first and the last month or quarter: "tháng 3 đến tháng 9 năm 2026"."""
    return point.precision in ("month", "quarter") and _UNTIL in folded[point.start : point.end]


def _year_counts(cue: Cue, mark: re.Match[str], point: _Point, folded: str) -> bool:
    """Whether a mark makes a year a deadline: "trong năm", "hết năm 2025", "Đến năm 2025, …".

    "Năm" alone means this year only after "trong", "cuối"; "đến năm 2025" has to open or close a
    clause, for inside one it is the horizon of a title.
    """
    if point.year is None:
        return _one("this-year").pattern.search(mark[0]) is not None
    if cue.name != "by" or _one("end").pattern.search(mark[0]):
        return True
    before = mark.string[: mark.start()]
    if _one("outlook head").pattern.match(before):
        return True
    outlook = _one("outlook").pattern
    if outlook.search(before[-14:]) or outlook.match(folded[point.end : point.end + 20]):
        return False
    return _one("head").pattern.search(before) is not None


def _yearly(folded: str, point: _Point, span: Span) -> bool:
    """Whether a point without a year comes back every year."""
    start = max(span[0], *(folded.rfind(sign, span[0], point.start) for sign in (". ", ";")))
    end = folded.find(".", point.end, span[1])
    return bool(_one("yearly").pattern.search(folded, start, end if end > 0 else span[1]))


def _firmness(folded: str, deadline: Deadline) -> int:
    """A stated day or month outweighs "trong năm 2025", and a bare "đến ngày …" inside a clause."""
    if deadline.kind == "during" and deadline.value and len(deadline.value) == 4:
        return 0
    start = deadline.span[0]
    if deadline.kind == "during" and any(_shapes(use).match(folded, start) for use in ("shape", "digits")):
        return 1  # it only heads what follows
    inside = deadline.kind == "by" and _one("until").pattern.match(folded, *deadline.span)
    return 1 if inside and not _one("head").pattern.search(folded, max(0, start - _LEFT), start) else 2


def _value(point: _Point, issued: str | None) -> str | None:
    """ISO date or period; a year left out is that of the first such point from `issued` on."""
    if point.year:
        return _in_year(point, int(point.year))
    if issued is None:
        return None
    year = int(issued[:4])
    value = _in_year(point, year)
    return value if value is None or _end(value) >= issued else _in_year(point, year + 1)


def _in_year(point: _Point, year: int) -> str | None:
    if point.precision == "quarter":
        return f"{year}-Q{point.number}"
    if point.precision == "year":
        return str(year)
    try:
        return date(year, point.number, point.day or 1).isoformat()[: 10 if point.day else 7]
    except ValueError:
        return None


def _end(value: str) -> str:
    """The last day of a point in time, for comparing: "2019-Q2" -> "2019-06-31"."""
    if "Q" in value:
        return f"{value[:4]}-{int(value[-1]) * 3:02d}-31"
    return value + {4: "-12-31", 7: "-31"}.get(len(value), "")
