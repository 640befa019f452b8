"""What is done to each mention of a directive, and by whom: "A về tiếp tục thực hiện B".

One pass over the mentions in text order. Between two mentions stands a verb ("A sửa đổi B"), a
comma or "và" ("thực hiện A và B"), or neither. A stack of frames holds the verbs that are open in
the sentence, so that a further mention joins the one whose objects are of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.links.cited import Cited, kind_told, plausible
from ingest.links.verbs import (
    Verb,
    before_list,
    breaks,
    cue,
    open_bracket,
    says,
    squeezed,
    stretched,
    verb_before,
)
from ingest.text import Span, Text

CARRYING = ("implements", "continues", "reviews", "grounds")
CHANGING = ("amends", "replaces", "repeals")

# The longest title between two mentions that was met has 430 characters.
_WINDOW = 700
# Verbs open at once; the deepest nesting that was met is 4.
_DEPTH = 8


class Deed(NamedTuple):
    """`actor` does `manner` to `target` (places in the sequence of mentions).

    actor: None if the verb belongs to the sentence and not to a mention; then `sentence` is where the
    sentence starts, and `lead` says that it is the document that speaks ("Quyết định này …",
    or the verb opens the sentence). `start` is the verb. `part`: the provisions that are changed.
    """

    manner: str
    actor: int | None
    target: int
    start: int
    sentence: int
    lead: bool = False
    part: str | None = None


@dataclass(slots=True)
class _Frame:
    """An open verb; `last` is its latest object. manner None: the mention is only named.

    `listing`: a colon opened the list of its objects ("được sửa đổi bởi: A; B"); `head` began its sentence.
    """

    manner: str | None
    actor: int | None
    start: int
    last: int
    passive: bool = False
    bracket: str = ""
    part: str | None = None
    separator: str = ""
    listing: bool = False
    head: int | None = None


def deeds(text: Text, mentions: Sequence[Cited], begin: int = 0) -> list[Deed]:
    """What the text says that is done to the mentions; `begin` is where reading starts (views)."""
    reading = _Reading(text, mentions, begin)
    for at in range(len(mentions)):
        reading.take(at)
    return reading.found


class _Reading:
    def __init__(self, text: Text, mentions: Sequence[Cited], begin: int) -> None:
        self.text = text
        self.mentions = mentions
        self.found: list[Deed] = []
        self.frames: list[_Frame] = []
        self.listing: _Frame | None = None
        self.makers: dict[int, int] = {}
        self.sentence, self.lead = begin, False
        self.end = self.since = begin
        self.between = ""

    def take(self, at: int) -> None:
        """Read the words up to mention `at`, and what they do to it."""
        mention = self.mentions[at]
        inside = at > 0 and mention.start < self.end
        since = self.mentions[at - 1].start if inside else self.end
        joined = not self._break(since, mention.start) and bool(self.frames)
        if mention.itself and self._below_title(mention):
            self.frames, self.lead, self.sentence, joined = [], False, mention.start, False
        self.since = since if since > self.sentence else self.sentence
        self.between = self.text.folded[self.since : mention.start]
        words = squeezed(self.between)
        if joined and len(self.frames) > 1:
            self._close_brackets(words)
        verb = verb_before(before_list(words, bare=self.text.flow[mention.start].isdigit()))
        if self.listing and not joined and verb is None and self._is_item(words):
            self._list_item(at, self.listing)
        elif verb and inside:
            self._push(at, verb.manner, at - 1)
        elif verb and not (joined and self._idle(at, verb, words)):
            self._governed(at, verb, words, joined and bool(self.frames))
        elif joined and self.frames:
            self._further(at, words)
        else:
            self._named(at, words)
        if mention.end > self.end:
            self.end = mention.end
        if mention.citation.kind == "named" and self.frames:
            self._open_name(at)

    def _idle(self, at: int, verb: Verb, words: str) -> bool:
        """Whether the verb stands in the last mention's title, and this one only goes on after it."""
        if verb.passive and verb.manner == "promulgates":
            return ";" in words and self.mentions[self.frames[-1].last].citation.kind != "named"
        listed = verb.manner in CARRYING and says("list_end", words[-40:])
        return listed and any(self._same_type(frame.last, at) for frame in self.frames)

    def _break(self, since: int, until: int) -> bool:
        """Whether a sentence ends between; if so, note where the next starts and if it heads a list."""
        lines, last, begin = self.text.lines, 0, self.sentence
        if until - since > _WINDOW:
            last = since = until - _WINDOW // 2
            self.listing, lists = None, False
        else:
            lists = self.listing is not None or lines.find(":", max(0, since - 3), until + 1) >= 0
        for match in breaks().finditer(lines, since, until + 2):
            end = match.end()
            if end > until:
                break
            if lists and (self.listing or ":" in lines[max(0, match.start() - 3) : match.start() + 1]):
                self._note_list(begin, match, whole=begin >= since)
            last = begin = end
        if not last:
            return False
        self.sentence, self.frames, self.lead = last, [], False
        return True

    def _note_list(self, begin: int, end: re.Match[str], *, whole: bool) -> None:
        """Open a list if the words from `begin` to the break head one; close it if what follows is no item,
        or if they are an item that names nothing (`whole`: no mention stands in them)."""
        match = None
        head_start = max(begin, end.start() - 240)
        if ":" in self.text.lines[max(0, end.start() - 3) : end.start() + 1]:
            match = cue("list_head").pattern.search(self.text.folded[head_start : end.start() + 1])
        if match and match.lastgroup:
            self.listing = _Frame(match.lastgroup, None, head_start + match.start(), -1, head=begin)
        elif self.listing and (not end["item"] or (whole and self._says_more(begin, end.start()))):
            self.listing = None

    def _says_more(self, start: int, end: int) -> bool:
        """Whether words stand there, and head no list below the list."""
        words = self.text.flow[start:end].strip()
        return any(map(str.isalpha, words)) and not words.endswith(":")

    def _close_brackets(self, words: str) -> None:
        """Drop the verbs that stand inside a bracket or quotation that these words close."""
        if not any(frame.bracket in words for frame in self.frames if frame.bracket):
            return
        for sign in words:
            while len(self.frames) > 1 and self.frames[-1].bracket == sign:
                self.frames.pop()

    def _is_item(self, words: str) -> bool:
        """Whether nothing but a mark stands before the mention; before one that is changed, its provisions."""
        assert self.listing
        changed = self.listing.manner in CHANGING
        return len(words) < 80 if changed else not any(map(str.isalpha, words.lstrip("abcdđivx")))

    def _list_item(self, at: int, frame: _Frame) -> None:
        self.frames = [_Frame(frame.manner, None, frame.start, at, head=frame.head)]
        self.lead = True
        self._do(self.frames[0], at)

    def _named(self, at: int, words: str) -> None:
        """The mention is the subject, or only cited; open verbs stay open until a new clause."""
        mention = self.mentions[at]
        if mention.itself and not words.strip(' -"(*'):
            self.lead = True
        if ";" in words:
            self.frames = []
        self.frames.append(_Frame(None, None, mention.start, at))
        del self.frames[1:-_DEPTH]

    def _below_title(self, mention: Cited) -> bool:
        """Whether the mention opens the paragraph right below the title of its article or item."""
        start = self.sentence
        head = self.text.lines[start : mention.start] if mention.start - start <= 120 else ""
        if not head.endswith("\n") or head.count("\n") > 1:
            return False
        marked = says("article_mark", self.text.folded[max(0, start - 16) : start])
        return marked and says("whole_title", " ".join(head.lower().split()))

    def _governed(self, at: int, verb: Verb, words: str, joined: bool) -> None:
        before, start = words[: verb.start], self._offset(verb.start)
        part = self._words(verb.part) if verb.part else None
        if verb.passive:
            if self.mentions[at].itself and verb.manner == "promulgates" and not joined:
                self._leads(before, start)
                self.frames = [_Frame(verb.manner, None, start, at)]
            elif not (joined and self._passive(at, verb, before)):
                self._named(at, words)
            return
        watched = before and verb.manner in CARRYING and says("watched", before[-90:])
        manner = None if watched else verb.manner
        if joined and not self.mentions[self.frames[-1].last].itself:
            actor = self._actor(at, verb, before)
            if actor is not None:
                self._push(at, manner, actor, bracket=open_bracket(before), part=part)
                return
        if self._in_title(verb, before):
            self._named(at, words)
            return
        self._leads(before, start)
        self.frames = [_Frame(manner, None, start, at, part=part)]
        self._do(self.frames[0], at)

    def _in_title(self, verb: Verb, before: str) -> bool:
        """Whether the verb stands in the title of what the document changes, not beside its own verb."""
        changing = self.lead and bool(self.frames) and self.frames[0].manner in CHANGING
        return changing and verb.manner in CARRYING and ";" not in before

    def _leads(self, before: str, start: int) -> None:
        """Note that the document speaks, if the verb opens the sentence, or a line below a title."""
        if not self.lead:
            opens = not before.strip(' -"(*') and start - self.sentence < 12
            self.lead = opens or self._opens_line(start)

    def _opens_line(self, start: int) -> bool:
        """Whether a line begins at `start` with a capital below one that nothing ends."""
        if not self.text.flow[start].isupper():
            return False
        before = self.text.lines[max(self.sentence, start - 4) : start].rstrip(" \t")
        return before.endswith("\n") and not before.rstrip().endswith((",", ":"))

    def _actor(self, at: int, verb: Verb, before: str) -> int | None:
        """The mention whose title holds the verb, if the words between allow it."""
        changes = verb.manner not in CARRYING
        if self.lead and changes and says("new_clause", before[-40:]):
            return None
        if changes and says("only_and", before) and self.frames[-1].actor is not None:
            return self.frames.pop().actor
        title = says("own_title", before)
        if title and before.count('"') % 2 == 0 and says("conjoined", before[-40:]):
            return None
        if not title and not (changes and says("after_comma", before)):
            return None
        return self._like(at) if verb.manner in CHANGING else self.frames[-1].last

    def _passive(self, at: int, verb: Verb, before: str) -> bool:
        if not says("subject_title", before) or says("other_subject", before):
            return False
        subject = self._like(at) if verb.manner in CHANGING else self.frames[-1].last
        part = self.mentions[subject].citation.provision or self._annexed_part(subject)
        self._push(at, verb.manner, subject, passive=True, bracket=open_bracket(before), part=part)
        colon = self.text.folded[max(self.since, self.mentions[at].start - 8) : self.mentions[at].start]
        self.frames[-1].listing = ":" in colon
        return True

    def _annexed_part(self, at: int) -> str | None:
        """The provision of what a mention promulgates: "khoản 2 Điều 5 Quy chế ban hành kèm theo …"."""
        start = self.mentions[at].start
        part = cue("annexed_part")
        if not self.text.folded[max(0, start - 8) : start].endswith(tuple(part.facts["ends"])):
            return None
        match = part.pattern.search(self.text.folded, max(0, start - 200), start)
        return self.text.words(match.span(1)).strip(" ,;") if match else None

    def _push(
        self,
        at: int,
        manner: str | None,
        actor: int,
        *,
        passive: bool = False,
        bracket: str = "",
        part: str | None = None,
    ) -> None:
        """Open a verb that belongs to the mention `actor` and has `at` as its first object."""
        frame = _Frame(manner, actor, self.mentions[actor].start, at, passive, bracket, part)
        self.frames.append(frame)
        del self.frames[1:-_DEPTH]
        self._do(frame, at)

    def _open_name(self, at: int) -> None:
        """Open the verb of a name that ends with what it carries out ("Kế hoạch thực hiện Luật A" "và B")."""
        mention = self.mentions[at]
        if cue("carrying_name").pattern.match(self.text.folded, mention.start, mention.end):
            self.frames.append(_Frame("implements", at, mention.start, at))

    def _like(self, at: int) -> int:
        """The nearest open mention of the same type, else the nearest."""
        open_mentions = [place for frame in reversed(self.frames) for place in (frame.last, frame.actor)]
        for place in open_mentions:
            if place is not None and self._same_type(place, at):
                return place
        return self.frames[-1].last

    def _same_type(self, one: int, other: int) -> bool:
        first, second = self.mentions[one].citation, self.mentions[other].citation
        return kind_told(first) == kind_told(second)

    def _further(self, at: int, words: str) -> None:
        """A mention after another without a verb: joined to an open verb, or only named."""
        frame = self.frames[-1]
        if self.mentions[frame.last].itself and frame.manner == "promulgates" and not words.strip(' :"(*'):
            frame.last = at
            self._do(frame, at)
            return
        if not says("coordinated", words):
            self._named(at, words)
            return
        depth = self._rank(at, words)
        del self.frames[depth + 1 :]
        frame = self.frames[depth]
        frame.last = at
        if not frame.passive:
            parts = [m.span() for m in cue("part").pattern.finditer(words) if m.end() > len(words) - 40]
            frame.part = self._words(parts[-1]) if parts else None
        frame.separator = frame.separator or (";" if ";" in words else ",")
        self._do(frame, at)

    def _offset(self, place: int) -> int:
        """The offset in the views of `place` in the squeezed words before the mention."""
        return self.since + stretched(self.between, place)

    def _words(self, span: Span) -> str:
        """The words of `span` (in the squeezed words before the mention) as printed, in one line."""
        return self.text.words((self._offset(span[0]), self._offset(span[1]))).strip(" ,;")

    def _rank(self, at: int, words: str) -> int:
        """The depth of the frame that a coordinated mention joins."""
        adjacent = says("adjacent", words)
        semicolon = ";" in words
        top = len(self.frames) - 1
        for depth in range(top, 0, -1):
            frame = self.frames[depth]
            if not self._fits(frame, at):
                continue
            same = self._same_type(frame.last, at)
            if semicolon and not (frame.passive and same and self._lists_on(frame, at)):
                continue
            if frame.manner is None and adjacent:
                return depth
            apart = frame.manner in (None, "promulgates") or self._same_type(self.frames[0].last, at)
            apart = apart or ("," in words and self._beside_actor(frame, at))
            if same or (adjacent and depth == top and not apart):
                return depth
        return 0

    def _beside_actor(self, frame: _Frame, at: int) -> bool:
        """Whether a mention is of its actor's level and not of the object's, above: "Chương trình số 2-CTr/TU
        thực hiện Nghị quyết số 1-NQ/TW, các Kế hoạch số 3-KH/TU"."""
        if frame.actor is None or frame.manner not in CARRYING:
            return False
        actor, last, scope = (self.mentions[i].citation.scope for i in (frame.actor, frame.last, at))
        return scope is not None and scope == actor and last is not None and last != scope

    def _lists_on(self, frame: _Frame, at: int) -> bool:
        """Whether a list goes on after ";": such is its separator, and a bare number follows."""
        mention = self.mentions[at]
        if frame.listing and ";" in self.text.folded[max(self.since, mention.start - 8) : mention.start]:
            return True
        bare = says("bare_number", self.text.folded[mention.start : mention.start + 40])
        follows = says("list_goes_on", self.text.folded[mention.end : mention.end + 4])
        return frame.separator in ("", ";") and bare and follows

    def _fits(self, frame: _Frame, at: int) -> bool:
        if frame.actor is None:
            return True
        one, other = self.mentions[frame.actor].citation, self.mentions[at].citation
        if frame.passive:
            return plausible(other, one)
        maker = self.makers.get(frame.actor)
        return plausible(one, other) and (maker is None or plausible(self.mentions[maker].citation, other))

    def _do(self, frame: _Frame, at: int) -> None:
        if frame.manner is None:
            return
        begin = self.sentence if frame.head is None else frame.head
        deed = Deed(frame.manner, frame.actor, at, frame.start, begin, self.lead, frame.part)
        if frame.passive and frame.actor is not None:
            own = self.mentions[at].itself
            deed = Deed(frame.manner, at, frame.actor, frame.start, self.sentence, own, frame.part)
        if deed.manner == "promulgates" and deed.actor is not None:
            self.makers[deed.target] = deed.actor
        self.found.append(deed)
