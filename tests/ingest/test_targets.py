"""Measured objectives: what is counted, how it is compared, over which group."""

import pytest

from graph.extraction import TaskFacts
from ingest.pipeline import read
from ingest.targets import find_targets
from ingest.text import Text


def targets_of(raw, path="I.1", deadline=None, year=None):
    text = Text("case", raw)
    evidence = text.evidence((0, len(text)), "case")
    return find_targets(text, [TaskFacts(path, evidence, 0, raw, deadline=deadline)], year=year)


SHARES = [
    ("a share", "100% thôn có tổ hòa giải", "=", 100, "thôn"),
    ("to the end of the year", "Tính đến cuối năm, đạt 90% hộ", "=", 90, "hộ"),
    ("to the year's end, over", "Tính đến hết năm đạt trên 95% hồ sơ", ">=", 95, "hồ sơ"),
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
    ("makes up", "Dịch vụ chiếm từ 45% GRDP trở lên", ">=", 45, "GRDP"),
    ("parted by a scanner", "Phấn đấu 9 5% hộ dân có nước sạch", "=", 95, "hộ dân"),
    ("a space before a sign", "giảm 2 ,5% hộ nghèo", "=", 2.5, "hộ nghèo"),
    ("all, parted", "Đến cuối năm, 10 0% hộ dân có điện", "=", 100, "hộ dân"),
    ("accents that were lost", "tôi thiêu 85% nương rẫy", ">=", 85, "nương rẫy"),
    ("accents lost, at most", "không qua 4% đơn thư", "<=", 4, "đơn thư"),
    ("none to happen over", "không để phát sinh quá 2% thuế nợ đọng", "<=", 2, "thuế nợ đọng"),
    ("not higher", "Tỷ lệ trẻ béo phì không cao hơn 8%", "<=", 8, "Tỷ lệ trẻ béo phì"),
    ("not more", "Tỷ lệ tàu vắng liên lạc không nhiều hơn 2%", "<=", 2, "Tỷ lệ tàu vắng liên lạc"),
    ("not to pass", "Tỷ lệ lưu ban không vượt 0,5%", "<=", 0.5, "Tỷ lệ lưu ban"),
    ("smaller", "Tỷ lệ hao hụt nhỏ hơn 4%", "<=", 4, "Tỷ lệ hao hụt"),
    ("not smaller", "Tỷ lệ nảy mầm không nhỏ hơn 90%", ">=", 90, "Tỷ lệ nảy mầm"),
    ("and down", "Tỷ lệ nợ quá hạn từ 0,3% trở xuống", "<=", 0.3, "Tỷ lệ nợ quá hạn"),
    ("of what is carried out", "Tỷ lệ hợp đồng thực hiện đạt 95%", "=", 95, "Tỷ lệ hợp đồng"),
    ("less interest", "giảm lãi suất cho vay ít nhất 1%", ">=", 1, "lãi suất cho vay"),
    (
        "those who reach it",
        "Các lớp phấn đấu từ 85% học sinh trở lên được xếp loại khá",
        ">=",
        85,
        "học sinh",
    ),
    ("behind what was", "so với năm 2021 giảm ít nhất 6% số ca", ">=", 6, "số ca"),
]

