"""Short numbers that name no body: "Nghị quyết 25", "Nghị định 168/2024".

They lack what makes a number a series, so silence does not settle them: one joins the directive that its
date, term or title chooses, or the only one there is where its type has a single issuer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.identity.agree import Verdict
from graph.identity.blocks import Settled
from graph.identity.clusters import Cluster, voice_of
from graph.identity.sighting import Series, Sighting
from ontology.load import document


def settle_bare(sightings: Sequence[Sighting], numbered: Mapping[Series, Settled], settled: Settled) -> None:
    """Decide sightings of bare numbers against the clusters of full ones; adds to `settled`."""
    by_serial: dict[tuple[str | None, int, str], list[Cluster]] = {}
    if sightings:
        for full in sorted(numbered, key=repr):
            by_serial.setdefault(full[:3], []).extend(numbered[full].clusters)
    own: dict[object, Cluster] = {}
    for sighting in sorted(sightings, key=lambda sighting: sighting.key):
        series = sighting.series
        near = by_serial.get(series[:3], []) if series else []
        verdicts = [(cluster, _says(cluster, sighting)) for cluster in near]
        fitting = [cluster for cluster, verdict in verdicts if verdict is not Verdict.CONTRADICT]
        agreeing = [cluster for cluster, verdict in verdicts if verdict is Verdict.AGREE]
        if not agreeing and series and series[0] in document("named")["single_issuer"]:
            agreeing = fitting
        voice = voice_of(sighting)
        if len(agreeing) == 1:
            settled.join(agreeing[0], voice, (sighting,), "bare")
        elif len(fitting) > 1 and not sighting.held:
            settled.open.append((sighting, tuple(agreeing or fitting)))
        else:
            case = (sighting.paper, series, voice)
            home = own.setdefault(case, Cluster(sighting.where, own=sighting.paper))
            home.add(voice, (sighting,))
            sighting.rule = "short"
    settled.clusters += own.values()


def _says(cluster: Cluster, sighting: Sighting) -> Verdict:
    """Whether a bare number may mean a directive: one of the centre, or of the mention's own place."""
    where, series = sighting.where, sighting.series
    mine = cluster.sightings[0].series
    if cluster.own is not None or series is None or mine is None:
        return Verdict.CONTRADICT
    if cluster.where.level != "central" and not (where.province and cluster.where.fits(where)):
        return Verdict.CONTRADICT
    if cluster.where.level == "central" and where.level not in ("central", None):
        return Verdict.CONTRADICT
    years = {str(year) for year in (series[4], series[3]) if isinstance(year, int)}
    if years and not any(date[:4] in years for date in cluster.dates | {str(mine[4])}):
        return Verdict.CONTRADICT
    if sighting.until is not None and cluster.earliest > sighting.until:
        return Verdict.CONTRADICT
    voice = voice_of(sighting)
    if voice.date and len(voice.date) == 10 and cluster.dates:
        return Verdict.AGREE if voice.date in cluster.dates else Verdict.CONTRADICT
    return cluster.says(voice)
