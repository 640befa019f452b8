"""The rows of a table of work: where they stand, which only name groups, what their cells are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.tasks.columns import GROUP, ORDER, columns_of, placed
from ingest.text import Span, Text


class Cell(NamedTuple):
    """One cell; column: order, content, lead, coordinate, deadline, product, unit, goal, past or other.

    `head` is what the head of a table of goals says of its column, folded.
    """

    column: str
    span: Span
    head: str = ""


class Row(NamedTuple):
    """One row of a table of work or of goals; path as in "PL.3" or "PL.II.3". `cells` without empty ones."""

    path: str
    span: Span
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """Any table: its place, and its rows as spans of cells (empty cells are empty spans)."""

    span: Span
    rows: tuple[tuple[Span, ...], ...]


def work_rows(text: Text, table: Table, prefix: str) -> list[Row]:
    """The rows of a table, if it is one of work."""
    found: list[Row] = []
    columns, taken = columns_of(text, table.rows) if table.rows else ([], 0)
    if not columns:
        return found
    width = widest(table.rows[taken:])
    group: str | None = None
    last = 0
    for cells in table.rows[taken:]:
        named = [Cell(columns[i], cell) for i, cell in placed(text, columns, cells, width) if not empty(cell)]
        if not named or repeats(text, cells, table.rows[0]):
            continue
        label = _label(text, named)
        if found and label is None and is_rest(text, cells, named):
            found[-1] = with_rest(found[-1], named)
            continue
        if _is_group(text, named, label):
            group = label or _group(text.lines[slice(*named[0].span)])
            last = 0
            continue
        order = label or str(last + 1)
        last = int(order) if order.isdigit() else last + 1
        span = named[0].span[0], named[-1].span[1]
        found.append(Row(_path(prefix, group, order), span, tuple(named)))
    return found


def widest(rows: Iterable[Sequence[Span]]) -> int:
    """How many cells the longest of the `rows` has."""
    return max(map(len, rows), default=0)


def repeats(text: Text, cells: Sequence[Span], head: Sequence[Span]) -> bool:
    """Whether a row is the head once more, at the top of a new page."""
    if len(cells) != len(head) or text.flow[slice(*cells[0])] != text.flow[slice(*head[0])]:
        return False
    return all(text.flow[slice(*a)] == text.flow[slice(*b)] for a, b in zip(cells, head, strict=True))


def is_rest(text: Text, cells: Sequence[Span], named: Iterable[Cell]) -> bool:
    """Whether `cells` go on with those of the row above: no number, and the content begins inside a sentence."""
    content = cell_in(named, "content")
    return empty(cells[0]) and content is not None and text.lines[content.span[0]].islower()


def cell_in(cells: Iterable[Cell], column: str) -> Cell | None:
    """The first of `cells` that stands in a column of this kind."""
    return next((cell for cell in cells if cell.column == column), None)


def with_rest(row: Row, named: Sequence[Cell]) -> Row:
    """A row with the words of the line on which it goes on."""
    return row._replace(span=(row.span[0], named[-1].span[1]))


def _label(text: Text, named: Sequence[Cell]) -> str | None:
    """The number in the row's column of order, if it has one."""
    words = text.flow[slice(*named[0].span)].strip()
    if named[0].column == "order" and ORDER.match(words):
        return words.rstrip(".)")
    return None


def _is_group(text: Text, named: Iterable[Cell], label: str | None) -> bool:
    """A row that only names a group: nobody acts in it and nothing is due."""
    columns = {cell.column for cell in named}
    return not columns & {"lead", "coordinate", "deadline", "product"} and (
        label is None or not label.isdigit() or len(columns) <= 2
    )


def _group(words: str) -> str:
    """What a group's name begins with: its number, else its first letter."""
    numbered = GROUP.match(words)
    return numbered[1] if numbered else words[:1]


def _path(prefix: str, group: str | None, order: str) -> str:
    """ "PL.3", "PL.II.3"; a number that repeats its group's stands alone ("PL.2.1")."""
    if group is None or order.startswith(f"{group}."):
        return f"{prefix}.{order}"
    return f"{prefix}.{group}.{order}"


def empty(cell: Span) -> bool:
    """Whether nothing stands in a cell."""
    return cell[1] <= cell[0]
