"""What people decided about identity: who, when and why; never lost, undone softly, replayed on rebuild.

A judgement speaks of mentions (a document and an offset) and of directives (an id). Ids may move when
the corpus learns more, so a directive may carry an anchor besides: a mention of it, or the document that
holds it. A judgement that fits nothing any more is reported, not applied and not deleted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from types import MappingProxyType
from typing import Any

from graph.errors import UsageError
from graph.extraction import Extraction
from graph.model import Decision


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention: the document and the offset at which the citation starts. By `quote` it is found again.

    `sha256` are the document's bytes when it was judged: by them a file is found under another name.
    """

    document: str
    start: int
    quote: str = ""
    sha256: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Named:
    """A directive by its id; `document` and `start` are its anchor (no start: the held document)."""

    directive: str
    document: str | None = None
    start: int | None = None


Ref = Mentioned | Named


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision.

    same, different: of two mentions or directives. this-one: the mention `first` means the directive
    `second`. not-a-citation: the mention `first`; `second` is None. `when` is ISO time, `undone` the
    time at which it was taken back.
    """

    id: str
    kind: Decision
    first: Ref
    second: Ref | None
    who: str
    when: str
    why: str
    undone: str | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be meant.

        Raises:
            UsageError: `kind` is unknown, or the parts do not suit it.
        """
        suits = {
            "same": self.second is not None,
            "different": self.second is not None,
            "this-one": isinstance(self.first, Mentioned) and isinstance(self.second, Named),
            "not-a-citation": isinstance(self.first, Mentioned) and self.second is None,
        }
        if not suits.get(self.kind, False):
            raise UsageError(
                f"quyết định “{self.kind}” không hợp với hai bên đã nêu",
                f'a judgement "{self.kind}" cannot be made of these two sides',
            )


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that hold, in the order in which they were made."""
    return sorted((j for j in judgements if j.undone is None), key=lambda j: (j.when, j.id))


def following(
    judgements: Iterable[Judgement],
    extractions: Iterable[tuple[str, Extraction]],
    names: Mapping[str, str] = MappingProxyType({}),
) -> list[Judgement]:
    """The judgements, each mention at the place where its words stand now.

    A document that was edited moves its mentions: the nearest citation of the same words is meant. A
    base name that came to be shared bears a checksum in front, or lost it. A file that bears another
    name now is found by its bytes (`names` by checksum). What finds no such words stays as it is.
    """
    here = frozenset(names.values())

    def renamed(ref: Ref | None) -> Ref | None:
        if not isinstance(ref, Mentioned) or ref.document in here:
            return ref
        return replace(ref, document=names.get(ref.sha256, ref.document))

    kept = [
        replace(one, first=renamed(one.first) or one.first, second=renamed(one.second)) for one in judgements
    ]
    sides = [ref for one in kept for ref in (one.first, one.second) if isinstance(ref, Mentioned)]
    wanted = {(_base(ref.document), _words(ref.quote)) for ref in sides if ref.quote}
    places: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for name, extraction in extractions if wanted else ():
        for citation in extraction.citations:
            key = _base(name), _words(citation.evidence.quote)
            if key in wanted:
                places.setdefault(key, []).append((name, citation.evidence.start))

    def now(ref: Ref | None) -> Ref | None:
        found = places.get((_base(ref.document), _words(ref.quote))) if isinstance(ref, Mentioned) else None
        if not found or not isinstance(ref, Mentioned):
            return ref
        name, start = min(found, key=lambda at: (at[0] != ref.document, abs(at[1] - ref.start), at))
        return replace(ref, document=name, start=start)

    return [replace(one, first=now(one.first) or one.first, second=now(one.second)) for one in kept]


def _words(quote: str) -> str:
    return " ".join(quote.split())


def _base(document: str) -> str:
    return re.sub(r"^[0-9a-f]{8}-", "", document)


def to_lines(judgements: Iterable[Judgement]) -> Iterator[str]:
    """A readable file of judgements: one JSON object a line, in order of time. Inverse of `from_lines`."""
    for judgement in sorted(judgements, key=lambda j: (j.when, j.id)):
        row = {name: value for name, value in asdict(judgement).items() if value is not None}
        yield json.dumps(row, ensure_ascii=False)


def from_lines(lines: Iterable[str]) -> Iterator[Judgement]:
    """The judgements of a file as `to_lines` writes it; empty lines are skipped.

    Raises:
        UsageError: a line is not such an object; the message names the line.
    """
    for at, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield judgement_of(json.loads(line))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise UsageError(
                f"dòng {at} không phải là một quyết định: {error}",
                f"line {at} is not a judgement: {error}",
            ) from error


def judgement_of(row: dict[str, Any]) -> Judgement:
    """The judgement that a JSON object describes.

    Raises:
        KeyError, TypeError: a field is missing or unknown.
    """
    second = row.get("second")
    return Judgement(
        str(row["id"]),
        row["kind"],
        _ref(row["first"]),
        _ref(second) if second else None,
        str(row["who"]),
        str(row["when"]),
        str(row.get("why", "")),
        row.get("undone"),
    )


def ref_of(text: str) -> Ref:
    """A reference as people type it: a directive's id, or DOCUMENT@OFFSET for a mention.

    >>> ref_of("ke-hoach.txt@692"), ref_of("directive/vn/party/central/xi/nq-25").directive
    (Mentioned(document='ke-hoach.txt', start=692, quote=''), 'directive/vn/party/central/xi/nq-25')

    Raises:
        UsageError: it is neither.
    """
    if text.startswith("directive/"):
        return Named(text)
    document, _, start = text.rpartition("@")
    if document and start.isdecimal():
        return Mentioned(document, int(start))
    raise UsageError(
        f"“{text}” không phải mã văn bản, cũng không phải TỆP@VỊ-TRÍ",
        f'"{text}" is neither a directive\'s id nor DOCUMENT@OFFSET',
    )


def _ref(row: dict[str, Any]) -> Ref:
    if "directive" in row:
        return Named(row["directive"], row.get("document"), row.get("start"))
    words = (str(row.get(name) or "") for name in ("quote", "sha256"))
    return Mentioned(str(row["document"]), int(row["start"]), *words)
