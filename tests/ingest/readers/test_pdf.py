"""PDF text becomes paragraphs; scans go through tesseract or say how to install it."""

import shutil
from contextlib import suppress
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnreadableDocument
from ingest.readers import read_bytes, scan
from ingest.readers.cells import spread
from tests.ingest.readers.paper import pdf, pixels, png, scanned_pdf


def wrapped(words: str, top: float, width: int = 62) -> list[tuple[float, float, str]]:
    """Lines of `words` from `top` down, broken as a printer breaks them."""
    lines, line = [], ""
    for word in words.split(" "):
        if line and len(line) + len(word) + 1 > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    return [(70, top - 16 * at, line) for at, line in enumerate(lines)]


FIRST = (
    "1. Các sở, ban, ngành của tỉnh rà soát quy trình tiếp nhận hồ sơ, cắt giảm những giấy tờ không cần "
    "thiết và công khai kết quả xử lý trên cổng thông tin trước ngày 30 tháng 6 hằng năm."
)
SECOND = (
    "2. Ủy ban nhân dân các xã bố trí người trực, trả lời mọi phản ánh của người dân trong vòng hai ngày "
    "làm việc, nơi nào chậm thì người đứng đầu giải trình với cấp trên."
)
THIRD = (
    "3. Việc này do những người có kinh nghiệm lâu năm trong ngành đảm nhận, có sự tham gia của các thế hệ "
    "công chức và một số"
)


@pytest.fixture(scope="module")
def paged():
    """Three pages with a running head, page numbers, and a paragraph that runs over a page end."""
    pages = []
    bodies = (
        [(240, 740, "KẾ HOẠCH"), *wrapped(FIRST, 700), *wrapped(THIRD, 150)],
        [*wrapped("cán bộ trẻ được đào tạo.", 760), *wrapped(SECOND, 700)],
        [*wrapped("4. Hết.", 760)],
    )  # fmt: skip
    for number, body in enumerate(bodies, 1):
        pages.append([(70, 815, f"UBND tỉnh - bản số {number}"), (290, 790, f"- {number} -"), *body])
    return read_bytes(pdf(pages), "ke-hoach.pdf")


def test_lines_are_joined_to_paragraphs(paged):
    lines = paged.text.split("\n")
    assert lines[0] == "KẾ HOẠCH"
    assert FIRST in lines
    assert SECOND in lines


def test_a_paragraph_runs_over_a_page_end(paged):
    assert "một số cán bộ trẻ được đào tạo." in paged.text


def test_page_numbers_and_running_heads_are_left_out(paged):
    assert "bản số" not in paged.text
    assert "- 2 -" not in paged.text


def test_the_pages_are_known(paged):
    assert [number for _, number in paged.pages] == [1, 2, 3]
    second, third = paged.pages[1][0], paged.pages[2][0]
    assert paged.text[second:].startswith("cán bộ trẻ")
    assert paged.text[third:].startswith("4. Hết")
    assert paged.media_type == "application/pdf"


def test_a_number_broken_at_its_hyphen_is_whole_again():
    line = "Thực hiện nghiêm túc và đầy đủ các nội dung của Quyết định số 1234/QĐ-"
    page = [(70, 700, line), (70, 684, "UBND của Ủy ban nhân dân tỉnh.")]
    assert "1234/QĐ-UBND của" in read_bytes(pdf([page]), "a.pdf").text


def test_a_short_line_ends_its_paragraph():
    page = [(70, 700, "QUYẾT ĐỊNH"), (70, 684, "Về việc giao chỉ tiêu"), *wrapped(SECOND, 650)]
    assert read_bytes(pdf([page]), "a.pdf").text.split("\n")[:2] == ["QUYẾT ĐỊNH", "Về việc giao chỉ tiêu"]


def test_a_term_at_the_start_of_a_line_is_no_number_of_a_paragraph():
    words = "Đảng bộ tỉnh đã tổ chức học tập, quán triệt Nghị quyết Đại hội lần thứ"
    page = [(70, 700, words), (70, 684, "XIII. Kết quả đạt được là tích cực."), (70, 640, "II. KẾT QUẢ")]
    assert "lần thứ XIII. Kết quả" in read_bytes(pdf([page]), "a.pdf").text


