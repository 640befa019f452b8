"""Dates and periods as people write them, Vietnamese or English; `vocab/date_words.toml` says how."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.load import document

_PERIOD = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])(?:-(\d\d))?))?")


@lru_cache(maxsize=1 << 14)
def date_text(value: str | None, lang: str) -> str:
    """A date or period as people write it; anything else unchanged, "" for None. `lang` is "vi" or "en".

    >>> date_text("2013-06-03", "vi"), date_text("2019-01-07", "vi"), date_text("2019-Q2", "vi")
    ('03/6/2013', '07/01/2019', 'quý II/2019')
    >>> date_text("2014-02", "vi"), date_text("2013-06", "vi"), date_text("2013", "vi")
    ('02/2014', '6/2013', '2013')
    >>> date_text("2013-06-03", "en"), date_text("2013-06", "en"), date_text("2019-Q2", "en")
    ('3 Jun 2013', 'Jun 2013', 'Q2 2019')
    >>> date_text("sớm", "vi"), date_text(None, "en")
    ('sớm', '')
    """
    match = _PERIOD.fullmatch(value or "")
    if not match:
        return value or ""
    forms = document("date_words")[lang]
    year, quarter, month, day = match.groups()
    form = "day" if day else "month" if month else "quarter" if quarter else "year"
    written: str = forms[form].format(
        year=year,
        quarter=quarter and forms["quarters"][int(quarter) - 1],
        month=month and forms["months"][int(month) - 1],
        day=day and int(day),
    )
    return written
