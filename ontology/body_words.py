"""The words that names of bodies are made of: one dictionary of phrases with the parts they play."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from ontology.fold import fold
from ontology.load import document

WORD = re.compile(r"\w+(?:[&'’]\w+)*|\[\d{1,3}\]|[^\w\s]")
"""A word or sign of a folded text; a footnote mark ("[1]") is one sign."""

PARTS = "\n"
"""The key of a dictionary node under which the parts of the phrase that ends there are listed."""


@cache
def phrases(part: str) -> frozenset[str]:
    """All phrases of one part, folded.

    >>> "sở" in phrases("head"), "ngành" in phrases("series")
    (True, True)
    """
    content = document("body_words")
    listed = next(table[part] for table in content.values() if part in table)
    return frozenset(filter(None, (fold(phrase) for phrase in re.split(r"[;\n]", listed))))


@cache
def dictionary() -> Mapping[str, Any]:
    """All phrases as a tree of words: each node maps the next word to a node, `PARTS` to parts.

    >>> dictionary()["ủy"]["ban"]["nhân"]["dân"][PARTS]
    ['organ', 'superior']
    """
    root: dict[str, Any] = {}
    for table in document("body_words").values():
        for part in table:
            for phrase in phrases(part):
                node = root
                for word in WORD.findall(phrase):
                    node = node.setdefault(word, {})
                node.setdefault(PARTS, []).append(part)
    return root
