"""Links of carrying out kept ready beside each directive, in a table that no query of a user's can name.

One step along an edge takes ladybug about a millisecond where there are a million directives, a look-up
by key a tenth of that. So a build also writes, for each directive, the links that carry it out and those
by which it carries others out, each with the row of the directive at its other end: a tree is then one
look-up a level, down or up.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from graph.store import EVIDENCE

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Row = dict[str, Any]

COLUMNS = (
    *("id", "number", "type", "title", "date", "issuer", "province", "level", "status", "held"),
    *("manner", *EVIDENCE, "path", "last"),
)
"""The directive at the other end, what is said of the link, the path of the task that makes it, if one
does, and whether the chain ends at the other end, so that it need not be looked up."""

BELOW, ABOVE = "<", ">"
"""What stands before a directive's id in the key of the links that carry it out, and of its own."""

BARE = ("start", "end", "last")
"""Columns whose values JSON writes without quotation marks."""

CHUNK = 200_000
"""Links written at a time."""

TABLE = "Kept"
STATEMENT = f"CREATE NODE TABLE {TABLE} (at STRING, links STRING, PRIMARY KEY (at))"
ONE = f"MATCH (k:{TABLE} {{at: $at}}) RETURN k.at, k.links"
MANY = f"UNWIND $at AS at MATCH (k:{TABLE} {{at: at}}) RETURN k.at, k.links"
"""What creates the table, and what is kept of one directive and of many, in ladybug's words."""

_ENDS = {BELOW: ("a", "b"), ABOVE: ("b", "a")}
_RETURNED = (
    "NEAR.id AS target, offset(id(NEAR)) AS place, offset(id(FAR)) AS other, "
    "FAR.id AS id, FAR.number AS number, FAR.type AS type, FAR.title AS title, FAR.date AS date, "
    "FAR.issuer AS issuer, FAR.province AS province, FAR.level AS level, FAR.status AS status, "
    "FAR.document AS held, e.manner AS manner, e.document AS document, e.start_offset AS `start`, "
    "e.end_offset AS `end`, e.quote AS quote, e.rule AS rule"
)
_LINKS = (
    f"MATCH (b:Directive)-[e:IMPLEMENTS]->(a:Directive) RETURN {_RETURNED}, cast(NULL AS STRING) AS path",
    "MATCH (t:Task)-[e:IMPLEMENTS]->(a:Directive), (b:Directive) WHERE b.id = t.directive "
    f"RETURN {_RETURNED}, t.path AS path",
)
"""Every link of carrying out, of documents and of tasks, looked at from its near end."""


def keep(connection: Any) -> None:
    """Fill the table from the edges that the file has."""
    for side, (near, far) in _ENDS.items():
        queries = [query.replace("NEAR", near).replace("FAR", far) for query in _LINKS]
        _keep(connection, side, queries)


def _keep(connection: Any, side: str, queries: Sequence[str]) -> None:
    from concurrent.futures import ThreadPoolExecutor

    import pyarrow  # type: ignore[import-untyped]
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    found = [connection.execute(query).get_as_arrow() for query in queries]
    links = pyarrow.concat_tables([table.select(found[0].column_names) for table in found])
    last = pc.invert(pc.is_in(links["other"], value_set=links["place"]))
    links = links.append_column("last", last)
    links = links.take(pc.sort_indices(links, [("place", "ascending")]))
    starts = _starts(links["place"].combine_chunks())
    with ThreadPoolExecutor(1) as pool:
        for rows in _ahead(pool, _parts(side, links, starts)):
            connection.execute(f"COPY {TABLE} FROM $rows", {"rows": rows})


def _parts(side: str, links: Any, starts: list[int]) -> Iterator[Callable[[], Any]]:
    """What makes the table's rows, a chunk of links at a time."""
    for first, last in _chunks(starts, len(links)):
        inside = starts[bisect_left(starts, first) : bisect_left(starts, last)]
        yield partial(_rows, side, links.slice(first, last - first), [start - first for start in inside])


def _ahead(pool: Executor, works: Iterator[Callable[[], Any]]) -> Iterator[Any]:
    """The results of `works` in order, the next one being made while one is used: both leave Python's lock."""
    pending: Future[Any] | None = None
    for work in works:
        following = pool.submit(work)
        if pending is not None:
            yield pending.result()
        pending = following
    if pending is not None:
        yield pending.result()


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


def _rows(side: str, links: Any, starts: list[int]) -> Any:
    """The table's rows: the key of each near end, and its links joined by commas."""
    import pyarrow
    import pyarrow.compute as pc

    offsets = pyarrow.array([*starts, len(links)], pyarrow.int32())
    joined = pc.binary_join(pyarrow.ListArray.from_arrays(offsets, _written(links)), ",")
    near = links["target"].take(pyarrow.array(starts)).combine_chunks()
    return pyarrow.table({"at": pc.binary_join_element_wise(side, near, ""), "links": joined})


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


def read(rows: Sequence[Sequence[str]]) -> list[Row]:
    """The links of an answer: `COLUMNS` (`path` only of tasks), and as `target` the directive asked for."""
    found: list[Row] = []
    kept = _DECODER.decode(f"[[{'],['.join([links for _, links in rows])}]]") if rows else ()
    for (at, _), links in zip(rows, kept, strict=True):
        target = at[1:]
        for values in links:
            link = dict(zip(COLUMNS, values, strict=True))
            link["target"] = target
            if link["path"] is None:
                del link["path"]
            found.append(link)
    return found
