"""Whose number a suffix says it is."""

import pytest

from ontology.issuers import issuer, issuer_of
from ontology.numbers import parse

CASES = [
    ("25-NQ/TW", "central", "Party"),
    ("12-QĐ/TU", "province", "Party"),
    ("64-KH/HU", "district", "Party"),
    ("18-KH/ĐU", None, "Party"),
    ("56-HD/BTGTU", "province", "Party"),
    ("61/2018/NĐ-CP", "central", "Government"),
    ("176/KH-UBND", None, "Government"),
    ("15/NQ-HĐND", None, "Legislature"),
    ("31/2024/QH15", "central", "Legislature"),
    ("326/2016/UBTVQH14", "central", "Legislature"),
    ("09/2025/TT-BNG", "central", "Government"),
    ("536/TTr-STC", "province", "Government"),
    ("87-KH/TĐTN-TG", "province", "Front and mass organisations"),
    ("05/2019/NQ-HĐTP", "central", "Judiciary"),
]


@pytest.mark.parametrize(("number", "level", "branch"), CASES)
def test_a_suffix_says_level_and_branch(number, level, branch):
    found = issuer_of(parse(number))
    assert found is not None
    assert (found.level, found.branch) == (level, branch)


def test_an_unknown_suffix_says_nothing():
    assert issuer("KGL") is None
    assert issuer_of(parse("25")) is None
