"""Which directive each mention means, decided over all documents together.

The order of decisions: numbers in blocks of one level and place (`blocks`); sightings of unknown place
(`unplaced`), which may tell a document's province, after which its numbers are decided again; bare
numbers ("Nghị quyết 25"); held documents that lost their number (`unnumbered`); names (`names`); and last
what people decided (`judged`). Everything is sorted first, so neither the order of documents nor how they
came in can change anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.collector import collector_paused
from graph.extraction import Extraction
from graph.identity.assemble import assemble, lone_id
from graph.identity.bare import settle_bare
from graph.identity.blocks import Settled, settle
from graph.identity.clusters import Cluster
from graph.identity.copies import fingerprint, first_copies
from graph.identity.explain import reason
from graph.identity.judged import Replayed, replay, set_apart
from graph.identity.mentions import Reading, read_mentions
from graph.identity.merged import join_merged, of_absorbed
from graph.identity.miswritten import join_miswritten
from graph.identity.names import settle_names
from graph.identity.sighting import HELD, Series, Sighting
from graph.identity.unnumbered import settle_unnumbered
from graph.identity.unplaced import settle_unplaced
from graph.judgements import Judgement
from graph.model import Directive

_ROUNDS = 6

Place = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one mention resolved to.

    `status` is resolved (a held directive), cited-only (one not held), self or ambiguous; only the
    last has no `directive` but `candidates`. `rule` names the decision; `explain.reason` words it.
    """

    status: str
    directive: str | None
    candidates: tuple[str, ...]
    rule: str
    sighting: Sighting


@dataclass(frozen=True, slots=True)
class Province:
    """A province that a document does not state but a mention of its own province's directive tells.

    `citation` is the index of that mention, None for the document's own number.
    """

    name: str
    citation: int | None
    directive: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Identity of all that the documents mention.

    `directives` come in order of id; `held` gives each document's own directive; `redirects` are ids
    that a single document or a smaller corpus would have given; `provinces` those that documents have
    through what they cite; `unfitting` the judgements that fit nothing any more.
    """

    directives: tuple[Directive, ...]
    held: Mapping[str, str]
    redirects: tuple[tuple[str, str], ...]
    provinces: Mapping[str, Province]
    unfitting: tuple[Judgement, ...]
    sightings: Mapping[str, tuple[Sighting, ...]]
    _readings: Mapping[str, Reading]
    _open: Mapping[tuple[str, int], tuple[str, ...]]
    _by_id: Mapping[str, Directive]

    def directive(self, id: str) -> Directive:
        """The directive of an id that an outcome gave."""
        return self._by_id[id]

    def reason(self, outcome: Outcome, lang: str) -> str:
        """Why, in one sentence of `lang` ("vi" or "en")."""
        meant = self._by_id.get(outcome.directive or "")
        return reason(outcome.rule, lang, outcome.sighting, meant, len(outcome.candidates))

    def documents(self) -> list[str]:
        """The names of all documents, sorted."""
        return list(self._readings)

    def outcome(self, document: str, citation: int) -> Outcome | None:
        """What a document's citation (by its index) resolved to; None if people said it is none."""
        reading = self._readings[document]
        at = reading.where[citation]
        sighting = reading.sightings[at]
        directive, rule = sighting.meant, sighting.rule
        if directive is None:
            candidates = self._open.get(sighting.key)
            return Outcome("ambiguous", None, candidates, "several", sighting) if candidates else None
        if at == HELD:
            return Outcome("self", directive, (), "self", sighting)
        if directive == self.held[document]:
            return Outcome("self", directive, (), rule, sighting)
        status = "resolved" if self._by_id[directive].status == "held" else "cited-only"
        return Outcome(status, directive, (), rule, sighting)


@dataclass(slots=True)
class _Work:
    """The state of a resolution while it is made."""

    readings: list[Reading]
    blocks: dict[Series, list[Sighting]] = field(default_factory=dict)
    numbered: dict[Series, Settled] = field(default_factory=dict)
    provinces: dict[str, tuple[str, Sighting]] = field(default_factory=dict)
    result: Settled = field(default_factory=Settled)


