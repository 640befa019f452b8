"""Which words of a text mention a directive, and which one they mean.

Mentions stand in square brackets in the tables; the brackets are taken out before reading.
"""
# ruff: noqa: E501 (a row of a table is one line)

import random
import re

import pytest

from graph.extraction import DocumentFacts
from ingest.citations import find_citations
from ingest.layout import Layout, layout_of
from ingest.text import Text

PLAN = DocumentFacts(
    "x",
    type="kế hoạch",
    number="15-KH/TU",
    date="2024-05-10",
    issuer="Ban Thường vụ Tỉnh ủy Sơn La",
    province="Sơn La",
    level="province",
)


def read(raw, facts=PLAN):
    text = Text("case", raw)
    end = len(text)
    return find_citations(text, Layout((0, 0), None, (0, 0), (0, end), (end, end), (), ()), facts)


def unmarked(marked):
    """The text without brackets, and the bracketed parts (which may hold each other) by start."""
    raw, spans, opened = [], [], []
    for sign in marked:
        if sign == "[":
            opened.append(len(raw))
        elif sign == "]":
            spans.append((opened.pop(), len(raw)))
        else:
            raw.append(sign)
    return "".join(raw), sorted(spans)


MENTIONS = [
    ("number, date and issuer", "Thực hiện [Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư] về tiếp tục"),
    ("without số", "theo [Quy định 124-QĐ/TW, ngày 02/2/2018 của Ban Bí thư] về giám sát"),
    ("type word in small letters", "thực hiện [kết luận số 65-KL/TW, ngày 30/10/2019 của Bộ Chính trị] về"),
    ("in capitals", "THỰC HIỆN [NGHỊ QUYẾT SỐ 18-NQ/TW NGÀY 25/10/2017 CỦA HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XII] VỀ MỘT SỐ VẤN ĐỀ"),
    ("over a page break", "của [Kế hoạch số\n\n7\n\n12-KH/TU ngày\n05/3/2020 của Ban\n\nThường vụ Tỉnh ủy] về"),
    ("two in coordination", "[Quyết định số 217-QĐ/TW] và [Quyết định số 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị]"),
    ("a list of numbers", "các Nghị định của Chính phủ: số [63/2010/NĐ-CP ngày 08/6/2010] về kiểm soát; số [48/2013/NĐ-CP ngày 14/5/2013] và số [92/2017/NĐ-CP ngày 07/8/2017]"),
    ("one code for two", "[Nghị quyết số 24], [25-NQ/TW ngày 12/3/2003 của Ban Chấp hành Trung ương]"),
    ("words between type and number", "[Báo cáo thẩm tra số 113/BC-BPC ngày 22/11/2025 của Ban Pháp chế Hội đồng nhân dân tỉnh]"),
    ("a letter", "theo [Công văn số 1239/BGDĐT-QLCL ngày 28/3/2024 của Bộ Giáo dục và Đào tạo] về thi"),
    ("at a submission", "đề nghị của Sở Y tế tại [Tờ trình số 88/TTr-SYT ngày 4/4/2024]; ý kiến của Sở Tư pháp"),
    ("a law by date", "Căn cứ [Luật Tổ chức chính quyền địa phương ngày 19/6/2015];"),
    ("a law by year", "theo [Luật Đất đai 2024], [Bộ luật Dân sự năm 2015]"),
    ("a law by number", "Căn cứ [Luật Ngân sách nhà nước số 83/2015/QH13 ngày 25/6/2015];"),
    ("a law by name alone", "thực hiện [Luật Thực hiện dân chủ ở cơ sở] và các văn bản hướng dẫn"),
    ("an amending law", "Căn cứ [Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Đấu thầu ngày 15/01/2022];"),
    ("a law that is not known", "Căn cứ [Luật Quản lý vùng trời ngày 03 tháng 5 năm 2026];"),
    ("a congress", "đưa [Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XV] vào cuộc sống"),
    ("a congress in short", "thực hiện [Nghị quyết Đại hội XIII của Đảng], xây dựng"),
    ("a plenum", "thực hiện [Nghị quyết Trung ương 4 (khóa XII)] về xây dựng Đảng"),
    ("the statutes", "theo [Điều lệ Đảng Cộng sản Việt Nam];"),
    ("a promulgated regulation", "[Quyết định số 5-QĐ/TU của Tỉnh ủy] ban hành [Quy chế làm việc của Tỉnh ủy]; các ban"),
    ("an approved scheme", "[Quyết định số 9/QĐ-TTg ngày 3/3/2021 của Thủ tướng Chính phủ] phê duyệt [Đề án phát triển dược liệu]."),
    ("promulgated with it", "thực hiện [Quy chế tiếp công dân] ban hành kèm theo [Quyết định số 7-QĐ/TU]."),
    ("a plan that carries out", "[Quyết định số 4/QĐ-TTg của Thủ tướng Chính phủ] ban hành [Kế hoạch thi hành [Nghị định số 20/2025/NĐ-CP] của ngành y tế];"),
    ("a known regulation", "thực hiện tốt [quy chế dân chủ ở cơ sở], các mô hình"),
    ("a plan with a period", "và [Kế hoạch cải cách hành chính tỉnh Sơn La giai đoạn 2021 - 2025]. Rà soát"),
    ("itself", "thực hiện [Kế hoạch này] và theo dõi [Kế hoạch]."),
    ("itself by its issuer", "quán triệt [Kế hoạch của Tỉnh ủy] đến chi bộ"),
    ("short after full", "[Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị]. Học tập [Nghị quyết 57] và [Nghị quyết số 57]."),
    ("by issuer after full", "[Kết luận số 9-KL/HU của Huyện ủy Mai Sơn]. Thực hiện [Kết luận của Huyện ủy] ở xã"),
    ("a given name", "[Kết luận số 21-KL/TU của Tỉnh ủy] (sau đây gọi tắt là Kết luận 21), các xã triển khai [Kết luận 21]"),
    ("given by type alone", "[Nghị quyết số 3-NQ/TU của Tỉnh ủy] (sau đây viết tắt là Nghị quyết). Mục tiêu của [Nghị quyết] là"),
    ("a decree by number and year", "theo [Nghị định 126/2020] của ngành"),
    ("given with its number", "[Nghị quyết số 66-NQ/TW ngày 30/4/2025 của Bộ Chính trị] (sau đây gọi là Nghị quyết số 66-NQ/TW), theo [Nghị quyết số 66-NQ/TW]"),
    ("a given name that goes on", "[Quyết định số 7-QĐ/TU của Tỉnh ủy] (gọi tắt là Quyết định), Quyết định Hội đồng trường"),
    ("what takes effect", "Ngày 30/6/2025, Chính phủ ban hành [Nghị định số 175/2025/NĐ-CP] về phí. [Nghị định] có hiệu lực từ 01/7/2025"),
    ("a code for the type word", "theo [QĐ số 1120/QĐ-UBND ngày 04/5/2016 của UBND huyện] và [NĐ 100/2019/NĐ-CP], [CT 24-CT/TW]"),
    ("a code with a bare number", "theo [NĐ 01/2019], [Nghị quyết số 57-NQ/TW] và [NQ 57]; CT 5, TT 20 xã"),
    ("a joint paper's bodies", "[Thông tư liên tịch số 35/2006/TTLT-BYT-BNV ngày 23/8/2006 của Bộ Y tế và Bộ Nội vụ]; [Công văn số 1/BYT-K ngày 2/3/2006 của Bộ Y tế] và Bộ Nội vụ"),
    ("bare numbers in a row", "các [Nghị quyết số 57], [59], [66] và [68 của Bộ Chính trị]; [Nghị quyết 5] và 3 nghị quyết khác"),
    ("a bare number with its date", "theo [Tờ trình số 12 ngày 4/5/2020 của Sở Y tế] và [QĐ số 55 ngày 4/5/2021 của UBND xã]"),
    ("a cut suffix", "theo [Kết luận số 62-KL/T W của Bộ Chính trị]"),
    ("two plenums", "[Nghị quyết Hội nghị lần thứ bảy, lần thứ tám Ban Chấp hành Trung ương Đảng khóa X]; học tập"),
    ("wrong accents", "theo [Nghi quyết số 5-NQ/TU cúa Tỉnh ủy], [Quyêt định số 7/QĐ-UB ngay 2/3/2006 của Uy ban nhân dân tinh Hà Nam] về"),
    ("a cut serial", "[Quyết định số 217-QĐ/TW], [Quyết định số 2 18-QĐ/TW, ngày 12/12/2013 của Bộ\n\n2\n\nChính trị]; giám sát"),
    ("between two bodies", "[Chương trình số 9/CTrPH/CP-TLĐ ngày 3/3/2016 giữa Chính phủ và Tổng Liên đoàn Lao động Việt Nam];"),
    ("a name in quotation marks", "thực hiện [Đề án “Xây dựng xã hội học tập giai đoạn 2021 - 2030”] trên địa bàn tỉnh"),
    ("a period behind the marks", "và [Chương trình \"Mỗi xã một sản phẩm\" giai đoạn 2021 - 2025], các xã"),
    ("a promulgated name in marks", "[Quyết định số 9/QĐ-TTg ngày 3/3/2021 của Thủ tướng Chính phủ] phê duyệt [Chương trình “Sức khỏe Việt Nam”];"),
    ("promulgated in small letters", "[Quyết định số 12/QĐ-UBND ngày 5/5/2020 của UBND tỉnh] về việc ban hành [quy định giá các loại đất 5 năm 2020-2024]."),
    ("approved in small letters", "[Quyết định số 749/QĐ-TTg ngày 03/6/2020] phê duyệt [chương trình chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030]; các xã"),
    ("who made it", "thực hiện [Quy chế làm việc] do Ban Thường vụ Tỉnh ủy ban hành ngày 5/5/2020"),
    ("an issuer's programme", "[Nghị quyết số 3/NQ-CP ngày 9/01/2025 của Chính phủ] ban hành [Chương trình hành động của Chính phủ] thực hiện [Nghị quyết số 57-NQ/TW]"),
    ("a bracketed short name", "[Quyết định số 6/QĐ-TTg ngày 06/01/2022] phê duyệt “[Đề án phát triển dữ liệu dân cư]” (Đề án 06); đẩy mạnh [Đề án 06] ở xã"),
    ("a bracketed short number", "[Nghị quyết số 57-NQ/TW, ngày 22/12/2024] về khoa học (Nghị quyết 57), theo [Nghị quyết 57]"),
    ("a company's letter", "nhận được [công văn số JHDPC/2025/276 ngày 5/9/2025 của Công ty Hải Đăng] và [công văn số 20251022/CV-HD]"),
    ("a year behind the code", "theo [Quyết định số 1719/QĐ-TTg/2021 ngày 14/10/2021 của Thủ tướng Chính phủ] về"),
    ("a law before a verb", "một số điều của [Luật Bay], trình Chính phủ trong quý III; [Luật Vùng trời], hoàn thành"),
    ("a law with a word twice", "thi hành [Luật ban Ban hành văn bản quy phạm pháp luật] được"),
    ("a body's word twice", "[Quyết định số 10/2016/QĐ-UBND ngày 21/3/2016 của Ủy ban nhân dân tỉnh] tỉnh ban hành"),
    ("short numbers never given in full", "thực hiện [Quyết định 217], [218 của Bộ Chính trị (khóa XI)]; [Kết luận 06 ngày 10/6/2021 của Ban Bí thư]"),
    ("several plenums", "các [Nghị quyết Trung ương 6, 7 và 8 khóa XII]; học tập"),
    ("a scheme by its number", "Triển khai [Đề án 06] đúng lộ trình"),
    ("a law with its number inside a plan's name", "[Quyết định số 22/QĐ-TTg ngày 5/3/2024] ban hành [Kế hoạch thi hành [Luật Đất đai số 31/2024/QH15]], các xã"),
    ("a scheme of four figures", "triển khai [Đề án số 1893] tại tỉnh"),
    ("the years of a term told by its ordinal", "theo [Quy chế làm việc của Huyện ủy khóa XX], nhiệm kỳ 2020 - 2025 và [Quy chế làm việc của Thị ủy nhiệm kỳ 2020 - 2025];"),
    ("a full stop and a slash at its end", "tiếp tục [Kế hoạch phát triển chợ giai đoạn 2021 - 2025]./."),
    ("what goes with it, up to a year", "Phê duyệt [Đề án phát triển chợ gắn với du lịch huyện Mai Sơn đến năm 2030], gồm"),
    ("a regulation that is to be changed", "Tham mưu sửa đổi [Quy chế phối hợp giữ rừng vùng giáp ranh] trong quý IV/2010"),
    ("a noun that may be a verb", "theo mẫu của [Hướng dẫn 08] trước đây; Hướng dẫn 12 hợp tác xã lập hồ sơ"),
    ("a longer word than a known name's", "Ban hành [Quy chế chất vấn trong Đảng bộ xã Na Ư]; [Quy chế chất vấn trong Đảng]"),
    ("a procedure of another's", "[Quyết định số 8/QĐ-TTg ngày 18/7/2018 của Thủ tướng Chính phủ] ban hành [Quy trình vận hành hồ Lai Hà]; phê duyệt Quy trình nội bộ"),
    ("a name that is told further on", "Triển khai [Đề án nuôi cá lồng] ở xã; [Quyết định số 8/QĐ-UBND ngày 18/7/2018] phê duyệt [Đề án nuôi cá lồng]"),
    ("glued on", "[Nghị định 15/2020/NĐ-CPngày 03/02/2020] quy định"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "marked"), MENTIONS, ids=[case[0] for case in MENTIONS])
