"""What a document says of itself: type, number, date, place, title, issuer, level, signer, recipients."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from graph.extraction import DocumentFacts, Evidence, Signer
from ingest.header.issuer import ADDRESSED, Named, acting_bodies, completed, level_of, of_letterhead
from ingest.header.letterhead import Letterhead, Printed, letterhead_of
from ingest.layout import Layout
from ingest.layout.lines import lines_on
from ingest.layout.signatures import Signature
from ingest.text import Span, Text, printed
from ontology.casing import person, proper
from ontology.fold import fold
from ontology.issuers import issuer_of
from ontology.load import cues, document, spelling
from ontology.numbers import parse
from ontology.places import ProvinceMention, is_city, name_on, province_named, provinces_in
from ontology.types import LETTER, type_at, type_of_code

_APPLIES_REACH = 60_000
_CITY, _PROVINCE = spelling("city"), spelling("province")
_BESIDE_SIGN = re.compile(r" ?([-/.]) ?|(?<=[0-9]) (?=[0-9])")


def read_header(text: Text, layout: Layout) -> DocumentFacts:
    """The document's own facts with their evidence; a field is None where its text does not say.

    `id` is left empty. Rules: annotation guide, "document"; contracts, "Document fields".
    """
    letterhead = letterhead_of(text, layout)
    evidence: dict[str, Evidence] = {}
    number = _number(text, letterhead)
    kind = _kind(text, layout, letterhead, number, evidence)
    _note(evidence, text, "number", letterhead.number)
    _note(evidence, text, "date", letterhead.date_span)
    _note(evidence, text, "place", letterhead.place)
    title = _title(text, layout, evidence)
    acting = acting_bodies(text, layout, letterhead)
    units = _units(text, layout, letterhead, acting, number, evidence)
    issuers = _issuers(text, layout, letterhead, acting, units, kind, evidence)
    joint = len(issuers) > 1
    signers = _signers(text, layout, evidence, issuers if joint else [])
    return DocumentFacts(
        id="",
        type=kind,
        number=number,
        date=letterhead.date,
        place=text.words(letterhead.place) if letterhead.place else None,
        title=title,
        issuer=issuers[0] if issuers else None,
        province=units.province,
        district=units.district,
        commune=units.commune,
        level=units.level,
        signer=signers[0] if signers else None,
        recipients=_recipients(text, layout, evidence),
        issuers=tuple(issuers) if joint else (),
        signers=tuple(signers) if joint and len(signers) > 1 else (),
        evidence=evidence,
    )


def _note(evidence: dict[str, Evidence], text: Text, name: str, span: Span | None, rule: str = "") -> None:
    if span and span[0] < span[1]:
        evidence[name] = text.evidence(text.trim(span), rule or f"header.{name}")


def _number(text: Text, letterhead: Letterhead) -> str | None:
    """The number as printed, without the spaces beside its signs."""
    if letterhead.number is None:
        return None
    return _BESIDE_SIGN.sub(lambda match: match[1] or "", text.words(letterhead.number))


def _kind(
    text: Text, layout: Layout, letterhead: Letterhead, number: str | None, evidence: dict[str, Evidence]
) -> str | None:
    """The type: the word printed, "công văn" for a letter, else what the number or the opening says."""
    heading = layout.heading
    if heading.kind:
        _note(evidence, text, "type", heading.type_span)
        return heading.kind
    addressed = heading.addressees and text.folded.startswith(ADDRESSED, heading.addressees[0])
    if addressed or heading.subject:
        _note(evidence, text, "type", heading.subject or heading.addressees, "header.type.letter")
        return LETTER
    parsed = parse(number) if number else None
    if parsed:
        _note(evidence, text, "type", letterhead.number, "header.type.number")
        return (type_of_code(parsed.code) if parsed.code else None) or LETTER
    return _announced_kind(text, layout, evidence)


def _announced_kind(text: Text, layout: Layout, evidence: dict[str, Evidence]) -> str | None:
    """The type that the opening announces ("xây dựng kế hoạch thực hiện như sau")."""
    start, end = layout.preamble
    for verb in cues("issuing")["announces"].pattern.finditer(text.folded, max(start, end - 400), end):
        found = type_at(text.folded, verb.end())
        if found:
            _note(evidence, text, "type", (verb.end(), found[1]), "header.type.opening")
            return found[0]
    return None


def _title(text: Text, layout: Layout, evidence: dict[str, Evidence]) -> str | None:
    """The subject over all its lines; what stands in another column of a line is left out."""
    subject = layout.heading.subject
    if subject is None:
        return None
    pieces = []
    for line in lines_on(text, layout.lines, *subject):
        start = max(line.start, subject[0])
        for cell in line.cells:
            if cell.end > start and not cell.motto and cell.place_date is None:
                if not cell.rule:
                    pieces.append(text.flow[max(cell.start, start) : min(cell.end, subject[1])])
                break
    _note(evidence, text, "title", subject)
    title = " ".join(" ".join(pieces).split()).strip(" *")
    return title.removesuffix(".").strip() or None


@dataclass(frozen=True, slots=True)
class _Units:
    """Level and administrative units of the issuing body; names without rank."""

    level: str | None
    province: str | None
    district: str | None
    commune: str | None
    city: bool

    def names(self) -> dict[str, str]:
        """The units with a rank before them, by level, as a body's name ends with them."""
        found = {}
        if self.province:
            found["province"] = f"{_CITY if self.city else _PROVINCE} {self.province}"
        if self.district:
            found["district"] = self.district
        if self.commune:
            found["commune"] = self.commune
        return found


