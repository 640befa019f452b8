"""What one document says of each directive that it mentions, and of itself: its sightings.

A document's mentions of one directive are one sighting, so that identity is decided over few compact
records instead of millions of mentions. Two mentions in one document are one sighting if they mean the
same number or name and nothing they say contradicts; a mention that two of them fit stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType

from graph.agree import Title, Verdict, dates, title_among, title_of
from graph.canonical import SELF, meant_by, name_key, type_code
from graph.extraction import Citation, DocumentFacts, Extraction, Link
from graph.ids import is_statute
from graph.locality import Where, names_place, where_cited, where_held
from graph.organs import is_central, organ_of, organs
from ontology.fold import fold
from ontology.numbers import Number, normal_number, parse
from ontology.terms import bounds, central_term, normal_term

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
    it. `lone` is the id that the document gives itself, or a name that it cites. `judged`: people
    decide it, not the rules.
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

    @property
    def organ(self) -> str | None:
        """The organ that its issuer names."""
        return organ_of(self.issuer)

    @property
    def subjects(self) -> frozenset[Title]:
        """The telling words of each title."""
        return frozenset(title for title in map(title_of, self.titles) if title)

    @property
    def key(self) -> tuple[str, int]:
        """What orders sightings the same way on every machine."""
        return self.document, self.mentions[0] if self.mentions else -1


@dataclass(frozen=True, slots=True)
class Reading:
    """The sightings of one document; the first is of the document itself. `where` gives for each
    citation the index of its sighting, and `starts` its offset."""

    document: str
    sightings: tuple[Sighting, ...]
    where: tuple[int, ...]
    starts: tuple[int, ...]


def read_mentions(
    document: str, extraction: Extraction, apart: Mapping[int, bool] = MappingProxyType({})
) -> Reading:
    """The sightings of one document.

    `apart` are offsets of citations that stay sightings of their own; the value tells whether the
    rules still decide them.
    """
    facts = extraction.document
    held = _held(document, extraction)
    until = held.until
    groups: dict[object, list[Sighting]] = {}
    for index, citation in enumerate(extraction.citations):
        if _is_self(citation) and citation.evidence.start not in apart:
            continue
        note = _note(document, index, citation, facts, until)
        groups.setdefault(note.series or note.name, []).append(note)
    sightings = [held]
    for notes in groups.values():
        sightings += _merged(notes)
    if apart:
        sightings = list(_set_apart(sightings, extraction.citations, apart))
    where = [HELD] * len(extraction.citations)
    for at, sighting in enumerate(sightings):
        for index in sighting.mentions:
            where[index] = at
    _promulgators(extraction.links, extraction.citations, sightings, where)
    starts = tuple(citation.evidence.start for citation in extraction.citations)
    return Reading(document, tuple(sightings), tuple(where), starts)


def _set_apart(
    sightings: Iterable[Sighting], citations: Sequence[Citation], apart: Mapping[int, bool]
) -> Iterator[Sighting]:
    """The sightings, with each mention that people judged as one of its own."""
    for sighting in sightings:
        alone = [index for index in sighting.mentions if citations[index].evidence.start in apart]
        rest = tuple(index for index in sighting.mentions if index not in alone)
        if rest or not alone:
            yield replace(sighting, mentions=rest)
        for index in alone:
            yield replace(sighting, mentions=(index,), judged=not apart[citations[index].evidence.start])


def _is_self(citation: Citation) -> bool:
    return citation.kind == "self" or citation.canonical == SELF


def _held(document: str, extraction: Extraction) -> Sighting:
    """The document itself; what its header lost may stand over its own annex."""
    facts = extraction.document
    annexes = [c for c in extraction.citations if _is_self(c) and c.number]
    written = facts.number or (annexes[0].number if annexes else None)
    number = parse(written) if written else None
    date = _iso(facts.date) or next((annex.date for annex in annexes if _iso(annex.date)), None)
    where = where_held(facts, number)
    return Sighting(
        document,
        number,
        series_of(number, facts.type) if number else None,
        None,
        where,
        facts.type,
        date,
        None,
        facts.issuer,
        (facts.title,) if facts.title else (),
        (),
        (),
        bounds(date)[1] if date else None,
        held=True,
        placed=True,
        lone=facts.id or None,
    )


def _iso(date: str | None) -> str | None:
    """A date that identity can count with: a day, month or year; else None."""
    return date if date and _ISO.fullmatch(date) else None


_ISO = re.compile("[0-9]{4}(?:-[0-9]{2}){0,2}")


@lru_cache(maxsize=1 << 16)
def series_of(number: Number, type_name: str | None) -> Series:
    """What the numbers of one series and serial share: code, serial, year and bodies.

    >>> series_of(parse("03-NQ/HNTW"), None) == series_of(parse("3-NQ/TW"), "nghị quyết")
    True
    """
    code = type_code(number, type_name)
    suffixes = tuple(_plain_suffix(suffix) for suffix in number.suffixes)
    folded = code.casefold() if code else None
    return folded, number.order, number.letter, number.minor, number.year, suffixes


def _plain_suffix(suffix: str) -> str:
    return "tw" if suffix in ("TW", "HNTW", "TWB") else suffix.replace("&", "").casefold()


def _note(document: str, index: int, citation: Citation, facts: DocumentFacts, until: str | None) -> Sighting:
    """One mention as a sighting of its own."""
    found = meant_by(citation)
    number = _without_slip(found.number, citation) if found.number else None
    written = _written(citation.number) if citation.number else None
    where = where_cited(citation, facts, number)
    slipped = written and number and "/" in written and written != number.normal
    return Sighting(
        document,
        number,
        series_of(number, citation.type) if number else None,
        name_key(found.name) if number is None and found.name else _statute_name(citation),
        where,
        citation.type,
        _iso(found.date),
        normal_term(citation.term),
        citation.issuer,
        (citation.title,) if citation.title else (),
        (written,) if slipped and written else (),
        (index,),
        until,
        placed=names_place(citation),
        label=found.name or _statute_words(citation),
        lone=citation.directive if number is None else None,
    )


def _statute_name(citation: Citation) -> str | None:
    """The name that stands before a law's number, in the form of comparison."""
    words = _statute_words(citation)
    return name_key(words) or None if words else None


