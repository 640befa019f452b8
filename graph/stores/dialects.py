"""Where the two stores' Cypher differs, and nothing else.

Both dialects write the same meaning, Neo4j's: lists count from 0 and give null outside, `sum` of nothing
is 0, and within one MATCH no relationship is matched twice. Ladybug counts lists from 1, fails outside
them, and matches by homomorphism. Neo4j spells a shortest path and a filtered step as quantified patterns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import ClassVar

from graph.cypher.patterns import Edge, Node, Path
from graph.stores import kept


def _node(node: Node) -> str:
    labels = f":{'|'.join(node.labels)}" if node.labels else ""
    return f"({node.variable or ''}{labels}{_before(node.properties)})"


def _before(properties: str | None) -> str:
    return f" {properties}" if properties else ""


def _arrow(edge: Edge, body: str, after: str = "") -> str:
    return f"{'<' if edge.left else ''}-[{body}]-{'>' if edge.right else ''}{after}"


def _head(edge: Edge) -> str:
    return (edge.variable or "") + (f":{'|'.join(edge.types)}" if edge.types else "")


def _named(path: Path, steps: str) -> str:
    return f"{path.variable} = {steps}" if path.variable else steps


def _clause(optional: bool, patterns: list[str], where: list[str]) -> str:
    condition = " WHERE " + " AND ".join(f"({part})" for part in where) if where else ""
    return f"{'OPTIONAL ' if optional else ''}MATCH {', '.join(patterns)}{condition}"


class Ladybug:
    """The embedded store's dialect."""

    literals_in_lists = True
    templates: ClassVar[dict[str, str]] = {
        "sum": "coalesce(sum({0}), 0)",
        "relationships": "rels({0})",
        "labels": "[label({0})]",
        "type": "label({0})",
        "startnode": "start_node({0})",
        "endnode": "end_node({0})",
        "split": "string_split({0}, {1})",
        "tostring": "cast({0} AS STRING)",
        "tointeger": "cast({0} AS INT64)",
        "tofloat": "cast({0} AS DOUBLE)",
        "tail": "list_slice({0}, 2, size({0}))",
        "tolower": "lower({0})",
        "toupper": "upper({0})",
    }

    def call(self, name: str, arguments: list[str]) -> str:
        if name in ("head", "last"):
            return self.index(arguments[0], "0" if name == "head" else "-1")
        if name == "substring":
            return f"substring({arguments[0]}, {_plus_one(arguments[1])}, {(*arguments, '1000000')[2]})"
        if name == "round" and len(arguments) == 1:
            return f"round({arguments[0]}, 0)"
        template = self.templates.get(name)
        return template.format(*arguments) if template else f"{name}({', '.join(arguments)})"

    def index(self, items: str, index: str) -> str:
        place = f"size({items}) + 1 {index}" if index.startswith("-") else _plus_one(index)
        found = f"list_any_value(list_slice({items}, {place}, {place}))"
        return f"(CASE WHEN {place} >= 1 AND {place} <= size({items}) THEN {found} END)"

    def cut(self, items: str, low: str | None, high: str | None) -> str:
        return f"list_slice({items}, {_plus_one(low or '0')}, {high or f'size({items})'})"

    def comprehension(self, variable: str, items: str, where: str | None, result: str | None) -> str:
        if where:
            items = f"list_filter({items}, {variable} -> {where})"
        return f"list_transform({items}, {variable} -> {result})" if result else items

    def projection(self, items: list[tuple[str, str]]) -> str:
        return "{" + ", ".join(f"{key}: {value}" for key, value in items) + "}"

    def has_label(self, variable: str, labels: tuple[str, ...]) -> str:
        return f"label({variable}) IN [{', '.join(repr(label) for label in labels)}]"

    def recursive(self, variable: str) -> str:
        return f"rels({variable})"

    def match(self, paths: list[Path], optional: bool, where: list[str]) -> str:
        conditions = [*where, *self._visible(paths), *self._once(paths)]
        return _clause(optional, [self._path(path) for path in paths], conditions)

    def _path(self, path: Path) -> str:
        steps = _node(path.nodes[0])
        for edge, node in zip(path.edges, path.nodes[1:], strict=True):
            steps += _arrow(edge, _head(edge) + self._hops(edge) + _before(edge.properties)) + _node(node)
            if edge.left == edge.right:
                steps = steps.replace("<-[", "-[").replace("]->", "]-") if edge.left else steps
        return _named(path, steps)

    def _hops(self, edge: Edge) -> str:
        hops = edge.hops
        if hops is None:
            return ""
        filtered = f" ({hops.filter_variable}, _ | WHERE {hops.filter})" if hops.filter else ""
        return f"* {hops.semantics} {hops.low}..{hops.high}{filtered}"

    def _visible(self, paths: list[Path]) -> Iterator[str]:
        """Conditions that a node of any label is none of those kept for lineage; these have no edges."""
        for number, path in enumerate(paths):
            node = path.nodes[0]
            if not path.edges and not node.labels:
                node.variable = node.variable or f"_node{number}"
                yield f"label({node.variable}) <> '{kept.TABLE}'"

    def _once(self, paths: list[Path]) -> Iterator[str]:
        """Conditions that no relationship is matched twice; names what has no name yet."""
        single: list[Edge] = []
        for number, path in enumerate(paths):
            if len(path.edges) > 1 and any(edge.hops for edge in path.edges):
                path.variable = path.variable or f"_path{number}"
                yield f"is_trail({path.variable})"
            single += [edge for edge in path.edges if edge.hops is None]
        for first, second in combinations(single, 2):
            if not (first.types and second.types) or set(first.types) & set(second.types):
                for edge in (first, second):
                    edge.variable = edge.variable or f"_edge{single.index(edge)}"
                yield f"id({first.variable}) <> id({second.variable})"


