"""A stretch of text as words, for grammar that looks at one word after another.

A word is known by its place: the offset of its first letter in the views. Words are cut out only
where somebody looks, since most of a text is never looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set

from ingest.text import Span, Text
from ontology.body_words import PARTS, WORD, dictionary

_WINDOW = 32


def reach(parts: Mapping[str, int], kinds: Set[str]) -> int:
    """Where the longest of the phrases at a place ends that play one of the parts `kinds`; 0 if none does.

    >>> reach({"head": 4, "series": 9}, {"head", "organ"})
    4
    """
    return max([end for part, end in parts.items() if part in kinds], default=0)


class Words:
    """The words and signs of a span, footnote marks left out.

    >>> words = Words(Text("a", "Sở Y tế[1], Sở Nội vụ"), (0, 21))
    >>> words.at(3), words.next(3), words.at(words.next(5)), words.next(19)
    ('y', 5, ',', 21)
    """

    __slots__ = ("at", "first", "flow", "folded", "next", "parts", "start", "stop", "text")

    at: Callable[[int], str]
    """The folded word at a place, "" at the end of the span."""

    next: Callable[[int], int]
    """The place of the word after the one at a place; the span's end after the last."""

    first: Callable[[int], int]
    """The place of the first word at or after an offset; the span's end if there is none."""

    parts: Callable[[int], Mapping[str, int]]
    """The parts that phrases at a place play, each with where its longest phrase ends: the place of the
    word after it."""

    def __init__(self, text: Text, span: Span) -> None:
        self.text = text
        self.folded = text.folded
        self.flow = text.flow
        self.start, self.stop = span
        # Dictionaries that fill themselves: a known place costs no call of Python's.
        cut = _Cut(text.folded, span[1])
        self.at, self.next, self.first = cut.__getitem__, cut.next, cut.first
        self.parts = _Parts(cut).__getitem__

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

    def between(self, start: int, end: int) -> list[int]:
        """The places of the words from `start` to before `end`."""
        found = []
        while start < end:
            found.append(start)
            start = self.next(start)
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


class _Cut(dict[int, str]):
    """The words by place, cut out a window at a time when one is asked for."""

    __slots__ = ("folded", "following", "stop")

    def __init__(self, folded: str, stop: int) -> None:
        self.folded = folded
        self.stop = stop
        self.following: dict[int, int] = {}

    def __missing__(self, place: int) -> str:
        if place >= self.stop:
            return ""
        self._cut(place)
        return self.get(place, "")  # "" where no word begins

    def next(self, place: int) -> int:
        try:
            return self.following[place]
        except KeyError:
            if place >= self.stop:
                return self.stop
            following = self.following[place] = self.first(place + len(self[place]))
            return following

    def first(self, offset: int) -> int:
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

    def _cut(self, place: int) -> None:
        """Cut out the words from `place` on, to a space behind the window."""
        folded, following = self.folded, self.following
        space = folded.find(" ", place + _WINDOW, place + 2 * _WINDOW)
        limit = min(space if space >= 0 else place + _WINDOW, self.stop)
        last = -1  # no place
        offset = place
        for chunk in folded[place:limit].split(" "):
            if chunk.isalnum():  # most are words, with no sign in them
                self[offset] = chunk
                following[last] = offset
                last = offset
            elif chunk:
                for word, start in _apart(chunk, offset):
                    self[start] = word
                    following[last] = start
                    last = start
            offset += len(chunk) + 1
        if space < 0 and limit < self.stop and last > place:
            del self[last]  # it may go on beyond the window
        elif 0 <= space < self.stop - 1 and folded[space + 1].isalnum():
            following[last] = space + 1


def _apart(chunk: str, offset: int) -> list[tuple[str, int]]:
    """The words and signs of what stands between two spaces, each with where it begins, counted from
    `offset`; footnote marks are left out."""
    if chunk[-1] in _CLOSING_SIGNS and (word := chunk[:-1]).isalnum():
        return [(word, offset), (chunk[-1], offset + len(word))]
    found = []
    for match in WORD.finditer(chunk):
        word = match[0]
        if word[0] != "[" or len(word) == 1:
            found.append((word, offset + match.start()))
    return found


class _Parts(dict[int, Mapping[str, int]]):
    """The parts that phrases play by place, looked up when they are asked for."""

    __slots__ = ("cut", "phrases")

    def __init__(self, cut: _Cut) -> None:
        self.cut = cut
        self.phrases = dictionary()

    def __missing__(self, place: int) -> Mapping[str, int]:
        cut, node = self.cut, self.phrases
        word = cut[place]
        if word not in node:
            self[place] = _NONE
            return _NONE
        following = cut.following
        found: dict[str, int] = {}
        end = place
        while word in node:
            node = node[word]
            try:
                end = following[end]
            except KeyError:
                end = cut.next(end)
            if PARTS in node:
                for part in node[PARTS]:
                    found[part] = end
            word = cut[end]
        self[place] = found
        return found


_NONE: Mapping[str, int] = {}
_CLOSING_SIGNS = ",;.:)"
