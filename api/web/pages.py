"""The explorer's pages, one function a page."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api import drawing
from api.asking import Asking
from api.display import clean, date_text, title_of
from api.messages import message, word
from api.paging import MOST, page_of
from api.questions import Questions
from api.sheets import deadline_day
from api.web.lineage import Shown, evidence_of, line_at, marked, words_around
from api.web.render import Addresses, language, number, page
from graph.errors import LineageError
from graph.folded import number_key
from graph.model import FORMATS, ROLES
from graph.responsibility import parse_inherited

Row = dict[str, Any]
Cursor = Annotated[str | None, Query()]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
VIEWS = ("lineage", "implementing", "tasks", "mentions")


router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
def home(request: Request, questions: Asking) -> Response:
    tops = questions.tops(8)
    numbers = dict.fromkeys(row["number"] for row in tops if row["number"])
    values = {
        "home": True,
        "counts": questions.counts(),
        "tops": tops,
        "recent": questions.recent(8),
        "numbers": list(numbers)[:3],
        "sample": _sample(questions, tops),
    }
    return page(request, "home.html", values)


@router.get("/search")
def search(request: Request, questions: Asking, q: str = "", cursor: Cursor = None) -> Response:
    rows = questions.find(q) if q.strip() else []
    shown = page_of(rows, cursor, 50)
    known = questions.directives([row["id"] for row in shown["items"] if row["kind"] == "directive"])
    items = [{**row, **known.get(row["id"], {})} for row in shown["items"]]
    key = number_key(q)
    several = bool(key) and sum(number_key(row["number"]) == key for row in rows) > 1
    return page(
        request,
        "search.html",
        {"q": q, "rows": items, "next": shown["next"], "several": several},
    )


@router.get("/directives/{rest:path}")
def directive(request: Request, questions: Asking, rest: str, view: str = "lineage") -> Response:
    row = questions.directive(f"directive/{rest}")
    if row["id"] != f"directive/{rest}":
        return RedirectResponse(
            Addresses(request).page(row["id"], view=request.query_params.get("view")), 301
        )
    name = view if view in VIEWS else "lineage"
    values = {
        "row": row,
        "claims": row["claims"],
        "cited_by": number(row["mentions"], language(request)),
        "path_id": f"directives/{rest}",
        "id_address": f"/id/directive/{rest}",
        "tabs": [(one, row["counts"].get(one)) for one in VIEWS],
        "view": name,
    }
    return page(request, "directive.html", {**values, **_VIEWS[name](request, questions, row)})


@router.get("/bodies/{rest:path}")
def body(request: Request, questions: Asking, rest: str) -> Response:
    return page(request, "body.html", _body(request, questions, f"body/{rest}"))


@router.get("/coverage/{rest:path}")
def coverage(request: Request, questions: Asking, rest: str) -> Response:
    row = questions.directive(f"directive/{rest}")
    return page(
        request, "coverage.html", {"row": row, **_coverage(questions.coverage(row["id"], "province"))}
    )


@router.get("/wanted")
def wanted(request: Request, questions: Asking, cursor: Cursor = None) -> Response:
    return page(request, "wanted.html", page_of(questions.wanted(), cursor))


@router.get("/documents/{name:path}")
def document(
    request: Request, questions: Asking, name: str, start: int | None = None, end: int | None = None
) -> Response:
    return page(request, "document.html", _document(request, questions, name, start, end))


@router.get("/about")
def about(request: Request, questions: Asking) -> Response:
    return page(request, "about.html", {"counts": questions.counts(), "formats": FORMATS})


def _sample(questions: Questions, tops: Sequence[Row]) -> list[dict[str, Any]]:
    """The longest chain under the directive that is carried out most, lowest document first."""
    found = questions.implementing(tops[0]["id"]) if tops else []
    held = [row for row in found if row["document"] and row["via"] == "document"]
    if not held:
        return []
    chain = max(held, key=lambda row: row["depth"])["chain"]
    rows = questions.directives([step["from"] for step in chain] + [chain[-1]["to"]])
    steps = [
        {"row": rows[step["from"]], "manner": step["manner"], "evidence": step["evidence"]} for step in chain
    ]
    return [*steps, {"row": rows[chain[-1]["to"]], "manner": None, "evidence": None}]


def open_values(request: Request, questions: Questions, cursor: str | None) -> dict[str, Any]:
    """The mentions that stay open, with their words and candidates."""
    lang = language(request)
    shown = page_of(questions.mentions(status="ambiguous", lang=lang), cursor, 50)
    texts = {name: questions.text(name) for name in {row["document"] for row in shown["items"]}}
    ids = sorted({id for row in shown["items"] for id in row["candidates"]})
    rows = questions.directives(ids)
    items = [
        {
            **row,
            "around": words_around(texts[row["document"]], row["start"], row["end"], 160),
            "candidates": [rows[id] for id in row["candidates"] if id in rows],
        }
        for row in shown["items"]
    ]
    return {"items": items, "next": shown["next"]}


def _lineage(request: Request, questions: Questions, row: Row) -> dict[str, Any]:
    lang, query = language(request), request.query_params
    opened, to, note = query.getlist("open"), query.get("to", "").strip(), None
    steps: Sequence[Row] = ()
    if to:
        try:
            steps = questions.path(row["id"], to)
        except LineageError as error:
            note = error.message(lang)
    with questions.links() as links:
        view = drawing.path_view(links, row["id"], steps) if to else drawing.view_of(links, row["id"], opened)
    shown = Shown(view, Addresses(request), opened, lang)
    line = line_at(view, query.get("edge", ""))
    evidence = None
    if line:
        documents = {link["evidence"]["document"] for link in line.links}
        evidence = evidence_of(line, view, {name: questions.text(name) for name in documents})
        evidence["words"] = shown.manners(line.manners)
    return {
        "to": to,
        "path_found": bool(steps),
        "path_note": note,
        "evidence": evidence,
        "drawing": shown.drawing(),
        "branches": shown.branches(),
        "manners": shown.manner_names(),
        "task_lines": any(line.via == "task" for line in view.lines),
        "cut": view.cut,
    }


def _implementing(request: Request, questions: Questions, row: Row) -> dict[str, Any]:
    query = request.query_params
    kind, province = query.get("type") or None, query.get("province") or None
    direct = query.get("direct") == "1"
    rows = questions.implementing(row["id"], kind, province, direct)
    shown = page_of(rows, query.get("cursor"), 50)
    names = questions.directives(sorted({step["to"] for item in shown["items"] for step in item["chain"]}))
    items = [{**item, "chain": [_step(step, names) for step in item["chain"]]} for item in shown["items"]]
    path = "/api/" + row["id"].replace("directive/", "directives/", 1) + "/implementing"
    data = Addresses(request).link(path, type=kind, province=province, direct="1" if direct else None)
    asked = {"type": kind, "province": province, "direct": direct}
    return {"asked": asked, "items": items, "next": shown["next"], "data_address": data}


def _step(step: Row, names: Mapping[str, Row]) -> dict[str, Any]:
    return {**step, "to_name": title_of(names.get(step["to"], {"id": step["to"]}))}


def _tasks(request: Request, questions: Questions, row: Row) -> dict[str, Any]:
    # All that a page may hold: a task's address is its place on the first.
    shown = page_of(questions.tasks(row["id"]), request.query_params.get("cursor"), MOST)
    return {**shown, "by_role": _by_role}


def _by_role(assignments: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    found: dict[str, list[Row]] = {}
    for one in assignments:
        found.setdefault(one["role"], []).append(one)
    return sorted(found.items(), key=lambda pair: _role_order(pair[0]))


def _mentions(request: Request, questions: Questions, row: Row) -> dict[str, Any]:
    lang, query = language(request), request.query_params
    cites = questions.mentions(document=row["document"], lang=lang) if row["document"] else []
    cited = questions.mentions(directive=row["id"], lang=lang)
    others = [one for one in cited if one["document"] != row["document"]]
    shown, shown_at = page_of(cites, query.get("cursor")), page_of(others, query.get("cited"))
    names = questions.directives(sorted({one["directive"] for one in shown["items"] if one["directive"]}))
    held = {one["name"]: one for one in questions.documents()}
    return {
        "cites": [
            {**one, "name": title_of(names.get(one["directive"], {"id": "", **one}))}
            for one in shown["items"]
        ],
        "next": shown["next"],
        "cited_at": [
            {**one, "by": title_of(held[one["document"]]) if one["document"] in held else one["document"]}
            for one in shown_at["items"]
        ],
        "cited_next": shown_at["next"],
        "numbers": {"cites": len(cites), "cited_at": len(others)},
    }


_VIEWS: dict[str, Callable[[Request, Questions, Row], dict[str, Any]]] = {
    "lineage": _lineage,
    "implementing": _implementing,
    "tasks": _tasks,
    "mentions": _mentions,
}


def _body(request: Request, questions: Questions, id: str) -> dict[str, Any]:
    lang, query = language(request), request.query_params
    row = questions.body(id)
    asked = _asked(query)
    work = questions.work(id, asked["role"], asked["due_before"], asked["own"])
    issued = questions.issued(id)
    by, view = asked["by"], "issued" if query.get("view") == "issued" else "work"
    rows = issued if view == "issued" else sorted(work, key=_ORDERS[by])
    shown = page_of(rows, query.get("cursor"), 200)
    groups = [] if view == "issued" else _groups(shown["items"], by, questions, request)
    sizes = Counter(one[by] for one in work)
    return {
        "row": row,
        "successors": row["successors"],
        "predecessors": row["predecessors"],
        "view": view,
        "counts": {"work": len(work), "issued": len(issued)},
        "asked": asked,
        "roles": ROLES,
        "items": shown["items"],
        "next": shown["next"],
        "groups": [{**group, "size": sizes[group["key"]]} for group in groups],
        "work_file": lambda kind: _work_file(request, id, kind, asked),
        "inherited": lambda value: inherited(value, lang),
    }


def _asked(query: Mapping[str, str]) -> dict[str, Any]:
    """What the form over a body's tasks asks for; what it could not have asked counts as not asked."""
    role, due_before, by = query.get("role"), query.get("due_before", ""), query.get("by")
    return {
        "role": role if role in ROLES else None,
        "due_before": due_before if _DAY.fullmatch(due_before) else None,
        "own": query.get("own") == "1",
        "by": by if by in _ORDERS else "directive",
    }


