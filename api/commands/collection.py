"""The commands that read documents: ingest, remove, extract."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from api.display import clean, date_text, due_text, title_of
from api.terminal import Row, Terminal

MOST_CHANGES = 20


def extract(asked: Namespace, terminal: Terminal) -> int:
    """What one document states, nothing stored; with --text the text that offsets count in."""
    from ingest.readers import read_file

    source = read_file(asked.file)
    if asked.text:
        # As bytes: the text may hold line ends that printing would change.
        sys.stdout.flush()
        sys.stdout.buffer.write(source.text.encode("utf-8", "surrogatepass"))
        return 0
    found = extraction_of(source.name, source.text)
    if terminal.as_json:
        terminal.json(found)
    else:
        _print_extraction(found, terminal)
    return 0


def extraction_of(name: str, text: str) -> Row:
    """The extraction of a text as `extract --json` prints it."""
    from graph.extraction import to_json
    from ingest.pipeline import read
    from ingest.text import Text

    return to_json(read(Text(name, text)))


def _print_extraction(found: Row, terminal: Terminal) -> None:
    document = found["document"]
    terminal.directive({**document, "status": None})
    _list(terminal, "implements", found["implements"], _link)
    _list(terminal, "relations", found["relations"], _link)
    _list(terminal, "citations", found["citations"], _citation)
    tasks = found["tasks"]
    if tasks:
        terminal.line()
        terminal.heading(f"{terminal.say('say.tasks')} ({len(tasks)})")
        heads = [terminal.say(f"head.{name}") for name in ("path", "task", "who_does", "due")]
        doers: dict[str, list[str]] = {}
        for one in found["assignments"]:
            doers.setdefault(one["task"], []).append(
                f"{clean(one['body'])} ({terminal.word('role', one['role'])})"
            )
        cells = (
            [
                task["path"],
                clean(task["text"]),
                "; ".join(doers.get(task["path"], ())),
                due_text(task, terminal.lang),
            ]
            for task in tasks
        )
        terminal.table(heads, cells)
    _list(terminal, "targets", found["targets"], _target)


def _list(terminal: Terminal, name: str, rows: list[Row], words: Any) -> None:
    if rows:
        terminal.line()
        terminal.heading(f"{terminal.say(f'say.{name}')} ({len(rows)})")
        for row in rows:
            terminal.line(words(row, terminal), "  ")
            terminal.soft(f"“{clean(row['quote'])}” {row['start']}–{row['end']}", "    ")


def _link(row: Row, terminal: Terminal) -> str:
    source = terminal.word("status", "self") if row["from"] == "this" else row["from"]
    return f"{source} → {terminal.word('manner', row['manner'])} → {row['to']}"


def _citation(row: Row, terminal: Terminal) -> str:
    meant = terminal.word("status", "self") if row["canonical"] == "this" else row["canonical"]
    return " · ".join(part for part in (meant, date_text(row["date"], terminal.lang), row["issuer"]) if part)


def _target(row: Row, terminal: Terminal) -> str:
    comparator = {">=": "≥ ", "<=": "≤ "}.get(row["comparator"], "")
    return " ".join(
        part for part in (row["task"], f"{comparator}{row['value']:g}", row["unit"], row["of"]) if part
    )


def ingest(asked: Namespace, terminal: Terminal) -> int:
    """Read files and folders into the workspace, then rebuild the graph."""
    from api import service

    report = service.ingest(asked.workspace, asked.paths, service.Progress(terminal.lang))
    return _report(report, asked.workspace, terminal)


def remove(asked: Namespace, terminal: Terminal) -> int:
    """Take documents out of the workspace, then rebuild the graph."""
    from api import service

    return _report(service.remove(asked.workspace, asked.documents), asked.workspace, terminal)


def _report(report: Any, workspace: Path, terminal: Terminal) -> int:
    for error in report.errors:
        terminal.note(error.message(terminal.lang))
    terminal.unfitting(report.unfitting)
    code = max((error.exit_code for error in report.errors), default=0)
    if terminal.as_json:
        terminal.json(report.to_json(terminal.lang))
        return code
    shown = (report.gained, report.lost, report.left_out)
    names = _names(workspace, [edge for edges in shown for edge in edges[:MOST_CHANGES]])
    counts = {"read": report.read, "same": report.unchanged, "removed": report.removed}
    terminal.line(terminal.say("say.ingested", **counts, failed=len(report.errors)))
    for name, edges in (("gained", report.gained), ("lost", report.lost)):
        _links(terminal.say(f"say.{name}", n=len(edges)), edges, names, terminal)
    if not report.gained and not report.lost:
        terminal.line(terminal.say("say.no_change"))
    _links(terminal.say("say.left_out", n=len(report.left_out)), report.left_out, names, terminal)
    terminal.line()
    terminal.line(terminal.say("say.holds", **report.holds))
    return code


def _links(heading: str, edges: list[Row], names: dict[str, Row], terminal: Terminal) -> None:
    """The first of these links below a heading, with the words that state them where they are known."""
    if edges:
        terminal.line()
        terminal.heading(heading)
    for edge in edges[:MOST_CHANGES]:
        manner = terminal.word("manner", edge["manner"] or edge["kind"].lower())
        source, target = (_short(names, edge[end], terminal) for end in ("source", "target"))
        terminal.line(f"{source} → {manner} → {target}", "  ")
        if edge.get("evidence"):
            terminal.quote(edge["evidence"], "    ")
    if len(edges) > MOST_CHANGES:
        terminal.soft(terminal.say("say.and_more", n=len(edges) - MOST_CHANGES), "  ")


def _names(workspace: Path, edges: list[Row]) -> dict[str, Row]:
    """The rows of the directives at these links, as many as the graph still has."""
    from api.questions import Questions

    questions = Questions(workspace)
    try:
        return questions.directives(sorted({edge[end] for edge in edges for end in ("source", "target")}))
    finally:
        questions.close()


def _short(names: dict[str, Row], id: str, terminal: Terminal) -> str:
    row = names.get(id)
    if row is None:
        return id.removeprefix("directive/")
    date = terminal.date(row["date"])
    return f"{title_of(row)} ({date})" if date else title_of(row)
