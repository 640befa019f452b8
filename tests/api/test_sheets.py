"""A body's work as CSV, spreadsheet and calendar: complete, and harmless to the programs that open it."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from api.sheets import COLUMNS, as_csv, as_ics, as_xlsx

ROW = {
    "body": "Sở Nội vụ",
    "province": "Sơn La",
    "directive": "directive/vn/a",
    "document": "a.txt",
    "task": "task/vn/a/II.1",
    "path": "II.1",
    "text": "Chủ trì tham mưu; gửi “kế hoạch”, báo cáo",
    "role": "lead",
    "inherited_from": None,
    "deadline": "2022-Q4",
    "recurrence": "yearly",
    "evidence": {"document": "a.txt", "start": 3, "end": 12, "quote": "Sở Nội vụ", "rule": "r"},
}
NAMES = {"directive/vn/a": {"id": "directive/vn/a", "type": "kế hoạch", "number": "12-KH/TU"}}
EVIL = ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "a\x00b\x1b[31m"]


def test_csv_has_every_column_in_both_languages():
    for lang in ("vi", "en"):
        heads, row = list(csv.reader(io.StringIO(as_csv([ROW], NAMES, lang).decode("utf-8-sig"))))
        assert len(heads) == len(row) == len(COLUMNS)
    assert "Kế hoạch 12-KH/TU" in row
    assert "leads" in row


@pytest.mark.parametrize("evil", EVIL)
def test_nothing_is_computed_by_a_spreadsheet(evil):
    from openpyxl import load_workbook

    rows = [{**ROW, "text": evil, "body": evil}]
    cells = list(csv.reader(io.StringIO(as_csv(rows, NAMES, "vi").decode("utf-8-sig"))))[1]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in cells)
    sheet = load_workbook(io.BytesIO(as_xlsx(rows, NAMES, "vi"))).active
    assert all(cell.data_type in ("s", "n") for row in sheet.iter_rows() for cell in row)


def test_a_calendar_has_one_day_for_each_deadline():
    from icalendar import Calendar

    rows = [ROW, ROW, {**ROW, "role": "coordinate"}, {**ROW, "task": "task/vn/a/II.2", "deadline": None}]
    events = Calendar.from_ical(as_ics(rows, NAMES, "vi", lambda id: f"http://h/id/{id}")).walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [date(2022, 12, 31)] * 2
    assert "12-KH/TU II.1 (chủ trì)" in str(events[0]["summary"])
    assert str(events[0]["url"]) == "http://h/id/task/vn/a/II.1"
    assert len({str(event["uid"]) for event in events}) == 2


@pytest.mark.parametrize("rows", [[], [{**ROW, "evidence": None, "province": None, "deadline": "sớm"}]])
def test_little_is_enough(rows):
    for make in (as_csv, as_xlsx):
        assert make(rows, {}, "vi")
    assert as_ics(rows, {}, "en", str)
