"""Who is made responsible for which task, one row a body and part.

A heading that is only its addressee ("1. Sở Nội vụ") is the subject of what stands below it; the
evidence is then its words. In a table of work the columns say the parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.extraction import Assignment, DocumentFacts, TaskFacts
from ingest.assignments.bodies import Lists, Named
from ingest.assignments.duties import Duties, called_upon, read_duties
from ingest.assignments.names import Names
from ingest.assignments.reports import Duty
from ingest.layout import Layout
from ingest.tasks.outline import Item
from ingest.tasks.tables import Row
from ingest.text import Span, Text
from ingest.words import Words

_COLUMNS = {"lead": "lead", "coordinate": "coordinate"}
_LONGEST_CELL_NAME = 90
_OPENING = 1200

Heirs = tuple[tuple[Named, ...], str]
_NOBODY: Heirs = ((), "")


def find_assignments(
    text: Text,
    layout: Layout,
    facts: DocumentFacts,
    items: Sequence[Item],
    rows: Sequence[Row],
    tasks: Sequence[TaskFacts],
) -> tuple[Assignment, ...]:
    """The assignments of all `tasks`, in the order of the outline, then of the tables.

    `items` and `rows` are what the tasks were made of; a task of neither is read by its own words.
    """
    paths = {task.path for task in tasks}
    found = list(_of_items(text, layout, items, paths))
    found += (row for table_row in rows if table_row.path in paths for row in _of_row(text, table_row))
    known = {item.path for item in items} | {row.path for row in rows}
    for task in tasks:
        if task.path not in known:
            start = text.view_offset(task.text_start)
            span = (start, max(start, text.view_offset(task.evidence.end)))
            found += _rows(text, task.path, read_duties(text, span).duties, "")
    return tuple(found)


def _of_items(text: Text, layout: Layout, items: Sequence[Item], paths: set[str]) -> Iterator[Assignment]:
    """Rows of every item that is a task; what a heading passes on goes from parent to child, what a
    paragraph that ends with ":" asks, to the items below it."""
    heirs: list[Heirs] = []
    general: list[bool] = []  # whether the heirs at this place were called upon above the numbered items
    needed = _needed(items, paths)
    leads: dict[int | None, Heirs] = {None: _opening(text, layout)}
    for index, item in enumerate(items):
        above, yielding = _NOBODY, False
        if item.parent is not None and item.parent < index:
            above, yielding = heirs[item.parent], general[item.parent]
        if item.kind == "paragraph":
            leads[item.parent] = _lead(text, item)
        elif leads.get(item.parent, _NOBODY)[0] and item.span[0] < layout.body[1]:
            above, yielding = leads[item.parent], True
        general.append(yielding)
        if index not in needed:
            heirs.append(above)
            continue
        read = read_duties(text, (item.text_start, item.span[1]), above[0], yielding)
        heirs.append(_passed_on(item, read, above))
        general[index] = yielding and heirs[index] is above
        if item.path in paths and not read.addressed and _states(item, read):
            yield from _rows(text, item.path, read.duties, above[1])


def _opening(text: Text, layout: Layout) -> Heirs:
    """Whom the last sentence above the body calls upon."""
    start, end = text.trim(layout.preamble)
    if text.folded[max(start, end - 1) : end] != ":":
        return _NOBODY
    cut = text.folded.find(". ", end - _OPENING, end) + 1 if end - start > _OPENING else start
    return called_upon(text, (max(start, cut), end)), ""


def _lead(text: Text, item: Item) -> Heirs:
    """Whom a paragraph calls upon that ends with ":"."""
    if text.folded[item.span[1] - 1 : item.span[1]] != ":":
        return _NOBODY
    return called_upon(text, (item.text_start, item.span[1])), item.path


def _needed(items: Sequence[Item], paths: set[str]) -> set[int]:
    """The items that are tasks, and those above them."""
    needed: set[int] = set()
    for index, item in enumerate(items):
        at: int | None = index if item.path in paths else None
        while at is not None and at not in needed:
            needed.add(at)
            at = items[at].parent
    return needed


def _passed_on(item: Item, read: Duties, above: Heirs) -> Heirs:
    """Whom the items below `item` are addressed to."""
    if read.heirs:
        return read.heirs, item.path
    return _NOBODY if read.subjects else above


def _states(item: Item, read: Duties) -> bool:
    """A heading gives rows only if it tells somebody to act; a thematic one ("Tăng cường …") does not."""
    return not item.heading or bool(read.heirs) or read.bound


def _of_row(text: Text, row: Row) -> Iterator[Assignment]:
    duties: list[Duty] = []
    for cell in row.cells:
        role = _COLUMNS.get(cell.column)
        if role:
            duties += (Duty(body, role, "assignments.column") for body in _in_cell(text, cell.span))
    yield from _rows(text, row.path, duties, "")


def _in_cell(text: Text, span: Span) -> Iterator[Named]:
    """The bodies of a cell: what reads as a name, else its parts between commas and semicolons."""
    words = Words(text, span)
    lists = Lists(Names(words, cell=True))
    at = part = words.first(span[0])
    while at < words.stop:
        found = lists.at(at)
        if found:
            yield from found.bodies
            at = part = lists.skip_bracket(found.end)
            continue
        at = words.next(at)
        if words.at(at) in (";", ",", ""):
            if _unread(words, part, at):
                yield lists.named(part, at, "body")
            part = at = words.next(at)


def _unread(words: Words, start: int, end: int) -> bool:
    """Whether the words, which no grammar reads, may still be a name: short, and with a capital."""
    if end <= start or not words.capital(start):
        return False
    span = words.span(start, end)
    return 3 <= span[1] - span[0] <= _LONGEST_CELL_NAME


def _rows(text: Text, path: str, duties: Sequence[Duty], above: str) -> Iterator[Assignment]:
    """Each body and part once, the first words that state it as evidence."""
    seen: set[tuple[str, str]] = set()
    for duty in sorted(duties, key=lambda duty: (not duty.inherited, duty.body.span)):
        evidence = text.evidence(duty.body.span, duty.rule)
        name = duty.body.name(evidence.quote)
        stated = (name.lower(), duty.role)
        if stated not in seen:
            seen.add(stated)
            yield Assignment(path, name, duty.role, evidence, above if duty.inherited and above else None)
