"""The subject of a clause: who is told to act.

It opens the clause and a predicate follows ("Sở Y tế mở lớp"), or stands behind a phrase in front
("Trong quý III, Sở Y tế …"), or is the one whom an order addresses ("Giao Sở Y tế …", "X yêu cầu Y …").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ingest.assignments.agents import concluded, undergoes
from ingest.assignments.bodies import BodyList, Named
from ingest.assignments.clauses import Clauses, Found
from ingest.assignments.names import Name
from ingest.assignments.relatives import (
    bound_list,
    described,
    engaged,
    qualified,
    stranger_at,
    with_listed,
    with_strangers,
)
from ingest.assignments.wording import OF, PASSIVE, THIS, pattern, words_for
from ontology.load import spelling

_SENTENCE_STARTS = ("", ".", "-", "+", ")")
_OWNERS = frozenset({"managing", "owning"})
_LONGEST_NAME, _LONGEST_THEME = 9, 50
_GREAT = spelling("great")
_LONGEST_TITLE = 200
_LONGEST_APPOSITION = 120
_LONGEST_WORK = 120
_LONGEST_AGREED = 25
_LONGEST_BEFORE = 80
_LONGEST_INTERPOSED = 200


class Subject(NamedTuple):
    """The bodies that a clause tells to act; its predicate begins at `end`.

    `ordered`: they are addressed by an order ("giao", "yêu cầu"), whose giver may be named elsewhere.
    """

    bodies: tuple[Named, ...]
    end: int
    ordered: bool = False


def subject_at(clauses: Clauses, at: int, opening: bool = True) -> Subject | None:
    """The subject of the clause that begins at `at`; None if it has none of its own.

    `opening`: a phrase that opens clauses may stand there.
    """
    if order := clauses.cue_at(at, "assign"):
        return _ordered(clauses, order)
    if opening and (permitted := _permitted(clauses, at)):
        return permitted
    at = _after_title(clauses, at) if opening else at
    found = clauses.lists.at(at) or (_after_gentlemen(clauses, at) if opening else None)
    if found is None:
        if then := concluded(clauses, at):
            return Subject(then.bodies, then.end)
        return _fronted(clauses, at, opening) or _themed(clauses, at)
    if clauses.bound and (bound := bound_list(clauses, found)):
        return Subject(bound.bodies, bound.end)
    if interposed := past_interposition(clauses, found):
        return interposed
    found = with_strangers(clauses, qualified(clauses, found))
    if busy := engaged(clauses, found):
        return Subject(busy.bodies, busy.end)
    if _tells(clauses, at, found) and not _counted(clauses, at, found.end):
        order = _order_of(clauses, at, after_connector(clauses, found.end))
        return (_ordered(clauses, order) if order else None) or Subject(found.bodies, found.end)
    if clauses.words.at(found.end) in words_for("any"):
        return _after_turns(clauses, at, clauses.end_of(at), True)  # "Chi bộ nào chưa xong, đảng ủy phải …"
    return None


def _order_of(clauses: Clauses, giver: int, at: int) -> Found | None:
    """The order at `at` that somebody at `giver` gives; None if it is an owner's demand, which is his own act
    ("Chủ đầu tư yêu cầu nhà thầu tăng ca")."""
    demands = clauses.words.at(at) not in words_for("calls_up")
    owns = demands and not _OWNERS.isdisjoint(clauses.words.parts(giver))
    return None if owns else clauses.cue_at(at, "assign")


def _permitted(clauses: Clauses, at: int) -> Subject | None:
    """The body that the clause at `at` lets act ("Đồng ý để Sở Tài chính ứng vốn")."""
    permit = pattern("permit").match(clauses.text.folded, at, clauses.span[1])
    found = clauses.lists.at(clauses.words.first(permit.end())) if permit else None
    if found is None or found.bodies[0].kind == "persons" or not predicate(clauses, found.end):
        return None
    return Subject(found.bodies, found.end, ordered=True)


def past_interposition(clauses: Clauses, found: BodyList) -> Subject | None:
    """The subject whose predicate stands behind what is said between commas of it ("…, với vai trò chủ đầu
    tư, …"), or behind a condition ("… khi thẩm định dự án phải …"); None if nothing is interposed."""
    words, at = clauses.words, found.end
    if words.at(at) == "do" and (headed := pattern("headed").match(words.folded, at, clauses.end_of(at))):
        step = words.first(headed.end())
        return Subject(found.bodies, step) if predicate(clauses, step) in ("strong", "weak") else None
    if words.at(at) in words_for("conditions"):
        duty = pattern("duty").search(words.folded, at, min(clauses.end_of(at), at + _LONGEST_INTERPOSED))
        return Subject(found.bodies, words.first(duty.start())) if duty else None
    if words.at(at) != "," or not pattern("interposed").match(
        words.folded, words.next(at), clauses.end_of(at)
    ):
        return None
    limit = min(clauses.end_of(at), at + _LONGEST_INTERPOSED)
    comma = words.folded.find(",", words.next(at), limit)
    while comma >= 0:
        step = words.next(comma)
        if "verb" in words.parts(step) and not words.capital(step):
            return Subject(found.bodies, step)
        comma = words.folded.find(",", step, limit)
    return None


def _after_gentlemen(clauses: Clauses, at: int) -> BodyList | None:
    """The list after "Các ông (bà):" at `at`."""
    found = pattern("gentlemen").match(clauses.text.folded, at, clauses.span[1])
    named = clauses.lists.at(clauses.words.first(found.end())) if found else None
    return named if named and named.bodies[0].kind == "office" else None


def _after_title(clauses: Clauses, at: int) -> int:
    """The word after an article's title that no sign parts from its text ("Trách nhiệm thi hành Sở …")."""
    title = pattern("titled").match(clauses.text.folded, at, clauses.span[1])
    after = clauses.words.first(title.end()) if title else at
    return after if clauses.words.capital(after) else at


def after_connector(clauses: Clauses, at: int) -> int:
    """The word after "đồng thời", "riêng" and the like at `at`."""
    connector = pattern("connector").match(clauses.text.folded, at, clauses.span[1])
    return clauses.words.first(connector.end()) if connector else at


def told(clauses: Clauses, order: Found) -> BodyList | None:
    """Those whom "giao", "đề nghị", "yêu cầu" within a clause address; None if nobody is."""
    opens = _opens(clauses, order) or _entrusts(clauses, order)
    found = ordered(clauses, order) if opens else None
    if found and found.bodies[0].kind == "office" and clauses.words.at(order.start) in words_for("deploys"):
        # "…, phân công các đồng chí ủy viên phụ trách xã" says what the subject does.
        return None if "determiner" in clauses.words.parts(order.end) else found
    return found


def ordered(clauses: Clauses, order: Found) -> BodyList | None:
    """The list that follows an order's words, if they may act on it."""
    found = clauses.lists.at(order.end)
    if not found and (stranger := stranger_at(clauses, order.end)):
        found = with_listed(clauses, stranger)
    if found and (interposed := past_interposition(clauses, found)):
        return BodyList(found.bodies, interposed.end)
    if not found:
        return None
    if not predicate(clauses, found.end) and not described(clauses, found):
        known, found = found, with_strangers(clauses, found)
        if found is known:
            return None
    # "Phân công cấp ủy viên dự họp" says what is done, not who must do it.
    named = found.bodies[0].kind != "persons" or clauses.words.at(order.start) not in words_for("calls_up")
    return found if named else None


def _opens(clauses: Clauses, order: Found) -> bool:
    """Whether an order begins there ("…, đồng thời giao X"), not a phrase ("theo đề nghị của X")."""
    if clauses.words.before(order.start) in words_for("opens_order"):
        return True
    behind = max(clauses.span[0], order.start - _LONGEST_AGREED)
    return bool(pattern("agreed").search(clauses.text.folded[behind : order.start]))


def _entrusts(clauses: Clauses, order: Found) -> bool:
    """Whether the clause says of some work or thing that it is given to somebody ("Việc này giao cho X",
    "Kho lạnh được giao cho X")."""
    words, folded = clauses.words, clauses.text.folded
    begin = words.first(clauses.start_of(order.start))
    if order.start - begin > _LONGEST_WORK:
        return False
    passive = pattern("passive").search(folded[begin : order.start])
    work = folded[begin : begin + passive.start() if passive else order.start]
    if not (passive or words.before(order.start) == THIS or "cho" in folded[order.start : order.end].split()):
        return False
    if pattern("entrusted").match(work):
        return True
    parts = words.parts(begin)
    return passive is not None and "verb" not in parts and clauses.lists.at(begin) is None


def predicate(clauses: Clauses, at: int) -> str:
    """What follows a list: "end", "colon", "strong" (a known verb), "weak" (a small word) or ""."""
    words = clauses.words
    at = clauses.lists.skip_bracket(at)
    word = words.at(at)
    if word in ("", "."):
        return "end"
    if word == ":":
        return "colon"
    if word == "-":
        return _after_apposition(clauses, at)
    comma = word == ","
    at = words.next(at) if comma else at
    if word == PASSIVE and clauses.cue_at(words.next(at), "assign"):
        return "strong"  # "Viện Thổ nhưỡng được đề nghị giúp tỉnh"
    parts = words.parts(at)
    verb, link = parts.get("verb", 0), parts.get("link", 0)
    if verb and verb >= link:
        return "strong"
    if comma or link or not words.at(at)[:1].isalpha() or words.capital(at):
        return ""
    return "weak"


def _after_apposition(clauses: Clauses, dash: int) -> str:
    """What follows "- cơ quan thường trực Ban Chỉ đạo -" after a name; the second dash may be lost."""
    words, at = clauses.words, clauses.words.next(dash)
    closing = words.folded.find(" - ", at, min(dash + _LONGEST_APPOSITION, clauses.end_of(dash)))
    name = clauses.lists.names.at(at)
    if closing >= 0:
        strength = predicate(clauses, words.first(closing + 3))
    else:
        strength = predicate(clauses, name.end) if name else ""
    return strength if strength in ("strong", "weak", "colon") else ""


def _ordered(clauses: Clauses, order: Found) -> Subject | None:
    found = ordered(clauses, order)
    return Subject(found.bodies, found.end, ordered=True) if found else None


def _tells(clauses: Clauses, start: int, found: BodyList) -> bool:
    """Whether a list at the clause's start is its subject. Unknown verbs are trusted after names;
    after groups and persons only at the start of a sentence."""
    strength = predicate(clauses, found.end)
    if undergoes(clauses, found):
        return False
    if not strength:
        return clauses.words.before(start) in _SENTENCE_STARTS and described(clauses, found)
    if strength != "weak" or found.bodies[-1].kind in ("body", "office"):
        return True
    return clauses.words.before(start) != ";"


def _counted(clauses: Clauses, start: int, end: int) -> bool:
    """Whether it is a population that a target counts ("mỗi xã … ít nhất 02", "các xã không dưới 45%")."""
    if pattern("shared_out").match(clauses.text.folded, end):
        return True
    if clauses.words.at(start) not in words_for("each"):
        return False
    return bool(pattern("counted").search(clauses.text.folded, end, clauses.end_of(end)))


def _fronted(clauses: Clauses, at: int, opening: bool) -> Subject | None:
    """A subject after a phrase in front; without such a phrase only before an unmistakable act."""
    if not (opening or clauses.found or clauses.bound):
        return None
    opener = opening and bool(pattern("opener").match(clauses.text.folded, at, clauses.span[1]))
    end = clauses.end_of(at)
    orders = (found for found in clauses.cues_between(at, end) if found.cue == "assign")
    addressed = (order for order in orders if _opens(clauses, order) or _entrusts(clauses, order))
    end = next((order.start for order in addressed), end)
    if not opener and not _acts(clauses, at, end):
        return None
    return _after_turns(clauses, at, end, opener)


def _after_turns(clauses: Clauses, at: int, end: int, opener: bool) -> Subject | None:
    """The subject after one of the signs and words with which a phrase in front may end."""
    words, opening, passed = clauses.words, clauses.lists.names.opening, list[int]()
    for turn in pattern("front_end").finditer(words.folded, at, end):
        if turn[0] == "do" and turn.end() > at and _led_by(clauses, turn.start()):
            return None
        if turn[0] == "do" or (turn[1] and turn[1] not in opening):
            continue
        step = words.first(turn.end())
        found = clauses.lists.at(step) if step > at else None
        if found is None:
            continue
        passed += words.between(at, step)
        listed = turn[0] == "," and (_listed(clauses, passed) or _bare(clauses, passed, found))
        if subject := _after_front(
            clauses, step, found, listed, opener, turn[0].split()[-1] in words_for("owners")
        ):
            return subject
        at = found.end
    return None


def _after_front(
    clauses: Clauses, start: int, found: BodyList, listed: bool, opener: bool, owner: bool
) -> Subject | None:
    """The subject that begins with the list `found` at `start`, if an act or order shows that it does."""
    words = clauses.words
    order = _order_of(clauses, start, found.end)
    if order and listed and words.at(order.start) in words_for("calls_up"):
        order = None  # "nhiệm vụ do A, B giao cho C": nobody is told here
    if ordered := _ordered(clauses, order) if order else None:
        return ordered
    if listed:
        return None
    if opener and not owner and clauses.bound and (bound := bound_list(clauses, found)):
        return Subject(bound.bodies, bound.end)
    strength = predicate(clauses, found.end) if opener else ""
    strong = strength == "strong" and words.at(found.end) != ","
    timely = strength == "weak" and _in_time(clauses, start, found)
    if not strong and not timely and "act" not in words.parts(found.end):
        return None
    bodies: Sequence[Named] = found.bodies
    if owner:  # "đề nghị của các Bộ, Bộ Tài chính rà soát": only the last one acts
        bodies = found.last if len(found.last) < len(found.bodies) else ()
    if not bodies or _counted(clauses, start, found.end):
        return None
    return Subject(tuple(bodies), found.end)


def _in_time(clauses: Clauses, start: int, found: BodyList) -> bool:
    """Whether a list at `start` follows a phrase that says when: then even an unknown verb is trusted after it
    ("Ngay khi có dịch, các trạm y tế hội chẩn")."""
    words = clauses.words
    begin = words.first(clauses.start_of(start))
    named = words.capital(start) or "determiner" in words.parts(start)
    apt = words.before(start) == "," and named and found.bodies[-1].kind in ("body", "office", "group")
    apt = apt and "attributive" not in words.parts(found.end)
    return apt and bool(pattern("timely").match(clauses.text.folded, begin)) and not undergoes(clauses, found)


def _bare(clauses: Clauses, passed: Sequence[int], found: BodyList) -> bool:
    """Whether a list in small letters, after a comma at the last of `passed`, goes on with what
    stands before it ("người dân, doanh nghiệp"; "danh sách tổ chức đảng, đảng viên")."""
    words, names, start, comma = clauses.words, clauses.lists.names, found.bodies[0].span[0], passed[-1]
    if words.capital(start):
        return False
    if "kind" in words.parts(start):
        return words.before(comma) in words_for("folk")
    before = passed[-_LONGEST_NAME - 1 : -1] if found.bodies[0].kind == "persons" else ()
    return any((name := names.at(at)) is not None and name.end >= comma for at in before)


def _led_by(clauses: Clauses, at: int) -> bool:
    """Whether "do" at `at` names who leads or acts ("đề án do Sở Y tế chủ trì, Công an tỉnh phối hợp")."""
    if clauses.cue_at(at, "by") is None:
        return False
    named = clauses.lists.at(clauses.words.next(at))
    return named is not None and (
        clauses.cue_at(named.end, "lead") is not None or performs(clauses, named.end)
    )


def performs(clauses: Clauses, at: int) -> bool:
    """Whether an act stands at `at` by which the one after "do" is told to do it ("do Sở Y tế thẩm định")."""
    limit = min(clauses.end_of(at), at + _LONGEST_BEFORE)
    return bool(pattern("performed").match(clauses.text.folded[at:limit]))


def _themed(clauses: Clauses, at: int) -> Subject | None:
    """The subject after a short theme ("Đóng cửa mỏ: các doanh nghiệp lập đề án")."""
    words = clauses.words
    colon = clauses.text.folded.find(":", at, at + _LONGEST_TITLE)
    if colon < 0 or colon >= clauses.end_of(at) or clauses.cues_between(at, colon):
        return None
    start = words.next(colon)
    short = colon - at < _LONGEST_THEME
    found = clauses.lists.at(start) if short or words.capital(start) else None
    if found is None or found.bodies[-1].kind == "persons":
        return None
    if predicate(clauses, found.end) not in (("strong", "weak") if short else ("strong",)):
        return None
    return None if _counted(clauses, start, found.end) else Subject(found.bodies, found.end)


def _acts(clauses: Clauses, start: int, end: int) -> bool:
    """Whether a clause holds an act by which a subject is known wherever it stands."""
    return clauses.bound_between(start + 1, end) or bool(clauses.cues_between(start + 1, end))


def _is_named(clauses: Clauses, name: Name) -> bool:
    """Whether a body's words stand there as its name, not as a matter ("công tác bảo hiểm xã hội")."""
    words = clauses.words
    if name.kind != "body" or name.plural or words.capital(name.start):
        return True
    return words.before(name.start) in (",", OF, *words_for("joins"))


def _listed(clauses: Clauses, passed: Sequence[int]) -> bool:
    """Whether a name ends at the last place that was passed: what follows goes on with a list."""
    names, words, comma = clauses.lists.names, clauses.words, passed[-1]
    before = (place for place in passed[-_LONGEST_NAME - 1 : -1])
    return any(
        (name := names.at(at)) is not None
        and name.end >= comma
        and _is_named(clauses, name)
        and "tail" not in words.parts(at)
        and words.before(at) != _GREAT
        for at in before
    )
