"""Implementation chains: what carries a directive out, what it carries out, and how two hang together.

A chain follows implements, continues and reviews from the later document to the earlier one; promulgating
and guiding carry nothing out. Each directive comes once, with its shortest chain; of equal ones, the chain
whose steps come first by date, then id. Links of whole documents (title, opening) come before links of
single tasks: a task's link can only be the first step of a chain, and nothing goes on through it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Any, cast

from graph.errors import NothingFound
from graph.model import CARRYING, RELATIONS
from graph.store import EVIDENCE, Keeping, Reader, Row, directive, question, said
from graph.ways import shortest
from ontology.fold import fold
from ontology.places import family
from ontology.types import type_typed

FIELDS = ("id", "number", "type", "title", "date", "issuer", "province", "level", "status")
STEPS = 30
"""The longest chain that is followed."""
_LATE = "9999"


def implementing(
    store: Reader,
    id: str,
    *,
    type: str | None = None,
    province: str | None = None,
    level: str | None = None,
    status: str | None = None,
    direct: bool = False,
    most: int | None = None,
) -> list[Row]:
    """What carries the directive `id` out, directly or through others.

    Rows are `{id, number, type, title, date, issuer, province, level, status, document, depth, via,
    chain}`: `via` "document" rows by depth, date and id, then `via` "task" rows likewise. `chain` runs
    from the row's directive to `id`; its steps are `{from, to, manner, evidence}`, the first of a
    "task" row with `task`, the task's path. A filter leaves rows out, never links of a chain.
    `province` also takes papers of the units that became part of it.

    Raises:
        Extensive: there are more than `most` links in the tree.
    """
    # A runtime check of the protocol would take as long as the look-up itself.
    keeps = hasattr(store, "carrying")
    links, tasks = _walked(cast(Keeping, store).carrying, id, most) if keeps else _asked(store, id)
    chains = _chains(id, links)
    rows = [_row(link, chain, "document") for link, chain in chains.values()]
    rows += _task_rows(id, tasks, chains)
    provinces = _folded_family(province)
    wanted = fold(type_typed(type)) if type else None
    return [
        row
        for row in rows
        if (not direct or row["depth"] == 1)
        and (wanted is None or fold(row["type"] or "") == wanted)
        and (provinces is None or fold(row["province"] or "") in provinces)
        and (level is None or row["level"] == level)
        and (status is None or row["status"] == status)
    ]


def ancestry(store: Reader, id: str, *, most: int | None = None) -> list[Row]:
    """What the directive `id` carries out, up to the top; rows as `implementing` gives them.

    `chain` runs from `id` to the row's directive.

    Raises:
        Extensive: there are more than `most` links on the way up.
    """
    keeps = hasattr(store, "carried")
    links, tasks = (
        _walked(cast(Keeping, store).carried, id, most, upward=True) if keeps else _asked_upward(store, id)
    )
    chains = _chains(id, links, upward=True)
    rows = [_row(link, chain, "document") for link, chain in chains.values()]
    return rows + _task_rows(id, tasks, chains, upward=True)


class Extensive(Exception):
    """A tree has more links than the asker wants to wait for: who asks so catches it, no user sees it."""


def _walked(
    next_to: Callable[[Sequence[str]], list[Row]], id: str, most: int | None, upward: bool = False
) -> tuple[list[Row], list[Row]]:
    """The links of documents below or above `id`, and those of tasks, level by level."""
    links: list[Row] = []
    tasks: list[Row] = []
    reached, level = {id}, [id]
    for depth in range(STEPS + 1):
        below = set()
        if most is not None and len(links) + len(tasks) + len(level) > most:
            raise Extensive
        for link in next_to(level) if level else ():
            if link["manner"] not in CARRYING:
                continue
            if "path" in link:
                if not (upward and depth):
                    tasks.append(link)
            elif depth < STEPS:
                links.append(link)
                if not link["last"]:
                    below.add(link["id"])
        level = sorted(below - reached)
        reached |= below
    return links, tasks


def _asked(store: Reader, id: str) -> tuple[list[Row], list[Row]]:
    """The same, by questions."""
    parameters = {"id": id, "manners": list(CARRYING)}
    links = _carrying(store, "implementing", parameters)
    tasks = _carrying(store, "implementing_tasks", parameters)
    ids = sorted({link["id"] for link in tasks})
    setters = {row["id"]: row for row in store.rows(question("directive_rows"), ids=ids)} if ids else {}
    return links, [{**setters[link["id"]], **link} for link in tasks]


def _asked_upward(store: Reader, id: str) -> tuple[list[Row], list[Row]]:
    """What `id` and its tasks carry out, by questions."""
    links = _carrying(store, "ancestry", {"id": id, "manners": list(CARRYING)})
    tasks = _carrying(store, "ancestry_tasks", {"id": id})
    links, tasks = ([{**link, "target": link["source"]} for link in found] for found in (links, tasks))
    return links, tasks


def _carrying(store: Reader, name: str, parameters: Row) -> list[Row]:
    """The links that a question gives, those that carry out."""
    return [link for link in store.rows(question(name), **parameters) if link["manner"] in CARRYING]


Chain = tuple[Row, list[Row]]


def _chains(top: str, links: Iterable[Row], upward: bool = False) -> dict[str, Chain]:
    """The link and chain by which each directive is reached from `top`, nearest first.

    A link leads from its `id` to its `target`, which is a step nearer to `top`.
    """
    nearer: dict[str, dict[str, Row]] = {}
    for link in links:
        group = nearer.setdefault(link["target"], {})
        other = group.get(link["id"])
        if other is None or _preference(link) < _preference(other):
            group[link["id"]] = link
    found: dict[str, Chain] = {}
    order: list[str] = []
    frontier = [top]
    while frontier:
        reached: list[tuple[str, str]] = []
        for near in frontier:
            rest = found[near][1] if near in found else []
            for id, link in nearer.get(near, {}).items():
                if id not in found and id != top:
                    step = _step(link, upward)
                    found[id] = link, [*rest, step] if upward else [step, *rest]
                    reached.append((link["date"] or _LATE, id))
        frontier = [id for _, id in sorted(reached)]
        order += frontier
    return {id: found[id] for id in order}


def _preference(link: Row) -> tuple[Any, ...]:
    """Of several links between two directives: the one that carries out, then the one said first."""
    return CARRYING.index(link["manner"]), link["document"] or "", link["start"] or 0


def _step(link: Row, upward: bool = False) -> Row:
    ends = (link["target"], link["id"]) if upward else (link["id"], link["target"])
    words = None if link["start"] is None else dict(zip(EVIDENCE, _evidence(link), strict=True))
    step = {"from": ends[0], "to": ends[1], "manner": link["manner"], "evidence": words}
    if "path" in link:
        step["task"] = link["path"]
    return step


_fields, _evidence = itemgetter(*FIELDS), itemgetter(*EVIDENCE)


def _row(link: Row, chain: list[Row], via: str) -> Row:
    row = dict(zip(FIELDS, _fields(link), strict=True))
    row["document"], row["depth"], row["via"], row["chain"] = link["held"], len(chain), via, chain
    return row


def _task_rows(top: str, tasks: list[Row], chains: dict[str, Chain], upward: bool = False) -> list[Row]:
    """Rows of directives that only a task links; each with its shortest chain."""
    best: dict[str, tuple[tuple[Any, ...], Row]] = {}
    for link in tasks:
        if link["id"] in chains or link["id"] == top:
            continue
        near, rest = chains.get(link["target"], ({"date": ""}, []))
        key = (len(rest), near["date"] or _LATE, link["target"], *_preference(link), link["path"])
        if link["id"] not in best or key < best[link["id"]][0]:
            best[link["id"]] = key, _row(link, [_step(link, upward), *rest], "task")
    return sorted((row for _, row in best.values()), key=lambda r: (r["depth"], r["date"] or _LATE, r["id"]))


def _folded_family(province: str | None) -> frozenset[str] | None:
    return frozenset(fold(name) for name in family(province)) if province else None


def path(store: Reader, start: str, end: str) -> list[Row]:
    """How two directives hang together: the steps from `start` to `end`.

    A step is `{from, to, kind, manner, evidence}` in the direction in which it was stated, so `from`
    is not always the nearer one. A chain of carrying out, up or down, is preferred to the shortest
    way by any relation; see `ancestry` and `graph.ways.shortest` for which of equal ones is given.

    Raises:
        NothingFound: nothing joins the two.
    """
    if start == end:
        return []
    for low, top in ((start, end), (end, start)):
        chain: list[Row] = next((row["chain"] for row in _above(store, low) if row["id"] == top), [])
        if chain:
            steps = [{**step, "kind": "IMPLEMENTS"} for step in (chain if low == start else chain[::-1])]
            return [{name: step[name] for name in STEP} for step in steps]
    nodes = shortest(store, start, end)
    if nodes:
        return [_between(store, *pair) for pair in pairwise(nodes)]
    raise NothingFound(f"không có mối liên hệ giữa {start} và {end}", f"nothing joins {start} and {end}")


STEP = ("from", "to", "kind", "manner", "evidence")


def _above(store: Reader, id: str) -> list[Row]:
    """What the document `id` itself carries out, directly or through others."""
    return [row for row in ancestry(store, id) if row["via"] == "document"]


def _between(store: Reader, one: str, other: str) -> Row:
    """The strongest relation between two neighbours."""
    found = [row for row in links(store, one) if row["other"]["id"] == other]
    row = min(found, key=lambda row: (RELATIONS.index(row["kind"]), row["manner"] or ""))
    return {name: row[name] for name in STEP}


def links(store: Reader, id: str) -> list[Row]:
    """Every stated relation of `id` to another directive, once for each evidence.

    Rows are `{from, to, kind, manner, part, function, evidence, other}`; `other` is the other
    directive's row.
    """
    found = []
    for name in ("links_from", "links_to"):
        for row in store.rows(question(name), id=id):
            other = directive_row(row["other"])
            if other["id"] == id:
                continue
            ends = (id, other["id"]) if name == "links_from" else (other["id"], id)
            edge = row["edge"]
            values = {name: edge.get(name) for name in ("manner", "part", "function", "number")}
            found.append(
                {
                    "from": ends[0],
                    "to": ends[1],
                    "kind": row["kind"],
                    **values,
                    "evidence": edge_evidence(edge),
                    "other": other,
                }
            )
    return sorted(found, key=_link_order)


def _link_order(row: Row) -> tuple[Any, ...]:
    words = row["evidence"] or {"document": "", "start": 0}
    place = (words["document"], words["start"])
    return RELATIONS.index(row["kind"]), row["manner"] or "", row["from"], row["to"], place


def directive_row(node: Row) -> Row:
    """A directive's node as the commands print it."""
    return {name: node.get(name) for name in (*FIELDS, "document")}


