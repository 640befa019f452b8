"""Which body a number's suffix names: "TW" the Party's centre, "TU" a province's committee, and so on.

Source: the codes seen in public documents and Guidance 36-HD/VPTW, `vocab/issuers.csv` and
`issuers.toml`. A suffix names
no place, and "TW" stands for three bodies: which one, only the words of the mention say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ontology.load import document, table
from ontology.numbers import Number


@dataclass(frozen=True, slots=True)
class Issuer:
    """A suffix's body. `bodies` are the names it may mean; `level` is None where the suffix leaves
    it open ("ĐU", "UBND", "HĐND"); `branch` is Party, Government, Legislature, Judiciary, Armed
    forces or Front and mass organisations."""

    code: str
    bodies: tuple[str, ...]
    level: str | None
    branch: str | None


@lru_cache(maxsize=1 << 12)
def issuer(suffix: str) -> Issuer | None:
    """The body that a suffix's code names, None for a code that nothing is known of.

    >>> issuer("TU").level, issuer("UBND").level, issuer("QH15").bodies
    ('province', None, ('Quốc hội',))
    """
    known = _issuers().get(suffix.casefold()) or _issuers().get(_TERM.sub("", suffix).casefold())
    if known is not None:
        return known
    for pattern, level, branch in _families():
        if pattern.fullmatch(suffix):
            return Issuer(suffix, (), level, branch)
    return None


def issuer_of(number: Number) -> Issuer | None:
    """The body (of a joint paper the lead) that `number` names.

    >>> from ontology.numbers import parse
    >>> issuer_of(parse("61/2018/NĐ-CP")).bodies
    ('Chính phủ',)
    """
    return issuer(number.suffixes[0]) if number.suffixes else None


_TERM = re.compile(r"[0-9]{1,2}$")


@cache
def _families() -> tuple[tuple[re.Pattern[str], str | None, str], ...]:
    """Pattern, level and branch of each family of codes."""
    listed = document("issuers")["family"]
    return tuple((re.compile(one["pattern"]), one.get("level"), one["branch"]) for one in listed)


@cache
def _issuers() -> dict[str, Issuer]:
    return {
        row["code"].casefold(): Issuer(
            row["code"], tuple(row["body"].split("; ")), row["level"] or None, row["branch"] or None
        )
        for row in table("issuers")
    }
