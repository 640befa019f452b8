"""The keys in which numbers, names and titles are compared: without accents, case, signs and zeros.

The stores hold them in `folded_…` columns; questions fold what the user typed the same way.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.bodies import expand
from ontology.fold import bare
from ontology.numbers import normal_number

_SERIAL = re.compile(r"([0-9]+)(.*)")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_ABOUT = re.compile(r"^(?:v/v|ve viec|ve)\s+")


@lru_cache(maxsize=1 << 12)
def number_key(number: str | None) -> str:
    """What is equal for two ways to type one number: the serial without zeros, then letters and digits.

    A text without a digit in front has the key "".

    >>> [number_key(text) for text in ("25-NQ/TW", "25 nq tw", "25nqtw", "025/NQ-TW", "61/2018/NĐ-CP", None)]
    ['25-nqtw', '25-nqtw', '25-nqtw', '25-nqtw', '61-2018ndcp', '']
    """
    match = _SERIAL.match(bare(normal_number(number))) if number else None
    return f"{int(match[1])}-{_NOT_WORD.sub('', match[2])}" if match else ""


def title_key(title: str | None) -> str:
    """A title's words without "về" in front.

    >>> title_key("Về việc tăng cường  công tác dân vận.")
    'tang cuong cong tac dan van'
    """
    return _NOT_WORD.sub(" ", _ABOUT.sub("", bare(title or ""))).strip()


def name_key(name: str) -> str:
    """A body's name with its usual abbreviations written out.

    >>> name_key("UBND tỉnh"), name_key("Uỷ ban Nhân dân Tỉnh")
    ('uy ban nhan dan tinh', 'uy ban nhan dan tinh')
    """
    return _NOT_WORD.sub(" ", bare(expand(name))).strip()


def well_formed(text: str) -> str:
    """`text` with U+FFFD for each lone surrogate that a damaged file left in it; the length stays.

    >>> well_formed("a\\ud800b") == "a\\ufffdb"
    True
    """
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


_SURROGATE = re.compile("[\ud800-\udfff]")
