"""What the embedded store keeps ready beside each directive is what its edges say, and shows nowhere else."""

from dataclasses import replace

import pytest

from graph.errors import StoreError
from graph.lineage import ancestry, implementing
from graph.model import LABELS
from graph.store import Limits
from graph.stores import kept
from graph.stores.embedded import EmbeddedStore
from tests.graph.corpus import GRAPH, NQ25


class Asked:
    """A store that keeps nothing ready."""

    def __init__(self, store):
        self.rows = store.rows


def test_what_is_kept_is_what_the_questions_find(embedded):
    every = [row["d"]["id"] for row in embedded.rows("MATCH (d:Directive) RETURN d")]
    for question in (implementing, ancestry):
        assert any(question(embedded, id) for id in every)
        for id in every:
            assert question(embedded, id) == question(Asked(embedded), id)


@pytest.mark.parametrize("words", ['“ngoặc” và "kép"', "a\\b", "dòng\nmới\tvà\x1f", "\\", '\\"', ""])
def test_words_are_kept_as_they_are(tmp_path, words):
    def odd(edge):
        return (
            replace(edge, evidence=replace(edge.evidence, quote=words)) if edge.kind == "IMPLEMENTS" else edge
        )

    EmbeddedStore.build(replace(GRAPH, edges=tuple(map(odd, GRAPH.edges))), tmp_path / "graph.ladybug")
    with EmbeddedStore.open(tmp_path / "graph.ladybug") as store:
        rows = implementing(store, NQ25)
    assert {row["chain"][0]["evidence"]["quote"] for row in rows} == {words}


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (n) RETURN count(*)",
        "MATCH (n) WHERE n.id IS NOT NULL OR true RETURN count(n)",
        "MATCH (d:Directive) MATCH (n) WITH DISTINCT n RETURN count(n)",
        "MATCH () RETURN count(*)",
        "UNWIND [1] AS x OPTIONAL MATCH (n) RETURN count(n)",
    ],
)
def test_a_node_of_any_label_is_none_that_is_kept(embedded, query):
    nodes = sum(
        len(getattr(GRAPH, name)) for name in ("directives", "bodies", "tasks", "targets", "mentions")
    )
    assert embedded.ask(query, {}, Limits()).rows == ((nodes,),)


def test_a_variable_that_has_a_label_keeps_it(embedded):
    query = "MATCH (d:Directive) MATCH (d) RETURN count(*)"
    assert embedded.ask(query, {}, Limits()).rows == ((len(GRAPH.directives),),)
    assert kept.TABLE not in LABELS


def test_a_file_without_it_is_of_another_version(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "TABLE", "Other")
    monkeypatch.setattr(kept, "STATEMENT", kept.STATEMENT.replace("Kept", "Other"))
    EmbeddedStore.build(GRAPH, tmp_path / "graph.ladybug")
    with pytest.raises(StoreError, match="of another version"):
        EmbeddedStore.open(tmp_path / "graph.ladybug")
