"""By when and how often: forms of deadlines and recurrences, and what only looks like one."""

import pytest

from ingest.tasks.deadlines import cell_deadline, find_deadline, heading_deadline, recurrence_in
from ingest.text import Text

ISSUED = "2025-11-20"

DEADLINES = [
    ("an hour of the day", "báo cáo chậm nhất 10 giờ ngày 20/9/2026", "2026-09-20", "by"),
    ("an hour behind a preposition", "gửi chậm nhất vào 16 giờ 30 phút ngày 20/9/2026", "2026-09-20", "by"),
    ("a tone on the wrong letter", "chi trả dứt điểm trong qúy III năm 2026", "2026-Q3", "during"),
    ("a feast with its day", "thông xe trước Tết Nguyên đán Đinh Mùi (06/02/2027)", "2027-02-06", "before"),
    ("a term that is kept", "hoàn thành đúng hạn 31/12/2026", "2026-12-31", "by"),
    ("one year of several", "Riêng năm 2026: mở 12 lớp", "2026", "during"),
    (
        "brought before somebody",
        "xây dựng đề án, trình Hội đồng nhân dân tỉnh tháng 7/2026",
        "2026-07",
        "during",
    ),
    ("what is still in force", "số hóa giấy phép còn hiệu lực trong quý II/2026", "2026-Q2", "during"),
    ("an outlook that opens", "Định hướng đến năm 2035, cảng đón 2 triệu tấn hàng", "2035", "by"),
    ("a session of its own kind", "trình tại kỳ họp chuyên đề tháng 9/2026", "2026-09", "during"),
    ("a session with its month", "trình tại Kỳ họp thứ 20 (tháng 12/2025)", "2025-12", "during"),
    ("a label with a colon", "Hoàn thành: Quý III/2026", "2026-Q3", "during"),
    ("a point at the head", "Tháng 12/2025: tổ chức ra quân.", "2025-12", "during"),
    ("half a year at the head", "6 tháng đầu năm 2026 hoàn thành việc cắm mốc", "2026-06", "during"),
    ("half a year in words", "Sáu tháng đầu năm, rà soát xong danh mục", "2026-06", "during"),
    ("nine months in words", "nghiệm thu trong chín tháng đầu năm 2026", "2026-09", "during"),
    ("a quarter at the head", "Quý I năm 2026 trình Hội đồng đề án", "2026-Q1", "during"),
    ("from a month to a month", "Từ tháng 2 đến tháng 8 năm 2026, mở các lớp xóa mù chữ", "2026-08", "by"),
    ("what it comes to then", "giảm còn 3,5% cuối năm 2027", "2027", "by"),
    ("what is left over", "xử lý dứt điểm 35 đơn tồn đọng trước ngày 30/6/2026", "2026-06-30", "before"),
    ("a day with its name", "quét vôi xong trước ngày khai trường 05/9/2026", "2026-09-05", "before"),
    ("a feast's day", "khánh thành vào dịp thành lập xã (15/5/2026)", "2026-05-15", "during"),
    ("a year at the head", "Năm 2026: hoàn thành quy hoạch", "2026", "during"),
    (
        "a day below a point at the head",
        "Quý I: tổng kết, xong trước ngày 10/01/2026.",
        "2026-01-10",
        "before",
    ),
    ("a bare year", "Đến 2030, 100% xã có chợ", "2030", "by"),
    ("a bare year at the end", "xong trong 2026.", "2026", "during"),
    ("the middle of a month", "giữa tháng 12/2025 phải xong", "2025-12", "by"),
    ("a week of a month", "ra quân trong tuần đầu tháng 12/2025", "2025-12", "during"),
    ("halfway", "sơ kết giữa kỳ năm 2028", "2028", "during"),
    ("a review at the end", "tổng kết cuối năm 2030", "2030", "during"),
    ("a date with strokes", "báo cáo trước ngày 15/12/2025.", "2025-12-15", "before"),
    ("a date in words", "gửi về Sở trước ngày 30 tháng 4 năm 2026 để tổng hợp", "2026-04-30", "before"),
    ("a date over a line break", "hoàn thành trước ngày 30 tháng 4\nnăm 2026.", "2026-04-30", "before"),
    ("a date with dots", "nộp hồ sơ trước ngày 05.01.2026", "2026-01-05", "before"),
    ("no word ngày", "xong trước 31/12/2025", "2025-12-31", "before"),
    ("a clock time", "gửi trước 17 giờ 00 ngày 28/11/2025", "2025-11-28", "before"),
    ("at the latest", "chậm nhất ngày 31/12/2025 báo cáo kết quả", "2025-12-31", "by"),
    ("at the latest in", "gửi chậm nhất vào ngày 10 tháng 12 năm 2025", "2025-12-10", "by"),
    ("at the latest before", "sửa xong nhà chậm nhất trước ngày 31/12/2025", "2025-12-31", "before"),
    ("not later than", "nộp kế hoạch không muộn hơn ngày 05/12/2025", "2025-12-05", "by"),
    ("to the end of a day", "triển khai đến hết ngày 28/02/2026", "2026-02-28", "by"),
    ("by a year", "Đến năm 2030, mọi xã có trạm quan trắc", "2030", "by"),
    ("by the end of a year", "Phấn đấu đến cuối năm 2027 xóa nhà tạm", "2027", "by"),
    ("a quarter", "hoàn thành trong quý II năm 2026.", "2026-Q2", "during"),
    ("a quarter with a stroke", "trình đề án trong Quý IV/2025", "2025-Q4", "during"),
    ("two quarters", "tập huấn trong quý I, quý II năm 2026", "2026-Q2", "during"),
    ("twice in one year", "thau bể hai lần trong năm 2026, xong trong tháng 10/2026", "2026-10", "during"),
    (
        "months in which it comes back",
        "hai lần trong năm, vào tháng 4 và tháng 10, thau rửa bể",
        None,
        "during",
    ),
    ("seasons of every year", "một năm 2 kỳ, trong tháng 3 và tháng 9, tẩy giun", None, "during"),
    ("a month", "tổ chức hội nghị trong tháng 02/2026.", "2026-02", "during"),
    ("several months", "ra quân trong các tháng 3, 4 năm 2026", "2026-04", "during"),
    ("a month without in", "hoàn thành tháng 6/2026", "2026-06", "during"),
    ("a year", "hoàn thành trong năm 2026", "2026", "during"),
    ("half a year", "sơ kết trong 6 tháng đầu năm 2026", "2026-06", "during"),
    ("a label", "Thời gian hoàn thành: Quý I/2026.", "2026-Q1", "during"),
    ("no year, still to come", "báo cáo trước ngày 15/12", "2025-12-15", "before"),
    ("no year, next year", "báo cáo trước ngày 15 tháng 01", "2026-01-15", "before"),
    ("a month without year", "phát động trong tháng 12.", "2025-12", "during"),
    ("a quarter without year", "ban hành trong quý I", "2026-Q1", "during"),
    ("this year", "giải ngân xong trong năm nay.", "2025", "during"),
    ("a session", "trình Hội đồng tại kỳ họp cuối năm 2026", "2026", "during"),
    (
        "a state as of a day is weaker",
        "điều chuyển vốn của các dự án đến ngày 31/12/2025 chưa mở thầu, xong trước ngày 15/01/2026",
        "2026-01-15",
        "before",
    ),
    (
        "a day beats a year",
        "rà soát nhiệm vụ trong năm 2025; gửi trước ngày 05/12/2025",
        "2025-12-05",
        "before",
    ),
    ("relative", "trả lời trong thời hạn 10 ngày kể từ ngày nhận được đơn", None, "relative"),
    ("relative, after an event", "báo cáo chậm nhất 05 ngày sau khi kết thúc đợt kiểm tra", None, "relative"),
    ("relative, without a word for term", "nộp hồ sơ trong 03 ngày làm việc kể từ ngày ký", None, "relative"),
    ("every year on a day", "hằng năm gửi báo cáo trước ngày 15 tháng 12", None, "before"),
    ("decomposed words", "ba\u0301o ca\u0301o trước ngày 15/12/2025", "2025-12-15", "before"),
]

