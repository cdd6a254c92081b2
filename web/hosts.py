"""Which names the server answers to.

A page on another site can point a name of its own at this machine and so read, from its visitors'
browsers, what only they can reach. So Host must be a name that the server is known by, and so must
the Origin of a websocket. Browsers always send Origin with a websocket; a program that is no
browser need not, for it brings along nobody's visit.
"""

import os
import re
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard import texts
from pipeline.errors import UserError

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]")
_PORT = re.compile(r"(:\d{1,5})?")


def allowed_hosts() -> tuple[str, ...]:
    """Loopback and the names in UTBREDELSE_HOSTS. Raises UserError for what is not a name."""
    entries = os.environ.get("UTBREDELSE_HOSTS", "").split(",")
    names = [entry.strip().lower() for entry in entries if entry.strip()]
    for name in names:
        if not _NAME.fullmatch(name):
            raise UserError(texts.HOST_NOT_A_NAME.format(entry=name))
    return tuple(dict.fromkeys([*LOOPBACK, *names]))


def is_allowed(host: str | None, allowed: Iterable[str]) -> bool:
    """Whether a Host header, or the part of an Origin after its scheme, names an allowed host."""
    name = _NAME.match(host.lower()) if host else None
    return bool(name and name[0] in allowed and _PORT.fullmatch(host[name.end() :]))


class Hosts:
    """ASGI middleware: refuses names that are not allowed (421), and other sites' sockets (403)."""

    def __init__(self, app: ASGIApp, allowed: Iterable[str]) -> None:
        self._app = app
        self._allowed = frozenset(allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is asked under a wrong name; pass the rest on."""
        if scope["type"] != "lifespan" and (refusal := self._refusal(scope)):
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if not is_allowed(headers.get("host"), self._allowed):
            return PlainTextResponse(texts.WRONG_HOST, 421)
        origin = headers.get("origin")
        if scope["type"] == "websocket" and origin is not None:
            scheme, separator, host = origin.partition("://")
            if not (separator and scheme in {"http", "https"} and is_allowed(host, self._allowed)):
                return PlainTextResponse(texts.WRONG_ORIGIN, 403)
        return None
