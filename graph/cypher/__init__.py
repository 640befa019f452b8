"""The read-only subset of Cypher that both stores answer, parsed and written in a store's dialect.

A query is MATCH, OPTIONAL MATCH, WHERE, WITH, UNWIND, RETURN, ORDER BY, SKIP, LIMIT and UNION over the
labels and edge types of the graph, with the functions of `graph.cypher.words`, EXISTS { } and
COUNT { }, CASE, list comprehensions, quantifiers and parameters. Whatever the parser does not know is
refused: there is no CALL, LOAD, COPY, SHOW, USE or second statement to forbid. A plain `*` reaches at
most 30 steps; `* SHORTEST` and `* ACYCLIC` are as in ladybug, shortestPath() as in Neo4j.
The same text means the same on both stores: lists count from 0, no relationship is matched twice.
"""

from __future__ import annotations

from functools import lru_cache

from graph.cypher.expressions import MAX_WRITTEN, Expressions
from graph.cypher.patterns import Dialect, Edge, Hops, Node, Path
from graph.cypher.query import Query
from graph.cypher.tokens import refused
from graph.model import EDGE_KINDS, LABELS

MAX_HOPS = 30
MAX_EDGES = 30
ALL_ROWS = 2**62
_SHORTEST = {"SHORTESTPATH": "SHORTEST", "ALLSHORTESTPATHS": "ALL SHORTEST"}


@lru_cache(maxsize=256)
def translate(text: str, dialect: Dialect, limit: int | None = None) -> Query:
    """`text` in a store's dialect; `limit` is put where the last RETURN has no smaller one.

    Raises:
        RefusedQuery: `text` is not in the subset; the message says where.
    """
    parser = _Parser(text, dialect, limit)
    written, columns = parser.query()
    if len(written) > MAX_WRITTEN:
        raise refused("câu hỏi quá dài", "the query is too long", len(text))
    return Query(written, columns, frozenset(parser.parameters), parser.constants, frozenset(parser.inlined))


