"""What each mention is there for: the basis of the document, part of a title, a task, or other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from graph.extraction import IMPLEMENTS_MANNERS, Citation, Link, TaskFacts
from ingest.layout import Layout
from ingest.links.verbs import breaks, says, sentence_end
from ingest.text import Span, Text
from ontology.load import cues

_LINE = 200
_SENTENCE = 240
_SHORT = 20  # what is no further sentence


def with_functions(
    text: Text,
    layout: Layout,
    citations: Sequence[Citation],
    links: Sequence[Link],
    tasks: Sequence[TaskFacts],
) -> tuple[Citation, ...]:
    """`citations` with their functions.

    "title": in the document's own title, or in the title of another directive as it is quoted
    ("Kết luận 43-KL/TW về tiếp tục thực hiện Nghị quyết 25-NQ/TW": the resolution); "basis": in the
    bases or the opening sentence (in lines of "Căn cứ …" everything is basis); "task": in an
    operative task; "other": elsewhere, and what an opening says that it answers, or tells of years past.
    """
    quoted = {
        link.target_start
        for link in links
        if link.source_start is not None and link.manner in IMPLEMENTS_MANNERS
    }
    grounds = _grounds(text, citations)
    listed = cues("functions")["grounds"].pattern.search(text.folded, *layout.preamble) is not None
    spans = sorted((task.evidence.start, task.evidence.end) for task in tasks)
    starts = [start for start, _ in spans]

    def function(citation: Citation) -> str:
        start = citation.evidence.start
        at = text.view_span((start, citation.evidence.end))[0]
        if _within(at, layout.title):
            return "title"
        in_preamble = _within(at, layout.preamble)
        if start in quoted and not (in_preamble and listed):
            return "title"
        if in_preamble:
            return "other" if _told(text, layout.preamble, at) else "basis"
        place = bisect_right(starts, start) - 1
        if place >= 0 and start < spans[place][1]:
            return "task"
        return "basis" if start in grounds else "other"

    return tuple(_with_function(citation, function(citation)) for citation in citations)


def _told(text: Text, preamble: Span, at: int) -> bool:
    """Whether the preamble's words before `at` say that a letter answers it, or its sentence tells history."""
    floor = max(preamble[0], at - _SENTENCE)
    if cues("functions")["answered"].pattern.search(text.folded, floor, at):
        return True
    stop = sentence_end(text, at, preamble[1])
    start = max((m.end() for m in breaks().finditer(text.lines, floor, at)), default=None)
    whole = start is not None or floor == preamble[0]
    sentence = text.folded[floor if start is None else start : stop].lstrip()
    if cues("functions")["looks_back"].pattern.search(sentence):
        return True
    if says("as_follows", sentence):
        return False
    first = not text.folded[start or floor : at].strip()
    last = text.trim((stop, preamble[1]))
    followed = last[1] - last[0] > _SHORT
    if whole and followed and not first and cues("functions")["situation"].pattern.match(sentence):
        return True
    return says("history", sentence) and not (says("opens", sentence) or says("basis", sentence))


def _grounds(text: Text, citations: Sequence[Citation]) -> set[int]:
    """Starts of what lines of grounds in the body ("- Căn cứ …") name, not of what stands in its titles."""
    found: set[int] = set()
    line = cues("functions")["grounds_line"].pattern
    end, listed = 0, False
    for citation in citations:
        start, stop = text.view_span((citation.evidence.start, citation.evidence.end))
        words = text.lines[max(end - 1, start - _LINE, 0) : start].lower()
        joined = listed and cues("functions")["joint"].pattern.fullmatch(words[1:].strip()) is not None
        listed = joined or _opens_a_line(line, words)
        if listed:
            found.add(citation.evidence.start)
        end = stop
    return found


def _opens_a_line(pattern: re.Pattern[str], words: str) -> bool:
    """Whether the pattern, which begins a line, is found in `words`."""
    at = 0
    while at >= 0:
        if pattern.match(words, at):
            return True
        at = words.find("\n", at + 1)
    return False


def _with_function(citation: Citation, function: str) -> Citation:
    return citation if citation.function == function else replace(citation, function=function)


def _within(at: int, span: Span | None) -> bool:
    return span is not None and span[0] <= at < span[1]
