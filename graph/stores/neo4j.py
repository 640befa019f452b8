"""The same graph in Neo4j (5.26 LTS or newer), over the official driver.

A write compares what is stored with what shall be stored, by a digest of each node and edge, and sends
only the differences. They go in one transaction, so readers see the old graph or the new one. A first
load, and one too large for a transaction, goes in batches while a `Loading` node stands in the database;
readers then say that the graph is being loaded rather than answer from half of it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from neo4j import READ_ACCESS, Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime

from graph.cypher import translate
from graph.errors import LineageError, StoreError
from graph.model import EDGE_KINDS, LABELS, Edge, Graph, ordered
from graph.store import Answer, Limits, Row, refusal
from graph.stores import schema
from graph.stores.dialects import NEO4J
from graph.stores.neo4j_schema import DIGEST, PREPARING
from graph.stores.neo4j_schema import rows as rows_of
from graph.stores.values import plain, properties
from graph.worker import stopped_by_memory, stopped_by_time

OLDEST = (5, 26)
BATCH = 5_000
ONE_TRANSACTION = 30_000
"""How many changes go in one transaction: a server with 512 MB of heap had no room for 65,000."""

GRACE = 1.0
"""Seconds that the server has, beyond a query's limit, to say itself that it stopped the query."""

_LABELS = "|".join(LABELS)
_LABEL = f"[label IN labels(n) WHERE label IN {list(LABELS)}][0] AS label"


