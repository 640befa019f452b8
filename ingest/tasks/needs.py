"""Plain words without which a pattern cannot be found: to look for them costs a tenth of trying it."""

from __future__ import annotations

from collections.abc import Iterable

from ontology.load import Cue


def holds_one(words: str, needed: Iterable[str]) -> bool:
    """Whether one of the `needed` words stands in `words`.

    >>> holds_one("báo cáo mỗi quý 01 lần", ["lần", "đợt"])
    True
    """
    return any(map(words.__contains__, needed))


def may_fit(cue: Cue, words: str) -> bool:
    """Whether one of the words stands in `words` that the cue `needs`."""
    return holds_one(words, cue.facts["needs"])
