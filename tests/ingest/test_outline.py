"""Paths, headings and what instructs, over the ways in which papers are numbered and damaged."""

import pytest

from ingest.layout import layout_of
from ingest.tasks.outline import outline_of
from ingest.text import Text

HEAD = (
    "KẾ HOẠCH\nphòng, chống cháy rừng\n\n"
    "Thực hiện Chỉ thị số 9-CT/TU của Tỉnh ủy, Ủy ban xây dựng kế hoạch như sau:\n\n"
)
DECISION = "QUYẾT ĐỊNH\nVề việc phân cấp\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\nQUYẾT ĐỊNH:\n"
CLOSE = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\n\nLê Văn An\n"


def outline(raw):
    text = Text("case", raw)
    return text, outline_of(text, layout_of(text))


def operative(raw):
    """(path, heading) of the operative items."""
    return [(item.path, item.heading) for item in outline(raw)[1] if item.operative]


def paths(raw):
    return [path for path, _ in operative(raw)]


PLANS = [
    (
        "Party numbering",
        (
            "I- MỤC ĐÍCH, YÊU CẦU\n\n1- Mục đích\n\nGiữ rừng.\n\nII- NHIỆM VỤ\n\n"
            "1- Tuần tra rừng.\n\n2- Mở đường băng cản lửa."
        ),
        [("II.1", False), ("II.2", False)],
    ),
    (
        "State numbering with letters and bullets",
        (
            "I. NHIỆM VỤ\n\n1. Công tác tuyên truyền\n\na) Mở chuyên mục.\n\nb) Ký cam kết:\n\n"
            "- Ở thôn.\n\n- Ở xã."
        ),
        [("I.1", True), ("I.1.a", False), ("I.1.b", True), ("I.1.b-1", False), ("I.1.b-2", False)],
    ),
    (
        "decimal numbers name their parent once",
        "II- NHIỆM VỤ\n\n1- Tuần tra\n\n1.1- Lập tổ.\n\n1.2- Giao ca.\n\n2- Diễn tập.",
        [("II.1", True), ("II.1.1", False), ("II.1.2", False), ("II.2", False)],
    ),
    (
        "viewpoints above wrapped items",
        "I. QUAN ĐIỂM\n1. Giữ rừng là giữ nước cho muôn đời con cháu của các bản trong toàn\n"
        "huyện.\n2. Không đánh đổi.\nII. NHIỆM VỤ\n1. Lập chốt ở các cửa rừng và phân công người trực đủ\n"
        "ca.",
        [("II.1", False)],
    ),
    (
        "objectives, measured or not",
        "I. MỤC TIÊU\n1. Giữ rừng cho con cháu đến năm 2030.\n2. Trồng mới 300 ha rừng.\n3. 7/9 xã có vườn ươm.\n"
        "4. 80 phần trăm hộ ký cam kết.\nII. NHIỆM VỤ\n1. Lập tổ tuần tra.",
        [("I.2", False), ("I.3", False), ("I.4", False), ("II.1", False)],
    ),
    (
        "results and limits",
        "1- Kết quả và hạn chế\n\nRừng xanh hơn; còn nơi cháy.\n\n2- Nhiệm vụ\n\n- Lập tổ tuần tra.",
        [("2", True), ("2-1", False)],
    ),
    (
        "a situation headed by về",
        "1- Về kết quả đạt được\n\nHuyện đã trồng rừng.\n\n2- Về nhiệm vụ thời gian tới\n\n- Lập tổ tuần tra.",
        [("2", True), ("2-1", False)],
    ),
    (
        "a section that only heads a table",
        "I. PHÂN CÔNG\n\nII. NHIỆM VỤ\n\n1. Lập tổ tuần tra.",
        [("II.1", False)],
    ),
    (
        "a gap in the numbering",
        (
            "I. MỤC ĐÍCH\n\nGiữ rừng.\n\nII. NỘI DUNG\n\n1. Tuần tra rừng.\n\n"
            "IV. TỔ CHỨC THỰC HIỆN\n\n1. Hạt Kiểm lâm trực ban."
        ),
        [("II.1", False), ("IV.1", False)],
    ),
    (
        "styles mixed",
        "I- YÊU CẦU\n\nGiữ rừng.\n\nII. NHIỆM VỤ\n\n1- Tuần tra rừng.\n\n2. Diễn tập chữa cháy.",
        [("II.1", False), ("II.2", False)],
    ),
    (
        "letters above Roman numbers",
        (
            "A. MỤC TIÊU\n\nI. Mục tiêu chung\n\nGiữ rừng.\n\nB. NHIỆM VỤ\n\nI. Tuyên truyền\n\n"
            "1. Mở chuyên mục.\n\nC. KINH PHÍ\n\nNgân sách huyện.\n\nD. TỔ CHỨC THỰC HIỆN\n\n"
            "1. Các xã trực ban."
        ),
        [("B.I", True), ("B.I.1", False), ("D.1", False)],
    ),
    (
        "how things stand is no task, whatever its heading is called",
        (
            "I. KẾT QUẢ NĂM 2023\n\nHuyện trồng 410 ha rừng.\n\nII. NHỮNG MẶT LÀM ĐƯỢC\n\n"
            "1. Mở 12 km đường băng.\n\nIII. NHIỆM VỤ\n\n1. Tuần tra rừng."
        ),
        [("III.1", False)],
    ),
    (
        "what a congress adopts",
        (
            "I. Tán thành Báo cáo chính trị với những nội dung sau:\n\n1. Kết quả thực hiện nghị quyết khóa XI\n\n"
            "Còn 3% hộ nghèo.\n\n2. Hạn chế, khuyết điểm\n\nCòn 02 bản không điện.\n\n3. Nhiệm vụ, giải pháp\n\n"
            "Kéo điện về 100% bản.\n\nII. Giao Ban Chấp hành khóa XII xây dựng chương trình hành động và "
            "lãnh đạo các chi bộ tổ chức thực hiện Nghị quyết này trong cả nhiệm kỳ."
        ),
        [("I.3", True), ("I.3¶1", False), ("II", False)],
    ),
    (
        "an appeal at the end",
        "I. NHIỆM VỤ\n\n1. Tuần tra rừng.\n\nHội nghị kêu gọi toàn thể cán bộ, chiến sĩ thi đua giữ rừng.",
        [("I.1", False)],
    ),
    (
        "paragraphs below a heading and below an instruction",
        (
            "II. NHIỆM VỤ\n\n1. Công tác tuyên truyền\n\nXã mở chuyên mục.\n\nThôn ký cam kết.\n\n"
            "2. Tuần tra rừng hằng tuần.\n\nKiểm lâm dẫn đoàn."
        ),
        [("II.1", True), ("II.1¶1", False), ("II.1¶2", False), ("II.2", False), ("II.2¶2", False)],
    ),
    (
        "an addressee heading",
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Hạt Kiểm lâm\n\n- Trực ban.\n\n- Báo cáo.\n\n2. Các xã:\n\n- Lập tổ.",
        [("III.1", True), ("III.1-1", False), ("III.1-2", False), ("III.2", True), ("III.2-1", False)],
    ),
    (
        "what is aimed at later, below objectives",
        (
            "II. QUAN ĐIỂM, MỤC TIÊU\n\n1. Quan điểm\n\nGiữ 100% rừng.\n\n2. Chỉ tiêu đến năm 2025\n\n"
            "- 80% hộ ký cam kết.\n\n3. Định hướng đến năm 2030\n\nĐộ che phủ đạt 60%.\n\nRừng xanh tốt."
        ),
        [("II.2", True), ("II.2-1", False), ("II.3", True), ("II.3¶1", False)],
    ),
    (
        "capitals below Roman numbers, numbered letters below numbers",
        (
            "I. MỤC ĐÍCH\n\nGiữ rừng.\n\nII. NHIỆM VỤ\n\nA. NHIỆM VỤ CHUNG\n\n1. Tuần tra\n\n"
            "a/ Lập tổ.\n\nb/ Giao ca.\n\n2. Cảnh báo\n\na1) Ở thôn.\n\nIII. TỔ CHỨC THỰC HIỆN\n\n1. Các xã trực ban."
        ),
        [
            ("II.A.1", True),
            ("II.A.1.a", False),
            ("II.A.1.b", False),
            ("II.A.2", True),
            ("II.A.2.a1", False),
            ("III.1", False),
        ],
    ),
    (
        "numbers that begin anew below parts",
        (
            "Phần thứ nhất\nMỤC ĐÍCH\n\n1. Giữ rừng.\n\nPhần thứ hai\nNHIỆM VỤ\n\n1. Tuần tra.\n\n"
            "Phần thứ ba\nTỔ CHỨC THỰC HIỆN\n\n1. Các xã trực ban."
        ),
        [("1", False), ("1#2", False)],
    ),
    (
        "a paper that is replaced, and what follows",
        (
            "III. TỔ CHỨC THỰC HIỆN\n\n1. Các xã trực ban.\n\n2. Kế hoạch này thay thế Kế hoạch số 5/KH-UBND. "
            "Quá trình thực hiện, các xã phản ánh về Hạt Kiểm lâm.\n\n3. Kế hoạch này có hiệu lực từ ngày ký."
        ),
        [("III.1", False), ("III.2", False)],
    ),
    (
        "bullets below bullets",
        (
            "II. NHIỆM VỤ\n\n1. Cảnh báo cháy\n\n- Lắp biển báo\n\n+ Ở cửa rừng.\n\n"
            "+ Ở bến thuyền.\n\n- Phát tờ rơi."
        ),
        [("II.1", True), ("II.1-1", True), ("II.1-1-1", False), ("II.1-1-2", False), ("II.1-2", False)],
    ),
    (
        "a heading run into its first item",
        (
            "**I- YÊU CẦU**\n\nGiữ rừng.\n\n**II- NHIỆM VỤ, GIẢI PHÁP****1. Tuần tra rừng**\n\n"
            "Kiểm lâm dẫn đoàn."
        ),
        [("II.1", True), ("II.1¶1", False)],
    ),
    (
        "specific objectives count, general ones do not",
        (
            "I- MỤC TIÊU\n\n1- Mục tiêu chung\n\nGiữ rừng.\n\n2- Mục tiêu cụ thể\n\n"
            "- 100% xã có tổ.\n\n- Không để cháy lớn.\n\nII- NHIỆM VỤ\n\n1- Tuần tra."
        ),
        [("I.2", True), ("I.2-1", False), ("I.2-2", False), ("II.1", False)],
    ),
    (
        "objectives not divided count where they are measured",
        (
            "I. MỤC TIÊU\n\n- Giữ vững diện tích rừng.\n\n- 100% xã có tổ tuần tra.\n\n"
            "II. GIẢI PHÁP\n\n1. Tuần tra."
        ),
        [("I-2", False), ("II.1", False)],
    ),
    (
        "the closing sentence",
        (
            "III. TỔ CHỨC THỰC HIỆN\n\n1. Các xã trực ban.\n\n"
            "Trên đây là Kế hoạch phòng, chống cháy rừng, đề nghị các xã nghiêm túc thực hiện./."
        ),
        [("III.1", False)],
    ),
    (
        "numbers counted inside a sentence belong to their item",
        "II. NHIỆM VỤ\n\n1. Hạt Kiểm lâm: (i) trực ban;\n(ii) tuần tra; (iii) báo cáo.\n\n2. Các xã lập tổ.",
        [("II.1", False), ("II.2", False)],
    ),
    (
        "a repeated number",
        "II. NHIỆM VỤ\n\n1. Tuần tra rừng.\n\n1. Diễn tập chữa cháy.",
        [("II.1", False), ("II.1#2", False)],
    ),
    (
        "numbers of papers and dates are none of the outline",
        (
            "II. NHIỆM VỤ\n\n1. Rà soát phương án theo Nghị định số\n\n"
            "156/2018/NĐ-CP của Chính phủ.\n\n2. Báo cáo trước ngày\n\n30/6/2026."
        ),
        [("II.1", False), ("II.2", False)],
    ),
]


