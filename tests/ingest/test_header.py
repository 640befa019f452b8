"""The document's own fields: documents of every kind and damage, read to the last field.

`tests/data/headers` holds invented documents and beside each the facts that it states.
"""

import json
from pathlib import Path

import pytest

from graph.extraction import Extraction, to_json
from ingest.header import read_header
from ingest.layout import layout_of
from ingest.text import Text
from ontology.fold import fold

HEADERS = Path(__file__).parents[1] / "data" / "headers"
DOCUMENTS = sorted(path for path in HEADERS.iterdir() if path.suffix != ".json")
COMPOSED = Path(__file__).parents[1] / "data" / "composed"


def read(raw):
    text = Text("a.txt", raw)
    return read_header(text, layout_of(text))


def folded(value):
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, dict):
        return {key: folded(item) for key, item in value.items()}
    return [folded(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.stem for path in DOCUMENTS])
def test_a_document_states_its_fields(path):
    stated = to_json(Extraction(read(path.read_bytes().decode())))["document"]
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert {field: stated[field] for field in expected} == expected


@pytest.mark.parametrize("gold", sorted(COMPOSED.glob("gold/*.json")), ids=lambda path: path.name)
def test_composed_documents_agree_with_their_gold(gold):
    document = COMPOSED / "docs" / gold.name.replace(".gold.json", ".txt")
    stated = folded(to_json(Extraction(read(document.read_bytes().decode())))["document"])
    expected = folded(json.loads(gold.read_text(encoding="utf-8"))["document"])
    assert {field: stated[field] for field in expected} == expected


@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.stem for path in DOCUMENTS])
def test_every_field_has_its_words(path):
    raw = path.read_bytes().decode()
    facts = read(raw)
    for field, evidence in facts.evidence.items():
        assert evidence.quote == raw[evidence.start : evidence.end], field
        assert evidence.quote.strip(), field
    for field in ("type", "number", "date", "place", "title", "issuer", "signer", "recipients"):
        assert (field in facts.evidence) == bool(getattr(facts, field)), field


HEAD = "TỈNH ỦY YÊN BÁI\n*\nSố {number}\n\nYên Bái, {date}\n\nKẾ HOẠCH\nvề trồng rừng\n\nI- MỤC TIÊU\n"


@pytest.mark.parametrize(
    ("number", "read_number"),
    [
        ("14-KH/TU", "14-KH/TU"),
        ("14 -KH/TU", "14-KH/TU"),
        ("14–KH/TU", "14-KH/TU"),
        (": 14-KH/TU", "14-KH/TU"),
        ("14 KH/TU", "14 KH/TU"),
        ("1 4 - KH / TU", "14-KH/TU"),
        ("    -KH/TU", None),
        ("……-KH/TU", None),
    ],
)
def test_a_number_is_read_without_its_spaces_and_a_blank_is_none(number, read_number):
    facts = read(HEAD.format(number=number, date="ngày 5 tháng 3 năm 2019"))
    assert facts.number == read_number


