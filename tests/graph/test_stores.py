"""What both stores promise, on a corpus whose answers were worked out by hand."""

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import DanglingEdge, StoreError
from graph.lineage import implementing
from graph.model import Edge, Graph, ordered
from graph.store import Limits
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from tests.graph.corpus import BDV_SL, CTR30, GRAPH, KH64, KH64_T, KL210, NQ25

COUNT = "MATCH (d:Directive) RETURN count(*) AS n"


def without(graph, document):
    """The graph without what one document states."""
    gone = {d.id for d in graph.directives if d.document == document}
    gone |= {t.id for t in graph.tasks if t.document == document}
    return replace(
        graph,
        directives=tuple(d for d in graph.directives if d.id not in gone),
        tasks=tuple(t for t in graph.tasks if t.id not in gone),
        edges=tuple(e for e in graph.edges if e.source not in gone and e.target not in gone),
    )


@pytest.fixture
def writable(store, tmp_path):
    """A store that may be rewritten; it ends as the corpus."""
    if isinstance(store, EmbeddedStore):
        EmbeddedStore.build(GRAPH, tmp_path / "graph.ladybug")
        with EmbeddedStore.open(tmp_path / "graph.ladybug") as own:
            yield own
        return
    yield store
    store.write(GRAPH)


def test_what_was_written_is_read_back(store):
    assert store.graph() == ordered(GRAPH)


def test_a_reader_moves_over_to_the_new_graph(writable):
    assert writable.rows(COUNT) == [{"n": len(GRAPH.directives)}]
    writable.write(without(GRAPH, "kh-64.txt"))
    assert writable.rows(COUNT) == [{"n": len(GRAPH.directives) - 1}]


def test_a_document_that_goes_leaves_none_of_its_edges(writable):
    smaller = without(GRAPH, "kh-64.txt")
    writable.write(smaller)
    assert writable.graph() == ordered(smaller)
    assert writable.rows("MATCH (t:Task {id: $id}) RETURN t", id=KH64_T.id) == []
    edges = writable.rows("MATCH ()-[e]->() WHERE e.document = 'kh-64.txt' RETURN count(*) AS n")
    assert edges == [{"n": 0}]


def test_writing_twice_changes_nothing(writable):
    writable.write(GRAPH)
    writable.write(GRAPH)
    assert writable.graph() == ordered(GRAPH)


def test_a_changed_property_is_changed(writable):
    changed = tuple(replace(d, title="khác") if d.id == CTR30 else d for d in GRAPH.directives)
    writable.write(replace(GRAPH, directives=changed))
    assert writable.rows("MATCH (d:Directive {id: $id}) RETURN d.title AS t", id=CTR30) == [{"t": "khác"}]
    assert len(implementing(writable, NQ25)) == 7


def test_the_empty_graph_can_be_written(writable):
    writable.write(Graph())
    assert writable.graph() == Graph()
    assert implementing(writable, NQ25) == []


@pytest.mark.parametrize(
    "edge",
    [
        Edge("IMPLEMENTS", CTR30, "directive/vn/nowhere"),
        Edge("IMPLEMENTS", "directive/vn/nowhere", NQ25),
        Edge("IMPLEMENTS", BDV_SL, NQ25),
        Edge("ASSIGNED_TO", KH64, BDV_SL),
        Edge("UNKNOWN", CTR30, NQ25),
    ],
    ids=["no target", "no source", "a body implements", "a directive is assigned", "no such kind"],
)
def test_a_dangling_edge_writes_nothing(writable, edge):
    with pytest.raises(DanglingEdge):
        writable.write(replace(GRAPH, edges=(*GRAPH.edges, edge)))
    assert writable.graph() == ordered(GRAPH)


def test_nothing_derived_is_shown_and_nothing_else_is_stored(store):
    answer = store.ask("MATCH (n) RETURN DISTINCT labels(n)[0] AS label ORDER BY label", {}, Limits())
    assert [row[0] for row in answer.rows] == ["Body", "Directive", "Mention", "Target", "Task"]


def test_a_build_leaves_one_file(tmp_path):
    for _ in range(2):
        EmbeddedStore.build(GRAPH, tmp_path / "graph.ladybug")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ladybug"]


