"""Corpora with a key of what is meant (`identity.json`): how both are read, and what the key's words stand for."""

import json

from ingest.pipeline import read
from ingest.text import Text

HELD = "held"


def key_of(folder):
    return json.loads((folder / "identity.json").read_text(encoding="utf-8"))


def label(ref):
    """What a mention [file, start], or a held document, is called in the names of tests."""
    return ref[HELD] if isinstance(ref, dict) else f"{ref[0]}@{ref[1]}"


def read_corpus(folder):
    files = sorted((folder / "docs").glob("*.txt"))
    return {file.name: read(Text(file.name, file.read_bytes().decode("utf-8"))) for file in files}


def outcomes(corpus, resolution):
    """What a mention [file, start] was found to mean."""

    def of(ref):
        document, start = ref
        starts = [citation.evidence.start for citation in corpus[document].citations]
        return resolution.outcome(document, starts.index(start))

    return of


def directives(outcome, resolution):
    """The directive of a mention [file, start], or of a held document."""
    return lambda ref: resolution.held[ref[HELD]] if isinstance(ref, dict) else outcome(ref).directive


def assert_own_work(question, rows):
    """The rows are those of the key, what is inherited through a class left out."""
    fields = ("document", "role", "deadline", "recurrence")
    own = [row for row in rows if (row["inherited_from"] or "heading").startswith("heading")]
    found = [(row["path"], *(row[field] for field in fields)) for row in own]
    expected = [(row["task"], *(row[field] for field in fields)) for row in question["rows"]]
    assert sorted(map(str, found)) == sorted(map(str, expected))
