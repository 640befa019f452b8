"""Paragraphs of a text whose lines may have been wrapped, cut by page breaks or run together.

Converters leave documents in three shapes: a paragraph a line; paragraphs wrapped at some width
and parted by blank lines; paragraphs wrapped and not parted at all. Whether a line goes on with the
one above is decided by how it begins, how that one ends, and whether its first word would still
have fitted there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.tasks.lines import (
    ENDS,
    WORD,
    Line,
    Widths,
    ended,
    first_word,
    lines_of,
    listed,
    names_term,
    widths_of,
)
from ingest.tasks.numbering import Marker, marker_at
from ingest.text import Span, Text
from ontology.casing import CAPITALS, SMALL
from ontology.load import cues

_BRACKETED = 40
_LATELY = 400
_SENTENCE = 20  # a shorter line may be a heading
_YEAR = re.compile(r"(?:19|20)\d\d(?!\w)")
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


def paragraphs(text: Text, span: Span, skip: Sequence[Span] = ()) -> list[Paragraph]:
    """The paragraphs of `span`, in order, without what lies in `skip` (tables, stamps), which is sorted."""
    found: list[Paragraph] = []
    lines = lines_of(text, span, skip)
    widths = widths_of(text, lines)
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


def _breaks(text: Text, lines: Sequence[Line], i: int, begin: int, first: bool, widths: Widths) -> bool:
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
    if _open_bracket(text, lines[begin], above) or (opening.isdigit() and not ended(text, lines, i)):
        return False
    if line.blank:
        return not (_unfinished(text, above, line) or _over_page(text, lines, i, begin, first, widths))
    if not widths.other or _bold(text, lines[begin], above):
        return True
    return _parted(text, lines, i, begin, first, widths)


def _parted(text: Text, lines: Sequence[Line], i: int, begin: int, first: bool, widths: Widths) -> bool:
    """Whether a wrapped text begins anew at line `i`, which begins with a capital and has no number."""
    above, line = lines[i - 1], lines[i]
    tail = text.lines[max(above.start, above.end - 40) : above.end]
    if tail.endswith(":"):
        words = tail.lower()
        return not _cue("names follow").search(words) or _cue("announced").search(words) is not None
    following = first_word(text, line)
    if not tail.endswith(ENDS):
        word = tail.rpartition(" ")[2]
        if text.lines[line.start] == '"' or word[:1].isupper() or word.endswith(","):
            return False
        if word in listed("unfinished") or _joined(text, word, line) or names_term(text, above):
            return False
        if _cue("reference").search(tail.lower()) or _cue("paper and number").match(text.folded, line.start):
            return False
        return widths.cut_short(above, following, first) and not _goes_on(text, lines[begin], above)
    if tail.endswith(";") and not text.lines[line.start].isdigit():
        following += _LIST_MARGIN
    return widths.cut_short(above, following, first) or _looks_first(text, lines, i, widths)


def _begins_item(text: Text, above: Line, line: Line, marker: Marker, first: bool, widths: Widths) -> bool:
    """Whether the number or bullet at the head of a wrapped `line` is one, no part of a sentence."""
    if text.lines.endswith(ENDS, above.start, above.end):
        return True
    if _awaits_number(text, above):
        return False
    if text.lines[above.end - 1] in ",-/(" or (marker.kind == "bullet" and _lower(text, marker.text_start)):
        return False
    if widths.cut_short(above, first_word(text, line), first) or _opens_bold(text, line):
        return True
    return marker.kind != "article"


def _awaits_number(text: Text, line: Line) -> bool:
    """Whether the line ends with "khoản" or the like, not with "quan điểm" or in a title's capitals."""
    before, _, last = text.lines[max(line.start, line.end - 20) : line.end].rpartition(" ")
    if last.lower() not in listed("bound") or (last.isupper() and before[-2:].isupper()):
        return False
    return f"{before.rpartition(' ')[2]} {last}".lower() not in listed("free")


def _closes_bracket(text: Text, above: Line, marker: Marker) -> bool:
    """Whether a line's "VIII)" ends a bracket that the line above opened: "(khóa / VIII)"."""
    sign = text.lines.find(")", marker.text_start - 6, marker.text_start)
    if sign < 0 or marker.kind == "inner":
        return False
    tail = text.lines[max(above.start, above.end - _BRACKETED) : above.end].rpartition("(")
    return tail[1] == "(" and not any(end in tail[2] for end in ").;:")


