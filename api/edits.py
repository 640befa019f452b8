"""Judgements over HTTP, and the page of what is open: writing only with the token of this server's start."""

from __future__ import annotations

import hmac
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlsplit

from fastapi import APIRouter, Depends, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from api import judging, schemas
from api.asking import Asking
from api.messages import message
from api.web.pages import open_values
from api.web.render import Addresses, language, page
from graph.errors import UsageError

COOKIE = "lineage_edit"


class NotAllowed(UsageError):
    """Judgements may not be written here, or not by this client."""

    status = 403
    code = "not-allowed"


router = APIRouter()


def _allowed(request: Request) -> bool:
    token: str | None = request.app.state.token
    return any(_same(given, token) for given in (_bearer(request), request.cookies.get(COOKIE, "")))


async def demand(request: Request) -> None:
    """Let only a client with the token pass."""
    if not _allowed(request):
        raise NotAllowed(
            "máy chủ này không nhận quyết định, hoặc mã truy cập không đúng; xem lineage serve --edit",
            "this server takes no judgements, or the token is wrong; see lineage serve --edit",
        )


@router.get("/open", include_in_schema=False)
def open_(
    request: Request, questions: Asking, cursor: str | None = None, token: Annotated[str, Query()] = ""
) -> Response:
    """The page of mentions that stay open; with the token also the forms to settle them."""
    if token:
        # The token leaves the address at once, so that it is neither shared nor logged with it.
        answer = RedirectResponse(Addresses(request).here(token=None), 303)
        answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", max_age=12 * 3600)
        return answer
    values = open_values(request, questions, cursor)
    done = message("messages", "open.decided", language(request)) if "done" in request.query_params else None
    return page(request, "open.html", {**values, "edits": _allowed(request), "message": done})


@router.post("/open", include_in_schema=False, dependencies=[Depends(demand)])
async def decide(request: Request, questions: Asking) -> Response:
    """A decision from a form of the page."""
    _same_site(request)
    given = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
    sides = [f"{given.get('document', '')}@{given.get('start', '')}"]
    sides += [given["directive"]] if "directive" in given else []
    kind, why = given.get("judgement", ""), given.get("reason", "")
    await run_in_threadpool(judging.judge, questions.folder, kind, sides, "web", why)
    return RedirectResponse(Addresses(request).link("/open", done="1"), 303)


@router.post("/api/judgements", tags=["documents"], status_code=201, dependencies=[Depends(demand)])
def judge(questions: Asking, made: schemas.Judgement) -> dict[str, Any]:
    """Decide a mention or a pair of directives. Needs the token of `lineage serve --edit` as a bearer."""
    id = judging.judge(questions.folder, made.judgement, made.of, made.who, made.why).id
    return next(row for row in questions.judgements() if row["id"] == id)


@router.delete("/api/judgements/{id}", tags=["documents"], dependencies=[Depends(demand)])
def undo(questions: Asking, id: str) -> dict[str, Any]:
    """Take a decision back; it stays in the list as undone."""
    judging.undo(questions.folder, id)
    return {"undone": id}


def _same(given: str, token: str | None) -> bool:
    return token is not None and hmac.compare_digest(given.encode(), token.encode())


def _bearer(request: Request) -> str:
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    return given.strip() if kind.lower() == "bearer" else ""


def _same_site(request: Request) -> None:
    """A form must come from a page of ours; the cookie is strict, and this is the second lock."""
    origin = request.headers.get("origin")
    if origin and origin != "null" and urlsplit(origin).netloc != request.headers.get("host"):
        raise NotAllowed("biểu mẫu đến từ trang khác", "the form came from another site")
