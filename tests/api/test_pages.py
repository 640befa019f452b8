"""The explorer without a script: every page in both languages, every link leads somewhere, nothing from outside."""

from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from api.messages import catalogue
from api.sheets import COLUMNS
from api.web import STATIC, TEMPLATES
from api.web.lineage import marked, words_around
from api.web.pages import VIEWS
from tests.graph.corpus import KH15, KL43, KL210, NQ25

KL210_PAGE = "/" + KL210.replace("directive/", "directives/", 1)
NQ25_PAGE = "/" + NQ25.replace("directive/", "directives/", 1)
BODY_PAGE = "/bodies/son-la/ban-dan-van-tinh-uy"
PAGES = [
    "/",
    "/search?q=dân vận",
    "/search",
    KL210_PAGE,
    f"{KL210_PAGE}?view=implementing",
    f"{KL210_PAGE}?view=tasks",
    f"{KL210_PAGE}?view=mentions",
    f"{KL210_PAGE}?to=25-NQ/TW@2013",
    f"{KL210_PAGE}?edge={KL210} {NQ25}",
    NQ25_PAGE,
    BODY_PAGE,
    f"{BODY_PAGE}?by=role",
    f"{BODY_PAGE}?by=deadline&role=lead",
    f"{BODY_PAGE}?view=issued",
    NQ25_PAGE.replace("/directives/", "/coverage/"),
    "/open",
    "/wanted",
    "/about",
    "/documents/kl-210.txt?start=50&end=91",
]


def get(client, path):
    answer = client.get(path, headers={"Accept": "text/html"}, follow_redirects=True)
    assert answer.status_code == 200, (path, answer.status_code)
    return html.fromstring(answer.text)


def with_lang(path, lang):
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_page_is_whole_in_both_languages(client, path, lang):
    page = get(client, with_lang(path, lang))
    assert page.get("lang") == lang
    assert page.findtext(".//title")
    assert len(page.findall(".//h1")) == 1
    assert page.xpath("//a[contains(@class, 'lang')]/@href")


@pytest.mark.parametrize("path", PAGES)
def test_pages_load_nothing_from_outside(client, path):
    page = get(client, path)
    for address in page.xpath("//@src | //link/@href | //form/@action"):
        assert urlsplit(address).netloc == "", address
    assert not page.xpath("//script[not(@src) and not(@type='application/json')]")
    assert not page.xpath("//@style | //@onclick")


def test_scripts_are_small_and_only_ours():
    assert sum(file.stat().st_size for file in STATIC.rglob("*.js")) <= 120 * 1024
    assert not re.search(r"https?://(?!www\.w3\.org)", (STATIC / "style.css").read_text())
    assert "http" not in (STATIC / "explorer.js").read_text().replace("http://www.w3.org", "")


def test_every_link_of_every_page_leads_somewhere(client):
    todo, seen = ["/?lang=vi", "/?lang=en"], set()
    while todo and len(seen) < 160:
        path = todo.pop()
        answer = client.get(path, headers={"Accept": "text/html"}, follow_redirects=True)
        assert answer.status_code == 200, path
        if "text/html" not in answer.headers["content-type"]:
            continue
        for href in html.fromstring(answer.text).xpath("//a/@href"):
            target = urljoin(path, unescape(href)).partition("#")[0]
            pattern = re.sub(r"(open|edge)=[^&]*", r"\1", target)
            if not urlsplit(target).netloc and not target.startswith("/api/export") and pattern not in seen:
                seen.add(pattern)
                todo.append(target)
    assert len(seen) > 60


def test_the_language_stays_from_page_to_page(client):
    page = get(client, with_lang(KL210_PAGE, "en"))
    inside = [
        href
        for href in page.xpath("//main//a/@href")
        if href.startswith("/") and not href.startswith(("/api", "/id"))
    ]
    assert inside
    assert all("lang=en" in href for href in inside)


@pytest.mark.parametrize(
    ("header", "lang"),
    [("en-US,en;q=0.9", "en"), ("fr, vi;q=0.8, en;q=0.5", "vi"), ("", "vi"), ("de", "vi"), ("en;q=x", "en")],
)
def test_the_browsers_language_counts(client, header, lang):
    answer = client.get("/about", headers={"Accept-Language": header})
    assert f'<html lang="{lang}">' in answer.text
    assert "Accept-Language" in answer.headers["vary"]


def test_pages_carry_a_strict_policy(client):
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_table_says_what_the_drawing_says(client):
    page = get(client, KL210_PAGE)
    drawing = json.loads(page.get_element_by_id("drawing-data").text)
    rows = page.xpath("//section[@id='tree']//tr[@data-key]/@data-key")
    assert sorted(rows) == sorted(card["key"] for card in drawing["cards"])
    drawn = {(link["from"], link["to"]) for link in drawing["links"]}
    assert {(KL210, NQ25), (KL210, KL43), (KH15, KL210)} <= drawn
    assert {link["key"] for link in drawing["links"]} >= set(page.xpath("//td[@class='how']/a/@data-key"))


def test_an_edge_shows_the_words_highlighted(client):
    page = get(client, f"{KL210_PAGE}?edge={KH15} {KL210}")
    (mark,) = page.xpath("//section[@id='evidence']//mark")
    assert mark.text == "thực hiện Kết luận số 210-KL/TU"
    (source,) = page.xpath("//section[@id='evidence']//div[@class='one']//a/@href")
    text = get(client, source)
    assert "".join(text.xpath("//mark//text()")).startswith("thực hiện Kết luận")


