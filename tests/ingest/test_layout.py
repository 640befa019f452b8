"""Where the parts of a document stand: texts with their parts marked by hand."""

import re

import pytest

from ingest.layout import layout_of
from ingest.text import Text

# «H…», «P…», «B…», «S…», «A…», «N…», «X…»: the parts that must be found, white space at their ends apart.
DOCUMENTS = {
    "decision whose plan follows a signature beside the recipients": """«HUBND TỈNH NINH BÌNH
Số: 31/QĐ-UBND
QUYẾT ĐỊNH
Ban hành Kế hoạch trồng cây»

«BĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây.»

«SNơi nhận:                          KT. CHỦ TỊCH
- Như Điều 1;                       PHÓ CHỦ TỊCH
- Lưu: VT.                          Vũ Văn Tám»


«AKẾ HOẠCH
Trồng cây năm 2022
(Kèm theo Quyết định số 31/QĐ-UBND)

1. Sở Xây dựng trồng cây.»
""",
    "plan": """«HTỈNH ỦY HÀ NAM            ĐẢNG CỘNG SẢN VIỆT NAM
*                 Hà Nam, ngày 4 tháng 5 năm 2016
Số 9-KH/TU

KẾ HOẠCH
thực hiện Chỉ thị số 05-CT/TW
của Bộ Chính trị»

«PThực hiện Chỉ thị số 05-CT/TW, Ban Thường vụ Tỉnh ủy xây dựng kế hoạch như sau:»

«BI- MỤC ĐÍCH
1- Học tập.»

«SNơi nhận:
- Các huyện ủy,
- Lưu.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Mai Tiến Đạt»
""",
    "decision with its regulation": """«HỦY BAN NHÂN DÂN
TỈNH CÀ MAU
-------
|
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
|
|
Số: 4/2023/QĐ-UBND
|
Cà Mau, ngày 9 tháng 2 năm 2023
|
QUYẾT ĐỊNH
BAN HÀNH QUY CHẾ CỦA
ỦY BAN NHÂN DÂN TỈNH
CHỦ TỊCH ỦY BAN
NHÂN DÂN TỈNH CÀ MAU»
«PCăn cứ Luật Tổ chức chính quyền địa phương;
Theo đề nghị của Chánh Văn phòng.
QUYẾT ĐỊNH:»
«BĐiều
1. Ban hành kèm theo Quyết định này Quy chế.
Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành./.»
|
«SNơi
nhận:
- Như Điều 2;
- Lưu: VT.
|
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lâm Sa Rây»
|
«AQUY CHẾ
LÀM VIỆC
(Ban hành kèm theo Quyết định số 4/2023/QĐ-UBND)
Điều 1. Phạm vi»
""",
    "telegram with footnotes": """«HCÔNG ĐIỆN
Về bão số 7
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:
- Giám đốc các sở, ngành
thuộc tỉnh;
- Chủ tịch UBND các xã.»
«PBão số 7 mạnh[1]. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:»
«B1. Cấm biển từ 12 giờ.»
«SCHỦ TỊCH
Lý Văn Sáng»

«N[1] Tin bão số 12/TB-KTTV.»
""",
    "letter in one paragraph": """«HSố: 45/SNV-TC
V/v báo cáo
biên chế
Kính gửi: Các sở, ban, ngành.»
«PThực hiện Công văn số 88/BNV-TCBC,» «BSở Nội vụ đề nghị các cơ quan gửi báo cáo.»
«STL. GIÁM ĐỐC
CHÁNH VĂN PHÒNG
Lý Mai»
""",
    "stamp, website, translation": """«XSố hiệu: 1/TT-BCT Loại văn bản: Thông tư
Người ký: Lý Mai»

«HBỘ CÔNG THƯƠNG
-------
|
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
|
|
Số: 1/2024/TT-BCT
|
THÔNG TƯ
VỀ HÀNG HÓA»
«PCăn cứ Luật Thương mại;
Bộ trưởng Bộ Công Thương ban hành Thông tư.»
«BĐiều 1. Phạm vi»
«SBỘ TRƯỞNG
Lý Mai»
|
«XCircular No. 1/2024/TT-BCT dated January 2, 2024 on goods
|
MINISTRY OF INDUSTRY AND TRADE
|
SOCIALIST REPUBLIC OF VIETNAM»
""",
    "annex before the signature": """«HKẾ HOẠCH
phòng cháy»

«PỦy ban nhân dân xã ban hành Kế hoạch như sau:»

«B1. Kiểm tra.»

«APHỤ LỤC
Danh sách các hộ»

«STM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lý Mai»
""",
    "lost head, no signature": """«H»«PTriển khai Nghị quyết số 5-NQ/TU, Ủy ban nhân dân huyện thực hiện như sau:»
«BI. NHIỆM VỤ
1. Phòng Y tế trực 24 giờ./.»
""",
}
NAMES = {"H": "header", "P": "preamble", "B": "body", "S": "signature", "N": "notes"}


def parts_of(marked):
    """The text without its marks, and (kind, span) of every part marked in it."""
    parts, position, plain = [], 0, ""
    for kind, inner in re.findall(r"«([A-Z])(.*?)»", marked, re.DOTALL):
        at = marked.index(f"«{kind}{inner}»", position)
        plain += marked[position:at]
        parts.append((kind, (len(plain), len(plain) + len(inner))))
        plain += inner
        position = at + len(inner) + 3
    return plain + marked[position:], parts


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_falls_into_its_parts(name):
    raw, parts = parts_of(DOCUMENTS[name])
    text = Text(name, raw)
    assert text.lines == raw
    layout = layout_of(text)
    lists = {"A": list(layout.annexes), "X": list(layout.asides)}
    for kind, span in parts:
        found = lists[kind].pop(0) if kind in lists else getattr(layout, NAMES[kind])
        assert raw[slice(*found)].strip(" \n|") == raw[slice(*span)], kind
    assert lists == {"A": [], "X": []}


