"""The name of a body where a directive's issuer stands, word by word.

A word belongs to the name if it is capitalised, or if it stands beside its neighbour in the name of a
known body, or if it says what kind of place follows; in a title printed in capitals only known
neighbours and places count. Vocabulary: `vocab/issuer_words.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from ingest.citations.cues import type_group
from ingest.text import Text
from ontology.fold import unaccented
from ontology.load import cues, document, table
from ontology.places import province_words
from ontology.types import type_at

_TOKEN = re.compile(r"[^\W_](?:[\w'’&]*[^\W_])?")
_LONGEST = 220
_COMPANY_WORDS = 6


class Issuer(NamedTuple):
    """A body's name in proper case, where it ends, its place and level (None: the name says none)."""

    name: str
    end: int
    place: str | None = None
    level: str | None = None


class _Word(NamedTuple):
    """A word of a name, folded, and the sign before it; `mended`: its printed accents are wrong."""

    start: int
    end: int
    word: str
    sign: str
    mended: bool = False


def issuer_at(text: Text, pos: int) -> Issuer | None:
    """The body whose name begins at `pos` of the views; None if no body's name stands there.

    A plenum stands for the committee that meets in it.

    >>> text = Text("a.txt", "Ủy ban nhân dân huyện Mai Sơn ban hành")
    >>> issuer_at(text, 0)
    Issuer(name='Ủy ban nhân dân huyện Mai Sơn', end=29, place='Mai Sơn', level='district')
    """
    common = _vocabulary().common.match(text.folded, pos)
    if common and text.flow[pos].isupper():
        name, level = _vocabulary().common_names[" ".join(common[1].split())]
        return Issuer(name, common.end(1), None, level)
    session = cues("issuer_words")["session"].pattern.match(text.folded, pos)
    if session:
        inner = issuer_at(text, session.end()) if _COMMITTEE.match(text.folded, session.end()) else None
        end = pos + len(session[0].rstrip(" ,"))
        return inner or Issuer(_vocabulary().plenary, end, None, "central")
    if not (_vocabulary().heads.match(text.folded, pos) or _misspelt_head(text, pos)):
        return None
    words = _words(text, pos)
    if not words:
        return None
    name = _joined(text, words)
    return Issuer(name, words[-1].end, _place(text, words), level_of(name.lower()))


def level_of(name: str) -> str | None:
    """The level of a body by its folded name: central, province, district, commune, grassroots.

    >>> level_of("ban thường vụ huyện ủy mai sơn"), level_of("bộ y tế"), level_of("đảng ủy")
    ('district', 'central', None)
    """
    return next((level for level, pattern in _levels() if pattern.search(name)), None)


_COMMITTEE = re.compile("(?:ban chấp hành|bch) ")


def _words(text: Text, pos: int) -> list[_Word]:
    """The words of the name at `pos`; empty if it begins in small letters that are no name."""
    vocabulary = _vocabulary()
    kept: list[_Word] = []
    capitals = _in_capitals(text.flow, pos)
    for word in _tokens(text, pos):
        if not kept:
            if not (text.flow[pos].isupper() or vocabulary.small.match(text.folded, pos)):
                return []
        elif word.word == kept[-1].word in vocabulary.place_words:  # "tỉnh tỉnh", typed twice
            break
        elif not _neighbours(text, kept[-1], word):
            mended = _mended(kept[-1], word)
            if mended:
                kept[-1], word = mended
            elif not _goes_on(text, kept, word, capitals):
                break
        kept.append(word)
    while len(kept) > 1 and kept[-1].word in vocabulary.loose:
        kept.pop()
    return kept


def _tokens(text: Text, pos: int) -> Iterator[_Word]:
    last = pos
    for match in _TOKEN.finditer(text.flow, pos, min(len(text), pos + _LONGEST)):
        sign = text.flow[last : match.start()].strip()
        if sign == "." and text.folded[max(0, last - 2) : last] == "tp":
            sign = ""
        if len(sign) > 1 or sign not in ("", ",", "-"):
            return
        yield _Word(match.start(), match.end(), text.folded[match.start() : match.end()], sign)
        last = match.end()


def _neighbours(text: Text, before: _Word, word: _Word) -> bool:
    """Whether two words stand side by side in a known name; "và", which joins much else, with its next."""
    vocabulary = _vocabulary()
    if vocabulary.acts.match(text.folded, word.start):
        return False
    if word.word == "và":
        after = _TOKEN.search(text.folded, word.end, word.end + 24)
        if after is None or f"{before.word} và {after[0]}" not in vocabulary.joined:
            return False
    return _pair(before.word, word.sign, word.word) in vocabulary.pairs


