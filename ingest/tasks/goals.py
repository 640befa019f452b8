"""Tables of goals: rows that say how much of what is to be reached, in a year or until one.

What is measured stands in one column, its unit in another or in brackets, the goals in one column or
more, each with its year in the head. What was reached before stands beside them and is no goal.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ingest.tasks.columns import LABEL, ORDER, below_numbers, column_named, head_words, last_year, placed
from ingest.tasks.rows import Cell, Row, Table, cell_in, empty, is_rest, repeats, widest, with_rest
from ingest.text import Span, Text
from ontology.load import cues, document

_CAPITALS = "ABCDEFGHĐ"
_CAPITAL, _ROMAN, _NUMBER, _LETTER = 0, 1, 2, 7
_DASHES = "-+*•"
_TICK = "x"
_AUTUMN = "10"
_BODIES = frozenset({"lead", "coordinate"})
# Without any of these a row is a group or a form's.
_TOLD = ("goal", "lead", "coordinate", "deadline", "product")


class Head(NamedTuple):
    """The columns of a table of goals, what the head says of each, and how many rows the head takes."""

    columns: list[str]
    words: list[str]
    taken: int


def goal_rows(text: Text, table: Table, prefix: str, issued: str | None = None) -> list[Row]:
    """The rows of a table, if it is one of goals; `issued` is the date of the paper.

    Each cell of a goal holds what the head says of its column.
    """
    head = goal_head(text, table.rows, issued)
    found: list[Row] = []
    if head is None:
        return found
    places = _Places(prefix)
    unit: Span | None = None
    below = False  # whether the row above is one, and no group's name
    width = widest(table.rows[head.taken :])
    for cells in table.rows[head.taken :]:
        named = _named(text, head, cells, width)
        if not named or repeats(text, cells, table.rows[0]):
            continue
        label, dashed = _label(text, named)
        measured = any(cell.column in ("unit", "goal") for cell in named)
        if not (label or dashed or measured) and is_rest(text, cells, named):
            if below:
                found[-1] = with_rest(found[-1], named)
            continue
        valued = any(cell.column in _TOLD and _says(text, cell) for cell in named)
        if not (valued or label):
            continue
        named = [_said_again(text, cell, unit) for cell in named]
        stated = cell_in(named, "unit")
        unit = stated.span if stated else unit
        path = places.path(None if dashed else label)
        below = valued
        if valued:
            found.append(Row(path, (named[0].span[0], max(cell.span[1] for cell in named)), tuple(named)))
    return found


def _named(text: Text, head: Head, cells: Sequence[Span], width: int) -> list[Cell]:
    """The cells of a row that are not empty, each with its column and what the head says of it.

    Bodies and times tell where the cells belong that are left of a damaged row; figures alone do not.
    """
    acting = not _BODIES.isdisjoint(head.columns)
    places = placed(text, head.columns, cells, width) if acting else enumerate(cells[: len(head.columns)])
    return [Cell(head.columns[i], cell, head.words[i]) for i, cell in places if not empty(cell)]


def goal_head(text: Text, rows: Sequence[tuple[Span, ...]], issued: str | None = None) -> Head | None:
    """The head of a table of goals; None if it is none."""
    if not rows:
        return None
    words = [head_words(text, cell) for cell in rows[0]]
    taken = 1
    if len(rows) > 1 and _goes_on(rows[0], rows[1]):
        words, taken = _joined(words, [head_words(text, cell) for cell in rows[1]]), 2
    columns = _columns(words)
    _leave_past(columns, words, issued)
    if "goal" not in columns or "content" not in columns:
        return None
    if not _measures(columns, words) or any(
        word in head for word in document("tables")["normed"] for head in words
    ):
        return None
    return Head(columns, words, below_numbers(text, rows, taken))


def _measures(columns: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a head says what is measured, or in what unit; means that are shared out have units too."""
    known = document("tables")
    content = words[columns.index("content")]
    if any(word in content for word in known["measured"]):
        return True
    goals = [head for column, head in zip(columns, words, strict=True) if column == "goal"]
    aimed = any(word in head for word in known["measured"] for head in goals)
    return "unit" in columns and (aimed or not cues("tables")["allotted"].pattern.search(content))


def _goes_on(head: Sequence[Span], below: Sequence[Span]) -> bool:
    """Whether a second row names what stands below merged cells of the first."""
    return len(head) == len(below) and all(empty(cell) for cell in below[:2]) and not all(map(empty, below))


