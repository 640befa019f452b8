"""SPARQL on the drawn corpus: answers, what is refused, and that a query can be stopped."""

import json
import time

import pytest

from graph.errors import QueryStopped, RefusedQuery, StoreError
from graph.lineage import implementing
from graph.model import Graph
from graph.rdf import BASE, ONTOLOGY
from graph.sparql import Dataset, build_dataset, form_of
from tests.graph.corpus import GRAPH, KH64, NQ25


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rdf")
    build_dataset(GRAPH, folder)
    dataset = Dataset(folder)
    yield dataset
    dataset.close()


def bindings(result, name):
    rows = json.loads(result.content)["results"]["bindings"]
    return [row[name]["value"].removeprefix(BASE) for row in rows]


def test_a_chain_is_the_one_that_the_store_answers(dataset, embedded):
    found = dataset.query(
        f"SELECT DISTINCT ?d WHERE {{ ?d a dl:Directive . {{ ?d dl:carriesOut+ <{BASE}{NQ25}> }} UNION "
        f"{{ ?d dl:sets/dl:carriesOut/dl:carriesOut* <{BASE}{NQ25}> }} }}"
    )
    assert set(bindings(found, "d")) == {row["id"] for row in implementing(embedded, NQ25)}


def test_a_document_has_a_graph_of_its_own(dataset):
    found = dataset.query(
        f"PREFIX dl: <{ONTOLOGY}> SELECT ?a ?b FROM <{BASE}document/kh-64.txt> WHERE {{ ?a dl:implements ?b }}"
    )
    assert KH64 in bindings(found, "a")
    assert len(bindings(found, "a")) == 2


def test_graphs_given_beside_the_query_take_the_place_of_its_own(dataset):
    query = f"SELECT ?a FROM <{BASE}document/kl-210.txt> WHERE {{ ?a dl:implements ?b }}"
    found = dataset.query(query, default_graphs=[f"{BASE}document/kh-15.txt"])
    assert len(bindings(found, "a")) == 2


@pytest.mark.parametrize(
    ("query", "format", "form", "media_type", "start"),
    [
        ("SELECT ?s { ?s ?p ?o } LIMIT 1", None, "SELECT", "application/sparql-results+json", b'{"head"'),
        ("SELECT ?s { ?s ?p ?o } LIMIT 1", "csv", "SELECT", "text/csv", b"s\r\n"),
        ("SELECT ?s { ?s ?p ?o } LIMIT 1", "xml", "SELECT", "application/sparql-results+xml", b"<?xml"),
        ("SELECT ?s { ?s ?p ?o } LIMIT 1", "tsv", "SELECT", "text/tab-separated-values", b"?s\n"),
        ("SELECT ?s { ?s ?p ?o } LIMIT 1", "ttl", "SELECT", "application/sparql-results+json", b'{"head"'),
        ("ASK { ?s ?p ?o }", None, "ASK", "application/sparql-results+json", b'{"head":{},"boolean":true}'),
        ("CONSTRUCT { ?s a ?o } WHERE { ?s a ?o } LIMIT 1", None, "CONSTRUCT", "text/turtle", b"@prefix"),
        ("CONSTRUCT { ?s a ?o } WHERE { ?s a ?o } LIMIT 1", "nt", "CONSTRUCT", "application/n-triples", b"<"),
        (f"DESCRIBE <{BASE}{NQ25}>", "jsonld", "DESCRIBE", "application/ld+json", b"["),
        (f"DESCRIBE <{BASE}{NQ25}>", "json", "DESCRIBE", "text/turtle", b"@prefix"),
    ],
)
def test_the_form_decides_before_the_format(dataset, query, format, form, media_type, start):
    result = dataset.query(query, format)
    assert (result.form, result.media_type) == (form, media_type)
    assert result.content.startswith(start)