class Neo4j:
    """Neo4j's dialect (5.26 or newer)."""

    literals_in_lists = False
    names: ClassVar[dict[str, str]] = {
        "tolower": "toLower",
        "toupper": "toUpper",
        "tostring": "toString",
        "tointeger": "toInteger",
        "tofloat": "toFloat",
        "startnode": "startNode",
        "endnode": "endNode",
        "nullif": "nullIf",
        "rels": "relationships",
    }

    def call(self, name: str, arguments: list[str]) -> str:
        return f"{self.names.get(name, name)}({', '.join(arguments)})"

    def index(self, items: str, index: str) -> str:
        return f"{items}[{index}]"

    def cut(self, items: str, low: str | None, high: str | None) -> str:
        return f"{items}[{low or '0'}..{high or ''}]"

    def comprehension(self, variable: str, items: str, where: str | None, result: str | None) -> str:
        return (
            f"[{variable} IN {items}{f' WHERE {where}' if where else ''}{f' | {result}' if result else ''}]"
        )

    def projection(self, items: list[tuple[str, str]]) -> str:
        return "{" + ", ".join(f"{key}: {value}" for key, value in items) + "}"

    def has_label(self, variable: str, labels: tuple[str, ...]) -> str:
        return f"{variable}:{'|'.join(labels)}"

    def recursive(self, variable: str) -> str:
        return variable

    def match(self, paths: list[Path], optional: bool, where: list[str]) -> str:
        conditions = [*where, *self._acyclic(paths), *self._apart(paths)]
        if not optional and len(paths) == 1 and _asks_what_is_reached(paths[0]):
            # By its own search of shortest ways Neo4j would go every way; so it prunes what it has been to.
            return f"{_clause(optional, [self._path(_any_way(paths[0]))], conditions)}\nWITH DISTINCT *"
        plain = [self._path(path) for path in paths if not path.shortest]
        shortest = [f"{_selector(path)}{self._path(path)}" for path in paths if path.shortest]
        clauses = [*([", ".join(plain)] if plain else []), *shortest]
        return "\n".join(
            _clause(optional, [clause], conditions if clause is clauses[-1] else []) for clause in clauses
        )

    def _path(self, path: Path) -> str:
        steps = _node(path.nodes[0])
        for edge, node in zip(path.edges, path.nodes[1:], strict=True):
            steps += self._edge(edge) + _node(node)
        return _named(path, steps) if not path.shortest else steps

    def _edge(self, edge: Edge) -> str:
        hops, both = edge.hops, edge.left and edge.right
        if both:
            edge = Edge(edge.variable, edge.types, edge.properties, False, False, hops)
        if hops is None:
            return _arrow(edge, _head(edge) + _before(edge.properties))
        if "SHORTEST" not in hops.semantics and hops.filter is None:
            return _arrow(edge, f"{_head(edge)}*{hops.low}..{hops.high}{_before(edge.properties)}")
        if hops.filter_variable and not edge.variable:
            edge = Edge(hops.filter_variable, edge.types, edge.properties, edge.left, edge.right, hops)
        where = f" WHERE {hops.filter}" if hops.filter else ""
        body = _head(edge) + _before(edge.properties) + where
        return _arrow(edge, body, f"{{{hops.low},{hops.high}}}")

    def _acyclic(self, paths: list[Path]) -> Iterator[str]:
        """Neo4j 5 has no ACYCLIC: no node may come twice on such a path."""
        for number, path in enumerate(paths):
            if any(edge.hops and edge.hops.semantics == "ACYCLIC" for edge in path.edges):
                path.variable = path.variable or f"_path{number}"
                nodes = f"nodes({path.variable})"
                yield f"all(_node IN {nodes} WHERE single(_same IN {nodes} WHERE _same = _node))"

    def _apart(self, paths: list[Path]) -> Iterator[str]:
        """A shortest path leads to another node; here it would also lead back by a cycle."""
        for number, path in enumerate(paths):
            if path.shortest:
                for node, name in zip(path.nodes, (f"_from{number}", f"_to{number}"), strict=True):
                    node.variable = node.variable or name
                yield " <> ".join(str(node.variable) for node in path.nodes)


def _asks_what_is_reached(path: Path) -> bool:
    """Whether a shortest path is only there to say which nodes are within its steps."""
    if path.shortest != "SHORTEST" or path.variable or len(path.edges) != 1:
        return False
    edge = path.edges[0]
    hops = edge.hops
    named = edge.variable or edge.properties
    return hops is not None and not named and hops.filter is None and hops.low == 1


def _any_way(path: Path) -> Path:
    """The path with any way in the place of the shortest one."""
    edges = [replace(edge, hops=edge.hops and replace(edge.hops, semantics="TRAIL")) for edge in path.edges]
    return replace(path, edges=edges)


def _selector(path: Path) -> str:
    """What stands before a shortest path; the path's name comes first."""
    selector = "ALL SHORTEST " if path.shortest == "ALL SHORTEST" else "ANY SHORTEST "
    return f"{path.variable} = {selector}" if path.variable else selector


def _plus_one(index: str) -> str:
    return str(int(index) + 1) if index.isdigit() else f"({index}) + 1"


LADYBUG = Ladybug()
NEO4J = Neo4j()