def edge_evidence(edge: Row) -> Row | None:
    """The evidence that an edge's properties hold."""
    if edge.get("start_offset") is None:
        return None
    return {
        "document": edge.get("document"),
        "start": edge["start_offset"],
        "end": edge.get("end_offset"),
        "quote": edge.get("quote"),
        "rule": edge.get("rule"),
    }


def neighbourhood(
    store: Reader, id: str, *, steps: int = 1, kinds: Sequence[str] = RELATIONS[:-1], limit: int = 300
) -> Row:
    """The directives within `steps` of `id`, for drawing: `{nodes, edges, truncated}`.

    A node is a directive's row with `distance` and `more`, the number of its neighbours that are not
    among the nodes. Edges are as `links` gives them, one for each (from, to, kind, manner). At most
    `limit` nodes, nearest and earliest first.

    Raises:
        NothingFound: no such directive.
    """
    nodes: dict[str, Row] = {id: {**directive_row(directive(store, id)), "distance": 0}}
    around: dict[str, list[Row]] = {id: []}
    frontier, truncated = [id], False
    for distance in range(1, steps + 1):
        reached: dict[str, Row] = {}
        for near in frontier:
            known = {row["id"]: row for row in store.rows(question("neighbours"), id=near)}
            for row in _links_around(store, near, kinds):
                around.setdefault(row["id"], []).append(row)
                if near in (row["from"], row["to"]) and row["id"] not in nodes:
                    reached[row["id"]] = known[row["id"]]
        new = sorted(reached.values(), key=_by_date)
        truncated = truncated or len(nodes) + len(new) > limit
        new = new[: limit - len(nodes)]
        nodes |= {row["id"]: {**row, "distance": distance} for row in new}
        frontier = [row["id"] for row in new]
    edges = _edges_among(nodes, around)
    return {"nodes": list(nodes.values()), "edges": edges, "truncated": truncated}


