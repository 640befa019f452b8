"""Deciding identity inside a block: sightings of one number, at one level and place.

Those that say most go first. Full dates make the clusters; then come sightings with a year, a term, a
title, an issuer, and last those that say nothing, each decided against what was known before its turn,
so the order of documents cannot matter. A sighting joins the one cluster that it fits; it stays open
when it fits several, and begins a new one when it fits none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.identity.agree import Verdict, slip, title_among
from graph.identity.clusters import Cluster, Voice, term_of_date, voice_of, voices_conflict
from graph.identity.sighting import Sighting
from ontology.terms import central_term

Said = Mapping[Voice, list[Sighting]]


@dataclass(slots=True)
class Settled:
    """What was decided: the clusters, and the sightings that fit several of them."""

    clusters: list[Cluster] = field(default_factory=list)
    open: list[tuple[Sighting, tuple[Cluster, ...]]] = field(default_factory=list)

    def join(self, cluster: Cluster, voice: Voice, sightings: Sequence[Sighting], rule: str) -> None:
        """Put sightings into a cluster by `rule`."""
        cluster.add(voice, sightings)
        for sighting in sightings:
            sighting.rule = rule

    def take(self, part: Settled) -> None:
        """Add what was decided of a part."""
        self.clusters += part.clusters
        self.open += part.open


def settle(block: Iterable[Sighting], known: Sequence[Cluster] = ()) -> Settled:
    """Decide which sightings of one block are one directive; `known` are clusters that they may join."""
    said: dict[Voice, list[Sighting]] = {}
    for sighting in sorted(block, key=lambda sighting: sighting.key):
        said.setdefault(voice_of(sighting), []).append(sighting)
    ranks: dict[int, list[Voice]] = {}
    for voice in sorted(said, key=lambda voice: voice.order):
        ranks.setdefault(_rank(voice), []).append(voice)
    settled = Settled(list(known))
    if said and _carries_its_year(next(iter(said.values()))[0]):
        return _all_one(said)
    if 0 in ranks:
        left = _by_known_date(ranks.pop(0), said, settled)
        if left:
            _by_date(left, said, settled)
    for rank in sorted(ranks):
        _by_fit(ranks[rank], said, settled)
    return settled


def _carries_its_year(sample: Sighting) -> bool:
    """Whether the number alone is unique in its place: "61/2018/NĐ-CP"."""
    return sample.number is not None and sample.series is not None and sample.number.year is not None


def _all_one(said: Said) -> Settled:
    """One directive, whatever dates and titles documents give it."""
    settled = Settled()
    cluster = Cluster(next(iter(said.values()))[0].where)
    for voice in sorted(said, key=lambda voice: voice.order):
        settled.join(cluster, voice, said[voice], "number")
    settled.clusters.append(cluster)
    return settled


def _rank(voice: Voice) -> int:
    if voice.date:
        return 0 if len(voice.date) == 10 else 1
    if voice.term:
        return 2
    return 3 if voice.subjects else 4 if voice.organ else 5


def _by_known_date(voices: Sequence[Voice], said: Said, settled: Settled) -> list[Voice]:
    """Join voices with a full date to the known cluster of that date; returns the others."""
    left = []
    for voice in voices:
        same = [c for c in settled.clusters if c.dates and c.says(voice) is Verdict.AGREE]
        if len(same) == 1:
            settled.join(same[0], voice, said[voice], "date")
        else:
            left.append(voice)
    return left


def _by_date(voices: Sequence[Voice], said: Said, settled: Settled) -> None:
    """Clusters of voices that give one day, or days of which one is a slip for the other."""
    sample = said[voices[0]][0]
    days: dict[str, Cluster] = {}
    for voice in voices:
        day = days.setdefault(voice.date or "", Cluster(sample.where))
        day.add(voice, said[voice])
    roots = _united(days, sample)
    for date in sorted(days):
        alike = _documents(days[date]) > 1
        for sighting in days[date].sightings:
            sighting.rule = ("date" if alike else "first") if roots[date] == date else "slip"
    for date in sorted(days):
        if roots[date] != date:
            _absorb(days[roots[date]], days[date])
    settled.clusters += [days[date] for date in sorted(days) if roots[date] == date]


def _absorb(root: Cluster, other: Cluster) -> None:
    root.sightings += other.sightings
    for mine, more in (
        (root.dates, other.dates),
        (root.terms, other.terms),
        (root.organs, other.organs),
    ):
        mine |= more
    root.subjects |= other.subjects
    root.known |= other.known
    root.held = root.held or other.held


def _united(days: Mapping[str, Cluster], sample: Sighting) -> dict[str, str]:
    """For each day the day that stands for its directive: the one most documents give, then the first."""
    parent = {date: date for date in days}

    def root(date: str) -> str:
        while parent[date] != date:
            parent[date] = parent[parent[date]]
            date = parent[date]
        return date

    ordered = sorted(days)
    for at, date in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + _NEIGHBOURS]:
            if _one_directive(date, other, days, sample):
                parent[root(other)] = root(date)
    groups: dict[str, list[str]] = {}
    for date in ordered:
        groups.setdefault(root(date), []).append(date)
    chosen: dict[str, str] = {}
    for group in groups.values():
        best = max(group, key=lambda date: (days[date].held, _documents(days[date]), [-ord(c) for c in date]))
        chosen |= dict.fromkeys(group, best)
    return chosen


# A number has a handful of dates; where there are more, those far apart in time are not compared.
_NEIGHBOURS = 64


def _documents(cluster: Cluster) -> int:
    return len({sighting.document for sighting in cluster.sightings})


def _one_directive(date: str, other: str, days: Mapping[str, Cluster], sample: Sighting) -> bool:
    """Whether two days that sightings of one number give are one directive's, one of them a slip."""
    one, two = days[date], days[other]
    if (one.known and two.known and not one.known & two.known) or _excluded(one.organs, two.organs):
        return False
    title = _titles(one, two)
    if title is Verdict.CONTRADICT or (one.held and two.held and title is not Verdict.AGREE):
        return False
    if one.terms & two.terms:
        return True
    near = slip(date, other)
    if _one_period(date, other, sample):
        return near or title is Verdict.AGREE
    lone = _is_alone(one) or _is_alone(two)
    return near and (
        (lone and title is Verdict.AGREE) or _own_term_denies(one, two) or _own_term_denies(two, one)
    )