COUNTS = [
    ("and up, of each", "mỗi ấp có từ 02 tổ trở lên được tập huấn", ">=", 2, "tổ", "mỗi ấp"),
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
    ("more each year", "mỗi năm thêm 2.000 ha dừa hữu cơ", "=", 2000, "ha", "dừa hữu cơ"),
    ("in words", "mỗi tổ có ít nhất một buổi sinh hoạt", ">=", 1, "buổi sinh hoạt", "mỗi tổ"),
    ("thousands", "Hằng năm kết nạp từ 1.500 đảng viên trở lên", ">=", 1500, "đảng viên", None),
    ("an amount", "thu ngân sách đạt trên 2.000 tỷ đồng", ">=", 2000, "tỷ đồng", "thu ngân sách"),
    ("to be made", "trồng mới 350 ha rừng phòng hộ", "=", 350, "ha", "rừng phòng hộ"),
    ("of all", "Phấn đấu 7/9 thôn có sân thể thao", "=", 7, "thôn", "thôn"),
    ("of some of all", "4/6 ấp nuôi tôm có tổ hợp tác", "=", 4, "ấp", "ấp nuôi tôm"),
    ("of a place", "trồng dặm ít nhất 80 ha tràm bị cháy", ">=", 80, "ha", "tràm"),
    ("reached", "06 mô hình đạt chuẩn", "=", 6, "mô hình", None),
    ("at the head", "Có 40 hợp tác xã hoạt động tốt", "=", 40, "hợp tác xã", None),
    ("glued", "xây 25km kè biển", "=", 25, "km", "kè biển"),
    (
        "a span of life",
        "Tuổi thọ trung bình của người dân đạt 76 tuổi",
        "=",
        76,
        "tuổi",
        "Tuổi thọ trung bình của người dân",
    ),
    ("over so many", "có ít nhất 12 bác sĩ trên 10.000 dân", ">=", 12, "bác sĩ trên 10.000 dân", None),
    ("of each, compared before", "Tối thiểu mỗi huyện 02 hợp tác xã", ">=", 2, "hợp tác xã", "mỗi huyện"),
    ("what a whole province has", "Toàn tỉnh có 9.000 ha xoài", "=", 9000, "ha", "xoài"),
    ("parted by a scanner", "bố trí tối thiểu 2 50 triệu đồng mua sách", ">=", 250, "triệu đồng", None),
    ("parted behind a verb", "Xây mới 4 5 cầu treo", "=", 45, "cầu treo", None),
    ("parted behind the stop", "gửi ít nhất 80. 000 tin nhắn", ">=", 80000, "tin nhắn", None),
    ("thousands with a space", "trồng ít nhất 3 400 ha bần chua", ">=", 3400, "ha", "bần chua"),
    ("none to happen", "không để xảy ra quá 03 vụ đuối nước", "<=", 3, "vụ đuối nước", None),
    ("days a year", "giữ nước trong từ 300 ngày/năm trở lên", ">=", 300, "ngày/năm", None),
    ("time over a thing", "không quá 30 phút/hồ sơ", "<=", 30, "phút/hồ sơ", None),
    ("an unknown unit over a thing", "độ mặn tối đa 1 gam/lít", "<=", 1, "gam/lít", None),
    ("capitals kept", "Phấn đấu có thêm 12 sản phẩm OCOP", "=", 12, "sản phẩm OCOP", None),
    ("made new", "đóng mới 14 lồng bè", "=", 14, "lồng bè", None),
    ("made harder", "ngói hóa 2.300 m2 sân trường", "=", 2300, "m2", "sân trường"),
    ("more of it", "mở rộng thêm 6,5 ha bãi thả", "=", 6.5, "ha", "bãi thả"),
    ("money for a period", "Huy động cho cả nhiệm kỳ 620 tỷ đồng", "=", 620, "tỷ đồng", None),
    ("pages that are read in", "Số hóa mỗi huyện ít nhất 8.000 trang", ">=", 8000, "trang", "mỗi huyện"),
    ("what costs are to stay under", "chi phí không quá 10 triệu đồng/ha", "<=", 10, "triệu đồng/ha", None),
    ("who else is so large", "Hợp tác xã nhận trên 90 lao động nữ", ">=", 90, "lao động", None),
    ("for so many", "Hỗ trợ giống ngô lai cho 640 hộ nghèo", "=", 640, "hộ nghèo", None),
    ("what is made before its size", "Nạo vét mương tiêu 7,2 km", "=", 7.2, "km", None),
    ("in words of its own", "đưa vào vận hành 02 trạm bơm", "=", 2, "trạm bơm", None),
    ("more money", "thu nhập của xã viên tăng thêm 1,5 triệu đồng/tháng", "=", 1.5, "triệu đồng/tháng", None),
    ("and more", "Thu nội địa phấn đấu đạt và vượt 940 tỷ đồng", ">=", 940, "tỷ đồng", "Thu nội địa"),
    ("places that reach it", "Có thêm 04 phường đạt chuẩn đô thị văn minh", "=", 4, "phường", None),
    ("an unknown thing of each", "mỗi ấp có 02 guồng nước", "=", 2, "guồng nước", "mỗi ấp"),
    ("an unknown thing, and up", "mỗi đội dựng từ 03 chòi canh trở lên", ">=", 3, "chòi canh", "mỗi đội"),
    ("the nearest each", "mỗi huyện một kế hoạch, mỗi xã có 03 hồ bơi", "=", 3, "hồ bơi", "mỗi xã"),
    ("a typist's accents", "mỗi bản có tôi thiểu 04 bể nước", ">=", 4, "bể nước", "mỗi bản"),
    ("time that is measured", "thời gian chờ trung bình không quá 25 phút", "<=", 25, "phút", None),
    ("time that grows shorter", "rút ngắn thời gian thông quan xuống còn 8 giờ", "=", 8, "giờ", None),
    ("a mean time", "thời gian lưu trú bình quân 2,5 ngày", "=", 2.5, "ngày", None),
    ("none left over", "không còn quá 04 thôn chưa có điện", "<=", 4, "thôn", None),
    ("set aside", "Bố trí 05 xuồng máy trực tại bến", "=", 5, "xuồng máy", None),
    ("money set aside", "Bố trí kinh phí 1,4 tỷ đồng mua sách", "=", 1.4, "tỷ đồng", None),
    ("looked into", "Kiểm tra 08 tổ chức đảng cấp dưới", "=", 8, "tổ chức đảng", None),
    ("more of them", "Tăng cường 06 chuyến/ngày tuyến nội tỉnh", "=", 6, "chuyến/ngày", None),
    ("fewer of them", "Cắt giảm 09 thủ tục hành chính", "=", 9, "thủ tục hành chính", None),
    ("dealt with at last", "Xử lý dứt điểm 05 điểm ùn tắc", "=", 5, "điểm ùn tắc", None),
    ("at a place", "Lắp 40 camera trên các tuyến chính", "=", 40, "camera", None),
    ("a standard", "đạt chuẩn 17 tiêu chí", "=", 17, "tiêu chí", None),
    ("what there is for each", "Huyện có 9 giường bệnh/vạn dân", "=", 9, "giường bệnh/vạn dân", None),
    ("a size at the head", "Diện tích rau an toàn 300 ha", "=", 300, "ha", None),
    ("a sum at the head", "Tổng mức đầu tư không quá 90 tỷ đồng", "<=", 90, "tỷ đồng", None),
    (
        "an income at the head",
        "Thu nhập bình quân đầu người 70 triệu đồng/năm",
        "=",
        70,
        "triệu đồng/năm",
        None,
    ),
    ("a range told twice", "mỗi hộ trồng từ 02 ha đến 03 ha quế", ">=", 2, "ha", "mỗi hộ"),
    ("a sum that comes in", "đấu giá quyền sử dụng đất thu 90 tỷ đồng", "=", 90, "tỷ đồng", None),
    ("as to so many", "giám sát chuyên đề đối với 05 đảng viên", "=", 5, "đảng viên", None),
    ("taken part in", "tham gia 03 hội chợ trong nước", "=", 3, "hội chợ", None),
    ("those who have it", "Các huyện hỗ trợ trên 300 hộ thuộc diện giải tỏa", ">=", 300, "hộ", None),
    ("a day's pay", "mỗi đoàn viên góp ít nhất 01 ngày lương", ">=", 1, "ngày lương", "mỗi đoàn viên"),
    ("each so large", "mỗi khu từ 500 hộ có ít nhất 02 sân chơi", ">=", 2, "sân chơi", "mỗi khu"),
    ("per thousand", "tỷ suất sinh thô giảm còn 12‰", "=", 12, "‰", None),
]