def resolve(documents: Iterable[tuple[str, Extraction]], judgements: Sequence[Judgement] = ()) -> Resolution:
    """Decide identity over all `documents` (name and extraction, in any order, names unique)."""
    apart = set_apart(judgements)
    with collector_paused():
        readings = _read(documents, apart)
        work = _Work(readings)
        _number(work)
        _rest(work)
        return _resolution(work, replay(judgements, work.result, readings))


def _read(
    documents: Iterable[tuple[str, Extraction]], apart: Mapping[str, Mapping[int, bool]]
) -> list[Reading]:
    """The readings in order of names, with copies of one text of unknown province noted as such."""
    readings, texts = [], {}
    for name, extraction in documents:
        reading = read_mentions(name, extraction, apart.get(name, {}))
        readings.append(reading)
        text = None if reading.sightings[HELD].where.settled else fingerprint(extraction)
        if text is not None:
            texts[name] = text
    copies = first_copies(texts)
    for reading in readings if copies else ():
        for sighting in reading.sightings:
            sighting.copy_of = copies.get(reading.document)
    return sorted(readings, key=lambda reading: reading.document)


def _number(work: _Work) -> None:
    """Decide all numbers that name their body; again where a province was found out."""
    for reading in work.readings:
        for sighting in reading.sightings:
            if sighting.series and sighting.series[5] and not sighting.judged:
                work.blocks.setdefault(sighting.series, []).append(sighting)
    affected = set(work.blocks)
    by_document = {reading.document: reading for reading in work.readings}
    for _ in range(_ROUNDS):
        for series in sorted(affected, key=repr):
            work.numbered[series] = _settle_series(work.blocks[series])
        found = _provinces_told(work, affected, by_document)
        work.provinces |= found
        affected = {
            sighting.series
            for document in found
            for sighting in _moved_to(by_document[document], found[document][0])
            if sighting.series in work.blocks and sighting.series
        }
        if not affected:
            break


def _settle_series(sightings: Sequence[Sighting]) -> Settled:
    """Decide all sightings of one number: place by place, then those of unknown place."""
    places, unplaced = _by_place(sightings)
    settled = Settled()
    for place in sorted(places):
        elsewhere = {sighting.key for sighting in of_absorbed(places, place)}
        for apart in (False, True) if elsewhere else (False,):
            settled.take(settle(s for s in places[place] if (s.key in elsewhere) is apart))
    join_merged(settled)
    settle_unplaced(unplaced, list(settled.clusters), settled)
    return settled


def _by_place(sightings: Sequence[Sighting]) -> tuple[dict[Place, list[Sighting]], list[Sighting]]:
    """The sightings of each place, and those of unknown place.

    A commune whose district is not said is the one of that name in its province, if there is only one.
    """
    places: dict[Place, list[Sighting]] = {}
    unplaced = []
    for sighting in sightings:
        if sighting.where.settled:
            places.setdefault(sighting.where.key, []).append(sighting)
        else:
            unplaced.append(sighting)
    for place in [place for place in places if place[0] == "commune" and not place[2]]:
        homes = [other for other in places if other[2] and (*other[:2], "", other[3]) == place]
        if homes:
            vague = places.pop(place)
            (places[homes[0]] if len(homes) == 1 else unplaced).extend(vague)
    return places, unplaced


def _provinces_told(
    work: _Work, affected: Iterable[Series], by_document: Mapping[str, Reading]
) -> dict[str, tuple[str, Sighting]]:
    """The province of each document that speaks of a province's directive as its own, if all agree."""
    told: dict[str, list[tuple[str, Sighting]]] = {}
    for series in sorted(affected, key=repr):
        for cluster in work.numbered[series].clusters:
            province = cluster.where.province
            for sighting in cluster.sightings if province else ():
                own = sighting.held or not sighting.placed
                if own and _homeless(by_document[sighting.document]) and sighting.where.province is None:
                    told.setdefault(sighting.document, []).append((province or "", sighting))
    found = {}
    for document in sorted(told):
        names = {name for name, _ in told[document]}
        if len(names) == 1 and document not in work.provinces:
            found[document] = min(told[document], key=lambda pair: pair[1].key)
    return found


