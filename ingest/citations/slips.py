"""Suffixes that are slips: "25-NQ/TU" of the Central Committee, and TƯ, which is written for both.

The issuer beats the suffix; a TƯ without issuer means what the same number, or else TƯ, means elsewhere
in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.citations.mention import Mention
from ontology.numbers import Number, parse

_LEVELS = {"central": "TW", "province": "TU"}
_SUFFIXES = (("TU",), ("TW",))


def of_committees(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions whose number has the suffix TW or TU, however printed."""
    return [mention for mention in mentions if _of_committee(mention.whole or mention.number)]


def mend(suspects: Sequence[Mention], mentions: Sequence[Mention]) -> None:
    """Give each of the `suspects` (`of_committees`) among `mentions` the whole number that it means.

    What is printed stays in `number`.
    """
    open_ones = []
    for mention in suspects:
        meant, number = _LEVELS.get(mention.tail.level or ""), mention.full
        if meant and number:
            mention.whole = _with_suffix(number, meant)
        elif doubtful(mention):
            open_ones.append(mention)
    if not open_ones:
        return
    left = {id(mention) for mention in open_ones}
    keys = {mention.full.key for mention in mentions if mention.full and id(mention) not in left}
    settled = {m.full.suffixes[0] for m in suspects if m.full and id(m) not in left and doubtful(m)}
    for mention in open_ones:
        number = mention.full
        central = _with_suffix(number, "TW") if number else None
        if central and (central.key in keys or settled == {"TW"}):
            mention.whole = central


def _of_committee(number: Number | None) -> bool:
    return number is not None and number.suffixes[:1] in _SUFFIXES


def doubtful(mention: Mention) -> bool:
    """Whether the suffix is printed TƯ.

    >>> from ontology.numbers import parse
    >>> doubtful(Mention((0, 8), "numbered", "demo", number=parse("12-QĐ/TƯ")))
    True
    """
    number = mention.full
    return number is not None and _of_committee(number) and "ư" in number.written.lower()


def _with_suffix(number: Number, suffix: str) -> Number | None:
    if number.suffixes[0] == suffix or number.system != "party":
        return number
    head, _, tail = number.normal.partition("/")
    changed = parse(f"{head}/{suffix}{tail[len(number.suffixes[0]) :]}")
    return replace(changed, written=number.written) if changed else number
