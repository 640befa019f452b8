"""What a head is for, as part of a body's name: "Nội vụ", "Hỗ trợ phụ nữ phát triển kinh tế".

A name begins with capitals and may go on in small letters: over known compounds, over the object of
an act that it is named after ("Quản lý đào tạo"), and over a second act with its object, if the
predicate comes only after that. What the vocabulary does not hold ends where a verb or place begins.
"""

from __future__ import annotations

from collections.abc import Set

from ingest.assignments.ranks import begins_name, compound_end
from ingest.assignments.wording import JOINTS, MANY
from ingest.words import Words, reach
from ontology.body_words import phrases

_LONGEST = 14
_MOST_JOINED = 4
_STOPPERS = frozenset({"verb", "link", "place", "tail", "owner", "within", "separator", "determiner"})
_STOP_SYLLABLES = _STOPPERS | {"act", "office"}
_LONGER = ("organ", "committee", "office", "barrier", "group")
_OTHERS = frozenset({"organ", "committee", "office", "head", "act"})
_BODIES = _OTHERS | {"series", "group", "person", "member"}
_STOPPERS_AND_BODIES = _STOPPERS | _BODIES
_PREDICATE = frozenset({"verb"})
_ACTS = frozenset({"verb", "deed"})
_PAIRED = frozenset({"pairing"})
_CLOSERS = frozenset({"verb", "place", "tail", "owner", "attributive"})
_NO_BRIDGE = _STOPPERS_AND_BODIES - {"head"}
_LONGEST_BRIDGE = 3
_PROPER = 2  # syllables with capitals that make a proper name, after which a predicate begins
_PREDICATE_WORDS = 3
_LONGEST_QUOTE = 120
_QUOTES = {'"': '"', "“": "”"}
_FULL_STOPS = frozenset({"", "."})
_ENDS = _FULL_STOPS | {";", ")", ":", ","}


def joined_end(words: Words, end: int) -> int:
    """The end of a domain with further ones joined to it ("Tài chính và Kế hoạch")."""
    for _ in range(_MOST_JOINED):
        step = words.next(end)
        if words.at(end) not in JOINTS or not words.capital(step) or begins_name(words, step):
            break
        parts = words.parts(step)
        following = max(parts.get("domain", end), parts.get("compound", end))
        if following == end:
            break
        end = following
    return end


def plain_domain(words: Words, at: int) -> int:
    """The end of a domain in small letters at `at` that is no act of a body named before it, else 0."""
    domain = words.parts(at).get("domain", 0)
    return joined_end(words, domain) if domain > words.parts(at).get("verb", 0) else 0


def own_head(words: Words, at: int, head: int) -> bool:
    """Whether nothing longer than the head is known to begin at `at`."""
    for part, end in words.parts(at).items():
        if end > head and part in _LONGER and not cuts(words, head, end):
            return False
    return True


def cuts(words: Words, at: int, end: int) -> bool:
    """Whether a phrase that ends at `end` cuts the compound that begins with the capital at `at`
    ("Hội Đoàn | kết")."""
    return words.capital(at) and compound_end(words, at) > end


def unknown_end(words: Words, at: int, known: int = 0) -> int:
    """The end of a domain that the vocabulary does not hold: from its capital to what ends it.

    Its words before `known` are read already.
    """
    end = max(at, known)
    lone = 0
    for _ in range(_LONGEST):
        word, parts = words.at(end), words.parts(end)
        if word in JOINTS:
            step = words.next(end)
            if words.capital(step) and not begins_name(words, step):
                end, lone = step, 0
            elif not (inner := _joined_in_small(words, end)):
                break
            else:
                end = inner
        elif not word[:1].isalnum():
            break
        elif words.capital(end):
            if end > at and parts.get("office", 0) > parts.get("compound", 0):
                break
            lone = lone + 1 if compound_end(words, end) == words.next(end) else 0
            end = compound_end(words, end)
        elif inner := _inner_end(words, end, at):
            end = inner
        elif (lone >= _PROPER and _runs_on(words, end)) or not _STOPPERS.isdisjoint(parts):
            break
        else:
            end, lone = words.next(end), 0
    return end


