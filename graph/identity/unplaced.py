"""Sightings whose province (or district, or commune) is unknown, against the directives that are placed.

An unknown place is no agreement: such a sighting joins a local directive only when the date and one of
title, issuer or term agree with exactly one. Otherwise it stays open between those that it fits, or is a
directive of its own document.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.identity.agree import Verdict
from graph.identity.blocks import Settled
from graph.identity.clusters import Cluster, Voice, voice_of
from graph.identity.organs import body_key, family
from graph.identity.sighting import Sighting


def settle_unplaced(sightings: Sequence[Sighting], placed: Sequence[Cluster], settled: Settled) -> None:
    """Decide the unplaced sightings of one number against its placed clusters; adds to `settled`."""
    if not sightings:
        return
    near = _Near(placed)
    bodies = [
        {body_key(sighting.issuer) for sighting in cluster.sightings if sighting.issuer} for cluster in placed
    ]
    decided: dict[object, tuple[list[int], list[int]]] = {}
    joins: list[tuple[int, Voice, Sighting]] = []
    own: dict[object, Cluster] = {}
    for sighting in sorted(sightings, key=lambda sighting: sighting.key):
        voice = voice_of(sighting)
        case = (voice, sighting.where.key, body_key(sighting.issuer), sighting.until)
        if case not in decided:
            fitting = [at for at in near.to(voice) if _fits(placed[at], voice, sighting)]
            agreeing = [at for at in fitting if _agrees(placed[at], voice, sighting, bodies[at])]
            decided[case] = fitting, agreeing
        fitting, agreeing = decided[case]
        if len(agreeing) == 1:
            joins.append((agreeing[0], voice, sighting))
        elif len(fitting) > 1 and not sighting.held:
            settled.open.append((sighting, tuple(placed[at] for at in fitting)))
        else:
            _keep(sighting, voice, own)
            sighting.rule = "unplaced"
    for at, voice, sighting in joins:
        settled.join(placed[at], voice, (sighting,), "elsewhere")
    settled.clusters += own.values()


class _Near:
    """The clusters that a date leaves, without trying them all: those of that day, and undated ones."""

    def __init__(self, placed: Sequence[Cluster]) -> None:
        self.all = range(len(placed))
        self.by_day: dict[str, list[int]] = {}
        self.undated: list[int] = []
        for at, cluster in enumerate(placed):
            days = [date for date in cluster.dates if len(date) == 10]
            for day in days:
                self.by_day.setdefault(day, []).append(at)
            if len(days) < len(cluster.dates) or not days:
                self.undated.append(at)

    def to(self, voice: Voice) -> Sequence[int]:
        """Indexes of the clusters that a voice may mean, in their order."""
        if not voice.date or len(voice.date) < 10:
            return self.all
        return sorted({*self.by_day.get(voice.date, ()), *self.undated})


def _fits(cluster: Cluster, voice: Voice, sighting: Sighting) -> bool:
    if not cluster.where.fits(sighting.where):
        return False
    if sighting.until is not None and not sighting.held and cluster.earliest > sighting.until:
        return False
    if voice.date and len(voice.date) == 10 and cluster.dates:
        return voice.date in cluster.dates
    return cluster.says(voice) is not Verdict.CONTRADICT


def _agrees(cluster: Cluster, voice: Voice, sighting: Sighting, bodies: set[str | None]) -> bool:
    """Whether the date and one of title, issuer or term agree."""
    if not voice.date or len(voice.date) != 10 or voice.date not in cluster.dates:
        return False
    title = cluster.title(voice)
    if title is Verdict.CONTRADICT and cluster.where.level != "central":
        return False
    term = voice.term is not None and voice.term in cluster.terms
    return title is Verdict.AGREE or term or _one_of(body_key(sighting.issuer), bodies)


def _one_of(body: str | None, bodies: set[str | None]) -> bool:
    """Whether a body is one of others, or is named without its place: "Huyện ủy" for "Huyện ủy Mai Sơn"."""
    if body is None:
        return False
    return any(
        other == body or family(other) == family(body) or f"{other}".startswith(f"{body} ")
        for other in bodies
    )


def _keep(sighting: Sighting, voice: Voice, own: dict[object, Cluster]) -> None:
    """Keep a sighting as a directive of its own document, beside others of the same date and voice."""
    case = (sighting.paper, sighting.where.key, voice)
    cluster = own.get(case)
    if cluster is None:
        cluster = own[case] = Cluster(sighting.where, own=sighting.paper)
    cluster.add(voice, (sighting,))
