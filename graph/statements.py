"""What one document states, as nodes and edges under the identity that `resolve` decided.

A document is read twice while a graph is built: for the nodes that it brings, then for its edges. A
second copy of a directive brings its mentions and links, not the tasks again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Protocol

from graph.bodies import Bodies, home_of, recipient
from graph.canonical import SELF
from graph.extraction import Citation, Evidence, Extraction, TaskFacts, task_id
from graph.identity.agree import Verdict, title_of, titles
from graph.identity.explain import reason
from graph.identity.organs import organ_of, organs
from graph.identity.resolve import Outcome, Resolution
from graph.ids import open_mention_id
from graph.model import Claim, Directive, Edge, Mention, Target, Task
from ontology.terms import bounds

_KINDS = {"amends": "AMENDS", "replaces": "REPLACES", "repeals": "REPEALS", "guides": "GUIDES"}


class Whole(Protocol):
    """What the statements of all documents share."""

    resolution: Resolution
    bodies: Bodies
    directives: dict[str, Directive]
    claims: dict[str, dict[tuple[str, str], Claim]]
    issued: dict[str, tuple[str, Evidence]]

    def claim(self, id: str, name: str, value: str | None, evidence: Evidence) -> None:
        """Note what a document states of a directive."""

    def same(self, words: str) -> str:
        """One object for equal sentences."""


class Statements:
    """One document's statements; `holds` tells whether its directive's tasks are taken from it."""

    def __init__(self, whole: Whole, name: str, extraction: Extraction) -> None:
        self.whole = whole
        self.name = name
        self.extraction = extraction
        self.id = whole.resolution.held[name]
        self.holds = whole.directives[self.id].document == name
        self.home = home_of(whole.directives[self.id], name)
        self.outcomes = [whole.resolution.outcome(name, at) for at in range(len(extraction.citations))]
        self.ids = {task.path: task_id(self.id, task.path) for task in extraction.tasks}
        self._reasons: dict[tuple[int, str], tuple[str, str]] = {}

    def note(self) -> None:
        """What the document adds to nodes of others: claims, issuers, and the bodies that it names."""
        for citation, outcome in self._mentions():
            directive = outcome.directive
            if directive is None or outcome.status == "self":
                continue
            self._claim(directive, citation)
            if citation.issuer and citation.issuer == self.whole.directives[directive].issuer:
                self.whole.issued.setdefault(directive, (citation.issuer, citation.evidence))
        if self.holds:
            for _ in self._bodies():
                pass
            self._province()

    def _claim(self, id: str, citation: Citation) -> None:
        """Note where a mention says something else of its directive; titles and issuers vary in words."""
        meant = self.whole.directives[id]
        self.whole.claim(id, "date", citation.date, citation.evidence)
        self.whole.claim(id, "term", citation.term, citation.evidence)
        # What follows "khoản 2 Điều 5 Nghị định …" is the subject of that provision.
        other = titles(title_of(citation.title), title_of(meant.title)) is Verdict.CONTRADICT
        if other and not citation.provision:
            self.whole.claim(id, "title", citation.title, citation.evidence)
        if organs(organ_of(citation.issuer), organ_of(meant.issuer)) is Verdict.CONTRADICT:
            self.whole.claim(id, "issuer", citation.issuer, citation.evidence)

    def _mentions(self) -> Iterator[tuple[Citation, Outcome]]:
        """The citations that people did not say to be none, each with what it means."""
        for citation, outcome in zip(self.extraction.citations, self.outcomes, strict=True):
            if outcome is not None:
                yield citation, outcome

    def _province(self) -> None:
        """A province that the document has only through what it cites is a claim with that mention."""
        told = self.whole.resolution.provinces.get(self.name)
        if told is not None and told.citation is not None:
            evidence = self.extraction.citations[told.citation].evidence
            claims = self.whole.claims.setdefault(self.id, {})
            claims.setdefault(("province", told.name), Claim("province", told.name, evidence))

    def open_mentions(self) -> Iterator[Mention]:
        """The mentions that stay open."""
        for citation, outcome in self._mentions():
            if outcome.directive is None:
                id = open_mention_id(self.name, citation.evidence.start)
                yield Mention(
                    id, self.name, citation.number, *self._why(outcome, citation), citation.evidence
                )

    def tasks(self) -> Iterator[Task]:
        """The tasks that the document sets."""
        for task in self.extraction.tasks:
            yield Task(
                self.ids[task.path],
                task.path,
                task.text,
                task.heading,
                self.id,
                self.name,
                task.deadline,
                task.deadline_kind,
                task.deadline_text,
                task.recurrence,
                task.product,
                task.evidence.start,
                task.evidence.end,
            )

    def targets(self) -> Iterator[Target]:
        """What its tasks must reach."""
        for target, evidence in self._targets():
            del evidence
            yield target

    def _targets(self) -> Iterator[tuple[Target, Evidence]]:
        count: dict[str, int] = {}
        for target in self.extraction.targets:
            task = self.ids.get(target.task)
            if task is None:
                continue
            count[task] = count.get(task, 0) + 1
            id = f"target/{task.removeprefix('task/')}/{count[task]}"
            values = (target.comparator, target.value, target.unit, target.of, target.year, target.deadline)
            yield Target(id, task, target.evidence.quote, *values), target.evidence

    def edges(self) -> Iterator[Edge]:
        """All that the document says of how things hang together; some of it perhaps twice."""
        yield from self._cites()
        yield from self._links()
        if self.holds:
            yield from self._task_edges()
            yield from self._bodies()
            for target, evidence in self._targets():
                yield Edge("HAS_TARGET", target.task, target.id, evidence)

    def _cites(self) -> Iterator[Edge]:
        """An edge for each mention; a mention that stays open is a node with its candidates."""
        for citation, outcome in self._mentions():
            said, function, provision = citation.evidence, citation.function, citation.provision
            if outcome.directive is None:
                id = open_mention_id(self.name, said.start)
                yield Edge("MENTIONS", self.id, id, said, function=function, provision=provision)
                for candidate in outcome.candidates:
                    yield Edge("CANDIDATE", id, candidate)
                continue
            vi, en = self._why(outcome, citation)
            yield Edge(
                "CITES",
                self.id,
                outcome.directive,
                said,
                function=function,
                provision=provision,
                number=citation.number,
                reason_vi=vi,
                reason_en=en,
            )

    def _why(self, outcome: Outcome, citation: Citation) -> tuple[str, str]:
        """The sentence for an outcome in both languages; a document's mentions of one directive share it."""
        rule = "lent" if outcome.rule == "date" and citation.date is None else outcome.rule
        case = id(outcome.sighting), rule
        if case not in self._reasons:
            meant = self.whole.directives.get(outcome.directive or "")
            count = len(outcome.candidates)
            vi, en = (reason(rule, lang, outcome.sighting, meant, count) for lang in ("vi", "en"))
            self._reasons[case] = self.whole.same(vi), self.whole.same(en)
        return self._reasons[case]

    def _links(self) -> Iterator[Edge]:
        """The links between directives that the document states."""
        for link in self.extraction.links:
            source = self._end(link.source, link.source_start)
            target = self._end(link.target, link.target_start)
            if source is None or target is None or source == target:
                continue
            kind = _KINDS.get(link.manner, "IMPLEMENTS")
            manner = link.manner if kind == "IMPLEMENTS" else None
            yield Edge(kind, source, target, link.evidence, part=link.part, manner=manner)

    def _end(self, canonical: str, start: int | None) -> str | None:
        """The directive at an end of a link; None if it stays open."""
        if canonical == SELF:
            return self.id
        if start is not None and start in self._at:
            return self._at[start]
        meant = self._meant.get(canonical, set())
        return next(iter(meant)) if len(meant) == 1 else None

    @cached_property
    def _at(self) -> dict[int, str | None]:
        """The directive of the citation at an offset."""
        return {
            citation.evidence.start: outcome.directive if outcome else None
            for citation, outcome in zip(self.extraction.citations, self.outcomes, strict=True)
        }

    @cached_property
    def _meant(self) -> dict[str, set[str | None]]:
        """The directives of the citations of a canonical."""
        found: dict[str, set[str | None]] = {}
        for citation, outcome in self._mentions():
            found.setdefault(citation.canonical, set()).add(outcome.directive)
        return found

    def _task_edges(self) -> Iterator[Edge]:
        """How tasks hang together, and what they carry out."""
        for task in self.extraction.tasks:
            id = self.ids[task.path]
            yield Edge("SETS", self.id, id, task.evidence)
            above = parent_path(task.path, self.ids)
            if above is not None:
                yield Edge("PART_OF", id, self.ids[above], task.evidence)
            yield from self._carries_out(task, id)

    def _carries_out(self, task: TaskFacts, id: str) -> Iterator[Edge]:
        """A task's own links: to the directive that the mention inside it means."""
        inside = range(task.evidence.start, task.evidence.end)
        for canonical in task.implements:
            here = [
                (citation.evidence, outcome)
                for citation, outcome in zip(self.extraction.citations, self.outcomes, strict=True)
                if citation.canonical == canonical and citation.evidence.start in inside
            ]
            cited = [(said, outcome.directive) for said, outcome in here if outcome is not None]
            if here and not cited:
                continue
            evidence = cited[0][0] if cited else task.evidence
            directive = cited[0][1] if cited else self._end(canonical, None)
            if directive is not None and directive != self.id and not self._is_later(directive):
                yield Edge("IMPLEMENTS", id, directive, evidence, manner="implements")

    def _is_later(self, directive: str) -> bool:
        """Whether a directive is later than the document, by dates known in full."""
        own, other = self.whole.directives[self.id].date, self.whole.directives[directive].date
        return bool(own and other and bounds(own)[1] < bounds(other)[0])

    def _bodies(self) -> Iterator[Edge]:
        """Who must do the tasks, who issued the document, and to whom it is sent."""
        for given in self.extraction.assignments:
            if given.task in self.ids:
                body, task = self.whole.bodies.of(given.body, self.home), self.ids[given.task]
                yield Edge(
                    "ASSIGNED_TO",
                    task,
                    body,
                    given.evidence,
                    role=given.role,
                    inherited_from=given.inherited_from,
                )
        facts = self.extraction.document
        known = facts.evidence or {}
        for issuer in facts.issuers or ((facts.issuer,) if facts.issuer else ()):
            yield Edge("ISSUED_BY", self.id, self.whole.bodies.of(issuer, self.home), known.get("issuer"))
        for line in facts.recipients:
            name = recipient(line)
            if name:
                yield Edge("SENT_TO", self.id, self.whole.bodies.of(name, self.home), known.get("recipients"))


def parent_path(path: str, paths: Iterable[str] | dict[str, str]) -> str | None:
    """The nearest task above a path of an outline, among `paths`; None if there is none.

    >>> parent_path("III.1-2", {"III": "", "III.1": ""}), parent_path("II.3¶2", {"II.3": ""})
    ('III.1', 'II.3')
    >>> parent_path("II.1", {"I": "", "II.1-1": ""}) is None
    True
    """
    for above in _above(path):
        if above in paths:
            return above
    return None


def _above(path: str) -> Iterator[str]:
    for at in range(len(path) - 1, 0, -1):
        if path[at] in ".-¶#":
            yield path[:at]
