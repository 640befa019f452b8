"""Where a body's name ends."""

import pytest

from ingest.names import Names
from ingest.text import Text
from ingest.words import Words

# Name, and what follows it in the sentence.
NAMES = [
    ("Sở Văn hóa, Thể thao và Du lịch", " chủ trì"),
    ("Sở Nội vụ", " chủ trì"),
    ("các huyện, thị, thành ủy", ", đảng ủy trực thuộc tỉnh"),
    ("Các huyện ủy", ", thành ủy"),
    ("đảng ủy trực thuộc Tỉnh ủy", "; các ban"),
    ("Ban Thường vụ Tỉnh đoàn", " tiếp tục thực hiện"),
    ("các cơ quan, ban, ngành của tỉnh", " tổ chức quán triệt"),
    ("Ban Dân vận Tỉnh ủy", " chủ trì"),
    ("các cơ quan, tổ chức có liên quan", " hướng dẫn"),
    ("Người đứng đầu cấp ủy, chính quyền", " tăng cường"),
    ("Các cấp ủy đảng", " và người đứng đầu"),
    ("các đoàn thể chính trị - xã hội của tỉnh", " tổ chức"),
    ("Các cơ quan tham mưu giúp việc của Tỉnh ủy", ", các đảng đoàn"),
    ("các cơ quan tham mưu, giúp việc Tỉnh ủy", " và các"),
    ("Các đảng ủy xã, phường, đặc khu", " lãnh đạo việc"),
    ("Đảng ủy Ủy ban nhân dân tỉnh", " chủ trì"),
    ("Đảng ủy các cơ quan Đảng tỉnh", " rà soát"),
    ("Báo và phát thanh, truyền hình Lâm Đồng", ", Ủy ban"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", " mở chuyên mục"),
    ("các tổ chức chính trị - xã hội tỉnh", " giám sát"),
    ("Ban cán sự đảng Ủy ban nhân dân tỉnh", " chỉ đạo"),
    ("Đảng đoàn Mặt trận Tổ quốc tỉnh", " chủ trì"),
    ("Ban dân vận các huyện ủy, thành ủy", " phối hợp"),
    ("phòng nội vụ cấp huyện", " xây dựng"),
    ("Ban tuyên giáo các quận ủy, huyện ủy", ""),
    ("Báo Hải Phòng", ", Đài"),
    ("Đài Phát thanh và Truyền hình Hải Phòng", ""),
    ("Chi cục Dân số - Kế hoạch hóa gia đình thành phố", "."),
    ("Ban Xây dựng Đảng của Đảng ủy xã", " chủ trì"),
    ("Văn phòng Đảng ủy", " chuẩn bị"),
    ("Ban Quản lý Khu kinh tế cửa khẩu Mộc Bài - Xa Mát", ", Sở"),
    ("Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", " chủ trì"),
    ("Phòng giao dịch Ngân hàng Chính sách xã hội huyện Mường Tè", " giải ngân"),
    ("Chi nhánh Ngân hàng Nông nghiệp và Phát triển nông thôn tỉnh An Giang", " cho vay"),
    ("Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh Lai Châu", " chỉ đạo"),
    ("Ngân hàng Nhà nước chi nhánh Khu vực 12", " chỉ đạo"),
    ("Đồn Biên phòng cửa khẩu quốc tế Nậm Cắn", " phối hợp"),
    ("Hải quan cửa khẩu Bờ Y", ", Công an"),
    ("Vụ Giáo dục Phổ thông", ")"),
    ("Cảng vụ Hàng hải Quy Nhơn", "."),
    ("Công ty Cổ phần Cấp nước Bến Lức", " bảo đảm áp lực"),
    ("Điện lực Chi Lăng", " ngừng cấp điện"),
    ("Sở Y tế Huế", " kêu gọi hiến máu"),
    ("Cục Trẻ em - Bộ Y tế", " chủ trì"),
    ("Sở Y tế", " - Cơ quan thường trực Ban Chỉ đạo - chủ trì"),
    ("các thành viên có tên tại Điều 1", " chịu trách nhiệm"),
    ("các ông (bà) có tên tại Điều 2", " chịu trách nhiệm"),
    ("Ủy ban nhân dân các xã, phường ven biển", " kêu gọi tàu thuyền"),
    ("Chính phủ", " Quy định chi tiết"),
    ("Trung tâm Phục vụ hành chính công xã", " bố trí"),
    ("Công an xã", " hằng quý"),
    ("Đoàn Thanh niên Cộng sản Hồ Chí Minh xã", " chủ trì"),
    ("Hội Liên hiệp Phụ nữ xã", " lập các nhóm"),
    ("Ủy ban Kiểm tra Đảng ủy", " chủ trì"),
    ("Các chi bộ trực thuộc", " cụ thể hóa"),
    ("Sở Lao động - Thương binh và Xã hội", ", Bảo hiểm"),
    ("Bảo hiểm xã hội thành phố", " bảo đảm"),
    ("Hội Liên hiệp Thanh niên Việt Nam tỉnh", " chủ trì"),
    ("Ngân hàng Chính sách xã hội tỉnh", ", Hội Nông dân tỉnh"),
    ("Trường Đoàn tỉnh", " mở lớp"),
    ("Ban Tuyên giáo Tỉnh đoàn", ""),
    ("Ban Thanh niên nông thôn", " biên soạn"),
    ("phòng Lao động - Thương binh và Xã hội cấp huyện", " mở lớp"),
    ("Các sở, ban, ngành", " và Ủy ban nhân dân các huyện"),
    ("Ủy ban nhân dân các huyện, thành phố", " (sau đây"),
    ("Cán bộ, công chức, viên chức", " giải thích"),
    ("Cấp ủy các cấp", " phân công"),
    ("Các huyện, thành ủy", ", đảng ủy"),
    ("Đài Truyền thanh - Truyền hình huyện", " mở"),
    ("Trung tâm Bồi dưỡng chính trị huyện", " tổ chức"),
    ("Phòng Nông nghiệp và Phát triển nông thôn huyện", ", Ủy ban"),
    ("Ủy ban nhân dân các xã, thị trấn", " xây dựng"),
    ("Ban Chỉ huy Quân sự huyện", " tiếp tục"),
    ("Đảng ủy các xã, thị trấn", " xây dựng"),
    ("Các đảng ủy cơ sở", " xây dựng"),
    ("Chánh Văn phòng Ủy ban nhân dân tỉnh", ", Giám đốc"),
    ("Giám đốc Sở Văn hóa, Thể thao và Du lịch", "; Thủ trưởng"),
    ("Thủ trưởng các sở, ban, ngành", "; Chủ tịch"),
    ("Chủ tịch Ủy ban nhân dân các xã, phường và đặc khu Lý Sơn", "; Giám đốc"),
    ("Giám đốc Trung tâm phục vụ hành chính công tỉnh", "; Thủ trưởng"),
    ("Thủ trưởng các cơ quan, đơn vị", " và các tổ chức, cá nhân"),
    ("các tổ chức, cá nhân có liên quan", " chịu trách nhiệm"),
    ("Bộ trưởng", ", Thủ trưởng cơ quan ngang bộ"),
    ("Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ", ", Chủ tịch"),
    ("Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương", " và"),
    ("Trưởng ban Ban Quản lý Khu kinh tế mở Chu Lai", " và các"),
    ("Vụ trưởng Vụ Tài chính - Kinh tế ngành", ", Thủ trưởng"),
    ("Thủ trưởng các đơn vị thuộc Bộ Tài chính", " và các"),
    ("Thống đốc Ngân hàng Nhà nước Việt Nam", " tiếp thu"),
    ("các bộ, cơ quan liên quan", " rà soát"),
    ("Tập đoàn Công nghiệp - Viễn thông Quân đội", ", Tập đoàn"),
    ("Tập đoàn Bưu chính Viễn thông Việt Nam", " chủ trì"),
    ("Đài truyền hình Việt Nam", " chủ trì"),
    ("Phó Thủ tướng Chính phủ Trần Hồng Hà", " trực tiếp"),
    ("các bộ, ngành, địa phương", " khẩn trương"),
    ("Bộ Giáo dục và Đào tạo", " và Bộ Nội vụ"),
    ("Kho bạc Khu vực số 18", " chỉ đạo"),
    ("Báo và Đài Phát thanh - Truyền hình Đồng Tháp", ", Ban Biên tập"),
    ("Ban Biên tập Cổng thông tin điện tử tỉnh", " và các"),
    ("các cơ quan thông tin đại chúng trên địa bàn tỉnh", " có trách nhiệm"),
    ("Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", " chủ trì"),
    ("các tổ chức thành viên khác cùng cấp", " hướng dẫn"),
    ("Cơ quan thuế", " chủ trì"),
    ("Thuế tỉnh Đồng Tháp", " tiến hành"),
    ("Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở tỉnh", " chủ trì"),
    ("Ban chỉ đạo 35", " tham mưu"),
    ("Sở KH&ĐT", ", Sở TN&MT"),
    ("Sở LĐ-TB&XH", " chủ trì"),
    ("UBND các huyện, thị xã, thành phố", " tổ chức"),
    ("Văn phòng UBND tỉnh", " theo dõi"),
    ("Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", " phối hợp"),
    ("Các sở, ban, ngành, đoàn thể tỉnh", " và"),
    ("Thủ trưởng các sở, ban, ngành, đoàn thể cấp tỉnh", "; Chủ tịch UBND cấp xã"),
    ("Ban Quản lý các Khu công nghiệp tỉnh", " phối hợp"),
    ("Quỹ Bảo vệ môi trường tỉnh", " cho vay"),
    ("Liên minh Hợp tác xã tỉnh", " tổ chức"),
    ("Các doanh nghiệp công nghệ số", " căn cứ vào"),
    ("Các cơ quan, đơn vị thuộc tỉnh", "; Ủy ban"),
    ("Hệ thống dân vận các cấp", " chủ động"),
    ("Các Ban cán sự Đảng", ", Đảng đoàn"),
    ("Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh", " giám sát"),
    ("Hội Sinh vật cảnh tỉnh", " tổ chức"),
    ("Đảng ủy Bộ Chỉ huy Quân sự tỉnh", " lãnh đạo"),
    ("Đảng ủy Công an tỉnh", " lãnh đạo"),
    ("Tỉnh ủy Lâm Đồng", " giao"),
    ("Thường trực Huyện ủy Mai Sơn", " chỉ đạo"),
    ("Chủ tịch UBND tỉnh", " giao"),
    ("Các cấp", ", các ngành"),
    ("các ngành", " thực hiện"),
    ("Chính quyền các cấp", " phải đổi mới"),
    ("Các cấp chính quyền từ tỉnh đến cơ sở", " tiếp tục"),
    ("Các phòng, ban chuyên môn thuộc huyện", " phối hợp"),
    ("Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh", " khẩn trương"),
    ("Công ty Điện lực Sơn La", " bảo đảm"),
    ("Trưởng các phòng thuộc Sở", " chịu"),
    ("Chánh Thanh tra tỉnh", ", Giám đốc"),
    ("Bí thư các huyện ủy, thành ủy", " trực tiếp"),
    ("Trưởng Ban Dân vận Tỉnh ủy", " chịu trách nhiệm"),
    ("Trưởng phòng Nội vụ huyện", " tham mưu"),
    ("Trung tâm Kiểm soát bệnh tật tỉnh", " phối hợp"),
    ("Trường Cao đẳng Sơn La", " tổ chức"),
    ("Các trường đại học, cao đẳng trên địa bàn tỉnh", " phối hợp"),
]

NOT_NAMES = [
    "Ban hành kế hoạch",
    "Tổ chức quán triệt",
    "Hội nghị tổng kết",
    "Đội ngũ cán bộ tổ chức",
    "Phòng, chống tham nhũng",
    "Lãnh đạo tổ chức thực hiện",
]

KINDS = [
    ("Sở Y tế", "body"),
    ("các sở, ban, ngành", "group"),
    ("các cơ quan chức năng", "group"),
    ("cán bộ, công chức, viên chức", "persons"),
    ("Giám đốc Sở Y tế", "office"),
    ("các huyện, thành phố", "places"),
]


def name_in(sentence):
    """The name at the beginning of a sentence, its words and kind."""
    text = Text("case", sentence)
    words = Words(text, (0, len(text)))
    name = Names(words).at(0)
    return (sentence[slice(*words.span(name.start, name.end))], name.kind) if name else None


@pytest.mark.parametrize(("name", "rest"), NAMES, ids=[name for name, _ in NAMES])
def test_a_name_ends_where_the_grammar_says(name, rest):
    assert name_in(name + rest)[0] == name


@pytest.mark.parametrize("sentence", NOT_NAMES)
def test_a_word_that_only_looks_like_a_head_is_no_name(sentence):
    assert name_in(sentence) is None


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_a_name_has_a_kind(name, kind):
    assert name_in(name + " thực hiện") == (name, kind)


def test_a_name_stops_at_the_end_of_its_span():
    text = Text("case", "Ban Dân vận Tỉnh ủy")
    words = Words(text, (0, 11))
    assert words.span(0, Names(words).at(0).end) == (0, 11)


def test_names_within_names_end_somewhere():
    text = Text("case", "Văn phòng " * 400)
    assert Names(Words(text, (0, len(text)))).at(0) is not None
