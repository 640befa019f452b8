"""Finding, showing and the lists, on the drawn corpus."""

import pytest

from graph.catalogue import _covered, conflicts, coverage, find, mentions, show, tasks, wanted
from graph.errors import NothingFound
from graph.lineage import FIELDS
from tests.graph.corpus import (
    BDV_QN,
    BDV_SL,
    CTR30,
    HUS_SL,
    KH15,
    KH16,
    KH64,
    KL43,
    KL210,
    LAW,
    NQ25,
    NQ25_YOUTH,
    QD23,
    QD124_2018,
    QD124_2023,
    SNV_SL,
)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("25-NQ/TU", {NQ25}),
        ("25 nq tw", {NQ25, NQ25_YOUTH}),
        ("công tác thanh niên", {NQ25_YOUTH}),
        ("cong tac THANH niên", {NQ25_YOUTH}),
        ("43-KL/TW", {KL43}),
        ("luat dat dai", {LAW}),
        ("sở nội vụ", {SNV_SL}),
        ("ban dan van", {BDV_SL, BDV_QN}),
        ("210", {KL210}),
    ],
)
def test_the_best_come_first(store, text, first):
    rows = find(store, text)
    assert {row["id"] for row in rows[: len(first)]} == first


def test_a_row_of_find(store):
    assert find(store, "30-CTr/TU")[0] == {
        "kind": "directive",
        "id": CTR30,
        "number": "30-CTr/TU",
        "name": "thực hiện Nghị quyết số 25-NQ/TW",
        "date": "2013-10-15",
        "province": "Quảng Nam",
        "status": "held",
    }
    assert find(store, "các huyện ủy")[0] == {
        "kind": "body",
        "id": HUS_SL,
        "number": None,
        "name": "các huyện ủy, thành ủy",
        "date": None,
        "province": "Sơn La",
        "status": "class",
    }


@pytest.mark.parametrize("text", ["", "   ", "không có gì như thế", "' OR 1=1 //", "\\", "%"])
def test_nothing_is_an_empty_list(store, text):
    assert find(store, text) == []


def test_show_tells_all_of_one_directive(store):
    found = show(store, NQ25)
    assert found["number"] == "25-NQ/TW"
    assert found["forms"] == ["25-NQ/TU", "25-NQ/TW"]
    assert [claim["value"] for claim in found["claims"]] == ["2013-06-03", "2013-06-30"]
    assert found["claims"][1]["evidence"]["document"] == "kl-210.txt"
    assert [row["from"] for row in found["implemented_by"]] == [KL43, KL210, CTR30]
    assert found["implements"] == []
    assert found["issuers"][0]["name"] == "Ban Chấp hành Trung ương"
    assert (found["tasks"], found["mentions"]) == (0, 3)


def test_show_tells_the_other_relations(store):
    found = show(store, KH15)
    assert [(row["kind"], row["from"], row["part"]) for row in found["relations"]] == [
        ("REPLACES", KH16, "mục II")
    ]


def test_show_takes_an_id_that_has_moved(store):
    assert show(store, "directive/vn/party/central/undated/kl-43")["id"] == KL43


def test_show_of_nothing(store):
    with pytest.raises(NothingFound):
        show(store, "directive/vn/none")


def test_tasks_come_in_text_order_with_all_that_hangs_on_them(store):
    rows = tasks(store, KL210)
    assert [(row["path"], row["part_of"], row["heading"]) for row in rows] == [
        ("II", None, True),
        ("II.1", "II", False),
        ("II.3", "II", False),
    ]
    assert rows[1]["deadline"] == "2022-Q3"
    assert rows[2]["targets"][0]["value"] == 100.0
    assert rows[2]["targets"][0]["of"] == "xã"
    assert [(a["name"], a["role"]) for a in rows[2]["assignments"]] == [("Ban Dân vận Tỉnh ủy", "lead")]
    assert tasks(store, KH64)[0]["implements"] == [
        {"directive": NQ25_YOUTH, "number": "25-NQ/TW", "manner": "continues"}
    ]


def test_mentions_of_one_document(store):
    rows = mentions(store, "kl-210.txt")
    assert [(row["start"], row["status"], row["directive"]) for row in rows] == [
        (60, "cited-only", NQ25),
        (155, "cited-only", KL43),
        (320, "cited-only", QD23),
        (700, "ambiguous", None),
    ]
    assert rows[3]["candidates"] == [QD124_2018, QD124_2023]
    assert list(rows[0]) == [
        *("document", "start", "end", "quote", "number", "status", "directive", "candidates", "reason")
    ]


def test_mentions_by_status_and_in_two_languages(store):
    assert [row["start"] for row in mentions(store, status="self")] == [800]
    assert [row["start"] for row in mentions(store, status="resolved")] == [50, 90, 430]
    slip = mentions(store, "ctr-30.txt", lang="en")[1]
    assert slip["number"] == "25-NQ/TU"
    assert slip["reason"] == "25-NQ/TU read, 25-NQ/TW meant"
    assert mentions(store, "ctr-30.txt")[1]["reason"] == "đọc 25-NQ/TU, hiểu 25-NQ/TW"


def test_mentions_of_one_directive_hold_those_that_may_mean_it(store):
    assert [row["status"] for row in mentions(store, directive=QD124_2018)] == ["ambiguous"]
    assert len(mentions(store, directive=NQ25)) == 3


def test_wanted_are_the_most_cited_first(store):
    rows = wanted(store)
    assert [(row["id"], row["documents"], row["mentions"]) for row in rows] == [
        (NQ25, 2, 3),
        (NQ25_YOUTH, 1, 1),
        (KL43, 1, 1),
        (QD23, 1, 1),
        (LAW, 1, 1),
    ]


def test_conflicts_list_what_is_stated_differently(store):
    assert [(row["id"], len(row["claims"])) for row in conflicts(store)] == [(NQ25, 2)]


def test_coverage_has_a_row_for_every_province(store):
    rows = {row["province"]: row for row in coverage(store, NQ25, on="2020-01-01")}
    assert len(rows) == 63
    assert rows["Sơn La"]["documents"] == 3
    assert rows["Sơn La"]["first"]["id"] == KL210
    assert rows["Sơn La"]["days"] == 3332
    assert rows["Quảng Nam"]["first"]["id"] == CTR30
    assert rows["Hà Nội"] == {"province": "Hà Nội", "documents": 0, "first": None, "days": None}


def test_coverage_counts_the_papers_of_units_that_were_taken_in(store):
    rows = {row["province"]: row for row in coverage(store, NQ25, on="2025-12-01")}
    assert len(rows) == 34
    assert rows["Đà Nẵng"]["first"]["id"] == CTR30
    assert "Quảng Nam" not in rows


def test_a_dated_paper_says_how_long_it_took_before_an_undated_one_held():
    papers = [
        {**dict.fromkeys((*FIELDS, "document")), "id": id, "date": date, "status": status}
        for id, date, status in (("held", None, "held"), ("cited", "2013-09-10", "cited"))
    ]
    row = _covered({"province": "Tuyên Quang"}, papers, {"date": "2013-06-03"})
    assert (row["documents"], row["first"]["id"], row["days"]) == (2, "cited", 99)


def test_coverage_by_level(store):
    rows = coverage(store, NQ25, by="level")
    assert [(row["level"], row["documents"]) for row in rows] == [
        ("province", 2),
        ("district", 3),
        ("central", 1),
    ]
