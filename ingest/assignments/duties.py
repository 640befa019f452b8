"""Who one task's sentences tell to act, and in what part.

A clause is read from its left: its subject (`ingest.assignments.subjects`), then the cues of its predicate, which
give the subject its part and name further bodies. A clause without a subject keeps the one before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.assignments.addressees import addressed
from ingest.assignments.bodies import BodyList, Named
from ingest.assignments.clauses import Clauses, Found, cue, words_for
from ingest.assignments.subjects import after_connector, ordered, subject_at, told
from ingest.text import Span, Text

_RECEIVER_WITHIN = 240
_COLLECTS_WITHIN = 110


class Duty(NamedTuple):
    """A body and its part in the task; `inherited` where the words stand in a heading above."""

    body: Named
    role: str
    rule: str
    inherited: bool = False


class Duties(NamedTuple):
    """What a task's own text says: its duties, and whom the items below it are addressed to.

    `addressed`: the text is nothing but its addressee. `subjects`: it names a subject of its own.
    `bound`: it says that somebody "chịu trách nhiệm" or "có trách nhiệm".
    """

    duties: tuple[Duty, ...]
    heirs: tuple[Named, ...] = ()
    addressed: bool = False
    subjects: bool = False
    bound: bool = False


@dataclass(slots=True)
class _Subject:
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


def read_duties(text: Text, span: Span, above: Sequence[Named] = (), yielding: bool = False) -> Duties:
    """The duties that the text of `span` (of the views) states; `above` are the heading's addressees.

    `yielding`: they were called upon in general, and act not where the text addresses somebody.
    """
    clauses = Clauses(text, span)
    heirs = addressed(clauses)
    if heirs:
        return Duties((), heirs, addressed=True, subjects=True)
    return _Reader(clauses, tuple(above), yielding).read()


def called_upon(text: Text, span: Span) -> tuple[Named, ...]:
    """Whom the last words of `span` call upon, if they end with ":" ("… đề nghị các tỉnh chỉ đạo:")."""
    clauses = Clauses(text, span)
    orders = [found for found in clauses.found if found.cue == "assign"]
    told_last = (ordered(clauses, order) for order in reversed(orders))
    if not any(named and named.end > orders[-1].start for named in told_last):
        return ()  # the last order has no addressee, who could only be the last subject
    reader = _Reader(clauses, ())
    heirs = reader.read().heirs
    last = reader.subjects[-1] if heirs else None
    if last is None or not last.ordered:
        return ()
    later = any(found.cue == "assign" for found in clauses.cues_from(last.begin))
    return () if later else heirs


class _Reader:
    """Reads one text clause after clause; `duties` and `subjects` grow on the way."""

    def __init__(self, clauses: Clauses, above: tuple[Named, ...], yielding: bool = False) -> None:
        self.yielding = yielding
        self.clauses = clauses
        self.words = clauses.words
        self.duties: list[Duty] = []
        self.subjects: list[_Subject] = [_Subject(above, inherited=True)] if above else []
        self.directed = False
        self.reported = False
        self.clause_start = -1
        self.opening = False

    def read(self) -> Duties:
        folded, (at, stop) = self.words.folded, self.clauses.span
        while at < stop and not self._closes(first := self.words.first(at)):
            at = self._clause(first) + 1
        own = [subject for subject in self.subjects if not subject.inherited]
        for subject in own if own and self.yielding else self.subjects:
            rule = f"assignments.{'heading' if subject.inherited else 'subject'}"
            roles = subject.roles()
            for body in subject.bodies:
                leads = folded.startswith(" (chủ trì)", body.span[1])
                for role in ["lead"] if leads else roles:
                    self.duties.append(Duty(body, role, rule, subject.inherited))
        heirs = own[-1].bodies if own and self.words.before(self.clauses.span[1]) == ":" else ()
        bound = bool(own and self.clauses.bound)
        return Duties(tuple(self.duties), heirs, subjects=bool(own), bound=bound)

    def _closes(self, at: int) -> bool:
        """Whether the sentence at `at` closes the paper."""
        self.opening = self.clauses.opens(at)
        return self.opening and bool(cue("closes").match(self.words.folded, at))

    def _clause(self, at: int) -> int:
        """Read the clause from the word at `at` on; gives the place of the sign that ends it."""
        words, clauses = self.words, self.clauses
        if not words.at(at)[:1].isalnum():
            while at < words.stop and not words.at(at)[0].isalnum() and not clauses.ends_at(at):
                at = words.next(at)
            self.opening = clauses.opens(at)
        first = self.clause_start < 0
        at = self.clause_start = after_connector(clauses, at) if self.opening else at
        self.directed = self.reported = False
        if not first and self.opening and self._counts(at):
            return clauses.end_of(at)
        before = self.subjects[-1] if self.subjects else None
        held = set(before.acts) if before else set()
        predicate = self._begin(at, first)
        reached, end = predicate, clauses.end_of(predicate)
        for found in clauses.cues_from(predicate):
            if found.start >= end:
                break
            if found.start >= reached:
                reached = max(reached, self._handle(found))
                end = clauses.end_of(reached) if reached > end else end
        subject = self.subjects[-1] if self.subjects else None
        if subject:
            self._judge(subject, held if subject is before else set(), (at, predicate, end))
        return end

    def _counts(self, at: int) -> bool:
        """Whether the clause at `at` says what each of a population must reach, no act of the subject's."""
        folded, end = self.words.folded, self.clauses.end_of(at)
        return bool(cue("counting").match(folded, at, end) and cue("counted").search(folded, at, end))

    def _judge(self, subject: _Subject, held: set[str], clause: tuple[int, int, int]) -> None:
        """Note whether a clause (its start, predicate and end) gives its subject an act without a cue."""
        at, predicate, end = clause
        if self.clauses.bound_at(predicate) and self._acts_first(predicate, end):
            subject.acts |= {"other", "bound"}
        elif not subject.acts - held:
            acts = predicate > at or "verb" in self.words.parts(predicate)
            if acts and not self._only_reports(predicate, end):
                subject.acts.add("other")

    def _begin(self, at: int, first: bool) -> int:
        """Make the clause's own subject, if it has one, the subject; gives where its predicate begins."""
        found = (
            None if self.opening and self._leads(at, first) else subject_at(self.clauses, at, self.opening)
        )
        if found is None or cue("thanks").match(self.words.folded, found.end):
            return at
        replaces = self.yielding or not found.ordered
        if first and replaces and self.subjects and self.subjects[-1].inherited:
            self.subjects.pop()  # the text has its own subject from its first word
        self._now(found.bodies, found.end, found.ordered)
        return found.end

    def _acts_first(self, predicate: int, end: int) -> bool:
        """Whether what somebody is bound to do begins with an act of its own, before any cue."""
        cues = (found for found in self.clauses.cues_between(predicate, end) if found.cue != "direct")
        first = next((found.start for found in cues), end)
        return not cue("between_words").match(self.words.folded[predicate:first])

    def _leads(self, at: int, first: bool) -> bool:
        """Whether "lãnh đạo" at `at` is what the subject does: under a heading, or in small letters."""
        if not self.subjects or not cue("leads").match(self.words.folded, at):
            return False
        heading = first and self.subjects[-1].inherited and not self.yielding
        return heading or not self.words.capital(at)

    def _now(self, bodies: Sequence[Named], begin: int, ordered: bool = False) -> None:
        self.subjects.append(_Subject(tuple(bodies), begin=begin, ordered=ordered))

    def _only_reports(self, start: int, end: int) -> bool:
        return end <= start or bool(cue("reports_only").match(self.clauses.text.folded[start:end]))

    def _add(self, bodies: Sequence[Named], role: str, rule: str) -> None:
        self.duties += (Duty(body, role, f"assignments.{rule}") for body in bodies)

    def _act(self, act: str) -> None:
        if self.subjects:
            self.subjects[-1].acts.add(act)

    # ---- each handler gives the word from which to read on

    def _handle(self, found: Found) -> int:
        return _HANDLERS[found.cue](self, found)

    def _on_label(self, found: Found) -> int:
        named = self.clauses.lists.at(found.end)
        if not named:
            return found.end
        self._add(named.bodies, found.cue.removeprefix("label_"), "label")
        return named.end

    def _on_lead(self, found: Found) -> int:
        if not self.directed or self.words.before(found.start) == ",":
            self._act("lead")
        return found.end

    def _on_alongside(self, found: Found) -> int:
        self._act("lead")
        return self._on_between(found)

    def _on_between(self, found: Found) -> int:
        at, named = found.end, self.clauses.objects(found.end)
        while named:
            self._add(named.bodies, "coordinate", "coordinate")
            at = named.end
            joined = self.words.at(at) in words_for("joins")
            named = self.clauses.objects(self.words.next(at)) if joined else None
        return at

    def _on_coordinate(self, found: Found) -> int:
        named = self.clauses.objects(found.end)
        if named:
            self._add(named.bodies, "coordinate", "coordinate")
            return named.end
        subject = self.subjects[-1] if self.subjects else None
        if subject and not subject.acts and self.words.before(found.end) not in words_for("joins"):
            start = max(subject.begin, self.clause_start)
            if cue("between_words").match(self.clauses.text.folded[start : max(start, found.start)]):
                subject.acts.add("coordinate")
        return found.end

    def _on_advise(self, found: Found) -> int:
        if not self.directed:
            self._act("advise")
            if cue("own_deed").match(self.words.folded, self.words.span(found.start, found.end)[1]):
                self._act("other")
        named = self.clauses.lists.at(found.end)
        return named.end if named else found.end

    def _on_carry_out(self, found: Found) -> int:
        if self.subjects and "advise" in self.subjects[-1].acts:
            self._act("other")
        return found.end

    def _on_direct(self, found: Found) -> int:
        named = self.clauses.lists.at(found.end)
        if not named:
            return found.end
        self.directed = True
        return named.end

    def _on_assign(self, found: Found) -> int:
        named = told(self.clauses, found)
        if not named:
            return found.end
        self._now(named.bodies, named.end, ordered=True)
        return named.end

    def _on_by(self, found: Found) -> int:
        """ "Đề án do Sở Xây dựng chủ trì": the body after "do" leads."""
        named = self.clauses.lists.at(found.end)
        if not named:
            return found.end
        if not self.clauses.cue_at(named.end, "lead"):
            return named.end
        self._now(named.bodies, named.end)
        after = self.words.next(self.words.next(named.end))
        helpers = (
            self.clauses.lists.at(self.words.next(after)) if self.words.at(after) in (",", ";") else None
        )
        if helpers and (helps := self.clauses.cue_at(helpers.end, "coordinate")):
            self._act("lead")  # "do Sở Y tế chủ trì, Công an tỉnh phối hợp thực hiện"
            self._add(helpers.bodies, "coordinate", "coordinate")
            return helps.end
        return named.end

    def _on_report(self, found: Found) -> int:
        self.reported = True
        if found.noun:
            return self._receiver(found.end) or found.end
        folded, stop = self.clauses.text.folded, self.clauses.span[1]
        things = cue("reported_things").match(folded, self.words.span(found.start, found.end)[1], stop)
        at = self.words.first(things.end()) if things else found.end
        advise = self.clauses.cue_at(self.words.next(at) if self.words.at(at) == "," else at, "advise")
        if advise:
            self._act("advise")  # "báo cáo, tham mưu Ủy ban nhân dân tỉnh": one object for both
            at = advise.end
        receiver = cue("receiver").match(folded, at, stop)
        named = self.clauses.objects(self.words.first(receiver.end()) if receiver else at)
        return self._reported_to(named) if named else self._receiver(found.end) or found.end

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
            if words.at(at) == "để":
                named = clauses.lists.at(words.next(at))
                if named and not cue("knows").match(words.folded[named.end : named.end + 12]):
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
        match = cue("receiver").match(folded, step, self.clauses.span[1])
        if match is None or cue("no_receiver").search(folded[max(match.end() - 20, 0) : match.end()]):
            return None
        named = self.clauses.objects(self.words.first(match.end()))
        return named if named and named.bodies[0].kind in ("body", "office") else None

    def _on_tell(self, found: Found) -> int:
        named = self.clauses.objects(found.end)
        return self._reported_to(named) if named else found.end

    def _reported_to(self, named: BodyList, role: str = "report_to", rule: str = "report") -> int:
        """Record who gets a report; what it collects for is then the receiver's to do."""
        self._add(named.bodies, role, rule)
        self.reported = True
        self.directed = self.directed or bool(cue("collects").search(self._after(named)))
        return named.end

    def _after(self, named: BodyList) -> str:
        """The rest of the clause after a list, as far as it may say what the list is for."""
        limit = min(self.clauses.end_of(named.end), named.end + _COLLECTS_WITHIN)
        return self.clauses.text.folded[named.end : limit]

    def _on_send(self, found: Found) -> int:
        named = self.clauses.objects(found.end) or self._receivers(found.end)
        if not named or named.bodies[0].kind == "persons":
            return found.end
        after = self._after(named)
        sent = self.words.folded[found.end : named.bodies[0].span[0]].split()
        if self.reported or after.startswith("(qua ") or sent[:2] == ["kết", "quả"]:
            return self._reported_to(named)
        return self._reported_to(named, "via", "via") if cue("collects").search(after) else found.end

    def _on_via(self, found: Found) -> int:
        if not self.reported and self.words.before(found.start) != "(":
            return found.end
        named = self.clauses.lists.at(found.end)
        if not named or named.bodies[0].kind == "persons":
            return found.end
        self._add(named.bodies, "via", "via")
        return named.end


_OTHER_ACTS = frozenset({"advise", "report", "lead", "assign"})
_HANDLERS: dict[str, Callable[[_Reader, Found], int]] = {
    "label_lead": _Reader._on_label,
    "label_coordinate": _Reader._on_label,
    "label_responsible": _Reader._on_label,
    "alongside": _Reader._on_alongside,
    "lead": _Reader._on_lead,
    "between": _Reader._on_between,
    "coordinate": _Reader._on_coordinate,
    "advise": _Reader._on_advise,
    "carry_out": _Reader._on_carry_out,
    "report": _Reader._on_report,
    "tell": _Reader._on_tell,
    "send": _Reader._on_send,
    "via": _Reader._on_via,
    "by": _Reader._on_by,
    "assign": _Reader._on_assign,
    "direct": _Reader._on_direct,
}
