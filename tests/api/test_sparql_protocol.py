"""The request half of the SPARQL 1.1 Protocol: what is asked, and in which format the answer goes."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from api.sparql import GRAPHS, RESULTS, NotAcceptable, UnknownMediaType, asked_by, choose
from graph.errors import RefusedQuery, UsageError

ASK = "ASK { ?s ?p ?o }"
FORM = "application/x-www-form-urlencoded"
RDFLIB = "application/sparql-results+xml, application/rdf+xml"
YASQE = "application/sparql-results+json,*/*;q=0.9"

GOOD = [
    ("get", "GET", f"query={quote(ASK)}", "", b""),
    ("form", "POST", "", FORM, f"query={quote(ASK)}".encode()),
    ("form with charset", "POST", "", f"{FORM}; charset=UTF-8", f"query={quote(ASK)}".encode()),
    ("direct", "POST", "", "application/sparql-query", ASK.encode()),
    (
        "direct with an empty query string",
        "POST",
        "format=json&output=json",
        "application/sparql-query",
        ASK.encode(),
    ),
    ("unknown parameters", "GET", f"x=1&query={quote(ASK)}&timeout=", "", b""),
]


@pytest.mark.parametrize(
    ("method", "string", "kind", "body"), [c[1:] for c in GOOD], ids=[c[0] for c in GOOD]
)
def test_the_query_is_found(method, string, kind, body):
    assert asked_by(method, string, kind, body).query == ASK


BAD = [
    ("no query", "GET", "", "", b"", UsageError, 400),
    ("two queries", "GET", "query=a&query=b", "", b"", UsageError, 400),
    ("two queries by form and address", "POST", "query=a", FORM, b"query=b", UsageError, 400),
    ("wrong media type", "POST", "", "text/plain", ASK.encode(), UnknownMediaType, 415),
    ("no media type", "POST", "", "", ASK.encode(), UnknownMediaType, 415),
    ("form without its type", "POST", "", "", f"query={quote(ASK)}".encode(), UnknownMediaType, 415),
    ("not UTF-8", "POST", "", "application/sparql-query", "ASK {}".encode("utf-16"), UsageError, 400),
    ("another charset", "POST", "", "application/sparql-query; charset=utf-16", b"", UsageError, 400),
    ("not UTF-8 in the address", "GET", "query=%ff%fe", "", b"", UsageError, 400),
    ("update by address", "GET", f"update={quote('CLEAR ALL')}", "", b"", RefusedQuery, 400),
    ("update by form", "POST", "", FORM, b"update=CLEAR+ALL", RefusedQuery, 400),
    ("update direct", "POST", "", "application/sparql-update", b"CLEAR ALL", RefusedQuery, 400),
]


@pytest.mark.parametrize(
    ("method", "string", "kind", "body", "error", "status"), [c[1:] for c in BAD], ids=[c[0] for c in BAD]
)
def test_a_wrong_request_is_refused(method, string, kind, body, error, status):
    with pytest.raises(error) as caught:
        asked_by(method, string, kind, body)
    assert caught.value.status == status


def test_datasets_are_taken_from_address_and_form():
    body = b"query=ASK%7B%7D&default-graph-uri=http%3A%2F%2Fa&named-graph-uri=http%3A%2F%2Fc"
    asked = asked_by("POST", "default-graph-uri=http%3A%2F%2Fb", FORM, body)
    assert (set(asked.default_graphs), asked.named_graphs) == ({"http://a", "http://b"}, ("http://c",))


FORMATS = [
    ("default for rows", RESULTS, "", (), "json"),
    ("default for graphs", GRAPHS, "", (), "ttl"),
    ("rdflib, SELECT", RESULTS, RDFLIB, (), "xml"),
    ("rdflib, CONSTRUCT", GRAPHS, RDFLIB, (), "rdfxml"),
    ("YASQE, SELECT", RESULTS, YASQE, (), "json"),
    ("YASQE, CONSTRUCT", GRAPHS, "application/n-triples,*/*;q=0.9", (), "nt"),
    ("YASQE's row types for a graph", GRAPHS, YASQE, (), "ttl"),
    ("curl", RESULTS, "*/*", (), "json"),
    ("an alias", RESULTS, "application/json", (), "json"),
    ("an alias for graphs", GRAPHS, "application/x-json+ld", (), "jsonld"),
    ("the higher quality", RESULTS, "text/csv;q=0.2, text/tab-separated-values;q=0.8", (), "tsv"),
    ("the specific before the general", RESULTS, "text/*, text/tab-separated-values", (), "tsv"),
    ("refused by zero", RESULTS, "application/sparql-results+json;q=0, */*", (), "xml"),
    ("SPARQLWrapper's hints", RESULTS, "*/*", ("json", "json", "json"), "json"),
    ("a hint that is a name", RESULTS, "*/*", ("tsv",), "tsv"),
    ("a hint that is a type", GRAPHS, "", ("application/rdf+xml",), "rdfxml"),
    ("a hint is nothing beside Accept", RESULTS, "text/csv", ("json",), "csv"),
    ("a hint that fits nothing", RESULTS, "*/*", ("turtle",), "json"),
    ("a broken quality", RESULTS, "text/csv;q=x, application/json;q=0.1", (), "json"),
]


@pytest.mark.parametrize(
    ("formats", "accept", "hints", "name"), [c[1:] for c in FORMATS], ids=[c[0] for c in FORMATS]
)
def test_the_format_is_chosen(formats, accept, hints, name):
    assert choose(formats, accept, hints) == name


def test_nothing_acceptable_is_406():
    with pytest.raises(NotAcceptable) as caught:
        choose(RESULTS, "image/png")
    assert caught.value.status == 406
