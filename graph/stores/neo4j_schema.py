"""What a graph of ours is in Neo4j, whether it came over Bolt or by the bulk importer.

Properties are the columns of `graph.stores.schema` that have a value, and a digest of them all, by which
a later load finds what has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any

from graph.stores import schema

Row = dict[str, Any]

DIGEST = f"{schema.HIDDEN}digest"

INDEXES = (
    *(
        f"CREATE CONSTRAINT {table.label.lower()}_id IF NOT EXISTS FOR (n:{table.label}) REQUIRE n.id IS UNIQUE"
        for table in schema.NODES
    ),
    "CREATE INDEX directive_number IF NOT EXISTS FOR (d:Directive) ON (d.folded_number)",
    "CREATE INDEX directive_title IF NOT EXISTS FOR (d:Directive) ON (d.folded_title)",
    "CREATE INDEX directive_canonical IF NOT EXISTS FOR (d:Directive) ON (d.folded_canonical)",
    "CREATE INDEX directive_document IF NOT EXISTS FOR (d:Directive) ON (d.document)",
    "CREATE INDEX directive_status IF NOT EXISTS FOR (d:Directive) ON (d.status)",
    "CREATE INDEX mention_document IF NOT EXISTS FOR (m:Mention) ON (m.document)",
    "CREATE INDEX cites_document IF NOT EXISTS FOR ()-[e:CITES]-() ON (e.document)",
    "CREATE INDEX body_kind IF NOT EXISTS FOR (b:Body) ON (b.kind)",
    "CREATE TEXT INDEX directive_text IF NOT EXISTS FOR (d:Directive) ON (d.folded_text)",
    "CREATE TEXT INDEX body_text IF NOT EXISTS FOR (b:Body) ON (b.folded_text)",
    "CREATE FULLTEXT INDEX directive_words IF NOT EXISTS FOR (d:Directive) ON EACH [d.number, d.title, d.names]",
    "CREATE FULLTEXT INDEX task_words IF NOT EXISTS FOR (t:Task) ON EACH [t.text]",
)


def _empty_lists(table: schema.NodeTable) -> str | None:
    names = [f"n.{column.name}" for column in table.columns if column.type == schema.STRINGS]
    if not names:
        return None
    missing = " OR ".join(f"{name} IS NULL" for name in names)
    values = ", ".join(f"{name} = coalesce({name}, [])" for name in names)
    return f"MATCH (n:{table.label}) WHERE {missing} CALL (n) {{ SET {values} }} IN TRANSACTIONS"


PREPARING = (*INDEXES, *filter(None, map(_empty_lists, schema.NODES)))
"""Statements that make the constraints and indexes, and the empty lists, which the bulk importer leaves
out; each changes only what is not there yet."""


def rows(columns: Mapping[str, list[Any]]) -> Iterator[Row]:
    """Rows out of columns, without nulls, with a digest of each."""
    names = tuple(columns)
    for values in zip(*columns.values(), strict=True):
        row = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        yield {**row, DIGEST: blake2b(repr(sorted(row.items())).encode(), digest_size=12).hexdigest()}
