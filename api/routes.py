"""JSON under `/api`, mirrored to the commands. Ids in paths are the readable ids without their first word."""

from __future__ import annotations

import io
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response

from api import schemas, sheets
from api.asking import Asking
from api.exports import format_of, graph_of, write_stream
from api.paging import MOST, PAGE, offset_of, page_of
from api.sparql import GRAPHS, choose
from api.web.render import Addresses, language
from graph.errors import NothingFound
from graph.model import MentionStatus, Role

Id = Annotated[
    str, Path(description="a readable id without its first word", examples=["vn/party/central/xi/nq-25"])
]
Day = Annotated[
    str | None, Query(pattern=r"^\d{4}-\d\d-\d\d$", description="the period ends before this day")
]
ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"model": schemas.Error, "description": "wrong use"},
    404: {"model": schemas.Error, "description": "nothing found"},
    409: {"model": schemas.Error, "description": "several directives fit; `detail` lists them"},
    503: {
        "model": schemas.Error,
        "description": "store away, workspace in use, or a query stopped at its limit",
    },
}


class Paging:
    """`cursor` and `limit` of a list."""

    def __init__(
        self,
        cursor: Annotated[str | None, Query(description="`next` of the page before")] = None,
        limit: Annotated[int, Query(ge=1, le=MOST)] = PAGE,
    ) -> None:
        self.cursor, self.limit = cursor, limit

    def of(self, rows: list[Any]) -> dict[str, Any]:
        """The page of `rows` that was asked for."""
        return page_of(rows, self.cursor, self.limit)

    @property
    def most(self) -> int:
        """How many rows must be known to give that page, and to say whether there is a next one."""
        return offset_of(self.cursor) + self.limit + 1


Asked = Annotated[Paging, Depends()]


def listed(item: type[schemas.Shape]) -> dict[str, Any]:
    """A list's shape: fields that the command's row does not have are not made up."""
    return {"response_model": schemas.Page[item], "response_model_exclude_unset": True}  # type: ignore[valid-type]


router = APIRouter(responses=ERRORS)
SERVICE: list[Any] = ["service"]
DIRECTIVES: list[Any] = ["directives"]
BODIES: list[Any] = ["bodies"]
DOCUMENTS: list[Any] = ["documents"]
WHOLE: list[Any] = ["the whole graph"]


@router.get("/healthz", tags=SERVICE)
def healthz(questions: Asking) -> dict[str, Any]:
    """Ready: the graph can be read. Answers 503 with the reason until it can."""
    return {"status": "ready", **questions.counts()}


@router.get("/id/{id:path}", tags=SERVICE, status_code=303, response_class=RedirectResponse)
def redirect_id(request: Request, id: str) -> Response:
    """303 from an IRI to the page or to the data about it, by Accept."""
    return RedirectResponse(_thing(request, id), 303, {"Vary": "Accept"})


_KINDS = {"directive": "directives", "body": "bodies", "task": "tasks", "document": "documents"}


def _thing(request: Request, id: str) -> str:
    kind, _, rest = id.partition("/")
    if kind not in _KINDS or not rest:
        raise NothingFound(f"không có gì tên là {id}", f"nothing has the id {id}")
    offers = {"html": ("text/html", "application/xhtml+xml"), "json": ("application/json",), **GRAPHS}
    form = choose(offers, request.headers.get("accept", ""))
    addresses = Addresses(request)
    if form == "html":
        return addresses.link(f"/documents/{rest}") if kind == "document" else addresses.page(id)
    if form != "json":
        return addresses.link(f"/api/describe/{form}/{id}")
    if kind == "task":
        directive, _, _ = rest.rpartition("/")
        return addresses.link(f"/api/directives/{directive}/tasks")
    return addresses.link(f"/api/{_KINDS[kind]}/{rest}")


@router.get("/api/find", tags=DIRECTIVES, **listed(schemas.Found))
def find(questions: Asking, q: str, asked: Asked) -> Any:
    """Directives and bodies by number, title or name; accents and case optional, best first."""
    return asked.of(questions.find(q))


