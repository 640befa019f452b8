"""Mentions with a number: "Nghị quyết số 25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành Trung ương (khóa XI)".

The numbers are found first, then what stands before each (type word, "số", the head of a list) and
after it (date, issuer, term).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter

from ingest.citations.anchors import Anchor, type_before
from ingest.citations.cues import hints, kind_code, kind_of, pattern, type_group
from ingest.citations.dates import date_at
from ingest.citations.issuer_names import Issuer, issuer_at
from ingest.citations.mention import Mention, Tail
from ingest.citations.slips import doubtful, mend, of_committees
from ingest.citations.tails import tail_at
from ingest.text import Span, Text
from ontology.load import document, spelling, spellings
from ontology.numbers import LETTERED, YEAR_AFTER, Number, parse, scan
from ontology.terms import central_span
from ontology.types import LAW, LETTER, PAPER, RESOLUTION, type_of_code, type_within, type_words, types

_HEAD = 220
_TITLE = 400
_NEAR = 60
_SAID = 12


def find_numbered(text: Text, anchors: Sequence[Anchor]) -> list[Mention]:
    """All mentions with a number and its code, in text order; a list's members one each.

    `anchors` are the type words of `text` that begin with a capital.

    >>> found = find_numbered(Text("a.txt", "Quyết định số 217-QĐ/TW và 218-QĐ/TW, ngày 12/12/2013"), [])
    >>> [(mention.type, mention.number.normal, mention.tail.date) for mention in found]
    [('quyết định', '217-QĐ/TW', '2013-12-12'), ('quyết định', '218-QĐ/TW', '2013-12-12')]
    """
    reader = _Numbered(text, anchors)
    found = [*scan(text.flow), *_of_companies(text.flow)]
    for start, end, number in sorted(found, key=itemgetter(0)):
        reader.read((start, end), number)
    mentions, suspects = reader.mentions, of_committees(reader.mentions)
    mend(suspects, mentions)
    _share_tails(text, mentions)
    mend(suspects, mentions)
    return mentions


class _Numbered:
    """The mentions of one document as they are read, each knowing the one before it."""

    def __init__(self, text: Text, anchors: Sequence[Anchor]) -> None:
        self.text = text
        self.anchors = anchors
        self.starts = [anchor.start for anchor in anchors]
        self.mentions: list[Mention] = []

    def read(self, written: Span, number: Number) -> None:
        """Read the mention whose number stands at `written`; what is no directive's number is left."""
        written, number = _with_cut_serial(self.text, written, number)
        start = written[0]
        last = self.mentions[-1] if self.mentions else None
        floor = last.span[1] if last else 0
        if start < floor:
            return
        anchor = type_before(self.text, start, self.anchors, self.starts)
        if anchor is not None and anchor.kind in type_group("endings") and not _fits(anchor.kind, number):
            anchor = None  # "Kết luận của Ban Bí thư số 114-KL/TW"
        if anchor is not None and self._apart(anchor.end, start):
            if not number.firm:
                return
            anchor = None
        issuer = bare = None
        if anchor is None or anchor.start < floor:
            before = self.text.folded[max(floor, start - _HEAD) : start]
            if _no_directive(before):
                return
            bare = _list_of("bare").search(before, max(0, len(before) - 100)) if _listed(before) else None
            if bare:
                shift = start - len(before)
                anchor = Anchor(shift + bare.start(), shift + bare.end(1), kind_of(bare[1]))
            elif last and self._continues(last, start, number):
                anchor = Anchor(start, start, last.type or "")
            else:
                anchor, issuer = self._from_afar(before, start, number)
        if not number.firm and (anchor is None or not _fits_shape(anchor.kind, number)):
            return
        mention = self._mention(written, number, anchor, issuer)
        self.mentions += self._members(mention, bare) if bare else [mention]

    def _apart(self, end: int, start: int) -> bool:
        """Whether a type word that ends at `end` closes its paragraph ("… chỉ thị:"), and an item begins at
        `start`."""
        at = self.text.lines.find("\n", end, start)
        if at < 0:
            return False
        gap = self.text.folded[end:start]
        return not any(map(str.isalpha, gap)) and (
            ":" in gap or self.text.lines.find("\n", at + 1, start) >= 0
        )

    def _mention(
        self, written: Span, number: Number, anchor: Anchor | None, issuer: Issuer | None
    ) -> Mention:
        first, end = anchor.start if anchor else written[0], written[1]
        kind = type_within(anchor.kind, number.system) if anchor else _type_by_code(number)
        after = YEAR_AFTER.match(self.text.flow, end) if "/" in self.text.flow[end : end + 2] else None
        if after:
            end = after.end()
        tail = tail_at(self.text, end, year=True, joint=_of_several(kind))
        if after and not tail.date:
            tail.year = after[1]
        span, typed = (first, tail.end), anchor is not None
        mention = Mention(
            span, "numbered", "citations.numbered", kind, number, (written[0], end), typed=typed, tail=tail
        )
        before = self.text.folded[first - _SAID if first > _SAID else 0 : first]
        if tail.issuer is None:
            if issuer is None and before.endswith(hints("sources")):
                issuer = self._issuer_before(first)
            self._issue(mention, issuer or self._maker_before(first, before))
        if tail.date is None and tail.year is None and before.endswith(hints("makers")):
            self._date_before(mention)
        return mention

    def _issue(self, mention: Mention, issuer: Issuer | None) -> None:
        """Give a mention the issuer that stands before it or its list."""
        tail, last = mention.tail, self.mentions[-1] if self.mentions else None
        if issuer:
            tail.issuer, tail.place, tail.level = issuer.name, issuer.place, issuer.level
            mention.headed = True
        elif last and last.headed and self._goes_on(last, mention):
            tail.issuer, tail.place, tail.level = last.tail.issuer, last.tail.place, last.tail.level
            mention.headed = True

    def _goes_on(self, last: Mention, mention: Mention) -> bool:
        """Whether a mention that begins at its number stands in one list with `last`."""
        number, start = mention.number, mention.start
        if number is None or mention.written is None or start != mention.written[0]:
            return False
        return self._continues(last, start, number)

    def _continues(self, last: Mention, start: int, number: Number) -> bool:
        """Whether a number without a type word goes on with the list in which `last` stands."""
        full = last.full
        if start - last.end > _TITLE or full is None:
            return False
        between = self.text.folded[last.end : start]
        same = (number.code, number.suffixes[:1]) == (full.code, full.suffixes[:1])
        if pattern("joint").fullmatch(between):
            return same or number.code is None or last.type in (PAPER, None)
        return same and bool(pattern("list_goes_on").search(between)) and not _SENTENCE_END.search(between)

    def _from_afar(self, before: str, start: int, number: Number) -> tuple[Anchor | None, Issuer | None]:
        """The type word at the head of a list, or some words before the number, with the issuer named there."""
        floor = start - len(before)
        head = _list_of("head").search(before) if ":" in before[len(before.rstrip(_HEAD_ENDS)) :] else None
        if head:
            issuer = issuer_at(self.text, floor + head.start(2)) if head[2] else None
            return Anchor(start, start, kind_of(head[1])), issuer
        said = before.rstrip(" :")
        if not said.endswith(_NUMBER_FORMS):
            return None, None
        stop = _CLAUSE_STOP.search(said[::-1])
        match = _list_of("then_words").search(before, len(said) - stop.start() if stop else 0)
        if match is None or not _fits(kind_of(match[1]), number) or len(match[2].split()) > 8:
            return None, None
        owner = pattern("owner").search(match[2])
        issuer = issuer_at(self.text, floor + match.start(2) + owner.end()) if owner else None
        return Anchor(floor + match.start(), floor + match.end(1), kind_of(match[1])), issuer

    def _issuer_before(self, start: int) -> Issuer | None:
        """The issuer in "… của Bộ Chính trị tại Thông báo số …", which ends before `start`."""
        text = self.text
        for owner in pattern("source_owner").finditer(text.folded, max(0, start - 140), start):
            issuer = issuer_at(text, owner.end())
            if issuer and pattern("issuer_before").fullmatch(text.folded, issuer.end, start):
                return issuer
        return None

    def _maker_before(self, start: int, before: str) -> Issuer | None:
        """The subject of "…, Bộ Y tế đã có Công văn số …", which ends before `start`."""
        if not before.endswith(hints("makers")):
            return None
        match = pattern("maker_before").search(self.text.folded, max(0, start - 170), start)
        issuer = issuer_at(self.text, match.start("maker")) if match else None
        return issuer if issuer and match and issuer.end == match.end("maker") else None

    def _date_before(self, mention: Mention) -> None:
        """Take the date of "Ngày 30/6/2025, Chính phủ ban hành Nghị định số …", and the issuer."""
        text, start = self.text, mention.start
        match = pattern("date_before").search(text.folded, max(0, start - 170), start)
        dated = date_at(text.folded, match.start(1)) if match else None
        if match and dated:
            mention.tail.date = dated[0]
            issuer = issuer_at(text, match.start(2)) if match[2] else None
            if issuer and mention.tail.issuer is None and _renamed(text.folded[issuer.end : match.end(2)]):
                mention.tail.issuer, mention.tail.level = issuer.name, issuer.level

    def _members(self, mention: Mention, bare: re.Match[str]) -> list[Mention]:
        """The members of "Nghị quyết số 24, 25-NQ/TW", of which only the last has its code."""
        number, written = mention.number, mention.written
        assert number is not None
        assert written is not None
        shift = mention.start - bare.start()
        members: list[Mention] = []
        for match in _BARE.finditer(bare[2]):
            single = parse(match[0])
            at = shift + bare.start(2) + match.start()
            if single is None:
                continue
            span = (at if members else mention.start, at + len(match[0]))
            member = Mention(span, "numbered", "citations.list", mention.type, single)
            member.written = (at, span[1])
            member.whole = parse(number.normal.replace(number.serial, single.serial, 1))
            member.tail = Tail(span[1])
            members.append(member)
        mention.span = (written[0], mention.end)
        return [*members, mention]


