"""The one normal form in which text is compared.

Vietnamese is typed in several ways that mean the same: composed or decomposed, "uỷ" or "ủy",
Đ (U+0110) or Ð (U+00D0, Eth), capitals or not, with or without accents in a search box.
`normal` keeps the case and, for composed (NFC) input, the length: character i of the result
stands for character i of the input, so offsets found in it are offsets into the original.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, wraps

_SHORT = 300

# Eth is drawn as Đ and typed for it (474 times in the reference pages, 14 of them in numbers).
_SAME = {
    "\u00d0": "Đ",
    "\u0189": "Đ",
    "\u00f0": "đ",
    "\u0256": "đ",
    "\u0130": "I",
    "\u00a0": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\u3000": " ",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u00ad": "-",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\u2018": "'",
    "\u2019": "'",
    "\u2044": "/",
    "\u2215": "/",
    "\uff0f": "/",
    "\r": " ",
    "\x0b": "\n",
    "\x0c": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\x85": "\n",
    # A scanner sees a horn on a capital U: no syllable has "ưy", and no abbreviation "ƯB" ("ƯBND", "ỦBND").
    "Ưỷ": "Uỷ",
    "ƯỶ": "UỶ",
    "ưỷ": "uỷ",
    "Ưy": "Uy",
    "ƯY": "UY",
    "ưy": "uy",
    "ƯB": "UB",
    "ỦB": "UB",
}

# Old placement: the tone on the last vowel of an open oa, oe, uy ("hoà", "khoẻ", "uỷ"); "quý" is qu + ý.
_RETONED = {
    first + last: mark + plain
    for first, plain, lasts, marks in (
        ("o", "a", "àáảãạ", "òóỏõọ"),
        ("o", "e", "èéẻẽẹ", "òóỏõọ"),
        ("u", "y", "ỳýỷỹỵ", "ùúủũụ"),
    )
    for last, mark in zip(lasts, marks, strict=True)
}

# One pattern for each first letter: a pattern that begins with a fixed letter costs a tenth of others.
_OLD_TONES = tuple(
    re.compile(f"{first}{'(?<![qQ].)' * (first in 'uU')}[{lasts}{lasts.upper()}](?![^\\W_])")
    for first in "oOuU"
    for lasts in ["".join(old[1] for old in _RETONED if old[0] == first.lower())]
)


# A scanner takes letters for figures that look alike: "2O18", "O3/6/2013", "l76/KH-UBND". In a date or a number
# they are mended; in formulas, units and lots they stay ("P2O5", "20l/10 ha", "lô I1-HT").
_GOES_ON = "[/-](?:[A-ZĐ]{2}|[0-9]{1,2}[/-][0-9]|(?:19|2[0O])[0-9O]{2})"
_BEGINS = "[0-9]{1,3}[/-](?:[A-ZĐ][A-Za-zĐ]{1,4}[/-]|[0-9]{1,2}[/-]|[12][0-9O]{3})"
_IN_FORMULA = r"(?<![^\W\d_OI][0-9].)(?<![^\W\d_OI][0-9]{2}.)"
_MISREAD = tuple(
    (
        figure,
        re.compile(
            rf"{seen}{_IN_FORMULA}(?:(?<=[0-9].)(?=[0-9]|{_GOES_ON})|(?<![^\W_].)(?={_BEGINS})"
            r"|(?<=[12][0O][0-9]O)(?!\w))"
        ),
    )
    for figure, seen in (("0", "O"), ("1", "I"), ("1", "l"))
)


def _retone(old: re.Match[str]) -> str:
    """The two letters of `old` with the tone on the first, each in its case."""
    written = zip(old[0], _RETONED[old[0].lower()], strict=True)
    return "".join(new.upper() if letter.isupper() else new for letter, new in written)


def normal(text: str) -> str:
    """`text` in NFC with one tone placement, one Đ, plain spaces, dashes, quotes and figures, "Ủy" for "Ưỷ"; case
    kept.

    The result has the length of NFC(text).

    >>> normal("Uỷ ban, Hoà Bình, quý II, QÐ–TTg, Ưỷ ban, ƯBND")
    'Ủy ban, Hòa Bình, quý II, QĐ-TTg, Ủy ban, UBND'
    >>> normal("l76/KH-UBND, O3/6/2O13")
    '176/KH-UBND, 03/6/2013'
    """
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return plain(text)


def plain(text: str) -> str:
    """`normal` of a text that is in NFC."""
    if not text.isascii():
        for old, new in _SAME.items():
            if old in text:
                text = text.replace(old, new)
        for pattern in _OLD_TONES:
            text = pattern.sub(_retone, text)
    elif "\r" in text or "\x0b" in text or "\x0c" in text:
        text = text.replace("\r", " ").replace("\x0b", "\n").replace("\x0c", "\n")
    for figure, misread in _MISREAD:
        text = misread.sub(figure, text)
    return text


def _remembered(change: Callable[[str], str]) -> Callable[[str], str]:
    """`change`, which does the same short texts again and again: documents repeat their names."""
    known = lru_cache(maxsize=1 << 14)(change)

    @wraps(change)
    def recall(text: str) -> str:
        return known(text) if len(text) <= _SHORT else change(text)

    return recall


@_remembered
def fold(text: str) -> str:
    """The form in which names are compared: `normal`, lower case, single spaces, no Markdown marks.

    >>> fold("  Uỷ ban  **NHÂN DÂN**\\ntỉnh ")
    'ủy ban nhân dân tỉnh'
    """
    return " ".join(normal(text).replace("*", "").replace("_", " ").replace("#", "").lower().split())


_ACCENTS = re.compile("[\u0300-\u036f]")


@_remembered
def bare(text: str) -> str:
    """`fold` without accents, for search boxes.

    >>> bare("Điện Biên")
    'dien bien'
    """
    folded = fold(text).replace("đ", "d")
    return _ACCENTS.sub("", unicodedata.normalize("NFD", folded))


_UNACCENTED = {
    ord(sign): unicodedata.normalize("NFD", sign)[0]
    for sign in map(chr, [*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)])
    if sign.isalpha()
} | {ord("đ"): "d", ord("Đ"): "D"}


def unaccented(text: str) -> str:
    """`text` without accents, each letter in its place: offsets in it are offsets in `text`.

    >>> unaccented("của Bộ Chính trị")
    'cua Bo Chinh tri'
    """
    return text.translate(_UNACCENTED)


@_remembered
def slug(text: str) -> str:
    """`bare` with hyphens, for ids.

    >>> slug("Tuyên Quang")
    'tuyen-quang'
    """
    return re.sub(r"[^a-z0-9]+", "-", bare(text)).strip("-")
