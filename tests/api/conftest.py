"""A workspace folder with the small invented graph of `tests/graph/corpus.py` and texts to go with it."""

from __future__ import annotations

import threading
from contextlib import contextmanager

import httpx
import pytest
import uvicorn

from graph.extraction import DocumentFacts, Extraction
from graph.stores.embedded import EmbeddedStore
from graph.workspace import Read, Workspace
from tests.graph.corpus import DIRECTIVES, EDGES, GRAPH

TOKEN = "a-token-for-tests"


def text_of(document: str) -> str:
    """A text that has the words of every edge where its evidence says; dots elsewhere."""
    said = sorted(
        (edge.evidence for edge in EDGES if edge.evidence and edge.evidence.source == document),
        key=lambda evidence: (evidence.start, evidence.end),
    )
    letters = list("." * (max((evidence.end for evidence in said), default=0) + 40))
    for evidence in said:
        letters[evidence.start : evidence.end] = evidence.quote
    return "".join(letters)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("workspace")
    EmbeddedStore.build(GRAPH, path / "graph.ladybug")
    with Workspace(path) as workspace:
        for directive in DIRECTIVES:
            if directive.document:
                text = text_of(directive.document)
                read = Read("text/plain", text, (), Extraction(DocumentFacts(directive.id)))
                workspace.put(f"/in/{directive.document}", "/in", text.encode(), read)
    return path


@contextmanager
def serving(folder, **settings):
    """A real server over `folder` on a free port; yields its address."""
    from api.app import create_app
    from api.commands.serve import listen

    listening = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(create_app(folder, **settings), log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


@pytest.fixture(scope="session")
def address(folder):
    with serving(folder) as found:
        yield found


@pytest.fixture(scope="session")
def client(address):
    with httpx.Client(base_url=address, timeout=30) as found:
        yield found


@pytest.fixture
def run(folder, capsys, monkeypatch):
    """Runs one command in this process: (exit code, stdout, stderr)."""
    from api.cli import main

    monkeypatch.setenv("LINEAGE_LANG", "vi")
    monkeypatch.setenv("COLUMNS", "100")

    def command(*arguments):
        try:
            code = main(["--workspace", str(folder), *arguments])
        except SystemExit as stop:
            code = stop.code
        out, err = capsys.readouterr()
        return code, out, err

    return command
