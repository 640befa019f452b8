"""Paragraphs of a text whose lines may have been wrapped, cut by page breaks or run together.

Converters leave documents in three shapes: a paragraph a line; paragraphs wrapped at some width
and parted by blank lines; paragraphs wrapped and not parted at all. Whether a line goes on with the
one above is decided by how it begins, how that one ends, and whether its first word would still
have fitted there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
_RIM = " \t|"
_BRACKETED = 40
_LATELY = 400
_SENTENCE = 20  # a shorter line may be a heading
_BOUND = 8  # a shorter line may hold no more than "Điều" or "khoản"
_YEAR = re.compile(r"(?:19|20)\d\d(?!\w)")
_ENDS = (".", ";", ":", "!", "?", "…", ".)", '."')
# "(i) …; / (ii) …": counted inside a sentence, also where each begins a line.
_INLINE = re.compile(r"\((?:i{1,3}|iv|vi{0,3}|ix|x)\)")
# A list of bodies goes on after ";" with a capital; a paragraph that ends so is rare.
_LIST_MARGIN = 15
# A sentence begun behind another on the same line; what goes on below it is no heading's first line.
_STOP = re.compile(rf"[.;]\s[{CAPITALS}{SMALL}]")
_SUBJECT = re.compile(rf"[;.] [{CAPITALS}][^;.:]*$")
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
    small: bool  # it begins in lower case, with no number


@dataclass(frozen=True, slots=True)
class _Widths:
    """The widths at which the text was wrapped: of first lines and of the others; 0: not wrapped."""

    first: int
    other: int

    def cut_short(self, line: _Line, following: int, first: bool) -> bool:
        """Whether `following` more characters would still have fitted on the line."""
        return line.end - line.start + 1 + following < (self.first if first else self.other)


def paragraphs(text: Text, span: Span, skip: Sequence[Span] = ()) -> list[Paragraph]:
    """The paragraphs of `span`, in order, without what lies in `skip` (tables, stamps), which is sorted."""
    found: list[Paragraph] = []
    lines = _lines(text, span, skip)
    widths = _widths(text, lines)
    begin = 0
    first = True
    for i in range(1, len(lines)):
        above = lines[i - 1]
        if lines[i].small:
            breaks = text.lines.endswith("./.", above.start, above.end)
        else:
            breaks = _breaks(text, lines, i, begin, first, widths)
        if breaks:
            found += _split(text, lines[begin], above.end)
            begin = i
        first = breaks
    return found + _split(text, lines[begin], lines[-1].end) if lines else found


def _lines(text: Text, span: Span, skip: Sequence[Span]) -> list[_Line]:
    """The lines with words; a number or "Điều" alone on a line is read with the line below it."""
    source = text.lines
    found: list[_Line] = []
    pending: _Line | None = None
    for start, end, blank in _spans(source, span, skip):
        if (  # a word in lower case, as most lines begin: no number
            pending is None
            and end - start >= _BOUND
            and source[start].islower()
            and source[start + 1].isalpha()
        ):
            found.append(_Line(start, end, blank, None, True))
            continue
        joined = pending is not None and not _untitled(text, pending, (start, end))
        if pending is not None:
            if joined:
                start, blank = pending.start, pending.blank
            else:
                found.append(pending)
            pending = None
        marker = marker_at(text, start, end)
        if marker and marker.kind == "section" and found and not blank and _names_term(text, found[-1]):
            marker = None
        line = _Line(start, end, blank, marker, marker is None and source[start].islower())
        if not joined and _incomplete(text, line):
            pending = line
        else:
            found.append(line)
    return found if pending is None else [*found, pending]


def _untitled(text: Text, part: _Line, below: Span) -> bool:
    """Whether "Chương II" stands on a line with no title in the line `below`."""
    if part.marker is None or part.marker.kind != "part":
        return False
    return not text.lines[slice(*below)].isupper() or marker_at(text, *below) is not None


def _incomplete(text: Text, line: _Line) -> bool:
    """Whether the line holds no more than a number, a bullet or "Điều"."""
    if line.marker:
        return line.marker.text_start >= line.end
    return line.end - line.start < _BOUND and text.folded[line.start : line.end].strip('"') in _words("bound")


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


def _widths(text: Text, lines: Sequence[_Line]) -> _Widths:
    """Measured where a line surely goes on: the next begins in lower case."""
    first: list[int] = []
    other: list[int] = []
    for i, line in enumerate(lines):
        if not line.small or line.blank or i == 0:
            continue
        above = lines[i - 1]
        length = above.end - above.start
        if length >= 20:
            opens = above.blank or above.marker is not None or _ended(text, lines, i - 1)
            (first if opens else other).append(length + 1 + _first_word(text, line))
    if len(first) + len(other) < max(2, len(lines) // 12):
        return _Widths(0, 0)
    other = other or first
    first = first or other
    return _Widths(_low(first), _low(other))


def _low(widths: list[int]) -> int:
    """Nearly the least of them: some are cut shorter by marks that are gone."""
    return sorted(widths)[len(widths) // 12] - 2


def _first_word(text: Text, line: _Line) -> int:
    """How many characters the line's first word has."""
    word = _WORD.match(text.lines, line.start, line.end)
    return word.end() - line.start if word else 1


def _ended(text: Text, lines: Sequence[_Line], i: int) -> bool:
    return i == 0 or text.lines.endswith(_ENDS, lines[i - 1].start, lines[i - 1].end)


