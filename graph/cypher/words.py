"""The words of the Cypher subset: keywords, which are no names, and the functions that are allowed."""

from __future__ import annotations

_KEYWORDS = """
    ALL AND AS ASC ASCENDING ATTACH BEGIN BY CALL CASE COMMIT CONTAINS COPY CREATE DELETE DESC DESCENDING
    DETACH DISTINCT DROP ELSE END ENDS EXISTS EXPORT FALSE FOREACH IMPORT IN INSTALL IS LIMIT LOAD MATCH MERGE
    NOT NULL OPTIONAL OR ORDER REMOVE RETURN SET SHOW SKIP STARTS TERMINATE THEN TRUE UNION UNWIND USE USING
    WHEN WHERE WITH XOR YIELD
    """
KEYWORDS = frozenset(_KEYWORDS.split())

AGGREGATES = frozenset(("count", "sum", "avg", "min", "max", "collect"))

QUANTIFIERS = frozenset(("all", "any", "none", "single"))

_ONE_ARGUMENT = """
    size length nodes relationships rels labels type startnode endnode head last tail reverse
    tolower lower toupper upper trim ltrim rtrim tostring tointeger tofloat abs ceil floor sign sqrt date
    """

FUNCTIONS: dict[str, tuple[int, int]] = {
    **dict.fromkeys(AGGREGATES, (1, 1)),
    **dict.fromkeys(_ONE_ARGUMENT.split(), (1, 1)),
    **dict.fromkeys(("split", "left", "right", "nullif"), (2, 2)),
    "coalesce": (1, 20),
    "replace": (3, 3),
    "round": (1, 2),
    "substring": (2, 3),
    "range": (2, 3),
}
"""Each function, in lower case, and the least and most arguments it takes."""
