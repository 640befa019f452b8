"""Output of a command: set for reading in a terminal, or JSON for programs."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from api.display import clean_cell, date_text, issued_by, set_table, subtitle_of, title_of, wrap
from api.messages import message, word

Row = dict[str, Any]

WIDEST = 110  # lines longer than this tire the eye, however wide the window
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


class Terminal:
    """Where a command writes: `stdout` for what was asked, `stderr` for everything else."""

    def __init__(self, lang: str, as_json: bool) -> None:
        self.lang, self.as_json = lang, as_json
        self.width = max(40, min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST))
        self.styled = sys.stdout.isatty() and "NO_COLOR" not in os.environ

    def say(self, key: str, /, **values: object) -> str:
        """A message of the command line in its language."""
        return message("commands", key, self.lang, **values)

    def word(self, group: str, value: str | None) -> str:
        """The label of a controlled value."""
        return word(group, value, self.lang)

    def date(self, value: str | None) -> str:
        """A date or period in words."""
        return date_text(value, self.lang)

    def json(self, value: Any) -> None:
        """One JSON value on stdout."""
        json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")

    def line(self, text: str = "", indent: str = "") -> None:
        """A paragraph, wrapped, on stdout."""
        for line in wrap(clean_cell(text), self.width, indent, indent) if text else [""]:
            print(line)

    def heading(self, text: str, indent: str = "") -> None:
        """A line that stands out."""
        for line in wrap(clean_cell(text), self.width, indent, f"{indent}  "):
            print(f"{BOLD}{line}{PLAIN}" if self.styled else line)

    def soft(self, text: str, indent: str = "") -> None:
        """A paragraph that stands back."""
        for line in wrap(clean_cell(text), self.width, indent, indent):
            print(f"{DIM}{line}{PLAIN}" if self.styled else line)

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """A table as wide as the terminal."""
        cells = [[clean_cell(cell) for cell in row] for row in rows]
        for line in set_table(heads, cells, self.width):
            print(line)

    def note(self, text: str) -> None:
        """A message on stderr."""
        print(text, file=sys.stderr)

    def done(self, text: str, **facts: Any) -> None:
        """A message on stderr that something was done; for programs an object with it and the facts."""
        self.note(text)
        if self.as_json:
            self.json({"done": text, **facts})

    def unfitting(self, judgements: Sequence[Any]) -> None:
        """A message on stderr about decisions that fit nothing any more, if there are any."""
        if judgements:
            ids = ", ".join(judgement.id for judgement in judgements)
            self.note(self.say("say.unfitting", n=len(judgements), ids=ids))

    def directive(self, row: Row, indent: str = "") -> None:
        """A directive in a few lines: name, date, issuer, status; subject; id."""
        facts = [self.date(row.get("date")), issued_by(row), self.word("status", row.get("status"))]
        self.heading(" · ".join([title_of(row), *(fact for fact in facts if fact)]), indent)
        if subtitle_of(row):
            self.line(subtitle_of(row), f"{indent}  ")
        self.soft(str(row["id"]), f"{indent}  ")

    def quote(self, evidence: Row | None, indent: str) -> None:
        """The words that state a fact, and where they stand."""
        if evidence:
            self.line(f"“{clean_cell(evidence['quote'])}”", indent)
            self.soft(f"{evidence['document']}:{evidence['start']}–{evidence['end']}", indent)
