"""Tables as text.

A table of data becomes one line a row, its cells joined by " | ". A table that only places things
beside one another (letterhead, recipients and signature) keeps the lines of its cells: each cell is
closed by a line "|", each row by one more, as converters of official websites write it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Cell = Sequence[str]
"""The lines of one cell."""

_PLACING_ROWS, _PLACING_COLUMNS = 4, 3


def table_lines(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """The lines of a table; rows without any words are left out.

    >>> table_lines([[["TT"], ["Nhiệm vụ"]], [["1"], ["Rà soát", "văn bản"]], [["2"], ["Tập huấn"]]])
    ['TT | Nhiệm vụ', '1 | Rà soát văn bản', '2 | Tập huấn']
    >>> table_lines([[["UBND TỈNH", "SỞ Y TẾ"], ["CỘNG HÒA", "Độc lập"]]])
    ['UBND TỈNH', 'SỞ Y TẾ', '|', 'CỘNG HÒA', 'Độc lập', '|', '|']
    """
    kept = [[[" ".join(line.split()) for line in cell] for cell in row] for row in rows]
    kept = [row for row in kept if any(line for cell in row for line in cell)]
    if _places(kept):
        return [line for row in kept for line in (*_stacked(row), "|")]
    return [" | ".join(" ".join(filter(None, cell)) for cell in row) for row in kept]


def _places(rows: Sequence[Sequence[Cell]]) -> bool:
    if not 0 < len(rows) <= _PLACING_ROWS or max(map(len, rows)) > _PLACING_COLUMNS:
        return False
    return any(sum(map(bool, cell)) > 1 for cell in rows[0]) or len(rows[0]) == 1


def _stacked(row: Sequence[Cell]) -> list[str]:
    return [line for cell in row for line in (*filter(None, cell), "|")]
