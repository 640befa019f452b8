"""Scans: the text of images, by the tesseract command."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache

from graph.errors import UnreadableDocument
from ingest.readers import Page, Reading

_INSTALL = "sudo apt-get install tesseract-ocr tesseract-ocr-vie"
_SECONDS_A_PAGE = 300


def read(raw: bytes, name: str) -> Reading:
    """The text of an image; a TIFF of several pages gives its pages.

    Raises:
        UnreadableDocument: tesseract or its Vietnamese model is not installed, or the image is damaged.
    """
    text, pages = "", []
    for number, page in enumerate(recognised(raw, name).split("\x0c"), 1):
        if page.strip():
            pages.append((len(text), number))
            text += page.strip("\n") + "\n"
    return Reading(text, tuple[Page, ...](pages))


def recognised(image: bytes, name: str) -> str:
    """The text that tesseract sees in `image` (PNG, JPEG, TIFF or PNM), pages parted by form feeds.

    Raises:
        UnreadableDocument: as for `read`.
    """
    if not _installed():
        raise UnreadableDocument(
            f"{name}: tệp là ảnh quét, cần lệnh tesseract để nhận dạng chữ; hãy cài: {_INSTALL}",
            f"{name}: this is a scan and needs the tesseract command; install it with: {_INSTALL}",
        )
    command = ["tesseract", "stdin", "stdout", "-l", "vie"]
    try:
        done = subprocess.run(command, input=image, capture_output=True, timeout=_SECONDS_A_PAGE, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        raise UnreadableDocument(
            f"{name}: không nhận dạng được chữ trong ảnh; hãy quét lại hoặc dùng tệp gốc.",
            f"{name}: no text could be recognised in the image; scan it again or use the original file.",
            detail=str(error),
        ) from None
    return done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")


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
