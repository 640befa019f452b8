"""Named directives: congress and plenum resolutions, laws, regulations cited by name.

Across documents two of them are one only when promulgator, term, or issuer and place agree; a law's
issuer is the Assembly, so its name and date are enough. A name that several promulgated regulations
bear, or a plenum that passed several resolutions, stays open; any other name is a directive of its
own document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from graph.identity.agree import Verdict, title_of, titles
from graph.identity.blocks import Settled, settle
from graph.identity.clusters import Cluster, voice_of
from graph.identity.organs import body_key
from graph.identity.sighting import Sighting
from graph.ids import is_congress, is_statute
from graph.locality import Where, places_in
from ontology.fold import fold
from ontology.load import document
from ontology.terms import normal_term, plenum_of

# A name of fewer telling syllables ("Kế hoạch của Tỉnh ủy") says only what kind of paper it is.
_TELLING = 2


def settle_names(
    sightings: Sequence[Sighting],
    numbered: Sequence[Cluster],
    promulgator: Callable[[Sighting], Cluster | None],
    settled: Settled,
) -> None:
    """Decide the named sightings; `promulgator` gives the cluster of the decision that promulgates one."""
    regulations: dict[str, list[Cluster]] = {}
    laws: dict[str, list[Sighting]] = {}
    congresses: dict[object, list[Sighting]] = {}
    others: list[Sighting] = []
    promulgated: dict[int, list[tuple[Sighting, Cluster]]] = {}
    for sighting in sorted(sightings, key=lambda sighting: sighting.key):
        decision = promulgator(sighting)
        if decision is not None:
            promulgated.setdefault(id(decision), []).append((sighting, decision))
        elif is_statute(sighting.type):
            laws.setdefault(sighting.name or "", []).append(sighting)
        elif _term(sighting) and sighting.where.settled and _by_term(sighting):
            sighting.term = _term(sighting)
            case = _congress(sighting), sighting.term, sighting.where.key
            congresses.setdefault(case, []).append(sighting)
        else:
            others.append(sighting)
    for group in promulgated.values():
        _settle_promulgated(group, regulations, settled)
    _settle_laws(laws, numbered, settled)
    for alike in congresses.values():
        _one(alike, settled, "name-term")
    _settle_others(others, _by_plenum(numbered), regulations, settled)


def _by_term(sighting: Sighting) -> bool:
    return plenum_named(sighting.name or "", sighting.term) is None


def _term(sighting: Sighting) -> str | None:
    """The term that a mention states, or that the name of a congress holds."""
    name = sighting.name or ""
    if sighting.term or not is_congress(name):
        return sighting.term
    words = (word for word in re.findall(r"\w+", name) if not word.isdecimal())
    return next((term for term in map(normal_term, words) if term), None)


def _congress(sighting: Sighting) -> str:
    """The name without what does not tell one congress or regulation from another of its term."""
    name = sighting.name or ""
    if not is_congress(name):
        return name
    for place in (places_in(name)[0], sighting.where.province, sighting.where.district):
        name = name.replace(fold(place), " ") if place else name
    words = re.findall(r"\w+", _congress_words().sub(" ", name))
    return "congress " + " ".join(word for word in words if normal_term(word) is None and word.isalpha())


@cache
def _congress_words() -> re.Pattern[str]:
    words = sorted(document("named")["congress_words"], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


@lru_cache(maxsize=1 << 12)
def plenum_named(name: str, term: str | None) -> tuple[str, str] | None:
    """The plenum (term, number) that a name stands for.

    >>> plenum_named("nghị quyết trung ương 6 khóa xii", None)
    ('XII', '6')
    >>> plenum_named("nghị quyết hội nghị lần thứ bảy ban chấp hành trung ương đảng", "XI")
    ('XI', '7')
    """
    match = re.match(document("named")["plenum"], name)
    if match is None or not (match["word"] or match["number"]):
        return None
    ordinals = document("named")["ordinals"]
    number = match["number"] or ordinals.get(match["word"], match["word"])
    part = ordinals.get(match["part"], match["part"])
    term = normal_term(match["term"]) or term
    if term is None or not number.isdecimal():
        return None
    return term, f"{number}.{part}" if part and part != "1" else number


def _by_plenum(numbered: Sequence[Cluster]) -> dict[tuple[str, str], list[Cluster]]:
    """The Central Committee's numbered resolutions by the plenum that passed them."""
    found: dict[tuple[str, str], list[Cluster]] = {}
    for cluster in numbered:
        series = cluster.sightings[0].series
        if series and series[0] == "nq" and series[5] == ("tw",) and "central committee" in cluster.organs:
            for plenum in sorted({plenum for plenum in map(plenum_of, cluster.dates) if plenum}):
                found.setdefault(plenum, []).append(cluster)
    return found


