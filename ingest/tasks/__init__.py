"""The tasks that a document sets: its operative items and the rows of its tables of work."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extraction import DocumentFacts, TaskFacts
from ingest.layout import Layout
from ingest.tasks.deadlines import Deadline, cell_deadline, find_deadline, heading_deadline, recurrence_in
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
    words = _instruction(item)
    due = (heading_deadline if item.heading else find_deadline)(text.folded, words, issued)
    return _task(
        text,
        item.path,
        item.span,
        item.text_start,
        item.kind,
        heading=item.heading,
        due=due,
        recurrence=None if item.heading else recurrence_in(text.folded, words),
    )


def _of_row(text: Text, row: Row, issued: str | None) -> TaskFacts:
    cells = {cell.column: cell.span for cell in row.cells}
    content = cells.get("content", row.span)
    when = cells.get("deadline")
    due = cell_deadline(text.folded, when, issued) if when else None
    product = cells.get("product")
    return _task(
        text,
        row.path,
        row.span,
        content[0],
        "row",
        due=due or find_deadline(text.folded, content, issued),
        recurrence=(recurrence_in(text.folded, when) if when else None)
        or recurrence_in(text.folded, content),
        product=" ".join(text.flow[slice(*product)].split()) if product else None,
    )


def _instruction(item: Item) -> Span:
    return item.text_start, item.span[1]


def _task(
    text: Text,
    path: str,
    span: Span,
    text_start: int,
    kind: str,
    *,
    heading: bool = False,
    due: Deadline | None = None,
    recurrence: str | None = None,
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
        deadline_text=" ".join(text.flow[slice(*due.span)].split()) if due else None,
        recurrence=recurrence,
        product=product,
    )


def _one_line(text: Text, span: Span) -> str:
    """The words of `span` in one line, the cells of a row parted by " | "."""
    words = text.flow[slice(*span)]
    if "|" in words:
        words = " | ".join(cell.strip() for cell in words.split("|") if cell.strip())
    return " ".join(words.split())