def _is_alone(cluster: Cluster) -> bool:
    """Whether one document gives a day, and no term that it states bears the day out."""
    borne_out = any(
        term_of_date(cluster.where, term, date) is Verdict.AGREE
        for term in cluster.terms
        for date in cluster.dates
    )
    return _documents(cluster) == 1 and not borne_out


def _excluded(one: set[str], two: set[str]) -> bool:
    central = [{organ for organ in organs if organ.startswith("central ")} for organs in (one, two)]
    return bool(central[0] and central[1]) and not central[0] & central[1]


def _titles(one: Cluster, two: Cluster) -> Verdict:
    verdicts = {title_among(subject, two.subjects) for subject in one.subjects}
    if Verdict.AGREE in verdicts:
        return Verdict.AGREE
    return Verdict.CONTRADICT if Verdict.CONTRADICT in verdicts else Verdict.SILENT


def _own_term_denies(one: Cluster, other: Cluster) -> bool:
    """Whether the term that mentions of `one` state denies its date and bears out the other's."""
    return any(
        all(term_of_date(one.where, term, date) is Verdict.CONTRADICT for date in one.dates)
        and any(term_of_date(one.where, term, date) is Verdict.AGREE for date in other.dates)
        for term in one.terms
    )


def _one_period(date: str, other: str, sample: Sighting) -> bool:
    """Whether two days surely lie in one run of numbers: a term of the Party, a year of all others."""
    if sample.number is None or sample.number.system != "party":
        return date[:4] == other[:4]
    if sample.where.level == "central":
        term = central_term(date)
        return term is not None and term == central_term(other)
    if _local_term(date) is None or _local_term(other) is None:
        return date[:4] == other[:4] and abs(int(date[5:7]) - int(other[5:7])) < 2
    return _local_term(date) == _local_term(other)


def _local_term(date: str) -> int | None:
    """The number of a local five-year term; None in the second half of the year that two terms share."""
    year, month = int(date[:4]), int(date[5:7])
    if year % 5 == 0:
        return year // 5 - 1 if month < 7 else None
    return year // 5


