"""The parts of a document: head, preamble, body, signature, annexes, and what is not its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.layout.closing import Closing, closing_of
from ingest.layout.heading import Heading, heading_of
from ingest.layout.lines import Line, begins_line, line_at, lines_before, lines_from, lines_on, pattern_of
from ingest.text import Span, Text
from ontology.load import cues, spelling, spellings
from ontology.types import type_at

_CAPTION = re.compile(r" [0-9]{1,6}[/-][^ ]{2,30} ")
_PREAMBLE_LENGTH = 40_000
_REQUEST = 200
_BULLETS = ("- ", "-\t", "+ ", "* ", "• ", "– ")
_SITE_REACH = 24
_SIGN_LENGTH = 100
_APPENDIX = spelling("appendix").upper()
_BASES, _DECIDED, _MOTTOS = spellings("bases"), spellings("decided"), spellings("mottos")
_RECEIVED = spelling("received")
_ANNOUNCING = ":", ": ", *_DECIDED
_ENGLISH_MOTTO = "socialist republic of vietnam"


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a document as spans of the views; a missing part is an empty span.

    `header`: letterhead, number, place and date, type line, title, addressees. `title`: type line
    and subject. `preamble`: bases or opening, with the line "QUYẾT ĐỊNH:". `body`: operative text.
    `signature`: recipients and signature, in either order. `annexes` follow the signature, or stand
    before it. `notes`: footnotes after the signature. `asides`: a receiver's stamp, a website's
    captions, a translation; nothing is read from these, also where they lie inside another part.
    `heading` and `closing` tell the lines of head and signature apart. `lines`: the first from where the
    header begins, made once for all who look at them.
    """

    header: Span
    title: Span | None
    preamble: Span
    body: Span
    signature: Span
    annexes: tuple[Span, ...]
    asides: tuple[Span, ...]
    notes: Span = (0, 0)
    heading: Heading = Heading(0)  # noqa: RUF009
    closing: Closing | None = None
    lines: Sequence[Line] = ()


def layout_of(text: Text) -> Layout:
    """The parts of `text`. Linear in its length; never fails."""
    begin = _beginning(text)
    heading, lines = heading_of(text, begin)
    closing = closing_of(text, heading.end)
    signature = closing.span if closing else None
    limit = signature[0] if signature else _annex_start(text, heading.end, len(text)) or len(text)
    preamble_end = _preamble_end(text, lines, heading.end, limit)
    inner = _annex_start(text, preamble_end, limit) if signature else None
    body_end = inner if inner is not None else limit
    tail = signature[1] if signature else limit
    annexes, notes, asides = _after_signature(text, tail)
    if inner is not None:
        annexes = ((inner, limit), *annexes)
    front = ((0, begin),) if begin else ()
    stamps = tuple(_stamps(text, begin, max(heading.end, begin)))
    title = _title(heading)
    return Layout(
        header=(begin, heading.end),
        title=title,
        preamble=(heading.end, preamble_end),
        body=(preamble_end, body_end),
        signature=signature or (tail, tail),
        annexes=annexes,
        asides=(*front, *stamps, *asides),
        notes=notes,
        heading=heading,
        closing=closing,
        lines=lines,
    )


def _title(heading: Heading) -> Span | None:
    spans = [span for span in (heading.type_span, heading.subject) if span]
    return (spans[0][0], max(span[1] for span in spans)) if spans else None


def _beginning(text: Text) -> int:
    """Where the document begins: after a website's metadata and summary, if it has such."""
    at = _motto(text)
    if at is None or pattern_of("furniture").search(text.folded, 0, at + _SIGN_LENGTH) is None:
        return 0
    begin = line_at(text, at).start
    for line in lines_before(text, at):
        if not (line.empty or line.rule or line.capitals):
            break
        begin = line.start if not line.empty else begin
    return begin if any(line.is_a("furniture") for line in lines_from(text, 0, begin)) else 0


