"""The grammar of one body's name: where it ends, and what kind of name it is.

A name is a determiner ("các"), a core, and tails. Cores: a body complete in itself ("Tỉnh ủy"), one
that belongs to another ("Văn phòng" + "Tỉnh ủy"), a head told apart by what it is for ("Sở" + "Nội
vụ"), an office and its body ("Giám đốc" + "Sở Y tế"), a series that names one group ("các sở, ban,
ngành"), persons ("cán bộ, công chức"), places ("các huyện, thành phố"). Tails: places, owners ("của
tỉnh"), modifiers ("có liên quan"), a proper name. The words are data: `vocab/body_words.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from ingest.assignments.attributes import attribute_end, purpose_end, told_apart
from ingest.assignments.domains import (
    joined_end,
    managed_end,
    nouns_end,
    plain_domain,
    quoted_end,
    topic_end,
    topical,
    unknown_end,
)
from ingest.assignments.heads import headed_end
from ingest.assignments.ranks import (
    CLOSING_SIGNS,
    bare_number_end,
    begins_name,
    charge_end,
    number_end,
    own_name,
    place_end,
    places_end,
    proper_end,
    reach_end,
)
from ingest.assignments.series import ellipsis_end, persons_end, series_end
from ingest.assignments.wording import ABOUT, AND, FROM, MANY, NUMBER, TOGETHER, words_for
from ingest.words import Words
from ontology.body_words import first_words

_LONGEST_TOPIC = 30
_TAILS = 6
_DEEPEST = 8
_OPENERS = frozenset({"determiner", "place", "person", "series", "group", "office", "member", "organ"})
_OPENERS |= {"proper", "committee", "head"}
_ADDRESS = words_for("address")
_AFTER_ADDRESS = (*(f"{word} " for word in _ADDRESS), "  ")
_SUPERIORS = frozenset({"organ", "committee", "superior"})
_TAIL_PARTS = frozenset({"place", "beforeplace", "tail", "owner", "within", "charged"})
_PERSON_TAIL_PARTS = _TAIL_PARTS | {"compound"}
_TAIL_WORDS = frozenset({NUMBER, FROM, '"', "“"})


class Name(NamedTuple):
    """A name from the word at `start` to before the one at `end`; `core` is where its core begins.

    `kind`: body, group, persons, office or places.
    """

    start: int
    core: int
    end: int
    kind: str

    @property
    def plural(self) -> bool:
        """Whether a determiner opens it."""
        return self.core > self.start


@cache
def _opening() -> frozenset[str]:
    return first_words(_OPENERS)


class Names:
    """Reads names among words; each place is read once.

    >>> from ingest.text import Text
    >>> names = Names(Words(Text("a", "Sở Văn hóa, Thể thao và Du lịch chủ trì"), (0, 39)))
    >>> names.words.span(0, names.at(0).end)
    (0, 31)

    `opening` are the words with which names begin. `cell`: the words are a table's cell, whose paragraphs
    no sign parts.
    """

    def __init__(self, words: Words, cell: bool = False) -> None:
        self.words = words
        self._cell = cell
        self._names: dict[int, Name | None] = {}
        self._depth = 0
        self.opening = _opening()

    def at(self, start: int) -> Name | None:
        """The longest name that starts with the word at `start`."""
        if start not in self._names:
            if self._depth == _DEEPEST:
                return None
            self._depth += 1
            self._names[start] = self._read(start)
            self._depth -= 1
        return self._names[start]

    def may_begin(self, start: int) -> bool:
        """Whether names begin with words of the parts that those at `start` play."""
        words = self.words
        return words.at(start) in self.opening and not _OPENERS.isdisjoint(words.parts(start))

    def _read(self, start: int) -> Name | None:
        if not self.may_begin(start):
            return None
        core = self.words.parts(start).get("determiner", start)
        found = self._core(core, core > start)
        if found is None and core > start:
            # "Tập thể lãnh đạo", "các đồng chí": the determiner may be part of the core.
            core, found = start, self._core(start, False)
        if found is None:
            return None
        end, kind = found
        if kind == "holder":
            return Name(start, core, self._with_office(end), "office")
        bare, end = end, self.tails(end, kind)
        if self.words.at(end) not in CLOSING_SIGNS:
            end = self._superior(core, bare, end)
            end = self._above(core, end) if kind == "body" else end
            end = told_apart(self.words, (start, core, end), kind)
        return Name(start, core, end, kind)

    def _above(self, core: int, end: int) -> int:
        """The end of the body above a unit, or of a branch, named after a dash ("Cục Việc làm - Bộ Nội vụ")."""
        words = self.words
        if words.at(end) not in ("-", "–") or not words.capital(step := words.next(end)):
            return end
        parts = words.parts(step)
        if "offshoot" in parts:
            return self.tails(parts["offshoot"], "body")
        if "branch" not in words.parts(core) or "superior" not in parts:
            return end
        name = self.at(step)
        return name.end if name and name.kind == "body" else end

    def _superior(self, core: int, bare: int, end: int) -> int:
        """The end of the body that a unit belongs to, named right after it ("Phòng Nội vụ UBND xã").

        `bare` is where the unit's name ends without tails: after a tail a sign may only be lost.
        """
        words = self.words
        parts = words.parts(end)
        if _SUPERIORS.isdisjoint(parts):
            return end
        own = words.parts(core)
        house = words.parts(parts.get("committee", end))
        if self._cell and house.get("unit", 0) == max(house.values(), default=1):
            return end  # "Phòng Tổ chức | Văn phòng Sở": two units of one house
        apt = bare == end and words.capital(end) and ("head" in own or "branch" in own)
        if "subunit" not in own and not apt:
            return end
        if "branch" not in own and "organ" not in parts and "committee" not in parts:
            return end
        name = self.at(end) if words.capital(end) or "committee" in parts else None
        return name.end if name and name.kind == "body" else end

    def _core(self, at: int, plural: bool) -> tuple[int, str] | None:
        words, parts = self.words, self.words.parts(at)
        addressed = words.folded.endswith(_AFTER_ADDRESS, words.start, at) and words.before(at) in _ADDRESS
        if addressed and self._may_be_proper(at):
            end = proper_end(words, at)
            return (end, "holder") if words.next(words.next(at)) <= end else None
        if not parts:
            return None
        best = max(parts.get("barrier", 0), at)
        best_rank = 0
        for part in parts:
            if part not in _RULES or (part in ("series", "group") and self._needless(part, parts, best)):
                continue
            rank, rule = _RULES[part]
            rank = _PLURAL_GROUP if plural and rank == _GROUP else rank
            end = rule(self, at, plural)
            if end > best or (end == best and rank > best_rank > 0):
                best, best_rank = end, rank
        if best_rank == _GROUP and not plural and words.capital(at) and "counted" in parts:
            best_rank = _BODY  # "Trường Tiểu học" of a name
        return (best, _KINDS[best_rank]) if best_rank else None

    def _needless(self, part: str, parts: Mapping[str, int], best: int) -> bool:
        """Whether the rule of series can find nothing beyond `best`: it saw to the group already, or what
        might open a series stands alone ("Sở | Nội vụ")."""
        if part == "group":
            return "series" in parts
        end = parts[part]
        return best > end and self.words.capital(end) and self.words.at(end) != AND and "group" not in parts

    def _with_office(self, end: int) -> int:
        """The end of the office that stands after its holder's name ("Nguyễn Văn A, Phó Chủ tịch …")."""
        step = self.words.next(end) if self.words.at(end) in (",", "-") else end
        name = self.at(step) if step > end and "office" in self.words.parts(step) else None
        return name.end if name else end

    def _proper(self, at: int, plural: bool) -> int:
        end = self.words.parts(at)["proper"]
        # "thanh tra cùng cấp": told apart by its level, a body needs no capital.
        return end if self.words.capital(at) or self.words.at(end) == TOGETHER else 0

    def _organ(self, at: int, plural: bool) -> int:
        words, parts, end = self.words, self.words.parts(at), self.words.parts(at)["organ"]
        managing = "managing" in parts and words.at(end) == MANY  # "Ban Quản lý dự án | các hồ đập"
        return (managing and managed_end(words, end)) or end

    def _committee(self, at: int, plural: bool) -> int:
        parts = self.words.parts(at)
        end = parts["committee"]
        topic = self._topic(end) if "topical" in parts else 0
        return topic or self.complement(end)

    def complement(self, at: int, joint: str = "party") -> int:
        """The end of the body that another belongs to, `at` if none is named."""
        name = self.at(at)
        if name is None or name.kind == "persons":
            parts = self.words.parts(at)
            return parts.get("unit", at) if self.words.capital(at) and "office" not in parts else at
        words, end = self.words, name.end
        # "Ban dân vận các huyện ủy, thành ủy": the committees are one complement.
        cells = joint == "party" and words.at(name.start) == MANY
        while words.at(end) == "," and (
            joint in words.parts(name.core) or (cells and "cell" in words.parts(name.core))
        ):
            step = words.next(end)
            following = 0
            if joint == "party" and words.at(name.start) == MANY and words.capital(step):
                following = words.parts(step).get("townparty", 0)
            elif not words.capital(step):
                step = words.parts(step).get("determiner", step) if joint == "collective" else step
                following = words.parts(step).get(joint, 0) or (cells and words.parts(step).get("cell", 0))
                following = following if following >= words.parts(step).get("person", 0) else 0
            if not following:
                break
            end = self.tails(max(following, series_end(self, step, True)), name.kind)
        return end

    def _topic(self, at: int) -> int:
        """The end of a steering committee's topic or number, 0 if none follows."""
        words = self.words
        if words.at(at).isdigit():
            return words.next(at)
        if words.capital(at) and (domain := words.parts(at).get("domain")):
            return joined_end(words, domain)
        if words.capital(at) and not begins_name(words, at):
            return unknown_end(words, at)
        if words.at(at) == ABOUT or "topicword" in words.parts(at):
            end = at
            least = plain_domain(words, words.next(at) if words.at(at) == ABOUT else at)
            for _ in range(_LONGEST_TOPIC):
                end = words.next(end)
                parts, sign = words.parts(end), words.at(end)
                if sign in ("", ".", ";", ":", "("):
                    return least or self._purpose(at)
                if sign == "," and "founding" in words.parts(words.next(end)):
                    return end
                placed = "member" in parts and "barrier" not in parts
                if "act" in parts or placed or (sign == "," and self._another(words.next(end))):
                    return end if end > words.parts(at).get("topicword", at) else 0
        return 0

    def _purpose(self, at: int) -> int:
        """The end of "về chống buôn lậu" or "liên ngành về …" at `at`, 0 if its predicate is not seen."""
        words = self.words
        start = at if words.at(at) == ABOUT else words.parts(at).get("topicword", at)
        return purpose_end(words, words.next(start)) if words.at(start) == ABOUT else 0

    def _another(self, at: int) -> bool:
        """Whether another body is named at `at`, after the comma that ends a topic."""
        words = self.words
        return words.capital(at) and begins_name(words, at) and self.at(at) is not None

    def _office(self, at: int, plural: bool) -> int:
        words, parts = self.words, self.words.parts(at)
        end = parts["office"]
        best = end if "dependent" not in parts or parts["dependent"] < end else 0
        name = self.at(end)
        joints = ("party", "collective" if "heading" in parts else "joint")
        for joint in joints if name and words.at(name.end) == "," else joints[:1]:
            complement = self.complement(end, joint)
            best = max(best, complement if complement > end else 0)
        inner = words.next(at)
        if inner < end and words.capital(inner):  # "Chánh Văn phòng …": a body's name begins in the office's
            best = max(best, self.complement(inner))
        for step in (inner, words.next(inner)):
            unit = words.parts(step).get("committee", 0) if step < end else 0
            of = self.complement(unit) if unit > end else 0  # "trưởng ban tổ chức | cấp ủy cấp huyện"
            best = max(best, of if of > unit else 0)
        after = words.parts(end)
        domain, kind = after.get("domain", 0), after.get("series", 0)
        if kind and not words.capital(end) and "attributive" in words.parts(kind):
            best = max(best, kind)  # "thủ trưởng cơ quan | được giao"
        if domain and words.capital(end):
            best = max(best, self.complement(joined_end(words, domain)))
        places = places_end(words, end)
        return max(best, places) if places > end else best

    def _series(self, at: int, plural: bool) -> int:
        return series_end(self, at, plural)

    def tails(self, at: int, kind: str) -> int:
        """The end of all that follows a core at `at` as part of the name."""
        for _ in range(_TAILS):
            if self.words.at(at) in CLOSING_SIGNS or (end := self._tail(at, kind)) == at:
                break
            at = end
        return at

    def _tail(self, at: int, kind: str) -> int:
        words = self.words
        parts, capital, word = words.parts(at), words.capital(at), words.at(at)
        tail_parts = _PERSON_TAIL_PARTS if kind == "persons" else _TAIL_PARTS
        if not (capital or word in _TAIL_WORDS or word[:1].isdigit()) and tail_parts.isdisjoint(parts):
            return at
        if (end := places_end(words, at)) > at or (kind == "body" and (end := self._of_many(at)) > at):
            return end
        owner = self._owner(parts["owner"], at) if "owner" in parts else at
        if "tail" in parts and not parts.get("verb", 0) > parts["tail"]:
            # "có chức năng | quản lý …"
            acting = "suffered" in parts and "deed" in words.parts(parts["tail"])
            return max(parts["tail"], owner, attribute_end(words, at, False) if acting else 0)
        if "owner" in parts:
            return owner
        if "within" in parts:
            return self._within(parts["within"], at)
        if kind == "body" and (
            end := number_end(words, at) or bare_number_end(words, at) or quoted_end(words, at)
        ):
            return end
        if kind in ("office", "persons") and "charged" in parts:
            return charge_end(words, parts["charged"]) or at
        if kind == "persons" and not capital and (nouns := nouns_end(words, at)):
            return nouns
        if word == FROM and (reach := reach_end(words, words.next(at))):
            return reach
        named = capital and self._may_be_proper(at) and parts.get("verb", 0) <= words.next(at)
        if named and kind == "persons":
            return unknown_end(words, at)
        if not named or kind not in ("body", "office", "places"):
            return at
        return topic_end(words, at) if kind == "body" and topical(words, at) else proper_end(words, at)

    def _of_many(self, at: int) -> int:
        """The end of those at `at` to whom a body of each belongs ("Công đoàn | các trường"), `at` if none."""
        words = self.words
        if words.at(at) != MANY or words.capital(at):
            return at
        name = self.at(at)
        return name.end if name and name.kind == "group" else at

    def _may_be_proper(self, at: int) -> bool:
        return not begins_name(self.words, at) or own_name(self.words, at)

    def _owner(self, at: int, otherwise: int) -> int:
        words = self.words
        unit = words.parts(at).get("unit", at)
        if words.capital(at) and words.at(unit) == ",":
            return unit
        name = self.at(at)
        places = places_end(self.words, at)
        best = max(name.end if name and name.kind != "persons" else 0, places if places > at else 0)
        return best or (unit if unit > at else otherwise)

    def _within(self, at: int, otherwise: int) -> int:
        end = places_end(self.words, at)
        if end == at and not begins_name(self.words, at) and "barrier" not in self.words.parts(at):
            end = proper_end(self.words, at)
        return end if end > at else otherwise

    def _plural_places(self, at: int, plural: bool) -> int:
        words, rank = self.words, self.words.parts(at)["place"]
        if plural:
            return places_end(words, at)
        return place_end(words, at) if words.capital(rank) and "numbered" not in words.parts(at) else 0


# The rule for each part that may begin a core; of two that reach equally far the higher rank is taken.
_GROUP = 3
_BODY = 5
_PLURAL_GROUP = 6
_KINDS = {1: "places", 2: "persons", 3: "group", 4: "office", 5: "body", 6: "group"}
_RULES: dict[str, tuple[int, Callable[[Names, int, bool], int]]] = {
    "place": (1, Names._plural_places),
    "person": (2, lambda names, at, plural: persons_end(names.words, at)),
    "series": (3, Names._series),
    "group": (3, Names._series),
    "office": (4, Names._office),
    "member": (5, lambda names, at, plural: ellipsis_end(names.words, at)),
    "organ": (5, Names._organ),
    "proper": (5, Names._proper),
    "committee": (5, Names._committee),
    "head": (5, lambda names, at, plural: headed_end(names.words, at, plural)),
}
