"""Who one task's sentences tell to act, and in what part.

A clause is read from its left: its subject (`ingest.assignments.subjects`), then the cues of its predicate, which
give the subject its part and name further bodies. A clause without a subject keeps the one before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ingest.assignments.addressees import addressed
from ingest.assignments.agents import agent_at
from ingest.assignments.bodies import BodyList, Named
from ingest.assignments.clauses import Clauses, Found
from ingest.assignments.reports import Actor, Duty, Reports
from ingest.assignments.splices import spliced
from ingest.assignments.subjects import Subject, after_connector, ordered, subject_at, told
from ingest.assignments.wording import HAS, TOGETHER, pattern, words_for
from ingest.text import Span, Text
from ontology.load import spelling

_SHORTEST_DEED = 15
_COUNTS, _LEADS = words_for("counts"), f" ({spelling('leading')})"
_NAMES_ACTORS = ("by", "assign")


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


def read_duties(text: Text, span: Span, above: Sequence[Named] = (), yielding: bool = False) -> Duties:
    """The duties that the text of `span` (of the views) states; `above` are the heading's addressees.

    `yielding`: they were called upon in general, and act not where the text addresses somebody.
    """
    clauses = Clauses(text, span)
    heirs = addressed(clauses)
    if heirs:
        return Duties((), heirs, addressed=True, subjects=True)
    above = [body for body in above if body.kind != "persons" or not _counts_all(text, span, body)]
    return _Reader(clauses, tuple(above), yielding).read()


def _counts_all(text: Text, span: Span, body: Named) -> bool:
    """Whether a text counts over the persons of the heading above it ("100% giáo viên đạt chuẩn")."""
    persons = text.folded[slice(*body.span)]
    return any(text.folded.find(f"{count} {persons}", *span) >= 0 for count in _COUNTS)


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


class _Reader(Reports):
    """Reads one text clause after clause; `duties` and `subjects` grow on the way."""

    def __init__(self, clauses: Clauses, above: tuple[Named, ...], yielding: bool = False) -> None:
        super().__init__(clauses)
        self.yielding = yielding
        if above:
            self.subjects.append(Actor(above, inherited=True))
        self.clause_start = self.predicate = -1
        self.opening = False

    def read(self) -> Duties:
        folded, (at, stop) = self.words.folded, self.clauses.span
        while at < stop and not self._closes(first := self.words.first(at)):
            at = self._clause(first) + 1
        own = [subject for subject in self.subjects if not subject.inherited]
        acts = any(subject.acts - {"other"} for subject in self.subjects)
        if self.yielding and not (own or acts) and self._says_of_things():
            self.subjects.clear()
        for subject in own if own and self.yielding else self.subjects:
            rule = f"assignments.{'heading' if subject.inherited else 'subject'}"
            roles = subject.roles()
            for body in subject.bodies:
                leads = folded.startswith(_LEADS, body.span[1])
                for role in ["lead"] if leads else roles:
                    self.duties.append(Duty(body, role, rule, subject.inherited))
        heirs = own[-1].bodies if own and self.words.before(self.clauses.span[1]) == ":" else ()
        bound = bool(own and self.clauses.bound)
        return Duties(tuple(self.duties), heirs, subjects=bool(own), bound=bound)

    def _says_of_things(self) -> bool:
        """Whether the text says what a thing must be ("Phần mềm phải …"), which calls upon nobody."""
        words, (start, stop) = self.words, self.clauses.span
        first = words.first(start)
        while first < stop and not words.at(first)[:1].isalpha():
            first = words.next(first)
        opening = [first, *(words.first(end + 1) for end in self.clauses.ends if end >= first)]
        told = (at for at in opening if words.at(at) not in words_for("no_acts"))  # a ban binds everybody
        acts = "link" in words.parts(first) or any("verb" in words.parts(at) for at in told)
        return not acts and bool(pattern("norm").match(words.folded, first, self.clauses.end_of(first)))

    def _closes(self, at: int) -> bool:
        """Whether the sentence at `at` closes the paper."""
        self.opening = self.clauses.opens(at)
        return self.opening and bool(pattern("closes").match(self.words.folded, at))

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
        predicate = self.predicate = self._begin(at, first)
        reached, end = predicate, clauses.end_of(predicate)
        if predicate > at:
            end = spliced(clauses, predicate, end)
        for found in clauses.cues_from(predicate):
            if found.start >= end:
                break
            if found.start >= reached:
                reached = max(reached, self._handle(found))
                end = clauses.end_of(reached) if reached > end else end
                if found.cue in _NAMES_ACTORS and self.subjects and self.subjects[-1].begin == reached:
                    end = spliced(clauses, reached, end)
        subject = self.subjects[-1] if self.subjects else None
        if subject:
            self._judge(subject, held if subject is before else set(), (at, predicate, end))
        return end

    def _counts(self, at: int) -> bool:
        """Whether the clause at `at` says what each of a population must reach, no act of the subject's."""
        folded, end = self.words.folded, self.clauses.end_of(at)
        return bool(pattern("counting").match(folded, at, end) and pattern("counted").search(folded, at, end))

    def _judge(self, subject: Actor, held: set[str], clause: tuple[int, int, int]) -> None:
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
        if found is None and not (self.subjects and self.subjects[-1].inherited):
            agents = agent_at(self.clauses, at)
            found = Subject(agents.bodies, agents.end) if agents else None
        if found is None or pattern("thanks").match(self.words.folded, found.end):
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
        return not pattern("between_words").match(self.words.folded[predicate:first])

    def _leads(self, at: int, first: bool) -> bool:
        """Whether "lãnh đạo" at `at` is what the subject does: under a heading, or in small letters."""
        if not self.subjects or not pattern("leads").match(self.words.folded, at):
            return False
        heading = first and self.subjects[-1].inherited and not self.yielding
        return heading or not self.words.capital(at)

    def _now(self, bodies: Sequence[Named], begin: int, ordered: bool = False) -> None:
        self.subjects.append(Actor(tuple(bodies), begin=begin, ordered=ordered))

    def _only_reports(self, start: int, end: int) -> bool:
        rest = self.clauses.text.folded[start:end]
        return end <= start or bool(pattern("reports_only").match(rest) or pattern("finishes").match(rest))

    # ---- each handler gives the word from which to read on

    def _handle(self, found: Found) -> int:
        return _HANDLERS[found.cue](self, found)

    def _on_label(self, found: Found) -> int:
        named = self.clauses.lists.at(found.end)
        if not named:
            return found.end
        self.add(named.bodies, found.cue.removeprefix("label_"), "label")
        return named.end

    def _on_lead(self, found: Found) -> int:
        if not self.directed or self.words.before(found.start) == ",":
            self.act("lead")
        joint = self.words.before(found.start) in words_for("jointly")
        return (joint and self._led_with(found.end)) or self._helped(found.end) or found.end

    def _led_with(self, at: int) -> int:
        """Record those with whom the subject leads ("đồng chủ trì với Sở Y tế"), named at `at`; 0 if nobody is."""
        while self.words.at(at) in words_for("joins"):
            at = self.words.next(at)
        named = self.clauses.objects(at)
        if named:
            self._lead_too(named)
        return named.end if named else 0

    def _lead_too(self, named: BodyList) -> None:
        """Let those named lead beside the subject."""
        subject = self.subjects[-1] if self.subjects else None
        if subject and not subject.inherited:
            subject.bodies += named.bodies
        else:
            self.add(named.bodies, "lead", "lead")

    def _on_assists(self, found: Found) -> int:
        self.act("coordinate")
        return found.end

    def _helped(self, at: int) -> int:
        """Record those who help the leader ("…, Công an tỉnh phối hợp"), or lead too ("…, Công an tỉnh đồng chủ
        trì"), named at `at`; 0 if nobody is."""
        words, clauses = self.words, self.clauses
        step = words.next(at) if words.at(at) in (",", ";") else at
        step_in = words.next(step) if words.at(step) == HAS else step  # "…, có Công an xã phối hợp"
        helpers = clauses.lists.at(step_in) if step > at else None
        if helpers and words.at(helpers.end) in words_for("jointly"):
            lead = clauses.cue_at(words.next(helpers.end), "lead")
            if lead:
                self._lead_too(helpers)
                return self._helped(lead.end) or lead.end
        if helpers and words.at(helpers.end) == TOGETHER:
            helpers = helpers._replace(end=words.next(helpers.end))  # "…, Sở A, Sở B cùng phối hợp"
        helps = clauses.cue_at(helpers.end, "coordinate") if helpers else None
        if helpers is None or helps is None or words.before(helps.end) in words_for("joins"):
            return 0
        self.add(helpers.bodies, "coordinate", "coordinate")
        return helps.end

    def _on_alongside(self, found: Found) -> int:
        self.act("lead")
        joint = self.words.before(found.start) in words_for("jointly")
        return (joint and self._led_with(found.end)) or self._on_between(found)

    def _on_between(self, found: Found) -> int:
        at, named = found.end, self.clauses.objects(found.end)
        while named:
            self.add(named.bodies, "coordinate", "coordinate")
            at = named.end
            joined = self.words.at(at) in words_for("joins")
            named = self.clauses.objects(self.words.next(at)) if joined else None
        return at

    def _on_coordinate(self, found: Found) -> int:
        named = self.clauses.helpers(found.end)
        if named:
            self.add(named.bodies, "coordinate", "coordinate")
            return named.end
        subject = self.subjects[-1] if self.subjects else None
        if subject and not subject.acts and self.words.before(found.end) not in words_for("joins"):
            start = max(subject.begin, self.clause_start)
            if pattern("between_words").match(self.clauses.text.folded[start : max(start, found.start)]):
                subject.acts.add("coordinate")
        return found.end

    def _on_advise(self, found: Found) -> int:
        if not self.directed:
            self.act("advise")
            if self._acts_before(found.start):
                self.act("other")  # "cập nhật hồ sơ và tham mưu Ban"
            if pattern("own_deed").match(self.words.folded, self.words.span(found.start, found.end)[1]):
                self.act("other")
        named = self.clauses.lists.at(found.end)
        if named and named.semicolon:
            return named.semicolon_end  # those after it act themselves
        return named.end if named else found.end

    def _acts_before(self, at: int) -> bool:
        """Whether an act with its object stands before "tham mưu" at `at`, in the same clause."""
        joined = self.words.before(at) in words_for("goes_on")
        far = at - self.predicate > _SHORTEST_DEED
        return joined and far and not self._helping() and self._acts_first(self.predicate, at + 1)

    def _helping(self) -> bool:
        """Whether the subject has another part than to advise."""
        return bool(self.subjects and self.subjects[-1].acts & {"lead", "coordinate"})

    def _on_carry_out(self, found: Found) -> int:
        if self.subjects and "advise" in self.subjects[-1].acts:
            self.act("other")
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
            return self._performed(found, named)
        self._now(named.bodies, named.end)
        self.act("lead")  # "do Sở Y tế chủ trì, Công an tỉnh phối hợp thực hiện"
        after = self.words.next(self.words.next(named.end))
        return self._helped(after) or named.end

    def _performed(self, found: Found, named: BodyList) -> int:
        """ "Việc khảo sát do Ban Dân tộc tổ chức": the body after "do" acts, if the clause has no subject."""
        words, start = self.words, self.words.first(self.clause_start)
        subject = self.subjects[-1] if self.subjects else None
        free = subject is None or (not subject.inherited and subject.begin <= start)
        acts = words.parts(start).get("verb", 0) >= max(words.parts(start).values(), default=1)
        named_first = free and not acts and words.before(found.start) != ","
        if named_first and pattern("performed").match(self.after(named)):
            self._now(named.bodies, named.end)
            self.act("other")
        return named.end


_HANDLERS: dict[str, Callable[[_Reader, Found], int]] = {
    "label_lead": _Reader._on_label,
    "label_coordinate": _Reader._on_label,
    "label_responsible": _Reader._on_label,
    "alongside": _Reader._on_alongside,
    "presides": _Reader._on_lead,
    "assists": _Reader._on_assists,
    "lead": _Reader._on_lead,
    "between": _Reader._on_between,
    "shared": _Reader._on_between,
    "coordinate": _Reader._on_coordinate,
    "advise": _Reader._on_advise,
    "carry_out": _Reader._on_carry_out,
    "report": _Reader.on_report,
    "tell": _Reader.on_tell,
    "send": _Reader.on_send,
    "via": _Reader.on_via,
    "by": _Reader._on_by,
    "assign": _Reader._on_assign,
    "direct": _Reader._on_direct,
}
