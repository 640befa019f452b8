"""Papers of provinces that became part of another, as a later document of the merged province cites them.

Such a document may write "Kế hoạch số 45-KH/TU, ngày 10/3/2023 của Tỉnh ủy" of a committee that is no more.
A number is read as its own province's; it is an absorbed province's where day and title or issuer agree
with exactly one directive of those, or where it names a district, which lay in one of them only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from graph.identity.agree import Verdict
from graph.identity.assemble import lone_id
from graph.identity.blocks import Settled
from graph.identity.clusters import Cluster, voice_of
from graph.identity.organs import body_key
from graph.identity.sighting import Sighting
from ontology.fold import slug
from ontology.places import predecessors, provinces, unit_on


def join_merged(settled: Settled) -> None:
    """Move clusters of one number into those of absorbed provinces that they mean; changes `settled`."""
    by_province: dict[str, list[Cluster]] = {}
    for cluster in settled.clusters:
        by_province.setdefault(cluster.where.key[1], []).append(cluster)
    for province in sorted(by_province):
        near = [c for name in absorbed(province) for c in by_province.get(name, ())]
        for cluster in by_province[province] if near else ():
            meant = [other for other in near if _may_be(cluster, other)]
            if len(meant) == 1:
                _move(cluster, meant[0], settled)
    settled.clusters[:] = [cluster for cluster in settled.clusters if cluster.sightings]


Place = tuple[str, str, str, str]


def of_absorbed(places: Mapping[Place, Sequence[Sighting]], place: Place) -> list[Sighting]:
    """The sightings read as of a place whose very day is that of one of a province that it absorbed.

    They are kept from its own numbers: the same day elsewhere is no slip for another day here.
    """
    last = absorbed(place[1]) if place[0] == "province" else {}
    near = [name for name in last if (place[0], name, *place[2:]) in places]
    if not near:
        return []
    late = [
        sighting
        for sighting in places[place]
        if not (sighting.held or sighting.placed or sighting.date is None or len(sighting.date) < 10)
        and (sighting.until is None or sighting.until > max(last[name] for name in near))
    ]
    known = {sighting.key for sighting in late}
    own = {sighting.date for sighting in places[place] if sighting.key not in known}
    days = {day for day in (sighting.date for sighting in late) if day not in own}
    there = {day: [_of_day(places[place[0], name, *place[2:]], day) for name in near] for day in days}
    found = []
    for sighting in late:
        clusters = filter(None, there.get(sighting.date, ()))
        meant = [cluster for cluster in clusters if _agrees(_cluster([sighting]), cluster)]
        found += [sighting] if len(meant) == 1 else []
    return found


def _of_day(sightings: Sequence[Sighting], day: str | None) -> Cluster | None:
    same = [sighting for sighting in sightings if sighting.date == day]
    return _cluster(same) if same else None


def _cluster(sightings: Sequence[Sighting]) -> Cluster:
    cluster = Cluster(sightings[0].where)
    for sighting in sightings:
        cluster.add(voice_of(sighting), (sighting,))
    return cluster


@cache
def absorbed(province: str) -> dict[str, str]:
    """The provinces (slugs) that became part of a province (slug), each with its last day.

    >>> absorbed("gia-lai"), absorbed("son-la")
    ({'binh-dinh': '2025-06-30'}, {})
    """
    found = {}
    for name in {unit.name for unit in provinces() if slug(unit.name) == province}:
        for earlier in predecessors(name):
            unit = unit_on(earlier, _BEFORE_MERGERS)
            if unit is not None and unit.name == earlier and unit.valid_to:
                found[slug(earlier)] = unit.valid_to
    return found


_BEFORE_MERGERS = "2020-01-01"


def _may_be(cluster: Cluster, other: Cluster) -> bool:
    """Whether mentions read as one province's are of a directive of one that it absorbed."""
    last = absorbed(cluster.where.key[1])[other.where.key[1]]
    if cluster.held or cluster.where.level != other.where.level:
        return False
    if any(sighting.until is not None and sighting.until <= last for sighting in cluster.sightings):
        return False
    shared = cluster.dates & other.dates
    if cluster.where.level == "district":
        if cluster.where.key[2] != other.where.key[2] or (cluster.dates and other.dates and not shared):
            return False
        voices = {voice_of(sighting) for sighting in cluster.sightings}
        return bool(shared) or all(other.says(voice) is not Verdict.CONTRADICT for voice in voices)
    if not any(len(day) == 10 for day in shared) or any(s.placed for s in cluster.sightings):
        return False
    return _agrees(cluster, other)


def _agrees(cluster: Cluster, other: Cluster) -> bool:
    titles = {other.title(voice_of(sighting)) for sighting in cluster.sightings}
    if Verdict.CONTRADICT in titles:
        return False
    bodies = {body_key(sighting.issuer) for sighting in other.sightings} - {None}
    return Verdict.AGREE in titles or any(body_key(s.issuer) in bodies for s in cluster.sightings)


def _move(cluster: Cluster, meant: Cluster, settled: Settled) -> None:
    for sighting in cluster.sightings:
        sighting.lone = sighting.lone or lone_id(sighting)
        sighting.where = meant.where
        settled.join(meant, voice_of(sighting), (sighting,), "merged")
    cluster.sightings = []
    for at, (sighting, candidates) in enumerate(settled.open):
        if cluster in candidates:
            left = {id(c): c for c in (meant if c is cluster else c for c in candidates)}
            settled.open[at] = sighting, tuple(left.values())
