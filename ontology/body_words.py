"""The words that names of bodies are made of: one dictionary of phrases with the parts they play."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Set
from functools import cache
from itertools import pairwise
from typing import Any

from ontology.fold import fold, unaccented
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
    for name, table in document("body_words").items():
        for part in table if name != "typing" else ():
            for phrase in phrases(part):
                node = root
                for word in WORD.findall(phrase):
                    node = node.setdefault(word, {})
                node.setdefault(PARTS, []).append(part)
    _admit_slips(root, _slipping())
    return root


def first_words(parts: Set[str]) -> frozenset[str]:
    """The words with which phrases of some of `parts` begin.

    >>> "sở" in first_words({"head"}), "nội" in first_words({"head"})
    (True, False)
    """
    return frozenset(word for word, node in dictionary().items() if _holds(node, parts))


def _holds(node: Mapping[str, Any], parts: Set[str]) -> bool:
    return not parts.isdisjoint(node.get(PARTS, ())) or any(
        _holds(onward, parts) for word, onward in node.items() if word != PARTS
    )


@cache
def _slipping() -> frozenset[tuple[str, str]]:
    """Pairs of words of which the second is still known with a wrong tone or a lost mark."""
    names = (phrase.split() for phrase in phrases("slipping"))
    return frozenset(pair for words in names for pair in pairwise(words))


def _admit_slips(root: dict[str, Any], pairs: frozenset[tuple[str, str]]) -> None:
    """Let the misspelt second word of each pair lead on in the tree as the right one does."""
    left = [("", root)]
    while left:
        word, node = left.pop()
        for following in [key for key in node if key != PARTS]:
            left.append((following, node[following]))
            if (word, following) in pairs:
                for slip in _misspelt(following):
                    meant = node.setdefault(slip, {})
                    for key, value in node[following].items():
                        meant.setdefault(key, value)


def _misspelt(word: str) -> Iterator[str]:
    """`word` with each other tone or none, with one mark less, and with none.

    >>> sorted(_misspelt("đồng"))[:4]
    ['dong', 'dồng', 'đòng', 'đông']
    """
    letters = unicodedata.normalize("NFD", word)
    found = {unaccented(word), word.replace("đ", "d")}
    for at, mark in enumerate(letters):
        if unicodedata.combining(mark):
            instead = _TONES if mark in _TONES else ""
            found |= {letters[:at] + other + letters[at + 1 :] for other in ("", *instead)}
    yield from {unicodedata.normalize("NFC", slip) for slip in found} - {word}


_TONES = "\u0300\u0301\u0303\u0309\u0323"
