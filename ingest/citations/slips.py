"""Suffixes that are slips: "25-NQ/TU" of the Central Committee, and TƯ, which is written for both.

The issuer beats the suffix; a TƯ without issuer means what the same number, or else TƯ, means elsewhere
in the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.citations.mention import Mention
from ontology.numbers import Number, parse

_LEVELS = {"central": "TW", "province": "TU"}


def mend(mentions: Sequence[Mention]) -> None:
    """Give each mention the whole number that it means; what is printed stays in `number`."""
    for mention in mentions:
        meant = _LEVELS.get(mention.tail.level or "")
        number = mention.full if meant else None
        if number is not None and meant and number.suffixes[:1] in (("TU",), ("TW",)):
            mention.whole = _with_suffix(number, meant)
    open_ones = [mention for mention in mentions if doubtful(mention) and mention.tail.level not in _LEVELS]
    if not open_ones:
        return
    left = {id(mention) for mention in open_ones}
    keys = {mention.full.key for mention in mentions if mention.full and id(mention) not in left}
    settled = {m.full.suffixes[0] for m in mentions if m.full and doubtful(m) and m.tail.level in _LEVELS}
    for mention in open_ones:
        number = mention.full
        central = _with_suffix(number, "TW") if number else None
        if central and (central.key in keys or settled == {"TW"}):
            mention.whole = central


def doubtful(mention: Mention) -> bool:
    """Whether the suffix is printed TƯ.

    >>> from ontology.numbers import parse
    >>> doubtful(Mention((0, 8), "numbered", "demo", number=parse("12-QĐ/TƯ")))
    True
    """
    number = mention.full
    return number is not None and number.suffixes[:1] in (("TU",), ("TW",)) and "ư" in number.written.lower()


def _with_suffix(number: Number, suffix: str) -> Number | None:
    if number.suffixes[0] == suffix or number.system != "party":
        return number
    head, _, tail = number.normal.partition("/")
    changed = parse(f"{head}/{suffix}{tail[len(number.suffixes[0]) :]}")
    return replace(changed, written=number.written) if changed else number