def test_a_reader_never_writes(tmp_path):
    path = tmp_path / "graph.ladybug"
    EmbeddedStore.build(GRAPH, path)
    before = path.read_bytes()
    with EmbeddedStore.open(path) as store:
        implementing(store, NQ25)
        store.ask("MATCH (d:Directive) RETURN d", {}, Limits())
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["graph.ladybug"]


def test_a_store_that_is_missing_damaged_or_no_file_is_said_so(tmp_path):
    damaged = tmp_path / "damaged.ladybug"
    damaged.write_bytes(b"no database" * 1000)
    empty = tmp_path / "empty.ladybug"
    empty.write_bytes(b"")
    for path in (tmp_path / "none.ladybug", damaged, empty, tmp_path):
        with pytest.raises(StoreError):
            EmbeddedStore.open(path)


def test_a_store_that_cannot_be_written_is_said_so(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        EmbeddedStore.build(GRAPH, tmp_path / "file" / "graph.ladybug")


def test_nobody_at_the_address_is_said_so():
    with pytest.raises(StoreError) as caught:
        Neo4jStore.open("bolt://user:secret@127.0.0.1:1")
    assert "secret" not in str(caught.value)


def test_a_killed_build_leaves_the_old_graph(tmp_path):
    path = tmp_path / "graph.ladybug"
    EmbeddedStore.build(GRAPH, path)
    script = (
        "from graph.stores import embedded\n"
        "from tests.graph.corpus import GRAPH\n"
        "from pathlib import Path\n"
        "import os, signal\n"
        "embedded._sync = lambda path: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"embedded.EmbeddedStore.build(GRAPH, Path({str(path)!r}))\n"
    )
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, env={**os.environ, "PYTHONPATH": str(root)}
    )
    assert done.returncode == -signal.SIGKILL
    with EmbeddedStore.open(path) as store:
        assert store.graph() == ordered(GRAPH)
    EmbeddedStore.build(Graph(), path)
    assert [found.name for found in tmp_path.iterdir()] == ["graph.ladybug"]


def test_readers_see_one_graph_or_the_other_while_it_is_replaced(tmp_path):
    path = tmp_path / "graph.ladybug"
    smaller = without(GRAPH, "kl-210.txt")
    EmbeddedStore.build(GRAPH, path)
    expected = set()
    with EmbeddedStore.open(path) as store:
        for graph in (GRAPH, smaller):
            store.write(graph)
            expected.add((len(graph.directives), len(graph.tasks)))
        seen, stop, failures = set(), threading.Event(), []

        def read():
            try:
                while not stop.is_set():
                    with store.pinned() as one:
                        counts = [
                            one.rows(f"MATCH (n:{label}) RETURN count(*) AS n")
                            for label in ("Directive", "Task")
                        ]
                        seen.add(tuple(count[0]["n"] for count in counts))
            except Exception as error:
                failures.append(error)

        threads = [threading.Thread(target=read) for _ in range(3)]
        for thread in threads:
            thread.start()
        for graph in (GRAPH, smaller, GRAPH, smaller):
            store.write(graph)
            time.sleep(0.05)
        stop.set()
        for thread in threads:
            thread.join()
    assert not failures
    assert seen == expected


def test_a_large_load_into_neo4j_keeps_readers_out_until_it_is_whole(neo4j, monkeypatch):
    from graph.stores import neo4j as module

    monkeypatch.setattr(module, "ONE_TRANSACTION", 3)
    monkeypatch.setattr(module, "BATCH", 2)
    neo4j.write(Graph())
    seen = []
    once = module._batches

    def batches(changes):
        for batch in once(changes):
            yield batch
            try:
                seen.append(neo4j.rows(COUNT))
            except StoreError as error:
                seen.append(error.en)

    monkeypatch.setattr(module, "_batches", batches)
    neo4j.write(GRAPH)
    assert set(map(str, seen)) == {"the graph is being loaded into Neo4j"}
    assert neo4j.graph() == ordered(GRAPH)


def test_two_stores_hold_the_same(embedded, neo4j):
    assert embedded.graph() == neo4j.graph()
    assert implementing(embedded, KL210) == implementing(neo4j, KL210)
