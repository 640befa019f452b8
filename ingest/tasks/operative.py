"""Which items of the outline instruct: told by their section's heading, or by their own words.

Every item below a heading of tasks or of carrying out instructs, none below purpose, situation or
norms. Where no heading tells (letters, untitled articles), the item's own words do: somebody is
asked, charged, made responsible. What only brings into force, praises, or closes the paper is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ingest.layout import Layout
from ingest.tasks.sections import begins_an_act, fits, holds, in_force, needed_fits
from ingest.tasks.tree import Item
from ingest.text import Text
from ontology.load import Cue, cues, document

_TITLE_LENGTH = 300
_WINDOW = 2500
_LETTER = 8000
_SEVERAL = 3
# How many items of a list ask for each that may do so too.
_TO_ONE = 2
# What an item passes on to those below it.
WORK = "work"  # they instruct
TARGETS = "targets"  # they set objectives
CLAUSES = "clauses"  # clauses of an article on carrying out: they instruct, unless they only take effect
TESTED = "tested"  # their own words tell
FREE = "free"  # as work, but any heading may say otherwise
OBJECTIVES = "objectives"  # only what is measured
ASKED = "asked"  # only those that begin by asking or charging somebody
OFF = "off"
_NUMBERED = ("number", "letter", "bullet")


def mark_operative(text: Text, layout: Layout, items: Sequence[Item], annex: str | None = None) -> None:
    """Mark the `items` of the body, or of an `annex` that is a "plan" or "rules", that instruct."""
    reader = _Reader(text, layout, items, annex)
    flags = [reader.instructs(index) for index in range(len(items))]
    reader.add_siblings(flags)
    below = [False] * len(items)
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if item.heading:
            flags[index] = reader.heads(index, below[index])
        if item.parent is not None and (flags[index] or below[index]):
            below[item.parent] = True
    _close(text, items, flags)
    for item, flag in zip(items, flags, strict=True):
        item.operative = flag


def _is_letter(layout: Layout) -> bool:
    """A letter prints no type."""
    kind = layout.heading.kind
    return kind is None or kind in document("sections")["kinds"]["letters"]


class _Reader:
    """Decides item by item, parents first; `modes` is what each passes on."""

    def __init__(self, text: Text, layout: Layout, items: Sequence[Item], annex: str | None) -> None:
        root = {"plan": FREE, "rules": OFF}.get(annex or "") or _root_mode(text, layout, items)
        self.text = text
        self.rules = annex == "rules"
        # Its articles are its own, not quoted.
        self.ruled = annex is not None or (root != OFF and not _is_letter(layout))
        self.regulating = layout.heading.kind in document("sections")["kinds"]["regulating"]
        self.items = items
        self.root = root
        self.modes: list[str] = []
        self.listed: set[int] = set()

    def words(self, index: int) -> str:
        """The item's own words, folded, without number; at most a few sentences."""
        item = self.items[index]
        return self.text.folded[item.text_start : min(item.span[1], item.text_start + _WINDOW)]

    def given(self, item: Item) -> str:
        """What the item was passed from above."""
        return self.root if item.parent is None else self.modes[item.parent]

    def instructs(self, index: int) -> bool:
        item = self.items[index]
        mode = self.given(item)
        article = item.kind == "article" and self.ruled
        if mode == OFF and not article:
            self.modes.append(OFF)
            return False
        words = self.words(index)
        passed = self._article(item, words) if article else _passed(item, words, mode)
        self.modes.append(passed)
        if item.kind == "section" and item.heading:
            return False
        if article:
            return passed == CLAUSES and not item.heading
        told = item.heading or (passed == OFF and _tells_of(words))
        return self._by_mode(item, words, passed if told else mode)

    def _article(self, item: Item, words: str) -> str:
        """What an article passes on. One of rules lays down norms, unless its title or chapter is on carrying out."""
        last = item.parent is not None and fits("carrying out", self.words(item.parent))
        if not self.rules:
            return _article_mode(words, item.heading, self.regulating and not last)
        if last and item.heading:
            return CLAUSES if fits("work article", words) and not fits("force", words) else TESTED
        return _article_mode(words, item.heading, True) if last or fits("carrying out", words) else OFF

    def _by_mode(self, item: Item, words: str, mode: str) -> bool:
        if mode == OFF or self.text.lines[item.text_start : item.span[1]].isupper():
            return False
        if (words.endswith(":") and fits("lead in", words)) or _aside(words):
            return False
        if item.kind == "bullet" and self._listed(item):
            return False
        if mode in (WORK, FREE, TARGETS):
            if _takes_effect(words):
                return False
            if item.kind == "paragraph" and item.parent is None:
                return _directs(words)
            return not fits("praise", words)
        if mode == CLAUSES:
            return not _effect(words)
        if mode == OBJECTIVES:
            return holds("measured", words)
        if mode == ASKED:
            return fits("asks", words)
        return _directs(words)

    def _listed(self, item: Item) -> bool:
        """Whether a bullet only lists what a paragraph above encloses ("gửi kèm … gồm:")."""
        above = self.items[len(self.modes) - 2] if len(self.modes) > 1 else None
        if above is None or above.parent != item.parent:
            return False
        words = self.words(len(self.modes) - 2)
        listed = above.kind == "paragraph" and words.endswith(":") and _aside(words)
        if listed or (above.kind == "bullet" and len(self.modes) - 2 in self.listed):
            self.listed.add(len(self.modes) - 1)
            return True
        return False

    def add_siblings(self, flags: list[bool]) -> None:
        """Set the items that stand beside one that asks, and tell a body what to do without asking.

        Where two thirds of a list ask, the rest of it does too that says what is done or who does it; what
        only tells is not counted.
        """
        asked = {
            item.parent
            for index, (item, flag) in enumerate(zip(self.items, flags, strict=True))
            if flag
            and item.kind in _NUMBERED
            and self.given(item) == TESTED
            and fits("asks first", self.words(index))
        }
        lists: dict[tuple[int | None, str], list[int]] = {}
        for index, item in enumerate(self.items if asked else ()):
            if item.parent in asked and item.kind in _NUMBERED and not item.heading:
                lists.setdefault((item.parent, item.kind), []).append(index)
                flags[index] = flags[index] or _acts(self.words(index))
        for (parent, _), listed in lists.items():
            if parent is None or self.items[parent].kind != "article":
                rest = [index for index in listed if not (flags[index] or _tells(self.words(index)))]
                if sum(flags[index] for index in listed) >= max(_SEVERAL, _TO_ONE * len(rest)):
                    for index in rest:
                        item = self.items[index]
                        flags[index] = begins_an_act(self.text, (item.text_start, item.span[1]))

    def heads(self, index: int, below: bool) -> bool:
        """Whether a heading counts as the group's task: there are tasks below it, and it is no section of its own."""
        item = self.items[index]
        words = self.words(index)
        if not below or not words.strip():
            return False
        if item.kind == "section":  # only a group within one: "I." below "B. NHIỆM VỤ"
            above = None if item.parent is None else self.items[item.parent]
            nested = above is not None and above.kind == "section" and above.path != ""
            return nested and self.given(item) == WORK and _title(words) is None
        if item.kind == "article" and fits("adopts", words):
            return False
        title = _title(words) if self.given(item) != WORK else None
        return title is None or title.name != "objectives"


