"""Small corpora, each with one trap: what an identity by number alone would get wrong."""

import pytest

from graph.extraction import Evidence, Link
from graph.identity.resolve import resolve
from tests.graph.papers import cite, paper

BTV, BCT, BBT = "Ban Thường vụ Tỉnh ủy", "Bộ Chính trị", "Ban Bí thư"
BCH = "Ban Chấp hành Trung ương Đảng"
TOURISM, PAPERWORK = "phát triển du lịch cộng đồng vùng cao", "kiểm soát thủ tục hành chính"
ORGANISATION = "về tiếp tục đổi mới, sắp xếp tổ chức bộ máy"
LONG = "nhiều việc quan trọng cần được các cấp làm trong năm nay và những năm sau " * 4


def held(name, number, date, province, issuer=None, **more):
    issuer = issuer or f"{BTV} {province}"
    return paper(name, number=number, date=date, province=province, issuer=issuer, **more)


def state(name, number, date, title):
    issuer = "Ủy ban nhân dân tỉnh Nghệ An"
    return held(name, number, date, "Nghệ An", issuer, kind="quyết định", title=title)


def commune(name, district, date):
    where = {"level": "commune", "commune": "Chiềng Mung", **({"district": district} if district else {})}
    return held(name, "12-KH/ĐU", date, "Sơn La", "Đảng ủy xã Chiềng Mung", title=TOURISM, **where)


def district(name, province, place, date, title=TOURISM):
    where = {"level": "district", "district": place}
    return held(name, "64-KH/HU", date, province, f"Huyện ủy {place}", title=title, **where)


def citing(*mentions, date="2026-01-01", province="Sơn La", **more):
    return paper("z.txt", *mentions, date=date, province=province, **more)


UBND = "Ủy ban nhân dân tỉnh"
DECISIONS = (
    state("a.txt", "1899/QĐ-UBND", "2019-12-25", TOURISM),
    state("b.txt", "1899/QĐ-UBND", "2021-06-25", PAPERWORK),
)
NQ18 = (
    paper("a.txt", cite("18-NQ/TW", "2017-10-25", BCH, title=ORGANISATION), date="2018-01-01"),
    paper("b.txt", cite("18-NQ/TW", "2022-06-16", BCH, title="về quản lý, sử dụng đất"), date="2023-01-01"),
)
TERMS = (
    held("a.txt", "12-NQ/TU", "2017-03-02", "Nghệ An", kind="nghị quyết", title=TOURISM),
    held("b.txt", "12-NQ/TU", "2022-03-02", "Nghệ An", kind="nghị quyết", title=PAPERWORK),
)
POLICE, ARMY = "Đảng ủy Công an tỉnh", "Đảng ủy Quân sự tỉnh"
COMMITTEES = (
    held("a.txt", "18-KH/ĐU", "2023-03-02", "Sơn La", f"{POLICE} Sơn La", title=TOURISM),
    held("b.txt", "18-KH/ĐU", "2023-03-05", "Sơn La", f"{ARMY} Sơn La", title=PAPERWORK),
)
DISTRICTS = (
    district("a.txt", "Sơn La", "Mai Sơn", "2022-09-15"),
    district("b.txt", "Sơn La", "Yên Châu", "2022-09-18", PAPERWORK),
)
COMMUNES = (commune("a.txt", "Mai Sơn", "2022-03-04"), commune("b.txt", "Yên Châu", "2022-06-09"))
MERGED = (
    held("a.txt", "45-KH/TU", "2023-03-10", "Bình Định", title=TOURISM),
    held("b.txt", "46-KH/TU", "2023-05-10", "Gia Lai", title=TOURISM),
    district("c.txt", "Bình Định", "Tuy Phước", "2023-04-10"),
)
CITY = (held("a.txt", "30-CTr/TU", "2013-10-15", "Quảng Nam", kind="chương trình", title=TOURISM),)
XA = "xã Chiềng Mung"


def of_commune(date=None, place=XA):
    return cite("12-KH/ĐU", date, f"Đảng ủy {XA}", scope="commune", place=place)


