"""From a document's text to all that it states: the order of reading, one line a step."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from graph.extraction import RELATION_MANNERS, Citation, Extraction, Link, TaskFacts
from graph.ids import document_id, mention_ids
from ingest.assignments import find_assignments
from ingest.citations import find_citations
from ingest.citations.functions import functions_of
from ingest.header import read_header
from ingest.layout import layout_of
from ingest.links import carried_out, find_links
from ingest.targets import find_targets
from ingest.tasks import find_tasks
from ingest.tasks.outline import outline_of
from ingest.tasks.tables import task_tables
from ingest.text import Text


def read(text: Text) -> Extraction:
    """All that `text` states, with evidence. Never fails: a text without a directive yields little."""
    layout = layout_of(text)
    facts = read_header(text, layout)
    facts = replace(facts, id=document_id(facts))
    citations = find_citations(text, layout, facts)
    links = tuple(sorted(find_links(text, layout, facts, citations), key=_as_listed))
    items = outline_of(text, layout)
    rows = task_tables(text, layout, facts.date)
    tasks = _carrying_out(text, find_tasks(text, layout, facts, items, rows), citations)
    functions = functions_of(text, layout, citations, links, tasks)
    citations = tuple(map(Citation.settled, citations, functions, mention_ids(citations, facts)))
    assignments = find_assignments(text, layout, facts, items, rows, tasks)
    targets = find_targets(text, tasks, items, rows, int(facts.date[:4]) if facts.date else None)
    return Extraction(facts, citations, links, tasks, assignments, targets)


def _as_listed(link: Link) -> tuple[bool, int]:
    """Links in the order of their JSON: what is carried out first, each kind in text order."""
    return link.manner in RELATION_MANNERS, link.evidence.start


def _carrying_out(
    text: Text, tasks: Iterable[TaskFacts], citations: tuple[Citation, ...]
) -> tuple[TaskFacts, ...]:
    """The tasks with what each carries out."""
    starts = [citation.evidence.start for citation in citations]
    found = []
    for task in tasks:
        first, last = task.evidence.start, task.evidence.end
        inside = citations[bisect_left(starts, first) : bisect_left(starts, last)]
        implements = carried_out(text, text.view_span((first, last)), inside) if inside else ()
        found.append(replace(task, implements=implements) if implements else task)
    return tuple(found)
