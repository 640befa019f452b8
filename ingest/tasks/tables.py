"""Tables of work, whose rows say who does what by when, and of goals (see `goals.py`).

Converters leave a table in one of these shapes: a row a line with its cells parted by "|" or tabs
(Markdown among them); or a cell a block, closed by a line "|", where a row ends with two such lines
or with nothing.
A table of work has a column of who leads or who helps, one of goals a column of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from ingest.layout import Layout
from ingest.tasks.blocks import block_table, head_above
from ingest.tasks.columns import MAX_COLUMNS
from ingest.tasks.goals import goal_rows
from ingest.tasks.lined import gapped, lined_tables
from ingest.tasks.pipes import pipe_groups
from ingest.tasks.rows import Cell, Row, Table, cell_in, work_rows
from ingest.text import Span, Text
from ontology.load import cues, document

__all__ = ["Cell", "Row", "cell_in", "table_spans", "task_tables"]

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


def task_tables(text: Text, layout: Layout, issued: str | None = None) -> tuple[Row, ...]:
    """The rows of all tables of work and of goals in the body and the annexes, in text order.

    `issued` is the date of the paper: what was planned for a year before is no goal.
    """
    found: list[Row] = []
    taken: dict[str, int] = {}
    sets = _sets_goals(layout)
    for prefix, part, signs in _parts(text, layout):
        for table in sorted(_tables(text, part, signs), key=lambda table: table.span):
            rows = goal_rows(text, table, prefix, issued) if sets else []
            for row in rows or work_rows(text, table, prefix):
                found.append(Row(_unrepeated(row.path, taken), row.span, row.cells))
    return tuple(found)


def _sets_goals(layout: Layout) -> bool:
    """Whether a paper of this kind may set goals: reports tell of them, rules have forms for them."""
    kinds = document("sections")["kinds"]
    return layout.heading.kind not in (*kinds["silent"], *kinds["regulating"])


def table_spans(text: Text, part: Span) -> list[Span]:
    """Where the tables of `part` stand, of work or not, in order."""
    blocks = (
        ((head_above(text, pipes[0], part) or pipes)[0], pipes[-1] + 1) for pipes in pipe_groups(text, part)
    )
    return sorted([*blocks, *(table.span for table in lined_tables(text, part, _found_signs(text, part)))])


def _tables(text: Text, part: Span, signs: Sequence[int]) -> Iterator[Table]:
    """The tables of `part` that may be of work or of goals."""
    for pipes in pipe_groups(text, part):
        head_end = pipes[min(len(pipes) - 1, 2 * MAX_COLUMNS)]
        sign = bisect_left(signs, pipes[0])
        if sign < len(signs) and signs[sign] < head_end:
            yield from block_table(text, pipes, part)
    yield from lined_tables(text, part, signs)


def _parts(text: Text, layout: Layout) -> Iterator[tuple[str, Span, list[int]]]:
    """The parts that may hold such tables: the prefix of their rows' paths, the span, its signs."""
    numbers = [_annex_number(text, annex) for annex in layout.annexes]
    several = sum(number is not None for number in numbers) > 1
    for number, part in zip([None, *numbers], [layout.body, *layout.annexes], strict=True):
        found = _found_signs(text, part)
        if found:
            yield f"PL{number}" if several and number else "PL", part, found


def _found_signs(text: Text, part: Span) -> list[int]:
    """Where in `part` words stand without which nothing is such a table, in order."""
    if not gapped(text, part):
        return []
    return sorted(match.start() for sign in _signs() for match in sign.finditer(text.folded, *part))


@cache
def _signs() -> tuple[re.Pattern[str], ...]:
    """One pattern for each: to search for plain letters costs less than to try two."""
    signs = [str(sign) for cue in cues("tables").values() for sign in cue.facts.get("signs", ())]
    return tuple(re.compile(sign.replace(" ", "[ ]+")) for sign in signs)


def _annex_number(text: Text, annex: Span) -> int | None:
    """The number of an annex that calls itself one: 2 for "PHỤ LỤC II", 0 for "PHỤ LỤC"."""
    start = text.trim(annex)[0]
    match = cues("tables")["annex number"].pattern.match(text.folded, start, min(annex[1], start + 60))
    if match is None:
        return None
    label = match[1] or "0"
    return int(label) if label.isdigit() else _ROMAN.get(label, 0)


def _unrepeated(path: str, taken: dict[str, int]) -> str:
    """The path, with "#2" if it stood before; `taken` counts how often each did."""
    count = taken[path] = taken.get(path, 0) + 1
    return path if count == 1 else f"{path}#{count}"