@pytest.mark.parametrize(
    ("date", "read_date"),
    [
        ("ngày 05 tháng 3 năm 2019", "2019-03-05"),
        ("ngày 5  tháng 03  năm 2019", "2019-03-05"),
        ("ngày 20-3-2009", "2009-03-20"),
        ("hồi 15 giờ 30 ngày 20 tháng 10 năm 2020", "2020-10-20"),
        ("ngày     tháng 3 năm 2019", None),
        ("ngày 31 tháng 02 năm 2019", None),
    ],
)
def test_a_date_is_read_whole_or_not_at_all(date, read_date):
    facts = read(HEAD.format(number="1-KH/TU", date=date))
    assert (facts.date, facts.place) == (read_date, "Yên Bái")


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (
            "Số: 4/STC-NS\nV/v góp ý dự thảo theo\nCông văn số 9/UBND-KT\n\nKính gửi: Sở Y tế\n\nKính đề nghị.",
            "V/v góp ý dự thảo theo Công văn số 9/UBND-KT",
        ),
        (
            "Số: 4/TB-UBND\n\nTHÔNG BÁO\nKẾT LUẬN TẠI HỘI NGHỊ BÀN VỀ\nCHỢ VÀ BẾN BÃI\n"
            "Ngày 07 tháng 11 năm 2025, đồng chí Chủ tịch kết luận như sau:\n1. Giao Sở Y tế.",
            "KẾT LUẬN TẠI HỘI NGHỊ BÀN VỀ CHỢ VÀ BẾN BÃI",
        ),
        (
            "Số: 9/CĐ-UBND\n\nCÔNG ĐIỆN KHẨN\nVề việc ứng phó với mưa lớn\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN ĐIỆN:\n"
            "- Các xã.\n\n1. Sơ tán dân.",
            "Về việc ứng phó với mưa lớn",
        ),
        (
            "Số 5-CT/HU\nCHỈ THỊ\nvề phòng dịch vùng dân tộc thiểu số\n"
            + "Sau ba năm, việc phòng dịch đã vào nền nếp; nơi nào có dịch thì dập được ngay trong tuần đầu. "
            * 5
            + "Song có xã còn chậm.\nThường vụ Huyện ủy yêu cầu:\n1- Tiêm phòng.",
            "về phòng dịch vùng dân tộc thiểu số",
        ),
        ("Số 5-CT/HU\n\nCHỈ THỊ\n(Dự thảo)\nvề phòng dịch\n\n1- Tiêm phòng.", "về phòng dịch"),
        (
            "Số 5-KL/TU\n\nKẾT LUẬN\n**CỦA BAN THƯỜNG VỤ TỈNH ỦY**\n**về sơ kết Nghị quyết số 4-NQ/TU về trồng rừng**\n"
            "\nBan Thường vụ Tỉnh ủy kết luận:\n\n1- Trồng rừng.",
            "về sơ kết Nghị quyết số 4-NQ/TU về trồng rừng",
        ),
        (
            "Số 5-NQ/ĐH\n\nNGHỊ QUYẾT\nĐại hội đại biểu Đảng bộ xã Ia Hrung lần thứ II,\n"
            "nhiệm kỳ 2025 - 2030\n-----\n\nĐại hội đại biểu Đảng bộ xã Ia Hrung họp ngày 5/8/2025.\n\n"
            "QUYẾT NGHỊ\n\n1. Trồng rừng.",
            "Đại hội đại biểu Đảng bộ xã Ia Hrung lần thứ II, nhiệm kỳ 2025 - 2030",
        ),
    ],
)
def test_a_wrapped_title_is_read_to_its_end(raw, title):
    assert read(raw).title == title


def test_a_date_is_read_though_a_scan_got_its_words_wrong():
    facts = read(
        "TỈNH ỦY KON TUM\n*           Kon Tum, ngay 4 thang 5 nãm 2017\nSố 8-KH/TU\n\nKẾ HOẠCH\nvề chợ\n\n1- Họp.\n"
    )
    assert (facts.date, facts.place) == ("2017-05-04", "Kon Tum")


def test_columns_that_one_space_parts_are_told_apart():
    raw = (
        "SỞ NỘI VỤ TỈNH PHÚ YÊN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 17/KH-SNV Phú Yên, ngày 6 tháng 7 năm 2018\n\nKẾ HOẠCH\nvề lưu trữ\n\n1. Mở lớp.\n"
    )
    facts = read(raw)
    assert (facts.number, facts.date, facts.place) == ("17/KH-SNV", "2018-07-06", "Phú Yên")
    assert facts.issuer == "Sở Nội vụ tỉnh Phú Yên"


@pytest.mark.parametrize("gap", [1, 2, 3, 9, 17, 30])
def test_a_body_s_name_is_no_place_however_near_the_columns_are(gap):
    raw = (
        f"HUYỆN ỦY SÔNG MÃ{' ' * gap}ĐẢNG CỘNG SẢN VIỆT NAM\nBAN DÂN VẬN{' ' * gap}Sông Mã, ngày 6 tháng 7 năm 2018\n"
        "*\nSố 17-KH/BDVHU\n\nKẾ HOẠCH\nvề dân vận khéo\n\n1- Mở lớp.\n"
    )
    facts = read(raw)
    assert (facts.place, facts.date, facts.number) == ("Sông Mã", "2018-07-06", "17-KH/BDVHU")
    assert facts.issuer == "Ban Dân vận Huyện ủy Sông Mã"


