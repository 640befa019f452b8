"""Measured objectives: what is counted, how it is compared, over which group."""

import pytest

from graph.extraction import TaskFacts
from ingest.targets import find_targets
from ingest.text import Text


def targets_of(raw, path="I.1", deadline=None):
    text = Text("case", raw)
    evidence = text.evidence((0, len(text)), "case")
    return find_targets(text, [TaskFacts(path, evidence, 0, raw, deadline=deadline)])


SHARES = [
    ("a share", "100% thôn có tổ hòa giải", "=", 100, "thôn"),
    ("striven for", "Phấn đấu 90% hộ dân phân loại rác", "=", 90, "hộ dân"),
    ("at least", "Ít nhất 85% học sinh được khám sức khỏe", ">=", 85, "học sinh"),
    ("over", "trên 60% lao động tham gia bảo hiểm xã hội", ">=", 60, "lao động"),
    ("and up", "Từ 98% hồ sơ cấp xã trở lên được trả đúng hẹn", ">=", 98, "hồ sơ cấp xã"),
    ("up, elsewhere", "80% cán bộ xã được xếp loại khá trở lên", "=", 80, "cán bộ xã"),
    ("at most", "tối đa 2% hồ sơ trả trễ hẹn", "<=", 2, "hồ sơ"),
    ("not over", "không quá 1,5% trẻ em suy dinh dưỡng", "<=", 1.5, "trẻ em suy dinh dưỡng"),
    ("under", "Đến năm 2027, dưới 3% hộ nghèo", "<=", 3, "hộ nghèo"),
    ("a rate", "Tỷ lệ hộ dùng nước sạch đạt 97%", "=", 97, "Tỷ lệ hộ dùng nước sạch"),
    ("a range", "80 - 85% người dân có tài khoản số", ">=", 80, "người dân"),
    ("a list of groups", "100% xã, phường, đặc khu mở lớp", "=", 100, "xã, phường, đặc khu"),
    (
        "a group with a verb inside",
        "100% đơn đủ điều kiện xử lý được trả lời",
        "=",
        100,
        "đơn đủ điều kiện xử lý",
    ),
    ("a day behind the group", "Rà soát ít nhất 95% hồ đập trước ngày 01/9/2026", ">=", 95, "hồ đập"),
    ("a subject before", "Thu ngân sách đạt 105% dự toán", "=", 105, "dự toán"),
    ("in words", "giảm ít nhất 20 phần trăm chi phí", ">=", 20, "chi phí"),
]

COUNTS = [
    ("of each", "mỗi chi bộ có ít nhất 02 mô hình tự quản", ">=", 2, "mô hình", "mỗi chi bộ"),
    (
        "a longer unit",
        "mỗi đoàn thể chủ trì ít nhất 01 cuộc giám sát",
        ">=",
        1,
        "cuộc giám sát",
        "mỗi đoàn thể",
    ),
    ("of each, no comparison", "mỗi xã có 01 câu lạc bộ đọc sách", "=", 1, "câu lạc bộ", "mỗi xã"),
    ("in words", "mỗi tổ có ít nhất một buổi sinh hoạt", ">=", 1, "buổi", "mỗi tổ"),
    ("thousands", "Hằng năm kết nạp từ 1.500 đảng viên trở lên", ">=", 1500, "đảng viên", None),
    ("an amount", "thu ngân sách đạt trên 2.000 tỷ đồng", ">=", 2000, "tỷ đồng", "thu ngân sách"),
    ("to be made", "trồng mới 350 ha rừng phòng hộ", "=", 350, "ha", "rừng phòng hộ"),
    ("of all", "Phấn đấu 7/9 thôn có sân thể thao", "=", 7, "thôn", "thôn"),
    ("of some of all", "4/6 ấp nuôi tôm có tổ hợp tác", "=", 4, "ấp", "ấp nuôi tôm"),
    ("of a place", "trồng dặm ít nhất 80 ha tràm bị cháy", ">=", 80, "ha", "tràm"),
    ("reached", "06 mô hình đạt chuẩn", "=", 6, "mô hình", None),
    ("at the head", "Có 40 hợp tác xã hoạt động tốt", "=", 40, "hợp tác xã", None),
    ("capitals kept", "Phấn đấu có thêm 12 sản phẩm OCOP", "=", 12, "sản phẩm OCOP", None),
]

