"""The shortest way between two directives by any relation, whichever store holds the graph.

Both ends are surrounded step by step, the one with fewer directives around it first, until the two rings
meet: a search from one end alone would read most of a large graph, where everything hangs together within
some six steps. Where the rings meet in several places, and wherever several directives are as near, the
first by date, then id, is taken; so the way back is the same way.
"""

from __future__ import annotations

from graph.store import Reader, question

STEPS = 12
"""The longest way that is looked for."""

_LATE = "9999"


def shortest(store: Reader, start: str, end: str) -> list[str]:
    """The ids along a shortest way from `start` to `end`, both included; empty if there is none."""
    rings = sorted((_Rings(store, start), _Rings(store, end)), key=lambda rings: rings.top)
    for _ in range(STEPS):
        near, far = sorted(rings, key=lambda rings: len(rings.distance))
        if not near.widen():
            return []
        met = [id for id in near.newest if id in far.distance]
        if met:
            middle = min(met, key=near.order)
            ways = {rings.top: rings.back(middle) for rings in (near, far)}
            return [*reversed(ways[start]), middle, *ways[end]]
    return []


class _Rings:
    """What lies around one directive: how many steps away each is."""

    def __init__(self, store: Reader, top: str) -> None:
        self.top = top
        self.distance = {top: 0}
        self.newest = [top]
        self._store = store
        self._dates = {top: ""}
        self._steps = 0

    def order(self, id: str) -> tuple[str, str]:
        """By date, then id."""
        return self._dates[id], id

    def widen(self) -> bool:
        """Take one more step all round; False: there is nothing more."""
        # All rings are asked for again: the store counts them from one centre in a few milliseconds, and a
        # step from each directive of the rim takes a hundred times that among 50,000 directives.
        self._steps += 1
        text = question("around").replace(f"1..{STEPS}", f"1..{self._steps}")
        rows = self._store.rows(text, id=self.top)
        self.newest = [row["id"] for row in rows if row["id"] not in self.distance]
        self._dates |= {row["id"]: row["date"] or _LATE for row in rows}
        self.distance |= dict.fromkeys(self.newest, self._steps)
        return bool(self.newest)

    def back(self, id: str) -> list[str]:
        """The way from `id` to the top, without `id`."""
        way = []
        for steps in range(self.distance[id] - 1, -1, -1):
            around = self._store.rows(question("neighbours"), id=id)
            near = [row["id"] for row in around if self.distance.get(row["id"]) == steps]
            id = min(near, key=self.order)
            way.append(id)
        return way
