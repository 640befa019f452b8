"""The HTTP application: JSON under `/api`, `/sparql`, the explorer's pages, one error shape.

The graph's file is opened read-only; when an ingest puts a new one in its place, the next request is
answered from it. Nothing is loaded from outside, and a strict content policy keeps it so.
"""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from api import edits, routes, sparql_routes
from api.display import capital
from api.messages import message
from api.questions import Questions
from api.quick import Asgi, Message, QuickAnswers, Receive, Scope, Send
from api.web import STATIC, pages
from api.web.render import language, page
from graph.errors import LineageError

DATA = ("/api/", "/sparql", "/id/", "/healthz", "/openapi.json")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

log = logging.getLogger("lineage")


def create_app(
    workspace: Path | None = None, *, token: str | None = None, base: str | None = None
) -> FastAPI:
    """The application over the workspace folder (default: LINEAGE_WORKSPACE, else ./workspace).

    `token` allows judgements to whoever presents it; None: nobody writes. `base` is the IRI base of
    RDF answers.
    """
    folder = workspace or Path(os.environ.get("LINEAGE_WORKSPACE") or "workspace")
    questions = Questions(folder, base)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        questions.close()

    app = FastAPI(
        title="Directive Lineage",
        description=(
            "Which Vietnamese Party and State directive implements which, and who must do what by when: "
            "every fact with the exact words of its source. Lists are `{items, next}`: give `next` back as "
            "`cursor` for the following page. Errors are `{code, message, detail}`."
        ),
        version=_version(),
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.mount("/static", StaticFiles(directory=STATIC))
    app.state.questions, app.state.token = questions, token
    for part in (routes, sparql_routes, edits, pages):
        app.include_router(part.router)
    app.add_exception_handler(LineageError, _known)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unforeseen)
    app.add_middleware(QuickAnswers, questions=questions)
    app.add_middleware(GZipMiddleware, minimum_size=2048, compresslevel=5)
    app.add_middleware(Guard)
    return app


def _version() -> str:
    """The installed package's version; of sources that are not installed, none is known."""
    try:
        return version("directive-lineage")
    except PackageNotFoundError:
        return "unknown"


class Guard:
    """Adds the headers that every answer has: what pages may load, and who may read the data."""

    def __init__(self, app: Asgi) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer a browser's preflight by itself."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        data = str(scope["path"]).startswith(DATA)
        if data and scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=_CORS)(scope, receive, send)
            return

        kept = str(scope["path"]).startswith("/static/") and b"v=" in scope["query_string"]
        extra = _CORS if data else {**_PAGE, **(_KEPT if kept else {})}

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                held = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *((n.encode(), v.encode()) for n, v in extra.items() if n.lower().encode() not in held),
                ]
            await send(message)

        # Routes know GET; the server itself leaves the body of a HEAD away.
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        await self.app({**scope, "method": method}, receive, sending)


_SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
_PAGE = {**_SAFE, "Content-Security-Policy": POLICY}
_KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}
_CORS = {
    **_SAFE,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Authorization, Content-Type",
    "Access-Control-Max-Age": "86400",
}


def _answer(request: Request, status: int, code: str, text: str, detail: Any = None) -> Response:
    if request.url.path.startswith(DATA) or request.method not in ("GET", "HEAD", "POST"):
        return JSONResponse({"code": code, "message": text, "detail": detail}, status)
    lang = language(request)
    known = code if code in ("not-found", "ambiguous") else "other"
    candidates = detail if code == "ambiguous" and isinstance(detail, list) else []
    title = message("messages", f"error.{known}", lang)
    values = {"title": title, "message": capital(text), "candidates": candidates}
    return page(request, "error.html", values, status)


def _known(request: Request, error: Exception) -> Response:
    assert isinstance(error, LineageError)
    plain = error.detail is None or isinstance(error.detail, (list, dict, str))
    detail = error.detail if plain else str(error.detail)
    return _answer(request, error.status, error.code, error.message(language(request)), detail)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    codes = {404: "not-found", 405: "method"}
    key = codes.get(error.status_code, "other")
    text = message("messages", f"http.{key}", language(request), path=request.url.path)
    answer = _answer(request, error.status_code, codes.get(error.status_code, "http"), text)
    answer.headers.update(error.headers or {})
    return answer


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = [{"where": ".".join(map(str, one["loc"])), "what": one["msg"]} for one in error.errors()]
    names = ", ".join(dict.fromkeys(one["where"] for one in wrong))
    text = message("messages", "http.invalid", language(request), names=names)
    return _answer(request, 400, "usage", text, wrong)


def _unforeseen(request: Request, error: Exception) -> Response:
    log.error("%s %s", request.method, request.url.path, exc_info=error)
    return _answer(request, 500, "internal", message("messages", "http.internal", language(request)))