class Neo4jStore:
    """A graph in one Neo4j database."""

    def __init__(self, driver: Driver, database: str | None, address: str) -> None:
        self._driver = driver
        self._database = database
        self.address = address

    @classmethod
    def open(cls, address: str, user: str | None = None, password: str | None = None) -> Neo4jStore:
        """The database at `address`: "neo4j://host:7687/database", any of the driver's schemes.

        User and password may stand in the address, or in NEO4J_USER and NEO4J_PASSWORD.

        Raises:
            StoreError: nobody answers there, the password is wrong, or the server is older than 5.26.
        """
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
        user = user or unquote(parts.username or "") or os.environ.get("NEO4J_USER", "neo4j")
        password = password or unquote(parts.password or "") or os.environ.get("NEO4J_PASSWORD")
        plain_address = f"{parts.scheme}://{host}"
        with _errors(plain_address):
            driver = GraphDatabase.driver(
                plain_address,
                auth=(user, password) if password else None,
                notifications_min_severity="OFF",
                connection_timeout=10,
                max_transaction_retry_time=10,
            )
            try:
                _check_version(driver.get_server_info().agent, plain_address)
            except BaseException:
                driver.close()
                raise
        return cls(driver, parts.path.strip("/") or None, plain_address)

    def write(self, graph: Graph) -> None:
        """See `graph.store.Writer.write`."""
        groups = schema.edges_by_ends(graph)
        with _errors(self.address):
            self._refuse_foreign()
            self._prepare()
            changes = [*self._node_changes(graph)]
            dropped = {row["id"] for change in changes if change.step == "drop nodes" for row in change.rows}
            changes += self._edge_changes(groups, dropped)
            self._apply(sorted(changes, key=lambda change: STEPS.index(change.step)))

    def rows(self, text: str, **parameters: Any) -> list[Row]:
        """See `graph.store.Reader.rows`."""
        query = translate(text, NEO4J)
        values = self._read(*query.bind(parameters))
        return [dict(zip(query.columns, (_value(v, True) for v in row), strict=True)) for row in values]

    def ask(self, text: str, parameters: Mapping[str, Any], limits: Limits) -> Answer:
        """See `graph.store.Reader.ask`."""
        query = translate(text, NEO4J, limit=limits.rows + 1)
        values = self._read(*query.bind(parameters), limits)
        rows = tuple(tuple(_value(value, False) for value in row) for row in values[: limits.rows])
        return Answer(query.columns, rows, len(values) > limits.rows)

    def graph(self) -> Graph:
        """See `graph.store.Reader.graph`."""
        lists: dict[str, Any] = {}
        redirects: list[tuple[str, str]] = []
        for table in schema.NODES:
            rows = [row[0] for row in self._read(f"MATCH (n:{table.label}) RETURN n")]
            lists[table.plural] = tuple(schema.node(table, row) for row in rows)
            redirects += [pair for row in rows for pair in schema.redirects(row)]
        edges = [
            schema.edge(kind, {**edge, "from": source, "to": target})
            for kind in EDGE_KINDS
            for source, target, edge in self._read(f"MATCH (a)-[e:{kind}]->(b) RETURN a.id, b.id, e")
        ]
        return ordered(Graph(**lists, edges=tuple(edges), redirects=tuple(redirects)))

    def close(self) -> None:
        """See `graph.store.Reader.close`."""
        self._driver.close()

    def __enter__(self) -> Neo4jStore:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # --- reading

    def _read(
        self, text: str, parameters: Mapping[str, Any] | None = None, limits: Limits | None = None
    ) -> list[list[Any]]:
        """The rows of one query, one more than the limit at most."""
        if limits is None:
            return self._answer(text, parameters)
        return _within(limits.seconds + GRACE, lambda: self._answer(text, parameters, limits))

    def _answer(
        self, text: str, parameters: Mapping[str, Any] | None, limits: Limits | None = None
    ) -> list[list[Any]]:
        seconds = limits.seconds if limits else None
        with (
            _errors(self.address),
            self._driver.session(database=self._database, default_access_mode=READ_ACCESS) as session,
            session.begin_transaction(timeout=seconds) as transaction,
        ):
            loading = transaction.run("MATCH (l:Loading) RETURN count(l) AS n").single(strict=True)["n"]
            if loading:
                raise StoreError("đồ thị đang được nạp vào Neo4j", "the graph is being loaded into Neo4j")
            result = transaction.run(text, dict(parameters or {}))
            records = result.fetch(limits.rows + 1) if limits else list(result)
            return [list(record.values()) for record in records]

    # --- writing

    def _refuse_foreign(self) -> None:
        """Nodes of our labels without an id of ours are not replaced; of other labels there may be any."""
        ours = f"n.{DIGEST} IS NOT NULL OR toString(n.id) CONTAINS '/'"
        text = f"MATCH (n:{_LABELS}) WHERE NOT coalesce({ours}, false) RETURN {_LABEL}, count(n) LIMIT 1"
        for label, foreign in self._stored(text):
            name = f"{label} ({foreign})"
            raise StoreError(
                f"Neo4j tại {self.address} có nút {name} không do lineage ghi; hãy dùng cơ sở dữ liệu khác",
                f"Neo4j at {self.address} has nodes {name} not written by lineage; use another database",
            )

    def _prepare(self) -> None:
        """Constraints, indexes, and what the bulk importer leaves out."""
        with self._driver.session(database=self._database) as session:
            for statement in PREPARING:
                session.run(statement).consume()
            session.run("CALL db.awaitIndexes(300)").consume()

    def _stored(self, text: str) -> Iterator[tuple[Any, ...]]:
        with self._driver.session(
            database=self._database, default_access_mode=READ_ACCESS, fetch_size=-1
        ) as session:
            for record in session.run(text):
                yield tuple(record.values())

    def _node_changes(self, graph: Graph) -> Iterator[_Change]:
        stored: dict[str, dict[str, str]] = {table.label: {} for table in schema.NODES}
        for label, id, found in self._stored(f"MATCH (n:{_LABELS}) RETURN {_LABEL}, n.id, n.{DIGEST}"):
            stored[label][id] = found
        for table in schema.NODES:
            label, old = table.label, stored[table.label]
            new = {row["id"]: row for row in rows_of(schema.node_columns(graph, table))}
            gone = [{"id": id} for id in old if id not in new]
            put = [row for id, row in new.items() if old.get(id) != row[DIGEST]]
            yield _Change("drop nodes", f"MATCH (n:{label} {{id: row.id}}) DETACH DELETE n", gone)
            yield _Change("put", f"MERGE (n:{label} {{id: row.id}}) SET n = row", put)

    def _edge_changes(
        self, groups: Mapping[schema.Ends, Sequence[Edge]], dropped: Set[str]
    ) -> Iterator[_Change]:
        """`dropped` are nodes with which their edges go."""
        digest = f"coalesce(e.{DIGEST}, '')"  # somebody else's edges have none
        stored: dict[tuple[str, bool], set[tuple[str, str]]] = {}
        text = f"MATCH (a:{_LABELS})-[e:{'|'.join(EDGE_KINDS)}]->(:{_LABELS}) RETURN type(e), a:Task, a.id, {digest}"
        for kind, of_task, id, found in self._stored(text):
            stored.setdefault((kind, of_task), set()).add((found, id))
        for (kind, source, target), edges in groups.items():
            old = stored.get((kind, source == "Task"), set())
            new = {row[DIGEST]: row for row in rows_of(schema.edge_columns(kind, edges))}
            gone: dict[str, list[str]] = {}
            for found, id in sorted(old):
                if found not in new and id not in dropped:
                    gone.setdefault(id, []).append(found)
            kept = {found for found, _ in old}
            put = [row for found, row in new.items() if found not in kept]
            drop = f"MATCH (a:{source} {{id: row.id}})-[e:{kind}]->(:{target}) WHERE {digest} IN row.digests DELETE e"
            rows = [{"id": id, "digests": digests} for id, digests in gone.items()]
            yield _Change("drop edges", drop, rows)
            made = f"MATCH (a:{source} {{id: row.`from`}}) MATCH (b:{target} {{id: row.`to`}})"
            yield _Change("put", f"{made} CREATE (a)-[e:{kind}]->(b) SET e = row.properties", _nested(put))

    def _apply(self, changes: Sequence[_Change]) -> None:
        """All changes in one transaction, or in batches behind a `Loading` node."""
        size = sum(len(change.rows) for change in changes)
        with self._driver.session(database=self._database) as session:
            if size <= ONE_TRANSACTION:
                with session.begin_transaction() as transaction:
                    for statement, rows in _batches(changes):
                        transaction.run(statement, rows=rows).consume()
                    transaction.run("MATCH (l:Loading) DELETE l").consume()
                    transaction.commit()
                return
            session.run("MERGE (:Loading)").consume()
            for statement, rows in _batches(changes):
                session.run(statement, rows=rows).consume()
            session.run("MATCH (l:Loading) DELETE l").consume()


