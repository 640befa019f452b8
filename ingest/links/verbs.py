"""Verb phrases between mentions of directives: "về tiếp tục thực hiện", "được sửa đổi, bổ sung bởi"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ingest.text import Span, Text
from ontology.load import Cue, cues, document


class Verb(NamedTuple):
    """A verb phrase that ends where a mention begins.

    manner: that of a link, or "grounds" ("căn cứ X"). `start` and `part` (the provisions that it
    changes) count in the words that were searched. `passive`: the mention after the verb is the doer.
    """

    manner: str
    start: int
    passive: bool
    part: Span | None


def verb_before(words: str) -> Verb | None:
    """The verb phrase that runs to the end of `words` (of the folded view), None if none does.

    >>> verb_before("về tiếp tục thực hiện ")
    Verb(manner='continues', start=3, passive=False, part=None)
    >>> verb_before(" được sửa đổi, bổ sung bởi ").passive
    True
    >>> verb_before(" theo tinh thần ")
    """
    for hit in cue("verb").pattern.finditer(words):
        if not _any_phrase().match(words, hit.start()):
            continue
        for phrase in _phrases():
            match = phrase.pattern.match(words, hit.start())
            if match is None:
                continue
            if phrase.name == "changes" and cue("undergone").pattern.search(words, 0, hit.start()):
                continue
            part = cue("part").pattern.search(words, *match.span()) if phrase.name == "changes" else None
            manner = phrase.facts["manner"]
            if manner == "change":
                manner = _change(hit[0], match[0])
            passive = bool(phrase.facts.get("passive"))
            return Verb(manner, hit.start(), passive, part.span() if part else None)
    return None


def squeezed(words: str) -> str:
    """`words` with single spaces: columns and centred lines leave long runs."""
    return re.sub("  +", " ", words) if "  " in words else words


def stretched(words: str, at: int) -> int:
    """The offset in `words` of the character at `at` of `squeezed(words)`.

    >>> stretched("a   b c", 2)
    4
    """
    for run in re.finditer("  +", words):
        if run.start() + 1 > at:
            break
        at += len(run[0]) - 1
    return at


def _change(verb: str, phrase: str) -> str:
    """What a change is: of words it is always an amendment."""
    facts = document("links")
    if any(word in phrase for word in facts["wording"]):
        return "amends"
    return str(facts["manners"][" ".join(verb.split())])


def says(name: str, words: str) -> bool:
    """Whether the cue `name` of `vocab/links.toml` is found in `words` (folded)."""
    return cue(name).pattern.search(words) is not None


@cache
def cue(name: str) -> Cue:
    """The cue `name` of `vocab/links.toml`."""
    return cues("links")[name]


@cache
def _phrases() -> tuple[Cue, ...]:
    return tuple(entry for entry in cues("links").values() if "manner" in entry.facts)


@cache
def _any_phrase() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase.pattern.pattern})" for phrase in _phrases()))


def open_bracket(words: str) -> str:
    """The sign that will close a bracket or quotation that `words` leave open, else ""."""
    if words.count("(") > words.count(")"):
        return ")"
    return '"' if words.count('"') % 2 else ""


def sentence_end(text: Text, since: int, limit: int) -> int:
    """Where the sentence ends that goes on at `since` (views), at most `limit`."""
    stop = min(limit, since + 2000)
    match = breaks().search(text.lines, since, stop)
    return match.start() + 1 if match else stop


@cache
def breaks() -> re.Pattern[str]:
    """What ends a sentence: a full stop before a capital, a new item or paragraph, a table's pipe.

    A blank line before a small letter is a page break inside a sentence. Group `item`: the mark of
    a list's item.
    """
    facts = document("links")["sentence"]
    letters = [chr(code) for code in range(0x41, 0x1EFA)]
    lower = "".join(filter(str.islower, letters))
    upper = "".join(filter(str.isupper, letters))
    # One class of signs in front: the search skips all other characters.
    return re.compile(
        r"[\n.!?…|](?:"
        rf"(?<=\n)(?:\s*+(?:(?P<item>{facts['item']})|(?={facts['head']}))|[ \t]*+\n\s*+(?![{lower}]))"
        rf"|(?<=[.!?…])[\"')]*+\s++(?=[\"'(]?[{upper}])|(?<=\|))"
    )
