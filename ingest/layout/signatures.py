"""Who signs a document: names, positions and bodies, read from the lines of its signature block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ingest.layout.lines import Line, line_at, pattern_of
from ingest.text import Span, Text
from ontology.load import document, spellings

_DEPUTIES = spellings("deputies")
_FOR_BODY = "t/m", "tm", "t.m"


@dataclass(frozen=True, slots=True)
class Signature:
    """The spans of one signer's name, and line by line of the position, the body signed for, and the
    body printed above a joint paper's office; empty: not printed."""

    name: Span
    position: tuple[Span, ...]
    on_behalf_of: tuple[Span, ...]
    body: tuple[Span, ...] = ()


class Part(NamedTuple):
    """A cell of the block: kind is recipients, bullet, words, formula, name or note; `gap`: below an empty line."""

    kind: str
    line: Line
    gap: bool

    @property
    def column(self) -> float:
        """Where the cell's middle stands on its line."""
        line = self.line
        return (line.start + line.end) / 2 - line.text.lines.rfind("\n", 0, line.start)


def name_like(line: Line) -> bool:
    """Whether the line could be a person's name, with or without a title before it."""
    words = line.words
    if not words or len(words) > 60 or not words[:1].isupper():
        return False
    if not pattern_of("name").fullmatch(words.lower()):
        return False
    if line.is_a("office", "body", "behalf", "recipients", "annex"):
        return False
    title = line.matches("titles")
    own = words[title.end() - line.start :] if title else words
    if own.isupper():
        return own.split()[0].lower() in _families() and len(own.split()) > 1 and _ends_block(line)
    return all(word[:1].isupper() for word in own.replace(".", " ").split())


def _ends_block(line: Line) -> bool:
    """Whether nothing stands directly below: a name in capitals does, a wrapped office does not."""
    return line.next >= len(line.text) or line_at(line.text, line.next).empty


@cache
def _families() -> frozenset[str]:
    return frozenset(document("names")["families"])


def signatures_of(parts: Sequence[Part]) -> Iterator[Signature]:
    """One signature for each name; columns are read one after the other."""
    for stream in _columns([part for part in parts if part.kind in ("formula", "name")]):
        statements: list[list[Span]] = []
        name: Span | None = None
        for index, part in enumerate(stream):
            if part.kind == "formula":
                if name:
                    yield _signature(part.line.text, statements, name)
                    statements, name = [], None
                _add_statement(part, statements)
                # "GIÁM ĐỐC SỞ Y TẾ" above a name holds none, though "Y" begins some.
                shouted = part.line.words.isupper() and _named_below(stream[index + 1 :])
                own = None if shouted else _name_beside(part.line)
                if own:
                    statements[-1][-1] = statements[-1][-1][0], own[0]
                    name = own
            else:
                name = (name[0], part.line.end) if name and not part.gap else (name or part.line.span)
        if name:
            yield _signature(stream[0].line.text, statements, name)


def _named_below(parts: Sequence[Part]) -> bool:
    """Whether a name follows before somebody else signs for a body."""
    for part in parts:
        if part.kind == "name":
            return True
        if part.line.text.folded.startswith(_FOR_BODY, part.line.start):
            return False
    return False


def _columns(signing: Sequence[Part]) -> list[list[Part]]:
    """The parts by the columns in which they stand: those of the line that has most."""
    lines: dict[int, list[Part]] = {}
    for part in signing:
        lines.setdefault(part.line.next, []).append(part)
    if len(lines) == len(signing):
        return [list(signing)]
    alike = [line for line in lines.values() if len({part.kind for part in line}) == 1]
    middles = [part.column for part in max(alike, key=len, default=[])]
    if len(middles) < 2:
        return [list(signing)]
    columns: list[list[Part]] = [[] for _ in middles]
    for part in signing:
        distances = [abs(middle - part.column) for middle in middles]
        columns[distances.index(min(distances))].append(part)
    return columns


