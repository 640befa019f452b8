"""How far what is read from real documents agrees with the metadata of the site they come from.

    python -m tests.benchmarks.corpus_metadata [DIR]

DIR (default ../shared/corpus) holds `metadata.json` and the documents, one `<id>.md` each. Prints
the share of agreement per field and every row that differs. The site's place is a province
("Tỉnh …", "Thành phố …") or else the issuer; letters print no type of their own.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from graph.extraction import DocumentFacts
from ingest.header import read_header
from ingest.layout import layout_of
from ingest.text import Text
from ontology.fold import fold
from tests.conftest import CORPUS

# Rows of the site that are wrong, or whose head is lost in the text (by the first 8 digits of the id).
KNOWN_WRONG = {
    ("e452177a", "place"),
    ("8180ae11", "signer"),
    ("8180ae11", "type"),
    ("265ff514", "type"),
    ("f846e834", "number"),
    ("f846e834", "date"),
}


def facts_of(path: Path) -> DocumentFacts:
    """What the reader finds in one document's head and close."""
    text = Text(path.name, path.read_bytes().decode("utf-8"))
    return read_header(text, layout_of(text))


def differences(row: dict[str, str], facts: DocumentFacts) -> Iterator[tuple[str, str | None, str, bool]]:
    """(field, read, site's value, agrees) of each field of one row."""
    yield "number", facts.number, row["number"], _same(facts.number, row["number"])
    yield "type", facts.type, row["type"], _same(facts.type, row["type"])
    date = datetime.strptime(row["date"], "%d/%m/%Y").date().isoformat()
    yield "date", facts.date, date, facts.date == date
    signer = facts.signer.name if facts.signer else None
    yield "signer", signer, row["signer"], _same(signer, row["signer"])
    place = fold(row["place"])
    for rank in ("tỉnh ", "thành phố "):
        if place.startswith(rank):
            yield "place", facts.province, row["place"], _same(facts.province, place.removeprefix(rank))
            return
    issuer = fold(facts.issuer or "")
    yield "place", facts.issuer, row["place"], place in issuer


def _same(read: str | None, expected: str) -> bool:
    return fold(read or "") == fold(expected)


def run(folder: Path = CORPUS) -> int:
    """Prints the comparison; 0 if nothing differs but what is known to be wrong."""
    if not (folder / "metadata.json").is_file():
        print(
            f"not compared: there is no {folder / 'metadata.json'}; the real documents lie beside the project"
        )
        return 0
    rows = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row in rows:
        facts = facts_of(folder / f"{row['id']}.md")
        for field, read, expected, agrees in differences(row, facts):
            if (row["id"][:8], field) in KNOWN_WRONG:
                continue
            total[field] += 1
            right[field] += agrees
            if not agrees:
                print(f"{row['id'][:8]} {field}: read {read!r}, site has {expected!r}")
    for field in total:
        print(f"{field:8} {right[field]}/{total[field]} {right[field] / total[field]:.3f}")
    return 0 if right == total else 1


if __name__ == "__main__":
    sys.exit(run(*map(Path, sys.argv[1:2])))
