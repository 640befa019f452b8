"""Paragraphs of a text whose lines may have been wrapped, cut by page breaks or run together.

Converters leave documents in three shapes: a paragraph a line; paragraphs wrapped at some width
and parted by blank lines; paragraphs wrapped and not parted at all. Whether a line goes on with the
one above is decided by how it begins, how that one ends, and whether its first word would still
have fitted there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ingest.tasks.numbering import Marker, marker_at
from ingest.text import Span, Text
from ontology.casing import CAPITALS, SMALL
from ontology.load import cues, document

_LEAD = re.compile(r"[ \t#>|]{0,200}")
_WORDY = re.compile(r"\w")
_WORD = re.compile(r"\S{1,40}")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\w)")
_ENDS = (".", ";", ":", "!", "?", "…", ".)", '."')
# "(i) …; / (ii) …": counted inside a sentence, also where each begins a line.
_INLINE = re.compile(r"\((?:i{1,3}|iv|vi{0,3}|ix|x)\)")
# A list of bodies goes on after ";" with a capital; a paragraph that ends so is rare.
_LIST_MARGIN = 15
# A heading in capitals with the first item run into it: "II- NHIỆM VỤ, GIẢI PHÁP1. Tăng cường …".
_RUN_IN = re.compile(rf"(?<=[{CAPITALS}.:)])[ ]{{0,4}}(?=\d{{1,2}}[.\-)] {{0,2}}[{CAPITALS}][{SMALL}])")


class Paragraph(NamedTuple):
    """One paragraph, `start` to `end` in the views; `marker` is its number or bullet."""

    start: int
    end: int
    marker: Marker | None


class _Line(NamedTuple):
    start: int
    end: int
    blank: bool  # a blank line or a table's pipe stands above
    marker: Marker | None


@dataclass(frozen=True, slots=True)
class _Widths:
    """The widths at which the text was wrapped: of first lines and of the others; 0: not wrapped."""

    first: int
    other: int

    def cut_short(self, line: _Line, following: int, first: bool) -> bool:
        """Whether `following` more characters would still have fitted on the line."""
        return line.end - line.start + 1 + following < (self.first if first else self.other)


def paragraphs(text: Text, span: Span, skip: Iterable[Span] = ()) -> Iterator[Paragraph]:
    """The paragraphs of `span`, in order, without what lies in `skip` (tables, stamps)."""
    lines = list(_lines(text, span, tuple(skip)))
    widths = _widths(text, lines)
    begin = 0
    first = True
    for i in range(1, len(lines) + 1):
        if i == len(lines) or _breaks(text, lines, i, begin, first, widths):
            yield from _split(text, lines[begin], lines[i - 1].end)
            begin, first = i, True
        else:
            first = False


def _lines(text: Text, span: Span, skip: Sequence[Span]) -> Iterator[_Line]:
    """The lines with words; a number or "Điều" alone on a line is read with the line below it."""
    pending: _Line | None = None
    for start, end, blank in _spans(text, span, skip):
        if pending and pending.marker and pending.marker.kind == "part" and not _titles(text, (start, end)):
            yield pending
            pending = None
        if pending:
            start, blank = pending.start, pending.blank
        marker = marker_at(text, start, end)
        line = _Line(start, end, blank, marker)
        if pending is None and _incomplete(text, line):
            pending = line
            continue
        pending = None
        yield line
    if pending:
        yield pending


def _incomplete(text: Text, line: _Line) -> bool:
    """Whether the line holds no more than a number, a bullet or "Điều"."""
    if line.marker:
        return line.marker.text_start >= line.end
    return line.end - line.start < 8 and text.folded[line.start : line.end].strip('"') in _words("bound")


def _titles(text: Text, line: Span) -> bool:
    """Whether the line below "Chương II" is its title."""
    return text.lines[slice(*line)].isupper() and marker_at(text, *line) is None


def _spans(text: Text, span: Span, skip: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether a blank line or a table's pipe stands above) of each line with words."""
    source = text.lines
    pos, stop = span
    blank = True
    skipped = 0
    while pos < stop:
        while skipped < len(skip) and skip[skipped][1] <= pos:
            skipped += 1
        if skipped < len(skip) and skip[skipped][0] <= pos:
            pos, blank = skip[skipped][1], True
            continue
        end = source.find("\n", pos, stop)
        end = stop if end < 0 else end
        start, last = pos, end
        if pos < end and not source[pos].isalnum():
            lead = _LEAD.match(source, pos, end)
            start = lead.end() if lead else pos
        if source[last - 1] in " \t|":
            last = len(source[start:end].rstrip(" \t|")) + start
        if last > start and (
            source[start].isalnum() or _WORDY.search(source, start, min(last, start + 60)) or last - start < 2
        ):
            yield start, last, blank
            blank = False
        else:
            blank = True
        pos = end + 1


