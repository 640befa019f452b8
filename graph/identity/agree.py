"""Whether two statements about a directive agree: dates, titles, issuers.

Each comparison answers with one of three verdicts, so that silence is never taken for agreement.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from ontology.fold import fold
from ontology.load import table
from ontology.terms import bounds

AGREE_FROM = 0.7
CONTRADICT_BELOW = 0.45


class Verdict(Enum):
    """What a comparison says; SILENT: one side does not say, or the words leave it open."""

    AGREE = "agree"
    SILENT = "silent"
    CONTRADICT = "contradict"


@dataclass(frozen=True, slots=True)
class Title:
    """A subject's telling words: syllables, and pairs of neighbours, without what most subjects share."""

    syllables: frozenset[str]
    pairs: frozenset[tuple[str, str]]


_WORD = re.compile(r"\w+(?:[-/.]\w+)*")


@cache
def _common() -> re.Pattern[str]:
    phrases = sorted((fold(row["phrase"]) for row in table("title_words")), key=lambda p: (-len(p), p))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)")


@lru_cache(maxsize=1 << 16)
def title_of(text: str | None) -> Title | None:
    """The telling words of a subject; None if it has none.

    >>> sorted(title_of("về tăng cường công tác thanh niên").syllables)
    ['niên', 'thanh']
    >>> title_of("về việc tổ chức thực hiện") is None
    True
    """
    words = _WORD.findall(_common().sub(" ", fold(text or "")[:600]))
    if not words:
        return None
    return Title(frozenset(words), frozenset(itertools.pairwise(words)))


def titles(left: Title | None, right: Title | None) -> Verdict:
    """Whether two subjects are one, by the share of the shorter one's words found in the longer.

    >>> short, long = title_of("về công tác dân vận"), title_of("đổi mới công tác dân vận của chính quyền")
    >>> titles(short, long).value, titles(short, title_of("về công tác thanh niên")).value
    ('agree', 'contradict')
    """
    if left is None or right is None:
        return Verdict.SILENT
    score = likeness(left, right)
    if score >= AGREE_FROM:
        return Verdict.AGREE
    few = min(len(left.syllables), len(right.syllables)) < 2
    return Verdict.CONTRADICT if score < CONTRADICT_BELOW and not few else Verdict.SILENT


def likeness(left: Title, right: Title) -> float:
    """0 to 1: how much of the shorter title is in the longer, syllables and pairs counted alike."""
    share = _share(left.syllables, right.syllables)
    if not left.pairs or not right.pairs:
        return share
    return (share + _share(left.pairs, right.pairs)) / 2


def _share(left: frozenset[object] | frozenset[str], right: frozenset[object] | frozenset[str]) -> float:
    return len(left & right) / min(len(left), len(right))


def title_among(title: Title | None, others: Iterable[Title]) -> Verdict:
    """AGREE if any of a directive's known titles agrees, CONTRADICT if all that are known contradict."""
    verdict = Verdict.SILENT
    for other in others:
        found = titles(title, other)
        if found is Verdict.AGREE:
            return found
        if found is Verdict.CONTRADICT:
            verdict = found
    return verdict


def dates(left: str | None, right: str | None) -> Verdict:
    """Whether two dates, months or years may be one.

    >>> dates("2013-06-03", "2013").value, dates("2013-06-03", "2013-06-30").value
    ('agree', 'contradict')
    """
    if not left or not right:
        return Verdict.SILENT
    first, last = bounds(left)
    other_first, other_last = bounds(right)
    apart = last < other_first or other_last < first
    return Verdict.CONTRADICT if apart else Verdict.AGREE


def slip(left: str, right: str) -> bool:
    """Whether two full dates are one digit, one day, or a swap of neighbours or of day and month apart.

    >>> slip("2013-12-12", "2013-12-13"), slip("2013-06-03", "2018-06-03"), slip("2013-06-03", "2013-03-06")
    (True, True, True)
    >>> slip("2013-06-03", "2014-07-03")
    False
    """
    if len(left) != 10 or len(right) != 10 or left == right:
        return False
    wrong = [at for at, (one, other) in enumerate(zip(left, right, strict=True)) if one != other]
    if len(wrong) == 1:
        return True
    first, last = wrong[0], wrong[-1]
    if last == first + 1 and left[first] == right[last] and left[last] == right[first]:
        return True
    if left[:4] == right[:4] and left[5:7] == right[8:] and left[8:] == right[5:7]:
        return True
    one_day, other_day = _day(left), _day(right)
    return one_day is not None and other_day is not None and abs((one_day - other_day).days) == 1


def _day(date: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        return None
