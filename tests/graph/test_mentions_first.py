"""The first mentions or documents are those that stand first among all, whichever end they are asked from."""

import pytest

from graph.catalogue import ALL, mentions
from graph.store import question


@pytest.mark.parametrize("status", [None, "resolved", "cited-only", "ambiguous", "self"])
def test_the_first_mentions_are_the_first_of_all(store, status):
    every = mentions(store, status=status)
    for most in range(len(every) + 2):
        assert mentions(store, status=status, most=most) == every[:most]


def test_the_mentions_of_each_document_are_those_among_all(store):
    every = mentions(store)
    documents = {row["document"] for row in every}
    assert documents
    for document in documents:
        assert mentions(store, document) == [row for row in every if row["document"] == document]


def test_the_mentions_of_each_directive_are_those_among_all(store):
    every = mentions(store)
    for id in {id for row in every for id in (row["directive"], *row["candidates"]) if id}:
        of = [row for row in every if id == row["directive"] or id in row["candidates"]]
        assert mentions(store, directive=id) == of


def test_the_first_documents_are_the_first_of_all(store):
    every = store.rows(question("held"), most=ALL)
    assert [row["name"] for row in every] == sorted(row["name"] for row in every)
    assert store.rows(question("held"), most=2) == every[:2]
