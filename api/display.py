"""How values are put into words for people: dates, directive names, numbers. Programs get raw values."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from api.messages import word
from ontology.dates import date_text as date_text
from ontology.fold import fold
from ontology.load import document

Row = dict[str, Any]


def title_of(row: Row) -> str:
    """What a directive is called in one phrase: type and number, else its title, else its id.

    >>> title_of({"type": "nghị quyết", "number": "25-NQ/TW"})
    'Nghị quyết 25-NQ/TW'
    >>> title_of({"type": "luật", "number": "31/2024/QH15", "title": "Luật Đất đai"})
    'Luật Đất đai 31/2024/QH15'
    """
    kind, number = row.get("type"), row.get("number")
    if number and _is_named(row):
        return f"{clean(row['title'])} {number}"
    if number:
        return f"{capital(kind)} {number}" if kind else str(number)
    title = clean(row.get("title"))
    if title and kind and not title.lower().startswith(kind):
        return f"{capital(kind)} {title}"
    return capital(title) or capital(kind) or str(row["id"]).removeprefix("directive/")


def shortened(text: str, most: int = 80) -> str:
    """`text` up to a word's end within `most` characters, "…" for the rest.

    >>> shortened("Kế hoạch thực hiện Kết luận", 20)
    'Kế hoạch thực hiện…'
    """
    return text if len(text) <= most else text[: most + 1].rsplit(" ", 1)[0] + "…"


def subtitle_of(row: Row) -> str:
    """The subject of a directive, where `title_of` did not already say it."""
    return clean(row.get("title")) if row.get("number") and not _is_named(row) else ""


def _is_named(row: Row) -> bool:
    """Whether the title is a name that begins with the type, as those of laws do."""
    title, kind = fold(clean(row.get("title"))), fold(row.get("type") or "")
    return bool(kind) and title.startswith(f"{kind} ") and kind in document("named")["statutes"]


def clean(text: Any) -> str:
    """One line without Markdown marks.

    >>> clean("về **công tác**\\n dân vận")
    'về công tác dân vận'
    """
    return " ".join(re.sub(r"\*+|</?[a-z]{1,4}>", "", str(text or "")).split())


def shouts(text: str) -> bool:
    """Whether a title is printed in capitals, which pages set smaller.

    >>> shouts("VỀ VIỆC CÔNG BỐ 12-QĐ/TU"), shouts("Về việc")
    (True, False)
    """
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 8 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def capital(text: Any) -> str:
    """`text` with its first letter in capitals."""
    words = str(text or "")
    return words[:1].upper() + words[1:]


def issued_by(row: Row) -> str:
    """Issuer with its province, the province not said twice.

    >>> issued_by({"issuer": "Tỉnh ủy Sơn La", "province": "Sơn La"})
    'Tỉnh ủy Sơn La'
    """
    issuer, province = row.get("issuer") or "", row.get("province") or ""
    if province and province.lower() not in issuer.lower():
        return f"{issuer} ({province})" if issuer else province
    return issuer


def recurrence_text(value: str | None, lang: str) -> str:
    """ "half-yearly, yearly" in words."""
    return ", ".join(
        word("recurrence", part.strip(), lang) for part in (value or "").split(",") if part.strip()
    )


def due_text(row: Row, lang: str) -> str:
    """When a task is due, in words: deadline and recurrence."""
    deadline = row.get("deadline")
    shown = date_text(deadline, lang) if deadline else clean(row.get("deadline_text"))
    return "; ".join(part for part in (shown, recurrence_text(row.get("recurrence"), lang)) if part)


def width_of(text: str) -> int:
    """Columns of a terminal that `text` takes; combining marks take none, wide characters two."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> Iterator[str]:
    """The lines of `text` at most `width` columns wide, `first` before the first, `rest` before others.

    A word longer than a line stands on a line of its own, uncut, so that it can be copied.

    >>> list(wrap("một hai ba", 9, "- "))
    ['- một hai', '  ba']
    """
    rest = " " * width_of(first) if rest is None else rest
    line, taken, empty = first, width_of(first), True
    for part in text.split():
        size = width_of(part)
        if not empty and taken + 1 + size > width:
            yield line
            line, taken, empty = rest, width_of(rest), True
        line += part if empty else f" {part}"
        taken += size + (0 if empty else 1)
        empty = False
    yield line.rstrip() if empty else line


def set_table(heads: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> Iterator[str]:
    """A table in `width` columns, cells wrapped, the widest columns giving way first.

    >>> for line in set_table(["Số", "Tên"], [["1", "Kế hoạch của tỉnh"]], 16): print(line)
    Số  Tên
    ──  ────────────
    1   Kế hoạch của
        tỉnh
    """
    body = [[clean_cell(cell) for cell in row] for row in rows]
    wants = [max(map(width_of, column)) for column in zip(heads, *body, strict=True)]
    sizes = _fit(wants, [min(want, 8) for want in wants], width - 2 * (len(heads) - 1))
    yield from _line(list(heads), sizes)
    yield "  ".join("─" * size for size in sizes)
    for row in body:
        yield from _line(row, sizes)


def clean_cell(cell: Any) -> str:
    """A cell's text without control characters, so that a title cannot steer the terminal."""
    text = " ".join(str("" if cell is None else cell).split())
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf"))


def _fit(wants: list[int], least: list[int], room: int) -> list[int]:
    sizes = list(wants)
    while sum(sizes) > room:
        widest = max(range(len(sizes)), key=lambda at: sizes[at] - least[at])
        if sizes[widest] <= least[widest]:
            break
        second = sorted(sizes)[-2] if len(sizes) > 1 else least[widest]
        over = sum(sizes) - room
        sizes[widest] = max(least[widest], sizes[widest] - over, min(second, sizes[widest] - 1))
    return sizes


def _line(cells: list[str], sizes: list[int]) -> Iterator[str]:
    parts = [list(wrap(cell, size)) or [""] for cell, size in zip(cells, sizes, strict=True)]
    for at in range(max(map(len, parts))):
        pieces = [part[at] if at < len(part) else "" for part in parts]
        line = "  ".join(
            piece + " " * (size - width_of(piece)) for piece, size in zip(pieces, sizes, strict=True)
        )
        yield line.rstrip()
