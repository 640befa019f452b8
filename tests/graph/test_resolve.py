"""Identity, case by case: what is one directive, what stays apart, and what stays open."""

import pytest

from graph.identity.resolve import resolve
from tests.graph.papers import cite, ids, outcomes, paper

NQ = "25-NQ/TW"
YOUTH = "về tăng cường sự lãnh đạo của Đảng đối với công tác thanh niên"
MASSES = "về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận"
BCH, BCT, BBT = "Ban Chấp hành Trung ương Đảng", "Bộ Chính trị", "Ban Bí thư"
BTV = "Ban Thường vụ Tỉnh ủy"
CENTRAL_2013 = "directive/vn/party/central/xi/nq-25"
CENTRAL_2008 = "directive/vn/party/central/x/nq-25"

# why, the mentions (each in a document of its own), which of them are one: equal letters are one directive.
CASES = [
    ("one number and date", [cite(NQ, "2013-06-03"), cite(NQ, "2013-06-03", BCH)], "aa"),
    ("dates of two terms", [cite(NQ, "2013-06-03"), cite(NQ, "2008-07-25")], "ab"),
    ("silence beside the only one", [cite(NQ, "2013-06-03"), cite(NQ)], "aa"),
    ("a term and a date within it", [cite(NQ, "2013-06-03"), cite(NQ, None, BCH, term="XI")], "aa"),
    ("a term and a date outside it", [cite(NQ, "2013-06-03"), cite(NQ, None, BCH, term="X")], "ab"),
    ("equal terms, no date", [cite(NQ, term="XI"), cite(NQ, None, BCH, term="XI")], "aa"),
    ("different terms, no date", [cite(NQ, term="XI"), cite(NQ, term="X")], "ab"),
    (
        "a title chooses",
        [
            cite(NQ, "2013-06-03", title=MASSES),
            cite(NQ, "2008-07-25", title=YOUTH),
            cite(NQ, title="về công tác thanh niên"),
        ],
        "abb",
    ),
    (
        "titles that contradict",
        [cite("77-CT/TW", title=MASSES), cite("77-CT/TW", title="về bảo hiểm y tế")],
        "ab",
    ),
    (
        "days next to each other",
        [cite("217-QĐ/TW", "2013-12-12", BCT), cite("217-QĐ/TW", "2013-12-13", BCT)],
        "aa",
    ),
    ("one digit wrong", [cite("43-KL/TW", "2019-01-07", BBT), cite("43-KL/TW", "2019-01-17", BBT)], "aa"),
    (
        "one digit wrong, but another term",
        [cite("43-KL/TW", "2019-01-07"), cite("43-KL/TW", "2009-01-07")],
        "ab",
    ),
    ("days far apart in one term", [cite("43-KL/TW", "2019-01-07"), cite("43-KL/TW", "2020-11-25")], "ab"),
    (
        "two of the three central issuers",
        [cite("124-QĐ/TW", "2018-02-02", BBT), cite("124-QĐ/TW", None, BCT)],
        "ab",
    ),
    (
        "one of them twice",
        [cite("99-QĐ/TW", "2017-10-03", BBT), cite("99-QĐ/TW", None, "Ban Bí thư Trung ương Đảng")],
        "aa",
    ),
    (
        "a wrong suffix, the issuer says so",
        [cite("25-NQ/TU", "2013-06-03", BCH, term="XI", scope="central"), cite(NQ, "2013-06-03")],
        "aa",
    ),
    ("other spellings", [cite("62- KL/TW", "2009-12-08"), cite("62/KL-TW", "2009-12-08")], "aa"),
    (
        "Quy định and Quyết định of one number",
        [cite("124-QĐ/TW", "2018-02-02", kind="quy định"), cite("124-QĐ/TW", "2018-02-02")],
        "aa",
    ),
    (
        "a year inside the number",
        [cite("61/2018/NĐ-CP", "2018-04-23"), cite("61/2018/NĐ-CP", "2018-03-24"), cite("61/2018/NĐ-CP")],
        "aaa",
    ),
    (
        "State numbers of two years",
        [cite("1899/QĐ-TTg", "2019-12-25"), cite("1899/QĐ-TTg", "2023-12-25")],
        "ab",
    ),
    (
        "a year only",
        [
            cite("18-CT/TTg", "2022-06-07", scope="central"),
            cite("18-CT/TTg", None, day="2022", scope="central"),
        ],
        "aa",
    ),
    (
        "a bare number with its year",
        [
            cite("168/2024/NĐ-CP", "2024-12-26"),
            cite("168/2024", kind="nghị định", canonical="NĐ 168/2024", scope="central"),
        ],
        "aa",
    ),
    (
        "a wrong suffix, date and subject say so",
        [cite("25-NQ/TU", "2013-06-03", title=MASSES), cite(NQ, "2013-06-03", title=MASSES)],
        "aa",
    ),
    (
        "a wrong suffix, date and term say so",
        [cite("25-NQ/TU", "2013-06-03", term="XI"), cite(NQ, "2013-06-03", term="XI")],
        "aa",
    ),
    ("only the day is equal", [cite("25-NQ/TU", "2013-06-03"), cite(NQ, "2013-06-03")], "ab"),
    (
        "a reused number: the title is another's",
        [cite(NQ, "2013-06-03"), cite(NQ, title="về công tác thanh niên trong thời kỳ công nghiệp hóa")],
        "ab",
    ),
    (
        "one congress",
        [
            cite(name="Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII", term="XIII"),
            cite(name="Nghị quyết Đại hội XIII của Đảng", term="XIII"),
        ],
        "aa",
    ),
    (
        "two congresses",
        [
            cite(name="Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII", term="XIII"),
            cite(name="Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII", term="XII"),
        ],
        "ab",
    ),
    (
        "the congress of another organisation",
        [
            cite(name="Nghị quyết Đại hội đại biểu toàn quốc lần thứ X", term="X"),
            cite(name="Nghị quyết Đại hội Đoàn toàn quốc lần thứ X", term="X"),
        ],
        "ab",
    ),
    (
        "a law by name and year",
        [
            cite(name="Luật Đất đai", day="2024"),
            cite(name="Luật Đất đai", day="2024-01-18"),
            cite(name="Luật Đất đai", day="2013"),
        ],
        "aab",
    ),
    (
        "a law by name and by number",
        [cite("31/2024/QH15", "2024-01-18", name="Luật Đất đai"), cite(name="Luật Đất đai", day="2024")],
        "aa",
    ),
    (
        "a name too general to join",
        [cite(name="Quy chế dân chủ ở cơ sở"), cite(name="Quy chế dân chủ ở cơ sở")],
        "ab",
    ),
    (
        "a name with issuer and place",
        [
            cite(name="Quy chế làm việc của Chính phủ", issuer="Chính phủ"),
            cite(name="Quy chế làm việc của Chính phủ", issuer="Chính phủ"),
        ],
        "aa",
    ),
    (
        "a kind of paper is no name",
        [
            cite(name="Kết luận của Bộ Chính trị", issuer=BCT),
            cite(name="Kết luận của Bộ Chính trị", issuer=BCT),
        ],
        "ab",
    ),
]


