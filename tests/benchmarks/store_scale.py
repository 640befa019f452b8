"""A large graph: built against the bare COPY of the same tables, then asked over HTTP by eight clients."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import Any

import pyarrow
import pyarrow.compute

from graph.lineage import ancestry
from graph.model import Graph
from graph.stores import schema
from graph.stores.embedded import ADDRESS_BYTES, EmbeddedStore, _driver, _tables, _writing_pool
from tests.benchmarks.store_tables import Invented

CLIENTS = 8
REQUESTS = 100
"""Requests of each client."""

PAUSE = 0.1
"""Seconds between a paced client's requests."""

COPY_BAR, P50_BAR, P99_BAR = 3.0, 5.0, 50.0


def measure(size: int) -> None:
    """Print the figures for a graph of `size` directives and some six edges each."""
    invented = Invented(size)
    tables = list(invented.tables())
    nodes = sum(rows.num_rows for _, ends, rows in tables if ends is None)
    edges = sum(rows.num_rows for _, ends, rows in tables if ends)
    print(f"{size} directives: {nodes} nodes, {edges} edges", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ladybug"
        raw = _seconds(lambda: copy(tables, Path(folder) / "raw.ladybug"))
        (Path(folder) / "raw.ladybug").unlink()
        built = _seconds(lambda: EmbeddedStore.build_tables(tables, path))
        _ratio("embedded: tables", raw, built)
        random = Random(size)
        below = [_id(invented, random.randrange(invented.province, size)) for _ in range(200)]
        with EmbeddedStore.open(path) as store:
            for warm in ("first", "again"):
                _percentiles(f"ancestry, {warm}", [_timed(lambda id=id: ancestry(store, id)) for id in below])
        _served(Path(folder), invented)


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
            connection.execute(statement)
        for name, ends, rows in tables:
            if rows.num_rows:
                options = f" (from='{ends[0]}', to='{ends[1]}')" if ends else ""
                connection.execute(f"COPY {name} FROM $rows{options}", {"rows": rows})
    database.close()


def _served(folder: Path, invented: Invented) -> None:
    """`implementing` over HTTP, of papers drawn evenly from those that others carry out."""
    carried = pyarrow.compute.unique(invented.links[1]).to_pylist()
    random = Random(invented.size)
    plans = [[_id(invented, n) for n in random.sample(carried, REQUESTS)] for _ in range(CLIENTS)]
    command = [sys.executable, "-m", "api.cli", "serve", "--workspace", str(folder), "--port", "0"]
    root = Path(__file__).parent.parent.parent
    with subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            port = _port(server.stderr.readline())
            _client(port, plans[0][:10], 0)
            _percentiles("HTTP implementing, one client", _client(port, plans[0], 0))
            for label, pause in ((f"one request each {PAUSE} s", PAUSE), ("without a pause", 0.0)):
                started = time.perf_counter()
                times = _clients(port, plans, pause)
                rate = len(times) / (time.perf_counter() - started)
                _percentiles(f"HTTP implementing, {CLIENTS} clients, {label} ({rate:.0f}/s)", times)
        finally:
            server.terminate()


def _port(said: str) -> int:
    """The port in the server's first line."""
    found = re.search(r"://[^ ]*:(\d+)", said)
    assert found, said
    return int(found[1])


def _clients(port: int, plans: list[list[str]], pause: float) -> list[float]:
    times: list[float] = []
    threads = [
        threading.Thread(target=lambda plan=plan: times.extend(_client(port, plan, pause))) for plan in plans
    ]
    for number, thread in enumerate(threads):
        thread.start()
        time.sleep(pause / len(threads) if number else 0)
    for thread in threads:
        thread.join()
    return times


def _client(port: int, ids: list[str], pause: float) -> list[float]:
    """The seconds that each answer took, over one connection."""
    connection, times = http.client.HTTPConnection("127.0.0.1", port), []
    for id in ids:
        times.append(_timed(lambda id=id: _get(connection, id)))
        time.sleep(max(0.0, pause - times[-1]))
    connection.close()
    return times


def _get(connection: http.client.HTTPConnection, id: str) -> None:
    connection.request("GET", f"/api/{id.replace('directive/', 'directives/', 1)}/implementing")
    response = connection.getresponse()
    body = response.read()
    assert response.status == 200, body[:200]
    assert b'"chain"' in body


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


def _percentiles(label: str, times: list[float]) -> None:
    times = sorted(times)
    p50, p99 = (times[int(len(times) * share)] * 1000 for share in (0.5, 0.99))
    print(
        f"  {label}: p50 {p50:.1f} ms ({p50 / P50_BAR:.2f} of the bar), p99 {p99:.1f} ms ({p99 / P99_BAR:.2f})",
        flush=True,
    )
