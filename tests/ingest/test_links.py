"""Which directive does what to which, as a document says it."""

import random

import pytest

from graph.extraction import DocumentFacts
from ingest.links import carried_out, find_links
from tests.ingest.marked import FACTS, layout, marked


def links(part, words, facts=FACTS):
    """(source, manner, target) of the links, with the part changed where there is one."""
    text, citations = marked(words)
    found = find_links(text, layout(text, part), facts, citations)
    return {(link.source, link.manner, link.target, *([link.part] if link.part else [])) for link in found}


OTHERS = [
    (
        "continues",
        (
            "[Kết luận số 91-KL/TW ngày 12/8/2024] của Bộ Chính trị về tiếp tục thực hiện [Nghị quyết số "
            "29-NQ/TW ngày 04/11/2013] của Ban Chấp hành Trung ương"
        ),
        {
            ("91-KL/TW 2024-08-12", "continues", "29-NQ/TW 2013-11-04"),
        },
    ),
    (
        "implements, straight after the mention",
        (
            "[Kế hoạch số 31-KH/TU] của Ban Thường vụ Tỉnh ủy (khóa XII) thực hiện [Chỉ thị số 7-CT/TW] "
            "của Ban Bí thư"
        ),
        {
            ("31-KH/TU", "implements", "7-CT/TW"),
        },
    ),
    (
        "after a name in brackets",
        "[Đề án số 4-ĐA/TU] (sau đây gọi tắt là Đề án) triển khai [Nghị quyết số 8-NQ/TW]",
        {
            ("4-ĐA/TU", "implements", "8-NQ/TW"),
        },
    ),
    (
        "reviews",
        "[Báo cáo số 9-BC/TU] sơ kết 03 năm thực hiện [Chỉ thị số 7-CT/TW]",
        {
            ("9-BC/TU", "reviews", "7-CT/TW"),
        },
    ),
    (
        "two objects",
        ("[Kế hoạch số 31-KH/TU] thực hiện [Nghị quyết số 8-NQ/TW], [Nghị quyết số 9-NQ/TW] của Trung ương"),
        {
            ("31-KH/TU", "implements", "8-NQ/TW"),
            ("31-KH/TU", "implements", "9-NQ/TW"),
        },
    ),
    (
        "a quotation holds the verb",
        (
            "[Thông báo số 40-TB/TW] về việc “đổi mới phương thức, tiếp tục thực hiện [Kết luận số "
            "6-KL/TW]” và [Kế hoạch số 2-KH/TU]"
        ),
        {
            ("40-TB/TW", "continues", "6-KL/TW"),
        },
    ),
    (
        "a province's resolution is no object of a central one",
        (
            "triển khai [Kết luận số 9-KL/TW] về tiếp tục thực hiện [Nghị quyết số 8-NQ/TW], [Nghị quyết "
            "số 3-NQ/TU] của Tỉnh ủy"
        ),
        {
            ("9-KL/TW", "continues", "8-NQ/TW"),
        },
    ),
    (
        "watching is no link",
        "[Kế hoạch số 31-KH/TU] về kiểm tra việc thực hiện [Chỉ thị số 7-CT/TW]",
        set(),
    ),
    (
        "named side by side",
        "theo [Nghị quyết số 8-NQ/TW] và [Kế hoạch số 31-KH/TU]",
        set(),
    ),
    (
        "a day of the same year is a slip where the title says so",
        "[Kế hoạch số 3-KH/TU ngày 01/02/2023] về thực hiện [Nghị quyết số 8-NQ/TW ngày 05/6/2023]",
        {("3-KH/TU 2023-02-01", "implements", "8-NQ/TW 2023-06-05")},
    ),
    (
        "the later is not carried out by the earlier",
        "[Kế hoạch số 3-KH/TU ngày 01/02/2020] về thực hiện [Nghị quyết số 8-NQ/TW ngày 05/6/2023]",
        set(),
    ),
    (
        "amends",
        (
            "[Nghị định số 12/2024/NĐ-CP] của Chính phủ sửa đổi, bổ sung một số điều của [Nghị định số "
            "40/2019/NĐ-CP] về phí"
        ),
        {
            ("12/2024/NĐ-CP", "amends", "40/2019/NĐ-CP"),
        },
    ),
    (
        "a chain, and its second object",
        (
            "[Nghị định số 12/2024/NĐ-CP ngày 01/3/2024] sửa đổi [Nghị định số 40/2019/NĐ-CP ngày "
            "02/5/2019] của Chính phủ quy định chi tiết và biện pháp thi hành [Luật Thú y] và [Nghị định "
            "số 41/2019/NĐ-CP ngày 03/5/2019] về kiểm dịch"
        ),
        {
            ("12/2024/NĐ-CP 2024-03-01", "amends", "40/2019/NĐ-CP 2019-05-02"),
            ("12/2024/NĐ-CP 2024-03-01", "amends", "41/2019/NĐ-CP 2019-05-03"),
            ("40/2019/NĐ-CP 2019-05-02", "guides", "Luật Thú y"),
        },
    ),
    (
        "passive",
        (
            "điểm a khoản 2 Điều 9 [Thông tư số 8/2018/TT-BYT] (được sửa đổi, bổ sung tại khoản 3 Điều 1 "
            "[Thông tư số 5/2022/TT-BYT])"
        ),
        {
            ("5/2022/TT-BYT", "amends", "8/2018/TT-BYT"),
        },
    ),
    (
        "passive without được",
        "[Luật Thú y] (sửa đổi, bổ sung theo [Luật số 19/2023/QH15])",
        {
            ("19/2023/QH15", "amends", "Luật Thú y"),
        },
    ),
    (
        "passive over a title, amended by its like",
        (
            "[Nghị định số 40/2019/NĐ-CP] quy định chi tiết [Luật Thú y] được sửa đổi bởi [Nghị định số "
            "12/2024/NĐ-CP];"
        ),
        {
            ("12/2024/NĐ-CP", "amends", "40/2019/NĐ-CP"),
            ("40/2019/NĐ-CP", "guides", "Luật Thú y"),
        },
    ),
    (
        "a list of later amendments",
        (
            "[Luật Thú y số 79/2015/QH13] đã được sửa đổi, bổ sung một số điều theo [Luật số "
            "35/2018/QH14]; [Luật số 19/2023/QH15] và [Luật số 20/2024/QH15];\nCăn cứ [Luật số 5/2020/QH14]"
        ),
        {
            ("19/2023/QH15", "amends", "79/2015/QH13"),
            ("20/2024/QH15", "amends", "79/2015/QH13"),
            ("35/2018/QH14", "amends", "79/2015/QH13"),
        },
    ),
    (
        "the list ends where another law begins",
        (
            "[Luật Thú y số 79/2015/QH13] được sửa đổi bởi [Luật số 35/2018/QH14], [Luật số 19/2023/QH15]; "
            "[Luật Giá số 16/2023/QH15];"
        ),
        {
            ("19/2023/QH15", "amends", "79/2015/QH13"),
            ("35/2018/QH14", "amends", "79/2015/QH13"),
        },
    ),
    (
        "replaced, passive",
        "[Quyết định số 7/QĐ-BTC] được thay thế bởi [Quyết định số 90/QĐ-BTC]",
        {
            ("90/QĐ-BTC", "replaces", "7/QĐ-BTC"),
        },
    ),
    (
        "procedures are changed, not directives",
        "danh mục thủ tục được sửa đổi, bổ sung tại [Quyết định số 90/QĐ-BTC]",
        set(),
    ),
    (
        "a law's name says what it amends",
        ("[Luật Thú y số 79/2015/QH13]; [Luật sửa đổi, bổ sung một số điều của Luật Thú y số 19/2023/QH15];"),
        {
            ("19/2023/QH15", "amends", "79/2015/QH13"),
        },
    ),
    (
        "guides two",
        (
            "[Thông tư số 6/2023/TT-BTC] hướng dẫn thi hành [Nghị định số 40/2019/NĐ-CP] và [Nghị định số "
            "41/2019/NĐ-CP]"
        ),
        {
            ("6/2023/TT-BTC", "guides", "40/2019/NĐ-CP"),
            ("6/2023/TT-BTC", "guides", "41/2019/NĐ-CP"),
        },
    ),
    (
        "two verbs of one title",
        (
            "[Thông tư số 6/2023/TT-BTC] quy định chi tiết một số điều của [Luật Giá] và hướng dẫn thực "
            "hiện [Nghị định số 40/2019/NĐ-CP]"
        ),
        {
            ("6/2023/TT-BTC", "guides", "40/2019/NĐ-CP"),
            ("6/2023/TT-BTC", "guides", "Luật Giá"),
        },
    ),
    (
        "promulgates",
        "[Quyết định số 15-QĐ/TU] của Tỉnh ủy về ban hành [Quy chế phối hợp công tác]",
        {
            ("15-QĐ/TU", "promulgates", "Quy chế phối hợp công tác"),
        },
    ),
    (
        "promulgated with",
        "[Quy chế phối hợp công tác] ban hành kèm theo [Quyết định số 15-QĐ/TU]",
        {
            ("15-QĐ/TU", "promulgates", "Quy chế phối hợp công tác"),
        },
    ),
    (
        "amended by a list after a colon",
        "[Nghị định số 9/2012/NĐ-CP ngày 4/3/2012] về phí, được sửa đổi, bổ sung bởi:\n[Nghị định số "
        "6/2016/NĐ-CP ngày 7/5/2016] về lệ phí;\n[Nghị định số 8/2020/NĐ-CP ngày 1/2/2020] quy định mức thu.",
        {
            ("6/2016/NĐ-CP 2016-05-07", "amends", "9/2012/NĐ-CP 2012-03-04"),
            ("8/2020/NĐ-CP 2020-02-01", "amends", "9/2012/NĐ-CP 2012-03-04"),
        },
    ),
    (
        "a wrapped line that begins with an article",
        "[Nghị định số 9/2012/NĐ-CP] được bổ sung tại khoản 3\nĐiều 2 [Nghị định số 8/2020/NĐ-CP]",
        {("8/2020/NĐ-CP", "amends", "9/2012/NĐ-CP")},
    ),
    (
        "a submission promulgates nothing",
        "[Tờ trình số 8/TTr-UBND] về việc ban hành [Quy chế phối hợp công tác]",
        set(),
    ),
    (
        "nor repeals",
        "[Tờ trình số 8/TTr-UBND] về việc bãi bỏ [Quyết định số 7/QĐ-UBND]",
        set(),
    ),
    (
        "a provision of what is promulgated, in the passive",
        "khoản 2 Điều 5 Quy chế ban hành kèm theo [Quyết định số 5/2020/QĐ-UBND] được sửa đổi bởi [Quyết định số "
        "9/2022/QĐ-UBND]",
        {("9/2022/QĐ-UBND", "amends", "5/2020/QĐ-UBND", "khoản 2 Điều 5")},
    ),
    (
        "plans of the programme's level beside it",
        "[Chương trình số 23-CTr/TU] thực hiện [Nghị quyết số 18-NQ/TW], các [Kế hoạch số 11-KH/TU]",
        {("23-CTr/TU", "implements", "18-NQ/TW")},
    ),
    (
        "guidance of a conclusion carries it out",
        "[Hướng dẫn số 16-HD/BTGTW] hướng dẫn thực hiện [Kết luận số 1-KL/TW]",
        {("16-HD/BTGTW", "implements", "1-KL/TW")},
    ),
]


