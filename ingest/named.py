"""Directives mentioned by a name of their own: laws, congress and plenum resolutions, regulations, plans.

A regulation or plan counts when something says that it exists: the directive that promulgates it, the
document's own title or article, a known name, or a period in the name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from graph.extraction import DocumentFacts
from ingest.anchors import Anchor
from ingest.cues import cue, plain, type_group
from ingest.issuer_names import level_of
from ingest.laws import is_known_law, law_at
from ingest.layout import Layout
from ingest.mention import Mention, Tail
from ingest.text import Text
from ontology.fold import fold
from ontology.load import table
from ontology.terms import central_span, normal_term, ordinal

_LONGEST = 360
_NAMES = 200
_OF_LAW = " của luật "


def find_named(
    text: Text,
    layout: Layout,
    facts: DocumentFacts,
    anchors: Sequence[Anchor],
    numbered: Sequence[Mention],
) -> list[Mention]:
    """The mentions by name that begin at `anchors` (in text order); those with a number are `numbered`.

    A law with its number is a mention of its own here, and the one in `numbered` must give way to it.
    """
    reader = _Named(text, layout, facts, numbered)
    found: list[Mention] = []
    end = 0
    for anchor in anchors:
        law = anchor.kind in type_group("laws")
        if law and anchor.start < end:
            continue
        mention = law_at(text, anchor, reader.by_number) if law else reader.at(anchor)
        if mention:
            found.append(mention)
            end = mention.end
    return [*found, *_laws_in_small_letters(text, reader.by_number), *_in_small_letters(text)]


class _Named:
    """Reads the named mentions of one document; names learnt early count for the rest of it."""

    def __init__(self, text: Text, layout: Layout, facts: DocumentFacts, numbered: Sequence[Mention]) -> None:
        self.text = text
        self.layout = layout
        self.facts = facts
        self.starts = [mention.start for mention in numbered]
        self.by_number = {mention.written[0]: mention for mention in numbered if mention.written}
        self.by_start = {mention.start: mention for mention in numbered}
        self.numbered = numbered
        self.names: dict[str, str | None] = {}

    def at(self, anchor: Anchor) -> Mention | None:
        """The directive named at an anchor, if one is."""
        if anchor.kind in type_group("sessions"):
            return self._of_session(anchor)
        if anchor.kind in type_group("nameable"):
            return self._regulation(anchor)
        return None

    def _of_session(self, anchor: Anchor) -> Mention | None:
        """A resolution known by its congress or plenum."""
        for rule in ("congress", "plenum"):
            match = cue(rule).match(self.text.folded, anchor.end)
            if match:
                end = match.end() - (match[0].endswith(")") and "(" not in match[0])
                mention = _named(self.text, anchor, end, f"citations.{rule}")
                words = plain(self.text.flow[anchor.start : end])
                mention.tail.term = _term_in(words)
                mention.scope = self._session_scope(rule, words, mention.tail.term)
                if rule == "plenum" and not match["further"]:
                    mention.tail.plenum = ordinal(match["session"] or match["ordinal"])
                return mention
        return None

    def _session_scope(self, rule: str, words: str, term: str | None) -> str | None:
        """The level of the congress or plenum that a name means; one told by its ordinal alone is the Party's."""
        if rule == "plenum" or cue("national").search(words):
            return "central"
        whole = cue("bare_congress").fullmatch(words) and term and central_span(term)
        return "central" if whole else level_of(words) or self.facts.level

    def _regulation(self, anchor: Anchor) -> Mention | None:
        text = self.text
        if not text.flow[anchor.end : anchor.end + 1].isspace() or self._heads_annex(anchor):
            return None
        learnt = self._learnt(anchor)
        if learnt:
            return learnt
        if self._is_title(anchor):
            return None
        promulgator = self._promulgator_before(anchor)
        if cue("unnamed_there" if promulgator else "unnamed").match(text.folded, anchor.end):
            return None
        promulgator = promulgator or self._promulgator_after(anchor)
        own = promulgator is None and self._own(anchor)
        known = _known_end(text.folded, anchor.start)
        end = known or self._name_end(anchor, own)
        if end is None or not (promulgator or own or known or self._stands_alone(anchor, end)):
            return None
        mention = _named(text, anchor, end, "citations.named")
        mention.scope = self._scope(mention, promulgator, own, known is not None)
        mention.tail.term = _term_in(text.folded[anchor.start : end])
        if (promulgator or own or known) and len(self.names) < _NAMES:
            self.names.setdefault(plain(mention.name or ""), mention.scope)
        return mention

    def _learnt(self, anchor: Anchor) -> Mention | None:
        """A name that the document has used before, at `anchor` again."""
        if not self.names:
            return None
        words = plain(self.text.flow[anchor.start : anchor.start + _LONGEST])
        best = max((name for name in self.names if words.startswith(name)), key=len, default=None)
        if best is None:
            return None
        end = anchor.start
        for word in best.split():
            end = self.text.folded.find(word, end) + len(word)
        if (_known_end(self.text.folded, anchor.start) or 0) > end:
            return None
        mention = _named(self.text, anchor, end, "citations.named")
        mention.scope = self.names[best]
        return mention

    def _is_title(self, anchor: Anchor) -> bool:
        """Whether a name is only what the directive before is about ("Nghị quyết … về Chiến lược …")."""
        at = bisect_right(self.starts, anchor.start - 1) - 1
        mention = self.numbered[at] if at >= 0 else None
        if mention is None or not mention.end <= anchor.start < mention.end + 20:
            return False
        about = cue("about").fullmatch(self.text.folded, mention.end, anchor.start)
        return about is not None and anchor.kind not in type_group("independent")

    def _promulgator_before(self, anchor: Anchor) -> Mention | None:
        """The cited directive whose title, right before, says that it promulgates or changes this one."""
        at = bisect_right(self.starts, anchor.start - 1) - 1
        mention = self.numbered[at] if at >= 0 else None
        if mention is None or not mention.end <= anchor.start < mention.end + 60:
            return None
        joint = cue("title_joint").fullmatch(self.text.folded, mention.end, anchor.start)
        verb = joint is not None and not joint[0].strip() and anchor.kind in type_group("verbs")
        return mention if joint and not verb and mention.type != anchor.kind else None

    def _promulgator_after(self, anchor: Anchor) -> Mention | None:
        """The directive in "Quy chế … ban hành kèm theo Quyết định số …"."""
        limit = min(len(self.text), anchor.end + _LONGEST)
        stop = cue("name_stops").search(self.text.folded, anchor.end, limit)
        found = cue("promulgated_by").match(self.text.folded, stop.start()) if stop else None
        at = bisect_right(self.starts, found.start()) if found else len(self.starts)
        near = self.numbered[at] if at < len(self.starts) else None
        return near if near and found and near.start <= found.end() else None

    def _own(self, anchor: Anchor) -> bool:
        """Whether the document itself promulgates what stands at `anchor`, in its title (which may also
        say that it changes it) or in an article."""
        before = self.text.folded[max(0, anchor.start - 80) : anchor.start]
        title = self.layout.title
        titled = title is not None and title[0] <= anchor.start < title[1]
        if anchor.kind == self.facts.type:
            return False
        if not cue("promulgating").search(before):
            return titled and cue("changing").search(before) is not None
        return titled or (
            cue("own_article").search(before) is not None and anchor.start >= self.layout.preamble[0]
        )

    def _stands_alone(self, anchor: Anchor, end: int) -> bool:
        """Whether a name tells by itself that such a directive exists."""
        before = self.text.folded[max(0, anchor.start - 30) : anchor.start]
        words = self.text.folded[anchor.end : end]
        if cue("making").search(before) or cue("several").search(before) or cue("anybodys").search(words):
            return False
        if anchor.kind in type_group("periodic"):
            return bool(cue("period").search(words))
        return anchor.kind in type_group("independent")

    def _name_end(self, anchor: Anchor, own: bool) -> int | None:
        text = self.text
        limit = min(len(text), anchor.end + _LONGEST)
        title = self.layout.title
        if own and title and title[0] <= anchor.start < title[1]:
            limit = title[1]
        paragraph = text.lines.find("\n\n", anchor.end, limit)
        while paragraph >= 0 and text.lines[paragraph : paragraph + 8].lstrip()[:1].islower():
            paragraph = text.lines.find("\n\n", paragraph + 2, limit)
        limit = paragraph if paragraph >= 0 else limit
        stop = self._stop(anchor.end, limit)
        end = text.trim((anchor.end, limit if stop is None else stop))[1]
        unended = stop is None and limit == anchor.end + _LONGEST
        return None if end - anchor.end < 4 or unended else end

    def _stop(self, start: int, limit: int) -> int | None:
        """Where a name ends: the next directive ends it unless the name says that it carries that out."""
        folded = self.text.folded
        at = start
        while stop := cue("name_stops").search(folded, at, limit):
            if not stop["mention"] or not cue("carries").search(folded, start, stop.start()):
                limit = stop.start()
                break
            inner = self.by_start.get(stop.start("mention"))
            at = inner.end if inner else stop.end()
        for i in range(bisect_right(self.starts, start), bisect_right(self.starts, limit - 1)):
            if not cue("carries").search(folded[start : self.starts[i]].rstrip()):
                return self.starts[i]
        return limit if stop else None

    def _heads_annex(self, anchor: Anchor) -> bool:
        """Whether the type word in capitals begins a line of an annex: its heading, no mention."""
        if not self.text.flow[anchor.start : anchor.end].isupper():
            return False
        before = self.text.lines[max(0, anchor.start - 60) : anchor.start].rstrip(" |#>*\t")
        if not before.endswith("\n") or cue("carries").search(before.lower().rstrip()):
            return False
        return any(span[0] <= anchor.start < span[1] for span in self.layout.annexes)

    def _scope(self, mention: Mention, promulgator: Mention | None, own: bool, known: bool) -> str | None:
        said = level_of(plain(mention.name or ""))
        if promulgator and promulgator.tail.level:
            return promulgator.tail.level
        if known and (said is None or said == "central"):
            return "central"
        return said or (self.facts.level if own or promulgator is None else None)