def _homeless(reading: Reading) -> bool:
    where = reading.sightings[HELD].where
    return where.province is None and where.level != "central"


def _moved_to(reading: Reading, province: str) -> list[Sighting]:
    """The sightings of a document whose place is now known, with that place."""
    moved = []
    for sighting in reading.sightings:
        where = sighting.where
        if where.level != "central" and where.province is None:
            sighting.where = replace(where, province=province)
            moved.append(sighting)
    return moved


def _rest(work: _Work) -> None:
    """Decide bare numbers, held documents without a number, and names."""
    result = work.result
    for series in sorted(work.numbered, key=repr):
        result.take(work.numbered[series])
    join_miswritten(work.numbered, result)
    all_sightings = [s for reading in work.readings for s in reading.sightings if not s.judged]
    settle_bare([s for s in all_sightings if s.series and not s.series[5]], work.numbered, result)
    numbered = list(result.clusters)
    unnumbered = [s for s in all_sightings if s.held and s.series is None]
    settle_unnumbered(unnumbered, numbered, result)
    named = [s for s in all_sightings if not s.held and s.series is None]
    settle_names(named, numbered, _promulgators(work), result)


def _promulgators(work: _Work) -> Callable[[Sighting], Cluster | None]:
    """What gives the cluster of the decision that a regulation's document says promulgates it."""
    wanted = {
        reading.sightings[sighting.promulgator].key: (reading.document, sighting.promulgator)
        for reading in work.readings
        for sighting in reading.sightings
        if sighting.promulgator is not None
    }
    at = {
        wanted[sighting.key]: cluster
        for cluster in work.result.clusters
        for sighting in cluster.sightings
        if sighting.key in wanted
    }

    def promulgator(sighting: Sighting) -> Cluster | None:
        place = sighting.promulgator
        return at.get((sighting.document, place)) if place is not None else None

    return promulgator


def _resolution(work: _Work, replayed: Replayed) -> Resolution:
    directives = assemble(work.result.clusters)
    names = {id(cluster): directive.id for directive, cluster in directives}
    for directive, cluster in directives:
        several = len({sighting.document for sighting in cluster.sightings}) > 1
        for sighting in cluster.sightings:
            sighting.meant = directive.id
            if several and sighting.rule == "first":
                sighting.rule = "begun"
    still_open = {
        sighting.key: tuple(sorted({names[id(cluster)] for cluster in clusters if id(cluster) in names}))
        for sighting, clusters in work.result.open
    }
    held = {reading.document: reading.sightings[HELD].meant or "" for reading in work.readings}
    provinces = {
        document: Province(name, next(iter(sighting.mentions), None), sighting.meant)
        for document, (name, sighting) in sorted(work.provinces.items())
        if sighting.meant
    }
    return Resolution(
        tuple(directive for directive, _ in directives),
        held,
        _redirects(directives, replayed.former),
        provinces,
        replayed.unfitting,
        {reading.document: reading.sightings for reading in work.readings},
        {reading.document: reading for reading in work.readings},
        still_open,
        {directive.id: directive for directive, _ in directives},
    )


def _redirects(
    directives: Sequence[tuple[Directive, Cluster]], former: Mapping[str, Cluster]
) -> tuple[tuple[str, str], ...]:
    """Ids that single documents, or no judgements, would give, each with the id that stands instead."""
    meant: dict[str, set[str]] = {}
    if former:
        now = {id(cluster): directive.id for directive, cluster in directives}
        meant = {old: {now[id(cluster)]} for old, cluster in former.items() if id(cluster) in now}
    for directive, cluster in directives:
        for lone in {lone_id(sighting) for sighting in cluster.sightings}:
            if lone and lone != directive.id:
                meant.setdefault(lone, set()).add(directive.id)
    taken = {directive.id for directive, _ in directives}
    return tuple(sorted((old, min(new)) for old, new in meant.items() if len(new) == 1 and old not in taken))
