"""A sighting: one document's view of one directive, the compact record that identity is decided over."""

from __future__ import annotations

from dataclasses import dataclass

from graph.identity.agree import Title, title_of
from graph.identity.organs import organ_of
from graph.locality import Where
from ontology.numbers import Number

Series = tuple[str | None, int, str, int | None, int | None, tuple[str, ...]]
HELD = 0


@dataclass(slots=True)
class Sighting:
    """One document's view of one directive.

    `name` is a named directive's in the form of comparison, or the name that a law has beside its
    number; `label` is it as printed. `mentions` are indexes of the document's citations; `until` is
    the last day on which the directive can have been issued, for the document that cites it existed
    then. `placed` tells that its own words, not the document's place, say where it was issued.
    `promulgator` is the index of the sighting, in the same document, of the decision that promulgates
    it. `lone` is the id that the document gives itself, or a name that it cites. `carried`: the document
    as a whole carries it out. `lent`: the date is another mention's of the same document. `judged`: people
    decide it, not the rules. `copy_of` is the first document of the same text, where the province is
    unknown and nothing else tells copies. `rule` and `meant` are what resolution decides: why, and the
    directive's id.
    """

    document: str
    number: Number | None
    series: Series | None
    name: str | None
    where: Where
    type: str | None = None
    date: str | None = None
    term: str | None = None
    issuer: str | None = None
    titles: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    mentions: tuple[int, ...] = ()
    until: str | None = None
    held: bool = False
    placed: bool = False
    promulgator: int | None = None
    label: str | None = None
    lone: str | None = None
    judged: bool = False
    carried: bool = False
    lent: bool = False
    copy_of: str | None = None
    rule: str = "first"
    meant: str | None = None

    @property
    def organ(self) -> str | None:
        """The organ that its issuer names."""
        return organ_of(self.issuer)

    @property
    def subjects(self) -> frozenset[Title]:
        """The telling words of each title."""
        return frozenset(title for title in map(title_of, self.titles) if title)

    @property
    def paper(self) -> str:
        """The document to which a directive that joins nothing else is kept."""
        return self.copy_of or self.document

    @property
    def key(self) -> tuple[str, int]:
        """What orders sightings the same way on every machine."""
        return self.document, self.mentions[0] if self.mentions else -1
