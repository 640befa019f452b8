"""Lines of a text as layout sees them: where their words begin and end, and what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ingest.text import Span, Text
from ontology.load import cues, spelling

_TAG = r"</?(?:b|i|u|strong|em|p|td|tr|th|div|center)>"
# Before the words of a line: indent, heading and quotation marks, a table's pipe, HTML emphasis.
_LEAD = re.compile(rf"(?:[ \t#>|]|{_TAG}){{0,200}}")
_TAIL = re.compile(rf"(?:[ \t|]|{_TAG}|<br ?/?>){{1,40}}$")
_LEADS, _TAILS = " \t#>|<", " \t|>"  # with one of these begins what stands around the words
_RULES = "-*_=.~:| "
_LONGEST_RULE = 200
_BETWEEN = re.compile(r" {3,}|[ \t]*(?:[\t|]|<br ?/?>)+[ \t|]*")
_LINE_START = re.compile(r"(?:\n|\A)[ \t#>|*]*\Z")
_LONG = 400
# A place's name, an hour and the wall of spaces before "ngày" are shorter.
DATE_REACH = 300
# So are a sender's name and the 160 characters after it.
_WIRE_REACH = 300
DAY, _WIRES = spelling("day"), f" {spelling('wires')}"


@cache
def pattern_of(*names: str) -> re.Pattern[str]:
    """One pattern for all these cues of `vocab/layout.toml`."""
    found = cues("layout")
    if len(names) == 1:
        return found[names[0]].pattern
    return re.compile("|".join(f"(?:{found[name].pattern.pattern})" for name in names))


class Line:
    """The words of a line, `start` to `end` in the views; `next` is where the next line begins.

    `words`: as printed, at most the first 400 characters; none if the line is blank, or only a table's pipe.
    """

    __slots__ = ("end", "next", "start", "text", "words")

    def __init__(self, text: Text, start: int, end: int, next_line: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.next = next_line
        self.words = text.lines[start : end if end - start <= _LONG else start + _LONG]

    def part(self, start: int, end: int) -> Line:
        """The words of the line from `start` to `end`."""
        return Line(self.text, start, end, self.next)

    @property
    def empty(self) -> bool:
        """No words: blank, or only a table's pipe."""
        return not self.words

    @property
    def rule(self) -> bool:
        """A drawn rule or a star."""
        words = self.words
        return not words.strip(_RULES) and 0 < len(words) <= _LONGEST_RULE

    @property
    def capitals(self) -> bool:
        """Printed in capitals, small slips apart ("30-CTr/TU", "QUÝ i")."""
        words = self.words
        if words.isupper():
            return True
        if words[1:2].islower() or words[:1].islower() or words[2:3].islower():
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
        words = self.words if self.end - self.start <= _LONG else self.text.lines[self.start : self.end]
        if "   " not in words and "\t" not in words and "|" not in words and "<br" not in words:
            return [self] if words else []
        found = []
        at = self.start
        for gap in _BETWEEN.finditer(self.text.lines, self.start, self.end):
            if at < gap.start():
                found.append(self.part(at, gap.start()))
            at = gap.end()
        if at < self.end:
            found.append(self.part(at, self.end))
        return found

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
        return self.words != "" and pattern_of(*names).match(self.text.folded, self.start) is not None

    @property
    def opens(self) -> bool:
        """Whether a basis or an opening sentence begins here: a cue with a capital, or a dash before it."""
        return not self.words[:1].islower() and self.is_a("basis")

    @property
    def addresses(self) -> bool:
        """Whether addressees begin here: after "Kính gửi", or a wire's ("CHỦ TỊCH … ĐIỆN:")."""
        if self.is_a("addressees"):
            return True
        wired = self.text.folded.find(_WIRES, self.start, self.start + _WIRE_REACH) >= 0
        return wired and self.is_a("wires")

    @property
    def announces(self) -> bool:
        """Whether the line ends by announcing what follows ("… như sau:")."""
        folded, end = self.text.folded, self.end
        if not folded.endswith((":", ": "), self.start, end):
            return False
        return pattern_of("follows").search(folded[max(self.start, end - 24) : end]) is not None

    @property
    def motto(self) -> bool:
        """Whether the state's or the Party's motto fills the line (or begins on it and goes on)."""
        match = self.matches("motto") if self.words else None
        return match is not None and match.end() >= self.end

    @property
    def place_date(self) -> re.Match[str] | None:
        """The match of "Hà Nội, ngày 5 tháng 3 năm 2024" that begins here, on this line or wrapped once."""
        if not self.words[:1].isupper():
            return None
        day = day_after(self.text, self.start, self.start + DATE_REACH)
        if day < 0 or self.text.folded.find("/", self.start, day) >= 0:  # a number stands between
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
        return self.words != "" and self.text.raw[max(0, at - 1) : at] in ("*", "_")


def day_after(text: Text, start: int, stop: int) -> int:
    """Where "ngày" stands, or what a scan makes of it; negative if it does not."""
    at = text.folded.find(DAY, start, stop)
    scanned = text.folded.find("ngay ", start, at if at >= 0 else stop)
    return scanned if scanned >= 0 else at


def begins_line(text: Text, at: int) -> bool:
    """Whether only indent and marks stand before `at` on its line."""
    return at == 0 or _LINE_START.search(text.lines, max(0, at - 80), at) is not None


def line_at(text: Text, pos: int) -> Line:
    """The line that contains the character at `pos`."""
    end = text.lines.find("\n", pos)
    return _trimmed(text, text.lines.rfind("\n", 0, pos) + 1, len(text.lines) if end < 0 else end)


def lines_from(text: Text, pos: int, limit: int | None = None) -> Iterator[Line]:
    """The lines from the one that contains `pos` on, to `limit`."""
    source = text.lines
    stop = len(source) if limit is None else limit
    begin = source.rfind("\n", 0, pos) + 1
    while pos < stop:
        end = source.find("\n", pos)
        if end < 0:
            end = len(source)
        if begin < end and (source[begin] in _LEADS or source[end - 1] in _TAILS):
            yield _trimmed(text, begin, end)
        else:
            yield Line(text, begin, end, end + 1)
        begin = pos = end + 1


def lines_on(text: Text, known: Iterable[Line], pos: int, limit: int) -> Iterator[Line]:
    """What `lines_from` yields; `known` are lines in a row that were made already, from `pos` or before it on."""
    begin = pos
    for line in known:
        if line.next > pos:
            if begin >= limit:
                return
            yield line
            begin = line.next
    yield from lines_from(text, begin, limit)


def lines_before(text: Text, pos: int) -> Iterator[Line]:
    """The lines that end before `pos`, nearest first: those above the one that contains `pos`, or all."""
    source = text.lines
    end = len(source) if pos > len(source) else source.rfind("\n", 0, pos)
    while end >= 0:
        begin = source.rfind("\n", 0, end) + 1
        if begin < end and (source[begin] in _LEADS or source[end - 1] in _TAILS):
            yield _trimmed(text, begin, end)
        else:
            yield Line(text, begin, end, end + 1)
        end = begin - 1


def _trimmed(text: Text, begin: int, end: int) -> Line:
    """The line from `begin` to `end` without indent, marks and pipes around its words."""
    source, start, stop = text.lines, begin, end
    if begin < end:
        lead = _LEAD.match(source, begin, end)
        start = lead.end() if lead else begin
        if start < end and source[end - 1] in _TAILS:
            tail = _TAIL.search(source, max(start, end - 200), end)
            stop = tail.start() if tail else end
    return Line(text, start, stop, end + 1)
