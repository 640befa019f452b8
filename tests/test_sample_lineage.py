"""What a newcomer is told of the shipped documents, from the files to the printed rows."""

import json

import pytest

from api.cli import main
from tests.conftest import DATA, SAMPLES

TUYEN_QUANG = "ke-hoach-tinh-uy-tuyen-quang-ket-luan-43.txt"
UBND = "ke-hoach-ubnd-tinh-tuyen-quang-chuong-trinh-30.txt"
DIEN_BIEN = "nghi-quyet-tinh-uy-dien-bien-cong-tac-dan-van.txt"
TASK_ONLY = "ke-hoach-tinh-uy-ket-luan-38.txt"


def ask(capsys, folder, *arguments):
    """The JSON that a command prints."""
    capsys.readouterr()
    assert main(["--workspace", str(folder), *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def ingested(folder, documents):
    assert main(["--workspace", str(folder), "ingest", str(documents)]) == 0
    return folder


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    return ingested(tmp_path_factory.mktemp("samples"), SAMPLES)


@pytest.fixture(scope="module")
def composed(tmp_path_factory):
    return ingested(tmp_path_factory.mktemp("composed"), DATA / "composed" / "docs")


def test_what_carries_out_the_resolution_of_2013_directly_or_through_others(samples, capsys):
    rows = {
        row["document"]: row for row in ask(capsys, samples, "implementing", "25-NQ/TW") if row["document"]
    }
    through = {name: [step["to"] for step in row["chain"]] for name, row in rows.items()}
    assert through[TUYEN_QUANG] == [
        "directive/vn/party/central/xii/kl-43",
        "directive/vn/party/central/xi/nq-25",
    ]
    assert through[UBND] == [
        "directive/vn/party/tuyen-quang/2013/ctr-30",
        "directive/vn/party/central/xi/nq-25",
    ]
    assert through[DIEN_BIEN] == ["directive/vn/party/central/xi/nq-25"]
    assert rows[TASK_ONLY]["via"] == "task"
    assert [name for name, row in rows.items() if row["via"] == "task"] == [TASK_ONLY]


def test_the_quotes_of_a_chain_stand_in_the_documents(samples, capsys):
    for row in ask(capsys, samples, "implementing", "25-NQ/TW"):
        for step in row["chain"]:
            said = step["evidence"]
            text = (SAMPLES / said["document"]).read_bytes().decode("utf-8")
            assert text[said["start"] : said["end"]] == said["quote"]


def test_the_type_keeps_the_plans(samples, capsys):
    rows = ask(capsys, samples, "implementing", "25-NQ/TW", "--type", "kế hoạch")
    assert {row["document"] for row in rows if row["via"] == "document"} == {TUYEN_QUANG, UBND}


def test_one_name_in_four_documents_is_kept_apart_by_province(samples, capsys):
    rows = ask(capsys, samples, "responsibilities", "Ban Dân vận Tỉnh ủy")
    places = {row["document"]: row["province"] for row in rows}
    assert places == {
        TUYEN_QUANG: "Tuyên Quang",
        DIEN_BIEN: "Điện Biên",
        TASK_ONLY: "Điện Biên",
        "ke-hoach-tinh-uy-thong-bao-160.txt": None,
    }
    assert all(row["role"] and row["evidence"]["quote"] for row in rows)


def test_two_conclusions_of_one_number_are_two_and_a_resolution_cited_twice_is_one(samples, capsys):
    found = {row["id"] for row in ask(capsys, samples, "find", "65-KL/TW") if row["number"] == "65-KL/TW"}
    assert found == {"directive/vn/party/central/x/kl-65", "directive/vn/party/central/xii/kl-65"}
    mentions = [row for row in ask(capsys, samples, "mentions") if row["number"] == "10-NQ/TU"]
    assert {row["document"] for row in mentions} == {DIEN_BIEN, TASK_ONLY}
    assert {row["directive"] for row in mentions} == {"directive/vn/party/dien-bien/2013/nq-10"}


def test_the_questions_of_the_composed_documents_are_answered_without_a_wrong_row(composed, capsys):
    key = json.loads((DATA / "composed" / "identity.json").read_text(encoding="utf-8"))
    for case in key["questions"]:
        if case["kind"] == "responsibilities":
            rows = ask(capsys, composed, "responsibilities", f"{case['body']}@{case['province']}")
            told = [row for row in rows if not (row["inherited_from"] or "").startswith(("các", "Các"))]
            got = {(r["document"], r["path"], r["role"], r["deadline"], r["recurrence"]) for r in told}
            wanted = {
                (r["document"], r["task"], r["role"], r["deadline"], r["recurrence"]) for r in case["rows"]
            }
            assert got == wanted, case["question"]


@pytest.mark.parametrize(
    ("ref", "held"),
    [
        (
            "25-NQ/TW@2013",
            {
                "chuong-trinh-hanh-dong-tinh-uy-quang-nam-2013.txt",
                "ke-hoach-huyen-uy-thang-binh-2014.txt",
                "ke-hoach-tinh-doan-quang-nam-2014.txt",
                "ket-luan-tinh-uy-son-la-2022.txt",
                "ke-hoach-huyen-uy-mai-son-2022.txt",
                "ke-hoach-ubnd-tinh-son-la-2022.txt",
                "chuong-trinh-phoi-hop-son-la-2023.txt",
            },
        ),
        ("25-NQ/TW@2008-07-25", {"ke-hoach-tinh-doan-quang-nam-2014.txt"}),
        (
            "30-CTr/TU@Quảng Nam",
            {"ke-hoach-huyen-uy-thang-binh-2014.txt", "ke-hoach-tinh-doan-quang-nam-2014.txt"},
        ),
        (
            "35-CT/TW@2014",
            {"chi-thi-tinh-uy-lam-dong-2025.txt", "ke-hoach-dang-uy-xa-duc-trong-2025.txt"},
        ),
    ],
)
def test_resolutions_of_one_number_are_carried_out_by_different_documents(composed, capsys, ref, held):
    rows = [row for row in ask(capsys, composed, "implementing", ref) if row["via"] == "document"]
    assert {row["document"] for row in rows if row["document"]} == held