@pytest.mark.parametrize(("why", "body", "expected"), PLANS, ids=[case[0] for case in PLANS])
def test_a_plan_s_tasks(why, body, expected):
    assert operative(HEAD + body + CLOSE) == expected


ARTICLES = [
    (
        "a body that has duties",
        (
            "Điều 1. Tổ công tác có nhiệm vụ:\n1. Lập danh sách điểm sạt lở.\n2. Họp mỗi tuần.\n"
            "3. Được sử dụng con dấu của Sở.\nĐiều 2. Tổ công tác gồm các thành viên:\n1. Ông Lò Văn A.\n"
            "Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này."
        ),
        ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 3"],
    ),
    (
        "an article that sets goals",
        (
            "Điều 1. Các chỉ tiêu chủ yếu năm 2026\n1. Đón 1,2 triệu lượt khách.\n2. Doanh thu tăng 12%.\n"
            "Điều 2. Nguyên tắc\n1. Không tăng phí.\nĐiều 3. Giao Sở Du lịch thực hiện."
        ),
        ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 3"],
    ),
    (
        "objectives of which only some are measured",
        (
            "Điều 1. Mục tiêu\n1. Nâng tầm thương hiệu.\n2. Ít nhất 90% điểm đến có nước sạch.\n"
            "Điều 2. Giao Sở Du lịch thực hiện."
        ),
        ["Điều 1.2", "Điều 2"],
    ),
    (
        "what a product is measured by",
        (
            "Điều 1. Chỉ tiêu kỹ thuật của nước mắm\n1. Độ đạm ít nhất 20%.\n2. Tạp chất dưới 1%.\n"
            "Điều 2. Giao Sở Du lịch thực hiện."
        ),
        ["Điều 2"],
    ),
    (
        "goals that are passed",
        (
            "Điều 1. Thông qua một số chỉ tiêu phát triển du lịch năm 2026 như sau:\n"
            "1. Mở 04 tuyến bay.\n2. Tạo việc làm cho 900 người.\nĐiều 2. Giao Sở Du lịch thực hiện."
        ),
        ["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 2"],
    ),
    (
        "goals in an annex, given to nobody",
        (
            "Điều 1. Giao chỉ tiêu kế hoạch du lịch năm 2026 (biểu chi tiết kèm theo).\n"
            "Điều 2. Giám đốc Sở Du lịch chịu trách nhiệm thi hành Quyết định này."
        ),
        ["Điều 2"],
    ),
    (
        "goals in an annex, given to some",
        (
            "Điều 1. Giao chỉ tiêu đón khách năm 2026 cho các xã, phường (biểu chi tiết kèm theo).\n"
            "Điều 2. Giám đốc Sở Du lịch chịu trách nhiệm thi hành Quyết định này."
        ),
        ["Điều 1", "Điều 2"],
    ),
    (
        "work that is shared out",
        (
            "Điều 1. Phân công cụ thể\n1. Hiệu trưởng các trường nghề mở lớp.\n2. Sở Du lịch cấp thẻ.\n"
            "Điều 2. Phân công, phân cấp quản lý khu du lịch\n1. Khu cấp tỉnh do tỉnh quản lý."
        ),
        ["Điều 1", "Điều 1.1", "Điều 1.2"],
    ),
    (
        "a norm among what is approved",
        (
            "Điều 1. Phê duyệt Đề án phát triển vận tải, gồm các nội dung sau:\n\n"
            "1. Mục tiêu: mở 03 bến xe.\n\n2. Định mức hỗ trợ: hỗ trợ 30% lãi suất; miễn 100% phí bến bãi.\n\n"
            "Điều 2. Giao Sở Xây dựng thực hiện Đề án."
        ),
        ["Điều 1.1", "Điều 2"],
    ),
    (
        "promulgating is no task, acting upon the paper is",
        (
            "Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp giữa các sở về du lịch.\n"
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
            "Điều 3. Thủ trưởng các cơ quan căn cứ Quyết định thi hành./."
        ),
        ["Điều 3"],
    ),
    (
        "objectives and tasks of a year",
        (
            "Điều 1. Mục tiêu, nhiệm vụ năm 2027\n1. Chỉ tiêu chủ yếu\na) Đón trên 20.000 khách.\n"
            "2. Nhiệm vụ, giải pháp\na) Quảng bá điểm đến.\n"
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."
        ),
        ["Điều 1", "Điều 1.1", "Điều 1.1.a", "Điều 1.2", "Điều 1.2.a"],
    ),
    (
        "the last article and its effect",
        (
            "Điều 1. Phân cấp cho Sở Du lịch cấp thẻ hướng dẫn viên.\n"
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
            "Điều 3. Chánh Văn phòng, Giám đốc Sở Du lịch chịu trách nhiệm thi hành Quyết định này./."
        ),
        ["Điều 3"],
    ),
    (
        "carrying out, clause by clause",
        (
            "Điều 1. Phạm vi điều chỉnh\nQuyết định này quy định việc cấp thẻ.\n"
            "Điều 2. Tổ chức thực hiện\n1. Sở Du lịch hướng dẫn việc cấp thẻ.\n"
            "2. Các xã phối hợp.\nĐiều 3. Hiệu lực thi hành\n"
            "1. Quyết định này có hiệu lực từ ngày 01/7/2026.\n"
            "2. Quyết định số 4/2020/QĐ-UBND hết hiệu lực."
        ),
        ["Điều 2", "Điều 2.1", "Điều 2.2"],
    ),
    (
        "effect and responsibility in one article",
        (
            "Điều 1. Bãi bỏ Quyết định số 4/2020/QĐ-UBND.\nĐiều 2. Điều khoản thi hành\n"
            "1. Quyết định này có hiệu lực từ ngày ký.\n"
            "2. Giám đốc Sở Du lịch chịu trách nhiệm thi hành Quyết định này."
        ),
        ["Điều 2", "Điều 2.2"],
    ),
    (
        "norms are no tasks",
        (
            "Điều 1. Đối tượng áp dụng\n1. Hướng dẫn viên.\n2. Sở Du lịch.\nĐiều 2. Mức thu\n"
            "1. Cấp mới: 650.000 đồng.\n2. Cấp đổi: 325.000 đồng.\n"
            "Điều 3. Giao Sở Tài chính kiểm tra việc thu."
        ),
        ["Điều 3"],
    ),
    (
        "an addressee with points",
        (
            "Điều 1. Giám đốc Sở Du lịch:\n1. Cấp thẻ đúng hạn;\n2. Định kỳ báo cáo.\n"
            "Điều 2. Thời gian ủy quyền: đến hết ngày 31/12/2027."
        ),
        ["Điều 1", "Điều 1.1", "Điều 1.2"],
    ),
    (
        "the new wording that an amendment gives",
        (
            "Điều 1. Sửa đổi Điều 5 như sau:\n“Điều 5. Trách nhiệm của Sở Du lịch\n"
            "1. Chủ trì cấp thẻ.\n2. Phối hợp kiểm tra.”\n"
            "Điều 2. Giám đốc Sở Du lịch chịu trách nhiệm thi hành Quyết định này."
        ),
        ["Điều 2"],
    ),
    (
        "the charges of a body that is set up",
        (
            "Điều 1. Thành lập Tổ giúp việc Ban Chỉ đạo gồm 7 thành viên.\n"
            "Điều 2. Nhiệm vụ của Tổ giúp việc\n1. Lập danh sách hộ cần di dời.\n2. Họp mỗi tuần.\n"
            "Điều 3. Chánh Văn phòng và các thành viên có tên tại Điều 1 chịu trách nhiệm thi hành."
        ),
        ["Điều 2", "Điều 2.1", "Điều 2.2", "Điều 3"],
    ),
    (
        "a programme inside the first article",
        (
            "Điều 1. Phê duyệt Chương trình phát triển du lịch với những nội dung sau:\n"
            "I. QUAN ĐIỂM\n1. Du lịch xanh.\nII. NHIỆM VỤ\n1. Mở tuyến mới.\n"
            "Điều 2. Giám đốc Sở Du lịch chịu trách nhiệm thi hành Quyết định này."
        ),
        ["Điều 1.II.1", "Điều 2"],
    ),
]


