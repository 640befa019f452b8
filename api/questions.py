"""What the command line, the HTTP routes and the pages ask of one workspace: one way to ask, one answer.

The graph is read from the embedded store; texts and extractions from the workspace itself. Nothing is
opened before the first question that needs it, so a command starts as fast as its one question.
"""

from __future__ import annotations

import datetime
import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from graph import catalogue, lineage, reference
from graph.errors import NothingFound, StoreError
from graph.lineage import directive_row
from graph.model import CARRYING
from graph.store import EVIDENCE, Limits, Reader, Row, directive_nodes, question
from graph.stores.embedded import EmbeddedStore

if TYPE_CHECKING:
    from api.dataset import Rdf
    from graph.sparql import Result
    from graph.workspace import Workspace

STORE = "graph.ladybug"
Answer = TypeVar("Answer")
BODY = ("id", "name", "kind", "level", "province", "place", "branch", "parent", "valid_from", "valid_to")


class Questions:
    """The questions of one workspace folder. Safe to share between threads."""

    def __init__(self, folder: Path, base: str | None = None) -> None:
        self.folder, self.base = folder, base
        self._local = threading.local()
        self._found: dict[str, tuple[object, Any]] = {}

    @cached_property
    def store(self) -> EmbeddedStore:
        """The embedded graph; a newly built one takes its place by itself.

        Raises:
            StoreError: nothing has been ingested here.
        """
        path = self.folder / STORE
        if not path.exists():
            raise StoreError(
                f"chưa có gì trong kho {self.folder}; hãy chạy `lineage ingest` trước",
                f"nothing is in the workspace {self.folder} yet; run `lineage ingest` first",
            )
        return EmbeddedStore.open(path)

    @property
    def workspace(self) -> Workspace:
        """The documents as read; SQLite wants a connection for each thread."""
        from graph.workspace import Workspace

        found: Workspace | None = getattr(self._local, "workspace", None)
        if found is None:
            found = self._local.workspace = Workspace(self.folder, create=False)
        return found

    def close(self) -> None:
        """Let go of what was opened."""
        if "store" in self.__dict__:
            self.store.close()
            del self.__dict__["store"]
        if "rdf" in self.__dict__:
            self.rdf.close()
            del self.__dict__["rdf"]
        found: Workspace | None = getattr(self._local, "workspace", None)
        if found is not None:
            found.close()
            self._local.workspace = None

    # directives

    def refer(self, ref: str) -> Row:
        """The row of the directive that a REF means; see `graph.reference.resolve`."""
        return reference.resolve(self.store, ref)

    def known(self, id: str) -> str:
        """The id of the directive at an address: a readable id without its first word, or any REF."""
        whole = f"directive/{id}"
        if self.store.rows(question("known"), id=whole):
            return whole
        return str(self.refer(id)["id"])

    def find(self, text: str, limit: int = 1000) -> list[Row]:
        """See `graph.catalogue.find`."""
        return catalogue.find(self.store, text, limit)

    def show(self, id: str) -> Row:
        """See `graph.catalogue.show`."""
        return catalogue.show(self.store, id)

    def directive(self, id: str) -> Row:
        """A directive as its page shows it: `show`, with the counts of its views."""
        row = self.show(id)
        issuers = row["issuers"]
        carried = lineage.implementing(self.store, row["id"])
        return {
            **row,
            "issuer_id": issuers[0]["id"] if issuers else None,
            "counts": {
                "implementing": sum(row["via"] == "document" for row in carried),
                "tasks": row["tasks"],
            },
        }

    def directives(self, ids: Sequence[str]) -> dict[str, Row]:
        """The rows of these directives, as many as there are."""
        nodes = directive_nodes(self.store, ids)
        return {node["id"]: {**directive_row(node), "district": node.get("district")} for node in nodes}

    def implementing(
        self, id: str, type: str | None = None, province: str | None = None, direct: bool = False
    ) -> list[Row]:
        """See `graph.lineage.implementing`."""
        return lineage.implementing(self.store, id, type=type, province=province, direct=direct)

    def quick_implementing(self, id: str, type: str | None, province: str | None, most: int) -> list[Row]:
        """`implementing` of the directive at an address, where that is quick.

        Raises:
            NothingFound: `id` is no readable id.
            graph.lineage.Extensive: it has more than `most` links.
        """
        return self._quick(
            id,
            lambda store, whole: lineage.implementing(store, whole, type=type, province=province, most=most),
        )

    def quick_ancestry(self, id: str, most: int) -> list[Row]:
        """`ancestry` of the directive at an address, where that is quick.

        Raises:
            NothingFound, graph.lineage.Extensive: as for `quick_implementing`.
        """
        return self._quick(id, lambda store, whole: lineage.ancestry(store, whole, most=most))

    def _quick(self, id: str, ask: Callable[[Reader, str], list[Row]]) -> list[Row]:
        whole = f"directive/{id}"
        with self.store.pinned() as store:
            rows = ask(store, whole)
            if not rows and not store.rows(question("known"), id=whole):
                raise NothingFound(f"không có văn bản {id}", f"no directive {id}")
            return rows

    def ancestry(self, id: str) -> list[Row]:
        """See `graph.lineage.ancestry`."""
        return lineage.ancestry(self.store, id)

    def path(self, start: str, ref: str) -> list[Row]:
        """The links between the directive `start` and the one that `ref` means."""
        return lineage.path(self.store, start, self.refer(ref)["id"])

    def neighbourhood(self, id: str, steps: int, limit: int) -> Row:
        """See `graph.lineage.neighbourhood`."""
        return lineage.neighbourhood(self.store, id, steps=steps, limit=limit)

    def tasks(self, id: str) -> list[Row]:
        """See `graph.catalogue.tasks`."""
        return catalogue.tasks(self.store, id)

    def coverage(self, id: str, by: str = "province") -> list[Row]:
        """See `graph.catalogue.coverage`."""
        return catalogue.coverage(self.store, id, by)

    def wanted(self) -> list[Row]:
        """See `graph.catalogue.wanted`."""
        return [{**row, "status": "cited"} for row in catalogue.wanted(self.store)]

    def mentions(
        self,
        document: str | None = None,
        status: str | None = None,
        directive: str | None = None,
        lang: str = "vi",
        most: int = catalogue.ALL,
    ) -> list[Row]:
        """See `graph.catalogue.mentions`."""
        return catalogue.mentions(
            self.store, document, status=status, directive=directive, lang=lang, most=most
        )

    @contextmanager
    def links(self) -> Iterator[StoredLinks]:
        """The links for a drawing, all from one and the same graph."""
        with self.store.pinned() as pinned:
            yield StoredLinks(pinned)

    # bodies

    def responsibilities(
        self,
        name: str,
        province: str | None = None,
        role: str | None = None,
        due_before: str | None = None,
        most: int | None = None,
    ) -> list[Row]:
        """The tasks of every body that the name fits; see `graph.responsibility.responsibilities`."""
        from graph.responsibility import responsibilities

        return responsibilities(
            self.store, name, province=province, role=role, due_before=due_before, most=most
        )

    def work(
        self, id: str, role: str | None = None, due_before: str | None = None, own: bool = False
    ) -> list[Row]:
        """The tasks of one body by its id; `own`: not those through classes of bodies."""
        from graph.responsibility import parse_inherited, responsibilities

        rows = responsibilities(self.store, self._body(id)["id"], role=role, due_before=due_before)
        return [
            row
            for row in rows
            if not (own and row["inherited_from"] and parse_inherited(row["inherited_from"])[0] == "class")
        ]

    def _body(self, id: str) -> Row:
        found = self.store.rows(question("body"), id=id)
        if not found:
            raise NothingFound(f"không có cơ quan {id}", f"no body {id}")
        node: Row = found[0]["b"]
        return node

    def body(self, id: str) -> Row:
        """One body: its fields, names, what it came from and what it became.

        Raises:
            NothingFound: no such body.
        """
        node = self._body(id)
        steps = self.store.rows(question("succession"), id=id)
        parent = self.store.rows(question("body"), id=node.get("parent") or "")
        return {
            **{name: node.get(name) for name in BODY},
            "names": [name for name in node.get("names") or [] if name != node.get("name")],
            "parent_name": parent[0]["b"]["name"] if parent else None,
            "successors": [row for row in steps if row["way"] == "after"],
            "predecessors": [row for row in steps if row["way"] == "before"],
        }

    def issued(self, id: str) -> list[Row]:
        """The directives that a body issued, oldest first."""
        return [directive_row(row["directive"]) for row in self.store.rows(question("issued_by"), id=id)]

    # the collection

    def counts(self) -> Row:
        """How much there is of each kind."""
        return dict(self._once("counts", self._count))

    def _once(self, name: str, work: Callable[[], Answer]) -> Answer:
        """What `work` finds out from the whole graph; done once for each graph."""
        stamp = self.store.stamp()
        if name not in self._found or self._found[name][0] != stamp:
            self._found[name] = stamp, work()
        answer: Answer = self._found[name][1]
        return answer

    def _count(self) -> Row:
        found = dict.fromkeys(("held", "cited", "tasks", "bodies", "ambiguous", "links", "documents"), 0)
        found |= {row["kind"]: row["n"] for row in self.store.rows(question("collection_counts"))}
        built = datetime.datetime.fromtimestamp(self.store.path.stat().st_mtime, datetime.UTC)
        return {
            **found,
            "directives": found["held"] + found["cited"],
            "wanted": found["cited"],
            "built_at": built.isoformat(timespec="seconds"),
        }

    def tops(self, most: int) -> list[Row]:
        """The directives that most documents carry out directly, with that number as `n`."""
        return self._once("tops", self._tops)[:most]

    def _tops(self) -> list[Row]:
        rows = self.store.rows(question("most_implemented"), manners=list(CARRYING))
        nodes = directive_nodes(self.store, [row["id"] for row in rows])
        known = {node["id"]: directive_row(node) for node in nodes}
        return [{**known[row["id"]], "n": row["n"]} for row in rows]

    def recent(self, most: int) -> list[Row]:
        """The held directives issued last."""
        latest = self._once("recent", lambda: self.store.rows(question("latest")))
        return [directive_row(row["directive"]) for row in latest[:most]]

    def documents(self, most: int = catalogue.ALL) -> list[Row]:
        """The first `most` held documents by name, with the directive that each is."""
        return self.store.rows(question("held"), most=most)

    def directive_of(self, document: str) -> Row | None:
        """The directive that a held document is."""
        found = [row for row in reference.matches(self.store, document) if row["document"] == document]
        return found[0] if found else None

    def text(self, document: str) -> str:
        """The text of a held document, in which offsets count.

        Raises:
            NothingFound: no such document.
        """
        return self.workspace.document(document).text

    def extraction(self, document: str) -> Row:
        """What one held document states, as `lineage extract --json` prints it."""
        from graph.extraction import to_json

        return to_json(self.workspace.extraction(document))

    def judgements(self) -> list[Row]:
        """What people decided, oldest first; `applied`: it is in force, and found what it speaks of."""
        idle = {judgement.id for judgement in self.workspace.unfitting()}
        return [
            {**asdict(made), "applied": made.undone is None and made.id not in idle}
            for made in self.workspace.judgements()
        ]

    # other languages

    @cached_property
    def rdf(self) -> Rdf:
        """The RDF dataset of this graph."""
        from api.dataset import Rdf

        return Rdf(self.folder, self.base)

    def sparql(
        self,
        query: str,
        accept: str = "",
        hints: Sequence[str] = (),
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        seconds: float | None = None,
    ) -> Result:
        """See `api.dataset.Rdf.ask`."""
        return self.rdf.ask(self.store, query, accept, hints, default_graphs, named_graphs, seconds)

    def describe(self, id: str, format: str) -> bytes:
        """What the graph says of one thing, as RDF.

        Raises:
            NothingFound: it says nothing.
        """
        found = self.rdf.about(self.store, id, format)
        if not found:
            raise NothingFound(f"không có gì tên là {id}", f"nothing has the id {id}")
        return found

    def cypher(self, query: str, parameters: Mapping[str, Any], rows: int, seconds: float) -> Row:
        """A user's Cypher query, within limits; see `graph.store.Reader.ask`."""
        return self.store.ask(query, parameters, Limits(rows, seconds)).to_json()


class StoredLinks:
    """What a drawing needs of a stored graph; see `api.drawing.Links`."""

    def __init__(self, store: Reader) -> None:
        self._store = store

    def links(self, ids: Sequence[str]) -> list[Row]:
        """Every link at these directives, each once."""
        found: dict[str, Row] = {}
        for row in (row for id in ids for row in self._store.rows(question("drawing_links"), id=id)):
            evidence = {name: row[name] for name in EVIDENCE}
            link = {
                "from": row["source"],
                "to": row["target"],
                "manner": row["manner"] or row["kind"].lower(),
                "via": "task" if row["task"] else "document",
                "task": row["task"] or None,
                "evidence": evidence,
            }
            found.setdefault(json.dumps(link, sort_keys=True), link)
        return list(found.values())

    def directives(self, ids: Sequence[str]) -> dict[str, Row]:
        """The rows of these directives by id."""
        return {node["id"]: directive_row(node) for node in directive_nodes(self._store, ids)}
