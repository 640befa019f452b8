"""Titles, names and numbers come from documents: nothing in them may become markup, script or a command."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import quote

import httpx
import pytest
from lxml import html

from graph.extraction import DocumentFacts, Extraction
from graph.stores.embedded import EmbeddedStore
from graph.workspace import Read, Workspace
from tests.api.conftest import serving, text_of
from tests.graph.corpus import BDV_SL, BODIES, GRAPH, KH15, KL210

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`{{7*7}}\u2028"
NAME = 'x"><img src=x onerror=alert(3)> #?%.txt'
PAGE = "/" + KL210.replace("directive/", "directives/", 1)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile")
    directives = tuple(
        replace(one, title=EVIL, type=f"kế hoạch {EVIL}", issuer=EVIL, names=(EVIL,), document=NAME)
        if one.id == KL210
        else replace(one, number=f"{one.number}{EVIL}")
        if one.id == KH15
        else one
        for one in GRAPH.directives
    )
    bodies = tuple(replace(one, name=f"{one.name}{EVIL}") if one.id == BDV_SL else one for one in BODIES)
    EmbeddedStore.build(replace(GRAPH, directives=directives, bodies=bodies), path / "graph.ladybug")
    with Workspace(path) as workspace:
        read = Read("text/plain", text_of("kl-210.txt") + EVIL, (), Extraction(DocumentFacts(KL210)))
        workspace.put(f"/in/{NAME}", "/in", b"x", read)
    with serving(path) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


PAGES = [
    "/",
    f"/search?q={quote(EVIL)}",
    PAGE,
    f"{PAGE}?edge={quote(EVIL)}&open={quote(EVIL)}&to={quote(EVIL)}",
    f"{PAGE}?view=tasks",
    f"{PAGE}?view=implementing&type={quote(EVIL)}",
    f"/{BDV_SL.replace('body/', 'bodies/', 1)}",
    f"/documents/{quote(NAME)}?start=1&end=5",
    "/open",
    f"/directives/{quote(EVIL)}",
    f"/?lang={quote(EVIL)}",
]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_becomes_markup(hostile, path):
    answer = hostile.get(path, headers={"Accept": "text/html"})
    assert answer.status_code in (200, 404)
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    assert "49" not in html.fromstring(answer.text).xpath("string(//h1)")
    for script in html.fromstring(answer.text).xpath("//script"):
        assert script.get("src", "").startswith("/static/") or script.get("type") == "application/json"
    for data in html.fromstring(answer.text).xpath("//script[@type='application/json']/text()"):
        json.loads(data)


def test_a_strange_file_name_still_leads_to_its_text(hostile):
    row = hostile.get("/api/documents").json()["items"]
    assert NAME in [one["name"] for one in row]
    assert hostile.get(f"/api/documents/{quote(NAME)}/text").text.endswith(EVIL)


def test_answers_are_what_they_say_they_are(hostile):
    for path in ("/api/documents", "/api/mentions", f"/api/documents/{quote(NAME)}/text"):
        answer = hostile.get(path)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "html" not in answer.headers["content-type"]


@pytest.mark.parametrize(
    "path",
    [
        "/api/directives/" + "x/" * 2000,
        "/api/find?q=" + "a" * 20_000,
        "/api/find?q=%00%ff%0a",
        "/documents/..%2f..%2fetc%2fpasswd",
        "/static/%2e%2e/app.py",
        "/api/bodies/%27%20OR%201%3D1",
        "/api/mentions?document=%27%3B%20DROP",
        "/id/directive/%0d%0aX-Bad:%201",
    ],
)
def test_strange_addresses_are_answered_calmly(hostile, path):
    answer = hostile.get(path)
    assert answer.status_code < 500
    assert "x-bad" not in answer.headers
