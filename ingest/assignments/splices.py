"""Further subjects within a clause: "Sở Y tế mở lớp, Công an tỉnh kiểm tra"."""

from __future__ import annotations

from ingest.assignments.clauses import Clauses
from ingest.assignments.subjects import predicate
from ingest.assignments.wording import MANY, pattern, words_for

_FARTHEST = 1500
_GOVERNED = 300
_LONGEST_BEFORE = 80
_NAMED_SMALL = frozenset({"group", "office"})


def spliced(clauses: Clauses, start: int, end: int) -> int:
    """The comma, or the space before "và", after which a subject of its own begins in the clause whose predicate
    is at `start` ("Sở Y tế mở lớp, Công an tỉnh kiểm tra"); `end` if none does."""
    words, names = clauses.words, clauses.lists.names
    for turn in pattern("splice").finditer(words.folded, start, min(end, start + _FARTHEST)):
        sign, joined = turn.start(), turn[0] != ","
        step = words.first(turn.end())
        if (joined and not words.capital(step)) or not names.may_begin(step):
            continue
        if joined:
            if _joined_clause(clauses, start, sign, step):
                return sign - 1
            continue
        small = _named_small(clauses, step) or _acts_in_small(clauses, step)
        apt = words.capital(step) or (small and _alone(clauses, start, sign))
        if apt and _begins_clause(clauses, start, sign, step):
            return sign
    return end


def _joined_clause(clauses: Clauses, start: int, sign: int, step: int) -> bool:
    """Whether "và" at `sign` joins a clause whose subject is at `step`, no further object of what stands before it."""
    words = clauses.words
    near = clauses.cues_between(max(start, sign - _GOVERNED), sign)
    governed = (found.cue in ("direct", "between", "report") for found in near)
    joined = words.before(sign).isalnum() and not any(governed)
    return joined and _begins_clause(clauses, start, sign, step)


def _named_small(clauses: Clauses, at: int) -> bool:
    """Whether the words at `at` name somebody in small letters without doubt ("các …", "đơn vị thi công")."""
    words = clauses.words
    return words.at(at) == MANY or not _NAMED_SMALL.isdisjoint(words.parts(at))


def _acts_in_small(clauses: Clauses, at: int) -> bool:
    """Whether a list in small letters at `at` stands before "phối hợp" and the like."""
    found = clauses.lists.at(at)
    return found is not None and "act" in clauses.words.parts(found.end)


def _alone(clauses: Clauses, start: int, comma: int) -> bool:
    """Whether no act that concerns others, nor people, stand before the comma ("vận động người dân, các …")."""
    people = clauses.words.before(comma) in words_for("folk")
    return not people and not clauses.cues_between(start, comma)


def _begins_clause(clauses: Clauses, start: int, comma: int, step: int) -> bool:
    """Whether a body at `step` acts, and ends no list that the words before `comma` begin."""
    words, names = clauses.words, clauses.lists.names
    found = clauses.lists.at(step)
    if found is None or (words.capital(step) and found.bodies[-1].kind not in ("body", "office")):
        return False
    if predicate(clauses, found.end) != "strong" or words.at(found.end) == ",":
        return False
    near = words.between(words.first(max(start, comma - _LONGEST_BEFORE)), comma)
    return not any(
        (name := names.at(at)) is not None
        and name.end >= comma
        and words.before(at) not in words_for("places_at")
        for at in near
    )
