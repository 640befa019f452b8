"""JSON under /api by a real HTTP client: the commands' rows, paging, one error shape, the IRIs."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.api.conftest import text_of
from tests.graph.corpus import BDV_SL, CTR30, KH15, KL210, NQ25, SNV_SL

API_NQ25 = "/api/" + NQ25.replace("directive/", "directives/", 1)
API_KL210 = "/api/" + KL210.replace("directive/", "directives/", 1)
API_SNV = "/api/" + SNV_SL.replace("body/", "bodies/", 1)


def items(answer):
    assert answer.status_code == 200, answer.text
    page = answer.json()
    assert set(page) == {"items", "next"}
    return page["items"]


def test_healthz_says_ready(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["status"]) == (200, "ready")


@pytest.mark.parametrize(
    ("path", "command"),
    [
        ("/api/find?q=dân vận", ["find", "dân vận"]),
        (f"{API_NQ25}/implementing", ["implementing", NQ25]),
        (
            f"{API_NQ25}/implementing?type=kế hoạch&province=Sơn La",
            ["implementing", NQ25, "--type", "kế hoạch", "--province", "Sơn La"],
        ),
        (f"{API_KL210}/ancestry", ["ancestry", KL210]),
        (f"{API_NQ25}/coverage", ["coverage", NQ25]),
        ("/api/mentions", ["mentions"]),
        ("/api/mentions?status=ambiguous", ["mentions", "--status", "ambiguous"]),
        ("/api/mentions?document=kl-210.txt", ["mentions", "kl-210.txt"]),
        ("/api/wanted", ["wanted"]),
        (f"/api/path?from={KH15}&to={NQ25}", ["path", KH15, NQ25]),
        (
            "/api/responsibilities?body=Sở Nội vụ&due_before=2023-01-01",
            ["responsibilities", "Sở Nội vụ", "--due-before", "2023-01-01"],
        ),
    ],
)
def test_each_item_is_the_commands_row(client, run, path, command):
    assert items(client.get(path)) == json.loads(run(*command, "--json")[1])


def test_a_directive_with_its_relations(client):
    row = client.get(API_KL210).json()
    assert (row["id"], row["number"], row["province"]) == (KL210, "210-KL/TU", "Sơn La")
    assert {link["to"] for link in row["implements"]} >= {NQ25}


@pytest.mark.parametrize("ref", ["210-KL/TU", "kl-210.txt", "kết luận 210", "210-kl-tu@Sơn La"])
def test_a_directive_by_any_ref(client, ref):
    assert client.get(f"/api/directives/{quote(ref)}").json()["id"] == KL210


def test_a_former_id_still_leads_there(client):
    assert client.get("/api/directives/vn/party/central/undated/kl-43").json()["number"] == "43-KL/TW"


def test_tasks_with_bodies_and_targets(client):
    tasks = items(client.get(f"{API_KL210}/tasks"))
    last = tasks[-1]
    assert [one["name"] for one in last["assignments"]] == ["Ban Dân vận Tỉnh ủy"]
    assert [target["value"] for target in last["targets"]] == [100.0]


def test_the_graph_around_a_directive(client):
    graph = client.get(f"{API_KL210}/graph").json()
    assert set(graph) == {"nodes", "edges", "truncated"}
    assert {node["id"] for node in graph["nodes"]} >= {KL210, NQ25, KH15}


def test_lists_are_paged_by_cursor(client):
    whole = items(client.get("/api/mentions?limit=1000"))
    pieces, cursor = [], ""
    while cursor is not None:
        page = client.get("/api/mentions", params={"limit": 4, "cursor": cursor}).json()
        assert len(page["items"]) <= 4
        pieces += page["items"]
        cursor = page["next"]
    assert pieces == whole


def test_the_text_is_the_one_that_offsets_count_in(client):
    answer = client.get("/api/documents/kl-210.txt/text")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text == text_of("kl-210.txt")
    for row in items(client.get("/api/mentions?document=kh-15.txt")):
        text = client.get(f"/api/documents/{row['document']}/text").text
        assert text[row["start"] : row["end"]] == row["quote"]


def test_documents_are_listed(client):
    names = [row["name"] for row in items(client.get("/api/documents"))]
    assert names == sorted(names)
    assert "kl-210.txt" in names


ERRORS = [
    ("/api/directives/vn/nothing/here", 404, "not-found"),
    ("/api/directives/25-NQ%2FTW", 409, "ambiguous"),
    ("/api/bodies/vn/nothing", 404, "not-found"),
    ("/api/documents/nothing.txt/text", 404, "not-found"),
    ("/api/no/such/route", 404, "not-found"),
    ("/api/mentions?cursor=nonsense", 400, "usage"),
    ("/api/mentions?status=wrong", 400, "usage"),
    ("/api/mentions?limit=0", 400, "usage"),
    ("/api/find", 400, "usage"),
    (f"{API_SNV}/responsibilities?role=boss", 400, "usage"),
    ("/api/responsibilities?body=x&due_before=soon", 400, "usage"),
    ("/api/path?from=kl-210.txt&to=999-NQ/TW", 404, "not-found"),
    ("/api/cypher?query=CREATE (n)", 400, "refused"),
    ("/api/export/doc", 404, "not-found"),
]


def test_a_refused_query_says_where_it_is_wrong(client):
    assert client.get("/api/cypher?query=CREATE (n)").json()["detail"] == {"position": 0}


@pytest.mark.parametrize(("path", "status", "code"), ERRORS, ids=[case[0] for case in ERRORS])
def test_errors_have_one_shape(client, path, status, code):
    answer = client.get(path)
    assert answer.status_code == status
    assert set(answer.json()) == {"code", "message", "detail"}
    assert answer.json()["code"] == code
    assert answer.json()["message"]


def test_an_ambiguous_ref_lists_its_candidates(client):
    detail = client.get("/api/directives/25-NQ%2FTW").json()["detail"]
    assert {row["date"] for row in detail} == {"2013-06-03", "2008-07-25"}


def test_errors_speak_the_language(client):
    vietnamese = client.get("/api/directives/x", headers={"Accept-Language": "vi"}).json()["message"]
    english = client.get("/api/directives/x", headers={"Accept-Language": "en-GB,en;q=0.9"}).json()["message"]
    assert "không" in vietnamese
    assert "no directive" in english


def test_a_wrong_method_is_said_so(client):
    answer = client.put("/api/wanted")
    assert (answer.status_code, answer.json()["code"]) == (405, "method")


@pytest.mark.parametrize(
    ("id", "accept", "place"),
    [
        (NQ25, "text/html,application/xhtml+xml,*/*;q=0.8", "/directives/vn/party/central/xi/nq-25"),
        (NQ25, "application/json", "/api/directives/vn/party/central/xi/nq-25"),
        (NQ25, "text/turtle", f"/api/describe/ttl/{NQ25}"),
        (BDV_SL, "text/html", "/bodies/son-la/ban-dan-van-tinh-uy"),
        (BDV_SL, "application/json", "/api/bodies/son-la/ban-dan-van-tinh-uy"),
        (f"task/{CTR30.removeprefix('directive/')}/III.3", "text/html", "#task-III.3"),
    ],
)
def test_an_iri_answers_303_to_page_or_data(client, id, accept, place):
    answer = client.get(f"/id/{id}", headers={"Accept": accept}, follow_redirects=False)
    assert answer.status_code == 303
    assert place in answer.headers["location"]
    assert "Accept" in answer.headers["vary"]
    if "describe" not in place:
        assert client.get(f"/id/{id}", headers={"Accept": accept}, follow_redirects=True).status_code == 200


@pytest.mark.parametrize(
    ("id", "accept", "place"),
    [
        ("task/vn/a/Điều 2#2", "text/turtle", f"/api/describe/ttl/{quote('task/vn/a/Điều 2#2')}"),
        ("document/a#b?c%.txt", "application/json", "/api/documents/a%23b%3Fc%25.txt"),
        ("document/a#b?c%.txt", "text/html", "/documents/a%23b%3Fc%25.txt"),
        ("task/vn/a/Điều 2#2", "text/html", f"/directives/vn/a?view=tasks#task-{quote('Điều 2#2')}"),
    ],
)
def test_an_iri_leads_to_the_thing_that_it_names_whatever_signs_that_has(client, id, accept, place):
    answer = client.get(f"/id/{quote(id)}", headers={"Accept": accept}, follow_redirects=False)
    assert answer.headers["location"] == place


def test_data_may_be_read_from_anywhere(client):
    assert client.get("/api/wanted").headers["access-control-allow-origin"] == "*"
    preflight = client.options(
        "/sparql", headers={"Origin": "https://x.example", "Access-Control-Request-Method": "POST"}
    )
    assert preflight.status_code == 204
    assert "POST" in preflight.headers["access-control-allow-methods"]


def test_openapi_describes_every_route(client):
    described = client.get("/openapi.json").json()
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
    assert described["info"]["version"] == project["version"]
    for path in ("/api/find", "/api/directives/{id}", "/api/mentions", "/api/wanted", "/sparql", "/healthz"):
        assert path in described["paths"]
    for route in described["paths"].values():
        for operation in route.values():
            assert operation.get("description")
            assert not re.search(r"Raises|:raises|See `", operation["description"])


def test_cypher_is_limited_and_says_so(client):
    answer = client.post(
        "/api/cypher", json={"query": "MATCH (d:Directive) RETURN d.id AS id ORDER BY id", "rows": 2}
    )
    assert answer.status_code == 200
    assert (len(answer.json()["rows"]), answer.json()["truncated"]) == (2, True)


def test_cypher_takes_parameters(client):
    query = "MATCH (d:Directive) WHERE d.number = $n RETURN d.id AS id"
    answer = client.post("/api/cypher", json={"query": query, "parameters": {"n": "43-KL/TW"}})
    assert [row[0] for row in answer.json()["rows"]] == ["directive/vn/party/central/xii/kl-43"]


def test_work_as_csv_opens_in_a_spreadsheet(client):
    answer = client.get(f"{API_SNV}/responsibilities.csv?lang=vi")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert "Sở Nội vụ" in lines[1]


def test_work_as_a_spreadsheet(client):
    import io

    from openpyxl import load_workbook

    answer = client.get(f"{API_SNV}/responsibilities.xlsx?lang=en")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert [sheet.cell(1, 1).value, sheet.cell(2, 1).value, sheet.max_row] == ["Body", "Sở Nội vụ", 3]


def test_work_as_a_calendar(client):
    from icalendar import Calendar

    answer = client.get(f"{API_SNV}/responsibilities.ics")
    days = [
        event.decoded("dtstart").isoformat() for event in Calendar.from_ical(answer.content).walk("VEVENT")
    ]
    assert days == ["2022-11-30", "2022-12-31"]


def test_writing_is_refused_without_a_token(client):
    body = {"judgement": "not-a-citation", "of": ["kl-210.txt@700"]}
    for headers in ({}, {"Authorization": "Bearer guess"}):
        answer = client.post("/api/judgements", json=body, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "not-allowed")


def test_head_answers_as_get_without_a_body(client):
    answer = client.head("/healthz")
    assert (answer.status_code, answer.content) == (200, b"")


def test_static_files_may_be_kept_for_good(client):
    from api.web.render import static

    answer = client.get(static("style.css"))
    assert "immutable" in answer.headers["cache-control"]
    assert client.get("/static/../app.py").status_code == 404


def test_the_pages_of_a_name_that_many_bodies_bear_are_the_whole(client):
    def page(**more):
        return client.get("/api/responsibilities", params={"body": "Ban Dân vận", **more}).json()

    pieces, cursor = [], ""
    while cursor is not None:
        found = page(limit=1, cursor=cursor)
        pieces += found["items"]
        cursor = found["next"]
    assert len(pieces) > 1
    assert pieces == page()["items"]