@pytest.mark.parametrize(("why", "body", "expected"), ARTICLES, ids=[case[0] for case in ARTICLES])
def test_a_decision_s_tasks(why, body, expected):
    assert paths(DECISION + body + CLOSE) == expected


LETTERS = [
    (
        "what does not ask is not counted where most of a list asks",
        (
            "Kính gửi: Các bệnh viện\n\nĐể phòng dịch, Sở Tài chính có ý kiến như sau:\n\n"
            "1. Đề nghị các bệnh viện rà cơ số thuốc.\n\n2. Giao Phòng Nghiệp vụ tổng hợp.\n\n"
            "3. Thứ Hai hằng tuần, các bệnh viện báo cáo về Sở.\n\n4. Nghiêm cấm găm hàng.\n\n"
            "5. Kinh phí thực hiện: từ nguồn dự toán năm 2026.\n\n6. Văn bản này thay thế Văn bản số 5/STC-NS."
        ),
        ["1", "2", "3", "4"],
    ),
    (
        "the rest of a list that mostly asks",
        (
            "Kính gửi: Các sở, ngành\n\nĐể chấm dứt tình trạng này, Sở Tài chính có ý kiến như sau:\n\n"
            "1. Yêu cầu các sở rà từng khoản nợ.\n\n2. Giao Văn phòng lập sổ theo dõi.\n\n"
            "3. Trước ngày 20 hằng tháng, các trường gửi số liệu.\n\n4. Không để phát sinh nợ mới.\n\n"
            "5. Việc đối chiếu được giao cho Kho bạc thực hiện.\n\n"
            "6. Thời gian qua, một số nơi còn chậm nộp.\n\n7. Nghiên cứu thu phí qua ngân hàng."
        ),
        ["1", "2", "3", "4", "5", "7"],
    ),
    (
        "a list that informs as much as it asks",
        (
            "Kính gửi: Các xã\n\nSở Tài chính có ý kiến như sau:\n\n"
            "1. Đề nghị các xã niêm yết mức phí.\n\n2. Giao Phòng Giá tổng hợp.\n\n"
            "3. Yêu cầu các phòng nhập sổ.\n\n4. Mức phí là 50.000 đồng.\n\n5. Hồ sơ gồm đơn và sơ đồ.\n\n"
            "6. Địa chỉ nhận: số 5 phố Hòa An, điện thoại 0203 123."
        ),
        ["1", "2", "3"],
    ),
    (
        "one that informs among many that ask",
        (
            "Kính gửi: Các xã\n\nSở Tài chính có ý kiến như sau:\n\n"
            "1. Đề nghị các xã niêm yết mức phí.\n\n2. Giao Phòng Giá tổng hợp.\n\n"
            "3. Yêu cầu các phòng nhập sổ.\n\n4. Chi phí đi lại do nơi cử chịu."
        ),
        ["1", "2", "3"],
    ),
    (
        "half of a list that asks",
        (
            "Kính gửi: Các xã\n\nSở Tài chính có ý kiến như sau:\n\n"
            "1. Đề nghị các xã niêm yết mức phí.\n\n2. Giao Phòng Giá tổng hợp.\n\n"
            "3. Yêu cầu các phòng nhập sổ.\n\n4. Đăng ký qua bưu điện.\n\n5. Thông tin theo số 0203.\n\n"
            "6. Gửi thư được nhận."
        ),
        ["1", "2", "3"],
    ),
    (
        "the rest of a list that mostly asks begins with what is done or who does it",
        (
            "Kính gửi: Các xã\n\nSở Tài chính có ý kiến như sau:\n\n"
            "1. Đề nghị các xã rà nợ.\n\n2. Giao Phòng Giá tổng hợp.\n\n3. Yêu cầu các phòng nhập sổ.\n\n"
            "4. Giao Kho bạc đối chiếu.\n\n5. Gửi sổ nợ về Sở trong tuần.\n\n"
            "6. Tổ thẩm định giá họp mỗi tuần một lần.\n\n7. Đề nghị các trường báo cáo.\n\n"
            "8. Yêu cầu các chợ dán bảng giá.\n\n9. Các thành viên tổ thẩm định giá tiếp tục nhập sổ."
        ),
        ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    ),
    (
        "one request in a list that informs",
        (
            "Kính gửi: Các xã\n\nSở Tài chính có ý kiến như sau:\n\n"
            "1. Mức phí là 50.000 đồng.\n\n2. Hồ sơ gồm đơn và sơ đồ.\n\n3. Đề nghị các xã niêm yết."
        ),
        ["3"],
    ),
    (
        "an office that acts beside those asked",
        (
            "Kính gửi: Các sở, ngành\n\n"
            "Xét Tờ trình số 5/TTr-SYT, Văn phòng truyền đạt ý kiến của Chủ tịch như sau:\n\n"
            "1. Giao Sở Y tế tiêm vắc xin.\n\n"
            "2. Chánh Thanh tra tỉnh làm rõ việc mua sắm; kết quả được báo cáo Chủ tịch Ủy ban nhân dân tỉnh."
        ),
        ["1", "2"],
    ),
    (
        "an answer",
        (
            "Kính gửi: Công ty A\n\n"
            "Trả lời công văn số 5/CV của Công ty A về lệ phí, Sở Tài chính có ý kiến như sau:\n\n"
            "Tại Điều 5 Nghị định số 10/2022/NĐ-CP quy định mức thu.\n\n"
            "Đề nghị Công ty nghiên cứu để thực hiện."
        ),
        [],
    ),
    (
        "a letter that directs",
        (
            "Kính gửi: Các sở, ngành\n\n"
            "Thực hiện Công điện số 7/CĐ-TTg, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n\n"
            "1. Sở Y tế\n\n- Tiêm vắc xin.\n\n- Báo cáo hằng tuần.\n\n"
            "2. Sở Giáo dục và Đào tạo rà soát học sinh."
        ),
        ["1", "1-1", "1-2", "2"],
    ),
    (
        "a letter to many that tells what it was asked",
        (
            "Kính gửi: Thuế các tỉnh, thành phố\n\n"
            "Cục Thuế nhận được công văn số 77/CCT của Thuế tỉnh An Giang hỏi về biên lai. "
            "Cục Thuế đề nghị Thuế các tỉnh triển khai thực hiện một số việc sau:\n\n"
            "1. Rà soát biên lai tồn.\n\n2. Báo cáo trước ngày 15/3/2026."
        ),
        ["1", "2"],
    ),
    (
        "a letter to many whose items charge",
        (
            "Kính gửi: Các sở; Ủy ban nhân dân các xã\n\n"
            "Sở Tài chính nhận được phản ánh về giá sách. Qua xem xét, Sở có ý kiến như sau:\n\n"
            "1. Giá do nhà xuất bản quyết định.\n\n2. Giao Phòng Quản lý giá theo dõi thị trường."
        ),
        ["2"],
    ),
    (
        "a letter to one that was asked to direct",
        (
            "Kính gửi: Công ty Sao Mai\n\n"
            "Cục Thuế nhận được công văn số 8/SM đề nghị hướng dẫn việc thực hiện miễn thuế. "
            "Cục Thuế có ý kiến như sau:\n\n1. Công ty thực hiện kê khai theo quy định."
        ),
        [],
    ),
    (
        "bodies beside one that is asked",
        (
            "Kính gửi: Các sở\n\nThực hiện Công văn số 5-CV/VPTU, Ủy ban nhân dân tỉnh có ý kiến như sau:\n\n"
            "1. Giao Sở Xây dựng chủ trì các nội dung sau:\n\n- Rà soát quỹ đất.\n\n- Đề xuất xử lý.\n\n"
            "2. Ban Quản lý Khu kinh tế tỉnh, UBND các phường gửi nhu cầu về Sở.\n\n"
            "3. Các sở: Tư pháp, Nội vụ; Công an tỉnh tham gia ý kiến.\n\n"
            "4. Công ty Sao Mai đã nộp hồ sơ.\n\nỦy ban nhân dân tỉnh thông báo để các sở biết."
        ),
        ["1", "1-1", "1-2", "2", "3"],
    ),
    (
        "a letter that guides many",
        (
            "Kính gửi: Các trường tiểu học\n\nCăn cứ Thông tư số 5/2020/TT-BGDĐT, Sở hướng dẫn các trường thực hiện "
            "như sau:\n\n1. Mục đích\n\nDạy tốt.\n\n2. Nội dung\n\n2.1. Mỗi trường mở một lớp bơi."
        ),
        ["2", "2.1"],
    ),
    (
        "a letter that guides the one who asked",
        "Kính gửi: Công ty Sao Mai\n\nSở hướng dẫn Công ty thực hiện như sau:\n\n1. Nộp hồ sơ tại Sở.",
        [],
    ),
    (
        "bullets straight after the request",
        (
            "Kính gửi: Các xã\n\nThực hiện Công điện số 5/CĐ-UBND ngày 7/6/2025 của Chủ tịch tỉnh, Sở yêu cầu "
            "các xã triển khai:\n\n- Kiểm kê chợ.\n\n- Thu phí đúng mức."
        ),
        ["-1", "-2"],
    ),
    (
        "thanks at the end",
        (
            "Kính gửi: Các xã\n\nSở Tài chính đề nghị các xã thực hiện một số việc sau:\n\n"
            "1. Kiểm kê chợ.\n\n2. Gửi báo cáo về Sở.\n\n"
            "Sở Tài chính xin trân trọng cảm ơn sự phối hợp của quý cơ quan./."
        ),
        ["1", "2"],
    ),
    (
        "one request among information",
        (
            "Kính gửi: Các xã.\n\nĐể bảo đảm tiến độ, đề nghị các xã gửi báo cáo về Sở.\n\n"
            "Hiện nay việc chia sẻ số liệu đã ổn định.\n\nSở Tài chính thông báo để các xã biết."
        ),
        ["¶1"],
    ),
]


