"""Killed at any moment, a store holds the old graph or the new one, and the next run needs no help.

LINEAGE_TEST_KILLS says at how many moments (default 10).
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from graph.errors import StoreError
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from tests.graph.corpus import GRAPH

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "ingest" / "samples"
KILLS = int(os.environ.get("LINEAGE_TEST_KILLS", "10"))


CLI = ("-m", "api.cli")


def started(*arguments, program=CLI):
    """`lineage` with these arguments."""
    return subprocess.Popen(
        [sys.executable, *program, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def run(*arguments):
    """`lineage` to its end; the seconds that it took."""
    begun = time.monotonic()
    assert started(*arguments).wait() == 0
    return time.monotonic() - begun


def killed(after, *arguments, program=CLI):
    """Kill `lineage` and what it started after some seconds; whether it was still running."""
    process = started(*arguments, program=program)
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def held(workspace):
    with EmbeddedStore.open(workspace / "graph.ladybug") as store:
        return store.graph()


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """A workspace of half of the samples, the folder of all, and the graphs of both."""
    folder = tmp_path_factory.mktemp("killed")
    files = sorted(path for path in SAMPLES.iterdir() if path.is_file())
    (folder / "all").mkdir()
    for path in files[::2]:
        shutil.copy(path, folder / "all")
    run("ingest", folder / "all", "--workspace", folder / "old")
    for path in files[1::2]:
        shutil.copy(path, folder / "all")
    shutil.copytree(folder / "old", folder / "new")
    seconds = run("ingest", folder / "all", "--workspace", folder / "new")
    return folder, seconds, held(folder / "old"), held(folder / "new")


def test_a_killed_ingest_leaves_one_graph_whole_and_the_next_completes(two, tmp_path):
    folder, seconds, old, new = two
    assert old != new
    random = Random(KILLS)
    interrupted = 0
    for number in range(KILLS):
        workspace = tmp_path / str(number)
        shutil.copytree(folder / "old", workspace)
        after = seconds * random.uniform(0.1, 1.0)
        if killed(after, "ingest", folder / "all", "--workspace", workspace):
            interrupted += 1
        else:
            seconds = after  # it was done by then: the next moments are drawn from a shorter time
        assert held(workspace) in (old, new), f"a mixture after {after:.3f} s"
        run("ingest", folder / "all", "--workspace", workspace)
        assert held(workspace) == new
        assert not list(workspace.glob("*.new-*"))
        shutil.rmtree(workspace)
    assert interrupted


IN_BATCHES = (
    "import sys; from api.cli import main; from graph.stores import neo4j;"
    "neo4j.ONE_TRANSACTION, neo4j.BATCH = 50, 20; sys.exit(main())"
)


def settled(address):
    """What readers see once the server has noticed that the connection is gone: a graph, or why none."""
    with Neo4jStore.open(address) as store:
        seen = [None, seen_by(store)]
        while seen[-1] != seen[-2]:
            seen.append(seen_by(store))
    return seen[-1]


def seen_by(store):
    try:
        return store.graph()
    except StoreError as error:
        return error.en


def test_a_killed_load_leaves_one_graph_whole_and_the_next_completes(two, empty_neo4j):
    folder, _, old, new = two
    address = os.environ.get("LINEAGE_TEST_NEO4J", empty_neo4j.address)
    load = ("load", address, "--workspace", folder / "new")
    seconds = 0.0
    for _ in range(2):  # a cold server takes long over its first questions
        empty_neo4j.write(old)
        seconds = run(*load)
    random = Random(KILLS)
    interrupted = 0
    for number in range(KILLS):
        program = ("-c", IN_BATCHES) if number % 2 else CLI
        empty_neo4j.write(old)
        after = seconds * random.uniform(0.4, 1.0)
        if killed(after, *load, program=program):
            interrupted += 1
        elif program is CLI:
            seconds = after
        whole = (old, new) if program is CLI else (old, new, "the graph is being loaded into Neo4j")
        assert settled(address) in whole, f"a mixture after {after:.3f} s"
        run(*load)
        assert empty_neo4j.graph() == new
    empty_neo4j.write(GRAPH)
    assert interrupted
