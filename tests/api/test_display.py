"""Words and tables for people."""

from __future__ import annotations

import pytest

from api.display import date_text, due_text, issued_by, set_table, subtitle_of, title_of, width_of, wrap
from api.messages import asked_language, catalogue, message

NAMES = [
    ({"type": "kế hoạch", "number": "12-KH/TU", "title": "thực hiện X"}, "Kế hoạch 12-KH/TU", "thực hiện X"),
    ({"type": None, "number": "12-KH/TU", "title": None}, "12-KH/TU", ""),
    ({"type": "quy chế", "number": None, "title": "Quy chế dân chủ"}, "Quy chế dân chủ", ""),
    ({"type": "nghị quyết", "number": None, "title": "Đại hội XIII"}, "Nghị quyết Đại hội XIII", ""),
    ({"type": "luật", "number": None, "title": None}, "Luật", ""),
    ({"type": None, "number": None, "title": None, "id": "directive/vn/a"}, "vn/a", ""),
    ({"type": "kế hoạch", "number": "1", "title": "**về**\n việc"}, "Kế hoạch 1", "về việc"),
]


@pytest.mark.parametrize(("row", "name", "subject"), NAMES)
def test_a_directive_has_a_name_and_a_subject(row, name, subject):
    row = {"id": "x", **row}
    assert (title_of(row), subtitle_of(row)) == (name, subject)


@pytest.mark.parametrize("value", ["", None, "sớm", "2019-13", "2019-Q5", "2019-99-99", "99999"])
def test_no_date_breaks_a_table(value):
    for lang in ("vi", "en"):
        assert isinstance(date_text(value, lang), str)


def test_the_province_is_said_once():
    assert issued_by({"issuer": "Sở Nội vụ", "province": "Sơn La"}) == "Sở Nội vụ (Sơn La)"
    assert issued_by({"issuer": None, "province": "Sơn La"}) == "Sơn La"
    assert issued_by({"issuer": None, "province": None}) == ""


def test_a_deadline_and_a_recurrence_are_said_together():
    row = {"deadline": "2022-Q4", "recurrence": "half-yearly, yearly"}
    assert due_text(row, "vi") == "quý IV/2022; 6 tháng, hằng năm"
    assert due_text(row, "en") == "Q4 2022; half-yearly, yearly"
    assert (
        due_text({"deadline": None, "deadline_text": "ngay sau hội nghị", "recurrence": None}, "vi")
        == "ngay sau hội nghị"
    )


def test_combining_marks_take_no_room():
    assert width_of("Tỉnh ủy") == width_of("Tỉnh ủy") == 7


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_a_table_keeps_its_width(width):
    heads = ["Mục", "Nội dung", "Ai làm"]
    rows = [
        ["II.1", "Tổ chức hội nghị quán triệt " * 6, "Ban Tuyên giáo"],
        ["II.2", "", "Sở Nội vụ; Sở Tài chính"],
    ]
    lines = list(set_table(heads, rows, width))
    assert all(width_of(line) <= max(width, 8 * 3 + 4) for line in lines)
    assert "quán" in "".join(lines)


def test_words_are_never_cut():
    assert list(wrap("25-NQ/TW-rất-dài-không-cắt ngắn", 10)) == ["25-NQ/TW-rất-dài-không-cắt", "ngắn"]


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "vi"),
        (["--lang", "en", "find"], {"LINEAGE_LANG": "vi"}, "en"),
        ([], {"LINEAGE_LANG": "en", "LANG": "vi_VN.UTF-8"}, "en"),
        ([], {"LC_ALL": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "POSIX"}, "vi"),
        (["--lang"], {}, "vi"),
    ],
)
def test_the_language_of_a_command(arguments, environment, lang):
    assert asked_language(arguments, environment) == lang


def test_all_words_exist_in_both_languages():
    for name in ("messages", "commands"):
        stack = [((), catalogue(name))]
        while stack:
            path, entry = stack.pop()
            if "vi" in entry:
                assert entry["vi"], path
                assert entry["en"], path
            else:
                stack += [((*path, key), value) for key, value in entry.items()]


def test_an_unknown_message_is_an_error():
    with pytest.raises(KeyError):
        message("messages", "no.such", "vi")
