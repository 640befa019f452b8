"""A document's outline: its items with paths, which of them only head others, which instruct."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.layout import Layout
from ingest.tasks.operative import mark_operative
from ingest.tasks.paragraphs import Paragraph, paragraphs
from ingest.tasks.tables import table_spans
from ingest.tasks.tree import Builder, Item, mark_headings, renumber, tell_apart
from ingest.text import Span, Text
from ontology.load import cues, spelling

__all__ = ["Item", "outline_of"]

_APPENDIX = spelling("appendix")
_PIPES = re.compile(r"\n[ \t]*\||\|[^\n|]*\||\t[^\n\t]*\t")


def outline_of(text: Text, layout: Layout) -> tuple[Item, ...]:
    """The items of the body, and of annexes that are plans or rules of their own, in text order."""
    found: list[Item] = []
    for part, prefix, annex in _parts(text, layout):
        builder = Builder(prefix)
        for paragraph in _unquoted(text, part, paragraphs(text, part, _left_out(text, layout, part))):
            builder.add(paragraph)
        items = builder.items
        mark_headings(text, items)
        renumber(items)
        mark_operative(text, layout, items, annex)
        for item in items if found else ():
            item.parent = None if item.parent is None else item.parent + len(found)
        found += items
    tell_apart(found)
    return tuple(found)


def _parts(text: Text, layout: Layout) -> Iterator[tuple[Span, str, str | None]]:
    """The parts that have an outline: span, the root of its paths, what an annex is."""
    yield layout.body, "", None
    plan, rules = (cues("sections")[name].pattern for name in ("plan annex", "rules annex"))
    for annex in layout.annexes:
        opening = text.folded[annex[0] : annex[0] + 300].lstrip(" |*")
        words = " ".join(opening.split())
        if plan.match(words):
            yield annex, "PL" if opening.startswith(_APPENDIX) else "", "plan"
        elif rules.match(words):
            yield annex, "", "rules"


def _left_out(text: Text, layout: Layout, part: Span) -> list[Span]:
    """Stamps, captions and tables."""
    asides = (aside for aside in layout.asides if aside[1] > aside[0])
    return sorted([*table_spans(text, part), *asides] if _parted(text.lines, part) else asides)


def _parted(source: str, part: Span) -> bool:
    """Whether there are pipes or tabs as in tables."""
    signs = [at for at in (source.find("|", *part), source.find("\t", *part)) if at >= 0]
    if not signs:
        return False
    line = source.rfind("\n", part[0], min(signs))
    return _PIPES.search(source, max(line, part[0]), part[1]) is not None


def _unquoted(text: Text, part: Span, found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """All paragraphs but those inside quotation marks: the new wording that an amendment gives."""
    if text.lines.find('"', *part) < 0:
        yield from found
        return
    held: list[Paragraph] = []
    for paragraph in found:
        odd = text.lines.count('"', paragraph.start, paragraph.end) % 2 == 1
        opens = text.lines[paragraph.start] == '"'
        if held:
            held.append(paragraph)
            if odd:
                held = []
        elif opens and odd:
            held = [paragraph]
        elif not opens:
            yield paragraph
    yield from held  # never closed: a slip, not a quotation
