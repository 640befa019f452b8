"""The same graph in a Neo4j of its own, filled by the bulk importer."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shlex import split

from graph.stores import neo4j_files, schema
from graph.stores.neo4j import Neo4jStore
from tests.neo4j import server


@contextmanager
def imported(tables: Sequence[schema.ArrowTable], folder: Path) -> Iterator[Neo4jStore]:
    """A server that holds `tables`; prints what writing, importing and indexing took.

    Raises:
        server.Missing: this machine cannot run one.
    """
    line = server.OLDEST
    server.java(line), server.jars(line)
    seconds = [time.perf_counter()]
    _, *arguments = split(neo4j_files.write(tables, folder))
    seconds.append(time.perf_counter())
    server.admin(line, folder / "home", *arguments, cwd=folder)
    seconds.append(time.perf_counter())
    with (
        server.running(line, folder / "home") as (address, _),
        Neo4jStore.open(address, "neo4j", server.PASSWORD) as store,
    ):
        store._prepare()
        took = [
            after - before for before, after in zip(seconds, [*seconds[1:], time.perf_counter()], strict=True)
        ]
        print(
            "  Neo4j: files in {:.1f} s, import {:.1f} s, start and indexes {:.1f} s".format(*took),
            flush=True,
        )
        yield store
