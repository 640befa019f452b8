"""Ids: made of what identifies a directive, as one document settles it."""

import pytest

from graph.canonical import meant, meant_by
from graph.extraction import DocumentFacts
from graph.ids import from_url, url_form
from graph.locality import places_in, where_cited
from tests.graph.papers import cite, paper

BTV = "Ban Thường vụ Tỉnh ủy"

# why, the mention, the document's province, the id that the document alone settles.
MENTIONS = [
    ("central, by the term of its date", cite("62-KL/TW", "2009-12-08"), None, "party/central/x/kl-62"),
    ("central, by the stated term", cite("24-NQ/TW", term="IX"), None, "party/central/ix/nq-24"),
    ("neither date nor term", cite("35-CT/TW"), None, None),
    (
        "the date that the document settles",
        cite("25-NQ/TW", day="2013-06-03"),
        None,
        "party/central/xi/nq-25",
    ),
    ("a province's, by year", cite("12-QĐ/TU", "2010-06-02"), "Tuyên Quang", "party/tuyen-quang/2010/qd-12"),
    ("a province's, without date", cite("64-KH/TU", term="XIII"), "Sơn La", "party/son-la/xiii/kh-64"),
    ("of an unknown province", cite("12-QĐ/TU", "2010-06-02"), None, None),
    (
        "of another province",
        cite("12-QĐ/TU", "2010-06-02", "Tỉnh ủy Sơn La"),
        "Lai Châu",
        "party/son-la/2010/qd-12",
    ),
    ("a commission of the centre", cite("43-HD/BTCTW", "2020-01-02"), None, "party/central/xii/hd-btctw-43"),
    (
        "a commission of a province",
        cite("56-HD/BTGTU", "2018-04-10"),
        "Hải Phòng",
        "party/hai-phong/2018/hd-btgtu-56",
    ),
    ("a decree", cite("61/2018/NĐ-CP"), None, "state/2018/nd-cp-61"),
    ("a law by number", cite("31/2024/QH15", kind="luật"), None, "state/2024/qh15-31"),
    ("a law by name and year", cite(name="Luật Đất đai", day="2024"), None, "state/2024/luat-dat-dai"),
    ("a law by name alone", cite(name="Luật Đất đai"), None, None),
    ("a serial with a letter", cite("30c/NQ-CP", "2011-11-08"), None, "state/2011/nq-cp-30c"),
    ("a decimal serial", cite("66.2/2025/NQ-CP"), None, "state/2025/nq-cp-66-2"),
    ("a People's Committee", cite("176/KH-UBND", "2022-08-25"), "Sơn La", "state/son-la/2022/kh-ubnd-176"),
    (
        "a congress",
        cite(name="Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII", term="XIII"),
        None,
        "party/central/xiii/nghi-quyet-dai-hoi-dai-bieu-toan-quoc-lan-thu-xiii",
    ),
    ("a regulation by name", cite(name="Quy chế dân chủ ở cơ sở"), None, None),
]


@pytest.mark.parametrize(("why", "mention", "province", "expected"), MENTIONS, ids=[m[0] for m in MENTIONS])
def test_the_id_that_one_document_settles(why, mention, province, expected):
    _, extraction = paper("a.txt", mention, province=province, issuer=BTV)
    assert extraction.citations[0].directive == (expected and f"directive/vn/{expected}")


HELD = [
    ({"number": "30-CTr/TU", "date": "2013-10-15", "province": "Quảng Nam"}, "party/quang-nam/2013/ctr-30"),
    (
        {
            "number": "64-KH/HU",
            "date": "2022-09-15",
            "province": "Sơn La",
            "level": "district",
            "district": "Mai Sơn",
        },
        "party/son-la/mai-son/2022/kh-hu-64",
    ),
    (
        {
            "number": "18-KH/ĐU",
            "date": "2025-11-20",
            "province": "Lâm Đồng",
            "level": "commune",
            "issuer": "Ban Thường vụ Đảng ủy xã Đức Trọng",
        },
        "party/lam-dong/duc-trong/2025/kh-du-18",
    ),
    (
        {"number": "87-KH/TĐTN-TG", "date": "2014-03-12", "province": "Quảng Nam"},
        "mass/quang-nam/2014/kh-tdtn-tg-87",
    ),
    ({"number": "980/KH-UBND", "date": "2025-11-24", "province": "Huế"}, "state/hue/2025/kh-ubnd-980"),
    ({"number": "221-KL/TW", "date": "2025-11-28", "level": "central"}, "party/central/xiii/kl-221"),
    ({"number": "11299/VPCP-KGVX", "date": "2025-11-18", "level": "central"}, "state/2025/vpcp-kgvx-11299"),
    (
        {"province": "Sơn La", "issuer": "Tỉnh ủy Sơn La", "title": "về dân vận"},
        "party/son-la/undated/ke-hoach-tinh-uy-son-la-ve-dan-van",
    ),
]


@pytest.mark.parametrize(("facts", "expected"), HELD)
def test_the_id_of_a_held_document(facts, expected):
    assert paper("a.txt", **facts)[1].document.id == f"directive/vn/{expected}"


def test_the_document_itself_is_its_own_directive():
    _, extraction = paper(
        "a.txt", cite(name="Kế hoạch này", canonical="this"), number="05-KH/TU", province="Sơn La"
    )
    assert extraction.citations[0].directive == extraction.document.id


def test_a_url_leads_back_to_its_id():
    id = "directive/vn/party/central/xi/nq-25"
    assert from_url("directive", url_form(id)) == id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BAN THƯỜNG VỤ HUYỆN ỦY MAI SƠN", (None, "MAI SƠN", None)),
        ("Thành ủy Hải Phòng", ("Hải Phòng", None, None)),
        ("Thành ủy Tam Kỳ", (None, "Tam Kỳ", None)),
        ("Ủy ban nhân dân quận 1, Thành phố Hồ Chí Minh", ("Hồ Chí Minh", "1", None)),
        ("Đảng ủy xã Đức Trọng", (None, None, "Đức Trọng")),
        ("Ban Thường vụ Tỉnh ủy", (None, None, None)),
        ("Đoàn TNCS Hồ Chí Minh", (None, None, None)),
        ("", (None, None, None)),
    ],
)
def test_places_inside_a_name(text, expected):
    assert places_in(text) == expected


def test_one_place_has_several_party_committees_of_one_suffix():
    facts = DocumentFacts("", province="Sơn La", level="province")
    one = where_cited(cite("100-KL/ĐU", issuer="Đảng ủy Công an tỉnh", scope="province"), facts, None)
    assert one.settled
    number = meant("KL 100-KL/ĐU").number
    two = where_cited(cite("100-KL/ĐU", issuer="Đảng ủy Công an tỉnh", scope="province"), facts, number)
    three = where_cited(cite("100-KL/ĐU", issuer="Đảng ủy Quân sự tỉnh", scope="province"), facts, number)
    unsaid = where_cited(cite("100-KL/ĐU", scope="province"), facts, number)
    assert two.settled
    assert not two.fits(three)
    assert not unsaid.settled


def test_a_year_that_is_part_of_a_name_is_no_date():
    name = "Chiến lược phát triển chính phủ số đến năm 2030"
    assert meant_by(cite(name=name)).name == name
    assert meant_by(cite(name="Luật Đất đai", day="2024")).date == "2024"
