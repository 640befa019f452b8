"""`lineage`: the command line. Each command's work is in `api.commands`, loaded only when it is asked for.

Exit codes: 0 done, 1 nothing found, 2 wrong use, 3 something outside the command is wrong, 130 stopped
by Ctrl-C. Answers go to stdout, messages and progress to stderr.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from api.messages import LANGUAGES, asked_language, catalogue, message
from graph.errors import AmbiguousReference, LineageError, NothingFound

STOPPED = 130

Define = Callable[["Parser"], None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    lang = asked_language(given)
    _speak_utf8()
    try:
        asked = build_parser(lang, given).parse_args(given)
        code = _run(asked, lang)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever read our output has enough; what Python flushes at exit must go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(message("commands", "say.stopped", lang), file=sys.stderr)
        return STOPPED


def _run(asked: argparse.Namespace, lang: str) -> int:
    from api.terminal import Terminal

    terminal = Terminal(lang, asked.json)
    module, function = COMMANDS[asked.command][0].split(":")
    try:
        code: int = getattr(import_module(f"api.commands.{module}"), function)(asked, terminal)
    except LineageError as error:
        return _failed(error, terminal)
    except BrokenPipeError:
        raise
    except OSError as error:
        terminal.note(terminal.say("say.system", error=_said(error)))
        return LineageError.exit_code
    return code


def _said(error: OSError) -> str:
    """What the system says is wrong, and with which file."""
    words = error.strerror or str(error)
    return f"{words} ({error.filename})" if error.filename else words


def _failed(error: LineageError, terminal: Any) -> int:
    candidates = error.detail if isinstance(error, AmbiguousReference) else None
    if terminal.as_json and isinstance(candidates, list):
        terminal.json(candidates)
    elif terminal.as_json and isinstance(error, NothingFound):
        terminal.json([])
    elif isinstance(candidates, list):
        for row in candidates:
            terminal.directive(row)
    sys.stdout.flush()
    terminal.note(error.message(terminal.lang))
    return error.exit_code


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


class Parser(argparse.ArgumentParser):
    """argparse in the user's language."""

    lang = "vi"

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            **{"add_help": False, "formatter_class": _formatter(self.lang), "allow_abbrev": False, **settings}
        )
        self.add_argument("-h", "--help", action="help", help=self.say("help.help"))

    def say(self, key: str) -> str:
        """A message in the parser's language."""
        return message("commands", key, self.lang)

    def add(self, *names: str, help: str, **settings: Any) -> None:
        """An argument whose help is the message `argument.HELP`."""
        self.add_argument(*names, help=self.say(f"argument.{help}").replace("%", "%%"), **settings)

    def error(self, message: str) -> NoReturn:
        """One sentence and where to read more; exit 2."""
        self.exit(
            2, f"{self.prog}: {_translated(message, self.lang)}\n{self.say('help.see')} {self.prog} --help\n"
        )


def _formatter(lang: str) -> type[argparse.HelpFormatter]:
    headings = {name: message("commands", f"help.{name}", lang) for name in ("usage", "options", "arguments")}

    class Formatter(argparse.RawDescriptionHelpFormatter):
        def start_section(self, heading: str | None) -> None:
            names = {"options": headings["options"], "positional arguments": headings["arguments"]}
            super().start_section(names.get(heading or "", heading))

        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, f"{headings['usage']}: " if prefix is None else prefix)

    return Formatter


def _translated(text: str, lang: str) -> str:
    """argparse's sentence in `lang`; sentences without a translation stay as they are."""
    for row in catalogue("commands")["wrong"].values():
        match = re.fullmatch(row["pattern"], text, re.DOTALL)
        if match:
            return str(row[lang]).format(*(group.replace("'", "") for group in match.groups()))
    return text


def build_parser(lang: str, given: Sequence[str] = ()) -> Parser:
    """The parser of all commands, speaking `lang`.

    Where `given` names commands, only these are built: a question should not wait for the others.
    """
    names = [name for name in COMMANDS if name in given] or list(COMMANDS)
    speaking: type[Parser] = type("Speaking", (Parser,), {"lang": lang})
    parser = speaking(prog="lineage", description=message("commands", "help.about", lang))
    _shared(parser, top=True)
    commands = parser.add_subparsers(
        dest="command",
        metavar=message("commands", "help.command", lang),
        required=True,
        parser_class=speaking,
    )
    for name in names:
        words = message("commands", f"command.{name}", lang)
        example = message("commands", f"example.{name}", lang)
        child = commands.add_parser(
            name, help=words.replace("%", "%%"), description=words.replace("%", "%%"), epilog=example
        )
        _shared(child, top=False)
        COMMANDS[name][1](child)
    return parser


def _shared(parser: Parser, *, top: bool) -> None:
    """Options that stand before or after the command's name."""
    home = os.environ.get("LINEAGE_WORKSPACE") or "workspace"
    unset: Any = argparse.SUPPRESS
    parser.add(
        "--workspace", help="workspace", metavar="DIR", type=Path, default=Path(home) if top else unset
    )
    parser.add("--json", help="json", action="store_true", default=False if top else unset)
    parser.add("--lang", help="lang", choices=LANGUAGES, default=None if top else unset)


