"""A task's text as clauses with the cues in them: what the rules of `ingest.assignments.duties` read.

Cues are found by their anchors (plain words), each then looked at where it stands, so a text without
them costs next to nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ingest.assignments.bodies import BodyList, Lists
from ingest.assignments.names import Names
from ingest.assignments.wording import AND, COMMAS, pattern, words_for
from ingest.text import Span, Text
from ingest.words import Words
from ontology.load import cues, spelling

_LOOK_BEHIND = 28
_GOVERNED_BEHIND = 60
_MOST_COMMON = 12
_TELLING = frozenset({"verb", "link"})
_WORK = f"{spelling('work')} "
_OPENINGS = ("closes", "connector", "titled", "gentlemen", "leads", "counting", "opener", "permit")


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


@cache
def _openings() -> re.Pattern[str]:
    return re.compile("|".join(pattern(name).pattern for name in _OPENINGS))


@cache
def _anchors() -> Mapping[str, tuple[_Anchored, ...]]:
    """The anchors, each with the cues that may begin there."""
    found: dict[str, tuple[_Anchored, ...]] = {}
    for name, entry in cues("assignments").items():
        nouns, after = (
            tuple(f"{words} " for words in entry.facts.get(key, ())) for key in ("nouns", "after")
        )
        anchored = _Anchored(name, entry.pattern, nouns, after)
        for anchor in entry.facts.get("anchors", ()):
            found[anchor] = (*found.get(anchor, ()), anchored)
    return found


@cache
def _first_word() -> re.Pattern[str]:
    """The first word of an anchor that goes on with its other words; sorted by letters, for speed."""
    rests: dict[str, list[str]] = {}
    for anchor in _anchors():
        first, *others = map(re.escape, anchor.split())
        ahead = "".join(f"[ ]+{word}" for word in others)
        rests.setdefault(first[0], []).append(f"{first[1:]}(?={ahead})")
    return re.compile("|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in rests.items()))


@cache
def _beginning(word: str) -> Sequence[tuple[_Anchored, ...]]:
    """The cues of the anchors that begin with `word`, those of one anchor together."""
    found = {entries for anchor, entries in _anchors().items() if anchor.split()[0] == word}
    return [entries for entries in found if not any(set(entries) < set(other) for other in found)]


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
        self._at = {found.start: found for found in self.found}
        self.ends = self._stops()

    def end_of(self, at: int) -> int:
        """The place of the sign that ends the clause in which `at` lies."""
        index = bisect_left(self.ends, at)
        return self.ends[index] if index < len(self.ends) else self.span[1]

    def start_of(self, at: int) -> int:
        """The offset after the sign that ends the clause before the one in which `at` lies."""
        index = bisect_left(self.ends, at)
        return self.ends[index - 1] + 1 if index else self.span[0]

    def opens(self, at: int) -> bool:
        """Whether a phrase stands at `at` that may open a clause before its subject or predicate."""
        return _openings().match(self.text.folded, at) is not None

    def cues_from(self, at: int) -> list[Found]:
        """The cues that begin at `at` or later."""
        return self.found[bisect_left(self._starts, at) :]

    def ends_at(self, at: int) -> bool:
        """Whether a clause ends with the sign at `at`."""
        index = bisect_left(self.ends, at)
        return index < len(self.ends) and self.ends[index] == at

    def cues_between(self, start: int, end: int) -> list[Found]:
        """The cues that begin from `start` on and before `end`."""
        return self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def cue_at(self, at: int, name: str) -> Found | None:
        """The cue `name` if it begins at `at`."""
        found = self._at.get(at)
        return found if found and found.cue == name else None

    def bound_between(self, start: int, end: int) -> bool:
        """Whether "chịu trách nhiệm" or "có trách nhiệm" begins from `start` on and before `end`."""
        following = self.next_bound(start)
        return following is not None and following < end

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

    def helpers(self, at: int) -> BodyList | None:
        """The list at `at`, after "với", with what bodies are called in small letters ("thuế, hải quan")."""
        words, found = self.words, self.objects(at)
        if not found and words.before(at) not in words_for("joins"):
            return None
        bodies, end = list(found.bodies) if found else [], found.end if found else at
        for _ in range(_MOST_COMMON):
            joined = words.at(end) in COMMAS
            step = words.next(end) if joined else end
            more = (joined or not bodies) and (self._common(step, joined) or (joined and self.objects(step)))
            if not more:
                break
            bodies += more.bodies
            end = more.end
        return BodyList(tuple(bodies), end) if bodies else None

    def _common(self, at: int, joined: bool) -> BodyList | None:
        """A body called by its kind in small letters at `at`; `joined`: after another, where it may be an act."""
        words, parts = self.words, self.words.parts(at)
        core = parts.get("proper", 0)
        if joined and (several := parts.get("series", 0)) > max(core, words.next(at)):
            core = several  # "…, đoàn thể"
        if (
            not core
            or words.capital(at)
            or core < max(parts.values())
            or (joined and parts.get("verb", 0) >= core)
        ):
            return None
        end = self.lists.names.tails(core, "body")
        told = (
            not words.at(end).isalpha() or words.at(end) == AND or not _TELLING.isdisjoint(words.parts(end))
        )
        return BodyList((self.lists.named(at, end, "body"),), end) if told else None

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
        hits = [
            hit
            for match in _first_word().finditer(self.text.folded, *self.span)
            for entries in _beginning(match[0])
            if (hit := self._hit(match.start(), entries))
        ]
        found = []
        reached = self.span[0]
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
            behind = max(start, at - _LOOK_BEHIND)
            follows = not entry.after or at == start or folded.endswith(entry.after, behind, at)
            if not follows and folded[behind:at].strip(" -+"):
                continue
            if entry.nouns and folded.endswith(entry.nouns, behind, at):
                return None
            if folded.endswith(_WORK, behind, at) and self._governed(at):
                return None
            noun = entry.name == "report" and bool(pattern("report_noun").search(folded[behind:at]))
            return at, match.end(), entry.name, noun
        return None

    def _governed(self, at: int) -> bool:
        """Whether what stands at `at` is the object of leading ("chỉ đạo tốt công tác phối hợp …")."""
        before = self.text.folded[max(self.span[0], at - _GOVERNED_BEHIND) : at]
        return bool(pattern("governed").search(before))
