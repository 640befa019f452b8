"""Held documents that lost their number, against the numbered directives that others cite.

A copy without its header is what others cite when type, issuer and place are equal and the date, or
where one of them has none the title, agrees with exactly one directive and no other copy claims it.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.identity.agree import Verdict, dates, likeness
from graph.identity.blocks import Settled
from graph.identity.clusters import Cluster, Voice, voice_of
from graph.identity.organs import body_key, family
from graph.identity.sighting import Sighting
from ontology.fold import fold
from ontology.types import code_of

_LIKE = 0.75
_TELLING_WORDS = 3


def settle_unnumbered(held: Sequence[Sighting], clusters: Sequence[Cluster], settled: Settled) -> None:
    """Put each of `held` into the cluster that it is a copy of, or into one of its own."""
    index = _Index(clusters)
    claims: dict[int, list[Sighting]] = {}
    found: dict[tuple[str, int], Cluster] = {}
    for sighting in held:
        voice = voice_of(sighting)
        copies = [cluster for cluster in index.near(sighting, voice) if _is_copy(sighting, voice, cluster)]
        if len(copies) == 1:
            found[sighting.key] = copies[0]
            claims.setdefault(id(copies[0]), []).append(sighting)
    alone = []
    for sighting in held:
        copied = found.get(sighting.key)
        if copied is not None and _one_text(claims[id(copied)]):
            for cited in copied.sightings:
                cited.rule = "copied" if cited.rule == "first" else cited.rule
            settled.join(copied, voice_of(sighting), (sighting,), "copy")
        else:
            alone.append(sighting)
    _begin(alone, settled)


class _Index:
    """The numbered directives that no document holds, by what a copy must share with them."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self.by_day: dict[tuple[str, str, str], list[Cluster]] = {}
        self.by_words: dict[tuple[str, str, str, bool, tuple[str, str]], list[Cluster]] = {}
        self.families: dict[int, set[str | None]] = {}
        for cluster in clusters:
            series = cluster.sightings[0].series
            if series is None or cluster.held or cluster.own is not None:
                continue
            kind = series[0] or "", cluster.where.level or ""
            issuers = {sighting.issuer for sighting in cluster.sightings if sighting.issuer}
            self.families[id(cluster)] = {family(body_key(issuer)) for issuer in issuers}
            place = cluster.where.key[1], bool(cluster.dates)
            for day in cluster.dates:
                self.by_day.setdefault((*kind, day), []).append(cluster)
            for pair in {pair for title in cluster.subjects for pair in title.pairs}:
                self.by_words.setdefault((*kind, *place, pair), []).append(cluster)

    def near(self, held: Sighting, voice: Voice) -> list[Cluster]:
        """The directives of a held document's type, level and body that share its day, or words of its title."""
        kind = (code_of(held.type or "") or "").casefold(), held.where.level or ""
        near = list(self.by_day.get((*kind, held.date or ""), ()))
        pairs = {pair for title in voice.subjects for pair in title.pairs}
        # A full date excludes the directives of other days: only those without one are left to the title.
        for dated in (False,) if len(held.date or "") == 10 else (False, True):
            for pair in pairs if held.where.settled else ():
                near += self.by_words.get((*kind, held.where.key[1], dated, pair), ())
        body = family(body_key(held.issuer))
        distinct = {id(cluster): cluster for cluster in near} if body else {}
        return [c for at, c in distinct.items() if not self.families[at] or body in self.families[at]]


def _is_copy(held: Sighting, voice: Voice, cluster: Cluster) -> bool:
    if not cluster.where.fits(held.where):
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


def _one_text(copies: Sequence[Sighting]) -> bool:
    """Whether held documents that claim one directive bear the same title."""
    return len({fold(" ".join(copy.titles)) for copy in copies}) == 1


def _begin(held: Sequence[Sighting], settled: Settled) -> None:
    """Directives of their own; two files that say the same of a known place are one."""
    begun: dict[object, Cluster] = {}
    for sighting in held:
        where = sighting.where
        said = (where.key, sighting.type, fold(" ".join(sighting.titles)), sighting.issuer, sighting.date)
        case = said if where.settled and sighting.titles else sighting.paper
        cluster = begun.get(case)
        if cluster is None:
            cluster = begun[case] = Cluster(where, own=None if case == said else sighting.paper)
        cluster.add(voice_of(sighting), (sighting,))
        sighting.rule = "first"
    settled.clusters += begun.values()
