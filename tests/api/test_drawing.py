"""Which cards a view shows: near neighbours, bundles of siblings, never more than the limit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest

from api.drawing import LIMIT, View, path_view, view_of

TOP = "directive/top"


class World:
    """Directives and links by hand: `links` are (from, to) or (from, to, manner)."""

    def __init__(self, links: Iterable[tuple[str, ...]], **levels: str) -> None:
        self.rows: dict[str, dict[str, Any]] = {}
        self.all: list[dict[str, Any]] = []
        for source, target, *manner in links:
            for id in (source, target):
                level = levels.get(id.partition("-")[0], "central")
                province = id.partition("-")[2].partition(".")[0] if level == "province" else None
                year = id.partition(".")[2] or "2013"
                self.rows.setdefault(
                    id,
                    {
                        "id": id,
                        "type": "kế hoạch",
                        "number": id,
                        "title": None,
                        "date": f"{year}-01-01",
                        "issuer": None,
                        "province": province,
                        "level": level,
                        "status": "held",
                    },
                )
            evidence = {"document": "a.txt", "start": 0, "end": 1, "quote": "a", "rule": "links.title"}
            link = {"from": source, "to": target, "manner": (manner or ["implements"])[0], "via": "document"}
            self.all.append({**link, "task": None, "evidence": evidence})

    def links(self, ids: Sequence[str]) -> list[dict[str, Any]]:
        return [link for link in self.all if link["from"] in ids or link["to"] in ids]

    def directives(self, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        return {id: self.rows[id] for id in ids}


def names(view: View) -> list[str]:
    return sorted(view.cards)


def ends(view: View) -> list[tuple[str, str]]:
    return sorted((line.source, line.target) for line in view.lines)


CHAIN = [("d", "c"), ("c", "b"), ("b", "a")]


def test_one_step_each_way_and_the_rest_counted():
    view = view_of(World(CHAIN), "b")
    assert names(view) == ["a", "b", "c"]
    assert (view.cards["c"].up, view.cards["c"].down) == (0, 1)
    assert view.cards["a"].up == 0


def test_an_opened_step_shows_the_next_and_its_lines():
    view = view_of(World(CHAIN), "b", ["down c"])
    assert names(view) == ["a", "b", "c", "d"]
    assert ends(view) == [("b", "a"), ("c", "b"), ("d", "c")]
    assert view.cards["c"].down == 0


def test_what_is_opened_far_from_the_view_changes_nothing():
    assert names(view_of(World(CHAIN), "b", ["down x", "nonsense", "up"])) == ["a", "b", "c"]


def test_lines_between_neighbours_are_drawn():
    view = view_of(World([("b", "a"), ("c", "a"), ("c", "b")]), "a")
    assert ends(view) == [("b", "a"), ("c", "a"), ("c", "b")]


def test_two_manners_between_two_directives_are_one_line():
    view = view_of(World([("b", "a"), ("b", "a", "reviews")]), "a")
    assert [line.manners for line in view.lines] == [("implements", "reviews")]


def test_a_cycle_ends():
    view = view_of(World([("a", "b"), ("b", "a")]), "a", ["up b", "down b", "up a"])
    assert names(view) == ["a", "b"]


def fan(count: int, years: int = 1) -> World:
    links = [(f"p-{at % 5}.{2010 + at % years}{at:05}"[:12] + f"x{at}", "top") for at in range(count)]
    return World(links, p="province")


def test_few_siblings_stand_singly_and_many_are_one_bundle():
    assert len(view_of(fan(8), "top").cards) == 9
    view = view_of(fan(40), "top")
    bundles = [card for card in view.cards.values() if card.kind == "bundle"]
    assert [(card.count, card.row["level"]) for card in bundles] == [(40, "province")]
    assert view.lines[0].links == ()


def test_an_opened_bundle_shows_its_cards():
    view = view_of(fan(40), "top", ["down:top:province"])
    assert len(view.cards) == 41
    assert all(card.kind == "card" for card in view.cards.values())


def test_a_large_bundle_opens_by_province():
    view = view_of(fan(400), "top", ["down:top:province"])
    bundles = [card for card in view.cards.values() if card.kind == "bundle"]
    assert len(bundles) == 5
    assert {card.row["province"] for card in bundles} == {"0", "1", "2", "3", "4"}


@pytest.mark.parametrize("count", [500, 5000])
def test_never_many_more_cards_than_the_limit(count):
    world = fan(count)
    opened = ["down:top:province", *(f"down:top:province:{at}" for at in range(5))]
    years = [f"down:top:province:{at}:{year}" for at in range(5) for year in range(2005, 2020)]
    view = view_of(world, "top", [*opened, *years])
    assert len(view.cards) <= LIMIT + 20
    assert sum(card.count for card in view.cards.values()) == count + 1


def test_the_table_holds_the_same_cards_once():
    for view in (view_of(World(CHAIN), "b", ["down c"]), view_of(fan(40), "top"), view_of(fan(8), "top")):
        assert sorted(branch.card.key for branch in view.branches) == names(view)


def test_the_table_indents_by_distance():
    view = view_of(World(CHAIN), "b", ["down c"])
    rows = [(branch.card.key, branch.way, branch.depth) for branch in view.branches]
    assert rows == [("b", "focus", 0), ("a", "up", 1), ("c", "down", 1), ("d", "down", 2)]


def test_a_path_shows_only_its_directives():
    world = World([*CHAIN, ("x", "b")])
    view = path_view(world, "c", [{"from": "c", "to": "b"}, {"from": "b", "to": "a"}])
    assert names(view) == ["a", "b", "c"]


def test_an_unknown_focus_is_a_key_error():
    with pytest.raises(KeyError):
        view_of(World(CHAIN), "nothing")