def _motto(text: Text) -> int | None:
    """Where the first of the mottos stands in capitals."""
    first = None
    for motto in _MOTTOS:
        at = text.folded.find(motto, 0, first)
        if at >= 0 and text.lines[at : at + 4].isupper():
            first = at
    return first


def _preamble_end(text: Text, known: Sequence[Line], start: int, limit: int) -> int:
    """Where the operative text begins, in a text whose head ends at `start`."""
    bases_end: int | None = None
    in_base = opened = False
    before: Line | None = None
    folded = text.folded
    begins = pattern_of("item", "basis").match
    for line in lines_on(text, known, start, min(limit, start + _PREAMBLE_LENGTH)):
        words = line.words
        if line.start < start or not words or line.rule:
            in_base = in_base and not words
            continue
        announcing = text.lines.endswith(_ANNOUNCING, line.start, line.end)
        if announcing and _decides(line):
            return min(line.next, limit)
        begun = begins(folded, line.start)
        if begun:
            if line.is_a("item") and _begins_sentence(before, line):
                return line.start
            opened = opened or line.opens
        if announcing and (line.announces or (opened and not in_base and _asks_for_bullets(line))):
            return min(line.next, limit)
        if begun and folded.startswith(_BASES, line.start):
            in_base = True
        if in_base:
            bases_end = line.next
            in_base = not words.endswith(".")
        before = line
    if bases_end is not None:
        return min(bases_end, limit)
    return _cut_request(text, start, limit)


def _decides(line: Line) -> bool:
    """Whether the line closes the preamble ("QUYẾT ĐỊNH:")."""
    words = line.words
    if words.endswith(":"):
        match = line.matches("decides")
        return match is not None and match.end() >= line.end - 1
    return words.endswith(_DECIDED) and line.capitals and len(words) < 120


def _asks_for_bullets(line: Line) -> bool:
    """Whether an opening ends with this line: it asks ("…, Sở Y tế đề nghị các xã triển khai:"), bullets follow."""
    if not line.words.endswith(":"):
        return False
    text = line.text
    follows = text.lines[line.next : line.next + 40].lstrip()
    window = text.folded[max(0, line.end - _REQUEST) : line.end]
    return (
        follows.startswith(_BULLETS) and cues("layout")["asks at its end"].pattern.search(window) is not None
    )


def _begins_sentence(before: Line | None, line: Line) -> bool:
    """Whether an item may begin here: not where a wrapped sentence only goes on with a number."""
    if before is None or before.next < line.start - 1 or before.capitals:
        return True
    return before.words[-1:] in ".:;,/" or line.capitals or line.emphasised


def _cut_request(text: Text, start: int, limit: int) -> int:
    """In a letter of one paragraph, the end of its basis: before "…, Sở Y tế đề nghị …"."""
    line = next(
        (line for line in lines_from(text, start, limit) if line.start >= start and not line.empty), None
    )
    if line is None or not line.opens:
        return start
    stop = min(limit, text.lines.find("\n\n", line.start) % (len(text) + 1), line.start + 2000)
    asks = cues("layout")["asks"].pattern
    comma = text.folded.find(",", line.start, stop)
    while comma >= 0:
        if asks.match(text.folded, comma + 1, stop):
            return comma + 1
        comma = text.folded.find(",", comma + 1, stop)
    return start


def _annex_start(text: Text, start: int, limit: int) -> int | None:
    """The first annex between `start` and `limit`: "PHỤ LỤC", or a title over "(kèm theo …)"."""
    found = [at for at in (_appendix(text, start, limit), _attached(text, start, limit)) if at is not None]
    return min(found, default=None)


def _appendix(text: Text, start: int, limit: int) -> int | None:
    at = text.lines.find(_APPENDIX, start, limit)
    while at >= 0:
        if begins_line(text, at):
            line = line_at(text, at)
            if line.capitals and line.end - at < 40:
                return at
        at = text.lines.find(_APPENDIX, at + len(_APPENDIX), limit)
    return None


