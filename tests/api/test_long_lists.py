"""Lists longer than a page: what was asked for is in order over all pages, and nothing is out of reach."""

from __future__ import annotations

from itertools import groupby

import httpx
import pytest
from lxml import html

from graph.model import Body, Edge, Graph
from graph.stores.embedded import EmbeddedStore
from graph.workspace import Workspace
from tests.api.conftest import serving
from tests.graph.corpus import body, cites, directive, said, task

TOP = "directive/vn/party/central/xiii/nq-1"
OFFICE = "body/son-la/so-noi-vu"
EARLY, LATE = "directive/vn/state/son-la/2020/kh-1", "directive/vn/state/son-la/2021/kh-2"
PROVINCE = {"level": "province", "province": "Sơn La"}


def given(of, name, number, role, deadline):
    """`number` tasks that `of` gives the office, with the edges that do so."""
    tasks = [
        task(of, name, f"I.{at}", f"Việc {at}.", 10 * at, deadline=deadline) for at in range(1, number + 1)
    ]
    edges = [Edge("SETS", of, one.id) for one in tasks]
    edges += [
        Edge("ASSIGNED_TO", one.id, OFFICE, said(name, one.start, "Sở Nội vụ"), role=role) for one in tasks
    ]
    return tasks, edges


def issued(number):
    return [
        directive(
            f"directive/vn/state/son-la/2019/qd-{at}", "quyết định", f"{at}/QĐ-SNV", None, "2019-01-01", None
        )
        for at in range(number)
    ]


def long_graph():
    early, early_edges = given(EARLY, "early.txt", 230, "coordinate", "2030-12-31")
    late, late_edges = given(LATE, "late.txt", 20, "lead", "2022-06-30")
    undated, undated_edges = given(TOP, "top.txt", 5, "lead", None)
    papers = issued(250)
    directives = (
        directive(TOP, "nghị quyết", "1-NQ/TW", "về việc chung", "2019-05-01", "Bộ Chính trị", "top.txt"),
        directive(EARLY, "kế hoạch", "1/KH-UBND", "về năm đầu", "2020-01-01", None, "early.txt", **PROVINCE),
        directive(LATE, "kế hoạch", "2/KH-UBND", "về năm sau", "2021-01-01", None, "late.txt", **PROVINCE),
        *papers,
    )
    office: Body = body(OFFICE, "Sở Nội vụ", "Sơn La")
    edges = [*early_edges, *late_edges, *undated_edges]
    edges += [Edge("ISSUED_BY", paper.id, OFFICE, said("early.txt", 0, "SỞ NỘI VỤ")) for paper in papers]
    edges += [cites(EARLY, TOP, "early.txt", 50 * at, "Nghị quyết số 1-NQ/TW") for at in range(1, 131)]
    edges += [cites(TOP, paper.id, "top.txt", 50 * at, paper.number) for at, paper in enumerate(papers)]
    return Graph(directives, (office,), (*early, *late, *undated), edges=tuple(edges))


@pytest.fixture(scope="module")
def long(tmp_path_factory):
    folder = tmp_path_factory.mktemp("long")
    EmbeddedStore.build(long_graph(), folder / "graph.ladybug")
    with Workspace(folder):
        pass
    with serving(folder) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


def pages(client, address, link="//a[@rel='next']"):
    """The page at `address` and those that follow it by the link "next"."""
    found = []
    while address:
        answer = client.get(address, headers={"Accept": "text/html"})
        assert answer.status_code == 200, address
        found.append(html.fromstring(answer.text))
        (address,) = found[-1].xpath(f"{link}/@href") or [None]
        assert len(found) < 9
    return found


def listed(found, path):
    return [one for page in found for one in page.xpath(path)]


OFFICE_PAGE = "/bodies/son-la/so-noi-vu"
TOP_PAGE = "/directives/vn/party/central/xiii/nq-1"


def test_every_directive_that_a_body_issued_can_be_reached(long):
    found = pages(long, f"{OFFICE_PAGE}?view=issued")
    assert len(found) == 2
    assert len(set(listed(found, "//main//a[@class='directive']/@href"))) == 250


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("directive", ["Nghị quyết 1-NQ/TW", "Kế hoạch 1/KH-UBND", "Kế hoạch 2/KH-UBND"]),
        ("role", ["leads", "coordinates"]),
        ("deadline", ["30 Jun 2022", "31 Dec 2030", "No date stated"]),
    ],
)
def test_groups_of_work_stand_in_one_order_over_all_pages(long, by, groups):
    found = pages(long, f"{OFFICE_PAGE}?by={by}&lang=en")
    assert len(found) == 2
    heads = listed(found, "//section[@class='work']/h2/text() | //section[@class='work']/h2/a/text()")
    assert [head for head, _ in groupby(head.strip() for head in heads if head.strip())] == groups
    assert len(listed(found, "//section[@class='work']//tbody/tr")) == 255


def test_a_group_says_how_many_it_has_on_all_pages(long):
    first, second = pages(long, f"{OFFICE_PAGE}?by=role&lang=en")
    sizes = [page.xpath("//section[@class='work']/h2/span[@class='n']/text()") for page in (first, second)]
    assert sizes == [["25", "230"], ["230"]]


def test_every_place_that_cites_a_directive_can_be_reached(long):
    found = pages(long, f"{TOP_PAGE}?view=mentions", "//section[@id='cited-at']//a[@rel='next']")
    assert len(found) == 2
    hrefs = listed(found, "//section[@id='cited-at']//a[@class='quote']/@href")
    assert len(set(hrefs)) == 130
    assert found[0].xpath("string(//section[@id='cited-at']/h2/span[@class='n'])") == "130"


def test_every_mention_that_a_document_makes_can_be_reached(long):
    found = pages(long, f"{TOP_PAGE}?view=mentions", "//section[@id='cites']//a[@rel='next']")
    assert len(listed(found, "//section[@id='cites']//a[@class='quote']/@href")) == 250
    shown = [page.xpath("count(//section[@id='cited-at']//a[@class='quote'])") for page in found]
    assert shown == [100] * 3


def test_the_address_of_a_task_leads_to_it_however_many_there_are(long):
    (page,) = pages(long, "/directives/vn/state/son-la/2020/kh-1?view=tasks")
    assert len(page.xpath("//tr[starts-with(@id, 'task-')]")) == 230
