"""Subjects with a clause of their own: "các tổ chức, cá nhân khai thác nước có trách nhiệm …".

Such a clause is part of the name if the act that tells the subject comes only after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.assignments.bodies import BodyList, Named
from ingest.assignments.clauses import Clauses
from ingest.assignments.wording import (
    CHIEF,
    COMMAS,
    DONE,
    IS,
    MANY,
    PASSIVE,
    THEN,
    TOGETHER,
    pattern,
    words_for,
)
from ontology.load import spellings

_LONGEST_GAP = 40
_LONGEST_STRANGER = 12
_MOST_LISTS = 40
_NO_PREDICATE = (",", ":", THEN, IS)
_NO_STRANGERS = frozenset({"act", "verb", "link"})
_SEPARATORS = spellings("list_signs")


def bound_list(clauses: Clauses, found: BodyList) -> BodyList | None:
    """All that "chịu trách nhiệm" or "có trách nhiệm" binds, from `found`, the list that opens the clause.

    None unless a relative clause, or somebody that no grammar reads, stands before the act.
    """
    words = clauses.words
    act = clauses.next_bound(found.end)
    if act is None or act == found.end or words.before(act) in (*_SEPARATORS, TOGETHER):
        return None
    if words.next(found.end) == act and words.at(found.end) in words_for("modal"):
        return None  # "từng phòng tự chịu trách nhiệm"
    enforces = bool(pattern("enforces").match(words.folded, act, words.stop))
    bodies, at = list(found.bodies), found.end
    for _ in range(_MOST_LISTS):
        end, following = _gap_end(clauses, at, act, enforces)
        if end < 0:
            return None
        if words.at(at) in _SEPARATORS:
            if not enforces:
                return None
            step = words.next(at)
            end, following = _gap_end(clauses, step, act, enforces)
            if not _stranger(clauses, step, end):
                return None
            bodies.append(clauses.lists.named(step, end, "group"))
        elif end > at:
            if not _tells_apart(clauses, bodies[-1], at):
                return None
            bodies[-1] = bodies[-1]._replace(span=words.span(bodies[-1].span[0], end))
        if following is None:
            return BodyList(tuple(bodies), act)
        bodies += following.bodies
        at = following.end
        if at == act:
            return BodyList(tuple(bodies), act)
    return None


def qualified(clauses: Clauses, found: BodyList) -> BodyList:
    """`found` with the relative clause of its last body, if "căn cứ" and the like follow that."""
    words, at = clauses.words, found.end
    if not _many(clauses, found.bodies[-1]) or words.at(at) not in words_for("relative"):
        return found
    for _ in range(_LONGEST_GAP):
        at = words.next(at)
        if words.at(at) in ("", ";", ":", "."):
            return found
        if words.parts(at).get("grounds") and words.before(at) not in _SEPARATORS:
            break
    else:
        return found
    last = found.bodies[-1]._replace(span=words.span(found.bodies[-1].span[0], at))
    return found._replace(bodies=(*found.bodies[:-1], last), end=at)


def described(clauses: Clauses, found: BodyList) -> bool:
    """Whether a clause of its own follows a group, and an act after that ("các xã có mỏ tăng cường …")."""
    words, at = clauses.words, found.end
    if not _many(clauses, found.bodies[-1]) or words.at(at) not in words_for("described"):
        return False
    if words.at(at) == PASSIVE and not words_for("described").isdisjoint(
        _words_of(clauses, found.bodies[-1])
    ):
        return False  # a clause tells them apart already
    end = clauses.end_of(at)
    at = words.next(words.next(at))
    for _ in range(_LONGEST_GAP):
        parts = words.parts(at)
        if at >= end or words.at(at) in _NO_PREDICATE:
            return False
        if words.at(at) in words_for("grounds") or words.capital(at):
            return False
        if words.at(at) == PASSIVE:
            return clauses.cue_at(words.next(at), "assign") is not None  # else something is done to them
        if "verb" in parts and parts["verb"] > parts.get("link", 0):
            return True
        at = words.next(at)
    return False


def engaged(clauses: Clauses, found: BodyList) -> BodyList | None:
    """`found` with what private parties did before who are told to act ("các vườn ươm | đã ký hợp đồng | giao đủ
    cây"); None if that is not seen: an act with its object, and another after it."""
    words, last = clauses.words, found.bodies[-1]
    if words.at(found.end) != DONE or not described(clauses, found):
        return None
    at = words.parts(words.next(found.end)).get("verb", 0)
    core = words.parts(last.span[0]).get("determiner", last.span[0])
    if not at or "kind" not in words.parts(core):
        return None
    start = at
    while "verb" not in words.parts(at):
        at = words.next(at)
        if not words.at(at).isalpha() or words.at(at) in words_for("suffering"):
            return None
    if at == start:
        return None
    return found._replace(
        bodies=(*found.bodies[:-1], last._replace(span=words.span(last.span[0], at))), end=at
    )


def with_strangers(clauses: Clauses, found: BodyList) -> BodyList:
    """`found` with one more of its kind that no grammar reads ("các chi bộ, ban quân dân chính các thôn")."""
    words = clauses.words
    if words.at(found.end) not in COMMAS:
        return found
    start = at = words.next(found.end)
    if words.capital(start):
        return _with_named(clauses, found, start)
    least = words.next(words.next(start))
    many = "determiner" in words.parts(start)
    for _ in range(_LONGEST_STRANGER):
        parts = words.parts(at)
        if "verb" in parts and not (many and words.before(at) in words_for("suffering")):
            break
        if at > least and words.at(at) in COMMAS and (rest := clauses.lists.at(words.next(at))):
            stranger = clauses.lists.named(start, at, "group")
            told = words.parts(rest.end).keys() & {"verb", "act"} and "act" not in words.parts(start)
            return rest._replace(bodies=(*found.bodies, stranger, *rest.bodies)) if told else found
        if not words.at(at)[:1].isalpha() or ("link" in parts and not many):
            return found
        at = words.next(at)
    else:
        return found
    if at < least or "act" in words.parts(start):
        return found
    stranger = clauses.lists.named(start, at, "group")
    return found._replace(bodies=(*found.bodies, stranger), last=(stranger,), end=at)


def stranger_at(clauses: Clauses, start: int) -> BodyList | None:
    """What no grammar reads as a list: a capital at `start`, within a few words two that follow each other,
    then a verb or another name ("Vườn thú Hoa Lư sửa …")."""
    words, at, capitals = clauses.words, start, 0
    if not words.capital(start) or not words.parts(start).keys().isdisjoint(_NO_STRANGERS):
        return None
    for _ in range(_LONGEST_STRANGER):
        parts, small = words.parts(at), not words.capital(at)
        if capitals > 1 and small and ("verb" in parts or words.at(at) in COMMAS):
            stranger = clauses.lists.named(start, at, "body")
            return BodyList((stranger,), at, (stranger,))
        if not words.at(at)[:1].isalnum() or "link" in parts:
            return None
        capitals = 0 if small else capitals + 1
        at = words.next(at)
    return None


def _with_named(clauses: Clauses, found: BodyList, start: int) -> BodyList:
    """`found` with the stranger that begins with the capital at `start`, and those after it."""
    stranger = stranger_at(clauses, start)
    if stranger is None:
        return found
    rest = with_strangers(clauses, with_listed(clauses, stranger))
    if clauses.words.at(rest.end) in COMMAS:
        return found
    return rest._replace(bodies=(*found.bodies, *rest.bodies))


def with_listed(clauses: Clauses, found: BodyList) -> BodyList:
    """`found` with the list that goes on after it."""
    words = clauses.words
    rest = clauses.lists.at(words.next(found.end)) if words.at(found.end) in COMMAS else None
    return rest._replace(bodies=(*found.bodies, *rest.bodies)) if rest else found


def _gap_end(clauses: Clauses, at: int, act: int, enforces: bool) -> tuple[int, BodyList | None]:
    """Where the words end that stand from `at` before the next list or the act, and that list.

    Not beyond a semicolon, unless the act `enforces` a paper: it binds all that stand before it.
    """
    words = clauses.words
    for _ in range(_LONGEST_GAP):
        if at >= act:
            return act, None
        word = words.at(at)
        if word in (".", ":", "", ";") and not (word == ";" and enforces):
            break
        if word in _SEPARATORS and (found := clauses.lists.at(words.next(at))):
            return at, found
        at = words.next(at)
    return -1, None


def _stranger(clauses: Clauses, start: int, end: int) -> bool:
    """Whether the words may name somebody: few, without sign or act."""
    words, at = clauses.words, start
    for _ in range(_LONGEST_STRANGER):
        if at >= end:
            return end > start
        if not words.at(at)[:1].isalpha() or "act" in words.parts(at):
            return False
        at = words.next(at)
    return False


def _tells_apart(clauses: Clauses, body: Named, gap: int) -> bool:
    """Whether the words at `gap` may be a clause of the body's own, no act that it is told."""
    words = clauses.words
    act = "act" in words.parts(gap) and (words.at(gap) != CHIEF or words.at(words.parts(gap)["act"]) == ",")
    return _many(clauses, body) and not act


def _many(clauses: Clauses, body: Named) -> bool:
    """Whether a body's words name many, of which a clause of their own may tell some apart."""
    return body.kind in ("group", "persons", "places") or MANY in _words_of(clauses, body)


def _words_of(clauses: Clauses, body: Named) -> Sequence[str]:
    return clauses.words.folded[slice(*body.span)].split()
