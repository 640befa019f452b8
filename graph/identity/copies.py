"""Files of one text that nothing else tells to be one: those of unknown province.

Their bytes differ, by encoding or by line breaks, so they are two documents; what was read out of them is
the same, and that is compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from graph.extraction import Extraction
from ontology.fold import fold

# Two short notes may say the same by chance; with so many characters read the same it is one text.
_ENOUGH = 200


def fingerprint(extraction: Extraction) -> str | None:
    """What two files of one text have in common; None where too little was read to tell."""
    words = fold("\n".join(_said(extraction)))
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest() if len(words) >= _ENOUGH else None


def first_copies(texts: Mapping[str, str]) -> dict[str, str]:
    """For each document that has copies before it by name, the first of them; `texts` are fingerprints."""
    first: dict[str, str] = {}
    for document in sorted(texts):
        first.setdefault(texts[document], document)
    return {document: first[text] for document, text in texts.items() if first[text] != document}


def _said(extraction: Extraction) -> Iterator[str]:
    facts = extraction.document
    signer = facts.signer.name if facts.signer else ""
    for value in (facts.type, facts.number, facts.date, facts.title, facts.issuer, signer, *facts.recipients):
        yield " ".join((value or "").split())
    for citation in extraction.citations:
        yield " ".join(citation.evidence.quote.split())
    for task in extraction.tasks:
        yield task.text
