"""Who gets the reports that a text asks for, and through whom they go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.assignments.bodies import BodyList, Named
from ingest.assignments.clauses import Clauses, Found
from ingest.assignments.wording import PURPOSE, pattern, words_for
from ontology.load import spelling, spellings

_RECEIVER_WITHIN = 240
_COLLECTS_WITHIN = 110
_SENT, _RESULT = spelling("sent"), spellings("result")
_OTHER_ACTS = frozenset({"advise", "report", "lead", "assign"})


class Duty(NamedTuple):
    """A body and its part in the task; `inherited` where the words stand in a heading above."""

    body: Named
    role: str
    rule: str
    inherited: bool = False


@dataclass(slots=True)
class Actor:
    """The bodies that a clause tells to act, and the acts it tells them; its predicate begins at `begin`."""

    bodies: tuple[Named, ...]
    inherited: bool = False
    acts: set[str] = field(default_factory=set)
    begin: int = 0
    ordered: bool = False

    def roles(self) -> list[str]:
        """The parts that its acts give it; without any it is simply responsible."""
        led = [act for act in ("lead", "advise") if act in self.acts]
        helps = ["coordinate"] if "coordinate" in self.acts else []
        if self.inherited:
            return ["responsible", *led, *helps]
        if "lead" in self.acts:
            return [*led, *(["responsible"] if "bound" in self.acts else [])]
        if helps:
            return [*helps, *led]
        return [*led, *(["responsible"] if not led or "other" in self.acts else [])]


class Reports:
    """Reads what the clauses say of reports; `duties` and `subjects` grow on the way.

    `reported`: somebody gets a report in this clause. `directed`: what follows is the act of others.
    """

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        self.words = clauses.words
        self.duties: list[Duty] = []
        self.subjects: list[Actor] = []
        self.directed = False
        self.reported = False

    def add(self, bodies: Sequence[Named], role: str, rule: str) -> None:
        """Record the part `role` of `bodies`."""
        self.duties += (Duty(body, role, f"assignments.{rule}") for body in bodies)

    def act(self, act: str) -> None:
        """Note an act of the last subject."""
        if self.subjects:
            self.subjects[-1].acts.add(act)

    # ---- each handler gives the word from which to read on

    def on_report(self, found: Found) -> int:
        self.reported = True
        if found.noun:
            result = self.words.before(found.start) == _RESULT[-1]  # "kết quả báo cáo Bộ trưởng"
            named = self.clauses.objects(found.end) if result else None
            return self._reported_to(named) if named else self._receiver(found.end) or found.end
        folded, stop = self.clauses.text.folded, self.clauses.span[1]
        things = pattern("reported_things").match(folded, self.words.span(found.start, found.end)[1], stop)
        at = self.words.first(things.end()) if things else found.end
        advise = self.clauses.cue_at(self.words.next(at) if self.words.at(at) == "," else at, "advise")
        if advise:
            self.act("advise")  # "báo cáo, tham mưu Ủy ban nhân dân tỉnh": one object for both
            at = advise.end
        receiver = pattern("receiver").match(folded, at, stop)
        at = self.words.first(receiver.end()) if receiver else at
        named = self.clauses.objects(at) or self._bare_superior(at)
        if named and self.words.before(found.start) == _SENT and self._passes_on(named):
            return self._reported_to(named, "via", "via")
        return self._reported_to(named) if named else self._receiver(found.end) or found.end

    def _bare_superior(self, at: int) -> BodyList | None:
        """A superior that is named by its kind alone ("báo cáo Bộ trước ngày 20")."""
        words = self.words
        end = words.parts(at).get("unit", at)
        told = not words.at(end).isalpha() or words.parts(end).keys() & {"verb", "link", "act"}
        if end == at or not words.capital(at) or not told:
            return None
        return BodyList((self.clauses.lists.named(at, end, "body"),), end)

    def _passes_on(self, named: BodyList) -> bool:
        """Whether those who get a report gather it for others ("… tổng hợp, báo cáo Ủy ban nhân dân xã")."""
        passes = pattern("passes_on").match(self.after(named))
        return bool(passes and self.clauses.lists.at(self.words.first(named.end + passes.end())))

    def _receiver(self, at: int) -> int:
        """Record who gets a report whose content is named first; 0 if nobody is."""
        named = self._receivers(at)
        return self._reported_to(named) if named else 0

    def _receivers(self, at: int) -> BodyList | None:
        words, clauses = self.words, self.clauses
        limit = min(clauses.end_of(at), at + _RECEIVER_WITHIN)
        acts = (found.start for found in clauses.cues_between(at, limit) if found.cue in _OTHER_ACTS)
        limit = next(acts, limit)
        while at < limit:
            named = None
            if words.at(at) == PURPOSE:
                named = clauses.lists.at(words.next(at))
                if named and not pattern("knows").match(words.folded[named.end : named.end + 12]):
                    named = None
            elif words.at(at) in words_for("receiving"):
                named = self._received(at)
            if named:
                return named
            at = words.next(at)
        return None

    def _received(self, step: int) -> BodyList | None:
        """The receivers after the preposition at `step`, if it is not part of another phrase."""
        folded = self.clauses.text.folded
        match = pattern("receiver").match(folded, step, self.clauses.span[1])
        if match is None or pattern("no_receiver").search(folded[max(match.end() - 20, 0) : match.end()]):
            return None
        named = self.clauses.objects(self.words.first(match.end()))
        return named if named and named.bodies[0].kind in ("body", "office") else None

    def on_tell(self, found: Found) -> int:
        named = self.clauses.objects(found.end)
        return self._reported_to(named) if named else found.end

    def _reported_to(self, named: BodyList, role: str = "report_to", rule: str = "report") -> int:
        """Record who gets a report; what it collects for is then the receiver's to do."""
        self.add(named.bodies, role, rule)
        self.reported = True
        self.directed = self.directed or bool(pattern("collects").search(self.after(named)))
        return named.end

    def after(self, named: BodyList) -> str:
        """The rest of the clause after a list, as far as it may say what the list is for."""
        limit = min(self.clauses.end_of(named.end), named.end + _COLLECTS_WITHIN)
        return self.clauses.text.folded[named.end : limit]

    def on_send(self, found: Found) -> int:
        named = self.clauses.objects(found.end) or self._receivers(found.end)
        if not named or named.bodies[0].kind == "persons":
            return found.end
        after = self.after(named)
        sent = self.words.folded[found.end : named.bodies[0].span[0]].split()
        if self.reported or after.startswith("(qua ") or tuple(sent[:2]) == _RESULT:
            return self._reported_to(named)
        if pattern("collects").search(after):
            return self._reported_to(named, "via", "via")
        news = pattern("sent_news").match(self.words.folded[found.end : named.bodies[0].span[0]])
        return self._reported_to(named) if news else found.end

    def on_via(self, found: Found) -> int:
        if not self.reported and self.words.before(found.start) != "(":
            return found.end
        named = self.clauses.lists.at(found.end)
        if not named or named.bodies[0].kind == "persons":
            return found.end
        self.add(named.bodies, "via", "via")
        return named.end
