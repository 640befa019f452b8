"""Who acts in a clause that begins with something else: "hồ sơ được Văn phòng phân loại"."""

from __future__ import annotations

from ingest.assignments.bodies import BodyList
from ingest.assignments.clauses import Clauses
from ingest.assignments.wording import HOUSEHOLD, PASSIVE, THEN, THIS, pattern, words_for

_BY, _THEN = f" {PASSIVE} ", f" {THEN} "
_SUFFERS, _NO_ACTS = words_for("undergone"), words_for("no_acts")
_STATES = words_for("states")  # "người đứng đầu nơi để chậm việc không được xét khen"
_LONGEST_ACT = 40
_LONGEST_STATE = 10
_BODIES = ("body", "office")


def agent_at(clauses: Clauses, at: int) -> BodyList | None:
    """The body after "được" in the clause at `at`, if what it does there is work on the thing named first.

    None if the clause begins with an act or a body, or tells what was done already ("đã được").
    """
    words = clauses.words
    by = clauses.text.folded.find(_BY, at, clauses.end_of(at))
    if by < 0 or words.before(by) in words_for("suffering") or clauses.lists.at(at):
        return None
    if "verb" in words.parts(at) and words.before(by) != THIS:
        return None
    found = _bodies_at(clauses, words.first(by + len(_BY)))
    if found is None:
        return None
    handles = pattern("handled").match(
        words.folded, found.end, min(clauses.end_of(at), found.end + _LONGEST_ACT)
    )
    return found if handles else None


def concluded(clauses: Clauses, at: int) -> BodyList | None:
    """Who acts after "thì", which ends a condition ("đơn ở nơi khác thì Văn phòng chuyển"), in the clause at `at`."""
    words = clauses.words
    then = clauses.text.folded.find(_THEN, at, clauses.end_of(at))
    if then < 0:
        return None
    step = words.first(then + len(_THEN))
    found = _bodies_at(clauses, words.next(step) if words.at(step) == PASSIVE else step)
    parts = words.parts(found.end) if found else {}
    return found if parts.get("verb", 0) > parts.get("link", 0) else None


def undergoes(clauses: Clauses, found: BodyList) -> bool:
    """Whether something is done to the many that the list `found` names, after what they are like or do
    ("chi hội yếu kém được củng cố", "nghệ nhân dạy nghề được hưởng thù lao")."""
    words, at, many = clauses.words, found.end, found.bodies[-1].kind
    people = many == "persons" or HOUSEHOLD in words.folded[slice(*found.bodies[-1].span)].split()
    acts = False
    told_apart = many not in _BODIES or words.at(at) in _STATES
    for _ in range(_LONGEST_STATE if told_apart else 0):
        if words.at(at) in _SUFFERS:
            step = words.next(at)
            gains = words.at(step) in words_for("gains")
            done = gains or (not acts and "verb" in words.parts(step))
            return done and clauses.cue_at(step, "assign") is None
        if not words.at(at).isalnum() or words.capital(at) or words.at(at) in words_for("folk"):
            return False
        acts = acts or ("verb" in words.parts(at) and words.at(at) not in _NO_ACTS)
        if acts and not people:
            return False
        at = words.next(at)
    return False


def _bodies_at(clauses: Clauses, at: int) -> BodyList | None:
    """The list at `at`, if it ends with a body or an office, which alone act on things."""
    found = clauses.lists.at(at)
    return found if found and found.bodies[-1].kind in _BODIES else None