def _statute_words(citation: Citation) -> str | None:
    """The name that stands before a law's number: "Luật Đất đai số 31/2024/QH15"; None if none does."""
    if not is_statute(citation.type):
        return None
    words = " ".join(citation.evidence.quote.replace("*", " ").split())
    words = _BEFORE_NUMBER.split(words, maxsplit=1)[0]
    return words if fold(words) != fold(citation.type or "") else None


_BEFORE_NUMBER = re.compile(r",? (?:(?:số|năm|ngày) ?)?[0-9]", re.IGNORECASE)


@lru_cache(maxsize=1 << 16)
def _written(number: str) -> str:
    return normal_number(number)


def _without_slip(number: Number, citation: Citation) -> Number:
    """`number` with the suffix that its issuer has, where one is written for the other.

    "25-NQ/TU … của Ban Chấp hành Trung ương" is 25-NQ/TW: who issued it is said in words.
    """
    central = is_central(citation.issuer)
    local = citation.issuer is not None and not central and citation.scope == "province"
    if number.suffixes == ("TU",) and central:
        return _resuffixed(number, "TW")
    if number.suffixes == ("TW",) and local and organ_of(citation.issuer) != "permanent":
        return _resuffixed(number, "TU")
    return number


def _resuffixed(number: Number, suffix: str) -> Number:
    normal = number.normal.rsplit("/", 1)[0] + f"/{suffix}"
    return replace(number, suffixes=(suffix,), normal=normal)


@dataclass(slots=True)
class _Draft:
    """Notes that were found to be one."""

    notes: list[Sighting] = field(default_factory=list)

    def accepts(self, note: Sighting) -> bool:
        return all(_together(other, note) for other in self.notes)

    def names(self, note: Sighting) -> bool:
        """Whether title or term say that `note` is of this draft, and not only that it may be."""
        subjects = frozenset().union(*(other.subjects for other in self.notes))
        if any(title_among(title, subjects) is Verdict.AGREE for title in note.subjects):
            return True
        return note.term is not None and any(note.term == _term(other) for other in self.notes)


