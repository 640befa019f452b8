"""What one document states, fact by fact, with the words that say so.

These records are the program's lingua franca: the readers produce them, the workspace keeps them as
the JSON that `lineage extract --json` prints, and identity and graph are built from them.
Offsets count code points of the document's text as the reader returned it, end exclusive.
Dates are ISO; a period is "2019", "2019-Q2" or "2019-05". None: the document does not say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, TypeVar, dataclass_transform

_R = TypeVar("_R")

RULES_VERSION = "4"
"""Part of what a stored extraction depends on: raise it when a rule changes what is read."""


@dataclass_transform(frozen_default=True)
def record(kind: type[_R]) -> type[_R]:
    """A dataclass that nobody changes. The type checker sees to that: what Python does to enforce it makes a
    record three times as dear, and a document has hundreds."""
    return dataclass(slots=True, unsafe_hash=True)(kind)


@record
class Evidence:
    """The words that state a fact: `quote` is `text[start:end]` of the document `source`."""

    source: str
    start: int
    end: int
    quote: str
    rule: str


@record
class Signer:
    """Who signed: "Nguyễn Hồng Thắng", "Phó Bí thư Thường trực", for "Ban Thường vụ"."""

    name: str
    position: str | None = None
    on_behalf_of: str | None = None


@record
class DocumentFacts:
    """What a document says of itself.

    `evidence` maps a field's name to its words. `issuers` and `signers` hold all of a joint paper's;
    `issuer` and `signer` are the lead's. `level`: central, province, district, commune, grassroots.
    """

    id: str
    type: str | None = None
    number: str | None = None
    date: str | None = None
    place: str | None = None
    title: str | None = None
    issuer: str | None = None
    province: str | None = None
    district: str | None = None
    commune: str | None = None
    level: str | None = None
    signer: Signer | None = None
    recipients: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    evidence: Mapping[str, Evidence] | None = None


@record
class Citation:
    """One mention of a directive.

    `number` is as printed; `canonical` is what is meant, as far as this document settles it
    ("this" for the document itself). `title` is the subject that follows the mention ("về …"),
    `place` the province, district or commune that the mention itself names.
    """

    evidence: Evidence
    kind: str
    type: str | None
    number: str | None
    date: str | None
    issuer: str | None
    scope: str | None
    term: str | None
    canonical: str
    function: str = "other"
    provision: str | None = None
    title: str | None = None
    place: str | None = None
    directive: str | None = None

    def settled(self, function: str, directive: str | None) -> Citation:
        """The same mention with its function and the id of the directive that it means; `replace` would cost
        thrice."""
        return Citation(
            self.evidence,
            self.kind,
            self.type,
            self.number,
            self.date,
            self.issuer,
            self.scope,
            self.term,
            self.canonical,
            function,
            self.provision,
            self.title,
            self.place,
            directive,
        )


@record
class Link:
    """A stated link between directives; `source` and `target` are canonicals.

    manner: implements, continues, reviews, promulgates, amends, replaces, repeals or guides.
    `target_start` (and `source_start`, unless the source is the document) is the offset of the
    citation that is meant.
    """

    source: str
    target: str
    manner: str
    evidence: Evidence
    part: str | None = None
    source_start: int | None = None
    target_start: int | None = None


@record
class TaskFacts:
    """An operative instruction. `implements` are canonicals of citations inside the task.

    `text_start` is the first letter after number or bullet; `text` the task in one line.
    """

    path: str
    evidence: Evidence
    text_start: int
    text: str
    heading: bool = False
    deadline: str | None = None
    deadline_kind: str | None = None
    deadline_text: str | None = None
    recurrence: str | None = None
    product: str | None = None
    implements: tuple[str, ...] = ()


@record
class Assignment:
    """A body made responsible for the task at path `task`.

    role: lead, coordinate, responsible, advise, report_to or via. `inherited_from` is the path of
    the addressee heading that names the body, else None.
    """

    task: str
    body: str
    role: str
    evidence: Evidence
    inherited_from: str | None = None


@record
class TargetFacts:
    """A measurable objective of the task at path `task`; comparator is "=", ">=" or "<="."""

    task: str
    value: float
    unit: str
    comparator: str
    of: str | None
    evidence: Evidence
    year: int | None = None
    deadline: str | None = None


@record
class Extraction:
    """All that one document states."""

    document: DocumentFacts
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    tasks: tuple[TaskFacts, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    targets: tuple[TargetFacts, ...] = ()


IMPLEMENTS_MANNERS = ("implements", "continues", "reviews", "promulgates")
RELATION_MANNERS = ("amends", "replaces", "repeals", "guides")


def to_json(extraction: Extraction) -> dict[str, Any]:
    """The JSON object of `lineage extract --json`: rows flat, `from` and `to` for links.

    Inverse of `from_json`.
    """
    links = [_flat(link, {"source": "from", "target": "to"}) for link in extraction.links]
    return {
        "document": _document(extraction.document),
        "citations": [_flat(row) for row in extraction.citations],
        "implements": [row for row in links if row["manner"] in IMPLEMENTS_MANNERS],
        "relations": [row for row in links if row["manner"] in RELATION_MANNERS],
        "tasks": [_task(row, extraction.document.id) for row in extraction.tasks],
        "assignments": [_flat(row) for row in extraction.assignments],
        "targets": [_flat(row) for row in extraction.targets],
    }


def from_json(data: Mapping[str, Any], source: str) -> Extraction:
    """The records of one object as `to_json` prints it; `source` is the document's name."""
    document = dict(data["document"])
    document["signer"] = Signer(**document["signer"]) if document.get("signer") else None
    document["signers"] = tuple(Signer(**signer) for signer in document.get("signers") or ())
    document["recipients"] = tuple(document.get("recipients") or ())
    document["issuers"] = tuple(document.get("issuers") or ())
    evidence = document.get("evidence") or {}
    document["evidence"] = {name: Evidence(source=source, **row) for name, row in evidence.items()}
    links = [*data.get("implements", ()), *data.get("relations", ())]
    return Extraction(
        DocumentFacts(**document),
        tuple(_read(Citation, row, source) for row in data.get("citations", ())),
        tuple(_read(Link, {**row, "source": row["from"], "target": row["to"]}, source) for row in links),
        tuple(
            _read(TaskFacts, {**row, "implements": tuple(row.get("implements", ()))}, source)
            for row in data.get("tasks", ())
        ),
        tuple(_read(Assignment, row, source) for row in data.get("assignments", ())),
        tuple(_read(TargetFacts, row, source) for row in data.get("targets", ())),
    )


