"""Clauses that tell some of many apart, as part of their name: "các hộ | có đất bị thu hồi"."""

from __future__ import annotations

from ingest.assignments.ranks import places_end
from ingest.assignments.wording import (
    AND,
    DONE,
    HARMED,
    HAS,
    INDIVIDUAL,
    IS,
    MANY,
    PASSIVE,
    UPON,
    WHERE,
    words_for,
)
from ingest.words import Words

_NO_ACT_AFTER = words_for("no_act_after")  # "tỷ lệ giải ngân"
_ACTS_IN_NOUNS = words_for("acts_in_nouns")  # "có tổ chức bán trú"
_ONE_ACT, _MANNERS = words_for("one_act"), words_for("manners")
_NO_THINGS = frozenset({"verb", "link", "act", "determiner", "organ", "office", "person", "separator"})
_LONGEST = 14
_AGENTS = frozenset({"domain", "organ", "place", "unit"})
_ATTRIBUTES = frozenset({"attributive", "trade"})
_BEFORE_NUMBERS, _LINKS = words_for("before_numbers"), words_for("linking")


def told_apart(words: Words, name: tuple[int, int, int], kind: str) -> int:
    """The end of a name (its start, core and end) with a clause that tells some of many apart
    ("các hộ | có đất bị thu hồi"), or those that are told by what is theirs."""
    start, core, end = name
    own = words.parts(core)
    if "patron" in own:
        return project_end(words, end)
    if words.capital(end):
        return end
    if words.at(end) == MANY and "owning" in own:
        return purpose_end(words, words.next(end)) or end  # "Chủ đầu tư | các cảng cạn"
    if kept := _kept_end(words, end):
        acts = _predicate(words, kept, True) if words.folded.find(MANY, start, end) >= 0 else 0
        return acts if acts and words.at(acts) not in _MANNERS else end
    if kind == "persons" and words.at(end) == IS and "person" in words.parts(words.next(end)):
        return _predicate(words, end) or end  # "đảng viên | là chủ doanh nghiệp"
    if words.parts(end).keys().isdisjoint(_ATTRIBUTES):
        return end
    trading = kind == "persons" or "kind" in own or "venture" in own or words.before(end) == INDIVIDUAL
    one = kind == "places" and core == start and words.next(core) < end  # "thị trấn Cái Bè"
    many = (
        trading
        or kind == "group"
        or (kind == "places" and not one)
        or words.folded.find(MANY, start, end) >= 0
    )
    many = many or words.at(end) == WHERE or (kind == "office" and _heads_group(words, core))
    return attribute_end(words, end, trading) if many else end


def _kept_end(words: Words, at: int) -> int:
    """The end of a public work or service, by keeping which units are told ("quản lý | lưới điện"); 0 if none is."""
    keeping = words.parts(at).get("keeping", 0)
    return words.parts(keeping).get("kept", 0) if keeping else 0


def _heads_group(words: Words, core: int) -> bool:
    """Whether an office at `core` is that of any body of a kind ("thủ trưởng cơ quan")."""
    at = words.parts(core).get("office", core)
    return "series" in words.parts(at) and not words.capital(at)


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
    if words.at(at) in _ONE_ACT and end == words.next(at) and (act := words.parts(end).get("verb", 0)):
        apt = words.at(at) != HAS or "trade" in words.parts(end) or words.at(end) in _ACTS_IN_NOUNS
        acts = "verb" in words.parts(act) and words.at(at) != HAS
        return act if apt and acts else (apt and _predicate(words, act)) or at
    if words.at(at) == DONE:
        done = words.parts(end).get("verb", end)
        return done if "act" in words.parts(done) else at  # "đã được công nhận | phối hợp"
    if parts.keys() & {"suffered", "trade"}:
        end = _acted(words, end, "suffered" in parts)
        if "grounds" in words.parts(end) and words.before(end) != AND:
            return end  # "được giao | phải"
    return _predicate(words, end, "trade" in parts) or at


def project_end(words: Words, at: int) -> int:
    """The end of what tells a project or a work apart, whose owner is named before `at` ("hồ chứa | Ea Súp")."""
    end = _predicate(words, at)
    return at if any("link" in words.parts(step) for step in words.between(at, end)) else end or at


def purpose_end(words: Words, at: int) -> int:
    """Where what a body is for ends, which begins with acts at `at`, and the predicate begins; 0 if unseen."""
    return _predicate(words, _acted(words, at, False))


def _acted(words: Words, at: int, suffered: bool) -> int:
    """The end of the acts at `at`, before which their agent may stand ("được | nhà nước giao")."""
    end = at
    if suffered and not words.parts(at).keys().isdisjoint(_AGENTS) and "verb" not in words.parts(at):
        between = (words.next(at), words.next(words.next(at)))
        end = next((place for place in between if "verb" in words.parts(place)), at)
    while "grounds" not in (parts := words.parts(end)) and (verb := parts.get("verb", 0)):
        end = verb
        further = words.next(end) if words.at(end) == "," and not suffered else end
        end = words.parts(further).get("trade", end)  # "sản xuất, kinh doanh"
    return end


def _predicate(words: Words, at: int, listing: bool = False) -> int:
    """Where the predicate begins after the object at `at`, 0 if no way leads there over other signs than
    those of a share ("trên 25%"), between ranks of places, or between persons ("là nhà giáo, thầy thuốc").

    `listing`: things may be listed ("trồng cam, bưởi"), and where they are found ends them.
    """
    start, persons, harmed = at, False, 0
    for _ in range(_LONGEST):
        word, parts = words.at(at), words.parts(at)
        if word == "," and ("passage" in words.parts(words.next(at)) or (listing and _thing(words, at))):
            at = words.next(at)  # "mục 2, mục 3"
            continue
        if listing and at > start and (found := at if word == ":" else _found_end(words, at)):
            return found
        if word == IS and "person" in words.parts(words.next(at)):
            persons = True
        elif word in _LINKS or not (word.isalpha() or word == "%" or (word == "," and persons)):
            after = words.next(at)
            following = words.parts(after)
            acts = following.get("verb", 0) >= max(following.values(), default=1)
            counted = words.before(at) in _BEFORE_NUMBERS or words.at(after) == "%" or acts
            if not (word.isdigit() and counted):
                break  # a number before a noun counts what must be reached
        if word == PASSIVE and at > start:
            return at  # "các hộ bị thu hồi đất | được bố trí nền": what is done to them
        verb = 0 if words.capital(at) else parts.get("verb", 0)
        before = words.before(at) if verb and verb >= max(parts.values()) else AND
        if before == HARMED and at > start:
            harmed = at  # "có đất bị thu hồi | kê khai", or "nợ thuế | bị công khai"
        elif before not in _NO_ACT_AFTER:
            return at if at > start and before != "," else 0
        at = max([words.next(at), places_end(words, at), *parts.values()])
    return words.folded.rfind(HARMED, start, harmed) if harmed else 0


def _thing(words: Words, comma: int) -> bool:
    """Whether a thing may follow the comma in a series of things: no act, nobody's name."""
    step = words.next(comma)
    return words.at(step).isalpha() and not words.capital(step) and not words.parts(step).keys() & _NO_THINGS


def _found_end(words: Words, at: int) -> int:
    """The end of "trên địa bàn huyện" at `at`, if a word in small letters follows; 0 if it is something else."""
    parts = words.parts(at)
    within = max(parts.get("within", 0), parts.get("tail", 0)) if words.at(at) == UPON else 0
    end = places_end(words, within) if within else at
    return end if within and words.at(end).isalpha() and not words.capital(end) else 0
