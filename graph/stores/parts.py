"""A graph that comes in parts, as tables for a store that is written in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.errors import DanglingEdge
from graph.model import Edge, Graph
from graph.stores import schema


def arrow_parts(parts: Iterable[Graph]) -> Iterator[schema.ArrowTable]:
    """`schema.arrow_tables` for a graph in parts, all nodes before any edge; one part is held at a time.

    Raises:
        DanglingEdge: an edge's end is no node of the parts so far.
    """
    labels: dict[str, str] = {}
    for part in parts:
        for table in schema.NODES:
            records = getattr(part, table.plural)
            if records:
                labels.update((record.id, table.label) for record in records)
                yield table.label, None, schema.arrow(schema.node_columns(part, table), table.columns)
        for (kind, source, target), edges in _by_ends(part.edges, labels).items():
            columns = schema.edge_table(kind).columns
            yield kind, (source, target), schema.arrow(schema.edge_columns(kind, edges), columns)


def _by_ends(edges: Iterable[Edge], labels: dict[str, str]) -> dict[schema.Ends, list[Edge]]:
    allowed = {(table.kind, *ends) for table in schema.EDGES for ends in table.ends}
    groups: dict[schema.Ends, list[Edge]] = {}
    for edge in edges:
        ends = edge.kind, labels.get(edge.source, ""), labels.get(edge.target, "")
        if ends not in allowed:
            raise DanglingEdge(
                f"cạnh {edge.kind} từ {edge.source} đến {edge.target} không có đủ hai đầu",
                f"the {edge.kind} edge from {edge.source} to {edge.target} lacks an end",
            )
        groups.setdefault(ends, []).append(edge)
    return groups
