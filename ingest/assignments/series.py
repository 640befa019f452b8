"""Where a series ends that names one group of persons or of committees."""

from __future__ import annotations

from ingest.words import Words

_MOST_MEMBERS = 6


def ellipsis_end(words: Words, at: int) -> int:
    """The end of "huyện, thị, thành ủy": several places and one word that all share; 0 if it is none."""
    end = words.parts(at).get("member", 0)
    for _ in range(_MOST_MEMBERS):
        if not end or words.at(end) not in (",", "và"):
            break
        step = words.next(end)
        following = words.parts(step).get("member", 0)
        if words.before(end) == words.at(step):  # "tỉnh, tỉnh đoàn"
            return 0
        if following and "sharing" in words.parts(following):
            return words.next(following)
        end = following
    return 0


def persons_end(words: Words, at: int) -> int:
    """The end of a series of persons ("cán bộ, công chức"), 0 if there is none."""
    end = words.parts(at).get("person", 0)
    while end:
        step = words.next(end) if words.at(end) == "," else end
        step = words.next(step) if words.at(step) == "và" else step
        following = words.parts(step).get("person", 0) if step > end else 0
        if not following:
            break
        end = following
    return end
