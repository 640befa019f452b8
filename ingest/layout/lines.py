"""Lines of a text as layout sees them: where their words begin and end, and what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ingest.text import Span, Text
from ontology.load import cues

_TAG = r"</?(?:b|i|u|strong|em|p|td|tr|th|div|center)>"
# Before the words of a line: indent, heading and quotation marks, a table's pipe, HTML emphasis.
_LEAD = re.compile(rf"(?:[ \t#>|]|{_TAG}){{0,200}}")
_TAIL = re.compile(rf"(?:[ \t|]|{_TAG}|<br ?/?>){{1,40}}$")
_RULE = re.compile(r"[-*_=.~:| ]{1,200}$")
_BETWEEN = re.compile(r" {3,}|[ \t]*(?:[\t|]|<br ?/?>)+[ \t|]*")
_GAPS = ("   ", "\t", "|", "<br")  # one of these stands in each
_LINE_START = re.compile(r"(?:\n|\A)[ \t#>|*]*\Z")
_LONG = 400
# A place's name, an hour and the wall of spaces before "ngày" are shorter.
_DATE_REACH = 300


@cache
def pattern_of(*names: str) -> re.Pattern[str]:
    """One pattern for all these cues of `vocab/layout.toml`."""
    found = cues("layout")
    if len(names) == 1:
        return found[names[0]].pattern
    return re.compile("|".join(f"(?:{found[name].pattern.pattern})" for name in names))


class Line(NamedTuple):
    """The words of a line, `start` to `end` in the views; `next` is where the next line begins."""

    text: Text
    start: int
    end: int
    next: int

    @property
    def words(self) -> str:
        """The line's words as printed, at most the first 400 characters."""
        text, start, end, _ = self
        return text.lines[start : end if end - start <= _LONG else start + _LONG]

    @property
    def empty(self) -> bool:
        """No words: blank, or only a table's pipe."""
        return self.end <= self.start

    @property
    def rule(self) -> bool:
        """A drawn rule or a star."""
        if self.end <= self.start or self.text.lines[self.start].isalnum():
            return False
        return _RULE.match(self.words) is not None

    @property
    def capitals(self) -> bool:
        """Printed in capitals, small slips apart ("30-CTr/TU", "QUÝ i")."""
        words = self.words
        if words.isupper():
            return True
        if any(map(str.islower, words[:3])):
            return False
        upper = sum(map(str.isupper, words))
        return upper > 2 and sum(map(str.islower, words)) * 8 <= upper

    @property
    def wordless(self) -> bool:
        """Figures and signs only ("2025-2026")."""
        return not any(map(str.isalpha, self.words))

    @property
    def cells(self) -> list[Line]:
        """The parts of the line that stand in columns of their own: wide gaps, tabs or pipes between."""
        words = self.text.lines[self.start : self.end]
        if not any(map(words.__contains__, _GAPS)):
            return [self] if words else []
        found = []
        at = self.start
        for gap in _BETWEEN.finditer(self.text.lines, self.start, self.end):
            found.append(Line(self.text, at, gap.start(), self.next))
            at = gap.end()
        found.append(Line(self.text, at, self.end, self.next))
        return [cell for cell in found if not cell.empty]

    @property
    def span(self) -> Span:
        return self.start, self.end

    def matches(self, cue: str) -> re.Match[str] | None:
        """The match of a cue of `vocab/layout.toml` at the line's first word."""
        return pattern_of(cue).match(self.text.folded, self.start)

    def says(self, cue: str) -> bool:
        """Whether the cue matches the line's own words, whose end is "$"."""
        return pattern_of(cue).match(self.words.lower()) is not None

    def is_a(self, *names: str) -> bool:
        """Whether one of these cues matches at the line's first word."""
        return self.end > self.start and pattern_of(*names).match(self.text.folded, self.start) is not None

    @property
    def opens(self) -> bool:
        """Whether a basis or an opening sentence begins here: a cue with a capital, or a dash before it."""
        return not self.text.lines[self.start : self.start + 1].islower() and self.is_a("basis")

    @property
    def announces(self) -> bool:
        """Whether the line ends by announcing what follows ("… như sau:")."""
        tail = self.text.folded[max(self.start, self.end - 24) : self.end]
        return ":" in tail and pattern_of("follows").search(tail) is not None

    @property
    def motto(self) -> bool:
        """Whether the state's or the Party's motto fills the line (or begins on it and goes on)."""
        match = self.matches("motto") if self.end > self.start else None
        return match is not None and match.end() >= self.end

    @property
    def place_date(self) -> re.Match[str] | None:
        """The match of "Hà Nội, ngày 5 tháng 3 năm 2024" that begins here, on this line or wrapped once."""
        if not self.text.lines[self.start : self.start + 1].isupper() or self.empty:
            return None
        if self.text.folded.find("ngày", self.start, self.start + _DATE_REACH) < 0:
            return None
        match = self.matches("place_date")
        if match is None or self.motto or self.text.lines.count("\n", *match.span()) > 2:
            return None
        after = self.text.lines[match.end("place") : match.start("day")].split(",")[0]
        if after.startswith("\n") and after.lstrip()[:1].isupper():
            return None
        place = self.text.lines[slice(*match.span("place"))].split()
        lower = sum(word[:1].islower() for word in place)
        return match if lower <= len(place) // 2 else None

    @property
    def emphasised(self) -> bool:
        """Whether the original opens bold or italics here."""
        at = self.text.raw_offset(self.start)
        return not self.empty and self.text.raw[max(0, at - 1) : at] in ("*", "_")


def begins_line(text: Text, at: int) -> bool:
    """Whether only indent and marks stand before `at` on its line."""
    return at == 0 or _LINE_START.search(text.lines, max(0, at - 80), at) is not None


def line_at(text: Text, pos: int) -> Line:
    """The line that contains the character at `pos`."""
    end = text.lines.find("\n", pos)
    return _line(text, text.lines.rfind("\n", 0, pos) + 1, len(text.lines) if end < 0 else end)


def lines_from(text: Text, pos: int, limit: int | None = None) -> Iterator[Line]:
    """The lines from the one that contains `pos` on, to `limit`."""
    stop = len(text.lines) if limit is None else limit
    begin = text.lines.rfind("\n", 0, pos) + 1
    find = text.lines.find
    while pos < stop:
        end = find("\n", pos)
        if end < 0:
            end = len(text.lines)
        yield _line(text, begin, end)
        begin = pos = end + 1


def lines_before(text: Text, pos: int) -> Iterator[Line]:
    """The lines above the one that contains `pos`, nearest first."""
    end = text.lines.rfind("\n", 0, pos)
    while end >= 0:
        begin = text.lines.rfind("\n", 0, end) + 1
        yield _line(text, begin, end)
        end = begin - 1


def _line(text: Text, begin: int, end: int) -> Line:
    source, start, stop = text.lines, begin, end
    if begin < end:
        if not source[begin].isalnum():
            lead = _LEAD.match(source, begin, end)
            start = lead.end() if lead else begin
        if start < end and source[end - 1] in " \t|>":
            tail = _TAIL.search(source, max(start, end - 200), end)
            stop = tail.start() if tail else end
    return Line(text, start, stop, end + 1)