@pytest.mark.parametrize(("why", "mentions", "expected"), CASES, ids=[case[0] for case in CASES])
def test_mentions_are_one_directive_or_several(why, mentions, expected):
    papers = [paper(f"{at}.txt", mention, province="Sơn La") for at, mention in enumerate(mentions)]
    found = ids(*papers)
    assert None not in found
    letters = {id: chr(ord("a") + at) for at, id in enumerate(dict.fromkeys(found))}
    assert "".join(letters[id] for id in found) == expected


def test_silence_beside_several_stays_open_with_all_that_fit():
    found = outcomes(
        paper("a.txt", cite(NQ, "2013-06-03"), date="2014-01-01"),
        paper("b.txt", cite(NQ, "2008-07-25"), date="2014-01-01"),
        paper("c.txt", cite(NQ), date="2014-03-12"),
    )
    assert found["c.txt"][0].status == "ambiguous"
    assert found["c.txt"][0].directive is None
    assert found["c.txt"][0].candidates == (CENTRAL_2008, CENTRAL_2013)


def test_what_was_issued_after_the_citing_document_does_not_fit():
    found = outcomes(
        paper("a.txt", cite(NQ, "2013-06-03"), date="2014-01-01"),
        paper("b.txt", cite(NQ, "2008-07-25"), date="2014-01-01"),
        paper("c.txt", cite(NQ), date="2010-03-12"),
    )
    assert found["c.txt"][0].directive == CENTRAL_2008