def task_id(directive: str, path: str) -> str:
    """The id of a directive's task.

    >>> task_id("directive/vn/party/central/xi/nq-25", "III.2-1")
    'task/vn/party/central/xi/nq-25/III.2-1'
    """
    return f"task/{directive.removeprefix('directive/')}/{path}"


def _flat(record: Any, names: Mapping[str, str] | None = None) -> dict[str, Any]:
    evidence: Evidence = record.evidence
    row: dict[str, Any] = {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}
    row["rule"] = evidence.rule
    for field in fields(record):
        if field.name != "evidence":
            row[(names or {}).get(field.name, field.name)] = getattr(record, field.name)
    return row


def _task(task: TaskFacts, directive: str) -> dict[str, Any]:
    row = {"id": task_id(directive, task.path), **_flat(task)}
    row["implements"] = list(task.implements)
    return row


def _document(facts: DocumentFacts) -> dict[str, Any]:
    row = {field.name: getattr(facts, field.name) for field in fields(facts)}
    row["signer"] = _plain(facts.signer) if facts.signer else None
    row["signers"] = [_plain(signer) for signer in facts.signers]
    row["recipients"] = list(facts.recipients)
    row["issuers"] = list(facts.issuers)
    row["evidence"] = {
        name: {key: value for key, value in _plain(evidence).items() if key != "source"}
        for name, evidence in (facts.evidence or {}).items()
    }
    return row


def _plain(record: Any) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _read(kind: Any, row: Mapping[str, Any], source: str) -> Any:
    evidence = Evidence(source, row["start"], row["end"], row["quote"], row["rule"])
    names = _names(kind)
    try:
        # What `to_json` wrote has every field; millions of rows are read this way.
        return kind(*[evidence if name == "evidence" else row[name] for name in names])
    except KeyError:
        return kind(evidence=evidence, **{name: row[name] for name in names if name in row})


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
