"""Text and Markdown files: the decoded file, untouched."""

from __future__ import annotations

from ingest.readers import Reading
from ingest.readers.encodings import decode


def read(raw: bytes, name: str) -> Reading:
    """The text of a .txt or .md file, with its line ends and byte order mark as they are.

    Raises:
        UnreadableDocument: binary data, or an encoding that is not certain.
    """
    text, encoding = decode(raw, name)
    return Reading(text, encoding=encoding)