def test_one_document_settles_its_own_short_mention():
    found = outcomes(
        paper("a.txt", cite(NQ, "2013-06-03"), cite(NQ), province="Sơn La"),
        paper("b.txt", cite(NQ, "2008-07-25"), province="Sơn La"),
    )
    assert [outcome.directive for outcome in found["a.txt"]] == [CENTRAL_2013, CENTRAL_2013]


def test_equal_numbers_of_two_provinces_are_two():
    papers = [
        paper("a.txt", cite("12-QĐ/TU", "2010-06-02", "Tỉnh ủy"), province="Tuyên Quang"),
        paper("b.txt", cite("12-QĐ/TU", "2010-06-02", "Tỉnh ủy"), province="Sơn La"),
        paper("c.txt", cite("12-QĐ/TU", None, "Tỉnh ủy Tuyên Quang"), province="Sơn La"),
    ]
    found = ids(*papers)
    assert found[0] == found[2] == "directive/vn/party/tuyen-quang/2010/qd-12"
    assert found[1] == "directive/vn/party/son-la/2010/qd-12"


def test_a_province_keeps_its_directives_when_it_is_only_renamed():
    papers = [
        paper("a.txt", cite("09-NQ/TU", "2021-05-11", BTV), province="Thừa Thiên Huế", date="2021-06-01"),
        paper("b.txt", cite("09-NQ/TU", None, "Thành ủy"), province="Huế", date="2025-03-01"),
    ]
    assert set(ids(*papers)) == {"directive/vn/party/thua-thien-hue/2021/nq-09"}


def test_district_numbers_belong_to_their_district():
    mention = cite("64-KH/HU", "2022-09-15", "Ban Thường vụ Huyện ủy Mai Sơn", place="Mai Sơn")
    papers = [
        paper(
            "a.txt",
            number="64-KH/HU",
            date="2022-09-15",
            province="Sơn La",
            level="district",
            district="Mai Sơn",
        ),
        paper(
            "b.txt",
            number="64-KH/HU",
            date="2022-09-15",
            province="Sơn La",
            level="district",
            district="Yên Châu",
        ),
        paper("c.txt", mention, province="Sơn La"),
    ]
    resolution = resolve(papers)
    assert resolution.outcome("c.txt", 0).directive == resolution.held["a.txt"]
    assert resolution.held["a.txt"] != resolution.held["b.txt"]


def test_an_unknown_province_joins_on_date_and_issuer_and_gives_the_document_its_province():
    papers = [
        paper(
            "a.txt",
            cite("10-NQ/TU", "2013-12-31", "Ban Chấp hành Đảng bộ tỉnh", term="XII"),
            province="Điện Biên",
        ),
        paper(
            "b.txt",
            cite("10-NQ/TU", "2013-12-31", "Ban Chấp hành Đảng bộ tỉnh", term="XII"),
            cite("07-CTr/TU", "2014-02-03"),
        ),
        paper("c.txt", cite("07-CTr/TU", None, "Tỉnh ủy"), province="Điện Biên"),
    ]
    resolution = resolve(papers)
    assert resolution.provinces["b.txt"].name == "Điện Biên"
    own, other = (resolution.outcome("b.txt", at).directive for at in (0, 1))
    assert own == "directive/vn/party/dien-bien/2013/nq-10"
    assert other == resolution.outcome("c.txt", 0).directive == "directive/vn/party/dien-bien/2014/ctr-07"


