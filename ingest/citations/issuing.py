"""Whether two names of issuers mean one: a committee speaks through its bureaus."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ingest.citations.cues import plain
from ingest.citations.issuer_names import Issuer
from ingest.citations.mention import Mention
from ontology.issuers import issuer_of
from ontology.load import document, spelling

_CENTRE = spelling("centre")


@lru_cache(maxsize=2048)
def committee(name: str) -> str:
    """The committee or authority that a body's folded name belongs to, whatever organ acts for it.

    >>> committee("ban thường vụ tỉnh ủy sơn la"), committee("sở y tế")
    ('tỉnh ủy', 'sở y tế')
    """
    return _first("committees", name) or name


@lru_cache(maxsize=2048)
def organ(name: str | None) -> str | None:
    """Which organ of the centre an issuer's name is: politburo, secretariat, committee.

    >>> organ("Ban Bí thư"), organ("Chính phủ")
    ('secretariat', None)
    """
    return _first("organs", plain(name)) if name else None


def same_issuer(issuer: Issuer, mention: Mention) -> bool:
    """Whether the issuer that a short form names is the mention's, stated or by its number."""
    named, stated = plain(issuer.name), plain(mention.tail.issuer or "")
    if stated and (
        stated.startswith(named) or named.startswith(stated) or committee(named) == committee(stated)
    ):
        return True
    by_number = issuer_of(mention.full) if mention.full else None
    if by_number is None:
        return False
    if by_number.code == "TW":
        return committee(named) == _CENTRE or (not stated and issuer.level == "central")
    return not stated and any(plain(body) in named for body in by_number.bodies)


def _first(table: str, name: str) -> str | None:
    return next((entry for entry, pattern in _patterns(table) if pattern.search(name)), None)


@cache
def _patterns(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    entries = document("issuer_words")[table]
    return tuple((entry["name"], re.compile(entry["pattern"])) for entry in entries)
