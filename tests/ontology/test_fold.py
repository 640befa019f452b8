"""One normal form: what is mended in it, and what stays as it is."""

import pytest

from ontology.fold import normal

MENDED = [
    ("l76/KH-UBND", "176/KH-UBND"),
    ("O3/6/2O13", "03/6/2013"),
    ("ngày 0l/7/2019", "ngày 01/7/2019"),
    ("tháng 1O/2O13", "tháng 10/2013"),
    ("61/2O18/NĐ-CP", "61/2018/NĐ-CP"),
    ("3O-CTr/TU", "30-CTr/TU"),
    ("5I/QĐ-TTg", "51/QĐ-TTg"),
    ("2I7-QĐ/TW", "217-QĐ/TW"),
    ("O5/2024/TT-BNV", "05/2024/TT-BNV"),
    ("năm 2O2O", "năm 2020"),
]
KEPT = [
    "100 kg P2O5/ha",
    "Al2O3",
    "phát thải N2O/CH4",
    "H2O-CO2",
    "phun 20l/10 ha",
    "1l-2l mỗi gốc",
    "lô I1-HT",
    "quốc lộ QL1I-A",
    "Quý I/2020",
    "I-1 và II-2",
    "Phụ lục I/2024",
    "10 l/ngày",
    "5l/người/ngày",
]


@pytest.mark.parametrize(("raw", "mended"), MENDED)
def test_letters_that_a_scan_took_for_figures_are_figures(raw, mended):
    assert normal(raw) == mended


@pytest.mark.parametrize("raw", KEPT)
def test_letters_of_formulas_units_and_lots_stay(raw):
    assert normal(raw) == raw
