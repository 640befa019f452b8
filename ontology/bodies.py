"""The gazetteer of bodies: which names mean one body, and what kind of body it is.

`vocab/bodies.csv` holds the bodies known by name, without places ("Ban Dân vận Tỉnh ủy", of every
province), with their variants, days of validity and successors. Names outside it are described by
their own words (`vocab/body_kinds.toml`). Names are compared folded, with abbreviations written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ontology.body_words import phrases
from ontology.fold import fold, normal
from ontology.load import document, spelling, table
from ontology.places import is_city, province_words

_OF = spelling("of")
_CAPITALS = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1F00)) if letter.isupper())


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A body, or a class of bodies ("các huyện ủy"), without its place.

    `kind` is "body" or "class". `level`: central, province, district, commune, grassroots or None.
    `branch`: Party, Government, Legislature, Judiciary, Armed forces, Front and mass organisations or
    None. Dates are ISO days or months, None where open. `members` names the bodies of a class.
    """

    name: str
    kind: str
    level: str | None
    branch: str | None
    parent: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    successors: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()

    def valid_on(self, date: str) -> bool:
        """Whether the body existed on `date` (ISO), as far as the gazetteer knows."""
        begun = not self.valid_from or self.valid_from[: len(date)] <= date
        return begun and (not self.valid_to or date[: len(self.valid_to)] <= self.valid_to)


@lru_cache(maxsize=1 << 14)
def expand(name: str) -> str:
    """`name` folded, with every usual abbreviation written out.

    >>> expand("UBND các huyện, TP"), expand("Sở NN&PTNT"), expand("BTV Tỉnh uỷ")
    ('ủy ban nhân dân các huyện, thành phố', 'sở nông nghiệp và phát triển nông thôn', 'ban thường vụ tỉnh ủy')
    """
    longer = _abbreviations()
    return _short_forms().sub(lambda match: longer[match[1]], fold(name))


def same_name(left: str, right: str) -> bool:
    """Whether two names mean one body: a short form equals the long one, "của", "các" and signs aside.

    >>> same_name("UBND tỉnh", "Ủy ban nhân dân tỉnh"), same_name("MTTQ", "Mặt trận Tổ quốc Việt Nam")
    (True, True)
    >>> same_name("Ban Thường vụ", "Ban Thường vụ Tỉnh ủy")
    False
    """
    keys = _key(left), _key(right)
    if keys[0] == keys[1]:
        return True
    shared = _numbers(keys[0]) & _numbers(keys[1])
    return any(_entries()[number].kind == "body" for number in shared)


def known(name: str, date: str | None = None) -> BodyEntry | None:
    """The gazetteer's entry for a name without place, variant or abbreviation; None if it has none.

    Where a name returned after a break, the entry that was valid on `date`, else the newest.

    >>> known("BTV Tỉnh uỷ").name, known("Sở KH&ĐT").successors
    ('Ban Thường vụ Tỉnh ủy', ('Sở Tài chính',))
    """
    found = [_entries()[number] for number in sorted(_numbers(_key(name)))]
    valid = [entry for entry in found if date and entry.valid_on(date)]
    return (valid or found)[-1] if found else None


@lru_cache(maxsize=1 << 14)
def describe(name: str) -> BodyEntry:
    """What is known of the body that `name` means: the gazetteer's entry, else what its words say.

    >>> describe("Phòng Nội vụ huyện Mai Sơn").level, describe("Các huyện ủy").kind
    ('district', 'class')
    >>> describe("UBND tỉnh Lai Châu").name
    'Ủy ban nhân dân tỉnh'
    """
    bare = place_free(name)
    entry = known(name) or known(bare)
    if entry is not None:
        return entry if entry.level else replace(entry, level=_level(expand(name)))
    expanded = expand(bare)
    kind = "class" if _many().match(expanded) else "body"
    return BodyEntry(bare, kind, _level(expand(name)), _first("branch", expanded))


@lru_cache(maxsize=1 << 14)
def place_free(name: str) -> str:
    """`name` without the proper name of its place; the place's rank stays ("tỉnh").

    >>> place_free("Ban Thường vụ Huyện ủy Mai Sơn"), place_free("Báo Hải Phòng")
    ('Ban Thường vụ Huyện ủy', 'Báo')
    """
    text = " ".join(normal(name).replace("*", "").split())
    return _placed().sub(lambda match: match["rank"] or "", text).strip(" ,")


