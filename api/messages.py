"""What users read, in Vietnamese and English, kept as data beside the pages.

`web/messages.toml` holds the pages' words, `web/commands.toml` the command line's.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("vi", "en")
_WEB = Path(__file__).parent / "web"


@cache
def catalogue(name: str) -> Mapping[str, Any]:
    """The messages of `web/NAME.toml`: nested tables whose leaves are `{vi, en}`."""
    return tomllib.loads((_WEB / f"{name}.toml").read_text(encoding="utf-8"))


def message(name: str, key: str, lang: str, /, **values: object) -> str:
    """The message `key` ("nav.search") of the catalogue `name`, with `{values}` put in.

    >>> message("commands", "role.lead", "en")
    'leads'

    Raises:
        KeyError: the catalogue has no such key.
    """
    found: Any = catalogue(name)
    for part in key.split("."):
        found = found[part]
    text = str(found["en" if lang == "en" else "vi"])
    return text.format(**values) if values else text


def word(group: str, value: str | None, lang: str) -> str:
    """The label of a controlled value ("role", "lead"); the value itself if there is none; "" for None.

    >>> word("role", "lead", "vi"), word("role", "new", "vi"), word("role", None, "vi")
    ('chủ trì', 'new', '')
    """
    if value is None:
        return ""
    entry = catalogue("commands")[group].get(value)
    return value if entry is None else str(entry["en" if lang == "en" else "vi"])


def label(key: str, lang: str) -> str:
    """The pages' message `key` where there is one, else the last part of the key.

    >>> label("field.date", "en"), label("field.new", "en")
    ('date', 'new')
    """
    try:
        return message("messages", key, lang)
    except KeyError:
        return key.rpartition(".")[2]


def asked_language(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """The language of a command: `--lang`, else LINEAGE_LANG, else the locale, else Vietnamese.

    >>> asked_language(["find", "--lang=en", "x"], {})
    'en'
    >>> asked_language([], {"LANG": "en_GB.UTF-8"}), asked_language([], {"LANG": "C.UTF-8"})
    ('en', 'vi')
    """
    for before, argument in zip(["", *arguments], arguments, strict=False):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if (value or (argument if before == "--lang" else "")) in LANGUAGES:
            return value or argument
    for name in ("LINEAGE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "en" if environment[name].lower().startswith("en") else "vi"
    return "vi"
