"""Tables of work in the shapes converters leave them, and what only looks like one."""

import pytest

from ingest.layout import layout_of
from ingest.tasks.tables import task_tables
from ingest.text import Text

HEAD = (
    "KẾ HOẠCH\nchuyển đổi số\n\n"
    "Thực hiện Nghị quyết số 5-NQ/TU, Ủy ban xây dựng kế hoạch như sau:\n\nI. NHIỆM VỤ\n\n"
    "1. Làm việc.\n\nNơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\n\nLê Văn An\n\n\n"
)


def rows_of(annexes):
    text = Text("case", HEAD + annexes)
    return text, task_tables(text, layout_of(text))


def read(annexes):
    """(path, {column: words}) of each row."""
    text, rows = rows_of(annexes)
    return [(row.path, {cell.column: text.flow[slice(*cell.span)] for cell in row.cells}) for row in rows]


ONE_LINE = """PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành
1 | Mở lớp tập huấn | Sở Nội vụ | Các xã | Quý I/2026
2 | Số hóa hồ sơ | Văn phòng | | Tháng 6/2026
"""
MARKDOWN = """PHỤ LỤC
| STT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Sản phẩm | Thời hạn |
|---|---|---|---|---|---|
| I | Hạ tầng | | | | |
| 1 | Kéo cáp | Sở Xây dựng | Các xã | Báo cáo | 2026 |
| II | Dữ liệu | | | | |
| 1 | Số hóa | Các sở | | Kho số | 12/2026 |
"""
TABS = (
    "PHỤ LỤC\nTT\tViệc\tCơ quan chủ trì\tThời hạn\n1\tKéo cáp\tSở Xây dựng\tQuý I/2026\n"
    "2\tSố hóa\tCác sở\tQuý II/2026\n"
)
BLOCKS = """**PHỤ LỤC I**
|
**TT**
|
**Nhiệm vụ, giải
pháp**
|
**Cơ quan chủ trì**
|
**Kết quả**
|
|
**I**
|
**Hoàn thiện thể chế**
|
|
1
|
Sửa quy chế làm
việc
|
Văn phòng
|
Quy chế
|
|
2
|
Lập danh mục
|
Sở Nội vụ
|
|
|
**PHỤ LỤC II**
|
**TT**
|
**Việc**
|
**Cơ quan phối hợp**
|
|
1
|
Kéo cáp
|
Các xã
|
"""


def test_a_row_a_line():
    assert read(ONE_LINE) == [
        (
            "PL.1",
            {
                "order": "1",
                "content": "Mở lớp tập huấn",
                "lead": "Sở Nội vụ",
                "coordinate": "Các xã",
                "deadline": "Quý I/2026",
            },
        ),
        ("PL.2", {"order": "2", "content": "Số hóa hồ sơ", "lead": "Văn phòng", "deadline": "Tháng 6/2026"}),
    ]


def test_markdown_with_groups():
    found = read(MARKDOWN)
    assert [path for path, _ in found] == ["PL.I.1", "PL.II.1"]
    assert found[0][1]["product"] == "Báo cáo"
    assert found[1][1] == {
        "order": "1",
        "content": "Số hóa",
        "lead": "Các sở",
        "product": "Kho số",
        "deadline": "12/2026",
    }


def test_tabs():
    assert [(path, cells["lead"]) for path, cells in read(TABS)] == [
        ("PL.1", "Sở Xây dựng"),
        ("PL.2", "Các sở"),
    ]


def test_a_cell_a_block_in_two_annexes():
    assert read(BLOCKS) == [
        (
            "PL1.I.1",
            {"order": "1", "content": "Sửa quy chế làm việc", "lead": "Văn phòng", "product": "Quy chế"},
        ),
        ("PL1.I.2", {"order": "2", "content": "Lập danh mục", "lead": "Sở Nội vụ"}),
        ("PL2.1", {"order": "1", "content": "Kéo cáp", "coordinate": "Các xã"}),
    ]


