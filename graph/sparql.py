"""SPARQL over the graph: a dataset on disk, and queries on it that can be stopped.

A dataset folder holds one Oxigraph store for each version and the file CURRENT, which names the newest;
a build writes a new store and then moves CURRENT, so queries see the old graph or the new one. What each
document states is in a graph of its own; a query that names no graphs is about all of them together.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from graph.errors import RefusedQuery, StoreError
from graph.model import Graph
from graph.rdf import BASE, SHORT, n_quads, prefixes
from graph.worker import Workers

MAX_CHARACTERS = 100_000
MAX_DEPTH = 200
_DEPTH = {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
RESULTS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
GRAPHS = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdfxml": "application/rdf+xml",
    "jsonld": "application/ld+json",
}

_TOKEN = re.compile(
    r"(?P<skip>[ \t\r\n]+|#[^\r\n]*)"
    r"|(?P<iri><[^<>\"{}|^`\\\x00-\x20]*>)"
    r"|(?P<string>'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''|\"\"\"(?:(?:\"|\"\")?(?:[^\"\\]|\\.))*\"\"\""
    r"|'(?:[^'\\\r\n]|\\.)*'|\"(?:[^\"\\\r\n]|\\.)*\")"
    r"|(?P<variable>[?$]\w+)"
    r"|(?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)"
    r"|(?P<prefixed>(?:\w[\w.\-]*)?:(?:[\w:.\-%]|\\[_~.\-!$&'()*+,;=/?#@%])*)"
    r"|(?P<word>[A-Za-z_]\w*)"
    r"|(?P<other>.)",
    re.DOTALL,
)

_PLACE = re.compile(r"error at (\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Result:
    """What a query returned: its form ("SELECT" …), the media type, and the document."""

    form: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Graphs:
    """Which graphs a query is about: all together, unless it names its own or some are given beside it."""

    own: bool = False
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def form_of(text: str, base: str = BASE) -> str:
    """The form of a query ("SELECT", "ASK", "CONSTRUCT" or "DESCRIBE"), which is decided before its format.

    Raises:
        RefusedQuery: an update, SERVICE, a graph outside the dataset, or no query at all.
    """
    return _read(text, base)[0]


def _read(text: str, base: str) -> tuple[str, bool]:
    """The form of a query, and whether it names its own graphs by FROM."""
    if len(text) > MAX_CHARACTERS:
        raise _refused("câu hỏi quá dài", "the query is too long", MAX_CHARACTERS)
    found = [match for match in _TOKEN.finditer(text) if match["skip"] is None]
    _check_signs(found)
    form, own_graphs = "", False
    for number, match in enumerate(found):
        if match.lastgroup != "word":
            continue
        word = match[0].upper()
        if word == "SERVICE":
            raise _refused("không nhận SERVICE", "SERVICE is not allowed", match.start())
        if word == "FROM":
            _check_graph(match, found[number + 1 : number + 3], base)
            own_graphs = True
        if not form and word in FORMS:
            form = word
        elif not form and word not in ("PREFIX", "BASE", "VERSION"):
            raise _refused(f"không nhận {word}", f"{word} is not allowed", match.start())
    if not form:
        raise _refused("không có câu hỏi", "there is no query", 0)
    return form, own_graphs


def _check_signs(found: list[re.Match[str]]) -> None:
    """No escapes outside strings and names (they could spell a keyword), and no endless nesting."""
    depth = 0
    for match in found:
        if match.lastgroup == "other":
            depth += _DEPTH.get(match[0], 0)
            if match[0] == "\\" or depth > MAX_DEPTH:
                raise _refused(f"“{match[0]}” đứng sai chỗ", f"“{match[0]}” is out of place", match.start())


def _check_graph(match: re.Match[str], following: list[re.Match[str]], base: str) -> None:
    """FROM may name a graph of this dataset, by its full IRI."""
    graph = next((found[0] for found in following if found[0].upper() != "NAMED"), "")
    if not graph.startswith((f"<{base}document/", f"<{base}graph/")):
        raise _refused(
            "FROM chỉ nhận đồ thị có trong bộ dữ liệu, viết đủ IRI",
            "FROM takes a graph of this dataset, by its full IRI",
            match.start(),
        )


def _refused(vi: str, en: str, at: int) -> RefusedQuery:
    return RefusedQuery(f"{vi} (ký tự {at + 1})", f"{en} (character {at + 1})", {"position": at})


def _bad(message: str) -> RefusedQuery:
    """A syntax error, with its place but without the hundred things that might have stood there."""
    place = _PLACE.search(message)
    if place is None:
        short = " ".join(message.split())[:300]
        return RefusedQuery(f"SPARQL sai: {short}", f"bad SPARQL: {short}")
    line, column = int(place[1]), int(place[2])
    return RefusedQuery(
        f"SPARQL sai ở dòng {line}, cột {column}",
        f"bad SPARQL at line {line}, column {column}",
        {"line": line, "column": column},
    )


def build_dataset(graph: Graph, folder: Path, base: str = BASE) -> None:
    """Write `graph` as the newest version of the dataset in `folder`.

    The version before stays for queries under way; older ones go.

    Raises:
        StoreError: the folder cannot be written.
    """
    import pyoxigraph as ox

    name = f"{time.time_ns():x}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        store = ox.Store(str(folder / name))
        store.bulk_load("\n".join([*n_quads(graph, base), ""]).encode(), ox.RdfFormat.N_QUADS)
        store.flush()
        del store
        (folder / name / "BASE").write_text(base, encoding="utf-8")
        (folder / "CURRENT.new").write_text(name, encoding="utf-8")
        os.replace(folder / "CURRENT.new", folder / "CURRENT")
        versions = sorted((path for path in folder.iterdir() if path.is_dir()), key=lambda path: path.name)
        for old in versions[:-2]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise StoreError(
            f"không ghi được bộ dữ liệu RDF vào {folder}: {error}",
            f"cannot write the RDF dataset to {folder}: {error}",
        ) from error


class Dataset:
    """The newest dataset in a folder, queried in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._workers = Workers()

    @property
    def base(self) -> str:
        """The base of the dataset's IRIs.

        Raises:
            StoreError: there is no dataset.
        """
        return _version(self.folder)[1]

    def query(
        self,
        text: str,
        format: str | None = None,
        *,
        seconds: float = 30.0,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> Result:
        """The answer to a query, `format` being one of `RESULTS` or, for graphs, of `GRAPHS`.

        Without `format`: JSON, Turtle for graphs. Graphs given here take the place of FROM.

        Raises:
            RefusedQuery: not a query, or not one that is allowed; `detail` may hold the position.
            QueryStopped: the limit of time or memory was reached.
            StoreError: there is no dataset.
        """
        path, base = _version(self.folder)
        form, own_graphs = _read(text, base)
        graphs = Graphs(own_graphs, tuple(default_graphs), tuple(named_graphs))
        media_type = _media_type(form, format)
        content = self._workers.call(
            "graph.sparql:answer", str(path), text, media_type, graphs, seconds=seconds
        )
        return Result(form, media_type, content)

    def close(self) -> None:
        """End the child process."""
        self._workers.close()


def _version(folder: Path) -> tuple[Path, str]:
    """Where the newest version lies, and its base."""
    try:
        path = folder / (folder / "CURRENT").read_text(encoding="utf-8")
        return path, (path / "BASE").read_text(encoding="utf-8")
    except OSError as error:
        raise StoreError(
            f"chưa có bộ dữ liệu RDF trong {folder}", f"there is no RDF dataset in {folder}"
        ) from error


@lru_cache(maxsize=1)
def _opened(path: str) -> Any:
    import pyoxigraph as ox

    return ox.Store.read_only(path)


def answer(path: str, text: str, media_type: str, graphs: Graphs) -> bytes:
    """A query's answer in a media type; runs in a worker, which keeps the dataset open."""
    import pyoxigraph as ox

    try:
        found = _opened(path).query(
            text,
            prefixes=prefixes((Path(path) / "BASE").read_text(encoding="utf-8")),
            use_default_graph_as_union=not (graphs.own or graphs.default or graphs.named),
            default_graph=[ox.NamedNode(iri) for iri in graphs.default] or None,
            named_graphs=[ox.NamedNode(iri) for iri in graphs.named] or None,
        )
        results = ox.QueryResultsFormat.from_media_type(media_type)
        if results is not None and media_type in RESULTS.values():
            return bytes(found.serialize(format=results))
        format = ox.RdfFormat.from_media_type(media_type)
        return ox.serialize(found, format=format, prefixes=SHORT) or b""
    except (SyntaxError, ValueError) as error:
        raise _bad(str(error)) from error
    except OSError as error:
        raise StoreError(
            f"không đọc được bộ dữ liệu: {error}", f"cannot read the dataset: {error}"
        ) from error


def _media_type(form: str, format: str | None) -> str:
    known, usual = (RESULTS, "json") if form in ("SELECT", "ASK") else (GRAPHS, "ttl")
    return known.get(format or usual, known[usual])
