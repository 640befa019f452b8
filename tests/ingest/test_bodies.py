"""Lists of bodies: where they are split, and where not."""

import pytest

from ingest.assignments.bodies import Lists
from ingest.assignments.names import Names
from ingest.text import Text
from ingest.words import Words

# Sentence, and the bodies of the list at its beginning.
LISTS = [
    ("Vụ Kế hoạch, Tài chính, Cục Di sản văn hóa rà soát", ["Vụ Kế hoạch, Tài chính", "Cục Di sản văn hóa"]),
    ("Trưởng phòng Phòng Tổ chức, Hành chính họp", ["Trưởng phòng Phòng Tổ chức, Hành chính"]),
    ("Các vụ Kế hoạch, Tài chính rà soát", ["vụ Kế hoạch", "vụ Tài chính"]),
    ("Các Phòng: Kế hoạch, Tài chính rà soát", ["Phòng Kế hoạch", "Phòng Tài chính"]),
    ("Phòng Pháp chế, Thanh tra họp. Phòng Pháp chế - Thanh tra có 05 người", ["Phòng Pháp chế, Thanh tra"]),
    ("Phòng Nội vụ, Tư pháp họp", ["Phòng Nội vụ", "Phòng Tư pháp"]),
    ("Sở Tài chính, Kế hoạch và Đầu tư họp", ["Sở Tài chính", "Sở Kế hoạch và Đầu tư"]),
    (
        "Các Bộ: Tài chính, Công Thương, Y tế chủ trì",
        [
            "Bộ Tài chính",
            "Bộ Công Thương",
            "Bộ Y tế",
        ],
    ),
    (
        "các Sở Tài chính, Nội vụ và Tư pháp rà soát",
        [
            "Sở Tài chính",
            "Sở Nội vụ",
            "Sở Tư pháp",
        ],
    ),
    (
        "Sở Tài chính, Kế hoạch và Đầu tư, Tư pháp rà soát",
        [
            "Sở Tài chính",
            "Sở Kế hoạch và Đầu tư",
            "Sở Tư pháp",
        ],
    ),
    (
        "UBND các tỉnh: Lào Cai, Lai Châu, Hà Nội tổ chức",
        [
            "UBND tỉnh Lào Cai",
            "UBND tỉnh Lai Châu",
            "UBND tỉnh Hà Nội",
        ],
    ),
    (
        "Chủ tịch Ủy ban nhân dân các tỉnh, thành phố: Hà Tĩnh, Quảng Trị, Huế, Đà Nẵng, Gia Lai",
        [
            "Chủ tịch Ủy ban nhân dân tỉnh Hà Tĩnh",
            "Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị",
            "Chủ tịch Ủy ban nhân dân thành phố Huế",
            "Chủ tịch Ủy ban nhân dân thành phố Đà Nẵng",
            "Chủ tịch Ủy ban nhân dân tỉnh Gia Lai",
        ],
    ),
    (
        "UBND các tỉnh Lào Cai, Lai Châu và Sơn La tổ chức",
        [
            "UBND tỉnh Lào Cai",
            "UBND tỉnh Lai Châu",
            "UBND tỉnh Sơn La",
        ],
    ),
    (
        "Giám đốc các Sở: Tư pháp, Nông nghiệp và Môi trường; Chủ tịch Ủy ban nhân dân các xã, "
        "phường và đặc khu Lý Sơn; Giám đốc Trung tâm phục vụ hành chính công tỉnh; Thủ trưởng các "
        "cơ quan, đơn vị và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành",
        [
            "Giám đốc Sở Tư pháp",
            "Giám đốc Sở Nông nghiệp và Môi trường",
            "Chủ tịch Ủy ban nhân dân các xã, phường và đặc khu Lý Sơn",
            "Giám đốc Trung tâm phục vụ hành chính công tỉnh",
            "Thủ trưởng các cơ quan, đơn vị",
            "các tổ chức, cá nhân có liên quan",
        ],
    ),
    (
        "Bộ trưởng các Bộ: Xây dựng, Ngoại giao, Tư pháp, Quốc phòng, Công an, Tài chính, Công "
        "Thương và Thủ trưởng các cơ quan, đơn vị liên quan chịu trách nhiệm",
        [
            "Bộ trưởng Bộ Xây dựng",
            "Bộ trưởng Bộ Ngoại giao",
            "Bộ trưởng Bộ Tư pháp",
            "Bộ trưởng Bộ Quốc phòng",
            "Bộ trưởng Bộ Công an",
            "Bộ trưởng Bộ Tài chính",
            "Bộ trưởng Bộ Công Thương",
            "Thủ trưởng các cơ quan, đơn vị liên quan",
        ],
    ),
    (
        "Chánh Văn phòng UBND tỉnh; Giám đốc Sở Y tế; Giám đốc các sở; Thủ trưởng các ban, ngành "
        "cấp tỉnh; Giám đốc: Trung tâm Phục vụ hành chính công tỉnh, Trung tâm Công báo - Tin học "
        "tỉnh; Chủ tịch UBND cấp xã và các tổ chức, cá nhân có liên quan chịu",
        [
            "Chánh Văn phòng UBND tỉnh",
            "Giám đốc Sở Y tế",
            "Giám đốc các sở",
            "Thủ trưởng các ban, ngành cấp tỉnh",
            "Giám đốc Trung tâm Phục vụ hành chính công tỉnh",
            "Giám đốc Trung tâm Công báo - Tin học tỉnh",
            "Chủ tịch UBND cấp xã",
            "các tổ chức, cá nhân có liên quan",
        ],
    ),
    (
        "Chánh Văn phòng UBND tỉnh, Giám đốc Sở Công Thương, Giám đốc Sở Khoa học và Công nghệ "
        "Giám đốc Trung tâm Phục vụ hành chính công tỉnh và các tổ chức, cá nhân có liên quan chịu "
        "trách nhiệm",
        [
            "Chánh Văn phòng UBND tỉnh",
            "Giám đốc Sở Công Thương",
            "Giám đốc Sở Khoa học và Công nghệ",
            "Giám đốc Trung tâm Phục vụ hành chính công tỉnh",
            "các tổ chức, cá nhân có liên quan",
        ],
    ),
    (
        "Các sở, ban, ngành và Ủy ban nhân dân các huyện, thành phố và các cơ quan, đơn vị liên quan",
        [
            "Các sở, ban, ngành",
            "Ủy ban nhân dân các huyện, thành phố",
            "các cơ quan, đơn vị liên quan",
        ],
    ),
    (
        "Các Ban cán sự Đảng, Đảng đoàn; các huyện, thị, thành ủy, Đảng ủy trực thuộc Tỉnh ủy, các "
        "sở, ban, ngành, Mặt trận Tổ quốc, các đoàn thể chính trị - xã hội, hội quần chúng căn cứ "
        "vào",
        [
            "Các Ban cán sự Đảng",
            "Đảng đoàn",
            "các huyện, thị, thành ủy",
            "Đảng ủy trực thuộc Tỉnh ủy",
            "các sở, ban, ngành",
            "Mặt trận Tổ quốc",
            "các đoàn thể chính trị - xã hội",
            "hội quần chúng",
        ],
    ),
    (
        "Bộ trưởng, Thủ trưởng các cơ quan ngang Bộ, cơ quan thuộc Chính phủ, Chủ tịch Ủy ban nhân "
        "dân các tỉnh, thành phố trực thuộc Trung ương, Chủ tịch Hội đồng thành viên, Tổng giám "
        "đốc các Tập đoàn, Tổng Công ty, đơn vị liên quan tiếp tục",
        [
            "Bộ trưởng",
            "Thủ trưởng các cơ quan ngang Bộ, cơ quan thuộc Chính phủ",
            "Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
            "Chủ tịch Hội đồng thành viên",
            "Tổng giám đốc các Tập đoàn, Tổng Công ty, đơn vị liên quan",
        ],
    ),
    (
        "Văn phòng Chính phủ, Bộ Tài chính, các bộ, ngành địa phương liên quan rà soát",
        [
            "Văn phòng Chính phủ",
            "Bộ Tài chính",
            "các bộ, ngành địa phương liên quan",
        ],
    ),
    (
        "Bộ Xây dựng, Đài truyền hình Việt Nam và các bộ, ngành, địa phương, cơ quan (có dự án "
        "khánh thành, khởi công...) chủ động",
        [
            "Bộ Xây dựng",
            "Đài truyền hình Việt Nam",
            "các bộ, ngành, địa phương, cơ quan",
        ],
    ),
    (
        "các Bộ, cơ quan: Quốc phòng, Ngoại giao, Nội vụ, Ngân hàng Nhà nước, Thanh tra Chính phủ.",
        [
            "Bộ Quốc phòng",
            "Bộ Ngoại giao",
            "Bộ Nội vụ",
            "Ngân hàng Nhà nước",
            "Thanh tra Chính phủ",
        ],
    ),
    (
        "Văn phòng UBND tỉnh (Trung tâm Công báo - Tin học) và các cơ quan, đơn vị liên quan căn cứ",
        [
            "Văn phòng UBND tỉnh",
            "các cơ quan, đơn vị liên quan",
        ],
    ),
    (
        "Chánh Văn phòng Ủy ban nhân dân thành phố; Thủ trưởng các sở, ban, ngành, đơn vị sự "
        "nghiệp; Chủ tịch Ủy ban nhân dân xã, phường; Các Doanh nghiệp được nhà nước giao",
        [
            "Chánh Văn phòng Ủy ban nhân dân thành phố",
            "Thủ trưởng các sở, ban, ngành, đơn vị sự nghiệp",
            "Chủ tịch Ủy ban nhân dân xã, phường",
            "Các Doanh nghiệp",
        ],
    ),
    (
        "Thủ trưởng các cơ quan chuyên môn, đơn vị sự nghiệp công lập (trừ đơn vị), tổ chức hành "
        "chính khác thuộc Ủy ban nhân dân tỉnh và Ủy ban nhân dân cấp xã và Thủ trưởng các cơ "
        "quan, tổ chức, cá nhân khác có liên quan chịu trách nhiệm",
        [
            "Thủ trưởng các cơ quan chuyên môn, đơn vị sự nghiệp công lập",
            "tổ chức hành chính khác thuộc Ủy ban nhân dân tỉnh",
            "Ủy ban nhân dân cấp xã",
            "Thủ trưởng các cơ quan, tổ chức, cá nhân khác có liên quan",
        ],
    ),
    (
        "các cấp ủy, tổ chức đảng, các cơ quan, đơn vị, địa phương nghiêm túc",
        [
            "các cấp ủy",
            "tổ chức đảng",
            "các cơ quan, đơn vị, địa phương",
        ],
    ),
    (
        "các đồng chí bí thư tỉnh uỷ, thành uỷ, các đồng chí bộ trưởng, thủ trưởng cơ quan ngang bộ phải",
        [
            "các đồng chí bí thư tỉnh uỷ, thành uỷ",
            "các đồng chí bộ trưởng",
            "thủ trưởng cơ quan ngang bộ",
        ],
    ),
    (
        "Sở Nội vụ, Công an tỉnh, Bộ CHQS tỉnh, LĐLĐ tỉnh, Tỉnh đoàn, Hội LHPN tỉnh, Báo và Phát "
        "thanh, truyền hình Sơn La phối hợp",
        [
            "Sở Nội vụ",
            "Công an tỉnh",
            "Bộ CHQS tỉnh",
            "LĐLĐ tỉnh",
            "Tỉnh đoàn",
            "Hội LHPN tỉnh",
            "Báo và Phát thanh, truyền hình Sơn La",
        ],
    ),
    (
        "Thường trực HĐND, UBND các xã, phường",
        [
            "Thường trực HĐND",
            "UBND các xã, phường",
        ],
    ),
    (
        "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh tổ chức",
        [
            "Mặt trận Tổ quốc",
            "các tổ chức chính trị - xã hội tỉnh",
        ],
    ),
]


