"""Provinces and cities under central authority: their names, and how they followed one another.

The table `vocab/provinces.csv` has a row for each unit and the days on which it was valid; a merger or
a change of rank ends one row and points at its successor. Names come without "tỉnh" and "thành phố".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ontology.fold import bare, fold, unaccented
from ontology.load import document, spelling, table

_CITY = spelling("city")


@dataclass(frozen=True, slots=True)
class Province:
    """One unit. Dates are ISO, "" where open; `successor` is the name of the unit it became part of."""

    name: str
    kind: str
    valid_from: str
    valid_to: str
    successor: str
    forms: tuple[str, ...]

    @property
    def is_city(self) -> bool:
        """Whether it is a city under central authority."""
        return self.kind == _CITY

    def valid_on(self, date: str) -> bool:
        """Whether the unit existed on `date` (ISO; a year or month counts by its first day)."""
        return self.valid_from <= date and (not self.valid_to or date <= self.valid_to)


@cache
def provinces() -> tuple[Province, ...]:
    """Every unit of the table."""
    return tuple(
        Province(
            row["name"],
            row["kind"],
            row["valid_from"],
            row["valid_to"],
            row["successor"],
            tuple(filter(None, row["forms"].split(";"))),
        )
        for row in table("provinces")
    )


@cache
def _units() -> dict[str, tuple[Province, ...]]:
    """The units of each name in order of time, by folded name."""
    found: dict[str, list[Province]] = {}
    for unit in provinces():
        found.setdefault(fold(unit.name), []).append(unit)
    return {name: tuple(sorted(units, key=lambda unit: unit.valid_from)) for name, units in found.items()}


@cache
def _forms() -> dict[str, str]:
    """Every way to write a province's name, folded → the name."""
    return {fold(form): unit.name for unit in provinces() for form in (unit.name, *unit.forms)}


@cache
def province_words() -> str:
    """The source of a regular expression for all province names, longest first, for folded text."""
    forms = sorted(_forms(), key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", "[ ]+") for form in forms) + ")"


@cache
def _mention() -> re.Pattern[str]:
    words = document("places")
    rank, other = (
        "|".join(re.escape(word).replace(r"\ ", "[ ]+") for word in sorted(words[group], key=len)[::-1])
        for group in ("province", "other")
    )
    before = rf"(?P<rank>{rank})(?:[ ]+|(?<=\.))|(?P<other>{other})[ ]+"
    return re.compile(rf"(?<!\w)(?:{before})?(?P<name>{province_words()})(?!\w)")


@dataclass(frozen=True, slots=True)
class ProvinceMention:
    """A province named in a text: offsets of its name, and whether its rank stands before it."""

    name: str
    start: int
    end: int
    ranked: bool


def provinces_in(flow: str, folded: str, start: int = 0, end: int | None = None) -> Iterator[ProvinceMention]:
    """The provinces named between `start` and `end`, in text order.

    `flow` is the text as printed and `folded` its lower case, of equal length. A name counts with
    its capitals only ("Việt Nam định kỳ" names no province), and not as the name of another
    place ("phường Vĩnh Phúc").

    >>> text = "trên địa bàn tỉnh Hà Giang, phường Vĩnh Phúc"
    >>> [mention.name for mention in provinces_in(text, text.lower())]
    ['Hà Giang']
    """
    guarded = _guarded()
    for match in _mention().finditer(folded, start, len(folded) if end is None else end):
        at, stop = match.span("name")
        ranked = match["rank"] is not None
        if match["other"] or not all(word[:1].isupper() for word in flow[at:stop].split() if word != "-"):
            continue
        if match["name"] in guarded and not ranked:
            continue
        name = province_named(folded, at, stop)
        if name:
            yield ProvinceMention(name, at, stop, ranked)


@cache
def _guarded() -> frozenset[str]:
    return frozenset(document("places")["guarded"])


