"""Tables of work: rows that say who does what by when.

Converters leave a table in one of these shapes: a row a line with its cells parted by "|" or tabs
(Markdown among them); or a cell a block, closed by a line "|", where a row ends with two such lines
or with nothing.
A table is read only if its head has a column of who leads or who helps.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ingest.layout import Layout
from ingest.tasks.columns import NUMBERED_HEAD, ORDER, column_of, columns_of, ordered, placed
from ingest.tasks.pipes import one_cell, pipe_groups
from ingest.text import Span, Text
from ontology.load import cues

_SPACED = re.compile(r"\t[ ]{0,9}|[ ]{3,}")
_GAPS = ("|", "\t", "   ")
_RULE_CELL = re.compile(r"[ \t:|+=\-]{1,400}$")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_MAX_COLUMNS = 14
_HEAD_LINES = 3
_HEAD = 2 * _MAX_COLUMNS + 3  # pipes that close the cells of a head of two rows


class Cell(NamedTuple):
    """One cell; column: order, content, lead, coordinate, deadline, product or other."""

    column: str
    span: Span


class Row(NamedTuple):
    """One row of a table of work; path as in "PL.3" or "PL.II.3". `cells` without empty ones."""

    path: str
    span: Span
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """Any table: its place, and its rows as spans of cells (empty cells are empty spans)."""

    span: Span
    rows: tuple[tuple[Span, ...], ...]


def task_tables(text: Text, layout: Layout) -> tuple[Row, ...]:
    """The rows of all tables of work in the body and the annexes, in text order."""
    found: list[Row] = []
    taken: set[str] = set()
    for prefix, part, signs in _parts(text, layout):
        for table in sorted(_tables(text, part, signs), key=lambda table: table.span):
            for row in _work_rows(text, table, prefix):
                found.append(Row(_unrepeated(row.path, taken), row.span, row.cells))
    return tuple(found)


def table_spans(text: Text, part: Span) -> list[Span]:
    """Where the tables of `part` stand, of work or not, in order."""
    blocks = (
        ((_head_above(text, pipes[0], part) or pipes)[0], pipes[-1] + 1) for pipes in pipe_groups(text, part)
    )
    return sorted([*blocks, *(table.span for table in _lined(text, part, _found_signs(text, part)))])


def _tables(text: Text, part: Span, signs: Sequence[int]) -> Iterator[Table]:
    """The tables of `part` that may be of work."""
    for pipes in pipe_groups(text, part):
        head_end = pipes[min(len(pipes) - 1, 2 * _MAX_COLUMNS)]
        sign = bisect_left(signs, pipes[0])
        if sign < len(signs) and signs[sign] < head_end:
            yield from _block_table(text, pipes, part)
    yield from _lined(text, part, signs)


def _parts(text: Text, layout: Layout) -> Iterator[tuple[str, Span, list[int]]]:
    """The parts that may hold tables of work: the prefix of their rows' paths, the span, its signs."""
    numbers = [_annex_number(text, annex) for annex in layout.annexes]
    several = sum(number is not None for number in numbers) > 1
    for number, part in zip([None, *numbers], [layout.body, *layout.annexes], strict=True):
        found = _found_signs(text, part)
        if found:
            yield f"PL{number}" if several and number else "PL", part, found


def _found_signs(text: Text, part: Span) -> list[int]:
    """Where in `part` words stand without which nothing is a table of work, in order."""
    return sorted(match.start() for sign in _signs() for match in sign.finditer(text.folded, *part))


@cache
def _signs() -> tuple[re.Pattern[str], ...]:
    """One pattern for each: to search for plain letters costs less than to try two."""
    signs = [str(cue.facts["sign"]) for cue in cues("tables").values() if "sign" in cue.facts]
    return tuple(re.compile(sign.replace(" ", "[ ]+")) for sign in signs)


def _annex_number(text: Text, annex: Span) -> int | None:
    """The number of an annex that calls itself one: 2 for "PHỤ LỤC II", 0 for "PHỤ LỤC"."""
    start = text.trim(annex)[0]
    match = cues("tables")["annex number"].pattern.match(text.folded, start, min(annex[1], start + 60))
    if match is None:
        return None
    label = match[1] or "0"
    return int(label) if label.isdigit() else _ROMAN.get(label, 0)


def _unrepeated(path: str, taken: set[str]) -> str:
    count = 2
    unique = path
    while unique in taken:
        unique, count = f"{path}#{count}", count + 1
    taken.add(unique)
    return unique


# ---- cells as blocks between lines "|" ------------------------------------------------------------


def _head_above(text: Text, pipe: int, part: Span) -> Span | None:
    """The line above a table's first pipe, if it is the head's first cell ("TT", or "Nội dung" | "Chủ trì")."""
    if pipe <= part[0]:
        return None
    line = text.trim(_line_of(text, pipe - 1, part))
    column = column_of(text, line)
    if column == "content":
        pipe_end = text.lines.find("\n", pipe, part[1])
        below = text.trim(_line_of(text, pipe_end + 1, part)) if pipe_end >= 0 else line
        return line if column_of(text, below) in ("lead", "coordinate", "doer") else None
    return line if column == "order" else None


