"""Directives mentioned by a name of their own: laws, congress and plenum resolutions, regulations, plans.

A regulation or plan counts when something says that it exists: the directive that promulgates it, the
document's own title or article, a known name, or a period in the name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from graph.extraction import DocumentFacts
from ingest.citations.anchors import Anchor
from ingest.citations.cues import kind_of, pattern, plain, type_group, unquoted
from ingest.citations.issuer_names import Issuer, issuer_at, level_of
from ingest.citations.known_names import (
    known_end,
    known_in_small_letters,
    laws_in_small_letters,
    named_at,
    written_name,
)
from ingest.citations.laws import law_at
from ingest.citations.mention import Mention, Tail
from ingest.layout import Layout
from ingest.text import Text
from ontology.issuers import issuer_of
from ontology.load import spelling
from ontology.numbers import Key
from ontology.terms import central_span, normal_term, ordinal

_LONGEST = 360
_ORDINAL = spelling("ordinal")
_NAMES = 200


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
    unread: list[Anchor] = []
    end = 0
    for anchor in anchors:
        if anchor.start < end:  # within a law's name
            continue
        law = anchor.kind in type_group("laws")
        mention = law_at(text, anchor, reader.by_number) if law else reader.at(anchor)
        if mention:
            found.append(mention)
            end = mention.end if law else end
        elif anchor.kind in type_group("nameable"):
            unread.append(anchor)
    found += reader.known_by_now(unread)
    found += reader.in_small_letters()
    reader.settle(found)
    return [*found, *laws_in_small_letters(text, reader.by_number), *known_in_small_letters(text)]


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
        self.promulgated: dict[str, str] = {}
        self.owned: dict[str, dict[int, tuple[Key, str]]] = {}

    def settle(self, mentions: Sequence[Mention]) -> None:
        """Give each name the level of the directive that promulgates it, wherever that is said; names that
        consist of an issuer and are promulgated twice stand in full, with what each carries out."""
        if not self.promulgated and not self.owned:
            return
        for mention in mentions:
            name = unquoted(mention.name or "")
            mention.scope = self.promulgated.get(name) or mention.scope
            owned = self.owned.get(name, {})
            if mention.start in owned and len({key for key, _ in owned.values()}) > 1:
                mention.name = owned[mention.start][1]

    def at(self, anchor: Anchor) -> Mention | None:
        """The directive named at an anchor, if one is."""
        if anchor.kind in type_group("sessions"):
            return self._of_session(anchor)
        if anchor.kind in type_group("nameable"):
            return self._regulation(anchor)
        return None

    def known_by_now(self, anchors: Sequence[Anchor]) -> list[Mention]:
        """The mentions at `anchors`, which nothing told there, by names that the document gives further on."""
        learnt = (self._learnt(anchor) for anchor in anchors if self.names and not self._heads_annex(anchor))
        return [mention for mention in learnt if mention]

    def in_small_letters(self) -> list[Mention]:
        """What a directive's title says that it promulgates, its type word in small letters ("về việc ban
        hành quy định giá các loại đất")."""
        found = []
        for mention in self.numbered:
            joint = pattern("promulgates_small").match(self.text.folded, mention.end)
            if joint is None or not self.text.flow[joint.start(1)].islower():
                continue
            named = self._regulation(Anchor(joint.start(1), joint.end(1), kind_of(joint[1])))
            if named:
                named.name = (named.name or "")[:1].upper() + (named.name or "")[1:]
                found.append(named)
        return found

    def _of_session(self, anchor: Anchor) -> Mention | None:
        """A resolution known by its congress or plenum."""
        for rule in ("congress", "plenum"):
            match = pattern(rule).match(self.text.folded, anchor.end)
            if match:
                end = match.end() - (match[0].endswith(")") and "(" not in match[0])
                mention = named_at(self.text, anchor, end, f"citations.{rule}")
                words = plain(self.text.flow[anchor.start : end])
                mention.tail.term = _term_in(words)
                mention.scope = self._session_scope(rule, words, mention.tail.term)
                if rule == "plenum" and not (match["further"] or match["more"]):
                    mention.tail.plenum = ordinal(match["session"] or match["ordinal"])
                return mention
        return None

    def _session_scope(self, rule: str, words: str, term: str | None) -> str | None:
        """The level of the congress or plenum that a name means; one told by its ordinal alone is the Party's."""
        if rule == "plenum" or pattern("national").search(words):
            return "central"
        whole = pattern("bare_congress").fullmatch(words) and term and central_span(term)
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
        quoted = self._quoted_end(anchor)
        if promulgator is None and anchor.kind in type_group("promulgated"):
            return None
        own = promulgator is None and self._own(anchor)
        unnamed = pattern("unnamed_there" if promulgator or own else "unnamed").match(text.folded, anchor.end)
        if unnamed and not quoted:
            return None
        promulgator = promulgator or self._promulgator_after(anchor, quoted)
        own = own and promulgator is None
        known = known_end(text.folded, anchor.start)
        whole = end = known or quoted or self._name_end(anchor)
        owner = self._owner(anchor, whole) if whole and not (known or quoted) else None
        end = owner.end if owner else whole
        if not end or not whole or not (promulgator or own or known or self._stands_alone(anchor, end)):
            return None
        years = pattern("years_of_a_term").search(text.folded, anchor.end, end)
        end = years.start("years") if years else end
        mention = named_at(text, anchor, end, "citations.named")
        mention.scope = self._scope(mention, promulgator, own, known is not None)
        mention.tail.term = _term_in(text.folded[anchor.start : end])
        if owner:
            mention.tail.issuer, mention.tail.place, mention.tail.level = owner.name, owner.place, owner.level
        self._add_maker(mention)
        if (promulgator or own or known or quoted) and len(self.names) < _NAMES:
            self.names.setdefault(unquoted(mention.name or ""), mention.scope)
        self._note(mention, promulgator)
        if promulgator and promulgator.full and owner:
            owned = self.owned.setdefault(unquoted(mention.name or ""), {})
            owned[mention.start] = promulgator.full.key, written_name(text.flow[anchor.start : whole], 0)
        return mention

    def _add_maker(self, mention: Mention) -> None:
        """Add the issuer of "Quy chế … do Ban Thường vụ Tỉnh ủy ban hành"."""
        maker = pattern("made_by").match(self.text.folded, mention.end)
        issuer = issuer_at(self.text, maker.end()) if maker else None
        if issuer and pattern("makes").match(self.text.folded, issuer.end):
            tail = Tail(mention.end, issuer=issuer.name, place=issuer.place, level=issuer.level)
            mention.tail = replace(tail, term=mention.tail.term)

    def _quoted_end(self, anchor: Anchor) -> int | None:
        """Where a name ends that stands in quotation marks after its type word; None if none does."""
        if anchor.kind in type_group("verbs"):
            return None
        quoted = pattern("quoted_name").match(self.text.folded, anchor.end)
        if quoted is None or "\n\n" in self.text.lines[anchor.end : quoted.end()]:
            return None
        return quoted.end()

    def _learnt(self, anchor: Anchor) -> Mention | None:
        """A name that the document has used before, at `anchor` again."""
        if not self.names:
            return None
        words = unquoted(self.text.flow[anchor.start : anchor.start + _LONGEST])
        best = max((name for name in self.names if words.startswith(name)), key=len, default=None)
        promulgator = self._promulgator_before(anchor)
        if best is None or (promulgator and best in self.owned):
            return None
        end = anchor.start
        for word in best.replace("-", " - ").split():
            end = self.text.folded.find(word, end) + len(word)
        end += '"' in self.text.flow[anchor.start : end] and self.text.flow.startswith('"', end)
        if (known_end(self.text.folded, anchor.start) or 0) > end:
            return None
        mention = named_at(self.text, anchor, end, "citations.named")
        mention.scope = self.names[best]
        self._note(mention, promulgator)
        return mention

    def _note(self, mention: Mention, promulgator: Mention | None) -> None:
        """Remember at which level a name is promulgated."""
        level = _level(promulgator) if promulgator else None
        if level:
            self.promulgated[unquoted(mention.name or "")] = level

    def _is_title(self, anchor: Anchor) -> bool:
        """Whether a name is only what the directive before is about ("Nghị quyết … về Chiến lược …")."""
        at = bisect_right(self.starts, anchor.start - 1) - 1
        mention = self.numbered[at] if at >= 0 else None
        if mention is None or not mention.end <= anchor.start < mention.end + 20:
            return False
        about = pattern("about").fullmatch(self.text.folded, mention.end, anchor.start)
        return about is not None and anchor.kind not in type_group("independent")

    def _promulgator_before(self, anchor: Anchor) -> Mention | None:
        """The cited directive whose title, right before, says that it promulgates or changes this one."""
        at = bisect_right(self.starts, anchor.start - 1) - 1
        mention = self.numbered[at] if at >= 0 else None
        if mention is None or not mention.end <= anchor.start < mention.end + 60:
            return None
        joint = pattern("title_joint").fullmatch(self.text.folded, mention.end, anchor.start)
        verb = joint is not None and not joint[0].strip() and anchor.kind in type_group("verbs")
        return mention if joint and not verb and mention.type != anchor.kind else None

    def _promulgator_after(self, anchor: Anchor, quoted: int | None) -> Mention | None:
        """The directive in "Quy chế … ban hành kèm theo Quyết định số …"."""
        limit = min(len(self.text), anchor.end + _LONGEST)
        stop = None if quoted else pattern("name_stops").search(self.text.folded, anchor.end, limit)
        end = stop.start() if stop else quoted
        found = pattern("promulgated_by").match(self.text.folded, end) if end else None
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
        if not pattern("promulgating").search(before):
            return titled and pattern("changing").search(before) is not None
        return titled or (
            pattern("own_article").search(before) is not None and anchor.start >= self.layout.preamble[0]
        )

    def _stands_alone(self, anchor: Anchor, end: int) -> bool:
        """Whether a name tells by itself that such a directive exists."""
        before = self.text.folded[max(0, anchor.start - 30) : anchor.start]
        words = self.text.folded[anchor.end : end]
        if (
            pattern("making").search(before)
            or pattern("several").search(before)
            or pattern("anybodys").search(words)
        ):
            return False
        if '"' in words:
            return anchor.kind in type_group("quoted") or bool(pattern("period").search(words))
        if anchor.kind in type_group("periodic"):
            return bool(pattern("period").search(words))
        return anchor.kind in type_group("independent")

    def _name_end(self, anchor: Anchor) -> int | None:
        text = self.text
        limit = min(len(text), anchor.end + _LONGEST)
        title = self.layout.title
        if title and title[0] <= anchor.start < title[1]:
            limit = min(title[1], limit)
        paragraph = text.lines.find("\n\n", anchor.end, limit)
        while paragraph >= 0 and text.lines[paragraph : paragraph + 8].lstrip()[:1].islower():
            paragraph = text.lines.find("\n\n", paragraph + 2, limit)
        limit = paragraph if paragraph >= 0 else limit
        stop = self._stop(anchor.end, limit)
        end = text.trim((anchor.end, limit if stop is None else stop))[1]
        unended = stop is None and limit == anchor.end + _LONGEST
        return None if end - anchor.end < 4 or unended else end

    def _owner(self, anchor: Anchor, end: int) -> Issuer | None:
        """The issuer that a name consists of, up to `end` ("Chương trình hành động của Chính phủ thực hiện
        Nghị quyết …"): what follows is no more of the name than after a number."""
        owner = pattern("of_issuer").match(self.text.folded, anchor.end)
        issuer = issuer_at(self.text, owner.end()) if owner and owner[0].strip() else None
        carrying = issuer and issuer.end < end and pattern("carrying_on").match(self.text.folded, issuer.end)
        return issuer if carrying else None

    def _stop(self, start: int, limit: int) -> int | None:
        """Where a name ends: the next directive ends it unless the name says that it carries that out."""
        folded = self.text.folded
        at = start
        while stop := pattern("name_stops").search(folded, at, limit):
            if not stop["mention"] or not pattern("carries").search(folded, start, stop.start()):
                limit = stop.start()
                break
            inner = self.by_start.get(stop.start("mention"))
            at = inner.end if inner else stop.end()
        for i in range(bisect_right(self.starts, start), bisect_right(self.starts, limit - 1)):
            number = self.numbered[i].full
            inside = number is not None and number.term and number.suffixes[0].startswith("QH")
            if not inside and not pattern("carries").search(folded[start : self.starts[i]].rstrip()):
                return self.starts[i]
        return limit if stop else None

    def _heads_annex(self, anchor: Anchor) -> bool:
        """Whether the type word in capitals begins a line of an annex: its heading, no mention."""
        if not self.text.lines[anchor.start : anchor.end].partition("\n")[0].isupper():
            return False
        before = self.text.lines[max(0, anchor.start - 60) : anchor.start].rstrip(" |#>*\t")
        if not before.endswith("\n") or pattern("carries").search(before.lower().rstrip()):
            return False
        return any(span[0] <= anchor.start < span[1] for span in self.layout.annexes)

    def _scope(self, mention: Mention, promulgator: Mention | None, own: bool, known: bool) -> str | None:
        said = level_of(plain(mention.name or ""))
        if promulgator and (level := _level(promulgator)):
            return level
        if known and (said is None or said == "central"):
            return "central"
        return said or (self.facts.level if own or promulgator is None else None)


def _level(mention: Mention) -> str | None:
    """The level of a numbered directive's issuer, as stated or by its number."""
    issuer = issuer_of(mention.full) if mention.full and not mention.tail.level else None
    return mention.tail.level or (issuer.level if issuer else None)


def _term_in(words: str) -> str | None:
    """The term that the (folded) words of a name state."""
    committee = pattern("committee").search(words)
    for match in pattern("term_in_name").finditer(words):
        term = normal_term(match[1])
        if term and not (committee and match[0].startswith(_ORDINAL)):
            return term
    return None
