"""How fast documents are read, beside eyecite on a text of its own language and equal size.

    python -m tests.benchmarks.reading [DIR]

DIR (default ../shared/corpus) holds real documents; without it the composed ones are read.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ingest.pipeline import read
from ingest.text import Text
from tests.conftest import CORPUS, DATA

COMPOSED = DATA / "composed" / "docs"
SIZES = {"20 KB": 20_000, "200 KB": 200_000, "2 MB": 2_000_000, "20 MB": 20_000_000}

# Invented prose with the citations of an American opinion, about one to 250 characters.
OPINION = (
    "The district court granted summary judgment, and we review that decision de novo. See Smith v. Jones, "
    "512 U.S. 218, 231 (1994). A party who moves to amend after the deadline must show good cause; neglect by "
    "counsel does not suffice. Id. at 233. The statute, 42 U.S.C. § 1983, reaches those who act under color of "
    "state law, and a private contractor may do so when it performs a public function. Doe v. Roe Serv. Corp., "
    "123 F.3d 456, 460 (9th Cir. 1997); accord Brown v. Green, 98 F. Supp. 2d 77 (D. Mass. 2000). We therefore "
    "turn to the question that the parties briefed below and that Smith, 512 U.S. at 235, left open. Nothing in "
    "the record suggests that the officers knew of the report before they entered, and the complaint does not "
    "say otherwise. See also Black v. White, 33 Cal. 4th 1 (2004). The judgment is affirmed in part.\n\n"
)


def seconds(run: Callable[[], object], repeats: int = 3) -> float:
    """The median wall time of `run` over `repeats` runs after one warm-up."""
    run()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def ours(texts: list[str]) -> float:
    """Seconds to read all `texts` with everything extracted."""
    return seconds(lambda: [read(Text("benchmark", text)) for text in texts])


def eyecite_seconds(size: int) -> float | None:
    """Seconds for eyecite with Hyperscan on `size` bytes of English, None where it is not installed."""
    try:
        from eyecite import get_citations
        from eyecite.tokenizers import HyperscanTokenizer
    except ImportError:
        return None
    text = (OPINION * (size // len(OPINION) + 1))[:size]
    tokenizer = HyperscanTokenizer(cache_dir=tempfile.gettempdir())
    return seconds(lambda: get_citations(text, tokenizer=tokenizer), repeats=1)


def run(folder: Path = CORPUS) -> int:
    """Print MB/s, the ratio to eyecite, and the cost per byte by size; always 0."""
    files = sorted(folder.glob("*.md")) or sorted(COMPOSED.glob("*.txt"))
    texts = [path.read_bytes().decode("utf-8") for path in files]
    size = sum(len(text.encode()) for text in texts)
    took = ours(texts)
    print(
        f"{len(texts)} documents, {size / 1e6:.2f} MB: {took:.3f} s, {size / took / 1e6:.2f} MB/s on one core"
    )
    reference = eyecite_seconds(min(size, 400_000))
    if reference is None:
        print("eyecite: not installed (make bench installs it)")
    else:
        theirs = reference / min(size, 400_000)
        print(f"eyecite (Hyperscan): {1 / theirs / 1e6:.3f} MB/s; ratio {theirs / (took / size):.1f}")
    joined = "\n\n".join(texts)
    base = None
    for name, length in SIZES.items():
        text = (joined * (length // len(joined) + 1))[: int(length / 1.35)]
        per_byte = seconds(lambda text=text: read(Text("benchmark", text)), 1) / len(text.encode())
        base = base or per_byte
        print(f"{name}: {per_byte * 1e9:.0f} ns a byte, {per_byte / base:.2f} of the first")
    return 0


if __name__ == "__main__":
    sys.exit(run(*map(Path, sys.argv[1:2])))