def test_an_unknown_province_is_no_agreement_by_itself():
    papers = [
        paper("a.txt", cite("10-NQ/TU", "2013-12-31", BTV), province="Điện Biên"),
        paper("b.txt", cite("10-NQ/TU"), date="2015-01-01"),
        paper("c.txt", cite("10-NQ/TU"), date="2015-01-01"),
    ]
    found = outcomes(*papers)
    assert len({found[name][0].directive for name in found}) == 3
    assert found["b.txt"][0].rule == "unplaced"


def test_an_unknown_province_stays_open_between_those_that_fit():
    papers = [
        paper("a.txt", cite("10-NQ/TU", "2013-12-31", BTV), province="Điện Biên"),
        paper("b.txt", cite("10-NQ/TU", "2012-12-31", BTV), province="Sơn La"),
        paper("c.txt", cite("10-NQ/TU", None, BTV), date="2015-01-01"),
        paper("d.txt", cite("10-NQ/TU", None, BTV), province="Sơn La", date="2015-01-01"),
    ]
    found = outcomes(*papers)
    assert len(found["c.txt"][0].candidates) == 2
    assert found["d.txt"][0].directive == "directive/vn/party/son-la/2012/nq-10"


def test_held_documents_are_what_others_cite():
    papers = [
        paper(
            "a.txt",
            number="30-CTr/TU",
            date="2013-10-15",
            province="Quảng Nam",
            issuer="Tỉnh ủy Quảng Nam",
            kind="chương trình",
        ),
        paper("b.txt", cite("30-CTr/TU", "2013-10-15", "Tỉnh ủy"), province="Quảng Nam"),
    ]
    found = outcomes(*papers)
    assert found["b.txt"][0].status == "resolved"


def test_a_copy_without_its_number_is_what_others_cite():
    title = "về nâng cao hiệu quả tiếp công dân, đối thoại với Nhân dân"
    papers = [
        paper(
            "a.txt", province="Lâm Đồng", issuer="Ban Thường vụ Tỉnh ủy Lâm Đồng", kind="chỉ thị", title=title
        ),
        paper(
            "b.txt", cite("06-CT/TU", "2025-10-28", BTV, title=title), province="Lâm Đồng", date="2025-11-20"
        ),
        paper("c.txt", province="Sơn La", issuer="Ban Thường vụ Tỉnh ủy Sơn La", kind="chỉ thị", title=title),
    ]
    resolution = resolve(papers)
    assert resolution.held["a.txt"] == resolution.outcome("b.txt", 0).directive
    assert resolution.held["c.txt"] != resolution.held["a.txt"]
    assert resolution.directive(resolution.held["a.txt"]).number == "06-CT/TU"


def test_two_files_of_one_directive_are_one_and_the_first_by_name_holds_it():
    facts = {"number": "05-KH/TU", "date": "2021-02-03", "province": "Sơn La", "title": "thực hiện một việc"}
    resolution = resolve([paper("b.txt", **facts), paper("a.txt", **facts)])
    assert len(resolution.directives) == 1
    assert resolution.directives[0].document == "a.txt"


def test_held_documents_of_one_number_without_dates_stay_apart_unless_their_titles_agree():
    papers = [
        paper("a.txt", number="05-KH/TU", province="Sơn La", title="phát triển kinh tế biển"),
        paper("b.txt", number="05-KH/TU", province="Sơn La", title="bảo hiểm y tế toàn dân"),
        paper("c.txt", number="05-KH/TU", province="Sơn La", title="về phát triển kinh tế biển"),
    ]
    held = resolve(papers).held
    assert held["a.txt"] == held["c.txt"] != held["b.txt"]