NONE = [
    ("who is dealt with", "hạ bậc thi đua cơ sở có từ 03 vụ vi phạm trở lên bị xử phạt"),
    ("whom it concerns", "lập danh sách hợp tác xã có từ 50 thành viên trở lên mà chưa có chi bộ"),
    ("where it holds", "ruộng bậc thang dốc trên 12 độ phải giữ bờ cỏ"),
    ("a time limit", "trả kết quả không quá 05 ngày làm việc"),
    ("a recurrence", "tổ chức ít nhất 02 lần/năm"),
    ("a date", "hoàn thành trước ngày 30/9/2026"),
    ("a number of a paper", "thực hiện Kế hoạch số 15-KH/TU"),
    ("a price", "hỗ trợ 100% kinh phí mua sách"),
    ("a tax", "áp dụng thuế suất 10%"),
    ("a period", "kế hoạch giai đoạn 2026-2030"),
    ("a name", 'phong trào "90 ngày làm 30% khối lượng"'),
    ("a plain count", "thành lập 03 đoàn kiểm tra"),
    ("land kept for a purpose", "rà soát quỹ đất 20% trong các dự án nhà ở"),
    ("money given", "hỗ trợ 50 triệu đồng/nhà"),
    ("a budget", "kinh phí thực hiện 3,5 tỷ đồng"),
    ("times something is done", "tổ chức 02 lần kiểm tra"),
    ("a condition", "thu hồi vốn của dự án giải ngân dưới 45%"),
    ("an age", "tiêm cho người từ 18 tuổi trở lên"),
    ("a day's hours", "trực 24 giờ/ngày tại chốt"),
    ("how things stand", "người cao tuổi hiện chiếm 12% dân số"),
    ("all day", "trực 24/24 giờ tại chốt"),
    ("a code", "theo khoản 3 Điều 15"),
    ("how things stand, counted", "Các hạt đang quản lý hơn 6.000 ha rừng tuần tra hằng tuần"),
    (
        "what an amount is counted over",
        "giá trị thu hoạch trên 01 ha tính theo giá hiện hành là căn cứ so sánh 3 năm",
    ),
    ("a known set", "tập trung gỡ vướng cho 31 hộ còn khiếu nại"),
    ("the known dozen", "sửa xong 09 cống lấy nước"),
    ("the size of a thing", "rà soát các hồ chứa dung tích trên 3 triệu m3"),
    ("a condition", "Đối với dự án có tổng mức đầu tư trên 20 tỷ đồng thì trình Hội đồng"),
    ("whom it concerns", "Các xã có trên 300 hộ nghèo phải lập danh sách"),
    ("a slogan", "các trường thực hiện 3 công khai"),
    ("a person's honour", "tặng Bằng khen cho 14 tập thể"),
    ("grades", "công nhận sản phẩm đạt từ 4 sao trở lên"),
    ("a named number of places", "theo dõi 40 xã, phường theo danh sách kèm theo"),
    ("a model of two levels", "từng phòng hoàn thiện mô hình chính quyền địa phương 2 cấp"),
    ("a case", "Chi đoàn nào dưới 40% đoàn viên dự sinh hoạt thì bí thư giải trình"),
    ("an alternative", "Nếu có trên 30% đại biểu vắng mặt thì hoãn họp"),
    ("a case behind the share", "Ao nhiễm bệnh, từ 50% số tôm chết trở lên, phải khử trùng"),
    ("a clause on those who act", "Các doanh nghiệp sử dụng từ 80 lao động trở lên lập phương án"),
    ("what is laid down", "Mức hỗ trợ: hộ nghèo 100%, hộ cận nghèo 50%"),
    ("those that are kept up", "giữ vững 08 tuyến phố văn minh hiện có"),
    (
        "how far it has come",
        "Đến ngày 31/5, toàn huyện giải ngân 210 tỷ đồng, đạt 31% kế hoạch, thấp hơn cả nước",
    ),
    ("less than a year ago", "Thu ngân sách quý I đạt 22% dự toán, giảm so với cùng kỳ"),
    (
        "a limit of what is given",
        "Hộ cận nghèo được cấp phân bón theo quy định, định mức tối đa 6 triệu đồng/ha",
    ),
    ("what one may borrow", "Nông dân được vay không quá 100 triệu đồng, thời hạn 36 tháng"),
    ("how long a paper may be", "báo cáo không quá 10 trang"),
    ("what is remitted", "miễn 100% phí hạ tầng cho hàng quá cảnh"),
    ("where it is looked at", "Kiểm tra tại 5 xã, tập huấn tại 3 huyện"),
    ("what is looked at", "Kiểm tra 3 nội dung theo đề cương"),
    ("those above", "Giải quyết cho 25 hộ nêu trên"),
    ("those who are stopped", "đình chỉ tàu chở vượt trên 20% trọng tải"),
    ("those who are blamed", "phê bình các chủ đầu tư giải ngân đạt dưới 40%"),
    ("who is commended", "các lớp đạt từ 80 điểm trở lên được xét khen"),
    ("enough marks", "Thí sinh đạt từ 70 điểm trở lên được công nhận"),
    ("who may borrow", "Hộ có thu nhập từ 2 triệu đồng/tháng trở xuống được vay vốn"),
    ("who comes first", "Đối với bản có trên 60% hộ nghèo, ưu tiên bố trí vốn"),
    ("who is to weigh so much", "người hiến máu nặng từ 45 kg"),
    ("how far away", "đặt biển báo cách cầu 150 m"),
    ("how wide", "vỉa hè rộng tối thiểu 1,5 m"),
    ("how high", "Chiều cao công trình không quá 4 tầng"),
    ("a rule's size", "mỗi phòng theo tiêu chuẩn từ 45 m2 đến 60 m2"),
    ("what one pays in", "hội viên đóng 1% thu nhập"),
    ("a fine", "Phạt tiền từ 2 triệu đồng đến 4 triệu đồng"),
    ("a loan", "Mức vay tối đa 80 triệu đồng/hộ"),
    ("so much for each", "Hỗ trợ 50% giá giống, tối đa 6 triệu đồng/hộ"),
    ("how it stands now", "Đến nay mới có 55% thôn có nhà văn hóa"),
    ("how it stands, said of a part", "Hiện có 9/14 xã có chợ"),
    ("what a report says", "Theo báo cáo, tỷ lệ chậm trả chiếm 7%"),
    ("what was done, and so much of it", "Năm 2022 đã giải ngân 700 tỷ đồng, đạt 88% kế hoạch"),
    ("a state to be ended", "khắc phục tình trạng 20% trạm bơm hư hỏng"),
    ("the chief of works", "đơn vị làm chủ đầu tư 07 dự án báo cáo"),
    ("interest", "Lãi suất cho vay 6,2%/năm"),
    ("a tax with its name", "Thuế giá trị gia tăng 8%"),
    ("a strength", "phun khử trùng với nồng độ 2%"),
    ("an advance", "Tạm ứng không quá 25% giá trị hợp đồng"),
    ("who pays how much", "Ngân sách tỉnh 60%, ngân sách huyện 40%"),
    ("an event", "Khi số ca mắc tăng trên 15% so với tuần trước, báo cáo ngay"),
    ("a place in an order", "xếp thứ 12/34 tỉnh"),
    ("those who found one", "Cơ sở sử dụng từ 40 lao động trở lên thành lập tổ tự vệ"),
    ("what a count says", "Căn cứ kết quả lấy ý kiến 85% phiếu đồng ý"),
    ("done so far, and so much of it", "toàn huyện đã trồng 90 ha rừng, đạt 60% kế hoạch"),
    ("what a plant can do", "vận hành trạm xử lý công suất 300 m3/ngày"),
    ("a cheap loan", "Vay ưu đãi 3,3%/năm"),
    ("a limit of weight", "Xe trên 13 tấn cấm qua cầu"),
    ("a fraction that compares", "Nghị quyết được thông qua khi có trên 2/3 hội viên tán thành"),
    ("a fraction, at least", "hoàn thành ít nhất 3/4 nhiệm vụ"),
    ("thousands or a part", "Tập huấn cho 1,000 hộ"),
    ("thousands or a part, compared", "đón tối thiểu 12,000 khách"),
    ("by count, after a comma", "Theo khảo sát của xã, toàn xã còn 15 hộ thiếu đất"),
]