def _block_table(text: Text, pipes: Sequence[int], part: Span) -> Iterator[Table]:
    """The table whose cells `pipes` close, if its head may be one of work."""
    bounds = [*pipes, part[1]] if one_cell(text, (pipes[-1], part[1])) else pipes
    above = _head_above(text, pipes[0], part)
    cells = [above] if above else []
    cells += _cells(text, bounds[:_HEAD])
    gap = next((i for i, cell in enumerate(cells) if _empty(cell)), 0)
    head = _unclosed_head(text, cells[: gap or len(cells)])
    columns = head or gap
    if 2 <= columns <= _MAX_COLUMNS and _heads_work(text, cells, columns):
        cells += _cells(text, bounds[_HEAD - 1 :])
        rows = _unclosed_rows(text, cells, columns) if head else _block_rows(cells, columns)
        yield Table(((above or pipes)[0], max(pipes[-1] + 1, cells[-1][1])), tuple(rows))


def _heads_work(text: Text, cells: Sequence[Span], columns: int) -> bool:
    """Whether a column says who leads or helps; the second row may part a column "Thực hiện" so."""
    head = {column_of(text, cell) for cell in cells[:columns]}
    if "doer" in head:
        head |= {column_of(text, cell) for cell in cells[columns : 2 * columns + 2]}
    return "lead" in head or "coordinate" in head


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
        full = after >= len(cells) or _empty(cells[after])
        gap = next((i for i, cell in enumerate(row) if _empty(cell)), len(row))
        if not full or gap == 0:
            row, after = row[:gap], at + gap
        if row:
            yield tuple(row)
        at = after + 1


def _unclosed_head(text: Text, cells: Sequence[Span]) -> int:
    """How many cells the head has where nothing parts it from the first row, 0 if something does."""
    for i, cell in enumerate(cells[: _MAX_COLUMNS + 1]):
        if i > 1 and (ordered(text, cell) or NUMBERED_HEAD.match(text.lines[slice(*cell)])):
            return i
    seen: set[str] = set()
    for i, cell in enumerate(cells[:_MAX_COLUMNS]):
        column = column_of(text, cell)
        if column in {*seen, "other"} or (column == "doer" and "lead" in seen):
            return i if i >= 3 else 0
        seen.add(column)
    return 0


def _unclosed_rows(text: Text, cells: Sequence[Span], columns: int) -> Iterator[tuple[Span, ...]]:
    """Rows that nothing ends: as long as the head, or shorter where the next number comes before."""
    at = 0
    while at < len(cells):
        after = at + columns
        if after < len(cells) and not ordered(text, cells[after]):
            after = next((i for i in range(at + 2, after) if ordered(text, cells[i])), after)
        yield tuple(cells[at:after])
        at = after


def _empty(cell: Span) -> bool:
    return cell[1] <= cell[0]


# ---- a row a line -----------------------------------------------------------------------------------


def _lined(text: Text, part: Span, signs: Sequence[int]) -> Iterator[Table]:
    """Tables whose rows are lines with "|" or tabs; their head is found by the column of who leads."""
    source = text.lines
    if all(source.find(gap, *part) < 0 for gap in _GAPS):
        return
    done = part[0]
    for sign in signs:
        if sign < done:
            continue
        line = _line_of(text, sign, part)
        done = line[1]
        if all(source.find(gap, *line) < 0 for gap in _GAPS):
            continue
        head = _head_line(text, line, part)
        if head:
            columns = _cut(text, head)
            done, rows = _lines_below(text, head[1], part, len(columns))
            yield Table((head[0], done), (tuple(columns), *rows))


def _head_line(text: Text, line: Span, part: Span) -> Span | None:
    """The line of a table's head: this one, or one above where the head takes two with a rule between."""
    head = line
    for _ in range(_HEAD_LINES):
        cells = _cut(text, head)
        if len(cells) >= 3 and sum(column_of(text, cell) != "other" for cell in cells) >= 3:
            return head
        if head[0] <= part[0]:
            break
        head = _line_of(text, head[0] - 1, part)
    return None


def _line_of(text: Text, at: int, part: Span) -> Span:
    start = max(text.lines.rfind("\n", part[0], at) + 1, part[0])
    end = text.lines.find("\n", at, part[1])
    return start, end if end >= 0 else part[1]


def _cut(text: Text, line: Span) -> list[Span]:
    """The cells of a line; a wall of spaces or a tab parts them where there is no "|"."""
    start, end = text.trim(line)
    if end - start > 20_000:
        return []
    content = text.lines[start:end]
    if "|" in content:
        bounds = [i for i, sign in enumerate(content) if sign == "|"]
        spans = zip([-1, *bounds], [*bounds, len(content)], strict=True)
        cells = [text.trim((start + a + 1, start + b)) for a, b in spans]
        if content.startswith("|"):
            cells = cells[1:]
        return cells[:-1] if content.endswith("|") and len(content) > 1 else cells
    cells, at = [], start
    for gap in _SPACED.finditer(text.lines, start, end):
        cells.append((at, gap.start()))
        at = gap.end()
    return [*cells, (at, end)]


