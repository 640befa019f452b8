"""The shortest way is the same from both ends, and the first by date, then id, of equal ones."""

from itertools import pairwise

import pytest

from graph.lineage import path
from graph.model import Edge, Graph
from graph.stores.embedded import EmbeddedStore
from graph.ways import shortest
from tests.graph.corpus import directive

TOP, LOW = "directive/top", "directive/low"


def paper(id, date=None):
    return directive(id, "kế hoạch", None, None, date, None)


def stored(folder, papers, pairs):
    edges = tuple(Edge("CITES", *pair, None, function="other") for pair in pairs)
    EmbeddedStore.build(Graph(tuple(papers), edges=edges), folder / "graph.ladybug")
    return EmbeddedStore.open(folder / "graph.ladybug")


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"a": "2020", "b": "2019", "c": "2018-05"}, "c"),
        ({"a": "2020", "b": "2020", "c": "2020"}, "a"),
        ({"a": None, "b": None, "c": "2030"}, "c"),
    ],
    ids=["by date", "then by id", "undated ones last"],
)
def test_of_equal_ways_the_first_is_given(tmp_path, dates, expected):
    middle = {name: f"directive/{name}" for name in dates}
    papers = [paper(TOP), paper(LOW), *(paper(middle[name], date) for name, date in dates.items())]
    pairs = [pair for id in middle.values() for pair in ((LOW, id), (id, TOP))]
    with stored(tmp_path, papers, pairs) as store:
        way = [LOW, middle[expected], TOP]
        assert shortest(store, LOW, TOP) == way
        assert shortest(store, TOP, LOW) == way[::-1]
        assert [step["to"] for step in path(store, LOW, TOP)] == way[1:]


@pytest.mark.parametrize("steps", [1, 2, 3, 7, 12])
def test_a_long_way_is_followed_to_its_end(tmp_path, steps):
    ids = [f"directive/{number:02}" for number in range(steps + 1)]
    with stored(tmp_path, map(paper, ids), pairwise(ids)) as store:
        assert shortest(store, ids[0], ids[-1]) == ids
        assert shortest(store, ids[-1], ids[0]) == ids[::-1]


def test_a_way_of_more_steps_than_are_looked_for_is_none(tmp_path):
    ids = [f"directive/{number:02}" for number in range(14)]
    with stored(tmp_path, map(paper, ids), pairwise(ids)) as store:
        assert shortest(store, ids[0], ids[-1]) == []


def test_what_nothing_joins_has_no_way(tmp_path):
    with stored(tmp_path, [paper(TOP), paper(LOW)], []) as store:
        assert shortest(store, TOP, LOW) == []
        assert shortest(store, TOP, "directive/none") == []