def test_columns_stay_apart():
    page = [
        (70, 780, "Số: 15/KH-UBND"),
        (300, 780, "Lạng Sơn, ngày 5 tháng 6 năm 2023"),
        *wrapped(SECOND, 700),
    ]
    first = read_bytes(pdf([page]), "a.pdf").text.split("\n")[0]
    assert first == "Số: 15/KH-UBND    Lạng Sơn, ngày 5 tháng 6 năm 2023"


def test_words_are_read_in_the_order_of_their_places():
    page = [(134, 700, "chủ trì"), (70, 700, "Sở Nội vụ"), (70, 640, "QUYẾT ĐỊNH")]
    assert read_bytes(pdf([page]), "a.pdf").text == "Sở Nội vụ chủ trì\nQUYẾT ĐỊNH"


COLUMNS = (70, 110, 330, 500)


def ruled(rows: list[tuple[float, list[list[str]]]]):
    """The words and the frames of a table: for each row its upper edge and the lines of its cells."""
    words, boxes = [], []
    for (top, cells), (bottom, _) in pairwise([*rows, (rows[-1][0] - 40, [])]):
        for (left, right), lines in zip(pairwise(COLUMNS), cells, strict=True):
            boxes.append((left, bottom, right - left, top - bottom))
            words += [(left + 4, top - 14 - 14 * at, line) for at, line in enumerate(lines)]
    return words, boxes


def test_a_ruled_table_is_read_row_by_row_across_pages():
    head = [["TT"], ["Nhiệm vụ"], ["Cơ quan chủ trì"]]
    first, frames = ruled(
        [
            (700, head),
            (670, [["1"], ["Rà soát các thủ tục", "hành chính"], ["Văn phòng", "Sở"]]),
            (630, [["2"], ["Tập huấn cho"], ["Phòng Nội vụ"]]),
        ]
    )
    second, others = ruled(
        [
            (780, head),
            (750, [[""], ["cán bộ xã, phường"], ["các huyện"]]),
            (710, [["3"], ["Kiểm tra"], ["Thanh tra Sở"]]),
        ]
    )
    pages = [[(70, 760, "PHỤ LỤC"), *first], [*second, (70, 600, "Trên đây là Kế hoạch.")]]
    assert read_bytes(pdf(pages, boxes=[frames, others]), "a.pdf").text.split("\n") == [
        "PHỤ LỤC",
        "TT | Nhiệm vụ | Cơ quan chủ trì",
        "1 | Rà soát các thủ tục hành chính | Văn phòng Sở",
        "2 | Tập huấn cho cán bộ xã, phường | Phòng Nội vụ các huyện",
        "3 | Kiểm tra | Thanh tra Sở",
        "Trên đây là Kế hoạch.",
    ]


def test_a_merged_cell_of_a_ruled_table_counts_for_each_row():
    words, boxes = ruled(
        [
            (700, [["TT"], ["Nhiệm vụ"], ["Chủ trì"]]),
            (670, [["1"], ["Rà soát"], ["Văn phòng Sở"]]),
            (640, [["2"], ["Công khai"], []]),
        ]
    )
    below = boxes.pop()
    left, bottom, width, _ = boxes.pop(5)
    boxes.append((left, below[1], width, bottom - below[1] + 30))
    assert read_bytes(pdf([words], boxes=[boxes]), "a.pdf").text.split("\n") == [
        "TT | Nhiệm vụ | Chủ trì",
        "1 | Rà soát | Văn phòng Sở",
        "2 | Công khai | Văn phòng Sở",
    ]


def test_a_frame_around_text_is_no_table():
    page = [(74, 700, "Lưu ý: hạn cuối là ngày 30 tháng 6")]
    assert read_bytes(pdf([page], boxes=[[(70, 680, 400, 40)]]), "a.pdf").text == page[0][2]


@pytest.fixture(scope="module")
def picture():
    return pixels(pdf([[(70, 700, "QUYẾT ĐỊNH SỐ 15"), (70, 660, "Thành lập tổ công tác của tỉnh")]], 20))


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="the tesseract command is not installed")
def test_scans_are_recognised(picture):
    if not scan._installed():
        pytest.skip("tesseract has no Vietnamese model (tesseract-ocr-vie)")
    for raw, name in ((png(*picture), "anh.png"), (scanned_pdf(*picture), "anh.pdf")):
        source = read_bytes(raw, name)
        assert "QUYẾT ĐỊNH" in source.text
        assert "Thành lập tổ công tác" in source.text
        assert source.pages == ((0, 1),)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="the tesseract command is not installed")
