"""PDF: the text layer as paragraphs, without page numbers and running heads; scanned pages by OCR."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graph.errors import UnreadableDocument
from ingest.readers import Page, Reading, damaged
from ingest.readers.encodings import repairer
from ontology.load import document

# The parts of a page, at its top and its foot, where page numbers and running heads stand; the text
# itself starts 20 to 25 mm (7 to 8.5 %) from the edge by Nghị định 30/2020/NĐ-CP and 36-HD/VPTW.
_NUMBER_MARGIN, _HEAD_MARGIN = 0.12, 0.075
_COLUMN = "    "
_SCAN_SCALE = 300 / 72
_SENTENCE_END = (".", ";", ":", "!", "?", "”", '"')


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of print; coordinates in points from the lower left. `room`: the page's right edge of text."""

    words: str
    page: int
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    height: float = 1.0
    room: float = 0.0
    scanned: bool = False

    def within(self, margin: float) -> bool:
        """Whether it stands at the top or foot of its page, in that share of the height."""
        return not self.scanned and (
            self.bottom > self.height * (1 - margin) or self.top < self.height * margin
        )


def read(raw: bytes, name: str) -> Reading:
    """The text of a PDF, a line a paragraph, and where its pages start.

    Raises:
        UnreadableDocument: damaged or locked by a password; or scanned, and tesseract is not installed.
    """
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise _unopened(name, error) from None
    try:
        lines = [line for number in range(len(document)) for line in _page_lines(document, number, name)]
    except pypdfium2.PdfiumError as error:
        raise damaged(name, "PDF", error) from None
    finally:
        document.close()
    repair = repairer("\n".join(line.words for line in lines))
    return _paragraphs([replace(line, words=repair(line.words)) for line in _without_running(lines)])


def _unopened(name: str, error: Exception) -> UnreadableDocument:
    if "password" in str(error).lower():
        return UnreadableDocument(
            f"{name}: tệp PDF có mật khẩu; hãy bỏ mật khẩu rồi đọc lại.",
            f"{name}: this PDF is locked by a password; remove the password first.",
        )
    return damaged(name, "PDF", error)


def _page_lines(document: Any, number: int, name: str) -> Iterator[_Line]:
    page = document[number]
    try:
        textpage = page.get_textpage()
        try:
            lines = list(_printed(textpage, page, number + 1))
        finally:
            textpage.close()
        if sum(len(line.words) for line in lines) < 10 and _has_image(page):
            lines = list(_scanned(page, number + 1, name))
    finally:
        page.close()
    yield from lines


def _printed(textpage: Any, page: Any, number: int) -> Iterator[_Line]:
    text = textpage.get_text_range()
    count = textpage.count_chars()
    height = page.get_height()
    start = 0
    for piece in text.split("\n"):
        words = piece.replace("\x02", "-").replace("\ufffe", "-").strip()
        if words:
            first = start + len(piece) - len(piece.lstrip())
            last = start + len(piece.rstrip()) - 1
            left, bottom, _, top = _box(textpage, min(first, count - 1))
            right = _box(textpage, min(last, count - 1))[2]
            words = _columned(textpage, words, min(first, count - 1), count, 1.5 * (top - bottom))
            yield _Line(words, number, left, right, top, bottom, height)
        start += len(piece) + 1


def _box(textpage: Any, character: int) -> tuple[float, ...]:
    """Left, bottom, right and top of a character; damaged files may give what is no number."""
    sides = textpage.get_charbox(character, loose=True)
    return tuple(side if math.isfinite(side) else 0.0 for side in sides)


def _columned(textpage: Any, words: str, first: int, count: int, wide: float) -> str:
    """`words`, which start at character `first`, with wide gaps between columns kept as four spaces."""
    pieces: list[str] = []
    start = 0
    for space in re.finditer(r"\s+", words):
        last, following = first + space.start() - 1, first + space.end()
        if following < count and last >= 0:
            gap = _box(textpage, following)[0] - _box(textpage, last)[2]
            pieces.append(words[start : space.start()] + (_COLUMN if gap > wide else " "))
            start = space.end()
    return "".join([*pieces, words[start:]])


def _has_image(page: Any) -> bool:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _scanned(page: Any, number: int, name: str) -> Iterator[_Line]:
    from ingest.readers.scan import recognised

    bitmap = page.render(scale=_SCAN_SCALE, grayscale=True)
    try:
        rows = bytes(bitmap.buffer)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    finally:
        bitmap.close()
    pixels = b"".join(rows[at * stride : at * stride + width] for at in range(height))
    image = b"P5 %d %d 255\n" % (width, height) + pixels
    for words in recognised(image, name).split("\n"):
        if words.strip("\x0c \t"):
            yield _Line(words.strip("\x0c \t"), number, scanned=True)


def _without_running(lines: Sequence[_Line]) -> list[_Line]:
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
    room: dict[int, float] = {}
    for line in kept:
        room[line.page] = max(room.get(line.page, 0.0), line.right)
    return [replace(line, room=room[line.page]) for line in kept]


def _running_key(line: _Line) -> tuple[str, int] | None:
    """What is equal for a running head on each of its pages: its words but the figures, and its height."""
    if not line.within(_HEAD_MARGIN) or _pattern("item").match(line.words):
        return None
    return re.sub(r"\d+", "0", line.words), round(line.bottom / 10)


def _paragraphs(lines: Iterable[_Line]) -> Reading:
    """The lines joined to paragraphs. A line goes on if the next one's first word had no room on it."""
    text: list[str] = []
    length = 0
    pages: list[Page] = []
    before: _Line | None = None
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


def _joint(before: _Line, line: _Line) -> str:
    """What stands between two lines: nothing after a broken word, a space in a paragraph, else a line end."""
    if not _goes_on(before, line):
        return "\n"
    broken = before.words.endswith(("-", "/")) and before.words[-2:-1].isalnum() and line.words[:1].isalnum()
    return "" if broken else " "


def _goes_on(before: _Line, line: _Line) -> bool:
    if _COLUMN in before.words or _COLUMN in line.words:
        return False
    if before.scanned or line.scanned or _pattern("item").match(line.words):
        return False
    if before.words.isupper() and not line.words.isupper():
        return False
    size = max(len(line.words), 1)
    word = (line.right - line.left) * len(line.words.split(" ", 1)[0]) / size
    ended = before.words.endswith(_SENTENCE_END)
    # Letters differ in width: inside a sentence a line may look a little shorter than full.
    slack = 2.0 if ended else 0.08 * (before.room - before.left)
    if before.right + word < before.room - slack:
        return False
    if before.page != line.page:
        return not ended
    tall = max(before.top - before.bottom, line.top - line.bottom, 6.0)
    return 0 < before.bottom - line.bottom < 1.9 * tall


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(document("pages")[name])