def lists_of(sentence):
    text = Text("case", sentence)
    return Lists(Names(Words(text, (0, len(text)))))


def names_in(sentence):
    """The bodies named by the list at the beginning of a sentence."""
    return [body.name(sentence[slice(*body.span)]) for body in lists_of(sentence).at(0).bodies]


@pytest.mark.parametrize(("sentence", "names"), LISTS, ids=[sentence[:50] for sentence, _ in LISTS])
def test_a_list_is_split_into_single_bodies(sentence, names):
    assert names_in(sentence) == names


def test_a_shared_head_is_given_to_each_and_the_span_keeps_the_words():
    found = lists_of("các Bộ: Tài chính, Công Thương").at(0)
    assert [(body.head, body.span) for body in found.bodies] == [("Bộ", (8, 17)), ("Bộ", (19, 30))]


def test_a_city_among_provinces_keeps_its_rank():
    assert names_in("UBND các tỉnh, thành phố: Lào Cai, Hà Nội họp")[1] == "UBND thành phố Hà Nội"


def test_what_follows_the_last_comma_is_known():
    found = lists_of("các xã, phường, Phòng Tài chính - Kế hoạch và Phòng Nội vụ họp").at(0)
    assert len(found.bodies) == 3
    assert len(found.last) == 2


def test_a_bracket_inside_a_list_is_passed_over():
    assert names_in("Sở Y tế (Chi cục Dân số) và Sở Nội vụ họp") == ["Sở Y tế", "Sở Nội vụ"]


def test_no_list_where_no_body_begins():
    assert lists_of("Tiếp tục đổi mới").at(0) is None
