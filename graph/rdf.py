"""The graph as RDF: sorted, so that equal graphs give equal bytes.

Terms stand under `ONTOLOGY`, named as in the Cypher stores: classes as the labels, direct properties in
camel case (`dl:implements`, `dl:assignedTo`, `dl:number`). Beside each stated relation stands a node of
class `dl:Evidence`, an rdf:Statement with the document, the offsets, the words and the rule. In N-Quads
what a document states is in a graph of its own; what the graph knows of a directive, body or task is in
the graph `…graph/nodes`. There are no blank nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import IO, Any

from graph.extraction import Evidence
from graph.folded import well_formed
from graph.model import Body, Claim, Directive, Edge, Graph, Mention, Target, Task
from graph.stores.schema import HIDDEN, NODES, NodeTable, edge_table

BASE = "https://w3id.org/directive-lineage/"
ONTOLOGY = "https://w3id.org/directive-lineage/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
REPLACED_BY = "http://purl.org/dc/terms/isReplacedBy"
SHORT = {"dl": ONTOLOGY, "rdf": RDF, "rdfs": RDFS, "xsd": XSD}

FORMATS = {
    "nq": "application/n-quads",
    "nt": "application/n-triples",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}

_CARRYING = ("implements", "continues", "reviews")
_NOT_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\%#?\[\]]")
_ESCAPE = re.compile(r'[\\"\n\r\t\x00-\x1f\x7f]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_YEAR = re.compile(r"\d{4}")

Line = str


def node_iri(base: str, id: str) -> str:
    """An id as an IRI; what no IRI may hold, and what would end its path, is percent-encoded.

    >>> node_iri(BASE, "task/vn/a/Điều 2#2")
    'https://w3id.org/directive-lineage/task/vn/a/Điều%202%232'
    """
    return base + _NOT_IRI.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), id)


def n_quads(graph: Graph, base: str = BASE) -> list[Line]:
    """The lines of the N-Quads file, sorted, without line ends."""
    return sorted({f"{triple} <{where}> ." for triple, where in _statements(graph, base)})


def n_triples(graph: Graph, base: str = BASE) -> list[Line]:
    """The lines of the N-Triples file, sorted, without line ends."""
    return sorted({f"{triple} ." for triple, _ in _statements(graph, base)})


def write(graph: Graph, format: str, out: IO[bytes], base: str = BASE) -> None:
    """Write the graph to `out` in one of `FORMATS`."""
    lines = n_quads(graph, base) if format == "nq" else n_triples(graph, base)
    content = "".join(f"{line}\n" for line in lines).encode()
    if format in ("nq", "nt"):
        out.write(content)
        return
    import pyoxigraph as ox

    formats = {"ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD, "rdfxml": ox.RdfFormat.RDF_XML}
    quads = ox.parse(content, format=ox.RdfFormat.N_TRIPLES)
    ox.serialize(quads, out, format=formats[format], prefixes=SHORT)


def prefixes(base: str = BASE) -> dict[str, str]:
    """The prefixes that people write queries with; `id` is the base of all nodes."""
    return {**SHORT, "id": base}


Statement = tuple[str, str]


def _statements(graph: Graph, base: str) -> Iterator[Statement]:
    """Triples as N-Triples writes them, without the point, each with its graph's IRI."""
    writer = _Writer(base)
    for table in NODES:
        for record in getattr(graph, table.plural):
            yield from writer.node(table, record)
    for edge in graph.edges:
        yield from writer.edge(edge)
    for old, new in graph.redirects:
        yield writer.line(writer.id(old), REPLACED_BY, writer.id(new)), writer.nodes