_NO, _NUMBER_FORMS, _LIST_SIGNS = spelling("number"), spellings("number_forms"), spellings("list_signs")
# The search goes by the last letter of "số", the rarer one.
_LETTERED_AFTER = re.compile(rf"{_NO[-1]}(?<={_NO}):? {{0,2}}({LETTERED.pattern})")
_REST = {"T": re.compile(r" [WUƯ](?!\w)"), "QH": re.compile(r" {1,2}[0-9]{1,2}(?![\w/.-])")}
_SENTENCE_END = re.compile(r"\.[ ]+[^\W\d_]")
_BARE = re.compile("[0-9]{1,5}[a-zđ]?")
_LISTED = re.compile(rf"[0-9][a-zđ]?[ ]*(?:{'|'.join(_LIST_SIGNS)})[ ]*(?:{_NO}[ ]*)?$")
_CLAUSE_STOP = re.compile(r"[:;.()\"\d]")
_HEAD_ENDS = f" -+*•:{_NO}"


def _with_cut_serial(text: Text, written: Span, number: Number) -> tuple[Span, Number]:
    """A number that a space cuts in two, as a whole: its serial ("số 2 18-QĐ/TW"), TW and TU, or "QH 15"."""
    start, end = written
    rest = _REST.get(number.suffixes[-1]) if number.suffixes else None
    cut_off = rest.match(text.flow, end) if rest else None
    if cut_off:
        whole = parse(text.flow[start:end] + cut_off[0].strip())
        written, number = ((start, cut_off.end()), whole) if whole else (written, number)
        end = written[1]
    if text.flow[start - 1 : start] != " " or not text.flow[start - 3 : start].rstrip()[-1:].isdigit():
        return written, number
    floor = max(0, start - 16)
    cut = pattern("cut_serial").search(text.folded[floor:start])
    whole = parse(cut[1] + text.flow[start:end]) if cut else None
    return ((floor + cut.start(1), end), whole) if cut and whole else (written, number)