NO_DEADLINES = [
    ("what is not waited for", "xử lý ngay, không chờ đến cuối năm"),
    ("what is not done then", "chưa xem xét trong năm nay"),
    ("until when it stays", "giá vé giữ nguyên đến hết ngày 31/8/2026"),
    ("a cited paper", "thực hiện Kế hoạch số 64-KH/HU ngày 15/9/2026 của Huyện ủy"),
    ("what happened before", "rà soát vụ việc phát sinh trước ngày 01/7/2026 còn tồn đọng"),
    ("already past", "đến ngày 19/11/2025 đã có 15 bộ gửi đăng ký"),
    ("a data cut-off", "số liệu tính đến ngày 31/12/2025"),
    ("a period in a title", "Chương trình xây dựng nông thôn mới giai đoạn 2026-2030"),
    ("the horizon of a title", "phê duyệt Chiến lược hạ tầng số đến năm 2030 và định hướng đến năm 2045"),
    ("a start", "áp dụng từ ngày 01/01/2026"),
    ("a clause of a law", "theo khoản 2 Điều 12 Luật Đất đai năm 2024"),
    ("a number", "Thông báo số 12/12/2025/TB"),
    ("a fraction", "giảm đến 1/3 số hộ nghèo"),
    ("a range of days", "trong 5-10 ngày nắng"),
    ("a plural", "trong các năm, tỉnh đã hỗ trợ"),
    ("no longer in force", "bãi bỏ văn bản hết hiệu lực trước năm 2026"),
    ("every year alone", "hằng năm, tổ chức hội thi"),
    ("no real date", "trước ngày 31/02/2026"),
    ("continuous work", "thường xuyên kiểm tra"),
]


