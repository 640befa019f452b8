"""What follows a number: date, issuer and term, and where they end."""
# ruff: noqa: E501 (a row of a table is one line)

import pytest

from ingest.citations.tails import tail_at
from ingest.text import Text

# The tail, what comes after it, date, issuer, place, level, term.
CASES = [
    (" ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng (khóa XI)", " về tăng cường", "2013-06-03", "Ban Chấp hành Trung ương Đảng", None, "central", "XI"),
    (" ngày 25/10/2017 Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII", " về", "2017-10-25", "Ban Chấp hành Trung ương Đảng", None, "central", "XII"),
    (" của Hội nghị Trung ương 6, khóa XII", " và", None, "Ban Chấp hành Trung ương", None, "central", "XII"),
    (" của Ban\n\nBí thư", " Quy định về", None, "Ban Bí thư", None, "central", None),
    (" NGÀY 18/7/2022 CỦA BAN THƯỜNG VỤ\nTỈNH ỦY", " VỀ NÂNG CAO", "2022-07-18", "Ban Thường vụ Tỉnh ủy", None, "province", None),
    (" CỦA ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH", " BAN HÀNH QUY ĐỊNH", None, "Ủy ban nhân dân tỉnh Hà Tĩnh", "Hà Tĩnh", "province", None),
    (" CỦA BỘ TRƯỞNG BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", " QUY ĐỊNH", None, "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch", None, "central", None),
    (" của Bộ Nông nghiệp và Môi trường", " về", None, "Bộ Nông nghiệp và Môi trường", None, "central", None),
    (" của Bộ Chính trị", " và Kế hoạch này", None, "Bộ Chính trị", None, "central", None),
    (" của Tỉnh ủy", " ban hành Quy chế", None, "Tỉnh ủy", None, "province", None),
    (" của UBND tỉnh Quảng Bình", " Quy định về", None, "UBND tỉnh Quảng Bình", "Quảng Bình", "province", None),
    (" của Ban Thường vụ Huyện ủy Mai Sơn", " để các huyện", None, "Ban Thường vụ Huyện ủy Mai Sơn", "Mai Sơn", "district", None),
    (" của Sở Lao động - Thương binh và Xã hội tỉnh Bà Rịa - Vũng Tàu", " về", None, "Sở Lao động - Thương binh và Xã hội tỉnh Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu", "province", None),
    (" của Đảng ủy xã Đức Trọng", " (sau đây", None, "Đảng ủy xã Đức Trọng", "Đức Trọng", "commune", None),
    (" của Ủy ban Thường vụ Quốc hội khóa XV", "", None, "Ủy ban Thường vụ Quốc hội", None, "central", "XV"),
    (" của Công ty TNHH Giấy và bao bì Sông Hậu", " hỏi Cục Thuế", None, "Công ty TNHH Giấy và bao bì Sông Hậu", None, None, None),
    (" đề ngày 15/01/2018 của Công ty TNHH Sản xuất và thương mại An Đạt", " hỏi Cục Thuế", "2018-01-15", "Công ty TNHH Sản xuất và thương mại An Đạt", None, None, None),
    (" của Chi nhánh Ngân hàng TMCP Đầu tư và Phát triển Sông Hậu", " gửi", None, "Chi nhánh Ngân hàng TMCP Đầu tư và Phát triển Sông Hậu", None, None, None),
    (" của UBND tỉnh Thái Nguyên", " và Công văn số 5", None, "UBND tỉnh Thái Nguyên", "Thái Nguyên", "province", None),
    (" của BTV Huyện ủy", " và KH số 5", None, "BTV Huyện ủy", None, "district", None),
    (" ngày ngày 08 tháng 6 năm 2010", " của các", "2010-06-08", None, None, None, None),
    (" của Công ty cổ phần Cấp nước Gia Nghĩa", " đề nghị Sở", None, "Công ty cổ phần Cấp nước Gia Nghĩa", None, None, None),
    (" cúa Bộ Chính trị (khoá IX)", " và", None, "Bộ Chính trị", None, "central", "IX"),
    (" ngay 12-4-2003 cùa Ban Bi thư", " về", "2003-04-12", "Ban Bí thư", None, "central", None),
    (", ngày 04 thàng 5 nãm 2006 của Uy ban nhân dân tinh Thanh Hoá", " về", "2006-05-04", "Ủy ban nhân dân tỉnh Thanh Hóa", "Thanh Hóa", "province", None),
    (" ngày 3/4/2016 giữa Bộ Y tế, Bộ Công an và Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam", "; Kế hoạch", "2016-04-03", "Bộ Y tế", None, "central", None),
    (" giữa Hội Nông dân tỉnh với Sở Y tế", ", Ban Thường vụ Tỉnh ủy yêu cầu", None, "Hội Nông dân tỉnh", None, "province", None),
    (" của Ủy ban nhân dân xã Năm Căn", " về chợ", None, "Ủy ban nhân dân xã Năm Căn", "Năm Căn", "commune", None),
    (" của Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ Công an tỉnh", ", Sở Y tế yêu cầu", None, "Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ Công an tỉnh", None, "province", None),
    (" ngày 01/11/2011 của BCHTW", " về", "2011-11-01", "BCHTW", None, "central", None),
    (" CỦA ỦY BAN NHÂN DÂN TỈNH", "\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", None, "Ủy ban nhân dân tỉnh", None, "province", None),
    (" hồi 5 giờ 30 phút ngày 27/9/2022 của Ban Chỉ đạo quốc gia về phòng, chống thiên tai", ", Ủy ban", "2022-09-27", "Ban Chỉ đạo quốc gia về phòng, chống thiên tai", None, "central", None),
    (" lúc 16h00 ngày 4/7/2023 của UBND huyện Nậm Pồ", " về chuyển đổi số", "2023-07-04", "UBND huyện Nậm Pồ", "Nậm Pồ", "district", None),
    (" cùng ngày 4/6/2021 của UBND huyện Mường Ảng", " về", "2021-06-04", "UBND huyện Mường Ảng", "Mường Ảng", "district", None),
    (" của Đảng ủy Trường Cao đẳng Nghề An Giang", " về", None, "Đảng ủy Trường Cao đẳng Nghề An Giang", None, "grassroots", None),
    (" của Giám đốc Bệnh viện Đa khoa khu vực Nghĩa Lộ", " ban hành", None, "Giám đốc Bệnh viện Đa khoa khu vực Nghĩa Lộ", None, "grassroots", None),
    (" của Hiệu trưởng Trường THPT Hùng Vương", ";", None, "Hiệu trưởng Trường THPT Hùng Vương", None, "grassroots", None),
    (" của Chủ nhiệm Ủy ban Kiểm tra Huyện ủy", " về", None, "Chủ nhiệm Ủy ban Kiểm tra Huyện ủy", None, "district", None),
    (" của Hội đồng thẩm định", " gửi", None, "Hội đồng thẩm định", None, None, None),
    (" của Ban Chỉ đạo Tây Bắc", " về tăng cường", None, "Ban Chỉ đạo Tây Bắc", None, None, None),
    (" của Bộ Y tế", "\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", None, "Bộ Y tế", None, "central", None),
    (" của Ban Thường vụ Tỉnh ủy Kon Tum", "\nĐăk Hà, ngày 5 tháng 6 năm 2020\n", None, "Ban Thường vụ Tỉnh ủy Kon Tum", "Kon Tum", "province", None),
    (" của Công ty cổ phần T.H.N", " hỏi về thuế", None, "Công ty cổ phần T.H.N", None, None, None),
    ("", " giữa kỳ 2016 - 2020", None, None, None, None, None),
    (" (ngày 12/5/2020)", " về", "2020-05-12", None, None, None, None),
    ("", "\nNgày 28 tháng 11 năm 2025, Thủ tướng", None, None, None, None, None),
    ("", " của các bộ, ngành", None, None, None, None, None),
    ("", ", của Ban Bí thư tại Văn bản số 5", None, None, None, None, None),
    ("", ", Ban Bí thư yêu cầu các cấp ủy", None, None, None, None, None),
    (", ngày 3/2/2020", ", Ban Chấp hành Đảng bộ tỉnh giao", "2020-02-03", None, None, None, None),
    (" ngày 03/3/2026", ",\n\nBAN CHẤP HÀNH ĐẢNG BỘ XÃ", "2026-03-03", None, None, None, None),
    (", Ban Chấp hành Trung ương khóa X", " về nông dân", None, "Ban Chấp hành Trung ương", None, "central", "X"),
    (", ngày 3/2/2020, Bộ Chính trị", "; các sở", "2020-02-03", "Bộ Chính trị", None, "central", None),
    (" của Ban Chỉ đạo xây dựng nông thôn mới tỉnh", " và ý kiến", None, "Ban Chỉ đạo xây dựng nông thôn mới tỉnh", None, "province", None),
    (" của Ban Chỉ đạo phòng, chống tội phạm huyện Mai Sơn", " về", None, "Ban Chỉ đạo phòng, chống tội phạm huyện Mai Sơn", "Mai Sơn", "district", None),
    (" của Ban Chỉ đạo", " triển khai tháng hành động trên địa bàn tỉnh", None, "Ban Chỉ đạo", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "rest", "date", "issuer", "place", "level", "term"), CASES)
def test_a_tail_is_read_to_its_end(tail, rest, date, issuer, place, level, term):
    found = tail_at(Text("case", tail + rest), 0)
    assert found.end == len(tail)
    assert (found.date, found.issuer, found.place, found.level, found.term) == (
        date,
        issuer,
        place,
        level,
        term,
    )


def test_a_bare_year_counts_where_it_may():
    assert tail_at(Text("case", " 2024 và"), 0, year=True).year == "2024"
    assert tail_at(Text("case", " 2024 và"), 0).year is None
    assert tail_at(Text("case", " năm 2024 và"), 0).year == "2024"
