"""The graph of a workspace: what becomes which edge, in one direction, whatever the order of documents."""

import itertools
import random
from dataclasses import replace

import pytest

from graph.build import build, build_parts
from graph.errors import DanglingEdge
from graph.extraction import Assignment, Evidence, Link, TargetFacts, TaskFacts
from graph.identity.resolve import resolve
from graph.judgements import Judgement, Mentioned
from graph.model import EDGE_KINDS, Graph, edge_order, ordered
from graph.statements import parent_path
from graph.stores.embedded import EmbeddedStore
from graph.stores.parts import arrow_parts
from graph.workspace import Read, Workspace
from tests.corpora.generate import Corpus
from tests.gold import composed
from tests.graph.papers import cite, paper

BTV = "Ban Thường vụ Tỉnh ủy"


def graph_of(papers):
    return build(resolve(papers), papers)


@pytest.fixture(scope="module")
def papers():
    return composed() + list(Corpus(150, seed=7).extractions())


@pytest.fixture(scope="module")
def graph(papers):
    return graph_of(papers)


def test_any_order_of_documents_gives_the_same_graph(papers, graph):
    for seed in range(3):
        shuffled = papers[:]
        random.Random(seed).shuffle(shuffled)
        assert build(resolve(iter(shuffled)), iter(shuffled)) == graph


def test_any_split_of_ingests_gives_the_same_graph(tmp_path):
    papers = composed()
    graphs = []
    for seed, parts in enumerate(((0, 12), (0, 3, 5, 12), (0, 1, 2, 11, 12))):
        order = papers[:]
        random.Random(seed).shuffle(order)
        with Workspace(tmp_path / str(seed)) as workspace:
            for start, end in itertools.pairwise(parts):
                workspace.put_all(
                    (f"/in/{name}", "/in", name.encode(), Read("text/plain", "", (), extraction))
                    for name, extraction in order[start:end]
                )
            resolution = resolve(workspace.extractions(), workspace.judgements())
            graphs.append(build(resolution, workspace.extractions()))
    assert graphs[0] == graphs[1] == graphs[2]
    assert graphs[0] == graph_of(papers)


def test_taking_a_document_out_and_putting_it_back_changes_nothing(papers, graph):
    for at in (0, 5, 40, 99):
        without = papers[:at] + papers[at + 1 :]
        name = papers[at][0]
        smaller = graph_of(without)
        assert not any(edge.evidence and edge.evidence.source == name for edge in smaller.edges)
        assert not any(d.document == name for d in smaller.directives)
        assert graph_of([*without, papers[at]]) == graph


def test_the_parts_hold_the_whole_graph_with_nodes_before_edges(papers, graph):
    by_name = sorted(papers)
    parts = list(build_parts(resolve(papers), lambda: by_name))
    first_edges = next(at for at, part in enumerate(parts) if part.edges)
    assert not any(part.directives or part.bodies or part.tasks for part in parts[first_edges:])
    fields = ("directives", "bodies", "tasks", "targets", "mentions", "redirects")
    for name in fields:
        found = [item for part in parts for item in getattr(part, name)]
        assert sorted(found, key=str) == sorted(getattr(graph, name), key=str)
    assert sorted((edge for part in parts for edge in part.edges), key=edge_order) == list(graph.edges)


def test_what_is_written_in_parts_is_the_graph(papers, graph, tmp_path, monkeypatch):
    monkeypatch.setattr("graph.build.PART", 50)
    parts = build_parts(resolve(papers), lambda: sorted(papers))
    EmbeddedStore.build_tables(arrow_parts(parts), tmp_path / "graph")
    with EmbeddedStore.open(tmp_path / "graph") as store:
        assert store.graph() == ordered(graph)


def test_an_edge_of_a_part_that_lacks_an_end_is_refused(graph):
    with pytest.raises(DanglingEdge):
        list(arrow_parts([Graph(edges=graph.edges[:1])]))