def _lines_below(text: Text, pos: int, part: Span, columns: int) -> tuple[int, list[tuple[Span, ...]]]:
    """The rows below a head: (where they end, rows). A line without cells goes on with the row above."""
    rows: list[list[Span]] = []
    end, blanks = pos, 0
    while pos < part[1]:
        line = _line_of(text, pos + 1, part) if pos + 1 < part[1] else (part[1], part[1])
        pos = line[1]
        content = text.lines[line[0] : line[1]].strip()
        if not content:
            blanks += 1
            if blanks > 1 or pos >= part[1]:
                break
            continue
        if _RULE_CELL.match(content):
            end = pos
            continue
        cells = _cut(text, line)
        if len(cells) < 2 and (blanks or not rows or not content[0].islower()):
            break
        blanks, end = 0, pos
        if rows and _goes_on(text, rows[-1], cells, columns):
            rows[-1][-1] = (rows[-1][-1][0], cells[0][1])
            rows[-1] += cells[1:]
        elif (
            len(cells) >= min(3, columns)
            or (len(cells) == 2 and ordered(text, cells[0]))
            or (not rows and {column_of(text, cell) for cell in cells} <= {"lead", "coordinate"})
        ):
            rows.append(cells)
        elif rows:
            rows[-1][-1] = (rows[-1][-1][0], cells[-1][1])
        else:
            break
    return end, [tuple(row) for row in rows]


def _goes_on(text: Text, row: Sequence[Span], cells: Sequence[Span], columns: int) -> bool:
    """Whether a line holds the rest of a row that was wrapped inside a cell."""
    return len(row) + len(cells) - 1 == columns and len(row) < columns and not ordered(text, cells[0])


# ---- what the cells are ----------------------------------------------------------------------------


def _work_rows(text: Text, table: Table, prefix: str) -> list[Row]:
    """The rows of a table, if it is one of work."""
    found: list[Row] = []
    columns, taken = columns_of(text, table.rows) if table.rows else ([], 0)
    if not columns:
        return found
    width = max((len(cells) for cells in table.rows[taken:]), default=0)
    group: str | None = None
    last = 0
    for cells in table.rows[taken:]:
        named = [(column, cell) for column, cell in placed(text, columns, cells, width) if not _empty(cell)]
        if not named or _repeats(text, cells, table.rows[0]):
            continue
        label = _label(text, named)
        if found and label is None and _rest_of_row(text, cells, named):
            row = found[-1]
            found[-1] = Row(row.path, (row.span[0], named[-1][1][1]), row.cells)
            continue
        if _is_group(text, named, label):
            group = label or text.flow[slice(*named[0][1])][:1]
            last = 0
            continue
        order = label or str(last + 1)
        last = int(order) if order.isdigit() else last + 1
        span = named[0][1][0], named[-1][1][1]
        found.append(
            Row(_path(prefix, group, order), span, tuple(Cell(column, cell) for column, cell in named))
        )
    return found


def _repeats(text: Text, cells: Sequence[Span], head: Sequence[Span]) -> bool:
    """Whether a row is the head once more, at the top of a new page."""
    if len(cells) != len(head) or text.flow[slice(*cells[0])] != text.flow[slice(*head[0])]:
        return False
    return all(text.flow[slice(*a)] == text.flow[slice(*b)] for a, b in zip(cells, head, strict=True))


def _rest_of_row(text: Text, cells: Sequence[Span], named: Sequence[tuple[str, Span]]) -> bool:
    """Whether cells go on with those of the row above: no number, and the content begins inside a sentence."""
    content = next((cell for column, cell in named if column == "content"), None)
    return _empty(cells[0]) and content is not None and text.lines[content[0]].islower()


def _label(text: Text, named: Sequence[tuple[str, Span]]) -> str | None:
    """The number in the row's column of order, if it has one."""
    column, cell = named[0]
    words = text.flow[slice(*cell)].strip()
    if column == "order" and ORDER.match(words):
        return words.rstrip(".)")
    return None


def _is_group(text: Text, named: Iterable[tuple[str, Span]], label: str | None) -> bool:
    """A row that only names a group: nobody acts in it and nothing is due."""
    columns = {column for column, _ in named}
    return not columns & {"lead", "coordinate", "deadline", "product"} and (
        label is None or not label.isdigit() or len(columns) <= 2
    )


def _path(prefix: str, group: str | None, order: str) -> str:
    """ "PL.3", "PL.II.3"; a number that repeats its group's stands alone ("PL.2.1")."""
    if group is None or order.startswith(f"{group}."):
        return f"{prefix}.{order}"
    return f"{prefix}.{group}.{order}"
