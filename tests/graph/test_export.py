"""The graph as files: every format holds all of it, the same every time."""

import csv
import io
import json
import random
import re
import zipfile
from dataclasses import replace

import networkx
import pyarrow.parquet as pq
import pytest

from graph.export import FORMATS, cypher, export, network
from graph.model import Graph, ordered
from graph.page import LIMIT, page
from tests.graph.corpus import CTR30, GRAPH, KL210, NQ25


def exported(graph, format):
    out = io.BytesIO()
    export(graph, format, out)
    return out.getvalue()


ODD = "a \"b\" 'c' \\ \\u0041 </script>\n\x00\x07\ud800 😀 <&>"


def odd_graph():
    """The corpus with text that trips careless writers."""
    directives = tuple(replace(d, title=ODD, names=(ODD,)) for d in GRAPH.directives)
    return replace(GRAPH, directives=directives)


@pytest.mark.parametrize("format", FORMATS)
def test_equal_graphs_give_equal_bytes(format):
    shuffled = list(GRAPH.edges)
    random.Random(3).shuffle(shuffled)
    assert exported(replace(GRAPH, edges=tuple(shuffled)), format) == exported(GRAPH, format)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("graph", [odd_graph(), Graph()], ids=["odd text", "empty"])
def test_any_graph_can_be_exported(format, graph):
    assert exported(graph, format) or format in ("nt", "nq", "ttl")


def test_csv_is_one_table_a_label_and_edge_type():
    with zipfile.ZipFile(io.BytesIO(exported(GRAPH, "csv"))) as archive:
        tables = {name: archive.read(name) for name in archive.namelist()}
    assert len(tables) == 20
    rows = list(csv.DictReader(io.StringIO(tables["Directive.csv"].decode("utf-8-sig"))))
    assert {row["id"] for row in rows} == {directive.id for directive in GRAPH.directives}
    assert not any(name.startswith("folded_") for name in rows[0])
    (first,) = (row for row in rows if row["id"] == NQ25)
    assert json.loads(first["forms"]) == ["25-NQ/TU", "25-NQ/TW"]
    edges = list(csv.DictReader(io.StringIO(tables["IMPLEMENTS.csv"].decode("utf-8-sig"))))
    assert len(edges) == sum(edge.kind == "IMPLEMENTS" for edge in GRAPH.edges)
    assert any({"from": CTR30, "to": NQ25, "manner": "implements"}.items() <= edge.items() for edge in edges)


def test_parquet_keeps_types():
    with zipfile.ZipFile(io.BytesIO(exported(GRAPH, "parquet"))) as archive:
        table = pq.read_table(io.BytesIO(archive.read("CITES.parquet")))
    assert table.num_rows == sum(edge.kind == "CITES" for edge in GRAPH.edges)
    assert str(table.schema.field("start_offset").type) == "int64"


def test_graphml_can_be_read_back():
    found = networkx.read_graphml(io.BytesIO(exported(GRAPH, "graphml")))
    assert found.number_of_edges() == len(GRAPH.edges)
    assert found.nodes[CTR30]["number"] == "30-CTr/TU"


def test_networkx_holds_every_node_and_edge():
    found = network(GRAPH)
    assert found.number_of_nodes() == sum(
        len(nodes) for nodes in (GRAPH.directives, GRAPH.bodies, GRAPH.tasks, GRAPH.targets, GRAPH.mentions)
    )
    assert found[CTR30][NQ25][0]["kind"] in ("IMPLEMENTS", "CITES")


def test_the_cypher_script_fills_a_neo4j(empty_neo4j):
    empty_neo4j.write(Graph())
    for graph in (odd_graph(), GRAPH):
        with empty_neo4j._driver.session() as session:
            session.run("MATCH (n) DETACH DELETE n").consume()
            for statement in cypher(ordered(graph)):
                session.run(statement).consume()
        found = empty_neo4j.graph()
        assert len(found.edges) == len(graph.edges)
        assert {d.id for d in found.directives} == {d.id for d in graph.directives}
    assert found == replace(ordered(GRAPH), redirects=found.redirects)
    empty_neo4j.write(GRAPH)
    assert empty_neo4j.graph() == ordered(GRAPH)


def test_the_page_needs_no_network():
    text = page(odd_graph())
    assert not re.findall(r"""<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)\s*=""", text)
    assert "30-CTr/TU" in text
    assert (
        "</script>" not in text[text.index("vis.DataSet([") :].split("</body>")[0].rsplit("</script>", 1)[0]
    )


def test_the_page_says_when_it_is_cut():
    many = tuple(replace(GRAPH.directives[0], id=f"directive/x/{i}") for i in range(LIMIT + 5))
    text = page(Graph(directives=many))
    assert f"Vẽ {LIMIT} trong {LIMIT + 5}" in text
    assert text.count('"id": "directive/x/') == LIMIT
    assert "Vẽ " not in page(GRAPH)


def test_the_page_draws_directives_and_their_relations():
    text = page(GRAPH)
    assert f'"from": "{KL210}"' in text
    assert "thay th\\u1ebf" in text or "thay thế" in text
