"""The close of a document: who receives it and who signs, for whom and in what position."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ingest.layout.lines import Line, begins_line, line_at, lines_before, lines_from, pattern_of
from ingest.layout.signatures import Part, Signature, name_like, signatures_of, trimmed
from ingest.text import Span, Text
from ontology.casing import CAPITALS
from ontology.load import spelling

_BLOCK_LINES = 160
_ANCHOR_REACH = 2500
_FORMULA = 4
_OFFICES_TRIED = 400
_COLUMN = 20
_BULLETS = "-+•*–"
_RECIPIENTS = spelling("recipients")
_STOPS = "furniture", "translation", "footnote", "appendix", "attached"


@dataclass(frozen=True, slots=True)
class Closing:
    """Recipients and signatures in text order; `span` is the whole block."""

    span: Span
    recipients: tuple[Span, ...] = ()
    signatures: tuple[Signature, ...] = ()


def closing_of(text: Text, after: int) -> Closing | None:
    """The close of the document whose head ends at `after`; None if it has none."""
    anchor = _anchor(text, after)
    if anchor is None:
        return None
    parts = _block(text, _start(text, anchor, after), anchor)
    if not parts:
        return None
    span = parts[0].line.start, max([part.line.end for part in parts])
    return Closing(span, tuple(_recipients(parts)), tuple(signatures_of(parts)))


# Where the block stands.


_BEHALF = re.compile(r"\n[ \t|#>]{0,80}(?=T/M|TM\.|KT\.|K/T|TL\.|T/L|TUQ\.|T\.M|T/UQ)")
_ALONE = re.compile(rf"\n[ \t|#>]{{0,80}}(?=[{CAPITALS}][{CAPITALS} ]{{4,60}}[ \t|]{{0,20}}\n)")


def _anchor(text: Text, after: int) -> int | None:
    """Where "Nơi nhận" or an authority formula stands, or else an office alone above a name."""
    recipients = _recipients_head(text, after)
    # A formula near the recipients stands in one block with them.
    limit = len(text) if recipients is None else recipients - _ANCHOR_REACH
    behalf = _BEHALF.search(text.lines, max(0, after - 1), limit + _FORMULA)
    at = behalf.end() if behalf and behalf.end() < limit else None
    if recipients is not None:
        return recipients if at is None else at
    if at is not None:
        return at
    for match in islice(_ALONE.finditer(text.lines, max(0, after - 1)), _OFFICES_TRIED):
        if not pattern_of("office").match(text.folded, match.end()):
            continue
        below = [line for line in islice(lines_from(text, match.end()), 12) if not line.empty][1:4]
        if any(name_like(line) for line in below):
            return match.end()
    return None


def _recipients_head(text: Text, after: int) -> int | None:
    """Where the first "Nơi nhận" stands that opens a list."""
    pattern = pattern_of("recipients")
    at = text.folded.find(_RECIPIENTS, after)
    while at >= 0:
        match = pattern.match(text.folded, at)
        if match and (begins_line(text, at) or text.flow[max(0, at - 3) : at] == "   "):
            rest = text.flow[match.end() : match.end() + 3].lstrip()
            if match[0].endswith(":") or not rest[:1].isalnum() or text.lines.startswith("\n", match.end()):
                return at
        at = text.folded.find(_RECIPIENTS, at + len(_RECIPIENTS))
    return None


def _start(text: Text, anchor: int, after: int) -> int:
    """Up from the anchor over a signature that stands above the recipients, or a body above its office."""
    start = line_at(text, anchor).start
    pending = 0
    for line in lines_before(text, anchor):
        if line.start < after:
            break
        if line.empty or line.rule:
            continue
        pending += 1
        if pending > 6 or line.end - line.start > 120 or line.words[-1:] in ".;,:/":
            break
        cells = line.cells
        if all(cell.capitals and cell.is_a("behalf", "office") for cell in cells):
            start, pending = line.start, 0
        elif _formulas(cells) and pending <= 2:
            start = line.start
        elif not all(name_like(cell) for cell in cells):
            break
    return start


def _formulas(cells: Sequence[Line]) -> bool:
    """Whether the line's columns are parts of formulas; of two, one may go on from the line above."""
    if not all(cell.capitals for cell in cells):
        return False
    known = [cell.is_a("body", "behalf", "office") for cell in cells]
    return any(known) if len(cells) > 1 else all(known)


