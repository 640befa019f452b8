"""Measured objectives of tasks: "ít nhất 90% đơn, thư … được giải quyết đúng hạn"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.extraction import TargetFacts, TaskFacts
from ingest.targets.cells import of_row, targets_of_row
from ingest.targets.figures import DIGIT, compares, torn
from ingest.targets.measures import Measure, measurable, measures
from ingest.targets.standing import assessed
from ingest.targets.uses import use
from ingest.tasks.columns import last_year
from ingest.tasks.deadlines import find_deadline
from ingest.tasks.outline import Item
from ingest.tasks.tables import Row
from ingest.text import Span, Text
from ontology.load import document

_HEADING = 300
_BOUND = re.compile(r"[;|:\n]|\.(?=\s|$|/)")


def find_targets(
    text: Text,
    tasks: Sequence[TaskFacts],
    items: Iterable[Item] = (),
    rows: Iterable[Row] = (),
    year: int | None = None,
) -> tuple[TargetFacts, ...]:
    """The measured objectives of `tasks`, in text order; `items` are those of the outline, `rows` of the tables,
    `year` the document's.

    `of` is the group counted over; `year` and `deadline` are those said of the measure itself where a
    clause has several ("đến năm 2025 đạt 80%, đến năm 2030 đạt 95%"), else those of the clause, else of an
    earlier clause of the task ("Đến năm 2025, …; …"), else the task's, else the horizon of the heading above
    ("Mục tiêu cụ thể đến năm 2030"). What is quoted (a movement's name) is no target. Of a row of goals
    only what is measured and the goals are read: what was reached before is none.
    """
    found: list[TargetFacts] = []
    spans = ((task, text.view_span((task.text_start, task.evidence.end))) for task in tasks)
    measured = [
        (task, span)
        for task, span in spans
        if measurable(text.folded, span) and not use("norm")[0].pattern.match(text.folded, *span)
    ]
    horizons = _horizons(text, items) if measured else {}
    goals = {row.path: row for row in rows}
    for task, span in measured:
        above = horizons.get(_above(task.path, horizons)) if horizons else None
        row, due = goals.get(task.path), task.deadline or above
        if row and any(cell.column in ("goal", "past") for cell in row.cells):
            found += tuple(targets_of_row(text, task, row)) or _in_words(text, task, row, due, year)
        else:
            found += _of_task(text, task, span, due, year)
    return tuple(found)


def _in_words(
    text: Text, task: TaskFacts, row: Row, due: str | None, year: int | None
) -> Iterator[TargetFacts]:
    """What the cells of a row of goals say in words."""
    for cell in row.cells:
        if cell.column == "content":
            yield from _of_task(text, task, cell.span, due, year)
        elif cell.column == "goal":
            yield from _of_task(text, task, cell.span, last_year(cell.head) or due, year, of_row(text, row))


def _horizons(text: Text, items: Iterable[Item]) -> dict[str, str]:
    """The years that headings set, by path: of sections too, which are no tasks."""
    found: dict[str, str] = {}
    for item in items:
        if item.heading and item.path not in found:
            end = min(item.span[1], item.text_start + _HEADING)
            year = use("heading")[0].pattern.search(text.folded, item.text_start, end)
            if year:
                found[item.path] = year["year"]
    return found


def _above(path: str, headings: Iterable[str]) -> str:
    """The nearest of the `headings` under which `path` stands, "" if there is none."""
    over = (head for head in headings if path.startswith(head) and path[len(head) : len(head) + 1] in ".-¶")
    return max(over, key=len, default="")


def _of_task(
    text: Text, task: TaskFacts, span: Span, due: str | None, year: int | None, subject: str | None = None
) -> Iterator[TargetFacts]:
    """The targets in `span`; `due` holds where nothing else is said, `subject` is what a row measures."""
    folded = text.folded
    said: str | None = None
    words = folded[slice(*span)]
    worded = compares(words)
    quotes = [quote.start() for quote in re.finditer('"', words)] if '"' in words else []
    for clause in _clauses(folded, span):
        found: list[Measure] = []
        if worded or DIGIT.search(folded, *clause):
            found = [m for m in measures(folded, clause, year) if not bisect_left(quotes, m.at - span[0]) % 2]
        if found and assessed(folded[slice(*clause)]):
            found = []
        stated = _due(folded, clause) if found or said else None
        said = stated or said
        group: str | None = None
        for i, measure in enumerate(found):
            end = found[i + 1].start if i + 1 < len(found) else clause[1]
            own = (found[i - 1].end if i else clause[0], end)
            its = _own_due(folded, own, measure, i > 0) if stated and len(found) > 1 else None
            target = _target(text, task, own, measure, its or said or due, subject)
            group = target.of or group
            shared = measure.unit is None and target.of is None and group is not None
            yield replace(target, of=group) if shared else target


def _clauses(folded: str, span: Span) -> Iterator[Span]:
    start = span[0]
    for bound in _BOUND.finditer(folded, *span):
        if bound[0] == "." and torn(folded, bound.start(), start):
            continue
        if bound.start() > start:
            yield start, bound.start()
        start = bound.end()
    if start < span[1]:
        yield start, span[1]


def _due(folded: str, clause: Span) -> str | None:
    stated = find_deadline(folded, clause, None)
    if stated and stated.value:
        return stated.value
    horizon = use("horizon")[0].pattern.search(folded, *clause)
    return horizon["year"] if horizon else None


def _own_due(folded: str, own: Span, measure: Measure, later: bool) -> str | None:
    """The time said of one measure of several: before it, else behind it up to where another thing begins.

    `own` are the words between its neighbours; those before a comma belong to the one before, if it is a `later` one.
    """
    start = _joint(folded, (own[0], measure.start)) if later else own[0]
    before = _due(folded, (start, measure.end))
    if before:
        return before
    year = use("year of")[0].pattern.match(folded[start : measure.end])
    return (
        year["year"] if year else _due(folded, (measure.end, _joint(folded, (measure.end, own[1]), own[1])))
    )


def _joint(folded: str, span: Span, otherwise: int | None = None) -> int:
    """Where something else begins in `span`: at its first comma or "và"; if there is none, `otherwise` or its start."""
    places = [folded.find(word, *span) for word in document("targets")["also"]]
    return min((place for place in places if place >= 0), default=span[0] if otherwise is None else otherwise)


def _target(
    text: Text, task: TaskFacts, own: Span, measure: Measure, due: str | None, subject: str | None
) -> TargetFacts:
    group, start = _counted(text, own, measure)
    kind = "count" if measure.unit else "share"
    of = text.words(group) if group else None
    if of is None and measure.unit is None:
        of = subject or (None if _around(text, own, measure) else _row_subject(task))
    return TargetFacts(
        task.path,
        measure.value,
        text.words(measure.unit) if measure.unit else "%",
        measure.comparator,
        of,
        text.evidence(_tidy(text, (start, own[1])), f"targets.{kind}"),
        int(due[:4]) if due else None,
        due,
    )


def _around(text: Text, own: Span, measure: Measure) -> str:
    """What else stands in the clause than the measure."""
    return (text.folded[own[0] : measure.start] + text.folded[measure.end : own[1]]).strip()


def _counted(text: Text, own: Span, measure: Measure) -> tuple[Span | None, int]:
    """(the group that is counted over, where the target's words begin)."""
    folded = text.folded
    if measure.unit:
        each = max(
            (one.start() for one in use("each")[0].pattern.finditer(folded, own[0], measure.at)), default=-1
        )
        if each >= 0:
            stop = measure.start if each < measure.start else measure.at  # "tối thiểu mỗi xã 02 chợ"
            makes = use("makes")[0].pattern.search(folded[each:stop])
            stop = each + makes.start() if makes and makes.start() else stop
            return _until_verb(text, (each, stop)), min(each, measure.start)
    rate = use("rate")[0].pattern.search(folded, own[0], measure.at)
    if rate:
        group = _until_verb(text, (rate.end(), measure.start))
        return (rate.start(), group[1]) if group else None, rate.start()
    if measure.unit is None:
        after = folded[measure.end : min(own[1], measure.end + 20)]
        follows = use("no-group")[0].pattern.match(after) or after.lstrip().startswith(",")
        group = None if follows else _until_verb(text, (measure.end, own[1]))
        return group or _subject(text, (own[0], measure.start)), measure.start
    if "/" in folded[measure.at : measure.unit[0]]:  # "10/12 thôn trồng cà phê"
        return _until_verb(text, (measure.unit[0], own[1])), measure.start
    reached = use("reaches")[0].pattern.search(folded, measure.start, measure.at)
    if reached:
        return _subject(text, (own[0], measure.start)), measure.start
    amount = folded[slice(*measure.unit)] in document("targets")["sizes"]
    return _measured(text, (measure.end, own[1])) if amount else None, measure.start


def _measured(text: Text, after: Span) -> Span | None:
    """What an area or a weight is of ("350 ha rừng phòng hộ"), if it follows at once."""
    folded = text.folded[after[0] : after[1]]
    if not folded.startswith(" ") or not folded[1:2].isalpha() or use("no-group")[0].pattern.match(folded):
        return None
    return _until_verb(text, after)


def _subject(text: Text, before: Span) -> Span | None:
    """What stands before "đạt 85%": the words since the last comma, without their verb."""
    start = text.trim((max(text.folded.rfind(",", *before) + 1, before[0]), before[1]))[0]
    lead = use("lead")[0].pattern.match(text.folded[start : before[1]])
    start += lead.end() if lead else 0
    return _until_verb(text, (start, before[1]))


def _until_verb(text: Text, span: Span) -> Span | None:
    """The group's name at the head of `span`, up to its predicate."""
    part = use("of those")[0].pattern.search(text.folded, span[0] + 1, span[1])
    span = (span[0], part.start()) if part else span
    stop = _verb(text.folded, *span)
    start, end = _tidy(text, (span[0], span[1] if stop is None else stop))
    return (start, end) if end > start else None


def _verb(folded: str, start: int, end: int) -> int | None:
    """Where in `folded[start:end]` the group's name ends and its predicate begins."""
    strong = use("strong")[0].pattern.search(folded, start + 1, end)
    weak = use("weak")[0].pattern.search(folded, start + 1, end)
    if strong and weak and weak.start() < strong.start():
        between = folded[weak.end() : strong.start()]
        near = "," not in between and len(between.split()) <= 5
        return strong.start() if near else weak.start()
    found = strong or weak
    return found.start() if found else None


def _row_subject(task: TaskFacts) -> str | None:
    """What a table's row measures, where the value stands in a cell of its own: the row's content."""
    if not task.path.startswith("PL"):
        return None
    content = next((cell for cell in task.text.split(" | ") if len(cell) > 20), None)
    return content.rstrip(".; ") if content else None


def _tidy(text: Text, span: Span) -> Span:
    """`span` without spaces, stops, a last "và" or "trong đó"."""
    start, end = text.trim(span)
    while end > start and text.folded[end - 1] in " ,.;:-":
        end -= 1
    aside = use("of which")[0].pattern.search(text.folded, max(start, end - 20), end)
    return text.trim((start, max(start, aside.start()))) if aside else (start, end)
