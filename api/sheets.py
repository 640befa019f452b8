"""A body's work as files that other programs open: CSV, a spreadsheet, a calendar."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from api.display import clean, clean_cell, due_text, recurrence_text, title_of
from api.messages import message, word

Row = dict[str, Any]

COLUMNS = (
    "body",
    "province",
    "role",
    "task",
    "deadline",
    "recurrence",
    "directive",
    "path",
    "inherited_from",
    "document",
    "start",
    "end",
    "quote",
)

# A cell that a spreadsheet would compute: titles come from documents and must stay text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _cells(row: Row, names: Mapping[str, Row], lang: str) -> list[Any]:
    evidence = row["evidence"] or {}
    values = (
        row["body"],
        row["province"],
        word("role", row["role"], lang),
        clean(row["text"]),
        row["deadline"] or clean(row.get("deadline_text")),
        recurrence_text(row["recurrence"], lang),
        title_of(names.get(row["directive"], {"id": row["directive"]})),
        row["path"],
        row["inherited_from"],
        row["document"],
        evidence.get("start"),
        evidence.get("end"),
        evidence.get("quote"),
    )
    return [value if isinstance(value, int) else clean_cell(value) for value in values]


def _heads(lang: str) -> list[str]:
    return [message("messages", f"column.{name}", lang) for name in COLUMNS]


def as_csv(rows: Sequence[Row], names: Mapping[str, Row], lang: str) -> bytes:
    """CSV in UTF-8 with a byte order mark, which spreadsheets need to read Vietnamese."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_heads(lang))
    for row in rows:
        writer.writerow([_inert(cell) for cell in _cells(row, names, lang)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _inert(cell: Any) -> Any:
    """A cell that starts like a formula gets an apostrophe in front.

    >>> _inert("=1+1"), _inert("- Chủ trì"), _inert(5)
    ("'=1+1", "'- Chủ trì", 5)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def as_xlsx(rows: Sequence[Row], names: Mapping[str, Row], lang: str) -> bytes:
    """An Excel workbook of one sheet: head frozen, columns filtered, long cells wrapped."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = message("messages", "body.work", lang)[:31]
    for at, cells in enumerate([_heads(lang), *(_cells(row, names, lang) for row in rows)], 1):
        for column, value in enumerate(cells, 1):
            cell = sheet.cell(at, column)
            # Set as text whatever it starts with: openpyxl takes "=…" for a formula.
            cell.value = value or None
            if value and isinstance(value, str):
                cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=at == 1)
    widths = {"task": 70, "quote": 50, "body": 28, "directive": 28, "document": 34, "inherited_from": 24}
    for column, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = widths.get(name, 14)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(rows) + 1}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_ics(rows: Sequence[Row], names: Mapping[str, Row], lang: str, address: Callable[[str], str]) -> bytes:
    """An iCalendar file: one all-day event on the last day of each task's deadline.

    A task without a deadline is no event. `address` gives the page of a task's id.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Directive Lineage//responsibilities//")
    calendar.add("version", "2.0")
    seen: set[tuple[str, str]] = set()
    for row in rows:
        day = deadline_day(row["deadline"])
        if day is None or (row["task"], row["role"]) in seen:
            continue
        seen.add((row["task"], row["role"]))
        directive = title_of(names.get(row["directive"], {"id": row["directive"]}))
        role, text = word("role", row["role"], lang), clean_cell(clean(row["text"]))
        event = Event()
        event.add("uid", f"{row['task']}/{row['role']}@directive-lineage")
        event.add("dtstamp", datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC))
        event.add("dtstart", day)
        event.add("dtend", day + datetime.timedelta(days=1))
        event.add("summary", f"{directive} {row['path']} ({role}): {_short(text)}")
        event.add(
            "description",
            f"{text}\n\n{row['body']} · {role} · {due_text(row, lang)}\n{directive}, {row['path']}",
        )
        event.add("url", address(row["task"]))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"


def deadline_day(period: str | None) -> datetime.date | None:
    """The last day of a date or period; None if it is none.

    >>> [str(deadline_day(p)) for p in ("2019", "2019-Q2", "2020-02", "2019-05-03", "sớm", None)]
    ['2019-12-31', '2019-06-30', '2020-02-29', '2019-05-03', 'None', 'None']
    """
    year, _, rest = (period or "").partition("-")
    try:
        if not rest:
            return datetime.date(int(year), 12, 31)
        if rest.startswith("Q"):
            rest = f"{3 * int(rest[1:]):02}"
        if "-" in rest:
            return datetime.date.fromisoformat(period or "")
        first = datetime.date(int(year) + int(rest) // 12, int(rest) % 12 + 1, 1)
        return first - datetime.timedelta(days=1)
    except ValueError:
        return None
