"""The words, signs and patterns that the rules of assignments look at, each named by what it does.

They are data: `vocab/words.toml` for single words, `vocab/assignments.toml` for sets and patterns.
"""

from __future__ import annotations

import re
from functools import cache

from ontology.load import cues, document, spelling, spellings

AND, TOGETHER, OF, ABOUT = spelling("and"), spelling("together"), spelling("of"), spelling("about")
FROM, UNTIL, THIS, UPON = spelling("from"), spelling("until"), spelling("this"), spelling("upon")
MANY, NUMBER, LEVEL, CITY = spelling("many"), spelling("number"), spelling("level"), spelling("city")
IS, HAS, THEN, PURPOSE = spelling("is"), spelling("has"), spelling("then"), spelling("purpose")
PASSIVE, HARMED, DONE = spelling("passive"), spelling("harmed"), spelling("done")
WHERE, HOUSEHOLD, INDIVIDUAL = spelling("where"), spelling("household"), spelling("individual")
CHIEF = spelling("chief")
COMMAS, JOINTS = spellings("commas"), spellings("joints")


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of the cue `name`."""
    return cues("assignments")[name].pattern


@cache
def words_for(part: str) -> frozenset[str]:
    """The words and signs that play a part between cues ("receiving": "về", "cho" …)."""
    return frozenset(document("assignments")["words"][part])
