"""The embedded store: one LadybugDB file, written whole and moved into place.

A build writes a new file by bulk COPY, closes and syncs it, and renames it over the old one, so a kill
at any moment leaves the old graph. Readers open the file read-only and look before each question
whether it was replaced; questions under way end on the file that they began with.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from graph.cypher import translate
from graph.model import EDGE_KINDS, Edge, Graph, ordered
from graph.store import Answer, Limits, Row
from graph.stores import faults, kept, schema, whole
from graph.stores.dialects import LADYBUG
from graph.stores.values import SCALARS, plain
from graph.worker import Workers

POOL_BYTES = 256 << 20
"""The least memory for pages of a file, and all that a user's query gets."""
ADDRESS_BYTES = 1 << 37
"""The address space that a file may take; ladybug's own 8 TB is refused where addresses are limited."""


class EmbeddedStore:
    """A graph in one file. Safe to share between threads; every question sees one whole graph."""

    def __init__(self, path: Path, pool: int | None = None) -> None:
        self.path = path
        self._pool = pool or _pool(8)
        self._lock = threading.Lock()
        self._current: _Opened | None = None
        self._workers = Workers()

    @classmethod
    def build(cls, graph: Graph, path: Path) -> None:
        """Write `graph` to `path`, replacing what is there in one rename.

        Raises:
            DanglingEdge: an edge's end is no node of `graph`.
            StoreError: the file cannot be written.
        """
        cls.build_tables(schema.arrow_tables(graph), path)

    @classmethod
    def build_tables(cls, tables: Iterable[schema.ArrowTable], path: Path) -> None:
        """`build` from arrow tables, nodes before edges; one at a time is held.

        Raises:
            DanglingEdge: what `tables` raises passes through; what was at `path` stays.
            StoreError: the file cannot be written.
        """
        new = path.with_name(f"{path.name}.new-{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            for left in path.parent.glob(f"{path.name}.new-*"):
                left.unlink(missing_ok=True)
            _fill(tables, new)
            _sync(new)
            os.replace(new, path)
            _sync(path.parent)
        except (OSError, RuntimeError) as error:
            raise faults.not_written(path, error) from error
        finally:
            for left in path.parent.glob(f"{path.name}.new-{os.getpid()}*"):
                left.unlink(missing_ok=True)

    @classmethod
    def open(cls, path: Path) -> EmbeddedStore:
        """The graph at `path`, read-only.

        Raises:
            StoreError: there is none, or it is damaged or of another version.
        """
        store = cls(path)
        store.carried([""])
        return store

    def write(self, graph: Graph) -> None:
        """See `graph.store.Writer.write`."""
        self.build(graph, self.path)

    def rows(self, text: str, **parameters: Any) -> list[Row]:
        """See `graph.store.Reader.rows`."""
        query = translate(text, LADYBUG)
        names = query.columns
        values = self._values(*query.bind(parameters))
        return [
            {
                name: value if type(value) in SCALARS else plain(value, True)
                for name, value in zip(names, row, strict=True)
            }
            for row in values
        ]

    def carrying(self, ids: Sequence[str]) -> list[Row]:
        """See `graph.store.Keeping.carrying`."""
        return self._kept(kept.BELOW, ids)

    def carried(self, ids: Sequence[str]) -> list[Row]:
        """See `graph.store.Keeping.carried`."""
        return self._kept(kept.ABOVE, ids)

    def _kept(self, side: str, ids: Sequence[str]) -> list[Row]:
        at = [side + id for id in ids]
        one = len(at) == 1
        return kept.read(self._values(kept.ONE if one else kept.MANY, {"at": at[0] if one else at}))

    def _values(self, text: str, parameters: Mapping[str, Any]) -> list[list[Any]]:
        with self._using() as opened:
            try:
                return opened.values(text, parameters)
            except RuntimeError as error:
                raise faults.not_read(self.path, error) from error

    def ask(self, text: str, parameters: Mapping[str, Any], limits: Limits) -> Answer:
        """See `graph.store.Reader.ask`; the query runs in a process of its own, which can be killed."""
        translate(text, LADYBUG).bind(parameters)
        found = self._workers.call(
            "graph.stores.embedded:answer",
            self.path.absolute(),
            text,
            parameters,
            limits,
            seconds=limits.seconds,
        )
        assert isinstance(found, Answer)
        return found

    def stamp(self) -> Stamp:
        """What tells the graph at the path from any other one that was or will be there.

        Raises:
            StoreError: there is none.
        """
        try:
            return _stamp(self.path)
        except OSError as error:
            raise faults.not_opened(self.path, error) from error

    def graph(self) -> Graph:
        """See `graph.store.Reader.graph`."""
        lists: dict[str, Any] = {}
        redirects: list[tuple[str, str]] = []
        edges: list[Edge] = []
        with self._using() as opened:
            for table in schema.NODES:
                rows = [row[0] for row in opened.values(f"MATCH (n:{table.label}) RETURN n", {})]
                lists[table.plural] = tuple(schema.node(table, row) for row in rows)
                redirects += [pair for row in rows for pair in schema.redirects(row)]
            for kind in EDGE_KINDS:
                for source, target, row in opened.values(
                    f"MATCH (a)-[e:{kind}]->(b) RETURN a.id, b.id, e", {}
                ):
                    edges.append(schema.edge(kind, {**row, "from": source, "to": target}))
        return ordered(Graph(**lists, edges=tuple(edges), redirects=tuple(redirects)))

    def tables(self) -> Iterator[schema.ArrowTable]:
        """The whole graph as `build_tables` takes it; one table at a time is held."""
        with self._using() as opened:
            for name, ends, text in whole.questions():
                yield name, ends, opened.table(text)

    def close(self) -> None:
        """See `graph.store.Reader.close`."""
        with self._lock:
            if self._current is not None:
                self._current.release()
                self._current = None
        self._workers.close()

    def __enter__(self) -> EmbeddedStore:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @contextmanager
    def pinned(self) -> Iterator[EmbeddedStore]:
        """The graph as it is now, for several questions that must see the same one."""
        with self._using() as opened:
            yield _Pinned(self.path, opened, self._workers)

    @contextmanager
    def _using(self) -> Iterator[_Opened]:
        with self._lock:
            self._current = self._newest(self._current)
            opened = self._current.share()
        try:
            yield opened
        finally:
            opened.release()

    def _newest(self, current: _Opened | None) -> _Opened:
        """`current`, or the file that has taken its place."""
        try:
            stamp = _stamp(self.path)
            if current is not None and current.stamp == stamp:
                return current
            opened = _Opened(self.path, stamp, self._pool)
        except (OSError, RuntimeError) as error:
            raise faults.not_opened(self.path, error) from error
        if current is not None:
            current.release()
        return opened


class _Pinned(EmbeddedStore):
    """A store that stays on one file."""

    def __init__(self, path: Path, opened: _Opened, workers: Workers) -> None:
        self.path = path
        self._opened = opened
        self._workers = workers

    @contextmanager
    def _using(self) -> Iterator[_Opened]:
        yield self._opened

    def close(self) -> None:
        """Nothing of its own to let go of."""


class _Opened:
    """One opened file; it closes when nobody uses it any more."""

    def __init__(self, path: Path, stamp: Stamp, pool: int) -> None:
        ladybug = _driver()
        self.stamp = stamp
        self._database = ladybug.Database(
            str(path), read_only=True, buffer_pool_size=pool, max_db_size=ADDRESS_BYTES
        )
        self._lock = threading.Lock()
        self._users = 1
        self._free: list[Any] = []

    def share(self) -> _Opened:
        with self._lock:
            self._users += 1
        return self

    def release(self) -> None:
        with self._lock:
            self._users -= 1
            last = self._users == 0
        if last:
            for connection in self._free:
                connection.close()
            self._database.close()

    def values(self, text: str, parameters: Mapping[str, Any]) -> list[list[Any]]:
        """The rows of a question of ours; its connection is kept, because it keeps the question's plan."""
        try:
            connection = self._free.pop()
        except IndexError:
            connection = _driver().Connection(self._database)
        found = _fetch(connection, text, parameters)
        self._free.append(connection)
        return found

    def table(self, text: str) -> Any:
        """The rows of a question of ours as a pyarrow table."""
        with _driver().Connection(self._database) as connection, connection.execute(text) as result:
            return result.get_as_arrow()

    def limited(self, text: str, parameters: Mapping[str, Any], seconds: float) -> list[list[Any]]:
        """The rows of a user's query, stopped after `seconds`."""
        with _driver().Connection(self._database) as connection:
            connection.set_query_timeout(max(1, int(seconds * 1000)))
            return _fetch(connection, text, parameters)


def _fetch(connection: Any, text: str, parameters: Mapping[str, Any]) -> list[list[Any]]:
    with connection.execute(text, dict(parameters)) as result:
        return list(result.get_all())


@cache
def _driver() -> Any:
    """The ladybug package without its asyncio wrapper, which takes longer to load than the rest of it."""
    unused = ModuleType("ladybug.async_connection")
    unused.AsyncConnection = None  # type: ignore[attr-defined]
    sys.modules.setdefault(unused.__name__, unused)
    return import_module("ladybug")


def answer(path: Path, text: str, parameters: Mapping[str, Any], limits: Limits) -> Answer:
    """A user's query on the file at `path`; runs in a worker, which keeps the file open."""
    query = translate(text, LADYBUG, limit=limits.rows + 1)
    with _shared(path)._using() as opened:
        try:
            values = opened.limited(*query.bind(parameters), limits.seconds)
        except RuntimeError as error:
            raise faults.refused(error) from error
    rows = tuple(tuple(plain(value) for value in row) for row in values[: limits.rows])
    return Answer(query.columns, rows, len(values) > limits.rows)


@cache
def _shared(path: Path) -> EmbeddedStore:
    return EmbeddedStore(path, POOL_BYTES)


def _fill(tables: Iterable[schema.ArrowTable], path: Path) -> None:
    """Create the tables in a new file and copy all rows into them."""
    ladybug = _driver()
    database = ladybug.Database(str(path), buffer_pool_size=_writing_pool(), max_db_size=ADDRESS_BYTES)
    try:
        with ladybug.Connection(database) as connection:
            connection.execute("BEGIN TRANSACTION")
            for statement in _tables():
                connection.execute(statement)
            for name, ends, rows in tables:
                if rows.num_rows:
                    options = f" (from='{ends[0]}', to='{ends[1]}')" if ends else ""
                    connection.execute(f"COPY {name} FROM $rows{options}", {"rows": rows})
            kept.keep(connection)
            connection.execute("COMMIT")
    finally:
        database.close()


def _writing_pool() -> int:
    """The memory a build may take, in bytes: half the machine's, for a COPY that finds none left crashes.

    A million directives with six million edges want some 3 GB; what is not needed is not taken.
    """
    return max(POOL_BYTES * 4, _pool(2))


def _pool(share: int) -> int:
    """A share of the machine's memory, in bytes."""
    return max(POOL_BYTES, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // share)


def _tables() -> Iterator[str]:
    for table in schema.NODES:
        columns = ", ".join(f"`{column.name}` {column.type}" for column in table.columns)
        yield f"CREATE NODE TABLE {table.label} ({columns}, PRIMARY KEY (id))"
    for edges in schema.EDGES:
        ends = ", ".join(f"FROM {source} TO {target}" for source, target in edges.ends)
        columns = ", ".join(f"`{column.name}` {column.type}" for column in edges.columns)
        yield f"CREATE REL TABLE {edges.kind} ({ends}, {columns})"
    yield kept.STATEMENT


Stamp = tuple[int, int, int]


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
