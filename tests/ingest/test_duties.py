"""Who a task's own sentences tell to act, and in what part."""

import pytest

from ingest.assignments.duties import read_duties
from ingest.text import Text

# Why, sentence, and the parts of its bodies.
CASES = [
    (
        "a head who is not praised",
        "Người đứng đầu nơi để việc tồn đọng lâu ngày không được xét khen thưởng.",
        set(),
    ),
    (
        "members told below",
        "Các cơ quan sau đây gồm: Sở Nội vụ, Sở Tài chính nộp hồ sơ trước.",
        {("responsible", "Sở Nội vụ"), ("responsible", "Sở Tài chính")},
    ),
    (
        "those that follow after a colon",
        "Chi cục Thủy lợi phối hợp với các đơn vị sau: Đội 5, Công ty Thủy nông La Khê đắp bờ.",
        {
            ("responsible", "Chi cục Thủy lợi"),
            ("coordinate", "Đội 5"),
            ("coordinate", "Công ty Thủy nông La Khê"),
        },
    ),
    (
        "after an event",
        "Các xã sau khi bão tan phải dọn vệ sinh.",
        {("responsible", "Các xã")},
    ),
    (
        "each answers for itself",
        "Từng phòng tự chịu trách nhiệm số liệu.",
        {("responsible", "Từng phòng")},
    ),
    (
        "a team that carries out, and another subject",
        "Việc kiểm đếm do tổ công tác thực hiện, Ủy ban nhân dân xã xác nhận.",
        {("responsible", "tổ công tác"), ("responsible", "Ủy ban nhân dân xã")},
    ),
    (
        "those who do wrong and are punished",
        "Đảng viên vi phạm bị xem xét kỷ luật.",
        set(),
    ),
    (
        "firms that owe and are named",
        "Các doanh nghiệp nợ bảo hiểm bị công khai danh sách.",
        set(),
    ),
    (
        "places that are closed",
        "Những cơ sở không phép bị đình chỉ; Thanh tra Sở giám sát việc chấp hành.",
        {("responsible", "Thanh tra Sở")},
    ),
    (
        "those who lose land and act",
        "Các hộ có đất bị thu hồi kê khai tài sản trên đất.",
        {("responsible", "Các hộ có đất bị thu hồi")},
    ),
    (
        "each of several comrades",
        "Từng đồng chí cấp ủy viên kèm một hộ nghèo.",
        {("responsible", "Từng đồng chí cấp ủy viên")},
    ),
    (
        "communes that gain",
        "Các xã chưa có nhà văn hóa được ưu tiên vốn trước.",
        set(),
    ),
    (
        "a hospital in small letters",
        "Bệnh viện đa khoa huyện, Trung tâm Y tế huyện mở thêm giường.",
        {("responsible", "Bệnh viện đa khoa huyện"), ("responsible", "Trung tâm Y tế huyện")},
    ),
    (
        "hospitals that share a head and a place",
        "Bệnh viện Nhi, Phụ sản tỉnh mở thêm giường.",
        {("responsible", "Bệnh viện Nhi"), ("responsible", "Bệnh viện Phụ sản tỉnh")},
    ),
    (
        "what farms of a certain time gain",
        "Các hộ nuôi trâu dựng chuồng trước năm 2012 được giới thiệu vay vốn.",
        set(),
    ),
    (
        "figures that are sent",
        "Mỗi tháng một lần, gửi số liệu về Trung tâm Giám định y khoa tỉnh.",
        {("report_to", "Trung tâm Giám định y khoa tỉnh")},
    ),
    (
        "a draft that is sent",
        "Văn phòng gửi dự thảo cho Sở Tư pháp trước ngày 5.",
        {("responsible", "Văn phòng")},
    ),
    (
        "advice, and an act of its own besides",
        "Văn phòng Huyện ủy tham mưu Thường trực Huyện ủy lịch tiếp dân, đồng thời chuẩn bị phòng tiếp.",
        {("advise", "Văn phòng Huyện ủy"), ("responsible", "Văn phòng Huyện ủy")},
    ),
    (
        "advice, and an order besides",
        "Sở Nội vụ tham mưu Ủy ban nhân dân tỉnh sửa quy chế, đồng thời giao Chi cục Văn thư lập danh mục.",
        {("advise", "Sở Nội vụ"), ("responsible", "Chi cục Văn thư")},
    ),
    (
        "another subject after the one who is advised",
        "Ban Tổ chức Thành ủy tham mưu giúp Ban Thường vụ; Ủy ban Kiểm tra Thành ủy kiểm tra.",
        {("advise", "Ban Tổ chức Thành ủy"), ("responsible", "Ủy ban Kiểm tra Thành ủy")},
    ),
    (
        "bodies after a long theme",
        "Thực hiện chương trình phát triển du lịch gắn với nghề dệt: Bảo tàng tỉnh; Hội Nông dân tỉnh dạy nhuộm chàm.",
        {("responsible", "Bảo tàng tỉnh"), ("responsible", "Hội Nông dân tỉnh")},
    ),
    (
        "numbers that share a head",
        "Đội Quản lý thị trường số 4, số 5 kiểm tra kho xăng.",
        {("responsible", "Đội Quản lý thị trường số 4"), ("responsible", "Đội Quản lý thị trường số 5")},
    ),
    (
        "units told by a number alone",
        "Đội số 1, Đội số 2 dọn kênh.",
        {("responsible", "Đội số 1"), ("responsible", "Đội số 2")},
    ),
    (
        "an owner after domains that share a head",
        "Các Phòng: Tổng hợp, Quản trị của Văn phòng bố trí xe.",
        {("responsible", "Phòng Tổng hợp"), ("responsible", "Phòng Quản trị")},
    ),
    (
        "told by what is late",
        "Các xã chậm rà soát hộ nghèo phải xong trước ngày 5.",
        {("responsible", "Các xã chậm rà soát hộ nghèo")},
    ),
    (
        "told by what they organise",
        "Các cơ sở giáo dục có tổ chức bán trú lưu mẫu thức ăn 24 giờ.",
        {("responsible", "Các cơ sở giáo dục có tổ chức bán trú")},
    ),
    (
        "told by a rate of an act",
        "Các địa phương có tỷ lệ giải ngân dưới 50% báo cáo Bộ Tài chính.",
        {("responsible", "Các địa phương có tỷ lệ giải ngân dưới 50%"), ("report_to", "Bộ Tài chính")},
    ),
    (
        "persons told by what they are",
        "Đảng viên là chủ doanh nghiệp nêu gương nộp thuế.",
        {("responsible", "Đảng viên là chủ doanh nghiệp")},
    ),
    (
        "persons and bodies of a trade",
        "Các tổ chức, cá nhân nuôi động vật hoang dã khai báo với Hạt Kiểm lâm.",
        {("responsible", "Các tổ chức, cá nhân nuôi động vật hoang dã")},
    ),
    (
        "told by a zone of danger",
        "Các trường mầm non, tiểu học thuộc vùng sạt lở cho học sinh nghỉ.",
        {("responsible", "Các trường mầm non, tiểu học thuộc vùng sạt lở")},
    ),
    (
        "what for, and an unknown act",
        "Để kịp gieo sạ, Trạm Bảo vệ thực vật huyện chạy thử máy bay phun.",
        {("responsible", "Trạm Bảo vệ thực vật huyện")},
    ),
    (
        "whom to tell at once",
        "Hạt Kiểm lâm báo ngay cho Ủy ban nhân dân xã khi có cháy.",
        {("responsible", "Hạt Kiểm lâm"), ("report_to", "Ủy ban nhân dân xã")},
    ),
    (
        "who signs for another",
        "Ủy nhiệm cho Phó Chánh Văn phòng ký giấy mời.",
        {("responsible", "Phó Chánh Văn phòng")},
    ),
    (
        "this work is given",
        "Việc này giao đồng chí Phó Chủ tịch Thường trực chỉ đạo.",
        {("responsible", "đồng chí Phó Chủ tịch Thường trực")},
    ),
    (
        "what is tested by somebody",
        "Giống lúa được Trung tâm Giống cây trồng khảo nghiệm trước khi cấp.",
        {("responsible", "Trung tâm Giống cây trồng")},
    ),
    (
        "the members of a group after a colon",
        "Các cơ quan: Sở Xây dựng, Thuế tỉnh, Công an tỉnh cử người trực.",
        {("responsible", "Sở Xây dựng"), ("responsible", "Thuế tỉnh"), ("responsible", "Công an tỉnh")},
    ),
    (
        "members between semicolons",
        "Các đơn vị: Hạt Kiểm lâm huyện; Đồn Biên phòng Ka Lăng; Ủy ban nhân dân xã Mù Cả tuần tra rừng giáp biên.",
        {
            ("responsible", "Hạt Kiểm lâm huyện"),
            ("responsible", "Đồn Biên phòng Ka Lăng"),
            ("responsible", "Ủy ban nhân dân xã Mù Cả"),
        },
    ),
    (
        "the members that a group comprises",
        "Các đơn vị thuộc sở gồm Trung tâm Khuyến nông, Chi cục Thủy lợi, Chi cục Kiểm lâm lập kế hoạch riêng.",
        {
            ("responsible", "Trung tâm Khuyến nông"),
            ("responsible", "Chi cục Thủy lợi"),
            ("responsible", "Chi cục Kiểm lâm"),
        },
    ),
    (
        "the members in brackets",
        "Các đoàn thể (Hội Phụ nữ, Đoàn Thanh niên) mở lớp xóa mù chữ.",
        {("responsible", "Hội Phụ nữ"), ("responsible", "Đoàn Thanh niên")},
    ),
    (
        "what the members are for, in brackets",
        "Các phòng (Nội vụ, Tư pháp, Y tế) bố trí người trực.",
        {("responsible", "phòng Nội vụ"), ("responsible", "phòng Tư pháp"), ("responsible", "phòng Y tế")},
    ),
    (
        "members that help",
        "Chi cục Thú y phối hợp với các đơn vị gồm: Trạm Thú y huyện, Hội Nông dân huyện tiêm phòng dại.",
        {
            ("responsible", "Chi cục Thú y"),
            ("coordinate", "Trạm Thú y huyện"),
            ("coordinate", "Hội Nông dân huyện"),
        },
    ),
    (
        "only some members in brackets",
        "Các đơn vị (Sở Y tế, Công an tỉnh,...) gửi số liệu.",
        {("responsible", "Các đơn vị")},
    ),
    (
        "those left out of a group",
        "Các cơ quan có liên quan (trừ Sở Y tế) gửi số liệu.",
        {("responsible", "Các cơ quan có liên quan")},
    ),
    (
        "one more counted among many",
        "Ủy ban nhân dân các xã (gồm cả Ủy ban nhân dân xã Nậm Pì) chốt số liệu.",
        {("responsible", "Ủy ban nhân dân các xã")},
    ),
    (
        "what is done to houses that suffer",
        "Các hộ bị thu hồi đất ở được bố trí suất tái định cư trước tháng 9.",
        set(),
    ),
    (
        "what is done to farms of a size",
        "Hộ chăn nuôi có quy mô dưới 20 con được vay vốn không lãi.",
        set(),
    ),
    (
        "what is done to cooperatives",
        "Các hợp tác xã có sản phẩm OCOP được ưu tiên giới thiệu tại hội chợ.",
        set(),
    ),
    (
        "what persons gain by what they do",
        "Giáo viên dạy lớp ghép được tính thêm giờ.",
        set(),
    ),
    (
        "what is done to a new team",
        "Tổ hợp tác mới thành lập được hỗ trợ máy cày.",
        set(),
    ),
    (
        "those who are told by what they gain",
        "Các hộ được hỗ trợ giống ký cam kết không bán.",
        {("responsible", "Các hộ được hỗ trợ giống")},
    ),
    (
        "those whom a survey looks for",
        "Cán bộ thôn rà soát hộ được hưởng chính sách.",
        {("responsible", "Cán bộ thôn")},
    ),
    (
        "every two months",
        "Hai tháng một lần, Công an phường kiểm tra nhà trọ.",
        {("responsible", "Công an phường")},
    ),
    (
        "on a day of the week",
        "Sáng thứ Hai hằng tuần, Ủy ban nhân dân các xã báo cáo Sở Y tế qua Trung tâm Kiểm soát bệnh tật tỉnh.",
        {
            ("responsible", "Ủy ban nhân dân các xã"),
            ("report_to", "Sở Y tế"),
            ("via", "Trung tâm Kiểm soát bệnh tật tỉnh"),
        },
    ),
    (
        "at the latest",
        "Muộn nhất 17 giờ ngày 30/9, các trường học gửi danh sách về Phòng Giáo dục và Đào tạo.",
        {("responsible", "các trường học"), ("report_to", "Phòng Giáo dục và Đào tạo")},
    ),
    (
        "an unknown act at a time",
        "Mùa khô năm nay, Hạt Kiểm lâm huyện đặt thêm chốt gác.",
        {("responsible", "Hạt Kiểm lâm huyện")},
    ),
    (
        "a matter in front of a state",
        "Đối với hộ nghèo, các xã khó khăn thì miễn lệ phí.",
        set(),
    ),
    (
        "a state at a time",
        "Trong năm học mới, các trường thiếu phòng.",
        set(),
    ),
    (
        "told by a public work",
        "Các đơn vị quản lý đường dây, trạm biến áp trên địa bàn phát quang hành lang.",
        {("responsible", "Các đơn vị quản lý đường dây, trạm biến áp trên địa bàn")},
    ),
    (
        "told by two trades",
        "Các doanh nghiệp sản xuất, kinh doanh vàng trên địa bàn huyện niêm yết giá.",
        {("responsible", "Các doanh nghiệp sản xuất, kinh doanh vàng trên địa bàn huyện")},
    ),
    (
        "told by what they dig",
        "Các công ty khai thác cát, sỏi trên sông Lô cắm phao ranh giới mỏ.",
        {("responsible", "Các công ty khai thác cát, sỏi trên sông Lô")},
    ),
    (
        "to manage is the act",
        "Các cơ quan quản lý hồ sơ, tài liệu theo quy định.",
        {("responsible", "Các cơ quan")},
    ),
    (
        "to manage works as one is told",
        "Các đơn vị quản lý công trình, hồ sơ trên địa bàn theo phân cấp.",
        {("responsible", "Các đơn vị")},
    ),
    (
        "told by a branch and a class",
        "Sở Du lịch phối hợp với các khách sạn hạng sang, các hiệp hội ngành nghề đón đoàn khách đầu năm.",
        {
            ("responsible", "Sở Du lịch"),
            ("coordinate", "các khách sạn hạng sang"),
            ("coordinate", "các hiệp hội ngành nghề"),
        },
    ),
    (
        "forces that share no head",
        "Hội Liên hiệp Phụ nữ, Bộ đội Biên phòng ra quân dọn bãi.",
        {("responsible", "Hội Liên hiệp Phụ nữ"), ("responsible", "Bộ đội Biên phòng")},
    ),
    (
        "with whose help",
        "Công an xã, với sự hỗ trợ của dân quân, lập chốt kiểm soát.",
        {("responsible", "Công an xã")},
    ),
    (
        "under whose guidance",
        "Trạm Y tế xã, dưới sự chỉ đạo của Trung tâm Y tế huyện, phun hóa chất.",
        {("responsible", "Trạm Y tế xã")},
    ),
    (
        "on an occasion",
        "Đoàn xã, nhân dịp hè, sửa sân chơi.",
        {("responsible", "Đoàn xã")},
    ),
    (
        "a second subject after and",
        "Công an tỉnh kiểm tra cơ sở karaoke và Sở Văn hóa, Thể thao và Du lịch thu hồi giấy phép.",
        {("responsible", "Công an tỉnh"), ("responsible", "Sở Văn hóa, Thể thao và Du lịch")},
    ),
    (
        "a second subject that does the rest",
        "Phòng Văn hóa lập danh mục, còn Phòng Tài chính bố trí tiền.",
        {("responsible", "Phòng Văn hóa"), ("responsible", "Phòng Tài chính")},
    ),
    (
        "two whom somebody asks for advice",
        "Văn phòng gửi dự thảo cho Sở Tư pháp và Sở Nội vụ góp ý.",
        {("responsible", "Văn phòng")},
    ),
    (
        "work given to one, whom another helps",
        "Việc dạy nghề được giao cho Trường Trung cấp Thủy sản thực hiện, Sở Nội vụ phối hợp bố trí kinh phí.",
        {("responsible", "Trường Trung cấp Thủy sản"), ("coordinate", "Sở Nội vụ")},
    ),
    (
        "a task given to one to lead",
        "Việc lập ngân hàng gen được giao Viện Dược liệu chủ trì, Bệnh viện Chợ Rẫy, Bệnh viện Bạch Mai cùng phối hợp.",
        {
            ("lead", "Viện Dược liệu"),
            ("coordinate", "Bệnh viện Chợ Rẫy"),
            ("coordinate", "Bệnh viện Bạch Mai"),
        },
    ),
    (
        "a thing given by a body",
        "Kho lạnh được tỉnh giao cho Hợp tác xã Mường Hum vận hành.",
        {("responsible", "Hợp tác xã Mường Hum")},
    ),
    (
        "what was given before",
        "Diện tích rừng đã giao cho các hộ được rà soát lại.",
        set(),
    ),
    (
        "what is gathered by somebody",
        "Số liệu do Chi cục Thống kê huyện cung cấp, cập nhật hằng tháng.",
        {("responsible", "Chi cục Thống kê huyện")},
    ),
    (
        "what stations have by somebody",
        "Trạm y tế xã ở vùng cao có túi thuốc do Công ty Dược Hà Giang cung cấp.",
        {("responsible", "Công ty Dược Hà Giang")},
    ),
    (
        "papers that somebody keeps",
        "Hồ sơ do Sở Y tế quản lý được chuyển về kho lưu trữ.",
        set(),
    ),
    (
        "the body that presides",
        "Hội Nông dân tỉnh là đơn vị chủ trì, phối hợp với Sở Công Thương mở phiên chợ.",
        {("lead", "Hội Nông dân tỉnh"), ("coordinate", "Sở Công Thương")},
    ),
    (
        "the part of a leader",
        "Sở Xây dựng giữ vai trò chủ trì, các huyện phối hợp.",
        {("lead", "Sở Xây dựng"), ("coordinate", "các huyện")},
    ),
    (
        "the body that assists",
        "Viện Quy hoạch là cơ quan phối hợp.",
        {("coordinate", "Viện Quy hoạch")},
    ),
    (
        "the one who presides gets the list",
        "Huyện đoàn gửi danh sách về cơ quan chủ trì.",
        {("responsible", "Huyện đoàn")},
    ),
    (
        "what is agreed to",
        "Đồng ý để Sở Kế hoạch và Đầu tư cân đối vốn, báo cáo Ủy ban nhân dân tỉnh.",
        {("responsible", "Sở Kế hoạch và Đầu tư"), ("report_to", "Ủy ban nhân dân tỉnh")},
    ),
    (
        "what is allowed",
        "Cho phép Ban Quản lý khu du lịch thu phí thử nghiệm.",
        {("responsible", "Ban Quản lý khu du lịch")},
    ),
    (
        "an order that is agreed to",
        "Thống nhất giao Sở Xây dựng lập đồ án.",
        {("responsible", "Sở Xây dựng")},
    ),
    (
        "a proposal that is agreed to",
        "Đồng ý với đề xuất của Sở Y tế về mua máy chụp.",
        set(),
    ),
    (
        "what nobody may ask",
        "Đảng ủy xã kiểm tra đơn, không tự ý yêu cầu đảng viên nộp bản gốc.",
        {("responsible", "Đảng ủy xã")},
    ),
    (
        "who heads a team",
        "Đoàn kiểm tra do đồng chí Trưởng Ban Nội chính làm trưởng đoàn làm việc với ba huyện.",
        {("responsible", "Đoàn kiểm tra")},
    ),
    (
        "who set up a council",
        "Hội đồng nghiệm thu do Sở Khoa học và Công nghệ thành lập chấm điểm công khai.",
        {("responsible", "Hội đồng nghiệm thu")},
    ),
    (
        "a wrong mark before the act",
        "Công an xã, Trạm Y tế xã căn cứ nhiệm vụ đế phối hợp kiểm dịch.",
        {("coordinate", "Công an xã"), ("coordinate", "Trạm Y tế xã")},
    ),
    (
        "union above the lowest",
        "Công đoàn cấp trên trực tiếp cơ sở nắm tình hình nợ lương.",
        {("responsible", "Công đoàn cấp trên trực tiếp cơ sở")},
    ),
    (
        "after a case and its then",
        "Nhà thầu nào chậm tiến độ thì Ban Quản lý dự án thành phố xử phạt theo hợp đồng.",
        {("responsible", "Ban Quản lý dự án thành phố")},
    ),
    (
        "after a place where something is",
        "Nơi có ổ dịch thì Trạm Y tế xã phun hóa chất ngay trong ngày.",
        {("responsible", "Trạm Y tế xã")},
    ),
    (
        "after a year without a comma",
        "Trong năm 2029 Trường Cao đẳng nghề Kỹ thuật Việt Đức mở lớp cho lao động.",
        {("responsible", "Trường Cao đẳng nghề Kỹ thuật Việt Đức")},
    ),
    (
        "papers given to somebody",
        "Bản vẽ thiết kế giao cho Trung tâm Quy hoạch đô thị và nông thôn tỉnh lập.",
        {("responsible", "Trung tâm Quy hoạch đô thị và nông thôn tỉnh")},
    ),
    (
        "what is paid by somebody",
        "Kinh phí tập huấn do Kho bạc Nhà nước khu vực XIV chi trả, xong trước ngày 30/6.",
        {("responsible", "Kho bạc Nhà nước khu vực XIV")},
    ),
    (
        "in small letters after a comma",
        "Tổ giám sát kiểm tra công trường, đơn vị tư vấn ghi nhật ký từng ngày.",
        {("responsible", "Tổ giám sát"), ("responsible", "đơn vị tư vấn")},
    ),
    (
        "two objects of guidance",
        "Sở Y tế rà soát, hướng dẫn các cơ sở kinh doanh, đơn vị thi công thực hiện quy định.",
        {("responsible", "Sở Y tế")},
    ),
    (
        "a body that is asked",
        "Viện Thổ nhưỡng Nông hóa được giao lấy mẫu đất, có kết quả trước ngày 20/11.",
        {("responsible", "Viện Thổ nhưỡng Nông hóa")},
    ),
    (
        "a condition between commas",
        "Đảng ủy xã, khi có kết luận thanh tra, chỉ đạo Ủy ban nhân dân xã thu hồi tiền.",
        {("responsible", "Đảng ủy xã")},
    ),
    (
        "a helper that is there",
        "Việc sửa chữa do Điện lực huyện chủ trì, có Công an xã phối hợp.",
        {("lead", "Điện lực huyện"), ("coordinate", "Công an xã")},
    ),
    (
        "told by passages of the paper",
        "Các đơn vị được giao nhiệm vụ tại mục 4, mục 6 gửi báo cáo về Văn phòng Tỉnh ủy.",
        {
            ("responsible", "Các đơn vị được giao nhiệm vụ tại mục 4, mục 6"),
            ("report_to", "Văn phòng Tỉnh ủy"),
        },
    ),
    (
        "told by what they manage",
        "Thủ trưởng các cơ quan thuộc Bộ có chức năng quản lý hóa chất nông nghiệp tăng cường thanh tra.",
        {("responsible", "Thủ trưởng các cơ quan thuộc Bộ có chức năng quản lý hóa chất nông nghiệp")},
    ),
    (
        "told by a number",
        "Các hợp tác xã nuôi từ 200 lồng cá trở lên ký cam kết bảo vệ môi trường.",
        {("responsible", "Các hợp tác xã nuôi từ 200 lồng cá trở lên")},
    ),
    (
        "told by where it happens",
        "Người đứng đầu cơ quan, đơn vị nơi xảy ra tham nhũng phải giải trình.",
        {("responsible", "Người đứng đầu cơ quan, đơn vị nơi xảy ra tham nhũng")},
    ),
    (
        "those of what is theirs",
        "Chủ đầu tư các khu nhà ở xã hội đẩy nhanh tiến độ thi công.",
        {("responsible", "Chủ đầu tư các khu nhà ở xã hội")},
    ),
    (
        "a slip in the act",
        "Sở Y tế phối hợp vơi Công an tỉnh kiểm tra nhà thuốc.",
        {("responsible", "Sở Y tế"), ("coordinate", "Công an tỉnh")},
    ),
    (
        "those told apart by where something is",
        "Trưởng ấp nơi có nhà bị tốc mái lập danh sách hộ thiệt hại.",
        {
            ("responsible", "Trưởng ấp nơi có nhà bị tốc mái"),
        },
    ),
    (
        "a group told apart by who its members are",
        "Công an xã và các hội quần chúng có hội viên là giáo viên, công nhân tổ chức tập bơi.",
        {
            ("responsible", "Công an xã"),
            ("responsible", "các hội quần chúng có hội viên là giáo viên, công nhân"),
        },
    ),
    (
        "a group told apart by a share",
        "Các xã có hộ cận nghèo chiếm trên 12% bố trí thêm ngày công.",
        {
            ("responsible", "Các xã có hộ cận nghèo chiếm trên 12%"),
        },
    ),
    (
        "investors told by a short form",
        "Yêu cầu Khu Quản lý đường bộ III; các doanh nghiệp BOT có trạm thu phí trên Quốc lộ 1 phân luồng xe từ xa.",
        {
            ("responsible", "Khu Quản lý đường bộ III"),
            ("responsible", "các doanh nghiệp BOT có trạm thu phí trên Quốc lộ 1"),
        },
    ),
    (
        "the owner of a work that has a name",
        "Chủ đầu tư công trình kè sông Cái gia cố mái kè trước mùa mưa.",
        {
            ("responsible", "Chủ đầu tư công trình kè sông Cái"),
        },
    ),
    (
        "a body of an unknown kind in an order",
        "Giao Hạt Kiểm lâm Con Cuông, Vườn thú Hoa Lư và Công an xã sửa chòi canh.",
        {
            ("responsible", "Công an xã"),
            ("responsible", "Hạt Kiểm lâm Con Cuông"),
            ("responsible", "Vườn thú Hoa Lư"),
        },
    ),
    (
        "a group of an unknown kind between two bodies",
        "Công an xã, các trạm bơm ven sông và Đoàn Thanh niên xã tuần tra đê.",
        {
            ("responsible", "Công an xã"),
            ("responsible", "các trạm bơm ven sông"),
            ("responsible", "Đoàn Thanh niên xã"),
        },
    ),
    (
        "offices of several cells",
        "Bí thư các đảng ủy, chi bộ trực thuộc quán triệt Nghị quyết này.",
        {
            ("responsible", "Bí thư các đảng ủy, chi bộ trực thuộc"),
        },
    ),
    (
        "who acts after a condition",
        "Hồ sơ thuộc thẩm quyền cấp tỉnh thì Ủy ban nhân dân xã chuyển trong 02 ngày.",
        {
            ("responsible", "Ủy ban nhân dân xã"),
        },
    ),
    (
        "who acts after 'do', and another body",
        "Kinh phí mua phao do Phòng Tài chính - Kế hoạch huyện cân đối, Sở Y tế tham mưu định mức.",
        {
            ("advise", "Sở Y tế"),
            ("responsible", "Phòng Tài chính - Kế hoạch huyện"),
        },
    ),
    (
        "who handles a thing",
        "Mẫu nước giếng được Trung tâm Kiểm soát bệnh tật tỉnh kiểm tra hằng quý.",
        {
            ("responsible", "Trung tâm Kiểm soát bệnh tật tỉnh"),
        },
    ),
    (
        "what was done already",
        "Các vụ việc đã được Thanh tra tỉnh xử lý.",
        set(),
    ),
    ("thanks are nobody's work", "Sở Y tế trân trọng cảm ơn sự phối hợp của Quý cơ quan./.", set()),
    (
        "a request in polite words",
        "Ủy ban nhân dân xã kính đề nghị Sở Xây dựng thẩm định hồ sơ.",
        {
            ("responsible", "Sở Xây dựng"),
        },
    ),
    (
        "what each of a population must reach, after an act",
        "Hội Nông dân tỉnh giám sát việc cho vay; hằng năm mỗi hội cơ sở chủ trì ít nhất 02 cuộc kiểm tra.",
        {
            ("responsible", "Hội Nông dân tỉnh"),
        },
    ),
    (
        "advice, and what each place then gets",
        "Sở Nội vụ tham mưu bố trí nhân lực; mỗi xã biên giới được thêm tối thiểu 03 công chức.",
        {
            ("advise", "Sở Nội vụ"),
        },
    ),
    (
        "a period after an act",
        "Sở Nội vụ tham mưu bố trí nhân lực; mỗi năm mở ít nhất 03 lớp.",
        {
            ("advise", "Sở Nội vụ"),
            ("responsible", "Sở Nội vụ"),
        },
    ),
    (
        "names whose last syllable a ministry's name begins with",
        "Vụ Tổ chức cán bộ chủ trì, phối hợp với Vụ Pháp chế rà soát biên chế.",
        {
            ("lead", "Vụ Tổ chức cán bộ"),
            ("coordinate", "Vụ Pháp chế"),
        },
    ),
    (
        "places that act",
        "Giao thành phố Phủ Lý chủ trì, phối hợp với thị xã Duy Tiên, xã Bản Giang đo đạc mốc giới.",
        {
            ("lead", "thành phố Phủ Lý"),
            ("coordinate", "thị xã Duy Tiên"),
            ("coordinate", "xã Bản Giang"),
        },
    ),
    (
        "a group and the body that it belongs to",
        "Các trung tâm trực thuộc Sở Y tế thu dung người bệnh, tập huấn cho tuyến dưới.",
        {
            ("responsible", "Các trung tâm trực thuộc Sở Y tế"),
        },
    ),
    (
        "advice, and work of one's own beside it",
        "Hạt Kiểm lâm tham mưu Huyện ủy ban hành nghị quyết, đồng thời chủ động thực hiện phương án chữa cháy.",
        {
            ("advise", "Hạt Kiểm lâm"),
            ("responsible", "Hạt Kiểm lâm"),
        },
    ),
    (
        "a theme before the subject",
        "Hoàn nguyên bãi thải: các doanh nghiệp được cấp phép trồng lại rừng trong quý IV.",
        {
            ("responsible", "các doanh nghiệp được cấp phép"),
        },
    ),
    ("a theme and those whom it concerns", "Đối tượng: cán bộ, công chức cấp xã dưới 40 tuổi.", set()),
    (
        "a unit with the body above it",
        "Trung tâm Tin học - Bộ Tư pháp chủ trì, phối hợp với Vụ Phổ biến pháp luật số hóa hồ sơ.",
        {
            ("lead", "Trung tâm Tin học - Bộ Tư pháp"),
            ("coordinate", "Vụ Phổ biến pháp luật"),
        },
    ),
    (
        "a matter that bodies are named by",
        "Để làm tốt công tác bảo hiểm xã hội, Huyện ủy yêu cầu các chi bộ quán triệt Chỉ thị.",
        {
            ("responsible", "các chi bộ"),
        },
    ),
    (
        "a phrase in front without its comma",
        "Nếu có khó khăn, vướng mắc các trường báo cáo về Sở Giáo dục và Đào tạo.",
        {
            ("responsible", "các trường"),
            ("report_to", "Sở Giáo dục và Đào tạo"),
        },
    ),
    (
        "an order after a phrase in front",
        "Để bảo đảm tiến độ, Sở Xây dựng đề nghị Ban Quản lý dự án đẩy nhanh thi công.",
        {
            ("responsible", "Ban Quản lý dự án"),
        },
    ),
    (
        "a unit and the body it belongs to",
        "Phòng Kinh tế UBND phường chú trì, phối họp với Đội Quản lý thị trường kiểm tra.",
        {
            ("lead", "Phòng Kinh tế UBND phường"),
            ("coordinate", "Đội Quản lý thị trường"),
        },
    ),
    (
        "those who are set over places act not",
        "Ban Thường vụ Huyện ủy ban hành quy chế, phân công các đồng chí Ủy viên Ban Chấp hành phụ trách xã.",
        {
            ("responsible", "Ban Thường vụ Huyện ủy"),
        },
    ),
    (
        "plain subject",
        "Sở Y tế mở lớp tập huấn cho cán bộ trạm.",
        {
            ("responsible", "Sở Y tế"),
        },
    ),
    (
        "lead and helpers",
        "Công an huyện chủ trì, phối hợp với Phòng Tư pháp, Đoàn Thanh niên và Hội Phụ nữ ra "
        "quân tuyên truyền.",
        {
            ("lead", "Công an huyện"),
            ("coordinate", "Phòng Tư pháp"),
            ("coordinate", "Đoàn Thanh niên"),
            ("coordinate", "Hội Phụ nữ"),
        },
    ),
    (
        "A phối hợp với B",
        "Trường Chính trị tỉnh phối hợp với Ban Tổ chức Tỉnh ủy biên soạn giáo trình.",
        {
            ("responsible", "Trường Chính trị tỉnh"),
            ("coordinate", "Ban Tổ chức Tỉnh ủy"),
        },
    ),
    (
        "A phối hợp B không với",
        "Trạm Y tế xã phối hợp Hội Nông dân vận động người dân.",
        {
            ("responsible", "Trạm Y tế xã"),
            ("coordinate", "Hội Nông dân"),
        },
    ),
    (
        "phối hợp without object",
        "Báo Sơn La phối hợp đưa tin, bài.",
        {
            ("coordinate", "Báo Sơn La"),
        },
    ),
    (
        "filler before phối hợp",
        "Công an tỉnh theo chức năng, nhiệm vụ phối hợp kiểm tra, xử lý vi phạm.",
        {
            ("coordinate", "Công an tỉnh"),
        },
    ),
    (
        "chủ động phối hợp với",
        "Huyện đoàn chủ động phối hợp chặt chẽ với Hội Cựu chiến binh huyện tổ chức ngày hội.",
        {
            ("responsible", "Huyện đoàn"),
            ("coordinate", "Hội Cựu chiến binh huyện"),
        },
    ),
    (
        "advise only",
        "Ban Tổ chức Thành ủy tham mưu Ban Thường vụ Thành ủy ban hành quy định mới.",
        {
            ("advise", "Ban Tổ chức Thành ủy"),
        },
    ),
    (
        "advise cho",
        "Văn phòng Huyện ủy tham mưu cho Thường trực Huyện ủy chương trình làm việc.",
        {
            ("advise", "Văn phòng Huyện ủy"),
        },
    ),
    (
        "advise and do",
        "Sở Tư pháp tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch và tổ chức thực hiện.",
        {
            ("advise", "Sở Tư pháp"),
            ("responsible", "Sở Tư pháp"),
        },
    ),
    (
        "advise in second clause",
        "Phòng Nội vụ theo dõi tiến độ; tham mưu Chủ tịch Ủy ban nhân dân huyện khen thưởng.",
        {
            ("responsible", "Phòng Nội vụ"),
            ("advise", "Phòng Nội vụ"),
        },
    ),
    (
        "lead and advise",
        "Ban Nội chính Tỉnh ủy chủ trì, phối hợp với Ủy ban Kiểm tra Tỉnh ủy tham mưu Ban "
        "Thường vụ Tỉnh ủy kiểm tra việc thực hiện.",
        {
            ("lead", "Ban Nội chính Tỉnh ủy"),
            ("advise", "Ban Nội chính Tỉnh ủy"),
            ("coordinate", "Ủy ban Kiểm tra Tỉnh ủy"),
        },
    ),
    (
        "report direct",
        "Các phòng chuyên môn hằng tháng báo cáo Ủy ban nhân dân xã.",
        {
            ("responsible", "Các phòng chuyên môn"),
            ("report_to", "Ủy ban nhân dân xã"),
        },
    ),
    (
        "report về qua",
        "Các xã, phường báo cáo kết quả về Sở Xây dựng (qua Phòng Quản lý đô thị) trước ngày 15 hằng tháng.",
        {
            ("responsible", "Các xã, phường"),
            ("report_to", "Sở Xây dựng"),
            ("via", "Phòng Quản lý đô thị"),
        },
    ),
    (
        "report với",
        "định kỳ báo cáo tình hình, kết quả thực hiện với Thường trực Tỉnh ủy",
        {
            ("report_to", "Thường trực Tỉnh ủy"),
        },
    ),
    (
        "report để biết",
        "Văn phòng tổng hợp kết quả báo cáo để Ban Chỉ đạo biết, chỉ đạo.",
        {
            ("responsible", "Văn phòng"),
            ("report_to", "Ban Chỉ đạo"),
        },
    ),
    (
        "gửi tổng hợp",
        "Các đơn vị gửi kế hoạch, gửi Sở Nội vụ trước ngày 20/3 để tổng hợp, báo cáo Ủy ban nhân dân tỉnh.",
        {
            ("responsible", "Các đơn vị"),
            ("via", "Sở Nội vụ"),
            ("report_to", "Ủy ban nhân dân tỉnh"),
        },
    ),
    (
        "gửi báo cáo về",
        "gửi báo cáo về Văn phòng Ủy ban nhân dân tỉnh chậm nhất ngày 10/6",
        {
            ("report_to", "Văn phòng Ủy ban nhân dân tỉnh"),
        },
    ),
    (
        "giao",
        "Giao Sở Tài chính bố trí kinh phí.",
        {
            ("responsible", "Sở Tài chính"),
        },
    ),
    (
        "giao cho chủ trì",
        "Giao cho Ban Dân vận Huyện ủy chủ trì, phối hợp với Văn phòng Huyện ủy theo dõi.",
        {
            ("lead", "Ban Dân vận Huyện ủy"),
            ("coordinate", "Văn phòng Huyện ủy"),
        },
    ),
    (
        "đề nghị",
        "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức thành viên giám sát việc thực hiện.",
        {
            ("responsible", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
            ("responsible", "các tổ chức thành viên"),
        },
    ),
    (
        "yêu cầu list",
        "Yêu cầu Giám đốc các sở, Thủ trưởng các ban, ngành và Chủ tịch Ủy ban nhân dân các "
        "xã, phường nghiêm túc thực hiện.",
        {
            ("responsible", "Giám đốc các sở"),
            ("responsible", "Thủ trưởng các ban, ngành"),
            ("responsible", "Chủ tịch Ủy ban nhân dân các xã, phường"),
        },
    ),
    (
        "issuer orders",
        "Ủy ban nhân dân tỉnh yêu cầu Sở Công Thương khẩn trương rà soát.",
        {
            ("responsible", "Sở Công Thương"),
        },
    ),
    (
        "fronted time",
        "Trong quý III năm 2024, Sở Y tế, Sở Tài chính thẩm định dự toán.",
        {
            ("responsible", "Sở Y tế"),
            ("responsible", "Sở Tài chính"),
        },
    ),
    (
        "fronted basis",
        "Trên cơ sở đề nghị của các xã, Phòng Kinh tế thẩm định, trình Ủy ban nhân dân huyện.",
        {
            ("responsible", "Phòng Kinh tế"),
        },
    ),
    (
        "fronted đối với",
        "Đối với các dự án chậm tiến độ, Ban Quản lý dự án báo cáo Chủ tịch Ủy ban nhân dân tỉnh.",
        {
            ("responsible", "Ban Quản lý dự án"),
            ("report_to", "Chủ tịch Ủy ban nhân dân tỉnh"),
        },
    ),
    (
        "topic subject",
        "Công tác tuyên truyền phải bám sát cơ sở.",
        set(),
    ),
    (
        "verb only",
        "Tiếp tục đổi mới nội dung sinh hoạt của Mặt trận Tổ quốc và các đoàn thể.",
        set(),
    ),
    (
        "object of chỉ đạo",
        "Ủy ban nhân dân huyện chỉ đạo các phòng chuyên môn hướng dẫn bà con.",
        {
            ("responsible", "Ủy ban nhân dân huyện"),
        },
    ),
    (
        "counted population",
        "Phấn đấu 100% các cấp ủy, tổ chức đảng xây dựng kế hoạch.",
        set(),
    ),
    (
        "mỗi with a count",
        "Đến năm 2026, mỗi xã, phường có ít nhất 02 mô hình.",
        set(),
    ),
    (
        "several sentences",
        "Mở chuyên mục hỏi đáp. Báo Lào Cai chủ trì, phối hợp với Đài Phát thanh và Truyền "
        "hình tỉnh thực hiện. Sở Tài chính cấp kinh phí.",
        {
            ("lead", "Báo Lào Cai"),
            ("coordinate", "Đài Phát thanh và Truyền hình tỉnh"),
            ("responsible", "Sở Tài chính"),
        },
    ),
    (
        "by",
        "Dự thảo đề án do Sở Nội vụ chủ trì xây dựng, phối hợp với Sở Tư pháp.",
        {
            ("lead", "Sở Nội vụ"),
            ("coordinate", "Sở Tư pháp"),
        },
    ),
    (
        "label",
        "Cơ quan chủ trì: Sở Giáo dục và Đào tạo. Cơ quan phối hợp: các sở, ngành; UBND cấp xã.",
        {
            ("lead", "Sở Giáo dục và Đào tạo"),
            ("coordinate", "các sở, ngành"),
            ("coordinate", "UBND cấp xã"),
        },
    ),
    (
        "phối hợp giữa",
        "Phối hợp chặt chẽ giữa Công an xã với Ban Chỉ huy Quân sự xã trong tuần tra.",
        {
            ("coordinate", "Công an xã"),
            ("coordinate", "Ban Chỉ huy Quân sự xã"),
        },
    ),
    (
        "governed phối hợp",
        "Lãnh đạo, chỉ đạo làm tốt công tác phối hợp giữa chính quyền với Mặt trận Tổ quốc.",
        set(),
    ),
    (
        "tham mưu in a name",
        "Các cơ quan tham mưu, giúp việc Tỉnh ủy cử cán bộ theo dõi.",
        {
            ("responsible", "Các cơ quan tham mưu, giúp việc Tỉnh ủy"),
        },
    ),
    (
        "nâng cao tham mưu",
        "Nâng cao chất lượng tham mưu của văn phòng cấp ủy.",
        set(),
    ),
    (
        "last article",
        "Chánh Văn phòng Tỉnh ủy, Trưởng Ban Tổ chức Tỉnh ủy, Bí thư các đảng ủy trực thuộc "
        "và Thủ trưởng các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định "
        "này./.",
        {
            ("responsible", "Chánh Văn phòng Tỉnh ủy"),
            ("responsible", "Trưởng Ban Tổ chức Tỉnh ủy"),
            ("responsible", "Bí thư các đảng ủy trực thuộc"),
            ("responsible", "Thủ trưởng các cơ quan, đơn vị có liên quan"),
        },
    ),
    (
        "shared heads",
        "Các Sở: Nội vụ, Tài chính, Văn hóa, Thể thao và Du lịch rà soát quy hoạch.",
        {
            ("responsible", "Sở Nội vụ"),
            ("responsible", "Sở Tài chính"),
            ("responsible", "Sở Văn hóa, Thể thao và Du lịch"),
        },
    ),
    (
        "places shared",
        "UBND các tỉnh: Lào Cai, Lai Châu, Điện Biên kiểm tra hồ đập.",
        {
            ("responsible", "UBND tỉnh Lào Cai"),
            ("responsible", "UBND tỉnh Lai Châu"),
            ("responsible", "UBND tỉnh Điện Biên"),
        },
    ),
    (
        "abbreviations",
        "Sở KH&ĐT chủ trì, phối hợp với Sở TN&MT, UBND các huyện, TP thẩm định.",
        {
            ("lead", "Sở KH&ĐT"),
            ("coordinate", "Sở TN&MT"),
            ("coordinate", "UBND các huyện, TP"),
        },
    ),
    (
        "cùng",
        "Bộ Quốc phòng chủ trì cùng Bộ Công an diễn tập.",
        {
            ("lead", "Bộ Quốc phòng"),
            ("coordinate", "Bộ Công an"),
        },
    ),
    (
        "colon subject",
        "Bộ Xây dựng: khẩn trương hoàn thiện hồ sơ, báo cáo Thủ tướng Chính phủ.",
        {
            ("responsible", "Bộ Xây dựng"),
            ("report_to", "Thủ tướng Chính phủ"),
        },
    ),
    (
        "persons",
        "Cán bộ, đảng viên gương mẫu thực hiện nếp sống văn minh.",
        {
            ("responsible", "Cán bộ, đảng viên"),
        },
    ),
    (
        "heads of committees",
        "Người đứng đầu cấp ủy, tổ chức đảng, cơ quan, đơn vị chịu trách nhiệm về kết quả.",
        {
            ("responsible", "Người đứng đầu cấp ủy, tổ chức đảng, cơ quan, đơn vị"),
        },
    ),
    (
        "bracket in list",
        "Văn phòng Ủy ban nhân dân tỉnh (Cổng Thông tin điện tử) và Sở Tư pháp công khai Quyết định này.",
        {
            ("responsible", "Văn phòng Ủy ban nhân dân tỉnh"),
            ("responsible", "Sở Tư pháp"),
        },
    ),
    (
        "apposition",
        "Sở Nông nghiệp và Môi trường - cơ quan thường trực Ban Chỉ đạo tỉnh - tổng hợp, báo "
        "cáo Ban Chỉ đạo.",
        {
            ("responsible", "Sở Nông nghiệp và Môi trường"),
            ("report_to", "Ban Chỉ đạo"),
        },
    ),
    (
        "two clauses two subjects",
        "Sở Xây dựng hướng dẫn kỹ thuật; Sở Tài chính cấp vốn; Ủy ban nhân dân các xã tổ chức thi công.",
        {
            ("responsible", "Sở Xây dựng"),
            ("responsible", "Sở Tài chính"),
            ("responsible", "Ủy ban nhân dân các xã"),
        },
    ),
    (
        "semicolon list subject",
        "Các ban của Tỉnh ủy; Văn phòng Tỉnh ủy; các huyện ủy, thành ủy quán triệt Nghị quyết.",
        {
            ("responsible", "Các ban của Tỉnh ủy"),
            ("responsible", "Văn phòng Tỉnh ủy"),
            ("responsible", "các huyện ủy"),
            ("responsible", "thành ủy"),
        },
    ),
    (
        "phản ánh",
        "Nếu có vướng mắc, các cơ quan, đơn vị phản ánh về Sở Tài chính để tổng hợp, báo cáo "
        "Ủy ban nhân dân tỉnh.",
        {
            ("responsible", "các cơ quan, đơn vị"),
            ("report_to", "Sở Tài chính"),
            ("report_to", "Ủy ban nhân dân tỉnh"),
        },
    ),
    (
        "đồng thời giao",
        "Tổ chức kiểm tra định kỳ, đồng thời giao Thanh tra tỉnh thanh tra đột xuất.",
        {
            ("responsible", "Thanh tra tỉnh"),
        },
    ),
    (
        "trong đó giao",
        "Triển khai ba mô hình điểm, trong đó giao Huyện đoàn Mai Sơn phụ trách mô hình thanh niên.",
        {
            ("responsible", "Huyện đoàn Mai Sơn"),
        },
    ),
    (
        "đầu mối",
        "Sở Thông tin và Truyền thông là cơ quan đầu mối tổng hợp, định kỳ báo cáo Chủ tịch UBND tỉnh.",
        {
            ("responsible", "Sở Thông tin và Truyền thông"),
            ("report_to", "Chủ tịch UBND tỉnh"),
        },
    ),
    (
        "có trách nhiệm chủ trì",
        "Ủy ban nhân dân cấp xã có trách nhiệm chủ trì, phối hợp với Công an xã rà soát.",
        {
            ("lead", "Ủy ban nhân dân cấp xã"),
            ("coordinate", "Công an xã"),
        },
    ),
    (
        "tp hồ chí minh",
        "UBND TP. Hồ Chí Minh, UBND tỉnh Tây Ninh giải phóng mặt bằng.",
        {
            ("responsible", "UBND TP. Hồ Chí Minh"),
            ("responsible", "UBND tỉnh Tây Ninh"),
        },
    ),
    (
        "cấp phối hợp ; act",
        "Sở Y tế chủ trì, phối hợp với Sở Tài chính; Sở Nội vụ thẩm định biên chế; Sở Tư "
        "pháp chủ trì thẩm định văn bản.",
        {
            ("lead", "Sở Y tế"),
            ("coordinate", "Sở Tài chính"),
            ("coordinate", "Sở Nội vụ"),
            ("lead", "Sở Tư pháp"),
        },
    ),
    (
        "được",
        "Công chức cấp xã được tập huấn kỹ năng.",
        set(),
    ),
    (
        "là topic",
        "Hội Nông dân là thành viên của Mặt trận.",
        set(),
    ),
    (
        "đảng viên objects",
        "Phân công đảng viên phụ trách hộ gia đình.",
        set(),
    ),
    (
        "trực thuộc objects",
        "Kiểm tra, đôn đốc các cơ quan, đơn vị thực hiện Kế hoạch.",
        set(),
    ),
    (
        "báo cáo noun",
        "Xây dựng báo cáo của Ban Chấp hành trình Đại hội.",
        set(),
    ),
    (
        "quy chế phối hợp",
        "Xây dựng quy chế phối hợp với Liên đoàn Lao động tỉnh.",
        set(),
    ),
    (
        "tail lost",
        "Ủy ban nhân dân các xã, phường, thị trấn trên địa bàn huyện công khai thủ tục.",
        {
            ("responsible", "Ủy ban nhân dân các xã, phường, thị trấn trên địa bàn huyện"),
        },
    ),
    (
        "đ/c",
        "Đồng chí Bí thư Đảng ủy xã trực tiếp chỉ đạo thôn Bản Mòng.",
        {
            ("responsible", "Đồng chí Bí thư Đảng ủy xã"),
        },
    ),
    (
        "thành viên",
        "Các thành viên Ban Chỉ đạo tỉnh theo địa bàn phân công kiểm tra cơ sở.",
        {
            ("responsible", "Các thành viên Ban Chỉ đạo tỉnh"),
        },
    ),
    (
        "bch",
        "Ban Chỉ huy Quân sự huyện, Đồn Biên phòng Chiềng On tuần tra song phương.",
        {
            ("responsible", "Ban Chỉ huy Quân sự huyện"),
            ("responsible", "Đồn Biên phòng Chiềng On"),
        },
    ),
    (
        "double space",
        "Sở Y tế chủ  trì, phối   hợp với  Sở Tài  chính thẩm định.",
        {
            ("lead", "Sở Y tế"),
            ("coordinate", "Sở Tài chính"),
        },
    ),
    (
        "lower case names",
        "ban dân vận tỉnh ủy chủ trì, phối hợp với sở nội vụ kiểm tra.",
        {
            ("lead", "ban dân vận tỉnh ủy"),
            ("coordinate", "sở nội vụ"),
        },
    ),
    (
        "capitals",
        "BAN TỔ CHỨC HUYỆN ỦY CHỦ TRÌ RÀ SOÁT.",
        {
            ("lead", "BAN TỔ CHỨC HUYỆN ỦY"),
        },
    ),
    (
        "old tone",
        "Uỷ ban nhân dân các xã hoà giải tại chỗ.",
        {
            ("responsible", "Uỷ ban nhân dân các xã"),
        },
    ),
    (
        "coordinating across và",
        "Phòng Văn hóa và Thông tin chủ trì, phối hợp với Phòng Giáo dục và Đào tạo và Hội "
        "Khuyến học huyện mở lớp.",
        {
            ("lead", "Phòng Văn hóa và Thông tin"),
            ("coordinate", "Phòng Giáo dục và Đào tạo"),
            ("coordinate", "Hội Khuyến học huyện"),
        },
    ),
    (
        "các cấp các ngành",
        "Các cấp, các ngành, các địa phương tập trung chỉ đạo phòng, chống cháy rừng.",
        {
            ("responsible", "Các cấp"),
            ("responsible", "các ngành"),
            ("responsible", "các địa phương"),
        },
    ),
    (
        "cấp ủy chính quyền",
        "Cấp ủy, chính quyền các cấp đẩy mạnh tuyên truyền.",
        {
            ("responsible", "Cấp ủy"),
            ("responsible", "chính quyền các cấp"),
        },
    ),
    (
        "party committees",
        "Đảng ủy Công an tỉnh, Đảng ủy Quân sự tỉnh, Đảng ủy Bộ đội Biên phòng tỉnh lãnh đạo "
        "nắm chắc tình hình địa bàn.",
        {
            ("responsible", "Đảng ủy Công an tỉnh"),
            ("responsible", "Đảng ủy Quân sự tỉnh"),
            ("responsible", "Đảng ủy Bộ đội Biên phòng tỉnh"),
        },
    ),
    (
        "khối đảng ủy",
        "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh hướng dẫn sinh hoạt chuyên đề.",
        {
            ("responsible", "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh"),
        },
    ),
    (
        "ban thường vụ các huyện ủy",
        "Ban Thường vụ các huyện ủy, thành ủy xây dựng kế hoạch trước ngày 15/4.",
        {
            ("responsible", "Ban Thường vụ các huyện ủy, thành ủy"),
        },
    ),
    (
        "thường trực hđnd",
        "Thường trực Hội đồng nhân dân, Ủy ban nhân dân các cấp giám sát và tổ chức thực hiện.",
        {
            ("responsible", "Thường trực Hội đồng nhân dân"),
            ("responsible", "Ủy ban nhân dân các cấp"),
        },
    ),
    (
        "mass orgs",
        "Liên đoàn Lao động tỉnh, Hội Nông dân tỉnh, Hội Liên hiệp Phụ nữ tỉnh, Hội Cựu "
        "chiến binh tỉnh và Tỉnh đoàn vận động đoàn viên, hội viên.",
        {
            ("responsible", "Liên đoàn Lao động tỉnh"),
            ("responsible", "Hội Nông dân tỉnh"),
            ("responsible", "Hội Liên hiệp Phụ nữ tỉnh"),
            ("responsible", "Hội Cựu chiến binh tỉnh"),
            ("responsible", "Tỉnh đoàn"),
        },
    ),
    (
        "dang doan",
        "Đảng đoàn Liên đoàn Lao động tỉnh, Đảng đoàn Hội Nông dân tỉnh chỉ đạo cơ sở.",
        {
            ("responsible", "Đảng đoàn Liên đoàn Lao động tỉnh"),
            ("responsible", "Đảng đoàn Hội Nông dân tỉnh"),
        },
    ),
    (
        "mttq và các đoàn thể",
        "Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội các cấp giám sát, phản biện xã hội.",
        {
            ("responsible", "Mặt trận Tổ quốc"),
            ("responsible", "các đoàn thể chính trị - xã hội các cấp"),
        },
    ),
    (
        "van phong doan dbqh",
        "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh phục vụ hoạt động giám sát.",
        {
            ("responsible", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"),
        },
    ),
    (
        "report cấp có thẩm quyền",
        "Sở Nội vụ tổng hợp, báo cáo cấp có thẩm quyền xem xét, quyết định.",
        {
            ("responsible", "Sở Nội vụ"),
            ("report_to", "cấp có thẩm quyền"),
        },
    ),
    (
        "báo cáo và qua",
        "Hằng năm, các huyện ủy báo cáo kết quả thực hiện Chỉ thị với Ban Thường vụ Tỉnh ủy "
        "(qua Văn phòng Tỉnh ủy, Ban Dân vận Tỉnh ủy).",
        {
            ("responsible", "các huyện ủy"),
            ("report_to", "Ban Thường vụ Tỉnh ủy"),
            ("via", "Văn phòng Tỉnh ủy"),
            ("via", "Ban Dân vận Tỉnh ủy"),
        },
    ),
    (
        "thông qua",
        "định kỳ 6 tháng báo cáo Ban Bí thư thông qua Ban Dân vận Trung ương",
        {
            ("report_to", "Ban Bí thư"),
            ("via", "Ban Dân vận Trung ương"),
        },
    ),
    (
        "via email is none",
        "gửi về địa chỉ thư điện tử (qua email) trước ngày 5",
        set(),
    ),
    (
        "tổng hợp by X",
        "các đơn vị gửi kết quả về Văn phòng Đảng ủy để tổng hợp",
        {
            ("responsible", "các đơn vị"),
            ("report_to", "Văn phòng Đảng ủy"),
        },
    ),
    (
        "report to two",
        "Kịp thời báo cáo Tỉnh ủy, Ủy ban nhân dân tỉnh những vấn đề phát sinh.",
        {
            ("report_to", "Tỉnh ủy"),
            ("report_to", "Ủy ban nhân dân tỉnh"),
        },
    ),
    (
        "report content first",
        "báo cáo bằng văn bản kết quả rà soát cho Thanh tra tỉnh trước 30/9",
        {
            ("report_to", "Thanh tra tỉnh"),
        },
    ),
    (
        "advise with object và B",
        "Sở Y tế tham mưu Ủy ban nhân dân tỉnh, Ban Chỉ đạo tỉnh sơ kết.",
        {
            ("advise", "Sở Y tế"),
        },
    ),
    (
        "advise fronted",
        "Hằng năm, Phòng Tư pháp tham mưu Ủy ban nhân dân huyện ban hành kế hoạch.",
        {
            ("advise", "Phòng Tư pháp"),
        },
    ),
    (
        "nghiên cứu tham mưu",
        "Ban Nội chính Tỉnh ủy nghiên cứu, tham mưu Thường trực Tỉnh ủy xử lý đơn thư.",
        {
            ("advise", "Ban Nội chính Tỉnh ủy"),
        },
    ),
    (
        "chủ trì tham mưu",
        "Ban Tổ chức Huyện ủy chủ trì tham mưu Ban Thường vụ Huyện ủy kiện toàn.",
        {
            ("lead", "Ban Tổ chức Huyện ủy"),
            ("advise", "Ban Tổ chức Huyện ủy"),
        },
    ),
    (
        "chủ trì hướng dẫn",
        "Ủy ban Kiểm tra Tỉnh ủy chủ trì, hướng dẫn các cấp ủy kiểm tra.",
        {
            ("lead", "Ủy ban Kiểm tra Tỉnh ủy"),
        },
    ),
    (
        "chỉ đạo X chủ trì",
        "Ủy ban nhân dân tỉnh chỉ đạo Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lập dự toán.",
        {
            ("responsible", "Ủy ban nhân dân tỉnh"),
            ("coordinate", "Sở Tài chính"),
        },
    ),
    (
        "chỉ đạo đài",
        "Ban Tuyên giáo Tỉnh ủy chỉ đạo, định hướng các cơ quan báo chí tuyên truyền.",
        {
            ("responsible", "Ban Tuyên giáo Tỉnh ủy"),
        },
    ),
    (
        "thành lập ban",
        "Thành lập Ban Chỉ đạo cấp huyện do đồng chí Bí thư Huyện ủy làm Trưởng ban.",
        set(),
    ),
    (
        "bố trí nguồn lực",
        "Ngân sách tỉnh bảo đảm kinh phí.",
        set(),
    ),
    (
        "kinh phí",
        "Kinh phí thực hiện do ngân sách nhà nước bảo đảm theo phân cấp.",
        set(),
    ),
    (
        "deadline sentence",
        "Thời gian hoàn thành trong quý II năm 2024.",
        set(),
    ),
    (
        "các đồng chí",
        "Các đồng chí Ủy viên Ban Thường vụ Huyện ủy phụ trách địa bàn đôn đốc cơ sở.",
        {
            ("responsible", "Các đồng chí Ủy viên Ban Thường vụ Huyện ủy phụ trách địa bàn"),
        },
    ),
    (
        "xã names",
        "Đảng ủy xã Chiềng Mung, Đảng ủy thị trấn Hát Lót rà soát hộ nghèo.",
        {
            ("responsible", "Đảng ủy xã Chiềng Mung"),
            ("responsible", "Đảng ủy thị trấn Hát Lót"),
        },
    ),
    (
        "cơ quan thuế",
        "Cơ quan thuế, Kho bạc Nhà nước phối hợp thu ngân sách.",
        {
            ("coordinate", "Cơ quan thuế"),
            ("coordinate", "Kho bạc Nhà nước"),
        },
    ),
    (
        "viễn thông",
        "Viễn thông Sơn La, Bưu điện tỉnh bảo đảm thông tin liên lạc.",
        {
            ("responsible", "Viễn thông Sơn La"),
            ("responsible", "Bưu điện tỉnh"),
        },
    ),
    (
        "công ty",
        "Công ty Điện lực Sơn La cấp điện ổn định.",
        {
            ("responsible", "Công ty Điện lực Sơn La"),
        },
    ),
    (
        "trường",
        "Các trường trung học phổ thông trên địa bàn tỉnh tổ chức ngoại khóa.",
        {
            ("responsible", "Các trường trung học phổ thông trên địa bàn tỉnh"),
        },
    ),
    (
        "doanh nghiệp",
        "Các doanh nghiệp, hợp tác xã, hộ gia đình chấp hành quy định về môi trường.",
        {
            ("responsible", "Các doanh nghiệp"),
            ("responsible", "hợp tác xã"),
            ("responsible", "hộ gia đình"),
        },
    ),
    (
        "khu phố",
        "Chi bộ, ban công tác Mặt trận, tổ dân phố vận động Nhân dân.",
        {
            ("responsible", "Chi bộ"),
            ("responsible", "ban công tác Mặt trận"),
            ("responsible", "tổ dân phố"),
        },
    ),
    (
        "ngành",
        "Ngành Y tế, ngành Giáo dục chủ động phòng dịch.",
        {
            ("responsible", "Ngành Y tế"),
            ("responsible", "ngành Giáo dục"),
        },
    ),
    (
        "tổ chức đoàn",
        "Các cấp bộ Đoàn, các cấp Hội Phụ nữ phát động thi đua.",
        {
            ("responsible", "Các cấp bộ Đoàn"),
            ("responsible", "các cấp Hội Phụ nữ"),
        },
    ),
    (
        "inline i",
        "Sở Tài chính có trách nhiệm: (i) bố trí kinh phí; (ii) phối hợp với Kho bạc Nhà "
        "nước tỉnh kiểm soát chi.",
        {
            ("responsible", "Sở Tài chính"),
            ("coordinate", "Kho bạc Nhà nước tỉnh"),
        },
    ),
    (
        "sentence after heading words",
        "Về tuyên truyền. Ban Tuyên giáo Huyện ủy định hướng nội dung.",
        {
            ("responsible", "Ban Tuyên giáo Huyện ủy"),
        },
    ),
    (
        "do not split bộ tư lệnh",
        "Bộ Tư lệnh Quân khu 2, Bộ Chỉ huy Quân sự tỉnh huấn luyện.",
        {
            ("responsible", "Bộ Tư lệnh Quân khu 2"),
            ("responsible", "Bộ Chỉ huy Quân sự tỉnh"),
        },
    ),
    (
        "tập đoàn",
        "Tập đoàn Điện lực Việt Nam, Tổng công ty Đường sắt Việt Nam báo cáo Bộ Xây dựng.",
        {
            ("responsible", "Tập đoàn Điện lực Việt Nam"),
            ("responsible", "Tổng công ty Đường sắt Việt Nam"),
            ("report_to", "Bộ Xây dựng"),
        },
    ),
    (
        "ngân hàng",
        "Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh chỉ đạo các tổ chức tín dụng cho vay.",
        {
            ("responsible", "Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh"),
        },
    ),
    (
        "bộ ngành",
        "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, Ủy ban nhân dân các tỉnh, thành "
        "phố trực thuộc Trung ương gửi báo cáo về Bộ Nội vụ.",
        {
            ("responsible", "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"),
            ("responsible", "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"),
            ("report_to", "Bộ Nội vụ"),
        },
    ),
    (
        "thủ tướng giao",
        "Thủ tướng Chính phủ giao Bộ Tài chính chủ trì, phối hợp với Bộ Nội vụ trình Chính phủ.",
        {
            ("lead", "Bộ Tài chính"),
            ("coordinate", "Bộ Nội vụ"),
        },
    ),
    (
        "pho thu tuong",
        "Phó Thủ tướng yêu cầu các bộ: Tài chính, Nội vụ, Xây dựng hoàn thiện.",
        {
            ("responsible", "bộ Tài chính"),
            ("responsible", "bộ Nội vụ"),
            ("responsible", "bộ Xây dựng"),
        },
    ),
    (
        "trước mắt",
        "Trước mắt, Sở Nông nghiệp và Môi trường rà soát quỹ đất.",
        {
            ("responsible", "Sở Nông nghiệp và Môi trường"),
        },
    ),
    (
        "khẩn trương",
        "Khẩn trương rà soát, báo cáo Bộ Tài chính trước ngày 5/12.",
        {
            ("report_to", "Bộ Tài chính"),
        },
    ),
    (
        "phân công nhóm",
        "Phân công Hội Cựu chiến binh huyện giúp đỡ xã Tà Hộc.",
        {
            ("responsible", "Hội Cựu chiến binh huyện"),
        },
    ),
    (
        "đề nghị của",
        "Theo đề nghị của Sở Tài chính, bố trí 2 tỷ đồng.",
        set(),
    ),
    (
        "about a matter",
        "Về đường ống nước thô: Ủy ban nhân dân thành phố Hồ Chí Minh xử lý dứt điểm trong tháng 11.",
        {
            ("responsible", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        },
    ),
    (
        "apposition without its end",
        "Giao Bộ Tài chính - Cơ quan Thường trực Ban Chỉ đạo 751 đôn đốc các bộ, cơ quan.",
        {
            ("responsible", "Bộ Tài chính"),
        },
    ),
    (
        "a headquarters and its matter",
        "Báo cáo Ban Chỉ huy Phòng thủ dân sự tỉnh (qua Văn phòng Thường trực).",
        {
            ("report_to", "Ban Chỉ huy Phòng thủ dân sự tỉnh"),
            ("via", "Văn phòng Thường trực"),
        },
    ),
    (
        "organising is no domain",
        "Các đơn vị tổ chức trực ban 24/24 giờ.",
        {
            ("responsible", "Các đơn vị"),
        },
    ),
    (
        "steering committee by matter",
        "Ban Chỉ đạo Chuyển đổi số tỉnh, Ban Chỉ đạo phòng, chống ma túy huyện họp định kỳ.",
        {
            ("responsible", "Ban Chỉ đạo Chuyển đổi số tỉnh"),
            ("responsible", "Ban Chỉ đạo phòng, chống ma túy huyện"),
        },
    ),
    (
        "inline labels",
        "Tổ chức hội thi (chủ trì: Sở Y tế; phối hợp: Sở Tài chính, Tỉnh đoàn).",
        {
            ("lead", "Sở Y tế"),
            ("coordinate", "Sở Tài chính"),
            ("coordinate", "Tỉnh đoàn"),
        },
    ),
    (
        "a colon and capitals",
        "Sở Nội vụ: Chủ trì, phối hợp với Sở Tài chính thẩm định biên chế.",
        {
            ("lead", "Sở Nội vụ"),
            ("coordinate", "Sở Tài chính"),
        },
    ),
    (
        "two acts with a full stop",
        "Ban Dân vận Tỉnh ủy hướng dẫn cơ sở. Chủ trì, phối hợp với Văn phòng Tỉnh ủy sơ kết.",
        {
            ("lead", "Ban Dân vận Tỉnh ủy"),
            ("coordinate", "Văn phòng Tỉnh ủy"),
        },
    ),
    (
        "helpers of helpers",
        "Công an tỉnh chủ trì, phối hợp với Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên "
        "phòng tỉnh và Ủy ban nhân dân các huyện, thành phố tuần tra, bảo vệ.",
        {
            ("lead", "Công an tỉnh"),
            ("coordinate", "Bộ Chỉ huy Quân sự tỉnh"),
            ("coordinate", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"),
            ("coordinate", "Ủy ban nhân dân các huyện, thành phố"),
        },
    ),
    (
        "report by means of",
        "Các huyện ủy báo cáo tiến độ bằng văn bản cho Ban Tổ chức Tỉnh ủy trước ngày 25 "
        "hằng tháng để tổng hợp, báo cáo Thường trực Tỉnh ủy.",
        {
            ("responsible", "Các huyện ủy"),
            ("report_to", "Ban Tổ chức Tỉnh ủy"),
            ("report_to", "Thường trực Tỉnh ủy"),
        },
    ),
    (
        "advise through leaders",
        "Phòng Tuyên truyền tham mưu lãnh đạo Ban tổ chức hội thảo.",
        {
            ("advise", "Phòng Tuyên truyền"),
        },
    ),
    (
        "persons with a duty",
        "Bí thư cấp ủy trực tiếp phụ trách công tác dân vận.",
        {
            ("responsible", "Bí thư cấp ủy"),
        },
    ),
    (
        "chairmen of places",
        "Chủ tịch Ủy ban nhân dân các huyện: Mai Sơn, Thuận Châu, Yên Châu chịu trách nhiệm "
        "trước Chủ tịch Ủy ban nhân dân tỉnh.",
        {
            ("responsible", "Chủ tịch Ủy ban nhân dân huyện Mai Sơn"),
            ("responsible", "Chủ tịch Ủy ban nhân dân huyện Thuận Châu"),
            ("responsible", "Chủ tịch Ủy ban nhân dân huyện Yên Châu"),
        },
    ),
    (
        "nobody in a target",
        "Giảm tỷ lệ hộ nghèo xuống dưới 5%, không để phát sinh điểm nóng.",
        set(),
    ),
    (
        "nobody in a date",
        "Hoàn thành trước ngày 30/6/2025.",
        set(),
    ),
    (
        "nobody in a closing",
        "Quyết định này có hiệu lực kể từ ngày ký.",
        set(),
    ),
    (
        "commune bodies after the reform",
        "Trung tâm Phục vụ hành chính công xã phối hợp với Tổ công nghệ số cộng đồng hướng "
        "dẫn người dân nộp hồ sơ trực tuyến.",
        {
            ("responsible", "Trung tâm Phục vụ hành chính công xã"),
            ("coordinate", "Tổ công nghệ số cộng đồng"),
        },
    ),
    (
        "the Front of a commune",
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã chủ trì hiệp thương.",
        {
            ("lead", "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã"),
        },
    ),
    (
        "several in one office",
        "Trưởng các đoàn thể, Trưởng thôn, Bí thư chi bộ vận động bà con.",
        {
            ("responsible", "Trưởng các đoàn thể"),
            ("responsible", "Trưởng thôn"),
            ("responsible", "Bí thư chi bộ"),
        },
    ),
    (
        "schools and hospitals",
        "Trường Cao đẳng Y tế Sơn La, Bệnh viện Đa khoa tỉnh cử giảng viên.",
        {
            ("responsible", "Trường Cao đẳng Y tế Sơn La"),
            ("responsible", "Bệnh viện Đa khoa tỉnh"),
        },
    ),
    (
        "newspaper and radio",
        "Báo và Phát thanh, truyền hình tỉnh, Cổng Thông tin điện tử tỉnh mở chuyên mục.",
        {
            ("responsible", "Báo và Phát thanh, truyền hình tỉnh"),
            ("responsible", "Cổng Thông tin điện tử tỉnh"),
        },
    ),
    (
        "offices with the Party",
        "Thủ trưởng các cơ quan, đơn vị, Bí thư các đảng ủy trực thuộc, Chủ tịch Mặt trận Tổ "
        "quốc các cấp triển khai nghiêm túc.",
        {
            ("responsible", "Thủ trưởng các cơ quan, đơn vị"),
            ("responsible", "Bí thư các đảng ủy trực thuộc"),
            ("responsible", "Chủ tịch Mặt trận Tổ quốc các cấp"),
        },
    ),
    (
        "finance in time",
        "Hằng năm, căn cứ khả năng ngân sách, Sở Tài chính tham mưu Ủy ban nhân dân tỉnh bố trí kinh phí.",
        {
            ("advise", "Sở Tài chính"),
        },
    ),
    (
        "long fronted basis",
        "Căn cứ Nghị quyết này và tình hình thực tế, các cấp ủy, tổ chức đảng xây dựng kế hoạch hành động.",
        {
            ("responsible", "các cấp ủy"),
            ("responsible", "tổ chức đảng"),
        },
    ),
    (
        "when",
        "Khi phát hiện vi phạm, cơ quan kiểm tra kịp thời báo cáo Ban Thường vụ Huyện ủy.",
        {
            ("responsible", "cơ quan kiểm tra"),
            ("report_to", "Ban Thường vụ Huyện ủy"),
        },
    ),
    (
        "relative clause",
        "Các cơ quan, tổ chức, đơn vị, doanh nghiệp trực tiếp quản lý tài sản cố định có trách nhiệm "
        "theo dõi, cập nhật.",
        {
            ("responsible", "Các cơ quan, tổ chức, đơn vị, doanh nghiệp trực tiếp quản lý tài sản cố định"),
        },
    ),
    (
        "relative clause before grounds",
        "Các cơ quan, tổ chức, đơn vị, doanh nghiệp trực tiếp quản lý tài sản cố định căn cứ các nội "
        "dung quy định tại Quyết định này thực hiện việc ghi sổ.",
        {
            ("responsible", "Các cơ quan, tổ chức, đơn vị, doanh nghiệp trực tiếp quản lý tài sản cố định"),
        },
    ),
    (
        "relative clause with commas",
        "Các tổ chức, cá nhân khai thác, sử dụng tài nguyên nước có trách nhiệm kê khai.",
        {
            ("responsible", "Các tổ chức, cá nhân khai thác, sử dụng tài nguyên nước"),
        },
    ),
    (
        "relative clause in a last article",
        "Thủ trưởng các sở, ban, ngành; Các Doanh nghiệp được nhà nước giao tài sản cố định để quản lý "
        "và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
        {
            ("responsible", "Các Doanh nghiệp được nhà nước giao tài sản cố định để quản lý"),
            ("responsible", "Thủ trưởng các sở, ban, ngành"),
            ("responsible", "các tổ chức, cá nhân có liên quan"),
        },
    ),
    (
        "relative clause behind a phrase in front",
        "Căn cứ Lịch phổ biến tại Điều 1, Thủ trưởng các đơn vị được giao nhiệm vụ phổ biến thông tin "
        "chịu trách nhiệm xây dựng kế hoạch.",
        {
            ("responsible", "Thủ trưởng các đơn vị được giao nhiệm vụ phổ biến thông tin"),
        },
    ),
    (
        "act before the bond is no clause of its own",
        "Các sở, ngành rà soát, tổng hợp và có trách nhiệm báo cáo UBND tỉnh.",
        {
            ("report_to", "UBND tỉnh"),
            ("responsible", "Các sở, ngành"),
        },
    ),
    (
        "leading before the bond",
        "Bộ Quốc phòng chủ trì, phối hợp với Bộ Nội vụ, Bộ Tài chính có trách nhiệm hướng dẫn thực hiện "
        "Quyết định này.",
        {
            ("coordinate", "Bộ Nội vụ"),
            ("coordinate", "Bộ Tài chính"),
            ("lead", "Bộ Quốc phòng"),
        },
    ),
    (
        "strangers in a last article",
        "Chủ tịch UBND các xã, phường; chủ thửa đất liền kề; các tổ chức, cá nhân có liên quan chịu "
        "trách nhiệm thi hành.",
        {
            ("responsible", "Chủ tịch UBND các xã, phường"),
            ("responsible", "chủ thửa đất liền kề"),
            ("responsible", "các tổ chức, cá nhân có liên quan"),
        },
    ),
    (
        "gentlemen",
        "Các ông (bà): Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ, Nguyễn Văn An và Thủ trưởng các "
        "cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này.",
        {
            ("responsible", "Chánh Văn phòng UBND tỉnh"),
            ("responsible", "Giám đốc Sở Nội vụ"),
            ("responsible", "Nguyễn Văn An"),
            ("responsible", "Thủ trưởng các cơ quan, đơn vị có liên quan"),
        },
    ),
    (
        "grounds as the act of a last article",
        "Văn phòng Tỉnh ủy, Ban Tổ chức Tỉnh ủy, các cơ quan, đơn vị có liên quan và đồng chí Trần Văn "
        "B căn cứ Quyết định thi hành.",
        {
            ("responsible", "Ban Tổ chức Tỉnh ủy"),
            ("responsible", "Văn phòng Tỉnh ủy"),
            ("responsible", "các cơ quan, đơn vị có liên quan"),
            ("responsible", "đồng chí Trần Văn B"),
        },
    ),
    (
        "title without a sign",
        "Trách nhiệm thực hiện Sở Văn hóa và Thể thao, Sở Khoa học và Công nghệ; Chủ tịch UBND các xã, "
        "phường thực hiện theo Điều 2.",
        {
            ("responsible", "Chủ tịch UBND các xã, phường"),
            ("responsible", "Sở Khoa học và Công nghệ"),
            ("responsible", "Sở Văn hóa và Thể thao"),
        },
    ),
    (
        "asked with a clause of their own",
        "Yêu cầu các chủ đầu tư đã được chấp thuận khởi công đúng cam kết.",
        {
            ("responsible", "các chủ đầu tư"),
        },
    ),
    (
        "asked that lag behind",
        "Yêu cầu các địa phương còn chậm tiến độ tập trung chỉ đạo, hoàn thành trước 30/6.",
        {
            ("responsible", "các địa phương còn chậm tiến độ"),
        },
    ),
    (
        "charged that have",
        "Giao UBND các xã có mỏ khoáng sản tăng cường quản lý.",
        {
            ("responsible", "UBND các xã có mỏ khoáng sản"),
        },
    ),
    (
        "stranger at the end",
        "Các chi bộ trực thuộc, câu lạc bộ liên thế hệ các khu tổ chức quán triệt.",
        {
            ("responsible", "Các chi bộ trực thuộc"),
            ("responsible", "câu lạc bộ liên thế hệ các khu"),
        },
    ),
    (
        "led by one, helped by others",
        "Việc thanh tra các cơ sở giáo dục ngoài công lập do Sở Giáo dục và Đào tạo chủ trì, Công an "
        "tỉnh, Sở Tài chính phối hợp thực hiện.",
        {
            ("coordinate", "Công an tỉnh"),
            ("coordinate", "Sở Tài chính"),
            ("lead", "Sở Giáo dục và Đào tạo"),
        },
    ),
    (
        "led by one after a phrase",
        "Trong năm 2025, việc rà soát quy hoạch do Sở Xây dựng chủ trì, các sở, ngành liên quan phối hợp.",
        {
            ("coordinate", "các sở, ngành liên quan"),
            ("lead", "Sở Xây dựng"),
        },
    ),
    (
        "bound first, leading then",
        "Sở Y tế có trách nhiệm hướng dẫn, kiểm tra việc thực hiện Quyết định này; chủ trì, phối hợp "
        "với Sở Tài chính rà soát.",
        {
            ("coordinate", "Sở Tài chính"),
            ("lead", "Sở Y tế"),
            ("responsible", "Sở Y tế"),
        },
    ),
    (
        "bound to act and to advise",
        "Các sở, ngành có trách nhiệm theo dõi, rà soát, phối hợp với Sở Tài chính tham mưu Ủy ban nhân "
        "dân tỉnh sửa đổi.",
        {
            ("advise", "Các sở, ngành"),
            ("coordinate", "Sở Tài chính"),
            ("responsible", "Các sở, ngành"),
        },
    ),
    (
        "advising and doing",
        "Ban Hỗ trợ: tham mưu, hướng dẫn, theo dõi, tổng hợp báo cáo Ban Thường vụ Hội.",
        {
            ("advise", "Ban Hỗ trợ"),
            ("report_to", "Ban Thường vụ Hội"),
            ("responsible", "Ban Hỗ trợ"),
        },
    ),
    (
        "leading others in small letters",
        "Đảng ủy UBND tỉnh chủ trì rà soát văn bản; lãnh đạo Ủy ban nhân dân tỉnh xây dựng kế hoạch hành động.",
        {
            ("lead", "Đảng ủy UBND tỉnh"),
        },
    ),
    (
        "leaders as a subject",
        "Lãnh đạo Ủy ban nhân dân các xã phân công cán bộ trực.",
        {
            ("responsible", "Lãnh đạo Ủy ban nhân dân các xã"),
        },
    ),
    (
        "entrusted",
        "Việc theo dõi, đôn đốc được giao cho Văn phòng UBND tỉnh.",
        {
            ("responsible", "Văn phòng UBND tỉnh"),
        },
    ),
    (
        "entrusted to lead",
        "Nhiệm vụ này giao cho Sở Nội vụ chủ trì; Sở Tài chính phối hợp.",
        {
            ("coordinate", "Sở Tài chính"),
            ("lead", "Sở Nội vụ"),
        },
    ),
    (
        "apposition before a colon",
        "Sở Công Thương - cơ quan thường trực Ban Chỉ đạo 389 tỉnh: chủ trì, phối hợp với các thành "
        "viên Ban Chỉ đạo kiểm tra.",
        {
            ("coordinate", "các thành viên Ban Chỉ đạo"),
            ("lead", "Sở Công Thương"),
        },
    ),
    (
        "leading in brackets",
        "Giao Sở Xây dựng (chủ trì), Sở Tài chính, UBND thành phố Huế rà soát, đề xuất.",
        {
            ("lead", "Sở Xây dựng"),
            ("responsible", "Sở Tài chính"),
            ("responsible", "UBND thành phố Huế"),
        },
    ),
    (
        "wards with a number",
        "Yêu cầu Chủ tịch UBND các xã: A Lưới 1, A Lưới 2, Khe Tre chỉ đạo quyết liệt.",
        {
            ("responsible", "Chủ tịch UBND xã A Lưới 1"),
            ("responsible", "Chủ tịch UBND xã A Lưới 2"),
            ("responsible", "Chủ tịch UBND xã Khe Tre"),
        },
    ),
    (
        "mixed ranks",
        "UBND các xã, phường: Tam Kỳ, Bàn Thạch khẩn trương thống kê thiệt hại.",
        {
            ("responsible", "UBND xã Bàn Thạch"),
            ("responsible", "UBND xã Tam Kỳ"),
        },
    ),
    (
        "closing sentence",
        "Hội Nông dân tỉnh xây dựng kế hoạch. Trên đây là Kế hoạch, đề nghị các cơ quan, địa phương thực hiện./.",
        {
            ("responsible", "Hội Nông dân tỉnh"),
        },
    ),
    (
        "going from house to house",
        "Các tổ công nghệ số cộng đồng đến từng nhà hướng dẫn người dân cài đặt.",
        {
            ("responsible", "Các tổ công nghệ số cộng đồng"),
        },
    ),
    (
        "results sent for collection",
        "UBND các xã rà soát nhu cầu; gửi kết quả về Sở Xây dựng trước ngày 20 để tổng hợp.",
        {
            ("report_to", "Sở Xây dựng"),
            ("responsible", "UBND các xã"),
        },
    ),
    (
        "acts with one object",
        "Chi cục Quản lý, khai thác công trình thủy lợi kiểm tra các hồ chứa.",
        {
            ("responsible", "Chi cục Quản lý, khai thác công trình thủy lợi"),
        },
    ),
    (
        "acts with one object, of an office",
        "Cục trưởng Cục Phòng, chống tệ nạn xã hội kiểm tra cơ sở cai nghiện.",
        {
            ("responsible", "Cục trưởng Cục Phòng, chống tệ nạn xã hội"),
        },
    ),
    (
        "three acts with one object",
        "Trung tâm Quản lý, vận hành, duy tu hạ tầng đô thị thành phố sửa chữa vỉa hè.",
        {
            ("responsible", "Trung tâm Quản lý, vận hành, duy tu hạ tầng đô thị thành phố"),
        },
    ),
    (
        "an act joined to another in small letters",
        "Trung tâm Ứng dụng tiến bộ và Dịch vụ kỹ thuật nông nghiệp huyện cấp giống.",
        {
            ("responsible", "Trung tâm Ứng dụng tiến bộ và Dịch vụ kỹ thuật nông nghiệp huyện"),
        },
    ),
    (
        "what a venture makes before its name",
        "Hợp tác xã chè Phìn Hồ phối hợp với Hợp tác xã mây tre Phú Vinh mở lớp.",
        {
            ("responsible", "Hợp tác xã chè Phìn Hồ"),
            ("coordinate", "Hợp tác xã mây tre Phú Vinh"),
        },
    ),
    (
        "a park before an act that a meeting follows",
        "Sở Du lịch phối hợp với Vườn quốc gia Bến En tổ chức hội chợ.",
        {
            ("responsible", "Sở Du lịch"),
            ("coordinate", "Vườn quốc gia Bến En"),
        },
    ),
    (
        "squads by what they do",
        "Tổ tuần tra bờ biển, đội cứu hộ sông nước trực 24/24 giờ.",
        {
            ("responsible", "Tổ tuần tra bờ biển"),
            ("responsible", "đội cứu hộ sông nước"),
        },
    ),
    (
        "owners, a squad and households",
        "Các chủ rừng, tổ bảo vệ rừng thôn, các hộ nhận khoán tuần tra ban đêm.",
        {
            ("responsible", "Các chủ rừng"),
            ("responsible", "tổ bảo vệ rừng thôn"),
            ("responsible", "các hộ nhận khoán"),
        },
    ),
    (
        "a trade that tells houses apart",
        "Sở Công Thương phối hợp với các doanh nghiệp sản xuất thép trên địa bàn tỉnh kiểm kê khí thải.",
        {
            ("responsible", "Sở Công Thương"),
            ("coordinate", "các doanh nghiệp sản xuất thép trên địa bàn tỉnh"),
        },
    ),
    (
        "houses where they work",
        "Các ngân hàng thương mại hoạt động trên địa bàn tỉnh giảm lãi suất cho vay.",
        {
            ("responsible", "Các ngân hàng thương mại hoạt động trên địa bàn tỉnh"),
        },
    ),
    (
        "what houses have, and where",
        "Các công ty có công trình nằm trong hành lang thoát lũ tháo dỡ trước tháng 8.",
        {
            ("responsible", "Các công ty có công trình nằm trong hành lang thoát lũ"),
        },
    ),
    (
        "what was given to houses",
        "Sở Y tế quy định giá; doanh nghiệp được giao đất phải nộp tiền thuê đúng hạn.",
        {
            ("responsible", "Sở Y tế"),
            ("responsible", "doanh nghiệp được giao đất"),
        },
    ),
    (
        "who gave it",
        "Các doanh nghiệp được nhà nước giao đất phải nộp tiền thuê.",
        {
            ("responsible", "Các doanh nghiệp được nhà nước giao đất"),
        },
    ),
    (
        "only a report",
        "Các địa phương có báo cáo gửi Sở Nội vụ trước ngày 20.",
        {
            ("responsible", "Các địa phương"),
            ("report_to", "Sở Nội vụ"),
        },
    ),
    (
        "where households live",
        "Các hộ dân sống ven sông chủ động di dời khi có lệnh.",
        {
            ("responsible", "Các hộ dân sống ven sông"),
        },
    ),
    (
        "levels of schools",
        "Các trường mầm non, tiểu học và trung học cơ sở trên địa bàn huyện công khai thu chi.",
        {
            ("responsible", "Các trường mầm non, tiểu học và trung học cơ sở trên địa bàn huyện"),
        },
    ),
    (
        "two kinds are two",
        "Các trường học, cơ sở giáo dục nghề nghiệp công khai học phí.",
        {
            ("responsible", "Các trường học"),
            ("responsible", "cơ sở giáo dục nghề nghiệp"),
        },
    ),
    (
        "kinds under one office are one",
        "Yêu cầu giám đốc các nông trường, lâm trường rà soát diện tích cho thuê.",
        {
            ("responsible", "giám đốc các nông trường, lâm trường"),
        },
    ),
    (
        "stations of one service",
        "Các đồn, trạm biên phòng kiểm soát tàu cá ra vào cửa biển.",
        {
            ("responsible", "Các đồn, trạm biên phòng"),
        },
    ),
    (
        "persons by their work",
        "Cán bộ y tế trường học khám sức khỏe cho học sinh.",
        {
            ("responsible", "Cán bộ y tế trường học"),
        },
    ),
    (
        "a clerk by the field of work",
        "Công chức Địa chính - Xây dựng - Đô thị và Môi trường xã đo đạc lại thửa đất.",
        {
            ("responsible", "Công chức Địa chính - Xây dựng - Đô thị và Môi trường xã"),
        },
    ),
    (
        "wards of a hospital",
        "Khoa Kiểm soát nhiễm khuẩn phối hợp với các khoa cận lâm sàng giám sát vệ sinh tay.",
        {
            ("responsible", "Khoa Kiểm soát nhiễm khuẩn"),
            ("coordinate", "các khoa cận lâm sàng"),
        },
    ),
    (
        "deputies and their charge",
        "Phó Hiệu trưởng phụ trách bán trú kiểm tra bếp ăn hằng ngày.",
        {
            ("responsible", "Phó Hiệu trưởng phụ trách bán trú"),
        },
    ),
    (
        "members by their charge",
        "Các đồng chí Huyện ủy viên phụ trách cơ sở hằng tháng dự sinh hoạt chi bộ.",
        {
            ("responsible", "Các đồng chí Huyện ủy viên phụ trách cơ sở"),
        },
    ),
    (
        "a head shared after a colon, of names unknown",
        "Vụ Pháp chế phối hợp với các Cục: Hàng hải và Đường thủy, Quản lý lao động ngoài nước rà soát thủ tục.",
        {
            ("coordinate", "Cục Quản lý lao động ngoài nước"),
            ("coordinate", "Cục Hàng hải và Đường thủy"),
            ("responsible", "Vụ Pháp chế"),
        },
    ),
    (
        "committees of one rank, the last with its place",
        "Ban Thường vụ các huyện ủy, thị ủy, Thành ủy Vinh lãnh đạo việc sắp xếp chi bộ.",
        {
            ("responsible", "Ban Thường vụ các huyện ủy, thị ủy, Thành ủy Vinh"),
        },
    ),
    (
        "who comes first, between commas",
        "Cấp ủy, tổ chức đảng các cấp, trước hết là người đứng đầu, nêu cao trách nhiệm nêu gương.",
        {
            ("responsible", "Cấp ủy"),
            ("responsible", "tổ chức đảng các cấp"),
        },
    ),
    (
        "what it is, between commas",
        "Công ty Cấp nước Bạc Liêu, đơn vị đang được giao quản lý các trạm bơm, bố trí máy phát dự phòng.",
        {
            ("responsible", "Công ty Cấp nước Bạc Liêu"),
        },
    ),
    (
        "what an addressee is, between commas",
        "Giao Phòng Nghiệp vụ 3 của Ban, đơn vị đang quản lý hồ sơ, cập nhật tiến độ và tham mưu lãnh đạo "
        "Ban trả lời.",
        {
            ("advise", "Phòng Nghiệp vụ 3 của Ban"),
            ("responsible", "Phòng Nghiệp vụ 3 của Ban"),
        },
    ),
    (
        "in what part it acts, between commas",
        "Ban Quản lý dự án đầu tư xây dựng các công trình Giao thông tỉnh, với vai trò chủ đầu tư, chịu "
        "trách nhiệm về tiến độ.",
        {
            ("responsible", "Ban Quản lý dự án đầu tư xây dựng các công trình Giao thông tỉnh"),
        },
    ),
    (
        "how it was set up, between commas",
        "Tổ công tác liên ngành về chống buôn lậu, thành lập theo Quyết định số 12/QĐ-UBND, trực thường "
        "xuyên tại cảng.",
        {
            ("responsible", "Tổ công tác liên ngành về chống buôn lậu"),
        },
    ),
    (
        "a topic up to the act",
        "Tổ công tác về chống khai thác cát trái phép kiểm tra các bến bãi.",
        {
            ("responsible", "Tổ công tác về chống khai thác cát trái phép"),
        },
    ),
    (
        "a condition before what must be done",
        "Các sở, ban, ngành khi thẩm định dự án phải lấy ý kiến Sở Tài nguyên và Môi trường.",
        {
            ("responsible", "Các sở, ban, ngành"),
        },
    ),
    (
        "whichever it concerns",
        "Nơi nào hồ sơ chưa đủ, Văn phòng Đăng ký đất đai phải phối hợp với Ủy ban nhân dân cấp xã hoàn thiện.",
        {
            ("responsible", "Văn phòng Đăng ký đất đai"),
            ("coordinate", "Ủy ban nhân dân cấp xã"),
        },
    ),
    (
        "whichever of a kind",
        "Chi bộ nào chưa hoàn thành, đảng ủy cơ sở phải kiểm điểm.",
        {
            ("responsible", "đảng ủy cơ sở"),
        },
    ),
    (
        "work that somebody does",
        "Việc khảo sát do Ban Dân tộc tổ chức, hoàn thành trong quý II.",
        {
            ("responsible", "Ban Dân tộc"),
        },
    ),
    (
        "work and who answers for it",
        "Việc thu phí do các đồn, trạm biên phòng thực hiện và chịu trách nhiệm.",
        {
            ("responsible", "các đồn, trạm biên phòng"),
        },
    ),
    (
        "cases that somebody watches",
        "Các vụ án do Ban Thường vụ Tỉnh ủy theo dõi được xét xử trong năm.",
        set(),
    ),
    (
        "funds of a budget",
        "Kinh phí do ngân sách tỉnh bảo đảm.",
        set(),
    ),
    (
        "leader and helpers",
        "Sở Xây dựng chủ trì, Công an tỉnh, Hội Nông dân tỉnh phối hợp rà soát.",
        {
            ("lead", "Sở Xây dựng"),
            ("coordinate", "Công an tỉnh"),
            ("coordinate", "Hội Nông dân tỉnh"),
        },
    ),
    (
        "help that is had",
        "Sổ theo dõi do Văn phòng chủ trì lập, có sự phối hợp của Thanh tra thành phố.",
        {
            ("lead", "Văn phòng"),
            ("coordinate", "Thanh tra thành phố"),
        },
    ),
    (
        "a superior by its kind",
        "Hằng năm báo cáo Bộ (qua Cục Việc làm).",
        {
            ("report_to", "Bộ"),
            ("via", "Cục Việc làm"),
        },
    ),
    (
        "a result that is reported",
        "Kết quả báo cáo Bộ trưởng trước ngày 15/12.",
        {
            ("report_to", "Bộ trưởng"),
        },
    ),
    (
        "reported and proposed",
        "Sở Nội vụ tổng hợp, báo cáo, đề xuất Ủy ban nhân dân tỉnh khen thưởng.",
        {
            ("responsible", "Sở Nội vụ"),
            ("report_to", "Ủy ban nhân dân tỉnh"),
        },
    ),
    (
        "gathered on the way",
        "Các xã hằng tháng gửi báo cáo kết quả về Phòng Y tế tổng hợp, báo cáo Ủy ban nhân dân huyện.",
        {
            ("responsible", "Các xã"),
            ("via", "Phòng Y tế"),
            ("report_to", "Ủy ban nhân dân huyện"),
        },
    ),
    (
        "a second subject after a comma",
        "Công ty Điện lực cắt cử người trực tại các trạm, Sở Xây dựng rà soát biển quảng cáo.",
        {
            ("responsible", "Công ty Điện lực"),
            ("responsible", "Sở Xây dựng"),
        },
    ),
    (
        "only by when",
        "Giao Sở Y tế tham mưu Ủy ban nhân dân tỉnh ban hành đề án; xong trong quý II.",
        {
            ("advise", "Sở Y tế"),
        },
    ),
    (
        "quality in a name",
        "Phòng Quản lý chất lượng tham mưu Giám đốc ban hành quy trình.",
        {
            ("advise", "Phòng Quản lý chất lượng"),
        },
    ),
    (
        "quality of an act",
        "Nâng cao chất lượng tham mưu của các cơ quan chuyên môn.",
        set(),
    ),
    (
        "people and houses in what is counted",
        "Trên 80% giao dịch của người dân, doanh nghiệp thực hiện không dùng tiền mặt.",
        set(),
    ),
    (
        "households counted",
        "Hộ nghèo giảm còn dưới 2%.",
        set(),
    ),
    (
        "houses behind a phrase in front",
        "Trong năm 2025, doanh nghiệp nộp báo cáo qua mạng.",
        {
            ("responsible", "doanh nghiệp"),
        },
    ),
    (
        "what each must place",
        "Đồn Biên phòng trực 24/24 giờ; mỗi trạm bố trí không ít hơn 02 cán bộ.",
        {
            ("responsible", "Đồn Biên phòng"),
        },
    ),
    (
        "owners that are organisations",
        "Chủ rừng là tổ chức xây dựng phương án quản lý rừng bền vững.",
        {
            ("responsible", "Chủ rừng là tổ chức"),
        },
    ),
    (
        "where works stand",
        "Các cơ sở sản xuất, kinh doanh trong khu dân cư di dời trước năm 2026.",
        {
            ("responsible", "Các cơ sở sản xuất, kinh doanh trong khu dân cư"),
        },
    ),
    (
        "places that let something happen",
        "Những địa phương để xảy ra vi phạm kiểm điểm trách nhiệm người đứng đầu.",
        {
            ("responsible", "Những địa phương để xảy ra vi phạm"),
        },
    ),
    (
        "made owners of works",
        "Các đơn vị được giao làm chủ đầu tư nghiệm thu khối lượng trước ngày 25/12.",
        {
            ("responsible", "Các đơn vị được giao làm chủ đầu tư"),
        },
    ),
    (
        "two wards, two acts",
        "Khoa Dược cung ứng thuốc, Khoa Xét nghiệm trả kết quả trong 120 phút.",
        {
            ("responsible", "Khoa Dược"),
            ("responsible", "Khoa Xét nghiệm"),
        },
    ),
    (
        "a market by its name",
        "Giao Ban Quản lý chợ Đồng Xuân sắp xếp lại ki ốt.",
        {
            ("responsible", "Ban Quản lý chợ Đồng Xuân"),
        },
    ),
    (
        "a school's board and its head",
        "Chủ tịch Hội đồng trường, Hiệu trưởng Trường Đại học Tân Trào ban hành quy chế.",
        {
            ("responsible", "Chủ tịch Hội đồng trường"),
            ("responsible", "Hiệu trưởng Trường Đại học Tân Trào"),
        },
    ),
    (
        "youths of one school",
        "Đoàn trường, Liên đội phối hợp với Công an thị trấn ký cam kết.",
        {
            ("responsible", "Đoàn trường"),
            ("responsible", "Liên đội"),
            ("coordinate", "Công an thị trấn"),
        },
    ),
    (
        "those who are asked politely",
        "Đề nghị Quý cơ quan, đơn vị phối hợp cung cấp số liệu trước ngày 12/8/2024.",
        {
            ("coordinate", "Quý cơ quan, đơn vị"),
        },
    ),
    (
        "a subject after brackets",
        "Định kỳ 06 tháng (trước ngày 15/6), hằng năm (trước ngày 15/12) các đơn vị báo cáo kết quả về Ban Chỉ đạo.",
        {
            ("responsible", "các đơn vị"),
            ("report_to", "Ban Chỉ đạo"),
        },
    ),
    (
        "an act with its object at the end",
        "Phòng Quản lý đào tạo hỗ trợ sinh viên.",
        {
            ("responsible", "Phòng Quản lý đào tạo"),
        },
    ),
    (
        "a unit of a house by its kind",
        "Giao Vụ Tổ chức cán bộ làm đầu mối theo dõi; các đơn vị gửi báo cáo về Vụ trước ngày 10/12.",
        {
            ("report_to", "Vụ"),
            ("responsible", "Vụ Tổ chức cán bộ"),
            ("responsible", "các đơn vị"),
        },
    ),
    (
        "many who act after a comma",
        "Sở Tư pháp tổ chức hội nghị tại tỉnh, các huyện tổ chức hội nghị tại cơ sở.",
        {
            ("responsible", "Sở Tư pháp"),
            ("responsible", "các huyện"),
        },
    ),
    (
        "many who are called upon with the people",
        "Sở Công Thương vận động người dân, các doanh nghiệp sử dụng hàng Việt.",
        {
            ("responsible", "Sở Công Thương"),
        },
    ),
    (
        "many who are helped after a comma",
        "Sở Y tế hỗ trợ các bệnh viện, các trạm y tế sửa chữa cơ sở vật chất.",
        {
            ("responsible", "Sở Y tế"),
        },
    ),
    (
        "one who leads beside another",
        "Hội Nông dân tỉnh chủ trì, Liên minh Hợp tác xã tỉnh đồng chủ trì khảo sát vùng nguyên liệu.",
        {("lead", "Hội Nông dân tỉnh"), ("lead", "Liên minh Hợp tác xã tỉnh")},
    ),
    (
        "with whom somebody leads",
        "Sở Du lịch đồng chủ trì với Hiệp hội Du lịch tỉnh mở phiên chợ đêm.",
        {("lead", "Sở Du lịch"), ("lead", "Hiệp hội Du lịch tỉnh")},
    ),
    (
        "two who lead and one who helps",
        "Sở Y tế chủ trì, Công an tỉnh đồng chủ trì, Sở Tài chính phối hợp lập phương án.",
        {("lead", "Sở Y tế"), ("lead", "Công an tỉnh"), ("coordinate", "Sở Tài chính")},
    ),
    (
        "who leads too and advises",
        "Giao Sở Nội vụ chủ trì, Sở Tư pháp đồng chủ trì tham mưu Ủy ban nhân dân tỉnh.",
        {("lead", "Sở Nội vụ"), ("advise", "Sở Nội vụ"), ("lead", "Sở Tư pháp"), ("advise", "Sở Tư pháp")},
    ),
    (
        "by whom it is led together",
        "Đề án do Sở Công Thương chủ trì, Cục Thuế tỉnh đồng chủ trì.",
        {("lead", "Sở Công Thương"), ("lead", "Cục Thuế tỉnh")},
    ),
    (
        "a sector and a body in small letters",
        "Thư viện tỉnh phối hợp với ngành giáo dục, bưu điện luân chuyển sách.",
        {("responsible", "Thư viện tỉnh"), ("coordinate", "ngành giáo dục"), ("coordinate", "bưu điện")},
    ),
    (
        "an act after those who help",
        "Sở Nội vụ phối hợp với Sở Tài chính, thanh tra việc chi trả phụ cấp.",
        {("responsible", "Sở Nội vụ"), ("coordinate", "Sở Tài chính")},
    ),
    (
        "a body in small letters with its place",
        "Trạm y tế phối hợp với bưu điện xã để phát thuốc.",
        {("responsible", "Trạm y tế"), ("coordinate", "bưu điện xã")},
    ),
    (
        "what an owner asks of his builders",
        "Chủ đầu tư yêu cầu nhà thầu bổ sung máy đào.",
        {("responsible", "Chủ đầu tư")},
    ),
    (
        "what a management board asks of its builders",
        "Ban Quản lý dự án Đầu tư xây dựng các công trình Thủy lợi yêu cầu nhà thầu đắp đê quai.",
        {("responsible", "Ban Quản lý dự án Đầu tư xây dựng các công trình Thủy lợi")},
    ),
    (
        "to whom a management board gives work",
        "Ban Quản lý dự án giao Phòng Kỹ thuật trực công trường.",
        {("responsible", "Phòng Kỹ thuật")},
    ),
    (
        "a share after those who must reach it",
        "Tỷ lệ che phủ đạt 42%; riêng các xã vùng cao không dưới 60%.",
        set(),
    ),
    (
        "a share after a comparison without a verb",
        "Các huyện miền núi tối thiểu 35% hộ có hố xí tự hoại.",
        set(),
    ),
    (
        "how often somebody acts at least",
        "Huyện đoàn ít nhất 02 lần mỗi năm đối thoại với thanh niên.",
        {("responsible", "Huyện đoàn")},
    ),
    (
        "a cell of many shops",
        "Chi bộ các phân xưởng cơ điện ra nghị quyết chuyên đề về tiết kiệm điện.",
        {("responsible", "Chi bộ các phân xưởng cơ điện")},
    ),
    (
        "building sites",
        "Các công trường dừng thi công khi có giông.",
        {("responsible", "Các công trường")},
    ),
    (
        "a union before an act that no list holds",
        "Công đoàn Xí nghiệp thương lượng lại giá bữa ăn ca.",
        {("responsible", "Công đoàn Xí nghiệp")},
    ),
    (
        "a union of a company that is told apart",
        "Công đoàn Công ty than Núi Béo thăm hỏi thợ lò.",
        {("responsible", "Công đoàn Công ty than Núi Béo")},
    ),
    (
        "bodies in small letters",
        "Công an huyện phối hợp với thuế, hải quan và quản lý thị trường kiểm tra kho hàng.",
        {
            ("responsible", "Công an huyện"),
            ("coordinate", "thuế"),
            ("coordinate", "hải quan"),
            ("coordinate", "quản lý thị trường"),
        },
    ),
    (
        "officers of a union after an event",
        "Trước khi đối thoại, cán bộ công đoàn khảo sát giá suất ăn.",
        {("responsible", "cán bộ công đoàn")},
    ),
    (
        "nurseries that are under contract",
        "Ưu tiên giống bản địa; các vườn ươm đã ký hợp đồng giao đủ cây trước mùa mưa.",
        {
            ("responsible", "các vườn ươm đã ký hợp đồng"),
        },
    ),
    (
        "households that were paid",
        "Các hộ đã nhận tiền bàn giao mặt bằng trước ngày 30/6.",
        {
            ("responsible", "Các hộ đã nhận tiền"),
        },
    ),
    (
        "what schools did before",
        "Các xã chốt danh sách; các trường đã lắp camera giám sát.",
        {
            ("responsible", "Các xã"),
        },
    ),
    (
        "the foreman of a shop",
        "Quản đốc phân xưởng điểm danh thợ đầu ca.",
        {
            ("responsible", "Quản đốc phân xưởng"),
        },
    ),
    (
        "unions of the people in small letters",
        "Ủy ban nhân dân xã phối hợp với mặt trận, đoàn thể vận động Nhân dân.",
        {
            ("responsible", "Ủy ban nhân dân xã"),
            ("coordinate", "mặt trận"),
            ("coordinate", "đoàn thể"),
        },
    ),
]

# Under the heading "Sở Nội vụ": bullet, the parts of Sở Nội vụ.
BULLETS = [
    ("Xây dựng kế hoạch trước ngày 15/4.", {"responsible"}),
    ("Chủ trì, phối hợp với Sở Tài chính thẩm định.", {"responsible", "lead"}),
    ("Tham mưu Ủy ban nhân dân tỉnh ban hành quy định.", {"responsible", "advise"}),
    ("Theo dõi tiến độ. Chủ trì sơ kết hằng năm.", {"responsible", "lead"}),
    ("Giao Phòng Cải cách hành chính theo dõi.", {"responsible"}),
    ("Phòng Cải cách hành chính theo dõi.", set()),
]

# Text, whom the items below it are addressed to, whether the text is nothing but its addressee.
HEADINGS = [
    ("Liên đoàn Lao động tỉnh - cơ quan thường trực:", ["Liên đoàn Lao động tỉnh"], True),
    ("Chủ rừng, doanh nghiệp chế biến gỗ:", ["Chủ rừng", "doanh nghiệp chế biến gỗ"], True),
    ("Các đơn vị: Bệnh viện đa khoa tỉnh, Trạm Y tế xã:", ["Bệnh viện đa khoa tỉnh", "Trạm Y tế xã"], True),
    ("Hiệu trưởng các trường đại học, học viện:", ["Hiệu trưởng các trường đại học, học viện"], True),
    ("Sở Nội vụ", ["Sở Nội vụ"], True),
    ("Các sở, ban, ngành và Ủy ban nhân dân các huyện (gọi tắt là địa phương)", 2, True),
    ("Trách nhiệm của Văn phòng Tỉnh ủy", ["Văn phòng Tỉnh ủy"], True),
    ("Giao Sở Xây dựng:", ["Sở Xây dựng"], True),
    ("Bí thư đảng ủy các xã, phường vùng hạ lưu:", ["Bí thư đảng ủy các xã, phường vùng hạ lưu"], True),
    ("Trưởng các thôn nơi đê xung yếu đi qua:", ["Trưởng các thôn nơi đê xung yếu đi qua"], True),
    ("Ủy ban nhân dân các xã khẩn trương di dời:", ["Ủy ban nhân dân các xã"], False),
    ("Các bộ, ngành, địa phương có trách nhiệm:", ["Các bộ, ngành, địa phương"], True),
    ("Sở Y tế triển khai các nội dung sau:", ["Sở Y tế"], False),
    ("Sở Y tế triển khai kế hoạch.", [], False),
    ("Tăng cường phối hợp với Hội Nông dân", [], False),
]


def parts_of(sentence, above=()):
    text = Text("case", sentence)
    duties = read_duties(text, (0, len(text)), above).duties
    return {(duty.role, duty.body.name(sentence[slice(*duty.body.span)])) for duty in duties}


@pytest.mark.parametrize(("why", "sentence", "parts"), CASES, ids=[case[0] for case in CASES])
def test_bodies_get_their_parts(why, sentence, parts):
    assert parts_of(sentence) == parts


def heirs_of(heading):
    text = Text("heading", heading)
    return read_duties(text, (0, len(text))).heirs


@pytest.mark.parametrize(("bullet", "roles"), BULLETS)
def test_a_heading_is_the_subject_of_what_stands_below(bullet, roles):
    text = Text("bullet", bullet)
    duties = read_duties(text, (0, len(text)), heirs_of("Sở Nội vụ")).duties
    assert {duty.role for duty in duties if duty.inherited} == roles


@pytest.mark.parametrize(("heading", "heirs", "addressed"), HEADINGS)
def test_a_text_passes_its_addressees_on(heading, heirs, addressed):
    text = Text("heading", heading)
    read = read_duties(text, (0, len(text)))
    names = [body.name(heading[slice(*body.span)]) for body in read.heirs]
    assert (len(names) if isinstance(heirs, int) else names) == heirs
    assert read.addressed is addressed


@pytest.mark.parametrize(
    "sentence", ["", " ", ";.;", "(((", "các", "giao", "phối hợp với", "báo cáo", "Sở", "[1]", "- "]
)
def test_scraps_give_nothing(sentence):
    assert parts_of(sentence) == set()


@pytest.mark.parametrize(
    "unit",
    [
        "các ",
        "việc giao cho xã ",
        "các xã có mỏ, ",
        "có trách nhiệm ",
        "Sở Y tế, ",
        "giao ",
        "Sở Y tế chủ trì; ",
        "Ban Thường vụ ",
        "của các Sở, ",
        "các đơn vị: Sở Y tế, Công an tỉnh, ",
        "giao Sở Y tế mở ",
        "chỉ đạo và Sở Y tế báo cáo ",
        "được giao cho Sở Y tế ",
        "(",
    ],
)
def test_repetition_is_read_to_its_end(unit):
    parts_of("Trong " + unit * 300)