def _named(text: Text, anchor: Anchor, end: int, rule: str) -> Mention:
    mention = Mention((anchor.start, end), "named", rule, anchor.kind)
    head = anchor.end - anchor.start
    mention.name = written_name(text.flow[anchor.start : end], head)
    if fold(mention.name[:head]) != anchor.kind and len(anchor.kind) == head:  # "Qui chế"
        mention.name = anchor.kind.capitalize() + mention.name[head:]
    mention.tail = Tail(end)
    return mention


def written_name(words: str, head: int) -> str:
    """A name in one line; what is printed in capitals only, in small letters after its first.

    `head` is the length of the type word it begins with.

    >>> written_name("QUY CHẾ\\n tiếp công dân", 7), written_name("QUY CHẾ TIẾP DÂN", 7)
    ('Quy chế tiếp công dân', 'Quy chế tiếp dân')
    """
    if words[:head].isupper() and not words.isupper():
        words = words[:head].capitalize() + words[head:]
    name = " ".join(words.split()).strip(" \"'")
    return name.capitalize() if name.isupper() else name


def _term_in(words: str) -> str | None:
    """The term that the (folded) words of a name state."""
    committee = cue("committee").search(words)
    for match in cue("term_in_name").finditer(words):
        term = normal_term(match[1])
        if term and not (committee and match[0].startswith("lần")):
            return term
    return None


