"""The graph of a workspace: what each document states, with identity as `resolve` decided it.

It is made in two passes over the documents, nodes before edges, so that it can be written to a store in
parts while no more than a part is held. Directions are guarded by a rule of its own: a later directive
points at an earlier one. A statement that would point the other way, by dates that are known, is left out
and given to the caller beside the graph, to be counted and shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from graph.bodies import Bodies, home_of, shared_names
from graph.collector import collector_paused
from graph.extraction import Evidence, Extraction
from graph.identity.resolve import Resolution
from graph.model import RELATIONS, Claim, Directive, Edge, Graph, Mention, Target, Task, ordered
from graph.statements import Statements
from ontology.terms import bounds

PART = 100_000
"""How many nodes of the documents' own, or edges, a part of a graph holds, more or less."""

Documents = Iterable[tuple[str, Extraction]]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A statement that is not in the graph because its directive is older than the one that it points at."""

    edge: Edge
    source_date: str
    target_date: str


def build(resolution: Resolution, documents: Documents, left_out: list[LeftOut] | None = None) -> Graph:
    """The graph of `documents` (name and extraction, in any order) under `resolution`, sorted.

    The statements that it leaves out are added to `left_out`.
    """
    sources = sorted(documents, key=lambda document: document[0])
    parts = list(build_parts(resolution, lambda: sources, left_out))
    return ordered(
        Graph(
            tuple(directive for part in parts for directive in part.directives),
            tuple(body for part in parts for body in part.bodies),
            tuple(task for part in parts for task in part.tasks),
            tuple(target for part in parts for target in part.targets),
            tuple(mention for part in parts for mention in part.mentions),
            tuple(edge for part in parts for edge in part.edges),
            resolution.redirects,
        )
    )


def build_parts(
    resolution: Resolution, documents: Callable[[], Documents], left_out: list[LeftOut] | None = None
) -> Iterator[Graph]:
    """The graph in parts, all nodes before any edge; together they hold what `build` gives, unsorted.

    `documents` is called twice and must give the documents in order of their names each time. What is
    left out is added to `left_out` in that order, as the edges are made.
    """
    with collector_paused():
        yield from _Builder(resolution, [] if left_out is None else left_out).parts(documents)


def _case(edge: Edge) -> tuple[str, ...]:
    """What two edges share that say one thing twice."""
    more = (edge.manner, edge.role, edge.part, edge.inherited_from)
    return edge.kind, edge.source, edge.target, *(value or "" for value in more)


@dataclass(slots=True)
class _Builder:
    """The graph while documents are added in order of their names."""

    resolution: Resolution
    left_out: list[LeftOut]
    bodies: Bodies = field(default_factory=Bodies)
    directives: dict[str, Directive] = field(default_factory=dict)
    links: dict[tuple[str, ...], Edge] = field(default_factory=dict)
    claims: dict[str, dict[tuple[str, str], Claim]] = field(default_factory=dict)
    issued: dict[str, tuple[str, Evidence]] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.directives = {directive.id: directive for directive in self.resolution.directives}
        self.bodies = Bodies(shared_names(self.resolution.directives))

    def parts(self, documents: Callable[[], Documents]) -> Iterator[Graph]:
        """All parts: the documents' own nodes, directives and bodies, then the edges."""
        yield from self._nodes(documents())
        issued = [self._issued(directive) for directive in self.resolution.directives]
        directives = tuple(self._with_claims(directive) for directive in self.resolution.directives)
        yield Graph(directives, self.bodies.nodes(), redirects=self.resolution.redirects)
        yield from self._edges(documents())
        rest = [*filter(None, issued), *self.links.values(), *self.bodies.successions()]
        yield Graph(edges=tuple(rest))

    def _nodes(self, documents: Documents) -> Iterator[Graph]:
        tasks: list[Task] = []
        targets: list[Target] = []
        mentions: list[Mention] = []
        for name, extraction in documents:
            stated = Statements(self, name, extraction)
            stated.note()
            mentions += stated.open_mentions()
            if stated.holds:
                tasks += stated.tasks()
                targets += stated.targets()
            if len(tasks) + len(targets) + len(mentions) >= PART:
                yield Graph((), (), tuple(tasks), tuple(targets), tuple(mentions))
                tasks, targets, mentions = [], [], []
        yield Graph((), (), tuple(tasks), tuple(targets), tuple(mentions))

    def _edges(self, documents: Documents) -> Iterator[Graph]:
        edges: list[Edge] = []
        for name, extraction in documents:
            once: dict[tuple[str, ...], Edge] = {}
            for edge in Statements(self, name, extraction).edges():
                if not self._points_back(edge):
                    continue
                if edge.kind == "CITES":
                    edges.append(edge)
                elif edge.kind in RELATIONS and edge.source in self.directives:
                    self._link(edge)
                else:
                    once.setdefault(_case(edge), edge)
            edges += once.values()
            if len(edges) >= PART:
                yield Graph(edges=tuple(edges))
                edges = []
        yield Graph(edges=tuple(edges))

    def _link(self, edge: Edge) -> None:
        """Keep a link between directives once: with the words of the directive itself, if it is held."""
        kept = self.links.setdefault(_case(edge), edge)
        if kept is not edge and self._own_words(edge) and not self._own_words(kept):
            self.links[_case(edge)] = edge

    def _own_words(self, edge: Edge) -> bool:
        held = self.directives[edge.source].document
        return edge.evidence is not None and edge.evidence.source == held

    def _points_back(self, edge: Edge) -> bool:
        """Whether an edge between directives may stand: it does not point at a later one."""
        if edge.kind not in RELATIONS or edge.source == edge.target:
            return True
        source, target = self._date(edge.source), self._date(edge.target)
        if source and target and bounds(source)[1] < bounds(target)[0]:
            self.left_out.append(LeftOut(edge, source, target))
            return False
        return True

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

    def _with_claims(self, directive: Directive) -> Directive:
        claims = self.claims.get(directive.id)
        if not claims:
            return directive
        return replace(directive, claims=tuple(claims[case] for case in sorted(claims)))

    def _issued(self, directive: Directive) -> Edge | None:
        """The issuer of a directive that is only cited: as its mentions name it."""
        if directive.status != "cited" or directive.id not in self.issued:
            return None
        issuer, evidence = self.issued[directive.id]
        body = self.bodies.of(issuer, home_of(directive, evidence.source))
        return Edge("ISSUED_BY", directive.id, body, evidence)