def _misspelt_head(text: Text, pos: int) -> bool:
    """Whether a body's first two words stand at `pos` with wrong accents ("Uy ban")."""
    if not text.flow[pos : pos + 1].isupper():
        return False
    first = list(islice(_tokens(text, pos), 2))
    mended = _mended(*first) if len(first) == 2 else None
    return mended is not None and _vocabulary().heads.match(f"{mended[0].word} {mended[1].word}") is not None


def _mended(before: _Word, word: _Word) -> tuple[_Word, _Word] | None:
    """The two words as a known name has them, if a scan has only got accents wrong ("Bộ Chinh")."""
    vocabulary = _vocabulary()
    if before.word in vocabulary.known and word.word in vocabulary.known:
        return None
    pair = vocabulary.unaccented.get(unaccented(_pair(before.word, word.sign, word.word)))
    if pair is None:
        return None
    first, second = pair
    if (before.word in vocabulary.known and before.word != first) or (
        word.word in vocabulary.known and word.word != second
    ):
        return None
    return (
        before if before.word == first else before._replace(word=first, mended=True),
        word if word.word == second else word._replace(word=second, mended=True),
    )


def _pair(before: str, sign: str, word: str) -> str:
    return f"{before} {sign} {word}" if sign else f"{before} {word}"


def _goes_on(text: Text, kept: list[_Word], word: _Word, capitals: bool) -> bool:
    """Whether a word that is no known neighbour of the last one still belongs to the name."""
    vocabulary = _vocabulary()
    breaks = text.lines.count("\n", kept[-1].end, word.start)
    if word.sign == "," or breaks > 1 or (word.sign == "-" and breaks):
        return False
    company = vocabulary.companies.search(" ".join(named.word for named in kept[:5]))
    upper = text.flow[word.start].isupper() and not capitals
    if vocabulary.stops.match(text.folded, word.start) and not (company and upper):
        return False
    if _mentions_next(text, word.start):
        return False
    if vocabulary.places.match(text.folded, word.start):
        return True
    if capitals:
        return not (breaks and vocabulary.heads.match(text.folded, word.start)) and _in_place(
            text, kept, word
        )
    if upper:
        return True
    if company:
        return _in_company(text, word)
    if word.word == "và":
        return _joins(text, kept, word)
    return word.word.isdecimal() and kept[-1].word in vocabulary.numbered


def _mentions_next(text: Text, pos: int) -> bool:
    """Whether the next directive's type word (or its code) stands at `pos`, and not a ministry's "Kế hoạch"."""
    found = type_at(text.folded, pos)
    if found is None:
        word = _TOKEN.match(text.flow, pos)
        return word is not None and word[0] in type_group("abbreviated")
    return _MENTION.match(text.folded, found[1]) is not None


_MENTION = re.compile(r"[ ]+(?:số|này|của|về|[0-9])|[ ]*[.,;)]")


def _joins(text: Text, kept: list[_Word], word: _Word) -> bool:
    """Whether "và" stands inside the name of a ministry and not between two bodies or directives."""
    vocabulary = _vocabulary()
    after = word.end + 1
    return (
        text.flow[after : after + 1].isupper()
        and kept[0].word in vocabulary.joining
        and not vocabulary.heads.match(text.folded, after)
        and not vocabulary.stops.match(text.folded, after)
        and type_at(text.folded, after) is None
        and not _mentions_next(text, after)
    )


def _in_company(text: Text, word: _Word) -> bool:
    """Whether a word in small letters belongs to a company's name: one with a capital follows soon."""
    vocabulary = _vocabulary()
    for following in islice(_tokens(text, word.start), _COMPANY_WORDS):
        if following.sign == ",":
            return False
        if text.flow[following.start].isupper():
            return vocabulary.heads.match(text.folded, following.start) is None
        if vocabulary.company_stops.match(text.folded, following.start):
            return False
    return False


def _in_place(text: Text, kept: list[_Word], word: _Word) -> bool:
    """Whether a word in capitals is part of a place's name: a province's, else two words at most."""
    at = next((i for i in range(len(kept) - 1, -1, -1) if _ends_place_word(kept, i)), None)
    if at is None:
        return False
    first = kept[at + 1].start if at + 1 < len(kept) else word.start
    province = _vocabulary().provinces.match(text.folded, first)
    return province.end() >= word.end if province else len(kept) - at <= 2


def _ends_place_word(words: list[_Word], i: int) -> bool:
    known = _vocabulary().place_words
    return words[i].word in known or (i > 0 and f"{words[i - 1].word} {words[i].word}" in known)


def _in_capitals(flow: str, pos: int) -> bool:
    """Whether the name at `pos` stands in a line printed in capitals."""
    before, words = flow[max(0, pos - 4) : pos].strip(), flow[pos : pos + 24]
    return before == "CỦA" or (not before[-1:].islower() and " " in words[:8] and words.isupper())


