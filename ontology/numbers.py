"""Directive numbers: finding and reading one, and the one way to write it.

A Party number is serial-CODE/BODY ("25-NQ/TW"), a State number serial[/year]/CODE-BODY
("61/2018/NĐ-CP", "176/KH-UBND"), a law serial/year/QHterm, a letter serial/BODY-UNIT. People print
them with stray spaces, other dashes, swapped or missing signs, lower case and letters of other
alphabets; all of these are read, and `Number.normal` is the proper form.
Rules: Guidance 36-HD/VPTW (Party), Decree 30/2020/NĐ-CP (State); the codes are `vocab/numbers.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from ontology.fold import normal
from ontology.load import document, table

Key = tuple[int, str, int | None, int | None, str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Number:
    """One directive number.

    `serial` is as written with its zeros, letter and decimals ("08", "30a", "66.2"); `order` its
    integer, `letter` and `minor` the rest. `code` is the type code ("NQ"; None in laws, letters
    and bare numbers), `suffixes` the codes of bodies and units in order. `system` is "party",
    "state", "mass" (Front and mass organisations, which use both orders) or None if nothing tells.
    `term` is the Assembly's term in "QH15". `normal` is the number properly written. `firm` is
    False for a shape that is a directive's number only beside a type word ("12/ABC-D", "100/TTg").
    """

    written: str
    serial: str
    order: int
    letter: str
    minor: int | None
    year: int | None
    code: str | None
    suffixes: tuple[str, ...]
    system: str | None
    term: int | None
    normal: str
    firm: bool = True

    key: Key = field(init=False, compare=False, repr=False)
    """What is equal for two spellings of one number, whatever their zeros and signs."""

    def __post_init__(self) -> None:
        bodies = tuple(suffix.replace("&", "").casefold() for suffix in self.suffixes)
        code = self.code.casefold() if self.code else None
        object.__setattr__(self, "key", (self.order, self.letter, self.minor, self.year, code, bodies))


def parse(text: str) -> Number | None:
    """The number that `text` is, else None. A bare "25" or "168/2024" is one without code.

    >>> parse("số 62- KL/TW").normal
    '62-KL/TW'
    >>> parse("25").order, parse("Mẫu 1")
    (25, None)
    >>> parse("1719/QĐ-TTg/2021").normal, parse("JHDPC/2025/276").order
    ('1719/QĐ-TTg', 276)
    >>> parse("08-NQ/TW").key == parse("8/NQ-TW").key
    True
    """
    tidy = _LEAD.sub("", normal(" ".join(text.split())))
    spaced = _SPACED.fullmatch(tidy)
    if spaced:
        tidy = f"{spaced[1]}-{spaced[2]}/{spaced[3]}"
    for start, end, number in scan(tidy):
        return number if start == 0 and (end == len(tidy) or YEAR_AFTER.fullmatch(tidy, end)) else None
    bare = _BARE.fullmatch(tidy)
    return _bare(bare) if bare else _lettered(tidy)


def normal_number(text: str) -> str:
    """`text` as the number is properly written; what is no number comes back in one normal form.

    >>> [normal_number(text) for text in ("30-CTR/TU", "217-QD/TW", "57/NQ-TW", "118/2025/NĐCP")]
    ['30-CTr/TU', '217-QĐ/TW', '57-NQ/TW', '118/2025/NĐ-CP']
    """
    number = parse(text)
    return number.normal if number else " ".join(normal(text).split())


def scan(text: str) -> Iterator[tuple[int, int, Number]]:
    """(start, end, number) of every number with a code in `text`, in order.

    `text` is in one normal form with single lines (the `flow` view). Form numbers' and licences'
    codes are passed over; whether a number that is not `firm` counts, the words before it tell.
    """
    reached = 0
    for sign in sorted([match.start() for pattern in _FIRST_SIGNS for match in pattern.finditer(text)]):
        match = _shape_of(text, sign, reached) if sign >= reached else None
        if match is None:
            continue
        reached = match.end()
        found = _read(match[0])
        if found is not None:
            yield match.start(), match.start() + found[0], found[1]


def _shape_of(text: str, sign: int, floor: int) -> re.Match[str] | None:
    """The first shape of a number that begins behind `floor` and before `sign`, its first sign."""
    floor = max(floor, sign - _LONGEST_SERIAL)
    start = text.rfind(" ", floor, sign) + 1
    if start - 2 > floor and text[start - 2] not in " -/":  # no serial that the space parts from its year
        match = _SHAPE.match(text, start)
        if match:
            return match
    tried = (_SHAPE.match(text, digit.start()) for digit in _SERIAL.finditer(text, floor, sign))
    return next(filter(None, tried), None)


_LEAD = re.compile(rf"^(?:{document('numbers')['lead']})[ :]*", re.IGNORECASE)
_BARE = re.compile(r"([0-9]{1,6})([a-zđ]?)(?:\.([0-9]{1,2}))?(?:/((?:19|20)[0-9]{2}))?")
# A year behind the code ("1719/QĐ-TTg/2021") says when, and is no part of the number.
YEAR_AFTER = re.compile(r" ?/ ?((?:19|20)[0-9]{2})(?![\w/-])")
# A company's own way, its letters first: "JHDPC/2025/276".
LETTERED = re.compile(r"[A-ZĐ][A-ZĐ0-9&]{1,12}(?:[-/.][A-ZĐ0-9&]{1,12}){1,3}[-/.]([0-9]{1,8})(?![\w/-])")
_SPACED = re.compile(r"([0-9]{1,6}) ([A-Za-zĐđ]{1,6}) ([A-Za-zĐđ]{2,15})")
_SIGN = " {0,4}[-/] {0,4}"
_GLUED = f"(?:{'|'.join(document('numbers')['glued'])})"
_UNIT = r"[^\W\d_][\w&]{0,24}(?:\.[A-ZĐ0-9][\w&]{0,12}){0,3}"
# A code may follow a space, or the serial itself, only if a sign comes after it: "128 QĐ/TW", "68NQ/TW".
# What may not stand before is looked at after the first digit: a search for a digit is quick.
_SERIAL = re.compile(r"[0-9](?:(?<![\w/.\-][0-9])|(?<=[sS][ốỐ][0-9]))")
_SHAPE = re.compile(
    rf"({_SERIAL.pattern}[0-9]{{0,7}}+(?:-[0-9]{{1,3}}(?=/(?:19|20)[0-9]{{2}}/))?)"
    r"([a-zđ]|[A-ZĐ](?=/))?(?:\.([0-9]{1,2}))?"
    rf"(?:{_SIGN}((?:19|20)[0-9]{{2}})(?![0-9]))?"
    rf"({_SIGN}| {{1,2}}(?=[A-ZĐ][A-Za-zĐi]{{1,4}} ?[-/])|(?={_GLUED}[-/]))"
    rf"({_UNIT})(?:({_SIGN}| {{1,2}}(?=[A-ZĐƯ]{{2}}))({_UNIT})((?: ?[-/] {{0,4}}{_UNIT}){{0,4}}))?"
)
_LONGEST_SERIAL = 40
# Where a shape has its first sign but that of a year: between a digit (and a letter) and a unit, or
# behind a code that a space parts from the serial. A search for one fixed sign is the quickest.
_BEHIND_SERIAL = "|".join(
    f"(?<=[0-9]{letter}{' ' * spaces}.)" for spaces in range(5) for letter in ("", "[a-zđA-ZĐ]")
)
_BEHIND_CODE = "|".join(
    f"(?<= [A-ZĐ][A-Za-zĐi]{{{letters}}}{space}.)" for letters in range(1, 5) for space in ("", " ")
)
_BEHIND_GLUED = "|".join(f"(?<=[0-9]{code}.)" for code in document("numbers")["glued"])
_FIRST_SIGNS = tuple(
    re.compile(
        rf"{sign}(?:(?= {{0,4}}[^\W\d_])(?:{_BEHIND_SERIAL})"
        rf"|(?:(?<=[A-Za-zĐi].)|(?<=[A-Za-zĐi] .))(?:{_BEHIND_CODE}|{_BEHIND_GLUED}))"
    )
    for sign in "-/"
)
_MORE = re.compile(rf"( ?[-/] {{0,4}})({_UNIT})")
_CAPITALS = re.compile("[A-ZĐƯÊÔ][A-ZĐƯÊÔ&0-9]*")
_DOTTED = re.compile(r"[A-ZĐ&]+[0-9]{0,2}(?:\.[A-ZĐ0-9&]+){1,3}")
_INITIALS = re.compile("[A-ZĐ]{2,}[a-z]{1,2}[A-ZĐ0-9]{0,4}|[A-ZĐ][a-z]{1,2}[A-ZĐ]+[0-9]?")


class _Grammar:
    """The codes of `vocab/numbers.toml` and `vocab/issuers.csv`, each found whatever its case."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.codes = _by_fold(content["codes"]) | _folded_keys(content["aliases"])
        self.others = frozenset(_by_fold(content["others"]["codes"]))
        self.bodies = _by_fold(row["code"] for row in table("issuers"))
        self.bodies |= _folded_keys(content["body_aliases"])
        self.joint = frozenset(content["joint"]["codes"])
        self.mass = frozenset(row["code"] for row in table("issuers") if row["branch"].startswith("Front"))
        self.party = re.compile("|".join(content["party"]["suffixes"]))
        self.horned = content["party"]["horned"]
        self.either = frozenset(content["party"]["either"])
        self.states = frozenset(content["party"]["never"])
        self.term = re.compile(content["terms"]["pattern"])
        self.directing = re.compile(content["directive"]["bodies"])
        looks = content["lookalikes"]
        self.latin = str.maketrans(looks["from"], looks["to"])

    def body(self, unit: str) -> str | None:
        """The proper form of a known body's code, the Assembly with its term included."""
        term = self.assembly(unit)
        if term:
            stem = "QH" if term[1][-2:] in ("OH", "0H") and len(term[1]) == 2 else term[1]
            return stem + str(int(term[2]))
        known = self.bodies.get(unit.casefold())
        if known is None:
            upper = unit.upper().replace(*self.horned)
            known = upper if self.party.fullmatch(upper) else None
        return known

    def assembly(self, unit: str) -> re.Match[str] | None:
        """What `unit` is if it is the Assembly's code with its term, in letters of any case."""
        return self.term.fullmatch(unit.upper())

    def kept(self, unit: str) -> str:
        """`unit` without a next word that is glued on ("CPngày", "UBNDQuy"); "" for a mere word."""
        folded = unit.casefold()
        if folded in self.codes or folded in self.bodies or folded in self.others:
            return unit
        if self.assembly(unit):
            return unit
        run = _CAPITALS.match(unit)
        if run is None:
            return ""
        if run.end() == len(unit):
            return unit
        for end in (run.end() + 1, run.end(), run.end() - 1):
            if end < 2:
                break
            if unit[:end].casefold() in self.codes or self.body(unit[:end]):
                return unit[:end]
        if _INITIALS.fullmatch(unit) or _DOTTED.fullmatch(unit):
            return unit
        return run[0] if len(run[0]) > 2 else ""


