"""What one document says of each directive that it mentions, and of itself: its sightings.

A document's mentions of one directive are one sighting, so that identity is decided over few compact
records instead of millions of mentions. Two mentions in one document are one sighting if they mean the
same number or name and nothing they say contradicts; a mention that two of them fit stays apart.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TypeVar

from graph.canonical import SELF, meant_by, name_key, type_code
from graph.extraction import IMPLEMENTS_MANNERS, Citation, DocumentFacts, Extraction, Link
from graph.identity.organs import is_central, organ_of
from graph.identity.sighting import HELD, Series, Sighting
from graph.identity.within import merged
from graph.ids import is_statute
from graph.locality import names_place, where_cited, where_held
from ontology.fold import fold
from ontology.load import document
from ontology.numbers import Number, normal_number, parse
from ontology.terms import bounds, normal_term

Text = TypeVar("Text", str, str | None)


@dataclass(frozen=True, slots=True)
class Reading:
    """The sightings of one document; the first is of the document itself. `where` gives for each
    citation the index of its sighting, and `starts` its offset."""

    document: str
    sightings: tuple[Sighting, ...]
    where: tuple[int, ...]
    starts: Sequence[int]


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
    carried = _carried(extraction.links)
    groups: dict[object, list[Sighting]] = {}
    for index, citation in enumerate(extraction.citations):
        if _is_self(citation) and citation.evidence.start not in apart:
            continue
        note = _note(document, index, citation, facts, until)
        note.carried = citation.evidence.start in carried
        note.lent = citation.date is None and len(note.date or "") == 10 and note.number is not None
        groups.setdefault(note.series or note.name, []).append(note)
    sightings = [held]
    for notes in groups.values():
        sightings += merged(notes)
    if apart:
        sightings = list(_set_apart(sightings, extraction.citations, apart))
    where = [HELD] * len(extraction.citations)
    for at, sighting in enumerate(sightings):
        for index in sighting.mentions:
            where[index] = at
    _promulgators(extraction.links, extraction.citations, sightings, where)
    starts = array("L", (citation.evidence.start for citation in extraction.citations))
    return Reading(document, tuple(sightings), tuple(where), starts)


def _carried(links: Sequence[Link]) -> set[int | None]:
    """Offsets of the mentions of what the document as a whole carries out."""
    return {
        link.target_start
        for link in links
        if link.source == SELF and link.manner in IMPLEMENTS_MANNERS and link.manner != "promulgates"
    }


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
        one_copy(citation.type),
        one_copy(_iso(found.date)),
        normal_term(citation.term),
        one_copy(citation.issuer),
        (one_copy(citation.title),) if citation.title else (),
        (written,) if slipped and written else (),
        (index,),
        until,
        placed=names_place(citation),
        label=found.name or _statute_words(citation),
        lone=citation.directive if number is None else None,
    )


def one_copy(words: Text) -> Text:
    """The one copy kept of equal words: millions of mentions repeat a few dates, titles and issuers."""
    return sys.intern(words) if words is not None else words


def _statute_name(citation: Citation) -> str | None:
    """The name that stands before a law's number, in the form of comparison."""
    words = _statute_words(citation)
    return name_key(words) or None if words else None


def _statute_words(citation: Citation) -> str | None:
    """The name that stands before a law's number: "Luật Đất đai số 31/2024/QH15"; None if none does."""
    if not is_statute(citation.type):
        return None
    words = " ".join(citation.evidence.quote.replace("*", " ").split())
    words = _before_number().split(words, maxsplit=1)[0]
    return words if fold(words) != fold(citation.type or "") else None


@cache
def _before_number() -> re.Pattern[str]:
    return re.compile(document("named")["before_number"], re.IGNORECASE)


@lru_cache(maxsize=1 << 16)
def _written(number: str) -> str:
    return normal_number(number)


def _without_slip(number: Number, citation: Citation) -> Number:
    """`number` with the suffix that its issuer has, where one is written for the other.

    "25-NQ/TU … của Ban Chấp hành Trung ương" is 25-NQ/TW: who issued it is said in words.
    """
    if not number.suffixes and number.year is None:
        return _completed(number, citation)
    central = is_central(citation.issuer)
    local = citation.issuer is not None and not central and citation.scope == "province"
    if number.suffixes == ("TU",) and central:
        return _resuffixed(number, "TW")
    if number.suffixes in (("TU",), ("HU",)):
        suffix = _committee_suffix(fold(citation.issuer or ""))
        return _resuffixed(number, suffix) if suffix and suffix != number.suffixes[0] else number
    if number.suffixes == ("TW",) and local and organ_of(citation.issuer) != "permanent":
        return _resuffixed(number, "TU")
    return number


def _completed(number: Number, citation: Citation) -> Number:
    """A short number with the suffix of the committee that is named with it.

    "Chỉ thị 05 của Bộ Chính trị" lacks nothing that "Chỉ thị số 05-CT/TW" has.
    """
    suffix = "TW" if is_central(citation.issuer) else _committee_suffix(fold(citation.issuer or ""))
    code = type_code(number, citation.type)
    if suffix is None or code is None or number.minor is not None:
        return number
    return _number(f"{number.order:02}{number.letter}-{code}/{suffix}") or number


@lru_cache(maxsize=1 << 12)
def _number(text: str) -> Number | None:
    return parse(text)


@lru_cache(maxsize=1 << 12)
def _committee_suffix(issuer: str) -> str | None:
    """The suffix of the committee that an issuer names, where it has one suffix only.

    >>> _committee_suffix("ban thường vụ tỉnh ủy"), _committee_suffix("thành ủy vinh")
    ('TU', None)
    """
    suffixes = (code for name, code in document("named")["suffixes"].items() if name in issuer)
    return next(suffixes, None)


def _resuffixed(number: Number, suffix: str) -> Number:
    normal = number.normal.rsplit("/", 1)[0] + f"/{suffix}"
    return replace(number, suffixes=(suffix,), normal=normal)


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
