"""A document's text, the views in which rules read it, and the way back to the original.

Rules never look at the raw text. They look at three views of equal length and equal offsets:

- `lines`: one normal form (NFC, one tone placement, one Đ, plain dashes, quotes and spaces),
  without emphasis marks and page numbers, every line break (CR LF, CR, LF) one LF: for layout;
- `flow`: the same with every line break and tab as a space: for phrases that run over lines;
- `folded`: `flow` in lower case: for words that titles print in capitals.

Every span that a rule finds counts in the views; `Text.evidence` turns it into offsets of the
original and cuts the quote from there, so the two cannot disagree.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from graph.extraction import Evidence
from ingest.collapsed import unfolded
from ontology.fold import normal

Span = tuple[int, int]

# What stands in the file but not in the sentence: emphasis marks, zero-width characters, and a page
# number alone between two blank lines (an outline number or a table cell is never so placed).
_SIGNS = "*_\\\u200b\u200c\u200d\ufeff\u2060"
# One pattern for each sign that may begin a run: cheaper by far than one over every character.
_RUNS = {sign: re.compile(f"{re.escape(sign)}[{re.escape(_SIGNS)}]*") for sign in _SIGNS}
_PAGE = re.compile(r"(\n\r?\n)[ \t]*-?[ \t]?\d{1,3}[ \t]?-?[ \t]*(?=\r?\n\r?\n|(?:\r?\n)?\Z)")
_RETURNS = re.compile("\r+(?=\n)")
_FIRST_COMBINING = "\u0300"
_DECOMPOSED = re.compile("\\w[\u0300-\u036f]+")


class Text:
    """The text of one document as the reader returned it.

    >>> text = Text("a.txt", "Quyết định số **12**-QÐ/TU")
    >>> text.flow
    'Quyết định số 12-QĐ/TU'
    >>> text.evidence((14, 22), "demo").quote
    '12**-QÐ/TU'
    """

    def __init__(self, source: str, raw: str) -> None:
        self.source = source
        self.raw = raw
        kept, self._starts, self._shifts = _keep(raw)
        self.lines = unfolded(normal(kept.replace("\r", "\n")))
        self.flow = self.lines.replace("\n", " ").replace("\t", " ")
        self.folded = self.flow.lower()
        self._view_spans: dict[Span, Span] = {}  # the same facts are looked at again and again

    def __len__(self) -> int:
        return len(self.lines)

    def raw_offset(self, offset: int) -> int:
        """The original offset of the character at `offset` of the views."""
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]

    def raw_span(self, span: Span) -> Span:
        """The original span (end exclusive) of `span` of the views; marks at its ends stay outside."""
        start, end = span
        at = bisect_right(self._starts, start) - 1
        first = start + self._shifts[at]
        if end <= start:
            return first, first
        if at + 1 < len(self._starts) and self._starts[at + 1] < end:
            at = bisect_right(self._starts, end - 1) - 1
        return first, self._behind(end - 1 + self._shifts[at])

    def _behind(self, at: int) -> int:
        """The original offset behind the character at `at`, which may be decomposed."""
        raw, at = self.raw, at + 1
        while at < len(raw) and raw[at] >= _FIRST_COMBINING and unicodedata.combining(raw[at]):
            at += 1
        return at

    def view_offset(self, raw_offset: int) -> int:
        """The offset in the views of the character at `raw_offset` of the original (or the next kept)."""
        at = bisect_right(self._raw_starts, raw_offset) - 1
        offset = raw_offset - self._shifts[at]
        following = at + 1
        if following < len(self._starts) and self._starts[following] < offset:
            return self._starts[following]
        return offset

    def view_span(self, raw_span: Span) -> Span:
        """The span of the views for a span of the original."""
        known = self._view_spans.get(raw_span)
        if known is None:
            known = self.view_offset(raw_span[0]), self.view_offset(raw_span[1])
            self._view_spans[raw_span] = known
        return known

    @cached_property
    def _raw_starts(self) -> list[int]:
        return [start + shift for start, shift in zip(self._starts, self._shifts, strict=True)]

    def evidence(self, span: Span, rule: str) -> Evidence:
        """The words of `span` (offsets of the views), cut out of the original."""
        start, end = self.raw_span(span)
        return Evidence(self.source, start, end, self.raw[start:end], rule)

    def trim(self, span: Span) -> Span:
        """`span` without white space at its ends."""
        start, end = span
        while start < end and self.flow[start] == " ":
            start += 1
        while end > start and self.flow[end - 1] == " ":
            end -= 1
        return start, end


def printed(words: str) -> str:
    """`words` of the original for a reader: in one line, composed (NFC), without emphasis marks.

    >>> printed("**Sở Y\\ntế**")
    'Sở Y tế'
    """
    return " ".join(unicodedata.normalize("NFC", words).replace("*", "").split())


def _keep(raw: str) -> tuple[str, list[int], list[int]]:
    """The text that rules read (before `normal`), and where it was shortened.

    Returns the kept text, and two lists: from kept offset `starts[i]` on, the original offset is
    the kept one plus `shifts[i]`.
    """
    starts, shifts = [0], [0]
    pieces: list[str] = []
    length = position = 0
    for start, end, instead in sorted(_cuts(raw)):
        if start < position:
            continue
        piece = raw[position:start] + instead
        pieces.append(piece)
        length += len(piece)
        position = end
        starts.append(length)
        shifts.append(position - length)
    if not pieces:
        return raw, starts, shifts
    pieces.append(raw[position:])
    return "".join(pieces), starts, shifts


def _cuts(raw: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, what stands instead) of all that is dropped or composed."""
    yield from _marks(raw)
    yield from _pages(raw)
    if "\r" in raw:
        yield from ((*match.span(), "") for match in _RETURNS.finditer(raw))
    if not unicodedata.is_normalized("NFC", raw):
        yield from _composed(raw)


def _marks(raw: str) -> Iterator[tuple[int, int, str]]:
    """Runs of marks."""
    runs = [match.span() for sign, run in _RUNS.items() if sign in raw for match in run.finditer(raw)]
    position = 0
    for at, end in sorted(runs):
        if at >= position:
            position = end
            if _is_noise(raw[at:end], raw[at - 1 : at], raw[end : end + 1]):
                yield at, end, ""


def _is_noise(marks: str, before: str, after: str) -> bool:
    """Whether marks between these two characters are emphasis; a lone "*" or "_" stays."""
    if "_" in marks:
        inside = before.isalnum() and after.isalnum()
        return not inside and (before.isalnum() or after.isalnum())
    if "*" in marks:
        return bool(before.strip() or after.strip())
    if "\\" in marks:
        return after in ("#", "[", "]", "(", ")", ".", "-") and bool(after)
    return True


def _pages(raw: str) -> Iterator[tuple[int, int, str]]:
    for match in _PAGE.finditer(raw):
        yield match.end(1), match.end(), ""


def _composed(raw: str) -> Iterator[tuple[int, int, str]]:
    """Decomposed clusters that become one character."""
    for match in _DECOMPOSED.finditer(raw):
        composed = unicodedata.normalize("NFC", match[0])
        if match[0] != composed and len(composed) == 1:
            yield match.start(), match.end(), composed
