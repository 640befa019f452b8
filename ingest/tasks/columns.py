"""The columns of a table: what its head names, and where the cells of a damaged row belong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from ingest.tasks.deadlines import cell_deadline, recurrence_in
from ingest.text import Span, Text
from ontology.load import cues

ORDER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}(?:\.\d{1,2}){0,2}|[A-HĐ]|[a-zđ])[.)]?$")
NUMBERED_HEAD = re.compile(r"[(\[]?(?:\d{1,2}|[A-Z])(?:\s?=.{0,12})?[)\]]?$")
GROUP = re.compile(r"([IVX]{1,5}|[A-HĐ]|\d{1,2})[.):]")
"""The number with which a group's name begins."""
LABEL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-HĐ]|[a-zđ])[.)][ ]")
"""The number with which the words of a row begin that has no column of numbers."""
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
MAX_COLUMNS = 14
_SHORT_CELL, _LONG_CELL = 60, 300
# How well what a cell holds fits a column; other pairs do not.
_FITS = {
    ("order", "order"): 4,
    ("deadline", "deadline"): 3,
    ("lead", "body"): 3,
    ("coordinate", "body"): 2,
    ("content", "words"): 2,
    ("product", "words"): 1,
    ("goal", "order"): 2,
    ("goal", "words"): 1,
    ("other", "words"): 0,
    ("lead", "words"): -1,
    ("coordinate", "words"): -1,
    ("content", "body"): 0,
    ("other", "body"): -1,
    ("other", "deadline"): -1,
}


def last_year(words: str) -> str:
    """The last year that a head names: that of a period's end; "" if it names none.

    >>> last_year("giai đoạn 2026 - 2030"), last_year("kế hoạch")
    ('2030', '')
    """
    return max(_YEAR.findall(words), default="")


def column_of(text: Text, cell: Span) -> str:
    """The column that a head's cell names: order, content, lead, coordinate, doer, deadline, product, unit,
    goal, past or other."""
    return column_named(head_words(text, cell))


def head_words(text: Text, cell: Span) -> str:
    """What a head's cell says, folded, in one line."""
    return " ".join(text.folded[slice(*cell)].split())


def column_named(words: str) -> str:
    """As `column_of`, of folded words.

    >>> column_named("đơn vị chủ trì"), column_named("đến năm 2030"), column_named("ghi chú")
    ('lead', 'goal', 'other')
    """
    if len(words) > 120 or not words:
        return "other"
    for cue in cues("tables").values():
        if "use" not in cue.facts and cue.pattern.search(words):
            return str(cue.facts.get("column", cue.name))
    return "other"


def columns_of(text: Text, rows: Sequence[tuple[Span, ...]]) -> tuple[list[str], int]:
    """(the columns, how many rows the head takes); no columns if it is no table of work."""
    columns = [_of_work(column_of(text, cell)) for cell in rows[0]]
    taken = 1
    if len(rows) > 1:
        below = [column_of(text, cell) for cell in rows[1] if cell[1] > cell[0]]
        if below and set(below) <= {"lead", "coordinate"} and "doer" in columns:
            at = columns.index("doer")
            # Each in its place, below a merged cell and an empty one.
            if len(rows[1]) == len(columns) and rows[1][at][1] > rows[1][at][0]:
                for i, cell in enumerate(rows[1]):
                    columns[i] = column_of(text, cell) if cell[1] > cell[0] else columns[i]
            else:
                columns[at : at + 1] = below
            taken = 2
    if not {"lead", "coordinate"} & set(columns):
        return [], taken
    if "lead" in columns:
        columns = ["other" if column == "doer" else column for column in columns]
    columns = ["lead" if column == "doer" else column for column in columns]
    return _single(columns), below_numbers(text, rows, taken)


def _of_work(column: str) -> str:
    """What a column of a table of goals is in one of work."""
    return "other" if column in ("unit", "goal", "past") else column


def below_numbers(text: Text, rows: Sequence[tuple[Span, ...]], taken: int) -> int:
    """How many rows a head takes with those below its first `taken` that only number the columns."""
    while taken < len(rows) and all(NUMBERED_HEAD.match(text.lines[a:b]) for a, b in rows[taken] if b > a):
        taken += 1
    return taken


def _single(columns: Sequence[str]) -> list[str]:
    """The columns with only the first of a kind kept; without any content the longest other is it."""
    seen: set[str] = set()
    kept = []
    for column in columns:
        kept.append(column if column not in seen or column in ("lead", "coordinate") else "other")
        seen.add(column)
    if "content" not in kept and "other" in kept:
        kept[kept.index("other")] = "content"
    return kept


def placed(
    text: Text, columns: Sequence[str], cells: Sequence[Span], width: int
) -> Iterable[tuple[int, Span]]:
    """Each cell with its column's place. In a row that lost some cells they stand where their words fit best.

    `width` is how many cells the table's longest row has.
    """
    while cells and cells[-1][1] <= cells[-1][0]:
        cells = cells[:-1]
    lost = min(len(columns), width) - len(cells)
    if lost <= 0 or not 3 <= len(cells) <= len(columns) <= 8 or any(cell[1] <= cell[0] for cell in cells):
        return zip(range(len(columns)), cells, strict=False)
    kinds = [_kind(text, cell) for cell in cells]
    best = max(
        combinations(range(len(columns)), len(cells)),
        key=lambda at: sum(_FITS.get((columns[i], kind), -3) for i, kind in zip(at, kinds, strict=True)),
    )
    return zip(best, cells, strict=True)


def _kind(text: Text, cell: Span) -> str:
    """What a cell seems to hold: order, deadline, body or words."""
    if ordered(text, cell):
        return "order"
    words = text.folded[cell[0] : min(cell[1], cell[0] + _LONG_CELL)]
    timed = cell[1] - cell[0] < _SHORT_CELL and (
        cues("deadlines")["vague time"].pattern.match(words) is not None
        or recurrence_in(words, (0, len(words))) is not None
        or cell_deadline(words, (0, len(words)), None) is not None
    )
    if timed:
        return "deadline"
    return "body" if cues("sections")["acting body"].pattern.match(words) else "words"


def ordered(text: Text, cell: Span) -> bool:
    """Whether a cell holds no more than a row's number: "3", "II.", "2.1", "a)"."""
    return ORDER.match(text.flow[slice(*cell)].strip()) is not None
