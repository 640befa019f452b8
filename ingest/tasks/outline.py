"""A document's outline: its items with paths, which of them only head others, which instruct."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.layout import Layout
from ingest.tasks.operative import with_operative
from ingest.tasks.paragraphs import Paragraph, paragraphs
from ingest.tasks.tables import table_spans
from ingest.tasks.tree import Builder, Item, headed, renumbered, unrepeated
from ingest.text import Span, Text
from ontology.load import cues

__all__ = ["Item", "outline_of"]

_PIPES = re.compile(r"\n[ \t]*\||\|[^\n|]*\||\t[^\n\t]*\t")


def outline_of(text: Text, layout: Layout) -> tuple[Item, ...]:
    """The items of the body, and of annexes that are plans or rules of their own, in text order."""
    found: list[Item] = []
    for part, prefix, annex in _parts(text, layout):
        builder = Builder(prefix)
        for paragraph in _unquoted(text, paragraphs(text, part, _left_out(text, layout, part))):
            builder.add(paragraph)
        items = with_operative(text, layout, renumbered(headed(text, builder.items)), annex)
        first = len(found)
        if first == 0:
            found = items
            continue
        found += [
            item if item.parent is None else item._replace(parent=item.parent + first) for item in items
        ]
    return tuple(unrepeated(found))


def _parts(text: Text, layout: Layout) -> Iterator[tuple[Span, str, str | None]]:
    """The parts that have an outline: span, the root of its paths, what an annex is."""
    yield layout.body, "", None
    plan, rules = (cues("sections")[name].pattern for name in ("plan annex", "rules annex"))
    for annex in layout.annexes:
        opening = text.folded[annex[0] : annex[0] + 300].lstrip(" |*")
        words = " ".join(opening.split())
        if plan.match(words):
            yield annex, "PL" if opening.startswith("phụ lục") else "", "plan"
        elif rules.match(words):
            yield annex, "", "rules"


def _left_out(text: Text, layout: Layout, part: Span) -> list[Span]:
    """Stamps, captions and tables."""
    signs = text.lines.find("|", *part) >= 0 or text.lines.find("\t", *part) >= 0
    tables = table_spans(text, part) if signs and _PIPES.search(text.lines, *part) else []
    return sorted([*tables, *(aside for aside in layout.asides if aside[1] > aside[0])])


def _unquoted(text: Text, found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """All paragraphs but those inside quotation marks: the new wording that an amendment gives."""
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
