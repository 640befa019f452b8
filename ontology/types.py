"""Kinds of documents: the type word of a text, and the type code in a number.

The table is `vocab/document_types.csv`; texts come folded (lower case, one normal form, spaces may run).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ontology.fold import bare, fold, normal
from ontology.load import spelling, table

LETTER, PAPER, LAW = spelling("letter"), spelling("paper"), spelling("law")
RESOLUTION, DECREE = spelling("resolution"), spelling("decree")


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document: its name in lower case, the codes numbers carry for it, the usual first."""

    name: str
    codes: tuple[str, ...]
    system: str


@cache
def types() -> dict[str, DocumentType]:
    """Every type by each of its forms, folded."""
    found: dict[str, DocumentType] = {}
    for row in table("document_types"):
        kind = DocumentType(row["type"], tuple(row["codes"].split(";")), row["system"])
        for form in (row["type"], *filter(None, row["forms"].split(";"))):
            found[fold(form)] = kind
    return found


@cache
def type_words() -> str:
    """The source of a regular expression for all type words at the start of a word, longest first, for
    folded text.

    What may not stand before is looked at after the first letter: a search for a letter is quick.
    """
    by_letter: dict[str, list[str]] = {}
    for form in sorted(types(), key=lambda form: (-len(form), form)):
        by_letter.setdefault(form[0], []).append(re.escape(form[1:]).replace(r"\ ", "[ ]+"))
    return "|".join(rf"{letter}(?<!\w.)(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


@cache
def type_word() -> re.Pattern[str]:
    """`type_words` as whole words, compiled."""
    return re.compile(rf"(?:{type_words()})(?!\w)")


def type_at(folded: str, pos: int) -> tuple[str, int] | None:
    """The longest type word that starts at `pos`: its name and where it ends.

    >>> type_at("chương trình hành động số 30", 0)
    ('chương trình hành động', 22)
    >>> type_at("theo quyết định", 0) is None
    True
    """
    match = type_word().match(folded, pos)
    return (type_named(match[0]), match.end()) if match else None


def type_named(form: str) -> str:
    """The name of the type that `form` writes, itself if unknown.

    >>> type_named("Qui chế")
    'quy chế'
    """
    folded = fold(form)
    kind = types().get(folded)
    return kind.name if kind else folded


@cache
def _squashed() -> dict[str, str]:
    return {bare(form).replace(" ", ""): kind.name for form, kind in types().items()}


def type_like(words: str) -> str | None:
    """The type that a heading still shows through stray spaces and wrong accents; None if none.

    >>> type_like("K É HOẠCH"), type_like("N G H Ị  Q U Y Ế T"), type_like("Phòng Nội vụ")
    ('kế hoạch', 'nghị quyết', None)
    """
    return _squashed().get(bare(words).replace(" ", ""))


def type_typed(words: str) -> str:
    """The type that a person means who may leave the accents out, or give its code; itself if unknown.

    >>> type_typed("ke hoach"), type_typed("KH"), type_typed("Qui chế"), type_typed("thư ngỏ")
    ('kế hoạch', 'kế hoạch', 'quy chế', 'thư ngỏ')
    """
    if fold(words) in types():
        return type_named(words)
    return type_like(words) or _coded().get(fold(words)) or fold(words)


@cache
def _coded() -> dict[str, str]:
    return {fold(code): kind.name for kind in reversed(list(types().values())) for code in kind.codes}


def code_of(type_name: str) -> str | None:
    """The code that a number of this type carries unless it says otherwise.

    >>> code_of("quy định"), code_of("văn bản"), code_of("luật")
    ('QĐ', 'CV', 'L')
    """
    kind = types().get(fold(type_name))
    return kind.codes[0] if kind else None


@cache
def _codes() -> dict[tuple[str, str | None], str]:
    """The name of the first type of each code, by the code in capitals, of all and of each system."""
    found: dict[tuple[str, str | None], str] = {}
    for kind in types().values():
        for code in kind.codes:
            for system in (None, *(("party", "state") if kind.system == "both" else (kind.system,))):
                found.setdefault((code.upper(), system), kind.name)
    return found


def type_of_code(code: str) -> str | None:
    """The type that a code stands for when no word says it.

    >>> type_of_code("KH"), type_of_code("QĐ")
    ('kế hoạch', 'quyết định')
    """
    return _codes().get((normal(code).upper(), None))


@lru_cache(maxsize=1 << 12)
def type_within(name: str, system: str | None) -> str:
    """The type that is meant in the numbers of "party" or "state" by the one that its code usually names.

    >>> type_within("thông tri", "state"), type_within("thông tri", "party"), type_within("luật", "state")
    ('thông tư', 'thông tri', 'luật')
    """
    code = code_of(name)
    if code is None or type_of_code(code) != name:
        return name
    return _codes().get((code.upper(), system), name)


@lru_cache(maxsize=1 << 12)
def main_code(code: str) -> str:
    """The code that stands for all of the type that a code names.

    >>> main_code("QĐi"), main_code("TB"), main_code("NQLT")
    ('QĐ', 'TB', 'NQLT')
    """
    kind = type_of_code(code)
    return (code_of(kind) if kind else None) or code
