"""The whole embedded store, table by table, as it was copied in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.stores import schema


def questions() -> Iterator[tuple[str, tuple[str, str] | None, str]]:
    """A label or edge type, the labels that its edges join, and the text that gives its rows."""
    for table in schema.NODES:
        yield table.label, None, f"MATCH (n:{table.label}) RETURN {_items({}, 'n', table.columns)}"
    for edges in schema.EDGES:
        items = _items({"from": "a.id", "to": "b.id"}, "e", edges.columns)
        for source, target in edges.ends:
            match = f"MATCH (a:{source})-[e:{edges.kind}]->(b:{target})"
            yield edges.kind, (source, target), f"{match} RETURN {items}"


def _items(values: Mapping[str, str], of: str, columns: Sequence[schema.Column]) -> str:
    values = {**values, **{column.name: f"{of}.`{column.name}`" for column in columns}}
    return ", ".join(f"{value} AS `{name}`" for name, value in values.items())