def test_a_mention_is_found_with_its_span(why, marked):
    raw, spans = unmarked(marked)
    found = read(raw)
    assert [(c.evidence.start, c.evidence.end) for c in found] == spans
    assert all(raw[c.evidence.start : c.evidence.end] == c.evidence.quote for c in found)


NONE = [
    "các chỉ thị, nghị quyết của Đảng và Nghị quyết đại hội đảng bộ các cấp",
    "Ban Thường vụ Tỉnh ủy ban hành Kế hoạch thực hiện như sau:",
    "Trên đây là Kế hoạch triển khai trên địa bàn tỉnh.",
    "Trên đây là toàn bộ nội dung Kế hoạch phát triển chợ tỉnh Hà Nam giai đoạn 2021 - 2025./.",
    "Mẫu số 02/BC-UBND kèm theo; hợp đồng số 12/HĐ-KT; giấy phép số 485/GP-BTTTT",
    "theo TCVN 11823:2017, QCVN 01:2021/BXD và mã số thuế 0101/BTC",
    "năm 31 BC, toa 12-K4, ngày 07/01/2019, 3.390/QĐ",
    "dự thảo Luật Dân số; xây dựng Luật Chuyển đổi số",
    "trình Hội đồng nhân dân ban hành Nghị quyết quy định mức chi",
    "Kế hoạch 5 năm, Thông báo 30 ngày, Chương trình mục tiêu quốc gia",
    "kỷ luật, pháp luật, quy luật, Sở Kế hoạch và Đầu tư",
    "Quyết định giao đất; Báo cáo kết quả; Quy định chung",
    "Điều 3 và khoản 2 Điều này",
    "Chương V\nKHEN THƯỞNG, KỶ LUẬT VÀ TỔ CHỨC THỰC HIỆN\nĐiều 7. Khen thưởng",
    'phát Chương trình “Chuyên mục dân vận” mỗi tháng; xây dựng Đề án "Nâng cao chất lượng cán bộ" trình Tỉnh ủy',
    "tuyên truyền Kế hoạch “Ngày thứ bảy dân vận” của đoàn viên",
    "sơ kết việc thực hiện Nghị quyết đại hội đảng bộ các cấp nhiệm kỳ 2020 - 2025",
    "| Trước 31/12/2025 | Nghị quyết của HĐND tỉnh |",
    "TT | Chỉ tiêu | Kế hoạch năm 2024\n1 | Số xã | 73",
    "Mục tiêu cụ thể của Đề án\n\n1. Đến năm 2025 có 5 xã.",
]


