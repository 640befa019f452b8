"""Tables as text.

A table of data becomes one line a row, its cells joined by " | ". A table that only places things
beside one another (letterhead, recipients and signature) keeps the lines of its cells: each cell is
closed by a line "|", each row by one more, as converters of official websites write it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

Cell = Sequence[str]
"""The lines of one cell."""

Drawn = Cell | None
"""A cell as drawn in one row: None where a cell of the rows above reaches down into this row."""

_PLACING_ROWS, _PLACING_COLUMNS = 4, 3


def table_lines(rows: Iterable[Sequence[Drawn]]) -> list[str]:
    """The lines of a table; rows without any words are left out.

    >>> table_lines([[["TT"], ["Nhiệm vụ"]], [["1"], ["Rà soát", "văn bản"]], [["2"], ["Tập huấn"]]])
    ['TT | Nhiệm vụ', '1 | Rà soát văn bản', '2 | Tập huấn']
    >>> table_lines([[["UBND TỈNH", "SỞ Y TẾ"], ["CỘNG HÒA", "Độc lập"]]])
    ['UBND TỈNH', 'SỞ Y TẾ', '|', 'CỘNG HÒA', 'Độc lập', '|', '|']
    """
    kept = [[[" ".join(line.split()) for line in cell] for cell in row] for row in spread(rows)]
    kept = [row for row in kept if any(line for cell in row for line in cell)]
    if _places(kept):
        return [line for row in kept for line in (*_stacked(row), "|")]
    return [" | ".join(" ".join(filter(None, cell)) for cell in row) for row in kept]


def spread(rows: Iterable[Sequence[Drawn]]) -> list[list[Cell]]:
    """The rows with the words of a merged cell in each row that it reaches, as a reader understands it.

    The number of a row is not said twice; and a row whose second cell, what is to be done, goes on as
    well is no row of its own: its words go to the row above, as those of a head in two rows do.

    >>> spread([[["1"], ["Rà soát"], ["Sở Y tế"]], [["2"], ["Tập huấn"], None]])
    [[['1'], ['Rà soát'], ['Sở Y tế']], [['2'], ['Tập huấn'], ['Sở Y tế']]]
    >>> spread([[["TT"], ["Việc"], ["Cơ quan"], []], [None, None, ["Chủ trì"], ["Phối hợp"]]])
    [[['TT'], ['Việc'], ['Cơ quan', 'Chủ trì'], ['Phối hợp']]]
    """
    found: list[list[Cell]] = []
    for row in rows:
        above = found[-1] if found else []
        if found and goes_on(row):
            pairs = zip_longest(above, row)
            found[-1] = [[*(cell or ()), *(below or ())] for cell, below in pairs]
        else:
            found.append([_reached(above, at) if cell is None else cell for at, cell in enumerate(row)])
    return found


def goes_on(row: Sequence[Drawn]) -> bool:
    """Whether a row only goes on with the one above: its number and what is to be done reach into it."""
    return len(row) > 1 and row[0] is None and row[1] is None


def _reached(above: Sequence[Cell], at: int) -> Cell:
    return above[at] if 0 < at < len(above) else []


def aligned(cells: Iterable[tuple[Drawn, int]]) -> list[Drawn]:
    """The cells of a row, each with how many columns it takes, in their columns.

    >>> aligned([(["TT"], 1), (["Cơ quan"], 2), (["Thời gian"], 1)])
    [['TT'], ['Cơ quan'], [], ['Thời gian']]
    >>> aligned([(["I. Tổ chức bộ máy"], 5)])
    [['I. Tổ chức bộ máy']]
    """
    row: list[Drawn] = []
    columns = 0
    for cell, width in cells:
        row += [[]] * (columns - len(row))
        row.append(cell)
        columns += width
    return row


def spanned(attribute: str | None) -> int:
    """How many rows or columns, 1 to 99, an attribute of a table's cell says; what is no such number is 1."""
    count = int(attribute) if attribute and attribute.isdecimal() and len(attribute) < 3 else 1
    return max(count, 1)


def _places(rows: Sequence[Sequence[Cell]]) -> bool:
    if not 0 < len(rows) <= _PLACING_ROWS or max(map(len, rows)) > _PLACING_COLUMNS:
        return False
    return any(sum(map(bool, cell)) > 1 for cell in rows[0]) or len(rows[0]) == 1


def _stacked(row: Sequence[Cell]) -> list[str]:
    return [line for cell in row for line in (*filter(None, cell), "|")]