def _merged(notes: Sequence[Sighting]) -> list[Sighting]:
    """The sightings that the notes of one number or name in one document make."""
    alike: dict[object, list[Sighting]] = {}
    for note in notes:
        alike.setdefault(_said(note), []).append(note)
    if len(alike) == 1 or len(alike) > _MOST_NOTES:
        return [_joined(same) for same in alike.values()]
    drafts: list[_Draft] = []
    for note in sorted(map(_joined, alike.values()), key=lambda note: (-_weight(note), note.mentions)):
        open_to = [draft for draft in drafts if draft.accepts(note)]
        if len(open_to) > 1:
            open_to = [draft for draft in open_to if draft.names(note)]
        if len(open_to) == 1:
            open_to[0].notes.append(note)
        else:
            drafts.append(_Draft([note]))
    return [_joined(draft.notes) for draft in drafts]


# No document says so many different things of one number; a text that does is noise.
_MOST_NOTES = 400


def _said(note: Sighting) -> object:
    return note.date, note.term, note.issuer, note.titles, note.where, note.type


def _weight(note: Sighting) -> int:
    """How much a mention says: those that say most are taken first."""
    date = 8 if note.date and len(note.date) == 10 else 4 if note.date else 0
    return date + 2 * bool(note.term) + bool(note.titles) + bool(note.issuer)


def _together(one: Sighting, other: Sighting) -> bool:
    """Whether two mentions in one document may be of one directive."""
    if not one.where.fits(other.where):
        return False
    when = dates(one.date, other.date)
    if when is not Verdict.SILENT:
        return when is Verdict.AGREE
    terms = _term(one), _term(other)
    if terms[0] and terms[1] and terms[0] != terms[1]:
        return False
    if organs(one.organ, other.organ) is Verdict.CONTRADICT:
        return False
    return not any(title_among(title, other.subjects) is Verdict.CONTRADICT for title in one.subjects)


def _term(note: Sighting) -> str | None:
    return note.term or (central_term(note.date) if note.where.level == "central" else None)


def _joined(notes: list[Sighting]) -> Sighting:
    """One sighting for mentions of one directive: each field from the mention that says most."""
    first = notes[0]
    if len(notes) == 1:
        return first
    wheres = sorted((note.where for note in notes), key=lambda where: where.key.count(""))
    issuers = sorted({note.issuer for note in notes if note.issuer}, key=_vagueness)
    return replace(
        first,
        where=wheres[0],
        type=_first(note.type for note in notes),
        date=_first(note.date for note in notes),
        term=_first(note.term for note in notes),
        issuer=_first(issuers),
        titles=tuple(sorted({title for note in notes for title in note.titles})),
        forms=tuple(sorted({form for note in notes for form in note.forms})),
        mentions=tuple(sorted(index for note in notes for index in note.mentions)),
        placed=any(note.placed for note in notes),
        label=min(filter(None, (note.label for note in notes)), key=str.isupper, default=None),
    )


def _vagueness(issuer: str) -> tuple[bool, int, str]:
    return organ_of(issuer) is None, -len(issuer), issuer


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _promulgators(
    links: Sequence[Link], citations: Sequence[Citation], sightings: list[Sighting], where: list[int]
) -> None:
    """Note on each regulation the decision that the document says promulgates it."""
    at = {citation.evidence.start: where[index] for index, citation in enumerate(citations)}
    named = {citation.canonical: where[index] for index, citation in reversed(list(enumerate(citations)))}
    named[SELF] = HELD
    for link in links:
        if link.manner != "promulgates":
            continue
        source = named.get(link.source) if link.source_start is None else at.get(link.source_start)
        target = named.get(link.target) if link.target_start is None else at.get(link.target_start)
        if source is not None and target is not None and source != target:
            sightings[target].promulgator = source