def _laws_in_small_letters(text: Text, numbered: Mapping[int, Mention]) -> list[Mention]:
    """Known laws in small letters where only a law can stand ("một số điều của luật đê điều")."""
    found = []
    at = text.flow.find(_OF_LAW)
    while at >= 0:
        start = at + len(_OF_LAW) - len("luật ")
        mention = law_at(text, Anchor(start, start + len("luật"), "luật"), numbered)
        if mention and is_known_law(mention.name or ""):
            found.append(mention)
        at = text.flow.find(_OF_LAW, start)
    return found


def _in_small_letters(text: Text) -> list[Mention]:
    """Known names written in small letters ("thực hiện tốt quy chế dân chủ ở cơ sở")."""
    found = []
    for row in table("named_directives"):
        name = fold(row["name"]) if row["small"] else None
        at = text.flow.find(name) if name else -1
        while name and at >= 0:
            anchor = Anchor(at, at + len(row["type"]), row["type"])
            mention = _named(text, anchor, at + len(name), "citations.named")
            mention.name, mention.scope = row["name"], row["level"]
            found.append(mention)
            at = text.flow.find(name, at + 1)
    return found


def _known_end(folded: str, start: int) -> int | None:
    match = _known().match(folded, start)
    if match is None:
        return None
    place = cue("of_place").match(folded, match.end())
    return place.end() if place else match.end()


@cache
def _known() -> re.Pattern[str]:
    names = sorted((fold(row["name"]) for row in table("named_directives")), key=len, reverse=True)
    return re.compile("(?:" + "|".join(re.escape(name).replace(r"\ ", "[ ]+") for name in names) + r")(?!\w)")
