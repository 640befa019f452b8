"""The readable ids of directives, bodies and mentions: how they are made, and their form in a URL.

An id is made from what identifies the thing, so it is the same on every machine and rebuild:
`directive/vn/SYSTEM/PLACE…/PERIOD/STEM`. Central Party papers stand under their term, all others
under their year; the term if there is no date, "undated" last. The stem is type code, suffix (beyond
TW and TU) and serial, or the slug of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from graph.canonical import SELF, Meant, meant_by, type_code
from graph.extraction import Citation, DocumentFacts
from graph.locality import Where, where_cited, where_held
from ontology.fold import fold, slug
from ontology.issuers import issuer_of
from ontology.load import document
from ontology.numbers import Number, parse
from ontology.terms import central_term, normal_term
from ontology.types import type_named, types

UNDATED = "undated"
_PLAIN_SUFFIXES = (("TW",), ("TU",))
_LONGEST = 80


def directive_id(
    system: str, where: Where, date: str | None, term: str | None, year: int | None, stem: str
) -> str:
    """The id of a directive from its parts; `year` is the one inside the number, if any.

    >>> central = Where("central")
    >>> directive_id("party", central, "2013-06-03", None, None, "nq-25")
    'directive/vn/party/central/xi/nq-25'
    >>> directive_id("party", Where("province", "Tuyên Quang"), "2010-06-02", "XV", None, "qd-12")
    'directive/vn/party/tuyen-quang/2010/qd-12'
    >>> directive_id("state", central, None, None, 2018, "nd-cp-61")
    'directive/vn/state/2018/nd-cp-61'
    >>> directive_id("party", Where("province", "Sơn La"), None, "XIII", None, "kh-64")
    'directive/vn/party/son-la/xiii/kh-64'
    """
    dated = str(year) if year else (date or "")[:4]
    central = where.level == "central"
    if central and system == "party":
        term = normal_term(term) or central_term(date)
        period = (term or "").lower() or dated
    else:
        period = dated or (normal_term(term) or "").lower()
    places = () if central and not where.unit else where.parts(date)
    if central and system != "state":
        places = ("central", *places)
    elif not central and not places:
        places = ("unplaced",)
    return "/".join(("directive", "vn", system, *places, period or UNDATED, stem))


def stem_of(code: str | None, number: Number) -> str:
    """The last word of a numbered directive's id.

    >>> [stem_of(parse(n).code, parse(n)) for n in ("25-NQ/TW", "64-KH/HU", "56-HD/BTGTU", "31/2024/QH15")]
    ['nq-25', 'kh-hu-64', 'hd-btgtu-56', 'qh15-31']
    """
    return _stem(code, number.suffixes, number.order, number.letter, number.minor)


@lru_cache(maxsize=1 << 14)
def _stem(code: str | None, suffixes: tuple[str, ...], order: int, letter: str, minor: int | None) -> str:
    serial = f"{order:02}{letter}" + (f"-{minor}" if minor is not None else "")
    bodies = () if suffixes in _PLAIN_SUFFIXES else suffixes
    return slug("-".join(filter(None, (code, *bodies, serial))))


def name_stem(name: str, more: str | None = None) -> str:
    """The last word of a named directive's id: its name, and what tells it from others of that name.

    >>> name_stem("Quy chế dân chủ ở cơ sở", "qd-290")
    'quy-che-dan-chu-o-co-so-qd-290'
    """
    words = slug(name)
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit("-", 1)[0]
    return f"{words}-{more}" if more else words or "document"


def document_id(facts: DocumentFacts) -> str:
    """The id of a held document's directive, as the document alone settles it.

    Without a number: issuer, type, year and title.

    >>> from graph.extraction import DocumentFacts
    >>> facts = DocumentFacts("", "kế hoạch", None, None, None, "thực hiện dân chủ", "Tỉnh ủy Sơn La",
    ...                       "Sơn La", level="province")
    >>> document_id(facts)
    'directive/vn/party/son-la/undated/ke-hoach-tinh-uy-son-la-thuc-hien-dan-chu'
    """
    number = parse(facts.number) if facts.number else None
    where = where_held(facts, number)
    if number is not None:
        code = type_code(number, facts.type)
        system = system_of(number, facts.issuer, facts.type)
        return directive_id(system, where, facts.date, None, number.year, stem_of(code, number))
    words = " ".join(filter(None, (facts.type, facts.issuer, facts.title)))
    system = system_of(None, facts.issuer, facts.type)
    return directive_id(system, where, facts.date, None, None, name_stem(words))


def mention_id(citation: Citation, facts: DocumentFacts) -> str | None:
    """The id of the directive that a mention means, as its document alone settles it, else None.

    It is settled by a date, a term or the year in a number, in a known place; a name settles nothing
    but a law, or a resolution of a congress.
    """
    if citation.canonical == SELF or citation.kind == "self":
        return facts.id or None
    found = meant_by(citation)
    where = where_cited(citation, facts, found.number)
    term = normal_term(citation.term) if citation.term else None
    if found.number is None or not where.settled:
        return _named_id(citation, found, where) if found.number is None and where.settled else None
    year = found.number.year
    if not (found.date or term or year) or not (found.number.suffixes or found.number.code):
        return None
    system = system_of(found.number, citation.issuer, citation.type)
    return directive_id(
        system, where, found.date, term, year, stem_of(type_code(found.number, citation.type), found.number)
    )


def mention_ids(citations: Iterable[Citation], facts: DocumentFacts) -> list[str | None]:
    """`mention_id` of each mention of one document; what is said again in the same words is settled once."""
    known: dict[tuple[str | None, ...], str | None] = {}
    found = []
    for c in citations:
        said = c.canonical, c.kind, c.type, c.number, c.date, c.issuer, c.scope, c.term, c.place
        if said not in known:
            known[said] = mention_id(c, facts)
        found.append(known[said])
    return found


def _named_id(citation: Citation, found: Meant, where: Where) -> str | None:
    if not found.name:
        return None
    law = is_statute(citation.type)
    term = normal_term(citation.term)
    if not (law and found.date) and not (term and is_congress(found.name)):
        return None
    system = system_of(None, citation.issuer, citation.type, found.name)
    return directive_id(system, where, found.date, term, None, name_stem(found.name))


@lru_cache(maxsize=1 << 12)
def is_congress(name: str) -> bool:
    """Whether a name is that of a congress's resolution, which its term identifies.

    >>> is_congress("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII")
    True
    """
    return re.search(document("named")["congress"], fold(name)) is not None


@cache
def is_statute(type_name: str | None) -> bool:
    """Whether texts of this type are told apart by name and date: laws, codes, statutes of the Party.

    >>> is_statute("luật"), is_statute("quy chế")
    (True, False)
    """
    return fold(type_name or "") in _statutes()


@cache
def _statutes() -> frozenset[str]:
    return frozenset(document("named")["statutes"])


def system_of(
    number: Number | None, issuer: str | None, type_name: str | None, name: str | None = None
) -> str:
    """Whether "party", "state" or "mass": by the number, the words of issuer or name, or the type.

    >>> system_of(None, None, "nghị quyết", "Nghị quyết Đại hội Đoàn toàn quốc lần thứ X")
    'mass'
    """
    if number is not None and number.system:
        return number.system
    found = issuer_of(number) if number else None
    if found is not None and found.branch:
        return _system_of_branch(found.branch)
    if issuer or (name and (is_congress(name) or is_statute(type_name))):
        return _system_of_words(fold(issuer or name or ""))
    kind = types().get(fold(type_named(type_name))) if type_name else None
    if kind is not None and kind.system in ("party", "state"):
        return kind.system
    return "state" if is_statute(type_name) else "party"


def _system_of_branch(branch: str) -> str:
    if branch == "Party":
        return "party"
    return "mass" if branch.startswith("Front") else "state"


@cache
def _system_of_words(issuer: str) -> str:
    words = document("named")
    for system, pattern in (("party", "party_first"), ("mass", "mass"), ("party", "party")):
        if re.search(words[pattern], issuer):
            return system
    return "state"


def url_form(node: str) -> str:
    """An id as it stands in a URL's path, after the word that says its kind.

    >>> url_form("directive/vn/party/central/xi/nq-25")
    'vn/party/central/xi/nq-25'
    """
    return node.split("/", 1)[1]


def from_url(kind: str, path: str) -> str:
    """The id for a URL's path: `kind` is "directive", "body", "task", "target" or "mention".

    >>> from_url("directive", "/vn/party/central/xi/nq-25/")
    'directive/vn/party/central/xi/nq-25'
    """
    return f"{kind}/{path.strip('/')}"


def body_id(place: str | None, name: str) -> str:
    """The id of a body of `place` ("central", a province's name, or what stands for an unknown one).

    >>> body_id("Sơn La", "Sở Nội vụ")
    'body/son-la/so-noi-vu'
    """
    return f"body/{slug(place) if place else 'central'}/{slug(name) or 'body'}"


def open_mention_id(document: str, start: int) -> str:
    """The id of a mention that stays open.

    >>> open_mention_id("ke-hoach.txt", 692)
    'mention/ke-hoach-txt/692'
    """
    return f"mention/{document_slug(document)}/{start}"


def document_slug(document: str) -> str:
    """A document's name as a word of an id.

    >>> document_slug("Kế hoạch 01.txt")
    'ke-hoach-01-txt'
    """
    return slug(document) or "document"