def test_a_link_that_several_documents_state_is_shown_in_the_words_of_the_directive_itself():
    def stating(name, **facts):
        said_there = link(name, "QĐ 12-QĐ/TU 2021-03-01", "KL 43-KL/TW 2019-01-07", "implements", 100, 0)
        own = link(name, "this", "KL 43-KL/TW 2019-01-07", "implements", None, 0)
        links = (own if facts.get("number") else said_there,)
        more = () if facts.get("number") else (cite("12-QĐ/TU", "2021-03-01", BTV),)
        return paper(name, cite("43-KL/TW", "2019-01-07"), *more, links=links, province="Sơn La", **facts)

    own = stating("b.txt", number="12-QĐ/TU", date="2021-03-01", issuer=BTV, kind="quyết định")
    other = stating("a.txt", date="2022-03-01")
    (edge,) = [e for e in graph_of([other, own]).edges if e.kind == "IMPLEMENTS"]
    assert edge.evidence.source == "b.txt"


def test_communes_of_one_name_in_two_districts_have_bodies_of_their_own():
    def given(name, district, date):
        where = {"level": "commune", "commune": "Chiềng Mung", "province": "Sơn La", "district": district}
        issuer = "Đảng ủy xã Chiềng Mung"
        return paper(name, number="12-KH/ĐU", date=date, issuer=issuer, **where)

    papers = [given("a.txt", "Mai Sơn", "2022-03-04"), given("b.txt", "Yên Châu", "2022-03-05")]
    graph = graph_of(papers)
    assert [body.id.split("/")[1:-1] for body in graph.bodies] == [
        ["son-la", "mai-son", "chieng-mung"],
        ["son-la", "yen-chau", "chieng-mung"],
    ]


def test_lists_are_sorted_and_ids_are_unique(graph):
    for nodes in (graph.directives, graph.bodies, graph.tasks, graph.targets, graph.mentions):
        ids = [node.id for node in nodes]
        assert ids == sorted(set(ids))
    assert list(graph.edges) == sorted(graph.edges, key=edge_order)
    assert {edge.kind for edge in graph.edges} <= set(EDGE_KINDS)


def test_every_edge_joins_nodes_that_exist(graph):
    groups = (graph.directives, graph.bodies, graph.tasks, graph.targets, graph.mentions)
    nodes = {node.id for group in groups for node in group}
    assert {end for edge in graph.edges for end in (edge.source, edge.target)} <= nodes


def test_edges_between_directives_point_from_the_later_to_the_earlier(graph):
    dates = {directive.id: directive.date for directive in graph.directives}
    kinds = ("IMPLEMENTS", "CITES", "AMENDS", "REPLACES", "REPEALS", "GUIDES")
    for edge in graph.edges:
        one, other = dates.get(edge.source), dates.get(edge.target)
        if edge.kind in kinds and one and other and len(one) == len(other) == 10:
            assert one >= other, edge


def test_stated_facts_carry_their_words(graph):
    without = {edge.kind for edge in graph.edges if edge.evidence is None}
    assert without <= {"CANDIDATE", "SUCCEEDED_BY", "ISSUED_BY", "SENT_TO"}


def test_an_old_id_leads_to_one_directive(graph):
    ids = {directive.id for directive in graph.directives}
    old = [redirect[0] for redirect in graph.redirects]
    assert len(old) == len(set(old))
    assert not ids & set(old)
    assert {new for _, new in graph.redirects} <= ids


def said(document, start, quote="…"):
    return Evidence(document, start, start + 10, quote, "test")


def link(document, source, target, manner, source_start=None, target_start=None):
    return Link(source, target, manner, said(document, 0), None, source_start, target_start)


def test_a_link_that_points_at_a_later_directive_is_left_out_and_reported():
    reversed_link = link("a.txt", "NQ 25-NQ/TW 2013-06-03", "KL 43-KL/TW 2019-01-07", "continues", 0, 100)
    mentions = cite("25-NQ/TW", "2013-06-03"), cite("43-KL/TW", "2019-01-07")
    papers = [paper("a.txt", *mentions, date="2019-05-01", links=(reversed_link,))]
    left_out = []
    graph = build(resolve(papers), papers, left_out)
    assert [edge for edge in graph.edges if edge.kind == "IMPLEMENTS"] == []
    assert [(one.source_date, one.target_date) for one in left_out] == [("2013-06-03", "2019-01-07")]


