"""A decision that the graph could not be rebuilt with is not left behind."""

import shutil

import pytest

from api import service
from graph.errors import StoreError
from graph.workspace import Workspace
from tests.api.test_service import COMPOSED, CONCLUSION, PLAN


@pytest.fixture
def folder(tmp_path):
    papers = tmp_path / "papers"
    papers.mkdir()
    for name in (PLAN, CONCLUSION):
        shutil.copy(COMPOSED / name, papers / name)
    service.ingest(tmp_path / "w", [papers])
    return tmp_path / "w"


@pytest.fixture
def mention(folder):
    with Workspace(folder) as workspace:
        first = workspace.extraction(PLAN).citations[0]
    return f"{PLAN}@{first.evidence.start}"


def _judgements(folder):
    with Workspace(folder) as workspace:
        return [(one.kind, one.undone is None) for one in workspace.judgements()]


@pytest.fixture
def failing(monkeypatch):
    """Makes every write of the graph fail, as on a full disk."""

    def fail(*_arguments):
        raise StoreError("đĩa đầy", "the disk is full")

    return lambda: monkeypatch.setattr(service.EmbeddedStore, "build_tables", fail)


def test_a_decision_is_taken_back_when_the_graph_cannot_be_rebuilt(folder, mention, failing, monkeypatch):
    failing()
    with pytest.raises(StoreError):
        service.judge(folder, "not-a-citation", [mention], "Lan", "")
    assert _judgements(folder) == []
    monkeypatch.undo()
    service.judge(folder, "not-a-citation", [mention], "Lan", "")
    assert _judgements(folder) == [("not-a-citation", True)]


def test_an_undoing_is_taken_back_when_the_graph_cannot_be_rebuilt(folder, mention, failing):
    made = service.judge(folder, "not-a-citation", [mention], "Lan", "")
    failing()
    with pytest.raises(StoreError):
        service.undo(folder, made.id)
    assert _judgements(folder) == [("not-a-citation", True)]
