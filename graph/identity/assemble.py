"""From clusters to directives: the fields that sightings settle together, and the ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.canonical import type_code
from graph.identity.agree import title_of
from graph.identity.clusters import Cluster
from graph.identity.organs import organ_of
from graph.identity.sighting import Sighting
from graph.ids import directive_id, document_slug, is_congress, is_statute, name_stem, stem_of, system_of
from graph.locality import Where
from graph.model import Directive
from ontology.fold import fold, slug
from ontology.numbers import Number
from ontology.places import name_on
from ontology.terms import central_term
from ontology.types import code_of

_SUBJECT = 40


def assemble(clusters: Sequence[Cluster]) -> list[tuple[Directive, Cluster]]:
    """The directive of each cluster, in order of their ids, which are unique."""
    drafts = [(directive_of(cluster), cluster) for cluster in clusters]
    by_id: dict[str, list[tuple[Directive, Cluster]]] = {}
    for draft in drafts:
        by_id.setdefault(draft[0].id, []).append(draft)
    taken = set(by_id)
    found = []
    for _, sharing in sorted(by_id.items()):
        first, *others = sorted(sharing, key=_standing)
        found.append(first)
        for directive, cluster in others:
            id = _distinct(directive, cluster, taken)
            taken.add(id)
            found.append((_with_id(directive, id), cluster))
    return sorted(found, key=lambda pair: pair[0].id)


def _standing(draft: tuple[Directive, Cluster]) -> tuple[bool, int, str, tuple[str, int]]:
    """Who keeps an id that several directives would have: the held one, then the one cited most."""
    directive, cluster = draft
    documents = len({sighting.document for sighting in cluster.sightings})
    first = min(sighting.key for sighting in cluster.sightings)
    return directive.status != "held", -documents, directive.date or "9999", first


def _distinct(directive: Directive, cluster: Cluster, taken: set[str]) -> str:
    """The id with what tells the directive from those of equal id: date, subject, citing document."""
    document = min(sighting.document for sighting in cluster.sightings)
    more = (directive.date or "", slug(directive.title or "")[:_SUBJECT].strip("-"), document_slug(document))
    for word in filter(None, more):
        if f"{directive.id}-{word}" not in taken:
            return f"{directive.id}-{word}"
    count = 2
    while f"{directive.id}-{count}" in taken:
        count += 1
    return f"{directive.id}-{count}"


def _with_id(directive: Directive, id: str) -> Directive:
    return replace(directive, id=id)


def directive_of(cluster: Cluster) -> Directive:
    """What the sightings of one directive say together; the held document's own words come first."""
    # What people assigned says otherwise by its own words: it does not count here.
    speaking = [sighting for sighting in cluster.sightings if not sighting.judged] or cluster.sightings
    sightings = sorted(speaking, key=lambda sighting: (not sighting.held, sighting.key))
    held = [sighting for sighting in sightings if sighting.held]
    number = _number(sightings)
    where = min((s.where for s in sightings), key=lambda where: (where.key.count(""), where.key))
    date = _date(sightings) or (_date(cluster.promulgator.sightings) if cluster.promulgator else None)
    term = _term(sightings, where, number, date)
    type_name = _most((s.type for s in held), (s.type for s in sightings))
    issuer = _issuer(held) or _issuer(sightings)
    label = _label(sightings)
    named = number is not None and is_statute(type_name)
    system = system_of(number, issuer, type_name, label)
    known = bool(date or term or cluster.promulgator or (number and number.year)) and not cluster.own
    province = name_on(where.province, date) if where.province else None
    return Directive(
        id=_id(cluster, system, where, date, term, number, type_name, label, issuer),
        type=type_name,
        number=number.normal if number else None,
        title=_title(held) or (label if named else None) or _title(sightings) or (None if number else label),
        date=date,
        term=term,
        level=where.level,
        province=province,
        district=where.district if where.level in ("district", "commune") else None,
        commune=where.unit if where.level == "commune" else None,
        issuer=issuer,
        status="held" if held else "cited",
        document=held[0].document if held else None,
        names=_spellings(sightings),
        forms=tuple(sorted({form for s in sightings for form in s.forms})),
        canonical=_canonical(number, type_name, label, date),
        system=system,
        provisional=not known,
    )


def _term(sightings: Sequence[Sighting], where: Where, number: Number | None, date: str | None) -> str | None:
    """The term that most documents state or date; where as many say another, the one of the date."""
    of_date = _term_of_date(where, number, date)
    if of_date is None:
        return _most(s.term for s in sightings)
    votes = Counter(s.term or _term_of_date(where, number, s.date) for s in sightings)
    del votes[None]
    return min(votes, key=lambda term: (-votes[term], term != of_date, term)) if votes else of_date