def _runs_on(words: Words, at: int) -> bool:
    """Whether three words in small letters follow, none of which opens a predicate: they are one themselves."""
    for _ in range(_PREDICATE_WORDS):
        if not words.at(at).isalpha() or words.capital(at) or "verb" in words.parts(at):
            return False
        at = words.next(at)
    return True


def onward(words: Words, at: int, end: int) -> int:
    """How far a known domain from `at` to before `end` goes on in small letters ("Tài chính đảng")."""
    deed = "deed" in words.parts(at)
    for _ in range(_LONGEST):
        if words.at(end) in _ENDS:
            inner = _further_act(words, end)
        elif not words.capital(end):
            inner = _inner_end(words, end, at) or _joined_in_small(words, end)
        else:
            inner = compound_end(words, end) if deed and not begins_name(words, end) else 0
        if not inner:
            break
        end = inner
    return end


def topical(words: Words, at: int) -> bool:
    """Whether a capital at `at` opens a topic in words ("Lịch sử"), not a place's proper name ("Lào Cai").

    A place has a capital on each syllable: one followed by a small letter begins a word of two.
    """
    return _capital_end(words, at) > words.next(at)


def topic_end(words: Words, at: int) -> int:
    """The end of a topic that begins at `at` and goes on in capitals and known words."""
    end = at
    for _ in range(_LONGEST):
        step = words.next(end) if end > at and words.at(end) in JOINTS else end
        if words.capital(step) and not begins_name(words, step):
            following = _capital_end(words, step)
        else:
            following = _inner_end(words, end, at) if end > at else 0
        if not following:
            break
        end = following
    return end


def _capital_end(words: Words, at: int) -> int:
    """The end of the word of one or two syllables at `at`, which begins with a capital."""
    end = compound_end(words, at)
    lone = end == words.next(at) and not words.shouted(at) and words.at(at) not in phrases("city")
    if not lone or words.capital(end) or not words.at(end).isalpha():
        return end
    if words.parts(end).keys() & _STOP_SYLLABLES:
        return end
    return compound_end(words, end)


def bridged(words: Words, at: int) -> int:
    """The end of a name that a few small words lead on to a proper name ("nhà | Hà Nội"), `at` if none.

    Among them no verb may stand, which would be the predicate.
    """
    end = at
    if words.at(at) in _ENDS:
        return at
    for _ in range(_LONGEST_BRIDGE):
        if not words.at(end).isalpha() or words.capital(end) or words.parts(end).keys() & _NO_BRIDGE:
            return at
        end = words.next(end)
        if words.capital(end):
            return at if begins_name(words, end) else _capital_end(words, end)
    return at


def quoted_end(words: Words, at: int) -> int:
    """The end of what stands in quotation marks from `at` on, 0 if nothing does ('Quỹ "Vì người nghèo"')."""
    closing = _QUOTES.get(words.at(at))
    end = words.folded.find(closing, at + 1, min(at + _LONGEST_QUOTE, words.stop)) if closing else -1
    return words.first(end + 1) if end > 0 else 0


def _further_act(words: Words, at: int) -> int:
    """The end of ", Ứng dụng" at `at`: an act that a unit is named after besides, else 0."""
    if words.at(at) != "," or not words.capital(step := words.next(at)):
        return 0
    parts = words.parts(step)
    return parts.get("deed", 0) if "proper" not in parts and not begins_name(words, step) else 0


def _joined_in_small(words: Words, at: int) -> int:
    """The end of "và môi trường" or "- xã hội" at `at`, which names no other body and closes the name, else 0."""
    return noun_end(words, words.next(at)) if words.at(at) in JOINTS else 0


def noun_end(words: Words, at: int) -> int:
    """The end of a noun at `at` that names no body and closes a name ("các công ty | thủy nông"), else 0."""
    parts = words.parts(at)
    end = parts.get("compound", 0)
    if end <= reach(parts, _STOPPERS_AND_BODIES):
        return 0
    closed = _closes(words, end, _CLOSERS) or ("verb" not in parts and "link" in words.parts(end))
    return end if closed else 0


