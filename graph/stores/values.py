"""Answers in one form, whichever store gave them; see `graph.store.Reader.ask`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from graph.stores.schema import HIDDEN

SCALARS = frozenset((str, int, float, bool, type(None)))
"""The types of values that need no change."""


def properties(values: Mapping[str, Any], derived: bool) -> dict[str, Any]:
    """A node's or relationship's properties without the empty ones, and without the `derived` ones if so."""
    return {
        name: plain(value, derived)
        for name, value in sorted(values.items())
        if value is not None and value != [] and name[0] != "_" and (derived or not name.startswith(HIDDEN))
    }


def plain(value: Any, derived: bool = False) -> Any:
    """A value of ladybug's as JSON can hold it; `derived`: with the columns that searches compare."""
    if type(value) in SCALARS:
        return value
    if isinstance(value, list):
        return [plain(item, derived) for item in value]
    if isinstance(value, dict):
        return _dict(value, derived)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _dict(value: dict[str, Any], derived: bool) -> dict[str, Any]:
    if "_NODES" in value:
        nodes, steps = value["_NODES"], value["_RELS"]
        return {"nodes": plain(nodes, derived), "relationships": plain(steps, derived)}
    if "_SRC" in value:
        return {"type": value["_LABEL"], **properties(value, derived)}
    if "_LABEL" in value:
        return {"label": value["_LABEL"], **properties(value, derived)}
    return {name: plain(item, derived) for name, item in value.items()}
