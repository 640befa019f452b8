"""The graph as RDF: what it says, that it is the same every time, and that it keeps its own shapes."""

import io
import json
import random
from dataclasses import replace
from importlib.resources import files

import pyoxigraph as ox
import pytest
import rdflib
from pyshacl import validate

from graph.model import Graph
from graph.rdf import BASE, FORMATS, ONTOLOGY, n_quads, n_triples, node_iri, property_of, write
from graph.stores.schema import EDGES, HIDDEN, NODES
from tests.graph.corpus import CTR30, GRAPH, KH64_T, KL210, NQ25, QD23, RULES
from tests.graph.test_stores import without

DL = rdflib.Namespace(ONTOLOGY)


def written(graph, format, base=BASE):
    out = io.BytesIO()
    write(graph, format, out, base)
    return out.getvalue()


@pytest.fixture(scope="module")
def data():
    return rdflib.Graph().parse(data=written(GRAPH, "nt"), format="nt")


@pytest.fixture(scope="module")
def ontology():
    return rdflib.Graph().parse(str(files("ontology") / "directives.ttl"))


def iri(id):
    return rdflib.URIRef(node_iri(BASE, id))


def test_direct_properties_stand_beside_evidence_nodes(data):
    assert (iri(CTR30), DL.implements, iri(NQ25)) in data
    assert (iri(CTR30), DL.number, rdflib.Literal("30-CTr/TU")) in data
    (node,) = (
        node
        for node in data.subjects(rdflib.RDF.subject, iri(CTR30))
        if (node, rdflib.RDF.predicate, DL.implements) in data
    )
    assert (node, rdflib.RDF.object, iri(NQ25)) in data
    assert str(data.value(node, DL.quote)) == "thực hiện Nghị quyết số 25-NQ/TW"
    assert (data.value(node, DL.startOffset).toPython(), str(data.value(node, DL.manner))) == (
        60,
        "implements",
    )


def test_promulgating_implements_but_carries_nothing_out(data):
    assert (iri(QD23), DL.implements, iri(RULES)) in data
    assert (iri(QD23), DL.carriesOut, iri(RULES)) not in data
    assert (iri(KH64_T.id), DL.carriesOut, None) in data


def test_dates_have_the_datatype_of_what_is_known(data):
    assert data.value(iri(NQ25), DL.date) == rdflib.Literal("2013-06-03", datatype=rdflib.XSD.date)
    years = replace(GRAPH, directives=tuple(replace(d, date=d.date and d.date[:4]) for d in GRAPH.directives))
    assert f'<{ONTOLOGY}date> "2013"^^<http://www.w3.org/2001/XMLSchema#gYear> .' in "\n".join(
        n_triples(years)
    )


def test_a_claim_is_said_but_not_asserted(data):
    other = rdflib.Literal("2013-06-30", datatype=rdflib.XSD.date)
    assert (iri(NQ25), DL.date, other) not in data
    (node,) = data.subjects(rdflib.RDF.object, other)
    assert str(data.value(node, DL.document)) == "kl-210.txt"


def test_a_moved_id_points_at_the_new_one(data):
    old = iri("directive/vn/party/central/undated/kl-43")
    assert str(data.value(old, rdflib.DCTERMS.isReplacedBy)).endswith("/xii/kl-43")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_holds_the_same_triples(data, format):
    content = written(GRAPH, format)
    assert content == written(GRAPH, format)
    media = {
        "nq": ox.RdfFormat.N_QUADS,
        "nt": ox.RdfFormat.N_TRIPLES,
        "ttl": ox.RdfFormat.TURTLE,
        "jsonld": ox.RdfFormat.JSON_LD,
        "rdfxml": ox.RdfFormat.RDF_XML,
    }[format]
    assert len({quad.triple for quad in ox.parse(content, format=media)}) == len(data)
    if format == "jsonld":
        json.loads(content)


def test_order_does_not_matter():
    shuffled = {}
    for name in ("directives", "bodies", "tasks", "targets", "mentions", "edges", "redirects"):
        items = list(getattr(GRAPH, name))
        random.Random(7).shuffle(items)
        shuffled[name] = tuple(items)
    assert n_quads(Graph(**shuffled)) == n_quads(GRAPH) == sorted(n_quads(GRAPH))


