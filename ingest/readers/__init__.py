"""Files to text: one reader a format, each loaded only when a file of its kind is read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from graph.errors import UnreadableDocument

Page = tuple[int, int]
"""Where a page starts in the text, and its number."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: what rules and evidence count in is `text`.

    `text` of .txt and .md files is the decoded file, never normalised (a byte order mark counts);
    of the others it is one line a paragraph, heading or list item, table cells joined by " | ".
    `pages`: (start, page number), empty where the format has no pages. `encoding`: of text files.
    """

    name: str
    text: str
    media_type: str
    sha256: str
    raw: bytes
    pages: tuple[Page, ...] = ()
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader returns: the text, its pages, its encoding."""

    text: str
    pages: tuple[Page, ...] = ()
    encoding: str | None = None


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# Suffix: module of this package, media type.
_READERS = {
    ".txt": ("plain", "text/plain"),
    ".md": ("plain", "text/markdown"),
    ".html": ("markup", "text/html"),
    ".htm": ("markup", "text/html"),
    ".docx": ("word", _DOCX),
    ".pdf": ("pdf", "application/pdf"),
    ".png": ("scan", "image/png"),
    ".jpg": ("scan", "image/jpeg"),
    ".jpeg": ("scan", "image/jpeg"),
    ".tif": ("scan", "image/tiff"),
    ".tiff": ("scan", "image/tiff"),
}

MEDIA_TYPES = MappingProxyType({suffix: media for suffix, (_, media) in _READERS.items()})
"""The suffixes that can be read (lower case, with the dot), and their media types."""


def readable(path: Path) -> bool:
    """Whether a file of this name is one that `read_file` knows; hidden files and locks are not."""
    return path.suffix.lower() in _READERS and not path.name.startswith((".", "~$"))


def read_file(path: Path) -> Source:
    """The file at `path` with its text.

    Raises:
        UnreadableDocument: missing, a folder, empty, of an unknown kind, damaged, not decodable, or
            a scan where the tesseract command is not installed.

    >>> read_file(Path("nowhere.txt"))
    Traceback (most recent call last):
    ...
    graph.errors.UnreadableDocument: ...
    """
    name = path.name or str(path)
    raw = _bytes(path, name)
    return read_bytes(raw, name)


def read_bytes(raw: bytes, name: str) -> Source:
    """The file `raw` called `name`, as `read_file` would read it.

    Raises:
        UnreadableDocument: as for `read_file`.
    """
    suffix = Path(name).suffix.lower()
    if suffix not in _READERS:
        raise _unknown_kind(name, suffix)
    if not raw.strip():
        raise UnreadableDocument(f"{name}: tệp rỗng; hãy kiểm tra tệp gốc.", f"{name}: the file is empty.")
    module, media_type = _READERS[suffix]
    reader: Callable[[bytes, str], Reading] = import_module(f"ingest.readers.{module}").read
    reading = reader(raw, name)
    if not reading.text.strip("\ufeff \t\r\n\x0c"):
        raise UnreadableDocument(
            f"{name}: tệp không có chữ nào; hãy kiểm tra tệp gốc.", f"{name}: the file holds no text."
        )
    digest = hashlib.sha256(raw).hexdigest()
    return Source(name, reading.text, media_type, digest, raw, reading.pages, reading.encoding)


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableDocument(
                f"{name}: đây là thư mục, không phải tệp.", f"{name}: this is a folder, not a file."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableDocument(
            f"{name}: không có tệp này; hãy kiểm tra đường dẫn {path}.",
            f"{name}: there is no such file; check the path {path}.",
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableDocument(
            f"{name}: không mở được tệp ({reason}); hãy kiểm tra quyền đọc.",
            f"{name}: the file cannot be opened ({reason}); check that you may read it.",
        ) from None


def _unknown_kind(name: str, suffix: str) -> UnreadableDocument:
    known = ", ".join(MEDIA_TYPES)
    kind = suffix or "(không có phần mở rộng)"
    return UnreadableDocument(
        f"{name}: không đọc được loại tệp {kind}; hãy lưu lại thành một trong các loại: {known}.",
        f"{name}: files of kind {suffix or '(no suffix)'} are not read; save it as one of: {known}.",
    )


def damaged(name: str, kind: str, reason: object) -> UnreadableDocument:
    """The error for a file that is not what its suffix says, or is broken."""
    return UnreadableDocument(
        f"{name}: tệp {kind} bị hỏng hoặc không đúng định dạng; hãy mở và lưu lại tệp gốc.",
        f"{name}: this {kind} file is damaged or not of that format; open the original and save it again.",
        detail=str(reason),
    )
