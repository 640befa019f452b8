"""Which body a name means: one node for a body and its place, one for a class and its place.

"Sở Nội vụ" in a document of Sơn La is Sơn La's; a place that the name itself gives comes first. Names
are joined through the gazetteer (`ontology.bodies`). Bodies of a document whose province is unknown are
nodes of that document alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from graph.ids import document_slug
from graph.locality import places_in
from graph.model import Body, Directive, Edge
from ontology.bodies import BodyEntry, describe, expand, known, place_free
from ontology.fold import fold, slug
from ontology.load import document, spelling
from ontology.places import name_on, successor, unit_on
from ontology.terms import next_day

_RANKS = (f" {spelling('province')}", f" {spelling('city')}")
_FARTHEST = 3


@dataclass(frozen=True, slots=True)
class Home:
    """The place of the document that names a body; `document` stands for an unknown province.

    `unit` is the commune, else the district; `district` the one that either lies in or is.
    """

    level: str | None
    province: str | None
    unit: str | None
    document: str
    date: str | None = None
    issuer: str | None = None
    district: str | None = None


def home_of(directive: Directive, document: str) -> Home:
    """The place that bodies named in a directive belong to unless they say another."""
    unit = directive.commune or directive.district
    return Home(
        directive.level,
        directive.province,
        unit,
        document,
        directive.date,
        directive.issuer,
        directive.district,
    )


def shared_names(directives: Iterable[Directive]) -> frozenset[tuple[str, str]]:
    """The communes (slugs of province and name) of which one province has several, in different districts."""
    found: dict[tuple[str, str], set[str]] = {}
    for directive in directives:
        if directive.province and directive.commune and directive.district:
            name = slug(directive.province), slug(directive.commune)
            found.setdefault(name, set()).add(slug(directive.district))
    return frozenset(name for name, districts in found.items() if len(districts) > 1)


@dataclass(slots=True)
class _Found:
    entry: BodyEntry
    name: str
    level: str | None
    province: str | None
    place: str | None
    names: set[str] = field(default_factory=set)


class Bodies:
    """The bodies met so far; `of` names one, `nodes` and `successions` give them all.

    `shared` are communes that need their district beside their name (see `shared_names`).
    """

    def __init__(self, shared: frozenset[tuple[str, str]] = frozenset()) -> None:
        self._shared = shared
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
        province, district, commune = places_in(name)
        entry = canonical(name)
        if entry.kind == "class" and (district or commune or home.unit):
            entry = _single(entry, name)
        if entry.kind == "class" and _last_of_several().search(fold(name)):
            district = None
        unit = commune or district
        if not (province or unit):
            entry = _ranked(entry, home)
        level = entry.level or ("commune" if commune else "district" if district else home.level)
        if province is None and level != "central":
            province = home.province
            unit = unit or (home.unit if _inside(entry, level, home) else None)
        if level in ("central", "province") and entry.level is not None:
            unit = None
        id = f"body/{self._where(level, entry, province, unit, district or home.district, home)}"
        if home.issuer and not unit and entry.level is None and _is_inside(entry.name):
            id = f"{id}/{slug(expand(canonical(home.issuer).name))}"
        id = f"{id}/{slug(expand(entry.name)) or 'body'}"
        shown = entry.name
        if unit and entry.kind == "body" and (entry.level or district or commune):
            shown = f"{entry.name} {unit}"
        found = self._found.setdefault(id, _Found(entry, shown, level, None, unit))
        found.province = province if level != "central" else None
        found.names.add(name)
        whole = committee_of(name) if entry.kind == "body" else None
        if whole is not None and (unit or canonical(whole).kind == "body"):
            self._place(whole, home)
        return id

    def _where(
        self,
        level: str | None,
        entry: BodyEntry,
        province: str | None,
        unit: str | None,
        district: str | None,
        home: Home,
    ) -> str:
        """The place of a body as words of its id."""
        if level == "central":
            return "central"
        if province is None:
            of_centre = home.level == "central" and entry.kind == "class"
            return "central" if of_centre else document_slug(home.document)
        place = slug(name_on(province, home.date) if province == home.province else province)
        if not unit:
            # A paper of a district (or commune) that it does not name: its bodies are nobody else's.
            nameless = home.unit is None and province == home.province and _inside(entry, level, home)
            return f"{place}/{document_slug(home.document)}" if nameless else place
        within = f"{slug(district)}/" if district and (place, slug(unit)) in self._shared else ""
        return f"{place}/{within}{slug(unit)}"

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


def _single(group: BodyEntry, name: str) -> BodyEntry:
    """The one member of a class that `name` means, the class if it means them all.

    >>> _single(canonical("Huyện ủy Mai Sơn"), "Huyện ủy Mai Sơn").name
    'Huyện ủy'
    """
    bare = fold(place_free(name))
    member = next((member for member in group.members if fold(member) == bare), None)
    if member is None:
        return group
    return replace(group, name=member, kind="body", successors=(), members=())


@cache
def _last_of_several() -> re.Pattern[str]:
    """A district as the last of several: "Các huyện ủy, Thành ủy Gia Nghĩa" do not lie in Gia Nghĩa."""
    ranks = "|".join(map(re.escape, document("localities")["district"]))
    return re.compile(rf"(?:,| {spelling('and')}) (?:{ranks}) [^,]+$")


def _ranked(entry: BodyEntry, home: Home) -> BodyEntry:
    """A body of a commune or district with the rank that its document's issuer has: "Đảng ủy" is "Đảng ủy xã"."""
    if home.level not in ("commune", "district") or not home.issuer:
        return entry
    words = document("localities")["units"]
    issuer = fold(canonical(committee_of(home.issuer) or home.issuer).name)
    rank = next((rank for rank in words["ranks"] if issuer.endswith(f" {rank}")), None)
    if rank is None or fold(expand(entry.name)) not in words["ranked"]:
        return entry
    return canonical(f"{entry.name} {rank}")


@lru_cache(maxsize=1 << 15)
def committee_of(name: str) -> str | None:
    """The committee for which an organ of it acts; None if `name` names no such organ.

    >>> committee_of("Ban Thường vụ Huyện ủy Mai Sơn"), committee_of("Sở Nội vụ")
    ('Huyện ủy Mai Sơn', None)
    """
    folded = fold(name)
    for organ in document("localities")["organs"]:
        rest = name[len(organ) :].strip()
        if folded.startswith(f"{organ} ") and len(folded) == len(name) and _committee().match(fold(rest)):
            return rest
    return None


@cache
def _committee() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in document("named")["wide"]["committees"])
    return re.compile(rf"(?:{names})(?!\w)")


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


@lru_cache(maxsize=256)
def _since(province: str) -> str:
    """The day on which the territory of a former province became part of another."""
    unit = unit_on(province, _BEFORE_MERGERS)
    return next_day(unit.valid_to) if unit and unit.valid_to else ""


_BEFORE_MERGERS = "2020-01-01"
