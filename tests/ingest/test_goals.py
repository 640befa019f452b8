"""Tables of goals: which are, where their rows stand, and what is to be reached in a year."""

import pytest

from ingest.pipeline import read
from ingest.readers import read_bytes
from ingest.targets.cells import value_of
from ingest.text import Text

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n\nSố: 45/KH-UBND\n\nLào Cai, ngày {} năm 2025\n\n{}\nnăm 2026\n\n"
    "Ủy ban nhân dân tỉnh xây dựng kế hoạch như sau:\n\nI. NHIỆM VỤ\n\n1. Sở Tài chính theo dõi.\n\n"
    "Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\n\nLê Văn An\n\n\n"
)


def goals_of(annexes, kind="KẾ HOẠCH", issued="12 tháng 5"):
    """(path, [(comparator, value, unit, year)]) of each row."""
    found = read(Text("case", HEAD.format(issued, kind) + annexes))
    targets = {task.path: [] for task in found.tasks if task.path.startswith("PL")}
    for target in found.targets:
        if target.task in targets:
            targets[target.task].append((target.comparator, target.value, target.unit, target.year))
    return list(targets.items())


LINES = """PHỤ LỤC
TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2024 | Kế hoạch năm 2025 | Cơ quan theo dõi
A | KINH TẾ | | | |
1 | Kim ngạch xuất khẩu | Tỷ USD | 1,8 | ≥ 2,1 | Sở Công Thương
2 | Sản lượng chè búp | Nghìn tấn | 95 | 1.020,5 | Sở Nông nghiệp và Môi trường
B | XÃ HỘI | | | |
1 | Tỷ lệ trẻ thấp còi | % | 24 | Dưới 22 | Sở Y tế
"""
BLOCKS = "|\n".join(
    f"{cell}\n" if cell else ""
    for cell in (
        "PHỤ LỤC\n",
        *("TT", "Nội dung", "ĐVT", "Mục tiêu năm 2026", ""),
        *("I", "Hạ tầng", "", "", ""),
        *("1", "Đường thôn được\ncứng hóa", "km", "120", ""),
        *("2", "Thôn có sóng 5G", "Thôn", "Tối thiểu 40", ""),
        *("3", "Hộ dùng nước máy", "%", "95 trở lên", ""),
    )
)
TWO_ROWS = """PHỤ LỤC 2
| STT | Chỉ tiêu | ĐVT | Ước TH 2025 | Mục tiêu | |
|---|---|---|---|---|---|
| | | | | 2026 | 2030 |
| I | Đảng viên mới | người | 90 | 100 | |
| 1 | Khối xã | nt | 60 | 70 | trên 80 |
| - | Trong đó nữ | nt | 20 | 25 | 30 |
"""
PAGE = """<p>PHỤ LỤC</p><table>
<tr><th>TT</th><th>Chỉ tiêu</th><th>Đơn vị</th><th>KH 2025</th></tr>
<tr><td colspan="4">I. VĂN HÓA</td></tr>
<tr><td>1</td><td>Tủ sách thôn bản</td><td>Tủ sách</td><td>15</td></tr>
<tr><td>2</td><td>Câu lạc bộ hát then</td><td>CLB</td><td>04</td></tr>
</table>"""


