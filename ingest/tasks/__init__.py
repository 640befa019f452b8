"""The tasks that a document sets: its operative items and the rows of its tables of work."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extraction import DocumentFacts, TaskFacts
from ingest.layout import Layout
from ingest.tasks.deadlines import (
    Deadline,
    cell_deadline,
    find_deadline,
    heading_deadline,
    may_tell_time,
    recurrence_in,
)
from ingest.tasks.outline import Item
from ingest.tasks.tables import Row
from ingest.text import Span, Text


def find_tasks(
    text: Text, layout: Layout, facts: DocumentFacts, items: Sequence[Item], rows: Sequence[Row]
) -> tuple[TaskFacts, ...]:
    """The tasks in text order, `implements` left empty.

    A deadline lies after the document's date, which also gives a year that the words leave out.
    """
    tasks = [_of_item(text, item, facts.date) for item in items if item.operative]
    tasks += [_of_row(text, row, facts.date) for row in rows]
    return tuple(sorted(tasks, key=lambda task: task.evidence.start))


def _of_item(text: Text, item: Item, issued: str | None) -> TaskFacts:
    folded = text.folded
    words = item.text_start, item.span[1]
    due: Deadline | None = None
    recurrence: str | None = None
    if may_tell_time(folded[words[0] : words[1]]):
        due = (heading_deadline if item.heading else find_deadline)(folded, words, issued)
        recurrence = None if item.heading else recurrence_in(folded, words)
    return _task(
        text, item.path, item.span, item.text_start, item.kind, due, recurrence, heading=item.heading
    )


def _of_row(text: Text, row: Row, issued: str | None) -> TaskFacts:
    folded = text.folded
    cells = {cell.column: cell.span for cell in row.cells}
    content = cells.get("content", row.span)
    when = cells.get("deadline")
    due = cell_deadline(folded, when, issued) if when else None
    recurrence = recurrence_in(folded, when) if when else None
    if may_tell_time(folded[content[0] : content[1]]):
        due = due or find_deadline(folded, content, issued)
        recurrence = recurrence or recurrence_in(folded, content)
    product = cells.get("product")
    return _task(
        text,
        row.path,
        row.span,
        content[0],
        "row",
        due,
        recurrence,
        product=text.words(product) if product else None,
    )


def _task(
    text: Text,
    path: str,
    span: Span,
    text_start: int,
    kind: str,
    due: Deadline | None,
    recurrence: str | None,
    *,
    heading: bool = False,
    product: str | None = None,
) -> TaskFacts:
    return TaskFacts(
        path=path,
        evidence=text.evidence(span, f"tasks.{kind}"),
        text_start=text.raw_offset(text_start) if text_start < len(text) else len(text.raw),
        text=_one_line(text, span),
        heading=heading,
        deadline=due.value if due else None,
        deadline_kind=due.kind if due else None,
        deadline_text=text.words(due.span) if due else None,
        recurrence=recurrence,
        product=product,
    )


def _one_line(text: Text, span: Span) -> str:
    """The words of `span` in one line, the cells of a row parted by " | "."""
    words = text.flow[slice(*span)]
    if "|" in words:
        words = " | ".join(cell.strip() for cell in words.split("|") if cell.strip())
    return " ".join(words.split())
