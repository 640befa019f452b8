"""How records become rows: the labels, edge types and properties of both Cypher stores.

Properties are named as the records' fields (evidence as `document, start_offset, end_offset, quote,
rule`; `end` is reserved in ladybug). Columns that start with `folded_` are what searches compare; they
are derived, and answers never show them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any

from graph.errors import DanglingEdge
from graph.extraction import Evidence
from graph.folded import name_key, number_key, title_key, well_formed
from graph.model import EDGE_KINDS, LABELS, Body, Claim, Directive, Edge, Graph, Mention, Target, Task
from ontology.fold import bare, fold

Row = dict[str, Any]
Ends = tuple[str, str, str]

STRING, INT, DOUBLE, BOOL, STRINGS = "STRING", "INT64", "DOUBLE", "BOOL", "STRING[]"
HIDDEN = "folded_"


@dataclass(frozen=True, slots=True)
class Column:
    """A property: its name, its type in ladybug's words, and how to read it off a record."""

    name: str
    type: str
    read: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class NodeTable:
    """A label: the record it holds, the graph's list of them, and its columns (`id` first)."""

    label: str
    record: type
    plural: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """An edge type: the labels it may join, and its columns."""

    kind: str
    ends: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]


def _field(name: str, type_: str = STRING, column: str | None = None) -> Column:
    return Column(column or name, type_, attrgetter(name))


def _many(name: str) -> Column:
    return Column(name, STRINGS, lambda record: list(getattr(record, name)))


def _columns(names: str) -> tuple[Column, ...]:
    return tuple(_field(name) for name in names.split())


def _evidence(name: str, type_: str = STRING, column: str | None = None) -> Column:
    return Column(column or name, type_, lambda r: getattr(r.evidence, name) if r.evidence else None)


EVIDENCE = (
    _evidence("source", column="document"),
    _evidence("start", INT, "start_offset"),
    _evidence("end", INT, "end_offset"),
    _evidence("quote"),
    _evidence("rule"),
)


def _claims(directive: Directive) -> str | None:
    rows = [
        {"field": c.field, "value": c.value, "evidence": evidence_row(c.evidence)} for c in directive.claims
    ]
    return json.dumps(rows, ensure_ascii=False) if rows else None


def _body_words(body: Body) -> str:
    names = "".join(f"|{name_key(name)}" for name in (body.name, *body.names))
    return f"{names}| {_words(body.name, *body.names, body.place, body.province)}"


def _keys(key: Callable[[str], str], texts: Iterable[str]) -> list[str]:
    """What these texts are compared by; one without a word in it is never meant."""
    return sorted({key(text) for text in texts} - {""})


def _words(*parts: str | None) -> str:
    return " | ".join(bare(part) for part in parts if part)


NODES = (
    NodeTable(
        "Directive",
        Directive,
        "directives",
        (
            *_columns(
                "id type number title date term level province district commune issuer status document"
            ),
            _many("names"),
            _many("forms"),
            Column("claims", STRING, _claims),
            *_columns("canonical system"),
            _field("provisional", BOOL),
            Column("former_ids", STRINGS, lambda d: []),
            Column("folded_number", STRING, lambda d: number_key(d.number)),
            Column("folded_forms", STRINGS, lambda d: _keys(number_key, d.forms)),
            Column("folded_title", STRING, lambda d: title_key(d.title)),
            Column("folded_names", STRINGS, lambda d: _keys(title_key, d.names)),
            Column("folded_canonical", STRING, lambda d: fold(d.canonical or "")),
            Column(
                "folded_text",
                STRING,
                lambda d: _words(
                    d.type, d.number, *d.forms, number_key(d.number), d.title, *d.names, d.issuer
                ),
            ),
        ),
    ),
    NodeTable(
        "Body",
        Body,
        "bodies",
        (
            *_columns("id name kind level province place branch parent valid_from valid_to"),
            _many("names"),
            Column("folded_names", STRINGS, lambda b: _keys(name_key, (b.name, *b.names))),
            Column("folded_text", STRING, _body_words),
        ),
    ),
    NodeTable(
        "Task",
        Task,
        "tasks",
        (
            *_columns("id path text"),
            _field("heading", BOOL),
            *_columns("directive document deadline deadline_kind deadline_text recurrence product"),
            _field("start", INT, "start_offset"),
            _field("end", INT, "end_offset"),
        ),
    ),
    NodeTable(
        "Target",
        Target,
        "targets",
        (
            *_columns("id task text comparator"),
            _field("value", DOUBLE),
            *_columns("unit of"),
            _field("year", INT),
            _field("deadline"),
        ),
    ),
    NodeTable("Mention", Mention, "mentions", (*_columns("id number reason_vi reason_en"), *EVIDENCE)),
)