def _add_statement(part: Part, statements: list[list[Span]]) -> None:
    """Adds a line of the formula, or joins it to the one it goes on from."""
    line = part.line
    if statements:
        words = " ".join(line.text.folded[slice(*span)].strip() for span in statements[-1])
        unfinished = pattern_of("unfinished").search(words) is not None
        if line.is_a("office") and pattern_of("for_office").fullmatch(words):
            unfinished = False
        for_body = words.startswith(_FOR_BODY[:2]) and line.is_a("body") and not line.is_a("office")
        if unfinished or for_body or not line.is_a("behalf", "office", "body"):
            statements[-1].append(line.span)
            return
    statements.append([line.span])


def _name_beside(line: Line) -> Span | None:
    """The name on one line with the office ("PHÓ BÍ THƯ Nguyễn Văn A", "BÍ THƯ NGUYỄN VĂN A")."""
    at = line.start
    words = line.words.split(" ")
    for index, word in enumerate(words[:-1]):
        if index and len(words) - index <= 7 and _begins_name(word):
            rest = line.part(at, line.end)
            if name_like(rest) and not rest.is_a("inner"):
                return rest.span
        at += len(word) + 1
    return None


def _begins_name(word: str) -> bool:
    return word.lower() in _families() if word.isupper() else word[:1].isupper()


def _signature(text: Text, statements: Sequence[Sequence[Span]], name: Span) -> Signature:
    position: tuple[Span, ...] = ()
    on_behalf_of: tuple[Span, ...] = ()
    body: tuple[Span, ...] = ()
    for statement in (piece for whole in statements for piece in _pieces(text, whole)):
        match = pattern_of("behalf").match(text.folded, statement[0][0])
        if match is None:
            if pattern_of("office").match(text.folded, statement[0][0]):
                position = _trimmed_lines(text, statement)
            else:
                body = body or tuple(statement)
        elif not match[0].startswith(_FOR_BODY):
            body = body or _body_of(text, match.end(), statement)
        else:
            on_behalf_of = _trimmed_lines(text, [(match.end(), statement[0][1]), *statement[1:]])
    return Signature(_bare_name(text, name), position, on_behalf_of, body)


def _trimmed_lines(text: Text, statement: Sequence[Span]) -> tuple[Span, ...]:
    first, last = trimmed(text, statement[0]), trimmed(text, statement[-1])
    if len(statement) == 1:
        return (first,)
    return ((first[0], statement[0][1]), *statement[1:-1], (statement[-1][0], last[1]))


def _pieces(text: Text, statement: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """A statement cut before an office that stands inside it ("T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ")."""
    start = statement[0][0]
    behalf = pattern_of("behalf").match(text.folded, start)
    if behalf is None and pattern_of("office").match(text.folded, start):
        yield statement
        return
    first = behalf is not None and not behalf[0].startswith(_FOR_BODY)
    for index, (begin, end) in enumerate(statement):
        for match in pattern_of("inner_office").finditer(text.folded, max(begin, start + 1), end):
            if first and not match[0].startswith(_DEPUTIES):
                continue
            at = match.start()
            yield [*statement[:index], (begin, at)] if at > begin else statement[:index]
            yield [(at, end), *statement[index + 1 :]]
            return
    yield statement


def _bare_name(text: Text, name: Span) -> Span:
    """A name without rank or academic title before it."""
    match = pattern_of("titles").match(text.folded, *name)
    return (match.end(), name[1]) if match and match.end() < name[1] else name


def _body_of(text: Text, pos: int, statement: Sequence[Span]) -> tuple[Span, ...]:
    """The body whose head is acted for, after his office ("KT. BỘ TRƯỞNG BỘ Y TẾ")."""
    office = pattern_of("office").match(text.folded, pos, statement[0][1])
    if office is None or not text.folded[office.end() : statement[0][1]].strip():
        return ()
    return ((office.end() + 1, statement[0][1]), *statement[1:])


def trimmed(text: Text, span: Span) -> Span:
    """`span` without list marks before it and punctuation after it."""
    start, end = span
    words = text.flow[start:end].lstrip(" -+•*")
    start = end - len(words)
    return start, start + len(words.rstrip(" .,;:/|"))
