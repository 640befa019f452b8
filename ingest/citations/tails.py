"""What follows a directive's number or name: date, issuer and term, in any order people write.

"…, ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng (khóa XI)".
"""

from __future__ import annotations

import re
from functools import cache

from ingest.citations.dates import date_at, year_at
from ingest.citations.issuer_names import Issuer, issuer_at
from ingest.citations.mention import Tail
from ingest.text import Text
from ontology.load import cues, spelling
from ontology.terms import normal_term, ordinal

_PARTIES = 6
_DAY = spelling("day").capitalize()


def tail_at(text: Text, pos: int, *, year: bool = False, joint: bool = False) -> Tail:
    """The tail that begins at `pos` (offset of the views); its end is `pos` if there is none.

    `year`: a bare year may stand for the date ("Luật Đất đai 2024"); "năm 2024" always may. `joint`:
    it is a paper of several bodies, which are all named ("của Bộ Y tế và Bộ Tài chính").

    >>> tail = tail_at(Text("a.txt", ", ngày 03/6/2013 của Bộ Chính trị khóa XI về"), 0)
    >>> tail.date, tail.issuer, tail.term, tail.end
    ('2013-06-03', 'Bộ Chính trị', 'XI', 41)
    """
    tail, folded, head = Tail(pos), text.folded, _pattern("tail")
    for _ in range(4):
        match = head.match(folded, tail.end)
        if match is None or not _read(text, tail, match, year):
            break
        if joint and match.lastgroup == "owner" and tail.issuer and not match["between"]:
            tail.end = _parties_end(text, tail.end)
    return tail


def _read(text: Text, tail: Tail, match: re.Match[str], year: bool) -> bool:
    """Read the next part of a tail, which `match` announces; whether one was read."""
    kind = match.lastgroup
    if kind == "day":
        return tail.date is None and tail.year is None and _read_date(text, tail, match)
    if kind == "owner" or kind == "free":
        if tail.issuer is not None or match["sign"] == "(":
            return False
        start = match.end() if kind == "owner" else match.start(kind)
        return start > tail.end and _read_issuer(text, tail, match, start)
    if kind == "term":
        return tail.term is None and _read_term(text, tail)
    bare = year or match["year"].startswith("n")
    undated = tail.date is None and tail.year is None
    return bare and undated and not match["sign"] and _read_year(text, tail)


def _read_date(text: Text, tail: Tail, match: re.Match[str]) -> bool:
    start = match.start("day")
    # A capital begins a sentence: "Ngày 28 tháng 11, Thủ tướng …".
    found = None if text.flow.startswith(_DAY, start) else date_at(text.folded, start)
    if found is None:
        return False
    tail.date, tail.end = found
    if match["sign"] == "(" and text.flow.startswith(")", tail.end):
        tail.end += 1
    return True


def _read_year(text: Text, tail: Tail) -> bool:
    found = year_at(text.folded, tail.end)
    if found:
        tail.year, tail.end = found
    return found is not None


def _read_term(text: Text, tail: Tail) -> bool:
    match = _pattern("term").match(text.folded, tail.end)
    term = normal_term(match[1].split()[-1]) if match else None
    if match is None or term is None:
        return False
    end = match.end()
    if match[0].endswith(")") and "(" not in match[0]:
        end -= 1
    tail.term, tail.end = term, tail.end + len(text.flow[tail.end : end].rstrip())
    return True


def _read_issuer(text: Text, tail: Tail, match: re.Match[str], start: int) -> bool:
    found = issuer_at(text, start)
    # "…, của Ban Bí thư tại Văn bản số …" names the issuer of the next directive.
    if found is None or (match["sign"] and _pattern("next_source").match(text.folded, found.end)):
        return False
    if match.lastgroup == "free" and _acts(text, match, found.end):
        return False
    if match["between"]:
        return _read_parties(text, tail, found)
    tail.issuer, tail.end, tail.place, tail.level = found.name, found.end, found.place, found.level
    session = _pattern("session").match(text.folded, start)
    if session:
        inner = _pattern("session_term").search(session[0])
        tail.term = tail.term or (normal_term(inner[1]) if inner else None)
        tail.plenum = ordinal(session["ordinal"])
    return True


def _acts(text: Text, match: re.Match[str], end: int) -> bool:
    """Whether the body that `match` announces begins what follows ("Để thực hiện Chỉ thị số …, Ban Bí thư yêu cầu")."""
    if text.lines.find("\n\n", match.start(), match.start("free")) >= 0:
        return True
    ends = end == len(text) or _pattern("tail_ends").match(text.folded, end)
    return bool(match["sign"]) and not ends


def _read_parties(text: Text, tail: Tail, first: Issuer) -> bool:
    """Read the further bodies of "giữa A và B"; the first stands for all of them."""
    end = _parties_end(text, first.end)
    if end == first.end:
        return False
    tail.issuer, tail.end, tail.place, tail.level = first.name, end, first.place, first.level
    return True


def _parties_end(text: Text, end: int) -> int:
    """Where the bodies end that are named on from `end` (", B và C"); `end` if none is.

    What follows the last one behind a comma is no more of them ("giữa A và B, Ban Thường vụ yêu cầu").
    """
    last = False
    for _ in range(_PARTIES):
        joint = _pattern("party_joint").match(text.folded, end)
        other = issuer_at(text, joint.end()) if joint else None
        if joint is None or other is None or (last and joint[0].strip() == ","):
            break
        last, end = joint[0].strip() != ",", other.end
    return end


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return cues("issuer_words")[name].pattern
