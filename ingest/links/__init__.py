"""Links between directives that a document states: implements, continues, amends, promulgates, …

What the document itself implements stands only in its title and its opening or bases ("Thực hiện X,
Y ban hành Kế hoạch này"), what it changes or promulgates also in its operative articles. Links
between two other directives come from their titles as quoted, anywhere. What a task carries out
belongs to the task (`carried_out`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from operator import attrgetter

from graph.extraction import Citation, DocumentFacts, Link
from ingest.layout import Layout
from ingest.links.cited import Cited, cited_in, kind_told, not_below, plausible
from ingest.links.deeds import CARRYING, CHANGING, Deed, deeds
from ingest.links.verbs import breaks, cue, says, sentence_end, squeezed
from ingest.text import Span, Text
from ontology.load import document
from ontology.types import LAW

# The longest indent of an article's line.
_INDENT = 200
# More laws than this are not compared by name; a document that was met cites 34.
_LAWS = 100
_YEAR = re.compile(r" ([0-9]{4})-[0-9]{2}-[0-9]{2}$")
_START = attrgetter("evidence.start")


def find_links(
    text: Text, layout: Layout, facts: DocumentFacts, citations: tuple[Citation, ...]
) -> tuple[Link, ...]:
    """The links that `text` states, each once, with the words from the source (or verb) to the target.

    `citations` are those of the same text. A link that would make a directive carry out, change or
    explain a later one, or one of a lower level, is not believed.

    >>> from ingest.layout import Layout
    >>> from graph.extraction import Evidence
    >>> text = Text("a.txt", "Nghị định số 7/2024/NĐ-CP sửa đổi Nghị định số 5/2020/NĐ-CP")
    >>> def cited(start, end, number):
    ...     evidence = Evidence("a.txt", start, end, text.raw[start:end], "demo")
    ...     return Citation(evidence, "numbered", "nghị định", number, None, None, None, None, f"NĐ {number}")
    >>> layout = Layout((0, 0), None, (0, 0), (0, len(text)), (0, 0), (), ())
    >>> pair = cited(0, 25, "7/2024/NĐ-CP"), cited(34, 59, "5/2020/NĐ-CP")
    >>> links = find_links(text, layout, DocumentFacts("x"), pair)
    >>> [(link.source, link.manner, link.target) for link in links]
    [('NĐ 7/2024/NĐ-CP', 'amends', 'NĐ 5/2020/NĐ-CP')]
    """
    mentions = cited_in(text, citations)
    if layout.asides:
        mentions = [m for m in mentions if not _within(m.start, layout.asides)]
    stating = _Stating(text, layout, facts, mentions)
    links = [link for deed in deeds(text, mentions) for link in stating.links(deed)]
    links += [*stating.expired(), *stating.amending_laws()]
    # The opening says in full what the title says.
    opening = text.raw_span(layout.preamble)
    links.sort(key=lambda link: link.source != "this" or not _within(link.evidence.start, (opening,)))
    return _once(links)


def carried_out(text: Text, span: Span, citations: tuple[Citation, ...]) -> tuple[str, ...]:
    """Canonicals of what the text of `span` (offsets of the views) says is to be carried out.

    Making known, watching, "theo tinh thần X" and reviewing are not carrying out; the document itself
    is never among them, nor a directive that stands only in another's title.
    """
    first, last = text.raw_span(span)
    begin = bisect_left(citations, first, key=_START)
    end = bisect_left(citations, last, key=_START)
    mentions = cited_in(text, citations[begin:end])
    if all(mention.itself for mention in mentions):
        return ()
    found: dict[str, None] = {}
    for deed in deeds(text, mentions, span[0]):
        mention = mentions[deed.target]
        if deed.actor is None and not mention.itself and _carries(text, deed, mention, span[1]):
            found[mention.citation.canonical] = None
    return tuple(found)


def _carries(text: Text, deed: Deed, mention: Cited, limit: int) -> bool:
    if deed.manner == "grounds":
        tail = text.folded[mention.end : min(limit, mention.end + 400)]
        return says("to_carry_out", tail)
    if deed.manner == "guides":
        return cue("carrying_out").pattern.search(text.folded, deed.start, mention.start) is not None
    return deed.manner in ("implements", "continues")


class _Stating:
    """What the deeds of one document state as links."""

    def __init__(self, text: Text, layout: Layout, facts: DocumentFacts, mentions: Sequence[Cited]) -> None:
        self.text = text
        self.layout = layout
        self.facts = facts
        self.mentions = mentions

    @cached_property
    def articles(self) -> bool:
        """Whether the operative text has articles."""
        words, (start, end) = document("links")["sentence"], self.layout.body
        body = ("\n" + self.text.lines)[start : end + 1]
        firsts = (match.start() for match in re.finditer(words["article"], body))
        return any(body[max(0, at - _INDENT) : at].rstrip(words["indent"]).endswith("\n") for at in firsts)

    def links(self, deed: Deed) -> Iterator[Link]:
        """The link that a deed states, if it states one."""
        target = self.mentions[deed.target]
        if deed.manner == "grounds" or target.itself:
            return
        actor = None if deed.actor is None else self.mentions[deed.actor]
        deed = self._guiding(deed, target)
        if actor is None or actor.itself:
            if self._speaks(deed) and self._mine(deed, target):
                yield self._link(deed, actor, target)
        elif _may(deed.manner, actor.citation, target.citation) or self._by_title(deed.manner, actor, target):
            yield self._link(deed, actor, target)
            if deed.manner in CARRYING and self._promulgated(actor):
                yield self._link(deed._replace(actor=None), None, target)

    def _guiding(self, deed: Deed, target: Cited) -> Deed:
        """The deed, unless a paper guides how to carry out what is no law, decree or resolution: that is
        carrying it out."""
        if deed.manner != "guides" or target.citation.type in document("links")["guided"]:
            return deed
        carrying = cue("carrying_out").pattern.search(self.text.folded, deed.start, target.start)
        return deed._replace(manner="implements") if carrying else deed

    def _by_title(self, manner: str, actor: Cited, target: Cited) -> bool:
        """Whether the actor's title says outright that it carries out `target`, although the latter's date
        is a later one of the same year: then a day or month is a slip."""
        between = self.text.folded[actor.end : target.start]
        if manner not in ("implements", "continues") or len(between) > 80:
            return False
        one, other = _YEAR.search(actor.citation.canonical), _YEAR.search(target.citation.canonical)
        alike = one is not None and other is not None and one[1] == other[1]
        said = alike and says("titled_carrying", squeezed(between))
        return said and not_below(actor.citation, target.citation)

    def _speaks(self, deed: Deed) -> bool:
        """Whether what the sentence does is what the document does."""
        if self.layout.title and _within(deed.start, (self.layout.title,)):
            return True
        if _within(deed.start, (self.layout.preamble,)):
            return deed.manner != "guides" and self._opens(deed)
        if not deed.lead or deed.manner == "guides" or deed.manner in CARRYING:
            return False
        return _within(deed.start, (self.layout.body,)) and (self.articles or self._names_itself(deed))

    def _names_itself(self, deed: Deed) -> bool:
        """Whether "Hướng dẫn này" or the like is the subject of the sentence."""
        at = bisect_left(self.mentions, deed.sentence, key=lambda mention: mention.start)
        return at < len(self.mentions) and self.mentions[at].itself and self.mentions[at].start < deed.start

    def _opens(self, deed: Deed) -> bool:
        """Whether the sentence says on what ground the document is made, and does not tell history."""
        stop = sentence_end(self.text, self.mentions[deed.target].end, self.layout.preamble[1])
        sentence = self.text.folded[deed.sentence : stop]
        if says("history", sentence) and not says("as_follows", sentence):
            return False
        if deed.lead or says("opens", sentence):
            return True
        before = self.text.folded[deed.sentence : deed.start].rstrip()
        if says("basis", before) and not before.endswith((",", ";")):
            return False
        return says("announces", sentence)

    def _mine(self, deed: Deed, target: Cited) -> bool:
        """Whether the document itself can do this to `target`."""
        if deed.manner == "promulgates":
            return target.citation.kind == "named"
        if self.facts.date is None or deed.manner not in (*CARRYING, *CHANGING):
            return True
        date = re.search(r" (\d{4}-\d\d-\d\d)$", target.citation.canonical)
        return date is None or date[1] <= self.facts.date

    def _promulgated(self, mention: Cited) -> bool:
        """Whether `mention` is what the document's own title says that it promulgates."""
        title = self.layout.title
        named = mention.citation.kind == "named"
        return named and title is not None and _within(mention.start, (title,))

    def expired(self) -> Iterator[Link]:
        """Links from "Quyết định số … hết hiệu lực kể từ ngày …" in the operative part."""
        start, end = self.layout.body
        if not self.articles:
            return
        for match in cue("expires").pattern.finditer(self.text.folded, start, end):
            for mention in self._subjects(match.start()):
                deed = Deed("repeals", None, 0, mention.start, mention.start)
                if self._mine(deed, mention):
                    yield self._link(deed, None, mention, match.end())

    def _subjects(self, verb: int) -> Iterable[Cited]:
        """The directives before "hết hiệu lực" that are its subject."""
        at = bisect_left(self.mentions, verb, key=lambda mention: mention.start)
        if at == 0:
            return ()
        nearest = self.mentions[at - 1]
        between = self.text.lines[nearest.end : verb]
        listed = ";" in between and not self._opens_item(nearest, verb)
        if nearest.itself or len(between) > 600 or listed or re.search(r"[.:]\s", between):
            return ()
        found = [nearest]
        for place in range(at - 2, max(-1, at - 20), -1):
            mention = self.mentions[place]
            words = self.text.folded[mention.end : found[-1].start]
            if len(words) > 600 or mention.itself or not says("coordinated", words):
                break
            found.append(mention)
        return reversed(found)

    def _opens_item(self, mention: Cited, verb: int) -> bool:
        """Whether a mention begins an item, line or sentence that goes on to `verb`, whatever its title holds."""
        before = self.text.folded[max(0, mention.start - 16) : mention.start]
        begins = says("article_mark", before) or before.rstrip().endswith(".")
        begins = begins or self.text.lines.startswith("\n", mention.start - 1)
        return begins and breaks().search(self.text.lines, mention.end, verb) is None

    def amending_laws(self) -> Iterator[Link]:
        """Links that a law's name states: "Luật sửa đổi, bổ sung một số điều của Luật A" amends A."""
        laws = [
            (" ".join(self.text.folded[m.start : m.end].split()), m)
            for m in self.mentions
            if kind_told(m.citation) == LAW
        ]
        amending: dict[str, Cited] = {}
        for words, mention in laws:
            match = cue("amending_law").pattern.match(words)
            if match:
                amending[words[match.end() :]] = mention
        names: dict[str, Cited] = {}
        for words, mention in laws if amending else ():
            named = cue("law_name").pattern.match(words)
            if named and not cue("amending_law").pattern.match(words):
                names.setdefault(named[0].rstrip(" ,"), mention)
        for objects, mention in list(amending.items())[:_LAWS]:
            for name, law in list(names.items())[:_LAWS]:
                if name in objects and plausible(mention.citation, law.citation):
                    link = self._link(Deed("amends", 0, 0, mention.start, mention.start), mention, law)
                    evidence = self.text.evidence((mention.start, mention.end), link.evidence.rule)
                    yield replace(link, evidence=evidence)

    def _link(self, deed: Deed, actor: Cited | None, target: Cited, until: int = 0) -> Link:
        own = actor is None or actor.itself
        points = [target.start, target.end, deed.start, until or target.end]
        if actor and not own:
            points = [actor.start, actor.end, target.start, target.end]
        evidence = self.text.evidence((min(points), max(points)), f"links.{deed.manner}")
        return Link(
            source="this" if own or actor is None else actor.citation.canonical,
            target=target.citation.canonical,
            manner=deed.manner,
            evidence=evidence,
            part=(target.citation.provision or deed.part) if deed.manner in CHANGING else None,
            source_start=None if own or actor is None else actor.citation.evidence.start,
            target_start=target.citation.evidence.start,
        )


def _may(manner: str, source: Citation, target: Citation) -> bool:
    """Whether one directive can do this to another."""
    if manner == "promulgates":
        unable = source.type in document("links")["unable"] or source.kind == "named"
        return not unable and target.kind == "named" and source.canonical != target.canonical
    if manner in CHANGING and source.type != target.type and source.type in document("links")["unable"]:
        return False
    return plausible(source, target)


def _once(links: Iterable[Link]) -> tuple[Link, ...]:
    """Each link once; the parts that it changes are gathered."""
    found: dict[tuple[str, str, str], Link] = {}
    for link in links:
        key = link.source, link.target, link.manner
        known = found.setdefault(key, link)
        parts = [*(known.part or "").split("; "), link.part or ""]
        part = "; ".join(dict.fromkeys(filter(None, parts))) or None
        if part != known.part:
            found[key] = replace(known, part=part)
    return tuple(sorted(found.values(), key=lambda link: (link.evidence.start, link.evidence.end)))


def _within(at: int, spans: Iterable[Span]) -> bool:
    return any(start <= at < end for start, end in spans)
