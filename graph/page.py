"""A drawing of the directives as one HTML file that works without a network.

Levels stand under each other and time runs to the right, as in the explorer. At most `LIMIT` directives
are drawn, the most linked; the page says so if there are more.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import Any

from graph.model import Directive, Edge, Graph

LIMIT = 300
_DRAWN = ("IMPLEMENTS", "AMENDS", "REPLACES", "REPEALS", "GUIDES")
_LEVELS = ("central", "province", "district", "commune", "grassroots", None)
_COLOURS = {"held": "#1f6f8b", "cited": "#c9d6df"}
_NAMES = {
    "IMPLEMENTS": "thực hiện / implements",
    "AMENDS": "sửa đổi, bổ sung / amends",
    "REPLACES": "thay thế / replaces",
    "REPEALS": "bãi bỏ / repeals",
    "GUIDES": "hướng dẫn / guides",
}
_OUTSIDE = re.compile(
    r"<link\b[^>]*\bhref=[^>]*>|<script\b[^>]*\bsrc=[^>]*>\s*</script>", re.IGNORECASE | re.DOTALL
)
_WIDE, _HIGH = 190, 110


def page(graph: Graph) -> str:
    """The page's text; write it as UTF-8."""
    from pyvis.network import Network  # type: ignore[import-untyped]

    edges = [e for e in graph.edges if e.kind in _DRAWN and e.source.startswith("directive/")]
    drawn = _most_linked(graph.directives, edges)
    kept = {directive.id for directive in drawn}
    network = Network(directed=True, cdn_resources="in_line", height="85vh", width="100%")
    for directive, (x, y) in _placed(drawn):
        network.add_node(directive.id, **_node(directive), x=x, y=y, physics=False)
    for edge in edges:
        if edge.source in kept and edge.target in kept:
            network.add_edge(edge.source, edge.target, title=_words(edge))
    network.toggle_physics(False)
    text = _OUTSIDE.sub("", network.generate_html())
    return text.replace("<h1></h1>", _heading(len(drawn), len(graph.directives)))


def _most_linked(directives: tuple[Directive, ...], edges: list[Edge]) -> list[Directive]:
    count = Counter(end for edge in edges for end in (edge.source, edge.target))
    order = sorted(directives, key=lambda d: (-count[d.id], d.status != "held", d.date or "9999", d.id))
    return order[:LIMIT]


def _placed(directives: list[Directive]) -> list[tuple[Directive, tuple[int, int]]]:
    """Each directive with its place: rows by level, in each row by date, wrapped after twelve."""
    found: list[tuple[Directive, tuple[int, int]]] = []
    y = 0
    for level in _LEVELS:
        row = sorted((d for d in directives if d.level == level), key=lambda d: (d.date or "9999", d.id))
        for number, directive in enumerate(row):
            found.append((directive, (number % 12 * _WIDE, y + number // 12 * _HIGH)))
        if row:
            y += ((len(row) - 1) // 12 + 1) * _HIGH + _HIGH
    return found


def _node(directive: Directive) -> dict[str, Any]:
    name = directive.number or directive.title or directive.id
    facts = (
        directive.type,
        directive.number,
        directive.date,
        directive.title,
        directive.issuer,
        directive.id,
    )
    return {
        "label": f"{name[:40]}\n{directive.date or ''}",
        "title": "\n".join(fact for fact in facts if fact),
        "shape": "box",
        "color": _COLOURS[directive.status],
        "font": {"color": "#ffffff" if directive.status == "held" else "#1b1b1b"},
    }


def _words(edge: Edge) -> str:
    said = edge.evidence
    words = f"“{said.quote}”\n{said.source}, {said.start}–{said.end}" if said else ""
    return "\n".join(filter(None, (_NAMES[edge.kind], edge.manner, words)))


def _heading(drawn: int, all_of_them: int) -> str:
    vi, en = "Dòng văn bản chỉ đạo", "Directive lineage"
    cut = ""
    if drawn < all_of_them:
        cut = f"Vẽ {drawn} trong {all_of_them} văn bản, nhiều liên hệ nhất. / The {drawn} most linked of {all_of_them}."
    return (
        f"<h1>{vi} / {en}</h1><p>{html.escape(cut)} Xanh đậm: có toàn văn; nhạt: chỉ được dẫn chiếu. / "
        "Dark: held in full; light: cited only.</p>"
    )