@pytest.mark.parametrize("raw", NONE)
def test_what_is_no_mention_is_left(raw):
    assert [c.evidence.quote for c in read(raw)] == []


MEANT = [
    ("a date from elsewhere", "Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị; Kết luận số 62-KL/TW", "KL 62-KL/TW 2009-12-08"),
    ("the issuer beats the suffix", "Nghị quyết số 25-NQ/TU ngày 03/6/2013 của Ban Chấp hành Trung ương (khóa XI)", "NQ 25-NQ/TW 2013-06-03"),
    ("TƯ of the centre", "Chỉ thị số 30-CT/TƯ của Bộ Chính trị", "CT 30-CT/TW"),
    ("TƯ of a province", "Chương trình số 27-CTr/TƯ của Tỉnh ủy", "CTr 27-CTr/TU"),
    ("capitals", "CHƯƠNG TRÌNH SỐ 30-CTR/TU", "CTr 30-CTr/TU"),
    ("a year against the number", "Nghị định số 11/2014/NĐ-CP ngày 18/2/2024 của Chính phủ", "NĐ 11/2014/NĐ-CP 2014-02-18"),
    ("the commoner date", "Chỉ thị số 5-CT/TW ngày 15/5/2016; Chỉ thị số 5-CT/TW ngày 15/5/2016; Chỉ thị số 5-CT/TW ngày 16/5/2016", "CT 5-CT/TW 2016-05-15"),
    ("two of one number", "Nghị quyết số 25-NQ/TW ngày 25/7/2008 và Nghị quyết số 25-NQ/TW ngày 03/6/2013; Nghị quyết số 25-NQ/TW", "NQ 25-NQ/TW"),
    ("of two the term's", "Nghị quyết số 25-NQ/TW ngày 25/7/2008; Nghị quyết số 25-NQ/TW ngày 03/6/2013; Nghị quyết số 25-NQ/TW (khóa XI) của Ban Chấp hành Trung ương khóa XI", "NQ 25-NQ/TW 2013-06-03"),
    ("of two the title's", "Nghị quyết số 25-NQ/TW ngày 25/7/2008 về công tác thanh niên; Nghị quyết số 25-NQ/TW ngày 03/6/2013 về công tác dân vận; Nghị quyết số 25-NQ/TW về công tác thanh niên.", "NQ 25-NQ/TW 2008-07-25"),
    ("a year's own series", "Quyết định số 2828/QĐ-UBND ngày 27/11/2025; Quyết định số 2828/QĐ-UBND ngày 2/3/2021", "QĐ 2828/QĐ-UBND 2021-03-02"),
    ("a letter has no code", "Văn bản số 3279/STP-VP ngày 07/11/2025", "CV 3279/STP-VP 2025-11-07"),
    ("a code beats the word", "văn bản số 213-KL/TW ngày 21/11/2025", "KL 213-KL/TW 2025-11-21"),
    ("a law's number", "Luật Đất đai số 31/2024/QH15 ngày 18 tháng 01 năm 2024", "L 31/2024/QH15 2024-01-18"),
    ("a law's name for its number", "Luật Đất đai số 31/2024/QH15; quy định chi tiết Luật Đất đai", "L 31/2024/QH15"),
    ("another year's law", "Luật Đất đai số 31/2024/QH15; theo Luật Đất đai năm 2013", "Luật Đất đai 2013"),
    ("a law's date from elsewhere", "Luật Thống kê ngày 23/11/2015; thi hành Luật thống kê", "Luật Thống kê 2015-11-23"),
    ("a law's year", "Luật Nhà ở năm 2023", "Luật Nhà ở 2023"),
    ("a resolution of the Assembly", "Nghị quyết số 43/2022/QH15 của Quốc hội", "NQ 43/2022/QH15"),
    ("an ordinance", "Pháp lệnh số 02/2020/UBTVQH14 ngày 09/12/2020", "PL 02/2020/UBTVQH14 2020-12-09"),
    ("a short number", "Nghị quyết số 57-NQ/TW ngày 22/12/2024; thực hiện Nghị quyết 57.", "NQ 57-NQ/TW 2024-12-22"),
    ("a short number never given in full", "theo Nghị quyết 19 của Bộ Chính trị", "NQ 19"),
    ("a decree without its suffix", "theo Nghị định 126/2020", "NĐ 126/2020/NĐ-CP"),
    ("its own number", "Kế hoạch số 15-KH/TU của Tỉnh ủy", "this"),
    ("its own number of another year", "Kế hoạch số 15-KH/TU ngày 3/3/2018", "KH 15-KH/TU 2018-03-03"),
    ("a decree's own words, copied", "Tại Điều 5 Nghị định số 10/2022/NĐ-CP (sửa đổi bởi Nghị định số 175/2025/NĐ-CP) quy định mức thu theo Nghị định này", "this"),
    ("quoted", "Điều 4 của Kế hoạch số 8-KH/TU quy định như sau: “Kế hoạch này có hiệu lực từ ngày ký.”", "this"),
    ("quoted after a bracket", "Tại Điều 6 Nghị định số 8/2021/NĐ-CP (được sửa đổi tại Nghị định số 90/2024/NĐ-CP) quy định: “1. Mức phạt. Lập biên bản theo Điều 9 Nghị định này.”", "this"),
    ("words in quotation marks", "Nội dung: \"Trồng cây\" và \"Giữ rừng\" theo Kế hoạch số 8-KH/TU. Thực hiện Kế hoạch này", "this"),
    ("a congress in short", "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng; đưa Nghị quyết Đại hội XIII vào cuộc sống", "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
    ("a local congress in short", "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII; thực hiện Nghị quyết Đại hội lần thứ XVII", "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII"),
    ("two congresses of one ordinal", "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIV; Nghị quyết Đại hội lần thứ XIV của Đảng", "Nghị quyết Đại hội lần thứ XIV của Đảng"),
    ("a known law in small letters", "Luật An toàn thực phẩm ngày 17/6/2010; quy định chi tiết một số điều của luật an toàn thực phẩm", "Luật An toàn thực phẩm 2010-06-17"),
    ("after the quotation", "Kế hoạch số 8-KH/TU quy định như sau: “1. Bãi bỏ.” Thực hiện Kế hoạch này", "this"),
    ("a cut serial", "Nghị định số 1 4/2018/NĐ-CP ngày 23/01/2018", "NĐ 14/2018/NĐ-CP 2018-01-23"),
    ("a plenum's only resolution", "Nghị quyết số 8-NQ/TW ngày 22/10/2018 của Hội nghị lần thứ tám Ban Chấp hành Trung ương khóa XII; theo Nghị quyết Trung ương 8", "NQ 8-NQ/TW 2018-10-22"),
    ("a plenum's, by the date", "Nghị quyết số 37-NQ/TW ngày 24/11/2023 của Ban Chấp hành Trung ương; Nghị quyết Trung ương 8 khóa XIII", "NQ 37-NQ/TW 2023-11-24"),
    ("one of a plenum's two", "Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017 của Hội nghị Trung ương 6 khóa XII; Nghị quyết Trung ương 6 khóa XII", "Nghị quyết Trung ương 6 khóa XII"),
    ("another term's plenum", "Nghị quyết số 12-NQ/TW ngày 16/01/2012 của Hội nghị Trung ương 4 khóa XI; Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Trung ương 4 khóa XII"),
    ("a joint paper's slashes", "Kế hoạch phối hợp số 3/KHPH/ĐU-CA ngày 1/2/2025", "KHPH 3/KHPH/ĐU-CA 2025-02-01"),
    ("a ministry's own code", "Thông tư số 12/TC-HCSN ngày 18/3/1994 của Bộ Tài chính", "TT 12/TC-HCSN 1994-03-18"),
    ("a circular by its code", "TT số 5/2020/TT-BYT", "TT 5/2020/TT-BYT"),
    ("a name with and without marks", "phê duyệt Đề án “Phụ nữ khởi nghiệp giai đoạn 2017 - 2025”; thực hiện Đề án Phụ nữ khởi nghiệp giai đoạn 2017 - 2025", 'Đề án "Phụ nữ khởi nghiệp giai đoạn 2017 - 2025"'),
    ("a scheme by its given number", "Quyết định số 939/QĐ-TTg ngày 30/6/2017 phê duyệt Đề án \"Phụ nữ khởi nghiệp\" (gọi tắt là Đề án 939); thực hiện Đề án 939", 'Đề án "Phụ nữ khởi nghiệp"'),
    ("a date with and without a place", "Quyết định số 61/2022/QĐ-UBND ngày 30/12/2022 của Ủy ban nhân dân tỉnh; Quyết định số 61/2022/QĐ-UBND ngày 30/12/2022 của Ủy ban nhân dân tỉnh An Giang; Quyết định số 61/2022/QĐ-UBND", "QĐ 61/2022/QĐ-UBND 2022-12-30"),
    ("a company's number", "công văn số JHDPC/2025/276 ngày 5/9/2025 của Công ty Hải Đăng", "CV JHDPC/2025/276 2025-09-05"),
    ("a year behind the code", "Quyết định số 1719/QĐ-TTg ngày 14/10/2021; Quyết định số 1719/QĐ-TTg/2021", "QĐ 1719/QĐ-TTg 2021-10-14"),
    ("a law with a word twice", "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15; Luật ban Ban hành văn bản quy phạm pháp luật", "L 64/2025/QH15"),
    ("a plenum of several resolutions", "Nghị quyết số 18, 19-NQ/TW của Hội nghị Trung ương 6 khóa XII; Nghị quyết Trung ương 6", "Nghị quyết Trung ương 6"),
    ("one code for a type of several", "Quy định số 8-QĐi/TW ngày 25/10/2018 của Ban Chấp hành Trung ương", "QĐ 8-QĐi/TW 2018-10-25"),
    ("a number in brackets, then a date", "Luật Căn cước (số 26/2023/QH15) ngày 27/11/2023", "L 26/2023/QH15 2023-11-27"),
    ("a strategy after another", "Kế hoạch phát triển gia đình giai đoạn 2021 - 2025 và Chiến lược quốc gia về dinh dưỡng giai đoạn 2021 - 2030", "Chiến lược quốc gia về dinh dưỡng giai đoạn 2021 - 2030"),
    ("an older law than its namesake", "Luật Giá số 16/2023/QH15; Nghị định số 89/2013/NĐ-CP quy định chi tiết một số điều của Luật Giá", "Luật Giá"),
    ("a scanned year", "theo Luật Thú y nãm 2015", "Luật Thú y 2015"),
    ("a letter no type", "Kết luận của Ban Bí thư số 83-KL/TW ngày 4/6/2021", "KL 83-KL/TW 2021-06-04"),
    ("a misread word before the number", "Nghị quyết sổ 21-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương", "NQ 21-NQ/TW 2022-06-16"),
    ("nothing spoken of", "theo khoản 2 Điều 9 Luật này", "this"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "raw", "canonical"), MEANT, ids=[case[0] for case in MEANT])
def test_the_last_mention_means(why, raw, canonical):
    assert read(raw)[-1].canonical == canonical


def test_coordination_shares_date_issuer_and_term():
    first, second = read(
        "Nghị quyết số 20-NQ/TW, 21-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng (khóa XII)"
    )
    for citation in (first, second):
        assert (citation.type, citation.date, citation.term) == ("nghị quyết", "2017-10-25", "XII")
        assert (citation.issuer, citation.scope) == ("Ban Chấp hành Trung ương Đảng", "central")


def test_a_mention_with_a_date_of_its_own_shares_the_issuer_only():
    first, _ = read(
        "Thông báo số 160-TB/TW, ngày 15/01/2020, Kết luận số 62-KL/TW, ngày 08/12/2009 của Bộ Chính trị khóa X"
    )
    assert (first.date, first.issuer, first.term) == ("2020-01-15", "Bộ Chính trị", None)


def test_members_of_one_term_share_it_though_their_dates_differ():
    found = read(
        "các Nghị quyết: số 26-NQ/TW ngày 19/5/2018; số 36-NQ/TW ngày 22/10/2018 của Ban Chấp hành Trung ương (khóa XII)"
    )
    assert [c.term for c in found] == ["XII", "XII"]


def test_an_item_below_an_opening_is_no_number():
    assert not read("Ban Thường vụ Huyện ủy chỉ thị:\n\n1- UBND huyện rà soát.\n\n2- Công an huyện tuần tra.")
    (found,) = read("thực hiện Kế hoạch số\n\n3\n\n51/KH-UBND của UBND tỉnh")
    assert found.number == "51/KH-UBND"


def test_within_the_name_of_a_law_nothing_else_is_named():
    found = read("theo Luật Quy hoạch ngày 24/11/2017 và Luật Quy hoạch đô thị năm 2009")
    assert [c.canonical for c in found] == ["Luật Quy hoạch 2017-11-24", "Luật Quy hoạch đô thị 2009"]


def test_a_named_regulation_on_working_together_is_a_regulation():
    found = read("Quy chế phối hợp phòng cháy rừng ban hành kèm theo Quyết định số 8/QĐ-UBND ngày 2/2/2020")
    assert [c.type for c in found] == ["quy chế", "quyết định"]


def test_a_regulation_s_maker_is_its_issuer():
    (found,) = read("thực hiện Quy chế tiếp công dân do Ban Thường vụ Tỉnh ủy ban hành ngày 5/5/2020")
    assert (found.issuer, found.scope) == ("Ban Thường vụ Tỉnh ủy", "province")


def test_a_list_of_several_bodies_papers_shares_the_date():
    found = read("các Quyết định số 13/QĐ-UBND, 14/QĐ-CTUBND và 15/QĐ-STC ngày 5/5/2020 về đất")
    assert [c.date for c in found] == ["2020-05-05"] * 3


def test_a_year_alone_is_no_date_of_a_law_but_of_a_number():
    found = read("Luật Thú y năm 2015; Nghị quyết số 12/NQ-HĐND/2021; Nghị quyết số 13/NQ-HĐND năm 2020")
    assert [c.date for c in found] == [None, "2021", "2020"]


def test_the_head_of_a_list_gives_type_and_issuer():
    found = read(
        "Căn cứ các Quyết định của Bộ trưởng Bộ Tư pháp: Số 524/QĐ-BTP ngày 05/4/2021 về việc A; số 853/QĐ-BTP"
    )
    assert [(c.type, c.issuer) for c in found] == [("quyết định", "Bộ trưởng Bộ Tư pháp")] * 2


def test_a_list_shares_its_issuer_and_takes_none_from_before():
    found = read(
        "đề nghị của Giám đốc Sở Y tế tại Tờ trình số 4/TTr-SYT ngày 3/5/2018. Bãi bỏ các Thông tư: số "
        "40/2011/TT-BYT ngày 27/5/2011; số 65/2009/TT-BYT ngày 12/10/2009 của Bộ trưởng Bộ Y tế."
    )
    assert [c.issuer for c in found] == ["Giám đốc Sở Y tế", "Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Y tế"]


def test_provisions_stand_between_members_of_a_coordination():
    first, second = read(
        "Mục II Tờ trình số 7/TTr-NHNN ngày 21/11/2025, Mục II Tờ trình số 9/TTr-NHNN của Ngân hàng Nhà nước"
    )
    assert first.issuer == second.issuer == "Ngân hàng Nhà nước"


def test_an_issuer_before_the_mention_is_its_own():
    first, second = read(
        "chỉ đạo của Bộ Chính trị tại Thông báo số 99-TB/TW ngày 21/11/2025, của Ban Bí thư tại văn bản số 213-KL/TW"
    )
    assert (first.issuer, second.issuer) == ("Bộ Chính trị", "Ban Bí thư")


PROVISIONS = [
    ("theo khoản 2 Điều 91 Luật Đất đai", "khoản 2 Điều 91"),
    (
        "tại điểm a, điểm b khoản 1 Điều 5 và Điều 7 của Nghị định số 1/2020/NĐ-CP",
        "điểm a, điểm b khoản 1 Điều 5 và Điều 7",
    ),
    ("tại Điều 3 Quyết định này", "Điều 3"),
    ("Mục II Nghị quyết số 5-NQ/TU", "Mục II"),
    ("Điều 2. Quyết định này có hiệu lực", None),
]


@pytest.mark.parametrize(("raw", "provision"), PROVISIONS)
def test_a_provision_stands_before_its_directive(raw, provision):
    assert read(raw)[0].provision == provision


PLACES = [
    ("Chương trình số 30-CTr/TU của Tỉnh ủy Quảng Nam về", "Quảng Nam", "province"),
    ("Kế hoạch số 64-KH/HU của Ban Thường vụ Huyện ủy Mai Sơn về", "Mai Sơn", "district"),
    ("Kế hoạch số 4/KH-UBND của UBND tỉnh Lào Cai về", "Lào Cai", "province"),
    ("Kế hoạch số 4/KH-UBND của UBND thành phố Việt Trì về", "Việt Trì", "district"),
    ("Kế hoạch số 4/KH-UBND ngày 2/3/2024", None, "province"),
    ("Quyết định số 4/QĐ-TTg", None, "central"),
]


@pytest.mark.parametrize(("raw", "place", "scope"), PLACES)
def test_place_and_level_are_the_issuers(raw, place, scope):
    assert (read(raw)[0].place, read(raw)[0].scope) == (place, scope)


ISSUERS_BEFORE = [
    ("ý kiến của Sở Xây dựng (Công văn số 3905/SXD-HTKT ngày 14/12/2020)", "Sở Xây dựng", "province"),
    ("Các văn bản thẩm định của Sở Tư pháp: Số 4/BC-STP ngày 1/9/2025, số 18/STP-VB", "Sở Tư pháp", "province"),
    ("Theo đề nghị của Trưởng ban Ban Quản lý Khu kinh tế cửa khẩu Hà Tiên tại Tờ trình số 9/TTr-BQLKKT", "Trưởng ban Ban Quản lý Khu kinh tế cửa khẩu Hà Tiên", "province"),
    ("Theo đề nghị của Sở Y tế tại Tờ trình số 6/TTr-SYT ngày 4/5/2025 và Giám đốc Sở Nội vụ tại Tờ trình số 8/TTr-SNV", "Giám đốc Sở Nội vụ", "province"),
    ("kiến nghị do Ban Dân nguyện chuyển đến tại Văn bản số 5/BDN-GS", "Ban Dân nguyện", "central"),
    ("rà soát biên chế, Ban Tổ chức Tỉnh ủy đã có Công văn số 71-CV/BTCTU ngày 3/8/2022", "Ban Tổ chức Tỉnh ủy", "province"),
    ("Tờ trình số 6/TTr-SCT (được Sở Xây dựng thẩm định tại Báo cáo số 14/BC-SXD)", "Sở Xây dựng", "province"),
    ("Ngày 10/01/2025, Bộ Nông nghiệp và Phát triển nông thôn (nay là Bộ Nông nghiệp và Môi trường) đã có Văn bản số 5/BNN-TC", "Bộ Nông nghiệp và Phát triển nông thôn", "central"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "issuer", "scope"), ISSUERS_BEFORE)
def test_who_sends_a_directive_may_stand_before_it(raw, issuer, scope):
    assert (read(raw)[-1].issuer, read(raw)[-1].scope) == (issuer, scope)


def test_a_congress_told_by_its_ordinal_is_the_partys():
    assert read("Thực hiện Nghị quyết Đại hội XIV ở chi bộ")[0].scope == "central"


TITLES = [
    ("Kết luận số 9-KL/TU về tiếp tục thực hiện Nghị quyết số 4-NQ/TU ngày 5/6/2018 về trồng rừng và Kế hoạch số 3-KH/TU.", "về tiếp tục thực hiện Nghị quyết số 4-NQ/TU ngày 5/6/2018 về trồng rừng"),
    ("Kế hoạch số 3-KH/TU về thực hiện Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW; các xã", "về thực hiện Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW"),
    ("Nghị định số 5/2020/NĐ-CP quy định chi tiết Luật Giá, được sửa đổi, bổ sung tại Nghị định số 7/2023/NĐ-CP", "quy định chi tiết Luật Giá"),
    ("Quyết định số 8/QĐ-BYT về việc công bố thủ tục được sửa đổi, bổ sung lĩnh vực dược; các sở", "về việc công bố thủ tục được sửa đổi, bổ sung lĩnh vực dược"),
    ("Quyết định số 8/QĐ-BYT về việc thực hiện; các sở", None),
    ("Quy chế dân chủ ở cơ sở, tăng cường đối thoại với Nhân dân", None),
    ("Quyết định số 8/QĐ-BYT\n\nThực hiện nhiệm vụ được giao", None),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "title"), TITLES)
