"""How a route gets at the questions of the workspace that its application serves."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from api.questions import Questions


async def questions_of(request: Request) -> Questions:
    """The questions of the application that got the request."""
    found: Questions = request.app.state.questions
    return found


Asking = Annotated[Questions, Depends(questions_of)]