def test_what_is_counted_of_a_share_is_a_target_of_its_own():
    raw = "Trên 65% số xã đạt chuẩn, trong đó tối thiểu 15 xã đạt chuẩn nâng cao"
    assert [(one.comparator, one.value, one.unit) for one in targets_of(raw)] == [
        (">=", 65, "%"),
        (">=", 15, "xã"),
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


def test_what_is_said_of_a_part_is_no_name_of_the_whole():
    assert targets_of("Trồng 90 ha rừng, trong đó rừng sản xuất 70 ha")[0].of == "rừng"


def test_a_line_break_inside_is_no_border():
    (target,) = targets_of("mỗi\nbản có ít nhất 03\nngười nòng cốt")
    assert (target.of, target.unit, target.value) == ("mỗi bản", "người", 3)


def test_a_row_s_value_measures_the_row_s_content():
    (target,) = targets_of("4 | Tỷ lệ hồ sơ được số hóa toàn trình | % | 95% | Sở Nội vụ", path="PL.4")
    assert (target.value, target.of) == (95, "Tỷ lệ hồ sơ được số hóa toàn trình")


def test_a_heading_s_year_holds_for_the_targets_below_it():
    raw = (
        "KẾ HOẠCH\nnước sạch\n\nThực hiện Nghị quyết số 5-NQ/TU, Ủy ban xây dựng kế hoạch như sau:\n\n"
        "I. MỤC TIÊU ĐẾN NĂM 2027\n\n1. 70% hộ có đồng hồ.\n\n2. Mục tiêu cụ thể đến năm 2028\n\n"
        "- 90% hộ có nước sạch.\n\nII. CHỈ TIÊU NĂM 2026\n\n1. 60% hộ có bể chứa.\n\nIII. NHIỆM VỤ\n\n"
        "1. Kéo ống đến 80% hộ.\n"
    )
    assert [(target.task, target.year) for target in read(Text("case", raw)).targets] == [
        ("I.1", 2027),
        ("I.2-1", 2028),
        ("II.1", 2026),
        ("III.1", None),
    ]


GROWTH = [
    ("a baseline", "Tỷ lệ che phủ tăng từ 4,2% năm 2020 lên 4,6%", "=", 4.6, "%"),
    ("a baseline of a count", "nâng số tổ từ 10 tổ lên 15 tổ hợp tác", "=", 15, "tổ hợp tác"),
    ("so many times", "thu nhập gấp 1,5 lần so với năm 2020", "=", 1.5, "lần"),
    ("at least so many times", "tăng ít nhất 2 lần so với năm 2020", ">=", 2, "lần"),
    ("and up, after a rate", "tốc độ tăng bình quân từ 7%/năm trở lên", ">=", 7, "%"),
    ("and up, after what is counted", "bao phủ bảo hiểm y tế đạt 95% dân số trở lên", ">=", 95, "%"),
    ("over so many people", "đạt 32 giường bệnh/10.000 dân", "=", 32, "giường bệnh/10.000 dân"),
    ("a range of a count", "có từ 02 - 03 sản phẩm OCOP đạt 5 sao", ">=", 2, "sản phẩm OCOP"),
    ("a range after a share", "giảm 4 - 5%/năm", ">=", 4, "%"),
    ("millions of what is counted", "quy mô đàn đạt 1,2 triệu con", "=", 1.2, "triệu con"),
    ("a goal with its year", "phấn đấu đến năm 2025 có 200 hợp tác xã", "=", 200, "hợp tác xã"),
    ("thousands of tons", "sản lượng đạt 500 nghìn tấn", "=", 500, "nghìn tấn"),
]


@pytest.mark.parametrize(("why", "raw", "comparator", "value", "unit"), GROWTH, ids=[c[0] for c in GROWTH])
def test_what_grows_is_measured_by_what_it_comes_to(why, raw, comparator, value, unit):
    assert [(t.comparator, t.value, t.unit) for t in targets_of(raw)] == [(comparator, value, unit)]


def test_a_result_of_an_earlier_year_is_none():
    raw = (
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nSố: 18/KH-UBND\nHà Nam, ngày 14 tháng 6 năm 2023\n\nKẾ HOẠCH\n"
        "nước sạch\n\nỦy ban nhân dân tỉnh xây dựng kế hoạch như sau:\n\nI. MỤC TIÊU CỤ THỂ\n\n"
        "1. Tối thiểu 96% hộ có nước sạch (năm 2021 là 88%; năm 2022 đạt 90%).\n\n"
        "2. Năm 2024 đạt 97%, năm 2025 đạt 98%.\n"
    )
    found = read(Text("case", raw)).targets
    assert [target.value for target in found] == [96, 97, 98]


UNITS = [
    ("có ít nhất 02 bình chữa cháy và dây thoát hiểm", "bình chữa cháy"),
    ("có tối thiểu 01 bộ dụng cụ phá dỡ.", "bộ dụng cụ phá dỡ"),
    ("thành lập ít nhất 05 tổ hợp tác", "tổ hợp tác"),
    ("mỗi huyện hoàn thành ít nhất 02 khu tái định cư trong năm nay", "khu tái định cư"),
    ("mỗi thư viện ít nhất 300 bản sách;", "bản sách"),
    ("xây dựng 63 xe thư viện lưu động đa phương tiện", "xe thư viện lưu động"),
    ("mở 06 lớp tập huấn tại các xã", "lớp tập huấn"),
    ("hoàn thành chỉ tiêu 2.360 căn nhà ở xã hội", "căn nhà"),
    ("bồi dưỡng 3.500 lượt cán bộ", "lượt cán bộ"),
    ("bồi dưỡng 3.500 lượt cán bộ, công chức, viên chức", "lượt"),
    ("tư vấn ít nhất 900 lượt phụ nữ", "lượt phụ nữ"),
    ("mỗi trạm dự trữ 300 suất cơm", "suất cơm"),
    ("hình thành 02 cảng cá", "cảng cá"),
    ("hỗ trợ mỗi hộ 02 con dê giống", "con dê giống"),
    ("kéo giảm tỷ lệ tảo hôn 1,2 điểm %", "điểm %"),
    ("mỗi xã có ít nhất 01 tổ an ninh trật tự được kiện toàn", "tổ an ninh trật tự"),
    ("mỗi xã có ít nhất 01 đội phòng cháy chữa cháy chuyên ngành", "đội phòng cháy chữa cháy"),
    ("tối thiểu 200 chuyên gia chuyển đổi số", "chuyên gia"),
    ("ít nhất 03 mô hình tự quản về môi trường", "mô hình"),
    ("có ít nhất 02 đảng bộ được kiểm tra", "đảng bộ"),
    ("cấp 10.000 thẻ bảo hiểm y tế cho người nghèo", "thẻ bảo hiểm y tế"),
    ("lắp đặt 150 camera giám sát", "camera"),
    ("tối thiểu 02 homestay đạt chuẩn", "homestay"),
    ("mỗi trạm có tối thiểu 03 điều dưỡng viên", "điều dưỡng viên"),
    ("thực hiện ít nhất 06 chương trình nghệ thuật phục vụ đồng bào", "chương trình nghệ thuật"),
    ("mỗi tổ dạy ít nhất 02 tiết thao giảng", "tiết thao giảng"),
    ("mỗi chi bộ chọn 01 khâu đột phá", "khâu đột phá"),
    ("thu hút ít nhất 02 nhà máy chế biến dừa", "nhà máy"),
    ("có từ 03 sản phẩm du lịch cộng đồng trở lên", "sản phẩm du lịch cộng đồng"),
    ("giải quyết việc làm cho 3.100 lượt lao động", "lượt lao động"),
    ("mỗi đoàn thể đảm nhận 01 phần việc", "phần việc"),
    ("mỗi năm ít nhất 900 người học xong nghề sơ cấp", "người"),
    ("hỗ trợ ít nhất 900 người học", "người học"),
    ("bố trí việc làm cho tối thiểu 120 lao động qua đào tạo nghề", "lao động"),
    ("thành lập ít nhất 05 đội bóng tham gia giải", "đội bóng"),
    ("bảo vệ 12.000 ha rừng hiện có", "ha"),
    ("nâng cấp 05 trạm y tế hiện có", "trạm y tế"),
    ("trả kết quả không quá 02 ngày làm việc/hồ sơ", "ngày làm việc/hồ sơ"),
    ("mỗi nhà máy có tối thiểu 01 phòng trữ, vắt sữa", "phòng"),
    ("mỗi xã có tối thiểu 01 phòng khám, chữa bệnh", "phòng khám"),
    ("bố trí tối thiểu 04 mũi thi công", "mũi thi công"),
    ("bố trí tối thiểu 02 kíp vận chuyển cấp cứu", "kíp vận chuyển"),
    ("mỗi hợp tác xã có ít nhất 01 kế toán trưởng", "kế toán trưởng"),
]


@pytest.mark.parametrize(("raw", "unit"), UNITS)
def test_a_unit_is_a_whole_noun(raw, unit):
    (target,) = targets_of(raw)
    assert target.unit == unit


def test_and_up_holds_for_all_that_a_list_counts():
    found = targets_of("thành lập từ 05 tổ hợp tác, 01 hợp tác xã do phụ nữ quản lý trở lên")
    assert [(t.comparator, t.value, t.unit) for t in found] == [
        (">=", 5, "tổ hợp tác"),
        (">=", 1, "hợp tác xã"),
    ]


def test_what_each_has_is_measured_beside_a_share():
    found = targets_of("90% thư viện được bổ sung sách mới, mỗi thư viện ít nhất 300 bản sách")
    assert [(t.comparator, t.value, t.unit) for t in found] == [("=", 90, "%"), (">=", 300, "bản sách")]


def test_a_stop_between_sentences_tears_no_number():
    found = targets_of("Tỷ lệ hộ có nước sạch đạt 95%. 100 hộ được hỗ trợ. Trồng 5 ha. 200 hộ dự tập huấn.")
    assert [t.value for t in found] == [95, 5]


def test_a_year_before_a_number_is_no_part_of_it():
    assert [t.value for t in targets_of("Phấn đấu đến năm 2027 100% thôn có sân chơi")] == [100]


SEVERAL = [
    (
        "each with its verb",
        "Cải tạo 15 vườn tạp, láng nhựa 4,2 km đường thôn, 02 tuyến đường hoa",
        [("=", 15, "vườn tạp"), ("=", 4.2, "km"), ("=", 2, "tuyến đường hoa")],
    ),
    (
        "a part in the same unit",
        "Đón 1,4 triệu lượt khách, trong đó khách quốc tế 90 nghìn lượt khách",
        [("=", 1.4, "triệu lượt khách"), ("=", 90, "nghìn lượt khách")],
    ),
    (
        "a part is not compared as its whole",
        "Trên 80% trưởng bản được tập huấn, trong đó 40% nói được tiếng Mông",
        [(">=", 80, "%"), ("=", 40, "%")],
    ),
    (
        "behind a share that ends its phrase",
        "Tỷ lệ đô thị hóa đạt 34%, có 01 đô thị loại III",
        [("=", 34, "%"), ("=", 1, "đô thị")],
    ),
    (
        "places that reach it, one behind the other",
        "Đến năm 2027 có 12 xã đạt chuẩn nông thôn mới, 01 huyện đạt chuẩn nâng cao",
        [("=", 12, "xã"), ("=", 1, "huyện")],
    ),
    (
        "the size of all",
        "Xây dựng 03 khu tái định cư với tổng diện tích 42 ha",
        [("=", 3, "khu tái định cư"), ("=", 42, "ha")],
    ),
    (
        "a stock beside a share",
        "100% xã có cán bộ thú y, dự trữ tối thiểu 3 tấn vôi bột",
        [("=", 100, "%"), (">=", 3, "tấn")],
    ),
    (
        "points of a rate, and of a part of it",
        "Tỷ lệ hộ nghèo giảm từ 1,4 điểm % trở lên, trong đó hộ nghèo người Mông giảm 2,6 điểm %",
        [(">=", 1.4, "điểm %"), ("=", 2.6, "điểm %")],
    ),
    ("those that are chosen", "Chọn 04 cơ quan làm điểm, rút kinh nghiệm", [("=", 4, "cơ quan")]),
    ("places where it is put up", "Trang bị camera an ninh tại 20 thôn", [("=", 20, "thôn")]),
    ("all that are left", "Chi trả bồi thường cho 96 hộ còn lại", [("=", 96, "hộ")]),
    (
        "an amount and what it is for",
        "Vận động quỹ tối thiểu 300 triệu đồng, sửa nhà cho 15 hộ",
        [(">=", 300, "triệu đồng"), ("=", 15, "hộ")],
    ),
    (
        "places that reach it together",
        "Có 02 huyện, 18 xã đạt chuẩn",
        [("=", 2, "huyện"), ("=", 18, "xã")],
    ),
    (
        "a part by its own name",
        "Đoạt 12 huy chương, trong đó có 04 huy chương vàng; trồng 90 ha, trong đó có 30 ha rừng",
        [("=", 12, "huy chương"), ("=", 4, "huy chương vàng"), ("=", 90, "ha"), ("=", 30, "ha")],
    ),
    ("those and their size", "Giao rừng cho 40 hộ với diện tích 600 ha", [("=", 40, "hộ"), ("=", 600, "ha")]),
    (
        "so much of each, one behind the other",
        "Năng suất lúa đạt 62 tạ/ha, ngô 50 tạ/ha",
        [("=", 62, "tạ/ha"), ("=", 50, "tạ/ha")],
    ),
    (
        "what a share comes to",
        "Vận động 100% nhà thuốc, đạt 240 bản cam kết",
        [("=", 100, "%"), ("=", 240, "bản cam kết")],
    ),
    ("what each costs", "Lợp lại 40 nhà, 15 triệu đồng/nhà", [("=", 40, "nhà")]),
    (
        "one more, one more",
        "12 xã đạt chuẩn, 04 xã nâng cao, 01 xã kiểu mẫu",
        [("=", 12, "xã"), ("=", 4, "xã"), ("=", 1, "xã")],
    ),
    (
        "what stands, then what is striven for",
        "Đến nay đạt 60%, phấn đấu cuối năm đạt 90%",
        [("=", 90, "%")],
    ),
    (
        "places beside a share",
        "70% số thôn có loa và 02 phường đạt chuẩn đô thị văn minh",
        [("=", 70, "%"), ("=", 2, "phường")],
    ),
    (
        "an amount beside a share",
        "Ký hợp đồng với 80% hộ trồng dứa, giá trị thu mua đạt từ 9.000 đồng/kg trở lên",
        [("=", 80, "%"), (">=", 9000, "đồng/kg")],
    ),
    (
        "what it was before",
        "Thu tối thiểu 640 tỷ đồng, tăng so với ước thực hiện năm 2022 là 610 tỷ đồng",
        [(">=", 640, "tỷ đồng")],
    ),
    (
        "how far away it is to be",
        "mỗi xã có 01 bãi tập kết cách nhà dân trên 300 m",
        [("=", 1, "bãi tập kết")],
    ),
    (
        "a share of something else, not compared as the count before it",
        "mỗi xã duy trì ít nhất 02 câu lạc bộ, 75% trường tiểu học có vườn rau",
        [(">=", 2, "câu lạc bộ"), ("=", 75, "%")],
    ),
    (
        "counts of two things, compared alike",
        "xây dựng ít nhất 03 mô hình, 02 câu lạc bộ",
        [(">=", 3, "mô hình"), (">=", 2, "câu lạc bộ")],
    ),
    (
        "who is so large that they strive",
        "Doanh nghiệp sử dụng trên 200 lao động phấn đấu thành lập 01 chi bộ",
        [("=", 1, "chi bộ")],
    ),
    (
        "things without a known name, compared alike",
        "Chuẩn bị ít nhất 3.000 bao cát, 500 cọc tre",
        [(">=", 3000, "bao cát"), (">=", 500, "cọc tre")],
    ),
    (
        "households so large",
        "Hộ nuôi từ 100 con gia cầm trở lên tiêm phòng đạt ít nhất 80% tổng đàn",
        [(">=", 80, "%")],
    ),
    (
        "what households come to",
        "Các hộ trồng từ 20 ha trở lên trong năm",
        [(">=", 20, "ha")],
    ),
    (
        "a year without its word",
        "phấn đấu đến 2026 có 45 hợp tác xã",
        [("=", 45, "hợp tác xã")],
    ),
    (
        "a count compared behind a share",
        "100% trường học có thư viện, tối thiểu 500 đầu sách",
        [("=", 100, "%"), (">=", 500, "đầu sách")],
    ),
    ("repetition behind a share", "100% cơ sở được kiểm tra, không quá 01 lần/năm", [("=", 100, "%")]),
    ("what a half year gave", "Kết quả 6 tháng đạt 42%; 6 tháng cuối năm phấn đấu 58%", [("=", 58, "%")]),
    (
        "a school so large",
        "Trường có trên 1.000 học sinh có ít nhất 02 nhân viên y tế",
        [(">=", 2, "nhân viên y tế")],
    ),
    (
        "what is striven for, and so much of it",
        "Phấn đấu giải ngân 210 tỷ đồng, đạt 95% kế hoạch, giảm so với cùng kỳ số dự án chậm",
        [("=", 210, "tỷ đồng"), ("=", 95, "%")],
    ),
    (
        "what is striven for in all of them",
        "Phấn đấu các xã có trên 90% hộ gia đình văn hóa, ưu tiên xã nghèo",
        [(">=", 90, "%")],
    ),
    (
        "by a register, what is to be built",
        "Theo số liệu đăng ký, xây dựng 12 nhà",
        [("=", 12, "nhà")],
    ),
    (
        "an amount over a size",
        "số bác sĩ trên 10.000 dân đạt 11 bác sĩ",
        [("=", 11, "bác sĩ")],
    ),
]


@pytest.mark.parametrize(("why", "raw", "expected"), SEVERAL, ids=[c[0] for c in SEVERAL])
def test_several_counts_of_one_clause(why, raw, expected):
    assert [(t.comparator, t.value, t.unit) for t in targets_of(raw)] == expected


OF_LAST_YEAR = [
    ("funds", "Giải ngân vốn kéo dài năm 2024 đạt 100% trước 30/9/2025", [100]),
    ("a plan's", "Thanh toán vốn kế hoạch năm 2024 đạt 100%", [100]),
    ("accounts", "Quyết toán ngân sách năm 2024 đạt 100%", [100]),
    ("debts", "Thu nợ thuế năm 2024 đạt 90%", [90]),
    ("papers", "Số hóa hồ sơ năm 2024 đạt 80%", [80]),
    ("how far it came", "Thực hiện năm 2024 đạt 95% kế hoạch, phấn đấu đạt 100%", [100]),
    ("how it was", "Tỷ lệ hộ nghèo năm 2024 là 5%, phấn đấu còn 3%", [3]),
    ("what was reached", "Năm 2024 đạt 85%, năm 2025 đạt 90%", [90]),
    ("what was reached by then", "Tính đến hết năm 2024, đạt 95% hồ sơ", []),
    ("what was reached, in brackets", "Đạt 70% hộ (năm 2024 đạt 61%)", [70]),
    ("reached in a list", "Tỷ lệ che phủ đạt 55%, trong đó năm 2024 đạt 54%", [55]),
]


@pytest.mark.parametrize(("why", "raw", "expected"), OF_LAST_YEAR, ids=[c[0] for c in OF_LAST_YEAR])
def test_what_is_of_last_year_may_be_a_goal_unless_it_was_reached_then(why, raw, expected):
    assert [target.value for target in targets_of(raw, year=2025)] == expected


TIMES = [
    ("Tỷ lệ hộ có nước đến năm 2025 đạt 80%, đến năm 2030 đạt 95%", ["2025", "2030"]),
    ("Từ năm 2020 đến năm 2024 đạt 90%, năm 2025 đạt 95%", ["2024", "2025"]),
    ("Năm 2026 giảm 2% hộ nghèo, đến năm 2030 giảm 5% hộ nghèo", ["2026", "2030"]),
    ("Cấp nước cho 80% hộ đến năm 2027 và 95% hộ đến năm 2030", ["2027", "2030"]),
    ("Số hóa 60% hồ sơ trước 30/6/2026, 100% hồ sơ trước 31/12/2026", ["2026-06-30", "2026-12-31"]),
    ("Đến năm 2026, 100% xã có bác sĩ và 90% thôn có y tá", ["2026", "2026"]),
    ("Tỷ lệ hộ nghèo còn 3%, giảm 1% so với năm 2024, đến năm 2026", ["2026", "2026"]),
    ("Năm 2026 mở 02 lớp tập huấn, năm 2027 mở 03 lớp tập huấn", [None, None]),
]


@pytest.mark.parametrize(("raw", "expected"), TIMES)
def test_each_of_several_measures_has_its_own_time(raw, expected):
    assert [target.deadline for target in targets_of(raw)] == expected


NUMERALS = [
    ("ít nhất năm mươi tỷ đồng", [(50, "tỷ đồng")]),
    ("tối thiểu mười hai thôn", [(12, "thôn")]),
    ("ít nhất mười lăm mô hình", [(15, "mô hình")]),
    ("ít nhất hai mươi mốt câu lạc bộ", [(21, "câu lạc bộ")]),
    ("ít nhất năm xã có chợ", [(5, "xã")]),
    ("tối thiểu mười xã có chợ", [(10, "xã")]),
    ("ít nhất ba năm", []),
    ("ít nhất hai trăm ba mươi hộ", []),
    ("ít nhất ba phần tư hội viên dự họp", []),
    ("tặng ít nhất năm phần quà", [(5, "phần quà")]),
]


@pytest.mark.parametrize(("raw", "expected"), NUMERALS)
def test_a_number_in_words_is_read_as_a_whole_or_not_at_all(raw, expected):
    assert [(target.value, target.unit) for target in targets_of(raw)] == expected


def test_what_is_quoted_is_no_target_wherever_the_quotation_began():
    raw = 'Phong trào "Sạch; 90% hộ dân, 80% xã" đạt 70% hộ nghèo; "60% thôn" và 50% bản'
    assert [target.value for target in targets_of(raw)] == [70, 50]


def test_the_verb_belongs_to_what_is_made():
    first, second = targets_of("Trồng mới 1.200 ha cà phê, tái canh 850 ha cà phê già")
    assert (first.of, first.evidence.quote) == ("cà phê", "Trồng mới 1.200 ha cà phê")
    assert second.evidence.quote == "tái canh 850 ha cà phê già"