@pytest.mark.parametrize("gap", [1, 2, 4])
def test_the_second_motto_is_no_part_of_a_name(gap):
    raw = (
        f"UBND TỈNH PHÚ YÊN{' ' * gap}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"SỞ NỘI VỤ{' ' * gap}Độc lập - Tự do - Hạnh phúc\n"
        "Số: 17/KH-SNV\n\nKẾ HOẠCH\nvề lưu trữ\n\n1. Mở lớp.\n"
    )
    assert read(raw).issuer == "Sở Nội vụ tỉnh Phú Yên"


def test_place_and_date_may_stand_beside_the_subject_s_lines():
    raw = (
        "SỞ CÔNG THƯƠNG                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 417/SCT-QLTM               Độc lập - Tự do - Hạnh phúc\n"
        "V/v dự trữ hàng hóa dịp        Huế, ngày 4 tháng 12 năm 2025\nTết Bính Ngọ\n\n"
        "Kính gửi: Các siêu thị\n\n1. Đề nghị các siêu thị dự trữ hàng.\n"
    )
    facts = read(raw)
    assert (facts.number, facts.date, facts.place) == ("417/SCT-QLTM", "2025-12-04", "Huế")
    assert facts.title == "V/v dự trữ hàng hóa dịp Tết Bính Ngọ"


def test_a_letterhead_that_runs_on_in_one_line_gives_number_and_date():
    raw = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG BAN DÂN VẬN * Số 7-HD/BDVTW ĐẢNG CỘNG SẢN VIỆT NAM Hà Nội, ngày 27 tháng 5 "
        "năm 2013\nHƯỚNG DẪN\nvề trồng rừng\n\n1. Trồng cây.\n"
    )
    facts = read(raw)
    assert (facts.number, facts.date, facts.place) == ("7-HD/BDVTW", "2013-05-27", "Hà Nội")


def test_an_office_is_named_with_the_body_whose_it_is():
    raw = "UBND TỈNH BẮC KẠN\nVĂN PHÒNG\n\nSố: 3/TB-VP\n\nTHÔNG BÁO\nvề lịch trực\n\n1. Trực tết.\n"
    assert read(raw).issuer == "Văn phòng UBND tỉnh Bắc Kạn"


@pytest.mark.parametrize(
    ("date", "province"),
    [("30 tháng 6 năm 2025", "Yên Bái"), ("01 tháng 7 năm 2025", "Lào Cai")],
)
def test_the_province_is_the_one_valid_on_the_document_s_date(date, province):
    assert read(HEAD.format(number="1-KH/TU", date=f"ngày {date}")).province == province


SIGNED = "KẾ HOẠCH\nvề trồng rừng\n\nI- MỤC TIÊU\n\n1- Trồng cây.\n\nNơi nhận:\n- Lưu.\n\n{block}\n"


