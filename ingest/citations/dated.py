"""The directives that share a number or a name, told apart by date, and the one that a mention means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ingest.citations.cues import pattern
from ingest.citations.issuing import organ
from ingest.citations.mention import Mention
from ingest.citations.titles import alike
from ontology.numbers import Number
from ontology.terms import central_term

_TITLES = 20


@dataclass(slots=True)
class Dated:
    """One directive of a number: its date, and what the mentions that date it say of it."""

    date: str
    first: int
    terms: set[str | None]
    organs: set[str | None]
    places: set[str | None]
    titles: list[str]

    def learn(self, mention: Mention) -> None:
        """Add what one more mention of the directive says."""
        tail, title = mention.tail, mention.title
        self.first = min(self.first, mention.start)
        self.terms.add(tail.term)
        self.places.add(tail.place)
        if tail.issuer:
            self.organs.add(organ(tail.issuer))
        if title and len(self.titles) < _TITLES and title not in self.titles:
            self.titles.append(title)


def directives(mentions: Iterable[Mention]) -> dict[str, Dated]:
    """The directives that dated mentions of one number or name mean, by the period of each.

    Within a period (a year, for the Central Committee a term) a number stands for one directive; of
    several dates there the commonest is meant, of equally common ones the first.
    """
    found: dict[str, Dated] = {}
    days: dict[str, list[str]] = {}
    for mention in mentions:
        if not mention.tail.date:
            continue
        day = corrected(mention)
        key = _period(mention, day)
        days.setdefault(key, []).append(day)
        if key in found:
            found[key].learn(mention)
        else:
            found[key] = _first(mention, day)
    for key, stated in days.items():
        if len(stated) > 1:
            found[key].date = Counter(stated).most_common(1)[0][0]
    return found


def _first(mention: Mention, day: str) -> Dated:
    tail, title = mention.tail, mention.title
    organs = {organ(tail.issuer)} if tail.issuer else set()
    return Dated(day, mention.start, {tail.term}, organs, {tail.place}, [title] if title else [])


def period(mention: Mention) -> str:
    """The period and place in which a dated mention's number stands for one directive."""
    return _period(mention, corrected(mention))


def _period(mention: Mention, meant: str) -> str:
    number = mention.full
    if _central(number):
        return central_term(meant) or meant[:4]
    day = meant if _congress_year(number, meant) else meant[:4]
    return f"{day} {mention.tail.place or ''}"


def restarted(number: Number | None, one: str, other: str) -> bool:
    """Whether two days of one year can be those of two directives: a local Party committee's number
    begins anew in the year of its congress, and 2025's merged provinces began twice."""
    return _congress_year(number, one) and one[:7] != other[:7] and one[:4] == other[:4]


def _congress_year(number: Number | None, day: str) -> bool:
    if number is None or number.system != "party" or _central(number):
        return False
    return len(day) == 10 and int(day[:4]) % 5 == 0


def corrected(mention: Mention) -> str:
    """A mention's date, with the year that its number carries.

    "Nghị định số 11/2014/NĐ-CP ngày 18/2/2024" is of 18/2/2014.
    """
    stated, number = mention.tail.date or "", mention.full
    if number is None or number.year is None or str(number.year) == stated[:4]:
        return stated
    try:
        return date(number.year, int(stated[5:7]), int(stated[8:10])).isoformat()
    except ValueError:
        return stated


def meant_by(mention: Mention, dated: Iterable[Dated]) -> Dated | None:
    """The directive that an undated mention means, None if none or several fit."""
    fitting = [one for one in dated if _fits(mention, one)]
    if len(fitting) > 1:
        fitting = _narrowed(mention, fitting)
    # Of one day, told apart only by a place that not every mention names.
    return fitting[0] if len({one.date for one in fitting}) == 1 else None


def _central(number: Number | None) -> bool:
    return number is not None and number.suffixes[:1] == ("TW",)


def _fits(mention: Mention, one: Dated) -> bool:
    """Whether nothing that an undated mention says speaks against a dated directive."""
    tail, number = mention.tail, mention.full
    year = str(number.year) if number is not None and number.year else tail.year
    if year and year != one.date[:4]:
        return False
    if _central(number):
        term = central_term(one.date)
        if tail.term and term and tail.term != term:
            return False
        named = organ(tail.issuer)
        if named and one.organs and None not in one.organs and named not in one.organs:
            return False
    if tail.place and None not in one.places and tail.place not in one.places:
        return False
    if (number is not None and number.year) or not pattern("about").match(mention.title or ""):
        return True
    shares = [share for title in one.titles if (share := alike(mention.title, title)) is not None]
    return not shares or max(shares) > 0


def _narrowed(mention: Mention, fitting: list[Dated]) -> list[Dated]:
    """Of several directives, those that the term or title points at, else those spoken of before."""
    if mention.tail.term:
        fitting = [one for one in fitting if mention.tail.term in one.terms] or fitting
    if len(fitting) > 1 and mention.title:
        shares = [max((alike(mention.title, s) or 0 for s in one.titles), default=0.0) for one in fitting]
        best = max(shares)
        if best >= 0.5:
            fitting = [one for one, share in zip(fitting, shares, strict=True) if share == best]
    if len(fitting) > 1:
        fitting = [one for one in fitting if one.first < mention.start] or fitting
    return fitting
