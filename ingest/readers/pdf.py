"""PDF: the text layer as paragraphs and rows of tables; pages that are only a picture by OCR."""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

from graph.errors import UnreadableDocument
from ingest.readers import Reading, damaged
from ingest.readers.encodings import repairer
from ingest.readers.paragraphs import paragraphs
from ingest.readers.printed import Line, print_of, printed_lines

_SCAN_RESOLUTION = 300
_PIECE = 64
# A stamp or a page number may lie on a picture as text.
_FEWEST_LETTERS = 10


def read(raw: bytes, name: str) -> Reading:
    """The text of a PDF, a line a paragraph or row of a table, and where its pages start.

    Raises:
        UnreadableDocument: damaged or locked by a password; or scanned, and tesseract is not installed.
    """
    lines = list(_lines(_mended(raw, name), name))
    repair = repairer("\n".join(line.words for line in lines))
    return paragraphs([_repaired(line, repair) for line in lines])


def _mended(raw: bytes, name: str) -> bytes:
    """The file written anew by pdfium, which opens many that are badly made."""
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise _unopened(name, error) from None
    mended = io.BytesIO()
    try:
        document.save(mended)
    except pypdfium2.PdfiumError as error:
        raise damaged(name, "PDF", error) from None
    finally:
        document.close()
    return mended.getvalue()


def _lines(raw: bytes, name: str) -> Iterator[Line]:
    import pdfplumber
    from pdfminer import pdftypes

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    pdftypes.decompress_corrupted = _salvaged
    with _damage(name):
        pages = pdfplumber.open(io.BytesIO(raw)).pages
    for page in pages:
        with _damage(name):
            found = print_of(page)
        lines = printed_lines(page, found)
        if sum(len(line.words) for line in lines) < _FEWEST_LETTERS and found.pictures:
            lines = list(_scanned(page, name))
        yield from lines
        page.close()


def _salvaged(data: bytes) -> bytes:
    """What can be unpacked of a broken stream.

    In the place of pdfminer's own, whose time grows with the square of the size.
    """
    unpacker = zlib.decompressobj()
    pieces: list[bytes] = []
    with suppress(zlib.error):
        for start in range(0, len(data), _PIECE):
            pieces.append(unpacker.decompress(data[start : start + _PIECE]))
    return b"".join(pieces)


@contextmanager
def _damage(name: str) -> Iterator[None]:
    """What is broken in a PDF shows itself as an error of any kind."""
    try:
        yield
    except Exception as error:
        raise damaged(name, "PDF", error) from None


def _repaired(line: Line, repair: Any) -> Line:
    return replace(line, words=repair(line.words), cells=tuple(map(repair, line.cells)))


def _unopened(name: str, error: Exception) -> UnreadableDocument:
    if "password" in str(error).lower():
        return UnreadableDocument(
            f"{name}: tệp PDF có mật khẩu; hãy bỏ mật khẩu rồi đọc lại.",
            f"{name}: this PDF is locked by a password; remove the password first.",
        )
    return damaged(name, "PDF", error)


def _scanned(page: Any, name: str) -> Iterator[Line]:
    from ingest.readers.scan import recognised

    with _damage(name):
        grey = page.to_image(resolution=_SCAN_RESOLUTION).original.convert("L")
    image = b"P5 %d %d 255\n" % grey.size + grey.tobytes()
    return recognised(image, name, page.page_number - 1)
