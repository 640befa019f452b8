"""The head of a document: where the type line, the subject and the head as a whole stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from ingest.layout.lines import Line, lines_from, pattern_of
from ingest.text import Span, Text
from ontology.load import spelling, spellings
from ontology.types import type_at, type_like, type_word

# Most heads are short; a longer one is read again with more lines.
_HEAD_LINES = 56, 200
_MARGIN = 16
_TITLE_LENGTH = 2500
# A longer paragraph that ends a sentence is the text, though no blank line parts it from the subject (PDF, scans).
_LONGEST_PIECE = 160
_TYPE_LENGTH = 48
_LAST_WORDS = 32
_ABOUT, _BASES, _NUMBER = spelling("about"), spellings("bases"), spelling("number")
_INNER_ABOUT, _FIRST_ABOUT = f" {_ABOUT} ", (_ABOUT, f"{_ABOUT} ")
_SHOUTED_ABOUT = _INNER_ABOUT.upper()


class Heading(NamedTuple):
    """What the head of a document shows; spans in the views.

    `kind` is the type word's name ("kế hoạch"), `owner` an issuer's phrase between type and subject
    ("CỦA BAN THƯỜNG VỤ TỈNH ỦY"), `acting` the body in capitals above the bases, `addressees` the
    block that begins "Kính gửi" or "… điện:". `end`: where the head ends.
    """

    end: int
    kind: str | None = None
    type_span: Span | None = None
    subject: Span | None = None
    owner: Span | None = None
    acting: Span | None = None
    addressees: Span | None = None


def heading_of(text: Text, begin: int) -> tuple[Heading, list[Line]]:
    """The heading of the document that begins at `begin`, empty if it has none; and the lines read for it."""
    for count in _HEAD_LINES:
        lines = list(islice(lines_from(text, begin), count))
        heading = _heading(lines, begin)
        if len(lines) < count or heading.end < lines[-_MARGIN].start:
            break
    return heading, lines


def _heading(lines: Sequence[Line], begin: int) -> Heading:
    found = _type_line(lines)
    if found is None:
        return _letter_heading(lines, begin)
    index, kind, type_span = found
    heading = Heading(lines[index].end, kind, type_span)
    index, heading = _subject(lines, index, heading)
    return _rest(lines, index, heading)


def _type_line(lines: Sequence[Line]) -> tuple[int, str, Span] | None:
    """Index of the line where the type word ends, its name and span; whole lines go first."""
    partial: tuple[int, str, Span] | None = None
    shouted: list[int] = []
    begins = pattern_of("addressees", "item", "recipients", "basis").match
    for index, line in enumerate(lines):
        words = line.words
        if not words:
            continue
        if begins(line.text.folded, line.start) and _below_type(line):
            break
        if line.end - line.start < _TYPE_LENGTH and words.isupper():
            shouted.append(index)
        found = _type_on(lines, index) if words[0].isupper() else None
        if found is None:
            continue
        if found[2][1] >= lines[found[0]].end - 1:
            return found
        if partial is None and line.text.lines[slice(*found[2])].isupper():
            partial = found
    return partial or _damaged_type(lines, shouted)


def _below_type(line: Line) -> bool:
    """Whether the line can only stand below the type line."""
    return line.is_a("addressees", "item", "recipients") or (line.opens and not line.capitals)


def _damaged_type(lines: Sequence[Line], shouted: Sequence[int]) -> tuple[int, str, Span] | None:
    """The first of the lines in capitals that shows a type through stray spaces and wrong accents."""
    for index in shouted:
        name = type_like(lines[index].words)
        if name:
            return index, name, lines[index].span
    return None


def _type_on(lines: Sequence[Line], index: int) -> tuple[int, str, Span] | None:
    line = lines[index]
    folded = line.text.folded
    whole = type_at(folded, line.start)
    if whole is None:
        return None
    for last in range(index + 1, min(index + 3, len(lines))):
        if whole[1] == lines[last].end:
            return last, whole[0], (line.start, whole[1])
    match = type_word().match(folded, line.start, line.end)
    if match is None:
        return None
    found = type_at(match[0], 0)
    return (index, found[0], match.span()) if found else None


def _subject(lines: Sequence[Line], index: int, heading: Heading) -> tuple[int, Heading]:
    """The subject below (or beside) the type word; returns the first line after it."""
    type_line = lines[index]
    assert heading.type_span is not None
    rest = type_line.part(min(_after(type_line, heading.type_span[1]), type_line.end), type_line.end)
    queue = [rest, *lines[index + 1 :]]
    if rest.empty or rest.says("mark_alone"):
        queue = queue[1:]
    used = len(lines) - len(queue)
    skipped, owner, queue = _owner(queue)
    used += skipped
    pieces = _subject_lines(queue)
    if owner and (not pieces or _tells(queue, pieces)):
        return used, heading._replace(subject=owner, end=owner[1], owner=owner)
    if pieces:
        span = (queue[pieces[0]].start, queue[pieces[-1]].end)
        return used + pieces[-1] + 1, heading._replace(subject=span, end=span[1], owner=owner)
    return used, heading._replace(owner=owner) if owner else heading


def _tells(lines: Sequence[Line], pieces: Sequence[int]) -> bool:
    """Whether the lines below the name of a session are what it did, no subject."""
    first, last = lines[pieces[0]], lines[pieces[-1]]
    return pieces[0] > 0 and not first.capitals and (first.is_a("owner") or last.words.endswith("."))


def _after(line: Line, pos: int) -> int:
    flow = line.text.flow
    while pos < line.end and flow[pos] in " :-":
        pos += 1
    return pos


def _owner(lines: list[Line]) -> tuple[int, Span | None, list[Line]]:
    """The phrase "của …" directly under the type word, up to "về …": lines used, its span, the rest."""
    first = next((i for i, line in enumerate(lines[:3]) if not line.empty), None)
    if first is None or not lines[first].is_a("owner"):
        return 0, None, lines
    for index in range(first, min(first + 6, len(lines))):
        line = lines[index]
        at = line.text.folded.find(_INNER_ABOUT, line.start, line.end)
        if at >= 0 and not line.words.lower().startswith(_INNER_ABOUT[1:]):
            rest = line.part(at + 1, line.end)
            return index, (lines[first].start, at), [rest, *lines[index + 1 :]]
        if index > first and line.is_a("owner_goes_on"):
            continue
        begins_subject = index > first and (
            line.empty or line.rule or line.words[:1].islower() or line.words[:3].lower() in _FIRST_ABOUT
        )
        if begins_subject:
            return index, (lines[first].start, lines[index - 1].end), lines[index:]
    return 0, None, lines


def _subject_lines(lines: Sequence[Line]) -> list[int]:
    """Indices of the subject's lines."""
    pieces: list[int] = []
    gap = False
    for index, line in enumerate(lines):
        if line.empty or line.rule:
            if pieces and line.rule:
                break
            gap = bool(pieces)
            continue
        if not pieces:
            if _cannot_begin(line, lines[index:]):
                if index < 8 and (line.is_a("number", "motto") or line.place_date or line.says("mark_alone")):
                    continue
                break
        elif _ends_subject(lines, pieces, index, gap):
            break
        pieces.append(index)
        gap = False
        if line.end - lines[pieces[0]].start > _TITLE_LENGTH:
            return pieces[:1]
    return pieces


