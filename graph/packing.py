"""Texts and bytes as the workspace keeps them: compressed, every character of a text as it was."""

from __future__ import annotations

import zlib


def packed(content: bytes) -> bytes:
    """`content` compressed, fast rather than small. Inverse of `unpacked`."""
    return zlib.compress(content, 1)


def unpacked(content: bytes) -> bytes:
    """What `packed` was given."""
    return zlib.decompress(content)


def packed_text(text: str) -> bytes:
    """`text` compressed, lone surrogates of a damaged file too: offsets must survive the way back.

    >>> unpacked_text(packed_text("Kế hoạch"))
    'Kế hoạch'
    """
    return packed(text.encode("utf-8", "surrogatepass"))


def unpacked_text(content: bytes) -> str:
    """What `packed_text` was given."""
    return unpacked(content).decode("utf-8", "surrogatepass")
