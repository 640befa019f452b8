"""The cues of `vocab/targets.toml`, by what they are used for."""

from __future__ import annotations

import re
from functools import cache

from ingest.tasks.needs import may_fit
from ontology.load import Cue, cues


def use(name: str) -> tuple[Cue, ...]:
    """The cues with this use, in file order."""
    return _by_use()[name]


def ends_so(name: str, left: str) -> re.Match[str] | None:
    """Where the words before a number end in the cue of this use; sought only if a word stands there that it needs."""
    (cue,) = _by_use()[name]
    return cue.pattern.search(left) if may_fit(cue, left) else None


@cache
def _by_use() -> dict[str, tuple[Cue, ...]]:
    grouped: dict[str, tuple[Cue, ...]] = {}
    for cue in cues("targets").values():
        grouped[cue.facts["use"]] = (*grouped.get(cue.facts["use"], ()), cue)
    return grouped