@pytest.mark.parametrize(("why", "raw", "value", "kind"), DEADLINES, ids=[case[0] for case in DEADLINES])
def test_a_deadline_is_read(why, raw, value, kind):
    text = Text("case", raw)
    found = find_deadline(text.folded, (0, len(text)), ISSUED)
    assert found is not None
    assert (found.value, found.kind) == (value, kind)
    assert 0 <= found.span[0] < found.span[1] <= len(text)


@pytest.mark.parametrize(("why", "raw"), NO_DEADLINES, ids=[case[0] for case in NO_DEADLINES])
def test_other_points_in_time_are_none(why, raw):
    text = Text("case", raw)
    assert find_deadline(text.folded, (0, len(text)), ISSUED) is None


def test_without_a_date_of_its_own_a_document_settles_no_missing_year():
    text = Text("case", "báo cáo trước ngày 15/12")
    found = find_deadline(text.folded, (0, len(text)), None)
    assert found is not None
    assert (found.value, found.kind) == (None, "before")


HEADINGS = [
    ("Mục tiêu cụ thể đến năm 2030", "2030"),
    ("Chỉ tiêu đến hết năm 2025, định hướng đến năm 2030", "2025"),
    ("Tầm nhìn đến năm 2045:", "2045"),
    ("Đến năm 2027:", "2027"),
    ("Thực hiện Chiến lược phát triển thanh niên đến năm 2030", None),
    ("Chỉ tiêu năm 2026", None),
    ("Việc phải hoàn thành trong quý III năm 2026:", "2026-Q3"),
    ("Giai đoạn chuẩn bị (xong trước ngày 15/4/2026)", "2026-04-15"),
    ("Quý II năm 2026", "2026-Q2"),
    ("Từ nay đến cuối năm 2026", "2026"),
    ("Nhiệm vụ trọng tâm quý II năm 2026", None),
    ("Tháng hành động vì trẻ em", None),
]


@pytest.mark.parametrize(("raw", "value"), HEADINGS)
def test_a_heading_of_objectives_sets_their_year(raw, value):
    text = Text("case", raw)
    found = heading_deadline(text.folded, (0, len(text)))
    assert (found.value if found else None) == value


CELLS = [
    ("Quý IV/2025", "2025-Q4"),
    ("Tháng 12/2025", "2025-12"),
    ("Trước ngày 31/3/2026", "2026-03-31"),
    ("30/11/2025", "2025-11-30"),
    ("12/2026", "2026-12"),
    ("2026", "2026"),
    ("Năm 2025-2030", "2030"),
    ("Quý I - Quý II năm 2026", "2026-Q2"),
    ("Thường xuyên", None),
    ("Hằng năm", None),
    ("Theo tiến độ", None),
    ("Tháng 3 - Tháng 5/2026", "2026-05"),
    ("31-12-2026", "2026-12-31"),
    ("Cuối năm 2026", "2026"),
    ("Áp dụng từ quý II/2027", None),
    ("Từ năm 2026 đến năm 2028", "2028"),
    ("Từ năm 2026 - 2029", "2029"),
    ("III/2026", "2026-Q3"),
    ("Q3/2026", "2026-Q3"),
    ("9-12/2026", "2026-12"),
    ("Trước 31/12 hằng năm", None),
    ("tháng 9/2026", "2026-09"),
]


@pytest.mark.parametrize(("raw", "value"), CELLS)
def test_a_cell_needs_no_preposition(raw, value):
    text = Text("case", raw)
    found = cell_deadline(text.folded, (0, len(text)), ISSUED)
    assert (found.value if found else None) == value


