"""Texts whose mentions of directives are marked: "Thực hiện [Nghị quyết số 25-NQ/TW], …"."""

from __future__ import annotations

import re

from graph.extraction import Citation, DocumentFacts, Evidence
from ingest.layout import Layout
from ingest.text import Text

_TYPES = (
    "thông báo kết luận|chương trình hành động|nghị quyết|quyết định|nghị định|thông tư|chỉ thị|kết luận|kế hoạch"
    "|chương trình|quy chế|quy định|bộ luật|luật|công văn|công điện|thông báo|hướng dẫn|đề án|tờ trình|pháp lệnh"
)
_NUMBER = re.compile(r"\d+[a-z]?(?:/\d{4})?[-/][\w/-]*[A-ZĐ]\w*(?:[-/]\w+)*|\d+/\d{4}/QH\d+")
_DATE = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")
_SCOPES = (
    ("central", r"TW$|TTg$|CP$|QH\d|/TT-|QĐ-B"),
    ("province", r"TU$|UBND$|HĐND$"),
    ("district", r"HU$"),
)


def marked(words: str) -> tuple[Text, tuple[Citation, ...]]:
    """The text without its square brackets, and a citation for what stands in each pair of them.

    The canonical is the number with the date, or the words themselves, or "this" for "… này".
    """
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for sign in words:
        if sign == "[":
            opened.append(len(letters))
        elif sign == "]":
            spans.append((opened.pop(), len(letters)))
        else:
            letters.append(sign)
    raw = "".join(letters)
    spans.sort(key=lambda span: (span[0], -span[1]))
    return Text("a.txt", raw), tuple(_citation(raw, *span) for span in spans)


def _citation(raw: str, start: int, end: int) -> Citation:
    words = " ".join(raw[start:end].split())
    number, date = _NUMBER.search(words), _DATE.search(words)
    kind = re.match(_TYPES, words.lower())
    canonical = number[0] if number else words
    if date:
        canonical += f" {date[3]}-{int(date[2]):02}-{int(date[1]):02}"
    if words.lower().endswith(" này"):
        canonical = "this"
    scope = next((name for name, sign in _SCOPES if number and re.search(sign, number[0])), None)
    return Citation(
        evidence=Evidence("a.txt", start, end, raw[start:end], "marked"),
        kind="self" if canonical == "this" else "numbered" if number else "named",
        type=kind[0] if kind else None,
        number=number[0] if number else None,
        date=None,
        issuer=None,
        scope=scope,
        term=None,
        canonical=canonical,
    )


def layout(text: Text, part: str) -> Layout:
    """A layout in which the whole text is its title, its preamble or its body."""
    whole, none = (0, len(text)), (0, 0)
    return Layout(
        header=none,
        title=whole if part == "title" else None,
        preamble=whole if part == "preamble" else none,
        body=whole if part == "body" else none,
        signature=none,
        annexes=(),
        asides=(),
    )


FACTS = DocumentFacts("directive/x")