@pytest.mark.parametrize(("why", "words", "expected"), OTHERS, ids=[case[0] for case in OTHERS])
def test_links_between_two_other_directives(why, words, expected):
    assert links("body", words) == expected


THIS = [
    (
        "title",
        "a plan",
        (
            "KẾ HOẠCH\nTRIỂN KHAI THỰC HIỆN [NGHỊ QUYẾT SỐ 8-NQ/TU] CỦA TỈNH ỦY THỰC HIỆN [NGHỊ QUYẾT SỐ "
            "8-NQ/TW]"
        ),
        {
            ("8-NQ/TU", "implements", "8-NQ/TW"),
            ("this", "implements", "8-NQ/TU"),
        },
    ),
    (
        "title",
        "a review",
        "KẾ HOẠCH\ntổng kết 15 năm thực hiện [Chỉ thị số 7-CT/TW]",
        {
            ("this", "reviews", "7-CT/TW"),
        },
    ),
    (
        "title",
        "a continuation",
        "KẾT LUẬN\nvề tiếp tục đẩy mạnh thực hiện [Nghị quyết số 3-NQ/TU]",
        {
            ("this", "continues", "3-NQ/TU"),
        },
    ),
    (
        "title",
        "studied and carried out",
        "KẾ HOẠCH\nhọc tập, quán triệt và triển khai thực hiện [Nghị quyết Đại hội XIV]",
        {
            ("this", "implements", "Nghị quyết Đại hội XIV"),
        },
    ),
    (
        "title",
        "made known only",
        "KẾ HOẠCH\ntuyên truyền, phổ biến [Nghị quyết số 3-NQ/TU]",
        set(),
    ),
    (
        "title",
        "watched only",
        "KẾ HOẠCH\nkiểm tra, giám sát việc thực hiện [Nghị quyết số 3-NQ/TU]",
        set(),
    ),
    (
        "title",
        "a letter",
        "V/v triển khai [Công điện số 9/CĐ-TTg]",
        {
            ("this", "implements", "9/CĐ-TTg"),
        },
    ),
    (
        "title",
        "an answer",
        "V/v phúc đáp [Công văn số 9/UBND-NC]",
        set(),
    ),
    (
        "title",
        "a circular",
        "THÔNG TƯ\nquy định chi tiết một số điều của [Luật Giá]",
        {
            ("this", "guides", "Luật Giá"),
        },
    ),
    (
        "title",
        "a repeal of two",
        (
            "QUYẾT ĐỊNH\nBÃI BỎ [QUYẾT ĐỊNH SỐ 1/2019/QĐ-UBND] CỦA ỦY BAN NHÂN DÂN TỈNH VỀ PHÍ CHỢ VÀ "
            "[QUYẾT ĐỊNH SỐ 2/2020/QĐ-UBND] VỀ SỬA ĐỔI [QUYẾT ĐỊNH SỐ 1/2019/QĐ-UBND]"
        ),
        {
            ("2/2020/QĐ-UBND", "amends", "1/2019/QĐ-UBND"),
            ("this", "repeals", "1/2019/QĐ-UBND"),
            ("this", "repeals", "2/2020/QĐ-UBND"),
        },
    ),
    (
        "title",
        "a plan within the title",
        "QUYẾT ĐỊNH\nban hành [Kế hoạch triển khai thi hành [Luật Giá]]",
        {
            ("Kế hoạch triển khai thi hành Luật Giá", "implements", "Luật Giá"),
            ("this", "implements", "Luật Giá"),
            ("this", "promulgates", "Kế hoạch triển khai thi hành Luật Giá"),
        },
    ),
    (
        "preamble",
        "the opening",
        (
            "Thực hiện [Kết luận số 9-KL/TW] và [Kế hoạch\nsố 31-KH/TU], Ban Thường vụ Huyện ủy ban hành "
            "kế hoạch như sau:"
        ),
        {
            ("this", "implements", "31-KH/TU"),
            ("this", "implements", "9-KL/TW"),
        },
    ),
    (
        "preamble",
        "an opinion in a letter",
        (
            "Thực hiện ý kiến chỉ đạo của Thủ tướng Chính phủ tại [Công văn số 9/TTg-NC], Sở Y tế báo cáo "
            "như sau:"
        ),
        {
            ("this", "implements", "9/TTg-NC"),
        },
    ),
    (
        "preamble",
        "a basis and a ground",
        (
            "Căn cứ [Luật Giá]; thực hiện [Chỉ thị số 7-CT/TU], Ủy ban nhân dân tỉnh xây dựng kế hoạch như "
            "sau:"
        ),
        {
            ("this", "implements", "7-CT/TU"),
        },
    ),
    (
        "preamble",
        "a basis that carries out another",
        "Căn cứ [Kế hoạch số 31-KH/TU] về thực hiện [Nghị quyết số 8-NQ/TW];",
        {
            ("31-KH/TU", "implements", "8-NQ/TW"),
        },
    ),
    (
        "preamble",
        "the past",
        "Thời gian qua, các cấp ủy đã triển khai thực hiện [Chỉ thị số 7-CT/TW], đạt nhiều kết quả.",
        set(),
    ),
    (
        "preamble",
        "the past, verb first",
        "Thực hiện [Chỉ thị số 7-CT/TW], những năm qua các cấp ủy đã đạt nhiều kết quả.",
        set(),
    ),
    (
        "preamble",
        "years of it",
        "Qua 5 năm thực hiện [Chỉ thị số 7-CT/TW], tình hình có chuyển biến.",
        set(),
    ),
    (
        "preamble",
        "to carry out",
        "Để thực hiện thắng lợi [Nghị quyết Đại hội XIV], Ban Thường vụ Tỉnh ủy yêu cầu:",
        {
            ("this", "implements", "Nghị quyết Đại hội XIV"),
        },
    ),
    (
        "body",
        "promulgates",
        "Điều 1. Ban hành kèm theo [Quyết định này] [Quy chế phối hợp].",
        {
            ("this", "promulgates", "Quy chế phối hợp"),
        },
    ),
    (
        "body",
        "approves, replaces, repeals",
        (
            "Điều 1. Phê duyệt [Đề án thu hút đầu tư].\nĐiều 2. [Quyết định này] có hiệu lực kể từ ngày ký "
            "và thay thế [Quyết định số 5/QĐ-UBND]; bãi bỏ khoản 2, khoản 4 Điều 3 [Quyết định số "
            "6/QĐ-UBND], [Quyết định số 7/QĐ-UBND]."
        ),
        {
            ("this", "promulgates", "Đề án thu hút đầu tư"),
            ("this", "repeals", "6/QĐ-UBND", "khoản 2, khoản 4 Điều 3"),
            ("this", "repeals", "7/QĐ-UBND"),
            ("this", "replaces", "5/QĐ-UBND"),
        },
    ),
    (
        "body",
        "words are amended",
        "Điều 1. Phạm vi\nĐiều 2. Bãi bỏ cụm từ “cấp huyện” tại Điều 4 [Nghị quyết số 3/2021/NQ-HĐND].",
        {
            ("this", "amends", "3/2021/NQ-HĐND", "Điều 4"),
        },
    ),
    (
        "body",
        "a list",
        (
            "Điều 1. Bãi bỏ các văn bản sau đây:\n1. [Quyết định số 1/2019/QĐ-UBND] về chợ.\n2. [Quyết "
            "định số 2/2019/QĐ-UBND].\nĐiều 2. Sở Tư pháp thi hành [Luật Giá]."
        ),
        {
            ("this", "repeals", "1/2019/QĐ-UBND"),
            ("this", "repeals", "2/2019/QĐ-UBND"),
        },
    ),
    (
        "body",
        "a list that loses force",
        (
            "Điều 1. Phạm vi\nĐiều 6. Các quyết định sau hết hiệu lực kể từ ngày [Quyết định này] có hiệu "
            "lực:\na) [Quyết định số 1/2019/QĐ-UBND];\nb) [Quyết định số 2/2019/QĐ-UBND]."
        ),
        {
            ("this", "repeals", "1/2019/QĐ-UBND"),
            ("this", "repeals", "2/2019/QĐ-UBND"),
        },
    ),
    (
        "body",
        "loses force",
        (
            "Điều 1. Phạm vi\nĐiều 6. [Nghị quyết số 3/2021/NQ-HĐND] về học phí và [Nghị quyết số "
            "4/2021/NQ-HĐND] hết hiệu lực kể từ ngày [Nghị quyết này] có hiệu lực."
        ),
        {
            ("this", "repeals", "3/2021/NQ-HĐND"),
            ("this", "repeals", "4/2021/NQ-HĐND"),
        },
    ),
    (
        "body",
        "what another shall change",
        "Điều 1. Giao Sở Tài chính sửa đổi [Quyết định số 5/QĐ-UBND].",
        set(),
    ),
    (
        "body",
        "what may replace",
        "Điều 1. Áp dụng đến khi có văn bản thay thế [Thông tư số 9/2009/TT-BTC].",
        set(),
    ),
    (
        "body",
        "a task of a plan",
        "- Tham mưu sửa đổi, bổ sung [Quy chế phối hợp].",
        set(),
    ),
    (
        "body",
        "a guidance without articles",
        "[Hướng dẫn này] thay thế [Hướng dẫn số 4-HD/BTCTW].",
        {
            ("this", "replaces", "4-HD/BTCTW"),
        },
    ),
    (
        "preamble",
        "what an announced list merely cites",
        "Thực hiện [Chỉ thị số 7-CT/TW], Ban Thường vụ xây dựng kế hoạch thực hiện như sau:\n\n"
        "I. YÊU CẦU\n- Kiểm tra đúng [Luật Khoáng sản].",
        {("this", "implements", "7-CT/TW")},
    ),
    (
        "body",
        "a list of bare numbers",
        "Điều 1. Bãi bỏ toàn bộ các Thông tư: số [4/2011/TT-BYT]; số [9/2014/TT-BYT].",
        {("this", "repeals", "4/2011/TT-BYT"), ("this", "repeals", "9/2014/TT-BYT")},
    ),
    (
        "body",
        "a paragraph right below its article's title",
        "Điều 1. Mức thu.\nĐiều 5. Điều khoản thi hành\n[Quyết định này] có hiệu lực từ ngày ký và thay thế "
        "[Quyết định số 4/QĐ-UBND].",
        {("this", "replaces", "4/QĐ-UBND")},
    ),
    (
        "body",
        "a body task is not the document's link",
        "1. Tiếp tục thực hiện [Nghị quyết số 8-NQ/TW].",
        set(),
    ),
    (
        "body",
        "a repeal below an article's title",
        "Điều 1. Hiệu lực\n1. Có hiệu lực.\nĐiều 2. Bãi bỏ một số quy định\nBãi bỏ Điều "
        "9 và khoản 3 Điều 11 [Quyết định số "
        "61/2022/QĐ-UBND]; bãi bỏ toàn bộ [Quyết định số 18/2019/QĐ-UBND]",
        {
            ("this", "repeals", "61/2022/QĐ-UBND", "Điều 9 và khoản 3 Điều 11"),
            ("this", "repeals", "18/2019/QĐ-UBND"),
        },
    ),
    (
        "body",
        "an article's mark over two lines, and a semicolon in the title of what expires",
        "Điều\n1. Ban hành\nĐiều\n2. Hiệu lực\n2. [Quyết định số 27/2024/QĐ-UBND] quy "
        "định danh mục tài sản; thời gian hao mòn "
        "hết hiệu lực thi hành kể từ ngày [Quyết định này] có hiệu lực.",
        {("this", "repeals", "27/2024/QĐ-UBND")},
    ),
    (
        "body",
        "one that expires in a later sentence",
        "Điều 1. Phí\n[Quyết định này] có hiệu lực từ ngày ký. [Quyết định số "
        "12/2020/QĐ-UBND] về phí; lệ phí hết hiệu lực "
        "kể từ ngày [Quyết định này] có hiệu lực.",
        {("this", "repeals", "12/2020/QĐ-UBND")},
    ),
    (
        "title",
        "guidance of a directive carries it out",
        "HƯỚNG DẪN\nmột số nội dung thực hiện [Chỉ thị số 24-CT/TU]",
        {("this", "implements", "24-CT/TU")},
    ),
    (
        "title",
        "guidance of a resolution guides it",
        "HƯỚNG DẪN\nthực hiện một số nội dung [Nghị quyết số 24-NQ/TU]",
        {("this", "guides", "24-NQ/TU")},
    ),
    (
        "preamble",
        "what is later than the programme named before it is the document's own object",
        "Thực hiện [Nghị quyết số 57-NQ/TW ngày 22/12/2024], [Nghị quyết số 3/NQ-CP ngày "
        "09/01/2025] ban hành [Chương trình hành "
        "động của Chính phủ] thực hiện [Nghị quyết số 57-NQ/TW ngày 22/12/2024] và [Kế "
        "hoạch số 1-KH/BCĐTW ngày 21/01/2025], "
        "Tỉnh ủy ban hành kế hoạch như sau:",
        {
            ("this", "implements", "57-NQ/TW 2024-12-22"),
            ("this", "implements", "3/NQ-CP 2025-01-09"),
            ("this", "implements", "1-KH/BCĐTW 2025-01-21"),
            ("3/NQ-CP 2025-01-09", "promulgates", "Chương trình hành động của Chính phủ"),
            ("Chương trình hành động của Chính phủ", "implements", "57-NQ/TW 2024-12-22"),
        },
    ),
    (
        "body",
        "a list of numbers is replaced one by one",
        "[Hướng dẫn này] thay thế các Hướng dẫn: số [4-HD/BTCTU, ngày 6/5/2019]; số [9-HD/BTCTU, ngày 7/8/2020] và "
        "số [3-HD/BTCTU, ngày 1/2/2021].",
        {
            ("this", "replaces", f"{number}-HD/BTCTU {date}")
            for number, date in (("4", "2019-05-06"), ("9", "2020-08-07"), ("3", "2021-02-01"))
        },
    ),
    (
        "body",
        "what stands in for another replaces it",
        "[Hướng dẫn này] thay cho [Hướng dẫn số 3-HD/BTGTU].",
        {("this", "replaces", "3-HD/BTGTU")},
    ),
    (
        "body",
        "the items of a list are replaced by what names itself",
        "[Quy định này] thay thế các quy định sau:\n- Số [4-QĐ/HU, ngày 6/5/2019];\n- Số [9-QĐ/HU, ngày 7/8/2020].",
        {("this", "replaces", "4-QĐ/HU 2019-05-06"), ("this", "replaces", "9-QĐ/HU 2020-08-07")},
    ),
    (
        "body",
        "the head of a list names whose papers are repealed",
        "Điều 1. Bãi bỏ các Chỉ thị của Ủy ban nhân dân tỉnh gồm: số [4/CT-UBND]; số [7/CT-UBND].",
        {("this", "repeals", "4/CT-UBND"), ("this", "repeals", "7/CT-UBND")},
    ),
    (
        "preamble",
        "years of carrying out are told, not done",
        "Huyện có đường biên dài. Qua gần ba năm thực hiện [Chỉ thị số 7-CT/TU], tội phạm đã giảm. Tiếp tục thực hiện "
        "[Nghị quyết số 5-NQ/TU], Huyện ủy chỉ thị:",
        {("this", "continues", "5-NQ/TU")},
    ),
    (
        "body",
        "an item of no list",
        "Điều 1. Thực hiện [Luật Đê điều], Sở Y tế chuẩn bị:\nI. NHIỆM VỤ\n1. [Quyết "
        "định số 5/QĐ-UBND] được công bố.",
        set(),
    ),
]


