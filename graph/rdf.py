"""The graph as RDF: sorted, so that equal graphs give equal bytes.

Terms stand under `ONTOLOGY`, named as in the Cypher stores: classes as the labels, direct properties in
camel case (`dl:implements`, `dl:assignedTo`, `dl:number`). Beside each stated relation stands a node of
class `dl:Evidence`, an rdf:Statement with the document, the offsets, the words and the rule. In N-Quads
what a document states is in a graph of its own; what the graph knows of a directive, body or task is in
the graph `…graph/nodes`. There are no blank nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from typing import IO, Any

from graph.extraction import Evidence
from graph.folded import well_formed
from graph.model import CARRYING, Body, Claim, Directive, Edge, Graph, Target, Task
from graph.stores.schema import EVIDENCE, HIDDEN, NODES, Column, NodeTable, edge_table

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
    return sorted({f"{triple} <{where}> ." for triple, where in statements(graph, base)})


def n_triples(graph: Graph, base: str = BASE) -> list[Line]:
    """The lines of the N-Triples file, sorted, without line ends."""
    return sorted({f"{triple} ." for triple, _ in statements(graph, base)})


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


def statements(graph: Graph, base: str) -> Iterator[Statement]:
    """Triples as N-Triples writes them, without the point, each with its graph's IRI."""
    writer = _Writer(base)
    for table in NODES:
        for record in getattr(graph, table.plural):
            yield from writer.node(table, record)
    for edge in graph.edges:
        yield from writer.edge(edge)
    for old, new in graph.redirects:
        yield f"{writer.id(old)} <{REPLACED_BY}> {writer.id(new)}", writer.nodes


class _Writer:
    """Writes terms under one base."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.nodes = f"{base}graph/nodes"
        self._iris: dict[str, str] = {}

    def id(self, id: str) -> str:
        """The IRI of a node, in angle brackets."""
        iri = self._iris.get(id)
        if iri is None:
            iri = self._iris[id] = f"<{node_iri(self.base, id)}>"
        return iri

    def document(self, name: str) -> str:
        """The graph of what a document states."""
        return self.id(f"document/{name}")[1:-1]

    def node(self, table: NodeTable, record: Any) -> Iterator[Statement]:
        subject = self.id(record.id)
        yield f"{subject} <{RDF}type> <{ONTOLOGY}{table.label}>", self.nodes
        label = _label(record)
        if label:
            yield f"{subject} <{RDFS}label> {literal(label)}", self.nodes
        for column in _literals(table):
            value = column.read(record)
            for item in value if isinstance(value, list) else (value,):
                if item is not None:
                    yield f"{subject} {_property(column.name)} {_term(column.name, item)}", self.nodes
        yield from self.links(subject, record)

    def links(self, subject: str, record: Any) -> Iterator[Statement]:
        """What is a property in Cypher and a link or a node here."""
        if isinstance(record, Task):
            yield f"{subject} {_property('set_by')} {self.id(record.directive)}", self.nodes
        if isinstance(record, Target):
            yield f"{subject} {_property('target_of')} {self.id(record.task)}", self.nodes
        if isinstance(record, Body) and record.parent:
            parent = self.id(record.parent) if record.parent.startswith("body/") else literal(record.parent)
            yield f"{subject} {_property('parent')} {parent}", self.nodes
        if isinstance(record, Directive):
            for claim in record.claims:
                yield from self.claim(record, claim)

    def claim(self, directive: Directive, claim: Claim) -> Iterator[Statement]:
        """A claim is evidence for a triple that the graph does not assert."""
        value = _term(claim.field, claim.value)
        yield from self.evidence(self.id(directive.id), _property(claim.field), value, claim.evidence, ())

    def edge(self, edge: Edge) -> Iterator[Statement]:
        subject, object = self.id(edge.source), self.id(edge.target)
        where = self.document(edge.evidence.source) if edge.evidence else self.nodes
        predicate = f"<{property_of(edge.kind)}>"
        yield f"{subject} {predicate} {object}", where
        if edge.kind == "IMPLEMENTS" and edge.manner in CARRYING:
            yield f"{subject} {_property('carries_out')} {object}", where
        if edge.evidence:
            own = [(name, getattr(edge, name)) for name in _own(edge.kind)]
            yield from self.evidence(subject, predicate, object, edge.evidence, own)

    def evidence(
        self, subject: str, predicate: str, object: str, said: Evidence, own: Sequence[tuple[str, Any]]
    ) -> Iterator[Statement]:
        """The node that holds the words of a triple."""
        key = f"{subject} {predicate} {object} {said.source} {said.start} {said.end} {said.rule} {own}"
        node = self.id(f"evidence/{blake2b(key.encode('utf-8', 'replace'), digest_size=12).hexdigest()}")
        where = self.document(said.source)
        yield f"{node} <{RDF}type> <{ONTOLOGY}Evidence>", where
        yield f"{node} <{RDF}type> <{RDF}Statement>", where
        yield f"{node} <{RDF}subject> {subject}", where
        yield f"{node} <{RDF}predicate> {predicate}", where
        yield f"{node} <{RDF}object> {object}", where
        yield f"{node} {_property('document')} {literal(said.source)}", where
        yield f"{node} {_property('start_offset')} {_term('start_offset', said.start)}", where
        yield f"{node} {_property('end_offset')} {_term('end_offset', said.end)}", where
        yield f"{node} {_property('quote')} {literal(said.quote)}", where
        yield f"{node} {_property('rule')} {literal(said.rule)}", where
        for name, value in own:
            if value is not None:
                yield f"{node} {_property(name)} {_term(name, value)}", where


_ELSEWHERE = frozenset(("claims", "former_ids", "task", "directive", "parent"))
_NAMES = {"names": "other_name", "forms": "form", "reason_vi": "reason", "reason_en": "reason"}


@cache
def _literals(table: NodeTable) -> tuple[Column, ...]:
    """The columns of a label that are literals here."""
    return tuple(c for c in table.columns if not c.name.startswith(HIDDEN) and c.name not in _ELSEWHERE)


@cache
def _own(kind: str) -> tuple[str, ...]:
    """The properties of an edge type beside its evidence."""
    return tuple(c.name for c in edge_table(kind).columns if c not in EVIDENCE)


@cache
def _property(name: str) -> str:
    """The IRI of a property, in angle brackets, by its name in Cypher."""
    return f"<{ONTOLOGY}{_camel(_NAMES.get(name, name))}>"


@cache
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
_REASONS = frozenset(("reason_vi", "reason_en"))


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
    return f"{literal(value)}@{name[-2:]}" if name in _REASONS else literal(value)
