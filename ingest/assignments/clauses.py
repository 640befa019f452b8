"""A task's text as clauses with the cues in them: what the rules of `ingest.assignments.duties` read.

Cues are found by their anchors (plain words), each then looked at where it stands, so a text without
them costs next to nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from ingest.assignments.bodies import BodyList, Lists
from ingest.assignments.names import Names
from ingest.text import Span, Text
from ingest.words import Words
from ontology.load import cues, document

_LOOK_BEHIND = 28
_GOVERNED_BEHIND = 60


class Found(NamedTuple):
    """A cue in a text, from the word at `start` to before the one at `end`.

    `noun`: it names a thing, not an act.
    """

    cue: str
    start: int
    end: int
    noun: bool = False


@dataclass(frozen=True, slots=True)
class _Anchored:
    name: str
    pattern: re.Pattern[str]
    nouns: tuple[str, ...]
    after: tuple[str, ...]


def cue(name: str) -> re.Pattern[str]:
    """The pattern of the cue `name`."""
    return _patterns()[name]


@cache
def words_for(part: str) -> frozenset[str]:
    """The words and signs that play a part between cues ("receiving": "về", "cho" …)."""
    return frozenset(document("assignments")["words"][part])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: found.pattern for name, found in cues("assignments").items()}


@cache
def _anchors() -> tuple[tuple[str, tuple[_Anchored, ...]], ...]:
    """The anchors, each with the cues that may begin there."""
    found: dict[str, list[_Anchored]] = {}
    for name, entry in cues("assignments").items():
        nouns, after = (
            tuple(f"{words} " for words in entry.facts.get(key, ())) for key in ("nouns", "after")
        )
        for anchor in entry.facts.get("anchors", ()):
            found.setdefault(anchor, []).append(_Anchored(name, entry.pattern, nouns, after))
    return tuple((anchor, tuple(entries)) for anchor, entries in found.items())


class Clauses:
    """The words of one text, its cues in order, and the places where its clauses end.

    >>> text = Text("a", "Sở Y tế chủ trì; nâng cao chất lượng tham mưu. Công an xã trực.")
    >>> clauses = Clauses(text, (0, len(text)))
    >>> [found.cue for found in clauses.found], clauses.ends
    (['lead'], [15, 45, 62])
    """

    def __init__(self, text: Text, span: Span) -> None:
        self.text = text
        self.span = span
        self.words = Words(text, span)
        self.lists = Lists(Names(self.words))
        self.bound: list[int] = []
        self.found = self._cues()
        self._starts = [found.start for found in self.found]
        self.ends = self._stops()

    def end_of(self, at: int) -> int:
        """The place of the sign that ends the clause in which `at` lies."""
        index = bisect_left(self.ends, at)
        return self.ends[index] if index < len(self.ends) else self.span[1]

    def start_of(self, at: int) -> int:
        """The offset after the sign that ends the clause before the one in which `at` lies."""
        index = bisect_left(self.ends, at)
        return self.ends[index - 1] + 1 if index else self.span[0]

    def cues_from(self, at: int) -> Iterator[Found]:
        """The cues that begin at `at` or later."""
        for index in range(bisect_left(self._starts, at), len(self.found)):
            yield self.found[index]

    def ends_at(self, at: int) -> bool:
        """Whether a clause ends with the sign at `at`."""
        index = bisect_left(self.ends, at)
        return index < len(self.ends) and self.ends[index] == at

    def cues_between(self, start: int, end: int) -> Iterator[Found]:
        """The cues that begin from `start` on and before `end`."""
        return takewhile(lambda found: found.start < end, self.cues_from(start))

    def cue_at(self, at: int, name: str) -> Found | None:
        """The cue `name` if it begins at `at`."""
        index = bisect_left(self._starts, at)
        if index == len(self._starts) or self._starts[index] != at:
            return None
        return self.found[index] if self.found[index].cue == name else None

    def bound_between(self, start: int, end: int) -> bool:
        """Whether "chịu trách nhiệm" or "có trách nhiệm" begins from `start` on and before `end`."""
        index = bisect_left(self.bound, start)
        return index < len(self.bound) and self.bound[index] < end

    def bound_at(self, at: int) -> bool:
        """Whether "chịu trách nhiệm" or "có trách nhiệm" begins at `at`."""
        return self.next_bound(at) == at

    def next_bound(self, at: int) -> int | None:
        """Where "chịu trách nhiệm" or "có trách nhiệm" next begins from `at` on; None if nowhere."""
        index = bisect_left(self.bound, at)
        return self.bound[index] if index < len(self.bound) else None

    def objects(self, at: int) -> BodyList | None:
        """The list at `at`; what follows its semicolon is left out if it is a subject of its own."""
        found = self.lists.at(at)
        if found and found.semicolon and "act" in self.words.parts(found.end):
            return BodyList(found.bodies[: found.semicolon], found.semicolon_end)
        return found

    def _stops(self) -> list[int]:
        """The offsets of the signs that end clauses."""
        folded, (start, end) = self.text.folded, self.span
        found = []
        for sign in ";.":
            at = folded.find(sign, start, end)
            while at >= 0:
                if sign == ";" or self._ends_sentence(at):
                    found.append(at)
                at = folded.find(sign, at + 1, end)
        return sorted(found)

    def _ends_sentence(self, at: int) -> bool:
        flow, end = self.text.flow, self.span[1]
        following = flow[at + 1 : min(at + 12, end)].strip(" \"')./*")[:1]
        if following and not following.isupper() and following.isalnum():
            return False
        before = flow[max(at - 5, self.span[0]) : at].rpartition(" ")[2].lower()
        return before not in words_for("abbreviations")

    def _cues(self) -> list[Found]:
        folded, (start, end) = self.text.folded, self.span
        hits: list[tuple[int, int, str, bool]] = []
        spaced = folded.find("  ", start, end) >= 0
        for anchor, entries in _anchors():
            sought = anchor.partition(" ")[0] if spaced else anchor
            at = folded.find(sought, start, end)
            while at >= 0:
                hit = self._hit(at, entries)
                if hit:
                    hits.append(hit)
                at = folded.find(sought, at + len(sought), end)
        found = []
        reached = start
        for at, stop, name, noun in sorted(hits):
            if name == "duty_bound":
                self.bound.append(at)
            elif at >= reached:
                reached = stop
                found.append(Found(name, at, self.words.first(stop), noun))
        return found

    def _hit(self, at: int, entries: Sequence[_Anchored]) -> tuple[int, int, str, bool] | None:
        """The first of the cues that matches at the offset `at`, unless it is read as a noun."""
        folded, (start, end) = self.text.folded, self.span
        for entry in entries:
            match = entry.pattern.match(folded, at, end)
            if match is None:
                continue
            before = folded[max(start, at - _LOOK_BEHIND) : at]
            if entry.after and at > start and before.strip(" -+") and not before.endswith(entry.after):
                continue
            if entry.nouns and before.endswith(entry.nouns):
                return None
            if before.endswith("công tác ") and self._governed(at):
                return None
            noun = entry.name == "report" and bool(cue("report_noun").search(before))
            return at, match.end(), entry.name, noun
        return None

    def _governed(self, at: int) -> bool:
        """Whether what stands at `at` is the object of leading ("chỉ đạo tốt công tác phối hợp …")."""
        before = self.text.folded[max(self.span[0], at - _GOVERNED_BEHIND) : at]
        return bool(cue("governed").search(before))