def _cannot_begin(line: Line, following: Sequence[Line]) -> bool:
    if line.place_date or line.addresses:
        return True
    if line.is_a("item", "received", "number", "motto", "recipients") or line.says("mark_alone"):
        return True
    if line.text.folded.startswith(_BASES, line.start):
        return True
    if line.is_a("office", "body") and line.capitals:
        return _above_bases(following)
    return line.opens and not line.capitals and _opens_body(following)


def _opens_body(lines: Sequence[Line]) -> bool:
    """Whether the paragraph that begins here ends by announcing the body ("… như sau:")."""
    for index, line in enumerate(lines[:40]):
        if line.empty or line.rule or (index and line.opens):
            return False
        if line.announces:
            return True
        if line.words.endswith("."):
            return False
    return False


def _ends_subject(lines: Sequence[Line], pieces: Sequence[int], index: int, gap: bool) -> bool:
    """Whether the line at `index`, met after the subject's `pieces`, no longer belongs to it."""
    line, first, last = lines[index], lines[pieces[0]], lines[pieces[-1]]
    if _never_in_subject(lines, index, gap):
        return True
    if line.wordless and not gap:
        return False
    if first.capitals and not line.capitals:
        return True
    if gap and line.opens and not _quote_open(first, last):
        return True
    if line.words[:1].islower():
        return False
    if _is_prose(line) and not _quote_open(first, last):
        return True
    if _goes_on(first, last):
        return False
    return gap or _begins_anew(lines, index, first)


def _is_prose(line: Line) -> bool:
    """Whether a line is a paragraph of the text: long, and a sentence ends with it."""
    return len(line.words) > _LONGEST_PIECE and line.text.lines[line.start : line.end].rstrip().endswith(".")


def _never_in_subject(lines: Sequence[Line], index: int, gap: bool) -> bool:
    line = lines[index]
    if line.place_date or line.addresses:
        return True
    if line.is_a("motto", "received", "recipients", "number"):
        if line.motto or line.is_a("received", "recipients"):
            return True
        if line.is_a("number") and (":" in line.words[:5] or (gap and line.words[:1].isupper())):
            return True
    return gap and _in_stamp(lines, index)


def _begins_anew(lines: Sequence[Line], index: int, first: Line) -> bool:
    """Whether a line directly below the subject, beginning with a capital, is the acting body or the text."""
    line = lines[index]
    body = line.is_a("office", "body")
    if body and line.capitals and _above_bases(lines[index:]):
        return True
    if line.announces or (body and _opens_body(lines[index:])):
        return True
    if first.capitals and not line.emphasised:
        return False
    if line.emphasised and not first.emphasised:
        return body or line.is_a("basis", "item") or not first.capitals
    return line.opens or line.is_a("item")


