"""Clauses and the cues in them."""

import pytest

from ingest.assignments.clauses import Clauses
from ingest.text import Text

CUES = [
    ("an act", "Sở Y tế chủ trì thẩm định", ["lead"]),
    ("a label", "Cơ quan chủ trì: Sở Y tế", ["label_lead"]),
    ("a noun", "nâng cao chất lượng tham mưu", []),
    ("a regulation on working together", "ký quy chế phối hợp với Hội Nông dân", []),
    ("work that is only led", "chỉ đạo thực hiện tốt công tác phối hợp giữa hai bên", ["direct"]),
    ("work that is done", "làm tốt công tác phối hợp với hai bên", ["coordinate"]),
    ("a report as a thing", "theo báo cáo của Sở Y tế", ["report"]),
    ("two spaces", "chủ  trì,  phối  hợp với", ["lead", "coordinate"]),
    ("part of another word", "giaothông, doanh nghiệp, quang", []),
    ("responsible, by label", "Đơn vị thực hiện: Trạm Y tế", ["label_responsible"]),
    ("carrying out is no label", "Việc thực hiện: rất tốt", []),
]

STOPS = [
    ("two sentences", "Mở lớp. Cấp chứng chỉ.", 2),
    ("an abbreviation", "UBND TP. Hồ Chí Minh họp.", 1),
    ("a number", "Thu 1.000 đồng", 0),
    ("an address", "csdl.dichvucong.gov.vn", 0),
    ("semicolons", "Một; hai; ba", 2),
    ("the end mark", "Tổ chức thực hiện./.", 2),
]


def clauses_of(sentence):
    text = Text("case", sentence)
    return Clauses(text, (0, len(text)))


@pytest.mark.parametrize(("why", "sentence", "cues"), CUES, ids=[case[0] for case in CUES])
def test_cues_are_acts_not_things(why, sentence, cues):
    assert [found.cue for found in clauses_of(sentence).found] == cues


def test_a_report_that_is_a_thing_is_marked():
    assert [found.noun for found in clauses_of("hoàn thiện báo cáo, báo cáo Sở Y tế").found] == [True, False]


@pytest.mark.parametrize(("why", "sentence", "stops"), STOPS, ids=[case[0] for case in STOPS])
def test_clauses_end_at_stops_and_semicolons(why, sentence, stops):
    assert len(clauses_of(sentence).ends) == stops


OPENINGS = [
    ("a time", "Trong quý III, Sở Y tế mở lớp", True),
    ("a joint", "Đồng thời giao Sở Y tế", True),
    ("a title", "Trách nhiệm thi hành Sở Y tế", True),
    ("a population", "Mỗi xã có ít nhất 02 mô hình", True),
    ("a body", "Sở Y tế mở lớp", False),
    ("an act", "Tăng cường kiểm tra", False),
]


@pytest.mark.parametrize(("why", "sentence", "opens"), OPENINGS, ids=[case[0] for case in OPENINGS])
def test_what_may_open_a_clause_before_its_subject(why, sentence, opens):
    assert clauses_of(sentence).opens(0) == opens


def test_anchors_that_share_their_first_word_are_told_apart():
    found = clauses_of("thông báo; thông qua Sở Y tế; và tổ chức; và tổ chức thực hiện").found
    assert [cue.cue for cue in found] == ["via", "carry_out"]