def _one(sightings: Sequence[Sighting], settled: Settled, rule: str) -> Cluster:
    """A new cluster for sightings that are one directive."""
    cluster = Cluster(sightings[0].where)
    for sighting in sightings:
        settled.join(cluster, voice_of(sighting), (sighting,), rule)
    sightings[0].rule = "first"
    settled.clusters.append(cluster)
    return cluster


def _settle_promulgated(
    group: Sequence[tuple[Sighting, Cluster]], regulations: dict[str, list[Cluster]], settled: Settled
) -> None:
    """Regulations that one decision promulgates: one for each name."""
    begun: list[Cluster] = []
    for sighting, decision in group:
        name = sighting.name or ""
        home = next((cluster for cluster in begun if _one_name(cluster, name)), None)
        if home is None:
            home = _one([sighting], settled, "promulgator")
            home.promulgator = decision
            home.dates |= decision.dates
            begun.append(home)
            regulations.setdefault(name, []).append(home)
        else:
            settled.join(home, voice_of(sighting), (sighting,), "promulgator")


def _one_name(cluster: Cluster, name: str) -> bool:
    for sighting in cluster.sightings:
        other = sighting.name or ""
        if other == name:
            return True
        same_kind = other.split(" ", 2)[:2] == name.split(" ", 2)[:2]
        if same_kind and titles(title_of(other), title_of(name)) is Verdict.AGREE:
            return True
    return False


def _settle_laws(laws: dict[str, list[Sighting]], numbered: Sequence[Cluster], settled: Settled) -> None:
    known: dict[str, list[Cluster]] = {}
    for cluster in numbered:
        for name in {s.name for s in cluster.sightings if s.name and s.series}:
            known.setdefault(name, []).append(cluster)
            number = cluster.sightings[0].number
            if not cluster.dates and number and number.year:
                cluster.dates.add(str(number.year))
    for name in sorted(laws):
        for sighting in laws[name]:
            sighting.where = Where("central")
        part = settle(laws[name], known.get(name, ()))
        fresh = [cluster for cluster in part.clusters if cluster not in known.get(name, ())]
        settled.clusters += fresh
        settled.open += part.open


def _settle_others(
    others: Sequence[Sighting],
    plenums: dict[tuple[str, str], list[Cluster]],
    regulations: dict[str, list[Cluster]],
    settled: Settled,
) -> None:
    kept: dict[object, list[Sighting]] = {}
    for sighting in others:
        name = sighting.name or ""
        plenum = plenum_named(name, sighting.term)
        fitting = plenums.get(plenum, []) if plenum else _promulgated(sighting, regulations.get(name, ()))
        fitting = [c for c in fitting if sighting.until is None or c.earliest <= sighting.until]
        agreeing = [cluster for cluster in fitting if _agrees(cluster, sighting)]
        if len(agreeing) == 1:
            settled.join(agreeing[0], voice_of(sighting), (sighting,), "name-agrees")
        elif len(fitting) > 1:
            settled.open.append((sighting, tuple(agreeing or fitting)))
        else:
            kept.setdefault(_identity(sighting, plenum), []).append(sighting)
    for case in kept:
        part = settle(kept[case])
        if case == ("own", kept[case][0].paper, kept[case][0].name):
            for cluster in part.clusters:
                cluster.own = kept[case][0].paper
        settled.take(part)


def _promulgated(sighting: Sighting, regulations: Sequence[Cluster]) -> list[Cluster]:
    """The promulgated regulations of a name that may be meant: those of the same place.

    Where nothing says whose it is, those of the bodies above the citing document's may be meant too.
    """
    where = sighting.where
    if sighting.issuer is None and not sighting.placed:
        return [cluster for cluster in regulations if cluster.where.fits(where) or cluster.where.holds(where)]
    return [cluster for cluster in regulations if cluster.where.fits(where)]


def _agrees(cluster: Cluster, sighting: Sighting) -> bool:
    """Whether title, date, or issuer and place choose a cluster among those that a name fits."""
    voice = voice_of(sighting)
    if cluster.title(voice) is Verdict.AGREE or (voice.date is not None and voice.date in cluster.dates):
        return True
    decision = cluster.promulgator
    body = body_key(sighting.issuer)
    if decision is None or body is None or not sighting.where.settled:
        return False
    return body in {body_key(other.issuer) for other in decision.sightings}


def _identity(sighting: Sighting, plenum: tuple[str, str] | None) -> object:
    """What sightings of one name must share to be one directive."""
    if plenum:
        return "plenum", plenum
    body = body_key(sighting.issuer)
    title = title_of(sighting.name)
    telling = title is not None and len(title.syllables) >= _TELLING
    if body and telling and sighting.where.settled:
        return "issued", sighting.name, body, sighting.where.key
    return "own", sighting.paper, sighting.name