REFUSED = [
    "",
    "# only a comment SELECT",
    "SELECT * WHERE {",
    "SELECT ?s { ?s ?p ?o } SELECT ?s { ?s ?p ?o }",
    "ASK {} ; DROP ALL",
    "INSERT DATA { <a:b> <a:b> <a:b> }",
    "DELETE WHERE { ?s ?p ?o }",
    "LOAD <http://example.org/x.ttl>",
    "LOAD <file:///etc/passwd>",
    "CLEAR ALL",
    "DROP ALL",
    "COPY DEFAULT TO <a:b>",
    "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "PREFIX a: <a:> INSERT DATA { a:b a:b a:b }",
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { service ?x { ?s ?p ?o } }",
    "SELECT * { SERVICE#comment\n<http://127.0.0.1:1/> { ?s ?p ?o } }",
    "PREFIX x: <http://127.0.0.1:1/> SELECT * { SERVICE x:y { ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c FILTER EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT * FROM <http://example.org/> { ?s ?p ?o }",
    "SELECT * FROM NAMED <http://example.org/> { ?s ?p ?o }",
    "BASE <http://example.org/> SELECT * FROM <x> { ?s ?p ?o }",
    "PREFIX x: <http://example.org/> SELECT * FROM x:y { ?s ?p ?o }",
    "SELECT * FROM\n#\nNAMED\n<http://example.org/> { ?s ?p ?o }",
    "DESCRIBE <a:b> FROM <file:///etc/passwd>",
    "CONSTRUCT { ?s ?p ?o } FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
    "EXPLAIN SELECT * { ?s ?p ?o }",
    "SELECT " + "(" * 5000,
    "SELECT * { ?s ?p ?o }" + " " * 200_000,
]


@pytest.mark.parametrize("query", REFUSED, ids=[query[:60] for query in REFUSED])
def test_it_is_refused(dataset, query):
    begun = time.monotonic()
    with pytest.raises(RefusedQuery):
        dataset.query(query)
    assert time.monotonic() - begun < 5


def test_a_syntax_error_says_where(dataset):
    with pytest.raises(RefusedQuery) as caught:
        dataset.query("SELECT *\nWHERE { ?s ?p }")
    assert caught.value.detail["line"] == 2
    assert len(caught.value.en) < 100


PASSES = [
    'SELECT * { ?s ?p "SERVICE <http://x> INSERT" }',
    "SELECT ?service ?from { ?service ?from <a:SERVICE> }",
    "PREFIX service: <a:> SELECT * { service:SERVICE service:FROM ?x } # SERVICE",
    "SELECT * { ?s ?p '''it's \"\"\" SERVICE''' }",
    "SELECT * { ?s ?p ?a FILTER(?a<3&&?a>1) }",
    "PREFIX a: <http://x/#> SELECT * { a:b a:c\\-d ?o }",
    "SELECT * { ?s ?p 'x'@vi . _:from ?p _:service }",
    f"SELECT * FROM <{BASE}graph/nodes> FROM NAMED <{BASE}document/a.txt> {{ ?s ?p ?o }} LIMIT 1",
]


@pytest.mark.parametrize("query", PASSES)
def test_words_inside_names_strings_and_comments_pass(dataset, query):
    assert dataset.query(query).form == "SELECT"


def test_the_form_is_found_behind_prefixes_and_comments():
    assert form_of("# SELECT\nBASE <http://x/>\nPREFIX select: <a:>\nask { ?s ?p ?o }") == "ASK"


def test_a_query_without_end_is_stopped_and_the_next_is_answered(dataset):
    begun = time.monotonic()
    with pytest.raises(QueryStopped):
        dataset.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", seconds=1)
    assert time.monotonic() - begun < 6
    assert dataset.query("ASK { ?s ?p ?o }").form == "ASK"


def test_a_new_version_takes_the_place_of_the_old(tmp_path):
    build_dataset(GRAPH, tmp_path, "http://127.0.0.1/id/")
    dataset = Dataset(tmp_path)
    assert dataset.base == "http://127.0.0.1/id/"
    assert b"true" in dataset.query("ASK { ?s a dl:Directive }").content
    build_dataset(Graph(), tmp_path)
    assert b"false" in dataset.query("ASK { ?s a dl:Directive }").content
    build_dataset(Graph(), tmp_path)
    dataset.close()
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 2


def test_no_dataset_is_said_so(tmp_path):
    with pytest.raises(StoreError):
        Dataset(tmp_path).query("ASK { ?s ?p ?o }")
