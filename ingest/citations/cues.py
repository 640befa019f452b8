"""The vocabulary of citations as the rules use it: patterns, groups of types, one plain form of names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ontology.load import cues, document
from ontology.types import code_of, type_named, types


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of a cue of `vocab/citations.toml`."""
    return cues("citations")[name].pattern


@cache
def type_group(name: str) -> frozenset[str]:
    """The types of a group of `vocab/citations.toml`."""
    return frozenset(document("citations")["types"][name].split("; "))


@cache
def hints(name: str) -> tuple[str, ...]:
    """Letters that are looked for before a slower pattern is tried."""
    return tuple(document("citations")["hints"][name].split("; "))


def plain(words: str) -> str:
    """Words of a view in lower case and single spaces: the form in which names are compared.

    >>> plain("Ban  Thường vụ")
    'ban thường vụ'
    """
    return " ".join(words.lower().split())


def unquoted(name: str) -> str:
    """The form in which two names of directives are one: `plain`, without quotation marks and spaces in periods.

    >>> unquoted('Đề án "Phụ nữ khởi nghiệp" 2021 - 2025')
    'đề án phụ nữ khởi nghiệp 2021-2025'
    """
    return _PERIOD.sub("-", plain(name.replace('"', "")))


_PERIOD = re.compile("(?<=[0-9]) ?- ?(?=[0-9])")


@lru_cache(maxsize=4096)
def kind_of(form: str) -> str:
    """The type that a type word names, whatever its case and spaces."""
    return type_named(form)


@lru_cache(maxsize=512)
def kind_code(kind: str) -> str | None:
    """The code that a number of this type carries unless it says otherwise."""
    return code_of(kind)


@lru_cache(maxsize=512)
def family(kind: str) -> frozenset[str]:
    """The codes of a type: types that share one are spoken of as one ("Chương trình" for a
    "Chương trình hành động"), but for codes that stand for different kinds."""
    known = types().get(kind)
    return frozenset({kind, *(known.codes if known else ())} - type_group("shared_codes"))
