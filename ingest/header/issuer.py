"""Which body issues a document, with its place, and at which level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ingest.header.letterhead import Letterhead, Printed
from ingest.layout import Layout
from ingest.text import Span, Text
from ontology.casing import proper
from ontology.fold import fold
from ontology.load import cues, spelling, spellings, table
from ontology.places import is_city, province_named, provinces_in

_REACH = 2500
_STEP = 300
_SHORT = re.compile(r"(\w+) ([A-ZĐ&]{2,12})")
_AND = spelling("and")
_JOINT = re.compile(f"(?=(, | {_AND} | {spelling('together')} ))[, ]")  # two may share a space
ADDRESSED = spelling("addressees")
_NOTICES, _COMMITTEES = spellings("notices"), spellings("committees")
_DISTRICT_UNITS, _COMMUNE_UNITS = spellings("district_units"), spellings("commune_units")
_BOUNDARY = re.compile(r'[,;.)":]|(?<=[\n|]) {0,2}\n')


@dataclass(frozen=True, slots=True)
class Named:
    """A body as the document names it, in usual case, and its words."""

    name: str
    span: Span
    rule: str


def acting_bodies(text: Text, layout: Layout, letterhead: Letterhead) -> list[Named]:
    """The bodies that act, as named: several of a joint paper; empty if none is said."""
    heading = layout.heading
    if heading.acting:
        return [_named(text, heading.acting, "header.issuer.above-bases")]
    if heading.addressees and not text.folded.startswith(ADDRESSED, heading.addressees[0]):
        return [_named(text, heading.addressees, "header.issuer.wires")]
    opening = _opening(text, layout)
    if opening and not (letterhead.bodies and _concludes(text, heading.kind, opening[0])):
        return [_in_full(_named(text, span, "header.issuer.opening"), letterhead.bodies) for span in opening]
    if heading.owner:
        first, last = heading.owner
        body = cues("issuing")["head"].pattern.search(text.folded, first, last)
        return [_named(text, (body.start() if body else first, last), "header.issuer.under-type")]
    if letterhead.bodies:
        return [of_letterhead(letterhead.bodies[-1])]
    closing = layout.closing
    for signature in closing.signatures if closing else ():
        if signature.on_behalf_of:
            span = signature.on_behalf_of[0][0], signature.on_behalf_of[-1][1]
            return [_named(text, span, "header.issuer.signature")]
    return []


def _in_full(named: Named, bodies: Sequence[Printed]) -> Named:
    """`named` as the letterhead spells it out, if it is short for that ("Bộ GDĐT")."""
    short = _SHORT.fullmatch(named.name)
    for body in bodies if short else ():
        head, _, rest = proper(body.words).partition(" ")
        letters = "".join(word[0] for word in rest.split() if word != _AND).upper()
        if short and (head, letters) == (short[1], short[2].replace("&", "")):
            return replace(named, name=f"{head} {rest}")
    return named


def _concludes(text: Text, kind: str | None, subject: Span) -> bool:
    """Whether it is an office's holder whose conclusions a notice, or whose opinion a letter makes known: it is
    the letterhead's body that does."""
    holder = cues("issuing")["holder"].pattern.match(text.folded, subject[0])
    return holder is not None and (kind is None or kind in _NOTICES)


def of_letterhead(body: Printed) -> Named:
    """A body of the letterhead as issuer."""
    return Named(_spelt_out(proper(body.words)), body.span, "header.issuer.letterhead")


def _named(text: Text, span: Span, rule: str) -> Named:
    words = text.words(span)
    cut = cues("issuing")["suffix"].pattern.search(words.lower())
    if cut and cut.start() > 4:
        words = words[: cut.start()]
        span = span[0], _end_of(text, span, len(words.split()))
    return Named(_spelt_out(proper(words.strip(" ,:;."))), text.trim(span), rule)


def _spelt_out(name: str) -> str:
    """The name with its committee's abbreviation ("UBND") written out."""
    first, _, rest = name.partition(" ")
    full = _abbreviations().get(first)
    return f"{full} {rest}" if full else name


@cache
def _abbreviations() -> dict[str, str]:
    return {row["short"]: row["long"] for row in table("abbreviations")}


def _end_of(text: Text, span: Span, words: int) -> int:
    """Where the first `words` words of `span` end."""
    at = span[0]
    for word in text.flow[slice(*span)].split()[:words]:
        at = text.flow.index(word, at) + len(word)
    return at


def _opening(text: Text, layout: Layout) -> list[Span]:
    """The subject of the sentence that announces the body: the last that begins a clause and acts."""
    start, end = layout.preamble
    if end - start < 8:
        return []
    start = max(start, end - _REACH)
    for verbs in ("acts", "does"):
        found: list[Span] = []
        for boundary in _boundaries(text, start, end):
            at = boundary
            while at < end and text.flow[at] in ' "':
                at += 1
            now = cues("issuing")["now"].pattern.match(text.folded, at, end)
            at = now.end() if now else at
            subject = _subject(text, at, end, verbs) if at < end and text.flow[at].isupper() else []
            if found and (not subject or subject[-1] != found[-1]):
                break
            found = subject or found
            if boundary > start and _ends_sentence(text, boundary - 1, end):
                break
        if found:
            return found
    return []


def _boundaries(text: Text, start: int, end: int) -> Iterator[int]:
    """Where a clause may begin, last first: after punctuation, at a paragraph's start, at `start`."""
    stop = end - 1
    while stop > start:
        begin = max(start, stop - _STEP)
        while begin > start and text.lines[begin] in " \n":  # a boundary is not cut in two
            begin -= 1
        for match in reversed(list(_BOUNDARY.finditer(text.lines, begin, stop))):
            yield match.end()
        stop = begin
    yield start


