"""From values to a page: the template environment, the language of a request, and the addresses of things."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from api import display
from api.drawing import level_of
from api.messages import LANGUAGES, label, message, word
from api.web import STATIC, TEMPLATES

Row = dict[str, Any]


@cache
def environment() -> Environment:
    """The templates; an unknown name in one is an error, every value is escaped."""
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(
        title_of=display.title_of,
        subtitle_of=display.subtitle_of,
        issued_by=display.issued_by,
        shouts=display.shouts,
        clean=display.clean,
        level_of=level_of,
        static=static,
    )
    return found


@cache
def static(name: str) -> str:
    """The address of a file under `static/`, which changes with its content."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={digest}"


def language(request: Request) -> str:
    """`?lang=`, else the first of Accept-Language that there is, else Vietnamese."""
    chosen = request.query_params.get("lang")
    if chosen in LANGUAGES:
        return chosen
    weighed: list[tuple[float, int, str]] = []
    for part in request.headers.get("accept-language", "").split(","):
        tag, _, weight = part.partition(";q=")
        if tag.strip()[:2].lower() in LANGUAGES:
            weighed.append((-_weight(weight), len(weighed), tag.strip()[:2].lower()))
    return min(weighed)[2] if weighed else "vi"


def _weight(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 0.0


class Addresses:
    """The explorer's addresses in the language that the reader chose."""

    def __init__(self, request: Request) -> None:
        self.path = request.url.path
        self.query = list(request.query_params.multi_items())
        chosen = request.query_params.get("lang")
        self.lang = chosen if chosen in LANGUAGES else None

    def link(self, path: str, **query: Any) -> str:
        """`path` with the language and `query` (None: left out)."""
        pairs = [(name, value) for name, value in query.items() if value is not None]
        if self.lang:
            pairs.append(("lang", self.lang))
        return quote(path, safe="/:@!$&'()*+,;=~-._") + (f"?{urlencode(pairs)}" if pairs else "")

    def here(self, **changes: Any) -> str:
        """This address with some query parts changed; None takes one away, a list repeats it."""
        pairs = [(name, value) for name, value in self.query if name not in changes and value != ""]
        for name, value in changes.items():
            values = value if isinstance(value, list | tuple) else [] if value is None else [value]
            pairs += [(name, one) for one in values]
        return quote(self.path, safe="/:@!$&'()*+,;=~-._") + (f"?{urlencode(pairs)}" if pairs else "")

    def page(self, id: str, **query: Any) -> str:
        """The page of a directive, body or task by its id.

        A task's page is its place in its directive's list of tasks.
        """
        kind, _, rest = id.partition("/")
        if kind == "task":
            directive, _, path = rest.rpartition("/")
            return f"{self.link(f'/directives/{directive}', view='tasks')}#task-{quote(path)}"
        return self.link(f"/{'bodies' if kind == 'body' else 'directives'}/{rest}", **query)

    def source(self, evidence: Row) -> str:
        """The source text with the words of `evidence` highlighted."""
        address = self.link(
            f"/documents/{evidence['document']}", start=evidence["start"], end=evidence["end"]
        )
        return f"{address}#evidence"


def page(request: Request, template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """The page that `template` makes of `values`."""
    lang = language(request)
    addresses = Addresses(request)
    context: dict[str, Any] = {
        "lang": lang,
        "other_lang": "vi" if lang == "en" else "en",
        "chosen_lang": addresses.lang,
        "here_path": addresses.path,
        "home": False,
        "q": "",
        "link": addresses.link,
        "here": addresses.here,
        "page": addresses.page,
        "source": addresses.source,
        "t": lambda key, /, **put: message("messages", key, lang, **put),
        "t_or": lambda group, key: label(f"{group}.{key}", lang),
        "w": lambda group, value: word(group, value, lang),
        "date": lambda value: display.date_text(value, lang),
        "due": lambda row: display.due_text(row, lang),
        "number": lambda value: number(value, lang),
        "amount": lambda value: amount(value, lang),
    }
    body = environment().get_template(template).render({**context, **values})
    headers = {"Vary": "Accept, Accept-Language", "Content-Language": lang}
    return HTMLResponse(body, status, headers)


def number(value: int, lang: str) -> str:
    """A count with its thousands set apart.

    >>> number(12345, "vi"), number(12345, "en")
    ('12.345', '12,345')
    """
    grouped = f"{value:,}"
    return grouped.replace(",", ".") if lang == "vi" else grouped


def amount(value: float, lang: str) -> str:
    """A measured value without needless decimals.

    >>> amount(95.0, "vi"), amount(0.5, "vi"), amount(1200.5, "en")
    ('95', '0,5', '1,200.5')
    """
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text