# What is known, a document's mention, and the documents whose directive it may mean: one, several or none.
TRAPS = [
    ("State number, silent", DECISIONS, citing(cite("1899/QĐ-UBND", None, UBND), province="Nghệ An"), "ab"),
    (
        "State number, the year says",
        DECISIONS,
        citing(cite("1899/QĐ-UBND", None, UBND, day="2021"), province="Nghệ An"),
        "b",
    ),
    (
        "State number, a day off",
        DECISIONS,
        citing(cite("1899/QĐ-UBND", "2021-06-26", UBND), province="Nghệ An"),
        "b",
    ),
    (
        "State number, cited before the second",
        DECISIONS,
        citing(cite("1899/QĐ-UBND", None, UBND), province="Nghệ An", date="2020-02-01"),
        "a",
    ),
    (
        "State number of another year",
        DECISIONS,
        citing(cite("1899/QĐ-UBND", "2020-06-25", UBND), province="Nghệ An"),
        "",
    ),
    ("two terms, silent", NQ18, citing(cite("18-NQ/TW", None, BCH)), "ab"),
    ("two terms, the title says", NQ18, citing(cite("18-NQ/TW", title=ORGANISATION)), "a"),
    ("two terms, the term says", NQ18, citing(cite("18-NQ/TW", term="XIII")), "b"),
    (
        "a short number with its issuer",
        NQ18[:1],
        citing(cite("18", None, BCH, kind="nghị quyết", canonical="NQ 18", scope="central")),
        "a",
    ),
    (
        "a short number with its issuer, two terms",
        TERMS,
        citing(
            cite("12", None, BTV, kind="nghị quyết", canonical="NQ 12", scope="province"), province="Nghệ An"
        ),
        "ab",
    ),
    ("day and month swapped", TERMS, citing(cite("12-NQ/TU", "2022-02-03", BTV), province="Nghệ An"), "b"),
    ("one digit of the year", TERMS, citing(cite("12-NQ/TU", "2023-03-02", BTV), province="Nghệ An"), "b"),
    ("a province's term", TERMS, citing(cite("12-NQ/TU", None, BTV, term="XVIII"), province="Nghệ An"), "a"),
    ("a province's terms, silent", TERMS, citing(cite("12-NQ/TU", None, BTV), province="Nghệ An"), "ab"),
    ("another province's", TERMS, citing(cite("12-NQ/TU", None, BTV)), ""),
    (
        "a suffix of the wrong level",
        TERMS,
        citing(cite("12-NQ/HU", "2022-03-02", BTV, scope="province"), province="Nghệ An"),
        "b",
    ),
    ("one of two committees", COMMITTEES, citing(cite("18-KH/ĐU", None, POLICE, scope="province")), "a"),
    ("either of two committees", COMMITTEES, citing(cite("18-KH/ĐU", scope="province")), "ab"),
    (
        "the committee's own paper",
        COMMITTEES,
        citing(cite("18-KH/ĐU", None, "Đảng ủy", scope="province"), issuer=f"{ARMY} Sơn La"),
        "b",
    ),
    ("a district, silent", DISTRICTS, citing(cite("64-KH/HU")), "ab"),
    ("a district, the day says", DISTRICTS, citing(cite("64-KH/HU", "2022-09-15", "Huyện ủy")), "a"),
    (
        "the district of the paper",
        DISTRICTS,
        citing(cite("64-KH/HU", None, "Huyện ủy"), level="district", district="Yên Châu"),
        "b",
    ),
    ("a commune, silent", COMMUNES, citing(of_commune()), "ab"),
    ("a commune with its district", COMMUNES, citing(of_commune(place=f"{XA}, huyện Yên Châu")), "b"),
    ("a commune, the day says", COMMUNES, citing(of_commune("2022-06-09")), "b"),
    ("the only commune of its name", COMMUNES[:1], citing(of_commune()), "a"),
    (
        "an absorbed province, day and issuer say",
        MERGED,
        citing(cite("45-KH/TU", "2023-03-10", BTV), province="Gia Lai"),
        "a",
    ),
    (
        "an absorbed province, silent",
        MERGED,
        citing(cite("45-KH/TU", None, BTV), province="Gia Lai"),
        "",
    ),
    (
        "not yet absorbed",
        MERGED,
        citing(cite("45-KH/TU", "2023-03-10", BTV), province="Gia Lai", date="2024-01-01"),
        "",
    ),
    (
        "the province's own before the merger",
        MERGED,
        citing(cite("46-KH/TU", None, BTV), province="Gia Lai"),
        "b",
    ),
    (
        "a district of an absorbed province",
        MERGED,
        citing(cite("64-KH/HU", None, "Huyện ủy Tuy Phước"), province="Gia Lai"),
        "c",
    ),
    ("a city has no Tỉnh ủy", CITY, citing(cite("30-CTr/TU", None, "Tỉnh ủy"), province="Đà Nẵng"), "a"),
    ("the city's own", CITY, citing(cite("30-CTr/TU", None, "Thành ủy"), province="Đà Nẵng"), ""),
]


