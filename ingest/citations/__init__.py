"""Every mention of a directive in a document, as facts: the order in which they are read and settled."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from graph.extraction import Citation, DocumentFacts
from ingest.citations.anchors import Anchor, anchors_of
from ingest.citations.cues import hints, pattern
from ingest.citations.given_names import introductions
from ingest.citations.mention import Mention
from ingest.citations.named import find_named
from ingest.citations.numbered import find_numbered
from ingest.citations.settle import settle
from ingest.citations.shortforms import find_short
from ingest.citations.titles import title_after
from ingest.layout import Layout
from ingest.text import Span, Text, printed
from ontology.numbers import parse

_ROMAN = frozenset("ivxl")
_TITLE = 200


def find_citations(text: Text, layout: Layout, facts: DocumentFacts) -> tuple[Citation, ...]:
    """All mentions of other directives and of the document itself, in text order, each once.

    What each is there for is told later (`functions`), when links and tasks are known.

    Nothing is read from the signature and from what is not the document's own (`layout.asides`); its own
    number in the head is no mention.

    >>> from ingest.layout import layout_of
    >>> text = Text("a.txt", "Thực hiện Chỉ thị số 5-CT/TW ngày 15/5/2016 của Bộ Chính trị.")
    >>> [(c.canonical, c.issuer) for c in find_citations(text, layout_of(text), DocumentFacts("x"))]
    [('CT 5-CT/TW 2016-05-15', 'Bộ Chính trị')]
    """
    anchors = _outside((*layout.asides, layout.signature), anchors_of(text))
    introduced = introductions(text)
    silent = _Silent((*layout.asides, layout.signature, *introduced))
    numbered = [
        m for m in find_numbered(text, anchors) if not silent.holds(m.start) and not _heads(text, layout, m)
    ]
    anchors = _outside((layout.heading.type_span or (0, 0),), anchors)
    mentions = _full_mentions(text, layout, facts, numbered, anchors)
    for at, mention in enumerate(mentions):
        if mention.rule == "citations.law" and at and mention.full is None:
            mention.known_in = _year_explained(text, mentions[at - 1], mention)
        if mention.rule != "citations.law":
            own = layout.title[1] if layout.title and _within(mention.start, layout.title) else None
            mention.title = title_after(text, mention.end, mentions[at + 1 : at + 7], own)
    _mark_annex_heads(text, layout, facts, mentions)
    mentions = _once([*mentions, *find_short(text, facts, anchors, mentions, introduced)])
    for mention in mentions:
        mention.provision = _provision(text, mention.start)
    settle(facts, mentions)
    return tuple(_citation(text, mention) for mention in mentions)


def _full_mentions(
    text: Text, layout: Layout, facts: DocumentFacts, numbered: list[Mention], anchors: Sequence[Anchor]
) -> list[Mention]:
    """Mentions with a number or name, in text order; a law's number belongs to the law's mention."""
    covered = {mention.start for mention in numbered}
    free = [anchor for anchor in anchors if anchor.start not in covered]
    named = find_named(text, layout, facts, free, numbered)
    of_laws = {mention.written for mention in named if mention.written}
    return _once([*(m for m in numbered if m.written not in of_laws), *named])


def _year_explained(text: Text, one: Mention, law: Mention) -> int | None:
    """The year of the directive whose title says that it changes or explains the law after it."""
    between = text.folded[one.end : law.start] if one.end < law.start < one.end + _TITLE else ""
    if one.full is None or one.full.year is None or not pattern("of_law").search(between):
        return None
    return one.full.year


def _once(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in text order, one for each start: a numbered one before a named, the longer first."""
    found: dict[int, Mention] = {}
    for mention in mentions:
        other = found.setdefault(mention.start, mention)
        if other is not mention and _standing(mention) < _standing(other):
            found[mention.start] = mention
    return [found[start] for start in sorted(found)]


def _standing(mention: Mention) -> tuple[int, int]:
    return ("numbered", "named", "self").index(mention.kind), -mention.end


def _outside(spans: Iterable[Span], anchors: list[Anchor]) -> list[Anchor]:
    """The anchors (in text order) that begin in none of the spans."""
    for start, end in spans:
        if start < end:
            anchors = anchors[: bisect_left(anchors, (start,))] + anchors[bisect_left(anchors, (end,)) :]
    return anchors


class _Silent:
    """Parts of a text from which nothing is read."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(end, self.ends[-1])
            else:
                self.starts.append(start)
                self.ends.append(end)

    def holds(self, pos: int) -> bool:
        """Whether `pos` lies in one of the parts."""
        at = bisect_right(self.starts, pos) - 1
        return at >= 0 and pos < self.ends[at]


def _within(pos: int, span: Span | None) -> bool:
    return span is not None and span[0] <= pos < span[1]


def _heads(text: Text, layout: Layout, mention: Mention) -> bool:
    """Whether a number is the document's own, on the line "Số: …" of its head."""
    if mention.typed or not _within(mention.start, layout.header) or _within(mention.start, layout.title):
        return False
    line = text.lines[max(0, mention.start - 24) : mention.start].rpartition("\n")[2]
    return pattern("number_line").search(line.lower()) is not None


def _mark_annex_heads(text: Text, layout: Layout, facts: DocumentFacts, mentions: Sequence[Mention]) -> None:
    """Make "(Kèm theo Quyết định số …)" over an annex a self mention also if the head's number is lost,
    or is not quite the same."""
    own = parse(facts.number) if facts.number else None
    if facts.type is None or (own is None and facts.number is not None):
        return
    for mention in mentions:
        number = mention.full
        if mention.kind != "numbered" or mention.type != facts.type or number is None:
            continue
        if own is not None and not (
            any(_within(mention.start, annex) for annex in layout.annexes)
            and (number.code, number.suffixes) == (own.code, own.suffixes)
            and mention.tail.date in (None, facts.date)
        ):
            continue
        before = text.folded[max(0, mention.start - 60) : mention.start]
        if pattern("annex_head").search(before):
            mention.kind = "self"


def _provision(text: Text, start: int) -> str | None:
    """The provision named right before a mention ("khoản 2 Điều 91"), in one line."""
    near = text.folded[max(0, start - 36) : start]
    last = near.rstrip(" ")
    if last.endswith(hints("provision_joints")):
        last = last.rpartition(" ")[0].rstrip(" ")
    numbered = last[-1:] in _ROMAN or (last[-1:].isalnum() and not last[-2:].isalpha())
    if not numbered or not any(map(near.__contains__, hints("provisions"))):
        return None
    floor = max(0, start - 160)
    match = pattern("provision").search(text.folded[floor:start])
    return text.words((floor + match.start(1), floor + match.end(1))) if match else None


def _citation(text: Text, mention: Mention) -> Citation:
    tail, span = mention.tail, text.trim(mention.span)
    evidence = text.evidence(span, mention.rule)
    return Citation(
        evidence,
        mention.kind,
        mention.type,
        _as_printed(text, mention.written, span, evidence.quote) if mention.written else None,
        tail.date or (tail.year if mention.kind == "numbered" else None),
        tail.issuer,
        mention.scope,
        tail.term,
        mention.canonical or "",
        provision=mention.provision,
        title=mention.title,
        place=tail.place,
    )


def _as_printed(text: Text, written: Span, span: Span, quote: str) -> str:
    """The words of `written`, which mostly lie in those of `span`, whose `quote` is known."""
    start, end = span
    if len(quote) == end - start and start <= written[0] and written[1] <= end:
        return printed(quote[written[0] - start : written[1] - start])
    first, last = text.raw_span(written)
    return printed(text.raw[first:last])
