"""Precision, recall and F1 of the reading against gold files.

A gold file `NAME.gold.json` has the shape of `lineage extract --json`, with fewer fields. Rows with
`"optional": true` count neither as found nor as false; `"accept"` holds further right values: a list
(of canonicals, bodies, values) or an object from field to list. A list that the file leaves out was not
annotated and is not scored (`relations` go with `implements`), nor is a task's deadline or recurrence.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.errors import UnreadableDocument
from ontology.bodies import same_name
from ontology.fold import fold

Row = Mapping[str, Any]
Reading = Callable[[Path], Mapping[str, Any]]
DOCUMENT_FIELDS = (
    "type",
    "number",
    "date",
    "place",
    "title",
    "issuer",
    "province",
    "level",
    "signer",
    "recipients",
)


@dataclass(slots=True)
class Score:
    """Counts of one kind of row, and the rows that differ as printable lines."""

    found: int = 0
    false: int = 0
    missed: int = 0
    differences: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Right rows among those read; 1 where nothing was read."""
        return self.found / (self.found + self.false) if self.found + self.false else 1.0

    @property
    def recall(self) -> float:
        """Right rows among those in the gold; 1 where there are none."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Score(found=3, false=1, missed=1).f1
        0.75
        """
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: Score) -> None:
        """Add the counts and differences of `other`."""
        self.found += other.found
        self.false += other.false
        self.missed += other.missed
        self.differences += other.differences

    def as_row(self) -> dict[str, Any]:
        """The figures as one JSON row."""
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "found": self.found,
            "false": self.false,
            "missed": self.missed,
            "differences": list(self.differences),
        }


def evaluate(gold_dir: Path, texts_dir: Path | None, read: Reading) -> dict[str, Score]:
    """Scores by kind over every gold file in `gold_dir`.

    `read` gives the extraction of a text file as JSON. Texts lie in `texts_dir`, else beside the
    gold, else in `../docs`.

    Raises:
        UnreadableDocument: the folder has no gold file, or a gold file no text.
    """
    files = sorted(gold_dir.glob("*.gold.json"))
    if not files:
        raise UnreadableDocument(
            f"{gold_dir}: không có tệp *.gold.json",
            f"{gold_dir} holds no *.gold.json; name a folder that does",
        )
    scores: dict[str, Score] = {}
    for file in files:
        stem = file.name.removesuffix(".gold.json")
        gold = json.loads(file.read_text(encoding="utf-8"))
        for kind, score in compare(gold, read(text_of(stem, gold_dir, texts_dir)), stem).items():
            scores.setdefault(kind, Score()).add(score)
    return scores


def text_of(stem: str, gold_dir: Path, texts_dir: Path | None) -> Path:
    """The text that belongs to the gold file `stem`.

    Raises:
        UnreadableDocument: there is none.
    """
    for folder in [texts_dir] if texts_dir else [gold_dir, gold_dir.parent / "docs"]:
        for path in sorted(folder.glob(f"{stem}.*")):
            if not path.name.endswith(".gold.json"):
                return path
    raise UnreadableDocument(
        f"{stem}.gold.json không có văn bản đi kèm; dùng --texts",
        f"{stem}.gold.json has no text beside it; name the folder of texts with --texts",
    )


def compare(gold: Row, read: Row, name: str) -> dict[str, Score]:
    """Scores of one document by kind; `name` stands before each difference."""
    scores = {
        f"document.{key}": _field(key, gold["document"], read["document"], name) for key in DOCUMENT_FIELDS
    }
    pairs, scores["citations"] = _rows(gold, read, "citations", _same_citation, _show_citation, name)
    scores["citations.canonical"] = _agreement(pairs, "canonical", name)
    scores["citations.span"] = _spans(pairs, name)
    for key in ("type", "date", "issuer", "scope", "term", "function"):
        scores[f"citations.{key}"] = _agreement([p for p in pairs if key in p[0]], key, name)
    _, scores["implements"] = _rows(gold, read, "implements", _same_link, _show_link, name)
    linked = {"relations": (), **gold} if "implements" in gold else {}
    _, scores["relations"] = _rows(linked, read, "relations", _same_link, _show_link, name)
    tasks, scores["tasks"] = _rows(gold, read, "tasks", _same_start, _show_task, name)
    scores["tasks.path"] = _agreement(tasks, "path", name)
    for key in ("deadline", "recurrence"):
        scores[f"tasks.{key}"] = _values([pair for pair in tasks if key in pair[0]], key, name)
    scores["tasks.implements"] = _task_implements(tasks if "implements" in gold else [], name)
    _, scores["assignments"] = _rows(gold, read, "assignments", _same_assignment, _show_assignment, name)
    _, scores["targets"] = _rows(gold, read, "targets", _same_target, _show_target, name)
    return scores


def _rows(
    gold: Row, read: Row, kind: str, same: Callable[[Row, Row], bool], show: Callable[[Row], str], name: str
) -> tuple[list[tuple[Row, Row]], Score]:
    """`match` for one kind of rows; nothing is scored of a kind that was not annotated."""
    if kind not in gold:
        return [], Score()
    return match(gold[kind], read.get(kind, ()), same, show, name)