_DIRECTIVES = (("Directive", "Directive"),)
_PART = (_field("part"), *EVIDENCE)
_READ = _columns("number reason_vi reason_en")

EDGES = (
    EdgeTable(
        "IMPLEMENTS",
        (("Directive", "Directive"), ("Task", "Directive")),
        (_field("manner"), *_READ, *EVIDENCE),
    ),
    EdgeTable("CITES", _DIRECTIVES, (*_columns("function provision"), *_READ, *EVIDENCE)),
    EdgeTable("MENTIONS", (("Directive", "Mention"),), (*_columns("function provision"), *EVIDENCE)),
    EdgeTable("CANDIDATE", (("Mention", "Directive"),), EVIDENCE),
    EdgeTable("AMENDS", _DIRECTIVES, _PART),
    EdgeTable("REPLACES", _DIRECTIVES, _PART),
    EdgeTable("REPEALS", _DIRECTIVES, _PART),
    EdgeTable("GUIDES", _DIRECTIVES, _PART),
    EdgeTable("ISSUED_BY", (("Directive", "Body"),), EVIDENCE),
    EdgeTable("SETS", (("Directive", "Task"),), EVIDENCE),
    EdgeTable("PART_OF", (("Task", "Task"),), EVIDENCE),
    EdgeTable("HAS_TARGET", (("Task", "Target"),), EVIDENCE),
    EdgeTable("ASSIGNED_TO", (("Task", "Body"),), (*_columns("role inherited_from"), *EVIDENCE)),
    EdgeTable("SENT_TO", (("Directive", "Body"),), EVIDENCE),
    EdgeTable("SUCCEEDED_BY", (("Body", "Body"),), (_field("valid_from"), *EVIDENCE)),
)

assert tuple(table.label for table in NODES) == LABELS
assert tuple(table.kind for table in EDGES) == EDGE_KINDS


@cache
def node_table(label: str) -> NodeTable:
    """The table of one label."""
    return next(table for table in NODES if table.label == label)


@cache
def edge_table(kind: str) -> EdgeTable:
    """The table of one edge type."""
    return next(table for table in EDGES if table.kind == kind)


def evidence_row(evidence: Evidence | None) -> Row | None:
    """`{document, start, end, quote, rule}`, as the commands print evidence."""
    if evidence is None:
        return None
    return {
        "document": evidence.source,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "rule": evidence.rule,
    }


def node_columns(graph: Graph, table: NodeTable) -> dict[str, list[Any]]:
    """The values of one label by column, in the graph's order."""
    records = getattr(graph, table.plural)
    columns = {column.name: _values(column, records) for column in table.columns}
    if table.record is Directive and graph.redirects:
        former: dict[str, list[str]] = {}
        for old, new in sorted(graph.redirects):
            former.setdefault(new, []).append(old)
        columns["former_ids"] = [former.get(record.id, []) for record in records]
    return columns


def edges_by_ends(graph: Graph) -> dict[Ends, list[Edge]]:
    """The edges by (kind, label of source, label of target); every pair that may occur is there.

    Raises:
        DanglingEdge: an end is no node of the graph, or not one that the edge's kind may join.
    """
    labels = {record.id: table.label for table in NODES for record in getattr(graph, table.plural)}
    groups: dict[Ends, list[Edge]] = {(table.kind, *ends): [] for table in EDGES for ends in table.ends}
    for edge in graph.edges:
        group = groups.get((edge.kind, labels.get(edge.source, ""), labels.get(edge.target, "")))
        if group is None:
            raise DanglingEdge(
                f"cạnh {edge.kind} từ {edge.source} đến {edge.target} không có đủ hai đầu",
                f"the {edge.kind} edge from {edge.source} to {edge.target} lacks an end",
            )
        group.append(edge)
    return groups


