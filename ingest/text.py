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
from itertools import accumulate
from operator import add

from graph.extraction import Evidence
from ingest.collapsed import unfolded
from ontology.fold import plain
from ontology.load import spelling

Span = tuple[int, int]
_Cut = tuple[int, int, str]  # start, end, what stands instead

# What stands in the file but not in the sentence: emphasis marks, zero-width characters, and a page
# number alone between two blank lines (an outline number or a table cell is never so placed).
_RARE_SIGNS = "_\\\u200b\u200c\u200d\ufeff\u2060"
_SIGNS = "*" + _RARE_SIGNS
# Where stars are the only signs, what `_is_noise` says of their runs.
_STARS = re.compile(r"(\*(?<!\*\*)(?:(?<=[^\s*]\*)\**+|\**+(?=\S)))")
# One pattern for each sign that may begin a run: cheaper by far than one over every character.
_RUNS = {sign: re.compile(f"{re.escape(sign)}[{re.escape(_SIGNS)}]*") for sign in _SIGNS}
_PAGE = re.compile(r"\n\r?\n([ \t]*-?[ \t]?\d{1,3}[ \t]?-?[ \t]*)(?=\r?\n\r?\n|(?:\r?\n)?\Z)")
_DAY, _MONTH, _YEAR = spelling("day"), spelling("month"), spelling("year")
# The digits of dates and shares, torn apart by a scanner ("ngày 0 9/6/2014", "24/0 1/2017", "9/2 022", "đạt 9 2%"):
# `space`, or else the last sign but two, is no part of them.
# Each begins with a plain sign or word, so that a text is scanned for them at little cost.
_TORN = tuple(
    re.compile(pattern)
    for pattern in (
        r"/(?<=[^\w/.,][0-3] [0-9]/)(?=[01]?[0-9]/[12])",
        r"/(?<=[0-9]/)[01](?P<space> )[0-9](?=/[12])",
        r"/(?<=[0-9]/)(?:[12](?P<first> )[09][0-9]{2}|20(?P<mid> )[0-9]{2}|20[0-9](?P<last> )[0-9])(?![0-9])",
        rf"{_DAY} [0-3](?P<space> )[0-9](?=/[01]?[0-9](?![0-9%])|[.-][01]?[0-9][.-][12]| {_MONTH} (?:[01] ?)?[0-9] )",
        rf"{_MONTH} [01](?P<space> )[0-9](?= {_YEAR} [12])",
        rf"{_YEAR} (?:[12](?P<first> )[09][0-9]{{2}}|20(?P<mid> )[0-9]{{2}}|20[0-9](?P<last> )[0-9])"
        "(?![0-9]|[.,][0-9])",
        r"%(?<=[^\W\d] [1-9] [0-9]%)",
        r"%(?<=[\s.,;:] 10 0%)",
    )
)
_RETURNS = re.compile("\r\r*(?=\n)")
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
        kept, self._starts, self._shifts = _keep(_parted(raw))
        if not unicodedata.is_normalized("NFC", kept):
            kept, self._starts, self._shifts = _keep(
                _cut(raw, [*_dropped(raw), *_torn(raw), *_composed(raw)])
            )
            kept = unicodedata.normalize("NFC", kept)
        self.lines = unfolded(plain(kept.replace("\r", "\n")))
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
        starts, shifts, raw = self._starts, self._shifts, self.raw
        at = bisect_right(starts, start) - 1
        first = start + shifts[at]
        if end <= start:
            return first, first
        if at + 1 < len(starts) and starts[at + 1] < end:
            at = bisect_right(starts, end - 1, at) - 1
        behind = end + shifts[at]
        # The last character may be decomposed.
        while behind < len(raw) and raw[behind] >= _FIRST_COMBINING and unicodedata.combining(raw[behind]):
            behind += 1
        return first, behind

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
        return list(map(add, self._starts, self._shifts))

    def evidence(self, span: Span, rule: str) -> Evidence:
        """The words of `span` (offsets of the views), cut out of the original."""
        start, end = self.raw_span(span)
        return Evidence(self.source, start, end, self.raw[start:end], rule)

    def words(self, span: Span) -> str:
        """The words of `span` in one line, a space between them."""
        return " ".join(self.flow[span[0] : span[1]].split())

    def trim(self, span: Span) -> Span:
        """`span` without white space at its ends."""
        flow = self.flow
        start, end = span
        while start < end and flow[start] == " ":
            start += 1
        while end > start and flow[end - 1] == " ":
            end -= 1
        return start, end


def printed(words: str) -> str:
    """`words` of the original for a reader: in one line, composed (NFC), without emphasis marks and page numbers.

    >>> printed("**Sở Y\\ntế**")
    'Sở Y tế'
    """
    if "\n" in words:
        words = _PAGE.sub("", words)
    return " ".join(unicodedata.normalize("NFC", words).replace("*", "").split())


def _keep(parts: list[str]) -> tuple[str, list[int], list[int]]:
    """The text of which kept and dropped `parts` take turns, and where it was shortened.

    Returns the kept text, and two lists: from kept offset `starts[i]` on, the original offset is
    the kept one plus `shifts[i]`.
    """
    pieces = parts[::2]
    starts = [0, *accumulate(map(len, pieces[:-1]))]
    shifts = [0, *accumulate(map(len, parts[1::2]))]
    return "".join(pieces), starts, shifts


def _parted(raw: str) -> list[str]:
    """What is kept and what is dropped of the text, in turns."""
    stars_only = not any(sign in raw for sign in _RARE_SIGNS + "\r")
    torn = _torn(raw)
    if stars_only and not torn and _PAGE.search(raw) is None:
        return _STARS.split(raw)
    return _cut(raw, [*_dropped(raw), *torn])


def _cut(raw: str, cuts: list[_Cut]) -> list[str]:
    """What is kept and what is dropped of the text, in turns."""
    parts: list[str] = []
    position = 0
    for start, end, instead in sorted(cuts):
        if start >= position:
            parts += raw[position:start] + instead, raw[start + len(instead) : end]
            position = end
    return [*parts, raw[position:]]


def _dropped(raw: str) -> list[_Cut]:
    """What stands in the file but not in the sentence."""
    cuts = _marks(raw)
    cuts += [(*match.span(1), "") for match in _PAGE.finditer(raw)]
    cuts += [(*match.span(), "") for match in _RETURNS.finditer(raw)]
    return cuts


def _torn(raw: str) -> list[_Cut]:
    """The spaces inside the digits of dates and shares."""
    found = set()
    for pattern in _TORN:
        for match in pattern.finditer(raw):
            at = match.start() - 2 if match.lastgroup is None else match.start(match.lastgroup)
            found.add((at, at + 1, ""))
    return list(found)


def _marks(raw: str) -> list[_Cut]:
    """Runs of marks."""
    runs = sorted(match.span() for sign, run in _RUNS.items() if sign in raw for match in run.finditer(raw))
    found: list[_Cut] = []
    position = 0
    for at, end in runs:
        if at >= position:
            position = end
            if _is_noise(raw[at:end], raw[at - 1 : at], raw[end : end + 1]):
                found.append((at, end, ""))
    return found


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


def _composed(raw: str) -> Iterator[_Cut]:
    """Decomposed clusters that become one character."""
    for match in _DECOMPOSED.finditer(raw):
        composed = unicodedata.normalize("NFC", match[0])
        if match[0] != composed and len(composed) == 1:
            yield match.start(), match.end(), composed
