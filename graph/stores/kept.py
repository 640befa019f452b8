"""Links of carrying out kept ready beside each directive, in a table that no query of a user's can name.

One step along an edge takes ladybug about a millisecond where there are a million directives, a look-up
by key a tenth of that. So a build also writes, for each directive, the links that carry it out, each with
the row of the directive that it comes from: a tree is then one look-up a level.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Row = dict[str, Any]

COLUMNS = (
    *("id", "number", "type", "title", "date", "issuer", "province", "level", "status", "held"),
    *("manner", "document", "start", "end", "quote", "rule", "path", "last"),
)
"""The directive below, what is said of the link, the path of the task that makes it, if one does, and
whether nothing carries out the directive below, so that it need not be looked up."""

BARE = ("start", "end", "last")
"""Columns whose values JSON writes without quotation marks."""

CHUNK = 200_000
"""Links written at a time."""

TABLE = "Kept"
STATEMENT = f"CREATE NODE TABLE {TABLE} (id STRING, links STRING, PRIMARY KEY (id))"
ONE = f"MATCH (k:{TABLE} {{id: $id}}) RETURN k.id, k.links"
MANY = f"UNWIND $ids AS at MATCH (k:{TABLE} {{id: at}}) RETURN k.id, k.links"
"""What creates the table, and what is kept of one directive and of many, in ladybug's words."""

_RETURNED = (
    "a.id AS target, offset(id(a)) AS place, offset(id(b)) AS below, "
    "b.id AS id, b.number AS number, b.type AS type, b.title AS title, "
    "b.date AS date, b.issuer AS issuer, b.province AS province, b.level AS level, b.status AS status, "
    "b.document AS held, e.manner AS manner, e.document AS document, e.start_offset AS `start`, "
    "e.end_offset AS `end`, e.quote AS quote, e.rule AS rule"
)
_LINKS = (
    f"MATCH (b:Directive)-[e:IMPLEMENTS]->(a:Directive) RETURN {_RETURNED}, cast(NULL AS STRING) AS path",
    "MATCH (t:Task)-[e:IMPLEMENTS]->(a:Directive), (b:Directive) WHERE b.id = t.directive "
    f"RETURN {_RETURNED}, t.path AS path",
)
"""Every link of carrying out, of documents and of tasks."""


def keep(connection: Any) -> None:
    """Fill the table from the edges that the file has."""
    import pyarrow  # type: ignore[import-untyped]
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    found = [connection.execute(query).get_as_arrow() for query in _LINKS]
    links = pyarrow.concat_tables([table.select(found[0].column_names) for table in found])
    last = pc.invert(pc.is_in(links["below"], value_set=links["place"]))
    links = links.append_column("last", last)
    links = links.take(pc.sort_indices(links, [("place", "ascending")]))
    starts = _starts(links["place"].combine_chunks())
    for first, last in _chunks(starts, len(links)):
        inside = [start - first for start in starts if first <= start < last]
        rows = _rows(links.slice(first, last - first), inside)
        connection.execute(f"COPY {TABLE} FROM $rows", {"rows": rows})


def _starts(places: Any) -> list[int]:
    """Where the links of each directive begin, in a list sorted by directive."""
    import pyarrow.compute as pc

    if not len(places):
        return []
    changes = pc.not_equal(places.slice(1), places.slice(0, len(places) - 1))
    return [0, *(place + 1 for place in pc.indices_nonzero(changes).to_pylist())]


def _chunks(starts: Sequence[int], size: int) -> Iterator[tuple[int, int]]:
    """Some `CHUNK` links at a time, those of one directive together."""
    first = 0
    for start in (*starts, size):
        if start - first >= CHUNK or (start == size and start > first):
            yield first, start
            first = start


def _rows(links: Any, starts: list[int]) -> Any:
    """The table's rows: each directive that a link carries out, and its links joined by commas."""
    import pyarrow
    import pyarrow.compute as pc

    offsets = pyarrow.array([*starts, len(links)], pyarrow.int32())
    joined = pc.binary_join(pyarrow.ListArray.from_arrays(offsets, _written(links)), ",")
    return pyarrow.table({"id": links["target"].take(pyarrow.array(starts)), "links": joined})


def _written(links: Any) -> Any:
    """Each link as a JSON array of the values of `COLUMNS`."""
    import pyarrow
    import pyarrow.compute as pc

    values = [_json(links[name].combine_chunks(), name in BARE) for name in COLUMNS]
    opening, closing = pyarrow.scalar("["), pyarrow.scalar("]")
    return pc.binary_join_element_wise(opening, pc.binary_join_element_wise(*values, ","), closing, "")


def _json(values: Any, bare: bool) -> Any:
    """Values as JSON; control characters stay as they are."""
    import pyarrow
    import pyarrow.compute as pc

    values = pc.cast(values, pyarrow.string())
    if bare:
        return pc.fill_null(values, "null")
    for special in ("\\", '"'):
        if pc.any(pc.match_substring(values, special)).as_py():
            values = pc.replace_substring(values, special, f"\\{special}")
    quote = pyarrow.scalar('"')
    return pc.fill_null(pc.binary_join_element_wise(quote, values, quote, ""), "null")


_DECODER = json.JSONDecoder(strict=False)


def read(rows: Iterable[Sequence[Any]]) -> Iterator[Row]:
    """The links of an answer: `COLUMNS` (`path` only of tasks), and as `target` the directive asked for."""
    for target, links in rows:
        for values in _DECODER.decode(f"[{links}]"):
            link = dict(zip(COLUMNS, values, strict=True))
            link["target"] = target
            if link["path"] is None:
                del link["path"]
            yield link
