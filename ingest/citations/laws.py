"""Laws, codes and ordinances: by name with date, year or number, or by name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice

from ingest.citations.anchors import Anchor
from ingest.citations.cues import cue, plain
from ingest.citations.mention import Mention
from ingest.citations.tails import tail_at
from ingest.text import Text
from ontology.fold import bare, fold
from ontology.load import table

_LONGEST = 420


def law_at(text: Text, anchor: Anchor, numbered: Mapping[int, Mention]) -> Mention | None:
    """The law whose type word is `anchor`, None if no law is named there.

    `numbered` are the mentions with a number by the start of their number: one that follows the name
    is this law's, and goes into the mention. An amending law is one mention, from its own type word
    to its date; the laws in its name are part of it. A law yet to be made is none.
    """
    start = anchor.start
    name_end = _name_end(text, anchor)
    if name_end is None:
        return None
    mention = Mention((start, name_end), "named", "citations.law", anchor.kind)
    mention.name = _proper(text.flow[start:name_end])
    revised = cue("revised").match(text.folded, name_end)
    name_end = revised.end() if revised else name_end
    gap = cue("law_number").match(text.folded, name_end)
    number = numbered.get(gap.end()) if gap else None
    if number is not None and number.number is not None and (number.number.term or not number.number.code):
        mention.kind, mention.number, mention.written = "numbered", number.number, number.written
        mention.tail = number.tail
    else:
        mention.tail = tail_at(text, name_end, year=True)
    mention.span = (start, max(name_end, mention.tail.end))
    dated = mention.number or mention.tail.date or mention.tail.year
    if not dated and (
        plain(mention.name) == anchor.kind or cue("drafting").search(text.folded[max(0, start - 24) : start])
    ):
        return None
    return mention


def _name_end(text: Text, anchor: Anchor) -> int | None:
    folded, end = text.folded, anchor.end
    if cue("amending_law").match(folded, end):
        return _amending_end(folded, end)
    known = _known_end(folded, anchor.start)
    if known is not None:
        return known
    whole = cue("constitution").match(folded, anchor.start)
    if whole:
        return whole.end()
    first = text.flow[end : end + 12].strip()
    if not first[:1].isupper():
        return end if cue("law_dated").match(folded, end) else None
    stop = cue("law_stops").search(folded, end, min(len(text), end + 160))
    return stop.start() if stop and stop.start() > end + 2 else None


def _amending_end(folded: str, end: int) -> int:
    """Where the name of an amending law ends: at its date, its number, or the end of the clause."""
    limit = min(len(folded), end + _LONGEST)
    stop = cue("amending_stops").search(folded, end, limit)
    return stop.start() if stop else limit


def _known_end(folded: str, start: int) -> int | None:
    limit = min(len(folded), start + 160)
    words = list(islice(_single_words(folded, start, limit), 3))
    opening = tuple(word[0] for word in words)
    names = _by_words().get(opening[:2]) or _by_words().get(opening)
    if names is None:
        return None
    words = list(islice(_single_words(folded, start, limit), len(names[0])))
    plain_words = [word[0] for word in words]
    for name in names:
        if tuple(plain_words[: len(name)]) == name:
            end = words[len(name) - 1].end()
            return end + 1 if folded[end : end + 1] == ")" and "(" in folded[start:end] else end
    return None


_WORD = re.compile(r"[^\W_]+|[,\-]")
_TWICE = re.compile(r"(?<!\w)(\w+) +(\1)(?!\w)", re.IGNORECASE)


def _single_words(folded: str, start: int, limit: int) -> Iterator[re.Match[str]]:
    """The words from `start` on, one that is typed twice ("Luật ban Ban hành") once, the second."""
    last: re.Match[str] | None = None
    for word in _WORD.finditer(folded, start, limit):
        if last and last[0] != word[0]:
            yield last
        last = word
    if last:
        yield last


@cache
def _by_words() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The known names as words, longest first, by their first words: two, three after "bộ", "pháp"."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for row in table("laws"):
        words = tuple(_WORD.findall(fold(row["name"])))
        found.setdefault(words[:3] if words[0] in ("bộ", "pháp") else words[:2], []).append(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def _proper(name: str) -> str:
    """The name in one line; a word typed twice or a slip of accents is mended if a known law has the rest."""
    name = " ".join(name.split()).rstrip(" ,")
    single = _TWICE.sub(r"\2", name)
    name = single if single != name and bare(single) in _bare_names() else name
    spelt = is_known_law(name) and not name[0].islower()
    return name if spelt else _bare_names().get(bare(name), name)


def is_known_law(name: str) -> bool:
    """Whether a law of this name is known."""
    return plain(name) in _folded_names()


@cache
def _bare_names() -> dict[str, str]:
    return {bare(row["name"]): row["name"] for row in table("laws")}


@cache
def _folded_names() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in table("laws"))