def _work_file(request: Request, id: str, kind: str, asked: Row) -> str:
    path = "/api/" + id.replace("body/", "bodies/", 1) + f"/responsibilities.{kind}"
    own = "1" if asked["own"] else None
    return Addresses(request).link(path, role=asked["role"], due_before=asked["due_before"], own=own)


def inherited(value: str, lang: str) -> str:
    """Through what a body got a task: "heading III.1", or the name of a class."""
    kind, name = parse_inherited(value)
    if kind == "heading":
        return message("messages", "body.from_heading", lang, path=name)
    return message("messages", "body.from_class", lang, name=name)


def _groups(rows: Sequence[Row], by: str, questions: Questions, request: Request) -> list[dict[str, Any]]:
    """A body's tasks in groups by directive, role or deadline, all in the order of the rows."""
    names = questions.directives(sorted({row["directive"] for row in rows}))
    today = datetime.date.today().isoformat()
    groups: dict[str | None, dict[str, Any]] = {}
    for row in rows:
        name = title_of(names[row["directive"]])
        head = {"key": row[by], **_group_head(row, by, name, request), "rows": []}
        past = bool(row["deadline"]) and last_day(row["deadline"]) < today
        groups.setdefault(row[by], head)["rows"].append({**row, "directive_name": name, "overdue": past})
    return list(groups.values())