@pytest.mark.parametrize(("why", "body", "expected"), LETTERS, ids=[case[0] for case in LETTERS])
def test_a_letter_s_tasks(why, body, expected):
    head = "SỞ TÀI CHÍNH\nSố: 15/STC-QLG\nV/v lệ phí\n\n"
    assert paths(head + body + CLOSE) == expected


def test_a_notice_s_praise_is_no_task():
    raw = (
        "THÔNG BÁO\nKết luận của Chủ tịch tỉnh\n\nSau khi nghe báo cáo, Chủ tịch kết luận như sau:\n\n"
        "1. Cơ bản thống nhất với báo cáo của Sở Y tế.\n\n2. Giao Sở Y tế hoàn thiện đề án.\n\n"
        "Văn phòng thông báo để các sở biết, thực hiện./." + CLOSE
    )
    assert paths(raw) == ["2"]


@pytest.mark.parametrize(
    ("words", "instructs"),
    [
        ("Thống nhất chỉ tiêu tiêm phòng đến hết năm 2027: 95% đàn trâu, bò.", True),
        ("Đồng ý để Sở Tài chính tạm ứng kinh phí mua vắc xin.", True),
        ("Nhất trí giao Chi cục Thú y mua 02 xe chuyên dụng.", True),
        ("Thống nhất triển khai trực chốt 24/24 giờ.", True),
        ("Thống nhất các chỉ tiêu năm 2027 như báo cáo.", False),
        ("Đồng ý chủ trương hỗ trợ con giống.", False),
        ("Thống nhất với đề xuất của Sở Y tế.", False),
    ],
)
def test_what_is_agreed_is_a_task_where_it_says_what_is_done(words, instructs):
    raw = (
        "THÔNG BÁO\nKết luận của Chủ tịch tỉnh\n\nSau khi nghe báo cáo, Chủ tịch kết luận như sau:\n\n"
        f"1. {words}\n\n2. Giao Sở Y tế hoàn thiện đề án." + CLOSE
    )
    assert paths(raw) == (["1", "2"] if instructs else ["2"])


