"""How fast, how large and how right identity is: `python -m tests.benchmarks.identity 1000 10000 100000`.

Of each size first the whole way is measured, in a process of its own: the extractions lie in a workspace,
identity is resolved, the graph built and written to the embedded store, and a question answered from it.
Times are seconds of one processor, reading the workspace included; memory is the most that was taken.

Then identity is compared with the truth. Of all pairs of mentions that mean one directive: how many are
joined (recall); of all pairs that are joined: how many are one (precision); of the mentions that nothing
decides: how many stay open with exactly the directives that they may mean (a directive that is known by
its title alone is a candidate too, but not among those expected here).
"""

from __future__ import annotations

import math
import multiprocessing
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.build import build_parts
from graph.extraction import Citation
from graph.identity.resolve import Resolution, resolve
from graph.stores.embedded import EmbeddedStore
from graph.stores.parts import arrow_parts
from graph.workspace import Read, Workspace
from tests.corpora.generate import Corpus, Document, Truth

Key = tuple[str, ...]
SECONDS_BAR, MB_BAR, PRECISION_BAR, RECALL_BAR = 600, 4096, 0.999, 0.98
MENTIONS = "MATCH (:Directive)-[c:CITES]->(:Directive) RETURN count(*) AS n"


def fill(folder: Path, size: int) -> dict[str, float]:
    """Put the extractions of a corpus of `size` documents into a workspace."""
    documents = Corpus(size).extractions()
    with Workspace(folder) as workspace:
        workspace.put_all(
            (f"/in/{name}", "/in", name.encode(), Read("text/plain", "", (), extraction))
            for name, extraction in documents
        )
    return {}