def _units(
    text: Text,
    layout: Layout,
    letterhead: Letterhead,
    acting: list[Named],
    number: str | None,
    evidence: dict[str, Evidence],
) -> _Units:
    bodies = [Printed(body.name, body.span) for body in acting[:1]]
    bodies += letterhead.bodies[::-1]
    if len(bodies) > 1 and fold(bodies[1].words).startswith(fold(bodies[0].words) + " "):
        del bodies[0]  # the letterhead names it more fully
    level = _level(bodies, letterhead.date, number)
    if level == "central":
        return _Units(level, None, None, None, False)
    found = _province(text, layout, letterhead, bodies, level)
    province = name_on(found.words, letterhead.date) if found else None
    if found:
        _note(evidence, text, "province", found.span)
    local = {}
    for unit in (
        ("commune", "district") if level == "commune" else ("district",) if level == "district" else ()
    ):
        place = _local(text, layout, letterhead, bodies, unit, unit == level)
        if place:
            local[unit] = person(place.words)
            _note(evidence, text, unit, place.span)
    city = bool(province and is_city(province, letterhead.date))
    return _Units(level, province, local.get("district"), local.get("commune"), city)


def _level(bodies: list[Printed], date: str | None, number: str | None) -> str | None:
    for body in bodies:
        level = level_of(body.words, date)
        if level:
            return level
    parsed = parse(number) if number else None
    found = issuer_of(parsed) if parsed else None
    return found.level if found else None


def _province(
    text: Text, layout: Layout, letterhead: Letterhead, bodies: list[Printed], level: str | None
) -> Printed | None:
    """The province named with the bodies, as the place, or as where the document applies."""
    for body in bodies:
        for mention in provinces_in(body.words, body.words.lower()):
            return Printed(mention.name, body.span)
    named = province_named(text.folded, *letterhead.place) if letterhead.place else None
    # The capital is where central bodies sit: alone it makes nobody's paper a local one.
    if letterhead.place and named and (level or fold(named) not in document("places")["capital"]):
        return Printed(named, letterhead.place)
    return _applies(text, layout)


def _applies(text: Text, layout: Layout) -> Printed | None:
    """The province that the text names as the place it is for; None if two compete."""
    weights: Counter[str] = Counter()
    first: dict[str, Printed] = {}
    for start, end in _own_parts(layout):
        for mention in provinces_in(text.flow, text.folded, start, min(end, start + _APPLIES_REACH)):
            weight = _weight(text, mention, start >= layout.signature[0])
            if weight:
                weights[mention.name] += weight
                first.setdefault(mention.name, Printed(mention.name, (mention.start, mention.end)))
    best = weights.most_common(2)
    if not best or (len(best) > 1 and best[0][1] < 2 * best[1][1]):
        return None
    return first[best[0][0]]


def _weight(text: Text, mention: ProvinceMention, among_recipients: bool) -> int:
    """How much a mention says that the paper is for this province."""
    before = text.folded[max(0, mention.start - 40) : mention.start]
    patterns = cues("issuing")
    if not mention.ranked:
        return int(among_recipients and patterns["local_press"].pattern.search(before) is not None)
    if patterns["applies"].pattern.search(before):
        return 6
    return 0 if patterns["listed"].pattern.search(before) else 2


def _own_parts(layout: Layout) -> Iterator[Span]:
    yield from (layout.header, layout.preamble, layout.body, layout.signature)


def _local(
    text: Text, layout: Layout, letterhead: Letterhead, bodies: list[Printed], unit: str, by_place: bool
) -> Printed | None:
    """The district or commune: with the bodies, as the place, or named with its rank in the opening."""
    patterns = [cues("issuing")[f"place_of_{unit}"].pattern]
    if unit == "district":
        patterns.append(cues("issuing")["place_of_city"].pattern)
    for body in bodies if by_place else bodies[1:]:
        for pattern in patterns:
            for match in pattern.finditer(body.words.lower()):
                end = _name_end(body.words, match.end(), len(body.words))
                name = body.words[match.end() : end]
                if name and not is_city(name, letterhead.date):
                    return Printed(name, body.span)
    if by_place and letterhead.place and not province_named(text.folded, *letterhead.place):
        return Printed(text.words(letterhead.place), letterhead.place)
    for span in (layout.preamble, layout.heading.subject or (0, 0)):
        for match in patterns[0].finditer(text.folded, *span):
            end = _name_end(text.flow, match.end(), span[1])
            if end > match.end():
                return Printed(text.words((match.end(), end)), (match.end(), end))
    return None


