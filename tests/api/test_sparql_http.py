"""/sparql by real clients: rdflib, SPARQLWrapper, a browser's editor and plain HTTP."""

from __future__ import annotations

import json
import warnings

import httpx
import pytest

import api.dataset
from tests.graph.corpus import KL210, NQ25

DL = "PREFIX dl: <https://w3id.org/directive-lineage/ontology#>\n"
BASE = "https://w3id.org/directive-lineage/"
SELECT = DL + "SELECT ?n WHERE { ?d a dl:Directive ; dl:number ?n } ORDER BY ?n"
CONSTRUCT = DL + "CONSTRUCT { ?d dl:number ?n } WHERE { ?d dl:number ?n }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
RDFLIB = "application/sparql-results+xml, application/rdf+xml"
YASQE = "application/sparql-results+json,*/*;q=0.9"


def numbers(answer):
    assert answer.status_code == 200, answer.text
    return [row["n"]["value"] for row in answer.json()["results"]["bindings"]]


def test_the_three_ways_to_ask_give_one_answer(client):
    get = client.get("/sparql", params={"query": SELECT})
    form = client.post("/sparql", data={"query": SELECT})
    direct = client.post("/sparql", content=SELECT.encode(), headers=DIRECT)
    assert numbers(get) == numbers(form) == numbers(direct)
    assert "210-KL/TU" in numbers(get)
    assert get.headers["content-type"] == "application/sparql-results+json"
    assert "Accept" in get.headers["vary"]


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        (SELECT, "", "application/sparql-results+json"),
        (SELECT, RDFLIB, "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values"),
        ("ASK { ?s ?p ?o }", RDFLIB, "application/sparql-results+xml"),
        (CONSTRUCT, "", "text/turtle"),
        (CONSTRUCT, RDFLIB, "application/rdf+xml"),
        (CONSTRUCT, YASQE, "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (f"DESCRIBE <{BASE}{NQ25}>", "text/turtle", "text/turtle"),
    ],
)
def test_the_content_type_is_what_was_written(client, query, accept, kind):
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, kind)
    if "json" in kind:
        json.loads(answer.content)


REFUSED = [
    ("bad syntax", SELECT[:-10] + " {", 400),
    ("SERVICE", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 400),
    ("FROM a file", "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", 400),
    ("FROM an outside address", "SELECT * FROM <http://127.0.0.1:1/x> { ?s ?p ?o }", 400),
    ("LOAD", "LOAD <file:///etc/passwd>", 400),
    ("INSERT", "INSERT DATA { <a:a> <a:b> <a:c> }", 400),
    ("DROP after a comment", "# SELECT\nDROP ALL", 400),
]


@pytest.mark.parametrize(
    ("query", "status"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_what_is_no_query_of_ours_is_refused(client, query, status):
    answer = client.post("/sparql", content=query.encode(), headers=DIRECT)
    assert answer.status_code == status
    assert set(answer.json()) == {"code", "message", "detail"}


def test_no_query_is_400_for_programs_and_a_form_for_people(client):
    assert client.get("/sparql").status_code == 400
    page = client.get("/sparql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert page.status_code == 200
    assert "<textarea" in page.text


def test_wrong_methods_and_types(client):
    assert client.put("/sparql", content=b"x").status_code == 405
    assert (
        client.post("/sparql", content=SELECT.encode(), headers={"Content-Type": "text/plain"}).status_code
        == 415
    )
    assert client.post("/sparql", content="ASK {}".encode("utf-16"), headers=DIRECT).status_code == 400
    assert client.get("/sparql", params={"query": SELECT}, headers={"Accept": "image/png"}).status_code == 406
    assert client.post("/sparql", content=b"#" * (1 << 20) + b"##", headers=DIRECT).status_code == 413


def test_a_query_that_takes_too_long_is_an_error_not_a_cut_answer(client, monkeypatch):
    monkeypatch.setattr(api.dataset, "SECONDS", 0.5)
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    answer = client.get("/sparql", params={"query": slow})
    assert (answer.status_code, answer.json()["code"]) == (503, "stopped")
    monkeypatch.undo()
    assert numbers(client.get("/sparql", params={"query": SELECT}))


def test_graphs_named_in_the_request_count(client):
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    here = f"{BASE}document/kl-210.txt"
    whole = int(numbers(client.get("/sparql", params={"query": query}))[0])
    part = int(numbers(client.get("/sparql", params={"query": query, "default-graph-uri": here}))[0])
    assert 0 < part < whole
    named = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
    assert int(numbers(client.get("/sparql", params={"query": named, "named-graph-uri": here}))[0]) == part


def test_an_address_of_16_kilobytes_is_taken(client):
    long = SELECT + "\n#" + "x" * 12_000
    assert numbers(client.get("/sparql", params={"query": long}))


def test_rdflib_asks_and_constructs(address):
    from rdflib import Graph
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        graph = Graph(SPARQLStore(f"{address}/sparql"))
        rows = [str(row[0]) for row in graph.query(SELECT)]
        built = graph.query(CONSTRUCT).graph
    assert "210-KL/TU" in rows
    assert {str(value) for value in built.objects()} >= set(rows)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("way", ["urlencoded", "postdirectly"])
def test_sparqlwrapper_asks(address, method, way):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from SPARQLWrapper import JSON, POSTDIRECTLY, SPARQLWrapper

        asking = SPARQLWrapper(f"{address}/sparql")
        asking.setQuery(SELECT)
        asking.setReturnFormat(JSON)
        asking.setMethod(method)
        if method == "POST" and way == "postdirectly":
            asking.setRequestMethod(POSTDIRECTLY)
        found = asking.queryAndConvert()
    assert "210-KL/TU" in [row["n"]["value"] for row in found["results"]["bindings"]]


def test_a_thing_is_described_with_the_words_that_say_so(client):
    answer = client.get(f"/id/{KL210}", headers={"Accept": "text/turtle"}, follow_redirects=True)
    assert answer.headers["content-type"].startswith("text/turtle")
    assert "210-KL/TU" in answer.text
    assert "quote" in answer.text


@pytest.mark.parametrize("id", ["directive/vn/nothing", "directive/<x>", "x y"])
def test_nothing_is_described_as_nothing(client, id):
    assert client.get(f"/api/describe/ttl/{id}").status_code == 404


def test_many_ask_at_once(address):
    from concurrent.futures import ThreadPoolExecutor

    def ask(_):
        return httpx.get(f"{address}/sparql", params={"query": SELECT}, timeout=60).status_code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(24))) == {200}
