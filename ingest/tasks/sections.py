"""What words say of an item: whether they are those of a cue of `vocab/sections.toml`, or begin an act."""

from __future__ import annotations

from ingest.tasks.needs import may_fit
from ingest.text import Span, Text
from ingest.words import Words, reach
from ontology.load import cues

_BEGINNING = 200
_ACT_OR_ACTOR = frozenset({"verb", "organ", "head", "committee", "office", "heading", "person", "group"})


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


def begins_an_act(text: Text, span: Span) -> bool:
    """Whether `span` begins with what is done or who does it, and does not say what something is.

    >>> [begins_an_act(Text("a", words), (0, len(words))) for words in ("Gửi sổ nợ", "Mức phí là 5 đồng")]
    [True, False]
    """
    if fits("says what is", text.folded[span[0] : min(span[1], span[0] + _BEGINNING)]):
        return False
    words = Words(text, span)
    first = words.first(span[0])
    several = words.parts(first).get("determiner", 0)
    parts = words.parts(several or first)
    return reach(parts, _ACT_OR_ACTOR) >= max(parts.get("barrier", 0), 1)
