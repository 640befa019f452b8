"""Which organ a name means, where one suffix stands for several: "TW" for the Central Committee, its
Politburo and its Secretariat; "TU" for a province's committee, its standing committee and its secretaries.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.identity.agree import Verdict
from graph.locality import body_of
from ontology.fold import fold
from ontology.load import document

CENTRAL = "central "


@lru_cache(maxsize=1 << 15)
def organ_of(issuer: str | None) -> str | None:
    """The organ that an issuer's words name; None if they name only the whole ("Tỉnh ủy", "Trung ương").

    >>> organ_of("Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng"), organ_of("Bộ Chính trị khóa X")
    ('central committee', 'central politburo')
    >>> organ_of("Ban Thường vụ Tỉnh ủy Sơn La"), organ_of("Tỉnh ủy") is None
    ('standing', True)
    """
    folded = fold(issuer or "")
    for key, pattern in _organs():
        if pattern.search(folded):
            return key
    return None


@cache
def _organs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    groups = document("named")["organs"]
    central = [(CENTRAL + name, pattern) for name, pattern in groups["central"].items()]
    return tuple((name, re.compile(pattern)) for name, pattern in [*central, *groups["local"].items()])


def is_central(issuer: str | None) -> bool:
    """Whether an issuer is one of the three that sign with the suffix TW.

    >>> is_central("Ban Bí thư"), is_central("Tỉnh ủy")
    (True, False)
    """
    return (organ_of(issuer) or "").startswith(CENTRAL)


def organs(left: str | None, right: str | None) -> Verdict:
    """Whether two organs are one.

    The three central ones exclude each other; the local ones do not, because people name the
    committee where its standing committee signed.

    >>> organs("central politburo", "central secretariat").value, organs("standing", "committee").value
    ('contradict', 'silent')
    """
    if not left or not right:
        return Verdict.SILENT
    if left == right:
        return Verdict.AGREE
    both_central = left.startswith(CENTRAL) and right.startswith(CENTRAL)
    return Verdict.CONTRADICT if both_central else Verdict.SILENT


@lru_cache(maxsize=1 << 15)
def body_key(issuer: str | None) -> str | None:
    """What two names of one body have in common, places apart; None without a name.

    >>> body_key("Ban Thường vụ Tỉnh ủy") == body_key("Ban Thường vụ Tỉnh ủy Sơn La")
    True
    """
    return (organ_of(issuer) or body_of(issuer)) if issuer else None


def family(key: str | None) -> str | None:
    """What a body's key and that of the committee it acts for have in common.

    >>> family(body_key("Ban Thường vụ Tỉnh ủy")) == family(body_key("Tỉnh ủy Sơn La"))
    True
    """
    wide = document("named")["wide"]
    return "committee" if key in wide["committees"] or key in wide["organs"] else key
