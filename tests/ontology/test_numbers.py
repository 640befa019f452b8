"""Numbers as they are properly written, as people write them, and what is none."""

import pytest

from ontology.numbers import normal_number, parse, scan

WRITTEN = [
    ("25-NQ/TW", "25-NQ/TW"),
    ("62- KL/TW", "62-KL/TW"),
    ("65 -KL/TW", "65-KL/TW"),
    ("02 – NQ/TW", "02-NQ/TW"),
    ("412-QÐ/TU", "412-QĐ/TU"),
    ("217-QD/TW", "217-QĐ/TW"),
    ("30-CTR/TU", "30-CTr/TU"),
    ("57/NQ-TW", "57-NQ/TW"),
    ("366-QĐ-TW", "366-QĐ/TW"),
    ("254/NQ/TW", "254-NQ/TW"),
    ("128 QĐ/TU", "128-QĐ/TU"),
    ("12-QĐ/TƯ", "12-QĐ/TU"),
    ("25-nq/tw", "25-NQ/TW"),
    ("25 NQ TW", "25-NQ/TW"),
    ("64-KH/Th.U", "64-KH/ThU"),
    ("11-QĐi/TW", "11-QĐi/TW"),
    ("05-CTPH/BDVTU-SNV", "05-CTPH/BDVTU-SNV"),
    ("87-KH/TĐTN-TG", "87-KH/TĐTN-TG"),
    ("1836 QĐ/TWĐTN", "1836-QĐ/TWĐTN"),
    ("05-NQ/ĐTN", "05-NQ/ĐTN"),
    ("51-QĐ/MTTQ", "51-QĐ/MTTQ"),
    ("08/HD-MTTW-BTT", "08/HD-MTTW-BTT"),
    ("61/2018/ND-CP", "61/2018/NĐ-CP"),
    ("118/2025/NĐCP", "118/2025/NĐ-CP"),
    ("255/2025-NĐ-CP", "255/2025/NĐ-CP"),
    ("76/2018 NĐ-CP", "76/2018/NĐ-CP"),
    ("70/2025/NĐ/CP", "70/2025/NĐ-CP"),
    ("302/2025/NĐ-C", "302/2025/NĐ-CP"),
    ("233/2025/NĐ-CР", "233/2025/NĐ-CP"),
    ("1456/QĐ-BHΧΗ", "1456/QĐ-BHXH"),
    ("66.2/2025/NQ-CP", "66.2/2025/NQ-CP"),
    ("30a/NQ-CP", "30a/NQ-CP"),
    ("06/QĐ-TTG", "06/QĐ-TTg"),
    ("3565 /QĐ -UBND", "3565/QĐ-UBND"),
    ("3783/QĐ-\nUBND", "3783/QĐ-UBND"),
    ("20/QĐUBND", "20/QĐ-UBND"),
    ("12-QĐ/UBND", "12/QĐ-UBND"),
    ("02144/QĐ-UBND", "02144/QĐ-UBND"),
    ("596/TTr-SNN&MT", "596/TTr-SNN&MT"),
    ("31/2024/QH15", "31/2024/QH15"),
    ("76/2025/OH15", "76/2025/QH15"),
    ("525/2012/NQLT/UBTVQH13-ĐCTUBTWMTTQVN", "525/2012/NQLT/UBTVQH13-ĐCTUBTWMTTQVN"),
    ("01/2016/TTLT-TANDTC-VKSNDTC-BTP", "01/2016/TTLT-TANDTC-VKSNDTC-BTP"),
    ("4814/CCTKV.05-TTKT3", "4814/CCTKV.05-TTKT3"),
    ("120-SL", "120-SL"),
    ("168/2024", "168/2024"),
    ("71NQ/TW", "71-NQ/TW"),
    ("19-2018/NQ-CP", "19-2018/NQ-CP"),
    ("31/CĐ-TW", "31/CĐ-TW"),
    ("9 KH/UBKTTƯ", "9-KH/UBKTTU"),
    ("27-TTr/BDV", "27-TTr/BDV"),
    ("8-HD/BTC", "8-HD/BTC"),
    ("33/BC-ĐĐBQH", "33/BC-ĐĐBQH"),
    ("8/HD-BTC", "8/HD-BTC"),
    ("6/2024/CV-N.H.TD", "6/2024/CV-N.H.TD"),
    ("176/KH UBND", "176/KH-UBND"),
    ("61/2018/NĐ CP", "61/2018/NĐ-CP"),
    ("43-KL TW", "43-KL/TW"),
    ("30CTr/TU", "30-CTr/TU"),
    ("31/2024/qh15", "31/2024/QH15"),
    ("1234-UBND/NC", "1234/UBND-NC"),
    ("l76/KH-UBND", "176/KH-UBND"),
    ("2I7-QĐ/TW", "217-QĐ/TW"),
    ("61/2O18/NĐ-CP", "61/2018/NĐ-CP"),
]


@pytest.mark.parametrize(("written", "normal"), WRITTEN)
def test_a_number_is_properly_written(written, normal):
    assert normal_number(written) == normal


PARTS = [
    ("08-NQ/TW", (8, "", None, "NQ", ("TW",), "party", None)),
    ("30a/2008/NQ-CP", (30, "a", 2008, "NQ", ("CP",), "state", None)),
    ("31/2024/QH15", (31, "", 2024, None, ("QH15",), "state", 15)),
    ("5348/CT-CS", (5348, "", None, None, ("CT", "CS"), "state", None)),
    ("27/CT-TTg", (27, "", None, "CT", ("TTg",), "state", None)),
    ("11033/STC-CSTH", (11033, "", None, None, ("STC", "CSTH"), "state", None)),
    ("49/QCPH-UBND-UBMT", (49, "", None, "QCPH", ("UBND", "UBMT"), "state", None)),
    ("25", (25, "", None, None, (), None, None)),
]


@pytest.mark.parametrize(("written", "parts"), PARTS)
def test_a_number_is_taken_apart(written, parts):
    n = parse(written)
    assert n is not None
    assert (n.order, n.letter, n.year, n.code, n.suffixes, n.system, n.term) == parts


@pytest.mark.parametrize(
    "text", ["07/01/2019", "15 - Ban Dân", "05/KK-TNCN", "485/GP-BTTTT", "12/HĐ-KT", "số", "a/b"]
)
def test_what_is_no_number_is_none(text):
    assert parse(text) is None


GLUED = [
    ("theo 170/2025/NĐ-CPquy định", "170/2025/NĐ-CP"),
    ("số 87/2025/NĐ-CPQuy định", "87/2025/NĐ-CP"),
    ("số12/QĐ-TTgvề việc", "12/QĐ-TTg"),
    ("số 10-NQ/TWngày 3", "10-NQ/TW"),
]


@pytest.mark.parametrize(("text", "number"), GLUED)
def test_a_word_glued_on_is_no_part_of_the_number(text, number):
    assert [found.normal for _, _, found in scan(text)] == [number]


def test_zeros_and_signs_make_no_other_number():
    assert parse("08-NQ/TW").key == parse("8/NQ-TW").key
    assert parse("775/QĐ-BGD&ĐT").key == parse("775/QĐ-BGDĐT").key
    assert parse("08-NQ/TW").key != parse("08-NQ/TU").key


def test_a_shape_that_needs_a_type_word_is_not_firm():
    assert not parse("12-K4").firm
    assert parse("12-QĐ/TU").firm
