"""Whatever happens to a document on its way, reading it ends in a result whose evidence is true."""

import unicodedata
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.extraction import from_json, to_json
from ingest.pipeline import read
from ingest.text import Text
from tests.conftest import DATA, SAMPLES

QUIET = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def documents():
    paths = [*sorted(SAMPLES.glob("*.txt")), *sorted((DATA / "composed" / "docs").glob("*.txt"))]
    return [path.read_bytes().decode("utf-8") for path in paths]


def rows(extraction):
    data = to_json(extraction)
    for name in ("citations", "implements", "relations", "tasks", "assignments", "targets"):
        yield from data[name]
    yield from data["document"]["evidence"].values()


def check(raw):
    extraction = read(Text("any.txt", raw))
    for row in rows(extraction):
        assert raw[row["start"] : row["end"]] == row["quote"]
    assert from_json(to_json(extraction), "any.txt") == extraction
    return extraction


@pytest.mark.parametrize("number", range(17))
def test_the_words_of_every_fact_stand_where_it_says(number):
    check(documents()[number])


def facts(raw):
    """All that is read from `raw`, without the places."""
    data = to_json(read(Text("any.txt", raw)))
    named = [(row["body"], row["role"]) for row in data["assignments"]]
    numbers = [(row["canonical"], row["issuer"]) for row in data["citations"]]
    document = {name: value for name, value in data["document"].items() if name != "evidence"}
    return document, numbers, [row["path"] for row in data["tasks"]], named


@pytest.mark.parametrize("number", range(17))
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_every_kind_of_line_end_is_read_alike(number, line_end):
    raw = documents()[number].replace("\r", "")
    assert facts(raw.replace("\n", line_end)) == facts(raw)


@pytest.mark.parametrize("number", range(17))
def test_decomposed_letters_are_read_and_shown_composed(number):
    raw = unicodedata.normalize("NFC", documents()[number])
    assert facts(unicodedata.normalize("NFD", raw)) == facts(raw)


@QUIET
@given(st.integers(0, 16), st.lists(st.tuples(st.floats(0, 1), st.characters()), max_size=30))
def test_changed_characters_do_no_harm(number, changes):
    raw = list(documents()[number])
    for place, character in changes:
        raw[int(place * (len(raw) - 1))] = character
    check("".join(raw))


@QUIET
@given(st.integers(0, 16), st.floats(0, 1), st.floats(0, 1))
def test_a_part_of_a_document_can_be_read(number, start, end):
    raw = documents()[number]
    check(raw[int(start * len(raw)) : int(end * len(raw))])


@QUIET
@given(
    st.integers(0, 16), st.sets(st.integers(0, 300), max_size=40), st.sampled_from(["", "\r", "\x00", " "])
)
def test_lost_lines_and_odd_line_ends_do_no_harm(number, lost, ending):
    lines = documents()[number].split("\n")
    check((ending + "\n").join(line for at, line in enumerate(lines) if at not in lost))


@QUIET
@given(st.text(max_size=400))
def test_any_text_can_be_read(raw):
    check(raw)


HOSTILE = {
    "one line of a million letters": "a" * 1_000_000,
    "numbers without end": "số 1/" * 200_000,
    "half citations": "Nghị quyết số " * 80_000,
    "digits and hyphens": "1-" * 400_000,
    "type words": "kế hoạch " * 100_000,
    "open brackets": "(" * 500_000,
    "bullets": "- \n" * 200_000,
    "dates": "ngày 1/1/2020 " * 60_000,
    "pipes": "|\n" * 300_000,
    "bodies": "Ủy ban nhân dân tỉnh, " * 50_000,
    "bodies without a sign": "Ủy ban nhân dân " * 60_000,
    "articles": "Điều 1. " * 100_000,
    "spaces": " " * 1_000_000,
    "stars": "*" * 500_000,
    "lead phrases": "chủ trì, phối hợp với " * 50_000,
    "laws": "Luật sửa đổi, bổ sung một số điều của " * 25_000,
    "blank lines": "\n" * 500_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_repetition_ends_in_a_result(name):
    # A pattern that runs away would not come back within the patience of any test run;
    # tests/benchmarks/reading.py prints the cost a byte.
    check(HOSTILE[name])
