"""The canonical form of a mention: "CODE NUMBER DATE", or a name and its date or year.

It is what one document settles about the directive that it means; readers write it, and this module
takes it apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.extraction import Citation
from ontology.fold import fold
from ontology.load import document
from ontology.numbers import Number, parse
from ontology.types import code_of, main_code

SELF = "this"

_DATE = re.compile(r" ((?:19|20)[0-9]{2}(?:-[0-9]{2}(?:-[0-9]{2})?)?)$")
_CODE = re.compile(r"([A-ZĐ][A-Za-zĐđ]{0,5}) ([0-9].*)")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a canonical says: a number with its type code, or a name; `date` may stop at the year."""

    code: str | None
    number: Number | None
    name: str | None
    date: str | None


@lru_cache(maxsize=1 << 16)
def meant(canonical: str) -> Meant:
    """The parts of a canonical.

    >>> found = meant("NQ 25-NQ/TW 2013-06-03")
    >>> found.code, found.number.normal, found.date
    ('NQ', '25-NQ/TW', '2013-06-03')
    >>> meant("Luật Đất đai 2024").name, meant("Luật Đất đai 2024").date
    ('Luật Đất đai', '2024')
    """
    text = " ".join(canonical.split())
    found = _DATE.search(text)
    date = found[1] if found else None
    head = text[: found.start()] if found else text
    coded = _CODE.fullmatch(head)
    number = parse(coded[2]) if coded else None
    if coded and number:
        return Meant(coded[1], number, None, date)
    return Meant(None, None, head, date)


def meant_by(citation: Citation) -> Meant:
    """What a mention means: its canonical, and what that leaves out from the mention itself.

    A year at the end is a date only of laws: "Chiến lược … đến năm 2030" is so called.
    """
    found = meant(citation.canonical)
    if (
        found.name
        and found.date
        and len(found.date) == 4
        and not citation.date
        and not _is_law(citation.type)
    ):
        found = Meant(None, None, " ".join(citation.canonical.split()), None)
    date = found.date or citation.date
    if found.number is None and citation.number:
        number = _number(citation.number)
        if number is not None:
            return Meant(type_code(number, citation.type), number, None, date)
    return found if date == found.date else Meant(found.code, found.number, found.name, date)


@lru_cache(maxsize=1 << 10)
def _is_law(type_name: str | None) -> bool:
    return fold(type_name or "") in document("named")["statutes"]


@lru_cache(maxsize=1 << 16)
def _number(text: str) -> Number | None:
    return parse(text)


def type_code(number: Number | None, type_name: str | None) -> str | None:
    """The code that numbers of one series share: variants of one ("CTrHĐ", "QĐi") are one.

    Laws and letters have none in their number, and their series is that of their body.

    >>> type_code(parse("12-CTrHĐ/TU"), None), type_code(parse("31/2024/QH15"), "luật")
    ('CTr', None)
    """
    if number is not None and (number.code or number.suffixes):
        return main_code(number.code) if number.code else None
    return code_of(type_name) if type_name else None


def name_key(name: str) -> str:
    """The form in which two names are one: folded, quotation marks and closing signs left out.

    >>> name_key('Quy chế "dân chủ ở cơ sở".')
    'quy chế dân chủ ở cơ sở'
    """
    return " ".join(fold(name).replace('"', " ").strip(" .,;:'").split())
