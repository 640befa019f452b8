"""Every named question, asked of two stores that hold one graph: what they answer differently.

The questions are the texts of `graph/queries` as the program asks them, for directives, tasks, bodies and
documents drawn from the graph, and the program's own functions over them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.resources import files
from random import Random
from typing import Any

from graph import catalogue, lineage, reference, responsibility
from graph.catalogue import ALL
from graph.errors import LineageError
from graph.model import CARRYING, Directive, Graph
from graph.store import Reader, question

Ask = Callable[[Reader], Any]


def names() -> set[str]:
    """The names of all questions."""
    return {path.name.removesuffix(".cypher") for path in (files("graph") / "queries").iterdir()}


def questions(graph: Graph, count: int, seed: int = 1) -> Iterator[tuple[str, Ask]]:
    """Questions with a label that begins with their name: each about `count` things of the graph."""
    draw = Random(seed)
    directives = _most_linked(graph, count) + _some(draw, graph.directives, count)
    bodies = _some(draw, graph.bodies, count)
    tasks = [task.id for task in _some(draw, graph.tasks, count)]
    ids = [directive.id for directive in directives]
    documents = sorted({d.document for d in directives if d.document})
    of_one = [*ids, *tasks, *(body.id for body in bodies), "directive/none"]
    for name in sorted(names()):
        wanted = set(re.findall(r"\$([a-z_]+)", question(name)))
        for values in _parameters(wanted, ids, of_one, documents):
            yield name, _asked(name, **{one: values[one] for one in wanted})
    for directive in directives:
        yield from _of_directive(directive, draw.choice(ids))
    for body in bodies:
        for text in (body.id, body.name, body.name.split()[0]):
            yield "responsibilities", lambda store, text=text: responsibility.responsibilities(store, text)
            yield "bodies, bodies_starting", lambda store, text=text: responsibility.fitting(store, text)
            yield "find_bodies", lambda store, text=text: catalogue.find(store, text)
    for document in documents:
        yield "mentions", lambda store, document=document: catalogue.mentions(store, document)
    yield "wanted", catalogue.wanted
    yield "conflicts", catalogue.conflicts


def _parameters(
    wanted: set[str], ids: list[str], of_one: list[str], documents: list[str]
) -> Iterator[dict[str, Any]]:
    """Values for the parameters of a question; none for one that only the program's functions ask."""
    manners = list(CARRYING)
    if wanted <= {"manners", "ids"}:
        yield {"manners": manners, "ids": ids}
    elif wanted <= {"manners", "id"}:
        yield from ({"manners": manners, "id": id} for id in of_one)
    elif wanted <= {"document"}:
        yield from ({"document": document} for document in documents)
    elif wanted <= {"status", "most"}:
        yield from (
            {"status": status, "most": most} for status in ("", "resolved", "self") for most in (50, ALL)
        )


def _asked(name: str, **parameters: Any) -> Ask:
    """A question's rows, in an order of our own: not every question has one."""

    def ask(store: Reader) -> Counter[str]:
        return Counter(map(_text, store.rows(question(name), **parameters)))

    return ask


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _of_directive(directive: Directive, other: str) -> Iterator[tuple[str, Ask]]:
    id, words = directive.id, (directive.title or "công tác dân vận").split()
    for function in (lineage.implementing, lineage.ancestry, lineage.links, lineage.neighbourhood):
        yield function.__name__, lambda store, function=function: function(store, id)
    for function in (catalogue.show, catalogue.tasks, catalogue.coverage):
        yield function.__name__, lambda store, function=function: function(store, id)
    yield "path", lambda store: lineage.path(store, id, other)
    yield "mentions", lambda store: catalogue.mentions(store, directive=id)
    for text in (directive.number, " ".join(words[:3]), words[-1]):
        if text:
            yield "find_directives", lambda store, text=text: catalogue.find(store, text)
    for ref in (id, directive.number, directive.title, directive.document, directive.canonical):
        if ref:
            yield "reference, named", lambda store, ref=ref: reference.matches(store, ref)


def _most_linked(graph: Graph, count: int) -> list[Directive]:
    linked = Counter(edge.target for edge in graph.edges)
    return sorted(graph.directives, key=lambda d: (-linked[d.id], d.id))[:count]


def _some(draw: Random, items: Any, count: int) -> list[Any]:
    return draw.sample(list(items), min(count, len(items)))


def answer(ask: Ask, store: Reader) -> Any:
    """What a store answers, or the words with which it refuses."""
    try:
        return ask(store)
    except LineageError as error:
        return f"{type(error).__name__}: {error.en}"


def differences(graph: Graph, one: Reader, other: Reader, count: int) -> list[str]:
    """The questions that two stores of `graph` answer differently, each with the first difference."""
    found = []
    for label, ask in questions(graph, count):
        mine, theirs = answer(ask, one), answer(ask, other)
        if mine != theirs:
            found.append(f"{label}: {_first(mine, theirs)}")
    return found


def _first(mine: Any, theirs: Any) -> str:
    if isinstance(mine, list) and isinstance(theirs, list):
        for at, (one, other) in enumerate(zip(mine, theirs, strict=False)):
            if one != other:
                return f"row {at}: {_text(one)[:300]} / {_text(other)[:300]}"
        return f"{len(mine)} rows / {len(theirs)} rows"
    if isinstance(mine, Counter) and isinstance(theirs, Counter):
        return f"{list((mine - theirs).items())[:2]} / {list((theirs - mine).items())[:2]}"[:600]
    return f"{_text(mine)[:300]} / {_text(theirs)[:300]}"