def _by_fit(voices: Sequence[Voice], said: Said, settled: Settled) -> None:
    """Decide voices of one rank against the clusters there are; those that fit none begin new ones."""
    before = settled.clusters[: max(1, _MOST_PAIRS // len(voices))]
    silent: dict[int, list[tuple[Voice, list[Sighting]]]] = {}
    joins: list[tuple[Cluster, Voice, list[Sighting], str]] = []
    left: list[tuple[Voice, list[Sighting]]] = []
    for voice in voices:
        verdicts = [(cluster, cluster.says(voice)) for cluster in before]
        for until, sightings in _by_until(said[voice]):
            fitting = [(c, v) for c, v in verdicts if v is not Verdict.CONTRADICT and _existed(c, until)]
            chosen = _chosen(fitting, voice)
            if not chosen or (len(chosen) > 1 and voice.held):
                left.append((voice, sightings))
            elif len(chosen) > 1:
                settled.open += [(sighting, tuple(chosen)) for sighting in sightings]
            elif dict(fitting)[chosen[0]] is Verdict.AGREE:
                joins.append((chosen[0], voice, sightings, _agreed(voice)))
            else:
                silent.setdefault(before.index(chosen[0]), []).append((voice, sightings))
    for cluster, voice, sightings, rule in joins:
        settled.join(cluster, voice, sightings, rule)
    for at in sorted(silent):
        left += _by_silence(before[at], silent[at], settled)
    _begin(left, settled)


# No real number has so many dates and titles; a text that gives them is noise and may not cost hours.
_MOST_PAIRS = 4_000_000


def _by_until(sightings: Sequence[Sighting]) -> list[tuple[str | None, list[Sighting]]]:
    groups: dict[str | None, list[Sighting]] = {}
    for sighting in sightings:
        groups.setdefault(None if sighting.held else sighting.until, []).append(sighting)
    return sorted(groups.items(), key=lambda item: item[0] or "")


def _existed(cluster: Cluster, until: str | None) -> bool:
    return until is None or cluster.earliest <= until


def _chosen(fitting: Sequence[tuple[Cluster, Verdict]], voice: Voice) -> list[Cluster]:
    """The clusters that a voice may mean, as far as it chooses among them."""
    agreeing = [cluster for cluster, verdict in fitting if verdict is Verdict.AGREE]
    clusters = agreeing or [cluster for cluster, _ in fitting]
    if len(clusters) > 1:
        titled = [cluster for cluster in clusters if cluster.title(voice) is Verdict.AGREE]
        best = max((cluster.likeness(voice) for cluster in titled), default=0.0)
        clusters = [c for c in titled if c.likeness(voice) > best - _AS_LIKE] or clusters
    if len(clusters) > 1 and all(cluster.organs for cluster in clusters):
        clusters = [cluster for cluster in clusters if cluster.names(voice)] or clusters
    return clusters


# Titles that differ by less are no choice between two directives.
_AS_LIKE = 0.1


def _agreed(voice: Voice) -> str:
    if voice.date:
        return "year"
    return "term" if voice.term else "title"


def _by_silence(
    cluster: Cluster, joining: Sequence[tuple[Voice, list[Sighting]]], settled: Settled
) -> list[tuple[Voice, list[Sighting]]]:
    """Join voices that nothing contradicts, unless they contradict each other: returns those left out."""
    at_odds = _at_odds({voice for voice, _ in joining})
    left = []
    for voice, sightings in joining:
        if voice in at_odds or cluster.says(voice) is Verdict.CONTRADICT:
            left.append((voice, sightings))
        else:
            settled.join(cluster, voice, sightings, "only")
    return left


def _at_odds(voices: set[Voice]) -> set[Voice]:
    """The voices of which some other cannot speak of the same directive."""
    if len(voices) > _MOST_VOICES:
        return voices
    distinct = sorted(voices, key=lambda voice: voice.order)
    pairs = ((one, two) for at, one in enumerate(distinct) for two in distinct[at + 1 :])
    return {voice for pair in pairs if voices_conflict(*pair) for voice in pair}


# Where a number has hundreds of different titles and nothing else, no two can be told to be one.
_MOST_VOICES = 400


def _begin(left: Sequence[tuple[Voice, list[Sighting]]], settled: Settled) -> None:
    """New clusters for voices that fit none, those that agree together."""
    begun: list[Cluster] = []
    for voice, sightings in sorted(left, key=lambda item: (item[0].order, item[1][0].key)):
        nearby = begun if len(begun) < _MOST_VOICES else begun[-1:]
        home = next((cluster for cluster in nearby if _together(cluster, voice)), None)
        if home is None:
            home = Cluster(sightings[0].where)
            begun.append(home)
        home.add(voice, sightings)
        for sighting in sightings:
            sighting.rule = "first"
    settled.clusters += begun


def _together(cluster: Cluster, voice: Voice) -> bool:
    """Whether a voice belongs to a cluster of its own rank: what they both say must agree."""
    verdict = cluster.says(voice)
    if verdict is not Verdict.SILENT:
        return verdict is Verdict.AGREE
    same_rank_silent = not voice.subjects and not cluster.subjects
    return same_rank_silent and (voice.organ is None) == (not cluster.organs)
