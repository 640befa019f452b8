"""Which lines begin with a number or bullet, and which only with digits."""

import pytest

from ingest.tasks.numbering import marker_at
from ingest.text import Text

MARKERS = [
    ("I- MỤC ĐÍCH", "section", "I"),
    ("II. Nhiệm vụ", "section", "II"),
    ("IV/ TỔ CHỨC", "section", "IV"),
    ("A. MỤC TIÊU", "section", "A"),
    ("1- Các xã", "number", "1"),
    ("12. Sở Y tế", "number", "12"),
    ("l. Sở Y tế", "number", "1"),
    ("l.2. Giám sát", "number", "1.2"),
    ("2.1- Hợp nhất", "number", "2.1"),
    ("1.2.3. Giám sát", "number", "1.2.3"),
    ("1.1 Tổ chức", "number", "1.1"),
    ("3) Báo cáo", "number", "3"),
    ("1/ Các xã", "number", "1"),
    ("1, Các đảng ủy cơ sở", "number", "1"),
    ("1. 100% chi đoàn", "number", "1"),
    ("4.Từ 98% hồ sơ", "number", "4"),
    ("3- 85% hồ sơ", "number", "3"),
    ("3. 7/9 ấp có nhà sinh hoạt", "number", "3"),
    ("(2) Biên soạn", "inner", "2"),
    ("a) Rà soát", "letter", "a"),
    ("đ) Công khai", "letter", "đ"),
    ("b. Kiểm tra", "letter", "b"),
    ("c/ Kiểm tra", "letter", "c"),
    ("b, Rà soát chợ", "letter", "b"),
    ("a1) Ở thôn", "letter", "a1"),
    ("b.2) Ở xã", "letter", "b.2"),
    ("3- 90% chi bộ", "number", "3"),
    ("2-UBND các xã", "number", "2"),
    ("1/ MỤC ĐÍCH - YÊU CẦU", "number", "1"),
    ("- Trực ban", "bullet", "-"),
    ("– Trực ban", "bullet", "-"),
    ("-Trực ban", "bullet", "-"),
    ("+ Ở thôn", "bullet", "+"),
    ("• Ở xã", "bullet", "•"),
    ("Điều 3. Tổ chức", "article", "3"),
    ("Điều 12: Hiệu lực", "article", "12"),
    ("Điều 1- Giao Sở Y tế", "article", "1"),
    ("Chương II", "part", "II"),
    ("Phần thứ nhất", "part", "nhất"),
]
PLAIN = [
    "15/9/2026",
    "12 xã biên giới",
    "3 - 5% số hộ",
    "3- 5 xã",
    "100% chi bộ",
    "2025. Báo cáo",
    "30-CTr/TU của Tỉnh ủy",
    "18-NQ/TW ngày",
    "156/2018/NĐ-CP",
    "88/KH- UBND, ngày 10/02/2023",
    "72/KH -UBND ngày",
    "12 - NQ/TW ngày",
    "45- KH/TU ngày",
    "9/CT-TTg ngày",
    "80/CT.UB ngày",
    "34/UBND-NC ngày",
    "15/CV- ĐU ngày",
    "m2. Các xã",
    "y.",
    "c, Điều 5 Luật Cư trú",
    "3, Điều 5 Luật Cư trú",
    "1, 2 và 3 của Kế hoạch",
    "a, b khoản 2 Điều 4",
    "1.250 hộ dân",
    "5-10% số hộ",
    "5 - 10% số hộ",
    "Điều 5 Nghị định",
    "Mục tiêu chung",
    "Vì vậy, các xã",
    "-5 độ",
    "Ban Dân vận",
    "và các xã",
    "(Kèm theo Kế hoạch)",
]


@pytest.mark.parametrize(("line", "kind", "label"), MARKERS)
def test_a_number_or_bullet_is_read(line, kind, label):
    text = Text("case", line)
    marker = marker_at(text, 0, len(text))
    assert marker is not None
    assert (marker.kind, marker.label) == (kind, label)
    assert marker.text_start == len(text) or not text.flow[marker.text_start].isspace()


@pytest.mark.parametrize("line", PLAIN)
def test_other_lines_begin_with_none(line):
    text = Text("case", line)
    assert marker_at(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("before", "opens"),
    [("2- Mở lớp.\n", True), ("CHỈ TIÊU\n\n", True), ("giảm chi phí từ\n", False), ("2- Mở lớp;\n", True)],
)
@pytest.mark.parametrize("line", ["3- 8% số hộ", "3, Sở Y tế rà soát"])
def test_an_unsure_number_opens_an_item_only_where_the_text_before_has_ended(before, opens, line):
    text = Text("case", before + line)
    assert (marker_at(text, len(before), len(text)) is not None) is opens
