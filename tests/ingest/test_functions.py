"""A mention's function says what it is there for."""

import pytest

from ingest.pipeline import read
from ingest.text import Text

PLAN = """TỈNH ỦY BẮC KẠN
*
Số 12-KH/TU

KẾ HOẠCH
thực hiện Kết luận số 43-KL/TW của Ban Bí thư

Thực hiện Kết luận số 43-KL/TW ngày 07/01/2019 của Ban Bí thư về tiếp tục thực hiện Nghị quyết số 25-NQ/TW \
ngày 03/6/2013 của Ban Chấp hành Trung ương khóa XI, Ban Thường vụ Tỉnh ủy xây dựng kế hoạch như sau:

I- MỤC ĐÍCH

Nắm vững Chỉ thị số 05-CT/TW của Bộ Chính trị.

II- NHIỆM VỤ

1. Các huyện ủy thực hiện Quy định số 124-QĐ/TW của Ban Bí thư.
"""
CASES = [
    ("in its own title", 0, "title"),
    ("what the document rests on", 1, "basis"),
    ("inside the quoted title of another", 2, "title"),
    ("in a purpose", 3, "other"),
    ("in a task", 4, "task"),
]


@pytest.mark.parametrize(("why", "number", "function"), CASES, ids=[case[0] for case in CASES])
def test_the_function_of_a_mention(why, number, function):
    assert read(Text("plan.txt", PLAN)).citations[number].function == function


def test_everything_in_lines_of_grounds_is_basis():
    raw = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 7/QĐ-UBND

QUYẾT ĐỊNH
Về việc công bố danh mục

Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;
Căn cứ Nghị định số 102/2024/NĐ-CP ngày 30 tháng 7 năm 2024 của Chính phủ quy định chi tiết thi hành \
một số điều của Luật Đất đai;

QUYẾT ĐỊNH:

Điều 1. Công bố danh mục kèm theo Quyết định này.
"""
    functions = [c.function for c in read(Text("qd.txt", raw)).citations if c.kind != "self"]
    assert functions == ["basis"] * 3


def test_a_line_of_grounds_in_a_letter_names_a_basis():
    raw = """CỤC THUẾ
Số: 4/CT-CS

Kính gửi: Công ty Sông Mây

Cục Thuế có ý kiến như sau:
- Căn cứ khoản 1 Điều 4 Thông tư số 3/2025/TT-BTC ngày 31/5/2025 hướng dẫn Luật Kế toán và Luật Giá.
- Tại Điều 9 Nghị định số 5/2020/NĐ-CP quy định mức thu.
"""
    functions = [c.function for c in read(Text("cv.txt", raw)).citations]
    assert functions == ["basis", "other", "other", "other"]


OPENINGS = [
    ("what years past saw", "Những năm qua, các xã đã thực hiện Chỉ thị số 47-CT/TW. Tuy nhiên còn yếu.", "other"),
    ("what was carried out for years", "Sau 5 năm thực hiện Chỉ thị số 47-CT/TW, công tác có chuyển biến.", "other"),
    ("what is carried out", "Thực hiện Chỉ thị số 47-CT/TW, thời gian qua còn hạn chế, Tỉnh ủy yêu cầu:", "basis"),
    ("how things stand", "Có xã chưa theo Nghị định số 38/2024/NĐ-CP.\n\nThực hiện Kế hoạch số 1-KH/TU:", "other"),
    ("what mends it", "Để khắc phục hạn chế, thực hiện Luật Thủy sản. Tỉnh ủy chỉ đạo:", "basis"),
    ("what was found", "Qua theo dõi, có xã chưa theo Quy định số 9-QĐ/TW.\n\nThực hiện Kế hoạch số 1-KH/TU:", "other"),
    ("a ground that tells of late", "Theo Báo cáo số 5-BC/TU ngày 2/8/2025, đến nay dịch đã phát sinh.", "basis"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "opening", "function"), OPENINGS, ids=[case[0] for case in OPENINGS])
def test_an_opening_gives_grounds_or_tells_history(why, opening, function):
    raw = f"TỈNH ỦY BẮC KẠN\n*\nSố 12-CT/TU\n\nCHỈ THỊ\nvề dịch\n\n{opening}\n\n1. Học tập.\n"
    assert read(Text("ct.txt", raw)).citations[0].function == function