def _name_end(words: str, start: int, limit: int) -> int:
    """The end of a place's name: its words with capitals, at most four."""
    at = stop = start
    for _ in range(4):
        while at < limit and words[at] == " ":
            at += 1
        if at >= limit or not (words[at].isupper() or words[at].isdigit()):
            break
        while at < limit and (words[at].isalnum() or words[at] in "'-"):
            at += 1
        stop = at
    return stop


def _issuers(
    text: Text,
    layout: Layout,
    letterhead: Letterhead,
    named: list[Named],
    units: _Units,
    kind: str | None,
    evidence: dict[str, Evidence],
) -> list[str]:
    """The issuing body with its place; several for a joint paper."""
    if not named:
        return []
    heads = [proper(body.words) for body in letterhead.bodies]
    _note(evidence, text, "issuer", (named[0].span[0], named[-1].span[1]), named[0].rule)
    if named[0].rule == "header.issuer.letterhead" and _joint_kind(kind):
        named = [of_letterhead(body) for body in letterhead.bodies]
    names = [_full(body.name, heads, units) for body in named]
    if len(names) > 1 and not _joint(kind, layout):
        return [proper(text.words((named[0].span[0], named[-1].span[1])))]
    return names


def _joint(kind: str | None, layout: Layout) -> bool:
    signatures = layout.closing.signatures if layout.closing else ()
    return len(signatures) > 1 or _joint_kind(kind)


def _joint_kind(kind: str | None) -> bool:
    return cues("issuing")["joint"].pattern.search(kind or "") is not None


def _full(name: str, heads: list[str], units: _Units) -> str:
    """`name` with its committee ("Ban Tuyên giáo" under "Thành ủy Hải Phòng") and its place."""
    superior = heads[-2] if len(heads) > 1 and fold(heads[-1]) == fold(name) else None
    patterns = cues("issuing")
    above = patterns["above"].pattern.search(name.lower())
    if above:
        name = name[: above.start()]
    commission = superior and patterns["commission"].pattern.match(fold(name))
    bare = patterns["bare_office"].pattern.match(fold(name))
    if superior and commission and (bare or patterns["committee"].pattern.match(fold(superior))):
        return completed(f"{name} {superior}", heads[:-1], units.names())
    return completed(name, heads, units.names())


def _signers(text: Text, layout: Layout, evidence: dict[str, Evidence], issuers: list[str]) -> list[Signer]:
    """The signers; of a joint paper in the order of its `issuers`, as far as the block names them."""
    signatures = list(layout.closing.signatures) if layout.closing else []
    if issuers:
        signatures = _in_order(text, signatures, issuers)
    if signatures:
        _note(evidence, text, "signer", signatures[0].name)
    return [
        Signer(
            person(text.flow[slice(*signature.name)]),
            proper(_lines_of(text, signature.position)) or None,
            proper(_lines_of(text, signature.on_behalf_of)) or None,
        )
        for signature in signatures
    ]


def _lines_of(text: Text, spans: Sequence[Span]) -> str:
    return " ".join(text.flow[slice(*span)] for span in spans)


def _in_order(text: Text, signatures: list[Signature], issuers: list[str]) -> list[Signature]:
    """The signatures as `issuers` are ordered; one that names no body is of the first that no other names."""
    ranks = [_rank(text, signature, issuers) for signature in signatures]
    unnamed = (place for place in range(len(issuers)) if place not in ranks)
    places = [next(unnamed, len(issuers)) if rank is None else rank for rank in ranks]
    return [signature for _, signature in sorted(zip(places, signatures, strict=True), key=itemgetter(0))]


def _rank(text: Text, signature: Signature, issuers: list[str]) -> int | None:
    """The place in `issuers` of the body that this signature is for; None if it names none of them."""
    body = fold(_lines_of(text, signature.body or signature.on_behalf_of))
    for i, issuer in enumerate(map(fold, issuers)):
        if body and (issuer.startswith(body[:12]) or " ".join(issuer.split()[:2]) in body):
            return i
    return None


def _recipients(text: Text, layout: Layout, evidence: dict[str, Evidence]) -> tuple[str, ...]:
    """The recipients' lines, as the original has them."""
    spans = layout.closing.recipients if layout.closing else ()
    if spans:
        _note(evidence, text, "recipients", (spans[0][0], spans[-1][1]))
    found = []
    for span in spans:
        start, end = text.raw_span(span)
        found.append(printed(text.raw[start:end]))
    return tuple(recipient for recipient in found if recipient)
