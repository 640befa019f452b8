"""What the program asks of a store, whichever holds the graph.

A store is a projection: it can be rebuilt from the workspace at any time. Questions are Cypher in the
subset of `graph.cypher`, one text for every store; only `graph.stores` knows the dialects.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from graph.errors import NothingFound, RefusedQuery
from graph.model import Graph

Row = dict[str, Any]

EVIDENCE = ("document", "start", "end", "quote", "rule")
"""The columns in which rows hold evidence, as the commands print it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a user's query may take: rows returned, and seconds."""

    rows: int = 1000
    seconds: float = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a user's query returned; `truncated`: there were more rows than the limit."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool

    def to_json(self) -> Row:
        """`{columns, rows, truncated}`, as `lineage query --cypher --json` prints it."""
        return {
            "columns": list(self.columns),
            "rows": [list(r) for r in self.rows],
            "truncated": self.truncated,
        }


class Reader(Protocol):
    """Read access to one stored graph."""

    def rows(self, text: str, **parameters: Any) -> list[Row]:
        """The rows of a question of our own, each a dict by column.

        Raises:
            StoreError: the store cannot be read.
        """
        ...

    def ask(self, text: str, parameters: Mapping[str, Any], limits: Limits) -> Answer:
        """The answer to a user's query, cut at `limits.rows`.

        Nodes come as `{"label": …, properties}`, relationships as `{"type": …, properties}`, paths as
        `{"nodes": […], "relationships": […]}`, dates as ISO text.

        Raises:
            RefusedQuery: outside the read-only subset, or what the store does not accept.
            QueryStopped: the limit of time or memory was reached.
            StoreError: the store cannot be read.
        """
        ...

    def graph(self) -> Graph:
        """The whole graph as records, equal to what was written."""
        ...

    def close(self) -> None:
        """Let go of files and connections; the reader answers nothing afterwards."""
        ...


class Keeping(Protocol):
    """A reader that keeps the links of carrying out ready beside each directive, those below and above."""

    def carrying(self, ids: Sequence[str]) -> list[Row]:
        """The links of documents and tasks that carry out the directives `ids`, whatever their manner.

        Rows are as `implementing.cypher` gives them; a task's link has the task's `path` besides.
        `last` is true where nothing carries out the directive that the link comes from.

        Raises:
            StoreError: the store cannot be read.
        """
        ...

    def carried(self, ids: Sequence[str]) -> list[Row]:
        """The links by which the directives `ids` and their tasks carry others out, likewise.

        `id` and the row are those of the directive carried out, `target` is the one among `ids`.
        """
        ...


class Writer(Protocol):
    """Write access to one stored graph."""

    def write(self, graph: Graph) -> None:
        """Make `graph` what the store holds; readers see the old one or the new one, never a mixture.

        Raises:
            DanglingEdge: an edge's end is no node of `graph`; nothing is changed.
            StoreError: the store cannot be written; nothing is changed.
        """
        ...


@cache
def question(name: str) -> str:
    """The text of `queries/NAME.cypher`."""
    return (files("graph") / "queries" / f"{name}.cypher").read_text(encoding="utf-8")


def directive(reader: Reader, id: str) -> Row:
    """The node of the directive `id`, all its properties included; a former id is as good.

    Raises:
        NothingFound: no such directive.
    """
    found = reader.rows(question("directive"), id=id)
    if not found:
        now = reader.rows(question("former_directive"), id=id)
        found = reader.rows(question("directive"), id=now[0]["id"]) if now else []
    if not found:
        raise NothingFound(f"không có văn bản {id}", f"no directive {id}")
    node: Row = found[0]["d"]
    return node


def directive_nodes(reader: Reader, ids: Sequence[str]) -> list[Row]:
    """The nodes of the directives `ids`, as many as there are."""
    return [row["d"] for row in reader.rows(question("directives_by_id"), ids=list(ids))] if ids else []


def said(row: Row) -> Row | None:
    """The evidence in a row that has its columns; None if nothing is said."""
    return None if row["start"] is None else {name: row[name] for name in EVIDENCE}


def refusal(message: str) -> RefusedQuery:
    """The error for a query that passed the parser and that a store does not accept."""
    return RefusedQuery(
        f"kho dữ liệu không nhận câu hỏi: {message}", f"the store does not accept the query: {message}"
    )
