"""The lineage view of a directive: cards and lines as the drawing and the table need them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from api.display import capital, date_text, issued_by, subtitle_of, title_of
from api.drawing import LEVELS, Card, Line, View, level_of
from api.messages import message, word
from api.web.render import Addresses, number

Row = dict[str, Any]

WAYS = {"focus": 0, "up": 1, "down": 2}


class Shown:
    """A view put into the words and addresses of one page."""

    def __init__(self, view: View, addresses: Addresses, opened: Sequence[str], lang: str) -> None:
        self.view, self.addresses, self.opened, self.lang = view, addresses, list(opened), lang

    def drawing(self) -> dict[str, Any]:
        """What `explorer.js` draws; every text and address is already in place."""
        lanes = {level_of(card.row) for card in self.view.cards.values()}
        return {
            "label": self.say("lineage.drawing"),
            "lanes": [
                {"level": level, "label": word("level", level, self.lang)}
                for level in LEVELS
                if level in lanes
            ],
            "cards": [self.card(card) for card in self.view.cards.values()],
            "links": [self.line(line) for line in self.view.lines],
        }

    def card(self, card: Card) -> dict[str, Any]:
        """One card of the drawing."""
        name, foot = self.name(card), self.foot(card)
        title = "" if card.kind == "bundle" else subtitle_of(card.row)
        return {
            "key": card.key,
            "kind": card.kind,
            "lane": level_of(card.row),
            "date": str(card.row.get("date") or ""),
            "status": card.row.get("status") or "",
            "name": name,
            "number": card.row["number"] or "",
            "title": title,
            "foot": foot,
            "focus": card.key == self.view.focus,
            "href": self.href(card),
            "spoken": self.spoken(card, ". ".join(part for part in (name, title, foot) if part)),
            "more": {one["way"]: one for one in self.more(card)},
        }

    def name(self, card: Card) -> str:
        """What the card is called; a bundle by its count and type ("63 kế hoạch")."""
        if card.kind != "bundle":
            return title_of(card.row)
        kind = card.row.get("type") or self.say("lineage.bundle_plain")
        return self.say("lineage.bundle", n=number(card.count, self.lang), type=kind)

    def foot(self, card: Card) -> str:
        """The card's last line: date and issuer, of a bundle the years and the place."""
        if card.kind != "bundle":
            return " · ".join(
                part for part in (date_text(card.row.get("date"), self.lang), issued_by(card.row)) if part
            )
        years = card.row.get("years")
        span = "–".join(dict.fromkeys(years)) if years else ""
        place = card.row.get("province") or word("level", level_of(card.row), self.lang)
        return " · ".join(part for part in (span, place) if part)

    def href(self, card: Card) -> str:
        """A directive's page; of a bundle this page with the bundle opened."""
        if card.kind != "bundle":
            return self.addresses.page(card.key)
        return self.addresses.here(open=[*self.opened, card.key], edge=None)

    def spoken(self, card: Card, text: str) -> str:
        """What a screen reader says of the card."""
        status = word("status", card.row.get("status"), self.lang)
        if card.kind == "bundle":
            return self.say("lineage.bundle_spoken", name=text)
        return f"{text}. {capital(status)}" if status else text

    def more(self, card: Card) -> list[dict[str, str]]:
        """The "+n" of a card: steps that lead on from it."""
        found = []
        for way, count, arrow in (("up", card.up, "←"), ("down", card.down, "→")):
            step = f"{way} {card.key}"
            if count and step not in self.opened:
                found.append(
                    {
                        "way": way,
                        "label": f"+{number(count, self.lang)}",
                        "arrow": arrow,
                        "title": self.say(f"lineage.more_{way}", n=number(count, self.lang)),
                        "href": self.addresses.here(open=[*self.opened, step], edge=None),
                    }
                )
        return found

    def line(self, line: Line) -> dict[str, Any]:
        """One line of the drawing."""
        label = self.manners(line.manners)
        source, target = (self.name(self.view.cards[key]) for key in (line.source, line.target))
        return {
            "key": edge_key(line),
            "from": line.source,
            "to": line.target,
            "manner": line.manners[0],
            "via": line.via,
            "label": label,
            "title": self.say("lineage.link_spoken", source=source, manner=label, target=target),
            "href": self.edge(line) or self.href(self.bundle_of(line)),
        }

    def bundle_of(self, line: Line) -> Card:
        """The end of a line that is a bundle."""
        ends = (self.view.cards[line.source], self.view.cards[line.target])
        return ends[0] if ends[0].kind == "bundle" else ends[1]

    def edge(self, line: Line) -> str | None:
        """This page with the words that state the line; a bundle's line has none."""
        return self.addresses.here(edge=edge_key(line)) if line.links else None

    def manners(self, manners: Sequence[str]) -> str:
        """The manners of a line in words."""
        return ", ".join(word("manner", manner, self.lang) for manner in manners)

    def branches(self) -> list[dict[str, Any]]:
        """The rows of the table."""
        rows = []
        for branch in self.view.branches:
            line = branch.line
            rows.append(
                {
                    "card": branch.card,
                    "depth": branch.depth,
                    "way": branch.way,
                    "way_order": WAYS[branch.way],
                    "line": line,
                    "label": self.manners(line.manners) if line else "",
                    "edge": self.edge(line) if line else None,
                    "edge_key": edge_key(line) if line else None,
                    "name": self.name(branch.card),
                    "href": self.href(branch.card),
                    "more": self.more(branch.card),
                }
            )
        return rows

    def manner_names(self) -> list[str]:
        """The kinds of lines on the view, for the legend."""
        return sorted({manner for line in self.view.lines for manner in line.manners})

    def say(self, key: str, /, **values: object) -> str:
        """A message of the page in its language."""
        return message("messages", key, self.lang, **values)


