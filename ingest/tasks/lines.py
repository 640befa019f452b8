"""Lines of a text that have words, and the widths at which they were wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ingest.tasks.numbering import Marker, marker_at
from ingest.text import Span, Text
from ontology.load import document

ENDS = (".", ";", ":", "!", "?", "…", ".)", '."')
"""With one of these a sentence or an item of a list is closed."""
WORD = re.compile(r"\S{1,40}")
_LEAD = re.compile(r"[ \t#>|]{0,200}")
_WORDY = re.compile(r"\w")
_RIM = " \t|"
_BOUND = 8  # a shorter line may hold no more than "Điều" or "khoản"


class Line(NamedTuple):
    """The words of a line, `start` to `end` in the views, with the number or bullet before them."""

    start: int
    end: int
    blank: bool  # a blank line or a table's pipe stands above
    marker: Marker | None
    small: bool  # it begins in lower case, with no number


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths at which the text was wrapped: of first lines and of the others; 0: not wrapped."""

    first: int
    other: int

    def cut_short(self, line: Line, following: int, first: bool) -> bool:
        """Whether `following` more characters would still have fitted on the line."""
        return line.end - line.start + 1 + following < (self.first if first else self.other)


def lines_of(text: Text, span: Span, skip: Sequence[Span]) -> list[Line]:
    """The lines with words; a number or "Điều" alone on a line is read with the line below it."""
    source = text.lines
    found: list[Line] = []
    pending: Line | None = None
    for start, end, blank in _spans(source, span, skip):
        if (  # a word in lower case, as most lines begin: no number
            pending is None
            and end - start >= _BOUND
            and source[start].islower()
            and source[start + 1].isalpha()
        ):
            found.append(Line(start, end, blank, None, True))
            continue
        joined = pending is not None and not _untitled(text, pending, (start, end))
        if pending is not None:
            if joined:
                start, blank = pending.start, pending.blank
            else:
                found.append(pending)
            pending = None
        marker = marker_at(text, start, end)
        if marker and marker.kind == "section" and found and not blank and names_term(text, found[-1]):
            marker = None
        line = Line(start, end, blank, marker, marker is None and source[start].islower())
        if not joined and _incomplete(text, line):
            pending = line
        else:
            found.append(line)
    return found if pending is None else [*found, pending]


def _untitled(text: Text, part: Line, below: Span) -> bool:
    """Whether "Chương II" stands on a line with no title in the line `below`."""
    if part.marker is None or part.marker.kind != "part":
        return False
    return not text.lines[slice(*below)].isupper() or marker_at(text, *below) is not None


def _incomplete(text: Text, line: Line) -> bool:
    """Whether the line holds no more than a number, a bullet or "Điều"."""
    if line.marker:
        return line.marker.text_start >= line.end
    return line.end - line.start < _BOUND and text.folded[line.start : line.end].strip('"') in listed("bound")


def _spans(source: str, span: Span, skip: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether a blank line or a table's pipe stands above) of each line with words."""
    pos, stop = span
    blank = True
    for aside, after in (*skip, (stop, stop)):
        while pos < aside and pos < stop:
            end = source.find("\n", pos, stop)
            if end < 0:
                end = stop
            start, last = pos, end
            if start < last and not (source[start].isalnum() and source[last - 1] not in _RIM):
                start, last = _worded(source, start, last)
            if start < last:
                yield start, last, blank
            blank = start >= last
            pos = end + 1
        if pos < after:
            pos, blank = after, True


def _worded(source: str, start: int, end: int) -> Span:
    """A line without what a converter puts at its rim; empty, if it has no words."""
    if not source[start].isalnum():
        lead = _LEAD.match(source, start, end)
        start = lead.end() if lead else start
    if source[end - 1] in _RIM:
        end = start + len(source[start:end].rstrip(_RIM))
    if start >= end or source[start].isalnum() or end - start < 2:
        return start, end
    return start, end if _WORDY.search(source, start, min(end, start + 60)) else start


def widths_of(text: Text, lines: Sequence[Line]) -> Widths:
    """Measured where a line surely goes on: the next begins in lower case."""
    first: list[int] = []
    other: list[int] = []
    for i, line in enumerate(lines):
        if not line.small or line.blank or i == 0:
            continue
        above = lines[i - 1]
        length = above.end - above.start
        if length >= 20:
            opens = above.blank or above.marker is not None or ended(text, lines, i - 1)
            (first if opens else other).append(length + 1 + first_word(text, line))
    if len(first) + len(other) < max(2, len(lines) // 12):
        return Widths(0, 0)
    other = other or first
    first = first or other
    return Widths(_low(first), _low(other))


def _low(widths: list[int]) -> int:
    """Nearly the least of them: some are cut shorter by marks that are gone."""
    return sorted(widths)[len(widths) // 12] - 2


def first_word(text: Text, line: Line) -> int:
    """How many characters the line's first word has."""
    word = WORD.match(text.lines, line.start, line.end)
    return word.end() - line.start if word else 1


def ended(text: Text, lines: Sequence[Line], i: int) -> bool:
    """Whether what stands above line `i` is closed."""
    return i == 0 or text.lines.endswith(ENDS, lines[i - 1].start, lines[i - 1].end)


def names_term(text: Text, line: Line) -> bool:
    """Whether a congress's number follows the line: "Đại hội … lần thứ / XIX.", "khóa / XIII."."""
    return text.folded.endswith(tuple(listed("ordinals")), line.start, line.end)


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list of `vocab/sections.toml`."""
    return frozenset(document("sections")[name])