def _joined(words: Sequence[str], below: Sequence[str]) -> list[str]:
    """The words of a head of two rows, a merged cell's in each column that it spans."""
    found = []
    above = ""
    for upper, lower in zip(words, below, strict=True):
        above = upper or above
        found.append(_under(above, lower) if lower else upper)
    return found


def _under(above: str, lower: str) -> str:
    """What a column is called below a merged cell: a year of goals stands for itself."""
    both = f"{above} {lower}"
    if (
        column_named(lower) == "goal"
        and column_named(both) != "past"
        and (last_year(lower) or not last_year(above))
    ):
        return lower
    return next((name for name in (both, f"{lower} {above}", lower) if column_named(name) != "other"), both)


def _columns(words: Sequence[str]) -> list[str]:
    """What each column holds; the second that says what is measured holds the goals."""
    known = document("tables")
    columns = [column_named(name) for name in words]
    for i, name in enumerate(words):
        if name in known["done"]:
            columns[i] = "past"
        elif name == known["unit"] and "unit" not in columns and i and columns[i - 1] == "content":
            columns[i] = "unit"
        elif name in known["measured"] and "unit" in columns and "content" in columns[:i]:
            columns[i] = "goal"
    doer = "other" if "lead" in columns else "lead"
    columns = [doer if column == "doer" else column for column in columns]
    return [
        "other" if column in ("order", "content", "unit") and column in columns[:i] else column
        for i, column in enumerate(columns)
    ]


def _leave_past(columns: list[str], words: Sequence[str], issued: str | None) -> None:
    """Mark as past the goals of years that are over: reached in another column, or before the paper."""
    years = [last_year(name) for name in words]
    past = [i for i, column in enumerate(columns) if column == "past"]
    over = max((years[i] for i in past), default="")
    over = max(over, _last_over(issued, years) if issued else "")
    reported = any(words[i] in document("tables")["done"] for i in past)
    for i, column in enumerate(columns):
        if column == "goal" and (years[i] <= over if years[i] else reported):
            columns[i] = "past"


def _last_over(issued: str, years: Sequence[str]) -> str:
    """The last year that was over when a paper was issued, or nearly so where it sets goals for the next."""
    year = issued[:4]
    return year if issued[5:7] >= _AUTUMN and max(years) > year else str(int(year) - 1)


def _label(text: Text, named: Sequence[Cell]) -> tuple[str | None, bool]:
    """(the number of a row, whether it is a bullet below one)."""
    first = text.lines[slice(*named[0].span)].strip()
    if named[0].column == "order":
        if ORDER.match(first):
            return first.rstrip(".)"), False
        if first in _DASHES:
            return None, True
    column = cell_in(named, "content")
    content = text.lines[slice(*column.span)] if column else first
    numbered = LABEL.match(content)
    if numbered:
        return numbered[1], False
    return None, content[0] in _DASHES


def _says(text: Text, cell: Cell) -> bool:
    """Whether a cell is filled in: not dots to be written on, and no tick."""
    return not {sign for sign in text.folded[slice(*cell.span)] if sign.isalnum()} <= {_TICK}


def _said_again(text: Text, cell: Cell, above: Span | None) -> Cell:
    """A unit that is that of the row above."""
    if cell.column != "unit" or above is None:
        return cell
    return cell._replace(span=above) if head_words(text, cell.span) in document("tables")["again"] else cell


class _Places:
    """Where rows stand: "PL.A.1", "PL.2.1", "PL.2-1" for a bullet or a row without a number below "PL.2"."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        # (rank, label, path) of each number that others stand below.
        self.open: list[tuple[int, str, str]] = []
        self.count = 0

    def path(self, label: str | None) -> str:
        """The path of the next row; None: it has no number."""
        if label is None:
            self.count += 1
            return f"{self.open[-1][2]}-{self.count}" if self.open else f"{self.prefix}.{self.count}"
        rank = _rank(label)
        while self.open and self.open[-1][0] >= rank:
            self.open.pop()
        _, over, above = self.open[-1] if self.open else (0, "", self.prefix)
        path = above + label[len(over) :] if over and label.startswith(f"{over}.") else f"{above}.{label}"
        self.open.append((rank, label, path))
        self.count = 0
        return path


def _rank(label: str) -> int:
    """How deep a number stands: "A", "I", "1", "1.1", "a"."""
    if label in _CAPITALS:
        return _CAPITAL
    if label.isalpha():
        return _ROMAN if label.isupper() else _LETTER
    return _NUMBER + label.count(".")
