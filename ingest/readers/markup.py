"""Web pages: block elements as lines, tables row by row, without scripts, styles and navigation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from ingest.readers import Reading, damaged
from ingest.readers.cells import Drawn, aligned, spanned, table_lines
from ingest.readers.encodings import decode, repaired

_DROPPED = frozenset(
    {"script", "style", "nav", "noscript", "template", "head", "svg", "iframe", "button", "select", "object"}
)
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|d[dlt]|details|div|fieldset|figcaption|figure|footer|form"
    "|h[1-6]|header|hr|html|legend|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([-\w]{2,40})""", re.IGNORECASE)
# An item that prints its own mark gets no second one.
_MARKED = re.compile(r"[-+•*–]|\d{1,3}(?:\.\d{1,3})*[.)-]|[a-zđ]\)|[IVX]+[.-]")
_BAD_SHARE = 0.001
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(raw: bytes, name: str) -> Reading:
    """The visible text of an HTML page, one line a block element.

    Raises:
        UnreadableDocument: no markup, or an encoding that is not certain.
    """
    from lxml import etree, html

    text, encoding = _decoded(raw, name)
    text = _DECLARATION.sub("", text.lstrip("\ufeff"))
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise damaged(name, "HTML", error) from None
    return Reading(repaired(_Page().text_of(root)), encoding=encoding)


def _decoded(raw: bytes, name: str) -> tuple[str, str]:
    """The page's text by its declared encoding, else as for text files; a few bad bytes are let pass."""
    declared = _CHARSET.search(raw[:4096])
    encoding = declared[1].decode("ascii").lower() if declared else ""
    text = None
    with suppress(LookupError, UnicodeError):
        text = raw.decode(encoding, "replace") if encoding else None
    if text is not None and text.count("\ufffd") <= len(text) * _BAD_SHARE:
        return text, encoding
    return decode(raw, name)


class _Cell(NamedTuple):
    """The lines of a cell, and how many columns and rows it takes."""

    lines: list[str]
    columns: int
    rows: int


class _Page:
    """Walks the elements in document order, without recursion: pages may be nested deeply."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.words: list[str] = []
        self.tables: list[list[list[_Cell]]] = []
        self.lists: list[int | None] = []
        self.mark = ""
        self.dropped = 0
        self.verbatim = 0

    def text_of(self, root: Any) -> str:
        from lxml import etree

        for event, element in etree.iterwalk(root, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                self._open(element)
            else:
                self._close(element)
        self._break()
        return "\n".join(self.lines)

    def _open(self, element: Any) -> None:
        tag = element.tag
        if tag in _DROPPED:
            self.dropped += 1
        if self.dropped:
            return
        if tag == "br" or _BLOCK.fullmatch(tag):
            self._break()
        self.verbatim += tag == "pre"
        if tag in ("ul", "ol"):
            self.lists.append(_start(element) if tag == "ol" else None)
        elif tag == "li":
            self.mark = self._item()
        elif tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.tables:
            self._break()
            if not self.tables[-1]:
                self.tables[-1].append([])
            self.tables[-1][-1].append(
                _Cell([], spanned(element.get("colspan")), spanned(element.get("rowspan")))
            )
        self._say(element.text)

    def _close(self, element: Any) -> None:
        tag = element.tag
        if tag in _DROPPED:
            self.dropped -= 1
        elif not self.dropped:
            if _BLOCK.fullmatch(tag):
                self._break()
            self.verbatim -= tag == "pre"
            if tag in ("ul", "ol") and self.lists:
                self.lists.pop()
            elif tag == "table" and self.tables:
                self._put(table_lines(_drawn(self.tables.pop())))
        if not self.dropped:
            self._say(element.tail)

    def _item(self) -> str:
        """The mark of a list item: "- ", or its number."""
        if not self.lists or self.lists[-1] is None:
            return "- "
        number = self.lists[-1]
        self.lists[-1] = number + 1
        return f"{number}. "

    def _say(self, words: str | None) -> None:
        if not words:
            return
        if self.verbatim:
            first, *more = words.split("\n")
            self.words.append(first)
            for line in more:
                self._break()
                self.words.append(line)
        else:
            self.words.append(words)

    def _break(self) -> None:
        line = " ".join("".join(self.words).split())
        self.words = []
        if line:
            self._put([line if _MARKED.match(line) else self.mark + line])
            self.mark = ""

    def _put(self, lines: list[str]) -> None:
        """Add lines to the innermost open cell, else to the page."""
        if self.tables and self.tables[-1] and self.tables[-1][-1]:
            self.tables[-1][-1][-1].lines.extend(lines)
        else:
            self.lines.extend(lines)


def _drawn(rows: Iterable[Sequence[_Cell]]) -> Iterator[list[Drawn]]:
    """The rows as drawn: a page names a cell of several rows only in the first of them."""
    reaching: dict[int, int] = {}
    for row in rows:
        below: dict[int, int] = {}
        drawn: list[tuple[Drawn, int]] = []
        column = 0
        for cell in (*row, None):
            while reaching.get(column, 0) > 0:
                below[column] = reaching[column] - 1
                drawn.append((None, 1))
                column += 1
            if cell is not None:
                drawn.append((cell.lines, cell.columns))
                below.update(dict.fromkeys(range(column, column + cell.columns), cell.rows - 1))
                column += cell.columns
        reaching = below
        yield aligned(drawn)


def _start(element: Any) -> int:
    start = element.get("start") or ""
    return int(start) if start.isdecimal() and len(start) < 6 else 1