def test_a_relation_and_a_manner_once_each_with_its_first_evidence():
    own = "05-KH/TU"
    facts = {"number": own, "date": "2021-02-03", "province": "Sơn La", "issuer": BTV}
    links = (
        link("a.txt", "this", "KL 43-KL/TW 2019-01-07", "implements", None, 0),
        replace(
            link("a.txt", "this", "KL 43-KL/TW 2019-01-07", "implements", None, 0), evidence=said("a.txt", 70)
        ),
        link("a.txt", "this", "KL 43-KL/TW 2019-01-07", "reviews", None, 0),
        link("a.txt", "this", "QĐ 01-QĐ/TU 2016-02-03", "replaces", None, 100),
    )
    papers = [
        paper(
            "a.txt", cite("43-KL/TW", "2019-01-07"), cite("01-QĐ/TU", "2016-02-03", BTV), links=links, **facts
        )
    ]
    edges = [e for e in graph_of(papers).edges if e.kind in ("IMPLEMENTS", "REPLACES")]
    assert [(e.kind, e.manner, e.evidence.start) for e in edges] == [
        ("IMPLEMENTS", "implements", 0),
        ("IMPLEMENTS", "reviews", 0),
        ("REPLACES", None, 0),
    ]


def test_tasks_hang_together_and_are_assigned():
    def task(path, start, **more):
        return TaskFacts(path, said("a.txt", start), start, "việc", **more)

    name, extraction = paper(
        "a.txt", cite("43-KL/TW", "2019-01-07"), number="05-KH/TU", date="2021-02-03", province="Sơn La"
    )
    canonical = extraction.citations[0].canonical
    extraction = replace(
        extraction,
        tasks=(
            task("II.1", 200, heading=True),
            task("II.1-2", 0, implements=(canonical,)),
            task("III.1", 300),
        ),
        assignments=(
            Assignment("II.1-2", "Sở Nội vụ", "lead", said("a.txt", 5), "II.1"),
            Assignment("III.1", "Sở Nội vụ tỉnh Sơn La", "coordinate", said("a.txt", 305)),
        ),
        targets=(TargetFacts("III.1", 90, "%", ">=", "hồ sơ", said("a.txt", 310)),),
    )
    graph = graph_of([(name, extraction)])
    base = "task/vn/party/son-la/2021/kh-05"
    edges = {(e.kind, e.source, e.target, e.role, e.inherited_from) for e in graph.edges}
    assert ("PART_OF", f"{base}/II.1-2", f"{base}/II.1", None, None) in edges
    assert ("SETS", "directive/vn/party/son-la/2021/kh-05", f"{base}/II.1", None, None) in edges
    assert ("IMPLEMENTS", f"{base}/II.1-2", "directive/vn/party/central/xii/kl-43", None, None) in edges
    assert ("ASSIGNED_TO", f"{base}/II.1-2", "body/son-la/so-noi-vu", "lead", "II.1") in edges
    assert ("ASSIGNED_TO", f"{base}/III.1", "body/son-la/so-noi-vu", "coordinate", None) in edges
    assert ("HAS_TARGET", f"{base}/III.1", "target/vn/party/son-la/2021/kh-05/III.1/1", None, None) in edges


def test_an_open_mention_is_a_node_with_its_candidates():
    papers = [
        paper("a.txt", cite("25-NQ/TW", "2013-06-03")),
        paper("b.txt", cite("25-NQ/TW", "2008-07-25")),
        paper("c.txt", cite("25-NQ/TW"), number="05-KH/TU", date="2021-02-03", province="Sơn La"),
    ]
    graph = graph_of(papers)
    (mention,) = graph.mentions
    assert mention.id == "mention/c-txt/0"
    edges = [(e.kind, e.source, e.target) for e in graph.edges if e.kind in ("MENTIONS", "CANDIDATE")]
    assert edges == [
        ("CANDIDATE", mention.id, "directive/vn/party/central/x/nq-25"),
        ("CANDIDATE", mention.id, "directive/vn/party/central/xi/nq-25"),
        ("MENTIONS", "directive/vn/party/son-la/2021/kh-05", mention.id),
    ]


def test_what_documents_state_differently_is_a_claim_with_its_words():
    papers = [
        paper("a.txt", cite("217-QĐ/TW", "2013-12-12")),
        paper("b.txt", cite("217-QĐ/TW", "2013-12-13")),
        paper("c.txt", cite("217-QĐ/TW", "2013-12-12")),
    ]
    found = [d for d in graph_of(papers).directives if d.number == "217-QĐ/TW"]
    assert [(d.date, [(c.field, c.value, c.evidence.source) for c in d.claims]) for d in found] == [
        ("2013-12-12", [("date", "2013-12-13", "b.txt")])
    ]


