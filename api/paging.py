"""Lists a page at a time: `{items, next}`, where `next` is the cursor of the page that follows."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any

from graph.errors import UsageError

PAGE = 100
MOST = 1000


def cursor_of(offset: int) -> str:
    """The cursor of the page that starts at `offset`.

    >>> offset_of(cursor_of(200))
    200
    """
    return base64.urlsafe_b64encode(f"at:{offset}".encode()).decode().rstrip("=")


def offset_of(cursor: str | None) -> int:
    """Where a cursor's page starts; 0 without a cursor.

    Raises:
        UsageError: it is no cursor of ours.
    """
    if not cursor:
        return 0
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        word, _, offset = text.partition(":")
        if word != "at" or not 0 <= int(offset) < 1 << 40:
            raise ValueError(text)
    except ValueError as error:
        raise UsageError(
            "con trỏ trang không đúng; hãy dùng giá trị next của trang trước",
            "that is no cursor; use the next of the page before",
        ) from error
    return int(offset)


def page_of(rows: Sequence[Any], cursor: str | None = None, limit: int = PAGE) -> dict[str, Any]:
    """The page of `rows` at `cursor`, at most `limit` long.

    >>> page_of("abc", limit=2)
    {'items': ['a', 'b'], 'next': 'YXQ6Mg'}
    >>> page_of("abc", "YXQ6Mg", 2)
    {'items': ['c'], 'next': None}
    """
    start = offset_of(cursor)
    end = start + max(1, min(limit, MOST))
    return {"items": list(rows[start:end]), "next": cursor_of(end) if end < len(rows) else None}
