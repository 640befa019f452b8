"""Mentions by names that are known: how one is made at a place, and those written in small letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ingest.citations.anchors import Anchor
from ingest.citations.cues import pattern
from ingest.citations.laws import is_known_law, law_at
from ingest.citations.mention import Mention, Tail
from ingest.text import Text
from ontology.fold import fold
from ontology.load import document, spelling, table
from ontology.types import LAW

_OF_LAW = f" {spelling('of')} {LAW} "


def named_at(text: Text, anchor: Anchor, end: int, rule: str) -> Mention:
    """The mention by name from an anchor to `end`, found by `rule`."""
    mention = Mention((anchor.start, end), "named", rule, _named_as().get(anchor.kind, anchor.kind))
    head = anchor.end - anchor.start
    mention.name = written_name(text.flow[anchor.start : end], head)
    if fold(mention.name[:head]) != anchor.kind and len(anchor.kind) == head:  # "Qui chế"
        mention.name = anchor.kind.capitalize() + mention.name[head:]
    mention.tail = Tail(end)
    return mention


@cache
def _named_as() -> dict[str, str]:
    """The types of which a name says only the first word."""
    return dict(document("citations")["named_as"])


def written_name(words: str, head: int) -> str:
    """A name in one line; what is printed in capitals only, in small letters after its first.

    `head` is the length of the type word it begins with.

    >>> written_name("QUY CHẾ\\n tiếp công dân", 7), written_name("QUY CHẾ TIẾP DÂN", 7)
    ('Quy chế tiếp công dân', 'Quy chế tiếp dân')
    """
    if words[:head].isupper() and not words.isupper():
        words = words[:head].capitalize() + words[head:]
    name = " ".join(words.split()).strip(" '")
    name = name if name.count('"') == 2 else name.strip('"')
    return name.capitalize() if name.isupper() else name


def laws_in_small_letters(text: Text, numbered: Mapping[int, Mention]) -> list[Mention]:
    """Known laws in small letters where only a law can stand ("một số điều của luật đê điều")."""
    found = []
    at = text.flow.find(_OF_LAW)
    while at >= 0:
        end = at + len(_OF_LAW) - 1
        mention = law_at(text, Anchor(end - len(LAW), end, LAW), numbered)
        if mention and is_known_law(mention.name or ""):
            found.append(mention)
        at = text.flow.find(_OF_LAW, end)
    return found


def known_in_small_letters(text: Text) -> list[Mention]:
    """Known names written in small letters ("thực hiện tốt quy chế dân chủ ở cơ sở")."""
    found = []
    for row in table("named_directives"):
        name = fold(row["name"]) if row["small"] else None
        at = text.flow.find(name) if name else -1
        while name and at >= 0:
            anchor = Anchor(at, at + len(row["type"]), row["type"])
            mention = named_at(text, anchor, at + len(name), "citations.named")
            mention.name, mention.scope = row["name"], row["level"]
            found.append(mention)
            at = text.flow.find(name, at + 1)
    return found


def known_end(folded: str, start: int) -> int | None:
    """Where the known name that begins at `start` ends, with the place it is of; None if none begins there."""
    match = _known().match(folded, start)
    if match is None:
        return None
    place = pattern("of_place").match(folded, match.end())
    return place.end() if place else match.end()


@cache
def _known() -> re.Pattern[str]:
    names = sorted((fold(row["name"]) for row in table("named_directives")), key=len, reverse=True)
    known = "|".join(re.escape(name).replace(r"\ ", "[ ]+") for name in names)
    return re.compile(rf"(?:{known})(?!\w)(?!{pattern('longer_word').pattern})")
