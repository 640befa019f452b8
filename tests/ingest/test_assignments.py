"""Assignments of outline items and table rows."""

import pytest

from graph.extraction import DocumentFacts, TaskFacts
from ingest.assignments import find_assignments
from ingest.layout import layout_of
from ingest.tasks.outline import Item
from ingest.tasks.tables import Cell, Row
from ingest.text import Text

FACTS = DocumentFacts("doc")


def assigned(raw, items=(), rows=(), tasks=None):
    """(task, role, body, inherited from) of each assignment; the quotes are checked on the way."""
    text = Text("doc", raw)
    paths = [item.path for item in items] + [row.path for row in rows] if tasks is None else tasks
    made = tuple(TaskFacts(path, text.evidence((0, len(text)), "tasks"), 0, raw) for path in paths)
    found = find_assignments(text, layout_of(text), FACTS, items, rows, made)
    assert all(raw[row.evidence.start : row.evidence.end] == row.evidence.quote for row in found)
    return [(row.task, row.role, row.body, row.inherited_from) for row in found]


def item(raw, words, path, parent=None, heading=False):
    start = raw.index(words)
    return Item(path, "number", (start, start + len(words)), start, parent, heading, True)


def test_whom_the_opening_calls_upon_is_responsible_for_what_has_no_subject():
    raw = (
        "Số: 4/SYT-NV\nV/v tiêm chủng\n\nKính gửi: Các trạm y tế\n\nĐể bảo đảm tiến độ, Sở Y tế đề nghị "
        "các trạm y tế thực hiện:\n1. Rà soát danh sách.\n2. Trung tâm Y tế huyện cấp vắc xin.\n"
    )
    items = [item(raw, "Rà soát danh sách.", "1"), item(raw, "Trung tâm Y tế huyện cấp vắc xin.", "2")]
    assert assigned(raw, items) == [
        ("1", "responsible", "các trạm y tế", None),
        ("2", "responsible", "Trung tâm Y tế huyện", None),
    ]


def test_what_a_thing_must_be_calls_upon_nobody():
    raw = (
        "Số: 4/SYT-NV\nV/v tiêm chủng\n\nKính gửi: Các trạm y tế\n\nĐể bảo đảm tiến độ, Sở Y tế đề nghị các "
        "trạm y tế thực hiện:\n1. Tủ lạnh phải giữ được 5 độ C.\n2. Sổ tiêm phải đủ mũi; đối chiếu hằng tuần.\n"
    )
    norms = ["Tủ lạnh phải giữ được 5 độ C.", "Sổ tiêm phải đủ mũi; đối chiếu hằng tuần."]
    items = [item(raw, words, str(number)) for number, words in enumerate(norms, 1)]
    assert assigned(raw, items) == [("2", "responsible", "các trạm y tế", None)]


def test_who_is_called_upon_in_general_yields_to_whom_an_item_addresses():
    raw = (
        "Số: 4/SYT-NV\nV/v tiêm chủng\n\nKính gửi: Các trạm y tế\n\nTheo chỉ đạo của Bộ Y tế, Sở Y tế yêu cầu "
        "các trạm y tế thực hiện các việc sau:\n1. Lập danh sách.\n2. Giao Phòng Nghiệp vụ kiểm tra.\n"
    )
    items = [item(raw, "Lập danh sách.", "1"), item(raw, "Giao Phòng Nghiệp vụ kiểm tra.", "2")]
    assert assigned(raw, items) == [
        ("1", "responsible", "các trạm y tế", None),
        ("2", "responsible", "Phòng Nghiệp vụ", None),
    ]


def test_a_bullet_inherits_its_heading_with_the_headings_words_as_evidence():
    raw = "1. Sở Nội vụ\n- Chủ trì soạn đề án.\n- Hằng quý báo cáo Ủy ban nhân dân tỉnh."
    items = [
        item(raw, "Sở Nội vụ", "III.1", heading=True),
        item(raw, "Chủ trì soạn đề án.", "III.1-1", 0),
        item(raw, "Hằng quý báo cáo Ủy ban nhân dân tỉnh.", "III.1-2", 0),
    ]
    assert assigned(raw, items) == [
        ("III.1-1", "responsible", "Sở Nội vụ", "III.1"),
        ("III.1-1", "lead", "Sở Nội vụ", "III.1"),
        ("III.1-2", "responsible", "Sở Nội vụ", "III.1"),
        ("III.1-2", "report_to", "Ủy ban nhân dân tỉnh", None),
    ]


