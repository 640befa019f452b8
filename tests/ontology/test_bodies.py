"""The gazetteer of bodies."""

import re

import pytest

from ontology.bodies import describe, expand, known, place_free, same_name
from ontology.load import table

SAME = [
    ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
    ("Uỷ ban Nhân dân tỉnh", "UBND tỉnh"),
    ("UBND tỉnh Lai Châu", "Ủy ban nhân dân tỉnh Lai Châu"),
    ("MTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
    ("MTTQ", "Mặt trận Tổ quốc Việt Nam"),
    ("BTV Tỉnh Đoàn", "Ban Thường vụ Tỉnh đoàn"),
    ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
    ("Sở VHTTDL", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
    ("các cơ quan tham mưu giúp việc của Tỉnh ủy", "Các cơ quan tham mưu, giúp việc Tỉnh ủy"),
    ("Đoàn TNCS Hồ Chí Minh xã", "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã"),
    ("BTGTU", "Ban Tuyên giáo Tỉnh ủy"),
    ("Hội LHPN huyện", "Hội Liên hiệp Phụ nữ huyện"),
    ("TAND tối cao", "Tòa án nhân dân tối cao"),
    ("các huyện ủy", "Các huyện  ủy"),
]
DIFFERENT = [
    ("Ban Thường vụ", "Ban Thường vụ Tỉnh ủy"),
    ("Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"),
    ("Chủ tịch UBND tỉnh", "UBND tỉnh"),
    ("UBND tỉnh", "UBND tỉnh Lai Châu"),
    ("UBND tỉnh", "UBND huyện"),
    ("các cơ quan liên quan", "các cơ quan, đơn vị"),
    ("Ban Bí thư", "Ban Bí thư Trung ương Đoàn"),
]
DESCRIBED = [
    ("Sở Nội vụ", "body", "province", "Government"),
    ("Ban Dân vận Huyện ủy Mai Sơn", "body", "district", "Party"),
    ("Đảng ủy xã Đức Trọng", "body", "commune", "Party"),
    ("chi bộ thôn 3", "body", "grassroots", "Party"),
    ("Bộ Tài chính", "body", "central", "Government"),
    ("Bộ Chỉ huy Quân sự tỉnh", "body", "province", "Armed forces"),
    ("Ủy ban nhân dân thành phố Hồ Chí Minh", "body", "province", "Government"),
    ("Ủy ban nhân dân các xã, phường", "class", "commune", "Government"),
    ("các tổ chức chính trị - xã hội tỉnh", "class", "province", "Front and mass organisations"),
    ("Thường trực Hội đồng nhân dân huyện", "body", "district", "Legislature"),
    ("Viện kiểm sát nhân dân tỉnh", "body", "province", "Judiciary"),
    ("Ban dân vận các huyện ủy, thành ủy", "class", "district", "Party"),
    ("Báo Hải Phòng", "body", "province", None),
    ("Phòng Tuyên truyền", "body", None, "Government"),
    ("cán bộ, công chức, viên chức", "class", None, None),
    ("", "body", None, None),
]
PLACE_FREE = [
    ("Ban Thường vụ Tỉnh ủy Bà Rịa - Vũng Tàu", "Ban Thường vụ Tỉnh ủy"),
    ("Công an xã Chiềng Mung", "Công an xã"),
    ("Ban Thường vụ Đảng ủy Công an tỉnh Sơn La", "Ban Thường vụ Đảng ủy Công an tỉnh"),
    ("Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh", "Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh"),
    ("Đảng ủy phường Ban Mê", "Đảng ủy phường"),
    ("Ban Thường vụ Thành ủy Hội An", "Ban Thường vụ Thành ủy"),
    ("Đài Phát thanh và Truyền hình Hải Phòng", "Đài Phát thanh và Truyền hình"),
    ("Chi cục Dân số - Kế hoạch hóa gia đình", "Chi cục Dân số - Kế hoạch hóa gia đình"),
    ("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_a_short_name_equals_the_long_one(left, right):
    assert same_name(left, right)
    assert same_name(right, left)


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_other_bodies_stay_apart(left, right):
    assert not same_name(left, right)


@pytest.mark.parametrize(("name", "kind", "level", "branch"), DESCRIBED)
def test_a_name_is_described_by_its_entry_or_its_words(name, kind, level, branch):
    entry = describe(name)
    assert (entry.kind, entry.level, entry.branch) == (kind, level, branch)


@pytest.mark.parametrize(
    "name", ["Ban Thường vụ Thành ủy", "Ban Thường vụ Thành ủy Vinh", "Thường vụ Đảng ủy"]
)
def test_a_standing_committee_is_no_department_of_a_ministry(name):
    assert describe(name).level is None


@pytest.mark.parametrize(("name", "bare"), PLACE_FREE)
def test_the_place_is_left_out_of_a_name(name, bare):
    assert place_free(name) == bare


def test_abbreviations_are_written_out_also_with_a_stop():
    assert expand("UBND TP. Hồ Chí Minh") == "ủy ban nhân dân thành phố hồ chí minh"


def test_a_name_that_returned_is_known_by_its_interval():
    assert known("Ban Tuyên giáo Trung ương", "2019-05-01").valid_to == "2025-02"
    assert known("Ban Tuyên giáo Trung ương", "2026-09-01").valid_from == "2026-08"


def test_successors_follow_the_reform_of_2025():
    assert known("Ban Dân vận Tỉnh ủy").successors == ("Ban Tuyên giáo và Dân vận Tỉnh ủy",)
    assert not known("Huyện ủy").valid_on("2025-07-01")


ROWS = table("bodies")


def test_every_row_of_the_gazetteer_is_well_formed():
    levels = {"central", "province", "district", "commune", "grassroots", ""}
    for row in ROWS:
        assert row["name"], row
        assert row["kind"] in {"body", "class"}, row
        assert row["level"] in levels, row
        for column in ("valid_from", "valid_to"):
            assert re.fullmatch(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?", row[column]), row


def test_parents_and_successors_are_rows_themselves():
    named = {row["name"] for row in ROWS}
    unknown = {part for row in ROWS for part in _listed(row) if part not in named}
    assert unknown <= {"Công đoàn tỉnh", "Bảo hiểm xã hội khu vực", "Thuế tỉnh", "Thị ủy", "Quận ủy"}, unknown


def _listed(row):
    cells = (row["parent"], *row["successors"].split(";"), *row["members"].split(";"))
    return [cell.strip() for cell in cells if cell.strip()]
