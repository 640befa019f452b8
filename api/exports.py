"""The graph, or the part around one directive, as a file, a folder of tables, or a stream."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from typing import IO, TYPE_CHECKING

from graph.errors import NothingFound, UsageError
from graph.lineage import neighbourhood
from graph.model import Graph
from graph.stores.embedded import EmbeddedStore

if TYPE_CHECKING:
    from graph.export import Format

AROUND_STEPS = 3
AROUND_MOST = 1000


def graph_of(store: EmbeddedStore, root: str | None = None) -> Graph:
    """The whole graph, or what lies around the directive `root`."""
    graph = store.graph()
    if root is None:
        return graph
    around = neighbourhood(store, root, steps=AROUND_STEPS, limit=AROUND_MOST)
    return part_of(graph, {node["id"] for node in around["nodes"]})


def part_of(graph: Graph, directives: set[str]) -> Graph:
    """The part of a graph that these directives make up, with their tasks, targets, bodies and open mentions."""
    tasks = {task.id for task in graph.tasks if task.directive in directives}
    targets = {target.id for target in graph.targets if target.task in tasks}
    owned = directives | tasks | targets
    bodies = {e.target for e in graph.edges if e.source in owned and e.target.startswith("body/")}
    mentions = {e.target for e in graph.edges if e.kind == "MENTIONS" and e.source in directives}
    kept = owned | bodies | mentions
    return Graph(
        tuple(one for one in graph.directives if one.id in directives),
        tuple(one for one in graph.bodies if one.id in bodies),
        tuple(one for one in graph.tasks if one.id in tasks),
        tuple(one for one in graph.targets if one.id in targets),
        tuple(one for one in graph.mentions if one.id in mentions),
        tuple(edge for edge in graph.edges if edge.source in kept and edge.target in kept),
        tuple(pair for pair in graph.redirects if pair[1] in directives),
    )


def format_of(name: str) -> Format:
    """What a format is called in HTTP and in file names.

    Raises:
        NothingFound: there is no such format.
    """
    from graph.export import FORMATS

    if name not in FORMATS:
        raise NothingFound(
            f"không có định dạng {name}; có: {', '.join(FORMATS)}",
            f"there is no format {name}; there is {', '.join(FORMATS)}",
        )
    return FORMATS[name]


def write_stream(graph: Graph, format: str, out: IO[bytes], base: str) -> None:
    """Write to an open stream; an archive is made whole first, for a pipe cannot be rewound."""
    from graph.export import export

    if out.seekable():
        export(graph, format, out, base)
        return
    content = io.BytesIO()
    export(graph, format, content, base)
    out.write(content.getbuffer())


def write_file(graph: Graph, format: str, path: Path, base: str) -> None:
    """Write to `path`, moved into place when whole; tables go into a folder unless it ends in .zip.

    Raises:
        UsageError: one file was asked for a folder that is there.
    """
    from graph.export import export

    archive = format_of(format).ending.endswith(".zip")
    if archive and path.suffix != ".zip":
        content = io.BytesIO()
        export(graph, format, content, base)
        path.mkdir(parents=True, exist_ok=True)
        zipfile.ZipFile(content).extractall(path)
        return
    if path.is_dir():
        raise UsageError(f"{path} là thư mục; hãy nêu tên tệp", f"{path} is a folder; name a file")
    new = path.with_name(f"{path.name}.new-{os.getpid()}")
    try:
        with new.open("w+b") as out:
            export(graph, format, out, base)
        os.replace(new, path)
    finally:
        new.unlink(missing_ok=True)
