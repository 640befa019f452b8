"""The views of a text: what is dropped from it, and the way back to the original."""

import unicodedata

import pytest

from ingest.layout.lines import lines_from, lines_on
from ingest.text import Text, printed
from ontology.fold import normal, unaccented

MARKED = [
    ("**Điều 1.** Phạm vi", "Điều 1. Phạm vi"),
    ("Quyết định số **12**-QĐ/TU", "Quyết định số 12-QĐ/TU"),
    ("5 * 3 và ** 7", "5 * 3 và ** 7"),
    ("***I.*** MỤC TIÊU *", "I. MỤC TIÊU *"),
    ("*", "*"),
    ("a * b*c**", "a * bc"),
]


@pytest.mark.parametrize(("raw", "flow"), MARKED)
@pytest.mark.parametrize("rare", ["", "\u200b", "\u2060\ufeff"])
def test_stars_are_dropped_alike_whatever_other_signs_stand_in_the_text(raw, flow, rare):
    assert Text("a.txt", raw + "\n\n" + rare + "hết").flow == flow + "  hết"


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("Mục tiêu\n\n- 12 -\n\nNhiệm vụ", "Mục tiêu\n\n\n\nNhiệm vụ"),
        ("Mục tiêu\r\n\r\n3\r\n\r\nNhiệm vụ", "Mục tiêu\n\n\n\nNhiệm vụ"),
        ("**Mục** tiêu\n\n7\n", "Mục tiêu\n\n\n"),
        ("thị trấn_Hòa Bình_", "thị trấn_Hòa Bình"),
    ],
)
def test_page_numbers_and_marks_are_dropped_from_the_lines(raw, lines):
    assert Text("a.txt", raw).lines == lines


TORN = [
    ("trước ngày 3 0/6/2016.", "trước ngày 30/6/2016."),
    ("hoàn thành trước 3 1/12/2024", "hoàn thành trước 31/12/2024"),
    ("ngày 0 9/6/2014 của", "ngày 09/6/2014 của"),
    ("ngày 24/0 1/2017 của", "ngày 24/01/2017 của"),
    ("ngày 15/3/2 017, tháng 9/20 22", "ngày 15/3/2017, tháng 9/2022"),
    ("ngày 1 5 tháng 6 năm 2 013;", "ngày 15 tháng 6 năm 2013;"),
    ("ngày 1 2 tháng 0 4 năm 20 20 và ngày 1 5-4-2020", "ngày 12 tháng 04 năm 2020 và ngày 15-4-2020"),
    ("năm 201 9. Năm 2 000.000 hộ, năm 2 000.000 đồng", "năm 2019. Năm 2 000.000 hộ, năm 2 000.000 đồng"),
    ("số 12 6/BC-SGTVT; 2 5/8 xã; trên 2 015 hộ", "số 12 6/BC-SGTVT; 2 5/8 xã; trên 2 015 hộ"),
]


@pytest.mark.parametrize(("raw", "flow"), TORN)
def test_the_torn_digits_of_a_date_stand_together(raw, flow):
    text = Text("a.txt", raw)
    assert text.flow == flow
    assert text.evidence((0, len(text)), "demo").quote == raw


def test_words_for_a_reader_are_without_a_page_number_between_them():
    assert printed("Trường\n\n7\n\nĐại học **Tây Bắc**") == "Trường Đại học Tây Bắc"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_each_character_of_the_views_leads_back_to_its_own(form):
    raw = unicodedata.normalize(form, "**Uỷ ban** nhân dân _tỉnh_ Hoà Bình\r\n\r\n4\r\n\r\nQĐ–TTg, *quý* II")
    text = Text("a.txt", raw)
    for at, letter in enumerate(text.lines):
        start, end = text.raw_span((at, at + 1))
        assert unaccented(normal(raw[start:end])) == unaccented(letter)
    assert text.raw[slice(*text.raw_span((0, 6)))] == unicodedata.normalize(form, "Uỷ ban")


def test_lines_made_already_are_the_lines_of_the_text():
    text = Text("a.txt", "I. MỤC TIÊU\n\n  1. Trồng rừng\n| 2. Giữ nước |\n\nNơi nhận:\n- Lưu: VT")
    known = list(lines_from(text, 0))[:3]
    for pos in range(len(text)):
        for limit in range(len(text) + 2):
            fresh = [(line.start, line.end) for line in lines_from(text, pos, limit)]
            assert [(line.start, line.end) for line in lines_on(text, known, pos, limit)] == fresh


def test_a_long_run_of_stars_is_looked_at_once():
    text = Text("a.txt", "Mục tiêu\n" + 300_000 * "*" + "\nNhiệm vụ")
    assert len(text) == len(text.raw)
