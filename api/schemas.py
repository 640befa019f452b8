"""The shapes of the JSON that `/api` answers with; each item is the row of the command it mirrors."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from graph.model import MENTION_STATUSES, ROLES, Decision

Item = TypeVar("Item")


class Shape(BaseModel):
    """Rows may gain fields; a client must let unknown ones pass."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)


class Page(BaseModel, Generic[Item]):
    """A page of a list; `next` is the cursor of the following page, null on the last."""

    items: list[Item]
    next: str | None = None


class Error(BaseModel):
    """Every error of `/api`: `code` for programs, `message` for people, `detail` if there is more to say."""

    code: str
    message: str
    detail: Any = None


class Evidence(Shape):
    """The words that state a fact: `quote` is characters `start` to `end` of the document's text."""

    document: str
    start: int
    end: int
    quote: str
    rule: str | None = None


class Directive(Shape):
    """A directive, held in full or known because others cite it."""

    id: str
    number: str | None = None
    type: str | None = None
    title: str | None = None
    date: str | None = Field(None, examples=["2013-06-03", "2013"])
    issuer: str | None = None
    province: str | None = None
    level: str | None = None
    status: str | None = Field(None, examples=["held", "cited"])
    document: str | None = Field(None, description="name of the held file")


class Found(Shape):
    """A directive or body that a search found."""

    kind: str = Field(examples=["directive", "body"])
    id: str
    number: str | None = None
    name: str | None = None
    date: str | None = None
    province: str | None = None
    status: str | None = None


class Step(Shape):
    """One link of a chain, from the later directive to the earlier one."""

    from_: str = Field(alias="from")
    to: str
    manner: str | None = Field(None, examples=["implements", "continues", "reviews"])
    evidence: Evidence | None = None


class Implementing(Directive):
    """A directive that carries another one out, with the shortest chain between them."""

    depth: int
    via: str = Field(examples=["document", "task"])
    chain: list[Step]


class Mention(Shape):
    """A mention and what it resolved to."""

    document: str
    start: int
    end: int
    quote: str
    number: str | None = None
    status: str = Field(examples=list(MENTION_STATUSES))
    directive: str | None = None
    candidates: list[str] = []
    reason: str | None = None


class Responsibility(Shape):
    """A task of a body, in one role."""

    body: str
    province: str | None = None
    directive: str
    document: str | None = None
    task: str
    path: str
    text: str
    role: str = Field(examples=list(ROLES))
    inherited_from: str | None = None
    deadline: str | None = None
    recurrence: str | None = None
    evidence: Evidence | None = None


class Task(Shape):
    """One instruction of a directive, with who must act and what must be reached."""

    id: str
    path: str
    heading: bool
    text: str
    deadline: str | None = None
    recurrence: str | None = None
    assignments: list[dict[str, Any]] = []
    targets: list[dict[str, Any]] = []


class Wanted(Directive):
    """A cited directive that is not held."""

    mentions: int
    documents: int


class Document(Shape):
    """A held document."""

    name: str
    directive: str | None = None


class Asked(BaseModel):
    """A Cypher query."""

    query: str
    parameters: dict[str, Any] = {}
    rows: int = Field(1000, ge=1, le=10_000)
    seconds: float = Field(10.0, gt=0, le=30)


class CypherAnswer(BaseModel):
    """The answer to a Cypher query; `truncated`: there were more rows."""

    columns: list[str]
    rows: list[list[Any]]
    truncated: bool


class Judgement(BaseModel):
    """A decision: `of` names one or two things, a mention as DOCUMENT@START or a directive by id."""

    judgement: Decision
    of: list[str] = Field(min_length=1, max_length=2)
    why: str = ""
    who: str = "api"
