"""Who must do what by when: a body's tasks, its own and those given to classes that it belongs to."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any, Literal

from graph.bodies import canonical
from graph.errors import NothingFound
from graph.folded import name_key
from graph.model import ROLES
from graph.store import Reader, Row, question, said
from ontology.fold import fold
from ontology.load import cues, expand
from ontology.places import family, provinces

_PERIOD = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?")


def responsibilities(
    store: Reader,
    body: str,
    *,
    province: str | None = None,
    role: str | None = None,
    due_before: str | None = None,
    most: int | None = None,
) -> list[Row]:
    """The tasks of every body that the name `body` fits.

    `body` is a name (old or new, long or short, with or without its place), "name@province", or an
    id. Rows are `{body, province, directive, document, task, path, text, role, inherited_from,
    deadline, recurrence, evidence}` by province, the directive's date, and place in the text.
    `inherited_from` is None, "heading III.1", or the name of the class that was given the task.
    `due_before` (a date or period) keeps tasks whose period ends before it begins. Of the rows after the
    first `most`, only those of the same province need be there.

    Raises:
        NothingFound: no body has that name.
    """
    limit = period(due_before)[0] if due_before else None
    classes = store.rows(question("classes"))
    nodes = sorted(fitting(store, body, province), key=_province)
    kept: list[Row] = []
    for _, together in groupby(nodes, key=_province):
        rows = [row for node in together for row in _tasks_of(store, node, classes)]
        rows.sort(key=lambda row: row.pop("order"))
        kept += [
            row
            for row in rows
            if (role is None or row["role"] == role)
            and (limit is None or (row["deadline"] and period(row["deadline"])[1] < limit))
        ]
        if most is not None and len(kept) >= most:
            break
    return kept


def _province(node: Row) -> str:
    """What rows are sorted by first."""
    return node.get("province") or "~"


def _tasks_of(store: Reader, node: Row, classes: Iterable[Row]) -> Iterator[Row]:
    """A body's tasks, its own and those of its classes, each with its `order`."""
    own = store.rows(question("responsibilities"), id=node["id"])
    yield from (_row(row, node, _heading(row["inherited_from"])) for row in own)
    named = {row["task"] for row in own}
    for group in _classes_of(node, classes):
        given = store.rows(question("responsibilities"), id=group["id"])
        # "Ban A chủ trì, phối hợp với các ban": a body named itself is not meant by the class too.
        yield from (_row(row, node, group["name"]) for row in given if row["task"] not in named)


def fitting(store: Reader, text: str, province: str | None = None) -> list[Row]:
    """The nodes of all bodies that a name fits, those they came from and became included.

    A name that no body bears in full finds those whose names begin with it.

    Raises:
        NothingFound: there is none.
    """
    name, _, place = text.partition("@")
    for reading in _readings(name.strip(), place.strip() or province):
        nodes = store.rows(question(reading.question), **reading.parameters)
        kept = {row["b"]["id"]: row["b"] for row in nodes if reading.holds(row["b"])}
        for id in _related(store, kept) if kept else ():
            other = store.rows(question("body"), id=id)[0]["b"]
            if reading.holds(other):
                kept[id] = other
        if kept:
            return [kept[id] for id in sorted(kept)]
    raise NothingFound(f"không có cơ quan, tổ chức nào tên “{text}”", f"no body is called “{text}”")


