"""The graph as files for Neo4j's bulk importer, which fills an empty database some ten times faster than Bolt.

A folder holds a CSV file for each label and for each pair of labels that an edge type joins, the
importer's arguments, and the statements that make constraints and indexes. The imported database is the
one that `Neo4jStore.write` makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph.stores import schema
from graph.stores.neo4j_schema import DIGEST, PREPARING, rows

ARGUMENTS, SCHEMA = "import.args", "schema.cypher"

# A code point that Unicode keeps for use inside programs: no text has it.
_BETWEEN = "\ufdd0"
_OPTIONS = (
    "--multiline-fields=true",
    f"--array-delimiter=U+{ord(_BETWEEN):04X}",
    "--bad-tolerance=0",
)
_TYPES = {
    schema.STRING: "string",
    schema.INT: "long",
    schema.DOUBLE: "double",
    schema.BOOL: "boolean",
    schema.STRINGS: "string[]",
}
_BATCH = 10_000


def write(tables: Iterable[schema.ArrowTable], folder: Path) -> str:
    """Write the files into `folder`; returns the command that imports them, run in that folder.

    Raises:
        OSError: they cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    arguments = list(_OPTIONS)
    for name, ends, table in tables:
        file = f"{'-'.join((name, *(ends or ())))}.csv"
        with (folder / file).open("w", encoding="utf-8", newline="") as out:
            out.writelines(_lines(name, ends, table))
        arguments.append(f"--{'relationships' if ends else 'nodes'}={name}=./{file}")
    (folder / ARGUMENTS).write_text("\n".join(arguments) + "\n", encoding="utf-8")
    (folder / SCHEMA).write_text("".join(f"{line};\n" for line in PREPARING), encoding="utf-8")
    return f"neo4j-admin database import full neo4j @{ARGUMENTS}"


def _lines(name: str, ends: tuple[str, str] | None, table: Any) -> Iterator[str]:
    columns = schema.edge_table(name).columns if ends else schema.node_table(name).columns
    types = {column.name: column.type for column in columns}
    heads = {name: f"{name}:{_TYPES[type]}" for name, type in types.items()}
    if ends:
        heads = {"from": f":START_ID({ends[0]})", "to": f":END_ID({ends[1]})", **heads}
    else:
        heads["id"] = f"id:ID({name})"
    yield ",".join([*heads.values(), f"{DIGEST}:string"]) + "\n"
    for batch in table.to_batches(_BATCH):
        values = batch.to_pydict()
        for column, type in types.items():
            if type == schema.STRINGS:
                values[column] = [_writable(items) for items in values[column]]
        fields = [_fields(values[head], types.get(head, schema.STRING)) for head in heads]
        digests = (row[DIGEST] for row in rows(values))
        for line in zip(*fields, digests, strict=True):
            yield ",".join(line) + "\n"


def _writable(items: list[str]) -> list[str]:
    """A list as a field can hold it: nothing but one empty text would be read as no text."""
    return [] if items == [""] else [item.replace(_BETWEEN, "\ufffd") for item in items]


def _fields(values: Iterable[Any], type: str) -> list[str]:
    """The fields of one column: nothing for null, `""` for an empty text or list."""
    if type == schema.STRINGS:
        values = map(_BETWEEN.join, values)
    elif type != schema.STRING:
        return ["" if value is None else str(value).lower() for value in values]
    return ["" if value is None else '"' + value.replace('"', '""') + '"' for value in values]
