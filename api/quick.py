"""The questions that are asked most, answered without the way through routing, models and threads.

`GET /api/directives/{id}/implementing` and `…/ancestry` take a few look-ups, less than the framework takes
around them, so they are answered here, on the event loop. What is not plain (a REF, a wrong parameter, a
tree of more than `MOST` links, an error) is left to the routes in `api.routes`, whose answers are the same
to the byte.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qsl

from pydantic_core import to_json

from api.paging import PAGE, page_of
from api.questions import Questions
from graph.errors import LineageError
from graph.lineage import Extensive

MOST = 1000
"""Links, so that one answer holds up the others for some ten milliseconds at most."""

ROOM = 32 << 20
"""Bytes of answers that are kept; all go when the graph does."""

_PATH = re.compile(r"/api/directives/(.+)/(implementing|ancestry)")
_LIMIT = re.compile("[1-9][0-9]{0,2}|1000")
_KNOWN = {
    "implementing": frozenset(("type", "province", "limit", "cursor")),
    "ancestry": frozenset(("limit", "cursor")),
}

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]


class QuickAnswers:
    """Answers what it can and passes on the rest."""

    def __init__(self, app: Asgi, questions: Questions) -> None:
        self.app, self.questions = app, questions
        self._answers: dict[tuple[str, bytes], bytes] = {}
        self._stamp: object = None
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the application answer."""
        content = self._answer(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        if content is None:
            await self.app(scope, receive, send)
            return
        headers = [(b"content-length", b"%d" % len(content)), (b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    def _answer(self, scope: Scope) -> bytes | None:
        """The page that is asked for; None: somebody else must answer."""
        path = _PATH.fullmatch(scope["path"])
        if path is None:
            return None
        key = path[0], scope["query_string"]
        try:
            self._renew(self.questions.store.stamp())
        except LineageError:
            return None
        content = self._answers.get(key)
        if content is None:
            content = self._page(path[1], path[2], scope)
            if content is not None:
                self._keep(key, content)
        return content

    def _renew(self, stamp: object) -> None:
        """Forget the answers of a graph that was replaced."""
        if stamp != self._stamp:
            self._stamp, self._size = stamp, 0
            self._answers.clear()

    def _keep(self, key: tuple[str, bytes], content: bytes) -> None:
        """Keep an answer, as long as there is room: the oldest go."""
        self._answers[key] = content
        self._size += len(content)
        while self._size > ROOM:
            self._size -= len(self._answers.pop(next(iter(self._answers))))

    def _page(self, id: str, name: str, scope: Scope) -> bytes | None:
        pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        asked = dict(pairs)
        limit = asked.get("limit", str(PAGE))
        if len(asked) < len(pairs) or not asked.keys() <= _KNOWN[name] or not _LIMIT.fullmatch(limit):
            return None
        try:
            rows = (
                self.questions.quick_ancestry(id, MOST)
                if name == "ancestry"
                else self.questions.quick_implementing(id, asked.get("type"), asked.get("province"), MOST)
            )
            page = page_of(rows, asked.get("cursor"), int(limit))
        except (LineageError, Extensive):
            return None
        return to_json(page)