def _by_fold(codes: Any) -> dict[str, str]:
    return {code.casefold(): code for code in codes}


def _folded_keys(aliases: Mapping[str, str]) -> dict[str, str]:
    return {alias.casefold(): code for alias, code in aliases.items()}


@cache
def _grammar() -> _Grammar:
    return _Grammar(document("numbers"))


def _bare(match: re.Match[str]) -> Number:
    year = int(match[4]) if match[4] else None
    serial = match[1] + match[2] + (f".{match[3]}" if match[3] else "")
    minor = int(match[3]) if match[3] else None
    return Number(
        match[0], serial, int(match[1]), match[2], minor, year, None, (), None, None, match[0], False
    )


def _lettered(text: str) -> Number | None:
    """The number that `text` is if letters begin it; such a number says nothing of its body."""
    match = LETTERED.fullmatch(text)
    if match is None:
        return None
    bodies = (text[: match.start(1) - 1],)
    return Number(text, match[1], int(match[1]), "", None, None, None, bodies, "state", None, text, False)


@lru_cache(maxsize=8192)
def _read(shape: str) -> tuple[int, Number] | None:
    """The number that `shape` begins with and its length; None if its units are mere words."""
    match = _SHAPE.match(shape)
    if match is None:
        return None
    grammar = _grammar()
    units: list[str] = []
    signs: list[str] = []
    end = match.start(5)
    for sign, unit, start in _units(match):
        translated = unit.translate(grammar.latin)
        kept = grammar.kept(translated)
        if not kept or (kept[0].islower() and not _lower_code(grammar, kept, bool(units))):
            break
        if units and sign.isspace() and not _goes_without_sign(grammar, units[0], unit):
            break
        units.append(kept)
        signs.append(sign.strip() or " ")
        end = start + len(kept)
        if len(kept) < len(unit):
            break
    if not units or (signs[0] == " " and units[0].casefold() not in grammar.codes):
        return None
    if any(unit.casefold() in grammar.others for unit in units[:1]):
        return None
    number = _number(grammar, match, shape[:end], units, signs)
    return (end, number) if number else None


