"""Cutting a Cypher text into tokens; whatever is not clearly one of them is refused.

Unquoted text is letters of the Latin alphabet (Vietnamese included), digits and ASCII signs: full-width
letters and signs, which a store would read as ordinary ones, do not pass. Strings and backticks may hold
anything; their escapes are undone here, so that no store undoes them another way.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from graph.errors import RefusedQuery

MAX_CHARACTERS = 20_000

_TOKEN = re.compile(
    r"(?P<space>[ \t\r\n]+|//[^\r\n]*|/\*(?:[^*]|\*(?!/))*\*/)"
    r"|(?P<float>[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?|\.[0-9]+|[0-9]+[eE][+-]?[0-9]+)"
    r"|(?P<int>[0-9]+)"
    r"|(?P<parameter>\$[A-Za-z][A-Za-z0-9_]*)"
    r"|(?P<string>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
    r"|(?P<quoted>`[^`\\\x00-\x1f]+`)"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<sign>\.\.|<>|<=|>=|=~|[-+*/%^=<>()\[\]{}|:,.;])",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "\\": "\\", "'": "'", '"': '"', "`": "`"}


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `value` is a string's content, a number, or a name without its quotes."""

    kind: str
    text: str
    start: int
    end: int
    value: Any = None

    def says(self, *words: str) -> bool:
        """Whether it is one of these keywords (any case) or signs."""
        return self.kind in ("name", "sign") and self.text.upper() in words


def refused(vi: str, en: str, at: int) -> RefusedQuery:
    """The error for what stands at character `at`."""
    return RefusedQuery(f"{vi} (ký tự {at + 1})", f"{en} (character {at + 1})", {"position": at})


def tokens(text: str) -> list[Token]:
    """The tokens of `text`, the last of kind "end".

    >>> [token.text for token in tokens("MATCH (d) /* CALL */ RETURN 'CALL'") if token.text]
    ['MATCH', '(', 'd', ')', 'RETURN', "'CALL'"]
    """
    if len(text) > MAX_CHARACTERS:
        raise refused("câu hỏi quá dài", "the query is too long", MAX_CHARACTERS)
    found = []
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise refused(f"không hiểu “{text[position]}”", f"cannot read “{text[position]}”", position)
        kind = str(match.lastgroup)
        if kind != "space":
            found.append(Token(kind, match[0], *match.span(), _value(kind, match[0], position)))
        position = match.end()
    found.append(Token("end", "", position, position))
    return found


def _value(kind: str, text: str, at: int) -> Any:
    if kind == "string":
        return _ESCAPE.sub(lambda match: _unescape(match[1], at), text[1:-1])
    if kind == "quoted":
        return text[1:-1]
    if kind == "parameter":
        return text[1:]
    if kind == "name":
        if not text.isascii() and not all(map(_latin, text)):
            raise refused(f"không nhận chữ lạ trong “{text}”", f"foreign letters in “{text}”", at)
        return text
    if kind == "int":
        if int(text[:20]) >= 2**63 or len(text) > 19:
            raise refused("số quá lớn", "the number is too large", at)
        return int(text)
    return text


def _latin(sign: str) -> bool:
    """An ASCII letter, digit or underscore, or a composed Latin letter such as "ệ"."""
    if sign.isascii():
        return True
    return unicodedata.normalize("NFKC", sign) == sign and unicodedata.name(sign, "").startswith("LATIN ")


def _unescape(escape: str, at: int) -> str:
    if len(escape) == 5:
        return chr(int(escape[1:], 16))
    if escape not in _ESCAPED:
        raise refused(f"không hiểu “\\{escape}” trong chuỗi", f"unknown escape “\\{escape}” in a string", at)
    return _ESCAPED[escape]


def mark(name: str) -> str:
    """What stands in a written query for a parameter that becomes a literal."""
    return f"\x00{name}\x00"


def literal(value: Any) -> str:
    """`value` as Cypher writes it.

    Raises:
        RefusedQuery: it is neither text, number, truth value nor a list of those.
    """
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'").replace("\x00", "") + "'"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(literal, value)) + "]"
    raise RefusedQuery("tham số không dùng được ở chỗ này", "this parameter cannot stand here")