def _of_companies(flow: str) -> Iterator[tuple[int, int, Number]]:
    """Numbers that letters begin, right after "số"."""
    for match in _LETTERED_AFTER.finditer(flow):
        number = parse(match[1])
        if number:
            yield match.start(1), match.end(1), number


def _no_directive(before: str) -> bool:
    """Whether what is numbered is a form, a contract or the like: the words say so that end `before`."""
    end = before.rstrip(" .:").removesuffix(_NO).rstrip()
    if not end.endswith(hints("no_directives")) and hints("forms")[0] not in before:
        return False
    return pattern("not_a_directive").search(before, max(0, len(before) - _NEAR)) is not None


def _listed(before: str) -> bool:
    """Whether `before` ends with one more number and what joins it to the next."""
    end = before.rstrip().removesuffix(_NO).rstrip()
    return end.endswith(_LIST_SIGNS) and _LISTED.search(before, max(0, len(before) - 100)) is not None


def _fits_shape(kind: str, number: Number) -> bool:
    """Whether a number of this shape can be of this type: those that letters begin are a company's letters."""
    return number.written[0].isdecimal() or kind in type_group("letters")


@cache
def _of_several(kind: str | None) -> bool:
    """Whether papers of this type are issued by several bodies."""
    return pattern("joint_paper").search(kind or "") is not None