def _units(match: re.Match[str]) -> Iterator[tuple[str, str, int]]:
    yield match[5], match[6], match.start(6)
    if match[8]:
        yield match[7], match[8], match.start(8)
        for more in _MORE.finditer(match.string, match.start(9), match.end(9)):
            yield more[1], more[2], more.start(2)


def _lower_code(grammar: _Grammar, unit: str, body: bool) -> bool:
    if grammar.assembly(unit):
        return True
    return unit in (grammar.bodies if body else grammar.codes) or (body and grammar.body(unit) is not None)


def _goes_without_sign(grammar: _Grammar, code: str, unit: str) -> bool:
    """Whether `unit` is the body of a number whose second sign is lost: "176/KH UBND", "25-NQ TW"."""
    return code.casefold() in grammar.codes and grammar.body(unit) is not None


def _number(
    grammar: _Grammar, match: re.Match[str], written: str, units: list[str], signs: list[str]
) -> Number | None:
    code, suffixes = _split(grammar, units, signs)
    if units[0][0].islower() and not (code and suffixes) and not grammar.assembly(units[0]):
        return None
    year = int(match[4]) if match[4] else None
    if code == "CT" and suffixes and not grammar.directing.match(suffixes[0]):
        code, suffixes = None, ("CT", *suffixes)
    if code == "TC" and suffixes and not grammar.party.fullmatch(suffixes[0]):
        code, suffixes = None, ("TC", *suffixes)
    term = grammar.term.fullmatch(suffixes[0]) if suffixes else None
    system = "state" if code in grammar.states and not _party_order(signs, year) else None
    system = system or _system(grammar, suffixes, year)
    if (system is None and suffixes) or (suffixes and suffixes[0] in grammar.either):
        system = "party" if _party_order(signs, year) else "state"
    serial = match[1] + (match[2] or "") + (f".{match[3]}" if match[3] else "")
    order, dash, part = match[1].partition("-")
    firm = bool(code and suffixes) or term is not None
    proper = _proper(serial, year, code, suffixes, signs, system)
    if year and (code, suffixes) == ("NQ", ("CP",)) and written[len(serial)] == "-":  # "19-2017/NQ-CP"
        proper = proper.replace("/", "-", 1)
    return Number(
        written,
        serial,
        int(order),
        dash + part + (match[2] or ""),
        int(match[3]) if match[3] else None,
        year,
        code,
        suffixes,
        system,
        int(term[2]) if term else None,
        proper,
        firm,
    )