@pytest.mark.parametrize(("part", "why", "words", "expected"), THIS, ids=[case[1] for case in THIS])
def test_links_of_the_document_itself(part, why, words, expected):
    assert links(part, words) == expected


def test_evidence_runs_from_the_source_or_verb_to_the_target():
    words = "Thực hiện [Kết luận số 9-KL/TW] về tiếp tục thực hiện [Nghị quyết số 8-NQ/TW], Tỉnh ủy yêu cầu:"
    text, citations = marked(words)
    first, second = find_links(text, layout(text, "preamble"), FACTS, citations)
    assert first.evidence.quote == "Thực hiện Kết luận số 9-KL/TW"
    assert second.evidence.quote == "Kết luận số 9-KL/TW về tiếp tục thực hiện Nghị quyết số 8-NQ/TW"
    assert (first.source_start, first.target_start) == (None, citations[0].evidence.start)
    assert (second.source_start, second.target_start) == tuple(c.evidence.start for c in citations)


def test_a_link_stands_once_and_gathers_its_parts():
    words = (
        "Điều 1. Bãi bỏ khoản 1 Điều 2 [Quyết định số 5/QĐ-UBND].\n"
        "Điều 2. Bãi bỏ Điều 7 [Quyết định số 5/QĐ-UBND]."
    )
    assert links("body", words) == {("this", "repeals", "5/QĐ-UBND", "khoản 1 Điều 2; Điều 7")}