def _related(store: Reader, ids: Iterable[str]) -> set[str]:
    """Other bodies: those that became one of these, and those that one of these became, by any steps."""
    after: dict[str, list[str]] = {}
    before: dict[str, list[str]] = {}
    for row in store.rows(question("successors")):
        after.setdefault(row["before"], []).append(row["after"])
        before.setdefault(row["after"], []).append(row["before"])
    own = set(ids)
    found = set()
    for steps in (after, before):
        reached, frontier = set(own), list(own)
        while frontier:
            frontier = [id for near in frontier for id in steps.get(near, ()) if id not in reached]
            reached.update(frontier)
        found |= reached
    return found - own


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to take a name: the question to ask, and the province that must agree."""

    question: str
    parameters: Row
    province: str | None

    def holds(self, node: Row) -> bool:
        if self.province is None:
            return True
        own = node.get("province")
        return own is not None and fold(own) in {fold(name) for name in family(self.province)}


def _readings(name: str, province: str | None) -> Iterator[_Reading]:
    """How a name may be meant, strictest first."""
    key = name_key(name)
    if not key:
        return
    yield _Reading("bodies", {"id": name, "name": key}, province)
    known = _known(name, key)
    stem, place = _without_place(key)
    if place is None or province is None or place in family(province):
        within = province or place
        for form in dict.fromkeys((known, stem, f"{stem} tinh")):
            yield _Reading("bodies", {"id": "", "name": form}, within)
    yield _Reading("bodies_starting", {"words": f"|{key} "}, province)


def _known(name: str, key: str) -> str:
    """The folded name of the body that the vocabulary knows by `name`.

    One member of a class ("Huyện ủy Mai Sơn") is not the class: it has its own tasks, not all members'.
    """
    entry = canonical(name)
    names = (entry.name, *entry.members, *entry.variants, *entry.abbreviations)
    if entry.kind == "class" and key not in map(name_key, names):
        return key
    return name_key(entry.name)


def _without_place(key: str) -> tuple[str, str | None]:
    """A folded name without the province at its end, and that province.

    >>> _without_place("ban dan van tinh uy son la"), _without_place("so noi vu tinh son la")
    (('ban dan van tinh uy', 'Sơn La'), ('so noi vu', 'Sơn La'))
    """
    for folded, place in _folded_provinces().items():
        if key.endswith(f" {folded}"):
            stem = key[: -len(folded) - 1]
            return re.sub(r" (?:tinh|thanh pho)$", "", stem), place
    return key, None


@cache
def _folded_provinces() -> dict[str, str]:
    """The provinces by their folded names, longest first."""
    names = {name_key(unit.name): unit.name for unit in provinces()}
    return {folded: names[folded] for folded in sorted(names, key=len, reverse=True)}


def _classes_of(node: Row, classes: Iterable[Row]) -> list[Row]:
    """Those of the classes that a body belongs to."""
    if node["kind"] == "class":
        return []
    return [group for group in classes if _within(node, group) and is_member(node["name"], group["name"])]


def _within(node: Row, group: Row) -> bool:
    """Whether a class reaches a body: central ones all, local ones their place, unplaced their document."""
    if group["province"] is None:
        home = group["id"].split("/")[1]
        return home in ("central", node["id"].split("/")[1])
    return all(group[where] in (None, node.get(where)) for where in ("province", "place"))


def is_member(body: str, group: str) -> bool:
    """Whether a body belongs to a class, by their names alone; the rules are `vocab/classes.toml`.

    >>> is_member("Huyện ủy Mai Sơn", "các huyện ủy, thành ủy"), is_member("Sở Nội vụ", "các huyện ủy")
    (True, False)
    """
    folded, wanted = fold(body), fold(group)
    return any(
        cue.pattern.search(wanted) and _members(name).search(folded) for name, cue in cues("classes").items()
    )


@cache
def _members(name: str) -> re.Pattern[str]:
    return re.compile(expand(cues("classes")[name].facts["member"], {}))


def period(deadline: str) -> tuple[str, str]:
    """The first and last day of a deadline.

    >>> period("2022-Q3"), period("2024-02"), period("2022"), period("2022-11-30")
    (('2022-07-01', '2022-09-30'), ('2024-02-01', '2024-02-29'), ('2022-01-01', '2022-12-31'), \
('2022-11-30', '2022-11-30'))
    """
    match = _PERIOD.match(deadline)
    if match is None:
        return deadline, deadline
    year, quarter, month, day = match.groups()
    if day:
        return match[0], match[0]
    first = int(quarter) * 3 - 2 if quarter else int(month or 1)
    last = first + 2 if quarter else int(month or 12)
    if not 1 <= first <= last <= 12:
        return deadline, deadline
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{calendar.monthrange(int(year), last)[1]}"


def _heading(path: str | None) -> str | None:
    return f"heading {path}" if path else None


def parse_inherited(value: str) -> tuple[Literal["heading", "class"], str]:
    """What an `inherited_from` says: a heading and its path, or a class of bodies and its name.

    >>> parse_inherited("heading III.1"), parse_inherited("các huyện ủy")
    (('heading', 'III.1'), ('class', 'các huyện ủy'))
    """
    kind, _, path = value.partition(" ")
    return ("heading", path) if kind == "heading" else ("class", value)


def _row(row: Row, node: Row, inherited_from: str | None) -> Row:
    evidence = said({**row, "document": row["said_in"]})
    columns = ("directive", "document", "task", "path", "text", "role")
    return {
        "body": node["name"],
        "province": node.get("province"),
        **{name: row[name] for name in columns},
        "inherited_from": inherited_from,
        "deadline": row["deadline"],
        "recurrence": row["recurrence"],
        "evidence": evidence,
        "order": _order(row, node, inherited_from),
    }


def _order(row: Row, node: Row, inherited_from: str | None) -> tuple[Any, ...]:
    role = ROLES.index(row["role"]) if row["role"] in ROLES else len(ROLES)
    place = (row["date"] or "9999", row["directive"], row["place"], row["path"])
    return _province(node), *place, inherited_from or "", role, node["id"]