def match(
    gold: Iterable[Row],
    read: Iterable[Row],
    same: Callable[[Row, Row], bool],
    show: Callable[[Row], str],
    name: str,
) -> tuple[list[tuple[Row, Row]], Score]:
    """Pair rows one to one in order; optional gold rows take up a pair but count neither way."""
    left = list(read)
    pairs, score = [], Score()
    required = [row for row in gold if not row.get("optional")]
    for row in required:
        partner = next((other for other in left if same(row, other)), None)
        if partner is None:
            score.missed += 1
            score.differences.append(f"{name}: missed  {show(row)}")
        else:
            left.remove(partner)
            pairs.append((row, partner))
            score.found += 1
    for row in (row for row in gold if row.get("optional")):
        partner = next((other for other in left if _overlap(row, other) or same(row, other)), None)
        if partner is not None:
            left.remove(partner)
    score.false = len(left)
    score.differences += [f"{name}: false   {show(row)}" for row in left]
    return pairs, score


def accepted(row: Row, key: str) -> list[Any]:
    """The gold value of `key` and the further values that `accept` allows."""
    accept = row.get("accept") or ()
    more = accept.get(key, ()) if isinstance(accept, Mapping) else accept
    return [row.get(key), *(more if isinstance(more, (list, tuple)) else [more])]


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, Mapping):
        return {
            key: _folded(item) for key, item in value.items() if key in ("name", "position", "on_behalf_of")
        }
    return value


def _equal(row: Row, other: Row, key: str) -> bool:
    return any(_folded(value) == _folded(other.get(key)) for value in accepted(row, key))


def _overlap(row: Row, other: Row) -> bool:
    return bool("end" in row and row["start"] < other["end"] and other["start"] < row["end"])


def _same_citation(row: Row, other: Row) -> bool:
    return _overlap(row, other) and _equal(row, other, "number") and row["kind"] == other["kind"]


def _same_link(row: Row, other: Row) -> bool:
    return all(_equal(row, other, key) for key in ("from", "to", "manner"))


def _same_start(row: Row, other: Row) -> bool:
    return bool(row["start"] == other["start"])


def _same_assignment(row: Row, other: Row) -> bool:
    same_body = any(same_name(str(body), str(other["body"])) for body in accepted(row, "body"))
    return same_body and _equal(row, other, "task") and row["role"] == other["role"]


def _same_target(row: Row, other: Row) -> bool:
    same = all(_equal(row, other, key) for key in ("comparator", "unit"))
    return same and row["task"] == other["task"] and float(row["value"]) == float(other["value"])


def _field(key: str, gold: Row, read: Row, name: str) -> Score:
    if key in gold.get("optional", ()):
        return Score()
    wanted, got = accepted(gold, key), read.get(key)
    if key == "recipients":
        same = {fold(r) for r in gold.get(key) or ()} == {fold(r) for r in got or ()}
    else:
        same = any(_folded(value) == _folded(got) for value in wanted)
    if same:
        return Score(found=1)
    return Score(false=1, missed=1, differences=[f"{name}: {key} {gold.get(key)!r} read as {got!r}"])


def _agreement(pairs: Sequence[tuple[Row, Row]], key: str, name: str) -> Score:
    score = Score()
    for row, other in pairs:
        if _equal(row, other, key):
            score.found += 1
        else:
            score.missed += 1
            score.false += 1
            score.differences.append(
                f"{name}: {row['start']} {key} {row.get(key)!r} read as {other.get(key)!r}"
            )
    return score


def _values(pairs: Sequence[tuple[Row, Row]], key: str, name: str) -> Score:
    """As rows of their own: what the gold states, what was read, over tasks that were found."""
    score = Score()
    for row, other in pairs:
        if row.get(key) is None and other.get(key) is None:
            continue
        if _equal(row, other, key):
            score.found += 1
            continue
        score.missed += row.get(key) is not None
        score.false += other.get(key) is not None
        score.differences.append(
            f"{name}: {row.get('path')} {key} {row.get(key)!r} read as {other.get(key)!r}"
        )
    return score


def _task_implements(pairs: Sequence[tuple[Row, Row]], name: str) -> Score:
    score = Score()
    for row, other in pairs:
        wanted = {fold(value) for value in row.get("implements", ())}
        got = {fold(value) for value in other.get("implements", ())}
        score.found += len(wanted & got)
        score.missed += len(wanted - got)
        score.false += len(got - wanted)
        if wanted != got:
            score.differences.append(
                f"{name}: {row.get('path')} implements {sorted(wanted)} read as {sorted(got)}"
            )
    return score


def _spans(pairs: Sequence[tuple[Row, Row]], name: str) -> Score:
    score = Score()
    for row, other in pairs:
        if (row["start"], row["end"]) == (other["start"], other["end"]):
            score.found += 1
        else:
            score.missed += 1
            score.false += 1
            score.differences.append(f"{name}: {row['start']} {row['quote']!r} read as {other['quote']!r}")
    return score


def _show_citation(row: Row) -> str:
    return f"{row['start']} {row['kind']} {row['quote']!r} -> {row['canonical']}"


def _show_link(row: Row) -> str:
    return f"{row['from']} {row['manner']} {row['to']}"


def _show_task(row: Row) -> str:
    return f"{row['start']} {row['path']} {row['quote'][:60]!r}"


def _show_assignment(row: Row) -> str:
    return f"{row['task']} {row['role']} {row['body']!r}"


def _show_target(row: Row) -> str:
    return f"{row['task']} {row['comparator']} {row['value']} {row['unit']}"