@pytest.mark.parametrize(
    ("why", "annex", "expected"),
    [
        (
            "a row a line, in groups, beside what was reached",
            LINES,
            [
                ("PL.A.1", [(">=", 2.1, "tỷ USD", 2025)]),
                ("PL.A.2", [("=", 1020.5, "nghìn tấn", 2025)]),
                ("PL.B.1", [("<=", 22, "%", 2025)]),
            ],
        ),
        (
            "a cell a block",
            BLOCKS,
            [
                ("PL.I.1", [("=", 120, "km", 2026)]),
                ("PL.I.2", [(">=", 40, "thôn", 2026)]),
                ("PL.I.3", [(">=", 95, "%", 2026)]),
            ],
        ),
        (
            "a head of two rows, a group that is measured itself, a bullet, units said again",
            TWO_ROWS,
            [
                ("PL.I", [("=", 100, "người", 2026)]),
                ("PL.I.1", [("=", 70, "người", 2026), (">=", 80, "người", 2030)]),
                ("PL.I.1-1", [("=", 25, "người", 2026), ("=", 30, "người", 2030)]),
            ],
        ),
        (
            "a group's name across the table",
            read_bytes(PAGE.encode(), "c.html").text,
            [("PL.I.1", [("=", 15, "tủ sách", 2025)]), ("PL.I.2", [("=", 4, "CLB", 2025)])],
        ),
        (
            "no column of units",
            (
                "PHỤ LỤC\nTT | Chỉ tiêu | Đến năm 2030\n1 | Thu nhập bình quân (triệu đồng/người) | 85\n"
                "2 | Tỷ lệ đô thị hóa | 40\n3 | Số hợp tác xã kiểu mới | 12\n4 | Làng nghề | 06 làng nghề\n"
                "5 | Xếp hạng chuyển đổi số | Nhóm khá\n"
            ),
            [
                ("PL.1", [("=", 85, "triệu đồng/người", 2030)]),
                ("PL.2", [("=", 40, "%", 2030)]),
                ("PL.3", [("=", 12, "hợp tác xã", 2030)]),
                ("PL.4", [("=", 6, "làng nghề", 2030)]),
                ("PL.5", []),
            ],
        ),
        (
            "years below a period, a row without a number",
            (
                "PHỤ LỤC\nTT | Nội dung | ĐVT | TH2024 | Giai đoạn 2026-2030 | Trong đó | | Ghi chú\n"
                " | | | | | Năm 2026 | Năm 2027 |\n1 | Xóa nhà tạm | căn | 90 | 500 | 200 | 150 | vốn vay\n"
                " | - Vùng cao | căn | 40 | 300 | 120 | 90 |\n"
            ),
            [
                ("PL.1", [("=", 500, "căn", 2030), ("=", 200, "căn", 2026), ("=", 150, "căn", 2027)]),
                ("PL.1-1", [("=", 300, "căn", 2030), ("=", 120, "căn", 2026), ("=", 90, "căn", 2027)]),
            ],
        ),
        (
            "numbers before what is measured",
            (
                "PHỤ LỤC\nChỉ tiêu | Đơn vị | Kế hoạch 2026\nI. KINH TẾ | |\n1. Trồng rừng | ha | 1.200\n"
                "II. XÃ HỘI | |\n1. Bác sĩ mới | người | 12\n"
            ),
            [("PL.I.1", [("=", 1200, "ha", 2026)]), ("PL.II.1", [("=", 12, "người", 2026)])],
        ),
        (
            "cells a block, rows that nothing ends",
            "PHỤ LỤC\n|\n"
            + "|\n".join(
                f"{cell}\n"
                for cell in (
                    *("TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026"),
                    *("1", "Trồng rừng", "ha", "73"),
                    *("2", "Làm đường", "km", "12"),
                    "",
                )
            ),
            [("PL.1", [("=", 73, "ha", 2026)]), ("PL.2", [("=", 12, "km", 2026)])],
        ),
        (
            "rows without numbers, a range",
            "PHỤ LỤC\nChỉ tiêu | Đơn vị tính | Kế hoạch\nTrồng rừng | ha | 1.200\nTăng trưởng | % | 8 - 8,5\n",
            [("PL.1", [("=", 1200, "ha", None)]), ("PL.2", [(">=", 8, "%", None)])],
        ),
        (
            "a table of work whose goals are said in words",
            (
                "PHỤ LỤC\nTT | Nhiệm vụ | Chủ trì | Chỉ tiêu năm 2026 | Thời hạn\n"
                "1 | Cấp chữ ký số | Sở Nội vụ | 100% cán bộ xã | 6/2026\n"
                "2 | Giao ban trực tuyến | Văn phòng | | Hằng tháng\n"
            ),
            [("PL.1", [("=", 100, "%", 2026)]), ("PL.2", [])],
        ),
        (
            "goals in words beside what was reached",
            (
                "PHỤ LỤC\nTT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2024 | Kế hoạch năm 2025\n"
                "1 | Tỷ lệ thôn có điện | % | 85% | Hoàn thành\n2 | Tỷ lệ xã có bác sĩ | % | trên 90% | Duy trì\n"
                "3 | Tỷ lệ che phủ | % | 54,5% | 55,1% (tăng 0,6%)\n"
                "4 | Chợ phiên | | 80% chợ họp đều | Trên 85% vào cuối năm\n"
                "5 | Hộ thoát nghèo | hộ | 900 | 1,200\n6 | Trồng rừng | ha | 900 | 1,250\n"
            ),
            [
                ("PL.1", []),
                ("PL.2", []),
                ("PL.3", [("=", 55.1, "%", 2025)]),
                ("PL.4", [(">=", 85, "%", 2025)]),
                ("PL.5", []),
                ("PL.6", [("=", 1.25, "ha", 2025)]),
            ],
        ),
        (
            "what is reached and planned in one year is a report",
            "PHỤ LỤC\nTT | Chỉ tiêu | ĐVT | Kế hoạch 2025 | Thực hiện 2025\n1 | Thu thuế | tỷ đồng | 90 | 95\n",
            [],
        ),
        (
            "a form",
            "PHỤ LỤC\nTT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm | Thực hiện\n1 | Trồng rừng | ha | | \n",
            [],
        ),
        (
            "a form whose cells are dotted or ticked",
            (
                "PHỤ LỤC\nTT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2026\n1 | Trồng rừng | ha | ...\n"
                "2 | Hộ có điện | % | ……\n3 | Đường mới | km | x\n4 | Nhà mới | căn | X\n5 | Cầu | cái | -\n"
            ),
            [],
        ),
        (
            "a goal among cells that are left open, and one in a word",
            (
                "PHỤ LỤC\nTT | Chỉ tiêu | Đơn vị tính | Năm 2026 | Năm 2027\n1 | Trồng rừng | ha | ... | 50\n"
                "2 | Đường mới | km | … | …\n3 | Chợ đêm | chợ | Đạt | x\n"
            ),
            [("PL.1", [("=", 50, "ha", 2027)]), ("PL.3", [])],
        ),
        (
            "an allocation to projects",
            (
                "PHỤ LỤC\nTT | Tên dự án | ĐVT | Kế hoạch năm 2025\n1 | Đường A | triệu đồng | 1.200\n"
                "2 | Cầu B | triệu đồng | 900\n"
            ),
            [],
        ),
        (
            "a list of works",
            "PHỤ LỤC\nTT | Danh mục công trình | ĐVT | Năm 2026\n1 | Kè sông Lô | triệu đồng | 700\n",
            [],
        ),
        (
            "what is spent",
            "PHỤ LỤC\nTT | Nội dung chi | ĐVT | Kế hoạch năm 2026\n1 | In sổ tay | nghìn đồng | 700\n",
            [],
        ),
        (
            "means by what they are for",
            "PHỤ LỤC\nTT | Nội dung kinh phí | ĐVT | Kế hoạch năm 2026\n1 | Tập huấn | triệu đồng | 70\n",
            [],
        ),
        (
            "a list of goals, and means beside them",
            (
                "PHỤ LỤC\nTT | Danh mục chỉ tiêu | ĐVT | Kế hoạch năm 2026 | Kinh phí\n"
                "1 | Trồng rừng | ha | 70 | 900\n"
            ),
            [("PL.1", [("=", 70, "ha", 2026)])],
        ),
        (
            "what projects are to reach",
            ("PHỤ LỤC\nTT | Tên dự án, mô hình | ĐVT | Mục tiêu đến năm 2030\n1 | Hộ trồng quế | hộ | 90\n"),
            [("PL.1", [("=", 90, "hộ", 2030)])],
        ),
        (
            "prices",
            "PHỤ LỤC\nTT | Nội dung chi | Đơn vị tính | Mức chi năm 2026\n1 | Họp | buổi | 100.000\n",
            [],
        ),
        (
            "capital",
            "PHỤ LỤC\nTT | Dự án | Đơn vị tính | Kế hoạch vốn năm 2026\n1 | Cầu A | triệu đồng | 100\n",
            [],
        ),
        (
            "criteria",
            "PHỤ LỤC\nTT | Tên tiêu chí | Nội dung tiêu chí | Chỉ tiêu năm 2026\n1 | Điện | Hộ có điện | 98%\n",
            [],
        ),
    ],
)
def test_what_a_table_of_goals_sets(why, annex, expected):
    assert goals_of(annex) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["1", "1.1", "1.1.1", "1.1.2", "1.2"], ["1", "1.1", "1.1.1", "1.1.2", "1.2"]),
        (["2.1", "2.1.1", "2.2"], ["2.1", "2.1.1", "2.2"]),
        (["IV", "IV.1", "IV.1.1", "V"], ["IV", "IV.1", "IV.1.1", "V"]),
        (["A", "1", "1.1", "1.1.1", "B", "1"], ["A", "A.1", "A.1.1", "A.1.1.1", "B", "B.1"]),
        (["I", "2.1", "2.1.1", "2.1.1.1"], ["I", "I.2.1", "I.2.1.1", "I.2.1.1.1"]),
        (["1", "1.1", "a", "", "11", "11.1"], ["1", "1.1", "1.1.a", "1.1.a-1", "11", "11.1"]),
    ],
)
def test_a_row_s_path_says_each_number_above_it_once(numbers, expected):
    rows = "".join(f"{number} | Trồng rừng | ha | {i}0\n" for i, number in enumerate(numbers, 1))
    found = goals_of(f"PHỤ LỤC\nTT | Chỉ tiêu | ĐVT | Kế hoạch năm 2026\n{rows}")
    assert [path for path, _ in found] == [f"PL.{path}" for path in expected]


