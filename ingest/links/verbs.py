"""Verb phrases between mentions of directives: "về tiếp tục thực hiện", "được sửa đổi, bổ sung bởi"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ingest.text import Span, Text
from ontology.load import Cue, cues, document
from ontology.types import type_words

_SHORTEST = 6  # letters of a verb
_FEW = 48
_HEAD = 200  # letters of a list's head


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
    """The verb phrase that runs to the end of `words` (of the folded view, `squeezed`), None if none does.

    >>> verb_before("về tiếp tục thực hiện ")
    Verb(manner='continues', start=3, passive=False, part=None)
    >>> verb_before(" được sửa đổi, bổ sung bởi ").passive
    True
    >>> verb_before(" theo tinh thần ")
    """
    if len(words) < _SHORTEST:
        return None
    return _verb_of_few(words) if len(words) <= _FEW else _verb_before(words)


def _verb_before(words: str) -> Verb | None:
    for hit in _verb().finditer(words):
        start, verb = hit.start(), hit[0]
        for phrase in _phrases()[verb]:
            match = phrase.pattern.match(words, start)
            if match is None:
                continue
            part = None
            if phrase.name == "changes":
                if cue("undergone").pattern.search(words, 0, start):
                    continue
                part = cue("part").pattern.search(words, *match.span())
            manner = phrase.facts["manner"]
            if manner == "change":
                manner = _change(verb, match[0])
            return Verb(manner, start, bool(phrase.facts.get("passive")), part.span() if part else None)
    return None


# Every document says "căn cứ" and "sửa đổi, bổ sung một số điều của" again.
_verb_of_few = lru_cache(maxsize=1 << 12)(_verb_before)


def before_list(words: str, *, bare: bool) -> str:
    """`words` without the head of a list at their end; `bare`: the list's member begins with its number.

    >>> before_list("triển khai các kết luận của bộ chính trị: ", bare=False)
    'triển khai '
    >>> before_list("thực hiện 02 chỉ thị số ", bare=True), before_list("thực hiện các chỉ thị ", bare=False)
    ('thực hiện ', 'thực hiện các chỉ thị ')
    """
    if not bare and ":" not in words[-4:]:
        return words
    head = _list_head(bare).search(words, max(0, len(words) - _HEAD))
    return words[: head.start()] if head else words


@cache
def _list_head(bare: bool) -> re.Pattern[str]:
    parts = document("links")["list_of"]
    head = parts["head"].replace("{types}", type_words())
    return re.compile(rf"(?<!\w){head}(?:{parts['colon']}{'|' + parts['bare'] if bare else ''})")


def squeezed(words: str) -> str:
    """`words` with single spaces: columns and centred lines leave long runs."""
    return re.sub("  +", " ", words) if "  " in words else words


def stretched(words: str, at: int) -> int:
    """The offset in `words` of the character at `at` of `squeezed(words)`.

    >>> stretched("a   b c", 2)
    4
    """
    if "  " not in words:
        return at
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
    return str(facts["manners"][verb])


def says(name: str, words: str) -> bool:
    """Whether the cue `name` of `vocab/links.toml` is found in `words` (folded)."""
    return cue(name).pattern.search(words) is not None


@cache
def cue(name: str) -> Cue:
    """The cue `name` of `vocab/links.toml`."""
    return cues("links")[name]


@cache
def _verb() -> re.Pattern[str]:
    """The verbs with which phrases begin, by their first letter: the search tries few at each place."""
    by_letter: dict[str, list[str]] = {}
    for verb in _phrases():
        by_letter.setdefault(verb[0], []).append(re.escape(verb[1:]))
    return re.compile("|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()))


@cache
def _phrases() -> dict[str, tuple[Cue, ...]]:
    """The phrases that begin with each verb, in file order."""
    found: dict[str, tuple[Cue, ...]] = {}
    for entry in cues("links").values():
        for verb in entry.facts.get("verbs", ()):
            found[verb] = (*found.get(verb, ()), entry)
    return found


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
