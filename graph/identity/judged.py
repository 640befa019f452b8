"""Replaying what people decided over what the rules decided.

A mention that a judgement sets apart is a sighting of its own from the start (`set_apart`), so that it
can be taken from one directive and given to another; all else are moves of whole clusters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.identity.assemble import assemble, directive_of, lone_id
from graph.identity.blocks import Settled
from graph.identity.clusters import Cluster, voice_of
from graph.identity.mentions import Reading
from graph.identity.sighting import HELD, Sighting
from graph.judgements import Judgement, Mentioned, Named, Ref, in_order

Citation = tuple[str, int]


def set_apart(judgements: Iterable[Judgement]) -> dict[str, dict[int, bool]]:
    """The mentions, by document and offset, that judgements take from among their like.

    The value tells whether the rules decide them too (of a mention that was only denied), or not.
    """
    found: dict[str, dict[int, bool]] = {}
    for judgement in in_order(judgements):
        if judgement.kind == "same":
            continue
        for ref in (judgement.first, judgement.second):
            if isinstance(ref, Mentioned):
                starts = found.setdefault(ref.document, {})
                starts[ref.start] = starts.get(ref.start, True) and judgement.kind == "different"
    return found


@dataclass(frozen=True, slots=True)
class Replayed:
    """`unfitting`: judgements that fit nothing any more. `former`: the ids of before, and what they mean now."""

    unfitting: tuple[Judgement, ...] = ()
    former: Mapping[str, Cluster] = field(default_factory=dict)


def replay(judgements: Iterable[Judgement], settled: Settled, readings: Sequence[Reading]) -> Replayed:
    """Change `settled` as the judgements say, in the order in which they were made."""
    ordered = in_order(judgements)
    if not ordered:
        return Replayed()
    state = _Replay(settled, {reading.document: reading for reading in readings})
    unfitting = tuple(judgement for judgement in ordered if not state.apply(judgement))
    state.close()
    settled.clusters[:] = [cluster for cluster in settled.clusters if cluster.sightings]
    return Replayed(unfitting, {id: cluster for id, cluster in state.by_id.items() if cluster.sightings})


class _Replay:
    """The clusters while judgements are applied to them."""

    def __init__(self, settled: Settled, readings: Mapping[str, Reading]) -> None:
        self.settled = settled
        self.readings = readings
        self.by_id: dict[str, Cluster] = {}
        self.merged: dict[int, Cluster] = {}
        self.at = {s.key: cluster for cluster in settled.clusters for s in cluster.sightings}
        lone: dict[str, set[int]] = {}
        clusters = {id(cluster): cluster for cluster in settled.clusters}
        for directive, cluster in assemble(settled.clusters):
            self.by_id[directive.id] = cluster
            for sighting in cluster.sightings:
                lone.setdefault(lone_id(sighting) or "", set()).add(id(cluster))
        for old, owners in lone.items():
            if len(owners) == 1:
                self.by_id.setdefault(old, clusters[next(iter(owners))])

    def apply(self, judgement: Judgement) -> bool:
        """Whether the judgement found what it speaks of, and was carried out."""
        first, second = judgement.first, judgement.second
        if judgement.kind == "not-a-citation":
            sighting = self.sighting(first)
            return sighting is not None and self.take_out(sighting)
        if second is None:
            return False
        one, other = self.cluster(first), self.cluster(second)
        if judgement.kind == "different":
            return self.part(first, second, one, other)
        if judgement.kind == "same" and one is not None and other is not None:
            return self.merge(one, other)
        target = other if judgement.kind == "this-one" or other is not None else one
        sighting = self.sighting(second if target is one and judgement.kind == "same" else first)
        if target is None or sighting is None:
            return False
        self.take_out(sighting)
        self.put(sighting, target)
        return True

    def close(self) -> None:
        """Decide mentions that were open between directives of which only one is left."""
        waiting = self.settled.open
        self.settled.open = []
        for sighting, candidates in waiting:
            living = [candidate for candidate in map(self.living, candidates) if candidate.sightings]
            distinct = tuple({id(candidate): candidate for candidate in living}.values())
            if len(distinct) > 1:
                self.settled.open.append((sighting, distinct))
                continue
            home = distinct[0] if distinct else Cluster(sighting.where)
            if not distinct:
                self.settled.clusters.append(home)
            self.put(sighting, home)

    def living(self, cluster: Cluster) -> Cluster:
        """What a cluster became part of, itself if nothing."""
        while id(cluster) in self.merged:
            cluster = self.merged[id(cluster)]
        return cluster

    def sighting(self, ref: Ref) -> Sighting | None:
        """The sighting of a mention or of an anchor; None if the document or the citation is gone."""
        reading = self.readings.get(ref.document or "")
        if reading is None:
            return None
        if ref.start is None:
            return reading.sightings[HELD]
        if ref.start not in reading.starts:
            return None
        return reading.sightings[reading.where[reading.starts.index(ref.start)]]

    def cluster(self, ref: Ref) -> Cluster | None:
        """The cluster of a directive's id, else of its anchor, or of a mention; None if open or gone."""
        found = self.by_id.get(ref.directive) if isinstance(ref, Named) else None
        if found is not None and found.sightings:
            return found
        sighting = self.sighting(ref)
        return self.at.get(sighting.key) if sighting else None

    def merge(self, one: Cluster, other: Cluster) -> bool:
        """Make two clusters one, unless they are already."""
        for sighting in [] if one is other else list(other.sightings):
            self.put(sighting, one)
        if one is not other:
            other.sightings = []
            self.merged[id(other)] = one
            self.inherit(one, other)
            self.by_id |= {old: one for old, cluster in self.by_id.items() if cluster is other}
        self.register(one)
        return True

    def inherit(self, one: Cluster, other: Cluster) -> None:
        """Let `one` stand for `other`, which became part of it: as promulgator, promulgated, or known."""
        if one.own != other.own:
            one.own = None
        if one.promulgator is None or one.promulgator is other:
            one.promulgator = None if _leads_to(other.promulgator, one) else other.promulgator
        for cluster in self.settled.clusters:
            if cluster.promulgator is other:
                cluster.promulgator = None if _leads_to(one, cluster) else one

    def part(self, first: Ref, second: Ref, one: Cluster | None, other: Cluster | None) -> bool:
        """Keep two sides apart: a mention leaves its directive, or stops being open to it."""
        if one is not None and one is other:
            return self.split(first, second, one)
        for ref, cluster in ((first, other), (second, one)):
            sighting = self.sighting(ref) if isinstance(ref, Mentioned) else None
            if sighting is not None and cluster is not None and sighting.key not in self.at:
                return self.deny(sighting, cluster)
        return one is not None and other is not None

    def split(self, first: Ref, second: Ref, cluster: Cluster) -> bool:
        """Take one side out of a cluster: the mention, or all that by itself bears the second id."""
        mention = second if isinstance(second, Mentioned) else first
        if isinstance(mention, Mentioned):
            sighting = self.sighting(mention)
            leaving = [sighting] if sighting else []
        else:
            ids = {second.directive} if isinstance(second, Named) else set()
            leaving = [s for s in cluster.sightings if lone_id(s) in ids]
        if not leaving or len(leaving) == len(cluster.sightings):
            return bool(leaving)
        fresh = Cluster(cluster.where)
        self.settled.clusters.append(fresh)
        for sighting in leaving:
            self.take_out(sighting)
            self.put(sighting, fresh)
        self.register(fresh)
        if isinstance(second, Named) and not isinstance(first, Mentioned):
            self.by_id[second.directive] = fresh
        return True

    def deny(self, sighting: Sighting, cluster: Cluster) -> bool:
        """An open mention no longer has a cluster for a candidate."""
        for at, (waiting, candidates) in enumerate(self.settled.open):
            if waiting.key == sighting.key:
                left = tuple(c for c in candidates if self.living(c) is not cluster)
                self.settled.open[at] = waiting, left
                return len(left) < len(candidates)
        return False

    def take_out(self, sighting: Sighting) -> bool:
        """Remove a sighting from its cluster, or from those that are open."""
        cluster = self.at.pop(sighting.key, None)
        if cluster is not None:
            cluster.sightings.remove(sighting)
        self.settled.open[:] = [case for case in self.settled.open if case[0].key != sighting.key]
        return True

    def put(self, sighting: Sighting, cluster: Cluster) -> None:
        """Add a sighting to a cluster by judgement."""
        cluster.add(voice_of(sighting), (sighting,))
        self.at[sighting.key] = cluster
        sighting.rule = "judged"
        self.register(cluster)

    def register(self, cluster: Cluster) -> None:
        """Later judgements may speak of the id that a cluster has from now on."""
        if cluster.sightings:
            self.by_id.setdefault(directive_of(cluster).id, cluster)


def _leads_to(promulgator: Cluster | None, cluster: Cluster) -> bool:
    """Whether a decision is `cluster`, or is promulgated through others by it."""
    while promulgator is not None and promulgator is not cluster:
        promulgator = promulgator.promulgator
    return promulgator is cluster
