"""The commands that ask the graph: from find to wanted."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from api.display import clean, due_text, issued_by, shortened, subtitle_of, title_of
from api.messages import label
from api.questions import Questions
from api.terminal import Row, Terminal

NOTHING = 1


@contextmanager
def opened(asked: Namespace) -> Iterator[Questions]:
    """The questions of the workspace that was asked for."""
    questions = Questions(asked.workspace)
    try:
        yield questions
    finally:
        questions.close()


def _answered(terminal: Terminal, rows: Sequence[Any], none: str = "say.none") -> int:
    """The exit code for `rows`, after saying so if there are none."""
    if rows:
        return 0
    terminal.note(terminal.say(none))
    return NOTHING


def _meant(questions: Questions, ref: str, terminal: Terminal) -> Row:
    """The directive that a REF means; says which, unless for programs."""
    row = questions.refer(ref)
    if not terminal.as_json:
        terminal.directive(row)
        terminal.line()
    return row


def find(asked: Namespace, terminal: Terminal) -> int:
    """Directives and bodies by number, title or name."""
    with opened(asked) as questions:
        rows = questions.find(" ".join(asked.text), asked.limit)
        held = questions.directives([row["id"] for row in rows if row["kind"] == "directive"])
    if terminal.as_json:
        terminal.json(rows)
        return _answered(terminal, rows)
    for row in rows:
        if row["id"] in held:
            terminal.directive(held[row["id"]])
        else:
            facts = [terminal.word("kind", row["status"] or row["kind"]), row["province"]]
            terminal.heading(" · ".join([row["name"], *(fact for fact in facts if fact)]))
            terminal.soft(row["id"], "  ")
    return _answered(terminal, rows)


def show(asked: Namespace, terminal: Terminal) -> int:
    """One directive with all that is known of it."""
    with opened(asked) as questions:
        row = questions.show(questions.refer(asked.ref)["id"])
        tasks = questions.tasks(row["id"])
    if terminal.as_json:
        terminal.json({**row, "tasks": tasks})
        return 0
    terminal.directive(row)
    also = [*row["forms"], *(name for name in row["names"] if name != row["title"])]
    if also:
        terminal.line(terminal.say("say.also", names="; ".join(also)), "  ")
    if row["provisional"]:
        terminal.line(terminal.say("say.provisional"), "  ")
    for claim in row["claims"]:
        field = label(f"field.{claim['field']}", terminal.lang)
        terminal.line(f"{field}: {terminal.date(claim['value'])}", "  ≠ ")
        terminal.quote(claim["evidence"], "    ")
    for name in ("implements", "implemented_by", "relations"):
        _related(terminal, name, row[name])
    _tasks(terminal, tasks)
    return 0


def _related(terminal: Terminal, name: str, links: Sequence[Row]) -> None:
    if not links:
        return
    terminal.line()
    terminal.heading(f"{terminal.say(f'say.{name}')} ({len(links)})")
    for link in links:
        group = "reverse" if link["to"] != link["other"]["id"] else "manner"
        manner = terminal.word(group, link["manner"] or link["kind"].lower())
        terminal.line(f"{manner}: {_named(link['other'], terminal)}", "  ")
        terminal.quote(link["evidence"], "    ")


def _named(row: Row, terminal: Terminal) -> str:
    return " · ".join(
        part for part in (title_of(row), terminal.date(row.get("date")), issued_by(row)) if part
    )


def _tasks(terminal: Terminal, tasks: Sequence[Row]) -> None:
    if not tasks:
        return
    terminal.line()
    terminal.heading(f"{terminal.say('say.tasks')} ({len(tasks)})")
    heads = [terminal.say(f"head.{name}") for name in ("path", "task", "who_does", "due")]
    terminal.table(
        heads, ([t["path"], clean(t["text"]), _who(t, terminal), due_text(t, terminal.lang)] for t in tasks)
    )


def _who(task: Row, terminal: Terminal) -> str:
    return "; ".join(f"{one['name']} ({terminal.word('role', one['role'])})" for one in task["assignments"])


def implementing(asked: Namespace, terminal: Terminal) -> int:
    """What carries a directive out."""
    with opened(asked) as questions:
        top = _meant(questions, asked.ref, terminal)
        rows = questions.implementing(top["id"], asked.type, asked.province, asked.direct)
        return _chains(questions, terminal, rows, "implementing", "say.none_implementing")


def ancestry(asked: Namespace, terminal: Terminal) -> int:
    """What a directive carries out."""
    with opened(asked) as questions:
        top = _meant(questions, asked.ref, terminal)
        return _chains(questions, terminal, questions.ancestry(top["id"]), "ancestry", "say.none")


def _chains(questions: Questions, terminal: Terminal, rows: list[Row], title: str, none: str) -> int:
    if terminal.as_json:
        terminal.json(rows)
        return _answered(terminal, rows, none)
    names = questions.directives(
        sorted({end for row in rows for s in row["chain"] for end in (s["from"], s["to"])})
    )
    whole = [row for row in rows if row["via"] == "document"]
    single = [row for row in rows if row["via"] == "task"]
    if whole:
        _chain_rows(terminal, terminal.say(f"say.{title}", n=len(whole)), whole, names)
    elif single:
        terminal.line(terminal.say(none))
    if single:
        terminal.line()
        _chain_rows(terminal, terminal.say("say.only_tasks", n=len(single)), single, names)
    return _answered(terminal, rows, none)


def _chain_rows(terminal: Terminal, heading: str, rows: Sequence[Row], names: dict[str, Row]) -> None:
    terminal.heading(heading)
    for row in rows:
        terminal.line()
        terminal.directive(row, "  ")
        _chain(terminal, row["chain"], names, "      ")


def _chain(terminal: Terminal, chain: Sequence[Row], names: dict[str, Row], indent: str) -> None:
    for step in chain:
        task = f" ({terminal.say('say.by_task', path=step['task'])})" if step.get("task") else ""
        manner = terminal.word("manner", step.get("manner") or str(step.get("kind", "")).lower())
        source, target = (
            shortened(title_of(names.get(step[end], {"id": step[end]}))) for end in ("from", "to")
        )
        terminal.line(f"{source}{task} → {manner} → {target}", indent)
        terminal.quote(step["evidence"], f"{indent}  ")


def path(asked: Namespace, terminal: Terminal) -> int:
    """How two directives hang together."""
    with opened(asked) as questions:
        start, end = questions.refer(asked.source), questions.refer(asked.target)
        steps = questions.path(start["id"], end["id"])
        names = questions.directives(sorted({step[at] for step in steps for at in ("from", "to")}))
    if terminal.as_json:
        terminal.json(steps)
    else:
        _chain(terminal, steps, names, "")
    return _answered(terminal, steps, "say.no_path")


def responsibilities(asked: Namespace, terminal: Terminal) -> int:
    """A body's tasks."""
    with opened(asked) as questions:
        rows = questions.responsibilities(asked.body, asked.province, asked.role, asked.due_before)
        names = questions.directives(sorted({row["directive"] for row in rows}))
    if terminal.as_json:
        terminal.json(rows)
        return _answered(terminal, rows)
    heads = [terminal.say(f"head.{name}") for name in ("path", "task", "role", "due", "through")]
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["body"], row["province"] or "", row["directive"]), []).append(row)
    before = ("", "")
    for (body, province, directive), tasks in groups.items():
        if (body, province) != before:
            terminal.heading(" · ".join(part for part in (body, province) if part))
            before = (body, province)
        terminal.line()
        terminal.line(_named(names.get(directive, {"id": directive}), terminal))
        terminal.table(heads, (_work(row, terminal) for row in tasks))
        terminal.line()
    return _answered(terminal, rows)