def _attached(text: Text, start: int, limit: int) -> int | None:
    for match in pattern_of("attached").finditer(text.folded, start, limit):
        at = match.start()
        top = _annex_top(text, at, start) if begins_line(text, at) else None
        if top is not None:
            return top
    return None


def _annex_top(text: Text, at: int, start: int) -> int | None:
    """The line of the annex's own type above "(kèm theo …)", if the lines between are its title."""
    for count, line in enumerate(lines_before(text, at)):
        if count > 10 or line.start < start or line.empty:
            return None
        if line.capitals and line.is_a("annex"):
            return line.start
    return None


def _after_signature(text: Text, tail: int) -> tuple[tuple[Span, ...], Span, tuple[Span, ...]]:
    """Annexes, footnotes and asides of what follows `tail`."""
    notes: Span = (tail, tail)
    if not text.lines[tail:].strip(" \t\n|"):
        return (), notes, ()
    asides: list[Span] = []
    annex: int | None = None
    end = len(text)
    for start in (_site_tail(text, tail), _translation(text, tail)):
        if start is not None and start < end:
            asides.append((start, end))
            end = start
    for line in lines_from(text, min(tail + 1, end), end):
        if line.start < tail or line.empty or line.rule:
            continue
        if line.is_a("footnote") and annex is None:
            notes = (line.start, end)
            end = line.start
            break
        annex = line.start
        break
    annexes = tuple(_annexes(text, annex, end)) if annex is not None else ()
    return annexes, notes, tuple(asides)


def _site_tail(text: Text, tail: int) -> int | None:
    """Where a website's own lines begin after the document: its captions, or the title once more."""
    first: int | None = None
    fresh = True
    last_sign = 0
    furniture = pattern_of("furniture").match
    for count, line in enumerate(lines_before(text, len(text) + 1)):
        if count > last_sign + _SITE_REACH or line.start < tail:
            break
        words = line.words
        if words and words[0].isupper() and furniture(text.folded, line.start):
            first, fresh, last_sign = line.start, True, count
        elif words and fresh:
            if _is_caption(line):
                return line.start
            fresh = False
    return first


def _translation(text: Text, tail: int) -> int | None:
    """Where an English translation begins: at its letterhead, or the title above that."""
    at = text.folded.find(_ENGLISH_MOTTO, tail)
    start = line_at(text, at).start if at >= 0 else None
    for count, line in enumerate(lines_before(text, at) if at >= 0 else ()):
        if count > 8 or line.start < tail or not line.words.isascii():
            break
        if not (line.empty or line.rule):
            start = line.start
    first = next((line for line in lines_from(text, tail) if line.start > tail and not line.empty), None)
    if first and first.is_a("translation") and first.words.isascii():
        start = first.start
    return start


def _is_caption(line: Line) -> bool:
    """Whether the last line names a document as sites do: "Quyết định 4/2024/QĐ-UBND về …"."""
    if line.end - line.start < 60 or line.words[-1:] in ".;:|":
        return False
    found = type_at(line.text.folded, line.start)
    return found is not None and _CAPTION.match(line.text.folded, found[1]) is not None


def _annexes(text: Text, start: int, end: int) -> Iterator[Span]:
    """Each annex from `start` on; a new one begins at each line "PHỤ LỤC …"."""
    at = _appendix(text, start + 1, end)
    while at is not None:
        yield start, at
        start = at
        at = _appendix(text, start + 1, end)
    yield start, end


def _stamps(text: Text, begin: int, end: int) -> Iterator[Span]:
    """A receiver's stamps in the head, and right below it."""
    end = min(len(text), end + 200)
    if text.folded.find(_RECEIVED, begin, end) < 0:
        return
    lines = list(lines_from(text, begin, end))
    for index, line in enumerate(lines):
        if not line.is_a("received"):
            continue
        first = index
        above = lines[index - 1] if index else None
        if above and not above.empty and above.capitals and (index < 2 or lines[index - 2].empty):
            first = index - 1
        last = index
        while last + 1 < len(lines) and lines[last + 1].says("stamp_line"):
            last += 1
        yield lines[first].start, lines[last].end
