"""The commands that carry data in and out: query, export, load, evaluate."""

from __future__ import annotations

import json
import shlex
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from api.commands.questions import opened
from api.questions import Questions
from api.terminal import Terminal
from graph.errors import UsageError

NOTHING = 1


def evaluate(asked: Namespace, terminal: Terminal) -> int:
    """Precision, recall and F1 of the reading against gold files."""
    from api.commands.collection import extraction_of
    from ingest.readers import read_file
    from ingest.score import evaluate as scores_of

    def read(path: Path) -> Any:
        source = read_file(path)
        return extraction_of(source.name, source.text)

    scores = scores_of(asked.gold, asked.texts, read)
    if terminal.as_json:
        terminal.json({kind: score.as_row() for kind, score in scores.items()})
        return 0
    heads = [terminal.say(f"head.{name}") for name in ("kind", "precision", "recall")]
    heads += ["F1", *(terminal.say(f"head.{name}") for name in ("found", "false", "missed"))]
    terminal.table(
        heads,
        (
            [kind, f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}", s.found, s.false, s.missed]
            for kind, s in scores.items()
        ),
    )
    for kind, score in scores.items():
        if score.differences:
            terminal.line()
            terminal.heading(kind)
            for line in score.differences:
                terminal.line(line, "  ")
    return 0


def query(asked: Namespace, terminal: Terminal) -> int:
    """A read-only query in Cypher or SPARQL."""
    with opened(asked) as questions:
        if asked.sparql is not None:
            return _sparql(asked.sparql, asked.seconds, questions, terminal)
        answer = questions.cypher(asked.cypher, {}, asked.rows, asked.seconds)
    if terminal.as_json:
        terminal.json(answer)
    else:
        terminal.table(answer["columns"], ([_cell(value) for value in row] for row in answer["rows"]))
        if answer["truncated"]:
            terminal.note(terminal.say("say.truncated", n=len(answer["rows"])))
    return 0 if answer["rows"] else NOTHING


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("id") or value.get("type") or value)
    return "" if value is None else str(value)


def _sparql(query: str, seconds: float, questions: Questions, terminal: Terminal) -> int:
    accept = "application/sparql-results+json, application/ld+json" if terminal.as_json else ""
    answer = questions.sparql(query, accept, seconds=seconds)
    if answer.form not in ("SELECT", "ASK"):
        sys.stdout.write(answer.content.decode("utf-8"))
        return 0 if answer.content.strip() else NOTHING
    found = json.loads(answer.content)
    rows = found["results"]["bindings"] if answer.form == "SELECT" else [found["boolean"]]
    if terminal.as_json:
        terminal.json(found)
    elif answer.form == "ASK":
        terminal.line(str(found["boolean"]).lower())
    else:
        columns = found["head"]["vars"]
        terminal.table(columns, ([row.get(name, {}).get("value", "") for name in columns] for row in rows))
    return 0 if rows else NOTHING


def export(asked: Namespace, terminal: Terminal) -> int:
    """The graph in one format, to a file, a folder of tables, or stdout."""
    if asked.format == "neo4j":
        return _for_import(asked, terminal)
    from api.exports import format_of, graph_of, write_file, write_stream
    from graph.rdf import BASE

    if asked.output is None and format_of(asked.format).ending.endswith(".zip") and sys.stdout.isatty():
        raise UsageError(
            f"{asked.format} là tệp nén, không hiện được ở đây; hãy thêm -o THƯ-MỤC",
            f"{asked.format} is an archive and cannot be shown here; add -o FOLDER",
        )
    base = asked.base or BASE
    with opened(asked) as questions:
        root = questions.refer(asked.ref)["id"] if asked.ref else None
        graph = graph_of(questions.store, root)
    if asked.output is None:
        sys.stdout.flush()
        write_stream(graph, asked.format, sys.stdout.buffer, base)
        return 0
    write_file(graph, asked.format, asked.output, base)
    terminal.done(terminal.say("say.wrote", path=asked.output), path=str(asked.output))
    return 0


def _for_import(asked: Namespace, terminal: Terminal) -> int:
    """The graph as files for Neo4j's bulk importer, and how to import them."""
    from api.exports import graph_of
    from graph.stores import neo4j_files, schema

    if asked.output is None:
        raise UsageError("hãy thêm -o THƯ-MỤC", "add -o FOLDER")
    with opened(asked) as questions:
        root = questions.refer(asked.ref)["id"] if asked.ref else None
        store = questions.store
        tables = store.tables() if root is None else schema.arrow_tables(graph_of(store, root))
        command = neo4j_files.write(tables, asked.output)
    command = f"cd {shlex.quote(str(asked.output))} && {command}"
    after = f"cypher-shell -f {shlex.quote(str(asked.output / neo4j_files.SCHEMA))}"
    terminal.done(
        terminal.say("say.wrote_import", path=asked.output, command=command, after=after),
        path=str(asked.output),
        command=command,
        after=after,
    )
    return 0


def load(asked: Namespace, terminal: Terminal) -> int:
    """Put the graph into Neo4j."""
    import logging

    from graph.stores import SCHEMES
    from graph.stores.neo4j import Neo4jStore

    # The driver logs each failed attempt; the error says it once, in the user's language.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    scheme, _, host = asked.address.partition("://")
    if scheme not in SCHEMES or not host:
        raise UsageError(
            f"“{asked.address}” không phải địa chỉ Neo4j; địa chỉ có dạng neo4j://HOST:7687",
            f"“{asked.address}” is no address of Neo4j; it looks like neo4j://HOST:7687",
        )
    with opened(asked) as questions, Neo4jStore.open(asked.address, asked.user) as neo4j:
        graph = questions.store.graph()
        neo4j.write(graph)
    nodes = sum(map(len, (graph.directives, graph.bodies, graph.tasks, graph.targets, graph.mentions)))
    edges = len(graph.edges)
    terminal.done(
        terminal.say("say.loaded", nodes=nodes, edges=edges, address=asked.address), nodes=nodes, edges=edges
    )
    return 0