@pytest.mark.parametrize(
    "attached",
    [
        "(Kèm theo Kế hoạch số 4/KH-UBND)",
        "(Ban hành kèm theo Quyết định số 4/QĐ-UBND)",
        "(Đính kèm Công văn số 4/UBND-VX)",
        "(Gửi kèm Công văn số 4/UBND-VX)",
        "( Kèm theo Kế hoạch số 4/KH-UBND)",
        "(Kem theo Kế hoạch số 4/KH-UBND)",
    ],
)
def test_an_annex_before_the_signature_begins_above_the_words_that_attach_it(attached):
    raw = (
        "KẾ HOẠCH\nphòng cháy\n\nỦy ban nhân dân xã ban hành Kế hoạch như sau:\n\n1. Kiểm tra.\n\n"
        f"DANH MỤC\ncác hộ\n{attached}\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLý Mai\n"
    )
    (annex,) = layout_of(Text("a.txt", raw)).annexes
    assert raw[slice(*annex)].strip() == f"DANH MỤC\ncác hộ\n{attached}"


def test_a_stamp_inside_the_head_is_set_aside():
    raw = "KẾ HOẠCH\nvề y tế\n\nSỞ Y TẾ\nĐẾN\tSố: 77\n\tNgày: 4/5/2021\nChuyển: A\n\nTheo Luật, Sở ban hành:\n1. A"
    layout = layout_of(Text("a.txt", raw))
    assert [raw[slice(*aside)] for aside in layout.asides] == [
        "SỞ Y TẾ\nĐẾN\tSố: 77\n\tNgày: 4/5/2021\nChuyển: A"
    ]
    assert raw[slice(*layout.title)] == "KẾ HOẠCH\nvề y tế"


@pytest.mark.parametrize(
    ("head", "subject"),
    [
        ("KẾ HOẠCH\n\nThực hiện Chỉ thị số 4\n\nThực hiện Chỉ thị số 4, Sở ban hành:", "Thực hiện Chỉ thị số 4"),
        ("KẾ HOẠCH\nthực hiện Quy chế\nsố 30-QC/TU\n\nSở ban hành như sau:", "thực hiện Quy chế số 30-QC/TU"),
        ("K Ế  H O Ạ C H\nvề y tế\n\nSở Y tế ban hành như sau:", "về y tế"),
        ("KẾ HOẠCH TRIỂN KHAI\nNGHỊ QUYẾT SỐ 4\nSở Y tế ban hành như sau:", "TRIỂN KHAI NGHỊ QUYẾT SỐ 4"),
        ("NGHỊ QUYẾT\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề y tế\n-----\nNăm qua, kết quả tốt.", "về y tế"),
        ("NGHỊ QUYẾT\nHỘI NGHỊ LẦN THỨ BA\nBAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nvề y tế\n\nNăm qua, kết quả tốt.", "về y tế"),
        ("KẾ HOẠCH\n\nvề việc \"nâng cao\n\nchất lượng\"\n\nSở ban hành như sau:", 'về việc "nâng cao chất lượng"'),
        ("QUYẾT ĐỊNH\n\nCăn cứ Luật Y tế;\nQUYẾT ĐỊNH:", None),
        ("Số: 4/SYT-NV\n\nV/v cấp thuốc\n\nHà Nội, ngày 4 tháng 5 năm 2020\n\nKính gửi: Sở A", "V/v cấp thuốc"),
        ("Số: 4/SYT-NV\nV/v cấp\nthuốc       Hà Nội, ngày 4 tháng 5 năm 2020\n\nKính gửi: Sở A.", "V/v cấp thuốc"),
    ],
)  # fmt: skip
def test_the_subject_is_told_from_what_surrounds_it(head, subject):
    from ingest.header import read_header

    text = Text("a.txt", f"{head}\n\n1. Làm A.\n")
    assert read_header(text, layout_of(text)).title == subject


def test_addressees_end_before_the_opening_paragraph():
    raw = (
        "Số: 4/SYT-NV\nV/v cấp thuốc\n\nKính gửi: Các trạm y tế xã\n\n"
        "Thực hiện Chỉ thị số 5, Sở Y tế đề nghị cấp thuốc.\n"
    )
    text = Text("a.txt", raw)
    assert layout_of(text).heading.addressees == (raw.index("Kính"), raw.index("\n\nThực"))


def test_a_text_on_one_line_falls_into_its_parts():
    raw = (
        "ỦY BAN NHÂN DÂN TỈNH CÀ MAU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
        "Số: 5/KH-UBND Cà Mau, ngày 9 tháng 2 năm 2023 KẾ HOẠCH Nuôi tôm sinh thái năm 2023 "
        "Thực hiện Nghị quyết số 4-NQ/TU, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau: "
        "I. MỤC ĐÍCH, YÊU CẦU 1. Giữ rừng ngập mặn. 2. Nâng cao thu nhập cho người nuôi tôm. II. NHIỆM VỤ "
        "1. Sở Thủy sản mở lớp tập huấn. 2. Các huyện, thành phố tổng hợp, báo cáo trước ngày 15/12/2023. "
        "Nơi nhận: - Như trên; - Lưu: VT. TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lê Văn An"
    )
    text = Text("a.txt", raw)
    layout = layout_of(text)
    assert layout.heading.kind == "kế hoạch"
    assert text.flow[slice(*layout.body)].startswith("I. MỤC ĐÍCH")
    assert text.flow[slice(*layout.signature)].startswith("Nơi nhận")