def _ingest(parser: Parser) -> None:
    parser.add("paths", help="paths", nargs="+", metavar="PATH", type=Path)


def _remove(parser: Parser) -> None:
    parser.add("documents", help="documents", nargs="+", metavar="DOCUMENT")


def _extract(parser: Parser) -> None:
    parser.add("file", help="file", metavar="FILE", type=Path)
    parser.add("--text", help="text", action="store_true")


def _find(parser: Parser) -> None:
    parser.add("text", help="find_text", metavar="TEXT", nargs="+")
    parser.add("--limit", help="limit", type=_count, default=50, metavar="N")


def _ref(parser: Parser) -> None:
    parser.add("ref", help="ref", metavar="REF")


def _implementing(parser: Parser) -> None:
    _ref(parser)
    parser.add("--type", help="type", metavar="TYPE")
    parser.add("--province", help="province", metavar="P")
    parser.add("--direct", help="direct", action="store_true")


def _path(parser: Parser) -> None:
    parser.add("source", help="ref", metavar="FROM")
    parser.add("target", help="ref", metavar="TO")


def _responsibilities(parser: Parser) -> None:
    from graph.model import ROLES

    parser.add("body", help="body", metavar="BODY")
    parser.add("--province", help="province", metavar="P")
    parser.add("--role", help="role", choices=ROLES, metavar="R")
    parser.add("--due-before", help="due_before", type=_day, metavar="D")


def _coverage(parser: Parser) -> None:
    _ref(parser)
    parser.add("--by", help="by", choices=("province", "level"), default="province")


def _mentions(parser: Parser) -> None:
    from graph.model import MENTION_STATUSES

    parser.add("document", help="document", metavar="DOCUMENT", nargs="?")
    parser.add("--status", help="status", choices=MENTION_STATUSES)


def _judge(parser: Parser) -> None:
    from graph.model import DECISIONS

    parser.add("decision", help="decision", nargs="?", choices=DECISIONS)
    parser.add("of", help="of", nargs="*", metavar="WHAT")
    parser.add("--why", help="why", metavar="TEXT", default="")
    parser.add("--who", help="who", metavar="NAME")
    other = parser.add_mutually_exclusive_group()
    for name, settings in (
        ("undo", {"metavar": "ID"}),
        ("list", {"action": "store_true"}),
        ("export", {"metavar": "FILE", "type": Path}),
        ("import", {"metavar": "FILE", "type": Path, "dest": "import_"}),
    ):
        other.add_argument(f"--{name}", help=parser.say(f"argument.judge_{name}"), **settings)


def _query(parser: Parser) -> None:
    one = parser.add_mutually_exclusive_group(required=True)
    one.add_argument("--cypher", metavar="TEXT", help=parser.say("argument.cypher"))
    one.add_argument("--sparql", metavar="TEXT", help=parser.say("argument.sparql"))
    parser.add("--rows", help="rows", type=_count, default=1000, metavar="N")
    parser.add("--seconds", help="seconds", type=float, default=10.0, metavar="S")


def _export(parser: Parser) -> None:
    from graph.model import FORMATS

    parser.add("format", help="format", choices=(*FORMATS, "neo4j"))
    parser.add("--output", "-o", help="output", metavar="FILE", type=Path)
    parser.add("--base", help="base", metavar="IRI")
    parser.add("--ref", help="export_ref", metavar="REF")


def _load(parser: Parser) -> None:
    parser.add("address", help="address", metavar="neo4j://HOST[:PORT][/DATABASE]")
    parser.add("--user", help="user", metavar="NAME")


def _evaluate(parser: Parser) -> None:
    parser.add("gold", help="gold", metavar="DIR", type=Path)
    parser.add("--texts", help="texts", metavar="DIR", type=Path)


def _serve(parser: Parser) -> None:
    parser.add("--host", help="host", default="127.0.0.1")
    parser.add("--port", help="port", type=_port, default=8000)
    parser.add("--edit", help="edit", action="store_true")
    parser.add("--base", help="base", metavar="IRI")


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def _port(text: str) -> int:
    value = int(text)
    if not 0 <= value <= 65535:
        raise ValueError(text)
    return value


def _day(text: str) -> str:
    from datetime import date

    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise ValueError(text)
    return date.fromisoformat(text).isoformat()


COMMANDS: dict[str, tuple[str, Define]] = {
    "ingest": ("collection:ingest", _ingest),
    "remove": ("collection:remove", _remove),
    "extract": ("collection:extract", _extract),
    "find": ("questions:find", _find),
    "show": ("questions:show", _ref),
    "implementing": ("questions:implementing", _implementing),
    "ancestry": ("questions:ancestry", _ref),
    "path": ("questions:path", _path),
    "responsibilities": ("questions:responsibilities", _responsibilities),
    "coverage": ("questions:coverage", _coverage),
    "mentions": ("questions:mentions", _mentions),
    "wanted": ("questions:wanted", lambda parser: None),
    "judge": ("judge:judge", _judge),
    "query": ("data:query", _query),
    "export": ("data:export", _export),
    "load": ("data:load", _load),
    "evaluate": ("data:evaluate", _evaluate),
    "serve": ("serve:serve", _serve),
}

if __name__ == "__main__":
    sys.exit(main())