def _joined(text: Text, words: list[_Word]) -> str:
    """The name in one line, with capitals where they belong if it was printed in nothing else."""
    name = text.flow[words[0].start : words[-1].end]
    shouted = len(words) > 1 and name.isupper()
    if shouted or any(word.mended for word in words):
        cased = _cased([word.word for word in words])
        name = "".join(
            text.flow[words[i - 1].end if i else word.start : word.start]
            + (written if shouted or word.mended else text.flow[word.start : word.end])
            for i, (word, written) in enumerate(zip(words, cased, strict=True))
        )
    return " ".join((name[0].upper() + name[1:]).split())


def _cased(words: list[str]) -> list[str]:
    """Words printed in capitals as they are properly written."""
    cased = _vocabulary().cased
    place_words, abbreviations = _vocabulary().place_words, _vocabulary().abbreviations
    found = []
    for i, word in enumerate(words):
        follows = f"{word} {words[i + 1]}" if i + 1 < len(words) else ""
        known = cased.get(f"{words[i - 1]} {word}" if i else word)
        if known is None:
            known = word if word in place_words and follows not in place_words else word.capitalize()
            known = word.upper() if word in abbreviations else known
        found.append(known)
    return found


def _place(text: Text, words: list[_Word]) -> str | None:
    """The place that the name ends with, without the word for its kind."""
    for i in range(len(words) - 2, -1, -1):
        if _ends_place_word(words, i) and not _ends_place_word(words, i + 1):
            rest = text.flow[words[i + 1].start : words[-1].end]
            if not rest[0].isupper():
                return None
            parts = _cased([word.word for word in words[i + 1 :]]) if rest.isupper() else rest.split()
            return " ".join(parts)
    return None


class _Vocabulary:
    """The words of issuers, compiled once."""

    def __init__(self) -> None:
        content = document("issuer_words")["words"]
        self.stops = _phrases(_listed(content["stops"]))
        self.acts = _phrases(_listed(content["acts"]))
        self.heads = _phrases(_listed(content["heads"]))
        self.small = _phrases(_listed(content["small"]))
        self.place_words = frozenset(_listed(content["places"]))
        self.plenary = content["plenary"]
        self.common_names = {
            name.lower(): (name, level_of(name.lower())) for name in _listed(content["common"])
        }
        self.common = re.compile(
            f'({_phrases(self.common_names).pattern})(?=[,;.:()|"]|[ ]+{self.stops.pattern}|[ ]*$)'
        )
        self.places = _phrases(self.place_words)
        self.loose = frozenset(_listed(content["loose"]))
        self.joining = frozenset(_listed(content["joining"]))
        self.numbered = frozenset(_listed(content["numbered"]))
        self.provinces = re.compile(province_words() + r"(?!\w)")
        names = [name for row in table("issuers") for name in row["body"].split("; ")]
        self.pairs = frozenset(_pairs([*names, *_listed(content["pairs"])]))
        self.joined = frozenset(_joined_words([*names, *_listed(content["pairs"])]))
        self.company_stops = _phrases(_listed(content["stops"]) + _listed(content["company_stops"]))
        self.companies = _phrases(_listed(content["companies"]))
        self.known = frozenset(word for pair in self.pairs for word in pair.split())
        self.unaccented = _unaccented_pairs(self.pairs)
        self.abbreviations = frozenset(row["short"].lower() for row in table("abbreviations"))
        self.cased = _casing(names)


def _listed(text: str) -> list[str]:
    return [phrase for phrase in re.split(r"\s*[;\n]\s*", text) if phrase]


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile("(?:" + "|".join(re.escape(p).replace(r"\ ", "[ ]+") for p in longest) + r")(?!\w)")


def _pairs(names: Iterable[str]) -> Iterator[str]:
    """Every two neighbouring words of the names, with the sign between them."""
    for name in names:
        found = list(_TOKEN.finditer(name.lower()))
        for first, second in pairwise(found):
            yield _pair(first[0], name[first.end() : second.start()].strip(), second[0])


def _joined_words(names: Iterable[str]) -> Iterator[str]:
    """What "và" joins in the names, with the words on both its sides."""
    for name in names:
        found = _TOKEN.findall(name.lower())
        for i in range(1, len(found) - 1):
            if found[i] == "và":
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
        tokens = _TOKEN.findall(name)
        for i, token in enumerate(tokens):
            found.setdefault(f"{tokens[i - 1].lower()} {token.lower()}" if i else token.lower(), token)
    return found


@cache
def _vocabulary() -> _Vocabulary:
    return _Vocabulary()


@cache
def _levels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (entry["level"], re.compile(entry["pattern"])) for entry in document("issuer_words")["levels"]
    )
