"""A cluster: sightings found to be of one directive, and what they say together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.identity.agree import Title, Verdict, dates, likeness, title_among, title_of, titles
from graph.identity.organs import organs
from graph.identity.sighting import Sighting
from graph.locality import Where
from ontology.terms import central_span, central_term, known_directives, provincial_years

# A directive is known by a few titles; more than these say nothing new.
_MOST_TITLES = 48


@dataclass(frozen=True, slots=True)
class Voice:
    """What sightings that say the same say: the unit of decision in a block."""

    date: str | None
    term: str | None
    organ: str | None
    subjects: frozenset[Title]
    held: bool
    known: int | None

    @property
    def order(self) -> tuple[str, str, str, list[list[str]], bool]:
        """What orders voices the same way on every machine."""
        words = sorted(sorted(title.syllables) for title in self.subjects)
        return self.date or "", self.term or "", self.organ or "", words, self.held


@dataclass(slots=True, eq=False)
class Cluster:
    """Sightings of one directive. `own` is set where it is kept to one document, `promulgator` for a
    regulation whose promulgating decision is known."""

    where: Where
    sightings: list[Sighting] = field(default_factory=list)
    dates: set[str] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)
    organs: set[str] = field(default_factory=set)
    subjects: set[Title] = field(default_factory=set)
    known: set[int] = field(default_factory=set)
    held: bool = False
    own: str | None = None
    promulgator: Cluster | None = None

    def add(self, voice: Voice, sightings: Iterable[Sighting]) -> None:
        """Take in sightings, and what they say."""
        self.sightings += sightings
        if voice.date:
            self.dates.add(voice.date)
        if voice.term:
            self.terms.add(voice.term)
        if voice.organ:
            self.organs.add(voice.organ)
        if voice.known is not None:
            self.known.add(voice.known)
        for subject in sorted(voice.subjects, key=lambda title: sorted(title.syllables)):
            if len(self.subjects) < _MOST_TITLES:
                self.subjects.add(subject)
        self.held = self.held or voice.held

    @property
    def earliest(self) -> str:
        """The first day on which it can have been issued, "" if unknown."""
        if self.dates:
            return min(self.dates)
        return min((first_day(self.where, term) for term in self.terms), default="")

    def says(self, voice: Voice) -> Verdict:
        """Whether a voice without a full date may speak of this directive.

        AGREE if its date, term or title says so, SILENT if nothing does and nothing contradicts. A
        number is used once in a term, so an equal term settles it whatever title and issuer say.
        """
        if voice.known is not None and self.known and voice.known not in self.known:
            return Verdict.CONTRADICT
        when, term = self._date(voice), self._term(voice)
        if Verdict.CONTRADICT in (when, term):
            return Verdict.CONTRADICT
        if term is Verdict.AGREE:
            return term
        title = self.title(voice)
        if title is Verdict.CONTRADICT or (
            title is Verdict.SILENT and self._organ(voice) is Verdict.CONTRADICT
        ):
            return Verdict.CONTRADICT
        if Verdict.AGREE in (when, title):
            return Verdict.AGREE
        return Verdict.CONTRADICT if voice.held and self.held else Verdict.SILENT

    def names(self, voice: Voice) -> bool:
        """Whether the organ agrees besides: it chooses where all others are of other organs."""
        return voice.organ is not None and voice.organ in self.organs

    def _date(self, voice: Voice) -> Verdict:
        return _any(dates(voice.date, date) for date in sorted(self.dates))

    def _term(self, voice: Voice) -> Verdict:
        if voice.term is None:
            return Verdict.SILENT
        if voice.term in self.terms:
            return Verdict.AGREE
        by_date = _any(term_of_date(self.where, voice.term, date) for date in sorted(self.dates))
        return Verdict.CONTRADICT if self.terms and by_date is not Verdict.AGREE else by_date

    def title(self, voice: Voice) -> Verdict:
        """Whether its titles and a voice's agree."""
        return _any(title_among(subject, self.subjects) for subject in voice.subjects)

    def likeness(self, voice: Voice) -> float:
        """How like its titles and a voice's are, 0 to 1."""
        pairs = ((mine, other) for mine in self.subjects for other in voice.subjects)
        return max((likeness(mine, other) for mine, other in pairs), default=0.0)

    def _organ(self, voice: Voice) -> Verdict:
        return _any(organs(voice.organ, organ) for organ in self.organs)


def _any(verdicts: Iterable[Verdict]) -> Verdict:
    """AGREE if any agrees, else CONTRADICT if any contradicts, else SILENT."""
    found = Verdict.SILENT
    for verdict in verdicts:
        if verdict is Verdict.AGREE:
            return verdict
        if verdict is Verdict.CONTRADICT:
            found = verdict
    return found


def term_of_date(where: Where, term: str, date: str) -> Verdict:
    """Whether a date falls into a term of the committee at `where`, as far as terms are recorded.

    Provincial congresses meet in the course of a year that two terms share: it may be either's.

    >>> term_of_date(Where("central"), "XI", "2013-06-03").value
    'agree'
    """
    if where.level == "central":
        found = central_term(date)
        if found is None:
            return Verdict.SILENT
        return Verdict.AGREE if found == term else Verdict.CONTRADICT
    if where.level == "province" and where.province:
        years = provincial_years(where.province, term)
        if years is not None:
            year = int(date[:4])
            if year in years:
                return Verdict.SILENT
            return Verdict.AGREE if years[0] < year < years[1] else Verdict.CONTRADICT
    return Verdict.SILENT


def first_day(where: Where, term: str) -> str:
    """The first day of a term of the committee at `where`, "" if it is not recorded."""
    if where.level == "central":
        span = central_span(term)
        return span[0] if span else ""
    years = provincial_years(where.province, term) if where.level == "province" and where.province else None
    return str(years[0]) if years else ""


def voices_conflict(one: Voice, other: Voice) -> bool:
    """Whether two voices cannot speak of one directive."""
    if one.known is not None and other.known is not None and one.known != other.known:
        return True
    if dates(one.date, other.date) is Verdict.CONTRADICT:
        return True
    if one.term and other.term and one.term != other.term:
        return True
    title = _any(title_among(subject, other.subjects) for subject in one.subjects)
    if title is Verdict.AGREE:
        return False
    if title is Verdict.CONTRADICT or (one.held and other.held):
        return True
    return organs(one.organ, other.organ) is Verdict.CONTRADICT


def voice_of(sighting: Sighting) -> Voice:
    """What a sighting says, with the reused number's directive that its date, term or title tells."""
    date, term, subjects = sighting.date, sighting.term, sighting.subjects
    number = sighting.number.normal if sighting.number and sighting.where.level == "central" else None
    known = _known(number, date, term, subjects) if number else None
    return Voice(date, term, sighting.organ, subjects, sighting.held, known)


def _known(number: str, date: str | None, term: str | None, subjects: frozenset[Title]) -> int | None:
    """Which of the directives that share a number is meant: its place in the list, None if unsettled."""
    rows = known_directives(number)
    if not rows:
        return None
    fits = list(range(len(rows)))
    if date:
        fits = [at for at in fits if dates(date, rows[at].date) is Verdict.AGREE]
        return fits[0] if len(fits) == 1 else None
    if term:
        fits = [at for at in fits if central_term(rows[at].date) == term]
        return fits[0] if len(fits) == 1 else None
    agreeing = {
        at
        for subject in subjects
        for at in fits
        if titles(subject, title_of(rows[at].title)) is Verdict.AGREE
    }
    return next(iter(agreeing)) if len(agreeing) == 1 else None
