"""The numbers that Word draws before paragraphs ("1.", "a)", "I."); they are not in the text itself.

A paragraph, or its style, names a list (numId) and a level; the list names an abstract list whose
levels have a format and a pattern ("%1.%2."). Source: ECMA-376 part 1, §17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    pattern: str
    start: int
    legal: bool


class Numbering:
    """Counts the lists of one document; ask for its paragraphs in document order."""

    def __init__(self, document: Any) -> None:
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._styles = {
            style.get(f"{_W}styleId"): style for style in document.styles.element.iter(f"{_W}style")
        }
        self._counts: dict[str, list[int | None]] = {}
        part = next((r.target_part for r in document.part.rels.values() if _is_numbering(r)), None)
        if part is not None:
            self._read(part.element)

    def next(self, paragraph: Any) -> str:
        """The number of the next paragraph, "" if it has none; a drawn bullet is "-"."""
        name, depth = self._list_of(paragraph)
        found = self._lists.get(name or "")
        if found is None or depth not in found[1]:
            return ""
        abstract, levels = found
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        before = counts[depth]
        counts[depth] = levels[depth].start if before is None else before + 1
        for deeper in range(depth + 1, _LEVELS):
            counts[deeper] = None
        level = levels[depth]
        if level.format in ("bullet", "none"):
            return "-" if level.format == "bullet" and level.pattern.strip() else ""
        return _drawn(level, levels, counts).strip()

    def _list_of(self, paragraph: Any) -> tuple[str | None, int]:
        """The list's id and the level, of the paragraph itself or of its style."""
        name, depth = _numbered(paragraph.find(f"{_W}pPr"))
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        key = style.get(f"{_W}val") if style is not None else None
        for _ in range(20):
            if (name is not None and depth is not None) or key not in self._styles:
                break
            element = self._styles[key]
            inherited, level = _numbered(element.find(f"{_W}pPr"))
            name, depth = name if name is not None else inherited, depth if depth is not None else level
            base = element.find(f"{_W}basedOn")
            key = base.get(f"{_W}val") if base is not None else None
        return name, min(max(depth or 0, 0), _LEVELS - 1)

    def _read(self, numbering: Any) -> None:
        abstracts = {a.get(f"{_W}abstractNumId"): a for a in numbering.iter(f"{_W}abstractNum")}
        for number in numbering.iter(f"{_W}num"):
            name = number.get(f"{_W}numId")
            reference = number.find(f"{_W}abstractNumId")
            key = reference.get(f"{_W}val") if reference is not None else None
            if name == "0" or key not in abstracts:
                continue
            levels = {
                _int(level.get(f"{_W}ilvl")): _level(level) for level in abstracts[key].iter(f"{_W}lvl")
            }
            restarted = False
            for override in number.iter(f"{_W}lvlOverride"):
                depth = _int(override.get(f"{_W}ilvl"))
                restarted = True
                own = override.find(f"{_W}lvl")
                if own is not None:
                    levels[depth] = _level(own)
                start = override.find(f"{_W}startOverride")
                if start is not None and depth in levels:
                    old = levels[depth]
                    levels[depth] = _Level(old.format, old.pattern, _int(start.get(f"{_W}val")), old.legal)
            self._lists[name] = (f"num {name}" if restarted else f"abstract {key}", levels)


def _is_numbering(relation: Any) -> bool:
    return bool(not relation.is_external and relation.reltype.endswith("/numbering"))


def _numbered(properties: Any) -> tuple[str | None, int | None]:
    numbers = properties.find(f"{_W}numPr") if properties is not None else None
    if numbers is None:
        return None, None
    name, level = numbers.find(f"{_W}numId"), numbers.find(f"{_W}ilvl")
    return (
        name.get(f"{_W}val") if name is not None else None,
        _int(level.get(f"{_W}val")) if level is not None else None,
    )


def _level(element: Any) -> _Level:
    def value(tag: str, default: str) -> str:
        child = element.find(f"{_W}{tag}")
        return (child.get(f"{_W}val") or "") if child is not None else default

    legal = element.find(f"{_W}isLgl") is not None
    return _Level(value("numFmt", "decimal"), value("lvlText", ""), _int(value("start", "1")), legal)


def _drawn(level: _Level, levels: dict[int, _Level], counts: list[int | None]) -> str:
    def place(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        shown = levels.get(depth)
        if shown is None:
            return ""
        count = counts[depth]
        return _figure(
            count if count is not None else shown.start, "decimal" if level.legal else shown.format
        )

    return re.sub(r"%([1-9])", place, level.pattern)


def _figure(count: int, format: str) -> str:
    """`count` in a number format of Word; unknown formats count in figures."""
    if format in ("lowerRoman", "upperRoman"):
        roman = ""
        rest = min(count, 3999)
        for value, sign in (*_ROMAN, *_ROMAN_ONES):
            roman += sign * (rest // value)
            rest %= value
        return roman.upper() if format == "upperRoman" else roman
    if format in ("lowerLetter", "upperLetter") and count > 0:
        letter = _LETTERS[(count - 1) % 26] * min((count - 1) // 26 + 1, 9)
        return letter.upper() if format == "upperLetter" else letter
    if format == "decimalZero":
        return f"{count:02}"
    return str(count)


def _int(value: str | None) -> int:
    try:
        return int(value or 0)
    except ValueError:
        return 0
