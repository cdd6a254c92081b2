"""What every answer says to the browser, and what is said when an answer fails."""

import logging

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import texts
from web.policy import CONTENT_SECURITY_POLICY

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
}

_STARTS = {"http.response.start", "websocket.http.response.start"}
_LOG = logging.getLogger(__name__)


class Headers:
    """ASGI middleware, outermost: our headers on every answer, and a sentence where one fails."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; what goes wrong is logged, and answered if nothing was yet."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        started = False

        async def with_headers(message: Message) -> None:
            nonlocal started
            started = True
            if message["type"] in _STARTS:
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        try:
            await self._app(scope, receive, with_headers)
        except Exception:
            _LOG.exception("%s could not be answered", scope["path"])
            if scope["type"] == "http" and not started:
                failed = PlainTextResponse(texts.SERVER_FAILED, 500)
                await failed(scope, receive, with_headers)