@cache
def _entries() -> tuple[BodyEntry, ...]:
    return tuple(
        BodyEntry(
            row["name"],
            row["kind"],
            row["level"] or None,
            row["branch"] or None,
            row["parent"] or None,
            row["valid_from"] or None,
            row["valid_to"] or None,
            *(_listed(row[column]) for column in ("successors", "members", "variants", "abbreviations")),
        )
        for row in table("bodies")
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@cache
def _by_key() -> dict[str, set[int]]:
    """The numbers of the entries that a key means."""
    found: dict[str, set[int]] = {}
    for number, entry in enumerate(_entries()):
        for name in (entry.name, *entry.variants):
            found.setdefault(_key(name), set()).add(number)
        for short in entry.abbreviations:
            found.setdefault(fold(short), set()).add(number)
    return found


def _numbers(key: str) -> set[int]:
    return _by_key().get(key, set())


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> str:
    if fold(name) in _own_abbreviations():
        return fold(name)
    words = re.findall(r"[\w&/]+", expand(name))
    while words and " ".join(words[:1]) in phrases("determiner"):
        words = words[1:]
    return " ".join(word for word in words if word != _OF)


@cache
def _own_abbreviations() -> frozenset[str]:
    """Abbreviations that stand for one body's whole name ("BTGTU")."""
    return frozenset(fold(short) for entry in _entries() for short in entry.abbreviations)


@cache
def _abbreviations() -> dict[str, str]:
    return {fold(row["short"]): fold(row["long"]) for row in table("abbreviations")}


@cache
def _short_forms() -> re.Pattern[str]:
    forms = sorted(_abbreviations(), key=len, reverse=True)
    return re.compile(r"(?<![\w&])(" + "|".join(map(re.escape, forms)) + r")(?:\.(?=\s))?(?![\w&])")


@cache
def _many() -> re.Pattern[str]:
    words = "|".join(sorted(phrases("determiner"), key=len, reverse=True))
    behind = document("body_kinds")["many_behind"]
    return re.compile(rf"(?:{words})[ ]|.*[ ](?:{behind})(?![\w])|[^,]*, ")


@cache
def _placed() -> re.Pattern[str]:
    """A rank ("tỉnh", "Huyện ủy") with the proper name after it, or a province's name alone."""
    ranks = "|".join(sorted({*phrases("place"), *phrases("party")}, key=len, reverse=True))
    bodies = document("body_kinds")["not_places"]
    body = rf"(?<=(?i:{bodies['after']}) )(?i:{'|'.join(bodies['words'])})(?![\w])"
    name = rf"(?!{body})[{_CAPITALS}][\w'’]*(?:[ ]+(?:-[ ]+)?[{_CAPITALS}][\w'’]*){{0,4}}"
    provinces = rf"(?<=[ ])(?i:{province_words()})(?![\w])"
    return re.compile(rf"(?<!\w)(?:(?P<rank>(?i:{ranks}))[ ]+{name}|{provinces})(?=[ ,]|$)")


def _level(expanded: str) -> str | None:
    """The level that a name's words tell; a city is a province's equal only under central authority."""
    city = _city().search(expanded)
    if city:
        return "province" if is_city(city[1], None) else "district"
    level = _first("level", expanded)
    return "province" if level is None and _province().search(expanded) else level


@cache
def _city() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{document('body_kinds')['city']}) ({province_words()})(?!\w)")


@cache
def _province() -> re.Pattern[str]:
    return re.compile(rf"(?<=[ ]){province_words()}(?!\w)")


def _first(group: str, expanded: str) -> str | None:
    for _, pattern in _patterns(f"{group}_not"):
        expanded = pattern.sub(" ", expanded)
    return next((name for name, pattern in _patterns(group) if pattern.search(expanded)), None)


@cache
def _patterns(group: str) -> Sequence[tuple[str, re.Pattern[str]]]:
    return tuple(_compiled(group))


def _compiled(group: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, words in document("body_kinds")[group].items():
        alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        yield name, re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
