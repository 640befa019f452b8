"""Expressions of the Cypher subset: parsed by descent, and written out in a store's dialect."""

from __future__ import annotations

import re
from typing import Any

from graph.cypher.cursor import Cursor
from graph.cypher.patterns import Dialect
from graph.cypher.tokens import Token, mark, refused
from graph.cypher.words import AGGREGATES, FUNCTIONS, QUANTIFIERS

MAX_DEPTH = 40
MAX_ELEMENTS = 8
MAX_WRITTEN = 60_000

MAX_RANGE = 10_000
# A group that repeats and holds a repetition can take a regex engine forever.
_NUMBER = re.compile(r"-?[0-9]+")
_SIZE = re.compile(r"size\([^()]*(?:\([^()]*\))?\)(?: - 1)?")
_NESTED_REPEAT = re.compile(r"[*+}?][^()]*\)\s*[*+{]|\\[1-9]|\(\?[^:i]")


class Expressions(Cursor):
    """Parses expressions and returns them as text of the dialect."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        super().__init__(text)
        self.dialect = dialect
        self.depth = 0
        self.parameters: set[str] = set()
        self.constants: dict[str, Any] = {}
        self.inlined: set[str] = set()
        self.inside_lists = 0
        self.recursive: set[str] = set()
        self.directed: set[str] = set()

    # --- precedence, loosest first

    def expression(self) -> str:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise refused("câu hỏi lồng quá sâu", "the query is nested too deeply", self.token.start)
        left = self._xor()
        while self.take("OR"):
            left = f"{left} OR {self._xor()}"
        self.depth -= 1
        return left

    def _xor(self) -> str:
        left = self._and()
        while self.take("XOR"):
            left = f"{left} XOR {self._and()}"
        return left

    def _and(self) -> str:
        left = self._not()
        while self.take("AND"):
            left = f"{left} AND {self._not()}"
        return left

    def _not(self) -> str:
        signs = 0
        while self.take("NOT"):
            signs += 1
        return "NOT " * signs + self._comparison()

    def _comparison(self) -> str:
        left = self._sum()
        for sign in ("=", "<>", "<=", ">=", "<", ">", "IN", "CONTAINS"):
            if self.take(sign):
                return f"{left} {sign} {self._sum()}"
        for words in (("STARTS", "WITH"), ("ENDS", "WITH"), ("IS", "NULL"), ("IS", "NOT", "NULL")):
            if self.take(*words):
                right = "" if words[0] == "IS" else f" {self._sum()}"
                return f"{left} {' '.join(words)}{right}"
        if self.take("=~"):
            return f"{left} =~ {self._pattern()}"
        return left

    def _pattern(self) -> str:
        """A regular expression, which must be a plain string that no engine can be slow on."""
        token = self.token
        if token.kind != "string" or len(token.value) > 200 or _NESTED_REPEAT.search(token.value):
            raise refused(
                "biểu thức sau “=~” phải là chuỗi ngắn, không lặp lồng nhau",
                "the pattern after “=~” must be a short string without nested repetition",
                token.start,
            )
        return self._atom()

    def _sum(self) -> str:
        left = self._product()
        while self.token.says("+", "-"):
            left = f"{left} {self.next().text} {self._product()}"
        return left

    def _product(self) -> str:
        left = self._power()
        while self.token.says("*", "/", "%"):
            left = f"{left} {self.next().text} {self._power()}"
        return left

    def _power(self) -> str:
        left = self._signed()
        while self.take("^"):
            left = f"{left} ^ {self._signed()}"
        return left

    def _signed(self) -> str:
        if self.take("-"):
            return f"-{self._postfix()}"
        self.take("+")
        return self._postfix()

    def _postfix(self) -> str:
        start = self.token
        value = self._atom()
        elements = 0
        while elements <= MAX_ELEMENTS:
            if self.take("."):
                value = f"{value}.{self.name('a property')}"
            elif self.take("["):
                value = self._bounded(self._element(value), start)
                elements += 1
            elif self.token.says(":") and start.kind in ("name", "quoted") and self.ahead(1).kind == "name":
                value = self.dialect.has_label(value, self.labels())
            elif self.token.says("{") and start.kind in ("name", "quoted"):
                value = self._projection(value)
            else:
                return value
        raise self.unexpected(f"at most {MAX_ELEMENTS} times […]")

    def _bounded(self, value: str, token: Token) -> str:
        """`value`, unless writing it out in the dialect has made it too long."""
        if len(value) > MAX_WRITTEN:
            raise refused("câu hỏi lồng quá sâu", "the query is nested too deeply", token.start)
        return value

    def _element(self, items: str) -> str:
        low = None if self.token.says("..") else self.expression()
        if not self.take(".."):
            self.need("]")
            assert low is not None
            return self.dialect.index(items, low)
        high = None if self.token.says("]") else self.expression()
        self.need("]")
        return self.dialect.cut(items, low, high)

    def _projection(self, variable: str) -> str:
        self.need("{")
        items: list[tuple[str, str]] = []
        while True:
            if self.take("."):
                name = self.name("a property")
                items.append((name, f"{variable}.{name}"))
            else:
                key = self.name("a key")
                self.need(":")
                items.append((key, self.expression()))
            if not self.take(","):
                break
        self.need("}")
        return self.dialect.projection(items)

    # --- atoms

    def _atom(self) -> str:
        token = self.token
        if token.kind == "string":
            return self._string(self.next().value)
        if token.kind in ("int", "float"):
            return self.next().text
        if token.kind == "parameter":
            self.parameters.add(str(token.value))
            return self._parameter(str(self.next().value))
        for word in ("TRUE", "FALSE", "NULL"):
            if self.take(word):
                return word.lower()
        for sign, read in (
            ("(", self._parenthesis),
            ("[", self._list),
            ("{", self._map),
            ("CASE", self._case),
        ):
            if token.says(sign):
                return read()
        return self._named()

    def _named(self) -> str:
        """A subquery, a call or a variable."""
        token = self.token
        if token.says("EXISTS", "COUNT") and self.ahead(1).says("{"):
            return self.subquery(self.next().text.upper())
        if token.says("EXISTS") and self.ahead(1).says("("):
            self.next()
            return self._parenthesis()
        if token.kind == "name" and self.ahead(1).says("("):
            return self._call()
        name = self.variable()
        return self.dialect.recursive(name) if name in self.recursive else name

    def _string(self, value: str) -> str:
        """A string literal in quotes if it needs no escape, else as a parameter of ours."""
        if "\\" not in value and value.isprintable():
            for quote in "'\"":
                if quote not in value:
                    return f"{quote}{value}{quote}"
        name = f"_text{len(self.constants)}"
        self.constants[name] = value
        return self._parameter(name)

    def _parameter(self, name: str) -> str:
        if self.inside_lists and self.dialect.literals_in_lists:
            self.inlined.add(name)
            return mark(name)
        return f"${name}"

    def _inside(self) -> str:
        """An expression over the variable of a list comprehension or quantifier."""
        self.inside_lists += 1
        value = self.expression()
        self.inside_lists -= 1
        return value

    def _parenthesis(self) -> str:
        if self.starts_pattern():
            return self.pattern_predicate()
        self.need("(")
        inner = self.expression()
        self.need(")")
        return f"({inner})"

    def _list(self) -> str:
        self.need("[")
        if self.token.kind in ("name", "quoted") and self.ahead(1).says("IN"):
            return self._comprehension()
        if self.starts_pattern():
            raise self.unexpected("a list; collect() gathers what a pattern finds")
        items = [] if self.token.says("]") else self.expressions()
        self.need("]")
        return f"[{', '.join(items)}]"

    def _comprehension(self) -> str:
        variable = self.variable()
        self.need("IN")
        items = self.expression()
        where = self._inside() if self.take("WHERE") else None
        result = self._inside() if self.take("|") else None
        self.need("]")
        return self.dialect.comprehension(variable, items, where, result)

    def _map(self) -> str:
        return "{" + ", ".join(f"{key}: {value}" for key, value in self.map_items()) + "}"

    def map_items(self) -> list[tuple[str, str]]:
        """The keys and values of `{key: value, …}`."""
        self.need("{")
        items = []
        while not self.token.says("}"):
            key = self.name("a key")
            self.need(":")
            items.append((key, self.expression()))
            if not self.take(","):
                break
        self.need("}")
        return items

    def _case(self) -> str:
        self.need("CASE")
        parts = ["CASE"]
        if not self.token.says("WHEN"):
            parts.append(self.expression())
        while self.take("WHEN"):
            parts += ["WHEN", self.expression()]
            self.need("THEN")
            parts += ["THEN", self.expression()]
        if self.take("ELSE"):
            parts += ["ELSE", self.expression()]
        self.need("END")
        return " ".join([*parts, "END"])

    def _call(self) -> str:
        token = self.next()
        name = token.text.lower()
        if name in QUANTIFIERS:
            return self._quantifier(name)
        if name not in FUNCTIONS:
            raise refused(f"không nhận hàm “{token.text}”", f"“{token.text}()” is not allowed", token.start)
        self.need("(")
        if name == "count" and self.take("*", ")"):
            return "count(*)"
        distinct = name in AGGREGATES and self.take("DISTINCT")
        arguments = [] if self.token.says(")") else self.expressions()
        self.need(")")
        low, high = FUNCTIONS[name]
        if not low <= len(arguments) <= high:
            raise refused(
                f"“{token.text}” sai số đối số", f"“{token.text}” takes other arguments", token.start
            )
        if name == "range":
            _check_range(arguments, token)
        if name in ("startnode", "endnode") and arguments[0] not in self.directed:
            raise refused(
                f"{token.text}() chỉ nhận một quan hệ có mũi tên",
                f"{token.text}() takes a relationship matched with an arrow",
                token.start,
            )
        if distinct:
            arguments[0] = f"DISTINCT {arguments[0]}"
        return self._bounded(self.dialect.call(name, arguments), token)

    def _quantifier(self, name: str) -> str:
        self.need("(")
        variable = self.variable()
        self.need("IN")
        items = self.expression()
        self.need("WHERE")
        where = self._inside()
        self.need(")")
        return f"{name}({variable} IN {items} WHERE {where})"

    def expressions(self) -> list[str]:
        """Expressions with commas between."""
        found = [self.expression()]
        while self.take(","):
            found.append(self.expression())
        return found

    # --- what patterns give to expressions; see graph.cypher

    def labels(self) -> tuple[str, ...]:
        raise NotImplementedError

    def starts_pattern(self) -> bool:
        raise NotImplementedError

    def pattern_predicate(self) -> str:
        raise NotImplementedError

    def subquery(self, kind: str) -> str:
        raise NotImplementedError


def _check_range(arguments: list[str], token: Token) -> None:
    """Numbers in a range() stand there, or its end is a size, so that it cannot fill the memory."""
    numbers = [int(argument) for argument in arguments if _NUMBER.fullmatch(argument)]
    sized = all(_NUMBER.fullmatch(argument) or _SIZE.fullmatch(argument) for argument in arguments)
    if not sized or any(abs(number) > MAX_RANGE for number in numbers):
        raise refused(
            f"range() chỉ nhận số đến {MAX_RANGE} hoặc size(…)",
            f"range() takes numbers up to {MAX_RANGE} or size(…)",
            token.start,
        )
