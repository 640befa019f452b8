"""What each mention is there for: the basis of the document, part of a title, a task, or other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from graph.extraction import IMPLEMENTS_MANNERS, Citation, Link, TaskFacts
from ingest.layout import Layout
from ingest.links.verbs import breaks, says, sentence_end
from ingest.text import Span, Text
from ontology.load import cues, document

_LINE = 200
_SENTENCE = 600
_SHORT = 20  # what is no further sentence


def functions_of(
    text: Text,
    layout: Layout,
    citations: Sequence[Citation],
    links: Sequence[Link],
    tasks: Sequence[TaskFacts],
) -> list[str]:
    """The functions of `citations`.

    "title": in the document's own title, or in the title of another directive as it is quoted
    ("Kết luận 43-KL/TW về tiếp tục thực hiện Nghị quyết 25-NQ/TW": the resolution); "basis": in the
    bases or the opening sentence (in lines of "Căn cứ …" everything is basis); "task": in an
    operative task; "other": elsewhere, and what an opening says that it answers, or tells of years past.
    """
    quoted = _quoted(links)
    title, opening = layout.title or (0, 0), _Opening(text, layout.preamble)
    first, last = layout.preamble
    spans = sorted((task.evidence.start, task.evidence.end) for task in tasks)
    starts = [start for start, _ in spans]
    places = [text.view_span((c.evidence.start, c.evidence.end)) for c in citations]
    found = []
    for citation, (at, _), ground in zip(citations, places, _grounds(text, places), strict=True):
        start = citation.evidence.start
        if title[0] <= at < title[1]:
            function = "title"
        elif first <= at < last:
            if start in quoted and not opening.listed():
                function = "title"
            else:
                function = "other" if opening.tells(at) else "basis"
        elif start in quoted:
            function = "title"
        else:
            task = bisect_right(starts, start) - 1
            operative = task >= 0 and start < spans[task][1]
            function = "task" if operative else "basis" if ground else "other"
        found.append(function)
    return found


def _quoted(links: Sequence[Link]) -> set[int | None]:
    """Where the mentions begin that another directive's quoted title names."""
    return {
        link.target_start
        for link in links
        if link.source_start is not None
        and link.manner in IMPLEMENTS_MANNERS
        and link.source_start < (link.target_start or 0)
    }


class _Opening:
    """The bases or opening sentences of a document."""

    def __init__(self, text: Text, span: Span) -> None:
        self.text = text
        self.span = span
        answers = cues("functions")["answered"].pattern.finditer(text.folded, *span)
        self.answered = [match.span(1) for match in answers]  # in text order: the last one is the nearest

    def listed(self) -> bool:
        """Whether they are lines of grounds."""
        return cues("functions")["grounds"].pattern.search(self.text.folded, *self.span) is not None

    def tells(self, at: int) -> bool:
        """Whether the words before `at` say that a letter answers it, or its sentence tells history."""
        nearest = bisect_right(self.answered, (at, len(self.text))) - 1
        if nearest >= 0 and at <= self.answered[nearest][1]:
            return True
        text, (floor, limit) = self.text, self.span
        whole = at - floor <= _SENTENCE
        floor = start = max(floor, at - _SENTENCE)
        for match in breaks().finditer(text.lines, floor, at):
            start, whole = match.end(), True
        before = text.folded[start:at].lstrip()
        situation = cues("functions")["situation"].pattern.match(before) is not None
        rests = says("basis", before) or says("opens", before)
        if rests and not situation:
            return False
        stop = sentence_end(text, at, limit)
        sentence = text.folded[start:stop].lstrip()
        if cues("functions")["looks_back"].pattern.match(sentence):
            return True
        if says("as_follows", sentence):
            return False
        if whole and situation and before:
            last = text.trim((stop, limit))
            if last[1] - last[0] > _SHORT:
                return True
        return says("history", sentence) and not rests


def _grounds(text: Text, places: Sequence[Span]) -> list[bool]:
    """Whether lines of grounds in the body ("- Căn cứ …") name each mention; not what stands in their titles."""
    line, joint = cues("functions")["grounds_line"].pattern, cues("functions")["joint"].pattern
    hint = document("functions")["hints"]["grounds"]
    found = []
    end, listed = 0, False
    for start, stop in places:
        floor = max(end - 1, start - _LINE, 0)
        listed = listed and joint.fullmatch(text.lines[floor + 1 : start].lower().strip()) is not None
        if not listed and text.folded.find(hint, floor, start) >= 0:
            listed = _opens_a_line(line, text.lines[floor:start].lower())
        found.append(listed)
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