def _root_mode(text: Text, layout: Layout, items: Sequence[Item]) -> str:
    """What the kind of paper says of items outside any section."""
    kind = layout.heading.kind
    opening = _opening(text, layout)
    kinds = document("sections")["kinds"]
    if kind in kinds["silent"]:
        return OFF
    if _is_letter(layout):
        if _answers(text, layout, opening):
            return OFF
        guides = _to_many(text, layout) and holds("guides what follows", opening[-400:])
        return FREE if guides or holds("asks for what follows", opening[-400:]) else TESTED
    if kind in kinds["announcing"]:
        return FREE if holds("directs what follows", opening[-400:]) else TESTED
    if any(item.kind == "article" for item in items[:40]) or kind in kinds["ruling"]:
        return TESTED
    return FREE


def _opening(text: Text, layout: Layout) -> str:
    """All that stands between the head and the first item, with a letter's addressees."""
    addressees = layout.heading.addressees
    start = addressees[0] if addressees else layout.preamble[0]
    return text.folded[min(start, layout.preamble[0]) : layout.body[0]].strip()


def _answers(text: Text, layout: Layout, opening: str) -> bool:
    """Whether a letter only answers its addressee."""
    start, end = layout.body
    if _directs_many(text, layout, opening):
        return False
    if layout.preamble[1] - layout.preamble[0] < 20:
        opening += text.folded[start : min(end, start + 800)]
    return fits("answer", opening) or holds("answered", text.folded[max(start, end - 400) : end])


def _directs_many(text: Text, layout: Layout, opening: str) -> bool:
    """Whether a letter goes to many and directs them, in its opening or in an item of its own."""
    start, end = layout.body
    return _to_many(text, layout) and (
        holds("directs many", opening) or holds("orders", text.folded[start : min(end, start + _LETTER)])
    )


def _to_many(text: Text, layout: Layout) -> bool:
    addressees = layout.heading.addressees
    return addressees is not None and holds("many addressees", text.lines[slice(*addressees)].strip().lower())


def _article_mode(words: str, heading: bool, regulating: bool) -> str:
    """What an article passes on to its clauses; for one without a title: whether it instructs."""
    title = words[:_TITLE_LENGTH]
    if not title.strip():
        return TESTED
    if fits("gives goals", title) and (heading or title.rstrip().endswith(":")):
        return TARGETS
    if not heading:
        if fits("gives goals", title):
            return OFF
        if fits("adopts", title):
            return FREE if title.rstrip().endswith(":") else OFF
        if fits("promulgates", title) and "." not in words.rstrip(" ./"):
            return OFF
        working = fits("work article", title) and not fits("force", title)
        instructs = working or _directs(words) or fits("subject", title)
        return CLAUSES if instructs and not _effect(words) else TESTED
    if fits("adopts", title):
        return FREE
    if not regulating and (fits("charges of a body", title) or fits("charged below", title)):
        return CLAUSES
    if fits("work article", title):
        if regulating and fits("duties", title):
            return OFF
        return TESTED if fits("force", title) else CLAUSES
    goals = None if regulating else _title(words)
    if goals is not None and goals.facts["kind"] in (TARGETS, OBJECTIVES):
        return str(goals.facts["kind"])
    return CLAUSES if fits("addressee", title) else ASKED


