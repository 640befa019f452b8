"""What stands in the way of a store is said in one sentence, and nothing is damaged."""

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j.exceptions import AuthError

from graph.errors import StoreError
from graph.store import ordered
from graph.stores import neo4j as module
from graph.stores import open_store
from graph.stores.embedded import EmbeddedStore
from tests.graph.corpus import GRAPH


@pytest.fixture
def small_disk(tmp_path):
    """A disk of its own of 4 MB."""
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", tmp_path], capture_output=True
        ).returncode
    )
    if not mounted:
        pytest.skip("needs root: mount -t tmpfs")
    yield tmp_path
    subprocess.run(["umount", "-l", tmp_path], check=True)


def one_sentence(error):
    for text in (error.vi, error.en):
        assert "\n" not in text
        assert "Traceback" not in text
    return error.en


def test_a_full_disk_leaves_the_old_graph(small_disk):
    path = small_disk / "graph.ladybug"
    EmbeddedStore.build(replace(GRAPH), path)
    long = tuple(replace(d, title=f"{number}" * 4000) for number, d in enumerate(GRAPH.directives))
    many = tuple(replace(long[0], id=f"directive/x/{n}", title=os.urandom(4000).hex()) for n in range(1000))
    with pytest.raises(StoreError) as caught:
        EmbeddedStore.build(replace(GRAPH, directives=(*GRAPH.directives, *many)), path)
    assert "disk is full" in one_sentence(caught.value)
    assert [found.name for found in Path(small_disk).iterdir()] == ["graph.ladybug"]
    with EmbeddedStore.open(path) as store:
        assert store.graph() == ordered(GRAPH)


def test_nobody_at_the_address_is_one_sentence():
    with pytest.raises(StoreError) as caught:
        open_store("bolt://user:secret@127.0.0.1:1")
    assert "cannot reach Neo4j at bolt://127.0.0.1:1" in one_sentence(caught.value)


def test_a_wrong_password_is_one_sentence():
    error = AuthError("The client is unauthorized due to authentication failure.")
    error._neo4j_code = "Neo.ClientError.Security.Unauthorized"
    said = one_sentence(module._of_server(error, "bolt://host"))
    assert "NEO4J_PASSWORD" in said


@pytest.mark.parametrize(
    ("agent", "old"),
    [
        ("Neo4j/4.4.30", True),
        ("Neo4j/5.25.1", True),
        ("Neo4j/5.26.0", False),
        ("Neo4j/5.27.0", False),
        ("Neo4j/2025.01.0", False),
        ("Neo4j/dev", False),
        ("Memgraph/2.0", False),
    ],
)
def test_an_old_server_is_refused(agent, old):
    if not old:
        module._check_version(agent, "bolt://host")
        return
    with pytest.raises(StoreError) as caught:
        module._check_version(agent, "bolt://host")
    assert "5.26" in one_sentence(caught.value)


def test_foreign_data_is_neither_touched_nor_mixed_in(neo4j):
    with neo4j._driver.session(database=neo4j._database) as session:
        session.run("CREATE (:Directive {name: 'ours'}), (:Film {id: 1})").consume()
    try:
        with pytest.raises(StoreError) as caught:
            neo4j.write(GRAPH)
        assert "not written by lineage" in one_sentence(caught.value)
    finally:
        with neo4j._driver.session(database=neo4j._database) as session:
            session.run("MATCH (n:Directive {name: 'ours'}) DELETE n").consume()
    neo4j.write(GRAPH)
    with neo4j._driver.session(database=neo4j._database) as session:
        assert session.run("MATCH (f:Film) RETURN count(f) AS n").single()["n"] == 1
        session.run("MATCH (f:Film) DELETE f").consume()
    assert neo4j.graph() == ordered(GRAPH)
