"""Goals in the cells of a table: the value in one, what it measures and its unit in others of the row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.extraction import TargetFacts, TaskFacts
from ingest.targets.figures import amount, compared, doubtful
from ingest.targets.units import counts_wholes, unit_at
from ingest.targets.uses import use
from ingest.tasks.columns import last_year
from ingest.tasks.tables import Cell, Row, cell_in
from ingest.text import Text
from ontology.load import cues, spelling

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d{1,12}(?:[,.]\d{1,4})?)"
_VALUE = re.compile(
    rf"(?P<left>[^\d|]{{0,40}}?)(?P<value>{_NUMBER})(?: ?%?(?: ?- ?| {spelling('until')} )(?P<to>{_NUMBER}))?"
    r"(?P<right>[^\d|]{0,40})$"
)
_BRACKETED = re.compile(r"\(([^()]{1,30})\)")
_LEADING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđIVX]{1,4}[.)]|[-+*•])\s*")


class Value(NamedTuple):
    """What a cell holds: the value, how it is compared, and the unit that it states itself."""

    value: float
    comparator: str
    unit: str | None


def targets_of_row(text: Text, task: TaskFacts, row: Row) -> Iterator[TargetFacts]:
    """The goals of one row of a table of goals; none of a cell that holds more than a value."""
    content = cell_in(row.cells, "content")
    goals = [cell for cell in row.cells if cell.column == "goal"]
    if content is None:
        return
    subject = of_row(text, row)
    for cell in goals:
        words = " ".join(text.folded[slice(*cell.span)].split())
        read = value_of(words)
        unit = _unit(text, row, cell, read.unit, content) if read else None
        if read is None or unit is None or (doubtful(words) and counts_wholes(unit)):
            continue
        start = content.span[0] if len(goals) == 1 else cell.span[0]
        due = last_year(cell.head) or task.deadline
        yield TargetFacts(
            task.path,
            read.value,
            unit,
            read.comparator,
            subject,
            text.evidence((start, cell.span[1]), "targets.cell"),
            int(due[:4]) if due else None,
            due,
        )


def of_row(text: Text, row: Row) -> str | None:
    """What a row measures: the words of its content, without a number before them."""
    content = cell_in(row.cells, "content")
    words = text.words(content.span) if content else ""
    return words[match.end() :] if (match := _LEADING.match(words)) else words or None


def value_of(words: str) -> Value | None:
    """The value of a cell, from its folded words; None if it holds none or more than one.

    >>> [tuple(value_of(words)) for words in ("≥ 1.200", "dưới 3,1", "98% trở lên")]
    [(1200.0, '>=', None), (3.1, '<=', None), (98.0, '>=', '%')]
    >>> value_of("100% cán bộ được tập huấn"), value_of("30/6/2026"), value_of("hoàn thành")
    (None, None, None)
    """
    aside = use("beside in a cell")[0].pattern.search(words)
    match = _VALUE.match(words[: aside.start()] if aside else words)
    if match is None:
        return None
    comparator = _compared(match["left"])
    right = match["right"].strip(" .;")
    up = cues("tables")["and up"].pattern.search(right)
    if up:
        comparator = ">=" if up["up"] else "<="
        right = right[: up.start()].strip()
    if comparator is None or not (right == "" or _is_unit(right)):
        return None
    if match["to"] and comparator == "=":
        comparator = ">="
    return Value(amount(match["value"]), comparator, right or None)


def _compared(left: str) -> str | None:
    """How the words before a value compare it; None: they say something else."""
    words = left.strip()
    if not words or cues("tables")["beside a value"].pattern.match(words):
        return "="
    comparator, length, marked = compared(f"{words} ")
    return comparator if marked and length > len(words) else None


def _unit(text: Text, row: Row, cell: Cell, own: str | None, content: Cell) -> str | None:
    """The unit of a goal: its own, the row's, that of the column's head, or what the content says is counted."""
    if own:
        return own
    column = cell_in(row.cells, "unit")
    if column:
        return _printed(text.words(column.span))
    folded = text.folded[slice(*content.span)]
    for words in (cell.head, folded):
        for bracketed in reversed(_BRACKETED.findall(words)):
            if _is_unit(bracketed.strip()):
                return str(bracketed.strip())
    if use("rate")[0].pattern.search(folded):
        return "%"
    counted = cues("tables")["number of"].pattern.match(folded)
    unit = unit_at(folded, counted.end(), len(folded)) if counted else None
    return folded[slice(*unit.span)] if unit and unit.name else None


def _is_unit(words: str) -> bool:
    """Whether words are no more than a unit: "%", "triệu đồng/người/năm"."""
    if words.startswith("%"):
        return len(words) == 1 or words[1:].lstrip().startswith("/")
    unit = unit_at(f" {words}", 0, len(words) + 1)
    return unit is not None and unit.name != "" and unit.span[1] == len(words) + 1


def _printed(words: str) -> str:
    """A unit as inside a sentence: "Tỷ USD" is "tỷ USD"."""
    return " ".join(word if word.isascii() and not word.istitle() else word.lower() for word in words.split())
