"""Provinces: names, variants, mergers and changes of rank."""

import pytest

from ontology.places import (
    family,
    is_city,
    name_on,
    predecessors,
    province_named,
    provinces,
    provinces_in,
    successor,
    unit_on,
)


def test_sixty_three_units_became_thirty_four():
    assert len([unit for unit in provinces() if unit.valid_on("2025-06-30")]) == 63
    assert len([unit for unit in provinces() if unit.valid_on("2025-07-01")]) == 34
    cities = {unit.name for unit in provinces() if unit.valid_on("2026-10-01") and unit.kind == "thành phố"}
    assert len(cities) == 9
    assert {"Đồng Nai", "Quảng Ninh", "Bắc Ninh"} < cities


def test_a_successor_exists_when_its_predecessor_ends():
    for unit in provinces():
        assert bool(unit.successor) == bool(unit.valid_to)
        if unit.successor:
            later = unit_on(unit.successor, "2027-01-01")
            assert later is not None
            assert later.valid_to == ""


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("tp. hồ chí minh", "Hồ Chí Minh"),
        ("tphcm", "Hồ Chí Minh"),
        ("tỉnh đắk  lăk", "Đắk Lắk"),
        ("bà rịa-vũng tàu", "Bà Rịa - Vũng Tàu"),
        ("thừa thiên - huế", "Thừa Thiên Huế"),
        ("thành phố huế", "Huế"),
        ("kontum", "Kon Tum"),
        ("thanh hoá", "Thanh Hóa"),
        ("bình", None),
        ("huyện hà nam", None),
    ],
)
def test_a_province_is_known_by_its_variants(written, name):
    assert province_named(written) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UBND tỉnh Hòa Bình và tỉnh Hà Nam", ["Hòa Bình", "Hà Nam"]),
        ("vì Hòa Bình, theo tư tưởng Hồ Chí Minh", []),
        ("nhân dân Việt Nam định kỳ; bằng cách", []),
        ("huyện Quảng Ninh, phường Vĩnh Phúc, đường Hà Nội", []),
        ("THÀNH PHỐ HỒ CHÍ MINH", ["Hồ Chí Minh"]),
        ("Báo Tuyên\nQuang", ["Tuyên Quang"]),
        ("Tỉnh ủy Bà Rịa - Vũng Tàu", ["Bà Rịa - Vũng Tàu"]),
    ],
)
def test_provinces_are_found_where_they_are_meant(text, names):
    flow = text.replace("\n", " ")
    assert [mention.name for mention in provinces_in(flow, flow.lower())] == names


@pytest.mark.parametrize(
    ("name", "date", "valid"),
    [
        ("Quảng Nam", "2014-03-12", "Quảng Nam"),
        ("Quảng Nam", "2025-07-01", "Đà Nẵng"),
        ("Đà Nẵng", "2014-03-12", "Đà Nẵng"),
        ("Thừa Thiên Huế", "2025-01-01", "Huế"),
        ("Huế", "2022-05-13", "Thừa Thiên Huế"),
        ("Hà Tây", "2010-01-01", "Hà Nội"),
        ("Tuyên Quang", None, "Tuyên Quang"),
        ("Mường Thanh", "2020-01-01", "Mường Thanh"),
    ],
)
def test_a_territory_bears_the_name_of_its_day(name, date, valid):
    assert name_on(name, date) == valid


def test_rank_changes_on_its_day():
    assert [is_city("Quảng Ninh", day) for day in ("2026-08-31", "2026-09-01")] == [False, True]
    assert is_city("Hải Phòng", "2018-04-10")
    assert not is_city("Lào Cai", "2019-09-05")


def test_a_later_name_finds_the_earlier_papers_and_not_the_other_way_round():
    assert family("Đà Nẵng") == ("Đà Nẵng", "Quảng Nam")
    assert family("Quảng Nam") == ("Quảng Nam",)
    assert family("TP.HCM") == ("Hồ Chí Minh", "Bà Rịa - Vũng Tàu", "Bình Dương")
    assert "Thừa Thiên Huế" in family("Huế")
    assert "Huế" in family("Thừa Thiên Huế")
    assert successor("Bạc Liêu") == "Cà Mau"
    assert predecessors("Phú Thọ") == ("Hòa Bình", "Vĩnh Phúc")
