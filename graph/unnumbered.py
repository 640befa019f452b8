"""Held documents that lost their number, against the numbered directives that others cite.

A copy without its header is what others cite when type, issuer and place are equal and the date, or
where one of them has none the title, agrees with exactly one directive and no other copy claims it.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.agree import Verdict, dates, likeness
from graph.blocks import Settled
from graph.clusters import Cluster, Voice, voice_of
from graph.mentions import Sighting
from graph.organs import body_key, family
from ontology.fold import fold
from ontology.types import code_of

_LIKE = 0.75
_TELLING_WORDS = 3


def settle_unnumbered(held: Sequence[Sighting], clusters: Sequence[Cluster], settled: Settled) -> None:
    """Put each of `held` into the cluster that it is a copy of, or into one of its own."""
    index = _index(clusters)
    claims: dict[int, list[Sighting]] = {}
    found: dict[tuple[str, int], Cluster] = {}
    for sighting in held:
        code = (code_of(sighting.type or "") or "").casefold()
        told = sighting.where.key[1] or sighting.date or ""
        same = index.get((code, sighting.where.level or "", told), [])
        copies = [cluster for cluster in same if _is_copy(sighting, voice_of(sighting), cluster)]
        if len(copies) == 1:
            found[sighting.key] = copies[0]
            claims.setdefault(id(copies[0]), []).append(sighting)
    alone = [s for s in held if s.key not in found or not _one_text(claims[id(found[s.key])])]
    for sighting in held:
        if sighting not in alone:
            settled.join(found[sighting.key], voice_of(sighting), (sighting,), "copy")
    _begin(alone, settled)


def _index(clusters: Sequence[Cluster]) -> dict[tuple[str, str, str], list[Cluster]]:
    """The numbered directives that no document holds, by type code and level with province or date."""
    found: dict[tuple[str, str, str], list[Cluster]] = {}
    for cluster in clusters:
        series = cluster.sightings[0].series
        if series and not cluster.held and cluster.own is None:
            for told in {cluster.where.key[1], *cluster.dates}:
                found.setdefault((series[0] or "", cluster.where.level or "", told), []).append(cluster)
    return found


def _is_copy(held: Sighting, voice: Voice, cluster: Cluster) -> bool:
    if not cluster.where.fits(held.where) or not _one_family(held, cluster):
        return False
    title = cluster.title(voice)
    if held.date and len(held.date) == 10 and cluster.dates:
        if held.date not in cluster.dates:
            return False
        return title is Verdict.AGREE or (held.where.settled and title is Verdict.SILENT)
    if not held.where.settled or any(dates(held.date, date) is Verdict.CONTRADICT for date in cluster.dates):
        return False
    return any(
        likeness(mine, other) >= _LIKE and min(len(mine.syllables), len(other.syllables)) >= _TELLING_WORDS
        for mine in voice.subjects
        for other in cluster.subjects
    )


def _one_family(held: Sighting, cluster: Cluster) -> bool:
    mine = family(body_key(held.issuer))
    others = {family(body_key(sighting.issuer)) for sighting in cluster.sightings if sighting.issuer}
    return mine is not None and (mine in others or not others)


def _one_text(copies: Sequence[Sighting]) -> bool:
    """Whether held documents that claim one directive bear the same title."""
    return len({fold(" ".join(copy.titles)) for copy in copies}) == 1


def _begin(held: Sequence[Sighting], settled: Settled) -> None:
    """Directives of their own; two files that say the same of a known place are one."""
    begun: dict[object, Cluster] = {}
    for sighting in held:
        where = sighting.where
        said = (where.key, sighting.type, fold(" ".join(sighting.titles)), sighting.issuer, sighting.date)
        case = said if where.settled and sighting.titles else sighting.document
        cluster = begun.get(case)
        if cluster is None:
            cluster = begun[case] = Cluster(where, own=None if case == said else sighting.document)
        cluster.add(voice_of(sighting), (sighting,))
        settled.why[sighting.key] = "first"
    settled.clusters += begun.values()