def test_another_subject_or_another_of_the_central_issuers_is_a_claim_too():
    title, other = "về công tác dân vận của chính quyền", "về bảo hiểm y tế toàn dân"
    papers = [
        paper("a.txt", cite("43-KL/TW", "2019-01-07", "Ban Bí thư", title=title)),
        paper("b.txt", cite("43-KL/TW", "2019-01-07", "Ban Bí thư Trung ương Đảng", title=f"{title} cơ sở")),
        paper("c.txt", cite("43-KL/TW", "2019-01-07", "Bộ Chính trị", title=other)),
    ]
    (found,) = [d for d in graph_of(papers).directives if d.number == "43-KL/TW"]
    said_otherwise = [(c.field, c.value, c.evidence.source) for c in found.claims]
    assert said_otherwise == [("issuer", "Bộ Chính trị", "c.txt"), ("title", other, "c.txt")]


def test_a_year_of_the_date_is_no_other_date():
    papers = [
        paper("a.txt", cite("31/2024/QH15", "2024-01-18", name="Luật Đất đai")),
        paper("b.txt", cite("31/2024/QH15", "2024", name="Luật Đất đai")),
    ]
    (law,) = [d for d in build(resolve(papers), papers).directives if d.number]
    assert (law.date, law.claims) == ("2024-01-18", ())


def test_a_province_learned_from_a_mention_is_a_claim():
    mention = cite("10-NQ/TU", "2013-12-31", "Ban Chấp hành Đảng bộ tỉnh", term="XII")
    papers = [paper("a.txt", mention, province="Điện Biên"), paper("b.txt", mention, title="nắm tình hình")]
    held = next(d for d in graph_of(papers).directives if d.document == "b.txt")
    assert held.province == "Điện Biên"
    assert [(claim.field, claim.value) for claim in held.claims] == [("province", "Điện Biên")]


def test_bodies_of_documents_of_unknown_province_are_their_own():
    def given(name, province):
        document, extraction = paper(name, number="05-KH/TU", date="2021-02-03", province=province)
        task = TaskFacts("1", said(name, 0), 0, "việc")
        assignment = Assignment("1", "Ban Dân vận Tỉnh ủy", "lead", said(name, 3))
        return document, replace(extraction, tasks=(task,), assignments=(assignment,))

    bodies = graph_of([given("a.txt", "Sơn La"), given("b.txt", None), given("c.txt", None)]).bodies
    assert [(body.id, body.province) for body in bodies] == [
        ("body/b-txt/ban-dan-van-tinh-uy", None),
        ("body/c-txt/ban-dan-van-tinh-uy", None),
        ("body/son-la/ban-dan-van-tinh-uy", "Sơn La"),
    ]