def test_an_unknown_edge_or_opening_is_no_error(client):
    assert get(client, f"{KL210_PAGE}?edge=a b&open=down x&open=up {NQ25}") is not None


def test_a_path_that_cannot_be_found_says_so(client):
    assert "999-NQ/TW" in get(client, f"{KL210_PAGE}?to=999-NQ/TW").text_content()


@pytest.mark.parametrize(
    "path", ["/directives/vn/nothing", "/bodies/nothing", "/documents/nothing.txt", "/nowhere"]
)
def test_a_missing_page_is_a_page(client, path):
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert html.fromstring(answer.text).findtext(".//h1")


def test_a_former_address_moves(client):
    answer = client.get("/directives/vn/party/central/undated/kl-43")
    assert answer.status_code == 301
    assert answer.headers["location"] == "/directives/vn/party/central/xii/kl-43"


def test_a_former_address_moves_with_its_view(client):
    answer = client.get("/directives/vn/party/central/undated/kl-43?view=tasks&lang=en")
    assert answer.headers["location"] == "/directives/vn/party/central/xii/kl-43?view=tasks&lang=en"


def test_the_data_of_all_chains_are_those_that_the_page_shows(client):
    page = get(client, f"{NQ25_PAGE}?view=implementing&type=kế hoạch&province=Sơn La&direct=1&lang=vi")
    shown = page.xpath("//ol[contains(@class, 'chains')]/li/a/@data-key")
    (address,) = page.xpath("//a[@class='download']/@href")
    assert [row["id"] for row in client.get(address).json()["items"]] == shown
    page = get(client, f"{NQ25_PAGE}?view=implementing&province=Quảng Nam")
    (address,) = page.xpath("//a[@class='download']/@href")
    assert {row["province"] for row in client.get(address).json()["items"]} == {"Quảng Nam"}


def test_files_of_work_can_be_had_whatever_the_address_asked_for(client):
    page = get(client, f"{BODY_PAGE}?role=boss&due_before=soon&own=1")
    for address in page.xpath("//a[@class='download']/@href"):
        assert client.get(address).status_code == 200


def test_a_search_for_a_shared_number_says_that_it_is_shared(client):
    assert "25-NQ/TW" in get(client, "/search?q=25-NQ/TW").xpath("string(//p[@class='note'])")


def test_open_mentions_show_candidates_and_no_form(client):
    page = get(client, "/open")
    assert len(page.xpath("//li[@class='mention']//a[@class='directive']")) == 2
    assert not page.xpath("//main//form")


COMPOSED = {
    "nav": {"open", "wanted", "about"},
    "view": {*VIEWS},
    "body": {"work", "issued"},
    "group": {"directive", "role", "deadline"},
    "column": {*COLUMNS},
    "count": {"documents", "directives", "held", "cited", "tasks", "bodies", "links", "ambiguous", "wanted"},
    "field": {"date", "title", "number", "province", "issuer", "term", "type", "level"},
    "lineage": {"up", "down", "more_up", "more_down"},
    "about": {name + end for name in ("what", "how", "identity", "gaps") for end in ("", "_text")},
    "keys": {
        name + end for name in ("tab", "across", "along", "enter", "escape", "drag") for end in ("", "_text")
    },
    "error": {"not-found", "ambiguous", "other"},
    "http": {"not-found", "method", "other"},
}
"""The messages whose keys are put together where they are used."""


def test_every_message_is_used():
    api = STATIC.parent.parent
    used = "\n".join(file.read_text() for file in [*TEMPLATES.rglob("*.html"), *api.rglob("*.py")])
    composed = {f"{group}.{name}" for group, names in COMPOSED.items() for name in names}
    keys = {
        f"{group}.{key}"
        for group, words in catalogue("messages").items()
        if group != "brand"
        for key in words
    }
    assert composed <= keys
    assert not [key for key in sorted(keys - composed) if not re.search(f"[\"']{key}[\"']", used)]
    assert all(f'"{group}.' in used for group in COMPOSED)


def test_every_message_speaks_both_languages():
    for group, entries in catalogue("messages").items():
        for key, words in {"brand": entries}.items() if group == "brand" else entries.items():
            assert set(words) == {"vi", "en"}, f"{group}.{key}"
            assert all(words.values())


WORDS = [
    ("one mention", [(3, 5)], 2, 6),
    ("a mention across the mark's end", [(4, 8)], 2, 6),
    ("none", [], None, None),
]


@pytest.mark.parametrize(
    ("mentions", "start", "end"), [case[1:] for case in WORDS], ids=[case[0] for case in WORDS]
)
def test_the_pieces_of_a_text_are_the_text(mentions, start, end):
    text = "0123456789"
    pieces = marked(text, start, end, [{"start": a, "end": b} for a, b in mentions])
    assert "".join(piece["text"] for piece in pieces) == text
    marks = "".join(piece["text"] for piece in pieces if piece["mark"])
    assert marks == (text[start:end] if start is not None else "")
    assert [piece["mark"] for piece in pieces if piece["first"]] == [True] * (start is not None)


def test_words_are_cut_at_white_space():
    text = "một hai ba bốn năm sáu bảy"
    around = words_around(text, 11, 14, 6)
    assert (around["before"], around["words"], around["after"]) == ("ba ", "bốn", " năm")
    assert around["before_cut"]
    assert around["after_cut"]
