"""Both stores answer every named question alike; `python -m tests.benchmarks.agreement` asks at size."""

from itertools import chain

from tests.graph.agreement import differences, names, questions
from tests.graph.corpus import GRAPH


def test_every_named_question_is_asked():
    asked = set(chain.from_iterable(label.split(", ") for label, _ in questions(GRAPH, 3)))
    assert names() <= asked | {"find_bodies"}


def test_the_corpus_is_answered_alike(embedded, neo4j):
    assert differences(GRAPH, embedded, neo4j, 2) == []