def _passed(item: Item, words: str, mode: str) -> str:
    """What an item passes on: its heading's meaning, else what it was passed."""
    if mode == TESTED and item.heading and fits("addressee", words):
        return WORK
    if mode == TESTED and item.kind in _NUMBERED and words.endswith(":") and fits("asks first", words):
        return WORK
    title = _title(words) if item.heading or item.kind == "section" or _runs_in(words) else None
    if title is None:
        return mode
    kind = str(title.facts["kind"])
    if title.name == "outlook" and mode not in (OBJECTIVES, TARGETS):
        kind = "purpose"
    if kind == "adopted":
        return FREE if item.kind == "section" else mode
    if kind == "situation" and mode == WORK and item.heading and fits("how it stands", words):
        return OFF
    if kind == "work":
        return WORK if item.kind == "section" or mode in (FREE, OBJECTIVES) else mode
    if kind in (TARGETS, OBJECTIVES):
        return kind
    if kind == "purpose" or item.kind == "section" or mode in (FREE, OBJECTIVES):
        return OFF
    return mode


def _title(words: str) -> Cue | None:
    """What a heading means, by the first cue that fits."""
    head = words[:_TITLE_LENGTH]
    colon = head.find(":")
    head = head[: colon + 1] if 0 <= colon < 120 else head
    about = cues("sections")["about"].pattern.match(head)
    head = head[about.end() :] if about else head
    for cue in _use("title"):
        if cue.pattern.match(head):
            return cue
    return None


def _runs_in(words: str) -> bool:
    """Whether a short title runs into the text: "Mục đích: Nâng cao …"."""
    return 0 < words.find(":") <= 30


def _tells_of(words: str) -> bool:
    """Whether a title runs into the text that says why, or how things stand ("Về tình hình: …")."""
    title = _title(words) if _runs_in(words) else None
    if title is not None and title.facts["kind"] == "norms":
        rest = words.partition(":")[2].strip()
        return not (_charges(rest) or _asks(rest) or fits("acting body", rest) or holds("instructs", rest))
    return title is not None and title.facts["kind"] in ("purpose", "situation")


def _acts(words: str) -> bool:
    """Whether a body that is told to act begins an item, or follows the time at its head."""
    time = cues("sections")["time first"].pattern.match(words)
    return fits("acting body", words[time.end() :] if time else words)


def _tells(words: str) -> bool:
    """Whether an item in a list of instructions is none: it praises, brings into force, or says how things are."""
    return (
        fits("praise", words)
        or fits("recital", words)
        or fits("rule", words)
        or fits("closing", words)
        or _takes_effect(words)
        or _tells_of(words)
        or _aside(words)
        or holds("past", words)
    )


def _aside(words: str) -> bool:
    """Whether the words only point to what is enclosed, or are none."""
    return fits("aside", words) or needed_fits("encloses", words)


def _directs(words: str) -> bool:
    """Whether the words themselves tell somebody to do something."""
    if _takes_effect(words) or fits("praise", words):
        return False
    return _asks(words) or fits("given out", words) or (_charges(words) and not fits("recital", words))


def _charges(words: str) -> bool:
    return holds("charged", words)


def _asks(words: str) -> bool:
    """Whether somebody is asked now, not as told of an earlier paper ("đã có văn bản đề nghị …")."""
    for match in cues("sections")["asks"].pattern.finditer(words):
        clause = max(words.rfind(sign, 0, match.start()) for sign in (". ", ";", ", "))
        if not holds("past", words[clause + 1 : match.start()]):
            return True
    return False


def _takes_effect(words: str) -> bool:
    """Whether a clause only brings a paper into force, and no further sentence tells somebody to act."""
    if not in_force(words):
        return False
    rest = words.partition(". ")[2]
    return not rest or not (_charges(rest) or _asks(rest)) or fits("rule", rest) or in_force(rest)


def _effect(words: str) -> bool:
    """Whether a clause only takes effect, or says what holds without telling anybody to act."""
    return _takes_effect(words) or (fits("rule", words) and not _charges(words) and not _asks(words))


def _close(text: Text, items: Sequence[Item], flags: list[bool]) -> None:
    """Unset the paragraphs that close the paper: "Trên đây là …", after the last numbered item."""
    for index in range(len(items) - 1, max(-1, len(items) - 7), -1):
        item = items[index]
        if item.kind != "paragraph":
            return
        if not flags[index]:
            continue
        words = text.folded[item.span[0] : item.span[1]]
        ends = fits("closing", words[:_WINDOW]) and not holds("by when", words)
        if ends or in_force(words[:_WINDOW]):
            flags[index] = False


@cache
def _use(use: str) -> tuple[Cue, ...]:
    return tuple(cue for cue in cues("sections").values() if cue.facts["use"] == use)