def _block(text: Text, start: int, anchor: int) -> list[Part]:
    """The cells of the block, to where it ends."""
    parts: list[Part] = []
    state = _State(text)
    stops = pattern_of(*_STOPS).match
    for line in islice(lines_from(text, start), _BLOCK_LINES):
        words = line.words
        if not words or line.rule:
            state.gap = True
            state.named = state.named or state.name_open
            state.name_open = False
            continue
        if words[0] not in "-+•" and line.start > anchor and stops(text.folded, line.start):
            break
        whole_lines = len(parts)
        for cell in line.cells:
            if cell.start >= state.head_end:
                kind = state.kind(cell)
                if kind == "end":
                    return parts[:whole_lines]
                parts.append(Part(kind, cell, state.gap))
        state.gap = False
    return parts


class _State:
    """What has been seen of the block while its lines are read."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.gap = False
        self.listing = False
        self.office = False
        self.named = False
        self.name_open = False
        self.head_end = 0

    def kind(self, cell: Line) -> str:
        """The kind of a cell, "end" if the block is over before it."""
        if cell.words[0] in _BULLETS:
            return "end" if self.named and not self.listing else "bullet"
        if self.gap and self.named and cell.capitals and cell.is_a("annex"):
            return "end"
        if match := not self.listing and cell.matches("recipients"):
            self.listing, self.head_end = True, match.end()
            return "recipients"
        if self._is_formula(cell):
            if self.named and not self._signs_again(cell):
                return "end"
            self.listing = self.listing and self.right(cell)
            self.office = self.office or cell.is_a("behalf", "office")
            self.named = self.named and not self.office
            return "formula"
        if self.office and not self.named and name_like(cell):
            self.name_open = True
            return "name"
        if cell.is_a("signed"):
            return "note"
        if self.listing:
            return "words"
        if self.named or self.name_open or cell.end - cell.start > 160:
            return "end"
        return "formula" if cell.capitals else "note"

    def right(self, cell: Line) -> bool:
        return cell.start - self.text.lines.rfind("\n", 0, cell.start) > _COLUMN

    def _is_formula(self, cell: Line) -> bool:
        if cell.capitals:
            return cell.is_a("behalf", "office", "body")
        if cell.end - cell.start > 70 or cell.words[-1:] in ";,.:":
            return False
        return cell.is_a("behalf") or (self.office and not self.named and cell.is_a("office"))

    def _signs_again(self, cell: Line) -> bool:
        """Whether a second signature begins here: an office with a name below it."""
        office = False
        for below in islice(lines_from(self.text, cell.start), 10):
            if below.empty:
                continue
            if below.is_a("attached", "appendix"):
                return False
            if below.capitals and below.is_a("office", "behalf"):
                office = True
            elif office and name_like(below):
                return True
            elif below.start > cell.start and not below.capitals:
                return False
        return False


# What the block says.


def _recipients(parts: Sequence[Part]) -> Iterator[Span]:
    """The lines of the list, wrapped ones joined, dash and closing punctuation left out."""
    listing = dashed = False
    current: Span | None = None
    for part in parts:
        line = part.line
        if part.kind == "recipients":
            listing, rest = True, _after_head(line)
            current = rest.span if not rest.empty else None
        elif not listing or part.kind not in ("bullet", "words"):
            continue
        elif part.kind == "bullet":
            dashed = True
            if current:
                yield trimmed(line.text, current)
            current = line.span
        elif current is None:
            current = line.span if not dashed else None
        else:
            before = line.text.lines[current[0] : current[1]]
            ended = before.rstrip().endswith((";", ".")) or (not dashed and before.rstrip().endswith(","))
            if not ended and not (part.gap and line.words[:1] == "("):
                current = current[0], line.end
            elif not (dashed and before.rstrip().endswith(".")) and not line.words[:1].islower():
                yield trimmed(line.text, current)
                current = line.span
            elif line.words[:1].islower():
                current = current[0], line.end
    if current:
        yield trimmed(parts[0].line.text, current)


def _after_head(line: Line) -> Line:
    match = line.matches("recipients")
    start = match.end() if match else line.end
    while start < line.end and line.text.flow[start] in " :":
        start += 1
    return Line(line.text, min(start, line.end), line.end, line.next)
