"""Mentions as links read them: their places in the views, and what one can do to another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from graph.extraction import Citation
from ingest.text import Text
from ontology.load import spellings
from ontology.types import LAW

_RANKS = {"central": 0, "province": 1, "district": 2, "commune": 3, "grassroots": 4}
_LAWS = spellings("laws")
_DATE = re.compile(r" (\d{4}(?:-\d\d-\d\d)?)$")


class Cited(NamedTuple):
    """A citation and its span in the views; `itself`: it is the document's mention of itself."""

    start: int
    end: int
    citation: Citation
    itself: bool


def cited_in(text: Text, citations: Sequence[Citation]) -> list[Cited]:
    """The citations with their spans in the views, in text order, an outer one before an inner."""
    found = [
        Cited(*text.view_span((c.evidence.start, c.evidence.end)), c, c.canonical == "this")
        for c in citations
    ]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    return found


def plausible(source: Citation, target: Citation) -> bool:
    """Whether `source` can carry out or change `target`: not older, not of a higher level."""
    dates = _DATE.search(source.canonical), _DATE.search(target.canonical)
    return not_below(source, target) and not_before(*dates)


def not_below(source: Citation, target: Citation) -> bool:
    """Whether `target` is another directive than `source`, and not one of a lower level."""
    if source.canonical == target.canonical:
        return False
    above, below = _RANKS.get(target.scope or ""), _RANKS.get(source.scope or "")
    return above is None or below is None or below >= above


def not_before(later: re.Match[str] | None, earlier: re.Match[str] | None) -> bool:
    """Whether two dates, as far as both are known, are in order."""
    length = min(len(later[1]), len(earlier[1])) if later and earlier else 0
    return not (later and earlier) or later[1][:length] >= earlier[1][:length]


def kind_told(citation: Citation) -> str:
    """The type by which mentions are told apart: all laws and codes are one."""
    kind = citation.type or citation.canonical.split(" ")[0].lower()
    return LAW if kind in _LAWS else kind