def _over_page(text: Text, lines: Sequence[Line], i: int, begin: int, first: bool, widths: Widths) -> bool:
    """Whether a full line, not closed, goes on below the page number that stood under it."""
    above, line = lines[i - 1], lines[i]
    if text.lines.endswith(ENDS, above.start, above.end) or text.lines[above.start : above.end].isupper():
        return False
    between = text.raw[text.raw_offset(above.end - 1) + 1 : text.raw_offset(line.start)]
    if not any(sign.isdigit() for sign in between) or _bold(text, lines[begin], above):
        return False
    full = widths.other > 0 and not widths.cut_short(above, first_word(text, line), first)
    return full or _in_sentence(text, above)


def _goes_on(text: Text, begin: Line, line: Line) -> bool:
    """Whether a short line that is not closed ends inside a sentence: a bullet seldom only heads what follows."""
    bullet = begin.marker is not None and begin.marker.label in "-+" and begin.marker.kind == "bullet"
    if bullet and line.end - begin.start >= _SENTENCE:
        return True
    start = max(begin.marker.text_start if begin.marker else begin.start, line.start - _LATELY)
    return _STOP.search(text.lines, start, line.start) is not None or _in_sentence(text, line)


def _in_sentence(text: Text, line: Line) -> bool:
    """Whether a line ends inside a sentence that it began behind another."""
    start = line.marker.text_start if line.marker else line.start
    return _SUBJECT.search(text.lines, max(start, line.end - 40), line.end) is not None


def _open_bracket(text: Text, begin: Line, end: Line) -> bool:
    """Whether a bracket that opened lately is still open."""
    at = text.lines.rfind("(", max(begin.start, end.end - 200), end.end)
    return at >= 0 and text.lines.find(")", at, end.end) < 0


def _lower(text: Text, pos: int) -> bool:
    return pos < len(text.lines) and text.lines[pos].islower()


def _hyphen(text: Text, above: Line, marker: Marker) -> bool:
    """Whether a dash at a line's head joins what stands on both sides: "2021 / - 2025", "Lao động / - Thương binh"."""
    word = text.folded[max(above.start, above.end - 20) : above.end].rpartition(" ")[2]
    if _YEAR.match(text.lines, marker.text_start):
        return _YEAR.match(word[-4:]) is not None
    first = WORD.match(text.folded, marker.text_start)
    return f"{word} {first[0] if first else ''}".rstrip(",;.") in listed("hyphened")


def _unfinished(text: Text, above: Line, line: Line) -> bool:
    """Whether a sentence surely goes on over the blank line above `line` (a page break)."""
    tail = text.lines[max(above.start, above.end - 40) : above.end]
    if tail.endswith((",", "(", "-", "/")):
        return not text.lines[above.start : above.end].isupper()
    word = tail.rpartition(" ")[2]
    if word.isupper() and len(word) > 1:
        return False
    return (len(tail) >= 30 and word.lower() in listed("unfinished")) or _joined(text, word, line)


def _joined(text: Text, word: str, line: Line) -> bool:
    """Whether `word` and the first of `line` are syllables of one name."""
    first = WORD.match(text.folded, line.start, line.end)
    return f"{word.lower()} {first[0] if first else ''}".rstrip(",;.") in listed("joints")


def _cue(name: str) -> re.Pattern[str]:
    return cues("sections")[name].pattern


def _bold(text: Text, begin: Line, end: Line) -> bool:
    """Whether the original prints all from `begin` to `end` in bold or italics."""
    if not _opens_bold(text, begin):
        return False
    last = text.raw_offset(end.end - 1) + 1
    return text.raw[last : last + 1] in ("*", "_")


def _opens_bold(text: Text, line: Line) -> bool:
    at = text.raw_offset(line.start)
    return text.raw[max(0, at - 1) : at] in ("*", "_")


def _looks_first(text: Text, lines: Sequence[Line], i: int, widths: Widths) -> bool:
    """Whether line `i` is short as first lines are, although its sentence goes on below."""
    if i + 1 >= len(lines) or lines[i + 1].blank or lines[i + 1].marker or widths.first >= widths.other:
        return False
    line, below = lines[i], lines[i + 1]
    goes_on = text.lines[below.start].islower() or text.lines[below.start].isdigit()
    return goes_on and widths.cut_short(line, first_word(text, below), False)


def _split(text: Text, line: Line, end: int) -> list[Paragraph]:
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
