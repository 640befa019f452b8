"""The graph of a workspace: what each document states, with identity as `resolve` decided it.

Everything is sorted, so equal documents give an equal graph whatever their order. Directions are guarded
by a rule of its own: a later directive points at an earlier one. A statement that would point the other
way, by dates that are known in full, is left out and kept in the list of conflicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from graph.bodies import Bodies, home_of, recipient
from graph.canonical import SELF
from graph.explain import reason
from graph.extraction import Citation, Evidence, Extraction, TaskFacts, task_id
from graph.ids import open_mention_id
from graph.model import Claim, Directive, Edge, Graph, Mention, Target, Task
from graph.resolve import Outcome, Resolution
from ontology.terms import bounds

_EDGES = {"amends": "AMENDS", "replaces": "REPLACES", "repeals": "REPEALS", "guides": "GUIDES"}
_GUARDED = frozenset(("IMPLEMENTS", "CITES", *_EDGES.values()))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A statement left out because its directive is older than the one that it points at."""

    edge: Edge
    source_date: str
    target_date: str


def build(resolution: Resolution, documents: Iterable[tuple[str, Extraction]]) -> Graph:
    """The graph of `documents` (name and extraction, in any order) under `resolution`."""
    return build_checked(resolution, documents)[0]


def build_checked(
    resolution: Resolution, documents: Iterable[tuple[str, Extraction]]
) -> tuple[Graph, tuple[Conflict, ...]]:
    """`build`, and the statements that it left out."""
    builder = _Builder(resolution)
    for name, extraction in sorted(documents, key=lambda document: document[0]):
        builder.add(name, extraction)
    return builder.graph()


def edge_order(edge: Edge) -> tuple[str, ...]:
    """What edges are sorted by: kind, source, target, then evidence and properties."""
    evidence = edge.evidence
    said = (
        (evidence.source, f"{evidence.start:012}", f"{evidence.end:012}", evidence.rule) if evidence else ()
    )
    more = (edge.manner, edge.role, edge.function, edge.provision, edge.part, edge.inherited_from)
    return edge.kind, edge.source, edge.target, *said, *(value or "" for value in more)


@dataclass(slots=True)
class _Builder:
    """The graph while documents are added in order of their names."""

    resolution: Resolution
    bodies: Bodies = field(default_factory=Bodies)
    directives: dict[str, Directive] = field(default_factory=dict)
    tasks: list[Task] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    once: dict[tuple[str, ...], Edge] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    claims: dict[str, dict[tuple[str, str], Claim]] = field(default_factory=dict)
    issued: dict[str, tuple[str, Evidence]] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.directives = {directive.id: directive for directive in self.resolution.directives}

    def add(self, name: str, extraction: Extraction) -> None:
        """All that one document states; a second copy of a directive adds only its mentions."""
        document = _Document(self, name, extraction)
        document.cite()
        document.link()
        if self.directives[document.id].document == name:
            document.set_tasks()
            document.address()

    def put(self, edge: Edge) -> None:
        """Keep an edge, unless it would point from an earlier directive at a later one."""
        if edge.kind in _GUARDED and edge.source != edge.target:
            source, target = self._date(edge.source), self._date(edge.target)
            if source and target and bounds(source)[1] < bounds(target)[0]:
                self.conflicts.append(Conflict(edge, source, target))
                return
        if edge.kind == "CITES":
            self.edges.append(edge)
            return
        case = (edge.kind, edge.source, edge.target, edge.manner or "", edge.role or "", edge.part or "")
        self.once.setdefault((*case, edge.inherited_from or ""), edge)

    def _date(self, node: str) -> str | None:
        directive = self.directives.get(node)
        return directive.date if directive else None

    def claim(self, id: str, name: str, value: str | None, evidence: Evidence) -> None:
        """Note what a document states of a directive, where the directive has something else, not only more."""
        own = getattr(self.directives[id], name)
        if value is not None and value != own and not f"{own}-".startswith(f"{value}-"):
            self.claims.setdefault(id, {}).setdefault((name, value), Claim(name, value, evidence))

    def same(self, words: str) -> str:
        """One object for equal sentences: there are millions of edges and few sentences."""
        return self.words.setdefault(words, words)

    def graph(self) -> tuple[Graph, tuple[Conflict, ...]]:
        """What was built, each list sorted."""
        for directive in self.resolution.directives:
            self._issued(directive)
        edges = [*self.edges, *self.once.values(), *self.bodies.successions()]
        graph = Graph(
            tuple(self._with_claims(directive) for directive in self.resolution.directives),
            self.bodies.nodes(),
            tuple(sorted(self.tasks, key=lambda task: task.id)),
            tuple(sorted(self.targets, key=lambda target: target.id)),
            tuple(sorted(self.mentions, key=lambda mention: mention.id)),
            tuple(sorted(edges, key=edge_order)),
            self.resolution.redirects,
        )
        conflicts = sorted(self.conflicts, key=lambda conflict: edge_order(conflict.edge))
        return graph, tuple(conflicts)

    def _with_claims(self, directive: Directive) -> Directive:
        claims = self.claims.get(directive.id)
        if not claims:
            return directive
        return replace(directive, claims=tuple(claims[case] for case in sorted(claims)))

    def _issued(self, directive: Directive) -> None:
        """The issuer of a directive that is only cited: as its mentions name it."""
        if directive.status == "cited" and directive.id in self.issued:
            issuer, evidence = self.issued[directive.id]
            body = self.bodies.of(issuer, home_of(directive, evidence.source))
            self.put(Edge("ISSUED_BY", directive.id, body, evidence))


