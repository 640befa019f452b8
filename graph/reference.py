"""REF: how people name a directive on the command line and in addresses.

A REF is an id, a held file's name, a number, a canonical, a type word with a number, or a whole title;
after it any number of `@year`, `@date`, `@TERM`, `@place`, all of which must hold. The ways are tried in
this order and the first that finds something counts, so a number as it was once miswritten finds its
directive only if nothing bears that number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.errors import AmbiguousReference, NothingFound
from graph.folded import number_key, title_key
from graph.lineage import directive_row
from graph.locality import places_in
from graph.store import Reader, Row, directive_nodes, question
from ontology.fold import bare, fold
from ontology.load import cues
from ontology.places import family
from ontology.types import type_typed, types

MAX_CHARACTERS = 1000
CANDIDATE = ("id", "number", "type", "title", "date", "issuer", "province", "status")

_TYPED, _TERM, _DAY, _CITED_DAY = (
    cues("references")[name].pattern for name in ("typed", "term", "day", "cited day")
)
_ISO = re.compile(r"\d{4}(?:-\d{2}){0,2}")

Test = Callable[[Row], bool]


@dataclass(frozen=True, slots=True)
class Reference:
    """A REF taken apart: what names the directive, and what must hold besides.

    >>> Reference.of("25-NQ/TW@XI@2013")
    Reference(text='25-NQ/TW', conditions=('XI', '2013'))
    """

    text: str
    conditions: tuple[str, ...] = ()

    @classmethod
    def of(cls, ref: str) -> Reference:
        """The parts of `ref`."""
        text, *conditions = (part.strip() for part in ref.split("@"))
        return cls(text, tuple(condition for condition in conditions if condition))

    @classmethod
    def cited(cls, ref: str) -> Reference:
        """The parts of a citation copied out of a text; what follows its date says nothing more.

        >>> Reference.cited("Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành Trung ương")
        Reference(text='Nghị quyết số 25-NQ/TW', conditions=('03/6/2013',))
        >>> Reference.cited("25-NQ/TW ngày 03 tháng 6 năm 2013").conditions
        ('03 tháng 6 năm 2013',)
        """
        found = _CITED_DAY.search(ref)
        day = _DAY.match(ref, found.end()) if found else None
        return cls(ref[: found.start()].strip(), (day[0],)) if found and day else cls(ref.strip())


def resolve(store: Reader, ref: str) -> Row:
    """The directive that `ref` means, as `graph.lineage.directive_row` gives it.

    Raises:
        NothingFound: none fits.
        AmbiguousReference: several fit; `detail` holds their rows, `CANDIDATE` columns each, by date.
    """
    found = matches(store, ref)
    if not found:
        raise NothingFound(
            f"không có văn bản nào khớp với “{ref}”; thử `lineage find`",
            f"no directive fits “{ref}”; try `lineage find`",
        )
    if len(found) > 1:
        raise AmbiguousReference(
            f"“{ref}” có thể là {len(found)} văn bản; thêm @năm, @ngày, @KHÓA hoặc @địa phương",
            f"“{ref}” may be {len(found)} directives; add @year, @date, @TERM or @place",
            [{name: row[name] for name in CANDIDATE} for row in found],
        )
    return found[0]


def matches(store: Reader, ref: str) -> list[Row]:
    """All directives that `ref` fits equally well, by date, then id."""
    for reference in dict.fromkeys((Reference(ref.strip()), Reference.of(ref), Reference.cited(ref))):
        if not 0 < len(reference.text) <= MAX_CHARACTERS:
            continue
        for found in _found(store, reference.text):
            held = _holding(found, reference.conditions)
            if held:
                return sorted(map(directive_row, held), key=lambda row: (row["date"] or "9999", row["id"]))
    return []


def _found(store: Reader, text: str) -> Iterator[list[Row]]:
    """What each way finds, strictest first; the cheap ways are tried before all directives are looked through."""
    yield [row["d"] for row in store.rows(question("directive"), id=f"directive/{_path(text)}")]
    ways = list(_ways(text))
    named = _nodes(store, "named", {"document": text, "number": number_key(text)})
    for fits in ways[1:3] if number_key(text) else ways[1:2]:
        yield [row for row in named if fits(row)]
    rows = _candidates(store, text)
    for fits in ways:
        yield [row for row in rows if fits(row)]


def _candidates(store: Reader, text: str) -> list[Row]:
    """The nodes that any of the ways may find, in one question."""
    typed, titles = _typed(text), list(filter(None, _titles(text))) or ["-"]
    parameters = {
        "id": f"directive/{_path(text)}",
        "document": text,
        "number": number_key(text),
        "serial": number_key(typed[1]) if typed else "",
        "titles": titles,
        "title": titles[0],
        "other_title": titles[-1],
        "canonical": fold(text),
    }
    return _nodes(store, "reference", parameters)


def _nodes(store: Reader, name: str, parameters: Row) -> list[Row]:
    return directive_nodes(store, [row["id"] for row in store.rows(question(name), **parameters)])


def _path(text: str) -> str:
    """An id without its first word, also out of an address.

    >>> _path("https://w3id.org/directive-lineage/directive/vn/a"), _path("directive/vn/a"), _path("vn/a")
    ('vn/a', 'vn/a', 'vn/a')
    """
    return text.rpartition("directive/")[2]


def _ways(text: str) -> Iterator[Test]:
    """The tests of a REF without conditions, strictest first."""
    id, key, canonical, titles = (
        f"directive/{_path(text)}",
        number_key(text),
        fold(text),
        set(filter(None, _titles(text))),
    )
    yield lambda row: row["id"] == id or id in row.get("former_ids", ())
    yield lambda row: row.get("document") == text
    if key:
        yield lambda row: row["folded_number"] == key
        yield lambda row: key in row.get("folded_forms", ())
    yield lambda row: row.get("folded_canonical", "") == canonical
    yield lambda row: row.get("folded_canonical", "").startswith(f"{canonical} ")
    typed = _typed(text)
    if typed:
        yield lambda row: _is_type(row, typed[0]) and _has_number(row, number_key(typed[1]))
    yield lambda row: bool(titles & {row.get("folded_title"), *row.get("folded_names", ())})


def _typed(text: str) -> tuple[str, str] | None:
    """A type word or code, and the number after it."""
    match = _TYPED.fullmatch(text)
    return (match[1].strip(), match[2].strip()) if match else None


def _is_type(row: Row, word: str) -> bool:
    """Whether `word` is the directive's type, or the code in its number."""
    if fold(row.get("type") or "") == fold(type_typed(word)):
        return True
    code = re.escape(bare(word))
    return re.match(rf"[0-9]+-(?:[12][0-9]{{3}})?{code}", row.get("folded_number", "")) is not None