@router.get("/api/path", tags=DIRECTIVES, **listed(schemas.Step))
def path(
    questions: Asking,
    from_: Annotated[str, Query(alias="from", description="a REF")],
    to: Annotated[str, Query(description="a REF")],
    asked: Asked,
) -> Any:
    """How two directives hang together, link by link."""
    return asked.of(questions.path(questions.refer(from_)["id"], to))


@router.get("/api/wanted", tags=DIRECTIVES, **listed(schemas.Wanted))
def wanted(questions: Asking, asked: Asked) -> Any:
    """Cited directives that are not held, most cited first."""
    return asked.of(questions.wanted())


@router.get(
    "/api/directives/{id:path}/implementing",
    tags=DIRECTIVES,
    response_model=schemas.Page[schemas.Implementing],
)
def implementing(
    questions: Asking,
    id: Id,
    asked: Asked,
    type: str | None = None,
    province: str | None = None,
    direct: bool = False,
) -> Any:
    """What carries the directive out, directly or through others, each with its chain."""
    return asked.of(questions.implementing(questions.known(id), type, province, direct))


@router.get(
    "/api/directives/{id:path}/ancestry", tags=DIRECTIVES, response_model=schemas.Page[schemas.Implementing]
)
def ancestry(questions: Asking, id: Id, asked: Asked) -> Any:
    """What the directive carries out, up to the top."""
    return asked.of(questions.ancestry(questions.known(id)))


@router.get("/api/directives/{id:path}/tasks", tags=DIRECTIVES, **listed(schemas.Task))
def tasks(questions: Asking, id: Id, asked: Asked) -> Any:
    """The tasks it sets, in the document's order."""
    return asked.of(questions.tasks(questions.known(id)))


@router.get("/api/directives/{id:path}/mentions", tags=DIRECTIVES, **listed(schemas.Mention))
def mentions_of(questions: Asking, request: Request, id: Id, asked: Asked) -> Any:
    """Every mention that means this directive."""
    return asked.of(questions.mentions(directive=questions.known(id), lang=language(request)))


@router.get("/api/directives/{id:path}/coverage", tags=DIRECTIVES)
def coverage(
    questions: Asking, id: Id, asked: Asked, by: Literal["province", "level"] = "province"
) -> schemas.Page[dict[str, Any]]:
    """Who has an implementing document in this collection, who has not, after how many days."""
    return schemas.Page(**asked.of(questions.coverage(questions.known(id), by)))


@router.get("/api/directives/{id:path}/graph", tags=DIRECTIVES)
def graph(
    questions: Asking,
    id: Id,
    steps: Annotated[int, Query(ge=1, le=6)] = 1,
    limit: Annotated[int, Query(ge=1, le=2000)] = 300,
) -> dict[str, Any]:
    """The directives within some steps, for drawing: `{nodes, edges, truncated}`."""
    return questions.neighbourhood(questions.known(id), steps, limit)


@router.get(
    "/api/directives/{id:path}",
    tags=DIRECTIVES,
    response_model=schemas.Directive,
    response_model_exclude_unset=True,
)
def directive(questions: Asking, id: Id) -> Any:
    """One directive: identity, claims, what it implements and what implements it. Also by any REF."""
    return questions.show(questions.known(id))


@router.get("/api/responsibilities", tags=BODIES, **listed(schemas.Responsibility))
def responsibilities_by_name(
    questions: Asking,
    body: Annotated[str, Query(description="a name, `@PROVINCE` optional")],
    asked: Asked,
    province: str | None = None,
    role: Role | None = None,
    due_before: Day = None,
) -> Any:
    """The tasks of every body that the name fits."""
    return asked.of(questions.responsibilities(body, province, role, due_before, asked.most))


@router.get(
    "/api/bodies/{id:path}/responsibilities",
    tags=BODIES,
    response_model=schemas.Page[schemas.Responsibility],
)
def responsibilities(
    questions: Asking,
    id: Id,
    asked: Asked,
    role: Role | None = None,
    due_before: Day = None,
    own: bool = False,
) -> Any:
    """A body's tasks, own and inherited from headings and classes."""
    return asked.of(questions.work(f"body/{id}", role, due_before, own))


