"""The SPARQL 1.1 Protocol over HTTP: which query a request holds, and in which format to answer.

https://www.w3.org/TR/sparql11-protocol/. The form of the query is decided first and Accept within that
form, for clients send one Accept header for every query: rdflib `application/sparql-results+xml,
application/rdf+xml`, YASQE `application/sparql-results+json,*/*;q=0.9`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from graph.errors import LineageError, RefusedQuery, UsageError

LARGEST = 1 << 20

# Format: its media type, then what else asks for it (types, and names in `format=`).
RESULTS: Mapping[str, tuple[str, ...]] = {
    "json": ("application/sparql-results+json", "application/json", "json", "srj"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml", "xml", "srx"),
    "csv": ("text/csv", "csv"),
    "tsv": ("text/tab-separated-values", "tsv"),
}
GRAPHS: Mapping[str, tuple[str, ...]] = {
    "ttl": ("text/turtle", "application/turtle", "application/x-turtle", "turtle", "ttl"),
    "nt": ("application/n-triples", "text/plain", "ntriples", "n-triples", "nt"),
    "rdfxml": ("application/rdf+xml", "application/xml", "text/xml", "rdf", "rdfxml", "xml", "rdf+xml"),
    "jsonld": (
        "application/ld+json",
        "application/x-json+ld",
        "application/json",
        "jsonld",
        "json-ld",
        "json",
    ),
}
HINTS = ("format", "output", "results")


class NotAcceptable(UsageError):
    """No format that we write is acceptable to the client."""

    status = 406
    code = "not-acceptable"


class UnknownMediaType(UsageError):
    """A POST that is neither a form nor a query."""

    status = 415
    code = "media-type"


class RequestTooLarge(UsageError):
    """A request longer than `LARGEST`."""

    status = 413
    code = "too-large"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks: the query, its dataset if the request names one, and format hints."""

    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    hints: tuple[str, ...]


def asked_by(method: str, query_string: str, content_type: str, body: bytes) -> Asked:
    """The query of a GET, a form POST or a direct POST.

    Raises:
        UsageError: no query, or several; text that is not UTF-8; a wrong media type.
        RefusedQuery: an update.
    """
    pairs = _pairs(query_string)
    if method == "POST":
        kind, charset = _media_type(content_type)
        if charset not in ("", "utf-8", "utf8"):
            raise _not_utf8()
        if kind == "application/x-www-form-urlencoded":
            pairs += _pairs(_text(body))
        elif kind == "application/sparql-query":
            pairs.append(("query", _text(body)))
        elif kind == "application/sparql-update":
            raise _no_updates()
        else:
            raise UnknownMediaType(
                f"kiểu nội dung “{kind}” không dùng được; hãy gửi application/sparql-query hoặc biểu mẫu",
                f"content type {kind!r}: send application/sparql-query or a form",
            )
    return _asked(pairs)


def _asked(pairs: Sequence[tuple[str, str]]) -> Asked:
    def values(name: str) -> tuple[str, ...]:
        return tuple(value for key, value in pairs if key == name)

    if values("update"):
        raise _no_updates()
    queries = values("query")
    if len(queries) != 1:
        raise UsageError(
            f"cần đúng một tham số query, nhận được {len(queries)}",
            f"exactly one query is needed, not {len(queries)}",
        )
    hints = tuple(value for name in HINTS for value in values(name) if value)
    return Asked(queries[0], values("default-graph-uri"), values("named-graph-uri"), hints)


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=200)
    except ValueError as error:
        raise _not_utf8() from error


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8() from error


def _media_type(header: str) -> tuple[str, str]:
    kind, *parameters = (part.strip().lower() for part in header.split(";"))
    found = dict(part.split("=", 1) for part in parameters if "=" in part)
    return kind, found.get("charset", "").strip('"')


def _not_utf8() -> LineageError:
    return UsageError("yêu cầu không phải là UTF-8", "the request is not UTF-8")


def _no_updates() -> LineageError:
    return RefusedQuery("chỉ đọc: không nhận lệnh cập nhật", "read-only: updates are refused")


def choose(formats: Mapping[str, tuple[str, ...]], accept: str, hints: Sequence[str] = ()) -> str:
    """The format to answer in, by name.

    `hints` count only where the client accepts everything; the first format is the default.

    Raises:
        NotAcceptable: none is acceptable.

    >>> choose(GRAPHS, "application/sparql-results+xml, application/rdf+xml")
    'rdfxml'
    >>> choose(RESULTS, "*/*", ["tsv"]), choose(RESULTS, "text/csv;q=0.5, */*;q=0.1")
    ('tsv', 'csv')
    """
    ranges = _ranges(accept)
    if all(kind == "*/*" for kind, _ in ranges):
        named = [name for hint in hints for name, words in formats.items() if hint.lower() in words]
        return named[0] if named else next(iter(formats))
    best: tuple[float, int, int] | None = None
    chosen = ""
    for name, words in formats.items():
        for kind in words:
            weight = _weight(kind, ranges) if "/" in kind else None
            # An alias stands for the format only where it is named itself.
            fits = weight is not None and weight[0] > 0 and (kind == words[0] or weight[1] == 2)
            if fits and weight is not None and (best is None or weight > best):
                best, chosen = weight, name
    if not chosen:
        offers = ", ".join(words[0] for words in formats.values())
        raise NotAcceptable(
            f"không trả được kiểu nào trong “{accept}”; có: {offers}",
            f"none of {accept!r} can be had; there is {offers}",
        )
    return chosen


def _ranges(accept: str) -> list[tuple[str, float]]:
    found = []
    for part in accept.split(","):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if kind:
            quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
            try:
                found.append((kind, float(quality)))
            except ValueError:
                found.append((kind, 0.0))
    return found or [("*/*", 1.0)]


def _weight(kind: str, ranges: Sequence[tuple[str, float]]) -> tuple[float, int, int] | None:
    """(quality, how specific, how early) of the most specific range that `kind` falls into."""
    found = []
    for at, (pattern, quality) in enumerate(ranges):
        main, _, sub = pattern.partition("/")
        if pattern == kind:
            found.append((2, quality, -at))
        elif sub == "*" and main in ("*", kind.partition("/")[0]):
            found.append((0 if main == "*" else 1, quality, -at))
    if not found:
        return None
    specific, quality, early = max(found)
    return quality, specific, early
