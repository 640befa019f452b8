"""Where a directive was issued: its level, and the place that numbers of that level begin anew in.

A Party or State number is one series for each committee or council: "12-QĐ/TU" exists in every
province, "64-KH/HU" in every district, "18-KH/ĐU" in every Party organisation. Two of them can only be
one directive if they are of one place, so a mention without a place of its own takes its document's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from graph.extraction import Citation, DocumentFacts
from ontology.fold import fold, normal, slug
from ontology.issuers import issuer_of
from ontology.load import document
from ontology.numbers import Number
from ontology.places import is_city, name_on, province_named, provinces, provinces_in, successor

LEVELS = ("central", "province", "district", "commune", "grassroots")


@dataclass(frozen=True, slots=True)
class Where:
    """A level and place. `unit` is the commune, or the body where one place has several of a kind."""

    level: str | None = None
    province: str | None = None
    district: str | None = None
    unit: str | None = None

    @property
    def settled(self) -> bool:
        """Whether numbers of this level and place are one series."""
        if self.level in ("central", None):
            return self.level == "central" and self.unit != ""
        if self.level == "province":
            return self.province is not None and self.unit != ""
        if self.level == "district":
            return self.province is not None and bool(self.district)
        return self.province is not None and bool(self.unit)

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What is equal for two ways to name one place; a province keeps it through a mere renaming."""
        return _key(self)

    def fits(self, other: Where) -> bool:
        """Whether nothing that both say differs."""
        if self == other:
            return True
        pairs = zip(_key(self), _key(other), strict=True)
        return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)

    def holds(self, other: Where) -> bool:
        """Whether this is a level above `other`'s whose place may hold it, so far as both say theirs.

        >>> Where("province", "Nghệ An").holds(Where("district", None, "Nam Đàn"))
        True
        >>> Where("province", "Nghệ An").holds(Where("district", "Hà Tĩnh", "Đức Thọ"))
        False
        """
        if self.level not in LEVELS or other.level not in LEVELS:
            return False
        above = LEVELS.index(self.level) < LEVELS.index(other.level)
        return above and self.fits(Where(self.level, other.province, other.district))

    def parts(self, date: str | None) -> tuple[str, ...]:
        """The words of an id: the place's slugs, a province under the name that it bore on `date`."""
        if self.level == "central":
            return (slug(self.unit),) if self.unit else ()
        province = name_on(self.province, date) if self.province else None
        district = self.district if self.level in ("district", "commune") else None
        return tuple(slug(name) for name in (province, district, self.unit) if name)


# Millions of mentions are of a few places; equal ones are kept once.
_where = lru_cache(maxsize=1 << 15)(Where)


@lru_cache(maxsize=1 << 17)
def _key(where: Where) -> tuple[str, str, str, str]:
    if where.level == "central":
        return "central", "", "", where.unit or ""
    district = where.district if where.level in ("district", "commune") else None
    names = (_lasting(where.province), district, where.unit)
    province, within, unit = (slug(name) if name else "" for name in names)
    return where.level or "", province, within, unit


@cache
def _lasting(province: str | None) -> str | None:
    """The newest name of a province that was only renamed, its own name if it was merged."""
    later = successor(province) if province else None
    if later is None or name_on(later, _BEFORE_MERGERS) == later:
        return province
    return later


_BEFORE_MERGERS = "2020-01-01"


@cache
def _unit() -> re.Pattern[str]:
    words = document("localities")
    groups = (
        rf"(?P<{group}>{'|'.join(re.escape(word) for word in sorted(words[group], key=len, reverse=True))})"
        for group in ("commune", "district")
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})[ ]+")


def _name_at(flow: str, at: int) -> str:
    """The words with capitals (or a bare number: "Quận 1") that start at `at`."""
    words: list[str] = []
    for word in flow[at : at + 60].split(" ")[:5]:
        stem = word.rstrip(",.;:()")
        if not (stem[:1].isupper() or (stem.isdecimal() and not words) or (stem == "-" and words)):
            break
        words.append(stem)
        if stem != word:
            break
    return " ".join(words).strip(" -")


@lru_cache(maxsize=1 << 15)
def places_in(text: str) -> tuple[str | None, str | None, str | None]:
    """The province, district and commune that a body's or place's name holds.

    >>> places_in("Ban Thường vụ Huyện ủy Mai Sơn"), places_in("Tỉnh ủy Quảng Nam")
    ((None, 'Mai Sơn', None), ('Quảng Nam', None, None))
    >>> places_in("Ủy ban nhân dân xã Đức Trọng, tỉnh Lâm Đồng")
    ('Lâm Đồng', None, 'Đức Trọng')
    """
    flow = normal(" ".join(text.split()))
    folded = flow.lower()
    named = province_named(folded)
    if named:
        return named, None, None
    provinces = [mention.name for mention in provinces_in(flow, folded)]
    district = commune = None
    for match in _unit().finditer(folded):
        name = _name_at(flow, match.end())
        if not name or fold(name) in document("localities")["not_names"]:
            continue
        if match["commune"]:
            commune = commune or name
        elif province_named(name.lower()) is None:
            district = district or name
    return (provinces[0] if provinces else None), district, commune


@lru_cache(maxsize=1 << 15)
def body_of(issuer: str) -> str | None:
    """Which body a name means, its acting organ and province left out; None if only organs are named.

    >>> body_of("Ban Thường vụ Đảng ủy Công an tỉnh Sơn La")
    'đảng ủy công an'
    """
    folded = fold(issuer)
    for organ in document("localities")["organs"]:
        folded = folded.replace(organ, " ")
    province = places_in(issuer)[0]
    if province:
        folded = re.sub(rf"(?:{document('localities')['ranks']})?{re.escape(fold(province))}", " ", folded)
    folded = re.sub(document("localities")["no_body"], " ", folded)
    return " ".join(folded.split()) or None


