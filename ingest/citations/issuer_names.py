"""The name of a body where a directive's issuer stands, word by word.

A word belongs to the name if it is capitalised, or if it stands beside its neighbour in the name of a
known body, or if it says what kind of place follows; in a title printed in capitals only known
neighbours and places count. Vocabulary: `vocab/issuer_words.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from ingest.citations.cues import type_group
from ingest.citations.issuer_vocabulary import AND, STEP, TOKEN, issuer_words
from ingest.text import Span, Text
from ontology.fold import unaccented
from ontology.load import cues, document, spelling
from ontology.types import type_at

_ABOUT, _OF = f" {spelling('about')} ", spelling("of").upper()
_LONGEST = 220
_COMPANY_WORDS = 6
_FIRST_WORDS = 16


class Issuer(NamedTuple):
    """A body's name in proper case, where it ends, its place and level (None: the name says none)."""

    name: str
    end: int
    place: str | None = None
    level: str | None = None


@dataclass(slots=True)
class _Name:
    """The words of a name as they are read, folded, and where they stand; `mended`: not all as printed."""

    words: list[str]
    spans: list[Span]
    mended: bool = False


def issuer_at(text: Text, pos: int) -> Issuer | None:
    """The body whose name begins at `pos` of the views; None if no body's name stands there.

    A plenum stands for the committee that meets in it.

    >>> text = Text("a.txt", "Ủy ban nhân dân huyện Mai Sơn ban hành")
    >>> issuer_at(text, 0)
    Issuer(name='Ủy ban nhân dân huyện Mai Sơn', end=29, place='Mai Sơn', level='district')
    """
    vocabulary, folded = issuer_words(), text.folded
    common = vocabulary.common.match(folded, pos)
    if common and text.flow[pos].isupper():
        name = vocabulary.common_names[" ".join(common[1].split())]
        return Issuer(name, common.end(1), None, level_of(name.lower()))
    printed = vocabulary.printed.match(text.flow, pos)
    if printed:
        name = " ".join(printed[1].split())
        return Issuer(name, printed.end(1), None, level_of(name.lower()))
    session = vocabulary.session.match(folded, pos)
    if session:
        inner = issuer_at(text, session.end()) if vocabulary.committee.match(folded, session.end()) else None
        end = pos + len(session[0].rstrip(" ,"))
        return inner or Issuer(vocabulary.plenary, end, None, "central")
    if not (vocabulary.heads.pattern.match(folded, pos) or _misspelt_head(text, pos)):
        return None
    named = _named(text, pos)
    if not named.words:
        return None
    _cut_at_letterhead(text, named)
    name, end = _joined(text, named), named.spans[-1][1]
    if folded.startswith(_ABOUT, end) and (matter := _steered(name, folded, end)):
        name, end = f"{name} {text.flow[end + 1 : matter]}", matter
    elif (further := _steered_here(text, named, name)) is not None:
        return further
    return Issuer(name, end, _place(text, named), level_of(name.lower()))


@lru_cache(maxsize=2048)
def level_of(name: str) -> str | None:
    """The level of a body by its folded name: central, province, district, commune, grassroots.

    >>> level_of("ban thường vụ huyện ủy mai sơn"), level_of("bộ y tế"), level_of("đảng ủy")
    ('district', 'central', None)
    """
    return next((level for level, pattern in _levels() if pattern.search(name)), None)


def _named(text: Text, pos: int) -> _Name:
    """The words of the name at `pos`; none if it begins in small letters that are no name."""
    vocabulary = issuer_words()
    if not (text.flow[pos].isupper() or vocabulary.small.match(text.folded, pos)):
        return _Name([], [])
    name = _first_words(text.folded, pos)
    words, spans = name.words, name.spans
    for step in _steps(text.folded, spans[-1][1] if spans else pos, pos + _LONGEST):
        sign, word = step.groups()
        if words:
            before = words[-1]
            pair = f"{before} {sign} {word}" if sign else f"{before} {word}"
            if pair not in vocabulary.pairs or (word in vocabulary.unsure and not _neighbours(before, step)):
                mended = _mended(before, word, pair)
                if mended:
                    words[-1], word = mended
                    name.mended = True
                elif not _goes_on(text, name, step):
                    break
        words.append(word)
        spans.append(step.span(2))
    while len(words) > 1 and words[-1] in vocabulary.loose:
        words.pop()
        spans.pop()
    return name


def _cut_at_letterhead(text: Text, name: _Name) -> None:
    """Drop the words that stand on further lines of a letterhead: in capitals, or its place and date."""
    first, last = name.spans[0][0], name.spans[-1][1]
    at = text.lines.find("\n", first, last)
    for i in range(1, len(name.words) if at >= 0 else 0):
        start = name.spans[i][0]
        if text.lines.find("\n", name.spans[i - 1][1], start) < 0 or not text.flow[start].isupper():
            continue
        line = text.lines[start : start + _LONGEST].partition("\n")[0]
        shouted = line.isupper() and line.count(" ") > 1 and not text.flow[first:start].isupper()
        if shouted or cues("issuer_words")["place_and_day"].pattern.match(line.lower()):
            del name.words[i:], name.spans[i:]
            return