def test_a_regulation_joins_through_its_decision_only():
    name = "Quy chế công tác dân vận của hệ thống chính trị"
    papers = [
        paper(
            "a.txt",
            cite("290-QĐ/TW", "2010-02-25", BCT),
            cite(name=name),
            date="2013-10-15",
            promulgates=(0, 1),
        ),
        paper("b.txt", cite("290-QĐ/TW", None, BCT), cite(name=name), date="2014-10-15", promulgates=(0, 1)),
        paper("c.txt", cite(name=name), date="2015-01-01"),
    ]
    found = outcomes(*papers)
    assert found["a.txt"][1].directive == found["b.txt"][1].directive
    assert found["a.txt"][1].directive.endswith("quy-che-cong-tac-dan-van-cua-he-thong-chinh-tri-qd-290")
    assert found["c.txt"][0].directive not in (None, found["a.txt"][1].directive)
    later = paper(
        "d.txt", cite("23-QĐ/TW", "2021-07-30", BCT), cite(name=name), promulgates=(0, 1), date="2022-01-01"
    )
    last = paper("e.txt", cite(name=name), date="2023-01-01")
    found = outcomes(*papers, later, last)
    assert found["e.txt"][0].status == "ambiguous"
    assert set(found["e.txt"][0].candidates) == {found["a.txt"][1].directive, found["d.txt"][1].directive}
    assert found["c.txt"][0].status == "cited-only"


def test_a_congress_is_one_however_its_name_is_written():
    names = [
        "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XV",
        "Nghị quyết Đại hội Đảng bộ tỉnh Sơn La lần thứ XV, nhiệm kỳ 2020 - 2025",
    ]
    papers = [
        paper("a.txt", cite(name=names[0], term="XV", scope="province"), province="Sơn La"),
        paper("b.txt", cite(name=names[1], scope="province"), province="Sơn La"),
        paper("c.txt", cite(name=names[0], term="XV", scope="province"), province="Lai Châu"),
        paper("d.txt", cite(name="Văn kiện Đại hội XIII", term="XIII")),
        paper("e.txt", cite(name="Nghị quyết Đại hội XIII", term="XIII")),
    ]
    found = ids(*papers)
    assert found[0] == found[1]
    assert len(set(found)) == 4


def test_a_paper_of_the_province_that_names_no_issuer_means_its_own():
    papers = [
        paper("a.txt", number="176/KH-UBND", date="2022-08-25", province="Sơn La"),
        paper("b.txt", cite("176/KH-UBND", "2022-08-25", scope=""), province="Sơn La"),
    ]
    assert outcomes(*papers)["b.txt"][0].status == "resolved"


def test_a_plenum_that_passed_several_resolutions_stays_open():
    papers = [
        paper(
            "a.txt",
            cite("20-NQ/TW", "2017-10-25", BCH, title="về chăm sóc sức khỏe nhân dân"),
            date="2018-01-01",
        ),
        paper("b.txt", cite("21-NQ/TW", "2017-10-25", BCH, title="về công tác dân số"), date="2018-01-01"),
        paper("c.txt", cite(name="Nghị quyết Trung ương 6 khóa XII", term="XII"), date="2018-04-10"),
        paper(
            "d.txt",
            cite(name="Nghị quyết Trung ương 6 khóa XII", term="XII", title="về công tác dân số"),
            date="2018-04-10",
        ),
        paper("e.txt", cite(name="Nghị quyết Trung ương 5 khóa XII", term="XII"), date="2018-04-10"),
    ]
    found = outcomes(*papers)
    both = {found["a.txt"][0].directive, found["b.txt"][0].directive}
    assert set(found["c.txt"][0].candidates) == both
    assert found["d.txt"][0].directive == found["b.txt"][0].directive
    assert found["e.txt"][0].directive not in both


def test_an_undated_id_redirects_to_the_one_that_the_corpus_knows():
    resolution = resolve([paper("a.txt", cite("35-CT/TW")), paper("b.txt", cite("35-CT/TW", "2014-05-26"))])
    assert dict(resolution.redirects) == {
        "directive/vn/party/central/undated/ct-35": "directive/vn/party/central/xi/ct-35"
    }


