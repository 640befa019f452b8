"""The workspace: incremental, whole after a kill, and named by what the files are."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from dataclasses import replace

import pytest

from graph import workspace as module
from graph.errors import NothingFound, WorkspaceError, WorkspaceInUse
from graph.extraction import DocumentFacts, Extraction
from graph.judgements import Judgement, Mentioned, Named
from graph.workspace import Read, Workspace, checksum
from graph.workspace_file import FILE


def read(text="văn bản", number=None):
    return Read("text/plain", text, (), Extraction(DocumentFacts("directive/vn/x", number=number)))


@pytest.fixture
def workspace(tmp_path):
    with Workspace(tmp_path / "w") as opened:
        yield opened


def put(workspace, path, content=None, root="/in"):
    content = path.encode() if content is None else content
    return workspace.put(path, root, content, read(content.decode()))


def test_a_document_comes_back_as_it_was_read(workspace):
    content = "Kế hoạch \U0001f600".encode()
    workspace.put("/in/a.txt", "/in", content, read("Kế hoạch \ud800", "12-QĐ/TU"))
    found = workspace.document("a.txt")
    assert (found.text, found.path, found.root) == ("Kế hoạch \ud800", "/in/a.txt", "/in")
    assert workspace.original("a.txt") == content
    assert workspace.extraction("a.txt").document.number == "12-QĐ/TU"
    assert [name for name, _ in workspace.extractions()] == ["a.txt"]


def test_equal_bytes_are_one_document_and_need_no_second_reading(workspace):
    put(workspace, "/in/b.txt", b"same")
    assert workspace.is_read(checksum(b"same"))
    workspace.put("/in/deep/a.txt", "/in", b"same")
    assert list(workspace.names().values()) == ["a.txt"]


def test_what_was_never_read_cannot_be_put_without_a_reading(workspace):
    with pytest.raises(WorkspaceError):
        workspace.put("/in/a.txt", "/in", b"new")


def test_equal_base_names_stand_with_their_checksum(workspace):
    first, second = put(workspace, "/in/x/a.txt"), put(workspace, "/in/y/a.txt")
    expected = {f"{first[:8]}-a.txt", f"{second[:8]}-a.txt"}
    assert set(workspace.names().values()) == expected
    assert {workspace.document(name).sha256 for name in expected} == {first, second}
    with pytest.raises(NothingFound):
        workspace.document("a.txt")
    workspace.remove([f"{first[:8]}-a.txt"])
    assert workspace.document("a.txt").sha256 == second


def test_a_changed_file_takes_the_place_of_the_old_one(workspace):
    put(workspace, "/in/a.txt", b"old")
    put(workspace, "/in/a.txt", b"new")
    assert [workspace.original(name) for name in workspace.names().values()] == [b"new"]


def test_files_gone_from_a_folder_go(workspace):
    for path in ("/in/a.txt", "/in/b.txt", "/in/sub/c.txt", "/other/d.txt", "/in2/e.txt"):
        put(workspace, path, root="/".join(path.split("/")[:2]))
    assert workspace.forget_missing("/in", ["/in/a.txt"]) == ["b.txt", "c.txt"]
    assert sorted(workspace.names().values()) == ["a.txt", "d.txt", "e.txt"]


def test_removing_an_unknown_document_removes_nothing(workspace):
    put(workspace, "/in/a.txt")
    with pytest.raises(NothingFound):
        workspace.remove(["a.txt", "b.txt"])
    assert len(workspace.names()) == 1


def test_documents_read_by_other_rules_are_stale(workspace, monkeypatch):
    sha256 = put(workspace, "/in/a.txt")
    before = workspace.state()
    monkeypatch.setattr(module, "RULES_VERSION", "next")
    assert not workspace.is_read(sha256)
    assert workspace.stale() == [("a.txt", "text/plain", b"/in/a.txt")]
    workspace.reread(sha256, read("again"))
    assert workspace.is_read(sha256)
    assert workspace.document("a.txt").text == "again"
    assert workspace.state() != before


def test_the_state_does_not_depend_on_the_order_of_ingest(tmp_path):
    states = set()
    for order in (["/in/a.txt", "/in/b.txt"], ["/in/b.txt", "/in/a.txt"]):
        with Workspace(tmp_path / order[0][-5:]) as opened:
            for path in order:
                put(opened, path)
            states.add(opened.state())
    assert len(states) == 1


def test_judgements_are_kept_and_undone_softly(workspace):
    judgement = Judgement(
        "1",
        "this-one",
        Mentioned("a.txt", 3, "NQ 25"),
        Named("directive/x", "b.txt", 7),
        "Lan",
        "2026-11-21",
        "đọc",
    )
    workspace.judge([judgement])
    assert workspace.judgements() == [judgement]
    workspace.judge([replace(judgement, undone="2026-11-22")])
    assert workspace.judgements() == [replace(judgement, undone="2026-11-22")]


def test_another_version_is_refused_in_one_sentence(tmp_path):
    Workspace(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("PRAGMA user_version = 9")
    db.close()
    with pytest.raises(WorkspaceError, match="version 9"):
        Workspace(tmp_path)


def test_a_file_that_another_process_holds_is_said_to_be_in_use(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.workspace_file._WAIT_SECONDS", 0.01)
    with Workspace(tmp_path) as workspace, closing(sqlite3.connect(tmp_path / FILE)) as other:
        other.execute("BEGIN IMMEDIATE")
        for use in (lambda: Workspace(tmp_path), lambda: put(workspace, "/in/a.txt")):
            with pytest.raises(WorkspaceInUse, match="is in use") as caught:
                use()
            assert (caught.value.status, caught.value.exit_code) == (503, 3)


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be one" * 40])
def test_a_damaged_file_is_an_error_of_its_own(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(WorkspaceError):
        Workspace(tmp_path)


def test_a_missing_workspace_is_not_made_by_readers(tmp_path):
    with pytest.raises(WorkspaceError):
        Workspace(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def test_a_killed_process_leaves_the_workspace_whole(tmp_path):
    script = textwrap.dedent(
        """
        import sys
        from graph.extraction import DocumentFacts, Extraction
        from graph.workspace import Read, Workspace
        with Workspace(sys.argv[1]) as workspace:
            read = Read("text/plain", "x", (), Extraction(DocumentFacts("")))
            workspace.put("/in/first.txt", "/in", b"first", read)
            def files():
                for number in range(10**9):
                    if number == 50:
                        print("half", flush=True)
                    yield f"/in/{number}.txt", "/in", str(number).encode(), read
            workspace.put_all(files())
        """
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, cwd=os.getcwd()
    ) as process:
        assert process.stdout.readline() == b"half\n"
        process.send_signal(signal.SIGKILL)
    with Workspace(tmp_path) as workspace:
        assert list(workspace.names().values()) == ["first.txt"]
