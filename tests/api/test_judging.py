"""A decision that the graph could not be rebuilt with is not left behind."""

import shutil
from contextlib import closing

import pytest

from api import judging, service
from api.questions import Questions
from graph.errors import StoreError, UsageError
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
        judging.judge(folder, "not-a-citation", [mention], "Lan", "")
    assert _judgements(folder) == []
    monkeypatch.undo()
    judging.judge(folder, "not-a-citation", [mention], "Lan", "")
    assert _judgements(folder) == [("not-a-citation", True)]


def test_an_undoing_is_taken_back_when_the_graph_cannot_be_rebuilt(folder, mention, failing):
    made = judging.judge(folder, "not-a-citation", [mention], "Lan", "")
    failing()
    with pytest.raises(StoreError):
        judging.undo(folder, made.id)
    assert _judgements(folder) == [("not-a-citation", True)]


def test_a_side_and_itself_are_refused(folder, mention):
    for of in ([mention, mention], [PLAN, PLAN]):
        with pytest.raises(UsageError):
            judging.judge(folder, "different", of, "Lan", "")
    assert _judgements(folder) == []


def test_a_decision_that_fits_nothing_any_more_is_reported_until_its_document_is_back(folder, mention):
    made = judging.judge(folder, "not-a-citation", [mention], "Lan", "")
    assert judging.unfitting(folder) == []
    report = service.remove(folder, [PLAN])
    assert report.unfitting == judging.unfitting(folder) == [made]
    assert report.to_json("vi")["unfitting"] == [made.id]
    with closing(Questions(folder)) as questions:
        assert [row["applied"] for row in questions.judgements()] == [False]
    assert service.ingest(folder, [folder.parent / "papers"]).unfitting == []
    with closing(Questions(folder)) as questions:
        assert [row["applied"] for row in questions.judgements()] == [True]


def test_a_decision_follows_a_file_under_another_name(folder, mention):
    judging.judge(folder, "not-a-citation", [mention], "Lan", "")
    papers = folder.parent / "papers"
    (papers / PLAN).rename(papers / "renamed.txt")
    assert service.ingest(folder, [papers]).unfitting == []
    start = int(mention.rpartition("@")[2])
    with closing(Questions(folder)) as questions:
        assert start not in [row["start"] for row in questions.mentions(document="renamed.txt")]


def test_a_folder_that_moved_is_forgotten_at_its_old_place(folder):
    papers, moved = folder.parent / "papers", folder.parent / "moved"
    papers.rename(moved)
    assert service.ingest(folder, [moved]).removed == 0
    (moved / PLAN).unlink()
    report = service.ingest(folder, [moved])
    assert (report.removed, report.holds["documents"]) == (1, 1)


def test_a_file_named_before_its_folder_stays(folder):
    papers = folder.parent / "papers"
    assert service.ingest(folder, [papers / PLAN, papers]).removed == 0


def test_two_that_were_judged_the_same_can_be_parted_by_their_ids(folder):
    with closing(Questions(folder)) as questions:
        before = {row["id"] for row in questions.wanted()}
    first, second = sorted(id for id in before if "/central/" in id)[:2]
    judging.judge(folder, "same", [first, second], "Lan", "")
    with closing(Questions(folder)) as questions:
        assert len(questions.wanted()) == len(before) - 1
    judging.judge(folder, "different", [first, second], "Lan", "")
    with closing(Questions(folder)) as questions:
        assert {row["id"] for row in questions.wanted()} == before
    assert judging.unfitting(folder) == []
