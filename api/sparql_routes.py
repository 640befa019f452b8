"""`/sparql`: the SPARQL 1.1 Protocol over the graph, read-only."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from api.asking import Asking
from api.questions import Questions
from api.sparql import LARGEST, RequestTooLarge, UnknownMediaType, asked_by
from api.web.render import page

EXAMPLE = """PREFIX dl: <https://w3id.org/directive-lineage/ontology#>

SELECT ?number ?date ?title WHERE {
  ?plan dl:implements ?resolution ;
        dl:number ?number .
  ?resolution dl:number "25-NQ/TW" .
  OPTIONAL { ?plan dl:date ?date }
  OPTIONAL { ?plan dl:title ?title }
}
ORDER BY ?date
LIMIT 50
"""
_VARY = {"Vary": "Accept", "Cache-Control": "no-cache"}


router = APIRouter()


@router.get("/sparql", tags=["the whole graph"], response_class=Response)
async def get(request: Request, questions: Asking) -> Response:
    """A query by address: `query`, and if wanted `default-graph-uri`, `named-graph-uri`.

    A browser that asks without a query gets a form to write one.
    """
    if set(request.query_params) <= {"lang"} and _browser(request):
        return page(request, "sparql.html", {"example": EXAMPLE})
    return await _answered(request, questions, b"")


@router.post("/sparql", tags=["the whole graph"], response_class=Response)
async def post(request: Request, questions: Asking) -> Response:
    """A query as `application/sparql-query`, or as a form."""
    return await _answered(request, questions, await _body(request))


async def _answered(request: Request, questions: Questions, body: bytes) -> Response:
    kind = request.headers.get("content-type", "")
    asked = asked_by(request.method, request.url.query, kind, body)
    accept = request.headers.get("accept", "")
    answer = await run_in_threadpool(
        questions.sparql, asked.query, accept, asked.hints, asked.default_graphs, asked.named_graphs
    )
    return Response(answer.content, media_type=answer.media_type, headers=_VARY)


def _browser(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "")


async def _body(request: Request) -> bytes:
    """The request's body, up to the limit."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise UnknownMediaType("không nhận nội dung nén", "compressed content is not taken")
    pieces, size = [], 0
    async for piece in request.stream():
        size += len(piece)
        if size > LARGEST:
            raise RequestTooLarge(
                f"câu hỏi dài quá {LARGEST >> 10} KiB", f"the query is longer than {LARGEST >> 10} KiB"
            )
        pieces.append(piece)
    return b"".join(pieces)
