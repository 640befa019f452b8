"""Gold against what was read: what counts as found, false and missed."""

import pytest

from ingest.score import compare

DOCUMENT = {
    "type": "kế hoạch",
    "number": "12-KH/TU",
    "date": "2024-03-05",
    "place": "Cao Bằng",
    "title": "về trồng rừng",
    "issuer": "Ban Thường vụ Tỉnh ủy Cao Bằng",
    "province": "Cao Bằng",
    "level": "province",
    "signer": {"name": "Nông Văn Tú", "position": "Bí thư", "on_behalf_of": "Ban Thường vụ"},
    "recipients": ["Các huyện ủy", "Lưu Văn phòng"],
}
CITATION = {
    "start": 0,
    "end": 10,
    "quote": "25-NQ/TW",
    "kind": "numbered",
    "number": "25-NQ/TW",
    "canonical": "NQ 25-NQ/TW",
}
TASK = {
    "start": 20,
    "end": 60,
    "path": "1",
    "quote": "1. Trồng rừng.",
    "deadline": "2024",
    "recurrence": None,
}
ASSIGNMENT = {"task": "1", "body": "Ủy ban nhân dân huyện", "role": "lead"}
TARGET = {"task": "1", "value": 20, "comparator": ">=", "unit": "ha"}
GOLD = {
    "document": DOCUMENT,
    "citations": [CITATION],
    "implements": [{"from": "this", "to": "NQ 25-NQ/TW", "manner": "implements"}],
    "tasks": [TASK],
    "assignments": [ASSIGNMENT],
    "targets": [TARGET],
}
READ = GOLD | {"relations": []}


def counts(score):
    return score.found, score.false, score.missed


def test_what_is_read_as_the_gold_says_is_found():
    scores = compare(GOLD, READ, "a")
    assert not {kind for kind, score in scores.items() if score.false or score.missed}
    assert counts(scores["targets"]) == (1, 0, 0)


@pytest.mark.parametrize(
    ("kind", "field", "rows", "expected"),
    [
        ("citations", "citations", [CITATION | {"number": "24-NQ/TW"}], (0, 1, 1)),
        ("citations", "citations", [CITATION | {"start": 9, "end": 20}], (1, 0, 0)),
        ("citations", "citations", [CITATION, CITATION | {"start": 70, "end": 80}], (1, 1, 0)),
        ("citations.canonical", "citations", [CITATION | {"canonical": "NQ 25-NQ/TU"}], (0, 1, 1)),
        ("implements", "implements", [], (0, 0, 1)),
        ("relations", "relations", [{"from": "this", "to": "KH 1", "manner": "replaces"}], (0, 1, 0)),
        ("tasks", "tasks", [TASK | {"start": 21}], (0, 1, 1)),
        ("tasks.path", "tasks", [TASK | {"path": "2"}], (0, 1, 1)),
        ("tasks.deadline", "tasks", [TASK | {"deadline": None}], (0, 0, 1)),
        ("tasks.recurrence", "tasks", [TASK | {"recurrence": "yearly"}], (0, 1, 0)),
        ("assignments", "assignments", [ASSIGNMENT | {"body": "UBND huyện"}], (1, 0, 0)),
        ("assignments", "assignments", [ASSIGNMENT | {"role": "coordinate"}], (0, 1, 1)),
        ("targets", "targets", [TARGET | {"value": 20.0}], (1, 0, 0)),
        ("targets", "targets", [TARGET | {"unit": "ha rừng"}], (0, 1, 1)),
    ],
)
def test_each_kind_is_paired_by_its_own_fields(kind, field, rows, expected):
    assert counts(compare(GOLD, READ | {field: rows}, "a")[kind]) == expected


@pytest.mark.parametrize(
    ("field", "value", "right"),
    [
        ("type", "Kế hoạch", True),
        ("date", "2024-03-06", False),
        ("recipients", ["Lưu Văn phòng", "Các huyện ủy"], True),
        ("recipients", ["Các huyện ủy"], False),
        ("signer", DOCUMENT["signer"] | {"position": "Phó Bí thư"}, False),
    ],
)
def test_a_document_s_fields_are_compared_one_by_one(field, value, right):
    read = READ | {"document": DOCUMENT | {field: value}}
    assert counts(compare(GOLD, read, "a")[f"document.{field}"]) == ((1, 0, 0) if right else (0, 1, 1))


def test_an_optional_row_counts_neither_way():
    gold = GOLD | {"targets": [TARGET | {"optional": True}]}
    assert counts(compare(gold, READ, "a")["targets"]) == (0, 0, 0)
    assert counts(compare(gold, READ | {"targets": []}, "a")["targets"]) == (0, 0, 0)


def test_what_the_gold_accepts_is_right():
    gold = GOLD | {"targets": [TARGET | {"unit": "mẫu", "accept": {"unit": ["ha"]}}]}
    assert counts(compare(gold, READ, "a")["targets"]) == (1, 0, 0)


def test_what_the_gold_leaves_out_is_not_scored():
    gold = {"document": DOCUMENT, "tasks": [{k: TASK[k] for k in ("start", "end", "path", "quote")}]}
    scores = compare(gold, READ, "a")
    assert counts(scores["tasks"]) == (1, 0, 0)
    for kind in ("citations", "implements", "relations", "assignments", "targets", "tasks.deadline"):
        assert counts(scores[kind]) == (0, 0, 0), kind
