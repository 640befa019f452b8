"""A query that has been read, ready to be run with its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.cypher.tokens import literal, mark
from graph.errors import RefusedQuery
from graph.folded import well_formed


@dataclass(frozen=True, slots=True)
class Query:
    """A query in one store's dialect, the names of its columns as the user wrote them, and its parameters.

    `inlined` are parameters that the store takes only as literals: `text` holds a mark in their place.
    """

    text: str
    columns: tuple[str, ...]
    parameters: frozenset[str]
    constants: Mapping[str, Any]
    inlined: frozenset[str]

    def bind(self, parameters: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """The text to run, and all the parameters that it names.

        Raises:
            RefusedQuery: a parameter is missing, or cannot be written as a literal where it must be.
        """
        missing = sorted(self.parameters - parameters.keys())
        if missing:
            names = ", ".join(f"${name}" for name in missing)
            raise RefusedQuery(f"thiếu tham số {names}", f"no value for {names}")
        given = {name: _whole(parameters[name]) for name in self.parameters}
        values = {**self.constants, **given}
        text = self.text
        for name in self.inlined:
            text = text.replace(mark(name), literal(values[name]))
        return text, {name: value for name, value in values.items() if f"${name}" in text}


def _whole(value: Any) -> Any:
    """A parameter with text that UTF-8 can hold; the command line may give other."""
    if isinstance(value, str):
        return well_formed(value)
    return [_whole(item) for item in value] if isinstance(value, list | tuple) else value