def province_named(folded: str, start: int = 0, end: int | None = None) -> str | None:
    """The province whose name `folded[start:end]` is, with or without its rank; None if none.

    >>> province_named("tỉnh đăk lăk"), province_named("tp.hcm"), province_named("mai sơn")
    ('Đắk Lắk', 'Hồ Chí Minh', None)
    """
    words = fold(folded[start:end])
    name = _forms().get(words)
    if name is None:
        name = _forms().get(_rank().sub("", words))
    return name


@cache
def _bare_forms() -> dict[str, str]:
    return {bare(form): name for form, name in _forms().items()}


def _province_typed(name: str) -> str | None:
    """The province that a person means who may leave the accents out."""
    words = bare(name)
    found = _bare_forms().get(words) or _bare_forms().get(_bare_rank().sub("", words))
    return province_named(fold(name)) or found


@cache
def _rank() -> re.Pattern[str]:
    """A rank before a province's name."""
    return re.compile(document("places")["rank"])


@cache
def _bare_rank() -> re.Pattern[str]:
    """The same without accents."""
    return re.compile(unaccented(document("places")["rank"]))


def unit_on(name: str, date: str | None) -> Province | None:
    """The unit that holds the territory of province `name` on `date`; the newest if no date is given.

    >>> unit_on("Quảng Nam", "2014-03-12").name, unit_on("Quảng Nam", "2025-11-20").name
    ('Quảng Nam', 'Đà Nẵng')
    """
    units = _units().get(fold(province_named(fold(name)) or name))
    if not units:
        return None
    if date is None:
        return units[-1]
    for unit in units:
        if unit.valid_on(date):
            return unit
    if date < units[0].valid_from:
        earlier = [unit for unit in provinces() if fold(unit.successor) == fold(name) and unit.valid_on(date)]
        return earlier[0] if len(earlier) == 1 else units[0]
    return unit_on(units[-1].successor, date) if units[-1].successor else units[-1]


def name_on(name: str, date: str | None) -> str:
    """The name that the territory of province `name` bears on `date`; `name` itself if unknown.

    >>> name_on("Thừa Thiên Huế", "2025-03-01"), name_on("Huế", "2020-03-01")
    ('Huế', 'Thừa Thiên Huế')
    """
    if date is None:
        return province_named(fold(name)) or name
    unit = unit_on(name, date)
    return unit.name if unit else name


def is_city(name: str, date: str | None) -> bool:
    """Whether `name` is a city under central authority on `date` (now, if no date is given).

    >>> is_city("Đồng Nai", "2025-12-01"), is_city("Đồng Nai", "2026-05-01"), is_city("Hải Phòng", None)
    (False, True, True)
    """
    unit = unit_on(name, date)
    return unit is not None and unit.is_city


def successor(name: str) -> str | None:
    """The name of the unit that province `name` has become part of; None if it still exists.

    >>> successor("Bình Định"), successor("Gia Lai")
    ('Gia Lai', None)
    """
    units = _units().get(fold(name))
    found = units[-1].successor if units else ""
    return found if found and fold(found) != fold(name) else None


def predecessors(name: str) -> tuple[str, ...]:
    """The names of the units that became part of province `name`, itself left out.

    >>> predecessors("Lâm Đồng")
    ('Bình Thuận', 'Đắk Nông')
    """
    return tuple(unit.name for unit in provinces() if fold(unit.successor) == fold(name) != fold(unit.name))


def family(name: str) -> tuple[str, ...]:
    """The names under which papers of province `name` stand: its own, and those of the units that
    became part of it; of a unit that only changed its name also the new one.

    So a query by a later name finds the earlier papers, and a query for a merged unit
    finds its own and none of its neighbours'.

    >>> family("Đà Nẵng"), family("Quảng Nam"), family("Thừa Thiên Huế")
    (('Đà Nẵng', 'Quảng Nam'), ('Quảng Nam',), ('Thừa Thiên Huế', 'Huế'))
    >>> family("tp da nang")
    ('Đà Nẵng', 'Quảng Nam')
    """
    own = _province_typed(name) or name
    found = [own]
    for known in found:
        found += [earlier for earlier in predecessors(known) if earlier not in found]
    later = successor(own)
    if later and predecessors(later) == (own,) and len(_units()[fold(later)]) == 1:
        found.append(later)
    return tuple(found)
