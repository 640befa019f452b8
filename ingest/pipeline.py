"""From a document's text to all that it states: the order of reading, one line a step."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction import RELATION_MANNERS, Citation, DocumentFacts, Extraction, Link, TaskFacts
from graph.ids import document_id, mention_id
from ingest.assignments import find_assignments
from ingest.citations import find_citations
from ingest.citations.functions import with_functions
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
    citations = tuple(_identified(c, facts) for c in find_citations(text, layout, facts))
    links = tuple(sorted(find_links(text, layout, facts, citations), key=_as_listed))
    items = outline_of(text, layout)
    rows = task_tables(text, layout)
    tasks = tuple(
        _carrying_out(text, task, citations) for task in find_tasks(text, layout, facts, items, rows)
    )
    citations = with_functions(text, layout, citations, links, tasks)
    assignments = find_assignments(text, layout, facts, items, rows, tasks)
    targets = find_targets(text, tasks, items)
    return Extraction(facts, citations, links, tasks, assignments, targets)


def _as_listed(link: Link) -> tuple[bool, int]:
    """Links in the order of their JSON: what is carried out first, each kind in text order."""
    return link.manner in RELATION_MANNERS, link.evidence.start


def _identified(citation: Citation, facts: DocumentFacts) -> Citation:
    directive = mention_id(citation, facts)
    return citation if directive is None else citation.identified(directive)


def _carrying_out(text: Text, task: TaskFacts, citations: tuple[Citation, ...]) -> TaskFacts:
    span = text.view_span((task.evidence.start, task.evidence.end))
    implements = carried_out(text, span, citations)
    return replace(task, implements=implements) if implements else task