def test_a_title_runs_over_what_it_names_to_its_end(raw, title):
    assert read(raw)[0].title == title


def test_the_title_follows_the_mention():
    found = read(
        'Kết luận số 9-KL/TU về "tăng cường quản lý đất đai", các huyện; Quyết định số 4/QĐ-UBND về giá đất; Luật Giá'
    )
    assert [c.title for c in found] == ["về tăng cường quản lý đất đai", "về giá đất", None]


STATE = """ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HÒA BÌNH             Độc lập - Tự do - Hạnh phúc
Số: 12/2024/QĐ-UBND       Hòa Bình, ngày 05 tháng 4 năm 2024

QUYẾT ĐỊNH
Ban hành Quy chế quản lý chợ trên địa bàn tỉnh Hòa Bình

Căn cứ Luật Giá ngày 19 tháng 6 năm 2023;
Xét đề nghị của Sở Công Thương tại Tờ trình số 30/TTr-SCT ngày 01/4/2024.

QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ trên địa bàn tỉnh Hòa Bình.
Điều 2. Quyết định này thay thế Quyết định số 8/2015/QĐ-UBND ngày 02/3/2015.
Điều 3. Chánh Văn phòng, Giám đốc Sở Công Thương chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Bùi Văn X

QUY CHẾ
Quản lý chợ trên địa bàn tỉnh Hòa Bình
(Ban hành kèm theo Quyết định số 12/2024/QĐ-UBND ngày 05/4/2024 của Ủy ban nhân dân tỉnh)

Điều 1. Quy chế này quy định việc quản lý chợ.
"""


