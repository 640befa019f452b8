"""Numbers that are no objective: how things stand or stood, in which case something is done, how large a thing is.

`left` are the words before a number, back to the number before it or the clause's beginning.
"""

from __future__ import annotations

from ingest.targets.figures import ahead
from ingest.targets.units import Unit
from ingest.targets.uses import ends_so, use
from ingest.text import Span
from ontology.load import document


def behind(left: str, year: int | None) -> bool:
    """Whether a number tells how things stand or stood: "(năm 2022 là 91%)" in a document of a later `year`."""
    if ends_so("was", left):
        return True
    past = ends_so("past", left) if year else None
    return past is not None and int(past["year"] or past["opening"]) < (year or 0)


def standing(left: str) -> bool:
    """Whether words that end at a number say that it is so already: "đã trồng"."""
    return ends_so("stands", left) is not None


def assessed(clause: str) -> bool:
    """Whether a clause only tells how far something has come: "đạt 29% kế hoạch, thấp hơn bình quân cả nước"."""
    return ends_so("assessed", clause) is not None and use("asked")[0].pattern.search(clause) is None


def kept(left: str, after: str) -> bool:
    """Whether a number counts what is there and is only kept: "giữ vững 12 tuyến đường hiện có"."""
    return ends_so("keeps", left) is not None and use("already")[0].pattern.match(after) is not None


def likewise(between: str) -> bool:
    """Whether words after such a number only say more of it: "đã giải ngân 900 tỷ đồng, đạt 92% kế hoạch"."""
    return use("likewise")[0].pattern.match(between) is not None


def bounds(left: str) -> bool:
    """Whether a number only ends a range that began with another: "từ 25 m2 đến 70 m2"."""
    return ends_so("bound of", left) is not None


def conditional(left: str, after: str) -> bool:
    """Whether a number says in which case, or with whom, something is done: "nơi nào dưới 50% thì …"."""
    if ends_so("if", left) or ends_so("dealt", left):
        return True
    return any(
        ends_so(those, left) and use(then)[0].pattern.match(after)
        for those, then in (("so large", "acts"), ("large head", "does"), ("condition", "must"))
    )


def describes(folded: str, at: int, unit: Unit, clause: Span, left: str) -> bool:
    """Whether a count at `at` is no objective but tells how things stand, what a thing is like or what is paid."""
    return (
        _stands(folded, (at, unit.span[1]), clause, left)
        or _attributed(folded, at, unit, clause, left)
        or (unit.name not in document("targets")["sizes"] and kept(left, ahead(folded, unit.span[1], clause)))
        or _priced(folded, unit, clause, left)
    )


def _stands(folded: str, number: Span, clause: Span, left: str) -> bool:
    """Whether a count says how things stand, or over what an amount is counted: "trên 1 ha đạt 90 triệu đồng"."""
    at, end = number
    after = ahead(folded, end, clause)
    if standing(left) or conditional(left, after):
        return True
    if ends_so("bounded", left) and use("so then")[0].pattern.match(after):
        return True
    if not use("over")[0].pattern.search(left + folded[at:end].split(" ", 1)[0]):
        return False
    return use("amounts")[0].pattern.match(after) is not None


def _attributed(folded: str, at: int, unit: Unit, clause: Span, left: str) -> bool:
    """Whether a count only describes a thing: "hồ chứa dung tích trên 3 triệu m3", "cách bờ 100 m"."""
    such = ends_so("such", left)
    if such and folded[clause[0] : at - len(left) + such.start()].strip(" -+"):
        return True
    if ends_so("built", left):
        return True
    return unit.name in document("targets")["lengths"] and use("away")[0].pattern.search(left) is not None


def _priced(folded: str, unit: Unit, clause: Span, left: str) -> bool:
    """Whether an amount is only paid or given, or marks are only needed: "mức vay tối đa 100 triệu đồng"."""
    words = document("targets")
    if unit.name in words["marks"]:
        return use("marks")[0].pattern.match(ahead(folded, unit.span[1], clause)) is not None
    if unit.name not in words["money"]:
        return False
    if use("price")[0].pattern.search(left):
        return True
    if "/" not in folded[slice(*unit.span)]:
        return False
    return left.strip() == "," or use("given")[0].pattern.search(left) is not None
