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
def neo4j_address(tmp_path_factory):
    """The address of an empty Neo4j, which lasts as long as the tests."""
    if address := os.environ.get("LINEAGE_TEST_NEO4J"):
        yield address
        return
    port = _free_port()
    if shutil.which("java") and shutil.which("mvn"):
        folder = tmp_path_factory.mktemp("neo4j")
        command = [str(START), str(folder), str(port)]
    elif shutil.which("docker"):
        command = ["docker", "run", "--rm", "-p", f"127.0.0.1:{port}:7687", "-e", "NEO4J_AUTH=none", IMAGE]
    else:
        pytest.skip("needs a Neo4j: apt-get install openjdk-17-jre-headless maven")
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield f"bolt://127.0.0.1:{port}"
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def empty_neo4j(neo4j_address):
    from graph.stores.neo4j import Neo4jStore

    end = time.monotonic() + 300
    while True:
        try:
            store = Neo4jStore.open(neo4j_address)
            break
        except StoreError:
            if time.monotonic() > end:
                raise
            time.sleep(1)
    with store:
        yield store


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