def _edges_among(nodes: Mapping[str, Row], around: Mapping[str, Sequence[Row]]) -> list[Row]:
    """The links between `nodes`, one for each (from, to, kind, manner); each node's `more` is set."""
    edges: dict[tuple[str, ...], Row] = {}
    for key, node in nodes.items():
        ends = [(row, row["to"] if row["from"] == key else row["from"]) for row in around.get(key, ())]
        node["more"] = len({other for _, other in ends} - nodes.keys())
        for row, other in sorted(ends, key=lambda pair: _link_order(pair[0])):
            if other in nodes and other != key:
                name = (row["from"], row["to"], row["kind"], row["manner"] or "")
                edges.setdefault(name, {k: row[k] for k in ("from", "to", "kind", "manner", "evidence")})
    return [edges[key] for key in sorted(edges)]


def _links_around(store: Reader, id: str, kinds: Sequence[str]) -> list[Row]:
    """The links of each neighbour of `id`; the row's `id` is the neighbour's."""
    return [
        {
            "id": row["near"],
            "from": row["source"],
            "to": row["target"],
            "kind": row["kind"],
            "manner": row["manner"],
            "evidence": said(row),
        }
        for row in store.rows(question("links_around"), id=id)
        if row["kind"] in kinds
    ]


def _by_date(row: Row) -> tuple[str, str]:
    return row["date"] or _LATE, row["id"]
