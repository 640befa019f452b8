"""How well what is read agrees with the gold, F1 by kind and by set of documents.

    python -m tests.benchmarks.accuracy

The sets are those of `tests/data/sets.csv`, in the order in which they were made, after the samples and the composed
documents. Those named "real" are read from ../shared/corpus and left out where it is missing. `lineage evaluate`
lists the differences.
"""

from __future__ import annotations

import csv
import json
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from graph.extraction import to_json
from ingest.pipeline import read
from ingest.score import Score, compare, text_of
from ingest.text import Text
from tests.conftest import CORPUS, DATA, SAMPLES

FURTHER = DATA / "further"
KINDS = (
    "citations",
    "citations.canonical",
    "implements",
    "relations",
    "tasks",
    "tasks.deadline",
    "assignments",
    "targets",
)


def documents() -> Iterator[tuple[str, Path, Path]]:
    """(set, gold, text) of every document that is at hand."""
    for name, gold, texts in (
        ("samples", DATA / "samples", SAMPLES),
        ("composed", DATA / "composed" / "gold", DATA / "composed" / "docs"),
    ):
        for file in sorted(gold.glob("*.gold.json")):
            yield name, file, text_of(stem(file), gold, texts)
    with (DATA / "sets.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            real = row["set"].startswith("real")
            if real and not CORPUS.is_dir():
                continue
            gold, texts = (DATA / "corpus", CORPUS) if real else (FURTHER / "gold", FURTHER / "docs")
            yield (
                row["set"],
                gold / f"{row['document']}.gold.json",
                text_of(row["document"], gold, texts),
            )


def stem(gold: Path) -> str:
    """The name of the document that this gold belongs to."""
    return gold.name.removesuffix(".gold.json")


def scores() -> dict[str, dict[str, Score]]:
    """Scores by set and kind."""
    total: defaultdict[str, defaultdict[str, Score]] = defaultdict(lambda: defaultdict(Score))
    for name, gold, path in documents():
        found = to_json(read(Text(path.name, path.read_bytes().decode("utf-8"))))
        for kind, score in compare(json.loads(gold.read_text(encoding="utf-8")), found, stem(gold)).items():
            total[name][kind].add(score)
    return {name: dict(kinds) for name, kinds in total.items()}


def run() -> int:
    """Print the table; always 0."""
    found = scores()
    print(f"{'':20}" + "".join(f"{name:>9}" for name in found))
    fields = [[s.f1 for kind, s in kinds.items() if kind.startswith("document.")] for kinds in found.values()]
    print(f"{'document fields':20}" + "".join(f"{statistics.mean(values):9.3f}" for values in fields))
    for kind in KINDS:
        of_kind = (kinds.get(kind, Score()) for kinds in found.values())
        print(f"{kind:20}" + "".join(f"{s.f1:9.3f}" if s.found + s.missed else f"{'–':>9}" for s in of_kind))
    return 0


if __name__ == "__main__":
    sys.exit(run())
