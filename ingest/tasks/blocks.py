"""Tables a cell a block: each closed by a line "|", where a row ends with two such lines or with nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.tasks.columns import MAX_COLUMNS, NUMBERED_HEAD, column_of, ordered
from ingest.tasks.lined import line_around
from ingest.tasks.pipes import one_cell
from ingest.tasks.rows import Table, empty
from ingest.text import Span, Text

_HEAD = 2 * MAX_COLUMNS + 3  # pipes that close the cells of a head of two rows


def head_above(text: Text, pipe: int, part: Span) -> Span | None:
    """The line above a table's first pipe, if it is the head's first cell ("TT", or "Nội dung" | "Chủ trì")."""
    if pipe <= part[0]:
        return None
    line = text.trim(line_around(text, pipe - 1, part))
    column = column_of(text, line)
    if column == "content":
        pipe_end = text.lines.find("\n", pipe, part[1])
        below = text.trim(line_around(text, pipe_end + 1, part)) if pipe_end >= 0 else line
        return line if column_of(text, below) in ("lead", "coordinate", "doer") else None
    return line if column == "order" else None


def block_table(text: Text, pipes: Sequence[int], part: Span) -> Iterator[Table]:
    """The table whose cells `pipes` close, if its head may be one of work."""
    bounds = [*pipes, part[1]] if one_cell(text, (pipes[-1], part[1])) else pipes
    above = head_above(text, pipes[0], part)
    cells = [above] if above else []
    cells += _cells(text, bounds[:_HEAD])
    gap = next((i for i, cell in enumerate(cells) if empty(cell)), 0)
    head = _unclosed_head(text, cells[: gap or len(cells)])
    columns = head or gap
    if 2 <= columns <= MAX_COLUMNS and _heads_work(text, cells, columns):
        cells += _cells(text, bounds[_HEAD - 1 :])
        rows = _unclosed_rows(text, cells, columns) if head else _block_rows(cells, columns)
        yield Table(((above or pipes)[0], max(pipes[-1] + 1, cells[-1][1])), tuple(rows))


def _heads_work(text: Text, cells: Sequence[Span], columns: int) -> bool:
    """Whether a column says who leads or helps, or holds goals; the second row may part a column "Thực hiện" so."""
    head = {column_of(text, cell) for cell in cells[:columns]}
    if "doer" in head:
        head |= {column_of(text, cell) for cell in cells[columns : 2 * columns + 2]}
    return not head.isdisjoint(("lead", "coordinate", "goal"))


def _cells(text: Text, bounds: Sequence[int]) -> Iterator[Span]:
    """What stands between each two lines "|"."""
    for start, end in pairwise(bounds):
        begin = text.lines.find("\n", start, end)
        yield text.trim((begin + 1 if begin >= 0 else end, end))


def _block_rows(cells: Sequence[Span], columns: int) -> Iterator[tuple[Span, ...]]:
    """A row is as long as the head, or shorter where cells were merged; an empty place ends it."""
    at = 0
    while at < len(cells):
        row = cells[at : at + columns]
        after = at + columns
        full = after >= len(cells) or empty(cells[after])
        gap = next((i for i, cell in enumerate(row) if empty(cell)), len(row))
        if not full or gap == 0:
            row, after = row[:gap], at + gap
        if row:
            yield tuple(row)
        at = after + 1


def _unclosed_head(text: Text, cells: Sequence[Span]) -> int:
    """How many cells the head has where nothing parts it from the first row, 0 if something does."""
    for i, cell in enumerate(cells[: MAX_COLUMNS + 1]):
        if i > 1 and (ordered(text, cell) or NUMBERED_HEAD.match(text.lines[slice(*cell)])):
            return i
    seen: set[str] = set()
    for i, cell in enumerate(cells[:MAX_COLUMNS]):
        column = column_of(text, cell)
        if column in {*seen, "other"} - {"goal", "past"} or (column == "doer" and "lead" in seen):
            return i if i >= 3 else 0
        seen.add(column)
    return 0


def _unclosed_rows(text: Text, cells: Sequence[Span], columns: int) -> Iterator[tuple[Span, ...]]:
    """Rows that nothing ends: as long as the head, or shorter where the next number comes before."""
    at = 0
    if cells and empty(cells[-1]):  # what stands below the table's last line
        cells = cells[:-1]
    while at < len(cells):
        after = at + columns
        if after < len(cells) and not ordered(text, cells[after]):
            after = next((i for i in range(at + 2, after) if ordered(text, cells[i])), after)
        yield tuple(cells[at:after])
        at = after
