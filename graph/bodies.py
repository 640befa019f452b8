"""Which body a name means: one node for a body and its place, one for a class and its place.

"Sở Nội vụ" in a document of Sơn La is Sơn La's; a place that the name itself gives comes first. Names
are joined through the gazetteer (`ontology.bodies`). Bodies of a document whose province is unknown are
nodes of that document alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from graph.ids import document_slug
from graph.locality import places_in
from graph.model import Body, Directive, Edge
from ontology.bodies import BodyEntry, describe, expand, known
from ontology.fold import fold, slug
from ontology.load import document
from ontology.places import name_on, successor, unit_on
from ontology.terms import next_day

_RANKS = (" tỉnh", " thành phố")
_FARTHEST = 3


@dataclass(frozen=True, slots=True)
class Home:
    """The place of the document that names a body; `document` stands for an unknown province."""

    level: str | None
    province: str | None
    unit: str | None
    document: str
    date: str | None = None
    issuer: str | None = None


def home_of(directive: Directive, document: str) -> Home:
    """The place that bodies named in a directive belong to unless they say another."""
    unit = directive.commune or directive.district
    return Home(directive.level, directive.province, unit, document, directive.date, directive.issuer)


@dataclass(slots=True)
class _Found:
    entry: BodyEntry
    name: str
    level: str | None
    province: str | None
    place: str | None
    names: set[str] = field(default_factory=set)


class Bodies:
    """The bodies met so far; `of` names one, `nodes` and `successions` give them all."""

    def __init__(self) -> None:
        self._found: dict[str, _Found] = {}
        self._ids: dict[tuple[str, Home], str] = {}

    def of(self, name: str, home: Home) -> str:
        """The id of the body that `name` means in a document of `home`."""
        case = (name, home)
        id = self._ids.get(case)
        if id is None:
            id = self._ids[case] = self._place(" ".join(name.split()), home)
        return id

    def _place(self, name: str, home: Home) -> str:
        entry = canonical(name)
        province, district, commune = places_in(name)
        level = entry.level or home.level
        unit = commune or district
        if province is None and level != "central":
            province = home.province
            unit = unit or (home.unit if _inside(entry, level, home) else None)
        if level in ("central", "province") and entry.level is not None:
            unit = None
        where = _where(level, entry, province, unit, home)
        if home.issuer and not unit and entry.level is None and _is_inside(entry.name):
            where = f"{where}/{slug(expand(canonical(home.issuer).name))}"
        id = f"body/{where}/{slug(expand(entry.name)) or 'body'}"
        shown = f"{entry.name} {unit}" if unit and entry.kind == "body" and entry.level else entry.name
        found = self._found.setdefault(id, _Found(entry, shown, entry.level or home.level, None, unit))
        found.province = province if level != "central" else None
        found.names.add(name)
        return id

    def nodes(self) -> tuple[Body, ...]:
        """The bodies, in order of their ids."""
        return tuple(self._node(id, self._found[id]) for id in sorted(self._found))

    def _node(self, id: str, found: _Found) -> Body:
        entry = found.entry
        parent = f"{id.rsplit('/', 1)[0]}/{slug(expand(entry.parent))}" if entry.parent else None
        return Body(
            id,
            found.name,
            entry.kind,
            found.level,
            found.province,
            found.place,
            entry.branch,
            parent if parent in self._found else entry.parent,
            entry.valid_from,
            entry.valid_to,
            tuple(sorted(found.names - {found.name})),
        )

    def successions(self) -> Iterator[Edge]:
        """Which body came after which, and since when: by name, and by province."""
        for id in sorted(self._found):
            for later, since in sorted({*self._renamed(id), *self._merged(id)}):
                if later != id:
                    yield Edge("SUCCEEDED_BY", id, later, valid_from=since or None)

    def _renamed(self, id: str) -> Iterator[tuple[str, str]]:
        """The bodies of the same place that the gazetteer names as successors."""
        yield from self._later(id.rsplit("/", 1)[0], self._found[id].entry, _FARTHEST)

    def _later(self, place: str, entry: BodyEntry, steps: int) -> Iterator[tuple[str, str]]:
        """The nearest bodies of `place` that came after, and since when; nobody named is passed over."""
        for name in entry.successors:
            after = known(name)
            later = f"{place}/{slug(expand(name))}"
            if later in self._found:
                yield later, (after.valid_from if after else None) or entry.valid_to or ""
            elif after is not None and steps > 1:
                yield from self._later(place, after, steps - 1)

    def _merged(self, id: str) -> Iterator[tuple[str, str]]:
        """The body of the same name in the province that this one's became part of."""
        found = self._found[id]
        into = successor(found.province) if found.province and not found.place else None
        if into is None or found.province is None:
            return
        name = slug(expand(found.entry.name))
        for same in sorted({name, name.replace("tinh-uy", "thanh-uy"), re.sub("-tinh$", "-thanh-pho", name)}):
            later = f"body/{slug(into)}/{same}"
            if later in self._found:
                yield later, _since(found.province)


