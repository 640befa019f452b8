"""Whether words are those of a cue of `vocab/sections.toml`."""

from __future__ import annotations

from ingest.tasks.needs import may_fit
from ontology.load import cues


def fits(name: str, words: str) -> bool:
    """Whether `words` begin as the cue `name` says."""
    return cues("sections")[name].pattern.match(words) is not None


def needed_fits(name: str, words: str) -> bool:
    """As `fits`, for a cue that `needs` words and costs much to try."""
    return may_fit(cues("sections")[name], words) and fits(name, words)


def holds(name: str, words: str) -> bool:
    """Whether the cue `name` stands anywhere in `words`."""
    return cues("sections")[name].pattern.search(words) is not None


def in_force(words: str) -> bool:
    """Whether a clause says from when a paper is in force, or what it ends.

    >>> in_force("quyết định này có hiệu lực kể từ ngày ký.")
    True
    """
    return fits("effect", words) or needed_fits("in force from", words)
