"""What a number counts: "mô hình", "triệu lượt khách", "bộ dụng cụ phá dỡ", "giường bệnh/10.000 dân"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ingest.tasks.needs import holds_one
from ingest.text import Span
from ontology.load import cues, document, spelling

_SYLLABLE = re.compile(r" {1,4}([^\W\d_]+)")
# A classifier's noun has at most five syllables; of a longer run the first four are taken.
_LONGEST, _USUAL = 5, 4
_UNKNOWN = 2
_BEFORE = 100


@dataclass(frozen=True, slots=True)
class Unit:
    """`span`: the unit's words, with "/năm". `name`: the known unit, "" if unknown.

    `measured`: False for time and repetition, which measure no objective.
    """

    span: Span
    name: str
    measured: bool = True

    @property
    def rated(self) -> bool:
        """Whether it is counted over something: "bác sĩ/vạn dân"."""
        return self.span[1] - self.span[0] > len(self.name)


def unit_at(folded: str, pos: int, end: int) -> Unit | None:
    """The unit that follows a number which ends at `pos`; None if no word does.

    >>> folded = "02 bình chữa cháy và 01 xe"
    >>> folded[slice(*unit_at(folded, 2, len(folded)).span)]
    'bình chữa cháy'
    """
    match = _units().match(folded, pos, end)
    if match is None:
        return None
    if match["none"]:
        lasts = document("targets")["lasting"].get(match["none"], ())
        if lasts and holds_one(_phrase(folded, pos), lasts):
            return Unit((match.start("none"), _with_rate(folded, match.end(), end)), match["none"])
        stop = _with_rate(folded, match.end(), end)
        if stop > match.end() and match["none"] in document("targets")["times"]:
            return Unit((match.start("none"), stop), match["none"])
        return Unit(match.span("none"), "", measured=False)
    if match["name"] is None:
        noun = _syllables(folded, pos, end, _UNKNOWN, _UNKNOWN)
        return Unit((match.end() - 1, _with_rate(folded, noun, end)), "") if noun else None
    if " " in match["name"] and cues("targets")["done with it"].pattern.match(folded, match.end("unit"), end):
        shorter = _units().match(folded, pos, folded.rfind(" ", 0, match.end("unit")))
        match = shorter if shorter and shorter["name"] else match
    start, stop = match.span("unit")
    if match["name"] in document("targets")["classifiers"] and stop == match.end("name"):
        stop = _syllables(folded, stop, end, _LONGEST, _USUAL) or stop
    name = match["name"]
    if name == document("targets")["turns"]:  # "lượt trẻ em": whom it serves, if they are of one kind
        served = _units().match(folded, stop, end)
        if served and served["name"] and "," not in served["name"]:
            stop = served.end("unit")
            name = folded[match.start("name") : stop]
    return Unit((start, _with_rate(folded, stop, end)), name)


def counts_wholes(words: str) -> bool:
    """Whether a unit counts whole things, of which no part is had.

    >>> counts_wholes("hộ"), counts_wholes("triệu đồng"), counts_wholes("nghìn hộ"), counts_wholes("bác sĩ/vạn dân")
    (True, False, False, False)
    """
    known = document("targets")
    folded = words.lower()
    return not (
        "/" in folded
        or folded.startswith(("%", *(f"{many} " for many in known["multiples"])))
        or any(folded in known[kind] for kind in ("money", "sizes", "lengths", "parted", "no_units"))
    )


def _phrase(folded: str, end: int) -> str:
    """The words before `end` since the last stop."""
    return re.split(r",(?= )|[;:(]|\.(?= )", folded[max(0, end - _BEFORE) : end])[-1]


def _with_rate(folded: str, stop: int, end: int) -> int:
    """The end of "giường bệnh" or "giường bệnh/vạn dân"."""
    rate = _rate().match(folded, stop, end)
    return rate.end() if rate else stop


def _syllables(folded: str, pos: int, end: int, longest: int, usual: int) -> int | None:
    """Where a noun ends that begins after `pos`: before what cannot belong to it. None: there is none."""
    stops: list[int] = []
    while len(stops) <= longest:
        match = _SYLLABLE.match(folded, pos, end)
        if match is None or _ends(folded, match.start(1), len(stops)):
            break
        pos = match.end()
        stops.append(pos)
    if not stops:
        return None
    if len(stops) == longest == _UNKNOWN:
        return _whole(folded, stops[0], stops[1], end)
    return stops[-1] if len(stops) <= longest else stops[usual - 1]


def _whole(folded: str, first: int, second: int, end: int) -> int:
    """Where a noun of two syllables ends, or the compound that its second one begins: "kíp thi công"."""
    match = _SYLLABLE.match(folded, second, end)
    words = " ".join(folded[first : match.end()].split()) if match else ""
    return match.end() if match and words in document("targets")["compounds"] else second


def _ends(folded: str, at: int, syllables: int) -> bool:
    """Whether no noun of so many syllables goes on at `at`: a verb ends it too, unless one may belong to it."""
    targets = cues("targets")
    if targets["after a noun"].pattern.match(folded, at) or targets["surely-a-verb"].pattern.match(
        folded, at
    ):
        return True
    verb = targets["mostly-a-verb"].pattern.match(folded, at) if syllables else None
    return verb is not None and (syllables >= _UNKNOWN or " " in verb[0])


@cache
def _units() -> re.Pattern[str]:
    words = document("targets")
    unit = _one_of((*words["units"], *words["classifiers"]))
    none = "|".join(words["no_units"])
    many = "|".join(words["multiples"])
    known = rf"(?P<none>(?:{none})(?!\w))|(?P<unit>(?:(?:{many}) ){{0,2}}?(?P<name>{unit})(?!\w))"
    return re.compile(rf" {{0,4}}(?:{known}|(?P<other>[^\W\d_]))")


def _one_of(words: Iterable[str]) -> str:
    """An alternation of `words`, the longest first, parted by their first letters so that few are tried."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words), key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


@cache
def _rate() -> re.Pattern[str]:
    known = _one_of(unit for unit in document("targets")["units"] if " " in unit)
    of = rf"(?:(?:{known})(?!\w)|[^\W\d_]\w*(?: {spelling('people')}(?!\w))?)"
    upon = spelling("upon")
    return re.compile(rf"(?:(?: ?/ ?(?:[0-9][0-9.]{{0,8}} ?)?| {upon} [0-9][0-9.]{{0,8}} ){of}){{1,2}}")