def _steered(name: str, folded: str, end: int) -> int | None:
    """Where the name of a steering committee ends that says what it steers ("… về phòng, chống thiên tai")."""
    if cues("issuer_words")["steers"].pattern.match(name.lower()) is None:
        return None
    match = cues("issuer_words")["steered"].pattern.match(folded, end)
    return match.end() if match else None


def _steered_here(text: Text, named: _Name, name: str) -> Issuer | None:
    """The steering committee whose matter follows without "về", up to its unit and that one's name."""
    end = named.spans[-1][1]
    if name != _steering() or not text.flow[end + 1 : end + 2].islower():
        return None
    match = cues("issuer_words")["steered_here"].pattern.match(text.folded, end)
    if match is None or not text.flow[end : match.end()].islower():
        return None
    place = _PLACE_NAME.match(text.flow, match.end())
    last = place.end() if place else match.end()
    whole = text.words((named.spans[0][0], last))
    return Issuer(whole, last, place[0].strip() if place else None, level_of(whole.lower()))


_PLACE_NAME = re.compile(r"(?: {1,2}[A-ZĐÀ-Ỹ][a-zà-ỹđ]{1,7}){1,3}")


@cache
def _steering() -> str:
    return str(document("issuer_words")["words"]["steering"])


def _first_words(folded: str, pos: int) -> _Name:
    """The name at `pos` as far as its words are known neighbours, each but one space from the next."""
    vocabulary, name, before = issuer_words(), _Name([], []), ""
    for word, following in pairwise(folded[pos : pos + _LONGEST].split(" ", _FIRST_WORDS)):
        pair = f"{before} {word}"
        if not (pair in vocabulary.pairs if before else word.isalnum()):
            break
        if before and word in vocabulary.unsure:
            if word == AND:
                sure = f"{pair} {following}" in vocabulary.joined
            else:
                sure = following.isalnum() and f"{word} {following}" not in vocabulary.act_starts
            if not sure:
                break
        name.words.append(word)
        name.spans.append((pos, pos + len(word)))
        pos += len(word) + 1
        before = word
    return name


def _steps(folded: str, pos: int, limit: int) -> Iterator[re.Match[str]]:
    """The words from `pos` on that nothing parts but what may stand between the words of a name."""
    reached = pos
    for step in STEP.finditer(folded, pos, limit):
        if step.start() != reached:
            return
        yield step
        reached = step.end()


def _neighbours(before: str, step: re.Match[str]) -> bool:
    """Whether the words of a known pair are one name's: "và" joins much else, and an act may begin."""
    if step[2] != AND:
        return not issuer_words().acts.begin(step)
    after = TOKEN.search(step.string, step.end(), step.end() + 24)
    return after is not None and f"{before} {AND} {after[0]}" in issuer_words().joined


def _misspelt_head(text: Text, pos: int) -> bool:
    """Whether a body's first two words stand at `pos` with wrong accents ("Uy ban")."""
    if not text.flow[pos : pos + 1].isupper():
        return False
    first = list(islice(_steps(text.folded, pos, pos + _LONGEST), 2))
    if len(first) < 2:
        return False
    before, (sign, word) = first[0][2], first[1].groups()
    mended = _mended(before, word, f"{before} {sign} {word}" if sign else f"{before} {word}")
    return mended is not None and issuer_words().heads.pattern.match(" ".join(mended)) is not None


def _mended(before: str, word: str, pair: str) -> tuple[str, str] | None:
    """The two words as a known name has them, if a scan has only got accents wrong ("Bộ Chinh")."""
    vocabulary = issuer_words()
    said, heard = before in vocabulary.known, word in vocabulary.known
    meant = None if said and heard else vocabulary.unaccented.get(unaccented(pair))
    if meant is None or (said and before != meant[0]) or (heard and word != meant[1]):
        return None
    return meant


def _goes_on(text: Text, name: _Name, step: re.Match[str]) -> bool:
    """Whether a word that is no known neighbour of the last one still belongs to the name."""
    vocabulary = issuer_words()
    sign, word = step.groups()
    start = step.start(2)
    breaks = text.lines.count("\n", step.start(), start)
    if sign == "," or breaks > 1 or (sign == "-" and breaks):
        return False
    if word == name.words[-1] and word in vocabulary.place_words:  # "tỉnh tỉnh", typed twice
        return False
    upper, stop = text.flow[start].isupper(), vocabulary.stops.begin(step)
    if stop and upper and name.words[-1] in vocabulary.place_words:  # "xã Năm Căn"
        stop = not text.flow[step.end() + 1 : step.end() + 2].isupper()
    if stop and not (upper and _is_company(name)):
        return False
    capitals = _in_capitals(text.flow, name.spans[0][0])
    if stop and capitals:
        return False
    if _mentions_next(text, step):
        return False
    if vocabulary.places.begin(step):
        return True
    if capitals:
        return not (breaks and vocabulary.heads.begin(step)) and _in_place(text, name, step)
    if upper:
        return True
    if _is_company(name):
        return _in_company(text, start)
    if word == AND:
        return _joins(text, name, step)
    return word.isdecimal() and name.words[-1] in vocabulary.numbered


