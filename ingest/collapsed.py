"""Line breaks for a text whose lines a converter joined into one: before its letterhead's parts, its
items and its signature."""

from __future__ import annotations

import re
from functools import cache

from ontology.casing import CAPITALS, SMALL
from ontology.load import document, spelling

# No paragraph that was met has more characters and six items in it.
_LONGEST = 500
_FEWEST = 6


def unfolded(lines: str) -> str:
    """`lines` with line breaks in place of the spaces where a line surely began, of the same length.

    Only lines of more than 500 characters that hold several items are touched.

    >>> joined = "Số: 5/KH-UBND KẾ HOẠCH Trồng rừng I. MỤC ĐÍCH 1. Giữ nước. " + 300 * "2. Giữ đất. "
    >>> unfolded(joined).split(chr(10))[:5]
    ['Số: 5/KH-UBND', 'KẾ HOẠCH', 'Trồng rừng', 'I. MỤC ĐÍCH', '1. Giữ nước.']
    >>> unfolded("1. Giữ đất. 2. Giữ nước.")
    '1. Giữ đất. 2. Giữ nước.'
    """
    if not _holds_long(lines):
        return lines
    pieces = lines.split("\n")
    headed = next(index for index, piece in enumerate(pieces) if len(piece) > _LONGEST)
    return "\n".join(
        _broken(piece, index == headed) if len(piece) > _LONGEST else piece
        for index, piece in enumerate(pieces)
    )


def _holds_long(lines: str) -> bool:
    """Whether a line has more than 500 characters: then no break lies within so many of its start."""
    start = 0
    while start + _LONGEST < len(lines):
        end = lines.rfind("\n", start, start + _LONGEST + 1)
        if end < 0:
            return True
        start = end + 1
    return False


def _broken(line: str, headed: bool) -> str:
    """`line` with its breaks; `headed`: it may hold the document's head."""
    head, items = _breaks()
    if len(items.findall(line)) < _FEWEST:
        return line
    found = head.match(line) if headed else None
    front = found.end() if found else 0
    starts = {match.start() for match in items.finditer(line)}
    if found:
        starts |= {start for name in found.groupdict() if (start := found.start(name) - 1) > 0}
        starts |= {match.start() for match in _parts().finditer(line, 0, front)}
    letters = list(line)
    for start in starts:
        if letters[start] == " ":
            letters[start] = "\n"
    return "".join(letters)


@cache
def _breaks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The head with its type word and subject, and the space before an item or a part of the close."""
    words = document("collapsed")
    kinds = "|".join(words["kinds"])
    opens, acting = "|".join(words["opens"]), "|".join(words["acting"])
    close = "|".join(map(re.escape, words["close"]))
    head = re.compile(
        rf"(?:(?!(?:{opens}) )[^\n]){{0,900}}? (?P<kind>{kinds})(?= (?P<subject>[^\n]{{3,600}}?)"
        rf"(?: (?P<acting>(?:{acting})(?: [{CAPITALS}]+){{0,12}}))?"
        rf" (?P<opening>(?:{opens}) |[IVX]{{1,4}}[.-] ?[{CAPITALS}]))"
    )
    items = re.compile(
        rf" (?=[IVX]{{1,4}}[.\-)/] ?[{CAPITALS}]{{2}})"
        rf"|(?<=[.;:/{CAPITALS}]) (?=\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[.)-] ?[{CAPITALS}][{SMALL}{CAPITALS} ])"
        rf"|(?<=[.;:/{SMALL}]) (?=(?:[a-eđ]\)|{spelling('article')} \d{{1,3}}\.) [{CAPITALS}])"
        rf"|(?<=[.,;:]) (?=[-+] [{CAPITALS}])|(?<=;) (?=(?:{opens}) )| (?=(?:{close}))"
        rf"|(?<=[.]) (?=(?:{acting}) [{CAPITALS}][{SMALL}])"
    )
    return head, items


@cache
def _parts() -> re.Pattern[str]:
    """The space before a part of the letterhead."""
    parts = "|".join(document("collapsed")["letterhead"])
    return re.compile(rf" (?=(?:{parts}))")
