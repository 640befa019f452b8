"""A large graph: built against the bare COPY of the same tables, asked over HTTP by eight clients, and in Neo4j."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pyarrow
import pyarrow.compute

from graph.lineage import ancestry, implementing
from graph.model import Graph
from graph.reference import resolve
from graph.responsibility import responsibilities
from graph.store import Reader
from graph.stores import kept, schema
from graph.stores.embedded import ADDRESS_BYTES, EmbeddedStore, _driver, _tables, _writing_pool
from tests.benchmarks import clients, store_neo4j
from tests.benchmarks.store_tables import PLACES, Invented
from tests.neo4j import server

CLIENTS = 8
REQUESTS = 100
"""Requests of each client."""

PAUSE = 0.1
"""Seconds between a paced client's requests."""

COPY_BAR, P50_BAR, P99_BAR = 3.0, 5.0, 50.0


def measure(size: int) -> None:
    """Print the figures for a graph of `size` directives and six edges each."""
    invented = Invented(size)
    tables = list(invented.tables())
    nodes = sum(rows.num_rows for _, ends, rows in tables if ends is None)
    edges = sum(rows.num_rows for _, ends, rows in tables if ends)
    print(f"{size} directives: {nodes} nodes, {edges} edges", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ladybug"
        raw = _seconds(lambda: copy(tables, Path(folder) / "raw.ladybug"))
        (Path(folder) / "raw.ladybug").unlink()
        _ratio("embedded: tables", raw, _seconds(lambda: EmbeddedStore.build_tables(tables, path)))
        print(f"  embedded: {path.stat().st_size / 2**20:.0f} MB", flush=True)
        with EmbeddedStore.open(path) as store:
            asked = _asked("embedded", store, invented)
        _served(Path(folder), invented)
        _compared(tables, Path(folder) / "neo4j", invented, asked)


def against_copy(graph: Graph, path: Path) -> None:
    """Print how long `graph` takes to write from records, and its tables by bare COPY."""
    tables = list(schema.arrow_tables(graph))
    raw = _seconds(lambda: copy(tables, path.with_name("raw.ladybug")))
    path.with_name("raw.ladybug").unlink()
    _ratio("embedded: records", raw, _seconds(lambda: EmbeddedStore.build(graph, path)))


def copy(tables: Iterable[schema.ArrowTable], path: Path) -> None:
    """What ladybug by itself takes: tables created, rows copied, file closed."""
    database = _driver().Database(str(path), buffer_pool_size=_writing_pool(), max_db_size=ADDRESS_BYTES)
    with _driver().Connection(database) as connection:
        for statement in _tables():
            if statement != kept.STATEMENT:
                connection.execute(statement)
        for name, ends, rows in tables:
            if rows.num_rows:
                options = f" (from='{ends[0]}', to='{ends[1]}')" if ends else ""
                connection.execute(f"COPY {name} FROM $rows{options}", {"rows": rows})
    database.close()


def _asked(name: str, store: Reader, invented: Invented) -> dict[str, float]:
    """The median of each question in milliseconds, asked within the process."""
    random, size = Random(invented.size), invented.size
    some: dict[str, tuple[Callable[..., Any], int, int]] = {
        "implementing, of a central paper": (implementing, 0, invented.central),
        "implementing, of a province's": (implementing, invented.central, invented.province),
        "ancestry, of a district's": (ancestry, invented.province, size),
        "REF, by number": (lambda store, id: resolve(store, f"{id.rpartition('/')[2]}-KH/TU"), 0, size),
        "a province's body's work": (lambda store, id: responsibilities(store, _body(id)), 0, size),
    }
    medians = {}
    for label, (question, first, last) in some.items():
        count = 200 if question in (implementing, ancestry) else 10
        for _ in range(2):  # the second time the plans are there
            ids = [_id(invented, random.randrange(first, last)) for _ in range(count)]
            times = [_timed(partial(question, store, id)) for id in ids]
        medians[label] = _percentiles(f"{name}: {label}", times)
    return medians


def _compared(
    tables: Sequence[schema.ArrowTable], folder: Path, invented: Invented, embedded: dict[str, float]
) -> None:
    """The same questions, asked of Neo4j."""
    try:
        with store_neo4j.imported(tables, folder) as store:
            for label, median in _asked("Neo4j", store, invented).items():
                print(f"  {label}: Neo4j takes {median / embedded[label]:.1f} times as long", flush=True)
    except server.Missing as missing:
        print(f"  Neo4j: left out; {missing}", flush=True)


def _served(folder: Path, invented: Invented) -> None:
    """`implementing` over HTTP, of papers drawn evenly from those that others carry out, each once; and
    `ancestry`, of those at the bottom."""
    carried = pyarrow.compute.unique(invented.links[1]).to_pylist()
    drawn = Random(invented.size).sample(carried, min(len(carried), (2 * CLIENTS + 2) * REQUESTS))
    paths = [_path(invented, number) for number in drawn]
    plans = [paths[at : at + REQUESTS] for at in range(0, len(paths), REQUESTS)]
    with _server(folder) as (port, pid):
        clients.ask(port, plans[-1:])
        _clients("one client", port, pid, plans[-2:-1])
        _clients(f"{CLIENTS} clients, one request each {PAUSE} s", port, pid, plans[:CLIENTS], PAUSE)
        _clients(f"{CLIENTS} clients without a pause", port, pid, plans[CLIENTS : 2 * CLIENTS])
        _clients(f"{CLIENTS} clients, what was asked before", port, pid, plans[CLIENTS : 2 * CLIENTS])
        central = [
            _path(invented, n)
            for n in Random(1).sample(range(invented.central), min(invented.central, CLIENTS * REQUESTS // 4))
        ]
        few = [central[at::CLIENTS] for at in range(CLIENTS)]
        _clients(f"{CLIENTS} clients, of central papers", port, pid, few)
        low = Random(2).sample(range(invented.province, invented.size), CLIENTS * REQUESTS)
        above = [_path(invented, number, "ancestry") for number in low]
        few = [above[at::CLIENTS] for at in range(CLIENTS)]
        _clients(f"{CLIENTS} clients, of districts' papers", port, pid, few, name="ancestry")


@contextmanager
def _server(folder: Path) -> Iterator[tuple[int, int]]:
    """`lineage serve` over a workspace: its port and process."""
    command = [sys.executable, "-m", "api.cli", "serve", "--workspace", str(folder), "--port", "0"]
    root = Path(__file__).parent.parent.parent
    with subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            said = process.stderr.readline()
            found = re.search(r"://[^ ]*:(\d+)", said)
            assert found, said
            yield int(found[1]), process.pid
        finally:
            process.terminate()


def _clients(
    label: str,
    port: int,
    pid: int,
    plans: Sequence[Sequence[str]],
    pause: float = 0.0,
    name: str = "implementing",
) -> None:
    before = clients.processor_seconds(pid)
    times, seconds = clients.ask(port, plans, pause)
    used = (clients.processor_seconds(pid) - before) / len(times) * 1000
    _percentiles(f"HTTP {name}, {label} ({len(times) / seconds:.0f}/s, {used:.2f} ms of processor)", times)


def _path(invented: Invented, number: int, name: str = "implementing") -> str:
    return f"/api/{_id(invented, number).replace('directive/', 'directives/', 1)}/{name}"


def _body(id: str) -> str:
    return f"body/{int(id.rpartition('/')[2]) % len(PLACES)}"


def _id(invented: Invented, number: int) -> str:
    return str(invented.ids(pyarrow.array([number]))[0])


def _timed(work: Callable[[], Any]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _seconds(work: Callable[[], Any]) -> tuple[float, float]:
    """Wall and processor seconds."""
    processor = time.process_time()
    return _timed(work), time.process_time() - processor


def _ratio(label: str, raw: tuple[float, float], built: tuple[float, float]) -> None:
    print(
        f"  {label}: built in {built[0]:.1f} s ({built[1]:.1f} s of processor), bare COPY {raw[0]:.1f} s "
        f"({raw[1]:.1f} s): {built[0] / raw[0]:.2f} times, of processor {built[1] / raw[1]:.2f} "
        f"(bar {COPY_BAR:.0f})",
        flush=True,
    )


def _percentiles(label: str, times: list[float]) -> float:
    """Prints them; returns the median in milliseconds."""
    times = sorted(times)
    p50, p99 = (times[int(len(times) * share)] * 1000 for share in (0.5, 0.99))
    print(
        f"  {label}: p50 {p50:.1f} ms ({p50 / P50_BAR:.2f} of the bar), p99 {p99:.1f} ms ({p99 / P99_BAR:.2f})",
        flush=True,
    )
    return p50