def blocks(rows, *, closed, first="|\n"):
    """A cell a block, as converters leave them; `closed`: an empty cell ends each row."""
    lines = "".join(
        "".join(f"{cell}\n|\n" if cell else "|\n" for cell in row) + "|\n" * closed for row in rows
    )
    return f"PHỤ LỤC\nDANH MỤC\n{first}{lines}"


COLUMNS = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"]
WORK = [
    ["I", "TUYÊN TRUYỀN", "", "", ""],
    ["1", "In sổ tay", "Sở Nội vụ", "Báo Sao Mai; Đài tỉnh", "Quý III/2022"],
    ["2", "Mở hội thi", "Tỉnh đoàn", "Các xã", "Hằng năm"],
    ["II", "ĐÀO TẠO", "", "", ""],
    ["1", "Mở lớp", "Trường Chính trị", "Sở Y tế", "Trước 30/9/2023"],
]
LOST = [
    ["I", "TUYÊN TRUYỀN"],
    ["1", "In sổ tay", "Sở Nội vụ", "Báo Sao Mai; Đài tỉnh", "Quý III/2022"],
    ["2", "Mở hội thi", "Tỉnh đoàn", "Hằng năm"],
    ["II", "ĐÀO TẠO"],
    ["1", "Mở lớp", "Trường Chính trị", "Trước 30/9/2023"],
    ["2", "Trực tổng đài", "Công an tỉnh", "Thường xuyên"],
]


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("head", [[COLUMNS], [COLUMNS, ["(1)", "(2)", "(3)", "(4)", "(5)"]]])
def test_numbers_begin_anew_in_each_group(closed, head):
    found = read(blocks([*head, *WORK], closed=closed))
    assert [path for path, _ in found] == ["PL.I.1", "PL.I.2", "PL.II.1"]
    assert [cells["lead"] for _, cells in found] == ["Sở Nội vụ", "Tỉnh đoàn", "Trường Chính trị"]
    assert found[0][1]["coordinate"] == "Báo Sao Mai; Đài tỉnh"
    assert [cells["deadline"] for _, cells in found] == ["Quý III/2022", "Hằng năm", "Trước 30/9/2023"]


def test_no_pipe_stands_above_the_head():
    found = read(blocks([COLUMNS, *WORK], closed=False, first=""))
    assert [(path, cells["content"]) for path, cells in found] == [
        ("PL.I.1", "In sổ tay"),
        ("PL.I.2", "Mở hội thi"),
        ("PL.II.1", "Mở lớp"),
    ]


@pytest.mark.parametrize("closed", [True, False])
def test_a_row_that_lost_a_cell_keeps_its_bodies_and_times_in_their_columns(closed):
    found = read(blocks([COLUMNS, *LOST], closed=closed))
    assert [(path, cells["lead"], cells["deadline"]) for path, cells in found] == [
        ("PL.I.1", "Sở Nội vụ", "Quý III/2022"),
        ("PL.I.2", "Tỉnh đoàn", "Hằng năm"),
        ("PL.II.1", "Trường Chính trị", "Trước 30/9/2023"),
        ("PL.II.2", "Công an tỉnh", "Thường xuyên"),
    ]


@pytest.mark.parametrize("first", ["|\n", ""])
def test_rows_without_numbers_and_without_ends(first):
    rows = [
        COLUMNS[1:],
        ["In sổ tay", "Sở Nội vụ", "Các xã", "Quý I/2026"],
        ["Mở lớp", "Sở Y tế", "Các xã", "2026"],
    ]
    found = read(blocks(rows, closed=False, first=first))
    assert [(path, cells["content"], cells["lead"]) for path, cells in found] == [
        ("PL.1", "In sổ tay", "Sở Nội vụ"),
        ("PL.2", "Mở lớp", "Sở Y tế"),
    ]


def test_a_row_s_span_runs_from_its_number_to_its_last_cell():
    text, rows = rows_of(MARKDOWN)
    assert text.flow[slice(*rows[0].span)] == "1 | Kéo cáp | Sở Xây dựng | Các xã | Báo cáo | 2026"


