"""Names printed in capitals, written as they are in running text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ontology.fold import normal
from ontology.load import document
from ontology.places import province_words

# The Vietnamese letters, for classes in patterns: in Unicode capitals and small letters take turns.
CAPITALS = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
SMALL = CAPITALS.lower()


@lru_cache(maxsize=4096)
def proper(name: str) -> str:
    """`name` in one line; if it is printed in capitals, in the usual case.

    >>> proper("ỦY BAN NHÂN DÂN  TỈNH HÀ TĨNH"), proper("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH")
    ('Ủy ban nhân dân tỉnh Hà Tĩnh', 'Sở Văn hóa, Thể thao và Du lịch')
    >>> proper("PHÓ BÍ THƯ THƯỜNG TRỰC"), proper("Ban  Dân vận")
    ('Phó Bí thư Thường trực', 'Ban Dân vận')
    """
    words = " ".join(normal(name).replace("*", "").split())
    if not words.isupper():
        return words
    words = " ".join(_lowered(word) for word in words.split())
    words = _heads().sub(lambda match: match[1][:1].upper() + match[1][1:] + match[2].upper(), words)
    words = _places().sub(lambda match: match[1] + _units().sub(_lower, _title(match[2])), words)
    words = _provinces().sub(lambda match: _title(match[0]), words)
    words = _phrases().sub(lambda match: _phrase_forms()[match[0].lower()], words)
    return words[:1].upper() + words[1:]


def person(name: str) -> str:
    """A person's name in one line, with a capital at each word.

    >>> person("NGUYỄN  VĂN AN"), person("K'Bril Thanh Sơn")
    ('Nguyễn Văn An', "K'Bril Thanh Sơn")
    """
    words = " ".join(normal(name).replace("*", "").split())
    return _title(words.lower()) if words.isupper() else words


def _lowered(word: str) -> str:
    """The word in lower case, an abbreviation ("LHPN") as it is."""
    return word if len(word) > 1 and _CONSONANTS.issuperset(word) else word.lower()


_CONSONANTS = frozenset("BCDĐFGHJKLMNPQRSTVWXZ")


def _lower(match: re.Match[str]) -> str:
    return match[0].lower()


def _title(words: str) -> str:
    return re.sub(r"(?<![\w'])\w", lambda match: match[0].upper(), words)


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _heads() -> re.Pattern[str]:
    words = document("casing")
    units = _any(words["units"])
    return re.compile(
        rf"((?<!\w)(?:{_any(words['heads'])}) |(?:{_any(words['joints'])}) )"
        rf"(?!(?:{_any(words['small'])}) |(?:{units})(?!\w))(\w)"
    )


@cache
def _units() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(document('casing')['units'])})(?!\w)", re.IGNORECASE)


@cache
def _phrase_forms() -> dict[str, str]:
    return {phrase.lower(): phrase for phrase in document("casing")["phrases"]}


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(list(_phrase_forms()))})(?!\w)", re.IGNORECASE)


@cache
def _places() -> re.Pattern[str]:
    words = document("casing")
    return re.compile(rf"((?<!\w)(?:{_any(words['units'])}) )((?!{words['no_places']})[^,;()]+)$")


@cache
def _provinces() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){province_words()}(?!\w)", re.IGNORECASE)
