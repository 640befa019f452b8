"""How people name a directive, and which it then is."""

import pytest

from graph.errors import AmbiguousReference, NothingFound
from graph.reference import matches, resolve
from tests.graph.corpus import CTR30, KH15, KH90, KL43, KL210, LAW, NQ25, NQ25_YOUTH, RULES

ONE = [
    ("an id", NQ25, NQ25),
    ("an id without its first word", NQ25.removeprefix("directive/"), NQ25),
    ("an address", f"https://w3id.org/directive-lineage/{NQ25}", NQ25),
    ("an id that it had", "directive/vn/party/central/undated/kl-43", KL43),
    ("a held file's name", "kl-210.txt", KL210),
    ("a number", "43-KL/TW", KL43),
    ("a number without signs", "43 kl tw", KL43),
    ("a number with zeros and the other order", "043/KL-TW", KL43),
    ("a number without accents", "30-ctr/tu", CTR30),
    ("a State number", "90/kh-ubnd", KH90),
    ("a number as miswritten", "25-NQ/TU", NQ25),
    ("a canonical", "NQ 25-NQ/TW 2013-06-03", NQ25),
    ("a canonical without its date", "L 31/2024/QH15", LAW),
    ("a type word and a bare number", "kết luận 43", KL43),
    ("a type word, số and a bare number", "Kết luận số 210", KL210),
    ("a type's code and a bare number", "KL 43", KL43),
    ("a type word without accents", "ket luan so 43", KL43),
    ("a type word and a number", "kế hoạch số 90/KH-UBND", KH90),
    ("a whole title", "Tăng cường sự lãnh đạo của Đảng đối với công tác thanh niên", NQ25_YOUTH),
    (
        "a type word and a title",
        "nghị quyết về tăng cường sự lãnh đạo của đảng đối với công tác thanh niên",
        NQ25_YOUTH,
    ),
    ("a name", "luật đất đai", LAW),
    ("a name without accents", "luat dat dai 2024", LAW),
    ("the name of a directive without a number", "quy chế công tác dân vận của hệ thống chính trị", RULES),
    ("a year", "25-NQ/TW@2013", NQ25),
    ("a citation out of a text", "Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành", NQ25),
    ("a date", "25-NQ/TW@2008-07-25", NQ25_YOUTH),
    ("a date as people write it", "25-NQ/TW@03/6/2013", NQ25),
    ("a term", "25-NQ/TW@xi", NQ25),
    ("two conditions", "nghị quyết 25@X@2008", NQ25_YOUTH),
    ("a place", "kế hoạch 15@Sơn La", KH15),
    ("a district without accents", "15-KH/HU@mai son", KH15),
    ("a district with its rank", "15-KH/HU@huyện Mai Sơn", KH15),
    ("a date written out", "25-NQ/TW ngày 03 tháng 6 năm 2013 của Ban Chấp hành Trung ương", NQ25),
    ("a province by its later name", "30-CTr/TU@Đà Nẵng", CTR30),
    ("a miswritten number with a condition", "25-NQ/TU@2013", NQ25),
]


@pytest.mark.parametrize(("why", "ref", "id"), ONE, ids=[case[0] for case in ONE])
def test_one_directive_is_meant(store, why, ref, id):
    assert resolve(store, ref)["id"] == id


@pytest.mark.parametrize("ref", ["25-NQ/TW", "nghị quyết 25", "124-QĐ/TW", "quy định 124"])
def test_several_are_listed_and_none_is_picked(store, ref):
    with pytest.raises(AmbiguousReference) as caught:
        resolve(store, ref)
    rows = caught.value.detail
    assert len(rows) == 2
    assert list(rows[0]) == ["id", "number", "type", "title", "date", "issuer", "province", "status"]
    assert rows[0]["date"] < rows[1]["date"]


def test_an_exact_number_comes_before_one_that_was_miswritten(store):
    assert [row["id"] for row in matches(store, "25-NQ/TW")] == [NQ25_YOUTH, NQ25]


NONE = [
    "",
    "  ",
    "99-NQ/TW",
    "25-NQ/TW@1999",
    "25-NQ/TW@XI@2008",
    "nghị quyết",
    "12",
    "@2013",
    "99-NQ/TW\ud800",
    "\x00",
    "'; MATCH (n) RETURN n //",
    "a" * 5000,
    "25-NQ/TW@Sơn La",
]


@pytest.mark.parametrize("ref", NONE)
def test_nothing_is_said_so(store, ref):
    with pytest.raises(NothingFound):
        resolve(store, ref)