def edge_key(line: Line) -> str:
    """How an address names a line: its two ends, the later directive first."""
    return f"{line.source} {line.target}"


def line_at(view: View, key: str) -> Line | None:
    """The line that an address names."""
    return next((line for line in view.lines if edge_key(line) == key and line.links), None)


def words_around(text: str, start: int, end: int, margin: int = 260) -> dict[str, Any]:
    """The words at `start:end` and about `margin` characters on either side, cut at white space."""
    before, after = text[max(0, start - margin) : start], text[end : end + margin]
    before_cut, after_cut = start > margin, end + margin < len(text)
    if before_cut:
        before = before.partition(" ")[2] or before
    if after_cut:
        after = after.rpartition(" ")[0] or after
    return {
        "before": before,
        "words": text[start:end],
        "after": after,
        "before_cut": before_cut,
        "after_cut": after_cut,
    }


def evidence_of(line: Line, view: View, texts: Mapping[str, str]) -> dict[str, Any]:
    """The words that state a line, each with its surroundings; `texts` by document name."""
    links = []
    for link in line.links:
        said = link["evidence"]
        text = texts.get(said["document"], "")
        if text[said["start"] : said["end"]] == said["quote"]:
            around = words_around(text, said["start"], said["end"])
        else:
            around = {
                "before": "",
                "words": said["quote"],
                "after": "",
                "before_cut": True,
                "after_cut": True,
            }
        links.append({**link, "task_path": task_path(link.get("task")), "around": around})
    return {"source": view.cards[line.source].row, "target": view.cards[line.target].row, "links": links}


def task_path(task: str | None) -> str:
    """The path at the end of a task's id.

    >>> task_path("task/vn/party/central/xi/nq-25/III.2-1")
    'III.2-1'
    """
    return (task or "").rpartition("/")[2]


def marked(text: str, start: int | None, end: int | None, mentions: Sequence[Row]) -> list[dict[str, Any]]:
    """A text in pieces: its mentions (with where they lead) and the marked words.

    The pieces joined are the text. Mentions that overlap an earlier one are left to the later view.
    `first` tells the piece with which the marked words begin.
    """
    cuts = sorted({0, len(text), *(at for at in (start, end) if at is not None)})
    links: dict[tuple[int, int], Row] = {}
    reached = 0
    for one in sorted(mentions, key=lambda row: (row["start"], -row["end"])):
        if one["start"] >= reached and one["end"] <= len(text):
            links[one["start"], one["end"]] = one
            reached = one["end"]
            cuts += [one["start"], one["end"]]
    cuts = sorted({at for at in cuts if 0 <= at <= len(text)})
    pieces: list[dict[str, Any]] = []
    spans = sorted(links)
    at = 0
    for low, high in itertools.pairwise(cuts):
        while at < len(spans) and spans[at][1] <= low:
            at += 1
        inside = at < len(spans) and spans[at][0] <= low < spans[at][1]
        mark = start is not None and end is not None and start <= low < end
        mention = links[spans[at]] if inside else None
        pieces.append(
            {"text": text[low:high], "mark": mark, "first": mark and low == start, "mention": mention}
        )
    return pieces