def test_what_is_later_than_the_document_is_not_carried_out_by_it():
    words = "Thực hiện [Chỉ thị số 7-CT/TW ngày 05/6/2023], Tỉnh ủy yêu cầu:"
    assert links("preamble", words, DocumentFacts("x", date="2023-05-01")) == set()
    assert links("preamble", words, DocumentFacts("x", date="2023-07-01"))


TASKS = [
    (
        "straight",
        "Triển khai thực hiện nghiêm túc, có hiệu quả [Chỉ thị số 7-CT/TW].",
        ["7-CT/TW"],
    ),
    (
        "the years of a term between",
        "Thực hiện [Nghị quyết số 8-NQ/HU], nhiệm kỳ 2020 - 2025 và [Kế hoạch số 9-KH/HU].",
        ["8-NQ/HU", "9-KH/HU"],
    ),
    (
        "simple verb",
        "Sở Y tế thực hiện tốt [Nghị định số 9/2021/NĐ-CP].",
        ["9/2021/NĐ-CP"],
    ),
    (
        "coordinated",
        (
            "Tiếp tục thực hiện [Nghị quyết số 8-NQ/TW] về cán bộ; [Chỉ thị số 7-CT/TW] và [Quy định số "
            "2-QĐ/TU]."
        ),
        ["8-NQ/TW", "7-CT/TW", "2-QĐ/TU"],
    ),
    (
        "together with",
        "Sắp xếp trường lớp gắn với việc thực hiện [Nghị quyết số 8-NQ/TW].",
        ["8-NQ/TW"],
    ),
    (
        "made concrete",
        "Cụ thể hoá [Nghị quyết số 8-NQ/TW], [Nghị quyết số 3-NQ/TU] để triển khai.",
        ["8-NQ/TW", "3-NQ/TU"],
    ),
    (
        "on its ground, to carry out",
        "Các chi bộ căn cứ [Kế hoạch số 3-KH/ĐU] xây dựng chương trình để triển khai thực hiện.",
        ["3-KH/ĐU"],
    ),
    (
        "on its ground, otherwise",
        "Căn cứ [Quy định số 2-QĐ/TU], các chi bộ kiểm điểm hằng năm.",
        [],
    ),
    (
        "not in another's title",
        "Tiếp tục thực hiện [Kế hoạch số 31-KH/TU] về thực hiện [Nghị quyết số 8-NQ/TW].",
        ["31-KH/TU"],
    ),
    (
        "not what promulgates it",
        "Thực hiện nghiêm [Quy chế phối hợp] ban hành kèm theo [Quyết định số 15-QĐ/TU].",
        ["Quy chế phối hợp"],
    ),
    (
        "not the document itself",
        "Tổ chức thực hiện [Kế hoạch này] và [Chỉ thị số 7-CT/TW].",
        ["7-CT/TW"],
    ),
    (
        "known and carried out",
        "Quán triệt, phổ biến và tổ chức thực hiện [Chỉ thị số 7-CT/TW].",
        ["7-CT/TW"],
    ),
    (
        "its tasks",
        "Triển khai các nhiệm vụ, giải pháp nêu trong [Nghị quyết số 8-NQ/TW].",
        ["8-NQ/TW"],
    ),
    (
        "among others",
        "Thực hiện các văn bản của Trung ương, nhất là [Nghị quyết số 8-NQ/TW].",
        ["8-NQ/TW"],
    ),
    (
        "guided to",
        "Hướng dẫn các xã thực hiện [Luật Thú y].",
        ["Luật Thú y"],
    ),
    (
        "made known",
        "Tổ chức học tập, quán triệt [Chỉ thị số 7-CT/TW].",
        [],
    ),
    (
        "watched",
        "Kiểm tra, đôn đốc việc thực hiện [Chỉ thị số 7-CT/TW].",
        [],
    ),
    (
        "a list of numbers",
        "Gắn với thực hiện các Kết luận: số [4-KL/TW]; số [9-KL/TW] của Bộ Chính trị.",
        ["4-KL/TW", "9-KL/TW"],
    ),
    (
        "a counted list",
        "Đẩy mạnh thực hiện ba đề án trọng tâm của Tỉnh ủy: số [4-ĐA/TU], số [5-ĐA/TU] và số [6-ĐA/TU].",
        ["4-ĐA/TU", "5-ĐA/TU", "6-ĐA/TU"],
    ),
    (
        "whose papers a list is of",
        "Tổ chức thực hiện nghiêm các Kết luận của Ban Bí thư: [Kết luận số 4-KL/TW], [Kết luận số 9-KL/TW].",
        ["4-KL/TW", "9-KL/TW"],
    ),
    (
        "a list made known",
        "Phổ biến, quán triệt các Quy định: số [2-QĐ/TW]; số [6-QĐ/TW].",
        [],
    ),
    (
        "in its spirit",
        "Đổi mới sinh hoạt theo tinh thần [Nghị quyết số 8-NQ/TW].",
        [],
    ),
    (
        "by it",
        "Xử lý vi phạm, thực hiện theo quy định tại [Nghị định số 9/2021/NĐ-CP].",
        [],
    ),
    (
        "reviewed",
        "Sơ kết, tổng kết việc thực hiện [Chỉ thị số 7-CT/TW].",
        [],
    ),
    (
        "in the course of carrying out",
        "Đề xuất khen thưởng, kỷ luật trong việc thực hiện [Nghị quyết số 8-NQ/TW].",
        [],
    ),
    (
        "what somebody directed, its paper in brackets",
        "Thực hiện ý kiến chỉ đạo của Phó Chủ tịch, Trưởng Ban Chỉ đạo tỉnh ([Thông báo số 5/TB-UBND]).",
        ["5/TB-UBND"],
    ),
    (
        "reported",
        "Hằng quý báo cáo kết quả thực hiện [Chỉ thị số 7-CT/TW].",
        [],
    ),
    (
        "done in the way that it says",
        "Việc xác nhận do đảng ủy cơ sở thực hiện, đúng [Quy định số 2-QĐ/TU].",
        [],
    ),
    (
        "watched whose part it is",
        "Kiểm tra trách nhiệm của người đứng đầu trong thực hiện [Chỉ thị số 7-CT/TW].",
        [],
    ),
    (
        "watched, then another carried out",
        "Giám sát việc thực hiện [Chỉ thị số 7-CT/TW]; thực hiện tốt [Quy định số 2-QĐ/TU].",
        ["2-QĐ/TU"],
    ),
]