class _Parser(Expressions):
    """Clauses and patterns."""

    def __init__(self, text: str, dialect: Dialect, limit: int | None) -> None:
        super().__init__(text, dialect)
        self.limit = limit
        self.scope: dict[str, None] = {}
        self.where: list[str] = []
        self.columns: tuple[str, ...] = ()
        self.projected: list[str] = []
        self.union = any(token.says("UNION") for token in self.tokens)

    def query(self) -> tuple[str, tuple[str, ...]]:
        """The whole text: single queries joined by UNION."""
        parts = [self._single()]
        columns = self.columns
        while self.take("UNION"):
            parts.append("UNION ALL" if self.take("ALL") else "UNION")
            self.limit = None
            parts.append(self._single())
            if self.columns != columns:
                raise self.unexpected("the same columns on both sides of UNION")
        self.take(";")
        if self.token.kind != "end":
            raise self.unexpected("the end")
        return "\n".join(parts), columns

    # --- clauses

    def _single(self) -> str:
        for names in (self.scope, self.recursive, self.directed):
            names.clear()
        clauses = []
        while True:
            if self.token.says("MATCH", "OPTIONAL"):
                clauses.append(self._match())
            elif self.take("UNWIND"):
                clauses.append(self._unwind())
            elif self.take("WITH"):
                clauses.append("WITH " + self._projection_body(final=False))
            elif self.take("RETURN"):
                return "\n".join([*clauses, "RETURN " + self._projection_body(final=True)])
            else:
                raise self.unexpected("MATCH, OPTIONAL MATCH, UNWIND, WITH, RETURN")

    def _match(self) -> str:
        optional = self.take("OPTIONAL")
        self.need("MATCH")
        outer, self.where = self.where, []
        paths = self._paths()
        if self.take("WHERE"):
            self.where.append(self.expression())
        where, self.where = self.where, outer
        return self.dialect.match(paths, optional, where)

    def _unwind(self) -> str:
        items = self.expression()
        self.need("AS")
        name = self._bind(self.variable())
        return f"UNWIND {items} AS {name}"

    def _projection_body(self, final: bool) -> str:
        distinct = "DISTINCT " if self.take("DISTINCT") else ""
        items = self._items(final)
        parts = [distinct + ", ".join(item for item, _ in items)]
        if final:
            self.columns = tuple(name for _, name in items)
        else:
            self.scope = {f"`{name}`": None for _, name in items}
            self.recursive.clear()
            self.directed &= self.scope.keys()
        if self.take("ORDER", "BY"):
            parts.append("ORDER BY " + ", ".join(self._sort_items()))
        if self.take("SKIP"):
            parts.append("SKIP " + self._amount())
        parts += self._limit(final)
        if not final and parts[-1].startswith("ORDER BY"):
            parts.append(f"LIMIT {ALL_ROWS}")  # ladybug sorts in WITH only what it also cuts
        if not final and self.take("WHERE"):
            parts.append("WHERE " + self.expression())
        return " ".join(parts)

    def _items(self, final: bool) -> list[tuple[str, str]]:
        """What is projected, and the name of each column."""
        found: list[tuple[str, str]] = []
        self.projected.clear()
        if self.take("*"):
            if not self.scope:
                raise self.unexpected("a variable")
            found = [self._variable_item(name) for name in sorted(self.scope)]
            if not self.take(","):
                return found
        while True:
            found.append(self._item(final))
            if not self.take(","):
                return found

    def _variable_item(self, name: str) -> tuple[str, str]:
        """A variable as a projected item."""
        recursive = name in self.recursive
        return f"{self.dialect.recursive(name)} AS {name}" if recursive else name, name.strip("`")

    def _item(self, final: bool) -> tuple[str, str]:
        first, at = self.token, self.at
        value = self.expression()
        if self.union:
            value = self._once_more(value)
        if self.take("AS"):
            name = self.name("an alias")
            return f"{value} AS {name}", name.strip("`")
        if self.at == at + 1 and first.kind in ("name", "quoted") and f"`{first.value}`" in self.scope:
            return self._variable_item(f"`{first.value}`")
        if not final:
            raise self.unexpected("AS and a name, as WITH needs")
        return value, self.text[first.start : self.tokens[self.at - 1].end]

    def _once_more(self, value: str) -> str:
        """A value that is projected again: ladybug mixes up the columns of a UNION with one thing twice."""
        times = self.projected.count(value)
        self.projected.append(value)
        return "coalesce(" * times + value + ")" * times

    def _sort_items(self) -> list[str]:
        found = []
        while True:
            value = self.expression()
            if self.take("DESC") or self.take("DESCENDING"):
                value += " DESC"
            elif self.take("ASC") or self.take("ASCENDING"):
                pass
            found.append(value)
            if not self.take(","):
                return found

    def _amount(self) -> str:
        if self.token.kind not in ("int", "parameter"):
            raise self.unexpected("a whole number or a parameter")
        return self._atom()

    def _limit(self, final: bool) -> list[str]:
        asked = None
        if self.take("LIMIT"):
            if self.token.kind != "int" or not final or self.limit is None:
                return ["LIMIT " + self._amount()]
            asked = self.number()
        if not final or self.limit is None or self.token.says("UNION"):
            return [] if asked is None else [f"LIMIT {asked}"]
        return [f"LIMIT {self.limit if asked is None else min(asked, self.limit)}"]

    # --- patterns

    def _bind(self, name: str) -> str:
        self.scope[name] = None
        return name

    def _paths(self) -> list[Path]:
        paths = [self._path()]
        while self.take(","):
            paths.append(self._path())
        if sum(len(path.edges) for path in paths) > MAX_EDGES:
            raise self.unexpected(f"at most {MAX_EDGES} relationships in one MATCH")
        return paths

    def _path(self) -> Path:
        path = Path(None)
        if self.token.kind in ("name", "quoted") and self.ahead(1).says("="):
            path.variable = self._bind(self.variable())
            self.need("=")
        semantics = _SHORTEST.get(self.token.text.upper()) if self.ahead(1).says("(") else None
        if semantics:
            self.next()
            self.need("(")
        path.nodes.append(self._node())
        while self.token.says("-", "<"):
            path.edges.append(self._edge())
            path.nodes.append(self._node())
        if semantics:
            self.need(")")
            self._make_shortest(path, semantics)
        if path.shortest and len(path.edges) > 1:
            raise self.unexpected("a SHORTEST pattern of one edge, (a)-[…]->(b)")
        return path

    def _make_shortest(self, path: Path, semantics: str) -> None:
        hops = path.edges[0].hops if path.edges else None
        if hops is None or hops.low > 1:
            raise self.unexpected("a pattern such as (a)-[:CITES*1..5]->(b)")
        hops.semantics, hops.low = semantics, 1

    def _node(self) -> Node:
        self.need("(")
        node = Node(None)
        if self.token.kind in ("name", "quoted") and not self.token.says("WHERE"):
            node.variable = self._bind(self.variable())
        if self.token.says(":"):
            node.labels = self.labels()
        if self.token.says("{"):
            node.properties = self._map()
        if node.variable and self.take("WHERE"):
            self.where.append(self.expression())
        self.need(")")
        return node

    def labels(self) -> tuple[str, ...]:
        """`:Label|Label`."""
        return self._kinds(LABELS, "nhãn", "label")

    def _kinds(self, known: tuple[str, ...], vi: str, en: str) -> tuple[str, ...]:
        self.need(":")
        found = []
        while True:
            token = self.next()
            if token.kind not in ("name", "quoted") or token.value not in known:
                raise refused(
                    f"không có {vi} “{token.text}”; có {', '.join(known)}",
                    f"no {en} “{token.text}”; there are {', '.join(known)}",
                    token.start,
                )
            found.append(str(token.value))
            if not self.take("|"):
                return tuple(found)
            self.take(":")

    def _edge(self) -> Edge:
        left = self.take("<")
        self.need("-")
        edge = Edge(None, (), None, left, False)
        if self.take("["):
            self._edge_body(edge)
            self.need("]")
        self.need("-")
        edge.right = self.take(">")
        if edge.variable and edge.hops is None and edge.left != edge.right:
            self.directed.add(edge.variable)
        if edge.hops and edge.hops.filter and edge.variable:
            raise self.unexpected("no variable beside a filter; relationships(path) lists the steps")
        return edge

    def _edge_body(self, edge: Edge) -> None:
        if self.token.kind in ("name", "quoted") and not self.token.says("WHERE"):
            edge.variable = self._bind(self.variable())
        if self.token.says(":"):
            edge.types = self._kinds(EDGE_KINDS, "loại cạnh", "edge type")
        if self.take("*"):
            edge.hops = self._hops()
            if edge.variable:
                self.recursive.add(edge.variable)
        if self.token.says("{"):
            edge.properties = self._map()
        if edge.variable and edge.hops is None and self.take("WHERE"):
            self.where.append(self.expression())

    def _hops(self) -> Hops:
        semantics = "TRAIL"
        for words in (("ALL", "SHORTEST"), ("SHORTEST",), ("ACYCLIC",), ("TRAIL",)):
            if self.take(*words):
                semantics = " ".join(words)
                break
        token = self.token
        hops = Hops(*self._bounds(), semantics)
        if hops.high > MAX_HOPS or hops.low > hops.high or ("SHORTEST" in semantics and hops.low != 1):
            raise refused(
                f"số bước phải từ 1 đến nhiều nhất {MAX_HOPS}",
                f"the number of steps goes from 1 to at most {MAX_HOPS}",
                token.start,
            )
        if self.take("("):
            hops.filter_variable = self.variable()
            self.need(",")
            if self.next().text != "_":
                raise self.unexpected("“_”")
            self.need("|", "WHERE")
            hops.filter = self.expression()
            self.need(")")
        return hops

    def _bounds(self) -> tuple[int, int]:
        """`low..high`; an open end is the most that is allowed."""
        low = self.number() if self.token.kind == "int" else None
        if not self.take(".."):
            return (1, MAX_HOPS) if low is None else (low, low)
        high = self.number() if self.token.kind == "int" else MAX_HOPS
        return 1 if low is None else low, high

    # --- patterns inside expressions

    def starts_pattern(self) -> bool:
        """Whether a pattern begins here, by looking ahead: `(d)-[`, `(d:Label)<-`, `({`, `(d {`."""
        if not self.token.says("("):
            return False
        i = 1
        if self.ahead(i).kind in ("name", "quoted"):
            i += 1
        while self.ahead(i).says(":", "|"):
            i += 2
        if self.ahead(i).says("{") and i < 3:
            return True
        if not self.ahead(i).says(")"):
            return False
        i += 1
        if self.ahead(i).says("<"):
            i += 1
        return self.ahead(i).says("-") and self.ahead(i + 1).says("[", "-")

    def pattern_predicate(self) -> str:
        """A pattern used as a condition."""
        return self._exists("EXISTS", self._subpattern(False))

    def subquery(self, kind: str) -> str:
        """`EXISTS { MATCH … WHERE … }`, also with COUNT or without MATCH."""
        self.need("{")
        self.take("MATCH")
        inner = self._subpattern(True)
        self.need("}")
        return self._exists(kind, inner)

    def _subpattern(self, several: bool) -> str:
        scope, recursive, outer = dict(self.scope), set(self.recursive), self.where
        self.where = []
        paths = self._paths() if several else [self._path()]
        if several and self.take("WHERE"):
            self.where.append(self.expression())
        where = self.where
        self.scope, self.recursive, self.where = scope, recursive, outer
        return self.dialect.match(paths, False, where)

    def _exists(self, kind: str, inner: str) -> str:
        return f"{kind} {{ {inner} }}"