NONE = [
    ("a time limit", "trả kết quả không quá 05 ngày làm việc"),
    ("a recurrence", "tổ chức ít nhất 02 lần/năm"),
    ("a date", "hoàn thành trước ngày 30/9/2026"),
    ("a number of a paper", "thực hiện Kế hoạch số 15-KH/TU"),
    ("a price", "hỗ trợ 100% kinh phí mua sách"),
    ("a tax", "áp dụng thuế suất 10%"),
    ("a period", "kế hoạch giai đoạn 2026-2030"),
    ("a name", 'phong trào "90 ngày làm 30% khối lượng"'),
    ("a plain count", "thành lập 03 đoàn kiểm tra"),
    ("a condition", "thu hồi vốn của dự án giải ngân dưới 45%"),
    ("all day", "trực 24/24 giờ tại chốt"),
    ("a code", "theo khoản 3 Điều 15"),
]


@pytest.mark.parametrize(("why", "raw", "comparator", "value", "of"), SHARES, ids=[c[0] for c in SHARES])
def test_shares(why, raw, comparator, value, of):
    found = targets_of(raw)
    assert [(t.comparator, t.value, t.unit, t.of) for t in found] == [(comparator, value, "%", of)]


@pytest.mark.parametrize(
    ("why", "raw", "comparator", "value", "unit", "of"), COUNTS, ids=[c[0] for c in COUNTS]
)
def test_counts(why, raw, comparator, value, unit, of):
    found = targets_of(raw)
    assert [(t.comparator, t.value, t.unit, t.of) for t in found] == [(comparator, value, unit, of)]


@pytest.mark.parametrize(("why", "raw"), NONE, ids=[c[0] for c in NONE])
def test_other_numbers_are_no_targets(why, raw):
    assert targets_of(raw) == ()


def test_several_targets_of_one_task_each_have_their_words():
    found = targets_of("Đến năm 2026, 100% xã có bác sĩ và 90% thôn có y tá; tối đa 5% trẻ bỏ học.")
    assert [t.evidence.quote for t in found] == [
        "100% xã có bác sĩ",
        "90% thôn có y tá",
        "tối đa 5% trẻ bỏ học",
    ]
    assert {(t.year, t.deadline) for t in found} == {(2026, "2026")}


def test_what_is_joined_is_compared_alike():
    found = targets_of("phấn đấu trên 70% chi bộ, 60% chi đoàn đạt loại tốt")
    assert [(target.comparator, target.value) for target in found] == [(">=", 70), (">=", 60)]
    found = targets_of("mở ít nhất 03 lớp tập huấn và 02 hội nghị")
    assert [(target.comparator, target.value) for target in found] == [(">=", 3), (">=", 2)]


def test_a_comparison_with_before_names_no_group():
    assert targets_of("tỷ lệ tội phạm giảm ít nhất 5% so với năm 2021")[0].of == "tỷ lệ tội phạm"


def test_a_part_is_counted_over_the_same_group():
    found = targets_of("85% số xã đạt chuẩn, trong đó 30% đạt chuẩn nâng cao")
    assert [t.of for t in found] == ["số xã", "số xã"]


def test_a_target_without_a_time_takes_the_task_s():
    assert targets_of("tối thiểu 03 mô hình", deadline="2026-Q2")[0].deadline == "2026-Q2"


def test_a_line_break_inside_is_no_border():
    (target,) = targets_of("mỗi\nbản có ít nhất 03\nngười nòng cốt")
    assert (target.of, target.unit, target.value) == ("mỗi bản", "người", 3)


def test_a_row_s_value_measures_the_row_s_content():
    (target,) = targets_of("4 | Tỷ lệ hồ sơ được số hóa toàn trình | % | 95% | Sở Nội vụ", path="PL.4")
    assert (target.value, target.of) == (95, "Tỷ lệ hồ sơ được số hóa toàn trình")


def test_a_heading_s_year_holds_for_the_targets_below_it():
    raw = "2. Mục tiêu cụ thể đến năm 2028\n- 90% hộ có nước sạch.\n3. Khác\n- 80% hộ có điện."
    text = Text("case", raw)
    lines = raw.splitlines()

    def task(path, line, heading=False):
        start = raw.index(line)
        return TaskFacts(
            path, text.evidence((start, start + len(line)), "case"), start, line, heading=heading
        )

    paths = ("I.2", "I.2-1", "I.3", "I.3-1")
    tasks = [task(path, line, path.count("-") == 0) for path, line in zip(paths, lines, strict=True)]
    assert [(target.task, target.year) for target in find_targets(text, tasks)] == [
        ("I.2-1", 2028),
        ("I.3-1", None),
    ]
