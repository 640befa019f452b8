"""A stretch of text as words, for grammar that looks at one word after another.

A word is known by its place: the offset of its first letter in the views. Words are cut out only
where somebody looks, since most of a text is never looked at.
"""

from __future__ import annotations

from collections.abc import Mapping

from ingest.text import Span, Text
from ontology.body_words import PARTS, WORD, dictionary

_WINDOW = 96


class Words:
    """The words and signs of a span, footnote marks left out.

    >>> words = Words(Text("a", "Sở Y tế[1], Sở Nội vụ"), (0, 21))
    >>> words.at(3), words.next(3), words.at(words.next(5)), words.next(19)
    ('y', 5, ',', 21)
    """

    __slots__ = ("_next", "_parts", "_word", "flow", "folded", "start", "stop", "text")

    def __init__(self, text: Text, span: Span) -> None:
        self.text = text
        self.folded = text.folded
        self.flow = text.flow
        self.start, self.stop = span
        self._word: dict[int, str] = {}
        self._next: dict[int, int] = {}
        self._parts: dict[int, Mapping[str, int]] = {}

    def first(self, offset: int) -> int:
        """The place of the first word at or after `offset`; the span's end if there is none."""
        if self.folded[offset : offset + 1] == " ":
            offset += 1
        if offset < self.stop and self.folded[offset].isalnum():
            return offset
        while offset < self.stop:
            match = WORD.search(self.folded, offset, self.stop)
            if match is None:
                break
            if match[0][0] != "[" or len(match[0]) == 1:
                return match.start()
            offset = match.end()
        return self.stop

    def at(self, place: int) -> str:
        """The folded word at `place`, "" at the end of the span."""
        try:
            return self._word[place]
        except KeyError:
            if place >= self.stop:
                return ""
            self._cut(place)
            return self._word[place]

    def next(self, place: int) -> int:
        """The place of the word after the one at `place`; the span's end after the last."""
        try:
            return self._next[place]
        except KeyError:
            if place >= self.stop:
                return self.stop
            following = self._next[place] = self.first(place + len(self.at(place)))
            return following

    def before(self, place: int) -> str:
        """The folded word or sign before `place`, "" at the beginning of the span."""
        end = place
        while end > self.start and self.folded[end - 1] == " ":
            end -= 1
        if end == self.start:
            return ""
        begin = end - 1
        while begin > self.start and self.folded[begin].isalnum() and self.folded[begin - 1].isalnum():
            begin -= 1
        return self.folded[begin:end]

    def parts(self, place: int) -> Mapping[str, int]:
        """The parts that phrases at `place` play, each with where its longest phrase ends: the place
        of the word after it."""
        try:
            return self._parts[place]
        except KeyError:
            found = self._parts[place] = self._look_up(place)
            return found

    def _look_up(self, place: int) -> Mapping[str, int]:
        node = dictionary().get(self.at(place))
        if node is None:
            return _NONE
        found: dict[str, int] = {}
        while node is not None:
            place = self.next(place)
            for part in node.get(PARTS, ()):
                found[part] = place
            node = node.get(self.at(place))
        return found

    def capital(self, place: int) -> bool:
        """Whether the word at `place` is written with a capital."""
        return place < self.stop and self.flow[place].isupper()

    def shouted(self, place: int) -> bool:
        """Whether the word at `place` is written in capitals throughout."""
        return self.flow[place : place + len(self.at(place))].isupper()

    def span(self, start: int, end: int) -> Span:
        """The span of the views from the word at `start` to before the one at `end`, space left out."""
        while end > start and self.folded[end - 1] == " ":
            end -= 1
        if end > start and self.folded[end - 1] == "]":
            return start, self._without_note(start, end)
        return start, end

    def _without_note(self, start: int, end: int) -> int:
        opening = self.folded.rfind("[", start, end)
        return opening if opening >= 0 and self.folded[opening + 1 : end - 1].isdigit() else end

    def _cut(self, place: int) -> None:
        """Cut out the words from `place` on, to a space behind the window."""
        space = self.folded.find(" ", place + _WINDOW, place + 2 * _WINDOW)
        limit = min(space if space >= 0 else place + _WINDOW, self.stop)
        known, following = self._word, self._next
        known[place] = ""  # stays so only where no word begins
        last = before = -1
        offset = place
        for chunk in self.folded[place:limit].split(" "):
            # Most chunks are words, with no sign in them.
            found = ((chunk, offset),) if chunk.isalnum() else _apart(chunk, offset)
            for word, start in found:
                known[start] = word
                if last >= 0:
                    following[last] = start
                last, before = start, last
            offset += len(chunk) + 1
        if space < 0 and limit < self.stop and before >= 0:  # the last one may go on beyond the window
            del known[last], following[before]


def _apart(chunk: str, offset: int) -> list[tuple[str, int]]:
    """The words and signs of what stands between two spaces, each with where it begins, counted from
    `offset`; footnote marks are left out."""
    found = [(match[0], offset + match.start()) for match in WORD.finditer(chunk)]
    return [(word, start) for word, start in found if word[0] != "[" or len(word) == 1]


_NONE: Mapping[str, int] = {}
