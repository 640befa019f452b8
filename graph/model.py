"""The graph: nodes and edges as both stores, RDF and the API hold them.

Directions are fixed: the later document points at the earlier one that it implements, cites or
replaces; a task points at the body that must act.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from graph.extraction import Evidence

GRAPH_VERSION = "3"
"""Part of what a built graph depends on: raise it when identity, the build or a store's tables change."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document states of a directive where documents differ (a date, a title, a province)."""

    field: str
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Directive:
    """A văn bản chỉ đạo, held in full or known because others cite it.

    `document` is the held file's name. `number` is canonical ("25-NQ/TW"); `forms` are the numbers
    as written that mean it ("25-NQ/TU"); `names` what it is also called. `provisional`: the id
    rests on too little (no date, no term) and moves when the corpus learns more.
    """

    id: str
    type: str | None
    number: str | None
    title: str | None
    date: str | None
    term: str | None
    level: str | None
    province: str | None
    district: str | None
    commune: str | None
    issuer: str | None
    status: str
    document: str | None = None
    names: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    canonical: str | None = None
    system: str | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """An organ or organisation. kind: "body" or "class" ("các huyện ủy")."""

    id: str
    name: str
    kind: str
    level: str | None
    province: str | None
    place: str | None = None
    branch: str | None = None
    parent: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One instruction of a directive; `directive` is the id of the one that sets it."""

    id: str
    path: str
    text: str
    heading: bool
    directive: str
    document: str
    deadline: str | None
    deadline_kind: str | None
    deadline_text: str | None
    recurrence: str | None
    product: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Target:
    """A measurable objective of a task."""

    id: str
    task: str
    text: str
    comparator: str
    value: float
    unit: str
    of: str | None
    year: int | None
    deadline: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention that stays open: two or more directives fit."""

    id: str
    document: str
    number: str | None
    reason_vi: str
    reason_en: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Edge:
    """One stated relation; `kind` is the store's edge type, e.g. "IMPLEMENTS".

    Properties that a kind does not use are None. `role` for ASSIGNED_TO, `manner` for IMPLEMENTS,
    `function` and `provision` for CITES, `part` for AMENDS, REPLACES, REPEALS, GUIDES. For CITES and
    IMPLEMENTS, `number` is the cited number as read and the reason why this directive is meant
    ("25-NQ/TU" read, 25-NQ/TW meant). A mention of the document itself is a CITES edge to itself.
    """

    kind: str
    source: str
    target: str
    evidence: Evidence | None = None
    manner: str | None = None
    role: str | None = None
    function: str | None = None
    provision: str | None = None
    part: str | None = None
    inherited_from: str | None = None
    valid_from: str | None = None
    number: str | None = None
    reason_vi: str | None = None
    reason_en: str | None = None


LABELS = ("Directive", "Body", "Task", "Target", "Mention")

RELATIONS = ("IMPLEMENTS", "AMENDS", "REPLACES", "REPEALS", "GUIDES", "CITES")
"""The kinds of edges between directives, the strongest first."""

CARRYING = ("implements", "continues", "reviews")
"""The manners of IMPLEMENTS by which the later directive carries the earlier one out."""

Role = Literal["lead", "coordinate", "responsible", "advise", "report_to", "via"]
ROLES: tuple[Role, ...] = get_args(Role)
"""What a body has to do with a task, in the order in which people are told."""

MentionStatus = Literal["resolved", "cited-only", "ambiguous", "self"]
MENTION_STATUSES: tuple[MentionStatus, ...] = get_args(MentionStatus)
"""What became of a mention: it means a held directive, one not held, one of several, its own document."""

Decision = Literal["same", "different", "this-one", "not-a-citation"]
DECISIONS: tuple[Decision, ...] = get_args(Decision)
"""What people may decide; see `graph.judgements`."""

Format = Literal["ttl", "nt", "nq", "jsonld", "rdfxml", "csv", "parquet", "graphml", "cypher", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""What a whole graph is written as; see `graph.export`."""

EDGE_KINDS = (
    "IMPLEMENTS",
    "CITES",
    "MENTIONS",
    "CANDIDATE",
    "AMENDS",
    "REPLACES",
    "REPEALS",
    "GUIDES",
    "ISSUED_BY",
    "SETS",
    "PART_OF",
    "HAS_TARGET",
    "ASSIGNED_TO",
    "SENT_TO",
    "SUCCEEDED_BY",
)


@dataclass(frozen=True, slots=True)
class Graph:
    """All nodes and edges, each list sorted by id (edges by kind, source, target, evidence)."""

    directives: tuple[Directive, ...] = ()
    bodies: tuple[Body, ...] = ()
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    mentions: tuple[Mention, ...] = ()
    edges: tuple[Edge, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()


def ordered(graph: Graph) -> Graph:
    """`graph` with nodes by id, edges as `edge_order` puts them, redirects by old id."""
    return Graph(
        directives=tuple(sorted(graph.directives, key=_id)),
        bodies=tuple(sorted(graph.bodies, key=_id)),
        tasks=tuple(sorted(graph.tasks, key=_id)),
        targets=tuple(sorted(graph.targets, key=_id)),
        mentions=tuple(sorted(graph.mentions, key=_id)),
        edges=tuple(sorted(graph.edges, key=edge_order)),
        redirects=tuple(sorted(graph.redirects)),
    )


def _id(node: Directive | Body | Task | Target | Mention) -> str:
    return node.id


def edge_order(edge: Edge) -> tuple[Any, ...]:
    """What edges are sorted by: kind, source, target, then evidence (none first) and properties."""
    said = edge.evidence
    place = (said.source, said.start, said.end, said.rule) if said else ("", -1, -1, "")
    rest = (edge.manner, edge.role, edge.function, edge.provision, edge.part, edge.inherited_from)
    return edge.kind, edge.source, edge.target, place, tuple(value or "" for value in rest)
