"""The title that follows a mention ("… về tăng cường công tác dân vận"), for telling directives apart."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.cues import cue, plain
from ingest.text import Text
from ontology.load import document

_LONGEST = 400


def title_after(text: Text, pos: int) -> str | None:
    """The title that begins at `pos` of the views, in one line without quotes; None if none does.

    >>> title_after(Text("a.txt", "Quyết định số 5/QĐ-UBND về giá đất; Quyết định"), 23)
    'về giá đất'
    """
    begins = cue("subject_begins").match(text.folded, pos)
    if begins is None:
        return None
    limit = min(len(text), begins.end() + _LONGEST)
    quoted = text.flow.find('"', begins.end(), limit) if '"' in begins[0] else -1
    if quoted < 0:
        ends = cue("subject_ends").search(text.folded, begins.end(), limit)
        quoted = ends.start() if ends else limit
    start = begins.start() + len(begins[0]) - len(begins[0].lstrip(" ,"))
    subject = " ".join(text.flow[start:quoted].replace('"', " ").split())
    return subject or None


def alike(one: str | None, other: str | None) -> float | None:
    """How much of the shorter title's words the other holds, 0 to 1; None if one is missing.

    >>> alike("về công tác thanh niên", "về tăng cường công tác thanh niên thời kỳ mới")
    1.0
    """
    first, second = _words(one or ""), _words(other or "")
    if not first or not second:
        return None
    return len(first & second) / min(len(first), len(second))


@lru_cache(maxsize=4096)
def _words(title: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]{2,}", plain(title))
    return frozenset(words) - frozenset(document("citations")["titles"]["small"].split("; "))