@pytest.mark.parametrize(
    ("block", "name", "position", "on_behalf_of"),
    [
        ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\n\nVàng A Páo", "Vàng A Páo", "Phó Bí thư", "Ban Thường vụ"),
        ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ Vàng A Páo", "Vàng A Páo", "Phó Bí thư", "Ban Thường vụ"),
        ("T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ\nVàng A Páo", "Vàng A Páo", "Phó Bí thư", "Ban Thường vụ"),
        ("TM. ỦY BAN\nNHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ\nCHỦ TỊCH\nLê\nYến", "Lê Yến", "Phó Chủ tịch", "Ủy ban nhân dân"),
        ("TL. CỤC TRƯỞNG\nKT. TRƯỞNG BAN TỔ CHỨC,\nCÁN BỘ\nPHÓ TRƯỞNG BAN\nLý Mai", "Lý Mai", "Phó Trưởng ban", None),
        ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\n(Đã ký)\nLý Mai", "Lý Mai", "Giám đốc Sở Nội vụ", None),
        ("TL. CHÁNH VĂN PHÒNG\nTRƯỞNG PHÒNG\nLý Mai", "Lý Mai", "Trưởng phòng", None),
        ("TL. BỘ TRƯỞNG\nCỤC TRƯỞNG CỤC ĐÊ ĐIỀU\nLý Mai", "Lý Mai", "Cục trưởng Cục Đê điều", None),
        ("KT.BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nTrung tướng Lý Đạt", "Lý Đạt", "Thứ trưởng", None),
        ("HIỆU TRƯỞNG\n\nPGS.TS. ĐÀO BÁ LỘC", "Đào Bá Lộc", "Hiệu trưởng", None),
        ("T/M BỘ CHÍNH\nTRỊ\nĐào Bá Lộc", "Đào Bá Lộc", None, "Bộ Chính trị"),
        ("T/M ĐOÀN CHỦ TỊCH\n\n\nĐoàn Văn Chiến", "Đoàn Văn Chiến", None, "Đoàn Chủ tịch"),
        ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ Y TẾ\n\n\nLò Thị Ỏn", "Lò Thị Ỏn", "Giám đốc Sở Y tế", None),
        ("CHỦ TỊCH HỘI ĐỒNG TRƯỜNG\n\nVi Văn Inh", "Vi Văn Inh", "Chủ tịch Hội đồng Trường", None),
        ("TM. HỘI ĐỒNG NHÂN DÂN\n\nCHỦ TỊCH\n\nVi Văn Inh", "Vi Văn Inh", "Chủ tịch", "Hội đồng nhân dân"),
        ("KT. CHỈ HUY TRƯỞNG\nPHÓ CHỈ HUY TRƯỞNG\n\nThượng tá Lù Pó", "Lù Pó", "Phó Chỉ huy trưởng", None),
        ("KT. HẠT TRƯỞNG\nPHÓ HẠT TRƯỞNG\n\nLù Pó", "Lù Pó", "Phó Hạt trưởng", None),
        ("T/M CHI ỦY\nBÍ THƯ\n\nHồ A Mua", "Hồ A Mua", "Bí thư", "Chi ủy"),
        ("BÍ THƯ\n\nK'Sor H'Lan", "K'Sor H'Lan", "Bí thư", None),
        ("Q. GIÁM ĐỐC\n\nY Thông Niê", "Y Thông Niê", "Q. giám đốc", None),
    ],
)  # fmt: skip
def test_a_signature_gives_name_position_and_body(block, name, position, on_behalf_of):
    signer = read(SIGNED.format(block=block)).signer
    assert (signer.name, fold(signer.position or ""), signer.on_behalf_of) == (
        name,
        fold(position or ""),
        on_behalf_of,
    )


def test_columns_of_a_joint_paper_are_read_one_by_one():
    block = (
        "SỞ TƯ PHÁP             CÔNG AN TỈNH           TM. BAN THƯỜNG VỤ\n"
        "PHÓ GIÁM ĐỐC           PHÓ GIÁM ĐỐC           TỈNH ĐOÀN\n"
        "                                              BÍ THƯ\n\n\n"
        "Lý Văn Mai             Đại tá Hồ Quang        Trần Kiên\n"
    )
    raw = (
        "TỈNH ĐOÀN HÀ NAM - SỞ TƯ PHÁP - CÔNG AN TỈNH\n\nSố: 2/NQLT\n\nNGHỊ QUYẾT LIÊN TỊCH\nvề trồng rừng\n\n"
        f"I. MỤC TIÊU\n\n1. Trồng cây.\n\n{block}\nNơi nhận:\n- Lưu.\n"
    )
    assert [(s.name, s.position, s.on_behalf_of) for s in read(raw).signers] == [
        ("Trần Kiên", "Bí thư", "Ban Thường vụ Tỉnh đoàn"),
        ("Lý Văn Mai", "Phó Giám đốc", None),
        ("Hồ Quang", "Phó Giám đốc", None),
    ]


