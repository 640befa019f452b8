"""Killed at any moment, a store holds the old graph or the new one, and the next run needs no help.

LINEAGE_TEST_KILLS says at how many moments (default 8).
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

from graph.store import ordered
from graph.stores import open_store
from graph.stores.embedded import EmbeddedStore

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "ingest" / "samples"
KILLS = int(os.environ.get("LINEAGE_TEST_KILLS", "8"))


def started(*arguments):
    """`lineage` with these arguments."""
    return subprocess.Popen(
        [sys.executable, "-m", "api.cli", *map(str, arguments)],
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


def killed(after, *arguments):
    """Kill `lineage` and what it started after some seconds; whether it was still running."""
    process = started(*arguments)
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


def test_a_killed_load_leaves_one_graph_whole_and_the_next_completes(two, empty_neo4j):
    folder, _, old, new = two
    address = os.environ.get("LINEAGE_TEST_NEO4J", empty_neo4j.address)
    empty_neo4j.write(old)
    seconds = run("load", address, "--workspace", folder / "new")
    random = Random(KILLS)
    interrupted = 0
    for _ in range(KILLS):
        empty_neo4j.write(old)
        after = seconds * random.uniform(0.3, 1.0)
        if killed(after, "load", address, "--workspace", folder / "new"):
            interrupted += 1
        else:
            seconds = after
        # The server notices the closed connection by itself, and rolls back or has committed.
        with open_store(address) as store:
            assert store.graph() in (ordered(old), ordered(new)), f"a mixture after {after:.3f} s"
        run("load", address, "--workspace", folder / "new")
        assert empty_neo4j.graph() == new
    assert interrupted