CLOSINGS = [
    "Ủy ban nhân dân tỉnh thông báo kết luận của Chủ tịch tỉnh để các cơ quan, đơn vị biết, thực hiện./.",
    "Văn phòng thông báo kết luận của đồng chí Chủ tịch tỉnh đến các cơ quan biết, triển khai thực hiện.",
    "Thông báo này thay cho văn bản triển khai thực hiện.",
    "Trên đây là kết luận của Chủ tịch tỉnh, đề nghị các đơn vị thực hiện.",
    "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện Thông báo này./.",
    "Thừa lệnh Chủ tịch tỉnh, Văn phòng Ủy ban nhân dân tỉnh thông báo đến các đơn vị biết, thực hiện./.",
    "Thông báo này thay thế Thông báo số 5/TB-UBND ngày 01/3/2025.",
]


@pytest.mark.parametrize("closing", CLOSINGS)
def test_what_closes_a_notice_is_no_task_and_makes_no_heading(closing):
    raw = (
        "THÔNG BÁO\nKết luận của Chủ tịch tỉnh\n\nSau khi nghe báo cáo, Chủ tịch kết luận như sau:\n\n"
        f"1. Giao Sở Y tế hoàn thiện đề án.\n\n2. Công an tỉnh bảo đảm trật tự.\n\n{closing}" + CLOSE
    )
    assert operative(raw) == [("1", False), ("2", False)]