@pytest.mark.parametrize(
    ("lines", "recipients"),
    [
        ("- Sở Y tế;\n- Lưu: VT.", ("Sở Y tế", "Lưu: VT")),
        ("- Sở Y tế,\n- VPCP: BTCN,\nTrợ lý;\n- Lưu: VT.\nSoNV_01/2024", ("Sở Y tế", "VPCP: BTCN, Trợ lý", "Lưu: VT")),
        ("-\nSở Y tế;\n- VP UBND tỉnh:\n+ LĐVP;\n+ Lưu: VT.", ("Sở Y tế", "VP UBND tỉnh", "LĐVP", "Lưu: VT")),
        ("Sở Y tế;\nSở Nội vụ;\nLưu: VT.", ("Sở Y tế", "Sở Nội vụ", "Lưu: VT")),
        ("- **Sở Y tế** (b/c);\n- Lưu: VT.\n\n(báo cáo)", ("Sở Y tế (b/c)", "Lưu: VT")),
    ],
)  # fmt: skip
def test_recipients_are_the_lines_of_the_list(lines, recipients):
    raw = f"KẾ HOẠCH\nvề trồng rừng\n\nI- MỤC TIÊU\n\nNơi nhận:\n{lines}\n\nTM. ỦY BAN\nCHỦ TỊCH\nLý Mai\n"
    assert read(raw).recipients == recipients


@pytest.mark.parametrize(
    "raw", ["", " ", "\n\n\n", "|", "*", "KẾ HOẠCH", "Nơi nhận:", "T/M", "\x00\x0c", "Số", "ngày tháng năm"]
)
def test_a_text_that_says_little_gives_little_and_never_fails(raw):
    facts = read(raw)
    assert facts.number is None
    assert facts.date is None


NOTICES = [
    ("a chairman's conclusions", "Sau khi nghe báo cáo, Chủ tịch UBND tỉnh kết luận như sau:", "Tỉnh ủy Phú Thọ"),
    ("a bureau's own", "Ban Thường vụ Tỉnh ủy kết luận như sau:", "Ban Thường vụ Tỉnh ủy Phú Thọ"),
    ("what it did before", "Ban Thường vụ Tỉnh ủy đã nghe báo cáo và kết luận:", "Ban Thường vụ Tỉnh ủy Phú Thọ"),
    ("when it met", "Thường trực Tỉnh ủy họp ngày 5/5/2024 kết luận:", "Thường trực Tỉnh ủy Phú Thọ"),
    ("who makes it known now", "Thường trực Tỉnh ủy có kết luận, nay Tỉnh ủy thông báo:", "Tỉnh ủy Phú Thọ"),
    ("has conclusions", "Thường trực Tỉnh ủy có kết luận như sau:", "Thường trực Tỉnh ủy Phú Thọ"),
    ("an adverb", "Ban Thường vụ Tỉnh ủy cơ bản thống nhất và yêu cầu:", "Ban Thường vụ Tỉnh ủy Phú Thọ"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "opening", "issuer"), NOTICES, ids=[case[0] for case in NOTICES])
def test_the_issuer_of_a_notice_is_a_body_without_what_it_did(why, opening, issuer):
    raw = f"TỈNH ỦY PHÚ THỌ\n*\nSố 12-TB/TU\n\nTHÔNG BÁO\nvề cán bộ\n\n{opening}\n\n1. Các xã thực hiện.\n"
    assert read(raw).issuer == issuer