def nouns_end(words: Words, at: int) -> int:
    """The end of the nouns at `at` by which persons are told ("nhân viên | y tế trường học"), else 0."""
    end = at
    for _ in range(_MOST_JOINED):
        parts = words.parts(end)
        following = parts.get("compound", 0)
        if words.capital(end) or following <= reach(parts, _STOPPERS):
            break
        end = following
    return end if end > at and _closes(words, end, _CLOSERS) else 0


def paired_end(words: Words, at: int) -> int:
    """The end of "Bảo vệ, chăm sóc trẻ em" at `at`: acts between commas with one object; 0 if it is none."""
    end = words.parts(at).get("pairing", 0)
    if not end or not words.capital(at):
        return 0
    acts = 0
    while acts < _MOST_JOINED and words.at(end) == ",":
        step = words.next(end)
        following = reach(words.parts(step), _PAIRED if words.capital(step) else _ACTS)
        if not following or "act" in words.parts(step):
            break
        end, acts = following, acts + 1
    reached = unknown_end(words, at, end) if acts else 0
    return reached if reached > end else 0


def deed_end(words: Words, at: int) -> int:
    """The end of what a squad does ("bảo vệ rừng", "tuần tra bờ biển") at `at`, in small letters; 0 if nothing."""
    start = end = words.parts(at).get("deed", 0)
    for _ in range(_LONGEST_BRIDGE if start else 0):
        if not words.at(end).isalpha() or words.capital(end) or words.parts(end).keys() & _STOPPERS:
            break
        end = words.next(end)
    return end if end > start and _closes(words, end, _CLOSERS) else 0


def managed_end(words: Words, at: int) -> int:
    """The end of what a management board manages ("các dự án vốn nước ngoài"), 0 if nothing is named."""
    start = words.next(at) if words.at(at) == MANY else at
    managed = words.parts(start).get("managed", 0)
    return 0 if not managed or words.capital(start) else unknown_end(words, start, managed)


def _inner_end(words: Words, end: int, at: int) -> int:
    """The end of a phrase in small letters at `end` that goes on with the name from `at`, else 0."""
    parts = words.parts(end)
    inner = _phrase_end(words, end)
    stop = reach(parts, _STOPPERS)
    if inner <= reach(parts, _OTHERS):
        inner = 0
    deed = words.parts(at).get("deed", 0)
    if inner > stop:
        # "… quản lý đất đai huyện": a phrase that opens with an act may be the predicate.
        own = "deed" not in parts or deed == end or _closes(words, inner, _PREDICATE)
        return inner if own else 0
    if inner and deed == end:
        return max(inner, _second_act(words, end, _CLOSERS) if "deed" in parts else 0)
    return (
        _second_act(words, end, _PREDICATE)
        if "deed" in parts and (deed or "managed" in words.parts(at))
        else 0
    )


def _second_act(words: Words, at: int, closers: Set[str]) -> int:
    """The end of an act and its object inside a name, if a sign or one of `closers` comes after them."""
    end = start = words.parts(at)["deed"]
    for _ in range(_LONGEST):
        inner = _phrase_end(words, end)
        if words.capital(end) or inner <= reach(words.parts(end), _STOPPERS):
            break
        end = inner
    if end == start or words.at(end) in _FULL_STOPS:
        return 0  # nothing is left to be the predicate
    return end if _closes(words, end, closers) else 0


def _closes(words: Words, at: int, closers: Set[str]) -> bool:
    """Whether the name that ends before `at` can be whole: a sign stands there, or one of `closers`."""
    return words.at(at) in _ENDS or (words.at(at) != "cho" and bool(words.parts(at).keys() & closers))


def _phrase_end(words: Words, at: int) -> int:
    parts = words.parts(at)
    return max(parts.get("compound", 0), parts.get("domain", 0))
