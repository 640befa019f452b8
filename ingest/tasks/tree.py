"""Numbered items, bullets and paragraphs as a tree, with the paths that name them.

Levels are found as the document uses them: a numbering seen before closes what stands below it, a
new one goes one level down. So "I- / 1- / a) / -" and "Điều 1 / I / 1 / - / +" are both read, with
gaps, and with styles mixed ("I-" then "II.").
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.tasks.numbering import Marker
from ingest.tasks.paragraphs import Paragraph
from ingest.tasks.sections import fits, holds, in_force
from ingest.text import Span, Text
from ontology.load import spelling

_ARTICLE = spelling("article")
_CLOSING = 600


@dataclass(slots=True)
class Item:
    """One element of the outline; spans count in the views.

    `path` as in "II.1", "II.1-2", "II.1¶2", "Điều 2.1", "PL.3". `kind`: section, number, letter,
    bullet, paragraph, article or row. `span` is the item's own text, without its children.
    `text_start` is the first letter after number or bullet. `parent` is the index of the parent.
    `heading`: it only heads what stands below. `operative`: it is an instruction (see `operative.py`).
    Both are told, and paths made unlike, when all items stand in their places.
    """

    path: str
    kind: str
    span: Span
    text_start: int
    parent: int | None
    heading: bool = False
    operative: bool = False


@dataclass(slots=True)
class _Open:
    """A level that is open: the style of its numbering, its item, and what it has counted so far."""

    style: str
    index: int | None
    path: str
    bullets: int = 0
    paragraphs: int = 0


class Builder:
    """Places paragraphs one after the other under the levels that are open.

    `prefix` is the root of all paths ("PL" for an annex, else "").
    """

    def __init__(self, prefix: str = "") -> None:
        self.items: list[Item] = []
        self.open = [_Open("root", None, prefix)]

    def add(self, paragraph: Paragraph) -> None:
        """Place one paragraph."""
        marker = paragraph.marker
        if marker is None:
            self._paragraph(paragraph)
        elif marker.kind == "part":
            self._part(paragraph)
        elif marker.kind == "bullet":
            self._bullet(paragraph, marker)
        else:
            self._numbered(paragraph, marker)

    def _part(self, paragraph: Paragraph) -> None:
        """Chapters and parts are no element of a path."""
        self.open = self.open[:1]
        self.open.append(_Open("part", self._put("", "section", paragraph), self.open[0].path))

    def _numbered(self, paragraph: Paragraph, marker: Marker) -> None:
        style = _style(marker, self.open)
        self._close(style, marker)
        above = self.open[-1].path
        kind, label, _ = marker
        if kind == "article":
            path = f"{_ARTICLE} {label}"
        else:
            path = _join(above, _own_label(label, above) if "." in label else label)
        index = self._put(path, "number" if kind == "inner" else kind, paragraph)
        self.open.append(_Open(style, index, path))

    def _close(self, style: str, marker: Marker) -> None:
        """Close the levels that an item of this style ends."""
        self._close_bullets()
        if self._close_level(style):
            return
        while len(self.open) > 1 and not _may_hold(self.open[-1].style, style, marker):
            self.open.pop()

    def _bullet(self, paragraph: Paragraph, marker: Marker) -> None:
        style = f"bullet{marker.label}"
        self._close_level(style)
        above = self.open[-1]
        above.bullets += 1
        path = f"{above.path}-{above.bullets}"
        self.open.append(_Open(style, self._put(path, "bullet", paragraph), path))

    def _close_bullets(self) -> None:
        while self.open[-1].style.startswith("bullet"):
            self.open.pop()

    def _close_level(self, style: str) -> bool:
        """Close the level of this style with all below it, if it is open."""
        for depth, level in enumerate(self.open):
            if level.style == style:
                del self.open[depth:]
                return True
        return False

    def _paragraph(self, paragraph: Paragraph) -> None:
        self._close_bullets()
        above = self.open[-1]
        above.paragraphs += 1
        self._put(f"{above.path}¶{above.paragraphs}", "paragraph", paragraph)

    def _put(self, path: str, kind: str, paragraph: Paragraph) -> int:
        start, end, marker = paragraph
        text_start = min(marker.text_start, end) if marker else start
        self.items.append(Item(path, kind, (start, end), text_start, self.open[-1].index))
        return len(self.items) - 1


def _style(marker: Marker, open_: list[_Open]) -> str:
    """What makes items siblings: "1." and "1.1." differ; "C" follows "B", alone it is a hundred."""
    if marker.kind == "number":
        return f"number{marker.label.count('.')}"
    if marker.kind == "letter" and len(marker.label) > 1:
        return "lettered number"
    if marker.kind == "section" and marker.label in "ABCDEFGHK":
        lettered = any(level.style == "capital" for level in open_)
        return "capital" if lettered or marker.label not in "CD" else "section"
    return marker.kind


def _may_hold(outer: str, inner: str, marker: Marker) -> bool:
    """Whether an item of style `inner` can stand below the open style `outer`, if neither is open."""
    if inner == "article":
        return outer in ("root", "part")
    if inner == "capital":
        return outer in ("root", "part", "article") or (outer == "section" and marker.label == "A")
    if inner == "section":
        return outer in ("root", "part", "article", "capital")
    if inner.startswith("number"):
        if outer.startswith("number"):
            return int(outer[-1]) < int(inner[-1])
        return outer not in ("letter", "inner") or inner == "number0"
    return True


def _own_label(label: str, above: str) -> str:
    """What of a number like "2.1" stands in a path: all, or the last of it where the rest stands above."""
    outer, _, own = label.rpartition(".")
    return own if above.endswith(outer) else label


def _join(path: str, label: str) -> str:
    return f"{path}.{label}" if path else label


def mark_headings(text: Text, items: list[Item]) -> None:
    """Mark the `items` that only head what stands below them."""
    for index in {item.parent for item in items[: _closing(text, items)]}:
        if index is not None:
            items[index].heading = _only_heads(text, items[index])


def _closing(text: Text, items: list[Item]) -> int:
    """Where the paragraphs begin that close the paper and stand under no item, if it has such."""
    for index in range(len(items) - 1, max(-1, len(items) - 4), -1):
        item = items[index]
        words = text.folded[item.span[0] : min(item.span[1], item.span[0] + _CLOSING)]
        if item.kind != "paragraph" or not (fits("closing", words) or in_force(words)):
            return index + 1
    return len(items)


def _only_heads(text: Text, item: Item) -> bool:
    words = text.folded[item.text_start : item.span[1]]
    if item.kind == "section" and not (words.endswith((".", ";")) and len(words.split()) > 25):
        return True
    if words.endswith(":"):
        return _names_only(words)
    if words.endswith((".", ";", ",", "…")):
        return len(words.split()) <= 9 and fits("addressee", words[:-1])
    return len(words) <= 420 and ". " not in words


def _names_only(words: str) -> bool:
    """Whether a line that ends with ":" names a body or a theme and says nothing of it yet."""
    if len(words.split()) <= 12:
        return True
    return ". " not in words and not holds("instructs", words)


def renumber(items: list[Item]) -> None:
    """An item whose own line instructs is the first of its paragraphs: those below count from two."""
    for item in items:
        parent = items[item.parent] if item.parent is not None else None
        if item.kind == "paragraph" and parent and parent.kind != "section" and not parent.heading:
            base, _, count = item.path.rpartition("¶")
            item.path = f"{base}¶{int(count) + 1}"


def tell_apart(items: list[Item]) -> None:
    """Put "#2" at a path that stood before; items that instruct keep the plain ones."""
    seen: dict[str, int] = {}
    for item in sorted(items, key=lambda item: not item.operative):
        count = seen[item.path] = seen.get(item.path, 0) + 1
        if count > 1 and item.path:
            item.path = f"{item.path}#{count}"
