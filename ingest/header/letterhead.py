"""The letterhead: which bodies it names, the number, and the place and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ingest.layout import Layout
from ingest.layout.lines import DATE_REACH, DAY, Line, day_after, lines_from, lines_on, pattern_of
from ingest.text import Span, Text
from ontology.casing import CAPITALS, SMALL
from ontology.load import cues, spelling
from ontology.numbers import scan
from ontology.places import provinces_in


class Printed(NamedTuple):
    """A name printed over one or more lines, maybe beside another column: its words in one line."""

    words: str
    span: Span


@dataclass(slots=True)
class Letterhead:
    """What stands above the type line; `bodies` with the superior one first."""

    bodies: list[Printed] = field(default_factory=list)
    number: Span | None = None
    place: Span | None = None
    date: str | None = None
    date_span: Span | None = None


def letterhead_of(text: Text, layout: Layout) -> Letterhead:
    """The letterhead of the document; what is not printed (or left blank) is None.

    Title, addressees and stamps are left out, but for the subject's columns with place and date.
    """
    found = Letterhead()
    reader = _Bodies(text)
    heading = layout.heading
    own = [span for span in (layout.title, heading.addressees, heading.acting, *layout.asides) if span]
    subject = heading.subject or (0, 0)
    for line in lines_on(text, layout.lines, layout.header[0], layout.header[1] + 1):
        if subject[0] <= line.start < subject[1]:
            cells = [cell for cell in line.cells if cell.place_date]
        elif _within(own, line.start):
            continue
        elif not line.words or line.rule:
            reader.close()
            continue
        else:
            cells = line.cells
        for cell in cells:
            if cell.start >= reader.skip_to:
                _read_cell(cell, found, reader)
    reader.close()
    found.bodies = reader.bodies
    if found.date_span is None:
        _date_of_signature(text, layout, found)
    return found


def _read_cell(cell: Line, found: Letterhead, reader: _Bodies) -> None:
    if _place_and_date(cell, found):
        if found.place and cell.start < found.place[0] < cell.end:  # a body's name in the column before
            reader.add(cell.part(*cell.text.trim((cell.start, found.place[0]))))
        return
    if not _number(cell, found, reader):
        reader.add(cell)
        _inside(cell, found)
    elif found.number and cell.start <= found.number[0] < cell.end:
        _place_and_date(_after(cell, found.number[1]), found)


def _within(spans: Sequence[Span], at: int) -> bool:
    for start, end in spans:  # noqa: SIM110
        if start <= at < end:
            return True
    return False


def _place_and_date(cell: Line, found: Letterhead) -> bool:
    if not _day_ahead(cell):
        return False
    cell = _after(cell, cell.start)
    match, shift = cell.place_date, 0
    if match is None and cell.words[:1].isupper() and DAY in (words := cell.words.lower()):
        match, shift = pattern_of("place_date_figures").match(words), cell.start
    if match is None:
        return False
    if found.place is None:
        start, end = match.span("place")
        shouted = _SHOUTED.match(cell.text.flow, start + shift, end + shift)
        start = shouted.end() - shift if shouted else start
        found.place = start + shift, end + shift
        found.date = _iso(match["year"], match["month"], match["day"])
        found.date_span = (found.place[0], match.end() + shift) if found.date else None
    return True


_SECOND_MOTTO = spelling("second_motto")
# Words in capitals before a place that is not.
_SHOUTED = re.compile(rf"(?:[{CAPITALS}]{{2,}}[ ,.-]+){{2,}}(?=[{CAPITALS}][{SMALL}])")


def _day_ahead(cell: Line) -> bool:
    """Whether "ngày" stands in the cell, or so near behind it that a place in it may go before."""
    folded = cell.text.folded
    day = day_after(cell.text, cell.start, cell.end + DATE_REACH)
    return day >= 0 and folded.find("/", cell.end, day) < 0


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year.replace(" ", "")), int(month), int(day)).isoformat()
    except ValueError:
        return None


_NO = spelling("number")
_AFTER_WORD = re.compile(rf"[^\W\d]{{0,5}} ?[^\W\d]{{0,6}} ?{_NO} *:? *")
_BLANK = re.compile(r"[ .…_]*[-/][-/&0-9A-ZĐ]{2,30}")
_NUMBER_REACH = 120
_DIGITS = frozenset("0123456789")
_NAME_LENGTH = 240


def _number(cell: Line, found: Letterhead, reader: _Bodies) -> bool:
    """Reads the number from "Số …"; a blank left for it ("Số:   /KH-UBND") is none."""
    text = cell.text
    word = _AFTER_WORD.match(text.folded, cell.start) if cell.is_a("number") else None
    if word is None and cell.words[0] not in _DIGITS:
        return False
    start = word.end() if word else cell.start
    span = _number_at(text, start)
    if span is None:
        if word and found.number is None and (plain := _PLAIN.match(text.flow, start, cell.end)):
            found.number = plain.span()
        elif word and (blank := _BLANK.match(text.flow, start)):
            reader.skip_to = max(reader.skip_to, blank.end())
        return word is not None
    if found.number is None and (word or span[1] >= cell.end):
        found.number = span
    reader.skip_to = max(reader.skip_to, span[1])
    return word is not None or span[1] >= cell.end


def _inside(cell: Line, found: Letterhead) -> None:
    """Reads number, place and date where the whole letterhead runs on in one line."""
    text = cell.text
    if found.number is not None or text.folded.find(_NO, cell.start, cell.end) < 0:
        return
    if cell.is_a("received", "subject"):
        return
    for word in _INNER_NUMBER.finditer(text.flow, cell.start, cell.end):
        span = _number_at(text, word.end())
        if span is None:
            continue
        found.number = span
        rest = _after(cell, span[1])
        motto = pattern_of("motto").match(text.folded, rest.start)
        _place_and_date(_after(rest, motto.end()) if motto else rest, found)
        return


_INNER_NUMBER = re.compile(rf"(?<=[ *|])(?:{_NO.capitalize()}|{_NO.upper()}) {{0,2}}:? {{0,3}}(?=[0-9])")


def _after(cell: Line, at: int) -> Line:
    """The cell from the first word after `at` on: the next column, if one space is all that parts them."""
    text = cell.text
    while at < cell.end and not text.lines[at].isalnum():
        at += 1
    motto = pattern_of("motto").match(text.folded, at) if at < cell.end else None
    if motto:
        return _after(cell, motto.end())
    return cell if at == cell.start else cell.part(at, cell.end)


def _number_at(text: Text, start: int) -> Span | None:
    """The number that begins at `start`, maybe with a space inside its serial."""
    if text.flow[start : start + 1] not in _DIGITS:
        return None
    cut = _CUT_SERIAL.match(text.flow, start)
    begin = cut.end() if cut else start
    for first, end, _ in scan(text.flow[begin : begin + _NUMBER_REACH]):
        return (start, begin + end) if first == 0 else None
    return None


_CUT_SERIAL = re.compile(r"[0-9]{1,3} {1,2}(?=[0-9]{1,4} ?[-/])")


_PLAIN = re.compile(r"[0-9]{1,6}(?:[/-][0-9A-ZĐ]{1,12}){0,4}(?= *$)")


def _date_of_signature(text: Text, layout: Layout, found: Letterhead) -> None:
    """Some papers print place and date above the signature."""
    for line in lines_from(text, *layout.signature):
        for cell in line.cells:
            if found.place is None and _place_and_date(cell, found):
                return


class _Bodies:
    """Puts the letterhead's lines together into names of bodies."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.bodies: list[Printed] = []
        self.pieces: list[Span] = []
        self.skip_to = 0

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.text.flow[slice(*piece)] for piece in self.pieces).split())

    def add(self, cell: Line) -> None:
        folded = self.text.folded
        beside = cell.capitals or folded.find(_SECOND_MOTTO, cell.start, cell.end) > cell.start
        motto = pattern_of("motto").search(folded, cell.start, cell.end) if beside else None
        motto = motto or cell.matches("motto")
        if motto:
            self.skip_to = motto.end()
            if motto.start() <= cell.start:
                return
            cell = cell.part(cell.start, self.text.trim((cell.start, motto.start()))[1])
        if (
            cell.end - cell.start > _NAME_LENGTH
            or not cell.capitals
            or cell.is_a("received", "subject", "mark")
            or cell.says("stamp_line")
        ):
            return
        if self.pieces and (self._open() or not self._begins(cell)):
            self.pieces.append(cell.span)
        else:
            self.close()
            self.pieces = [cell.span]

    def _begins(self, cell: Line) -> bool:
        """Whether a body's name begins with the cell, maybe cut short by its line's end."""
        words = cell.words.lower()
        return _names_body(words) or (len(words) < 12 and _matches("open_head", words))

    def _open(self) -> bool:
        """Whether the name so far cannot be whole ("BAN CHẤP HÀNH", "SỞ KHOA HỌC VÀ")."""
        return _matches("open_head", self.words.lower())

    def close(self) -> None:
        if not self.pieces:
            return
        for name in _apart(self.words):
            words = name.lower()
            if _names_body(words) or cues("layout")["office"].pattern.match(words):
                self.bodies.append(Printed(name, (self.pieces[0][0], self.pieces[-1][1])))
        self.pieces = []


def _apart(words: str) -> Iterator[str]:
    """The names of one cell: a new one begins where a head follows a province's name or a dash."""
    lower = words.lower()
    head = cues("issuing")["head"].pattern
    heads = [gap.end() for gap in _GAP.finditer(lower) if head.match(lower, gap.end())]
    start = 0
    if heads:
        ends = {mention.end + 1 for mention in provinces_in(words, lower)}
        ends |= {dash.end() for dash in _DASH.finditer(words)}
        for at in heads:
            if at in ends:
                yield words[start:at].rstrip(" -")
                start = at
    yield words[start:]


_GAP = re.compile(r"\W")
_DASH = re.compile(" - ")


def _names_body(words: str) -> bool:
    return _matches("head", words) or _matches("firm", words)


def _matches(cue: str, words: str) -> bool:
    pattern = cues("issuing")[cue].pattern
    return (pattern.search(words) if cue == "open_head" else pattern.match(words)) is not None