WORK_AND_GOALS = "PHỤ LỤC\nTT | Mục tiêu, nhiệm vụ | Chủ trì | Phối hợp | Mục tiêu năm 2025 | Thời gian\n"


def quotes_of(annexes):
    """(path, words) of each row."""
    found = read(Text("case", HEAD.format("12 tháng 5", "KẾ HOẠCH") + annexes))
    return [(task.path, task.text) for task in found.tasks if task.path.startswith("PL")]


@pytest.mark.parametrize(
    ("why", "rows", "expected"),
    [
        (
            "the rest of a row on a line of its own",
            (
                "1 | Rà soát hồ sơ | Sở Y tế | Các xã | 100% | Quý II\n"
                " | và hướng dẫn thực hiện | | | |\n2 | Số hóa kho | Sở Nội vụ | | 90% | Quý III\n"
            ),
            [
                ("PL.1", "1 | Rà soát hồ sơ | Sở Y tế | Các xã | 100% | Quý II | và hướng dẫn thực hiện"),
                ("PL.2", "2 | Số hóa kho | Sở Nội vụ | 90% | Quý III"),
            ],
        ),
        (
            "the rest of two cells of a row",
            (
                "1 | Rà soát hồ sơ | Sở Y tế | Các xã | 100% | Quý II\n"
                " | và hướng dẫn thực hiện | và Sở Nội vụ | | |\n"
            ),
            [
                (
                    "PL.1",
                    "1 | Rà soát hồ sơ | Sở Y tế | Các xã | 100% | Quý II | và hướng dẫn thực hiện | và Sở Nội vụ",
                ),
            ],
        ),
        (
            "a part of what is measured has a goal of its own",
            (
                "1 | Trồng rừng | Sở Y tế | Các xã | 100 ha | Quý II\n"
                " | trong đó rừng ven biển | | | 20 ha |\n"
            ),
            [
                ("PL.1", "1 | Trồng rừng | Sở Y tế | Các xã | 100 ha | Quý II"),
                ("PL.1-1", "trong đó rừng ven biển | 20 ha"),
            ],
        ),
        (
            "words below a group's name are no row's",
            (
                "1 | Trồng rừng | Sở Y tế | Các xã | 100 ha | Quý II\nII | XÂY DỰNG HẠ TẦNG | | | |\n"
                " | và đô thị | | | |\n"
            ),
            [("PL.1", "1 | Trồng rừng | Sở Y tế | Các xã | 100 ha | Quý II")],
        ),
    ],
)
def test_a_row_of_goals_goes_on_in_the_next(why, rows, expected):
    assert quotes_of(WORK_AND_GOALS + rows) == expected


