"""From files to answers: ingest again and again, remove, judge, be killed, and serve meanwhile."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from api.questions import STORE
from tests.api.conftest import serving

COMPOSED = Path(__file__).parent.parent / "data" / "composed" / "docs"
PLAN = "ke-hoach-huyen-uy-mai-son-2022.txt"
CONCLUSION = "ket-luan-tinh-uy-son-la-2022.txt"
YOUTH = "ke-hoach-tinh-doan-quang-nam-2014.txt"


@pytest.fixture
def lineage(tmp_path, capsys, monkeypatch):
    """Runs a command over a workspace of its own: (exit code, stdout, stderr)."""
    from api.cli import main

    monkeypatch.setenv("LINEAGE_LANG", "en")

    def command(*arguments):
        try:
            code = main(["--workspace", str(tmp_path / "w"), *map(str, arguments)])
        except SystemExit as stop:
            code = stop.code
        out, err = capsys.readouterr()
        return code, out, err

    return command


@pytest.fixture
def papers(tmp_path):
    """A folder with three of the composed documents."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in (PLAN, CONCLUSION, YOUTH):
        shutil.copy(COMPOSED / name, folder / name)
    return folder


def report(done):
    code, out, _ = done
    return code, json.loads(out)


def test_ingest_reports_documents_and_edges_gained(lineage, papers):
    code, found = report(lineage("ingest", papers, "--json"))
    assert code == 0
    assert found["documents"] == {"read": 3, "unchanged": 0, "removed": 0}
    assert found["edges"]["lost"] == []
    assert any(edge["kind"] == "IMPLEMENTS" for edge in found["edges"]["gained"])


def test_ingest_again_reads_nothing_and_changes_nothing(lineage, papers):
    lineage("ingest", papers)
    code, found = report(lineage("ingest", papers, "--json"))
    assert (code, found["documents"]) == (0, {"read": 0, "unchanged": 3, "removed": 0})
    assert found["edges"] == {"gained": [], "lost": []}


def test_a_statement_that_the_graph_leaves_out_is_counted_and_shown(lineage, papers):
    name, text = "misdated.txt", (papers / PLAN).read_text(encoding="utf-8")
    text = text.replace("64-KH/HU", "65-KH/HU").replace("22-NQ/TW", "22-NQ/TW ngày 02/3/2020")
    (papers / name).write_text(text, encoding="utf-8")
    code, said, _ = lineage("ingest", papers)
    assert code == 0
    assert "Statements left out, for they point from an earlier directive at a later one: 1" in said
    assert "Kết luận 38-KL/TW (13 Nov 2018) → reviews → Nghị quyết 22-NQ/TW (2 Mar 2020)" in said
    (row,) = report(lineage("ingest", papers, "--json"))[1]["left_out"]
    assert row.pop("evidence")["document"] == PLAN
    assert row == {
        "kind": "IMPLEMENTS",
        "manner": "reviews",
        "source": "directive/vn/party/central/xii/kl-38",
        "target": "directive/vn/party/central/x/nq-22",
        "source_date": "2018-11-13",
        "target_date": "2020-03-02",
    }
    assert report(lineage("remove", name, "--json"))[1]["left_out"] == []


def test_a_graph_of_an_older_version_is_built_anew(lineage, papers, tmp_path, monkeypatch):
    lineage("ingest", papers)
    store = tmp_path / "w" / STORE
    built = store.stat().st_ino
    lineage("ingest", papers)
    assert store.stat().st_ino == built
    monkeypatch.setattr("api.service.GRAPH_VERSION", "next")
    lineage("ingest", papers)
    assert store.stat().st_ino != built


def test_a_file_that_goes_takes_its_edges_with_it(lineage, papers):
    lineage("ingest", papers)
    (papers / PLAN).unlink()
    code, found = report(lineage("ingest", papers, "--json"))
    assert (code, found["documents"]["removed"]) == (0, 1)
    assert found["edges"]["lost"]
    assert lineage("show", PLAN)[0] == 1


def test_remove_by_name(lineage, papers):
    lineage("ingest", papers)
    code, found = report(lineage("remove", PLAN, "--json"))
    assert (code, found["documents"]["removed"]) == (0, 1)
    assert lineage("remove", PLAN)[0] == 1