@lru_cache(maxsize=1 << 15)
def canonical(name: str) -> BodyEntry:
    """What is known of a body's name, its place and rank left out where they tell nothing.

    >>> canonical("Sở Nội vụ tỉnh Sơn La").name, canonical("UBND tỉnh").name
    ('Sở Nội vụ', 'Ủy ban nhân dân tỉnh')
    """
    entry = describe(re.sub(document("localities")["recipients"]["purpose"], "", name) or name)
    listed = known(entry.name)
    if listed is not None:
        # A name of any level ("Ban Thường vụ Thành ủy") is of the level of whoever uses it.
        return replace(entry, level=listed.level or (entry.level if entry.level != "central" else None))
    for rank in _RANKS:
        if fold(entry.name).endswith(rank):
            shorter = describe(entry.name[: -len(rank)])
            if shorter.level == entry.level and shorter.kind == entry.kind:
                return shorter
    return replace(entry, name=_GAP.sub(" ", entry.name).replace(" ,", ","))


_GAP = re.compile(r"\s{2,}")


def recipient(line: str) -> str | None:
    """The body of a line under "Nơi nhận"; None for the file copy.

    >>> recipient("Thường trực Tỉnh ủy (báo cáo)"), recipient("Lưu Văn phòng Tỉnh ủy")
    ('Thường trực Tỉnh ủy', None)
    """
    words = document("localities")["recipients"]
    text = re.sub(words["purpose"], "", " ".join(line.split())).strip(" ,;.:-")
    return None if not text or re.search(words["not_bodies"], fold(text)) else text


def _inside(entry: BodyEntry, level: str | None, home: Home) -> bool:
    """Whether a body without a place of its own belongs to the district or commune of its document."""
    if home.level not in ("district", "commune", "grassroots"):
        return False
    if entry.kind == "class" or entry.level is None:
        return True
    return level in ("district", "commune", "grassroots")


def _is_inside(name: str) -> bool:
    """Whether a name is that of a unit of some body, which it does not name."""
    return (
        known(name) is None and re.search(document("localities")["units"]["inside"], fold(name)) is not None
    )


def _where(level: str | None, entry: BodyEntry, province: str | None, unit: str | None, home: Home) -> str:
    if level == "central":
        return "central"
    if province is None:
        of_centre = home.level == "central" and entry.kind == "class"
        return "central" if of_centre else document_slug(home.document)
    place = slug(name_on(province, home.date) if province == home.province else province)
    return f"{place}/{slug(unit)}" if unit else place


@lru_cache(maxsize=256)
def _since(province: str) -> str:
    """The day on which the territory of a former province became part of another."""
    unit = unit_on(province, _BEFORE_MERGERS)
    return next_day(unit.valid_to) if unit and unit.valid_to else ""


_BEFORE_MERGERS = "2020-01-01"
