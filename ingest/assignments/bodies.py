"""Lists of bodies: "Sở Y tế, Sở Tài chính và các cơ quan liên quan", split into single names.

Names that hold commas or "và" stay whole (see `ingest.assignments.names`). A head that several share is given to
each: "các Bộ: Tài chính, Công Thương" is "Bộ Tài chính" and "Bộ Công Thương".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ingest.assignments.domains import unknown_end
from ingest.assignments.names import Name, Names
from ingest.assignments.ranks import proper_end
from ingest.assignments.wording import AND, CITY, COMMAS, MANY, NUMBER
from ingest.text import Span, printed
from ontology.body_words import phrases
from ontology.fold import fold

_LONGEST_BRACKET = 240
_MOST_BODIES = 80
_LONGEST_APPOSITION = 160
_NEARBY = 20_000
_TELLING = frozenset({":", "("})
_SHARED_AFTER = (*_TELLING, *COMMAS)
_NUMBERED = f" {NUMBER} "
_GOES_ON = frozenset({"compound", "domain"})


class Named(NamedTuple):
    """A body as the text names it at `span` (of the views), after the `head` that several share.

    `kind`: body, group, persons, office or places.
    """

    span: Span
    kind: str
    head: str = ""

    def name(self, quote: str) -> str:
        """The words `quote` that name it, in one line and with the head."""
        return f"{self.head} {printed(quote)}".strip()


class BodyList(NamedTuple):
    """Bodies in text order; `end` is the place of the word after the last name.

    `last` holds those after the last comma or semicolon, `semicolon` counts the bodies before the
    first semicolon (0: there is none).
    """

    bodies: tuple[Named, ...]
    end: int
    last: tuple[Named, ...] = ()
    semicolon: int = 0
    semicolon_end: int = 0


class Lists:
    """Reads lists of bodies among words.

    >>> from ingest.text import Text
    >>> from ingest.words import Words
    >>> text = Text("a", "Giám đốc các Sở: Y tế, Tài chính; các tổ chức có liên quan chịu trách nhiệm")
    >>> found = Lists(Names(Words(text, (0, len(text))))).at(0)
    >>> [body.name(text.flow[slice(*body.span)]) for body in found.bodies]
    ['Giám đốc Sở Y tế', 'Giám đốc Sở Tài chính', 'các tổ chức có liên quan']
    """

    def __init__(self, names: Names) -> None:
        self.names = names
        self.words = names.words
        self._read: dict[int, BodyList | None] = {}
        self._within = False

    def at(self, start: int) -> BodyList | None:
        """The list that begins with the word at `start`."""
        if start not in self._read:
            self._read[start] = self._list(start) if self.names.may_begin(start) else None
        return self._read[start]

    def _list(self, start: int) -> BodyList | None:
        element = self._element(start)
        bodies: list[Named] = []
        end = start
        last = semicolon = semicolon_end = 0
        while element and len(bodies) < _MOST_BODIES:
            bodies += element[0]
            end = element[1]
            after = self.skip_bracket(end) if self.words.at(end) == "(" else end
            separator = self._separator(after)
            if separator and separator[1] == "," and self._apposition(separator[0]):
                break
            element = self._element(separator[0]) if separator else None
            if element and separator:
                if separator[1] == ";" and not semicolon:
                    semicolon, semicolon_end = len(bodies), end
                if separator[1] in (",", ";"):
                    last = len(bodies)
        if not bodies:
            return None
        return BodyList(tuple(bodies), end, tuple(bodies[last:]), semicolon, semicolon_end)

    def _apposition(self, at: int) -> bool:
        """Whether the words at `at` say what the body before them is ("…, đơn vị đầu mối, tổng hợp")."""
        words = self.words
        if words.capital(at) or "appositive" not in words.parts(at):
            return False
        comma = words.folded.find(",", at, min(at + _LONGEST_APPOSITION, words.stop))
        if comma < 0 or words.folded.find(".", at, comma) >= 0 or words.folded.find(";", at, comma) >= 0:
            return False
        step = words.next(comma)
        parts = words.parts(step)
        return "verb" in parts and "series" not in parts and not words.capital(step)

    def skip_bracket(self, at: int) -> int:
        """The word after the bracket at `at`; `at` if there is none, or one that never closes."""
        words = self.words
        if words.at(at) != "(":
            return at
        closing = words.folded.find(")", at, min(at + _LONGEST_BRACKET, words.stop))
        return words.first(closing + 1) if closing >= 0 else at

    def named(self, start: int, end: int, kind: str, head: str = "") -> Named:
        """The words from `start` to `end` as a body, after `head`."""
        return Named(self.words.span(start, end), kind, head)

    def _separator(self, at: int) -> tuple[int, str] | None:
        words = self.words
        sign = words.at(at)
        signed = sign in (",", ";", "/")
        step = words.next(at) if signed else at
        parts = words.parts(step)
        if "separator" in parts:
            return parts["separator"], sign if signed else AND
        if signed:
            return step, sign
        # A name may follow another without a sign where one was lost ("… Công nghệ Giám đốc …").
        return (at, "") if "office" in parts and words.capital(at) else None

    def _element(self, at: int) -> tuple[list[Named], int] | None:
        name = self.names.at(at)
        if name is None:
            return None
        sign = self.words.at(name.end)
        if sign in _SHARED_AFTER:
            offices = self._offices(name) if sign == ":" else None
            if shared := offices or self._numbers(name) or self._heads(name) or self._places(name):
                return shared
        if name.kind == "group" and (members := self._members(name.end)):
            return members
        return [self.named(name.start, name.end, name.kind)], name.end

    def _numbers(self, name: Name) -> tuple[list[Named], int] | None:
        """ "Đội Quản lý thị trường số 4, số 5": units of one kind, told apart by their numbers."""
        words = self.words
        number = words.folded.rfind(_NUMBERED, name.start, name.end) + 1
        if number <= name.start or not words.before(name.end).isdigit():
            return None
        found, end = [self.named(name.start, name.end, name.kind)], name.end
        step = self._comma(end)
        while step and words.at(step) == NUMBER and words.at(words.next(step)).isdigit():
            end = words.next(words.next(step))
            found.append(self.named(step, end, name.kind, self._text(name.start, number)))
            step = self._comma(end)
        return (found, end) if len(found) > 1 else None

    def _members(self, at: int) -> tuple[list[Named], int] | None:
        """The bodies that a group consists of, told right after it ("các cơ quan: Sở Y tế, Thuế tỉnh"; "các hội
        gồm …"; "các đoàn thể (Đoàn Thanh niên, Hội Phụ nữ)"), and where they end; None if fewer than two are."""
        words, sign = self.words, self.words.at(at)
        step = words.next(at) if sign in ("(", ",") else at
        told = words.parts(step).get("comprising", step)
        colon = words.at(told) == ":"
        if self._within or not (colon or told > step or sign == "("):
            return None
        step = words.next(told) if colon else told
        if not words.capital(step):
            return None
        self._within = True  # no members of members
        found = self.at(step)
        self._within = False
        if found is None or len(found.bodies) < 2 or found.bodies[0].kind not in ("body", "office"):
            return None
        closes = sign == "(" and words.at(found.end) == ")"
        return (
            (list(found.bodies), words.next(found.end) if closes else found.end)
            if closes or sign != "("
            else None
        )

    def _offices(self, name: Name) -> tuple[list[Named], int] | None:
        """ "Giám đốc: Trung tâm Công báo, Trung tâm Tin học"."""
        words = self.words
        if words.parts(name.core).get("office") != name.end:
            return None
        head = self._text(name.start, name.end)
        found, end = [], name.end
        step: int | None = words.next(end)
        while step and (each := self.names.at(step)) and each.kind in ("body", "group"):
            found.append(self.named(each.start, each.end, "office", head))
            end = each.end
            step = self._comma(end)
        return (found, end) if len(found) > 1 else None

    def _comma(self, at: int) -> int | None:
        separator = self._separator(at)
        return separator[0] if separator and separator[1] in COMMAS else None

    def _heads(self, name: Name) -> tuple[list[Named], int] | None:
        """ "các Bộ: Tài chính, Công Thương", "các Sở Tài chính, Nội vụ", "Sở Tài chính, Nội vụ"."""
        words = self.words
        at = self._head(name) if self._shares(name.end) else None
        if at is None:
            return None
        after = words.parts(at)["head"]
        sign = words.at(name.end)
        colon = sign in _TELLING
        kinds = colon and name.end == after  # "các Vụ:", which says of what kind all that follow are
        if not colon and (name.end == after or words.parts(after).get("domain") != name.end):
            return None
        if not colon and (twin := self._twin(at, name)):
            return [self.named(name.start, twin, name.kind)], twin
        before = " ".join(self._text(name.core, at).split()).removesuffix(MANY).strip()
        head = f"{before} {self._text(at, after)}".strip()
        found, end = [], name.end
        if not colon:
            first = head == self._text(name.start, after)
            start = name.start if first else after
            found.append(Named(words.span(start, end), name.kind, "" if first else head))
        step = words.next(end) if colon else self._comma(end)
        while step and not self._stands_alone(step, head) and (domain := self._told(step, kinds)):
            found.append(self.named(step, domain, "office" if before else "body", head))
            end, step = domain, self._comma(domain)
        if sign == "(":
            return (found, words.next(end)) if len(found) > 1 and words.at(end) == ")" else None
        if len(found) < 2 and not (colon and found):
            return None
        tails = self.names.tails(end, "body")
        if not colon and tails > end:  # "Phòng Nội vụ, Tư pháp | huyện"
            found[-1] = found[-1]._replace(span=words.span(found[-1].span[0], tails))
        return found, tails  # "các Phòng: Tổng hợp, Quản trị | của Sở"

    def _twin(self, at: int, name: Name) -> int:
        """The end of "Kế hoạch, Tài chính", two matters of the one unit whose head stands at `at` and whose name
        `name` has the first of them; 0 if they are of two units.

        They are of one if that is usual, or if the paper writes so nearby ("Vụ Kế hoạch - Tài chính").
        """
        words, folded, end = self.words, self.words.folded, name.end
        head = words.parts(at)["head"]
        if (
            words.at(end) != ","
            or words.before(at) == MANY
            or folded[at:head].strip() not in phrases("twinned")
        ):
            return 0
        second = words.parts(words.next(end)).get("domain", 0)
        twin = words.parts(head).get("twin", 0)
        if not twin and second:
            start, stop = words.span(words.next(end), second)
            near = max(0, at - _NEARBY), stop + _NEARBY
            first = folded[slice(*words.span(at, end))]
            twin = second if folded.find(f"{first} - {folded[start:stop]}", *near) >= 0 else 0
        return self.names.tails(twin, "body") if twin and words.at(twin) != AND else 0

    def _shares(self, end: int) -> bool:
        """Whether a sign and a bare domain follow: only then may a head be shared."""
        words = self.words
        colon = words.at(end) in _TELLING
        step = words.next(end) if colon else self._comma(end)
        if step is None or not words.capital(step):
            return False
        return "domain" in words.parts(step) or (colon and self._called(step) is not None)

    def _stands_alone(self, at: int, head: str) -> bool:
        """Whether armed forces are named at `at`, which no head but a command shares with others."""
        forces = "forces" in self.words.parts(at)
        return forces and fold(head).removesuffix(f" {MANY}") not in phrases("command")

    def _told(self, at: int, kinds: bool) -> int | None:
        """The end of what one of several with a shared head is for; `kinds`: a colon stands after the head."""
        known = self._bare_domain(at)
        whole = known and "deed" not in self.words.parts(at) and self.words.at(known) != "-"
        after = self.words.parts(known) if whole and known else {}
        goes_on = kinds and "verb" not in after and not _GOES_ON.isdisjoint(after)
        return known if (whole and not goes_on) or not kinds else self._called(at)

    def _called(self, at: int) -> int | None:
        """The end of what units of one kind are called after a colon, where no unit is named whole."""
        words = self.words
        parts = words.parts(at)
        if not words.capital(at) or parts.keys() & {"head", "office", "committee", "determiner"}:
            return None
        end = unknown_end(words, at, max(parts.get("organ", 0), parts.get("domain", 0)))
        return words.next(end) if words.at(end).isdigit() else end

    def _head(self, name: Name) -> int | None:
        """Where the last head stands whose domain, or nothing, ends the name."""
        words = self.words
        if words.at(name.end) in _TELLING:
            # "Các Bộ, cơ quan: …": the first of the series is what the domains belong to.
            parts = ((at, words.parts(at)) for at in words.between(name.core, name.end))
            return next((at for at, found in parts if "sharedhead" in found and "office" not in found), None)
        for at in reversed(words.between(name.core, name.end)):
            head = words.parts(at).get("head")
            if head and words.parts(head).get("domain") == name.end:
                return at
        return None

    def _bare_domain(self, at: int) -> int | None:
        """The end of a domain without its head, not the start of another name."""
        words = self.words
        domain = words.parts(at).get("domain")
        name = self.names.at(at)
        return domain if domain and words.capital(at) and (name is None or name.end <= domain) else None

    def _places(self, name: Name) -> tuple[list[Named], int] | None:
        """ "UBND các tỉnh: Lào Cai, Lai Châu", "UBND các xã Mường Bú, Mường Bon"."""
        words = self.words
        if words.folded.find(MANY, name.start, name.end) < 0:
            return None
        within = words.between(name.start, name.end)
        plural = next((at for at in reversed(within) if words.at(at) == MANY), None)
        if plural is None or not (place := words.parts(words.next(plural)).get("place")):
            return None
        sign = words.at(name.end)
        colon = sign in _TELLING
        if not colon and (proper_end(words, place) != name.end or name.end == place):
            return None
        spans = list(self._proper_names(words.next(name.end) if colon else place))
        if len(spans) < 2 or (sign == "(" and words.at(spans[-1][1]) != ")"):
            return None
        head, kind = self._text(name.start, plural), self._text(words.next(plural), place).partition(",")[0]
        found = []
        for start, end in spans:
            proper = self._text(start, end)
            city = fold(proper) in phrases("city") and colon and name.end > place
            told = "place" in words.parts(start)
            before = "" if told else CITY if city else kind
            shared = " ".join(filter(None, (head, before)))
            found.append(Named(words.span(start, end), "body" if head else "places", shared))
        return found, words.next(spans[-1][1]) if sign == "(" else spans[-1][1]

    def _proper_names(self, at: int) -> Iterator[tuple[int, int]]:
        step: int | None = at
        while step is not None:
            start = self.words.parts(step).get("place", step)
            end = proper_end(self.words, start)
            if end == start:
                return
            if self.words.at(end).isdigit() and len(self.words.at(end)) == 1:  # "A Lưới 1"
                end = self.words.next(end)
            yield step, end
            step = self._comma(end)

    def _text(self, start: int, end: int) -> str:
        return " ".join(self.words.flow[slice(*self.words.span(start, end))].split())
