"""What the graph holds: finding, showing, and the lists of what is open, missing or stated differently."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from graph.folded import number_key
from graph.lineage import FIELDS, directive_row, implementing, links
from graph.store import Reader, Row, directive, question, said
from ontology.fold import bare, fold
from ontology.places import family, provinces, unit_on

_LATE = "9999"
ALL = 1 << 31
"""More rows than there are."""

PROPERTIES = ("term", "district", "commune", "canonical", "system", "provisional")


def find(store: Reader, text: str, limit: int = 100) -> list[Row]:
    """Directives and bodies that hold all words of `text`, best first; accents and case are optional.

    Rows are `{kind, id, number, name, date, province, status}`; a body's `status` is "body" or "class",
    its `date` the day since which it exists. An equal number comes first, then a name that begins with
    the text or holds it as it stands, with its accents before without; held before cited.
    """
    words = sorted(bare(text).split(), key=len, reverse=True)
    if not words:
        return []
    three = {"first": words[0], "second": words[1 % len(words)], "third": words[2 % len(words)]}
    keys = {"words": bare(text), "number": number_key(text)}
    rows = []
    for kind in ("directive", "body"):
        for row in store.rows(question(_FIND[kind]), **three, **keys):
            if all(word in row["text"] for word in words) or row["rank"] == 0:
                rows.append({**row, "kind": kind})
    rows.sort(key=lambda row: _rank(row, fold(text)))
    columns = ("kind", "id", "number", "name", "date", "province", "status")
    return [{column: row[column] for column in columns} for row in rows[:limit]]


_FIND = {"directive": "find_directives", "body": "find_bodies"}


def _rank(row: Row, folded: str) -> tuple[Any, ...]:
    """The store's rank first, then what was typed with its accents, then held and late ones."""
    name, number = fold(row["name"] or ""), fold(row["number"] or "")
    return (
        number != folded,
        row["rank"],
        not name.startswith(folded),
        folded not in name,
        row["status"] == "cited",
        row["kind"] != "directive",
        -int((row["date"] or "0")[:4]),
        row["id"],
    )


def show(store: Reader, id: str) -> Row:
    """One directive: its row with names and forms, what documents state differently, its relations and tasks.

    `{…, names, forms, former_ids, claims, issuers, implements, implemented_by, relations, tasks,
    mentions}`; links as `graph.lineage.links` gives them, `tasks` and `mentions` are numbers.

    Raises:
        NothingFound: no such directive.
    """
    node = directive(store, id)
    related = [row for row in links(store, node["id"]) if row["kind"] != "CITES"]
    carrying = [row for row in related if row["kind"] == "IMPLEMENTS"]
    counts = store.rows(question("counts"), id=node["id"])[0]
    return {
        **directive_row(node),
        **{name: node.get(name) for name in PROPERTIES},
        **{name: node.get(name, []) for name in ("names", "forms", "former_ids")},
        "claims": json.loads(node.get("claims", "[]")),
        "issuers": store.rows(question("issuers"), id=node["id"]),
        "implements": [row for row in carrying if row["from"] == node["id"]],
        "implemented_by": [row for row in carrying if row["to"] == node["id"]],
        "relations": [row for row in related if row["kind"] != "IMPLEMENTS"],
        **counts,
    }


def tasks(store: Reader, id: str) -> list[Row]:
    """What the directive `id` tells people to do, in text order.

    Rows are the task's fields with `part_of` (a path), `assignments` `[{body, name, role,
    inherited_from, evidence}]`, `targets` and `implements` `[{directive, number, manner}]`.
    """
    bodies = _grouped(store.rows(question("task_bodies"), id=id))
    targets = _grouped(store.rows(question("task_targets"), id=id))
    carried = _grouped(store.rows(question("task_implements"), id=id))
    rows = []
    for row in store.rows(question("tasks"), id=id):
        node = row["task"]
        key = node["id"]
        rows.append(
            {
                **{name: node.get(name) for name in TASK_FIELDS},
                "start": node["start_offset"],
                "end": node["end_offset"],
                "part_of": row["part_of"],
                "assignments": [_assignment(found) for found in bodies.get(key, ())],
                "targets": [_target(found["target"]) for found in targets.get(key, ())],
                "implements": carried.get(key, []),
            }
        )
    return rows


TASK_FIELDS = (
    *("id", "path", "text", "heading", "directive", "document"),
    *("deadline", "deadline_kind", "deadline_text", "recurrence", "product"),
)
TARGET_FIELDS = ("id", "text", "comparator", "value", "unit", "of", "year", "deadline")


def _grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.pop("task"), []).append(row)
    return found


def _assignment(row: Row) -> Row:
    kept = {name: row[name] for name in ("body", "name", "role", "inherited_from")}
    return {**kept, "evidence": said(row)}


def _target(node: Row) -> Row:
    return {name: node.get(name) for name in TARGET_FIELDS}