@pytest.mark.parametrize(("why", "known", "asking", "fits"), TRAPS, ids=[trap[0] for trap in TRAPS])
def test_a_mention_means_what_its_words_leave(why, known, asking, fits):
    resolution = resolve([*known, asking])
    outcome = resolution.outcome("z.txt", 0)
    expected = {_of(resolution, known, letter) for letter in fits}
    if len(fits) > 1:
        assert (outcome.status, set(outcome.candidates)) == ("ambiguous", expected)
    elif fits:
        assert {outcome.directive} == expected
    else:
        assert outcome.directive not in {_of(resolution, known, document[0]) for document, _ in known}
    for lang in ("vi", "en"):
        assert "{" not in resolution.reason(outcome, lang)
        assert "?" not in resolution.reason(outcome, lang)


def _of(resolution, known, letter):
    """The directive that a document is, or (of central ones, that nobody holds) that it cites."""
    document = f"{letter}.txt"
    cited = next(extraction.citations for name, extraction in known if name == document)
    return resolution.outcome(document, 0).directive if cited else resolution.held[document]


def test_what_settles_an_ambiguity_settles_it_and_its_removal_reopens_it():
    asking = citing(cite("12-NQ/TU", None, BTV), province="Nghệ An")
    both, one = resolve([*TERMS, asking]), resolve([TERMS[1], asking])
    assert both.outcome("z.txt", 0).status == "ambiguous"
    assert one.outcome("z.txt", 0).directive == one.held["b.txt"]
    told = citing(cite("12-NQ/TU", None, BTV), cite("12-NQ/TU", "2022-03-02", BTV), province="Nghệ An")
    assert resolve([*TERMS, told]).outcome("z.txt", 0).directive == both.held["b.txt"]


def test_files_of_one_text_of_unknown_province_are_copies_of_one():
    mention = cite("10-NQ/TU", "2013-12-31")
    for facts in ({}, {"number": "12-KH/TU"}):
        papers = [paper(name, mention, title=LONG, **facts) for name in ("a.txt", "b.txt")]
        resolution = resolve(papers)
        assert len(set(resolution.held.values())) == 1
        assert len({resolution.outcome(name, 0).directive for name in resolution.held}) == 1
    apart = resolve([paper("a.txt", mention, title=LONG), paper("b.txt", mention, title=f"{LONG} khác")])
    assert len(set(apart.held.values())) == 2


def test_short_notes_of_unknown_province_that_say_the_same_are_not_taken_for_copies():
    assert (
        len(set(resolve([paper("a.txt", title="nghỉ lễ"), paper("b.txt", title="nghỉ lễ")]).held.values()))
        == 2
    )


def test_a_term_that_one_document_states_wrongly_does_not_move_a_directive():
    wrong = paper("c.txt", cite("18-NQ/TW", "2017-10-25", BCH, term="XIII"), date="2023-01-01")
    resolution = resolve([*NQ18, wrong])
    assert resolution.outcome("c.txt", 0).directive == "directive/vn/party/central/xii/nq-18"


def test_a_congress_is_that_of_the_province_that_its_name_holds():
    name = "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh{} lần thứ XIX"
    own = paper("a.txt", cite(name=name.format(""), scope="province", term="XIX"), province="Nghệ An")
    other = paper(
        "b.txt", cite(name=name.format(" Nghệ An"), scope="province", term="XIX"), province="Hà Tĩnh"
    )
    resolution = resolve([own, other])
    assert resolution.outcome("a.txt", 0).directive == resolution.outcome("b.txt", 0).directive


