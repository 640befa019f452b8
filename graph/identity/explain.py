"""Why a mention means what it means: one sentence, in Vietnamese and in English."""

from __future__ import annotations

from graph.identity.sighting import Sighting
from graph.model import Directive
from ontology.dates import date_text
from ontology.load import document

_LONGEST_TITLE = 90


def reason(rule: str, lang: str, sighting: Sighting, meant: Directive | None = None, count: int = 0) -> str:
    """The sentence for a decision by `rule` about `sighting`; `lang` is "vi" or "en".

    `meant` is the directive decided on; `count` how many fit, where none was decided on.
    """
    sentences = document("reasons")
    said = sighting.number.normal if sighting.number else sighting.label or sighting.type or "?"
    values = {
        "said": said,
        "meant": _name(meant) or said,
        "date": date_text(sighting.date, lang) or "?",
        "its_date": date_text(meant.date if meant else None, lang) or "?",
        "its_place": _place(meant),
        "term": sighting.term or "?",
        "title": _short(sighting.titles[0]) if sighting.titles else "?",
        "count": str(count),
    }
    text: str = sentences[rule][lang].format(**values)
    if rule != "lent" and sighting.forms and meant is not None and meant.number not in sighting.forms:
        text = text.removesuffix(".")
        text += sentences["suffix"][lang].format(form=sighting.forms[0], meant=values["meant"])
    return text


def _name(directive: Directive | None) -> str | None:
    return (directive.number or next(iter(directive.names), None)) if directive else None


def _place(directive: Directive | None) -> str:
    """Where a directive was issued, the nearest place first."""
    if directive is None:
        return "?"
    places = directive.commune, directive.district, directive.province
    return ", ".join(dict.fromkeys(filter(None, places))) or "?"


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
