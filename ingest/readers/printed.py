"""A printed page as lines: words in their places, columns apart, a ruled table row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from ingest.readers.cells import Drawn, goes_on, spread

_COLUMN = "    "
# In heights of the letters: what parts two words (a thin space), and two columns.
_WORD_GAP, _COLUMN_GAP = 0.2, 1.5
# Points between the middles of words on one line: superscripts and mixed fonts stand off a little.
_LINE_SLACK = 3.0

Word = dict[str, Any]
"""A word of the page with `text`, `x0`, `x1`, `top` and `bottom`."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the upper left of the page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print, or a row of a table; coordinates in points from the upper left.

    `room`: the right edge of text on pages of this height. `cells`: of a row of a table.
    """

    words: str
    page: int
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    height: float = 1.0
    room: float = 0.0
    cells: tuple[str, ...] = ()

    @property
    def columned(self) -> bool:
        """Whether it is of several columns, so that it neither goes on nor is gone on with."""
        return bool(self.cells) or _COLUMN in self.words

    def within(self, margin: float) -> bool:
        """Whether it stands at the top or foot of its page, in that share of the height."""
        if self.cells:
            return False
        return self.top < self.height * margin or self.bottom > self.height * (1 - margin)


class Print(NamedTuple):
    """What stands on a page: its words, its ruled tables, and how many pictures."""

    words: list[Word]
    tables: list[Any]
    pictures: int


def print_of(page: Any) -> Print:
    """What stands on a page of pdfplumber, which finds it only when asked."""
    return Print(page.extract_words(x_tolerance_ratio=_WORD_GAP), page.find_tables(), len(page.images))


def printed_lines(page: Any, found: Print) -> list[Line]:
    """The lines of a page from top to bottom; where it has ruled tables, their rows."""
    words = found.words
    lines: list[Line] = []
    for table in found.tables:
        if max(len(row.cells) for row in table.rows) > 1:
            lines += _rows(page, table, [word for word in words if _inside(word, table.bbox)])
            words = [word for word in words if not _inside(word, table.bbox)]
    lines += [line_of(line, page.page_number, page.height) for line in _aligned(words)]
    return sorted(lines, key=lambda line: (line.top, line.left))


def _aligned(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words line by line from top to bottom, each line from left to right."""
    from pdfplumber.utils.clustering import cluster_objects

    for line in cluster_objects(list(words), lambda word: (word["top"] + word["bottom"]) / 2, _LINE_SLACK):
        yield sorted(line, key=lambda word: float(word["x0"]))


def line_of(words: Sequence[Word], page: int, height: float) -> Line:
    """The line that `words` make, from left to right, on a page of this height; wide gaps part columns."""
    top, bottom = min(word["top"] for word in words), max(word["bottom"] for word in words)
    wide = _COLUMN_GAP * max(word["bottom"] - word["top"] for word in words)
    text = words[0]["text"]
    for before, word in pairwise(words):
        text += (_COLUMN if word["x0"] - before["x1"] > wide else " ") + word["text"]
    left, right = words[0]["x0"], max(word["x1"] for word in words)
    return Line(text, page, left, right, top, bottom, height)


def _rows(page: Any, table: Any, words: Sequence[Word]) -> Iterator[Line]:
    """A line for each row that holds words."""
    boxes = sorted(table.cells, key=lambda box: box[1])
    lefts = sorted({box[0] for box in boxes})
    drawn = [[_drawn(words, boxes, row, at) for at in enumerate(lefts)] for row in table.rows]
    own = [row for row, cells in zip(table.rows, drawn, strict=True) if not goes_on(cells)]
    for row, lines in zip(own, spread(drawn), strict=True):
        cells = tuple(" ".join(cell) for cell in lines)
        if any(cells):
            left, top, right, bottom = row.bbox
            shown = " | ".join(cells)
            yield Line(shown, page.page_number, left, right, top, bottom, page.height, cells=cells)


def _drawn(words: Sequence[Word], boxes: Sequence[Box], row: Any, column: tuple[int, float]) -> Drawn:
    """The lines of a row's cell in the column (its place, its left edge); merged, where it begins."""
    place, left = column
    box = row.cells[place]
    if box is not None:
        lines = _aligned([word for word in words if _inside(word, box)])
        return [" ".join(word["text"] for word in line) for line in lines]
    top = row.bbox[1]
    reaches = any(box[0] <= left < box[2] and box[1] < top < box[3] for box in boxes)
    return None if reaches else []


def _inside(word: Word, box: Box) -> bool:
    left, top, right, bottom = box
    across: float = (word["x0"] + word["x1"]) / 2
    down: float = (word["top"] + word["bottom"]) / 2
    return left <= across < right and top <= down < bottom
