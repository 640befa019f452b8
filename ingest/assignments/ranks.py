"""Where the places in a body's name end: "tỉnh Lâm Đồng", "các huyện, thành phố", "cấp xã"."""

from __future__ import annotations

from ingest.assignments.wording import AND, JOINTS, LEVEL, NUMBER, UNTIL, words_for
from ingest.words import Words, reach
from ontology.load import spellings

_LONGEST_PROPER = 6
_LONGEST_CHARGE = 10
_LONGEST_COUNT = 2
_LONGEST_NUMBER = 4
_CHARGES = words_for("charges")
CLOSING_SIGNS = frozenset({"", ",", ";", ".", ":", "(", ")"})
"""Signs that end a name, and nothing that belongs to it follows."""

_ENDS = ("", ",", ";", ".", ":", ")", "|", AND, "/")
_SERIES_SIGNS, _JOINS = spellings("series_signs"), spellings("joins")
_BEGIN_NAMES = frozenset({"organ", "committee", "office", "head"})
_AFTER_NUMBER = frozenset({"verb", "link", "place", "tail", "within"})
_RIVALS = frozenset({"barrier", "organ", "verb", "office"})


def begins_name(words: Words, at: int) -> bool:
    """Whether a body's name may begin at `at`."""
    parts = words.parts(at)
    return reach(parts, _BEGIN_NAMES) > parts.get("barrier", 0)


def own_name(words: Words, at: int) -> bool:
    """Whether a proper name begins at `at` with a syllable that bodies begin with too ("Trạm Tấu").

    Then no more than that syllable is a body's word, and no domain follows it; or each of two has a
    capital ("Trung Tâm").
    """
    second = words.next(at)
    if not (words.capital(at) and words.capital(second)) or words.shouted(second):
        return False
    longest, third = reach(words.parts(at), _BEGIN_NAMES), words.next(second)
    if longest > second:
        return longest == third and not words.capital(third)
    return "domain" not in words.parts(second) and not begins_name(words, second)


def places_end(words: Words, at: int) -> int:
    """The end of a place or a series of places with their rank, `at` if there is none.

    >>> from ingest.text import Text
    >>> words = Words(Text("a", "các huyện, thị xã và thành phố chủ trì"), (0, 38))
    >>> words.span(0, places_end(words, 0))
    (0, 30)
    """
    parts = words.parts(at)
    if "place" not in parts and "beforeplace" not in parts:
        return at
    start = parts.get("beforeplace", at)
    end = place_end(words, start)
    if end == start:
        return at
    while True:
        if words.at(end) not in _SERIES_SIGNS:
            return end
        step = words.next(end) if words.at(end) in (",", "/") else end
        step = words.next(step) if words.at(step) in _JOINS else step
        step = words.next(step) if words.at(step) == LEVEL else step
        following = max(place_end(words, step), _cut_end(words, step))
        if following == step:
            return end
        end = following


def _cut_end(words: Words, at: int) -> int:
    """The end of a rank that is cut short ("các huyện, thành, thị"), `at` if it is the begin of something."""
    parts = words.parts(at)
    end = parts.get("cutplace", 0)
    ends = words.at(end) in _ENDS or words.parts(end).keys() & {"verb", "link"}
    return end if end and end == max(parts.values()) and ends else at


def place_end(words: Words, at: int) -> int:
    """The end of one place with its rank, `at` if there is none."""
    parts = words.parts(at)
    end = parts.get("place", 0)
    if not end:
        return at
    rivalled = end < reach(parts, _RIVALS) or "sharing" in words.parts(end)
    if rivalled and not _set_off(words, at, end):
        return at
    if words.at(end) == "." and words.before(end) == "tp":
        end = words.next(end)
    if words.at(end) == NUMBER and words.at(number := words.next(end)).isdigit():
        return words.next(number)
    counted = "numbered" in parts and (words.capital(at) or "area" in parts)
    if counted and words.at(end).isdigit():
        return after_dash(words, words.next(end))
    if "area" in parts and not words.capital(end):
        site = words.parts(end).get("managed", 0)  # "khu vực | cảng Cái Mép - Thị Vải"
        return proper_end(words, site) if site and words.capital(site) else end
    return proper_end(words, end)


def _set_off(words: Words, at: int, end: int) -> bool:
    """Whether capitals tell a place from a longer word ("xã Hội Hoan", "xã Đoàn Kết")."""
    return not words.capital(at) and own_name(words, end)


def after_dash(words: Words, end: int) -> int:
    """The end of the proper name that a dash joins to a number ("khu vực 5 - Lai Châu")."""
    return proper_end(words, words.next(end)) if words.at(end) in ("-", "–") else end


def proper_end(words: Words, at: int) -> int:
    """The end of a proper name at `at` ("Lâm Đồng", "Bà Rịa - Vũng Tàu"), `at` if there is none."""
    end = at
    for _ in range(_LONGEST_PROPER):
        joined = words.next(end) if end > at and words.at(end) == "-" else end
        if joined > end and "office" in words.parts(joined):
            break
        if not words.capital(joined) or (
            end == at and begins_name(words, joined) and not own_name(words, joined)
        ):
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
    if end == at or words.at(end) != UNTIL:
        return 0
    to = words.next(end)
    return proper_end(words, to) if words.capital(to) else 0


def number_end(words: Words, at: int) -> int:
    """The end of "số 3" at `at`, which tells units of one kind apart, 0 if it is something else."""
    number = words.next(at)
    if words.at(at) != NUMBER or not words.at(number).isdigit() or len(words.at(number)) > _LONGEST_COUNT:
        return 0
    end = words.next(number)
    return 0 if words.at(end) in ("/", "-", "%") else end


def bare_number_end(words: Words, at: int) -> int:
    """The end of the number of a unit ("Đoàn Kinh tế - Quốc phòng 326"), 0 if it counts something."""
    number = words.at(at)
    if not number.isdigit() or len(number) > _LONGEST_NUMBER:
        return 0
    end = after_dash(words, words.next(at))
    told = words.at(end) in ("", ",", ";", ".", ":", AND, "(")
    return end if told or words.parts(end).keys() & _AFTER_NUMBER else 0


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
        elif (placed := places_end(words, end)) > end:
            end = placed
        elif word in JOINTS and words.parts(words.next(end)).keys() & {"compound", "domain"}:
            end = words.next(end)
        elif (
            not word[:1].isalnum() or parts.keys() & {"verb", "link", "separator"} or begins_name(words, end)
        ):
            break
        else:
            end = max(words.next(end), parts.get("tail", 0))
    if end == at or words.before(end) in _CHARGES:
        return 0
    return end if "verb" in words.parts(end) or words.at(end) in (":", ")") else 0
