"""Tasks with their words, deadlines, recurrences and products."""

from graph.extraction import DocumentFacts
from ingest.layout import layout_of
from ingest.tasks import find_tasks
from ingest.tasks.outline import outline_of
from ingest.tasks.tables import task_tables
from ingest.text import Text

RAW = """KẾ HOẠCH
cải cách hành chính

Thực hiện Nghị quyết số 5-NQ/TU của Tỉnh ủy, Ủy ban xây dựng kế hoạch như sau:

II. NHIỆM VỤ

1. **Rà soát** thủ tục, báo cáo
trước ngày 15/3; định kỳ hằng quý công bố.

2. Tổ chức thực hiện trong năm 2027

- Các sở niêm yết trong thời hạn 05 ngày làm việc kể từ ngày công bố.

Nơi nhận:
- Lưu: VT.

CHỦ TỊCH


Lê Văn An


PHỤ LỤC
TT | Việc | Cơ quan chủ trì | Sản phẩm | Thời hạn
1 | Số hóa hồ sơ | Văn phòng | Kho số | Quý II/2026
2 | Tiếp dân hằng tháng | Thanh tra | | Thường xuyên
"""


def tasks_of(raw, date="2025-11-20"):
    text = Text("case", raw)
    layout = layout_of(text)
    facts = DocumentFacts("directive/case", date=date)
    return {
        t.path: t
        for t in find_tasks(text, layout, facts, outline_of(text, layout), task_tables(text, layout))
    }


def test_a_task_holds_its_words_as_printed_and_in_one_line():
    task = tasks_of(RAW)["II.1"]
    assert task.evidence.quote.startswith("1. **Rà soát** thủ tục, báo cáo\ntrước ngày 15/3")
    assert task.text == "1. Rà soát thủ tục, báo cáo trước ngày 15/3; định kỳ hằng quý công bố."
    assert RAW[task.text_start :].startswith("Rà soát")
    assert task.implements == ()


def test_a_deadline_without_a_year_comes_back_with_the_recurrence():
    task = tasks_of(RAW.replace("định kỳ hằng quý công bố", "hằng quý công bố"))["II.1"]
    assert (task.deadline, task.deadline_kind) == ("2026-03-15", "before")
    assert task.deadline_text == "trước ngày 15/3"
    assert task.recurrence == "quarterly"


def test_a_heading_has_no_deadline_of_its_own():
    task = tasks_of(RAW)["II.2"]
    assert (task.heading, task.deadline, task.recurrence) == (True, None, None)


def test_a_relative_deadline_is_kept_in_words():
    task = tasks_of(RAW)["II.2-1"]
    assert (task.deadline, task.deadline_kind) == (None, "relative")
    assert task.deadline_text == "trong thời hạn 05 ngày làm việc kể từ ngày công bố"


def test_rows_give_deadline_product_and_recurrence():
    tasks = tasks_of(RAW)
    assert (tasks["PL.1"].deadline, tasks["PL.1"].product) == ("2026-Q2", "Kho số")
    assert (tasks["PL.2"].deadline, tasks["PL.2"].product, tasks["PL.2"].recurrence) == (
        None,
        None,
        "monthly",
    )
    assert tasks["PL.1"].text == "1 | Số hóa hồ sơ | Văn phòng | Kho số | Quý II/2026"


def test_tasks_stand_in_text_order_each_path_once():
    paths = list(tasks_of(RAW))
    assert paths == ["II.1", "II.2", "II.2-1", "PL.1", "PL.2"]


def test_a_paper_without_tasks_yields_none():
    assert tasks_of("THÔNG BÁO\nNghỉ lễ\n\nCơ quan nghỉ từ ngày 30/4.\n") == {}
    assert tasks_of("") == {}