def test_a_regulation_named_with_its_issuer_is_the_one_that_this_body_promulgated():
    name = "Quy chế tiếp nhận, xử lý phản ánh của Nhân dân"

    def decision(document, province):
        facts = {"number": "356-QĐ/TU", "date": "2021-08-09", "province": province, "kind": "quyết định"}
        rules = cite(name=name, scope="province")
        return paper(document, rules, issuer=f"{BTV} {province}", promulgates=(-1, 0), **facts)

    later = paper(
        "c.txt", cite(name=name, issuer=BTV, scope="province"), province="Nghệ An", date="2023-01-01"
    )
    resolution = resolve([decision("a.txt", "Nghệ An"), decision("b.txt", "Bình Định"), later])
    assert resolution.outcome("c.txt", 0).directive == resolution.outcome("a.txt", 0).directive


def test_what_the_title_says_is_carried_out_is_what_the_opening_sentence_dates():
    mentions = (
        cite("18-NQ/TW"),
        cite("18-NQ/TW", "2022-06-16"),
        cite("18-NQ/TW", "2017-10-25"),
        cite("18-NQ/TW"),
    )
    evidence = Evidence("z.txt", 0, 5, "thực hiện", "test")
    links = tuple(
        Link("this", mentions[at].canonical, "implements", evidence, None, None, at * 100) for at in (0, 1)
    )
    resolution = resolve([*NQ18, citing(*mentions, links=links)])
    found = [resolution.outcome("z.txt", at) for at in range(4)]
    assert found[0].directive == found[1].directive != found[2].directive
    assert found[3].status == "ambiguous"


def test_a_date_that_one_mention_lends_another_does_not_hide_a_third_that_has_none():
    dated, termed = cite("29-NQ/TW", "2013-11-04", BCH, term="XI"), cite("29-NQ/TW", None, BCH, term="XIII")
    lent, year = cite("29-NQ/TW", day="2013-11-04"), cite("29-NQ/TW", day="2013")
    resolution = resolve([citing(dated, termed, lent, year)])
    found = [resolution.outcome("z.txt", at) for at in range(4)]
    assert found[2].status == "ambiguous"
    assert set(found[2].candidates) == {found[0].directive, found[1].directive}
    assert found[3].directive == found[0].directive
    alone = resolve([citing(dated, lent)])
    assert alone.outcome("z.txt", 1).directive == alone.outcome("z.txt", 0).directive


def test_a_document_that_slips_in_a_day_still_settles_its_own_short_mention():
    two_days = cite("18-NQ/TW", "2017-10-25", BCH), cite("18-NQ/TW", "2017-10-26", BCH), cite("18-NQ/TW")
    resolution = resolve([*NQ18, citing(*two_days)])
    found = [resolution.outcome("z.txt", at).directive for at in range(3)]
    assert set(found) == {resolution.outcome("a.txt", 0).directive}


def test_a_short_mention_is_of_the_only_place_that_the_document_names_with_the_number():
    named, silent = cite("15-NQ/TU", "2021-05-20", f"{BTV} Bắc Giang"), cite("15-NQ/TU")
    own = cite("15-NQ/TU", None, BTV)
    found = [
        resolve([citing(*mentions, province="Bắc Ninh")]) for mentions in ((named, silent), (named, own))
    ]
    means = [[resolution.outcome("z.txt", at).directive for at in (0, 1)] for resolution in found]
    assert means[0] == ["directive/vn/party/bac-giang/2021/nq-15"] * 2
    assert means[1] == [
        "directive/vn/party/bac-giang/2021/nq-15",
        "directive/vn/party/bac-ninh/undated/nq-15",
    ]


def test_a_slip_is_explained_as_one_whichever_of_the_days_comes_first():
    wrong = paper("a.txt", cite("43-KL/TW", "2019-01-07", BBT), date="2020-01-01")
    right = [paper(f"{at}.txt", cite("43-KL/TW", "2019-01-17", BBT), date="2020-01-01") for at in "bc"]
    resolution = resolve([wrong, *right])
    assert resolution.outcome("a.txt", 0).rule == "slip"
    assert resolution.outcome("b.txt", 0).rule == "date"
