"""Where a series ends that names one group: of bodies, persons, schools or committees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.assignments.domains import cuts, noun_end
from ingest.assignments.ranks import CLOSING_SIGNS, begins_name
from ingest.assignments.wording import AND, COMMAS
from ingest.words import Words, reach

if TYPE_CHECKING:
    from ingest.assignments.names import Names

_MOST_MEMBERS = 6
_LONGER = frozenset({"organ", "committee", "barrier", "group", "office"})
_FOLLOWERS = frozenset({"tail", "owner", "within"})
_SIGNS = CLOSING_SIGNS | {AND}


def series_end(names: Names, at: int, plural: bool) -> int:
    """The end of "các cơ quan, đơn vị", or of one of those that may stand alone; 0 if none is named."""
    words = names.words
    parts = words.parts(at)
    end, length = parts.get("series", 0), 1
    if "graded" in parts and (levels := levels_end(words, parts["graded"])):
        return levels
    if parts.get("group", 0) > end:
        group = parts["group"]
        return 0 if cuts(words, words.next(at), group) else noun_end(words, group) or group
    if not end:
        return 0
    kind = "kind" in parts
    while not kind and (following := _next_of_series(names, end)):
        end, length = following, length + 1
    if length > 1:
        return end if words.capital(end) else noun_end(words, end) or end
    if kind and words.shouted(end) and not (words.shouted(at) or begins_name(words, end)):
        end = words.next(end)  # "các nhà đầu tư BOT"
    after = words.parts(end)
    domain = max(after.get("domain", 0), noun_end(words, end))
    if domain > after.get("verb", 0) and not words.capital(end):
        end = max(names.tails(end, "group"), domain)
        alone = plural
    else:
        alone = plural or names.tails(end, "group") > end
    opens = not words.capital(at) or parts.get("head", 0) < parts["series"] or words.at(end) == ","
    alone = alone or (kind and opens and end > words.next(at))  # "hộ" alone is counted
    return end if alone or parts.get("group", 0) == end else 0


def _next_of_series(names: Names, end: int) -> int:
    words, sign = names.words, names.words.at(end)
    if sign not in COMMAS:
        return 0
    step = words.next(end)
    if sign == "," and words.at(step) == AND:
        step = words.next(step)
    parts = words.parts(step)
    following = parts.get("series", 0)
    if not following:
        return 0
    if "advisory" in parts and not words.capital(step):
        return names.complement(parts["advisory"])
    is_verb = parts.get("verb", 0) >= following > words.next(step) and not _ends(words, following)
    if reach(parts, _LONGER) > following or "act" in parts or is_verb:
        return 0
    domain = "domain" in words.parts(following) and words.capital(following)
    return 0 if "head" in parts and domain and words.capital(step) else following


def _ends(words: Words, at: int) -> bool:
    return words.at(at) in _SIGNS or not words.parts(at).keys().isdisjoint(_FOLLOWERS)


def ellipsis_end(words: Words, at: int) -> int:
    """The end of "huyện, thị, thành ủy": several places and one word that all share; 0 if it is none."""
    end = words.parts(at).get("member", 0)
    for _ in range(_MOST_MEMBERS):
        if not end or words.at(end) not in COMMAS:
            break
        step = words.next(end)
        following = words.parts(step).get("member", 0)
        if words.before(end) == words.at(step):  # "tỉnh, tỉnh đoàn"
            return 0
        if following and "sharing" in words.parts(following):
            return words.next(following)
        end = following
    return 0


def persons_end(words: Words, at: int) -> int:
    """The end of a series of persons ("cán bộ, công chức"), 0 if there is none."""
    end = words.parts(at).get("person", 0)
    while end and (following := _next_member(words, end, "person", (",",))):
        end = following
    return end


def levels_end(words: Words, at: int) -> int:
    """The end of the levels of schools at `at` ("mầm non, tiểu học và trung học cơ sở"), 0 if there is none."""
    end = words.parts(at).get("schoollevel", 0)
    for _ in range(_MOST_MEMBERS if end else 0):
        following = _next_member(words, end, "schoollevel", (*COMMAS, "-"))
        if not following:
            break
        end = following
    return end


def _next_member(words: Words, end: int, part: str, signs: tuple[str, ...]) -> int:
    """The end of the member of a series that plays `part`, behind one of `signs` or "và" at `end`; 0 if none does."""
    step = words.next(end) if words.at(end) in signs else end
    step = words.next(step) if words.at(step) == AND else step
    return words.parts(step).get(part, 0) if step > end else 0