def test_a_row_of_work_and_goals_that_lost_a_cell_keeps_its_bodies_and_times_in_their_columns():
    rows = (
        *("TT", "Mục tiêu, nhiệm vụ", "Chủ trì", "Phối hợp", "Mục tiêu năm 2025", "Thời gian", ""),
        *("1", "Rà soát hồ sơ", "Sở Y tế", "Các xã", "100% hồ sơ", "Quý II/2025", ""),
        *("2", "Giao ban trực tuyến", "Sở Nội vụ", "Hằng tháng", ""),
        *("3", "Số hóa kho lưu trữ", "Sở Tài chính", "90% hồ sơ", "Quý III/2025", ""),
    )
    annex = "PHỤ LỤC\n|\n" + "".join(f"{cell}\n|\n" if cell else "|\n" for cell in rows)
    found = read(Text("case", HEAD.format("12 tháng 5", "KẾ HOẠCH") + annex))
    assert [(row.task, row.body, row.role) for row in found.assignments if row.task.startswith("PL")] == [
        ("PL.1", "Sở Y tế", "lead"),
        ("PL.1", "Các xã", "coordinate"),
        ("PL.2", "Sở Nội vụ", "lead"),
        ("PL.3", "Sở Tài chính", "lead"),
    ]
    assert [(goal.task, goal.value, goal.year) for goal in found.targets] == [
        ("PL.1", 100.0, 2025),
        ("PL.3", 90.0, 2025),
    ]
    assert [task.recurrence or task.deadline for task in found.tasks if task.path.startswith("PL")] == [
        "2025-Q2",
        "monthly",
        "2025-Q3",
    ]


