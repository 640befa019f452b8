"""The RDF dataset of a workspace, made from the graph when the first question comes, anew when it changed."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from api.sparql import GRAPHS, RESULTS, choose
from graph.rdf import BASE, node_iri
from graph.sparql import Dataset, Result, build_dataset, form_of
from graph.stores.embedded import EmbeddedStore

FOLDER = "rdf"
STAMP = "STAMP"
WORKERS = 2
SECONDS = 30.0
_ABOUT = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
CONSTRUCT { %(iri)s ?p ?o . ?words ?q ?v }
WHERE { { %(iri)s ?p ?o } UNION { ?words rdf:subject %(iri)s ; ?q ?v } }
"""


class Rdf:
    """SPARQL over a workspace's graph; each query in a process that can be stopped."""

    def __init__(self, folder: Path, base: str | None = None) -> None:
        self.folder, self.base = folder / FOLDER, base or BASE
        self._building = threading.Lock()
        self._idle: queue.LifoQueue[Dataset] = queue.LifoQueue()
        for _ in range(WORKERS):
            self._idle.put(Dataset(self.folder))

    def ask(
        self,
        store: EmbeddedStore,
        query: str,
        accept: str = "",
        hints: Sequence[str] = (),
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        seconds: float | None = None,
    ) -> Result:
        """The answer to a query over the graph of `store`, in a format that the client accepts.

        Raises:
            RefusedQuery: no query, or one that is not allowed.
            NotAcceptable: no format fits.
            QueryStopped: it took too long, or too much memory.
        """
        form = form_of(query, self.base)
        format = choose(RESULTS if form in ("SELECT", "ASK") else GRAPHS, accept, hints)
        self._keep_up(store)
        with self._dataset() as dataset:
            return dataset.query(
                query,
                format,
                seconds=SECONDS if seconds is None else seconds,
                default_graphs=default_graphs,
                named_graphs=named_graphs,
            )

    def about(self, store: EmbeddedStore, id: str, format: str) -> bytes:
        """What the graph says of one thing, with the words that say so; empty if it says nothing."""
        iri = f"<{node_iri(self.base, id)}>"
        if b"true" not in self.ask(store, f"ASK {{ {iri} ?p ?o }}", "text/csv").content:
            return b""
        return self.ask(store, _ABOUT % {"iri": iri}, GRAPHS[format][0]).content

    def close(self) -> None:
        """End the processes."""
        while not self._idle.empty():
            self._idle.get_nowait().close()

    @contextmanager
    def _dataset(self) -> Iterator[Dataset]:
        dataset = self._idle.get()
        try:
            yield dataset
        finally:
            self._idle.put(dataset)

    def _keep_up(self, store: EmbeddedStore) -> None:
        """Build the dataset if it is not that of the store as it is now."""
        stat = store.path.stat()
        stamp = f"{stat.st_ino} {stat.st_mtime_ns} {stat.st_size} {self.base}"
        with self._building:
            if self._stamp() != stamp:
                build_dataset(store.graph(), self.folder, self.base)
                (self.folder / STAMP).write_text(stamp, encoding="utf-8")

    def _stamp(self) -> str:
        try:
            return (self.folder / STAMP).read_text(encoding="utf-8")
        except OSError:
            return ""
