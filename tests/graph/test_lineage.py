"""Chains on the drawn corpus: each expected row can be read off the drawing in `corpus.py`."""

import pytest

from graph.errors import NothingFound
from graph.lineage import ancestry, implementing, links, neighbourhood, path
from tests.graph.corpus import (
    BCH,
    CTR30,
    KH15,
    KH16,
    KH64,
    KH90,
    KL43,
    KL210,
    NQ25,
    NQ25_YOUTH,
    QD23,
    QD124_2018,
    RULES,
)


def steps(row):
    return [(step["from"], step["manner"], step["to"]) for step in row["chain"]]


def test_documents_come_by_depth_then_date_and_tasks_last(store):
    rows = implementing(store, NQ25)
    assert [(row["id"], row["depth"], row["via"]) for row in rows] == [
        (CTR30, 1, "document"),
        (KL43, 1, "document"),
        (KL210, 1, "document"),
        (KH64, 2, "document"),
        (KH15, 2, "document"),
        (KH16, 3, "document"),
        (KH90, 2, "task"),
    ]


def test_a_row_says_what_the_directive_is(store):
    row = implementing(store, NQ25)[0]
    assert list(row) == [
        *("id", "number", "type", "title", "date", "issuer", "province", "level", "status"),
        *("document", "depth", "via", "chain"),
    ]
    assert row["number"] == "30-CTr/TU"
    assert row["document"] == "ctr-30.txt"
    assert row["province"] == "Quảng Nam"
    assert implementing(store, NQ25)[1]["document"] is None


def test_a_chain_runs_from_the_row_to_what_was_asked_with_the_words_of_each_step(store):
    rows = {row["id"]: row for row in implementing(store, NQ25)}
    assert steps(rows[KH64]) == [(KH64, "implements", CTR30), (CTR30, "implements", NQ25)]
    assert steps(rows[KH16]) == [
        (KH16, "reviews", KH15),
        (KH15, "implements", KL210),
        (KL210, "continues", NQ25),
    ]
    assert rows[KH64]["chain"][0]["evidence"] == {
        "document": "kh-64.txt",
        "start": 80,
        "end": 119,
        "quote": "thực hiện Chương trình hành động số 30-CTr/TU",
        "rule": "links.opening",
    } | {"end": 80 + len("thực hiện Chương trình hành động số 30-CTr/TU")}


def test_the_shorter_of_two_chains_is_taken(store):
    rows = {row["id"]: row for row in implementing(store, NQ25)}
    assert steps(rows[KL210]) == [(KL210, "continues", NQ25)]


def test_a_task_row_is_a_leaf_with_its_path_in_the_first_step(store):
    rows = {row["id"]: row for row in implementing(store, NQ25)}
    assert steps(rows[KH90]) == [(KH90, "implements", KL210), (KL210, "continues", NQ25)]
    assert rows[KH90]["chain"][0]["task"] == "I.1"
    youth = implementing(store, NQ25_YOUTH)
    assert [(row["id"], row["via"], row["chain"][0]["task"]) for row in youth] == [(KH64, "task", "II.1")]


def test_documents_that_carry_each_other_out_end(store):
    assert [row["id"] for row in implementing(store, KH15)] == [KH16]
    assert [row["id"] for row in implementing(store, KH16)] == [KH15]


def test_promulgating_carries_nothing_out(store):
    assert implementing(store, RULES) == []
    assert ancestry(store, QD23) == []


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({"type": "Kế hoạch"}, [KH64, KH15, KH16, KH90]),
        ({"province": "Sơn La"}, [KL210, KH15, KH16, KH90]),
        ({"province": "Đà Nẵng"}, [CTR30, KH64]),
        ({"direct": True}, [CTR30, KL43, KL210]),
        ({"status": "cited"}, [KL43]),
        ({"level": "district", "province": "Quảng Nam"}, [KH64]),
    ],
)
def test_filters_leave_rows_out(store, filters, ids):
    assert [row["id"] for row in implementing(store, NQ25, **filters)] == ids


def test_ancestry_runs_up_to_the_top(store):
    rows = ancestry(store, KH15)
    assert [(row["id"], row["depth"]) for row in rows] == [(KL210, 1), (KH16, 1), (NQ25, 2), (KL43, 2)]
    top = {row["id"]: row for row in rows}
    assert steps(top[NQ25]) == [(KH15, "implements", KL210), (KL210, "continues", NQ25)]


def test_ancestry_of_a_task_goes_no_further(store):
    rows = ancestry(store, KH90)
    assert [(row["id"], row["via"], row["depth"]) for row in rows] == [(KL210, "task", 1)]
    assert [row["via"] for row in ancestry(store, KH64)] == ["document", "document", "task"]


def test_a_path_of_carrying_out_is_preferred_and_keeps_its_direction(store):
    expected = [(KH15, "IMPLEMENTS", KL210), (KL210, "IMPLEMENTS", NQ25)]
    assert [(s["from"], s["kind"], s["to"]) for s in path(store, KH15, NQ25)] == expected
    assert [(s["from"], s["kind"], s["to"]) for s in path(store, NQ25, KH15)] == expected[::-1]


def test_any_relation_joins_where_no_chain_does(store):
    found = path(store, KH64, KH90)
    assert [(s["from"], s["kind"], s["to"]) for s in found] == [
        (KH64, "IMPLEMENTS", CTR30),
        (CTR30, "IMPLEMENTS", NQ25),
        (KL210, "IMPLEMENTS", NQ25),
        (KH90, "CITES", KL210),
    ]


def test_no_path_is_said_so(store):
    with pytest.raises(NothingFound):
        path(store, NQ25, QD124_2018)


def test_links_hold_every_evidence(store):
    rows = links(store, KH16)
    assert [(row["from"], row["kind"], row["to"], row["manner"]) for row in rows] == [
        (KH15, "IMPLEMENTS", KH16, "implements"),
        (KH16, "IMPLEMENTS", KH15, "reviews"),
        (KH16, "REPLACES", KH15, None),
    ]
    assert rows[2]["part"] == "mục II"


def test_the_neighbourhood_is_one_step_each_way_with_what_lies_behind(store):
    found = neighbourhood(store, KL210)
    assert {node["id"]: (node["distance"], node["more"]) for node in found["nodes"]} == {
        KL210: (0, 0),
        NQ25: (1, 1),
        KL43: (1, 0),
        KH15: (1, 1),
    }
    assert [(edge["from"], edge["to"]) for edge in found["edges"]] == [
        (KL43, NQ25),
        (KL210, NQ25),
        (KL210, KL43),
        (KH15, KL210),
    ]
    assert not found["truncated"]


def test_a_neighbourhood_that_is_cut_says_so(store):
    found = neighbourhood(store, KL210, steps=2, limit=3)
    assert len(found["nodes"]) == 3
    assert found["truncated"]


def test_a_body_is_no_directive(store):
    with pytest.raises(NothingFound):
        neighbourhood(store, BCH)
