"""How fast the stores are written and answer: `python -m tests.benchmarks.stores [--full] [1000 10000]`.

`--full`, or LINEAGE_BENCH=full, builds and serves a graph of a million directives instead of a hundred
thousand, and puts it into a Neo4j of its own, which takes some half an hour.
With LINEAGE_TEST_NEO4J set, the same graph also goes into that Neo4j, whose content it replaces.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from graph.catalogue import find, wanted
from graph.extraction import Evidence
from graph.lineage import ancestry, implementing, neighbourhood
from graph.model import Body, Directive, Edge, Graph, Task
from graph.rdf import n_quads
from graph.reference import matches
from graph.responsibility import responsibilities
from graph.sparql import Dataset, build_dataset
from graph.store import Limits, Reader
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from ontology.places import provinces
from tests.benchmarks import store_scale

SIZES = (1000, 10_000)
LARGE, FULL = 100_000, 1_000_000
REPEATS = 20


def measure(size: int) -> None:
    """Print the figures for a graph of `size` directives."""
    graph = invented(size)
    nodes = sum(len(n) for n in (graph.directives, graph.bodies, graph.tasks, graph.targets, graph.mentions))
    print(f"{size} directives: {nodes} nodes, {len(graph.edges)} edges", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ladybug"
        store_scale.against_copy(graph, path)
        print(f"  embedded: {path.stat().st_size / 2**20:.1f} MB")
        with EmbeddedStore.open(path) as store:
            _questions("embedded", store, graph)
        _once("N-Quads: written", lambda: n_quads(graph))
        _once("SPARQL dataset: written", lambda: build_dataset(graph, Path(folder) / "rdf"))
        _sparql(Dataset(Path(folder) / "rdf"), _top(graph))
    if address := os.environ.get("LINEAGE_TEST_NEO4J"):
        remote = Neo4jStore.open(address)
        remote.write(Graph())
        _once("Neo4j: loaded", lambda: remote.write(graph))
        _once("Neo4j: loaded again, unchanged", lambda: remote.write(graph))
        _questions("Neo4j", remote, graph)
        remote.close()


PLACES = sorted({unit.name for unit in provinces()})
TASKS = 4


def invented(size: int) -> Graph:
    """A graph in the shape of the real one: one paper in fifty is central, three in ten a province's.

    Each paper carries out one or two earlier ones of the level above and cites five; each sets four
    tasks, one of which carries something out and all of which are given to a body of its province.
    """
    random = Random(size)
    central = size // 50
    province = size * 3 // 10
    directives, tasks, edges = [], [], []
    bodies = [Body(f"body/{place}/bdv", "Ban Dân vận Tỉnh ủy", "body", "province", place) for place in PLACES]
    for number in range(size):
        level = "central" if number < central else "province" if number < province else "district"
        place = None if level == "central" else random.choice(PLACES)
        directives.append(_directive(number, level, place))
        id, name = directives[number].id, f"{number}.txt"
        above = range(central) if level == "province" else range(central, province)
        for _ in range(0 if level == "central" else random.randint(1, 2)):
            target = directives[random.choice(above)].id
            edges.append(Edge("IMPLEMENTS", id, target, _said(name, 60), manner="implements"))
        for at in range(5):
            target = directives[random.randrange(number + 1)].id
            edges.append(
                Edge("CITES", id, target, _said(name, 100 * at), function="other", number="25-NQ/TW")
            )
        for at in range(TASKS):
            task = _task(directives[number], at)
            tasks.append(task)
            edges.append(Edge("SETS", id, task.id, _said(name, task.start)))
            body = random.choice(bodies) if place is None else Body(f"body/{place}/bdv", "", "", "", "")
            edges.append(Edge("ASSIGNED_TO", task.id, body.id, _said(name, task.start), role="lead"))
        if level != "central":
            target = directives[random.choice(above)].id
            edges.append(Edge("IMPLEMENTS", tasks[-1].id, target, _said(name, 1000), manner="implements"))
    return Graph(tuple(directives), tuple(bodies), tuple(tasks), edges=tuple(edges))


def _said(document: str, start: int) -> Evidence:
    return Evidence(
        document, start, start + 42, "thực hiện Nghị quyết số 25-NQ/TW về dân vận", "links.opening"
    )


def _directive(number: int, level: str, place: str | None) -> Directive:
    values = {"term": None, "level": level, "province": place, "district": None, "commune": None}
    return Directive(
        f"directive/vn/party/{level}/{number}",
        "kế hoạch",
        f"{number}-KH/TU",
        f"về tăng cường công tác dân vận trong tình hình mới, phần {number}",
        f"{2000 + number % 25}-0{number % 9 + 1}-1{number % 9}",
        issuer="Ban Thường vụ Tỉnh ủy",
        status="held",
        document=f"{number}.txt",
        **values,
    )


def _task(directive: Directive, at: int) -> Task:
    id = f"task/{directive.id.removeprefix('directive/')}/{at}"
    text = f"Ban Dân vận Tỉnh ủy chủ trì, phối hợp với các cơ quan liên quan thực hiện việc số {at}."
    some = (None, None, None, None, None)
    return Task(id, str(at), text, False, directive.id, str(directive.document), *some, 500 + at, 600 + at)


def _top(graph: Graph) -> str:
    """The directive that most others carry out directly."""
    count: dict[str, int] = {}
    for edge in graph.edges:
        if edge.kind == "IMPLEMENTS":
            count[edge.target] = count.get(edge.target, 0) + 1
    return max(sorted(count), key=lambda id: count[id])


def _questions(name: str, store: Reader, graph: Graph) -> None:
    top = _top(graph)
    rows = implementing(store, top)
    low = rows[-1]["id"]
    number = next(d.number for d in graph.directives if d.id == top)
    for label, ask in (
        (f"implementing ({len(rows)} rows)", lambda: implementing(store, top)),
        ("ancestry", lambda: ancestry(store, low)),
        ("neighbourhood", lambda: neighbourhood(store, top)),
        ("REF", lambda: matches(store, number or top)),
        ("find", lambda: find(store, "công tác dân vận")),
        ("responsibilities", lambda: responsibilities(store, "Ban Dân vận Tỉnh ủy")),
        ("wanted", lambda: wanted(store)),
        ("a user's query", lambda: store.ask("MATCH (d:Directive) RETURN count(*)", {}, Limits())),
    ):
        _often(f"{name}: {label}", ask)


def _sparql(dataset: Dataset, top: str) -> None:
    query = f"SELECT ?d {{ ?d dl:carriesOut+ <{dataset.base}{top}> }}"
    _often("SPARQL: implementing", lambda: dataset.query(query))
    dataset.close()


def _once(label: str, work: Callable[[], Any]) -> None:
    started = time.perf_counter()
    work()
    print(f"  {label} in {time.perf_counter() - started:.2f} s", flush=True)


def _often(label: str, work: Callable[[], Any]) -> None:
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    print(f"  {label}: first {times[0]:.1f} ms, then {statistics.median(times[1:]):.1f} ms", flush=True)


def run(sizes: tuple[int, ...] = SIZES, large: int = LARGE) -> int:
    """Every size, one after the other; then the large one. Always 0."""
    for size in sizes:
        measure(size)
    store_scale.measure(FULL if os.environ.get("LINEAGE_BENCH") == "full" else large)
    return 0


if __name__ == "__main__":
    numbers = tuple(map(int, (word for word in sys.argv[1:] if word != "--full")))
    sys.exit(run(numbers or SIZES, FULL if "--full" in sys.argv else LARGE))