def test_a_document_that_goes_leaves_none_of_its_statements():
    name = f"<{BASE}document/kh-64.txt>"
    assert any(line.endswith(f"{name} .") for line in n_quads(GRAPH))
    assert not any(name in line for line in n_quads(without(GRAPH, "kh-64.txt")))


def test_the_base_is_the_users(data):
    lines = n_triples(GRAPH, "http://127.0.0.1:8000/id/")
    assert any(line.startswith(f"<http://127.0.0.1:8000/id/{KL210}> ") for line in lines)
    assert not any(f"<{BASE}directive" in line for line in lines)


@pytest.mark.parametrize(
    "text",
    ['quote " and \\', "line\nbreak\r\ttab", "nul \x00 bell \x07", "\ud800 alone", "emoji 😀", "#<>{}|^`%"],
)
def test_any_text_can_be_written(text):
    odd = replace(GRAPH, directives=tuple(replace(d, title=text) for d in GRAPH.directives[:1]), edges=())
    odd = replace(odd, tasks=(), targets=(), mentions=(), redirects=())
    quads = list(ox.parse("\n".join(n_quads(odd)).encode() + b"\n", format=ox.RdfFormat.N_QUADS))
    titles = [quad.object.value for quad in quads if quad.predicate.value == f"{ONTOLOGY}title"]
    assert titles == [text.replace("\ud800", "\ufffd")]


@pytest.mark.parametrize(
    "id", ["task/a/Điều 2.1", "task/a/II.3¶2", "task/a/PL.1#2", "directive/a/x?y[z]", "a%20b"]
)
def test_any_id_is_an_iri(id):
    ox.NamedNode(node_iri(BASE, id))
    assert " " not in node_iri(BASE, id)
    assert "#" not in node_iri(BASE, id)


def test_the_data_keeps_the_shapes(data, ontology):
    shapes = rdflib.Graph().parse(str(files("ontology") / "shapes.ttl"))
    conforms, _, report = validate(data, shacl_graph=shapes, ont_graph=ontology, inference="rdfs")
    assert conforms, report


def test_the_shapes_find_what_is_wrong(data):
    shapes = rdflib.Graph().parse(str(files("ontology") / "shapes.ttl"))
    broken = rdflib.Graph() + data
    broken.remove((iri(NQ25), DL.status, None))
    broken.add((iri(CTR30), DL.implements, iri("body/son-la/so-noi-vu")))
    _, _, report = validate(broken, shacl_graph=shapes)
    assert "dl:status" in report
    assert "dl:implements" in report


def test_no_reasoner_infers_a_false_type(data, ontology):
    import owlrl

    reasoned = rdflib.Graph() + data + ontology
    owlrl.DeductiveClosure(owlrl.RDFS_Semantics).expand(reasoned)
    for table in NODES:
        own = set(data.subjects(rdflib.RDF.type, DL[table.label]))
        assert set(reasoned.subjects(rdflib.RDF.type, DL[table.label])) == own


def test_every_term_is_described_in_two_languages(data, ontology):
    used = {
        p for p in set(data.predicates()) | set(data.objects(None, rdflib.RDF.type)) if p.startswith(ONTOLOGY)
    }
    used |= {rdflib.URIRef(property_of(table.kind)) for table in EDGES}
    for table in NODES:
        used.add(DL[table.label])
    for term in used:
        languages = {label.language for label in ontology.objects(term, rdflib.RDFS.label)}
        assert languages == {"vi", "en"}, term


def test_every_stored_property_has_a_term(ontology):
    described = {str(term).removeprefix(ONTOLOGY) for term in ontology.subjects(rdflib.RDF.type, None)}
    names = {"names": "otherName", "forms": "form", "reason_vi": "reason", "reason_en": "reason"}
    apart = {"claims", "former_ids", "task", "directive"}
    for table in (*NODES, *EDGES):
        for column in table.columns:
            if column.name.startswith(HIDDEN) or column.name in apart:
                continue
            first, *rest = names.get(column.name, column.name).split("_")
            assert first + "".join(map(str.capitalize, rest)) in described, column.name
