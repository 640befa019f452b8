"""Extractions made from gold files, for tests of what comes after reading."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from graph.extraction import (
    Assignment,
    Citation,
    DocumentFacts,
    Evidence,
    Extraction,
    Link,
    Signer,
    TargetFacts,
    TaskFacts,
)
from graph.ids import document_id, mention_id

COMPOSED = Path(__file__).parent / "data" / "composed"


def composed() -> list[tuple[str, Extraction]]:
    """The composed corpus, as its gold files say it must be read."""
    return [gold_extraction(path, COMPOSED / "docs") for path in sorted((COMPOSED / "gold").glob("*.json"))]


def gold_extraction(path: Path, texts: Path) -> tuple[str, Extraction]:
    """A gold file's document name and extraction; links find their citations as a reader would."""
    name = path.name.removesuffix(".gold.json") + ".txt"
    text = (texts / name).read_bytes().decode("utf-8")
    gold = json.loads(path.read_text(encoding="utf-8"))
    facts = _facts(gold["document"])
    citations = tuple(_citation(row, name, text) for row in gold["citations"] if row.get("canonical"))
    citations = tuple(replace(c, directive=mention_id(c, facts)) for c in citations)
    links = tuple(_link(row, name, citations) for row in gold["implements"] + gold.get("relations", []))
    tasks = _tasks(gold["tasks"], name, text)
    return name, Extraction(
        facts,
        citations,
        links,
        tasks,
        tuple(_assignment(row, name, text, tasks) for row in gold["assignments"]),
        tuple(_target(row, name, text) for row in gold["targets"]),
    )


def _facts(row: dict[str, Any]) -> DocumentFacts:
    known = {field.name for field in fields(DocumentFacts)}
    row = {key: value for key, value in row.items() if key in known}
    row["signer"] = Signer(**row["signer"]) if row.get("signer") else None
    row["signers"] = tuple(Signer(**signer) for signer in row.get("signers", ()))
    row["recipients"] = tuple(row.get("recipients", ()))
    row["issuers"] = tuple(row.get("issuers", ()))
    facts = DocumentFacts(id="", **row)
    return replace(facts, id=document_id(facts))


def _evidence(name: str, text: str, start: int, end: int) -> Evidence:
    return Evidence(name, start, end, text[start:end], "gold")


def _citation(row: dict[str, Any], name: str, text: str) -> Citation:
    known = {field.name for field in fields(Citation)} - {"evidence"}
    values = {key: value for key, value in row.items() if key in known}
    evidence = _evidence(name, text, row["start"], row["end"])
    return Citation(evidence, **values, title=_subject(text, row["end"]))


def _subject(text: str, end: int) -> str | None:
    """The words that follow a mention from "về" to the end of the clause."""
    rest = " ".join(text[end : end + 400].split())
    if not rest.lower().startswith("về "):
        return None
    for sign in (";", ".", "- ", "(", ", Ban ", ", ưu ", ", chú", ", Ủy"):
        rest = rest.split(sign)[0]
    return rest.strip(" ,")


def _link(row: dict[str, Any], name: str, citations: tuple[Citation, ...]) -> Link:
    evidence = Evidence(name, row.get("start", 0), row.get("end", 0), row["quote"], "gold")
    target = _start(row["to"], citations, row["quote"])
    source = None if row["from"] == "this" else _start(row["from"], citations, row["quote"])
    return Link(row["from"], row["to"], row["manner"], evidence, row.get("part"), source, target)


def _start(canonical: str, citations: tuple[Citation, ...], quote: str) -> int | None:
    found = [c.evidence for c in citations if c.canonical == canonical]
    inside = [evidence for evidence in found if evidence.quote in quote]
    return (inside or found)[0].start if found else None


def _tasks(rows: list[dict[str, Any]], name: str, text: str) -> tuple[TaskFacts, ...]:
    starts = sorted(row["start"] for row in rows)
    found = []
    for row in rows:
        later = [start for start in starts if start > row["start"]]
        end = later[0] if later else min(len(text), row["start"] + 600)
        known = {field.name for field in fields(TaskFacts)} - {"evidence", "text", "text_start"}
        values = {key: value for key, value in row.items() if key in known}
        values["implements"] = tuple(row.get("implements") or ())
        evidence = _evidence(name, text, row["start"], end)
        found.append(TaskFacts(evidence=evidence, text_start=row["start"], text=row["quote"], **values))
    return tuple(found)


def _assignment(row: dict[str, Any], name: str, text: str, tasks: tuple[TaskFacts, ...]) -> Assignment:
    start = row.get("start") or next(t.evidence.start for t in tasks if t.path == row["task"])
    evidence = _evidence(name, text, start, row.get("end") or start)
    return Assignment(row["task"], row["body"], row["role"], evidence)


def _target(row: dict[str, Any], name: str, text: str) -> TargetFacts:
    evidence = _evidence(name, text, row["start"], row["end"])
    known = {field.name for field in fields(TargetFacts)} - {"evidence"}
    return TargetFacts(evidence=evidence, **{key: value for key, value in row.items() if key in known})