@pytest.mark.parametrize(("why", "words", "expected"), TASKS, ids=[case[0] for case in TASKS])
def test_what_a_task_carries_out(why, words, expected):
    text, citations = marked(words)
    assert list(carried_out(text, (0, len(text)), citations)) == expected


def test_a_task_is_read_within_its_span():
    text, citations = marked("Thực hiện [Chỉ thị số 7-CT/TW].\n2. Thực hiện [Chỉ thị số 8-CT/TW].")
    at = text.flow.index("2. ")
    assert carried_out(text, (0, at), citations) == ("7-CT/TW",)
    assert carried_out(text, (at, len(text)), citations) == ("8-CT/TW",)


@pytest.mark.parametrize("seed", range(40))
def test_any_text_gives_a_result_whose_quotes_are_cut_from_it(seed):
    chance = random.Random(seed)
    words = "\n".join(chance.choice(OTHERS)[1] for _ in range(3))
    for _ in range(12):
        at = chance.randrange(len(words))
        words = words[:at] + chance.choice('\n.;:,"(\u0301*\u200b\x00| ') + words[at:]
    text, citations = marked(words)
    for part in ("title", "preamble", "body"):
        for link in find_links(text, layout(text, part), FACTS, citations):
            evidence = link.evidence
            assert evidence.quote
            assert text.raw[evidence.start : evidence.end] == evidence.quote
    carried_out(text, (0, len(text)), citations)


@pytest.mark.parametrize(
    "unit",
    [
        "[Nghị quyết số 1-NQ/TW], ",
        "[Nghị quyết số 1-NQ/TW] về thực hiện ",
        "[Nghị quyết số 1-NQ/TW] (được sửa đổi bởi ",
        "khoản 1 điều 2, " * 30 + "[Nghị quyết số 1-NQ/TW]",
        " " * 500 + "[Nghị quyết số 1-NQ/TW]",
    ],
)
def test_hostile_text_is_read_in_linear_time(unit):
    import time

    def seconds(count):
        text, citations = marked(unit * count)
        start = time.process_time()
        find_links(text, layout(text, "body"), FACTS, citations)
        return time.process_time() - start

    assert seconds(800) < 16 * seconds(100) + 1