def _split(grammar: _Grammar, units: list[str], signs: list[str]) -> tuple[str | None, tuple[str, ...]]:
    """The type code (if the first unit is one, or begins with one) and the bodies, properly written."""
    first = units[0].casefold()
    rest = [grammar.body(unit) or unit for unit in units[1:]]
    if first in grammar.codes:
        return grammar.codes[first], tuple(rest)
    if len(units) == 1 and not grammar.body(units[0]):
        for length in range(min(len(first) - 1, 5), 1, -1):
            body = grammar.body(units[0][length:])
            if first[:length] in grammar.codes and body:
                return grammar.codes[first[:length]], (body,)
    if signs[0] == "-" and len(signs) > 1 and signs[1] == "/" and grammar.party.fullmatch(rest[0]):
        return units[0], tuple(rest)
    return None, (grammar.body(units[0]) or units[0], *rest)


def _system(grammar: _Grammar, suffixes: tuple[str, ...], year: int | None) -> str | None:
    """Whose number it is by its first body; None for a body that nothing is known of."""
    if not suffixes:
        return None
    if year is None and any(map(grammar.party.fullmatch, suffixes)):
        return "party"
    if suffixes[0] in grammar.mass:
        return "mass"
    return "state" if year or grammar.body(suffixes[0]) or grammar.directing.fullmatch(suffixes[0]) else None


def _party_order(signs: list[str], year: int | None) -> bool:
    return year is None and (signs[0] == "-" or (signs[0] == " " and "/" in signs[1:2]))


def _proper(
    serial: str,
    year: int | None,
    code: str | None,
    suffixes: tuple[str, ...],
    signs: list[str],
    system: str | None,
) -> str:
    stem = f"{serial}/{year}" if year else serial
    bodies = "-".join(suffixes)
    # Joint papers are written either way, and stay as printed.
    if code in _grammar().joint and len(signs) > 1:
        first, second = (signs[0].replace(" ", "/"), "/" if "/" in signs[1] else "-")
        return f"{stem}{first}{code}{second}{bodies}"
    if code is None or not bodies:
        sign = "/" if year or signs[0] == " " or (not code and system == "state") else signs[0]
        return f"{stem}{sign}{code or bodies}"
    if system == "party" or (system != "state" and _party_order(signs, year)):
        return f"{stem}-{code}/{bodies}"
    return f"{stem}/{code}-{bodies}"
