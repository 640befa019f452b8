"""Lines of print to paragraphs: without page numbers and running heads, across the ends of lines and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from ingest.readers import Page, Reading
from ingest.readers.printed import Line
from ontology.load import document

# The parts of a page, at its top and its foot, where page numbers and running heads stand; the text
# itself starts 20 to 25 mm (7 to 8.5 %) from the edge by Nghị định 30/2020/NĐ-CP and 36-HD/VPTW.
_NUMBER_MARGIN, _HEAD_MARGIN = 0.12, 0.075
_SENTENCE_END = (".", ";", ":", "!", "?", "”", '"')


def paragraphs(lines: Sequence[Line]) -> Reading:
    """The lines of all pages as text, a line a paragraph or row of a table, and where the pages start."""
    return _joined(_whole_rows(_without_running(lines)))


def _without_running(lines: Sequence[Line]) -> list[Line]:
    """The lines without page numbers, and without what recurs at the edge of the pages."""
    pages = len({line.page for line in lines})
    heads = Counter(key for line in lines if (key := _running_key(line)))
    recurring = {key for key, count in heads.items() if count >= max(2, pages / 2)}
    kept = [
        line
        for line in lines
        if not (line.within(_NUMBER_MARGIN) and _pattern("number").fullmatch(line.words))
        and _running_key(line) not in recurring
    ]
    room: dict[float, float] = {}
    for line in kept:
        room[line.height] = max(room.get(line.height, 0.0), line.right)
    return [replace(line, room=room[line.height]) for line in kept]


def _running_key(line: Line) -> tuple[str, int] | None:
    """What is equal for a running head on each of its pages: its words but the figures, and its height."""
    if not line.within(_HEAD_MARGIN) or _pattern("item").match(line.words):
        return None
    return re.sub(r"\d+", "0", line.words), round(line.bottom / 10)


def _whole_rows(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with a table that runs over pages as one: its head once, a row that was cut as one row."""
    head: tuple[str, ...] = ()
    before: Line | None = None
    for line in lines:
        if before is None or not (before.cells and len(before.cells) == len(line.cells)):
            head = line.cells
        elif line.page != before.page or line.cells == head:
            if line.cells == head:
                continue
            if _cut(line.cells):
                cells = tuple(
                    " ".join(filter(None, pair)) for pair in zip(before.cells, line.cells, strict=True)
                )
                before = replace(before, words=" | ".join(cells), cells=cells)
                continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _cut(cells: Sequence[str]) -> bool:
    """Whether a row at the top of a page is the rest of the one before: nothing counts it, and a word goes on."""
    return (not cells[0] or cells[0][0].islower()) and any(cell[:1].islower() for cell in cells)


def _joined(lines: Iterable[Line]) -> Reading:
    """The lines joined to paragraphs. A line goes on if the next one's first word had no room on it."""
    text: list[str] = []
    length = 0
    pages: list[Page] = []
    before: Line | None = None
    for line in lines:
        if before is not None:
            joint = _joint(before, line)
            text.append(joint)
            length += len(joint)
        if before is None or before.page != line.page:
            pages.append((length, line.page))
        text.append(line.words)
        length += len(line.words)
        before = line
    return Reading("".join(text), tuple(pages))


def _joint(before: Line, line: Line) -> str:
    """What stands between two lines: nothing after a broken word, a space in a paragraph, else a line end."""
    if not _goes_on(before, line):
        return "\n"
    broken = before.words.endswith(("-", "/")) and before.words[-2:-1].isalnum() and line.words[:1].isalnum()
    return "" if broken else " "


def _goes_on(before: Line, line: Line) -> bool:
    if before.columned or line.columned:
        return False
    ended = before.words.endswith(_SENTENCE_END)
    item = _pattern("item").match(line.words) is not None
    if item and ended:
        return False
    if before.words.isupper() and not line.words.isupper():
        return False
    size = max(len(line.words), 1)
    word = (line.right - line.left) * len(line.words.split(" ", 1)[0]) / size
    # Letters differ in width: inside a sentence a line may look a little shorter than full.
    slack = 2.0 if ended or item else 0.08 * (before.room - before.left)
    if before.right + word < before.room - slack:
        return False
    if before.page != line.page:
        return not ended
    tall = max(before.bottom - before.top, line.bottom - line.top, 6.0)
    return 0 < line.bottom - before.bottom < 1.9 * tall


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(document("pages")[name])
