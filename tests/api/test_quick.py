"""The short way to the questions asked most gives what the route gives, to the byte."""

from dataclasses import replace

import httpx
import pytest

from api.app import create_app
from api.quick import QuickAnswers
from graph.lineage import Extensive, ancestry, implementing
from graph.stores.embedded import EmbeddedStore
from tests.graph.corpus import GRAPH, KH15, KH16, KH64, KH90, NQ25, QD23


def of(id, name):
    return f"/api/{id.replace('directive/', 'directives/', 1)}/{name}"


ADDRESS = of(NQ25, "implementing")


def get(app, address, accepted="gzip"):
    import asyncio

    async def asking():
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get(address, headers={"accept-encoding": accepted})

    return asyncio.run(asking())


@pytest.fixture(scope="module")
def apps(folder):
    """The application with the short way, and without."""
    quick, plain = create_app(folder), create_app(folder)
    plain.user_middleware = [one for one in plain.user_middleware if one.cls is not QuickAnswers]
    return quick, plain


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?limit=2",
        "?limit=2&cursor=YXQ6Mg",
        "?type=k%E1%BA%BF%20ho%E1%BA%A1ch&province=S%C6%A1n+La",
        "?direct=true",
        "?type=",
        "?limit=0",
        "?limit=5000",
        "?limit=1&limit=2",
        "?cursor=nonsense",
        "?other=1",
    ],
)
def test_the_short_way_answers_as_the_route(apps, query):
    quick, plain = (get(app, ADDRESS + query) for app in apps)
    assert (quick.status_code, quick.content) == (plain.status_code, plain.content)
    assert dict(quick.headers) == dict(plain.headers)


@pytest.mark.parametrize("id", [KH15, KH16, KH64, KH90, QD23, NQ25])
@pytest.mark.parametrize("query", ["", "?limit=1", "?limit=1&cursor=YXQ6MQ", "?cursor=nonsense", "?type=x"])
def test_the_short_way_up_answers_as_the_route(apps, id, query):
    quick, plain = (get(app, of(id, "ancestry") + query) for app in apps)
    assert (quick.status_code, quick.content) == (plain.status_code, plain.content)
    assert dict(quick.headers) == dict(plain.headers)


@pytest.mark.parametrize("name", ["implementing", "ancestry"])
@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_the_route_is_not_asked_for_what_is_plain(folder, monkeypatch, name, accepted):
    app = create_app(folder)
    monkeypatch.setattr("api.questions.Questions.known", None)
    assert get(app, of(KH15, name), accepted).status_code == 200


@pytest.mark.parametrize("name", ["implementing", "ancestry"])
@pytest.mark.parametrize(
    "ref", ["vn/no/such", "25-NQ%2FTW%402013", "a/implementing", "a/ancestry", "%00", "kh-15.txt"]
)
def test_what_is_no_id_is_left_to_the_route(apps, ref, name):
    quick, plain = (get(app, f"/api/directives/{ref}/{name}") for app in apps)
    assert (quick.status_code, quick.content) == (plain.status_code, plain.content)


def test_a_large_tree_is_left_to_the_route(stored):
    with pytest.raises(Extensive):
        implementing(stored, NQ25, most=3)
    assert implementing(stored, NQ25, most=1000) == implementing(stored, NQ25)
    with pytest.raises(Extensive):
        ancestry(stored, KH15, most=1)
    assert ancestry(stored, KH15, most=1000) == ancestry(stored, KH15)


@pytest.fixture(scope="module")
def stored(folder):
    with EmbeddedStore.open(folder / "graph.ladybug") as store:
        yield store


def test_a_graph_that_is_replaced_is_asked_anew(tmp_path):
    path = tmp_path / "graph.ladybug"
    EmbeddedStore.build(GRAPH, path)
    app = create_app(tmp_path)
    before = get(app, ADDRESS)
    assert get(app, ADDRESS).content == before.content
    kept = tuple(edge for edge in GRAPH.edges if edge.kind != "IMPLEMENTS")
    EmbeddedStore.build(replace(GRAPH, edges=kept), path)
    assert (len(before.json()["items"]), get(app, ADDRESS).json()["items"]) == (7, [])


def test_answers_take_no_more_room_than_they_may(folder, monkeypatch):
    app = create_app(folder)
    whole = get(app, ADDRESS).content
    monkeypatch.setattr("api.quick.ROOM", len(whole) + 10)
    for limit in ("1", "2", "100", "1"):
        assert get(app, f"{ADDRESS}?limit={limit}").status_code == 200
    assert get(app, ADDRESS).content == whole
