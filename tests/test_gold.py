"""The reading reaches its bars on every gold file that is at hand."""

import json
from functools import cache

import pytest

from graph.extraction import to_json
from ingest.pipeline import read
from ingest.score import compare, evaluate
from ingest.text import Text
from tests.conftest import DATA, SAMPLES

# Lowest F1 by kind of row; `make bench` and `lineage evaluate` print what is reached.
BARS = {
    "citations": 0.98,
    "citations.canonical": 0.97,
    "implements": 0.97,
    "tasks": 0.96,
    "tasks.deadline": 0.95,
    "tasks.recurrence": 0.95,
    "assignments": 0.92,
    "targets": 0.95,
}
SETS = {
    "samples": (DATA / "samples", SAMPLES),
    "composed": (DATA / "composed" / "gold", DATA / "composed" / "docs"),
    "further": (DATA / "further" / "gold", DATA / "further" / "docs"),
}


def extraction(path):
    raw = path.read_bytes().decode("utf-8")
    return to_json(read(Text(path.name, raw)))


@cache
def scores(name):
    gold, texts = SETS[name]
    return evaluate(gold, texts, extraction)


@pytest.mark.parametrize("kind", BARS)
@pytest.mark.parametrize("name", SETS)
def test_the_reading_reaches_its_bar(name, kind):
    score = scores(name)[kind]
    assert score.f1 >= BARS[kind], "\n".join([f"F1 {score.f1:.3f}", *score.differences])


@pytest.mark.parametrize("name", SETS)
def test_the_document_fields_are_right(name):
    fields = {kind: score for kind, score in scores(name).items() if kind.startswith("document.")}
    wrong = [line for score in fields.values() for line in score.differences]
    total = sum(score.found + score.missed for score in fields.values())
    assert len(wrong) <= 0.02 * total, "\n".join(wrong)


def test_gold_of_real_documents(corpus):
    gold = DATA / "corpus"
    total = {}
    for file in sorted(gold.glob("*.gold.json")):
        text = next(corpus.glob(file.name.split(".")[0] + "*.md"))
        found = compare(json.loads(file.read_text(encoding="utf-8")), extraction(text), file.name[:8])
        for kind, score in found.items():
            total[kind].add(score) if kind in total else total.setdefault(kind, score)
    if not total:
        pytest.skip("no gold of real documents")
    low = [f"{kind}: F1 {total[kind].f1:.3f}" for kind in BARS if total[kind].f1 < BARS[kind]]
    assert not low, "\n".join(low)
