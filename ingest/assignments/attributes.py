"""Clauses that tell some of many apart, as part of their name: "các hộ | có đất bị thu hồi"."""

from __future__ import annotations

from ingest.words import Words

_LONGEST = 14
_AGENTS = frozenset({"domain", "organ", "place", "unit"})
_LINKS = frozenset({"là", "thì", "để", "nhằm", "mà"})


def attribute_end(words: Words, at: int, trading: bool) -> int:
    """The end of a clause at `at` that tells some of those apart who are named before it; `at` if none does.

    The predicate must follow it, and so a verb, with a noun before. `trading`: a trade may open it too.

    >>> from ingest.text import Text
    >>> words = Words(Text("a", "có mỏ đá rà soát hồ sơ"), (0, 22))
    >>> attribute_end(words, 0, False), attribute_end(words, 6, False)
    (9, 6)
    """
    parts = words.parts(at)
    end = parts.get("attributive", 0) or (parts.get("trade", 0) if trading else 0)
    if not end or (parts.get("verb", 0) > end and "suffered" not in parts):
        return at
    if parts.keys() & {"suffered", "trade"}:
        end = _acted(words, end, "suffered" in parts)
    return _predicate(words, end) or at


def purpose_end(words: Words, at: int) -> int:
    """Where what a body is for ends, which begins with acts at `at`, and the predicate begins; 0 if unseen."""
    return _predicate(words, _acted(words, at, False))


def _acted(words: Words, at: int, suffered: bool) -> int:
    """The end of the acts at `at`, before which their agent may stand ("được | nhà nước giao")."""
    end = at
    if suffered and not words.parts(at).keys().isdisjoint(_AGENTS) and "verb" not in words.parts(at):
        between = (words.next(at), words.next(words.next(at)))
        end = next((place for place in between if "verb" in words.parts(place)), at)
    while verb := words.parts(end).get("verb", 0):
        end = verb
    return end


def _predicate(words: Words, at: int) -> int:
    """Where the predicate begins after the object at `at`, 0 if no sign-free way leads there."""
    start = at
    for _ in range(_LONGEST):
        word, parts = words.at(at), words.parts(at)
        if not word.isalpha() or word in _LINKS:
            break
        verb = 0 if words.capital(at) else parts.get("verb", 0)
        if verb and verb >= max(parts.values()) and words.before(at) not in ("và", "hoặc"):
            return at if at > start else 0
        at = max([words.next(at), *parts.values()])
    return 0
