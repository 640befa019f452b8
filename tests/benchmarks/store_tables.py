"""A large invented graph as arrow tables, made without a record for each node and edge.

One paper in fifty is central, three in ten a province's, the rest districts'. Every paper below the centre
carries out one or two of the level above and cites three or four others; every second sets a task that a
body is given, of which some carry something out themselves: six edges a paper in all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow
import pyarrow.compute as pc

from graph.stores import schema
from ontology.places import provinces

EDGES = 6
"""Edges for each paper."""

PLACES = sorted({unit.name for unit in provinces()})
QUOTE = "thực hiện Nghị quyết số 25-NQ/TW về dân vận"


@dataclass(frozen=True)
class Invented:
    """The tables of `size` papers; the same every time."""

    size: int

    @property
    def central(self) -> int:
        """How many papers are central; they are the first."""
        return self.size // 50

    @property
    def province(self) -> int:
        """Where the provinces' papers end."""
        return self.size * 3 // 10

    @cached_property
    def links(self) -> tuple[Any, Any]:
        """The numbers of the papers that carry out, and of those carried out."""
        below = _range(self.central, self.size)
        second = pc.filter(below, pc.greater(_random(len(below), 1), 0.6))
        source = pc.cast(pyarrow.concat_arrays([below, second]), pyarrow.int64())
        return source, self._above(source, 2)

    def tables(self) -> Iterator[schema.ArrowTable]:
        """The graph, nodes first."""
        size = self.size
        yield self._directives()
        yield self._bodies()
        tasks = pc.multiply(_range(0, size // 2), 2)
        yield self._tasks(tasks)
        source, target = self.links
        yield self._edges("IMPLEMENTS", (self.ids(source), self.ids(target)), "Directive", source)
        doing = pc.filter(tasks, pc.greater_equal(tasks, self.size * 2 // 3))
        ends = self._task_ids(doing), self.ids(self._above(doing, 3))
        yield self._edges("IMPLEMENTS", ends, "Task", doing)
        citations = EDGES * size - len(source) - len(doing) - 2 * len(tasks)
        citing = pc.cast(pc.floor(pc.multiply(_random(citations, 4), size)), pyarrow.int64())
        cited = pc.cast(pc.floor(pc.multiply(_random(len(citing), 5), pc.add(citing, 1))), pyarrow.int64())
        yield self._edges("CITES", (self.ids(citing), self.ids(cited)), "Directive", citing)
        yield self._edges("SETS", (self.ids(tasks), self._task_ids(tasks)), "Directive", tasks)
        bodies = pc.take(pyarrow.array(f"body/{n}" for n in range(len(PLACES))), _modulo(tasks, len(PLACES)))
        yield self._edges("ASSIGNED_TO", (self._task_ids(tasks), bodies), "Task", tasks)

    def ids(self, numbers: Any) -> Any:
        """The ids of the papers of these numbers."""
        levels = pc.if_else(pc.less(numbers, self.central), "central", _level(numbers, self.province))
        return pc.binary_join_element_wise("directive/vn/party/", levels, "/", _text(numbers), "")

    def _above(self, source: Any, seed: int) -> Any:
        """A paper of the level above each."""
        share = _random(len(source), seed)
        wide = pc.if_else(pc.less(source, self.province), self.central, self.province - self.central)
        start = pc.if_else(pc.less(source, self.province), 0, self.central)
        return pc.add(start, pc.cast(pc.floor(pc.multiply(share, wide)), pyarrow.int64()))

    def _directives(self) -> schema.ArrowTable:
        numbers = _range(0, self.size)
        text = _text(numbers)
        number = pc.binary_join_element_wise(text, "-KH/TU", "")
        title = pc.binary_join_element_wise("về tăng cường công tác dân vận, phần", text, " ")
        folded = pc.binary_join_element_wise("tang cuong cong tac dan van phan", text, " ")
        central = pc.less(numbers, self.central)
        place = pc.take(pyarrow.array(PLACES), _modulo(numbers, len(PLACES)))
        year = _text(pc.add(2000, _modulo(numbers, 25)))
        values = {
            "id": self.ids(numbers),
            "type": pyarrow.repeat("kế hoạch", self.size),
            "number": number,
            "title": title,
            "date": pc.binary_join_element_wise(year, "-0", _text(pc.add(1, _modulo(numbers, 9))), "-15", ""),
            "level": pc.if_else(central, "central", _level(numbers, self.province)),
            "province": pc.if_else(central, pyarrow.scalar(None, pyarrow.string()), place),
            "issuer": pyarrow.repeat("Ban Thường vụ Tỉnh ủy", self.size),
            "status": pyarrow.repeat("held", self.size),
            "document": pc.binary_join_element_wise(text, ".txt", ""),
            "folded_number": pc.binary_join_element_wise(text, "-khtu", ""),
            "folded_title": folded,
            "folded_text": pc.binary_join_element_wise(pc.utf8_lower(number), folded, " | "),
        }
        return "Directive", None, _table(schema.NODES[0].columns, values, self.size)

    def _bodies(self) -> schema.ArrowTable:
        size = len(PLACES)
        values = {
            "id": pyarrow.array(f"body/{n}" for n in range(size)),
            "name": pyarrow.repeat("Ban Dân vận Tỉnh ủy", size),
            "kind": pyarrow.repeat("body", size),
            "province": pyarrow.array(PLACES),
            "folded_names": pyarrow.array([["ban dan van tinh uy"]] * size),
            "folded_text": pyarrow.repeat("|ban dan van tinh uy| ban dan van tinh uy", size),
        }
        return "Body", None, _table(schema.NODES[1].columns, values, size)

    def _task_ids(self, numbers: Any) -> Any:
        return pc.binary_join_element_wise("task/", _text(numbers), "/I.1", "")

    def _tasks(self, numbers: Any) -> schema.ArrowTable:
        size = len(numbers)
        values = {
            "id": self._task_ids(numbers),
            "path": pyarrow.repeat("I.1", size),
            "text": pyarrow.repeat("Ban Dân vận Tỉnh ủy chủ trì, phối hợp với các cơ quan liên quan.", size),
            "heading": pyarrow.repeat(False, size),
            "directive": self.ids(numbers),
            "document": pc.binary_join_element_wise(_text(numbers), ".txt", ""),
            "start_offset": numbers,
            "end_offset": pc.add(numbers, 60),
        }
        return "Task", None, _table(schema.NODES[2].columns, values, size)

    def _edges(self, kind: str, ends: tuple[Any, Any], label: str, papers: Any) -> schema.ArrowTable:
        size = len(papers)
        values = {
            "document": pc.binary_join_element_wise(_text(papers), ".txt", ""),
            "start_offset": papers,
            "end_offset": pc.add(papers, len(QUOTE)),
            "quote": pyarrow.repeat(QUOTE, size),
            "rule": pyarrow.repeat("links.opening", size),
            **({"manner": pyarrow.repeat("implements", size)} if kind == "IMPLEMENTS" else {}),
            **({"role": pyarrow.repeat("lead", size)} if kind == "ASSIGNED_TO" else {}),
            **({"function": pyarrow.repeat("other", size)} if kind == "CITES" else {}),
        }
        table = schema.edge_table(kind)
        rows = _table(table.columns, values, size)
        rows = rows.add_column(0, "to", ends[1]).add_column(0, "from", ends[0])
        return kind, next(pair for pair in table.ends if pair[0] == label), rows


def _table(columns: tuple[schema.Column, ...], values: dict[str, Any], size: int) -> Any:
    """The columns that have `values`, and empty ones for the others."""
    return pyarrow.table({column.name: values.get(column.name, _empty(column, size)) for column in columns})


def _empty(column: schema.Column, size: int) -> Any:
    if column.type == schema.STRINGS:
        offsets = pyarrow.repeat(pyarrow.scalar(0, pyarrow.int32()), size + 1)
        return pyarrow.ListArray.from_arrays(offsets, pyarrow.array([], pyarrow.string()))
    return pyarrow.nulls(size, schema.arrow_types()[column.type])


def _random(size: int, seed: int) -> Any:
    return pc.random(size, initializer=seed)


def _range(start: int, end: int) -> Any:
    return pyarrow.arange(start, end)


def _text(numbers: Any) -> Any:
    return pc.cast(numbers, pyarrow.string())


def _level(numbers: Any, province: int) -> Any:
    return pc.if_else(pc.less(numbers, province), "province", "district")


def _modulo(numbers: Any, by: int) -> Any:
    return pc.subtract(numbers, pc.multiply(pc.divide(numbers, by), by))