def _mentions_next(text: Text, step: re.Match[str]) -> bool:
    """Whether a word is the next directive's type word (or its code), and not a ministry's "Kế hoạch"."""
    found = type_at(text.folded, step.start(2)) if step[2] in issuer_words().types else None
    if found is None:
        return text.flow[step.start(2) : step.end()] in type_group("abbreviated")
    return issuer_words().mentions.match(text.folded, found[1]) is not None


def _is_company(name: _Name) -> bool:
    return issuer_words().companies.search(" ".join(name.words[:5])) is not None


def _joins(text: Text, name: _Name, step: re.Match[str]) -> bool:
    """Whether "và" stands inside the name of a ministry and not between two bodies or directives."""
    vocabulary = issuer_words()
    after = step.end() + 1
    if name.words[0] not in vocabulary.joining or not text.flow[after : after + 1].isupper():
        return False
    following = STEP.match(text.folded, after)
    return (
        following is not None
        and not (vocabulary.heads.begin(following) or vocabulary.stops.begin(following))
        and type_at(text.folded, after) is None
        and text.flow[after : following.end()] not in type_group("abbreviated")
    )


def _in_company(text: Text, pos: int) -> bool:
    """Whether a word in small letters belongs to a company's name: one with a capital follows soon."""
    vocabulary = issuer_words()
    for step in islice(_steps(text.folded, pos, pos + _LONGEST), _COMPANY_WORDS):
        if step[1] == ",":
            return False
        if text.flow[step.start(2)].isupper():
            return not vocabulary.heads.begin(step)
        if vocabulary.company_stops.begin(step):
            return False
    return False


def _in_place(text: Text, name: _Name, step: re.Match[str]) -> bool:
    """Whether a word in capitals is part of a place's name: a province's, else two words at most."""
    words = name.words
    at = next((i for i in range(len(words) - 1, -1, -1) if _ends_place_word(words, i)), None)
    if at is None:
        return False
    first = name.spans[at + 1][0] if at + 1 < len(words) else step.start(2)
    province = issuer_words().provinces.match(text.folded, first)
    return province.end() >= step.end() if province else len(words) - at <= 2


def _ends_place_word(words: list[str], i: int) -> bool:
    known = issuer_words().place_words
    return words[i] in known or (i > 0 and f"{words[i - 1]} {words[i]}" in known)


def _in_capitals(flow: str, pos: int) -> bool:
    """Whether the name at `pos` stands in a line printed in capitals."""
    before, words = flow[max(0, pos - 4) : pos].strip(), flow[pos : pos + 24]
    return before == _OF or (not before[-1:].islower() and " " in words[:8] and words.isupper())


def _joined(text: Text, named: _Name) -> str:
    """The name in one line, with capitals where they belong if it was printed in nothing else."""
    words, spans = named.words, named.spans
    name = text.flow[spans[0][0] : spans[-1][1]]
    shouted = len(words) > 1 and name.isupper()
    if shouted or named.mended:
        reached, pieces = spans[0][0], list[str]()
        for (start, end), word, cased in zip(spans, words, _cased(words), strict=True):
            as_printed = not shouted and text.folded[start:end] == word
            pieces += text.flow[reached:start], text.flow[start:end] if as_printed else cased
            reached = end
        name = "".join(pieces)
    return " ".join((name[0].upper() + name[1:]).split())


def _cased(words: list[str]) -> list[str]:
    """Words printed in capitals as they are properly written."""
    cased = issuer_words().cased
    place_words, abbreviations = issuer_words().place_words, issuer_words().abbreviations
    found = []
    for i, word in enumerate(words):
        follows = f"{word} {words[i + 1]}" if i + 1 < len(words) else ""
        known = cased.get(f"{words[i - 1]} {word}" if i else word)
        if known is None:
            known = word if word in place_words and follows not in place_words else word.capitalize()
            known = word.upper() if word in abbreviations else known
        found.append(known)
    return found


def _place(text: Text, name: _Name) -> str | None:
    """The place that the name ends with, without the word for its kind."""
    words, ends = name.words, issuer_words().place_ends
    if ends.isdisjoint(words):
        return None
    for i in range(len(words) - 2, -1, -1):
        if words[i] in ends and _ends_place_word(words, i) and not _ends_place_word(words, i + 1):
            rest = text.flow[name.spans[i + 1][0] : name.spans[-1][1]]
            if not rest[0].isupper():
                return None
            return " ".join(_cased(words[i + 1 :]) if rest.isupper() else rest.split())
    return None


@cache
def _levels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (entry["level"], re.compile(entry["pattern"])) for entry in document("issuer_words")["levels"]
    )
