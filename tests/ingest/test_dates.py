"""One date as it is written."""

import pytest

from ingest.citations.dates import date_at, year_at

DATES = [
    ("ngày 03/6/2013 của", "2013-06-03"),
    ("03-6-2013", "2013-06-03"),
    ("ngày 05.11.2025", "2025-11-05"),
    ("ngày 18 tháng 02 năm 2025", "2025-02-18"),
    ("ngày  18  tháng 02  năm   2025", "2025-02-18"),
    ("ngày 12 tháng 11năm 2025", "2025-11-12"),
    ("ngày05/11/2025", "2025-11-05"),
    ("ngày 9 / 6 / 2020", "2020-06-09"),
    ("ngày 14/6/24", "2024-06-14"),
    ("ngày 31/02/2020", None),
    ("ngày 1/2025", None),
    ("tháng 5 năm 2020", None),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_a_date_is_read(text, date):
    found = date_at(text, 0)
    assert (found[0] if found else None) == date


@pytest.mark.parametrize(
    ("text", "year"), [(" năm 2024", "2024"), (" 2024.", "2024"), (" 2024/QH15", None), (" 202", None)]
)
def test_a_bare_year_is_read(text, year):
    found = year_at(text, 0)
    assert (found[0] if found else None) == year