def test_where_the_money_comes_from_is_no_task_who_finds_it_is():
    body = (
        "Điều 1. Phê duyệt Kế hoạch giữ rừng với các nội dung sau:\n1. Nhiệm vụ: Tuần tra rừng.\n"
        "2. Kinh phí: Từ ngân sách.\n3. Kinh phí: Giao Sở Tài chính bố trí.\n"
    )
    assert paths(DECISION + body + CLOSE) == ["Điều 1.1", "Điều 1.3"]


RULES = (
    "QUY CHẾ\nquản lý chợ nổi\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)\n\nChương I\nQUY ĐỊNH CHUNG\n\n"
    "Điều 1. Phạm vi\n1. Quy chế này áp dụng cho chợ nổi.\n\n"
    "Điều 2. Trách nhiệm của chủ ghe\n1. Giữ ghe sạch.\n\n{chapter}"
)
CHAPTERS = [
    (
        "a chapter on carrying out",
        "Chương II\nTỔ CHỨC THỰC HIỆN\n\nĐiều 3. Trách nhiệm của các sở\n1. Sở Công Thương đặt phao.\n"
        "2. Công an tỉnh tuần tra.\n\nĐiều 4. Sơ kết\nSở Nội vụ tham mưu sơ kết hằng năm.",
        ["Điều 3", "Điều 3.1", "Điều 3.2", "Điều 4", "Điều 4¶1"],
    ),
    (
        "an article on carrying out",
        "Điều 3. Tổ chức thực hiện\n1. Sở Công Thương hướng dẫn thi hành Quy chế này.\n"
        "2. Giao Công an tỉnh đôn đốc.",
        ["Điều 3", "Điều 3.1", "Điều 3.2"],
    ),
    (
        "rewards and force in that chapter",
        "Chương II\nĐIỀU KHOẢN THI HÀNH\n\nĐiều 3. Khen thưởng\nNgười giữ chợ sạch được khen thưởng.\n\n"
        "Điều 4. Hiệu lực thi hành\n1. Quy chế này có hiệu lực từ ngày ký.\n2. Giao Sở Công Thương đôn đốc.",
        ["Điều 4", "Điều 4.2"],
    ),
]


