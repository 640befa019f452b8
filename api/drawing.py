"""Which cards and lines a view of the lineage shows: near neighbours first, the rest one step away.

A view is a focus and the set of what the reader opened, so an address says all of it. Opened are
"up ID" and "down ID" (one more step from a shown directive) and a bundle's key. Never more than
about `LIMIT` cards: siblings of one level are bundled, then by province, then by year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

Row = dict[str, Any]

LIMIT = 300
BUNDLE_FROM = 9  # siblings of one level that still stand singly are fewer
SPREAD = 60  # an opened bundle larger than this falls into smaller bundles
LEVELS = ("central", "province", "district", "commune", "grassroots", "unknown")


class Links(Protocol):
    """What a view needs of the graph."""

    def links(self, ids: Sequence[str]) -> list[Row]:
        """Every link at these directives: `{from, to, manner, via, task, evidence}` by directive ids."""
        ...

    def directives(self, ids: Sequence[str]) -> dict[str, Row]:
        """The rows of these directives by id."""
        ...


@dataclass(frozen=True, slots=True)
class Card:
    """One directive (`row`), or a bundle of `count` siblings at `anchor`."""

    key: str
    row: Row
    up: int = 0
    down: int = 0
    kind: str = "card"
    count: int = 1
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """All links from one card to another; `links` is empty where an end is a bundle."""

    source: str
    target: str
    manners: tuple[str, ...]
    via: str
    links: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """One row of the table that says the same: a card under the one it was reached from."""

    card: Card
    depth: int
    way: str  # "focus", "up", "down"
    line: Line | None


@dataclass(slots=True)
class View:
    """What is shown, in a fixed order; `cut` counts siblings that found no room and stay bundled."""

    focus: str
    cards: dict[str, Card] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)
    cut: int = 0


def level_of(row: Row) -> str:
    """The lane of a directive."""
    level = row.get("level")
    return level if level in LEVELS else "unknown"


def view_of(source: Links, focus: str, opened: Iterable[str] = (), limit: int = LIMIT) -> View:
    """The view around `focus`: a step up and down, and every step that `opened` names.

    Raises:
        KeyError: `focus` is unknown.
    """
    opened = frozenset(opened)
    building = _Building(source, focus, opened, limit)
    for way in ("up", "down"):
        building.expand(focus, way)
    steps = {tuple(key.split(" ", 1)) for key in opened if key.startswith(("up ", "down "))}
    while ready := sorted(step for step in steps if step[1] in building.view.cards):
        for way, at in ready:
            building.expand(at, way)
        steps -= set(ready)
    return building.finish()


def path_view(source: Links, focus: str, steps: Sequence[Row]) -> View:
    """Only the directives on a path, given as its links in order."""
    ids = list(dict.fromkeys([focus, *(end for step in steps for end in (step["from"], step["to"]))]))
    building = _Building(source, focus, frozenset(), len(ids))
    building.show(ids)
    return building.finish()


class _Building:
    def __init__(self, source: Links, focus: str, opened: frozenset[str], limit: int) -> None:
        self.source, self.opened, self.limit = source, opened, limit
        self.view = View(focus)
        self.bundled: set[str] = set()
        self.bundle_lines: list[Line] = []
        self.show([focus])

    def show(self, ids: Sequence[str]) -> None:
        rows = self.source.directives(ids)
        for at in ids:
            self.view.cards.setdefault(at, Card(at, rows[at]))

    def expand(self, at: str, way: str) -> None:
        """Put the neighbours of `at` on the view, singly or bundled."""
        here, there = ("from", "to") if way == "up" else ("to", "from")
        near: dict[str, list[Row]] = {}
        for link in self.source.links([at]):
            known = link[there] in self.view.cards or link[there] in self.bundled
            if link[here] == at and link[there] != at and not known:
                near.setdefault(link[there], []).append(link)
        rows = self.source.directives(list(near))
        siblings = sorted(near, key=lambda id: order(rows[id]))
        for group in _groups(f"{way}:{at}", siblings, rows, self.opened):
            if group.single and len(self.view.cards) + len(group.ids) <= self.limit:
                self.show(group.ids)
            else:
                self._bundle(group, at, way, near, rows)

    def _bundle(
        self, group: _Group, at: str, way: str, near: Mapping[str, list[Row]], rows: Mapping[str, Row]
    ) -> None:
        self.bundled.update(group.ids)
        self.view.cut += len(group.ids) if group.single else 0
        links = [link for id in group.ids for link in near[id]]
        self.view.cards[group.key] = _bundle_card(group, at, [rows[id] for id in group.ids])
        manners = tuple(sorted({link["manner"] for link in links}))
        via = "task" if all(link["via"] == "task" for link in links) else "document"
        self.bundle_lines.append(Line(*((at, group.key) if way == "up" else (group.key, at)), manners, via))

    def finish(self) -> View:
        """Lines among all that is shown, the counts of what is not, and the table."""
        shown = {key for key, card in self.view.cards.items() if card.kind == "card"}
        pairs: dict[tuple[str, str], list[Row]] = {}
        hidden: dict[str, dict[str, set[str]]] = {key: {"up": set(), "down": set()} for key in shown}
        for link in self.source.links(sorted(shown)):
            source, target = link["from"], link["to"]
            if source in shown and target in shown:
                if source != target:
                    pairs.setdefault((source, target), []).append(link)
                continue
            for here, there, way in ((source, target, "up"), (target, source, "down")):
                if here in shown and there not in self.bundled:
                    hidden[here][way].add(there)
        for key in shown:
            up, down = len(hidden[key]["up"]), len(hidden[key]["down"])
            self.view.cards[key] = Card(key, self.view.cards[key].row, up, down)
        self.view.lines = [_line(*ends, links) for ends, links in sorted(pairs.items())]
        self.view.lines += sorted(self.bundle_lines, key=lambda line: (line.source, line.target))
        self.view.branches = _branches(self.view)
        return self.view


def order(row: Row) -> tuple[int, str, str, str]:
    """Level, province, date, id: the order in which siblings stand."""
    return LEVELS.index(level_of(row)), row.get("province") or "", row.get("date") or "9999", row["id"]


def _line(source: str, target: str, links: list[Row]) -> Line:
    whole = [link for link in links if link["via"] == "document"] or links
    return Line(
        source, target, tuple(sorted({link["manner"] for link in whole})), whole[0]["via"], tuple(links)
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """Siblings that stand together: as one bundle named `key`, or each for itself."""

    key: str
    ids: list[str]
    single: bool


_STEPS: tuple[Callable[[Row], str], ...] = (
    level_of,
    lambda row: row.get("province") or "-",
    lambda row: str(row.get("date") or "-")[:4],
)


def _groups(
    stem: str, ids: list[str], rows: Mapping[str, Row], opened: frozenset[str], step: int = 0
) -> list[_Group]:
    """Siblings by level; of an opened bundle that is large by province, then by year."""
    if step == len(_STEPS):
        return [_Group(f"{stem}:all", ids, True)]
    groups: dict[str, list[str]] = {}
    for id in ids:
        groups.setdefault(_STEPS[step](rows[id]), []).append(id)
    found: list[_Group] = []
    for name, members in groups.items():
        key = f"{stem}:{name}"
        if key in opened and len(members) > SPREAD:
            found += _groups(key, members, rows, opened, step + 1)
        else:
            found.append(_Group(key, members, len(members) < BUNDLE_FROM or key in opened))
    return found


def _bundle_card(group: _Group, anchor: str, rows: Sequence[Row]) -> Card:
    """The card of a bundle: what its directives share, and the years they span."""
    years = sorted({str(row["date"])[:4] for row in rows if row.get("date")})
    row = {
        **dict.fromkeys(("number", "title", "issuer", "status")),
        **{name: _common(row.get(name) for row in rows) for name in ("level", "province", "type")},
        "id": group.key,
        "date": years[0] if years else None,
        "years": (years[0], years[-1]) if years else None,
    }
    return Card(group.key, row, kind="bundle", count=len(rows), anchor=anchor)


def _common(values: Iterable[Any]) -> Any:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _branches(view: View) -> list[Branch]:
    """The cards as an indented list: the focus, then all above it, then all below it."""
    above: dict[str, list[tuple[str, Line]]] = {}
    below: dict[str, list[tuple[str, Line]]] = {}
    for line in view.lines:
        above.setdefault(line.source, []).append((line.target, line))
        below.setdefault(line.target, []).append((line.source, line))
    seen = {view.focus}
    found = [Branch(view.cards[view.focus], 0, "focus", None)]
    for way, near in (("up", above), ("down", below)):
        _walk(view, near, way, seen, found)
    # What is reached only by turning (up, then down another way) hangs on the card it was opened from.
    for key in sorted(set(view.cards) - seen, key=lambda key: order(view.cards[key].row)):
        hold = next((line for line in view.lines if key in (line.source, line.target)), None)
        found.append(Branch(view.cards[key], 1, "up" if hold and hold.target == key else "down", hold))
    return found


def _walk(
    view: View, near: Mapping[str, list[tuple[str, Line]]], way: str, seen: set[str], found: list[Branch]
) -> None:
    """Depth first in `way` from the focus, each card once, at its nearest place."""
    parents: dict[str, tuple[str, Line]] = {}
    ring = [view.focus]
    while ring:
        fresh = []
        for at in ring:
            for key, line in sorted(near.get(at, ()), key=lambda pair: order(view.cards[pair[0]].row)):
                if key not in seen:
                    seen.add(key)
                    parents[key] = (at, line)
                    fresh.append(key)
        ring = fresh
    children: dict[str, list[str]] = {}
    for key, (at, _) in parents.items():
        children.setdefault(at, []).append(key)
    stack = [(key, 1) for key in reversed(children.get(view.focus, []))]
    while stack:
        key, depth = stack.pop()
        found.append(Branch(view.cards[key], depth, way, parents[key][1]))
        stack += [(child, depth + 1) for child in reversed(children.get(key, []))]