STEPS = ("drop edges", "drop nodes", "put")


class _Change:
    """One statement for many rows, at its place among `STEPS`."""

    def __init__(self, step: str, text: str, rows: list[Row]) -> None:
        self.step = step
        self.text = text
        self.rows = rows


def _batches(changes: Sequence[_Change]) -> Iterator[tuple[str, list[Row]]]:
    for change in changes:
        for start in range(0, len(change.rows), BATCH):
            yield f"UNWIND $rows AS row {change.text}", change.rows[start : start + BATCH]


def _nested(rows: list[Row]) -> list[Row]:
    """Edge rows with their properties apart from their ends."""
    return [
        {
            "from": row["from"],
            "to": row["to"],
            "properties": {name: value for name, value in row.items() if name not in ("from", "to")},
        }
        for row in rows
    ]


def _value(value: Any, derived: bool) -> Any:
    """A value of the driver's as JSON can hold it."""
    if isinstance(value, Node):
        return {"label": next(iter(value.labels), None), **_properties(value, derived)}
    if isinstance(value, Relationship):
        return {"type": value.type, **_properties(value, derived)}
    if isinstance(value, Path):
        nodes = [_value(node, derived) for node in value.nodes]
        return {"nodes": nodes, "relationships": [_value(edge, derived) for edge in value.relationships]}
    if isinstance(value, list):
        return [_value(item, derived) for item in value]
    if isinstance(value, dict):
        return {name: _value(item, derived) for name, item in value.items()}
    if isinstance(value, Date | DateTime):
        return value.iso_format()
    return plain(value, derived)


def _properties(entity: Node | Relationship, derived: bool) -> dict[str, Any]:
    return properties({name: value for name, value in entity.items() if name != DIGEST}, derived)


def _within(seconds: float, work: Callable[[], list[list[Any]]]) -> list[list[Any]]:
    """What `work` returns, unless it takes longer: then its thread is left to end by itself.

    Neo4j looks at the limit of a transaction only between two rows, and one row can take minutes.
    """
    done: SimpleQueue[list[list[Any]] | BaseException] = SimpleQueue()

    def run() -> None:
        try:
            done.put(work())
        except BaseException as error:
            done.put(error)

    Thread(target=run, daemon=True).start()
    try:
        found = done.get(timeout=seconds)
    except Empty:
        raise stopped_by_time() from None
    if isinstance(found, BaseException):
        raise found
    return found


@contextmanager
def _errors(address: str) -> Iterator[None]:
    """The driver's errors as ours."""
    try:
        yield
    except LineageError:
        raise
    except Neo4jError as error:
        raise _of_server(error, address) from error
    except (DriverError, OSError, ValueError) as error:
        words = " ".join(str(error).split())
        raise StoreError(
            f"không kết nối được Neo4j tại {address}: {words}", f"cannot reach Neo4j at {address}: {words}"
        ) from error


def _of_server(error: Neo4jError, address: str) -> LineageError:
    code, message = error.code or "", " ".join((error.message or "").split())
    if "TransactionTimedOut" in code or "Terminated" in code:
        return stopped_by_time()
    if "MemoryPool" in code or "OutOfMemory" in code:
        return stopped_by_memory()
    if ".Statement." in code:
        return refusal(message)
    if "Security.AuthenticationRateLimit" in code:
        return StoreError(
            f"Neo4j tại {address} tạm khóa sau nhiều lần sai mật khẩu; hãy đợi vài giây rồi thử lại",
            f"Neo4j at {address} is locked for a moment after several wrong passwords; try again in some seconds",
        )
    if "Security.Unauthorized" in code:
        return StoreError(
            f"Neo4j tại {address} không nhận tên hoặc mật khẩu; hãy xem lại --user và NEO4J_PASSWORD",
            f"Neo4j at {address} accepts no such user or password; check --user and NEO4J_PASSWORD",
        )
    return StoreError(f"Neo4j tại {address}: {message}", f"Neo4j at {address}: {message}")


def _check_version(agent: str, address: str) -> None:
    """Refuse a Neo4j older than 5.26 by what it calls itself ("Neo4j/5.26.1"; later ones count by year)."""
    found = re.fullmatch(r"Neo4j/(\d+)\.(\d+)\b.*", agent)
    if found and (int(found[1]), int(found[2])) < OLDEST:
        raise StoreError(
            f"máy chủ {agent} tại {address} quá cũ; cần Neo4j 5.26 trở lên",
            f"the server {agent} at {address} is too old; Neo4j 5.26 or newer is needed",
        )
