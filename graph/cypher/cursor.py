"""Walking over the tokens of a Cypher text."""

from __future__ import annotations

from graph.cypher.tokens import Token, refused, tokens
from graph.cypher.words import KEYWORDS


class Cursor:
    """A place in a Cypher text; whatever is not as wanted is refused."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.at = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def ahead(self, by: int) -> Token:
        return self.tokens[min(self.at + by, len(self.tokens) - 1)]

    def next(self) -> Token:
        token = self.token
        if token.kind != "end":
            self.at += 1
        return token

    def take(self, *words: str) -> bool:
        """Step over these words if they all follow."""
        if all(self.ahead(i).says(word) for i, word in enumerate(words)):
            self.at += len(words)
            return True
        return False

    def need(self, *words: str) -> None:
        for word in words:
            if not self.take(word):
                raise self.unexpected(f"“{word}”")

    def unexpected(self, wanted: str) -> Exception:
        found = self.token.text or "…"
        return refused(
            f"“{found}” không thuộc phần Cypher chỉ đọc được nhận, hoặc đứng sai chỗ (cần {wanted})",
            f"“{found}” is not in the read-only subset of Cypher, or out of place (wanted {wanted})",
            self.token.start,
        )

    def name(self, wanted: str = "a name") -> str:
        """A variable's, label's or property's name, in backticks so that no store reserves it."""
        token = self.token
        if token.kind == "quoted" or (token.kind == "name" and token.text.upper() not in KEYWORDS):
            self.at += 1
            return f"`{token.value}`"
        raise self.unexpected(wanted)

    def variable(self) -> str:
        """A variable; names that begin with an underscore are ours."""
        token = self.token
        name = self.name("a variable")
        if name.startswith("`_"):
            raise refused(f"tên {name} không được bắt đầu bằng “_”", f"{name} begins with “_”", token.start)
        return name

    def number(self) -> int:
        if self.token.kind != "int":
            raise self.unexpected("a whole number")
        return int(self.next().value)