def test_bodies_follow_one_another_by_name_and_by_province():
    def given(name, province, date, body):
        document, extraction = paper(name, number="05-KH/TU", date=date, province=province)
        task = TaskFacts("1", said(name, 0), 0, "việc")
        return document, replace(
            extraction, tasks=(task,), assignments=(Assignment("1", body, "lead", said(name, 3)),)
        )

    papers = [
        given("a.txt", "Quảng Nam", "2021-02-03", "Sở Nội vụ"),
        given("b.txt", "Đà Nẵng", "2025-09-03", "Sở Nội vụ"),
        given("c.txt", "Sơn La", "2021-02-03", "Ban Dân vận Tỉnh ủy"),
        given("d.txt", "Sơn La", "2025-09-03", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    ]
    edges = [e for e in graph_of(papers).edges if e.kind == "SUCCEEDED_BY"]
    assert [(e.source, e.target, e.valid_from) for e in edges] == [
        ("body/quang-nam/so-noi-vu", "body/da-nang/so-noi-vu", "2025-07-01"),
        ("body/son-la/ban-dan-van-tinh-uy", "body/son-la/ban-tuyen-giao-va-dan-van-tinh-uy", "2025-02"),
    ]


def test_a_task_does_not_carry_out_what_people_said_is_no_citation():
    mentions = (cite("43-KL/TW", "2019-01-07"), cite("43-KL/TW", "2019-01-07"))
    document, extraction = paper("a.txt", *mentions, number="05-KH/TU", date="2021-02-03", province="Sơn La")
    said_there = Evidence(document, 90, 200, "việc", "test")
    task = TaskFacts("1", said_there, 90, "việc", implements=("KL 43-KL/TW 2019-01-07",))
    papers = [(document, replace(extraction, tasks=(task,)))]

    def carried(judgements):
        graph = build(resolve(papers, judgements), papers)
        return [e.target for e in graph.edges if e.kind == "IMPLEMENTS"]

    none = Judgement("j", "not-a-citation", Mentioned("a.txt", 100), None, "Lan", "2026-11-21", "")
    assert carried([]) == ["directive/vn/party/central/xii/kl-43"]
    assert carried([none]) == []


def test_a_mention_without_a_date_is_not_said_to_have_one():
    own = cite("43-KL/TW", "2019-01-07"), cite("43-KL/TW", day="2019-01-07")
    papers = [paper("a.txt", *own), paper("b.txt", cite("43-KL/TW", "2019-01-07"))]
    cited = [edge for edge in graph_of(papers).edges if edge.kind == "CITES"]
    found = {(edge.evidence.source, edge.evidence.start): edge.reason_en for edge in cited}
    assert found["a.txt", 100] == "It is 43-KL/TW of 7 Jan 2019, named in full elsewhere in this document."
    assert "elsewhere" not in found["a.txt", 0] + found["b.txt", 0]


def _bodies_of(*names, level="district", **where):
    """The bodies of a paper that gives work to bodies of these names."""
    document, extraction = paper("a.txt", number="05-KH/HU", date="2021-02-03", level=level, **where)
    task = TaskFacts("1", said("a.txt", 0), 0, "việc")
    given = tuple(Assignment("1", name, "lead", said("a.txt", at)) for at, name in enumerate(names))
    graph = graph_of([(document, replace(extraction, tasks=(task,), assignments=given))])
    return {body.id.removeprefix("body/"): body for body in graph.bodies}


def test_a_committee_that_only_an_organ_of_it_is_named_of_is_a_body_too():
    own = {"issuer": "Ban Thường vụ Huyện ủy Mai Sơn", "province": "Sơn La", "district": "Mai Sơn"}
    found = _bodies_of("Huyện ủy", **own)
    assert found.keys() == {"son-la/mai-son/ban-thuong-vu-huyen-uy", "son-la/mai-son/huyen-uy"}
    assert (found["son-la/mai-son/huyen-uy"].name, found["son-la/mai-son/huyen-uy"].kind) == (
        "Huyện ủy Mai Sơn",
        "body",
    )


def test_bodies_of_a_district_that_its_paper_does_not_name_are_that_papers_alone():
    found = _bodies_of(
        "Ban Dân vận Huyện ủy", "Sở Nội vụ", issuer="Ban Thường vụ Huyện ủy", province="Sơn La"
    )
    assert found.keys() == {
        "son-la/a-txt/ban-dan-van-huyen-uy",
        "son-la/a-txt/ban-thuong-vu-huyen-uy",
        "son-la/so-noi-vu",
    }


def test_a_body_named_without_its_rank_is_that_of_the_communes_paper():
    commune = {"province": "Hưng Yên", "commune": "Kiến Xương", "issuer": "Đảng ủy xã Kiến Xương"}
    found = _bodies_of("Đảng ủy", "Đảng ủy xã", "UBND", "UBND xã", level="commune", **commune)
    assert found.keys() == {"hung-yen/kien-xuong/dang-uy-xa", "hung-yen/kien-xuong/uy-ban-nhan-dan-xa"}


def test_the_last_of_several_districts_is_no_place_of_them_all():
    found = _bodies_of("Các huyện ủy, thị ủy, Thành ủy Quy Nhơn", province="Bình Định", level="province")
    assert [(body.kind, body.place) for body in found.values()] == [("class", None)]


@pytest.mark.parametrize(
    ("path", "paths", "above"),
    [
        ("II.1-2-1", ["II.1-2", "II.1"], "II.1-2"),
        ("Điều 2.1.a", ["Điều 2.1", "Điều 2"], "Điều 2.1"),
        ("PL.2.3", ["PL.2"], "PL.2"),
        ("II.1#2", ["II.1"], "II.1"),
        ("II.10", ["II.1"], None),
    ],
)
def test_the_task_above_is_the_nearest_of_the_outline(path, paths, above):
    assert parent_path(path, paths) == above