def test_a_scan_has_its_columns_and_its_paragraphs():
    if not scan._installed():
        pytest.skip("tesseract has no Vietnamese model (tesseract-ocr-vie)")
    page = [
        (70, 790, "TỈNH ỦY SƠN LA"),
        (330, 790, "ĐẢNG CỘNG SẢN"),
        *wrapped(FIRST, 740),
        *wrapped(SECOND, 660),
    ]
    lines = read_bytes(png(*pixels(pdf([page]))), "anh.png").text.split("\n")
    assert lines[0].split("    ") == ["TỈNH ỦY SƠN LA", "ĐẢNG CỘNG SẢN"]
    assert [line[:2] for line in lines[1:]] == ["1.", "2."]


def test_columns_of_a_scan_stand_side_by_side_whichever_lies_a_hair_lower():
    def words(left, top, text):
        found = []
        for word in text.split():
            right = left + 6.0 * len(word)
            found.append({"text": word, "x0": left, "x1": right, "top": top, "bottom": top + 10})
            left = right + 4
        return found

    parts = [words(60, 100.0, "Lập kế hoạch"), words(200, 100.6, "Sở Y tế"), words(330, 100.3, "Quý I")]
    parts += [words(60, 116.0, "Tập huấn"), words(200, 115.8, "Sở Nội vụ")]
    rows = [" ".join(word["text"] for word in row) for row in scan._side_by_side(parts)]
    assert rows == ["Lập kế hoạch Sở Y tế Quý I", "Tập huấn Sở Nội vụ"]


def test_short_lines_on_the_last_page_are_no_paragraph():
    first = [*wrapped(FIRST, 740), *wrapped(SECOND, 660)]
    last = [(70, 740, "TM. ỦY BAN NHÂN DÂN"), (70, 720, "CHỦ TỊCH")]
    assert read_bytes(pdf([first, last]), "a.pdf").text.split("\n")[-2:] == [
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
    ]


def test_without_tesseract_the_error_says_how_to_install_it(picture, monkeypatch):
    monkeypatch.setattr(scan, "_installed", lambda: False)
    for raw, name in ((png(*picture), "anh.png"), (scanned_pdf(*picture), "anh.pdf")):
        with pytest.raises(UnreadableDocument) as caught:
            read_bytes(raw, name)
        assert "apt-get install tesseract-ocr tesseract-ocr-vie" in caught.value.vi
        assert name in caught.value.en


def test_a_damaged_picture_is_a_typed_error():
    with pytest.raises(UnreadableDocument):
        read_bytes(b"\x89PNG\r\n\x1a\n broken", "anh.png")


@pytest.mark.parametrize("part", [10, 0.3, 0.6, 0.95])
def test_a_cut_pdf_is_a_typed_error(part):
    whole = pdf([[(70, 700, "QUYẾT ĐỊNH")]])
    with pytest.raises(UnreadableDocument, match=r"a\.pdf"):
        read_bytes(whole[: part if isinstance(part, int) else int(len(whole) * part)], "a.pdf")


@pytest.mark.parametrize("seed", range(12))
def test_a_pdf_with_wrong_bytes_is_read_or_a_typed_error(seed):
    words, boxes = ruled([(700, [["TT"], ["Nhiệm vụ"], ["Chủ trì"]]), (670, [["1"], ["Rà soát"], ["Sở"]])])
    chance, raw = Random(seed), bytearray(pdf([words], boxes=[boxes]))
    for _ in range(chance.choice((1, 10, 200))):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    with suppress(UnreadableDocument):
        assert read_bytes(bytes(raw), "a.pdf").text


drawn_cells = st.one_of(st.none(), st.lists(st.sampled_from(["a", "b c"]), max_size=2))
drawn_tables = st.lists(st.lists(drawn_cells, min_size=1, max_size=4), max_size=5)


@given(drawn_tables)
def test_every_word_of_a_table_stands_in_its_rows(rows):
    shown = spread(rows)
    for at, word in enumerate(line for row in rows for cell in row for line in cell or ()):
        assert any(word in cell for row in shown for cell in row), (at, word)
    assert len(shown) <= len(rows)