def test_unreadable_files_are_named_and_the_rest_is_done(lineage, papers):
    (papers / "empty.txt").write_text("")
    (papers / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    (papers / "notes.xyz").write_text("not asked for")
    code, found = report(lineage("ingest", papers, papers / "missing.pdf", "--json"))
    assert code == 3
    assert found["documents"]["read"] == 3
    messages = [error["message"] for error in found["errors"]]
    assert [
        next(name for name in ("broken.docx", "empty.txt", "missing.pdf") if name in text)
        for text in messages
    ]
    assert len(messages) == 3


def test_each_failure_is_one_sentence_on_stderr(lineage, papers):
    (papers / "empty.txt").write_text("")
    code, _, err = lineage("ingest", papers)
    assert code == 3
    assert len([line for line in err.splitlines() if "empty.txt" in line]) == 1
    assert "Traceback" not in err


def test_a_folder_without_files_is_said_so(lineage, tmp_path):
    (tmp_path / "nothing").mkdir()
    code, _, err = lineage("ingest", tmp_path / "nothing")
    assert code == 3
    assert "nothing" in err


def test_the_same_words_in_any_order_give_the_same_graph(lineage, papers, tmp_path):
    from api.questions import Questions
    from graph.rdf import n_quads

    lineage("ingest", papers)
    at_once = n_quads(Questions(tmp_path / "w").store.graph())
    for name in (YOUTH, PLAN, CONCLUSION):
        lineage("ingest", papers / name, "--workspace", tmp_path / "other")
    assert n_quads(Questions(tmp_path / "other").store.graph()) == at_once


def open_mention(lineage):
    code, out, _ = lineage("mentions", "--status", "ambiguous", "--json")
    assert code == 0
    return next(row for row in json.loads(out) if row["document"] == YOUTH)


def test_a_judgement_settles_a_mention_and_can_be_undone(lineage, papers):
    lineage("ingest", papers)
    mention = open_mention(lineage)
    at = f"{mention['document']}@{mention['start']}"
    meant = mention["candidates"][0]
    code, _, err = lineage("judge", "this-one", at, meant, "--why", "cùng chủ đề", "--who", "an")
    assert code == 0, err
    rows = json.loads(lineage("mentions", YOUTH, "--json")[1])
    settled = next(row for row in rows if row["start"] == mention["start"])
    assert settled["directive"] == meant
    (made,) = json.loads(lineage("judge", "--list", "--json")[1])
    assert (made["who"], made["why"], made["kind"]) == ("an", "cùng chủ đề", "this-one")
    assert lineage("ingest", papers)[0] == 0
    assert (
        next(
            r for r in json.loads(lineage("mentions", YOUTH, "--json")[1]) if r["start"] == mention["start"]
        )["directive"]
        == meant
    )
    assert lineage("judge", "--undo", made["id"])[0] == 0
    assert open_mention(lineage)["start"] == mention["start"]
    assert lineage("judge", "--undo", made["id"])[0] == 1


def test_a_judgement_goes_along_when_its_document_is_edited(lineage, papers):
    lineage("ingest", papers)
    mention = json.loads(lineage("mentions", "--status", "ambiguous", "--json")[1])[0]
    lineage("judge", "this-one", f"{mention['document']}@{mention['start']}", "25-NQ/TW@XI")
    edited = papers / mention["document"]
    edited.write_text("\n\n" + edited.read_text(encoding="utf-8"), encoding="utf-8")
    lineage("ingest", papers)
    found = json.loads(lineage("mentions", mention["document"], "--json")[1])
    (moved,) = [row for row in found if row["start"] == mention["start"] + 2]
    assert moved["directive"] == "directive/vn/party/central/xi/nq-25"


def test_judgements_go_out_and_in(lineage, papers, tmp_path):
    lineage("ingest", papers)
    mention = open_mention(lineage)
    lineage("judge", "not-a-citation", f"{mention['document']}@{mention['start']}")
    file = tmp_path / "judgements.jsonl"
    assert lineage("judge", "--export", file)[0] == 0
    other = ("--workspace", tmp_path / "other")
    lineage("ingest", papers, *other)
    assert lineage("judge", "--import", file, *other)[0] == 0
    assert len(json.loads(lineage("judge", "--list", "--json", *other)[1])) == 1


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (["this-one", f"{YOUTH}@1"], 2),
        (["this-one", f"{YOUTH}@999999", "25-NQ/TW@XI"], 1),
        (["same", "25-NQ/TW@XI", "999-NQ/TW"], 1),
        (["--undo", "nothing"], 1),
        (["--import", "/no/such/file"], 3),
        ([], 2),
    ],
)
def test_wrong_judgements_change_nothing(lineage, papers, wrong, code):
    lineage("ingest", papers)
    assert lineage("judge", *wrong)[0] == code
    assert lineage("judge", "--list", "--json")[0] == 1