def _open(number: Number | None) -> bool:
    """Whether one place has several bodies with this suffix: ĐU, CB, BCSĐ …"""
    found = issuer_of(number) if number else None
    return found is not None and found.level is None and found.branch == "Party"


def _level(number: Number | None, scope: str | None) -> str | None:
    """The level that a suffix leaves no doubt of, else the issuer's, else what the suffix suggests."""
    suffix = number.suffixes[0] if number and number.suffixes else ""
    if suffix.endswith("TW"):
        return "central"
    if scope in LEVELS and not (scope == "central" and suffix.endswith("TU")):
        return scope
    found = issuer_of(number) if number else None
    return found.level if found else None


def _own_level(number: Number | None, facts: DocumentFacts) -> str | None:
    """A province's paper that names no issuer ("176/KH-UBND") means its province's."""
    found = issuer_of(number) if number else None
    local = found is not None and found.branch in ("Government", "Legislature")
    return "province" if local and facts.level == "province" else None


def where_cited(citation: Citation, facts: DocumentFacts, number: Number | None) -> Where:
    """Where the directive of a mention was issued, as far as the mention and its document say.

    A local directive without a place of its own is taken to be of the document's place.
    """
    level = _level(number, citation.scope) or _own_level(number, facts)
    if level == "central" and not _open(number):
        return _where("central")
    named = places_in(citation.place) if citation.place else (None, None, None)
    said = places_in(citation.issuer) if citation.issuer else (None, None, None)
    if citation.kind == "named" and not any((*named, *said)):
        # "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Nghệ An": the name itself says whose it is.
        said = places_in(citation.canonical)
    province, district, commune = (one or other for one, other in zip(named, said, strict=True))
    if citation.place and not any(named):
        district, commune = _bare_place(citation.place, level, district, commune)
    home = _home(facts)
    if province is None and home[0] and level == "province":
        province = _of_rank(home[0], citation, facts.date)
    place = _where(level, province or home[0], district, commune)
    if province is None or home[0] is None or _lasting(province) == _lasting(home[0]):
        place = _of_document(place, facts, home)
    return _with_body(place, number, citation.issuer, facts)


def _of_rank(home: str, citation: Citation, written: str | None) -> str | None:
    """The province absorbed by the city `home` whose committee or council a mention names; None if none.

    "Tỉnh ủy" in a paper of Đà Nẵng of 2025 is Quảng Nam's: the city never had one.
    """
    if not written or not citation.issuer or not _province_body().search(fold(citation.issuer)):
        return None
    if not is_city(home, citation.date or written):
        return None
    earlier = [
        unit.name
        for unit in provinces()
        if unit.name != home
        and not unit.is_city
        and unit.successor == home
        and unit.valid_to < written
        and (not citation.date or unit.valid_on(citation.date))
    ]
    return earlier[0] if len(earlier) == 1 else None


@cache
def _province_body() -> re.Pattern[str]:
    return re.compile(document("localities")["province_body"])


def _bare_place(
    place: str, level: str | None, district: str | None, commune: str | None
) -> tuple[str | None, str | None]:
    """A place's name without its kind is of the kind that the level tells."""
    if level == "commune":
        return district, commune or place
    return (district or place, commune) if level == "district" else (district, commune)


def names_place(citation: Citation) -> bool:
    """Whether a mention's own words name a place."""
    if citation.place:
        return True
    return citation.issuer is not None and any(places_in(citation.issuer))


def _of_document(
    place: Where, facts: DocumentFacts, home: tuple[str | None, str | None, str | None]
) -> Where:
    """`place` completed by the document's own district and commune, where it lies in them."""
    _, district, commune = home
    if place.level == "district" and not place.district:
        return replace(place, district=district)
    if place.level == "commune" and not place.unit:
        unit = commune if facts.level == "commune" else None
        return replace(place, district=place.district or district, unit=unit)
    return place


def _home(facts: DocumentFacts) -> tuple[str | None, str | None, str | None]:
    """The province, district and commune of a document, as its header or its issuer's name says."""
    province, district, commune = places_in(facts.issuer) if facts.issuer else (None, None, None)
    return facts.province or province, facts.district or district, facts.commune or commune


def _with_body(
    place: Where, number: Number | None, issuer: str | None, citing: DocumentFacts | None = None
) -> Where:
    """`place` with the body as its unit where the suffix does not tell one body from another.

    "Đảng ủy" alone names none: in a paper of such a body it is that body, unless the paper is another's.
    """
    if not _open(number) or place.level in ("commune", "district"):
        return place if place.level == "commune" or place.unit is None else replace(place, unit=None)
    body = _telling_body(issuer)
    if body is None and citing is not None and citing.level == place.level:
        own = _telling_body(citing.issuer)
        body = own if own and own.startswith(tuple(f"{name} " for name in _committees())) else None
    return replace(place, unit=slug(body) if body else "")


def _telling_body(issuer: str | None) -> str | None:
    """The body that a name means, None if it is only some committee's."""
    body = body_of(issuer) if issuer else None
    return None if body in _committees() else body


@cache
def _committees() -> tuple[str, ...]:
    return tuple(document("named")["wide"]["committees"])


def where_held(facts: DocumentFacts, number: Number | None) -> Where:
    """Where a held document was issued, as it says itself."""
    level = facts.level or _level(number, None)
    if level == "central" and not _open(number):
        return Where("central")
    province, district, commune = _home(facts)
    return _with_body(Where(level, province, district, commune), number, facts.issuer)
