"""The stores under test, each holding the corpus of `corpus.py`.

Neo4j is the one at LINEAGE_TEST_NEO4J (its graph is replaced), else one started from `tests/neo4j` where
java and mvn are, else one in Docker; without any of them its tests are skipped and say how to get it.
"""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.stores.embedded import EmbeddedStore
from tests.graph.corpus import GRAPH

START = Path(__file__).parent.parent / "neo4j" / "start.sh"
IMAGE = "neo4j:5.26-community"


@pytest.fixture(scope="session")
def embedded(tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "graph.ladybug"
    EmbeddedStore.build(GRAPH, path)
    with EmbeddedStore.open(path) as store:
        yield store


@pytest.fixture(scope="session")
def empty_neo4j(tmp_path_factory):
    """A Neo4j that lasts as long as the tests."""
    from graph.stores.neo4j import Neo4jStore

    if address := os.environ.get("LINEAGE_TEST_NEO4J"):
        with Neo4jStore.open(address) as store:
            yield store
        return
    port = _free_port()
    log = tmp_path_factory.mktemp("neo4j") / "log"
    with (
        log.open("wb") as out,
        subprocess.Popen(_command(log.parent, port), stdout=out, stderr=out) as server,
    ):
        try:
            with _wait(f"bolt://127.0.0.1:{port}", server, log) as store:
                yield store
        finally:
            server.terminate()


def _command(folder, port):
    if shutil.which("java") and shutil.which("mvn"):
        return [str(START), str(folder / "home"), str(port)]
    if shutil.which("docker"):
        return ["docker", "run", "--rm", "-p", f"127.0.0.1:{port}:7687", "-e", "NEO4J_AUTH=none", IMAGE]
    pytest.skip("needs a Neo4j: apt-get install openjdk-17-jre-headless maven")


def _wait(address, server, log):
    """The store, once its server answers; the first start fetches 120 MB."""
    from graph.stores.neo4j import Neo4jStore

    end = time.monotonic() + 300
    while server.poll() is None and time.monotonic() < end:
        try:
            return Neo4jStore.open(address)
        except StoreError:
            time.sleep(0.5)
    pytest.skip(f"no Neo4j came up (LINEAGE_TEST_NEO4J can name one): {log.read_text()[-500:]}")


@pytest.fixture(scope="session")
def neo4j(empty_neo4j):
    empty_neo4j.write(GRAPH)
    return empty_neo4j


@pytest.fixture(params=["embedded", "neo4j"])
def store(request):
    return request.getfixturevalue(request.param)


def _free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
