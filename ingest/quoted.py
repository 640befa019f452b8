"""Passages that quote another directive's provisions ("… quy định như sau: “…”")."""

from __future__ import annotations

import re
from bisect import bisect_right

from ingest.cues import cue
from ingest.text import Span, Text

_LONGEST = 6000
_UNCLOSED = 1500
_DEPTH = 20
_OPENING = "“„«"
_CLOSING = "”»"
_QUOTES = re.compile(f"[{_OPENING}{_CLOSING}]")


class Quotations:
    """The quoted passages of a text; spans count in the views."""

    def __init__(self, text: Text) -> None:
        self.spans = _passages(text)
        self.starts = [start for start, _ in self.spans]

    def around(self, pos: int) -> Span | None:
        """The passage in which `pos` lies, None if it is the document's own text.

        >>> passages = Quotations(Text("a.txt", "Điều 4 quy định như sau: “Luật này có hiệu lực.”"))
        >>> passages.around(30), passages.around(3)
        ((25, 48), None)
        """
        at = bisect_right(self.starts, pos) - 1
        return self.spans[at] if at >= 0 and pos < self.spans[at][1] else None


def _passages(text: Text) -> list[Span]:
    found: list[Span] = []
    at = text.folded.find('"')
    while at >= 0:
        said = None
        if not found or at >= found[-1][1]:
            said = cue("quoted_from").search(text.folded, max(0, at - 24), at)
        end = _end(text, at) if said else at
        # After "quy định:" a straight quotation mark may open mere words ("quy định: "A" và …").
        if said and (said[0].startswith("sau") or '"' not in text.folded[at + 1 : end - 1]):
            found.append((at, end))
        at = text.folded.find('"', at + 1)
    return found


def _end(text: Text, start: int) -> int:
    """Where the quotation that opens at `start` closes: quotes inside it are counted, straight ones at
    the end of a line close it; one that is never closed ends with its paragraph."""
    raw, begin = text.raw, text.raw_offset(start)
    if raw[begin] in _OPENING:
        depth = 0
        for match in _QUOTES.finditer(raw, begin, min(len(raw), begin + _LONGEST)):
            depth += 1 if match[0] in _OPENING else -1
            if depth == 0:
                return text.view_offset(match.start()) + 1
            if depth > _DEPTH:
                break
    else:
        closing = cue("quote_closes").search(text.lines, start + 1, min(len(text), start + _LONGEST))
        if closing:
            return closing.start() + 1
    paragraph = text.lines.find("\n\n", start, start + _UNCLOSED)
    return min(len(text) if paragraph < 0 else paragraph, start + _UNCLOSED)
