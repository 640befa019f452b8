"""The cues of `vocab/targets.toml`, by what they are used for."""

from __future__ import annotations

from functools import cache

from ontology.load import Cue, cues


def use(name: str) -> tuple[Cue, ...]:
    """The cues with this use, in file order."""
    return _by_use()[name]


@cache
def _by_use() -> dict[str, tuple[Cue, ...]]:
    grouped: dict[str, tuple[Cue, ...]] = {}
    for cue in cues("targets").values():
        grouped[cue.facts["use"]] = (*grouped.get(cue.facts["use"], ()), cue)
    return grouped
