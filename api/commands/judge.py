"""The command that decides: same, different, this one, not a citation."""

from __future__ import annotations

import getpass
from argparse import Namespace
from collections.abc import Set
from typing import TYPE_CHECKING

from api.terminal import Terminal
from graph.errors import UsageError

if TYPE_CHECKING:
    from graph.judgements import Judgement, Ref


def judge(asked: Namespace, terminal: Terminal) -> int:
    """Make, undo, list, export or import decisions; the graph is rebuilt after each change."""
    from api import judging

    if asked.list or asked.export:
        return _tell(asked, terminal)
    who = asked.who or _user()
    id = asked.undo
    if asked.undo:
        judging.undo(asked.workspace, asked.undo)
        done = terminal.say("say.undone", id=asked.undo)
    elif asked.import_:
        number = judging.import_judgements(asked.workspace, asked.import_)
        done = terminal.say("say.imported", n=number)
    elif asked.decision:
        sides = 1 if asked.decision == "not-a-citation" else 2
        if len(asked.of) != sides:
            raise UsageError(
                f"“{asked.decision}” cần {sides} đối tượng; xem lineage judge --help",
                f"“{asked.decision}” needs {sides} things; see lineage judge --help",
            )
        made = judging.judge(asked.workspace, asked.decision, asked.of, who, asked.why)
        id = made.id
        done = terminal.say("say.judged", id=id)
    else:
        raise UsageError(
            "cần một quyết định hoặc --list, --undo, --export, --import; xem lineage judge --help",
            "a decision is needed, or --list, --undo, --export, --import; see lineage judge --help",
        )
    terminal.done(done, **({"id": id} if id else {}))
    terminal.unfitting(judging.unfitting(asked.workspace))
    return 0


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def _tell(asked: Namespace, terminal: Terminal) -> int:
    from contextlib import closing

    from api.questions import Questions
    from graph.judgements import to_lines
    from graph.workspace import Workspace

    with Workspace(asked.workspace, create=False) as workspace:
        found = list(workspace.judgements())
        idle = {judgement.id for judgement in workspace.unfitting()}
    if asked.export:
        asked.export.write_text("".join(f"{line}\n" for line in to_lines(found)), encoding="utf-8")
        terminal.done(terminal.say("say.wrote", path=asked.export), path=str(asked.export))
        return 0
    if terminal.as_json:
        with closing(Questions(asked.workspace)) as questions:
            terminal.json(questions.judgements())
        return 0 if found else 1
    if not found:
        terminal.note(terminal.say("say.no_judgements"))
        return 1
    heads = [terminal.say(f"head.{name}") for name in ("id", "decision", "words", "who", "when", "why")]
    terminal.table(heads, (_row(judgement, idle, terminal) for judgement in found))
    return 0


def _row(judgement: Judgement, idle: Set[str], terminal: Terminal) -> list[str]:
    """One line of the list; `idle`: the ids of those that fit nothing."""
    kind = terminal.word("judgement", judgement.kind)
    if judgement.undone:
        kind += " ✗"
    elif judgement.id in idle:
        kind += f" {terminal.say('say.not_applied')}"
    sides = " ".join(filter(None, map(_side, (judgement.first, judgement.second))))
    return [judgement.id, kind, sides, judgement.who, terminal.date(judgement.when[:10]), judgement.why]


def _side(ref: Ref | None) -> str:
    """What a decision is about, as it is written on the command line."""
    from graph.judgements import Mentioned, Named

    if isinstance(ref, Mentioned):
        return f"{ref.document}@{ref.start}"
    return ref.directive if isinstance(ref, Named) else ""