@pytest.mark.parametrize(("why", "chapter", "expected"), CHAPTERS, ids=[case[0] for case in CHAPTERS])
def test_an_annexed_regulation_s_tasks_stand_where_it_is_carried_out(why, chapter, expected):
    body = "Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ nổi."
    assert paths(DECISION + body + CLOSE + "\n" + RULES.format(chapter=chapter)) == expected


def test_an_annexed_plan_has_tasks_and_an_annexed_regulation_none():
    plan = (
        "KẾ HOẠCH\nphòng cháy\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)\n\nI. NHIỆM VỤ\n\n"
        "1. Tuần tra rừng.\n"
    )
    rules = (
        "QUY CHẾ\nlàm việc\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)\n\n"
        "Điều 1. Trách nhiệm của thành viên\n1. Họp đúng giờ.\n"
    )
    body = (
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng cháy.\n"
        "Điều 2. Các xã chịu trách nhiệm thi hành Quyết định này."
    )
    assert paths(DECISION + body + CLOSE + "\n" + plan) == ["Điều 2", "I.1"]
    assert paths(DECISION + body + CLOSE + "\n" + rules) == ["Điều 2"]


WRAPS = [
    (
        "the number of a quarter",
        "1. Các xã cắm biển cấm lửa ở mọi cửa rừng và nghiệm thu đường băng cản lửa trong quý\n"
        "II năm 2026; các chủ rừng góp công.\n2. Các xã mở đường băng, kiểm tra xong trước quý\n"
        "III/2026.\n",
        ["1", "2"],
    ),
    (
        "a document's number",
        "1. Các sở, ban, ngành của tỉnh rà soát, sửa đổi, bổ sung những nội dung của Kế hoạch số\n"
        "88/KH- UBND, ngày 10/02/2023 và bố trí kinh phí mua sắm phương tiện cho lực lượng cơ sở.\n",
        ["1"],
    ),
    (
        "a dash inside a name",
        "1. Các sở, ban, ngành, đoàn thể chính trị - xã hội của tỉnh và các đơn vị của Sở Lao động\n"
        "- Thương binh và Xã hội triển khai kế hoạch của cả giai đoạn.\n",
        ["1"],
    ),
    (
        "a dash between years",
        "1. Các sở, ban, ngành, đoàn thể chính trị - xã hội triển khai kế hoạch của giai đoạn 2021\n"
        "- 2025 theo hướng dẫn của Hạt Kiểm lâm.\n",
        ["1"],
    ),
    (
        "a congress's number in a bracket",
        "1. Các sở, ban, ngành thực hiện Nghị quyết của Ban Chấp hành Trung ương về nông dân (khóa\n"
        "X) gắn với giữ rừng.\n2. Các xã mở đường băng.\n",
        ["1", "2"],
    ),
    (
        "a congress's number that ends a sentence",
        "1. Các sở, ban, ngành thực hiện Nghị quyết của Đại hội đại biểu Đảng bộ tỉnh lần thứ\n"
        "XIX. Hạt Kiểm lâm giúp việc theo dõi.\n2. Các xã mở đường băng.\n",
        ["1", "2"],
    ),
    (
        "a congress's number alone",
        "1. Các sở, ban, ngành thực hiện Nghị quyết của Ban Chấp hành Trung ương Đảng khóa\nXIII.\n"
        "2. Các xã mở đường băng.\n",
        ["1", "2"],
    ),
    (
        "the rest of a name, on a line broken early",
        "- Các chủ rừng phải bổ sung máy bơm; Kho bạc\nNhà nước tỉnh thanh toán ngay.\n"
        "- Phối hợp với Ban Trị sự Giáo hội\nPhật giáo tỉnh vận động đồng bào.\n",
        ["-1", "-2"],
    ),
    (
        "a paper with its number, on a line broken early",
        "1. Các đảng ủy xã tiếp tục thực hiện\nKết luận số 15-KL/TU về giữ rừng.\n",
        ["1"],
    ),
    (
        "figures after a semicolon",
        "1. 100% thôn, bản, tổ dân phố ở các xã vùng cao của huyện có tổ tuần tra rừng cộng đồng;\n"
        "100% hộ nhận khoán ký cam kết giữ rừng.\n",
        ["1"],
    ),
    (
        "figures each on a line below a heading",
        "1. Đến năm 2030:\n100% thôn có tổ tuần tra;\n90% hộ ký cam kết.\n",
        ["1", "1¶1", "1¶2"],
    ),
]


