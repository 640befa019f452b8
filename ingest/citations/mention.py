"""A mention of a directive while it is being read: what it says, before identity is settled."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.text import Span
from ontology.numbers import Number


@dataclass(slots=True)
class Tail:
    """What follows a number or name: date, issuer with its place and level, term; `end` of it all.

    `year` is a bare year ("năm 2024"), without a date; `plenum` the session that a committee's issuer
    phrase names.
    """

    end: int
    date: str | None = None
    year: str | None = None
    issuer: str | None = None
    place: str | None = None
    level: str | None = None
    term: str | None = None
    plenum: int | None = None


@dataclass(slots=True)
class Mention:
    """One mention; spans count in the views.

    `kind` and `rule` as in `Citation`. `number` is read from the characters `written`; `whole` is the
    number that a bare one stands for ("24" of "24, 25-NQ/TW"). `name` is a named directive's name.
    `typed`: its type was printed, not guessed from the code. `meant` is the mention whose directive
    a short form stands for. `headed`: its issuer is said once, before the list it begins. `known_in`: a
    year in which what a law's name means was there already.
    """

    span: Span
    kind: str
    rule: str
    type: str | None = None
    number: Number | None = None
    written: Span | None = None
    whole: Number | None = None
    typed: bool = True
    headed: bool = False
    known_in: int | None = None
    name: str | None = None
    tail: Tail = field(default_factory=lambda: Tail(0))
    title: str | None = None
    provision: str | None = None
    meant: Mention | None = None
    canonical: str | None = None
    scope: str | None = None

    @property
    def start(self) -> int:
        """Where the mention starts."""
        return self.span[0]

    @property
    def end(self) -> int:
        """Where it ends (exclusive)."""
        return self.span[1]

    @property
    def typed_there(self) -> bool:
        """Whether its type word stands with it, and not at the head of a list."""
        return self.typed and self.written is not None and self.start < self.written[0]

    @property
    def full(self) -> Number | None:
        """The number with its code, as far as the mention and its neighbours give it."""
        return self.whole or self.number
