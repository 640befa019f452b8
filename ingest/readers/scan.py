"""Scans: the words of images in their places, by the tesseract command."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from statistics import fmean

from graph.errors import UnreadableDocument
from ingest.readers import Reading
from ingest.readers.paragraphs import paragraphs
from ingest.readers.printed import Line, Word, line_of

_INSTALL = "sudo apt-get install tesseract-ocr tesseract-ocr-vie"
_SECONDS_A_PAGE = 300
# Points; the picture of a page does not say how large the page was.
_A4_WIDTH = 595.0
# Levels of tesseract's table: a row is a page, or a word; the other levels only hold these together.
_PAGE, _WORD = "1", "5"


def read(raw: bytes, name: str) -> Reading:
    """The text of an image, a line a paragraph; a TIFF of several pages gives its pages.

    Raises:
        UnreadableDocument: tesseract or its Vietnamese model is not installed, or the image is damaged.
    """
    return paragraphs(list(recognised(raw, name)))


def recognised(image: bytes, name: str, before: int = 0) -> Iterator[Line]:
    """The lines that tesseract sees in `image` (PNG, JPEG, TIFF or PNM); its first page is `before` + 1.

    Raises:
        UnreadableDocument: as for `read`.
    """
    scale = height = 1.0
    for page, rows in groupby(_table(image, name), lambda row: int(row["page_num"])):
        parts: dict[tuple[str, ...], list[Word]] = {}
        for row in rows:
            if row["level"] == _PAGE:
                scale = _A4_WIDTH / max(int(row["width"]), 1)
                height = int(row["height"]) * scale
            elif row["level"] == _WORD and row["text"].strip():
                part = (row["block_num"], row["par_num"], row["line_num"])
                parts.setdefault(part, []).append(_word(row, scale))
        for words in _side_by_side(list(parts.values())):
            yield line_of(words, before + page, height)


def _word(row: dict[str, str], scale: float) -> Word:
    left, top = int(row["left"]) * scale, int(row["top"]) * scale
    right, bottom = left + int(row["width"]) * scale, top + int(row["height"]) * scale
    return {"text": row["text"].strip(), "x0": left, "x1": right, "top": top, "bottom": bottom}


def _side_by_side(parts: list[list[Word]]) -> Iterator[list[Word]]:
    """The lines from top to bottom, with those that stand in columns beside each other as one."""
    line: list[Word] = []
    for part in sorted(parts, key=_middle):
        if line and _beside(line, part):
            line = sorted(line + part, key=lambda word: float(word["x0"]))
        else:
            if line:
                yield line
            line = part
    if line:
        yield line


def _beside(line: list[Word], part: list[Word]) -> bool:
    """Whether a part of a line stands at the height of the line, in a column that is still empty."""
    tall: float = min(max(word["bottom"] - word["top"] for word in words) for words in (line, part))
    free = all(word["x1"] <= part[0]["x0"] or word["x0"] >= part[-1]["x1"] for word in line)
    return free and abs(_middle(part) - _middle(line)) < tall / 2


def _middle(words: list[Word]) -> float:
    return fmean((word["top"] + word["bottom"]) / 2 for word in words)


def _table(image: bytes, name: str) -> Iterator[dict[str, str]]:
    """What tesseract finds, a row a page, block, paragraph, line or word."""
    if not _installed():
        raise UnreadableDocument(
            f"{name}: tệp là ảnh quét, cần lệnh tesseract để nhận dạng chữ; hãy cài: {_INSTALL}",
            f"{name}: this is a scan and needs the tesseract command; install it with: {_INSTALL}",
        )
    command = ["tesseract", "stdin", "stdout", "-l", "vie", "tsv"]
    try:
        done = subprocess.run(command, input=image, capture_output=True, timeout=_SECONDS_A_PAGE, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        raise UnreadableDocument(
            f"{name}: không nhận dạng được chữ trong ảnh; hãy quét lại hoặc dùng tệp gốc.",
            f"{name}: no text could be recognised in the image; scan it again or use the original file.",
            detail=str(error),
        ) from None
    table = done.stdout.decode("utf-8", "replace").split("\n")
    yield from csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def _installed() -> bool:
    """Whether the command and its Vietnamese model are there."""
    if shutil.which("tesseract") is None:
        return False
    try:
        listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, timeout=60, check=False)
    except (subprocess.SubprocessError, OSError):
        return False
    return "vie" in (listed.stdout + listed.stderr).decode("utf-8", "replace").split()
