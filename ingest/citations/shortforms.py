"""Short mentions that the rest of the document settles, and the document's mentions of itself.

"Kế hoạch này"; "Nghị quyết 25" after "Nghị quyết số 25-NQ/TW"; names that the document gives ("sau đây
gọi tắt là …"); "Kết luận của Ban Thường vụ Tỉnh ủy" and a bare "Nghị quyết" where one directive fits.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property

from graph.extraction import DocumentFacts
from ingest.citations.anchors import Anchor, type_before
from ingest.citations.cues import family, pattern, plain, type_group
from ingest.citations.given_names import LAST_NUMBER, abbreviates, given_names
from ingest.citations.issuer_names import Issuer, issuer_at
from ingest.citations.issuing import committee, same_issuer
from ingest.citations.mention import Mention, Tail
from ingest.citations.tails import tail_at
from ingest.text import Span, Text
from ontology.load import cues, spelling
from ontology.numbers import Number, parse

_THIS = f" {spelling('this')}"
_CANDIDATES = 60
_MEMBERS = 12
# A bare number of this size is a year.
_YEARS = 1930, 2100


def find_short(
    text: Text,
    facts: DocumentFacts,
    anchors: Sequence[Anchor],
    full: Sequence[Mention],
    introduced: Sequence[Span],
) -> list[Mention]:
    """Short and self mentions at anchors that no mention of `full` covers; `introduced` are the names
    that the text gives (all in text order)."""
    reader = _ShortForms(text, facts, anchors, full, introduced)
    found = list(reader.selves())
    for anchor in anchors:
        mention = None if reader.covered(anchor.start) else reader.at(anchor)
        if mention:
            found += [mention, *reader.further(mention)]
    return found


class _ShortForms:
    def __init__(
        self,
        text: Text,
        facts: DocumentFacts,
        anchors: Sequence[Anchor],
        full: Sequence[Mention],
        introduced: Sequence[Span],
    ) -> None:
        self.text = text
        self.facts = facts
        self.starts = [mention.start for mention in full]
        self.ends = [mention.end for mention in full]
        self.full = full
        self.kin: dict[str, tuple[list[Mention], list[int]]] = {}
        self.annexed = {mention.type for mention in full[:12] if mention.kind == "named"}
        self.names = given_names(text, anchors, full, introduced)

    @cached_property
    def numbered(self) -> dict[str, list[Mention]]:
        """The mentions in full by the codes of their types; few documents ask for them."""
        return _by_code(self.full)

    @cached_property
    def typed(self) -> dict[str, tuple[list[Mention], list[int]]]:
        """The mentions in full by their types, with their starts."""
        return _by_type(self.full)

    def covered(self, pos: int) -> bool:
        """Whether a full mention, or the introduction of a name, holds `pos`."""
        at = bisect_left(self.starts, pos + 1) - 1
        if at >= 0 and pos < self.ends[at]:
            return True
        return bool(self.names) and any(name.start <= pos < name.end for name in self.names)

    def selves(self) -> Iterator[Mention]:
        """ "Kế hoạch này" and the like, also in small letters."""
        folded = self.text.folded
        at = folded.find(_THIS)
        while at >= 0:
            anchor = None if folded[at + 4 : at + 5].isalnum() else type_before(self.text, at)
            mention = self._self(anchor, at + 4) if anchor and not folded[anchor.end : at].strip() else None
            if mention:
                yield mention
            at = folded.find(_THIS, at + 4)

    def _self(self, anchor: Anchor, end: int) -> Mention | None:
        """The document itself, also "Luật này" in provisions that it quotes; "Nghị quyết này" of a
        plan is the one spoken of."""
        kind = anchor.kind
        mine = self.facts.type is None or self._mine(kind) or kind in self.annexed
        letter = kind in type_group("letters") and not mine and self.facts.type not in type_group("letters")
        small = self.text.flow[anchor.start].islower() and not self._mine(kind)
        if letter or small or kind not in type_group("instruments") or self._after(anchor, "several"):
            return None
        mention = Mention((anchor.start, end), "self", "citations.self", kind)
        mention.tail = Tail(end)
        own = mine or kind in type_group("provisions")
        meant = None if own else self._spoken_of(kind, anchor.start)
        if meant:
            mention.kind, mention.rule, mention.meant = "named", "citations.short", meant
        return mention

    def _spoken_of(self, kind: str, pos: int) -> Mention | None:
        """The directive of a type that is spoken of at `pos`: the sentence's first, else the last before."""
        mentions, starts = self.typed.get(kind, ([], []))
        sentence = max(
            self.text.lines.rfind(stop, max(0, pos - 900), pos) for stop in (". ", ".\n", "\n\n", ";\n")
        )
        at, until = bisect_left(starts, max(0, sentence)), bisect_left(starts, pos)
        if at < until:
            return mentions[at]
        return mentions[until - 1] if until else None

    def _mine(self, kind: str) -> bool:
        """Whether a type word is the document's own, or begins it ("Chương trình" hành động)."""
        own = self.facts.type
        return own is not None and (own == kind or own.startswith(f"{kind} "))

    def at(self, anchor: Anchor) -> Mention | None:
        """The short mention at an anchor that no full mention covers."""
        named = (self._by_name(anchor) if self.names else None) or self._by_number(anchor)
        if named or self._after(anchor, "several", "making"):
            return named
        return self._by_issuer(anchor) or self._bare(anchor)

    def _by_name(self, anchor: Anchor) -> Mention | None:
        folded = self.text.folded
        known = [
            name
            for name in self.names
            if (name.start < anchor.start or (name.meant and LAST_NUMBER.search(name.name)))
            and folded.startswith(name.name, anchor.start)
            and not folded[anchor.start + len(name.name) : anchor.start + len(name.name) + 1].isalnum()
        ]
        name = max(known, key=lambda name: (len(name.name), name.start), default=None)
        end = anchor.start + len(name.name) if name else 0
        if name is None or pattern("goes_on").match(folded, end) or self._after(anchor, "several"):
            return None
        if end == anchor.end and self.text.flow[end : end + 2].strip()[:1].isupper():
            return None
        mention = Mention((anchor.start, end), "named", "citations.introduced", anchor.kind)
        mention.meant, mention.tail = name.meant, Tail(end)
        if name.meant is None:
            mention.kind = "self"
        owner = pattern("of_issuer").match(folded, anchor.end, end)
        issuer = issuer_at(self.text, owner.end()) if owner and owner.end() < end else None
        if issuer and issuer.end <= end:
            mention.tail = Tail(end, issuer=issuer.name, place=issuer.place, level=issuer.level)
        number = LAST_NUMBER.search(name.name)
        if number and name.meant and name.meant.number:
            mention.kind, mention.number = "numbered", parse(number[0])
            mention.written = (end - len(number[0]), end)
        return mention

    def _by_number(self, anchor: Anchor) -> Mention | None:
        """ "Nghị quyết 25", "Nghị định 168/2024"."""
        if anchor.kind not in type_group("numbered"):
            return None
        match = pattern("short_number").match(self.text.folded, anchor.end)
        number = parse(match[1]) if match else None
        if match is None or number is None or self._opens_item(anchor.end, match):
            return None
        mention = self._short(anchor, anchor.start, match, number)
        known = mention.tail.date or self._near(anchor, number)
        return mention if known or self._surely(anchor, match, number) else None

    def _opens_item(self, end: int, number: re.Match[str]) -> bool:
        """Whether a number below the line of a type word that ends at `end` is an item's, not the directive's."""
        gap, after = (
            self.text.lines[end : number.start(1)],
            self.text.lines[number.end(1) : number.end(1) + 1],
        )
        return "\n\n" in gap or ("\n" in gap and after in (".", ")", "-", "/", "|"))

    def _near(self, anchor: Anchor, number: Number) -> list[Mention]:
        """The mentions in full that a bare number may abbreviate."""
        return [m for m in self._alike(anchor, ahead=True) if abbreviates(number, m)]

    def _short(self, anchor: Anchor, start: int, match: re.Match[str], number: Number) -> Mention:
        """The mention from `start` on whose bare number is the first group of `match`."""
        near = self._near(anchor, number)
        meant = near[0] if _one_meant(near) else None
        mention = Mention((start, match.end()), "numbered", "citations.short", anchor.kind, number)
        mention.written = match.span(1)
        mention.tail = tail_at(self.text, match.end())
        mention.span = (start, mention.tail.end)
        mention.meant, mention.whole = meant, meant.full if meant else None
        return mention

    def further(self, first: Mention) -> list[Mention]:
        """The numbers that follow a short one ("Nghị quyết 57, 66 và 68 của …"); they share the last's tail."""
        if first.rule != "citations.short" or first.written is None or first.end != first.written[1]:
            return []
        anchor = Anchor(first.start, first.start, first.type or "")
        listed = first.type in type_group("surely")
        said = (
            first.meant
            or listed
            or pattern("says_number").search(self.text.folded[first.start : first.written[0]])
        )
        members: list[Mention] = []
        while len(members) < _MEMBERS:
            last = members[-1] if members else first
            match = pattern("next_number").match(self.text.folded, last.end)
            number = parse(match[1]) if match and said else None
            if match is None or number is None or self.covered(match.start(1)):
                break
            members.append(self._short(anchor, match.start(1), match, number))
        for mention in [first, *members[:-1]]:
            if members and members[-1].tail.issuer:
                mention.tail = replace(members[-1].tail, end=mention.end)
        return members

    def _surely(self, anchor: Anchor, match: re.Match[str], number: Number) -> bool:
        """Whether a bare number is a directive's although the document never gives it in full."""
        if self.text.flow[anchor.start : anchor.end] in type_group("abbreviated"):
            return number.year is not None
        if number.year or pattern("counted").match(self.text.folded, match.end()):
            return number.year is not None
        said = pattern("says_number").search(match[0]) is not None
        short = len(match[1]) < 4 or not (_YEARS[0] <= number.order <= _YEARS[1])
        return short and (said or anchor.kind in type_group("surely") or self._noun(anchor))

    def _noun(self, anchor: Anchor) -> bool:
        """Whether a word that may be a verb is a noun: its capital inside a sentence says so ("của Hướng dẫn 8")."""
        at = anchor.start
        before = self.text.lines[max(0, at - 2) : at]
        return anchor.kind in type_group("verbs") and before[:1].islower() and before[1:] == " "

    def _by_issuer(self, anchor: Anchor) -> Mention | None:
        """ "Kết luận của Ban Thường vụ Tỉnh ủy", if one directive fits, else the document itself."""
        text, kind = self.text, anchor.kind
        if kind not in type_group("instruments") and kind not in type_group("owned"):
            return None
        owner = pattern("of_issuer").match(text.folded, anchor.end)
        if owner is None or not text.flow[owner.end() : owner.end() + 1].isupper():
            return None
        issuer = issuer_at(text, owner.end())
        if issuer is None or self._kind_of_paper(kind, issuer) or self._is_cell((anchor.start, issuer.end)):
            return None
        meant = _one(self._alike(anchor), lambda mention: same_issuer(issuer, mention))
        mine = self._own_paper(kind, issuer)
        if (meant is None) == (not mine):
            return None
        mention = Mention((anchor.start, issuer.end), "named", "citations.issuer", kind)
        mention.tail = Tail(issuer.end, issuer=issuer.name, place=issuer.place, level=issuer.level)
        mention.meant = meant
        if mine:
            mention.kind, mention.rule = "self", "citations.self"
        return mention

    def _kind_of_paper(self, kind: str, issuer: Issuer) -> bool:
        """Whether a legal document speaks of a kind of paper ("quyết định của Ủy ban nhân dân tỉnh")."""
        legal = type_group("legal")
        return (
            kind in legal
            and self.facts.type in legal
            and committee(plain(issuer.name)) in type_group("local")
        )

    def _is_cell(self, span: Span) -> bool:
        """Whether a table's cell holds nothing else: it says what is to be made."""
        before = self.text.flow[max(0, span[0] - 12) : span[0]].rstrip(" -+")
        return before.endswith("|") and self.text.flow[span[1] : span[1] + 12].lstrip(" .;").startswith("|")

    def _own_paper(self, kind: str, issuer: Issuer) -> bool:
        """Whether "Kế hoạch của Tỉnh ủy" can mean the document itself."""
        own, own_type = self.facts.issuer, self.facts.type
        if own is None or own_type is None or not family(kind) & family(own_type):
            return False
        if committee(plain(issuer.name)) != committee(plain(own)):
            return False
        return issuer.level is None or self.facts.level is None or issuer.level == self.facts.level

    def _bare(self, anchor: Anchor) -> Mention | None:
        """A type word alone: the document's own, else the only directive of that type so far."""
        folded, kind = self.text.folded, anchor.kind
        if kind not in type_group("instruments") or not self.text.flow[anchor.start + 1].islower():
            return None
        mine = self._mine(kind)
        effect = pattern("takes_effect").match(folded, anchor.end)
        spoken_of = pattern("ends_short").match(folded, anchor.end) and self._after(anchor, "spoken_of")
        if not (effect or spoken_of or (mine and self._after(anchor, "annex_head"))):
            return None
        mention = Mention((anchor.start, anchor.end), "self", "citations.self", kind)
        mention.tail = Tail(anchor.end)
        if not mine:
            mention.meant = self._just_named(anchor) if effect else _one(self._alike(anchor), lambda _: True)
            mention.kind, mention.rule = "named", "citations.short"
        return mention if mine or mention.meant else None

    def _just_named(self, anchor: Anchor) -> Mention | None:
        """What "Nghị định có hiệu lực …" goes on about: the first of its type in the sentence before."""
        sentence = self.text.flow.rfind(". ", max(0, anchor.start - 700), max(0, anchor.start - 3))
        before = [m for m in self._alike(anchor) if m.start > sentence and m.type == anchor.kind]
        return (
            before[0]
            if before and self.text.flow[max(0, anchor.start - 12) : anchor.start].rstrip()[-1:] == "."
            else None
        )

    def _after(self, anchor: Anchor, *names: str) -> bool:
        """Whether words of one of these cues stand before an anchor."""
        near = self.text.folded[max(0, anchor.start - 40) : anchor.start]
        words = near.rstrip(" ")
        return any(pattern(name).search(near) for name in names if words.endswith(_ends(name)))

    def _alike(self, anchor: Anchor, *, ahead: bool = False) -> Sequence[Mention]:
        """Numbered mentions of a type like the anchor's, each directive's first; those before it, or all."""
        if anchor.kind not in self.kin:
            found = {id(m): m for code in family(anchor.kind) for m in self.numbered.get(code, ())}
            listed = sorted(found.values(), key=lambda mention: mention.start)
            self.kin[anchor.kind] = listed, [mention.start for mention in listed]
        listed, starts = self.kin[anchor.kind]
        return listed if ahead else listed[: bisect_left(starts, anchor.start)]


