"""What a head is for, as part of a body's name: "Nội vụ", "Hỗ trợ phụ nữ phát triển kinh tế".

A name begins with capitals and may go on in small letters: over known compounds, over the object of
an act that it is named after ("Quản lý đào tạo"), and over a second act with its object, if the
predicate comes only after that. What the vocabulary does not hold ends where a verb or place begins.
"""

from __future__ import annotations

from ingest.assignments.ranks import begins_name, compound_end
from ingest.words import Words

_LONGEST = 14
_MOST_JOINED = 4
_STOPPERS = ("verb", "link", "place", "tail", "owner", "within", "separator", "determiner")
_LONGER = ("organ", "committee", "office", "barrier", "group")
_OTHERS = ("organ", "committee", "office", "head", "act")
_ENDS = frozenset({"", ".", ";", ")", ":", ","})


def joined_end(words: Words, end: int) -> int:
    """The end of a domain with further ones joined to it ("Tài chính và Kế hoạch")."""
    for _ in range(_MOST_JOINED):
        step = words.next(end)
        if words.at(end) not in ("và", "-") or not words.capital(step) or begins_name(words, step):
            break
        following = words.parts(step).get("domain", end)
        if following == end:
            break
        end = following
    return end


def own_head(words: Words, at: int, head: int) -> bool:
    """Whether nothing longer than the head is known to begin at `at`."""
    parts = words.parts(at)
    return max(parts.get(part, 0) for part in _LONGER) <= head


def unknown_end(words: Words, at: int, known: int = 0) -> int:
    """The end of a domain that the vocabulary does not hold: from its capital to what ends it.

    Its words before `known` are read already.
    """
    end = max(at, known)
    for _ in range(_LONGEST):
        word, parts = words.at(end), words.parts(end)
        if word in ("và", "-", "&"):
            step = words.next(end)
            if not (words.capital(step) and not begins_name(words, step)):
                break
            end = compound_end(words, end)
        elif not word[:1].isalnum():
            break
        elif words.capital(end):
            if end > at and "office" in parts:
                break
            end = compound_end(words, end)
        elif inner := _inner_end(words, end, at):
            end = inner
        elif not parts.keys().isdisjoint(_STOPPERS):
            break
        else:
            end = words.next(end)
    return end


def onward(words: Words, at: int, end: int) -> int:
    """How far a known domain from `at` to before `end` goes on in small letters ("Tài chính đảng")."""
    deed = "deed" in words.parts(at)
    for _ in range(_LONGEST):
        if not words.capital(end):
            inner = _inner_end(words, end, at)
        else:
            inner = compound_end(words, end) if deed and not begins_name(words, end) else 0
        if not inner:
            break
        end = inner
    return end


def managed_end(words: Words, at: int) -> int:
    """The end of what a management board manages ("các dự án vốn nước ngoài"), 0 if nothing is named."""
    start = words.next(at) if words.at(at) == "các" else at
    managed = words.parts(start).get("managed", 0)
    return 0 if not managed or words.capital(start) else unknown_end(words, start, managed)


def _inner_end(words: Words, end: int, at: int) -> int:
    """The end of a phrase in small letters at `end` that goes on with the name from `at`, else 0."""
    parts = words.parts(end)
    inner = _phrase_end(words, end)
    stop = max((parts.get(part, 0) for part in _STOPPERS), default=0)
    if inner <= max(parts.get(part, 0) for part in _OTHERS):
        inner = 0
    if inner > stop:
        return inner
    deed = words.parts(at).get("deed", 0)
    if inner and deed == end:
        return inner
    return _second_act(words, end) if "deed" in parts and (deed or "managed" in words.parts(at)) else 0


def _second_act(words: Words, at: int) -> int:
    """The end of an act and its object inside a name, if the predicate only comes after them."""
    end = start = words.parts(at)["deed"]
    for _ in range(_LONGEST):
        inner = _phrase_end(words, end)
        if words.capital(end) or inner <= max(words.parts(end).get(part, 0) for part in _STOPPERS):
            break
        end = inner
    if end == start:
        return 0
    return end if words.at(end) in _ENDS or "verb" in words.parts(end) else 0


def _phrase_end(words: Words, at: int) -> int:
    parts = words.parts(at)
    return max(parts.get("compound", 0), parts.get("domain", 0))