@pytest.mark.parametrize(
    ("heads", "opening", "issuer", "level"),
    [
        (
            "SỞ Y TẾ\nBỆNH VIỆN PHỔI HÒA BÌNH",
            "Bệnh viện Phổi Hòa Bình xây dựng kế hoạch",
            "Bệnh viện Phổi Hòa Bình",
            "grassroots",
        ),
        (
            "SỞ Y TẾ\nTRUNG TÂM PHÁP Y TỈNH BẮC KẠN",
            "Căn cứ nhiệm vụ năm",
            "Trung tâm Pháp y tỉnh Bắc Kạn",
            "province",
        ),
        (
            "BỘ TÀI CHÍNH\nCHI CỤC HẢI QUAN TỈNH LẠNG SƠN",
            "Chi cục Hải quan xây dựng kế hoạch",
            "Chi cục Hải quan tỉnh Lạng Sơn",
            "province",
        ),
        (
            "UBND TỈNH AN GIANG\nCÔNG TY CỔ PHẦN ĐIỆN NƯỚC AN GIANG",
            "Công ty thông báo",
            "Công ty cổ phần điện nước An Giang",
            "grassroots",
        ),
        (
            "ĐẢNG BỘ TỈNH HÀ NAM\nĐẢNG BỘ XÃ THANH SƠN",
            "Đại hội đại biểu Đảng bộ xã Thanh Sơn họp ngày 3/7/2025 quyết nghị:",
            "Đại hội đại biểu Đảng bộ xã Thanh Sơn",
            "commune",
        ),
        (
            "ỦY BAN NHÂN DÂN\nXÃ YÊN LÂM",
            "Ủy ban nhân dân xã Yên Lâm, huyện Yên Định, tỉnh Thanh Hóa ban hành Kế hoạch như sau:",
            "Ủy ban nhân dân xã Yên Lâm",
            "commune",
        ),
        (
            "ĐẢNG ỦY CÁC CƠ QUAN TỈNH\nĐẢNG ỦY CÔNG TY XI MĂNG PHÚC SƠN",
            "Ban Chấp hành Đảng bộ Công ty Xi măng Phúc Sơn ban hành Kế hoạch như sau:",
            "Ban Chấp hành Đảng bộ Công ty Xi măng Phúc Sơn",
            "grassroots",
        ),
    ],
)
def test_who_stands_below_a_department_issues_in_its_own_name(heads, opening, issuer, level):
    facts = read(f"{heads}\nSố: 5/KH-X\n\nKẾ HOẠCH\nvề công tác năm\n\n{opening}\n\nI. NỘI DUNG\n\n1. Họp.\n")
    assert (facts.issuer, facts.level) == (issuer, level)


def test_a_short_name_is_spelt_out_as_the_letterhead_has_it():
    raw = (
        "UBND TỈNH BẮC KẠN\nSỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG\n\nSố: 3/KH-STNMT\n\nKẾ HOẠCH\nvề rác thải\n\n"
        "Sở TN&MT xây dựng kế hoạch như sau:\n\n1. Thu gom rác.\n"
    )
    assert read(raw).issuer == "Sở Tài nguyên và Môi trường tỉnh Bắc Kạn"


def test_a_letter_is_of_the_body_in_its_letterhead_whoever_s_opinion_it_brings():
    raw = (
        "ỦY BAN NHÂN DÂN\nTỈNH BẮC KẠN\n\nSố: 3/UBND-NL\nV/v trồng rừng\n\nKính gửi: Sở Nông nghiệp.\n\n"
        "Chủ tịch UBND tỉnh có ý kiến như sau:\n\n1. Trồng rừng.\n"
    )
    assert read(raw).issuer == "Ủy ban nhân dân tỉnh Bắc Kạn"


def test_a_signature_that_names_no_body_is_of_the_issuer_that_no_other_names():
    raw = (
        "HỘI NÔNG DÂN\nTỈNH BẮC KẠN\nSỞ CÔNG THƯƠNG\nTỈNH BẮC KẠN\n\nSố: 3/KHPH-HND-SCT\nKẾ HOẠCH PHỐI HỢP\nvề chợ\n\n"
        "Hội Nông dân tỉnh và Sở Công Thương thống nhất kế hoạch như sau:\n\n1. Mở chợ.\n\n"
        "Nơi nhận:\n- Lưu: VT.\n\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\n\nHà Văn Tú\n\n\n"
        "SỞ CÔNG THƯƠNG\nGIÁM ĐỐC\n\n\nLý Thị Mây\n"
    )
    assert [signer.name for signer in read(raw).signers] == ["Hà Văn Tú", "Lý Thị Mây"]
