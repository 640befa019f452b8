"""Whether both stores answer every named question alike: `python -m tests.benchmarks.agreement [10000]`.

A generated corpus of so many documents goes into the embedded store and into a Neo4j: the one at
LINEAGE_TEST_NEO4J, whose graph is replaced, else one of the long-term line that is started for it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.build import build
from graph.extraction import Assignment, Evidence, Extraction, Link, TargetFacts, TaskFacts
from graph.identity.resolve import resolve
from graph.model import Graph
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from tests.corpora.generate import Corpus
from tests.graph.agreement import differences, questions
from tests.neo4j import server

DOCUMENTS = 10_000
COUNT = 10
BODIES = ("Ban Dân vận Tỉnh ủy", "Sở Nội vụ", "các huyện ủy, thành ủy", "Ủy ban nhân dân tỉnh")


def documents(size: int) -> list[tuple[str, Extraction]]:
    """The generated documents; each carries out what it cites first, and sets tasks."""
    return [(name, _at_work(name, extraction)) for name, extraction in Corpus(size).extractions()]


def _at_work(name: str, extraction: Extraction) -> Extraction:
    said = [replace(c.evidence, source=name) for c in extraction.citations[:2]]
    links = tuple(
        Link("this", c.canonical, "implements" if at else "continues", said[at], None, None, c.evidence.start)
        for at, c in enumerate(extraction.citations[:2])
    )
    number = int(name.partition(".")[0])
    words = [
        Evidence(name, 5000 + at * 100, 5040 + at * 100, f"việc số {at}", "generated") for at in range(3)
    ]
    tasks = tuple(
        TaskFacts(f"I.{at + 1}", words[at], words[at].start, f"{BODIES[at]} thực hiện việc số {at}.",
                  deadline=f"20{20 + number % 9}" if at else None)
        for at in range(3)
    )  # fmt: skip
    given = tuple(
        Assignment(task.path, BODIES[(number + at) % len(BODIES)], "lead" if at else "coordinate", words[at])
        for at, task in enumerate(tasks)
    )
    target = TargetFacts("I.1", float(number % 100), "%", ">=", "số xã", words[0], year=2030)
    return replace(extraction, links=links, tasks=tasks, assignments=given, targets=(target,))


@contextmanager
def _neo4j(folder: Path) -> Iterator[Neo4jStore]:
    if address := os.environ.get("LINEAGE_TEST_NEO4J"):
        with Neo4jStore.open(address) as store:
            yield store
        return
    with (
        server.running(server.OLDEST, folder) as (address, _),
        Neo4jStore.open(address, "neo4j", server.PASSWORD) as store,
    ):
        yield store


def compared(graph: Graph, folder: Path, neo4j: Neo4jStore, count: int = COUNT) -> list[str]:
    """Put a graph into both stores and ask them; what they answer differently."""
    _timed("embedded store built", lambda: EmbeddedStore.build(graph, folder / "graph.ladybug"))
    _timed("Neo4j loaded", lambda: neo4j.write(graph))
    with EmbeddedStore.open(folder / "graph.ladybug") as embedded:
        asked = Counter(label for label, _ in questions(graph, count))
        found: list[str] = _timed("asked", lambda: differences(graph, embedded, neo4j, count))
    print(f"  {asked.total()} questions of {len(asked)} kinds: {len(found)} answered differently", flush=True)
    return found


def _timed(label: str, work: Any) -> Any:
    started = time.perf_counter()
    result = work()
    print(f"  {label} in {time.perf_counter() - started:.1f} s", flush=True)
    return result


def run(size: int = DOCUMENTS) -> int:
    """Compare at this size; 1 if anything was answered differently."""
    papers = documents(size)
    graph = _timed("graph made", lambda: build(resolve(papers), papers))
    nodes = sum(len(n) for n in (graph.directives, graph.bodies, graph.tasks, graph.targets, graph.mentions))
    print(f"  {size} documents: {nodes} nodes, {len(graph.edges)} edges", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        try:
            with _neo4j(Path(folder) / "neo4j") as neo4j:
                found = compared(graph, Path(folder), neo4j)
        except server.Missing as missing:
            print(f"  not compared: {missing}")
            return 0
    for line in found[:20]:
        print(f"  {line}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(run(*map(int, sys.argv[1:])))
