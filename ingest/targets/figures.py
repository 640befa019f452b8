"""Numbers as they are printed, with the words before them that compare."""

from __future__ import annotations

import re
from functools import cache

from ingest.targets.uses import use
from ingest.tasks.needs import holds_one
from ingest.text import Span
from ontology.load import document

# Begins with a digit, so that a text is scanned at little cost; the first look-behind is its left end.
# Scanners put a space beside the sign: "1 .200", "1. 200", "2 ,5%".
_COUNT = (
    r"[0-9](?<![\w.,/\-][0-9])(?:[0-9]{0,2}(?: ?\. ?[0-9]{3})+|[0-9]{0,12})"
    r"(?:,[0-9]{1,6}|\.[0-9]{1,2}| ,[0-9]{1,2}(?= ?%))?"
)
DIGIT = re.compile("[0-9]")
_TORN = re.compile(r"\. {1,2}[0-9]{3}(?![\w.,%])")
_HEAD = re.compile(r"(?<![\w.,])[0-9]{1,3}\Z")
_DOUBTFUL = re.compile(r"(?<![\w.,])[1-9][0-9]{0,2},[0-9]{3}(?![\w.,])")
LEFT = 50  # characters before a number that are looked at
_AHEAD = 200
_DIGITS = 3
_YEARS = 5  # the word for five is that for a year
_TEN = 10


def ahead(folded: str, pos: int, clause: Span) -> str:
    """The words of a clause behind `pos`, as many as any cue looks at."""
    return folded[pos : min(pos + _AHEAD, clause[1])]


def compares(words: str) -> bool:
    """Whether words stand here without which a number in words is none: "ít nhất", "tối đa"."""
    return holds_one(words, document("targets")["compares"])


@cache
def _figures() -> re.Pattern[str]:
    part = r"/(?P<total>[0-9]{1,4})(?= [^\W\d])"
    return re.compile(rf"(?P<count>{_COUNT})(?:{_sign()}|{part}|(?![\w.,/%])|{_glued()})")


@cache
def _parted_figures() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<count>[0-9]{{1,3}}(?: (?:\.[0-9]{{3}}|[0-9]{{1,3}})){{1,3}})(?:{_sign()}|(?![\w.,/%]))"
    )


def _glued() -> str:
    """A size without a space before it: "12km"."""
    return rf"(?=(?:{'|'.join(size for size in document('targets')['sizes'] if ' ' not in size)})(?!\w))"


def _sign() -> str:
    return rf"(?P<sign> ?%| {document('targets')['per_cent']})"


@cache
def _numerals() -> re.Pattern[str]:
    """ "năm", "mười hai", "năm mươi"; none before what makes another number of it: "hai trăm ba mươi", "ba phần tư"."""
    words = document("targets")
    one, last = "|".join(words["numerals"]), "|".join((*words["numerals"], *words["last_numerals"]))
    ten, tens = words["numerals"][-1], words["tens"]
    year = words["numerals"][_YEARS - 1]
    more = rf"(?! (?!{year}(?! {tens}))(?:(?:{'|'.join(words['multiples'])}) )?(?:{last}|{tens}|{words['part']})(?!\w))"
    return re.compile(rf"(?P<word>(?:(?:{one}) {tens}|{ten})(?: (?!{year})(?:{last}))?|{one})(?!\w){more}")


def numbers(folded: str, clause: Span) -> list[re.Match[str]]:
    """The numbers of a clause; those in words only where it compares something."""
    found: list[re.Match[str]] = []
    for match in _figures().finditer(folded, *clause):
        if not found or match.start() >= found[-1].end():
            found.append(_parted(folded, match, clause))
    if compares(folded[slice(*clause)]):
        for match in _numerals().finditer(folded, *clause):
            if not folded[match.start() - 1 : match.start()].isalpha():
                found.append(match)
        found.sort(key=re.Match.start)
    return found


def _parted(folded: str, match: re.Match[str], clause: Span) -> re.Match[str]:
    """The number that begins at `match`: with the rest that a scanner parted from it ("tối thiểu 1 50 triệu")."""
    if not folded[match.end() : match.end() + 3].lstrip(" .")[:1].isdigit():
        return match
    whole = _parted_figures().match(folded, match.start(), clause[1])
    left = folded[max(clause[0], match.start() - LEFT) : match.start()]
    if whole is None or not (_awaited(left) or (whole["sign"] and amount(whole["count"]) == 100)):
        return match
    return whole


def _awaited(left: str) -> bool:
    """Whether words that end here want a number: those that compare, a verb that makes."""
    return compared(left)[2] or use("makes")[0].pattern.search(left) is not None


def torn(folded: str, stop: int, start: int) -> bool:
    """Whether the stop at `stop` only parts a number that a scanner tore: "ít nhất 1. 250 km"."""
    rest = _TORN.match(folded, stop)
    number = _HEAD.search(folded, max(start, stop - _DIGITS - 1), stop) if rest else None
    return number is not None and _awaited(folded[max(start, number.start() - LEFT) : number.start()])


def compared(left: str) -> tuple[str, int, bool]:
    """(comparator, how many characters before the value its words begin, whether words say so)."""
    for cue in use("left"):
        found = cue.pattern.search(left)
        if found:
            return cue.facts["comparator"], len(left) - found.start(), True
    return "=", 0, False


def amount(digits: str) -> float:
    """ "1.250" is one thousand two hundred and fifty, "8,5" eight and a half, "0.5" a half.

    >>> amount("1.250"), amount("8,5"), amount("02"), amount("0.5"), amount("1 200")
    (1250.0, 8.5, 2.0, 0.5, 1200.0)
    """
    digits = digits.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        digits = digits.replace(".", "")
    return float(digits.replace(",", "."))


def doubtful(digits: str) -> bool:
    """Whether a number of whole things is written so that it may be in thousands or a fraction.

    >>> doubtful("1,200"), doubtful("12,5"), doubtful("0,125"), doubtful("1.200")
    (True, False, False, False)
    """
    return _DOUBTFUL.search(digits) is not None


def numeral(word: str) -> float:
    """The number that a word or a few say.

    >>> numeral("hai"), numeral("mười hai"), numeral("năm mươi"), numeral("hai mươi lăm")
    (2.0, 12.0, 50.0, 25.0)
    """
    words = document("targets")
    said = 0
    for part in word.split():
        if part == words["tens"]:
            said *= _TEN
        elif part in words["last_numerals"]:
            said += words["last_numerals"][part]
        else:
            said += words["numerals"].index(part) + 1
    return float(said)