def mentions(
    store: Reader,
    document: str | None = None,
    *,
    status: str | None = None,
    directive: str | None = None,
    lang: str = "vi",
    most: int = ALL,
) -> list[Row]:
    """Every mention with what it means, by document and place in it; of all documents, the first `most`.

    Rows are `{document, start, end, quote, number, status, directive, candidates, reason}`. `status` is
    "resolved" (to a held directive), "cited-only", "ambiguous" or "self"; an ambiguous one has no
    `directive` and two or more `candidates`. `directive` keeps mentions of one, candidates included.
    """
    found = [] if status == "ambiguous" else _settled(store, document, directive, status, most)
    rows = [_mention(row, _status(row), row["directive"], [], lang) for row in found]
    if status in (None, "ambiguous"):
        rows += _open(store, document, directive, lang)
    rows = [row for row in rows if status is None or row["status"] == status]
    rows.sort(key=lambda r: (r["document"], r["start"], r["end"], r["directive"] or ""))
    return rows if document or directive else rows[:most]


def _settled(
    store: Reader, document: str | None, directive: str | None, status: str | None, most: int
) -> list[Row]:
    """The mentions that mean one directive, asked for from the end that has fewer."""
    if directive is not None:
        rows = store.rows(question("mentions_of"), id=directive)
        return [row for row in rows if document is None or row["document"] == document]
    if not document:
        return store.rows(question("mentions"), status=status or "", most=most)
    held = store.rows(question("named"), document=document, number="")
    if held:
        rows = store.rows(question("mentions_by"), id=held[0]["id"])
        return [row for row in rows if row["document"] == document]
    return store.rows(question("mentions_in"), document=document)


def _open(store: Reader, document: str | None, directive: str | None, lang: str) -> list[Row]:
    """The mentions that several directives fit."""
    if directive is not None:
        rows = store.rows(question("open_mentions_of"), id=directive)
        rows = [row for row in rows if document is None or row["document"] == document]
    elif document:
        rows = store.rows(question("open_mentions_in"), document=document)
    else:
        rows = store.rows(question("open_mentions"))
    found: dict[str, tuple[Row, list[str]]] = {}
    for row in rows:
        found.setdefault(row["id"], (row, []))[1].append(row["candidate"])
    return [_mention(row, "ambiguous", None, sorted(set(some)), lang) for row, some in found.values()]


def _status(row: Row) -> str:
    if row["source"] == row["directive"]:
        return "self"
    return "resolved" if row["status"] == "held" else "cited-only"


def _mention(row: Row, status: str, meant: str | None, candidates: list[str], lang: str) -> Row:
    kept = {name: row[name] for name in ("document", "start", "end", "quote", "number")}
    reason = row["en"] if lang == "en" else row["vi"]
    return {**kept, "status": status, "directive": meant, "candidates": candidates, "reason": reason}


def wanted(store: Reader) -> list[Row]:
    """Cited directives that are not held, those that most documents cite first.

    Rows are `{id, number, type, title, date, issuer, province, level, canonical, documents, mentions}`.
    """
    return store.rows(question("wanted"))


def conflicts(store: Reader) -> list[Row]:
    """Directives of which documents state different things.

    Rows are `{id, number, type, title, date, issuer, province, status, claims}`, a claim being
    `{field, value, evidence}`.
    """
    rows = store.rows(question("conflicts"))
    return [{**row, "claims": json.loads(row["claims"])} for row in rows]


def coverage(store: Reader, id: str, by: str = "province", on: str | None = None) -> list[Row]:
    """Who has an implementing document of `id` in this collection, and who has none.

    `by` "province": one row for each province that exists `on` a day (today if None), papers of the
    units that became part of it counted for it. `by` "level": one row for each level that has any.
    Rows are `{province or level, documents, first, days}`: the number of documents that carry it out,
    the row of the earliest one held (or else cited, or else undated), and the days from the directive's
    date to its date. None of them means "not in this collection", never "not done".

    Raises:
        NothingFound: no such directive.
    """
    top = directive(store, id)
    rows = [row for row in implementing(store, top["id"]) if row["via"] == "document"]
    if by == "level":
        order = ("province", "district", "commune", "grassroots", "central")
        return [
            _covered({"level": level}, [row for row in rows if row["level"] == level], top)
            for level in order
            if any(row["level"] == level for row in rows)
        ]
    day = on or date.today().isoformat()
    units = sorted({unit.name for unit in provinces() if unit.valid_on(day)}, key=bare)
    return [_covered({"province": name}, _papers_of(name, rows, day), top) for name in units]


def _papers_of(province: str, rows: list[Row], day: str) -> list[Row]:
    names = {fold(name) for name in family(province)}
    return [
        row
        for row in rows
        if row["province"] and (fold(row["province"]) in names or _now(row, day) == province)
    ]


def _now(row: Row, day: str) -> str | None:
    unit = unit_on(row["province"], day)
    return unit.name if unit else None


def _covered(head: Row, rows: list[Row], top: Row) -> Row:
    dated = sorted(rows, key=_firstness)
    first = {name: dated[0][name] for name in (*FIELDS, "document")} if dated else None
    return {**head, "documents": len(rows), "first": first, "days": _days(top, first) if first else None}


def _firstness(row: Row) -> tuple[Any, ...]:
    """An undated paper cannot say how long it took, so a dated one known by citation goes before it."""
    return row["date"] is None, row["status"] != "held", row["date"], row["id"]


def _days(top: Row, first: Row) -> int | None:
    """The days between two full dates."""
    dates = [row.get("date") or "" for row in (top, first)]
    if any(len(text) != 10 for text in dates):
        return None
    begun, done = map(date.fromisoformat, dates)
    return (done - begun).days