@router.get("/api/bodies/{id:path}/responsibilities.{kind}", tags=BODIES, response_class=Response)
def responsibilities_file(
    questions: Asking,
    request: Request,
    id: Id,
    kind: Literal["csv", "xlsx", "ics"],
    role: Role | None = None,
    due_before: Day = None,
    own: bool = False,
) -> Response:
    """A body's tasks as a CSV file, a spreadsheet, or a calendar of the deadlines."""
    lang = language(request)
    rows = questions.work(f"body/{id}", role, due_before, own)
    names = questions.directives(sorted({row["directive"] for row in rows}))
    if kind == "ics":
        content = sheets.as_ics(
            rows, names, lang, lambda task: f"{str(request.base_url).rstrip('/')}/id/{quote(task)}"
        )
    else:
        content = (sheets.as_csv if kind == "csv" else sheets.as_xlsx)(rows, names, lang)
    name = f"{id.rpartition('/')[2]}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=_FILE_TYPES[kind], headers=headers)


@router.get("/api/bodies/{id:path}", tags=BODIES)
def body(questions: Asking, id: Id) -> dict[str, Any]:
    """One body: names, place, what it came from and what it became."""
    return questions.body(f"body/{id}")


_FILE_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar; charset=utf-8",
}


@router.get("/api/documents", tags=DOCUMENTS, **listed(schemas.Document))
def documents(questions: Asking, asked: Asked) -> Any:
    """The held documents by name."""
    return asked.of(questions.documents(asked.most))


@router.get("/api/documents/{document:path}/text", tags=DOCUMENTS, response_class=PlainTextResponse)
def text(questions: Asking, document: str) -> str:
    """The text in which offsets count, as code points."""
    return questions.text(document)


@router.get("/api/documents/{document:path}", tags=DOCUMENTS)
def document(questions: Asking, document: str) -> dict[str, Any]:
    """What one document states: the same object as `lineage extract --json`."""
    return questions.extraction(document)


@router.get("/api/mentions", tags=DOCUMENTS, **listed(schemas.Mention))
def mentions(
    questions: Asking,
    request: Request,
    asked: Asked,
    document: str | None = None,
    status: MentionStatus | None = None,
) -> Any:
    """Every mention with what it resolved to."""
    return asked.of(questions.mentions(document, status, None, language(request), asked.most))


@router.get("/api/judgements", tags=DOCUMENTS)
def judgements(questions: Asking, asked: Asked) -> schemas.Page[dict[str, Any]]:
    """The decisions that people made, oldest first."""
    return schemas.Page(**asked.of(questions.judgements()))


@router.get("/api/export/{format}", tags=WHOLE, response_class=Response)
def export(questions: Asking, format: str) -> Response:
    """The whole graph as a file; csv and parquet come as a zip of tables."""
    kind = format_of(format)
    out = io.BytesIO()
    write_stream(graph_of(questions.store), format, out, questions.rdf.base)
    headers = {"Content-Disposition": f'attachment; filename="directive-lineage.{kind.ending}"'}
    return Response(out.getvalue(), media_type=kind.media_type, headers=headers)


@router.get("/api/describe/{format}/{id:path}", tags=WHOLE, response_class=Response)
def describe(questions: Asking, format: str, id: str) -> Response:
    """What the graph says of one thing, as RDF: ttl, nt, rdfxml or jsonld."""
    if format not in GRAPHS:
        raise NothingFound(f"không có định dạng {format}", f"there is no format {format}")
    return Response(questions.describe(id, format), media_type=GRAPHS[format][0])


@router.post(
    "/api/cypher", tags=WHOLE, response_model=schemas.CypherAnswer, response_model_exclude_unset=True
)
def cypher(questions: Asking, asked: schemas.Asked) -> Any:
    """A read-only Cypher query, within limits of rows and time."""
    return questions.cypher(asked.query, asked.parameters, asked.rows, asked.seconds)


@router.get("/api/cypher", tags=WHOLE, response_model=schemas.CypherAnswer, response_model_exclude_unset=True)
def cypher_get(
    questions: Asking,
    query: str,
    rows: Annotated[int, Query(ge=1, le=10_000)] = 1000,
    seconds: Annotated[float, Query(gt=0, le=30)] = 10.0,
) -> Any:
    """A read-only Cypher query by address, without parameters."""
    return questions.cypher(query, {}, rows, seconds)
