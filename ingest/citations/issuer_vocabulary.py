"""The words of the names of bodies, as the rules that read such names look at them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from ontology.fold import unaccented
from ontology.load import cues, document, spelling, table
from ontology.places import province_words
from ontology.types import types

TOKEN = re.compile(r"[^\W_](?:[\w'’&]*[^\W_])?")
AND = spelling("and")
# A word and what may stand before it in a name: a comma, a hyphen (the sign), the full stop of "TP." or "A.B.".
STEP = re.compile(rf"(?:(?<=tp)\s*\.|(?<=\W[a-zđ])\.(?=[a-zđ]{{1,4}}(?!\w))|\s*([,-]))?\s*({TOKEN.pattern})")


class Phrases:
    """Phrases that words may begin: their first words, and a pattern of them all, longest first."""

    def __init__(self, phrases: Iterable[str]) -> None:
        longest = sorted(phrases, key=len, reverse=True)
        escaped = (re.escape(phrase).replace(r"\ ", "[ ]+") for phrase in longest)
        self.firsts = frozenset(token[0] for token in map(TOKEN.match, longest) if token)
        self.pattern = re.compile("(?:" + "|".join(escaped) + r")(?!\w)")

    def begin(self, step: re.Match[str]) -> bool:
        """Whether one of them begins with the word of `step`."""
        return step[2] in self.firsts and self.pattern.match(step.string, step.start(2)) is not None


class IssuerWords:
    """The words of issuers, compiled once."""

    def __init__(self) -> None:
        content = document("issuer_words")["words"]
        self.stops = Phrases(_listed(content["stops"]))
        self.acts = Phrases(_listed(content["acts"]))
        self.heads = Phrases(_listed(content["heads"]))
        self.small = Phrases(_listed(content["small"])).pattern
        self.place_words = frozenset(_listed(content["places"]))
        self.place_ends = frozenset(place.split()[-1] for place in self.place_words)
        self.types = frozenset(form.split()[0] for form in types())
        self.session, self.committee, self.mentions = (
            cues("issuer_words")[name].pattern for name in ("session", "committee", "next_mention")
        )
        self.plenary = content["plenary"]
        self.common_names = {name.lower(): name for name in _listed(content["common"])}
        self.common = re.compile(
            f'({Phrases(self.common_names).pattern.pattern})(?=[,;.:()|"]|[ ]+{self.stops.pattern.pattern}|[ ]*$)'
        )
        printed = _listed(content["printed"])
        self.printed = re.compile(
            f'({Phrases(printed).pattern.pattern})(?=[;.:()|"]|[ ]+{self.stops.pattern.pattern}|[ ]*$)'
        )
        self.places = Phrases(self.place_words)
        self.loose = frozenset(_listed(content["loose"]))
        self.joining = frozenset(_listed(content["joining"]))
        self.numbered = frozenset(_listed(content["numbered"]))
        self.provinces = re.compile(province_words() + r"(?!\w)")
        names = [name for row in table("issuers") for name in row["body"].split("; ")]
        self.pairs = frozenset(_pairs([*names, *_listed(content["pairs"])]))
        self.act_starts = frozenset(" ".join(act.split()[:2]) for act in _listed(content["acts"]))
        self.unsure = self.acts.firsts | {AND}
        self.joined = frozenset(_joined_words([*names, *_listed(content["pairs"])]))
        self.company_stops = Phrases(_listed(content["stops"]) + _listed(content["company_stops"]))
        self.companies = Phrases(_listed(content["companies"])).pattern
        self.known = frozenset(word for pair in self.pairs for word in pair.split())
        self.unaccented = _unaccented_pairs(self.pairs)
        self.abbreviations = frozenset(row["short"].lower() for row in table("abbreviations"))
        self.cased = _casing(names)


def _listed(text: str) -> list[str]:
    return [phrase for phrase in re.split(r"\s*[;\n]\s*", text) if phrase]


def _pairs(names: Iterable[str]) -> Iterator[str]:
    """Every two neighbouring words of the names, with the sign between them."""
    for name in names:
        found = list(TOKEN.finditer(name.lower()))
        for first, second in pairwise(found):
            sign = name[first.end() : second.start()].strip()
            yield " ".join(filter(None, (first[0], sign, second[0])))


def _joined_words(names: Iterable[str]) -> Iterator[str]:
    """What "và" joins in the names, with the words on both its sides."""
    for name in names:
        found = TOKEN.findall(name.lower())
        for i in range(1, len(found) - 1):
            if found[i] == AND:
                yield " ".join(found[i - 1 : i + 2])


def _unaccented_pairs(pairs: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Pairs by their letters; those that only accents tell apart are left out."""
    found: dict[str, tuple[str, str] | None] = {}
    for pair in pairs:
        words = pair.split()
        key = unaccented(pair)
        found[key] = None if key in found else (words[0], words[-1])
    return {key: words for key, words in found.items() if words}


def _casing(names: Iterable[str]) -> dict[str, str]:
    """How a word is written after its neighbour, or first in a name."""
    found: dict[str, str] = {}
    for name in names:
        tokens = TOKEN.findall(name)
        for i, token in enumerate(tokens):
            found.setdefault(f"{tokens[i - 1].lower()} {token.lower()}" if i else token.lower(), token)
    return found


@cache
def issuer_words() -> IssuerWords:
    """The vocabulary of issuers (`vocab/issuer_words.toml`, `vocab/issuers.csv`)."""
    return IssuerWords()