RECURRENCES = [
    ("hằng tháng báo cáo", "monthly"),
    ("phát sóng hằng tuần", "weekly"),
    ("hàng quý tổng hợp", "quarterly"),
    ("Định kỳ 6 tháng báo cáo", "half-yearly"),
    ("định kỳ 6 tháng, hằng năm báo cáo", "half-yearly, yearly"),
    ("Định kỳ hàng quý, sáu tháng, một năm, báo cáo", "quarterly, half-yearly, yearly"),
    ("6 tháng một lần báo cáo", "half-yearly"),
    ("kiểm tra 01 lần/quý", "quarterly"),
    ("tổ chức tiếp dân mỗi năm một đợt", "yearly"),
    ("báo cáo định kỳ tháng, quý, năm", "monthly, quarterly, yearly"),
    ("xây dựng kế hoạch hằng năm; định kỳ kiểm tra", "yearly"),
    ("định kỳ kiểm tra, đánh giá", "periodic"),
    ("quý, 6 tháng và hằng năm kiểm điểm", "quarterly, half-yearly, yearly"),
    ("nộp danh sách hằng năm trước ngày 05/01", "yearly"),
    ("sáu tháng, một năm họp rút kinh nghiệm", "half-yearly, yearly"),
    ("phát chuyên mục mỗi quý 01 kỳ", "quarterly"),
    ("hằng tháng 02 tin, bài", "monthly"),
    ("03 tháng một lần giao ban", "quarterly"),
    ("họp 6 tháng 1 lần", "half-yearly"),
    ("một năm hai lần kiểm tra", "half-yearly"),
    ("kiểm định an toàn 4 lần/năm", "quarterly"),
    ("mỗi năm 02 đợt tổng vệ sinh", "half-yearly"),
    ("mỗi năm ít nhất 04 lần giao ban", "quarterly"),
    ("sáu tháng báo cáo một lần", "half-yearly"),
    ("mỗi quý 3 kỳ giao ban", "monthly"),
    ("phun khử khuẩn 3 lần/năm", "yearly"),
    ("nửa năm một lần đối chiếu công nợ", "half-yearly"),
    ("báo cáo kết quả 6 tháng và cả năm", "half-yearly, yearly"),
    ("báo cáo tình hình thực hiện tháng, quý", "monthly, quarterly"),
    ("tổng kết cả năm học", None),
    ("cứ 6 tháng rà soát", "half-yearly"),
    ("sơ kết 6 tháng, tổng kết năm", "half-yearly, yearly"),
    ("tổ chức hội nghị thường niên", "yearly"),
    ("diễn tập hai năm một lần", None),
    ("căn cứ quý III năm 2025", None),
    ("thường xuyên kiểm tra", None),
    ("báo cáo tháng 11", None),
    ("nhiệm vụ 6 tháng đầu năm 2025", None),
    ("trả tiền thuê đất hằng năm", None),
    ("kế hoạch 5 năm 2026-2030", None),
    ("mỗi xã có một tổ", None),
    ("báo cáo trước ngày 25 tháng cuối quý", "quarterly"),
    ("định kỳ 6 tháng (trước ngày 10/6) và 01 năm (trước ngày 10/12)", "half-yearly, yearly"),
    ("báo cáo nhanh hằng tuần qua phần mềm", "weekly"),
    ("bình quân mỗi năm giảm 2% hộ nghèo", None),
    ("giá trị sản xuất tăng 6% mỗi năm", None),
    ("đón 30.000 lượt khách mỗi năm", None),
    ("bố trí tối thiểu 5 tỷ đồng mỗi năm", None),
    ("phát tối thiểu 03 tin bài mỗi tuần", None),
    ("luân phiên cán bộ, mỗi tuần ít nhất 03 ngày", None),
    ("các chỉ tiêu là căn cứ đánh giá hằng năm", None),
    ("chi từ nguồn ngân sách hằng năm", None),
    ("mỗi tuần ít nhất 03 ngày trực tại xã", "weekly"),
    ("mỗi tuần ít nhất 03 ca", "weekly"),
    ("mỗi năm kết nạp từ 45 đảng viên trở lên", "yearly"),
    ("tổ chức 02 cuộc giám sát mỗi năm", "yearly"),
    ("mở 03 lớp xóa mù chữ mỗi quý", "quarterly"),
    ("kiểm tra 30% số chi bộ mỗi năm", "yearly"),
    ("gửi trước ngày 18 của tháng cuối quý về Ban Chỉ đạo", "quarterly"),
    ("trước ngày 18 tháng cuối quý IV", None),
    ("6 tháng họp giao ban một lần", "half-yearly"),
    ("giám sát ít nhất 06 chi bộ mỗi năm", "yearly"),
    ("mỗi xã ra mắt 01 câu lạc bộ hằng năm", "yearly"),
    ("đánh giá, xếp loại cán bộ hằng năm", "yearly"),
    ("phân bổ vốn hằng năm", "yearly"),
]


@pytest.mark.parametrize(("raw", "value"), RECURRENCES)
def test_how_often(raw, value):
    text = Text("case", raw)
    assert recurrence_in(text.folded, (0, len(text))) == value
