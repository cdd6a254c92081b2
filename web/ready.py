"""Answers about the build that pages are drawn from: whether there is one, and which."""

import asyncio
from datetime import UTC, datetime

from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard import texts
from dashboard.data import latest_build
from pipeline.errors import UserError

_NEVER = {"Cache-Control": "no-store"}


def ready() -> Response:
    """200 with id, name and age of the build that pages are drawn from; 503 without one."""
    try:
        build = latest_build()
    except UserError:
        return PlainTextResponse(texts.NOT_READY, 503, _NEVER)
    told = {
        "id": build.id,
        "name": build.path.name,
        "published_at": build.published_at.isoformat(),
        "age_seconds": round((datetime.now(UTC) - build.published_at).total_seconds()),
    }
    return JSONResponse(told, headers=_NEVER)


def in_force() -> Response:
    """The name of the latest build: a page that lies open asks, to say that figures are new."""
    try:
        name = latest_build().path.name
    except UserError:
        name = ""
    return PlainTextResponse(name, headers=_NEVER)


ANSWERS = {"klar": ready, "build-in-force": in_force}


class Ready:
    """ASGI middleware: answers these paths, below any base path."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in a thread, for the warehouse is read; pass the rest on."""
        answer = ANSWERS.get(scope.get("path", "").rpartition("/")[2])
        if scope["type"] != "http" or answer is None:
            await self._app(scope, receive, send)
            return
        response = await asyncio.to_thread(answer)
        await response(scope, receive, send)