def test_a_whole_decision_is_read_by_its_parts():
    text = Text("decision.txt", STATE)
    facts = DocumentFacts(
        "x", type="quyết định", number="12/2024/QĐ-UBND", date="2024-04-05", level="province"
    )
    found = find_citations(text, layout_of(text), facts)
    assert [(c.kind, c.canonical) for c in found] == [
        ("named", "Quy chế quản lý chợ trên địa bàn tỉnh Hòa Bình"),
        ("named", "Luật Giá 2023-06-19"),
        ("numbered", "TTr 30/TTr-SCT 2024-04-01"),
        ("self", "this"),
        ("named", "Quy chế quản lý chợ trên địa bàn tỉnh Hòa Bình"),
        ("self", "this"),
        ("numbered", "QĐ 8/2015/QĐ-UBND 2015-03-02"),
        ("self", "this"),
        ("self", "this"),
        ("self", "this"),
    ]


def test_an_annex_head_is_itself_also_if_the_head_is_lost():
    raw = STATE.replace("Số: 12/2024/QĐ-UBND       Hòa Bình, ngày 05 tháng 4 năm 2024", "")
    text = Text("decision.txt", raw)
    found = find_citations(text, layout_of(text), DocumentFacts("x", type="quyết định"))
    head = next(c for c in found if c.number == "12/2024/QĐ-UBND")
    assert (head.kind, head.canonical) == ("self", "this")