def test_years_that_are_over_set_nothing():
    annex = "PHỤ LỤC\nTT | Chỉ tiêu | ĐVT | 2024 | 2025 | 2026\n1 | Kết nạp đoàn viên | Đoàn viên | 10 | 11 | 12\n"
    assert [target[3] for target in goals_of(annex)[0][1]] == [2025, 2026]
    assert [target[3] for target in goals_of(annex, issued="05 tháng 12")[0][1]] == [2026]


def test_a_report_sets_no_goals():
    assert goals_of(LINES, kind="BÁO CÁO") == []


def test_each_annex_counts_its_own_rows():
    second = LINES.replace("PHỤ LỤC", "\n\nPHỤ LỤC II")
    paths = [path for path, _ in goals_of(LINES.replace("PHỤ LỤC", "PHỤ LỤC I") + second)]
    assert paths[0] == "PL1.A.1"
    assert paths[-1] == "PL2.B.1"


def test_who_watches_a_goal_leads_and_its_words_run_from_what_is_measured():
    found = read(Text("case", HEAD.format("12 tháng 5", "KẾ HOẠCH") + LINES))
    assert [(row.task, row.body, row.role) for row in found.assignments][-1] == ("PL.B.1", "Sở Y tế", "lead")
    assert found.targets[-1].evidence.quote == "Tỷ lệ trẻ thấp còi | % | 24 | Dưới 22"
    assert found.targets[-1].of == "Tỷ lệ trẻ thấp còi"


def test_a_goal_in_words_is_of_what_the_row_measures():
    annex = (
        "PHỤ LỤC\nTT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2024 | Kế hoạch năm 2025\n"
        "1 | Chợ họp đều | % | toàn huyện đã đạt 80 | Trên 85% vào cuối năm\n"
        "2 | Tỷ lệ che phủ | % | 54,5% | 55,1% (tăng 0,6%)\n"
    )
    found = read(Text("case", HEAD.format("12 tháng 5", "KẾ HOẠCH") + annex)).targets
    assert [(target.of, target.value) for target in found] == [("Chợ họp đều", 85), ("Tỷ lệ che phủ", 55.1)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("55,1% (tăng 0,6%)", (55.1, "=", "%")),
        ("85% (trong đó nữ 20%)", None),
        ("13.200", (13200, "=", None)),
        ("98,5", (98.5, "=", None)),
        ("0.5", (0.5, "=", None)),
        (">= 98%", (98, ">=", "%")),
        ("không quá 15", (15, "<=", None)),
        ("giảm còn 4", (4, "=", None)),
        ("12 mô hình trở lên", (12, ">=", "mô hình")),
        ("5 trở xuống", (5, "<=", None)),
        ("8,0 đến 8,5", (8, ">=", None)),
        ("quý iv", None),
        ("30/6/2026", None),
        ("100% cán bộ được tập huấn", None),
        ("x", None),
        ("", None),
    ],
)
def test_a_cell_holds_one_value(words, expected):
    assert value_of(words) == expected
