"""Small documents for tests of identity: what a paper says of itself, and what it cites."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction import Citation, DocumentFacts, Evidence, Extraction, Link
from graph.identity.resolve import Outcome, Resolution, resolve
from graph.ids import document_id, mention_id
from ontology.numbers import normal_number, parse
from ontology.types import code_of, type_of_code

Paper = tuple[str, Extraction]


def cite(
    number: str | None = None,
    date: str | None = None,
    issuer: str | None = None,
    *,
    name: str | None = None,
    kind: str | None = None,
    term: str | None = None,
    title: str | None = None,
    place: str | None = None,
    scope: str | None = None,
    canonical: str | None = None,
    day: str | None = None,
) -> Citation:
    """A mention; `canonical` and `scope` follow from the number unless given, `day` is the date that
    the document settles for a mention that states none."""
    found = parse(number) if number else None
    code = found.code if found else None
    kind = kind or (type_of_code(code) if code else "luật" if number else (name or "").split(" ")[0].lower())
    if scope is None:
        scope = "central" if not found or "TW" in found.suffixes or found.system == "state" else "province"
        if found and "UBND" in found.suffixes:
            scope = "province"
        if found and "HU" in found.suffixes:
            scope = "district"
    said = name if name and not number else f"{code or code_of(kind)} {normal_number(number or '')}"
    canonical = canonical or " ".join(filter(None, (said, day or date)))
    quote = f"{name or kind} số {number}" if number else str(name)
    evidence = Evidence("", 0, len(quote), quote, "test")
    kind_of = "self" if canonical == "this" else "numbered" if number else "named"
    return Citation(
        evidence, kind_of, kind, number, date, issuer, scope, term, canonical, title=title, place=place
    )


def paper(
    document: str,
    *cites: Citation,
    number: str | None = None,
    date: str | None = None,
    province: str | None = None,
    issuer: str | None = None,
    kind: str = "kế hoạch",
    title: str | None = None,
    level: str = "province",
    promulgates: tuple[int, int] | None = None,
    links: tuple[Link, ...] = (),
    **more: str,
) -> Paper:
    """A document; `promulgates` are the indexes of the decision's and the regulation's mention
    (-1: the document itself)."""
    facts = DocumentFacts("", kind, number, date, None, title, issuer, province, level=level, **more)
    facts = replace(facts, id=document_id(facts))
    placed = []
    for at, citation in enumerate(cites):
        evidence = replace(citation.evidence, source=document, start=at * 100, end=at * 100 + 50)
        placed.append(replace(citation, evidence=evidence, directive=mention_id(citation, facts)))
    if promulgates:
        decision, regulation = promulgates
        source = "this" if decision < 0 else placed[decision].canonical
        start = None if decision < 0 else decision * 100
        evidence = Evidence(document, 0, 5, "ban hành"[:5], "test")
        target = placed[regulation].canonical
        links += (Link(source, target, "promulgates", evidence, None, start, regulation * 100),)
    return document, Extraction(facts, tuple(placed), links)


def outcomes(*papers: Paper, resolution: Resolution | None = None) -> dict[str, list[Outcome]]:
    """The outcomes of every paper's mentions, by document."""
    resolution = resolution or resolve(papers)
    return {
        document: [_outcome(resolution, document, at) for at in range(len(extraction.citations))]
        for document, extraction in papers
    }


def _outcome(resolution: Resolution, document: str, at: int) -> Outcome:
    found = resolution.outcome(document, at)
    assert found is not None
    return found


def ids(*papers: Paper) -> list[str | None]:
    """The directive of every mention, in order of documents and of their mentions."""
    return [outcome.directive for found in outcomes(*papers).values() for outcome in found]
