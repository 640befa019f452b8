"""Neo4j's bulk importer makes of the files the database that a load makes, whatever the texts hold."""

from collections import Counter
from dataclasses import replace
from itertools import chain
from pathlib import Path
from shlex import split

import pytest

from api.cli import main
from graph.catalogue import find, tasks, wanted
from graph.lineage import implementing
from graph.model import Target, ordered
from graph.stores import neo4j as module
from graph.stores import neo4j_files
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from tests.graph.corpus import GRAPH, KH64_T, KL210, NQ25
from tests.neo4j import server

ROOT = Path(__file__).parent.parent.parent
ODD = (
    'a "b" \'c\' \\ \\u0041 \\" </script>\n\x00\x07\ud800 😀 <&>',
    "a;b,c\r\nd|e\tf",
    "  hai đầu  ",
    '"',
    '""',
    "\\",
    "",
    "null",
    "\ufdd1\u2028\ufeff",
    "=1+1",
)


def odd():
    """The corpus with texts that trip careless writers, lists of them, and numbers of every size."""
    bodies = tuple(
        replace(b, names=ODD[: n % 4], place=ODD[n % len(ODD)]) for n, b in enumerate(GRAPH.bodies)
    )
    directives = tuple(
        replace(d, title=ODD[n % len(ODD)], names=(ODD[n % len(ODD)], *ODD[n % 3 : n % 5]))
        for n, d in enumerate(GRAPH.directives)
    )
    values = (1e21, -0.5, 12.0, 2.5e-9)
    targets = tuple(
        Target(f"target/{n}", KH64_T.id, ODD[n], ">=", value, "%", None, 2030, None)
        for n, value in enumerate(values)
    )
    edges = tuple(
        replace(e, evidence=replace(e.evidence, quote=ODD[n % len(ODD)])) if e.evidence else e
        for n, e in enumerate(GRAPH.edges)
    )
    redirects = (("directive/old;1", directives[0].id), ('directive/"old"', directives[0].id))
    return replace(
        GRAPH,
        bodies=bodies,
        directives=directives,
        targets=(*GRAPH.targets, *targets),
        edges=edges,
        redirects=redirects,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The odd graph in the embedded store of a workspace."""
    folder = tmp_path_factory.mktemp("odd")
    EmbeddedStore.build(odd(), folder / "graph.ladybug")
    with EmbeddedStore.open(folder / "graph.ladybug") as store:
        yield store


@pytest.fixture(scope="module")
def imported(line, built, tmp_path_factory):
    """A server on the database that the importer made: its line, folder, address and process."""
    folder = tmp_path_factory.mktemp("files")
    program, *arguments = split(neo4j_files.write(built.tables(), folder))
    assert program == "neo4j-admin"
    try:
        server.admin(line, folder / "home", *arguments, cwd=folder)
        with server.running(line, folder / "home") as (address, process):
            yield line, folder, address, process
    except (server.Missing, KeyError) as missing:
        pytest.skip(f"needs a Neo4j of its own: {missing}")


@pytest.fixture(scope="module")
def prepared(imported):
    """The imported database after the statements that go with it."""
    with Neo4jStore.open(imported[2], "neo4j", server.PASSWORD) as store, store._driver.session() as session:
        for statement in (imported[1] / neo4j_files.SCHEMA).read_text().split(";\n"):
            if statement:
                session.run(statement).consume()
        yield store


def everything(store):
    """How often each node and edge is stored, with all its properties."""
    nodes = store._stored("MATCH (n) RETURN labels(n), properties(n)")
    edges = store._stored("MATCH (a)-[e]->(b) RETURN [a.id, type(e), b.id], properties(e)")
    return Counter(repr((of, sorted(values.items()))) for of, values in chain(nodes, edges))


def test_what_is_imported_is_what_is_loaded(prepared, empty_neo4j):
    empty_neo4j.write(odd())
    here, there = everything(prepared), everything(empty_neo4j)
    assert (here - there, there - here) == (Counter(), Counter())
    empty_neo4j.write(GRAPH)


def test_a_load_finds_nothing_to_change(prepared, monkeypatch):
    sent = []
    once = Neo4jStore._apply
    monkeypatch.setattr(
        Neo4jStore,
        "_apply",
        lambda self, changes: (sent.extend(row for c in changes for row in c.rows), once(self, changes)),
    )
    prepared.write(odd())
    assert sent == []


def test_every_question_is_answered_as_by_the_embedded_store(prepared, built):
    assert prepared.graph() == built.graph()
    for ask in (
        lambda s: implementing(s, NQ25),
        lambda s: tasks(s, KL210),
        lambda s: find(s, "dân vận"),
        wanted,
    ):
        assert ask(prepared) == ask(built)


def test_the_statements_make_every_index(prepared):
    with prepared._driver.session() as session:
        found = session.run("SHOW INDEXES YIELD name RETURN collect(name) AS names").single()["names"]
        kept = session.run("SHOW CONSTRAINTS YIELD name RETURN count(*) AS n").single()["n"]
    assert {"directive_number", "directive_text", "directive_words", "body_text"} <= set(found)
    assert kept == 5


def test_a_server_killed_while_it_is_loaded_has_the_old_graph_when_it_comes_back(
    imported, prepared, built, tmp_path, monkeypatch, capfd
):
    line, folder, address, process = imported
    EmbeddedStore.build(GRAPH, tmp_path / "graph.ladybug")
    once = module._batches

    def killing(changes):
        yield next(once(changes))
        process.kill()
        process.wait()
        yield from once(changes)

    monkeypatch.setattr(module, "_batches", killing)
    monkeypatch.setenv("NEO4J_PASSWORD", server.PASSWORD)
    load = ["load", address, "--workspace", str(tmp_path), "--lang", "en"]
    assert main(load) == 3
    said = capfd.readouterr().err
    assert "Neo4j" in said
    assert said.count("\n") == 1
    monkeypatch.setattr(module, "_batches", once)
    with (
        server.running(line, folder / "home", int(address.rpartition(":")[2])),
        Neo4jStore.open(address, "neo4j", server.PASSWORD) as store,
    ):
        assert store.graph() == built.graph()
        assert main(load) == 0
        assert store.graph() == ordered(GRAPH)
