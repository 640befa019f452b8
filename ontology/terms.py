"""Terms of the Party: when each began and ended, its plenums, and the numbers it used again.

The Party's numbers begin at 01 for each type with each term of the committee that issues them, so a
number means nothing without its term or date (Guidance 36-HD/VPTW, II.1). A term runs from the day
after a congress closes to the day the next one closes. Dates are ISO strings, which may stop at the
year or month; terms are Roman numerals.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from ontology.fold import fold
from ontology.load import document, table

_SIGNS = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
_ROMAN = re.compile("X{0,3}(?:IX|IV|V?I{0,3})")


@dataclass(frozen=True, slots=True)
class Known:
    """One of the directives that carry a reused number: its date (or year) and subject."""

    date: str
    title: str


def roman(number: int) -> str:
    """The Roman numeral of 1 to 39.

    >>> roman(14)
    'XIV'
    """
    signs = []
    for sign, value in _SIGNS:
        count, number = divmod(number, value)
        signs.append(sign * count)
    return "".join(signs)


def normal_term(term: str | None) -> str | None:
    """`term` as a Roman numeral in capitals; None for what is no term.

    >>> normal_term("xi"), normal_term("12"), normal_term("mới")
    ('XI', 'XII', None)
    """
    text = (term or "").strip().upper()
    if text.isdecimal() and text.isascii() and 0 < int(text) < 40:
        return roman(int(text))
    return text if text and _ROMAN.fullmatch(text) else None


def ordinal(words: str | None) -> int | None:
    """The number that an ordinal says, in words, figures or Roman numerals (folded); None if none.

    >>> ordinal("tư"), ordinal("mười hai"), ordinal("4"), ordinal("vii"), ordinal("mới")
    (4, 12, 4, 7, None)
    """
    text = " ".join((words or "").split())
    if text.isdecimal() and text.isascii():
        return int(text)
    if text in _ordinals():
        return _ordinals()[text]
    sign = text.upper()
    return next((number for number in range(1, 40) if roman(number) == sign), None)


def central_term(date: str | None) -> str | None:
    """The term of the Central Committee on `date`; None if the date does not settle it.

    >>> central_term("2013-06-03"), central_term("2016-01-28"), central_term("2016")
    ('XI', 'XI', None)
    """
    if not date:
        return None
    closings, terms = _closings()
    first, last = bounds(date)
    at = bisect_left(closings, first)
    return terms[at - 1] if at and at == bisect_left(closings, last) else None


def central_span(term: str) -> tuple[str, str] | None:
    """First and last day of a term of the Central Committee; the running one has no end ("9999").

    >>> central_span("XI")
    ('2011-01-20', '2016-01-28')
    """
    closings, terms = _closings()
    if term not in terms:
        return None
    at = terms.index(term)
    return next_day(closings[at]), closings[at + 1] if at + 1 < len(closings) else "9999"


def provincial_years(province: str, term: str) -> tuple[int, int] | None:
    """The years in which a province's committee of `term` began and ended; None if not recorded.

    >>> provincial_years("Sơn La", "XIII")
    (2010, 2015)
    """
    return _provincial().get((fold(province), term))


def plenum_of(date: str | None) -> tuple[str, str] | None:
    """The plenum (term, number) whose resolutions bear `date`: the last one that had opened by then.

    >>> plenum_of("2017-10-25"), plenum_of("2013-06-03")
    (('XII', '6'), ('XI', '7'))
    """
    if not date or len(date) < 10:
        return None
    openings, plenums = _plenums()
    at = bisect_right(openings, date)
    if not at or central_term(date) not in (plenums[at - 1][0], None):
        return None
    return plenums[at - 1]


def known_directives(number: str) -> tuple[Known, ...]:
    """The directives known to share `number` (in its normal form); empty for all other numbers.

    >>> [known.date for known in known_directives("65-KL/TW")]
    ['2010-03-04', '2019-10-30']
    """
    return _reused().get(number, ())


def bounds(date: str) -> tuple[str, str]:
    """The first and the last day that a date, month or year may mean.

    >>> bounds("2013"), bounds("2013-06-03")
    (('2013-01-01', '2013-12-31'), ('2013-06-03', '2013-06-03'))
    """
    if len(date) >= 10:
        return date, date
    if len(date) == 7:
        return f"{date}-01", f"{date}-31"
    return f"{date[:4]}-01-01", f"{date[:4]}-12-31"


def next_day(date: str) -> str:
    """The day after a day.

    >>> next_day("2025-06-30")
    '2025-07-01'
    """
    return (datetime.date.fromisoformat(date) + datetime.timedelta(days=1)).isoformat()


@cache
def _ordinals() -> dict[str, int]:
    words = document("issuer_words")["ordinals"]
    return {word: number for number, forms in enumerate(words, 1) for word in forms.split("; ")}


@cache
def _closings() -> tuple[list[str], list[str]]:
    rows = [row for row in table("congresses") if row["record"] == "party"]
    return [row["end"] for row in rows], [row["term"] for row in rows]


@cache
def _plenums() -> tuple[list[str], list[tuple[str, str]]]:
    rows = sorted(
        (row["start"], row["term"], row["number"]) for row in table("congresses") if row["record"] == "plenum"
    )
    return [opened for opened, _, _ in rows], [(term, number) for _, term, number in rows]


@cache
def _provincial() -> dict[tuple[str, str], tuple[int, int]]:
    return {
        (fold(row["province"]), row["term"]): (int(row["start"]), int(row["end"]))
        for row in table("provincial_terms")
    }


@cache
def _reused() -> dict[str, tuple[Known, ...]]:
    found: dict[str, tuple[Known, ...]] = {}
    for row in table("reused_numbers"):
        found[row["number"]] = (*found.get(row["number"], ()), Known(row["date"], row["title"]))
    return found
