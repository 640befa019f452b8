"""The number or bullet with which a line begins: "I-", "2.1.", "a)", "Điều 3.", "-"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ingest.text import Text
from ontology.casing import CAPITALS
from ontology.load import cues, document

_ROMAN = "[IVX]{1,5}"
_WORD_NEXT = r"(?=[^\W\d_]|[\"'(\[]|$|\d+[%,]|\d{2,3} |\d [^\W\d_]{2}|\d{1,3}/\d{1,3} [^\W\d_])"
_NUMBERS = re.compile(
    rf"(?P<section>{_ROMAN}|[A-HK])(?:[ ]?[.\-)/:][\-. ]{{0,3}}(?=[^\W\d_]|[\"'(])|[ ]?[.\-)/:][ ]*$)"
    r"|(?P<number>(?:\d{1,2}|l(?=[.]))(?:\.\d{1,2}){0,3})"
    r"(?:[ ]?[.)/:](?![\d/])[\-. ]{0,3}|[ ]?-[ ]{0,3}(?![\d\-])|-[ ]{1,3}(?=\d{1,3}(?:,\d{1,2})?[ ]?%)"
    rf"|\.?[ ]{{1,4}}(?=[{CAPITALS}])|,[ ]{{1,2}}(?=[{CAPITALS}][^\W\d_]* (?![IVX0-9]))){_WORD_NEXT}"
    r"|\((?P<inner>\d{1,2})\)[ ]{0,3}(?=\S|$)"
    r"|(?P<letter>(?!m[23]|[a-zđ]\.[ ]*$)[a-zđ](?:[.]?\d(?=[ ]?[.)]))?)"
    rf"[ ]?(?:[.)](?!\w\.)|-(?=[ ])|/(?=[ ]?[^\W\d_]{{2}})|,(?=[ ]?[{CAPITALS}][^\W\d_]* (?![IVX0-9])))"
    r"[ ]{0,4}(?=[^\W_]|[\"'(\[]|$)"
    rf"|(?P<bullet>[\-+*•▪▫∙·●○◦►➢✓§])(?:[ ]{{1,6}}(?=\S)|[ ]*$|(?=[{CAPITALS}]))"
)


class Marker(NamedTuple):
    """kind: part, section, article, number, inner, letter or bullet. `label` is as printed ("II", "2.1").

    `text_start` is the first character after it.
    """

    kind: str
    label: str
    text_start: int


@cache
def _words() -> tuple[str, ...]:
    return tuple(document("sections")["numbered"])


@cache
def _worded() -> re.Pattern[str]:
    return re.compile("|".join(cues("sections")[kind].pattern.pattern for kind in ("article", "part")))


@cache
def _document_number() -> re.Pattern[str]:
    """A document's number, whole or torn ("88/KH- UBND", "12 - NQ/TW"), which a wrapped line may begin with."""
    numbers = document("numbers")
    codes = "|".join([*numbers["codes"], *numbers["aliases"]])
    party = rf"[ ]?-[ ]{{0,3}}(?:{codes})[a-z]{{0,2}}[ ]?[/\-][ ]?(?=[{CAPITALS}])"
    state = rf"[ ]?/[ ]{{0,3}}(?:{codes})[ ]?[/.\-][ ]{{0,3}}(?=[{CAPITALS}])"
    letter = rf"/[{CAPITALS}]{{2,8}}[a-z]{{0,2}}-[{CAPITALS}]{{2}}"
    return re.compile(rf"\d{{1,3}}(?:{party}|{state}|{letter})|[IVX]+[ ]?-[{CAPITALS}]{{1,4}}(?:tr|r)?/")


def marker_at(text: Text, start: int, end: int) -> Marker | None:
    """The number or bullet of a line that begins at `start` and ends at `end`.

    >>> marker_at(Text("a.txt", "2.1- Hợp nhất"), 0, 13)
    Marker(kind='number', label='2.1', text_start=5)
    """
    first, second = text.lines[start], text.lines[start + 1 : start + 2]
    if first.isupper() and text.folded.startswith(_words(), start):
        worded = _word_marker(text, start, end)
        if worded:
            return worded
    if first.isalpha() and second.isalpha() and second not in "IVX":
        return None
    match = _NUMBERS.match(text.flow, start, min(end, start + 40))
    if match is None:
        return None
    kind = "number" if match["number"] else match.lastgroup or ""
    label = match[kind]
    if kind == "number" or kind == "section":
        sign = text.lines[match.end(kind) : match.end()]
        if ("-" in sign or "/" in sign) and _document_number().match(text.lines, start, end):
            return None
        figure = text.lines[match.end() : match.end() + 1].isdigit()
        if (sign[:1] == "," or (sign[:1] == "-" and figure)) and not _stopped(text, start):
            return None
        # "3 Sở" and "12 xã" are no item's number, "1.2 Tổ chức" and "1. Sở" are.
        if kind == "number" and "." not in label and match.end() < end and not sign.strip():
            return None
    if kind == "number":
        label = label.replace("l", "1")  # read so by a scanner
    return Marker(kind, label, _text_start(text, match.end(), end))


def _stopped(text: Text, start: int) -> bool:
    """Whether what stands before the line that begins at `start` has ended, so that "3- 90%" or "3, Sở" is an item."""
    before = text.lines[max(0, start - 80) : start].rstrip(" \n")
    return not before or before.endswith((".", ";", ":", "/")) or text.lines.endswith("\n\n", 0, start)


def _word_marker(text: Text, start: int, end: int) -> Marker | None:
    match = _worded().match(text.folded, start, min(end, start + 40))
    if match is None:
        return None
    kind = match.lastgroup or ""
    return Marker(kind, text.lines[slice(*match.span(kind))], _text_start(text, match.end(), end))


def _text_start(text: Text, pos: int, end: int) -> int:
    while pos < end and text.flow[pos] == " ":
        pos += 1
    return pos