def _type_by_code(number: Number) -> str | None:
    if number.code:
        named = type_of_code(number.code)
        return named and type_within(named, number.system)
    if number.term:
        return LAW if number.suffixes[0].startswith("QH") else RESOLUTION
    return LETTER


def _fits(kind: str, number: Number) -> bool:
    """Whether a type word some words before a number is the number's."""
    if number.code:
        return number.code in types()[kind].codes
    if number.term:
        return kind == RESOLUTION
    return kind_code(kind) in ("CV", "BC", "TTr")


def _share_tails(text: Text, mentions: Sequence[Mention]) -> None:
    """Give members of a coordination the date and issuer that only its last one states."""
    coordinated = pattern("coordinated")
    for i in range(len(mentions) - 2, -1, -1):
        first, second = mentions[i], mentions[i + 1]
        end, start = first.span[1], second.span[0]
        joint = coordinated.fullmatch(text.folded, end, start) if start - end < _NEAR else None
        if joint is None:
            continue
        one, other = first.full, second.full
        if one is None or other is None:
            continue
        own, shared = first.tail, second.tail
        dateless = own.date is None and own.year is None
        year = shared.date[:4] if shared.date else None
        dates = one.code == other.code and dateless and own.issuer is None
        dates = dates and (year is None or one.year in (None, int(year)))
        if one.suffixes[:1] != other.suffixes[:1] and not (doubtful(first) or doubtful(second)):
            if dates and not second.typed_there:  # one list of several bodies' papers
                own.date, own.year = shared.date, shared.year
            continue
        if (one.code is None) != (other.code is None) or (
            ";" in joint[0] and not dateless and second.typed_there
        ):
            continue
        if dates:
            own.date, own.year, own.term = shared.date, shared.year, own.term or shared.term
        if own.issuer is None:
            own.issuer, own.place, own.level = shared.issuer, shared.place, shared.level
            if dateless:
                own.term, own.plenum = own.term or shared.term, shared.plenum
            elif _in_term(own.date, shared):
                own.term = own.term or shared.term


def _in_term(date: str | None, shared: Tail) -> bool:
    """Whether a date is of the term that `shared` states for the issuer of a whole list."""
    if date is None or shared.date is None or shared.term is None:
        return False
    span = central_span(shared.term) if shared.level == "central" else None
    return span[0] <= date <= span[1] if span else date[:4] == shared.date[:4]


def _renamed(words: str) -> bool:
    """Whether nothing follows a body's name but "(nay là …)"."""
    words = words.strip()
    return not words or (words.startswith("(") and words.endswith(")"))


@cache
def _list_of(name: str) -> re.Pattern[str]:
    """How a list of numbers behind one type word stands before its last number."""
    return re.compile(document("citations")["lists"][name].replace("{types}", type_words()))
