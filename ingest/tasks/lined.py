"""Tables a row a line, their cells parted by "|", tabs or walls of spaces (Markdown among them)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.tasks.columns import GROUP, column_of, ordered
from ingest.tasks.rows import Table
from ingest.text import Span, Text

_SPACED = re.compile(r"\t[ ]{0,9}|[ ]{3,}")
_GAPS = ("|", "\t", "   ")
_RULE_CELL = re.compile(r"[ \t:|+=\-]{1,400}$")
_HEAD_LINES = 3


def gapped(text: Text, span: Span) -> bool:
    """Whether anything in `span` parts cells."""
    return any(text.lines.find(gap, *span) >= 0 for gap in _GAPS)


def lined_tables(text: Text, part: Span, signs: Sequence[int]) -> Iterator[Table]:
    """Tables whose rows are lines with "|" or tabs; their head is found by the column of who leads."""
    done = part[0]
    for sign in signs:
        if sign < done:
            continue
        line = line_around(text, sign, part)
        done = line[1]
        if not gapped(text, line):
            continue
        head = _head_line(text, line, part)
        if head:
            columns = _cut(text, head)
            bare = text.lines[text.trim(head)[0]] != "|" and "|" in text.lines[slice(*head)]
            done, rows = _lines_below(text, head[1], part, len(columns), bare)
            yield Table((head[0], done), (tuple(columns), *rows))


def _head_line(text: Text, line: Span, part: Span) -> Span | None:
    """The line of a table's head: this one, or one above where the head takes two with a rule between."""
    head = line
    for _ in range(_HEAD_LINES):
        cells = _cut(text, head)
        columns = [column_of(text, cell) for cell in cells]
        known = sum(column != "other" for column in columns)
        if len(cells) >= 3 and known >= (2 if {"content", "goal"} <= set(columns) else 3):
            return head
        if head[0] <= part[0]:
            break
        head = line_around(text, head[0] - 1, part)
    return None


def line_around(text: Text, at: int, part: Span) -> Span:
    """The line of `part` in which the offset `at` stands, without the breaks that bound it."""
    start = max(text.lines.rfind("\n", part[0], at) + 1, part[0])
    end = text.lines.find("\n", at, part[1])
    return start, end if end >= 0 else part[1]


def _cut(text: Text, line: Span, columns: int = 0) -> list[Span]:
    """The cells of a line; a wall of spaces or a tab parts them where there is no "|".

    Below a head of so many `columns` that no "|" opens, a row that begins with one has an empty first cell.
    """
    start, end = text.trim(line)
    if end - start > 20_000:
        return []
    content = text.lines[start:end]
    if "|" in content:
        bounds = [i for i, sign in enumerate(content) if sign == "|"]
        spans = zip([-1, *bounds], [*bounds, len(content)], strict=True)
        cells = [text.trim((start + a + 1, start + b)) for a, b in spans]
        if columns and not (content.startswith("|") and content.endswith("|") and len(cells) == columns + 2):
            return cells
        if content.startswith("|"):
            cells = cells[1:]
        return cells[:-1] if content.endswith("|") and len(content) > 1 else cells
    cells, at = [], start
    for gap in _SPACED.finditer(text.lines, start, end):
        cells.append((at, gap.start()))
        at = gap.end()
    return [*cells, (at, end)]


def _lines_below(
    text: Text, pos: int, part: Span, columns: int, bare: bool
) -> tuple[int, list[tuple[Span, ...]]]:
    """The rows below a head: (where they end, rows). A line without cells goes on with the row above.

    `bare`: no "|" opens the head.
    """
    rows: list[list[Span]] = []
    end, blanks = pos, 0
    while pos < part[1]:
        line = line_around(text, pos + 1, part) if pos + 1 < part[1] else (part[1], part[1])
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
        cells = _cut(text, line, columns if bare else 0)
        grouped = len(cells) == 1 and not blanks and _names_group(text, cells[0], pos, part, columns)
        if len(cells) < 2 and not grouped and (blanks or not rows or not content[0].islower()):
            break
        blanks, end = 0, pos
        if grouped:
            rows.append(cells)
            continue
        if rows and _goes_on(text, rows[-1], cells, columns):
            rows[-1][-1] = (rows[-1][-1][0], cells[0][1])
            rows[-1] += cells[1:]
        elif _is_row(text, cells, columns) or (not rows and _names_roles(text, cells)):
            rows.append(cells)
        elif rows:
            rows[-1][-1] = (rows[-1][-1][0], cells[-1][1])
        else:
            break
    return end, [tuple(row) for row in rows]


def _is_row(text: Text, cells: Sequence[Span], columns: int) -> bool:
    """Whether a line is a row of its own: it has enough cells, or a number and one more."""
    return len(cells) >= min(3, columns) or (len(cells) == 2 and ordered(text, cells[0]))


def _names_roles(text: Text, cells: Sequence[Span]) -> bool:
    """Whether a line is the lower one of a head: "Chủ trì | Phối hợp"."""
    return {column_of(text, cell) for cell in cells} <= {"lead", "coordinate"}


def _names_group(text: Text, cell: Span, end: int, part: Span, columns: int) -> bool:
    """Whether a line names the group of the rows below: one cell across the table, numbered or in capitals."""
    words = text.lines[slice(*cell)]
    if end >= part[1] or not (GROUP.match(words) or words.isupper()):
        return False
    return len(_cut(text, line_around(text, end + 1, part))) >= min(3, columns)


def _goes_on(text: Text, row: Sequence[Span], cells: Sequence[Span], columns: int) -> bool:
    """Whether a line holds the rest of a row that was wrapped inside a cell."""
    return len(row) + len(cells) - 1 == columns and len(row) < columns and not ordered(text, cells[0])