def test_an_annex_head_with_a_slip_in_the_number_is_itself():
    raw = STATE.replace("kèm theo Quyết định số 12/2024/QĐ-UBND", "kèm theo Quyết định số 122/2024/QĐ-UBND")
    assert raw != STATE
    text = Text("decision.txt", raw)
    facts = DocumentFacts("x", type="quyết định", number="12/2024/QĐ-UBND", date="2024-04-05")
    found = find_citations(text, layout_of(text), facts)
    assert next(c.kind for c in found if c.number == "122/2024/QĐ-UBND") == "self"


def test_number_is_as_printed_and_canonical_as_meant():
    (citation,) = read("Quyết định số 412-**QÐ**/TU ngày 1/2/2021")
    assert (citation.number, citation.canonical) == ("412-QÐ/TU", "QĐ 412-QĐ/TU 2021-02-01")


HOSTILE = [
    "Quyết định số" + " " * 50_000 + "12/QĐ-TTg",
    "12/" * 20_000,
    "Nghị quyết số " + "1, " * 20_000 + "25-NQ/TW",
    "Luật sửa đổi, bổ sung một số điều của " * 1_500,
    "(sau đây gọi tắt là Nghị quyết 25) " * 1_500,
    "khoản 1 Điều 2 " * 3_000 + "Quyết định này",
    "\x00\x1b" * 5_000 + "số 1/QĐ-TTg",
]


@pytest.mark.parametrize("raw", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_read_in_time(raw):
    assert len(read(raw)) < 5_000


def test_any_mutation_gives_a_result():
    chance = random.Random(7)
    signs = "QĐ/-–()[]\"'*_ \n\t0123456789ĐÐ́\u200b\x00số"
    for _ in range(150):
        raw = list(STATE)
        for _ in range(60):
            raw[chance.randrange(len(raw))] = chance.choice(signs)
        text = Text("mutated", "".join(raw[: chance.randrange(len(raw))]))
        for citation in find_citations(text, layout_of(text), PLAN):
            assert re.search(r"\w", citation.evidence.quote)
            assert citation.canonical
