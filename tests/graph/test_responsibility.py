"""Who must do what by when, on the drawn corpus."""

import pytest

from graph.errors import NothingFound
from graph.responsibility import fitting, is_member, responsibilities
from tests.graph.corpus import BDV_QN, BDV_SL, BTG_SL, BTGDV_SL, HU_SL, KH90, KL210, SNV_SL, UBND_SL


def short(rows):
    return [(row["path"], row["role"], row["province"], row["inherited_from"]) for row in rows]


def test_every_body_of_the_name_is_answered_with_its_province(store):
    assert short(responsibilities(store, "Ban Dân vận Tỉnh ủy")) == [
        ("III.3", "lead", "Quảng Nam", None),
        ("II.3", "lead", "Sơn La", None),
        ("I.1", "coordinate", "Sơn La", None),
    ]


def test_one_member_is_not_answered_with_the_work_of_all(store):
    with pytest.raises(NothingFound):
        fitting(store, "Huyện ủy Không Có Tên")


def test_a_province_may_be_typed_without_accents(store):
    assert fitting(store, "ban dan van tinh uy@son la") == fitting(store, "Ban Dân vận Tỉnh ủy@Sơn La")


def test_a_row_holds_what_is_needed_to_act(store):
    row = responsibilities(store, "Ban Dân vận Tỉnh ủy", province="Sơn La")[0]
    assert row == {
        "body": "Ban Dân vận Tỉnh ủy",
        "province": "Sơn La",
        "directive": KL210,
        "document": "kl-210.txt",
        "task": "task/vn/party/son-la/2022/kl-210/II.3",
        "path": "II.3",
        "text": "Ban Dân vận Tỉnh ủy chủ trì kiểm tra; hằng năm báo cáo.",
        "role": "lead",
        "inherited_from": None,
        "deadline": None,
        "recurrence": "half-yearly, yearly",
        "evidence": {
            "document": "kl-210.txt",
            "start": 1300,
            "end": 1319,
            "quote": "Ban Dân vận Tỉnh ủy",
            "rule": "assignments",
        },
    }


NAMES = [
    ("with its place", "Ban Dân vận Tỉnh ủy Sơn La", {BDV_SL, BTGDV_SL}),
    ("with a condition", "Ban Dân vận Tỉnh ủy@Quảng Nam", {BDV_QN}),
    ("in short", "BDV Tỉnh ủy@Sơn La", {BDV_SL, BTGDV_SL}),
    ("the new name finds the old bodies", "Ban Tuyên giáo và Dân vận Tỉnh ủy", {BTGDV_SL, BDV_SL, BTG_SL}),
    ("without accents", "so noi vu", {SNV_SL}),
    ("with the word tỉnh and the place", "Sở Nội vụ tỉnh Sơn La", {SNV_SL}),
    ("an abbreviation", "UBND tỉnh", {UBND_SL}),
    ("an abbreviation with the place", "UBND tỉnh Sơn La", {UBND_SL}),
    ("an id", HU_SL, {HU_SL}),
    ("the beginning of a name", "Ban Dân vận@Sơn La", {BDV_SL, BTGDV_SL}),
    ("another tone placement", "Huyện uỷ Mai Sơn", {HU_SL}),
]


@pytest.mark.parametrize(("why", "text", "ids"), NAMES, ids=[case[0] for case in NAMES])
def test_a_name_fits(store, why, text, ids):
    assert {node["id"] for node in fitting(store, text)} == ids


@pytest.mark.parametrize("text", ["Sở Y tế", "", "@Sơn La", "Sở Nội vụ@Hà Nội", "Sở Nội vụ tỉnh Hà Giang"])
def test_an_unknown_name_is_said_so(store, text):
    with pytest.raises(NothingFound):
        responsibilities(store, text)


def test_a_class_gives_its_tasks_to_its_members(store):
    rows = responsibilities(store, "Huyện ủy Mai Sơn")
    assert short(rows) == [("II.1", "responsible", "Sơn La", "các huyện ủy, thành ủy")]


def test_a_heading_is_named(store):
    rows = responsibilities(store, "Sở Nội vụ")
    assert short(rows) == [("I.1", "lead", "Sơn La", None), ("I.2", "responsible", "Sơn La", "heading I")]
    assert {row["directive"] for row in rows} == {KH90}


@pytest.mark.parametrize(
    ("filters", "paths"),
    [
        ({"role": "lead"}, ["I.1"]),
        ({"due_before": "2022-12-01"}, ["I.1"]),
        ({"due_before": "2022-11-30"}, []),
        ({"due_before": "2023"}, ["I.1", "I.2"]),
        ({"province": "Hà Nội"}, None),
    ],
)
def test_filters(store, filters, paths):
    if paths is None:
        with pytest.raises(NothingFound):
            responsibilities(store, "Sở Nội vụ", **filters)
        return
    assert [row["path"] for row in responsibilities(store, "Sở Nội vụ", **filters)] == paths


MEMBERS = [
    ("Huyện ủy Mai Sơn", "các huyện, thị, thành ủy", True),
    ("Ban Dân vận Tỉnh ủy", "các cơ quan tham mưu, giúp việc Tỉnh ủy", True),
    ("Sở Tài chính", "các sở, ban, ngành", True),
    ("Ủy ban nhân dân huyện Mai Sơn", "Ủy ban nhân dân các huyện, thành phố", True),
    ("Hội Nông dân tỉnh", "các đoàn thể chính trị - xã hội tỉnh", True),
    ("Huyện ủy Mai Sơn", "Ban Dân vận các huyện ủy", False),
    ("Sở Tài chính", "các huyện ủy", False),
    ("Ban Dân vận Tỉnh ủy", "các sở, ban, ngành", False),
    ("Bộ Chính trị", "các bộ, ngành Trung ương", False),
]


@pytest.mark.parametrize(("body", "group", "member"), MEMBERS)
def test_membership_goes_by_names(body, group, member):
    assert is_member(body, group) is member