class _Document:
    """One document while it is added to the graph."""

    def __init__(self, builder: _Builder, name: str, extraction: Extraction) -> None:
        self.builder = builder
        self.name = name
        self.extraction = extraction
        self.id = builder.resolution.held[name]
        self.home = home_of(builder.directives[self.id], name)
        self.outcomes = [builder.resolution.outcome(name, at) for at in range(len(extraction.citations))]
        self.at = {citation.evidence.start: at for at, citation in enumerate(extraction.citations)}
        self.meant: dict[str, set[str | None]] = {}
        for citation, outcome in zip(extraction.citations, self.outcomes, strict=True):
            self.meant.setdefault(citation.canonical, set()).add(outcome.directive if outcome else None)

    def cite(self) -> None:
        """An edge for each mention; a mention that stays open is a node with its candidates."""
        for citation, outcome in zip(self.extraction.citations, self.outcomes, strict=True):
            if outcome is None:
                continue
            if outcome.directive is None:
                self._leave_open(citation, outcome)
                continue
            self.builder.put(self._cites(citation, outcome))
            if outcome.status != "self":
                self._claims(citation, outcome.directive)

    def _cites(self, citation: Citation, outcome: Outcome) -> Edge:
        vi, en = self._reasons(outcome)
        return Edge(
            "CITES",
            self.id,
            outcome.directive or "",
            citation.evidence,
            function=citation.function,
            provision=citation.provision,
            number=citation.number,
            reason_vi=vi,
            reason_en=en,
        )

    def _reasons(self, outcome: Outcome) -> tuple[str, str]:
        meant = self.builder.directives.get(outcome.directive or "")
        count = len(outcome.candidates)
        vi, en = (reason(outcome.rule, lang, outcome.sighting, meant, count) for lang in ("vi", "en"))
        return self.builder.same(vi), self.builder.same(en)

    def _claims(self, citation: Citation, directive: str) -> None:
        self.builder.claim(directive, "date", citation.date, citation.evidence)
        self.builder.claim(directive, "term", citation.term, citation.evidence)
        if citation.issuer and citation.issuer == self.builder.directives[directive].issuer:
            self.builder.issued.setdefault(directive, (citation.issuer, citation.evidence))

    def _leave_open(self, citation: Citation, outcome: Outcome) -> None:
        vi, en = self._reasons(outcome)
        id = open_mention_id(self.name, citation.evidence.start)
        self.builder.mentions.append(Mention(id, self.name, citation.number, vi, en, citation.evidence))
        self.builder.put(
            Edge(
                "MENTIONS",
                self.id,
                id,
                citation.evidence,
                function=citation.function,
                provision=citation.provision,
            )
        )
        for candidate in outcome.candidates:
            self.builder.put(Edge("CANDIDATE", id, candidate))

    def link(self) -> None:
        """The links between directives that the document states."""
        for link in self.extraction.links:
            source = self._end(link.source, link.source_start)
            target = self._end(link.target, link.target_start)
            if source is None or target is None or source == target:
                continue
            kind = _EDGES.get(link.manner, "IMPLEMENTS")
            edge = Edge(kind, source, target, link.evidence, part=link.part)
            self.builder.put(replace(edge, manner=link.manner) if kind == "IMPLEMENTS" else edge)

    def _end(self, canonical: str, start: int | None) -> str | None:
        """The directive at an end of a link; None if it stays open."""
        if canonical == SELF:
            return self.id
        if start is not None and start in self.at:
            outcome = self.outcomes[self.at[start]]
            return outcome.directive if outcome else None
        meant = self.meant.get(canonical, set())
        return next(iter(meant)) if len(meant) == 1 else None

    def set_tasks(self) -> None:
        """The tasks that the document sets, their targets, and who must do them."""
        ids = {task.path: task_id(self.id, task.path) for task in self.extraction.tasks}
        for task in self.extraction.tasks:
            self.builder.tasks.append(self._task(task, ids[task.path]))
            self.builder.put(Edge("SETS", self.id, ids[task.path], task.evidence))
            above = parent_path(task.path, ids)
            if above is not None:
                self.builder.put(Edge("PART_OF", ids[task.path], ids[above], task.evidence))
            self._carry_out(task, ids[task.path])
        for assignment in self.extraction.assignments:
            if assignment.task in ids:
                body = self.builder.bodies.of(assignment.body, self.home)
                edge = Edge("ASSIGNED_TO", ids[assignment.task], body, assignment.evidence)
                self.builder.put(
                    replace(edge, role=assignment.role, inherited_from=assignment.inherited_from)
                )
        self._set_targets(ids)

    def _task(self, task: TaskFacts, id: str) -> Task:
        return Task(
            id,
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

    def _carry_out(self, task: TaskFacts, id: str) -> None:
        """A task's own links: to the directive that the mention inside it means."""
        inside = range(task.evidence.start, task.evidence.end)
        for canonical in task.implements:
            cited = [
                (citation.evidence, outcome.directive)
                for citation, outcome in zip(self.extraction.citations, self.outcomes, strict=True)
                if outcome and citation.canonical == canonical and citation.evidence.start in inside
            ]
            evidence = cited[0][0] if cited else task.evidence
            directive = cited[0][1] if cited else self._end(canonical, None)
            if directive is not None and directive != self.id and not self._is_later(directive):
                self.builder.put(Edge("IMPLEMENTS", id, directive, evidence, manner="implements"))

    def _is_later(self, directive: str) -> bool:
        """Whether a directive is later than the document, by dates known in full."""
        own, other = self.builder.directives[self.id].date, self.builder.directives[directive].date
        return bool(own and other and bounds(own)[1] < bounds(other)[0])

    def _set_targets(self, ids: dict[str, str]) -> None:
        count: dict[str, int] = {}
        for target in self.extraction.targets:
            task = ids.get(target.task)
            if task is None:
                continue
            count[task] = count.get(task, 0) + 1
            id = f"target/{task.removeprefix('task/')}/{count[task]}"
            quote = target.evidence.quote
            values = (target.comparator, target.value, target.unit, target.of, target.year, target.deadline)
            self.builder.targets.append(Target(id, task, quote, *values))
            self.builder.put(Edge("HAS_TARGET", task, id, target.evidence))

    def address(self) -> None:
        """Who issued the document, and to whom it is sent."""
        facts = self.extraction.document
        known = facts.evidence or {}
        for issuer in facts.issuers or ((facts.issuer,) if facts.issuer else ()):
            body = self.builder.bodies.of(issuer, self.home)
            self.builder.put(Edge("ISSUED_BY", self.id, body, known.get("issuer")))
        for line in facts.recipients:
            name = recipient(line)
            if name:
                body = self.builder.bodies.of(name, self.home)
                self.builder.put(Edge("SENT_TO", self.id, body, known.get("recipients")))
        self._province()

    def _province(self) -> None:
        """A province that the document has only through what it cites is a claim with that mention."""
        told = self.builder.resolution.provinces.get(self.name)
        if told is not None and told.citation is not None:
            evidence = self.extraction.citations[told.citation].evidence
            claims = self.builder.claims.setdefault(self.id, {})
            claims.setdefault(("province", told.name), Claim("province", told.name, evidence))


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
