"""Reading the vocabulary files.

A cue file (TOML) is a list of `[[cue]]` entries: `name`, `pattern`, `examples`, `counterexamples`,
`source`, and whatever else the reader of that file needs. Patterns are regular expressions over the
folded view of a text (lower case, one normal form); a space in a pattern stands for any run of white
space, so phrases are found across line breaks. `{name}` of an entry in the file's `[parts]` table is
replaced by that part.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ontology.fold import normal


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern of the vocabulary with what it means (`facts`) and the examples that prove it."""

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    facts: Mapping[str, Any]


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `vocab/NAME.csv`, each a dict by column; an empty cell is ""."""
    text = (files("ontology") / "vocab" / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(dict(row) for row in csv.DictReader(text.splitlines()))


@cache
def document(name: str) -> Mapping[str, Any]:
    """The content of `vocab/NAME.toml`."""
    return tomllib.loads((files("ontology") / "vocab" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def cues(name: str) -> Mapping[str, Cue]:
    """The cues of `vocab/NAME.toml` by name, in file order."""
    content = document(name)
    parts: Mapping[str, str] = content.get("parts", {})
    found = {}
    for entry in content["cue"]:
        facts = dict(entry)
        cue = Cue(
            facts.pop("name"),
            re.compile(expand(facts.pop("pattern"), parts)),
            tuple(facts.pop("examples", ())),
            tuple(facts.pop("counterexamples", ())),
            facts,
        )
        found[cue.name] = cue
    return found


def spelling(name: str) -> str:
    """One word of `vocab/words.toml`.

    >>> spelling("and")
    'và'
    """
    return str(document("words")[name])


def spellings(name: str) -> tuple[str, ...]:
    """A set of words of `vocab/words.toml`.

    >>> spellings("joins")
    ('và', 'hoặc')
    """
    return tuple(document("words")[name])


def expand(pattern: str, parts: Mapping[str, str]) -> str:
    """`pattern` with its `{parts}` put in and each space widened to any run of white space.

    >>> expand("số {n}", {"n": "[0-9]+"})
    'số[ ]+[0-9]+'
    """
    for _ in range(4):
        widened = re.sub(r"\{([a-z_]+)\}", lambda match: parts.get(match[1], match[0]), pattern)
        if widened == pattern:
            break
        pattern = widened
    return re.sub(r"(?<!\\|\[) (?![+*?{\]])", "[ ]+", normal(pattern))