def test_a_thematic_heading_gives_nothing_to_anybody():
    raw = "2. Phối hợp chặt chẽ với Mặt trận Tổ quốc\nTổ chức hội nghị."
    items = [
        item(raw, "Phối hợp chặt chẽ với Mặt trận Tổ quốc", "II.2", heading=True),
        item(raw, "Tổ chức hội nghị.", "II.2¶1", 0),
    ]
    assert assigned(raw, items) == []


def test_what_a_heading_passes_on_reaches_nested_bullets():
    raw = "Công an tỉnh có trách nhiệm: Về phòng cháy: kiểm tra cơ sở."
    items = [
        item(raw, "Công an tỉnh có trách nhiệm:", "1", heading=True),
        item(raw, "Về phòng cháy:", "1.a", 0, heading=True),
        item(raw, "kiểm tra cơ sở.", "1.a-1", 1),
    ]
    assert assigned(raw, items) == [("1.a-1", "responsible", "Công an tỉnh", "1")]


def test_an_instruction_does_not_pass_its_subject_on():
    raw = "Sở Y tế mở lớp. Người học được cấp chứng chỉ."
    items = [item(raw, "Sở Y tế mở lớp.", "1"), item(raw, "Người học được cấp chứng chỉ.", "1¶2", 0)]
    assert assigned(raw, items) == [("1", "responsible", "Sở Y tế", None)]


def test_an_instruction_that_announces_items_passes_its_subject_on():
    raw = "Sở Y tế tập trung các việc sau: tiêm chủng mở rộng."
    items = [item(raw, "Sở Y tế tập trung các việc sau:", "1"), item(raw, "tiêm chủng mở rộng.", "1-1", 0)]
    assert assigned(raw, items)[1] == ("1-1", "responsible", "Sở Y tế", "1")


def test_items_that_are_no_tasks_give_no_rows():
    raw = "Sở Y tế mở lớp."
    assert assigned(raw, [item(raw, raw, "1")], tasks=[]) == []


def test_a_task_of_neither_item_nor_row_is_read_by_its_own_words():
    assert assigned("Sở Y tế mở lớp.", tasks=["¶1"]) == [("¶1", "responsible", "Sở Y tế", None)]


def test_a_body_named_twice_in_one_part_is_one_row():
    raw = "Sở Y tế mở lớp. Sở Y tế cấp chứng chỉ."
    assert assigned(raw, [item(raw, raw, "1")]) == [("1", "responsible", "Sở Y tế", None)]


def test_line_breaks_and_marks_inside_a_name_are_left_out_of_it():
    raw = "**Ban Dân\nvận** Tỉnh uỷ chủ trì."
    text = Text("doc", raw)
    items = [Item("1", "number", (0, len(text)), 0, None, False, True)]
    assert assigned(raw, items) == [("1", "lead", "Ban Dân vận Tỉnh uỷ", None)]


CELLS = [
    ("Sở Y tế; UBND cấp huyện", ["Sở Y tế", "UBND cấp huyện"]),
    ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
    ("Bộ Công an, Bộ Nội vụ và các bộ, ngành khác có liên quan", 3),
    ("Bộ Công an (Cục Cảnh sát giao thông)", ["Bộ Công an"]),
    ("Sở Y tế\nSở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
    ("Phòng Tổ chức\nVăn phòng Sở", ["Phòng Tổ chức", "Văn phòng Sở"]),
    ("Phòng Tổng hợp Văn phòng Ủy ban nhân dân tỉnh", ["Phòng Tổng hợp Văn phòng Ủy ban nhân dân tỉnh"]),
    ("Xổ số kiến thiết tỉnh", ["Xổ số kiến thiết tỉnh"]),
    ("", []),
    ("-", []),
]


@pytest.mark.parametrize(("cell", "bodies"), CELLS)
def test_a_cell_is_split_like_a_list(cell, bodies):
    row = Row("PL.1", (0, len(cell)), (Cell("coordinate", (0, len(cell))),))
    found = assigned(cell, rows=[row])
    assert {(task, role) for task, role, _, _ in found} <= {("PL.1", "coordinate")}
    names = [body for _, _, body, _ in found]
    assert (len(names) if isinstance(bodies, int) else names) == bodies


def test_columns_say_the_parts():
    raw = "Mở lớp|Sở Y tế|Sở Nội vụ|Quý I"
    cells = (
        Cell("content", (0, 6)),
        Cell("lead", (7, 14)),
        Cell("coordinate", (15, 24)),
        Cell("deadline", (25, 30)),
    )
    found = assigned(raw, rows=[Row("PL.1", (0, len(raw)), cells)])
    assert found == [("PL.1", "lead", "Sở Y tế", None), ("PL.1", "coordinate", "Sở Nội vụ", None)]
