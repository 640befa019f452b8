"""Laws, codes and ordinances: by name with date, year or number, or by name alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, zip_longest
from operator import eq

from ingest.citations.anchors import Anchor
from ingest.citations.cues import pattern, plain
from ingest.citations.mention import Mention
from ingest.citations.tails import tail_at
from ingest.text import Text
from ontology.fold import bare, fold
from ontology.load import spellings, table

_LONGEST = 420
_LONGEST_KNOWN = 160
_OPENING = 48  # holds any two words


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
    revised = pattern("revised").match(text.folded, name_end)
    name_end = revised.end() if revised else name_end
    gap = pattern("law_number").match(text.folded, name_end)
    number = numbered.get(gap.end()) if gap else None
    if number is not None and number.number is not None and (number.number.term or not number.number.code):
        mention.kind, mention.number, mention.written = "numbered", number.number, number.written
        mention.tail = number.tail
        if gap and "(" in gap[0] and text.flow.startswith(")", number.tail.end):
            after = tail_at(text, number.tail.end + 1, year=True)
            mention.tail = (
                after if number.tail.date is None else replace(number.tail, end=number.tail.end + 1)
            )
    else:
        mention.tail = tail_at(text, name_end, year=True)
    mention.span = (start, max(name_end, mention.tail.end))
    dated = mention.number or mention.tail.date or mention.tail.year
    if not dated and (
        plain(mention.name) == anchor.kind
        or pattern("drafting").search(text.folded[max(0, start - 24) : start])
    ):
        return None
    return mention


def _name_end(text: Text, anchor: Anchor) -> int | None:
    folded, end = text.folded, anchor.end
    if pattern("amending_law").match(folded, end):
        return _amending_end(folded, end)
    known = _known_end(folded, anchor.start)
    if known is not None:
        return known
    whole = pattern("constitution").match(folded, anchor.start)
    if whole:
        return whole.end()
    first = text.flow[end : end + 12].strip()
    if not first[:1].isupper():
        return end if pattern("law_dated").match(folded, end) else None
    stop = pattern("law_stops").search(folded, end, min(len(text), end + 160))
    return stop.start() if stop and stop.start() > end + 2 else None


def _amending_end(folded: str, end: int) -> int:
    """Where the name of an amending law ends: at its date, its number, or the end of the clause."""
    limit = min(len(folded), end + _LONGEST)
    stop = pattern("amending_stops").search(folded, end, limit)
    return stop.start() if stop else limit


def _known_end(folded: str, start: int) -> int | None:
    """Where the known law's name that begins at `start` ends, as it is written or else word by word."""
    opening = folded[start : start + _OPENING].split(" ", 2)
    for name in _as_written().get(" ".join(opening[:2]), ()):
        end = start + len(name)
        if folded.startswith(name, start) and not folded[end : end + 1].isalnum():
            return _end_by_words(folded, start) if _typed_twice(folded, end) else end
    return _end_by_words(folded, start)


def _typed_twice(folded: str, end: int) -> bool:
    """Whether the word that ends at `end` is typed again."""
    return folded.startswith(folded[folded.rfind(" ", 0, end) + 1 : end], end + 1)


def _end_by_words(folded: str, start: int) -> int | None:
    """Where the known law's name ends whose words begin at `start`; a word that is typed twice ("Luật ban Ban
    hành") counts once."""
    limit = min(len(folded), start + _LONGEST_KNOWN)
    words = _WORD.findall(folded, start, limit)
    places: Sequence[int] = range(len(words))
    if any(map(eq, words, words[1:])):
        places = [at for at, (word, after) in enumerate(zip_longest(words, words[1:])) if word != after]
        words = [words[at] for at in places]
    names = _by_words().get(tuple(words[:2])) or _by_words().get(tuple(words[:3])) or ()
    for name in names:
        if tuple(words[: len(name)]) == name:
            end = next(islice(_WORD.finditer(folded, start, limit), places[len(name) - 1], None)).end()
            return end + 1 if folded[end : end + 1] == ")" and "(" in folded[start:end] else end
    return None


_WORD = re.compile(r"[^\W_]+|[,\-]")
_TWICE = re.compile(r"(?<!\w)(\w+) +(\1)(?!\w)", re.IGNORECASE)


@cache
def _by_words() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The known names as words, longest first, by their first words: two, three after "bộ", "pháp"."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for row in table("laws"):
        words = tuple(_WORD.findall(fold(row["name"])))
        found.setdefault(words[:3] if words[0] in spellings("long_laws") else words[:2], []).append(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


@cache
def _as_written() -> dict[str, tuple[str, ...]]:
    """The known names, folded, by their first two words, without those that longer names begin with."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("laws"):
        name = fold(row["name"])
        words = tuple(_WORD.findall(name))
        alike = _by_words().get(words[:2]) or _by_words()[words[:3]]
        longer = any(other != words and other[: len(words)] == words for other in alike)
        if not longer and not any(map(eq, words, words[1:])) and len(name) <= _LONGEST_KNOWN:
            opening = " ".join(name.split(" ", 2)[:2])
            found[opening] = (*found.get(opening, ()), name)
    return found


def _proper(name: str) -> str:
    """The name in one line; a word typed twice or a slip of accents is mended if a known law has the rest."""
    name = " ".join(name.split()).rstrip(" ,")
    if is_known_law(name) and not name[0].islower():
        return name
    single = _TWICE.sub(r"\2", name)
    if single != name and bare(single) in _bare_names():
        name = single
        if is_known_law(name) and not name[0].islower():
            return name
    return _bare_names().get(bare(name), name)


def is_known_law(name: str) -> bool:
    """Whether a law of this name is known."""
    return plain(name) in _folded_names()


@cache
def _bare_names() -> dict[str, str]:
    return {bare(row["name"]): row["name"] for row in table("laws")}


@cache
def _folded_names() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in table("laws"))
