"""Names of bodies that a head begins, told apart by what it is for: "Sở Nội vụ", "Trường Tiểu học số 2"."""

from __future__ import annotations

from ingest.assignments.domains import (
    bridged,
    deed_end,
    joined_end,
    managed_end,
    onward,
    own_head,
    paired_end,
    quoted_end,
    topic_end,
    topical,
    unknown_end,
)
from ingest.assignments.ranks import CLOSING_SIGNS, begins_name, compound_end, number_end, proper_end
from ingest.words import Words

_ENDS = CLOSING_SIGNS - {","}


def headed_end(words: Words, at: int, plural: bool) -> int:
    """The end of a head at `at` and what it is for ("Sở Nội vụ"), 0 if nothing tells it apart."""
    parts = words.parts(at)
    head = parts["head"]
    if words.at(head) in CLOSING_SIGNS:
        return 0
    if quoted := quoted_end(words, head):
        return quoted
    after, capital = words.parts(head), words.capital(head)
    if capital and (paired := paired_end(words, head)):
        return paired
    best = 0
    if domain := after.get("domain", 0):
        if capital:
            domain = compound_end(words, head)  # "Kiểm tra, giám sát"
        if capital or after.get("verb", 0) < domain:
            best = joined_end(words, domain)
            if words.at(best) in _ENDS:
                return best
            if (capital or "deed" in after) and "closed" not in parts:
                best = bridged(words, _onward(words, head, best))
    if not best:
        best = _in_small(words, at, head)
    return _headed_on(words, at, head, best, plural) if best or capital else 0


def _in_small(words: Words, at: int, head: int) -> int:
    """The end of what tells a head apart in small letters or by a number; 0 if nothing does."""
    parts = words.parts(at)
    if "squad" in parts and (deed := deed_end(words, head)):
        return deed
    if not words.capital(at):
        return 0
    if "managing" in parts:
        return managed_end(words, head)
    if "counted" in parts and words.at(head).isdigit():
        return words.next(head)
    if "counted" in parts and (numbered := number_end(words, head)):
        return numbered  # "Đội số 2"
    if "venture" in parts and (end := bridged(words, head)) > head:
        return end
    return 0


def _onward(words: Words, head: int, end: int) -> int:
    """How far a domain from `head` to before `end` goes on, and one that is joined to it."""
    end = onward(words, head, end)
    joined = joined_end(words, end)
    return onward(words, words.next(end), joined) if joined > end else end


def _headed_on(words: Words, at: int, head: int, best: int, plural: bool) -> int:
    """The end of a headed name that is known up to `best`, with the capitals that go on with it."""
    dashed = bool(best) and words.at(best) == "-"
    step = words.next(best) if dashed else best
    goes_on = bool(best) and words.capital(step) and not begins_name(words, step)
    if goes_on and topical(words, step):
        return topic_end(words, step)
    if best and (not goes_on or proper_end(words, best) > best):
        return best
    named = words.capital(at) or plural
    unknown = named and words.capital(head) and not words.shouted(at)
    if unknown and "organ" in words.parts(at) and (unit := _unit_end(words, head)):
        return max(best, unit)
    if unknown and (dashed or own_head(words, at, head)):
        return max(best, unknown_end(words, head))
    return best


def _unit_end(words: Words, at: int) -> int:
    """The end of a unit of several syllables at `at` that nothing tells apart ("Công đoàn | Công ty khoán"), else 0."""
    end = words.parts(at).get("unit", 0)
    told = words.capital(end) or words.parts(end) or bridged(words, end) > end
    return 0 if told or end == words.next(at) or not words.at(end).isalpha() else end