def _goes_on(first: Line, last: Line) -> bool:
    """Whether a subject from `first` to `last` cannot end there: an open quotation, "… CỦA BAN THƯỜNG VỤ"."""
    if _quote_open(first, last):
        return True
    words = last.words.lower()
    return pattern_of("goes_on").search(words, max(0, len(words) - _LAST_WORDS)) is not None


def _quote_open(first: Line, last: Line) -> bool:
    return first.text.lines.count('"', first.start, last.end) % 2 == 1


def _above_bases(lines: Sequence[Line]) -> bool:
    """Whether the name in capitals that begins here stands alone above bases or an opening."""
    for index, line in enumerate(lines[:5]):
        if line.empty or line.rule:
            continue
        if not line.capitals:
            return index > 0 and (line.opens or line.is_a("item"))
        if line.is_a("received") or _SHOUTED_ABOUT in line.words:
            return False
        if index and line.is_a("office", "body") and not lines[index - 1].is_a("office"):
            return False
    return False


def _rest(lines: Sequence[Line], index: int, heading: Heading) -> Heading:
    """What may still belong to the head after the subject: stamp, acting body, addressees."""
    while index < len(lines):
        line = lines[index]
        if line.addresses:
            end = _addressees(lines, index)
            return heading._replace(addressees=(line.start, end), end=end)
        if line.capitals and line.is_a("office", "body") and _above_bases(lines[index:]):
            last = index
            while last + 1 < len(lines) and lines[last + 1].capitals and not lines[last + 1].empty:
                last += 1
            heading = heading._replace(acting=(line.start, lines[last].end), end=lines[last].end)
            index = last
        elif not (line.empty or line.rule or _letterhead_line(line) or _in_stamp(lines, index)):
            break
        index += 1
    return heading


def _in_stamp(lines: Sequence[Line], index: int) -> bool:
    """Whether the line belongs to a receiver's stamp that stands around it."""
    if lines[index].says("stamp_line"):
        return any(
            line.is_a("received") or line.says("stamp_line") for line in lines[max(0, index - 2) : index]
        )
    following = next((line for line in lines[index + 1 : index + 3] if not line.empty), None)
    return following is not None and following.is_a("received")


def _addressees(lines: Sequence[Line], index: int) -> int:
    """The end of the block that begins with "Kính gửi" or "… điện:"."""
    first = last = index
    gap = listing = blank = False
    for at in range(index + 1, len(lines)):
        line = lines[at]
        if line.empty or line.rule:
            gap = gap or last > first
            blank = True
            continue
        before = lines[last].words
        listed = line.words[:1] in "-+•("
        if not listed and (gap or (blank and not before.endswith((",", ":")))):
            break
        listing = listing or listed
        single = last == first and not line.opens and (len(before) < 36 or line.words.endswith("."))
        goes_on = (
            line.words[:1].islower()
            or before.endswith((",", ":"))
            or (not before.endswith((".", ";", ")")) and (listing or single))
        )
        if not (listed or goes_on) or (line.opens and not goes_on):
            break
        last, gap, blank = at, False, False
    return lines[last].end


def _letter_heading(lines: Sequence[Line], begin: int) -> Heading:
    """The head of a paper without type line: a letter, or a text whose head is lost."""
    end = begin
    subject: Span | None = None
    for index, line in enumerate(lines):
        if not line.words or line.rule:
            continue
        if line.addresses:
            end = _addressees(lines, index)
            return Heading(end, subject=subject, addressees=(line.start, end))
        if subject is None and line.is_a("subject"):
            subject = _letter_subject(lines, index)
            end = subject[1]
        elif line.start >= end and not _letterhead(line, lines[index - 1] if index else None):
            break
        end = max(end, line.end)
    return Heading(end, subject=subject)


def _letterhead(line: Line, above: Line | None) -> bool:
    cells = line.cells
    if line.capitals or line.says("stamp_line") or any(_letterhead_line(cell) for cell in cells):
        return True
    return above is not None and not above.empty and (above.place_date is not None or above.is_a("number"))


def _letterhead_line(line: Line) -> bool:
    return line.place_date is not None or line.is_a("number", "motto", "received")


def _letter_subject(lines: Sequence[Line], index: int) -> Span:
    last = index
    for at in range(index + 1, min(index + 12, len(lines))):
        line = lines[at]
        cited = _goes_on(lines[index], lines[last]) and not line.words[: len(_NUMBER)].lower().startswith(
            _NUMBER
        )
        if line.empty or line.rule or line.opens or line.is_a("addressees"):
            break
        if _letterhead_line(line) and not cited:
            break
        last = at
    return lines[index].start, lines[last].end
