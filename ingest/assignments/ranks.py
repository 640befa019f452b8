"""Where the places in a body's name end: "tỉnh Lâm Đồng", "các huyện, thành phố", "cấp xã"."""

from __future__ import annotations

from ingest.words import Words

_LONGEST_PROPER = 6
_LONGEST_CHARGE = 10
_LONGEST_COUNT = 2
_BEGIN_NAMES = frozenset({"organ", "committee", "office", "head"})
_RIVALS = ("barrier", "organ", "verb", "office")


def begins_name(words: Words, at: int) -> bool:
    """Whether a body's name may begin at `at`."""
    return not words.parts(at).keys().isdisjoint(_BEGIN_NAMES)


def places_end(words: Words, at: int) -> int:
    """The end of a place or a series of places with their rank, `at` if there is none.

    >>> from ingest.text import Text
    >>> words = Words(Text("a", "các huyện, thị xã và thành phố chủ trì"), (0, 38))
    >>> words.span(0, places_end(words, 0))
    (0, 30)
    """
    start = words.parts(at).get("beforeplace", at)
    end = _place_end(words, start)
    if end == start:
        return at
    while True:
        step = words.next(end) if words.at(end) in (",", "/") else end
        step = words.next(step) if words.at(step) in ("và", "hoặc") else step
        if step == end:
            return end
        step = words.next(step) if words.at(step) == "cấp" else step
        following = _place_end(words, step)
        if following == step:
            return end
        end = following


def _place_end(words: Words, at: int) -> int:
    parts = words.parts(at)
    end = parts.get("place", 0)
    if not end or end < max(parts.get(rival, 0) for rival in _RIVALS) or "sharing" in words.parts(end):
        return at
    if words.at(end) == "." and words.before(end) == "tp":
        end = words.next(end)
    if words.at(end) == "số" and words.at(number := words.next(end)).isdigit():
        return words.next(number)
    counted = "numbered" in parts and (words.capital(at) or "area" in parts)
    if counted and words.at(end).isdigit():
        return words.next(end)
    return proper_end(words, end)


def proper_end(words: Words, at: int) -> int:
    """The end of a proper name at `at` ("Lâm Đồng", "Bà Rịa - Vũng Tàu"), `at` if there is none."""
    end = at
    for _ in range(_LONGEST_PROPER):
        joined = words.next(end) if end > at and words.at(end) == "-" else end
        if joined > end and "office" in words.parts(joined):
            break
        if not words.capital(joined) or (end == at and begins_name(words, joined)):
            break
        if words.shouted(joined) and "verb" in words.parts(joined):
            break
        end = words.next(joined) if words.shouted(joined) else compound_end(words, joined)
    return end


def compound_end(words: Words, at: int) -> int:
    """The end of the compound that begins with the word at `at` ("Thanh niên"), else of the word."""
    parts = words.parts(at)
    return max(words.next(at), parts.get("compound", 0), parts.get("domain", 0))


def reach_end(words: Words, at: int) -> int:
    """The end of "Hà Tĩnh đến Lâm Đồng" at `at`, 0 if it is something else."""
    end = proper_end(words, at)
    if end == at or words.at(end) != "đến":
        return 0
    to = words.next(end)
    return proper_end(words, to) if words.capital(to) else 0


def number_end(words: Words, at: int) -> int:
    """The end of "số 3" at `at`, which tells units of one kind apart, 0 if it is something else."""
    number = words.next(at)
    if words.at(at) != "số" or not words.at(number).isdigit() or len(words.at(number)) > _LONGEST_COUNT:
        return 0
    end = words.next(number)
    return 0 if words.at(end) in ("/", "-", "%") else end


def charge_end(words: Words, at: int) -> int:
    """The end of what an office is in charge of ("phụ trách | lĩnh vực kinh tế"), which begins at `at`.

    0 unless a predicate or the end of the name follows: else to be in charge is what is told.
    """
    end = at
    for _ in range(_LONGEST_CHARGE):
        word, parts = words.at(end), words.parts(end)
        phrase = max(parts.get("compound", 0), parts.get("domain", 0))
        if phrase > max(parts.get("verb", 0), parts.get("link", 0)):
            end = phrase
        elif word in ("-", "và") and words.parts(words.next(end)).keys() & {"compound", "domain"}:
            end = words.next(end)
        elif (
            not word[:1].isalnum() or parts.keys() & {"verb", "link", "separator"} or begins_name(words, end)
        ):
            break
        else:
            end = words.next(end)
    if end == at or words.before(end) in ("việc", "tác"):
        return 0
    return end if "verb" in words.parts(end) or words.at(end) in (":", ")") else 0