def _group_head(row: Row, by: str, directive: str, request: Request) -> dict[str, str]:
    lang = language(request)
    if by == "role":
        return {"name": word("role", row["role"], lang), "href": ""}
    if by == "deadline":
        no_date = message("messages", "body.no_date", lang)
        return {"name": date_text(row["deadline"], lang) or no_date, "href": ""}
    return {"name": directive, "href": Addresses(request).page(row["directive"])}


def _role_order(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


_ORDERS: dict[str, Callable[[Row], Any]] = {
    "directive": lambda row: 0,
    "role": lambda row: _role_order(row["role"]),
    "deadline": lambda row: (row["deadline"] is None, last_day(row["deadline"]), row["deadline"] or ""),
}
"""How a body's tasks stand, which come by their directives' dates, under the group that was asked for."""


def last_day(period: str | None) -> str:
    """The last day of a date or period, for sorting; after all others without one."""
    return str(deadline_day(period) or "9999")


def _coverage(rows: Sequence[Row]) -> dict[str, Any]:
    have = [{**row, "name": row["province"]} for row in rows if row["first"]]
    days = sorted(row["days"] for row in have if row["days"] is not None)
    return {
        "have": sorted(have, key=lambda row: (row["days"] is None, row["days"], row["name"])),
        "lack": [row["province"] for row in rows if not row["first"]],
        "median": days[(len(days) - 1) // 2] if days else None,
        "longest": max(days, default=0),
    }


def _document(
    request: Request, questions: Questions, name: str, start: int | None, end: int | None
) -> dict[str, Any]:
    text = questions.text(name)
    lang, addresses = language(request), Addresses(request)
    if start is None or end is None or not 0 <= start < end <= len(text):
        start = end = None
    mentions = questions.mentions(document=name, lang=lang)
    names = questions.directives(sorted({one["directive"] for one in mentions if one["directive"]}))
    pieces = []
    for piece in marked(text, start, end, mentions):
        mention = piece["mention"]
        target = mention and mention["status"] != "self" and names.get(mention["directive"])
        title = f"{clean(title_of(target))} · {word('status', mention['status'], lang)}" if target else ""
        href = addresses.page(target["id"]) if target else ""
        if mention and mention["status"] == "ambiguous":
            href, title = addresses.link("/open"), word("status", "ambiguous", lang)
        pieces.append({**piece, "href": href, "title": title, "status": mention["status"] if mention else ""})
    held = questions.directive_of(name)
    return {"document": name, "row": held, "pieces": pieces}
