"""What stands in the way of a store is said in one sentence, and nothing is damaged."""

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j.exceptions import AuthError

from api.cli import main
from graph.errors import StoreError
from graph.model import ordered
from graph.stores import neo4j as module
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


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """A workspace whose graph is the corpus."""
    folder = tmp_path_factory.mktemp("workspace")
    EmbeddedStore.build(GRAPH, folder / "graph.ladybug")
    return folder


@pytest.fixture
def load(workspace, monkeypatch, capfd):
    """`lineage load ADDRESS`, which must say one sentence: exit code and sentence."""
    monkeypatch.setenv("LINEAGE_LANG", "en")

    def run(address, *options):
        code = main(["load", address, "--workspace", str(workspace), *options])
        out, err = capfd.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        assert "Traceback" not in err
        return code, err

    return run


def test_a_wrong_password_changes_nothing(neo4j, load, monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    code, said = load(neo4j.address)
    assert code == 3
    assert "accepts no such user or password" in said
    assert neo4j.graph() == ordered(GRAPH)


def test_the_password_of_the_address_comes_before_the_environments(neo4j, load, monkeypatch):
    scheme, _, host = neo4j.address.partition("://")
    monkeypatch.setenv("NEO4J_USER", "nobody")
    right = os.environ.get("NEO4J_PASSWORD", "")
    if not right:
        pytest.skip("the Neo4j at LINEAGE_TEST_NEO4J has no password")
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    assert load(f"{scheme}://neo4j:{right}@{host}")[0] == 0


def test_the_user_of_the_environment_is_asked_for(neo4j, load, monkeypatch):
    monkeypatch.setenv("NEO4J_USER", "nobody")
    assert load(neo4j.address)[0] == 3
    assert load(neo4j.address, "--user", "neo4j")[0] == 0


def test_no_server_is_one_sentence_of_the_command(load):
    code, said = load("bolt://127.0.0.1:1")
    assert code == 3
    assert "cannot reach Neo4j at bolt://127.0.0.1:1" in said


def test_foreign_data_stops_the_command(neo4j, load):
    with neo4j._driver.session(database=neo4j._database) as session:
        session.run("CREATE (:Task {name: 'ours'})").consume()
    try:
        code, said = load(neo4j.address)
        assert code == 3
        assert "not written by lineage" in said
    finally:
        with neo4j._driver.session(database=neo4j._database) as session:
            session.run("MATCH (n:Task {name: 'ours'}) DELETE n").consume()
    assert neo4j.graph() == ordered(GRAPH)


def test_a_load_in_batches_that_breaks_off_is_said_until_the_next_completes(neo4j, load, monkeypatch):
    monkeypatch.setattr(module, "ONE_TRANSACTION", 3)
    monkeypatch.setattr(module, "BATCH", 2)
    neo4j.write(replace(GRAPH, edges=()))
    once = module._batches

    def breaking(changes):
        yield next(once(changes))
        raise OSError("the connection broke")

    monkeypatch.setattr(module, "_batches", breaking)
    assert load(neo4j.address)[0] == 3
    with pytest.raises(StoreError) as caught:
        neo4j.graph()
    assert "being loaded" in one_sentence(caught.value)
    monkeypatch.setattr(module, "_batches", once)
    assert load(neo4j.address)[0] == 0
    assert neo4j.graph() == ordered(GRAPH)


@pytest.mark.parametrize("address", ["http://host:7687", "bolts://host", "neo4j", "neo4j://"])
def test_what_is_no_address_is_refused(load, address):
    code, said = load(address)
    assert code == 2
    assert f"“{address}” is no address of Neo4j" in said


def test_nobody_at_the_address_is_one_sentence():
    with pytest.raises(StoreError) as caught:
        module.Neo4jStore.open("bolt://user:secret@127.0.0.1:1")
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