def test_a_kill_at_any_moment_leaves_the_old_graph_and_the_next_run_goes_on(lineage, papers, tmp_path):
    lineage("ingest", papers / CONCLUSION)
    for number in range(30):
        text = (COMPOSED / PLAN).read_text().replace("64-KH/HU", f"{100 + number}-KH/HU")
        (papers / f"more-{number:02}.txt").write_text(text)
    for wait in (0.3, 0.9, 1.6):
        process = subprocess.Popen(
            [sys.executable, "-m", "api.cli", "--workspace", str(tmp_path / "w"), "ingest", str(papers)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(wait)
        process.kill()
        process.wait()
        assert lineage("show", CONCLUSION)[0] == 0
    code, found = report(lineage("ingest", papers, "--json"))
    assert (code, found["holds"]["documents"]) == (0, 33)


def test_a_server_moves_over_to_the_new_graph(lineage, papers, tmp_path):
    lineage("ingest", papers / CONCLUSION)
    with serving(tmp_path / "w") as address, httpx.Client(base_url=address, timeout=60) as client:
        assert [row["name"] for row in client.get("/api/documents").json()["items"]] == [CONCLUSION]
        before = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).json()
        lineage("ingest", papers)
        assert len(client.get("/api/documents").json()["items"]) == 3
        assert client.get(f"/api/documents/{PLAN}/text").text == (papers / PLAN).read_text()
        after = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).json()
        assert before != after


def test_a_server_may_start_before_there_is_anything(lineage, papers, tmp_path):
    with serving(tmp_path / "w") as address, httpx.Client(base_url=address, timeout=60) as client:
        assert client.get("/healthz").status_code == 503
        assert "lineage ingest" in client.get("/", headers={"Accept": "text/html"}).text
        lineage("ingest", papers)
        assert client.get("/healthz").status_code == 200


TOKEN = "a-token-for-tests"


def test_judgements_over_http_need_the_token(lineage, papers, tmp_path):
    lineage("ingest", papers)
    mention = open_mention(lineage)
    body = {"judgement": "not-a-citation", "of": [f"{YOUTH}@{mention['start']}"], "why": "thử"}
    with (
        serving(tmp_path / "w", token=TOKEN) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        assert client.post("/api/judgements", json=body).status_code == 403
        made = client.post("/api/judgements", json=body, headers={"Authorization": f"Bearer {TOKEN}"})
        assert made.status_code == 201
        assert client.get("/api/judgements").json()["items"][0]["why"] == "thử"
        undone = client.delete(
            f"/api/judgements/{made.json()['id']}", headers={"Authorization": f"Bearer {TOKEN}"}
        )
        assert undone.status_code == 200


def test_a_reader_with_the_token_decides_on_the_page(lineage, papers, tmp_path):
    lineage("ingest", papers)
    mention = open_mention(lineage)
    form = {
        "document": YOUTH,
        "start": str(mention["start"]),
        "judgement": "this-one",
        "directive": mention["candidates"][0],
    }
    with (
        serving(tmp_path / "w", token=TOKEN) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        assert "<form method" not in client.get("/open").text
        assert client.post("/open", data=form).status_code == 403
        assert "token" not in str(client.get(f"/open?token={TOKEN}", follow_redirects=True).url)
        assert "<form method" in client.get("/open").text
        foreign = client.post("/open", data=form, headers={"Origin": "http://elsewhere.example"})
        assert foreign.status_code == 403
        done = client.post("/open", data=form, headers={"Origin": address}, follow_redirects=True)
        assert done.status_code == 200
        assert mention["candidates"][0] in [
            row["directive"] for row in client.get(f"/api/mentions?document={YOUTH}").json()["items"]
        ]
