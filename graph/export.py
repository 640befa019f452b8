"""The whole graph as files: RDF, tables, GraphML, a Cypher script, and a page to look at.

Equal graphs give equal bytes. Formats of several tables come as one ZIP archive.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any

from graph import rdf
from graph.cypher.tokens import literal
from graph.model import LABELS, Graph, ordered
from graph.stores import schema

_BATCH = 200
_EPOCH = (2020, 1, 1, 0, 0, 0)  # archives hold no time of their own


@dataclass(frozen=True, slots=True)
class Format:
    """A format's media type and the ending of its file's name."""

    media_type: str
    ending: str


FORMATS = {
    "ttl": Format("text/turtle; charset=utf-8", "ttl"),
    "nt": Format("application/n-triples", "nt"),
    "nq": Format("application/n-quads", "nq"),
    "jsonld": Format("application/ld+json", "jsonld"),
    "rdfxml": Format("application/rdf+xml", "rdf"),
    "csv": Format("application/zip", "csv.zip"),
    "parquet": Format("application/zip", "parquet.zip"),
    "graphml": Format("application/graphml+xml", "graphml"),
    "cypher": Format("text/plain; charset=utf-8", "cypher"),
    "html": Format("text/html; charset=utf-8", "html"),
}


def export(graph: Graph, format: str, out: IO[bytes], base: str = rdf.BASE) -> None:
    """Write `graph` to `out` in one of `FORMATS`; `base` is that of RDF's IRIs."""
    graph = ordered(graph)
    if format in rdf.FORMATS:
        rdf.write(graph, format, out, base)
    elif format == "csv":
        _archive(out, ((f"{name}.csv", _csv(values)) for name, values, _ in tables(graph)))
    elif format == "parquet":
        files = ((f"{name}.parquet", _parquet(values, columns)) for name, values, columns in tables(graph))
        _archive(out, files)
    elif format == "graphml":
        _graphml(graph, out)
    elif format == "cypher":
        for line in cypher(graph):
            out.write(line.encode() + b"\n")
    else:
        from graph.page import page

        out.write(page(graph).encode())


Table = tuple[str, dict[str, list[Any]], Sequence[schema.Column]]


def tables(graph: Graph) -> Iterator[Table]:
    """A table a label and a table an edge type, each (name, values by column, columns)."""
    for table in schema.NODES:
        yield table.label, _shown(schema.node_columns(graph, table)), table.columns
    groups = schema.edges_by_ends(graph)
    for edges in schema.EDGES:
        found = [edge for ends in edges.ends for edge in groups[edges.kind, *ends]]
        yield edges.kind, _shown(schema.edge_columns(edges.kind, found)), edges.columns


def _shown(values: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    return {name: items for name, items in values.items() if not name.startswith(schema.HIDDEN)}


def _archive(out: IO[bytes], files: Iterator[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


def _csv(values: Mapping[str, list[Any]]) -> bytes:
    """Comma-separated, with a byte-order mark, by which spreadsheets know UTF-8; lists as JSON."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(values)
    for row in zip(*values.values(), strict=True):
        writer.writerow([_cell(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return str(value).lower() if isinstance(value, bool) else value


def _parquet(values: dict[str, list[Any]], columns: Sequence[schema.Column]) -> bytes:
    from pyarrow import parquet  # type: ignore[import-untyped]

    out = io.BytesIO()
    parquet.write_table(schema.arrow(values, columns), out)
    return out.getvalue()


def network(graph: Graph) -> Any:
    """The graph as a networkx.MultiDiGraph: nodes with `label`, edges with `kind`, and their properties."""
    import networkx

    found: Any = networkx.MultiDiGraph()
    for name, values, _ in tables(graph):
        for row in _present(values):
            if name in LABELS:
                found.add_node(row["id"], label=name, **{key: row[key] for key in row if key != "id"})
            else:
                ends = row.pop("from"), row.pop("to")
                found.add_edge(*ends, kind=name, **row)
    return found


def _present(values: Mapping[str, list[Any]]) -> Iterator[dict[str, Any]]:
    """Rows without what is empty."""
    for row in zip(*values.values(), strict=True):
        yield {name: value for name, value in zip(values, row, strict=True) if value not in (None, [])}


def _graphml(graph: Graph, out: IO[bytes]) -> None:
    import networkx

    found = network(graph)
    for *_, attributes in (*found.nodes(data=True), *found.edges(data=True)):
        for name, value in attributes.items():
            attributes[name] = _xml(value)
    networkx.write_graphml_lxml(found, out)


def _xml(value: Any) -> Any:
    """A value that XML can hold: lists as text, without control characters."""
    if isinstance(value, list):
        value = "; ".join(value)
    if not isinstance(value, str):
        return value
    return "".join(
        sign if sign >= " " or sign in "\t\n" else " " for sign in value if sign not in "\ufffe\uffff"
    )


def cypher(graph: Graph) -> Iterator[str]:
    """A script that fills an empty Neo4j: one statement a line group, each ended by ";"."""
    for label in LABELS:
        name = label.lower()
        yield f"CREATE CONSTRAINT {name}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;"
    for table in schema.NODES:
        rows = list(_present(_shown(schema.node_columns(graph, table))))
        for batch in _batches(rows):
            yield f"UNWIND {batch} AS row CREATE (n:{table.label}) SET n = row;"
    for (kind, source, target), edges in schema.edges_by_ends(graph).items():
        rows = list(_present(_shown(schema.edge_columns(kind, edges))))
        for batch in _batches([_with_properties(row) for row in rows]):
            ends = f"MATCH (a:{source} {{id: row.`from`}}) MATCH (b:{target} {{id: row.`to`}})"
            yield f"UNWIND {batch} AS row {ends} CREATE (a)-[e:{kind}]->(b) SET e = row.properties;"


def _with_properties(row: dict[str, Any]) -> dict[str, Any]:
    ends = {"from": row.pop("from"), "to": row.pop("to")}
    return {**ends, "properties": row}


def _batches(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for start in range(0, len(rows), _BATCH):
        yield "[" + ",\n".join(_map(row) for row in rows[start : start + _BATCH]) + "]"


def _map(row: Mapping[str, Any]) -> str:
    values = (_map(value) if isinstance(value, dict) else literal(value) for value in row.values())
    return "{" + ", ".join(f"`{name}`: {value}" for name, value in zip(row, values, strict=True)) + "}"