def edge_columns(kind: str, edges: Sequence[Edge]) -> dict[str, list[Any]]:
    """The values of edges of one kind by column, the ends first as `from` and `to`."""
    columns: dict[str, list[Any]] = {
        "from": [edge.source for edge in edges],
        "to": [edge.target for edge in edges],
    }
    for column in edge_table(kind).columns:
        columns[column.name] = _values(column, edges)
    return columns


def _values(column: Column, records: Sequence[Any]) -> list[Any]:
    """The values of one column, as UTF-8 can hold them."""
    values = [column.read(record) for record in records]
    if column.type == STRING:
        try:
            "".join(filter(None, values)).encode()
        except UnicodeEncodeError:
            return [well_formed(value) if value else value for value in values]
    if column.type == STRINGS:
        return [[well_formed(item) for item in value] for value in values]
    return values


def arrow_types() -> dict[str, Any]:
    """The pyarrow type of each column type."""
    import pyarrow  # type: ignore[import-untyped]

    return {
        STRING: pyarrow.string(),
        INT: pyarrow.int64(),
        DOUBLE: pyarrow.float64(),
        BOOL: pyarrow.bool_(),
        STRINGS: pyarrow.list_(pyarrow.string()),
    }


def arrow(values: Mapping[str, list[Any]], columns: Sequence[Column]) -> Any:
    """The values by column as a pyarrow table; what is not among `columns` is text (the ends)."""
    import pyarrow

    kinds = arrow_types()
    types = {column.name: kinds[column.type] for column in columns}
    return pyarrow.table(
        {name: pyarrow.array(items, types.get(name, pyarrow.string())) for name, items in values.items()}
    )


ArrowTable = tuple[str, tuple[str, str] | None, Any]
"""A label or edge type, the labels that an edge's table joins, and its rows as a pyarrow table."""


def arrow_tables(graph: Graph) -> Iterator[ArrowTable]:
    """The graph as tables, the nodes first; an edge type has one for each pair of labels that it joins.

    Raises:
        DanglingEdge: an edge's end is no node of the graph.
    """
    groups = edges_by_ends(graph)
    for table in NODES:
        yield table.label, None, arrow(node_columns(graph, table), table.columns)
    for (kind, source, target), edges in groups.items():
        yield kind, (source, target), arrow(edge_columns(kind, edges), edge_table(kind).columns)


def node(table: NodeTable, row: Mapping[str, Any]) -> Any:
    """The record of a row that `node_columns` made."""
    values: dict[str, Any] = {}
    for field in fields(table.record):
        if field.name == "evidence":
            values["evidence"] = _read_evidence(row)
        elif field.name == "claims":
            values["claims"] = _read_claims(row.get("claims"))
        elif field.name in ("names", "forms"):
            values[field.name] = tuple(row.get(field.name) or ())
        elif table.record is Task and field.name in ("start", "end"):
            values[field.name] = row[f"{field.name}_offset"]
        else:
            values[field.name] = row.get(field.name)
    return table.record(**values)


def edge(kind: str, row: Mapping[str, Any]) -> Edge:
    """The record of a row that `edge_columns` made."""
    names = {column.name for column in edge_table(kind).columns} - {c.name for c in EVIDENCE}
    properties = {name: row.get(name) for name in names}
    return Edge(kind, row["from"], row["to"], _read_evidence(row), **properties)


def redirects(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The (old id, new id) pairs that a directive's row holds."""
    for old in row.get("former_ids") or ():
        yield old, row["id"]


def _read_evidence(row: Mapping[str, Any]) -> Evidence | None:
    if row.get("start_offset") is None:
        return None
    return Evidence(row["document"], row["start_offset"], row["end_offset"], row["quote"], row["rule"])


def _read_claims(text: str | None) -> tuple[Claim, ...]:
    claims = []
    for row in json.loads(text or "[]"):
        said = row["evidence"]
        evidence = Evidence(said["document"], said["start"], said["end"], said["quote"], said["rule"])
        claims.append(Claim(row["field"], row["value"], evidence))
    return tuple(claims)
