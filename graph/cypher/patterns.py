"""The parts of a MATCH, parsed; each store's dialect writes them its own way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(slots=True)
class Node:
    """`(variable:Label|Label {properties})`; expressions are already in the store's dialect."""

    variable: str | None
    labels: tuple[str, ...] = ()
    properties: str | None = None


@dataclass(slots=True)
class Hops:
    """`* SEMANTICS low..high (rel, _ | WHERE filter)`.

    semantics: TRAIL (no edge twice, the meaning of a plain `*`), ACYCLIC (no node twice), SHORTEST
    (one shortest path for each pair of ends) or ALL SHORTEST.
    """

    low: int
    high: int
    semantics: str = "TRAIL"
    filter_variable: str | None = None
    filter: str | None = None


@dataclass(slots=True)
class Edge:
    """`<-[variable:TYPE|TYPE * hops {properties}]-`."""

    variable: str | None
    types: tuple[str, ...]
    properties: str | None
    left: bool
    right: bool
    hops: Hops | None = None


@dataclass(slots=True)
class Path:
    """`variable = node edge node …`."""

    variable: str | None
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)

    @property
    def shortest(self) -> str | None:
        """ "SHORTEST" or "ALL SHORTEST" if an edge says so."""
        found = (edge.hops.semantics for edge in self.edges if edge.hops)
        return next((semantics for semantics in found if "SHORTEST" in semantics), None)


class Dialect(Protocol):
    """How one store writes what others write differently.

    `literals_in_lists`: no parameters in the conditions of list comprehensions and quantifiers.
    """

    literals_in_lists: bool

    def call(self, name: str, arguments: list[str]) -> str:
        """A function of the subset (lower case) applied to arguments already written."""
        ...

    def index(self, items: str, index: str) -> str:
        """Element `index` of a list, from 0, negative from the end, null outside."""
        ...

    def cut(self, items: str, low: str | None, high: str | None) -> str:
        """Elements from `low` up to but not including `high`."""
        ...

    def comprehension(self, variable: str, items: str, where: str | None, result: str | None) -> str:
        """`[variable IN items WHERE where | result]`."""
        ...

    def projection(self, items: list[tuple[str, str]]) -> str:
        """A map of these keys and values."""
        ...

    def has_label(self, variable: str, labels: tuple[str, ...]) -> str:
        """Whether a node has one of the labels."""
        ...

    def recursive(self, variable: str) -> str:
        """The list of relationships of a variable-length edge."""
        ...

    def match(self, paths: list[Path], optional: bool, where: list[str]) -> str:
        """A MATCH clause with its conditions, no relationship matched twice."""
        ...
