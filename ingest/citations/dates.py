"""One date as a mention states it: "ngày 03/6/2013", "ngày 18 tháng 02 năm 2025", "03-6-2013"."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from ontology.load import cues

_DATE, _YEAR = (cues("dates")[name].pattern for name in ("date", "year"))


def date_at(folded: str, pos: int) -> tuple[str, int] | None:
    """The ISO date that begins at `pos` (or after spaces and "ngày") of the `folded` view, and its end.

    None if no calendar date stands there. A year of two digits is read as 19xx from 45 on.

    >>> date_at("ngày 03/6/2013 của", 0), date_at("18 tháng 02 năm 2025", 0)
    (('2013-06-03', 14), ('2025-02-18', 20))
    """
    match = _DATE.match(folded, pos)
    if match is None:
        return None
    day = _iso(*match.groups())
    return (day, match.end()) if day else None


@lru_cache(maxsize=2048)
def _iso(day: str, month: str, year: str) -> str | None:
    """The ISO date of figures as written, None if no calendar has it."""
    number = int(year)
    if len(year) == 2:
        number += 1900 if number >= 45 else 2000
    try:
        return date(number, int(month), int(day)).isoformat()
    except ValueError:
        return None


def year_at(folded: str, pos: int) -> tuple[str, int] | None:
    """The year ("2024" or "năm 2024") that begins at `pos`, and its end.

    >>> year_at("luật đất đai năm 2024", 12)
    ('2024', 21)
    """
    match = _YEAR.match(folded, pos)
    return (match[1], match.end()) if match else None