def _widths(text: Text, lines: Sequence[_Line]) -> _Widths:
    """Measured where a line surely goes on: the next begins in lower case."""
    first: list[int] = []
    other: list[int] = []
    for i in range(1, len(lines)):
        above, line = lines[i - 1], lines[i]
        if not (line.blank or line.marker) and text.lines[line.start].islower():
            if above.end - above.start < 20:
                continue
            opens = above.blank or above.marker is not None or _ended(text, lines, i - 1)
            (first if opens else other).append(above.end - above.start + 1 + _first_word(text, line))
    if len(first) + len(other) < max(2, len(lines) // 12):
        return _Widths(0, 0)
    other = other or first
    first = first or other
    return _Widths(_low(first), _low(other))


def _low(widths: list[int]) -> int:
    """Nearly the least of them: some are cut shorter by marks that are gone."""
    return sorted(widths)[len(widths) // 12] - 2


def _first_word(text: Text, line: _Line) -> int:
    word = _WORD.match(text.lines, line.start, line.end)
    return len(word[0]) if word else 1


def _ended(text: Text, lines: Sequence[_Line], i: int) -> bool:
    return i == 0 or text.lines.endswith(_ENDS, lines[i - 1].start, lines[i - 1].end)


def _breaks(text: Text, lines: Sequence[_Line], i: int, begin: int, first: bool, widths: _Widths) -> bool:
    """Whether a paragraph begins at line `i`; the one before it began at line `begin`."""
    above, line = lines[i - 1], lines[i]
    if line.marker and not line.blank and widths.other and _hyphen(text, above, line.marker):
        return False
    if line.marker and _begins_item(text, above, line, first, widths):
        return True
    opening = text.lines[line.start]
    if opening == "T" and _cue("ends the paper").match(text.folded, line.start):
        return True
    if opening == "(" and _INLINE.match(text.folded, line.start):
        return False
    if opening.islower() or opening in ",;.)%":
        return text.lines.endswith("./.", above.start, above.end)
    if _open_bracket(text, lines[begin], above) or (opening.isdigit() and not _ended(text, lines, i)):
        return False
    if line.blank:
        return not _unfinished(text, above, line)
    if not widths.other or _bold(text, lines[begin], above):
        return True
    return _parted(text, lines, i, first, widths)


def _parted(text: Text, lines: Sequence[_Line], i: int, first: bool, widths: _Widths) -> bool:
    """Whether a wrapped text begins anew at line `i`, which begins with a capital and has no number."""
    above, line = lines[i - 1], lines[i]
    tail = text.lines[max(above.start, above.end - 40) : above.end]
    if tail.endswith(":"):
        words = tail.lower()
        return not _cue("names follow").search(words) or _cue("announced").search(words) is not None
    following = _first_word(text, line)
    if not tail.endswith(_ENDS):
        word = tail.rpartition(" ")[2]
        if text.lines[line.start] == '"' or word[:1].isupper() or word.endswith(","):
            return False
        if (
            word in _words("unfinished")
            or _joined(text, word, line)
            or _cue("reference").search(tail.lower())
        ):
            return False
        return widths.cut_short(above, following, first)
    if tail.endswith(";") and not text.lines[line.start].isdigit():
        following += _LIST_MARGIN
    return widths.cut_short(above, following, first) or _looks_first(text, lines, i, widths)


def _begins_item(text: Text, above: _Line, line: _Line, first: bool, widths: _Widths) -> bool:
    """Whether the number or bullet at the head of `line` is one, not a wrapped part of a sentence."""
    marker = line.marker
    assert marker is not None
    if line.blank or not widths.other or _ended(text, (above, line), 1):
        return True
    if _awaits_number(text, above):
        return False
    if text.lines[above.end - 1] in ",-/(" or (marker.kind == "bullet" and _lower(text, marker.text_start)):
        return False
    if widths.cut_short(above, _first_word(text, line), first) or _opens_bold(text, line):
        return True
    return marker.kind != "article"


def _awaits_number(text: Text, line: _Line) -> bool:
    """Whether the line ends with "khoản" or the like, not with "quan điểm" or in a title's capitals."""
    before, _, last = text.lines[max(line.start, line.end - 20) : line.end].rpartition(" ")
    if last.lower() not in _words("bound") or (last.isupper() and before[-2:].isupper()):
        return False
    return f"{before.rpartition(' ')[2]} {last}".lower() not in _words("free")


def _open_bracket(text: Text, begin: _Line, end: _Line) -> bool:
    """Whether a bracket that opened lately is still open."""
    at = text.lines.rfind("(", max(begin.start, end.end - 200), end.end)
    return at >= 0 and text.lines.find(")", at, end.end) < 0


def _lower(text: Text, pos: int) -> bool:
    return pos < len(text.lines) and text.lines[pos].islower()


def _hyphen(text: Text, above: _Line, marker: Marker) -> bool:
    """Whether a dash at a line's head joins what stands on both sides: "2021 / - 2025", "Lao động / - Thương binh"."""
    if marker.label != "-":
        return False
    word = text.folded[max(above.start, above.end - 20) : above.end].rpartition(" ")[2]
    if _YEAR.match(text.lines, marker.text_start):
        return _YEAR.match(word[-4:]) is not None
    first = _WORD.match(text.folded, marker.text_start)
    return f"{word} {first[0] if first else ''}".rstrip(",;.") in _words("hyphened")


def _unfinished(text: Text, above: _Line, line: _Line) -> bool:
    """Whether a sentence surely goes on over the blank line above `line` (a page break)."""
    tail = text.lines[max(above.start, above.end - 40) : above.end]
    if tail.endswith((",", "(", "-", "/")):
        return not text.lines[above.start : above.end].isupper()
    word = tail.rpartition(" ")[2]
    if len(tail) < 30 or (word.isupper() and len(word) > 1):
        return False
    return word.lower() in _words("unfinished") or _joined(text, word, line)


def _joined(text: Text, word: str, line: _Line) -> bool:
    """Whether `word` and the first of `line` are syllables of one name."""
    first = _WORD.match(text.folded, line.start, line.end)
    return f"{word.lower()} {first[0] if first else ''}".rstrip(",;.") in _words("joints")


def _cue(name: str) -> re.Pattern[str]:
    return cues("sections")[name].pattern


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(document("sections")[name])


def _bold(text: Text, begin: _Line, end: _Line) -> bool:
    """Whether the original prints all from `begin` to `end` in bold or italics."""
    last = text.raw_offset(end.end - 1) + 1
    return _opens_bold(text, begin) and text.raw[last : last + 1] in ("*", "_")


def _opens_bold(text: Text, line: _Line) -> bool:
    at = text.raw_offset(line.start)
    return text.raw[max(0, at - 1) : at] in ("*", "_")


def _looks_first(text: Text, lines: Sequence[_Line], i: int, widths: _Widths) -> bool:
    """Whether line `i` is short as first lines are, although its sentence goes on below."""
    if i + 1 >= len(lines) or lines[i + 1].blank or lines[i + 1].marker or widths.first >= widths.other:
        return False
    line, below = lines[i], lines[i + 1]
    goes_on = text.lines[below.start].islower() or text.lines[below.start].isdigit()
    return goes_on and widths.cut_short(line, _first_word(text, below), False)


def _split(text: Text, line: _Line, end: int) -> Iterator[Paragraph]:
    """The paragraph from `line` to `end`; two, if an item was run into its heading."""
    marker = line.marker
    if marker and marker.kind in ("section", "part"):
        run_in = _RUN_IN.search(text.lines, marker.text_start, min(end, marker.text_start + 300))
        if run_in and text.lines[marker.text_start : run_in.start()].isupper():
            yield Paragraph(line.start, _trim(text, line.start, run_in.start()), marker)
            yield Paragraph(run_in.end(), end, marker_at(text, run_in.end(), end))
            return
    if marker and marker.kind == "article":
        clause = marker_at(text, marker.text_start, end) if marker.text_start < end else None
        if clause and clause.kind == "number" and clause.label == "1":
            yield Paragraph(line.start, _trim(text, line.start, marker.text_start), marker)
            yield Paragraph(marker.text_start, end, clause)
            return
    yield Paragraph(line.start, end, marker)


def _trim(text: Text, start: int, end: int) -> int:
    return text.trim((start, end))[1]
