"""Vietnamese words live in `ontology/vocab/`: code names them, and spells out none."""

import ast
import re
import unicodedata
from itertools import pairwise

import pytest

from tests.test_architecture import MODULES, ROOT

TREES = {
    str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
    for path in MODULES
    if path.relative_to(ROOT).parts[0] != "api"  # its messages have catalogues of their own
}
CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")
WORD = re.compile(r"[^\W\d_]{2,}")
# Letters of an alphabet, spellings that are one, and the marks of a list's items.
LETTERS = {"Uỷ", "UỶ", "uỷ", "Ưỷ", "ƯỶ", "ưỷ", "Ưy", "ƯY", "ưy", "ƯB", "ỦB"}
LETTERS |= {"àáảãạ", "òóỏõọ", "èéẻẽẹ", "ỳýỷỹỵ", "ùúủũụ", "abcdđivx", "ABCDEFGHĐ", "BCDĐFGHJKLMNPQRSTVWXZ"}
LETTERS |= {"ZÀ", "ÃÈ", "ÊÌÍÒ", "ÕÙÚÝĂĐĨŨƠƯ"}
# What a drawing says, in both languages; a part of a message.
CAPTIONS = {"graph/page.py"}
SAID = {"(không có phần mở rộng)"}


def is_vietnamese(words):
    return any("\u0300" <= sign <= "\u0323" or sign in "đĐ" for sign in unicodedata.normalize("NFD", words))


def spelt_out(literal):
    """The Vietnamese words of a literal; classes of letters in a pattern are none."""
    return {word for word in WORD.findall(CLASS.sub(" ", literal)) if is_vietnamese(word)} - LETTERS


@pytest.fixture(scope="module")
def told():
    """Names of the classes of errors, whose messages are in both languages."""
    found, before = {"LineageError"}, 0
    while len(found) > before:
        before = len(found)
        for tree in TREES.values():
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef) and any(name_of(base) in found for base in node.bases):
                    found.add(node.name)
    return found


def name_of(node):
    """The last name of `x`, `x.y`."""
    return getattr(node, "id", getattr(node, "attr", None))


def words_of(node):
    """The Vietnamese words of a literal, with or without values put in; None for what is no literal."""
    if not isinstance(node, (ast.Constant, ast.JoinedStr)):
        return None
    return set().union(*(spelt_out(part.value) for part in ast.walk(node) if is_text(part)))


def is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_message(call, told):
    """Whether a call is told a message: that of an error, or words in Vietnamese and then in English."""
    if name_of(call.func) in told:
        return True
    return any(vi and en == set() for vi, en in pairwise(map(words_of, call.args)))


def literals(tree, told):
    """(line, text) of each string that is no docstring and no message."""
    skipped = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(node.value)
        elif isinstance(node, ast.Call) and is_message(node, told):
            skipped.update(ast.walk(node))
    for node in ast.walk(tree):
        if is_text(node) and node not in skipped:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", sorted(TREES.keys() - CAPTIONS))
def test_code_spells_out_no_vietnamese_word(path, told):
    for line, text in literals(TREES[path], told):
        assert text in SAID or not spelt_out(text), f"line {line}: {text}"