def _work(row: Row, terminal: Terminal) -> list[str]:
    role, due = terminal.word("role", row["role"]), due_text(row, terminal.lang)
    return [row["path"], clean(row["text"]), role, due, row["inherited_from"] or ""]


def coverage(asked: Namespace, terminal: Terminal) -> int:
    """Who has an implementing document in this collection, and who has not."""
    with opened(asked) as questions:
        top = _meant(questions, asked.ref, terminal)
        rows = questions.coverage(top["id"], asked.by)
    if terminal.as_json:
        terminal.json(rows)
        return _answered(terminal, rows)
    have = [row for row in rows if row["first"]]
    name = asked.by if asked.by == "province" else "level"
    place = (
        (lambda row: row["province"])
        if name == "province"
        else (lambda row: terminal.word("level", row["level"]))
    )
    terminal.line(terminal.say("say.coverage", have=len(have), of=len(rows)))
    terminal.soft(terminal.say("say.coverage_note"))
    if have:
        terminal.line()
        heads = [terminal.say(f"head.{head}") for head in ("place", "first", "date", "days")]
        cells = ([place(r), title_of(r["first"]), terminal.date(r["first"]["date"]), r["days"]] for r in have)
        terminal.table(heads, cells)
    lack = [place(row) for row in rows if not row["first"]]
    if lack:
        terminal.line()
        terminal.line(terminal.say("say.coverage_lack", names=", ".join(lack)))
    return _answered(terminal, rows)


def mentions(asked: Namespace, terminal: Terminal) -> int:
    """Every mention with what it resolved to."""
    with opened(asked) as questions:
        rows = questions.mentions(asked.document, asked.status, lang=terminal.lang)
        ids = {id for row in rows for id in (row["directive"], *row["candidates"]) if id}
        names = {} if terminal.as_json else questions.directives(sorted(ids))
    if terminal.as_json:
        terminal.json(rows)
        return _answered(terminal, rows)
    before = None
    for row in rows:
        if row["document"] != before:
            before = row["document"]
            terminal.line()
            terminal.heading(row["document"])
        terminal.line(f"“{clean(row['quote'])}” {row['start']}–{row['end']}", "  ")
        meant = names.get(row["directive"] or "")
        status = terminal.word("status", row["status"])
        terminal.line(f"{status}: {_named(meant, terminal)}" if meant else status, "    ")
        for id in row["candidates"]:
            candidate = names.get(id, {"id": id})
            terminal.line(f"{terminal.say('say.candidates')} {_named(candidate, terminal)}", "      ")
        if row["reason"]:
            terminal.soft(row["reason"], "    ")
    return _answered(terminal, rows)


def wanted(asked: Namespace, terminal: Terminal) -> int:
    """Cited directives that are not held."""
    with opened(asked) as questions:
        rows = questions.wanted()
    if terminal.as_json:
        terminal.json(rows)
        return _answered(terminal, rows)
    heads = [terminal.say(f"head.{name}") for name in ("mentions", "document", "directive", "date")]
    cells = (
        [
            row["mentions"],
            row["documents"],
            f"{title_of(row)} {subtitle_of(row)}",
            terminal.date(row["date"]),
        ]
        for row in rows
    )
    terminal.table(heads, cells)
    return _answered(terminal, rows)