def _term_of_date(where: Where, number: Number | None, date: str | None) -> str | None:
    """The term of a central Party paper; terms mean nothing to State numbers."""
    if where.level != "central" or number is None or number.system != "party":
        return None
    return central_term(date)


def _number(sightings: Sequence[Sighting]) -> Number | None:
    numbers = [s.number for s in sightings if s.number and (s.number.suffixes or s.number.code)]
    numbers = numbers or [s.number for s in sightings if s.number]
    if not numbers:
        return None
    held = [s.number.normal for s in sightings if s.held and s.number]
    normal = _most(held, (number.normal for number in numbers))
    return next(number for number in numbers if number.normal == normal)


def _date(sightings: Sequence[Sighting]) -> str | None:
    """The held document's date, else the day that most documents give, else a month or year."""
    for group in ([s for s in sightings if s.held], sightings):
        full = {(s.document, s.date) for s in group if s.date and len(s.date) == 10}
        if full:
            return _most(date for _, date in sorted(full))
    return _most(s.date for s in sightings)


def _most(*groups: Iterable[str | None]) -> str | None:
    """The commonest value of the first group that has any; of equally common ones the first in order."""
    for group in groups:
        counts = Counter(value for value in group if value)
        if counts:
            return min(counts, key=lambda value: (-counts[value], value))
    return None


def _title(sightings: Sequence[Sighting]) -> str | None:
    """The subject that most documents give, one in small letters before one in capitals.

    What says nothing ("về tiếp tục thực hiện", cut where the next number stands) is no title.
    """
    counts = Counter(title for s in sightings for title in s.titles if s.held or title_of(title))
    if not counts:
        return None
    return min(counts, key=lambda title: (title.isupper(), -counts[title], -len(title), title))


def _issuer(sightings: Sequence[Sighting]) -> str | None:
    counts = Counter(s.issuer for s in sightings if s.issuer)
    if not counts:
        return None
    return min(counts, key=lambda name: (organ_of(name) is None, -counts[name], -len(name), name))


def _label(sightings: Iterable[Sighting]) -> str | None:
    """The printed name that most documents give, one in small letters before one in capitals."""
    labels = Counter(s.label for s in sightings if s.label)
    return min(labels, key=lambda label: (label.isupper(), -labels[label], label)) if labels else None


def _spellings(sightings: Sequence[Sighting]) -> tuple[str, ...]:
    """Every name, each in its commonest spelling."""
    alike: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        if sighting.label:
            alike.setdefault(fold(sighting.label), []).append(sighting)
    return tuple(sorted(filter(None, map(_label, alike.values()))))


def _canonical(
    number: Number | None, type_name: str | None, label: str | None, date: str | None
) -> str | None:
    if number is None:
        return " ".join(filter(None, (label, date))) or None
    code = number.code or (code_of(type_name) if type_name else None)
    return " ".join(filter(None, (code, number.normal, date)))


def _id(
    cluster: Cluster,
    system: str,
    where: Where,
    date: str | None,
    term: str | None,
    number: Number | None,
    type_name: str | None,
    label: str | None,
    issuer: str | None,
) -> str:
    own = document_slug(cluster.own) if cluster.own else None
    if number is not None:
        stem = stem_of(type_code(number, type_name), number)
        place = where if where.settled or not cluster.own else _unplaced(where)
        return directive_id(system, place, date, term, number.year, f"{stem}-{own}" if own else stem)
    held = next((s.lone for s in sorted(cluster.sightings, key=lambda s: s.key) if s.held and s.lone), None)
    if held:
        return held
    if cluster.promulgator is not None:
        return _promulgated_id(cluster.promulgator, label or "")
    settled = is_statute(type_name) or (term is not None and is_congress(label or ""))
    issued = slug(issuer) if issuer and not own and not settled else None
    return directive_id(system, where, date, term, None, name_stem(label or "", own or issued))


def _unplaced(where: Where) -> Where:
    return Where(
        where.level if where.level != "central" else None, where.province, where.district, where.unit or None
    )


def _promulgated_id(decision: Cluster, label: str) -> str:
    """A regulation stands beside the decision that promulgates it, with its number in the id."""
    parent = directive_of(decision).id
    path, stem = parent.rsplit("/", 1)
    return f"{path}/{name_stem(label, stem)}"


def lone_id(sighting: Sighting) -> str | None:
    """The id that a sighting would have if its document were the only one; None if it is settled by none."""
    if sighting.lone:
        return sighting.lone
    number = sighting.number
    if number is None or not sighting.where.settled or not (number.suffixes or number.code):
        return None
    system = system_of(number, sighting.issuer, sighting.type)
    stem = stem_of(type_code(number, sighting.type), number)
    return directive_id(system, sighting.where, sighting.date, sighting.term, number.year, stem)
