"""The stores under test, each holding the corpus of `corpus.py`.

Neo4j is the one at LINEAGE_TEST_NEO4J (its graph is replaced), else one of each release line, started by
`tests.neo4j.server`, else one of each in Docker; without any of them its tests are skipped and say how to
get it.
"""

import os
import shutil
import subprocess
from contextlib import contextmanager, suppress

import pytest

from graph.stores.embedded import EmbeddedStore
from tests.graph.corpus import GRAPH
from tests.neo4j import server

GIVEN = os.environ.get("LINEAGE_TEST_NEO4J")
LINES = ("given",) if GIVEN else tuple(server.LINES)


@pytest.fixture(scope="session")
def embedded(tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "graph.ladybug"
    EmbeddedStore.build(GRAPH, path)
    with EmbeddedStore.open(path) as store:
        yield store


@pytest.fixture(scope="session")
def servers(tmp_path_factory):
    """The empty Neo4j of a release line, started when it is first asked for and kept to the end."""
    from graph.stores.neo4j import Neo4jStore

    if GIVEN:
        with Neo4jStore.open(GIVEN) as store:
            yield lambda line: store
        return
    before = os.environ.get("NEO4J_PASSWORD")
    os.environ["NEO4J_PASSWORD"] = server.PASSWORD
    started, found = [], {}

    def store_of(line):
        if line not in found:
            running = _started(line, tmp_path_factory.mktemp("neo4j"))
            try:
                found[line] = Neo4jStore.open(running.__enter__())
                started.append(running)
            except server.Missing as missing:
                found[line] = str(missing)
        if isinstance(found[line], str):
            pytest.skip(found[line])
        return found[line]

    yield store_of
    for line in found:
        with suppress(AttributeError):
            found[line].close()
    for running in started:
        running.__exit__(None, None, None)
    os.environ.pop("NEO4J_PASSWORD") if before is None else os.environ.update(NEO4J_PASSWORD=before)


@contextmanager
def _started(line, folder):
    """The address of a server of this line."""
    try:
        server.java(line), server.jars(line)
    except server.Missing:
        if not shutil.which("docker"):
            raise
        with _in_docker(line) as address:
            yield address
        return
    with server.running(line, folder / "home") as (address, _):
        yield address


@contextmanager
def _in_docker(line):
    port = server.free_port()
    command = ["docker", "run", "--rm", "-p", f"127.0.0.1:{port}:7687"]
    command += ["-e", f"NEO4J_AUTH=neo4j/{server.PASSWORD}", f"neo4j:{line}-community"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            server.ready(f"bolt://127.0.0.1:{port}", process, seconds=300)
            yield f"bolt://127.0.0.1:{port}"
        finally:
            process.terminate()


@pytest.fixture(scope="session", params=LINES)
def line(request):
    """A release line of Neo4j."""
    return request.param


@pytest.fixture(scope="session")
def empty_neo4j(line, servers):
    """A Neo4j that lasts as long as the tests."""
    return servers(line)


@pytest.fixture(scope="session")
def filled(servers):
    """The Neo4j of a line, filled with the corpus when it is first asked for."""
    done = {}

    def store_of(line):
        if line not in done:
            done[line] = servers(line)
            done[line].write(GRAPH)
        return done[line]

    return store_of


@pytest.fixture(scope="session")
def neo4j(line, filled):
    return filled(line)


@pytest.fixture(params=("embedded", *(f"neo4j {line}" for line in LINES)))
def store(request, embedded, filled):
    return embedded if request.param == "embedded" else filled(request.param.partition(" ")[2])