@pytest.mark.parametrize(
    ("why", "annex", "paths"),
    [
        (
            "numbers that name their group",
            "TT | Việc | Chủ trì | Hạn\n1 | Hạ tầng | |\n1.1 | Kéo cáp | Sở A | 2026\n",
            ["PL.1.1"],
        ),
        (
            "a row of column numbers",
            "TT | Việc | Chủ trì | Hạn\n(1) | (2) | (3) | (4)\n1 | Kéo cáp | Sở A | 2026\n",
            ["PL.1"],
        ),
        (
            "a head of two rows",
            (
                "TT | Việc | Cơ quan thực hiện | Hạn\n | Chủ trì | Phối hợp |\n"
                "1 | Kéo cáp | Sở A | Sở B | 2026\n"
            ),
            ["PL.1"],
        ),
        (
            "a Markdown head of two rows with a rule between",
            (
                "| TT | Việc | Cơ quan thực hiện | | Hạn |\n|---|---|---|---|---|\n"
                "| | | Chủ trì | Phối hợp | |\n| 1 | Kéo cáp | Sở A | Sở B | 2026 |\n"
            ),
            ["PL.1"],
        ),
        (
            "a row that goes on in the next",
            (
                "| TT | Việc | Chủ trì | Hạn |\n|---|---|---|---|\n| 1 | Kéo cáp quang về | Sở A | 2026 |\n"
                "| | các bản xa | | |\n| 2 | Số hóa | Sở B | 2027 |\n"
            ),
            ["PL.1", "PL.2"],
        ),
        (
            "the head once more on a new page",
            (
                "| TT | Việc | Chủ trì | Hạn |\n|---|---|---|---|\n| 1 | Kéo cáp | Sở A | 2026 |\n"
                "| TT | Việc | Chủ trì | Hạn |\n| 2 | Số hóa | Sở B | 2027 |\n"
            ),
            ["PL.1", "PL.2"],
        ),
        (
            "no column of numbers",
            "Việc | Cơ quan chủ trì | Hạn\nKéo cáp | Sở A | 2026\nSố hóa | Sở B | 2027\n",
            ["PL.1", "PL.2"],
        ),
        (
            "a wrapped row",
            (
                "TT | Việc | Cơ quan chủ trì | Hạn\n1 | Kéo cáp quang về\nthôn | Sở A | 2026\n"
                "2 | Số hóa | Sở B | 2027\n"
            ),
            ["PL.1", "PL.2"],
        ),
        (
            "the same number twice",
            "TT | Việc | Cơ quan chủ trì | Hạn\n1 | Kéo cáp | Sở A | 2026\n1 | Số hóa | Sở B | 2027\n",
            ["PL.1", "PL.1#2"],
        ),
        (
            "procedures",
            (
                "TT | Tên thủ tục | Thời hạn giải quyết | Cơ quan thực hiện | Phí\n"
                "1 | Cấp thẻ | 5 ngày | Sở A | Không\n"
            ),
            [],
        ),
        ("prices", "TT | Loại đất | Đơn giá\n1 | Đất ở | 500.000\n", []),
        ("a sentence that says chủ trì", "Sở A chủ trì, phối hợp với các xã | kéo cáp.\n", []),
    ],
)
def test_what_is_a_table_of_work(why, annex, paths):
    assert [path for path, _ in read("PHỤ LỤC\n" + annex)] == paths


def test_the_second_row_of_a_head_names_the_columns_below_a_merged_cell():
    annex = (
        "| TT | Việc | Cơ quan thực hiện | | Hoàn thành |\n|---|---|---|---|---|\n"
        "| | | Chủ trì | Phối hợp | |\n| 1 | Kéo cáp | Sở A | Sở B | Quý I/2026 |\n"
    )
    ((_, cells),) = read("PHỤ LỤC\n" + annex)
    assert cells == {
        "order": "1",
        "content": "Kéo cáp",
        "lead": "Sở A",
        "coordinate": "Sở B",
        "deadline": "Quý I/2026",
    }


def test_a_table_in_the_body_is_read():
    raw = HEAD.replace("1. Làm việc.", "TT | Việc | Cơ quan chủ trì | Hạn\n1 | Kéo cáp | Sở A | 2026")
    text = Text("case", raw)
    assert [row.path for row in task_tables(text, layout_of(text))] == ["PL.1"]
