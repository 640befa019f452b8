"""Headings that are nothing but their addressee: "Sở Nội vụ có trách nhiệm:"."""

from __future__ import annotations

from ingest.assignments.bodies import BodyList, Named
from ingest.assignments.clauses import Clauses
from ingest.assignments.wording import MANY, pattern

_LONGEST_REST = 220
_LONGEST_APART = 7


def addressed(clauses: Clauses) -> tuple[Named, ...]:
    """The bodies to which a text is addressed that says nothing else; none if it says more.

    >>> from ingest.text import Text
    >>> text = Text("a", "Sở Nội vụ và Công an tỉnh có trách nhiệm:")
    >>> len(addressed(Clauses(text, (0, len(text)))))
    2
    """
    text, span = clauses.text, clauses.span
    before = pattern("addressed").match(text.folded, *span)
    found = clauses.lists.at(clauses.words.first(before.end())) if before else None
    if found is None:
        return ()
    after = clauses.lists.skip_bracket(found.end)
    rest = text.folded[after : min(span[1], after + _LONGEST_REST + 1)]
    if len(rest) > _LONGEST_REST or (":" not in rest and rest.strip(" .,;")):
        return ()
    if pattern("awaits").match(rest):
        return found.bodies
    return _told_apart(clauses, found)


def _told_apart(clauses: Clauses, found: BodyList) -> tuple[Named, ...]:
    """The bodies of a heading with all that tells the last of them apart ("các xã, phường nơi bão qua:").

    None unless the rest, up to the colon that ends the text, is short and holds no verb.
    """
    words, at, last = clauses.words, found.end, found.bodies[-1]
    if words.before(clauses.span[1]) != ":" or MANY not in words.folded[slice(*last.span)].split():
        return ()
    for _ in range(_LONGEST_APART):
        if not words.at(at).isalpha() or "verb" in words.parts(at):
            break
        at = words.next(at)
    if words.at(at) != ":" or words.next(at) < clauses.span[1]:
        return ()
    return (*found.bodies[:-1], last._replace(span=words.span(last.span[0], at)))
