"""What each mention means, as far as this one document settles it: canonicals, levels, itself.

A date found anywhere in the document serves every mention that it fits; a date that the number or other
mentions contradict is a slip, and the canonical has what is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.extraction import DocumentFacts
from ingest.citations.cues import kind_code, pattern, plain, unquoted
from ingest.citations.dated import Dated, corrected, directives, meant_by, period, restarted
from ingest.citations.issuing import organ
from ingest.citations.mention import Mention
from ontology.issuers import issuer_of
from ontology.load import document, spelling
from ontology.numbers import Key, Number, parse
from ontology.places import province_named
from ontology.terms import plenum_of
from ontology.types import DECREE, main_code

_CONGRESSES = 60
_CITY, _DECREE_SUFFIX = spelling("city"), spelling("decree_suffix")


def settle(facts: DocumentFacts, mentions: Sequence[Mention]) -> None:
    """Set `canonical`, `scope` and, for mentions of the document itself, `kind` of each mention."""
    own = parse(facts.number) if facts.number else None
    for mention in mentions:
        if mention.kind == "numbered" and _is_own(mention, own, facts):
            mention.kind = "self"
    _settle_plenums(mentions)
    _settle_congresses(mentions)
    known = _Known(mentions)
    for mention in mentions:
        if not mention.typed and mention.full is not None:
            mention.type = known.types.get(mention.full.key) or mention.type
        mention.canonical = "this" if mention.kind == "self" else known.canonical(mention)
    for mention in mentions:
        mention.scope = facts.level if mention.kind == "self" else _scope(mention, facts)


def _settle_plenums(mentions: Sequence[Mention]) -> None:
    """Let "Nghị quyết Trung ương 4" mean the one numbered resolution of that plenum that is cited."""
    named = [m for m in mentions if m.rule == "citations.plenum" and m.tail.plenum and m.meant is None]
    if not named:
        return
    numbered = [(m, plenum) for m in mentions if (plenum := _plenum(m))]
    for mention in named:
        alike = [
            m
            for m, (term, session) in numbered
            if m.type == mention.type
            and session == mention.tail.plenum
            and (term is None or mention.tail.term in (None, term))
        ]
        if len({m.full.key for m in alike if m.full}) == 1:
            mention.meant = alike[0]


def _settle_congresses(mentions: Sequence[Mention]) -> None:
    """Let all names of one congress's resolution in a document mean the one named most fully."""
    named = [m for m in mentions if m.rule == "citations.congress" and m.meant is None and m.tail.term]
    for mention in named[:_CONGRESSES]:
        words = _telling(mention)
        fuller = [m for m in named[:_CONGRESSES] if m is not mention and _same_congress(mention, m, words)]
        central = [m for m in fuller if m.scope == "central"]
        best = max(central or fuller, key=lambda m: len(m.name or ""), default=None)
        if best and (central or len({_telling(m) for m in fuller}) == 1):
            mention.meant = best


def _same_congress(mention: Mention, other: Mention, words: frozenset[str]) -> bool:
    """Whether `other` names the congress of `mention` (whose telling words are `words`) more fully."""
    if (mention.type, mention.tail.term) != (other.type, other.tail.term):
        return False
    name = plain(mention.name or "")
    if len(plain(other.name or "")) <= len(name):
        return False
    if mention.scope == other.scope == "central":
        return True
    return words <= _telling(other) and not pattern("national").search(name)


def _telling(mention: Mention) -> frozenset[str]:
    return frozenset(plain(mention.name or "").split()) - frozenset(document("citations")["titles"]["party"])


def _plenum(mention: Mention) -> tuple[str | None, int] | None:
    """The plenum (term, number) that a numbered directive comes from, as stated or by its date."""
    tail = mention.tail
    if mention.kind != "numbered" or mention.full is None:
        return None
    by_date = plenum_of(tail.date) if organ(tail.issuer) == "committee" else None
    if tail.plenum:
        return tail.term or (by_date[0] if by_date else None), tail.plenum
    return (by_date[0], int(by_date[1])) if by_date else None


def _is_own(mention: Mention, own: Number | None, facts: DocumentFacts) -> bool:
    full = mention.full
    if own is None or full is None or full.key != own.key:
        return False
    stated = mention.tail.date
    if stated is None or facts.date is None:
        return True
    return stated[:4] == facts.date[:4] and not restarted(full, stated, facts.date)


