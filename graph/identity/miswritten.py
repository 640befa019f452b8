"""Numbers with a province's suffix that mean a central directive: "25-NQ/TU" of 03/6/2013 for 25-NQ/TW.

Where the issuer is named the readers of mentions mend it (`mentions`); here the date and the subject, or
a term that only the Central Committee had then, say so.
"""

from __future__ import annotations

from collections.abc import Mapping

from graph.identity.agree import Verdict, title_among
from graph.identity.blocks import Settled
from graph.identity.clusters import Cluster, term_of_date, voice_of
from graph.identity.sighting import Series
from graph.locality import Where
from ontology.terms import central_term


def join_miswritten(numbered: Mapping[Series, Settled], settled: Settled) -> None:
    """Move miswritten clusters of `numbered` into the central ones that they mean; changes `settled`."""
    for series in sorted(numbered, key=repr):
        central = numbered.get((*series[:5], ("tw",))) if series[5] == ("tu",) else None
        if central is None:
            continue
        local = numbered[series].clusters
        for cluster in list(local):
            meant = [other for other in central.clusters if _means(cluster, other)]
            if len(meant) == 1 and not cluster.held:
                _move(cluster, meant[0], settled)
                local.remove(cluster)
    settled.clusters[:] = [cluster for cluster in settled.clusters if cluster.sightings]


def _move(cluster: Cluster, meant: Cluster, settled: Settled) -> None:
    number = meant.sightings[0].number
    for sighting in cluster.sightings:
        written = sighting.number.normal if sighting.number else ""
        sighting.forms = tuple(sorted({*sighting.forms, written}))
        sighting.number, sighting.where = number, Where("central")
        settled.join(meant, voice_of(sighting), (sighting,), "miswritten")
    cluster.sightings = []
    for at, (sighting, candidates) in enumerate(settled.open):
        if cluster in candidates:
            left = tuple(meant if candidate is cluster else candidate for candidate in candidates)
            settled.open[at] = sighting, left


def _means(local: Cluster, central: Cluster) -> bool:
    """Whether a day, and besides it the subject or a term, are a central directive's."""
    shared = local.dates & central.dates
    if not shared:
        return False
    if any(title_among(title, central.subjects) is Verdict.AGREE for title in local.subjects):
        return True
    return any(
        central_term(date) == term and term_of_date(local.where, term, date) is not Verdict.AGREE
        for term in local.terms
        for date in shared
    )