class _Writer:
    """Writes terms under one base."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.nodes = f"{base}graph/nodes"

    def id(self, id: str) -> str:
        return f"<{node_iri(self.base, id)}>"

    @staticmethod
    def line(subject: str, predicate: str, object: str) -> str:
        return f"{subject} <{predicate}> {object}"

    def document(self, name: str) -> str:
        """The graph of what a document states."""
        return node_iri(self.base, f"document/{name}")

    def node(self, table: NodeTable, record: Any) -> Iterator[Statement]:
        subject = self.id(record.id)
        yield self.line(subject, f"{RDF}type", f"<{ONTOLOGY}{table.label}>"), self.nodes
        label = _label(record)
        if label:
            yield self.line(subject, f"{RDFS}label", literal(label)), self.nodes
        for column in table.columns:
            if column.name.startswith(HIDDEN) or column.name in _ELSEWHERE:
                continue
            value = column.read(record)
            for item in value if isinstance(value, list) else [value]:
                if item is not None:
                    name = _SINGULAR.get(column.name, column.name)
                    yield self.line(subject, ONTOLOGY + _camel(name), _term(column.name, item)), self.nodes
        yield from self.links(subject, record)

    def links(self, subject: str, record: Any) -> Iterator[Statement]:
        """What is a property in Cypher and a link or a node here."""
        if isinstance(record, Task):
            yield self.line(subject, f"{ONTOLOGY}setBy", self.id(record.directive)), self.nodes
        if isinstance(record, Target):
            yield self.line(subject, f"{ONTOLOGY}targetOf", self.id(record.task)), self.nodes
        if isinstance(record, Body) and record.parent:
            yield self.line(subject, f"{ONTOLOGY}parent", _parent(self, record.parent)), self.nodes
        if isinstance(record, Mention):
            for lang, reason in (("vi", record.reason_vi), ("en", record.reason_en)):
                if reason:
                    text = f"{literal(reason)}@{lang}"
                    yield self.line(subject, f"{ONTOLOGY}reason", text), self.nodes
        if isinstance(record, Directive):
            for claim in record.claims:
                yield from self.claim(record, claim)

    def claim(self, directive: Directive, claim: Claim) -> Iterator[Statement]:
        """A claim is evidence for a triple that the graph does not assert."""
        predicate = ONTOLOGY + _camel(claim.field)
        value = _term(claim.field, claim.value)
        yield from self.evidence(self.id(directive.id), predicate, value, claim.evidence, {})

    def edge(self, edge: Edge) -> Iterator[Statement]:
        subject, object = self.id(edge.source), self.id(edge.target)
        where = self.document(edge.evidence.source) if edge.evidence else self.nodes
        predicate = property_of(edge.kind)
        yield self.line(subject, predicate, object), where
        if edge.kind == "IMPLEMENTS" and edge.manner in _CARRYING:
            yield self.line(subject, f"{ONTOLOGY}carriesOut", object), where
        if edge.evidence:
            own = {c.name: c.read(edge) for c in edge_table(edge.kind).columns if hasattr(edge, c.name)}
            yield from self.evidence(subject, predicate, object, edge.evidence, own)

    def evidence(
        self, subject: str, predicate: str, object: str, said: Evidence, own: dict[str, Any]
    ) -> Iterator[Statement]:
        """The node that holds the words of a triple."""
        key = (
            subject,
            predicate,
            object,
            said.source,
            said.start,
            said.end,
            said.rule,
            sorted(own.items(), key=str),
        )
        node = self.id(f"evidence/{blake2b(repr(key).encode(), digest_size=12).hexdigest()}")
        where = self.document(said.source)
        for kind in (f"{ONTOLOGY}Evidence", f"{RDF}Statement"):
            yield self.line(node, f"{RDF}type", f"<{kind}>"), where
        yield self.line(node, f"{RDF}subject", subject), where
        yield self.line(node, f"{RDF}predicate", f"<{predicate}>"), where
        yield self.line(node, f"{RDF}object", object), where
        values = {
            "document": said.source,
            "start_offset": said.start,
            "end_offset": said.end,
            "quote": said.quote,
            "rule": said.rule,
            **own,
        }
        for name, value in values.items():
            if value is None:
                continue
            if name.startswith("reason_"):
                yield self.line(node, f"{ONTOLOGY}reason", f"{literal(value)}@{name[-2:]}"), where
            else:
                yield self.line(node, ONTOLOGY + _camel(name), _term(name, value)), where


_ELSEWHERE = frozenset(("claims", "former_ids", "task", "directive", "parent", "reason_vi", "reason_en"))
_SINGULAR = {"names": "otherName", "forms": "form"}


def _parent(writer: _Writer, parent: str) -> str:
    return writer.id(parent) if parent.startswith("body/") else literal(parent)


def property_of(kind: str) -> str:
    """The property of an edge type.

    >>> property_of("ASSIGNED_TO").removeprefix(ONTOLOGY)
    'assignedTo'
    """
    return ONTOLOGY + _camel(kind.lower())


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _label(record: Any) -> str | None:
    if isinstance(record, Directive):
        return " ".join(filter(None, (record.type, record.number or record.title))) or None
    if isinstance(record, Body):
        return record.name
    return f"{record.path} {record.text}" if isinstance(record, Task) else None


def literal(text: str) -> str:
    """A plain literal as N-Triples writes it.

    >>> literal('a "b"')
    '"a \\\\"b\\\\""'
    """
    return '"' + _ESCAPE.sub(lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04X}", well_formed(text)) + '"'


_DATES = frozenset(("date", "valid_from", "valid_to"))


def _term(name: str, value: Any) -> str:
    """A value with the datatype that its property has."""
    if isinstance(value, bool):
        return f'"{str(value).lower()}"^^<{XSD}boolean>'
    if isinstance(value, int):
        return f'"{value}"^^<{XSD}integer>'
    if isinstance(value, float):
        return f'"{value!r}"^^<{XSD}double>'
    if name in _DATES:
        for pattern, kind in ((_DAY, "date"), (_MONTH, "gYearMonth"), (_YEAR, "gYear")):
            if pattern.fullmatch(value):
                return f'"{value}"^^<{XSD}{kind}>'
    return literal(value)