@cache
def _ends(name: str) -> tuple[str, ...]:
    """With what the words end that a cue matches: looked at before its pattern is tried."""
    return tuple(cues("citations")[name].facts.get("ends", ("",)))


def _by_code(full: Sequence[Mention]) -> dict[str, list[Mention]]:
    """Numbered mentions by the codes of their types: of each number, date and issuer the first."""
    found: dict[str, list[Mention]] = {}
    seen: set[object] = set()
    for mention in full:
        number = mention.full
        if mention.kind != "numbered" or number is None or mention.type is None:
            continue
        key = mention.type, number.key, mention.tail.date, mention.tail.issuer
        if key in seen:
            continue
        seen.add(key)
        for code in family(mention.type):
            listed = found.setdefault(code, [])
            if len(listed) < _CANDIDATES:
                listed.append(mention)
    return found


def _by_type(full: Sequence[Mention]) -> dict[str, tuple[list[Mention], list[int]]]:
    """The mentions of each type, with their starts."""
    found: dict[str, tuple[list[Mention], list[int]]] = {}
    for mention in full:
        if mention.type and mention.kind != "self":
            mentions, starts = found.setdefault(mention.type, ([], []))
            mentions.append(mention)
            starts.append(mention.start)
    return found


def _one_meant(near: Sequence[Mention]) -> bool:
    """Whether mentions that one short number abbreviates are of one number, or of one day (a slip)."""
    return bool(near) and (
        len({m.full.key for m in near if m.full}) == 1
        or (near[0].tail.date is not None and len({m.tail.date for m in near}) == 1)
    )


def _one(mentions: Sequence[Mention], fits: Callable[[Mention], bool]) -> Mention | None:
    """The mention that fits, if all that fit are of one directive (as far as numbers and dates tell)."""
    fitting = [mention for mention in mentions if fits(mention)]
    keys = {mention.full.key for mention in fitting if mention.full}
    dates = {mention.tail.date for mention in fitting if mention.tail.date}
    return fitting[0] if len(keys) == 1 and len(dates) < 2 else None