class _Known:
    """The directives of a document by number and by name, each with the date that its mentions give."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.types: dict[Key, str | None] = {}
        self.laws: dict[str, Mention] = {}
        self.forms: dict[str, str] = {}
        names: dict[str, list[Mention]] = {}
        for mention in mentions:
            number, name = mention.full, mention.name
            if number and mention.typed and mention.kind == "numbered" and mention.meant is None:
                self.types[number.key] = mention.type
            if name:
                form = self._form(name)
                names.setdefault(form, []).append(mention)
                if number:
                    self.laws.setdefault(form, mention)
        self.written = {form: _best_written(group) for form, group in names.items()}
        self.years = {form: {m.tail.year for m in group if m.tail.year} for form, group in names.items()}
        self.of_name = {form: directives(group) for form, group in names.items()}
        numbers: dict[tuple[str, Key], list[Mention]] = {}
        for mention in mentions:
            number = mention.full
            if number and mention.kind == "numbered":
                numbers.setdefault(self._key(mention, number), []).append(mention)
        self.of_number = {key: directives(self._with_names(group, names)) for key, group in numbers.items()}

    def _form(self, name: str) -> str:
        """`unquoted`, once for each name."""
        form = self.forms.get(name)
        if form is None:
            form = self.forms[name] = unquoted(name)
        return form

    def _with_names(self, group: list[Mention], names: dict[str, list[Mention]]) -> list[Mention]:
        """The mentions of a law's number and those of its name."""
        forms = {self._form(mention.name): None for mention in group if mention.name}
        return [*group, *(m for form in forms for m in names[form] if m.full is None)] if forms else group

    def canonical(self, mention: Mention) -> str:
        """ "CODE NUMBER DATE", or a named directive's name and date; of a short form, what it stands for."""
        meant = mention.meant
        if meant is not None and (mention.number is None or mention.whole is None):
            return "this" if meant.kind == "self" else self.canonical(meant)
        number = mention.full
        return self._of_number(mention, number) if number is not None else self._of_name(mention)

    def _of_number(self, mention: Mention, number: Number) -> str:
        key = self._key(mention, number)
        written = number.normal
        if key[0] == kind_code(DECREE) and number.code is None and number.year:
            written += _DECREE_SUFFIX
        stated = _date(mention, self.of_number.get(key, {}))
        return " ".join(filter(None, (key[0], written, stated)))

    def _of_name(self, mention: Mention) -> str:
        name = self._form(mention.name or "")
        law = self.laws.get(name)
        if law is not None and law.full is not None:
            if _older(mention, law):
                return self.written.get(name, name)
            if _may_be_one(mention, law):
                return self._of_number(law, law.full)
        stated = _date(mention, self.of_name.get(name, {})) or mention.tail.year
        if stated is None and len(self.years.get(name, ())) == 1:
            stated = next(iter(self.years[name]))
        return " ".join(filter(None, (self.written.get(name, name), stated)))

    def _key(self, mention: Mention, number: Number) -> tuple[str, Key]:
        return self._code(mention, number) or "", number.key

    def _code(self, mention: Mention, number: Number) -> str | None:
        if number.code:
            return main_code(number.code)
        kind = mention.type if mention.typed else self.types.get(number.key, mention.type)
        return kind_code(kind) if kind else None


def _date(mention: Mention, dated: dict[str, Dated]) -> str | None:
    """The date meant: of the directive whose period the mention's date names, else of the one that fits."""
    if mention.tail.date:
        if len(dated) == 1 and mention.kind != "self":
            return next(iter(dated.values())).date  # the mention is among those that date it
        own = dated.get(period(mention))
        return own.date if own else corrected(mention)
    meant = meant_by(mention, dated.values())
    return meant.date if meant else None


def _best_written(group: Sequence[Mention]) -> str:
    """The spelling of a name with most capitals, which no title has flattened; the first of several."""
    spellings = dict.fromkeys(mention.name or "" for mention in group)
    return max(spellings, key=_capitals) if len(spellings) > 1 else next(iter(spellings))


def _capitals(name: str) -> int:
    return sum(map(str.isupper, name))


def _older(mention: Mention, law: Mention) -> bool:
    """Whether a law named without date must be an older one than the one of that name with a number."""
    year = law.full.year if law.full else None
    stated = mention.tail.date or mention.tail.year
    return stated is None and year is not None and (mention.known_in or year) < year


def _may_be_one(mention: Mention, law: Mention) -> bool:
    """Whether a law named without number can be the one of that name with a number."""
    one, other = mention.tail, law.tail
    if one.date and other.date:
        return one.date == other.date
    year = other.date[:4] if other.date else str(law.full.year) if law.full and law.full.year else None
    stated = one.date[:4] if one.date else one.year
    return stated is None or year is None or stated == year


def _scope(mention: Mention, facts: DocumentFacts) -> str | None:
    """The level of the mention's issuer: as stated, as the number says, else the document's own."""
    tail = mention.tail
    if tail.level:
        return _city_level(mention) or tail.level
    if mention.meant is not None:
        return facts.level if mention.meant.kind == "self" else _scope(mention.meant, facts)
    if mention.scope or mention.full is None:
        return "central" if mention.rule == "citations.law" else mention.scope or facts.level
    issuer = issuer_of(mention.full)
    if issuer is None:
        return "central" if mention.type == DECREE or mention.full.term else None
    if issuer.level or issuer.branch not in ("Party", "Government", "Legislature"):
        return issuer.level
    if facts.level in ("province", "district", "commune"):
        return facts.level
    return None if issuer.branch == "Party" else "province"


def _city_level(mention: Mention) -> str | None:
    """A city's committee is a district's unless the city stands under central authority."""
    place = mention.tail.place
    if mention.tail.level == "province" and place and _CITY in plain(mention.tail.issuer or ""):
        return None if province_named(plain(place)) else "district"
    return None