def _has_number(row: Row, key: str) -> bool:
    """Whether the number is `key`, or `key` is its serial (and year) alone."""
    own = row.get("folded_number", "")
    bare_number = key.rpartition("-")[2].isdigit() or key.endswith("-")
    return bool(key) and (own == key or (bare_number and own.startswith(key)))


def _titles(text: str) -> Iterator[str]:
    """The keys under which a whole title stands, with and without a type word in front."""
    yield title_key(text)
    folded = fold(text)
    for form in types():
        if folded.startswith(f"{form} "):
            yield title_key(folded[len(form) :])


def _holding(rows: list[Row], conditions: tuple[str, ...]) -> list[Row]:
    """The rows for which all conditions hold; a place's own papers before those of units it took in."""
    for condition in conditions:
        tests = list(_condition(condition))
        rows = next((kept for test in tests if (kept := [row for row in rows if test(row)])), [])
    return rows


def _condition(text: str) -> Iterator[Test]:
    """What `@text` may mean, strictest first."""
    day = _DAY.fullmatch(text)
    date = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}" if day else text
    if _ISO.fullmatch(date):
        yield lambda row: (row.get("date") or "").startswith(date) or f"/{date}/" in row["id"]
        return
    term = _TERM.fullmatch(text)
    if term:
        yield lambda row: (row.get("term") or "").upper() == term[1].upper()
    place, names = bare(text), {bare(name) for name in family(text)}
    yield lambda row: place in _places(row)
    yield lambda row: bool(names & _places(row))
    units = {bare(unit) for unit in places_in(text) if unit}
    yield lambda row: bool(units) and units <= _places(row)


def _places(row: Row) -> set[str]:
    return {bare(row[name]) for name in ("province", "district", "commune") if row.get(name)}
