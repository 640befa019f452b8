"""The lines "|" with which a converter closed a table's cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.text import Span, Text
from ontology.load import spelling

_PIPE_LINE = re.compile(r"\n[ \t]{0,40}\|[ \t]{0,40}(?=\n|\Z)")
_HEAD = f"{spelling('article')} "
_ARTICLE = re.compile(rf"\n[ \t]{{0,8}}{_HEAD}\d{{1,3}}[.:]")
_CELL_LINES = 40
_FEWEST_PIPES = 6


def pipe_groups(text: Text, part: Span) -> Iterator[Sequence[int]]:
    """The lines "|" of each table whose cells they close."""
    if text.lines.count("|", *part) < _FEWEST_PIPES:
        return
    pipes = [match.start() + 1 for match in _PIPE_LINE.finditer(text.lines, max(part[0] - 1, 0), part[1])]
    if len(pipes) < _FEWEST_PIPES:
        return
    gaps = enumerate(pairwise(pipes), 1)
    long = [i for i, gap in gaps if gap[1] - gap[0] >= _CELL_LINES and not _short(text, gap)]
    for start, end in pairwise(sorted({0, *long, *_articles(text, pipes), len(pipes)})):
        if end - start >= _FEWEST_PIPES:
            yield pipes[start:end]


def _articles(text: Text, pipes: Sequence[int]) -> Iterator[int]:
    """Which of the `pipes` stand below an article's head, which is in no table."""
    at = text.lines.find(_HEAD, pipes[0], pipes[-1])
    while at >= 0:
        below = bisect_right(pipes, at)
        if _ARTICLE.search(text.lines, pipes[below - 1], pipes[below]):
            yield below
        at = text.lines.find(_HEAD, pipes[below], pipes[-1])


def _short(text: Text, between: Span) -> bool:
    """Whether what stands between two pipes is no longer than a cell can be."""
    return text.lines.count("\n", *between) <= _CELL_LINES


def one_cell(text: Text, between: Span) -> bool:
    """Whether what stands between two pipes can be one cell."""
    return _short(text, between) and not _ARTICLE.search(text.lines, *between)