def test_the_id_of_a_law_by_name_redirects_to_that_by_number():
    papers = [
        paper("a.txt", cite("31/2024/QH15", "2024-01-18", name="Luật Đất đai")),
        paper("b.txt", cite(name="Luật Đất đai", day="2024")),
    ]
    assert ("directive/vn/state/2024/luat-dat-dai", "directive/vn/state/2024/qh15-31") in resolve(
        papers
    ).redirects


def test_forms_as_written_are_kept():
    resolution = resolve(
        [
            paper(
                "a.txt",
                cite("25-NQ/TU", "2013-06-03", BCH, scope="central", canonical="NQ 25-NQ/TW 2013-06-03"),
            )
        ]
    )
    found = resolution.directives[0] if resolution.directives[0].number else resolution.directives[1]
    assert (found.number, found.forms) == ("25-NQ/TW", ("25-NQ/TU",))


def test_every_outcome_is_explained_in_both_languages():
    papers = [paper(f"{at}.txt", *mentions, province="Sơn La") for at, (_, mentions, _) in enumerate(CASES)]
    resolution = resolve(papers)
    for document, extraction in papers:
        for at in range(len(extraction.citations)):
            outcome = resolution.outcome(document, at)
            for lang in ("vi", "en"):
                sentence = resolution.reason(outcome, lang)
                assert sentence.endswith(".")
                assert ". " not in sentence
                assert "{" not in sentence


def test_the_document_itself_is_self_however_it_is_named():
    own = cite("05-KH/TU", "2021-02-03", BTV)
    found = outcomes(
        paper(
            "a.txt",
            cite(canonical="this", name="Kế hoạch này"),
            own,
            number="05-KH/TU",
            date="2021-02-03",
            province="Sơn La",
        )
    )
    assert [outcome.status for outcome in found["a.txt"]] == ["self", "self"]


@pytest.mark.parametrize("name", ["Luật Đất đai", "Luật** **Đất đai", "Luật\nĐất đai"])
def test_a_law_cited_by_its_number_shows_the_name_that_stands_before_it(name):
    found = resolve([paper("a.txt", cite("31/2024/QH15", name=name)), paper("b.txt", cite("31/2024/QH15"))])
    (law,) = [directive for directive in found.directives if directive.type == "luật"]
    assert (law.number, law.title, law.names) == ("31/2024/QH15", "Luật Đất đai", ("Luật Đất đai",))


def test_a_law_of_which_only_the_number_is_cited_has_no_name():
    found = resolve([paper("a.txt", cite("31/2024/QH15"))])
    (law,) = [directive for directive in found.directives if directive.type == "luật"]
    assert (law.title, law.names) == (None, ())


def test_the_very_day_of_a_paper_of_an_absorbed_province_is_no_slip_for_another_day():
    late = {"province": "Phú Thọ", "date": "2025-09-20"}
    papers = [
        paper("a.txt", number="12-QĐ/TU", date="2021-03-05", province="Hòa Bình", issuer=BTV),
        paper("b.txt", number="12-QĐ/TU", date="2021-03-09", province="Phú Thọ", issuer=BTV),
        paper("c.txt", cite("12-QĐ/TU", "2021-03-05", BTV), **late),
        paper("d.txt", cite("12-QĐ/TU", "2021-03-08", BTV), **late),
        paper("e.txt", cite("12-QĐ/TU", "2021-03-05", BTV), province="Phú Thọ", date="2021-05-20"),
    ]
    resolution = resolve(papers[:-1])
    meant = {name: resolution.outcome(name, 0).directive for name in ("c.txt", "d.txt")}
    assert meant == {"c.txt": resolution.held["a.txt"], "d.txt": resolution.held["b.txt"]}
    # A paper from before the merger can only mean its own province's, and bears that day out.
    resolution = resolve(papers)
    assert resolution.outcome("e.txt", 0).directive == resolution.held["b.txt"]
