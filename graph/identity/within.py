"""Which mentions within one document are of one directive.

They are if they mean the same number or name and nothing they say contradicts; a mention that two others
fit stays apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph.identity.agree import Verdict, dates, slip, title_among
from graph.identity.organs import organ_of, organs
from graph.identity.sighting import Sighting
from ontology.terms import central_term


@dataclass(slots=True)
class _Draft:
    """Notes that were found to be one."""

    notes: list[Sighting] = field(default_factory=list)

    def accepts(self, note: Sighting) -> bool:
        return all(_together(other, note) for other in self.notes)

    def names(self, note: Sighting) -> bool:
        """Whether title or term say that `note` is of this draft, and not only that it may be.

        What the document's title says it carries out is what its opening sentence says in full.
        """
        if note.carried and any(other.carried for other in self.notes):
            return True
        subjects = frozenset().union(*(other.subjects for other in self.notes))
        if any(title_among(title, subjects) is Verdict.AGREE for title in note.subjects):
            return True
        return note.term is not None and any(note.term == _term(other) for other in self.notes)


def merged(notes: Sequence[Sighting]) -> list[Sighting]:
    """The sightings that the notes of one number or name in one document make."""
    alike: dict[object, list[Sighting]] = {}
    for note in notes:
        alike.setdefault(_said(note), []).append(note)
    distinct = [_equal(same) for same in alike.values()]
    if len(distinct) == 1 or len(distinct) > _MOST_NOTES:
        return distinct
    drafts: list[_Draft] = []
    for note in sorted(distinct, key=lambda note: (-_weight(note), note.mentions)):
        note = _as_said(note, drafts)
        open_to = [draft for draft in drafts if draft.accepts(note)]
        if not open_to and not note.placed and note.issuer is None:
            # "Nghị quyết 15-NQ/TU" after "Nghị quyết 15-NQ/TU của Tỉnh ủy Bắc Giang" is Bắc Giang's.
            open_to = [draft for draft in drafts if draft.accepts(_at(note, draft))]
            note = _at(note, open_to[0]) if len(open_to) == 1 else note
        if len(open_to) > 1:
            open_to = [draft for draft in open_to if draft.names(note)] or open_to
        if len(open_to) == 1 or (open_to and all(_slipped(open_to[0], draft) for draft in open_to[1:])):
            open_to[0].notes.append(note)
        else:
            drafts.append(_Draft([note]))
    return [_joined(draft.notes) for draft in drafts]


def _slipped(one: _Draft, other: _Draft) -> bool:
    """Whether a document gives two days for what can be one number only, one of them a slip."""
    first, second = one.notes[0], other.notes[0]
    if not first.date or not second.date or not slip(first.date, second.date):
        return False
    terms = _term(first), _term(second)
    return terms[0] == terms[1] if terms[0] or terms[1] else first.date[:4] == second.date[:4]


def _as_said(note: Sighting, drafts: Sequence[_Draft]) -> Sighting:
    """A mention without the date that it was lent, where the document may mean one without any date."""
    if not note.lent:
        return note
    silent = replace(note, date=None)
    dateless = [draft for draft in drafts if all(other.date is None for other in draft.notes)]
    return silent if any(draft.accepts(silent) for draft in dateless) else note


def _at(note: Sighting, draft: _Draft) -> Sighting:
    """A mention as one of the place that a draft's own words name."""
    first = draft.notes[0]
    return replace(note, where=first.where) if first.placed else note


# No document says so many different things of one number; a text that does is noise.
_MOST_NOTES = 400


def _said(note: Sighting) -> object:
    told = note.carried, note.lent
    return note.date, note.term, note.issuer, note.titles, note.where, note.type, told


def _weight(note: Sighting) -> int:
    """How much a mention says: those that say most are taken first."""
    date = 0 if note.lent or not note.date else 8 if len(note.date) == 10 else 4
    return date + 2 * bool(note.term) + bool(note.titles) + bool(note.issuer)


def _together(one: Sighting, other: Sighting) -> bool:
    """Whether two mentions in one document may be of one directive."""
    if not one.where.fits(other.where):
        return False
    when = dates(one.date, other.date)
    if when is not Verdict.SILENT:
        return when is Verdict.AGREE
    terms = _term(one), _term(other)
    if terms[0] and terms[1] and terms[0] != terms[1]:
        return False
    if organs(one.organ, other.organ) is Verdict.CONTRADICT:
        return False
    return not any(title_among(title, other.subjects) is Verdict.CONTRADICT for title in one.subjects)


def _term(note: Sighting) -> str | None:
    return note.term or (central_term(note.date) if note.where.level == "central" else None)


def _equal(notes: list[Sighting]) -> Sighting:
    """One sighting for mentions that say the same; they differ in how the number or name is printed."""
    first = notes[0]
    if len(notes) > 1:
        first.forms = tuple(sorted({form for note in notes for form in note.forms}))
        first.mentions = tuple(sorted(index for note in notes for index in note.mentions))
        first.placed = any(note.placed for note in notes)
        first.label = _label(notes)
    return first


def _label(notes: list[Sighting]) -> str | None:
    return min(filter(None, (note.label for note in notes)), key=str.isupper, default=None)


def _joined(notes: list[Sighting]) -> Sighting:
    """One sighting for mentions of one directive: each field from the mention that says most."""
    first = notes[0]
    if len(notes) == 1:
        return first
    wheres = sorted((note.where for note in notes), key=lambda where: where.key.count(""))
    issuers = sorted({note.issuer for note in notes if note.issuer}, key=_vagueness)
    return Sighting(
        first.document,
        first.number,
        first.series,
        first.name,
        wheres[0],
        _first(note.type for note in notes),
        _first(note.date for note in notes),
        _first(note.term for note in notes),
        _first(issuers),
        tuple(sorted({title for note in notes for title in note.titles})),
        tuple(sorted({form for note in notes for form in note.forms})),
        tuple(sorted(index for note in notes for index in note.mentions)),
        first.until,
        placed=any(note.placed for note in notes),
        label=_label(notes),
        lone=first.lone,
    )


def _vagueness(issuer: str) -> tuple[bool, int, str]:
    return organ_of(issuer) is None, -len(issuer), issuer


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