@pytest.mark.parametrize(("why", "body", "expected"), WRAPS, ids=[case[0] for case in WRAPS])
def test_a_wrapped_line_may_begin_with_what_looks_like_a_number(why, body, expected):
    above = (
        "I. NHIỆM VỤ\n5. Hạt Kiểm lâm chủ trì, phối hợp với Công an huyện tuần tra các cửa rừng trong suốt mùa\n"
        "khô; lập chốt ở những nơi có nguy cơ cháy cao, phân công người trực đủ ca và báo cáo hằng\ntuần.\n"
    )
    assert paths(HEAD + above + body + CLOSE) == [
        "I.5",
        *(f"I.5{path}" if path[0] == "-" else f"I.{path}" for path in expected),
    ]


WRAPPED = (
    HEAD
    + """II. NHIỆM VỤ
1. Hạt Kiểm lâm tổ chức tuần tra ở những khu rừng có nguy cơ cháy
cao; phối hợp với các xã lập tổ xung kích. Mỗi tổ có ít nhất mười
người. Tổ trưởng là trưởng thôn.
2. Công tác tuyên truyền
Các xã mở chuyên mục trên loa truyền thanh vào buổi sáng và buổi
chiều mỗi ngày.
Các trường học dạy một tiết về phòng cháy trong chương trình ngoại
khóa.
- Phát tờ rơi ở chợ, bến xe và các điểm du lịch trên địa bàn huyện
- xã hội hóa việc in tờ rơi."""
    + CLOSE
)


def test_wrapped_lines_are_one_paragraph_and_numbers_begin_items():
    text, items = outline(WRAPPED)
    found = {item.path: text.flow[slice(*item.span)] for item in items if item.operative}
    assert list(found) == ["II.1", "II.2", "II.2¶1", "II.2¶2", "II.2-1"]
    assert found["II.1"].endswith("Tổ trưởng là trưởng thôn.")
    assert found["II.2¶1"].endswith("chiều mỗi ngày.")
    assert found["II.2-1"].endswith("xã hội hóa việc in tờ rơi.")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Các xã tuần tra ở vùng giáp", "ranh hai huyện."),
        ("Thực hiện Kết luận số 12-KL/TW của Ban", "Bí thư về giữ rừng."),
        ("Các xã tuần tra,", "Kiểm lâm dẫn đoàn."),
        ("Thực hiện phương án theo quy định của", "Ủy ban nhân dân tỉnh."),
        ("Các xã lập tổ xung kích;", "mỗi tổ mười người."),
        ("Các xã lập tổ xung kích canh lửa; Trường", "Đại học Tây Bắc cử sinh viên giúp."),
    ],
)
def test_a_paragraph_cut_by_a_page_break_is_one(above, below):
    raw = HEAD + f"II. NHIỆM VỤ\n\n1. {above}\n\n3\n\n{below}\n\n2. Diễn tập." + CLOSE
    assert paths(raw) == ["II.1", "II.2"]


def test_a_wrapped_line_that_cannot_end_goes_on_although_it_is_short():
    body = (
        "1. Hạt Kiểm lâm huyện lập danh sách các hộ sống gần rừng và phối hợp với\n"
        "Ban Chỉ huy quân sự huyện tổ chức tuần tra, canh gác vào các ngày nắng nóng của\n"
        "mùa khô, báo cáo trước giờ ngọ và gửi danh sách cho các xã đã ký cam kết với\n"
        "Đồn Biên phòng.\n2. Các xã diễn tập theo phương án của huyện để kịp thời xử lý khi\ncó cháy."
    )
    assert paths(HEAD + "II. NHIỆM VỤ\n" + body + CLOSE) == ["II.1", "II.2"]


def test_spans_leave_out_what_stands_below():
    text, items = outline(
        HEAD + "III. TỔ CHỨC THỰC HIỆN\n\n1. Các xã:\n\n- Trực ban.  \n\n2. Huyện đoàn ra quân." + CLOSE
    )
    assert [text.lines[slice(*item.span)] for item in items if item.operative] == [
        "1. Các xã:",
        "- Trực ban.",
        "2. Huyện đoàn ra quân.",
    ]
    assert [text.lines[item.text_start] for item in items if item.operative] == ["C", "T", "H"]


def test_tables_are_no_part_of_the_outline():
    table = (
        "TT | Việc | Cơ quan chủ trì | Thời hạn\n1 | Tuần tra | Hạt Kiểm lâm | Quý I/2026\n"
        "2 | Diễn tập | Các xã | Quý II/2026"
    )
    raw = HEAD + f"II. NHIỆM VỤ\n\n1. Phân công như bảng sau\n\n{table}\n\n2. Báo cáo hằng tháng." + CLOSE
    assert paths(raw) == ["II.1", "II.2"]
