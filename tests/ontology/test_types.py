"""Kinds of documents: type words in text, codes of numbers."""

import pytest

from ontology.types import code_of, type_at, type_like, type_named, type_of_code, type_word, types


@pytest.mark.parametrize(
    ("folded", "name", "end"),
    [
        ("quyết định số 4", "quyết định", 10),
        ("chương trình  hành động của", "chương trình hành động", 23),
        ("thông báo kết luận số 160", "thông báo kết luận", 18),
        ("thông tư liên tịch số 1", "thông tư liên tịch", 18),
        ("qui chế làm việc", "quy chế", 7),
        ("bộ luật dân sự", "bộ luật", 7),
        ("nghị quyết liên tịch", "nghị quyết liên tịch", 20),
    ],
)
def test_the_longest_type_word_counts(folded, name, end):
    assert type_at(folded, 0) == (name, end)


@pytest.mark.parametrize("folded", ["kế hoạchs", "dự kế hoạch", "luật_sư", "công tác"])
def test_a_part_of_a_word_or_another_word_is_no_type(folded):
    assert type_at(folded, 0) is None


def test_a_type_word_stands_alone():
    assert [match[0] for match in type_word().finditer("tờ trình, nghị quyết; báo cáo")] == [
        "tờ trình",
        "nghị quyết",
        "báo cáo",
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("công văn", "CV"),
        ("văn bản", "CV"),
        ("luật", "L"),
        ("pháp lệnh", "PL"),
        ("quy định", "QĐ"),
        ("chương trình hành động", "CTr"),
        ("thông báo kết luận", "TB"),
        ("không có", None),
    ],
)
def test_the_first_code_of_a_type_names_it(name, code):
    assert code_of(name) == code


def test_a_code_names_its_first_type():
    assert [type_of_code(code) for code in ("QĐ", "CTr", "tb", "VBHN", "XX")] == [
        "quyết định",
        "chương trình",
        "thông báo",
        "văn bản hợp nhất",
        None,
    ]


def test_every_type_is_found_by_its_own_name():
    for form, kind in types().items():
        assert type_named(form) == kind.name
        assert type_at(form, 0) == (kind.name, len(form))
        assert type_like(form.upper()) is not None