def _breaks(text: Text, lines: Sequence[_Line], i: int, begin: int, first: bool, widths: _Widths) -> bool:
    """Whether a paragraph begins at line `i`; the one before it began at line `begin`."""
    above, line = lines[i - 1], lines[i]
    if line.marker and _closes_bracket(text, above, line.marker):
        return False
    if line.marker:
        if line.blank or not widths.other:
            return True
        if line.marker.label == "-" and _hyphen(text, above, line.marker):
            return False
        if _begins_item(text, above, line, line.marker, first, widths):
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
        return not (_unfinished(text, above, line) or _over_page(text, lines, i, begin, first, widths))
    if not widths.other or _bold(text, lines[begin], above):
        return True
    return _parted(text, lines, i, begin, first, widths)


def _parted(text: Text, lines: Sequence[_Line], i: int, begin: int, first: bool, widths: _Widths) -> bool:
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
        if word in _words("unfinished") or _joined(text, word, line) or _names_term(text, above):
            return False
        if _cue("reference").search(tail.lower()) or _cue("paper and number").match(text.folded, line.start):
            return False
        return widths.cut_short(above, following, first) and not _goes_on(text, lines[begin], above)
    if tail.endswith(";") and not text.lines[line.start].isdigit():
        following += _LIST_MARGIN
    return widths.cut_short(above, following, first) or _looks_first(text, lines, i, widths)


def _begins_item(text: Text, above: _Line, line: _Line, marker: Marker, first: bool, widths: _Widths) -> bool:
    """Whether the number or bullet at the head of a wrapped `line` is one, no part of a sentence."""
    if text.lines.endswith(_ENDS, above.start, above.end):
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


def _closes_bracket(text: Text, above: _Line, marker: Marker) -> bool:
    """Whether a line's "VIII)" ends a bracket that the line above opened: "(khóa / VIII)"."""
    sign = text.lines.find(")", marker.text_start - 6, marker.text_start)
    if sign < 0 or marker.kind == "inner":
        return False
    tail = text.lines[max(above.start, above.end - _BRACKETED) : above.end].rpartition("(")
    return tail[1] == "(" and not any(end in tail[2] for end in ").;:")


def _over_page(text: Text, lines: Sequence[_Line], i: int, begin: int, first: bool, widths: _Widths) -> bool:
    """Whether a full line, not closed, goes on below the page number that stood under it."""
    above, line = lines[i - 1], lines[i]
    if text.lines.endswith(_ENDS, above.start, above.end) or text.lines[above.start : above.end].isupper():
        return False
    between = text.raw[text.raw_offset(above.end - 1) + 1 : text.raw_offset(line.start)]
    if not any(sign.isdigit() for sign in between) or _bold(text, lines[begin], above):
        return False
    full = widths.other > 0 and not widths.cut_short(above, _first_word(text, line), first)
    return full or _in_sentence(text, above)


def _goes_on(text: Text, begin: _Line, line: _Line) -> bool:
    """Whether a short line that is not closed ends inside a sentence: a bullet seldom only heads what follows."""
    bullet = begin.marker is not None and begin.marker.label in "-+" and begin.marker.kind == "bullet"
    if bullet and line.end - begin.start >= _SENTENCE:
        return True
    start = max(begin.marker.text_start if begin.marker else begin.start, line.start - _LATELY)
    return _STOP.search(text.lines, start, line.start) is not None or _in_sentence(text, line)


def _in_sentence(text: Text, line: _Line) -> bool:
    """Whether a line ends inside a sentence that it began behind another."""
    start = line.marker.text_start if line.marker else line.start
    return _SUBJECT.search(text.lines, max(start, line.end - 40), line.end) is not None


def _names_term(text: Text, line: _Line) -> bool:
    """Whether a congress's number follows the line: "Đại hội … lần thứ / XIX.", "khóa / XIII."."""
    return text.folded.endswith(tuple(_words("ordinals")), line.start, line.end)


def _open_bracket(text: Text, begin: _Line, end: _Line) -> bool:
    """Whether a bracket that opened lately is still open."""
    at = text.lines.rfind("(", max(begin.start, end.end - 200), end.end)
    return at >= 0 and text.lines.find(")", at, end.end) < 0


def _lower(text: Text, pos: int) -> bool:
    return pos < len(text.lines) and text.lines[pos].islower()


def _hyphen(text: Text, above: _Line, marker: Marker) -> bool:
    """Whether a dash at a line's head joins what stands on both sides: "2021 / - 2025", "Lao động / - Thương binh"."""
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
    if word.isupper() and len(word) > 1:
        return False
    return (len(tail) >= 30 and word.lower() in _words("unfinished")) or _joined(text, word, line)


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
    if not _opens_bold(text, begin):
        return False
    last = text.raw_offset(end.end - 1) + 1
    return text.raw[last : last + 1] in ("*", "_")


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


def _split(text: Text, line: _Line, end: int) -> list[Paragraph]:
    """The paragraph from `line` to `end`; two, if an item was run into its heading."""
    start, marker = line.start, line.marker
    kind = marker.kind if marker else None
    if marker and (kind == "section" or kind == "part"):
        run_in = _RUN_IN.search(text.lines, marker.text_start, min(end, marker.text_start + 300))
        if run_in and text.lines[marker.text_start : run_in.start()].isupper():
            heading = Paragraph(start, _trim(text, start, run_in.start()), marker)
            return [heading, Paragraph(run_in.end(), end, marker_at(text, run_in.end(), end))]
    if marker and kind == "article":
        clause = marker_at(text, marker.text_start, end) if marker.text_start < end else None
        if clause and clause.kind == "number" and clause.label == "1":
            heading = Paragraph(start, _trim(text, start, marker.text_start), marker)
            return [heading, Paragraph(marker.text_start, end, clause)]
    return [Paragraph(start, end, marker)]


def _trim(text: Text, start: int, end: int) -> int:
    return text.trim((start, end))[1]