def measure(folder: Path, size: int) -> dict[str, float]:
    """The figures of the whole way from the extractions to an answer."""
    figures: dict[str, float] = {"documents": size}
    path = folder / "graph"
    with Workspace(folder) as workspace:
        with _timed(figures, "resolve"):
            found = [resolve(workspace.extractions())]
        with _timed(figures, "build and store"):
            parts = build_parts(found.pop(), workspace.extractions)
            EmbeddedStore.build_tables(arrow_parts(parts), path)
    with _timed(figures, "first answer"), EmbeddedStore.open(path) as store:
        figures["mentions decided"] = store.rows(MENTIONS)[0]["n"]
    figures["seconds"] = round(time.process_time(), 1)
    figures["MB"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return figures


@contextmanager
def _timed(figures: dict[str, float], name: str) -> Iterator[None]:
    started = time.process_time()
    yield
    figures[name] = round(time.process_time() - started, 1)


def compare(folder: Path, size: int) -> dict[str, float]:
    """How right identity is."""
    with Workspace(folder) as workspace:
        resolution = resolve(workspace.extractions())
    return score(Corpus(size), resolution)


@dataclass(frozen=True, slots=True)
class Expected:
    """What identity should make of a mention: the one that its words settle, or those left open."""

    document: str
    index: int
    keys: frozenset[Key]


class _Known:
    """What documents settle of each number: the directives, and those whose title is told with them."""

    def __init__(self, corpus: Corpus) -> None:
        self.settled: dict[tuple[str, str | None], dict[Key, Truth]] = defaultdict(dict)
        self.titled: set[Key] = set()
        self.unclear: set[tuple[str, str | None]] = set()
        for document in corpus:
            facts, itself = document.extraction.document, document.itself
            if facts.number and facts.date and facts.province:
                self._add(itself, True)
            elif facts.number:
                self.unclear.add((facts.number, itself.province))
            for key, citations in said(document).items():
                truth = next(truth for truth in document.meant if truth.key == key)
                placed = facts.province or truth.scope == "central"
                if placed and any(is_settled(citation, truth) for citation in citations):
                    self._add(truth, any(citation.title for citation in citations))

    def _add(self, truth: Truth, titled: bool) -> None:
        self.settled[truth.number, truth.province][truth.key] = truth
        if titled:
            self.titled.add(truth.key)

    def fitting(self, truth: Truth, citations: list[Citation], date: str | None) -> frozenset[Key]:
        """The directives that undated mentions may mean; none if that cannot be worked out."""
        number = truth.number, truth.province
        if number in self.unclear:
            return frozenset()
        known = [t for t in self.settled[number].values() if not date or t.date <= date]
        titles = {citation.title for citation in citations} - {None}
        if titles and not all(t.key in self.titled for t in known):
            return frozenset()
        return frozenset(t.key for t in known if not titles or t.subject in titles)


def said(document: Document) -> dict[Key, list[Citation]]:
    """The citations of a document by the directive that they mean."""
    found: dict[Key, list[Citation]] = defaultdict(list)
    for citation, truth in zip(document.extraction.citations, document.meant, strict=True):
        found[truth.key].append(citation)
    return found


def is_settled(citation: Citation, truth: Truth) -> bool:
    """Whether a mention gives a date, or the term of a central paper."""
    dated = len(citation.canonical.split()) == 3
    return dated or (citation.term is not None and truth.scope == "central")


def expectations(corpus: Corpus) -> list[Expected]:
    """What the words of all documents together settle, worked out from the truth.

    Left out: mentions of which no document settles anything, those whose title nothing can be compared
    with, and those of unknown province.
    """
    known = _Known(corpus)
    found = []
    for document in corpus:
        facts = document.extraction.document
        citations = said(document)
        for index, truth in enumerate(document.meant):
            if truth.scope != "central" and facts.province is None:
                continue
            if any(is_settled(citation, truth) for citation in citations[truth.key]):
                keys = frozenset([truth.key])
            else:
                keys = known.fitting(truth, citations[truth.key], facts.date)
            if keys:
                found.append(Expected(document.name, index, keys))
    return found


def score(corpus: Corpus, resolution: Resolution) -> dict[str, float]:
    """Precision and recall over pairs of settled mentions, and how exact the open ones are."""
    both: Counter[tuple[str, Key]] = Counter()
    found: Counter[str] = Counter()
    truth: Counter[Key] = Counter()
    owners: dict[str, Counter[Key]] = defaultdict(Counter)
    waiting: list[tuple[frozenset[Key], tuple[str, ...]]] = []
    lost = 0
    for expected in expectations(corpus):
        outcome = resolution.outcome(expected.document, expected.index)
        assert outcome is not None
        if len(expected.keys) > 1:
            waiting.append((expected.keys, outcome.candidates))
            continue
        key = next(iter(expected.keys))
        truth[key] += 1
        if outcome.directive is None:
            lost += 1
            continue
        both[outcome.directive, key] += 1
        found[outcome.directive] += 1
        owners[outcome.directive][key] += 1
    names = {resolution.held[document.name]: document.itself.key for document in corpus}
    names |= {directive: keys.most_common(1)[0][0] for directive, keys in owners.items()}
    exact = sum(keys == {names.get(c) for c in candidates} for keys, candidates in waiting)
    together = sum(_pairs(count) for count in both.values())
    return {
        "directives": len(resolution.directives),
        "precision": together / max(1, sum(map(_pairs, found.values()))),
        "recall": together / max(1, sum(map(_pairs, truth.values()))),
        "settled": sum(truth.values()),
        "settled_left_open": lost,
        "open": len(waiting),
        "open_exact": exact / max(1, len(waiting)),
    }


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _apart(work: Callable[[Path, int], dict[str, float]], folder: Path, size: int) -> dict[str, float]:
    """What `work` returns in a process of its own, so that its memory is nobody else's."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, (folder, size))


def run(sizes: Sequence[int] = (1000, 10_000)) -> int:
    """Print the figures for corpora of `sizes` documents, and how time grows; 1 if a bar is not met."""
    before: dict[str, Any] = {}
    missed = False
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            _apart(fill, Path(name), size)
            figures = _apart(measure, Path(name), size)
            print(figures, flush=True)
            if before:
                grown = figures["seconds"] / before["seconds"]
                ratio = size * math.log(size) / (before["documents"] * math.log(before["documents"]))
                print(f"  time x{grown:.1f}, n log n x{ratio:.1f}", flush=True)
            before = figures
            right = _apart(compare, Path(name), size)
            print(f"  {right}", flush=True)
        met = figures["seconds"] <= SECONDS_BAR and figures["MB"] <= MB_BAR
        met = met and right["precision"] >= PRECISION_BAR and right["recall"] >= RECALL_BAR
        print(f"  bars {'met' if met else 'NOT met'}", flush=True)
        missed |= not met
    return int(missed)


if __name__ == "__main__":
    sys.exit(run(tuple(map(int, sys.argv[1:])) or (1000, 10_000)))