def _ends_sentence(text: Text, pos: int, end: int) -> bool:
    """Whether the sentence before the announcing one ends at `pos`."""
    if text.flow[pos] != "." or pos + 2 >= end:
        return False
    return text.flow[pos + 1] == " " and text.flow[pos + 1 : pos + 4].strip()[:1].isupper()


def _subject(text: Text, at: int, end: int, verbs: str) -> list[Span]:
    """The bodies named from `at` on if a verb follows that they act by."""
    found = cues("issuing")
    head = found["head"].pattern
    if head.match(text.folded, at, end) is None:
        return []
    for verb in found[verbs].pattern.finditer(text.folded, at, min(end, at + 220)):
        if text.folded[verb.start() - 1] != " ":
            continue
        if not text.flow[verb.start()].islower() and not _shouted(text, at, verb.end()):
            continue
        clause = text.folded[at : verb.start()].rstrip()
        if any(sign in clause for sign in ".;:(") or found["class"].pattern.search(clause):
            return []
        adverb = found["adverb"].pattern.search(clause)
        spans = _split(text, at, at + (adverb.start() if adverb else len(clause)))
        return spans if all(head.match(text.folded, span[0]) for span in spans) else []
    return []


def _shouted(text: Text, at: int, end: int) -> bool:
    """Whether a sentence printed in capitals ends its line with the verb that ends at `end`."""
    return text.flow[at:end].isupper() and text.lines[end : end + 1] in ("", ":", "\n")


def _split(text: Text, start: int, end: int) -> list[Span]:
    """The bodies of "A, B và C", each with a head of its own; a name's own comma splits nothing."""
    head = cues("issuing")["head"].pattern
    spans = []
    at = start
    for joint in _JOINT.finditer(text.folded, start + 1, end):
        after = joint.end(1)
        if text.flow[after].isupper() and head.match(text.folded, after):
            spans.append(text.trim((at, joint.start())))
            at = after
    return [*spans, text.trim((at, end))]


def completed(name: str, others: list[str], unit_names: dict[str, str]) -> str:
    """`name` with its place, if the letterhead (`others`) or the document's units say it.

    >>> completed("Ban Thường vụ Tỉnh ủy", ["Tỉnh ủy Lào Cai"], {})
    'Ban Thường vụ Tỉnh ủy Lào Cai'
    >>> completed("Sở Y tế", ["Ủy ban nhân dân tỉnh Lào Cai", "Sở Y tế"], {"province": "tỉnh Lào Cai"})
    'Sở Y tế tỉnh Lào Cai'
    """
    folded = fold(name)
    for other in others:
        if fold(other).startswith(folded + " "):
            further = [body for body in others if body != other]
            return completed(name + other[len(name) :], further, unit_names)
    match = cues("issuing")["unit"].pattern.search(folded)
    if match is None:
        return _with_unit(name, others, unit_names)
    unit = match["unit"]
    for other in others:
        at = f" {fold(other)} ".find(f" {unit} ")
        rest = other[at + len(unit) :].strip() if at >= 0 else ""
        if rest and not fold(rest).startswith(_COMMITTEES):
            return f"{name} {rest}"
    level = _level_of_unit(unit)
    return f"{name} {_bare(unit_names[level])}" if level in unit_names else name


def _level_of_unit(unit: str) -> str:
    if unit.startswith(_DISTRICT_UNITS):
        return "district"
    return "commune" if unit in _COMMUNE_UNITS else "province"


def _bare(unit_name: str) -> str:
    """A unit's name without its rank."""
    words = unit_name.split()
    while words and words[0].islower():
        words = words[1:]
    return " ".join(words)


def _with_unit(name: str, others: list[str], unit_names: dict[str, str]) -> str:
    """A department's name with its committee's unit, unless it names a place or is a central body."""
    folded = fold(name)
    if level_of(name, None) == "grassroots" or any(provinces_in(name, name.lower())):
        return name
    for other in others:
        match = cues("issuing")["committee_of"].pattern.match(fold(other))
        if match and fold(other) != folded:
            place = other[match.start("unit") :]
            return name if fold(_bare(place)) in folded else f"{name} {place}"
    if level_of(name, None) not in (None, "province") or "province" not in unit_names:
        return name
    if fold(_bare(unit_names["province"])) in folded:
        return name
    return f"{name} {unit_names['province']}"


@lru_cache(maxsize=4096)
def level_of(name: str, date: str | None) -> str | None:
    """The level of the body `name` on `date`; None if its name does not say.

    >>> level_of("Ban Thường vụ Huyện ủy Mai Châu", None), level_of("Sở Y tế", None)
    ('district', 'province')
    >>> level_of("Thành ủy Hải Phòng", "2018-03-20"), level_of("Thành ủy Lào Cai", "2018-03-20")
    ('province', 'district')
    """
    folded = fold(name)
    for level, pattern in _levels():
        match = pattern.search(folded)
        if match is None:
            continue
        if level != "city":
            return level
        city = province_named(match["name"]) if match["name"] else None
        if city is None:
            return None if match["name"] is None else "district"
        return "province" if is_city(city, date) else "district"
    return None


@cache
def _levels() -> list[tuple[str, re.Pattern[str]]]:
    """Each level with a pattern of names, as they are tried; "city" is a level only in its time."""
    return [(cue.facts["level"], cue.pattern) for cue in cues("issuing").values() if "level" in cue.facts]
