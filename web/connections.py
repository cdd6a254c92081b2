"""Connections: how many may be open, how long they may hang, and what is said when it is full.

uvicorn opens its port with the event loop's `create_server`, once the lifespan has started, so that
is where this goes in between: asyncio has a `_Connection` for its protocol, and uvicorn has it for
its transport. Everything else of both passes through.
"""

import asyncio
import errno
import logging
import socket
from collections.abc import Callable
from typing import Any

from dashboard import texts
from web.headers import HEADERS

LIMIT = 8000
"""Files that connections may hold; fewer where the process may not have as many open."""

PATIENCE = 20.0
"""Seconds that a connection may go without an answer, or without taking more of one."""

_RESERVE = 640
"""Files that are left for everything but connections.

Streamlit keeps up to 128 visits that have ended, each with its event loop.
"""

_AT_A_TIME = 32
"""Connections that are taken before any of them is looked at: they must fit the reserve.

asyncio takes as many as may wait, and with no file left to take one with, it tries as often again.
"""

_PLACES = 8
"""Half-open connections that make place when there was no file to take one more with."""

_WAITING = 2048
"""Connections that may wait to be taken."""

_FILES_OF_A_VISIT = 4
"""A websocket is a visit, for which Streamlit has an event loop of three files."""

_REFUSED = 64
"""Refused ones that are told why at a time; those beyond are just closed."""

_ProtocolFactory = Callable[[], asyncio.Protocol]
_LOG = logging.getLogger(__name__)


def raise_file_limit() -> int:
    """Let the process have as many files open as it may; says how many connections may hold."""
    try:
        import resource
    except ImportError:  # Windows has no such limit.
        return LIMIT
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    except (OSError, ValueError):  # macOS calls the hard limit unlimited, and means less.
        hard = soft
    if hard == resource.RLIM_INFINITY:
        return LIMIT
    return min(LIMIT, max(hard - _RESERVE, hard // 2))


class Connections:
    """The open connections of a server, the oldest first."""

    def __init__(self, limit: int, patience: float = PATIENCE) -> None:
        self._limit, self._patience = limit, patience
        self._open: dict[_Connection, None] = {}
        self._refused: dict[_Connection, None] = {}
        self._visits = self._turned_away = 0

    def guard(self, loop: asyncio.AbstractEventLoop) -> None:
        """Stand at every port that the loop opens from now on."""
        create_server = loop.create_server

        async def guarded(
            factory: _ProtocolFactory, *args: object, **named: object
        ) -> asyncio.Server:
            _leave_out_server_header(factory())
            named["backlog"] = _AT_A_TIME
            server = await create_server(lambda: _Connection(factory(), self), *args, **named)
            for opened in server.sockets:
                with opened.dup() as port:
                    port.listen(_WAITING)
            return server

        loop.create_server = guarded
        loop.set_exception_handler(self._failed)
        loop.call_later(1, self._look_over, loop)

    def admit(self, connection: "_Connection") -> bool:
        """Whether a new connection may come in.

        When it is full, the oldest that has not asked for anything whole yet makes place, so that
        half-open ones keep nobody out.
        """
        files = len(self._open) + self._visits * (_FILES_OF_A_VISIT - 1)
        if files >= self._limit:
            self._turned_away += 1
            if not self._make_place():
                self._refused[connection] = None
                if len(self._refused) > _REFUSED:
                    connection.abort()
                return False
        self._open[connection] = None
        return True

    def _make_place(self) -> bool:
        waiting = next((other for other in self._open if not other.answered), None)
        if waiting:
            self._open.pop(waiting)
            waiting.abort()
        return waiting is not None

    def visited(self) -> None:
        """A connection has become a websocket."""
        self._visits += 1

    def gone(self, connection: "_Connection") -> None:
        """A connection is closed."""
        self._visits -= connection.is_websocket
        self._open.pop(connection, None)
        self._refused.pop(connection, None)

    def _look_over(self, loop: asyncio.AbstractEventLoop) -> None:
        """Each second: close what hangs, and say how many were turned away."""
        for connection in [*self._open, *self._refused]:
            if connection.hangs(loop.time(), self._patience):
                connection.abort()
        if self._turned_away:
            _LOG.warning(texts.FULL_LOG.format(open=len(self._open), refused=self._turned_away))
            self._turned_away = 0
        loop.call_later(1, self._look_over, loop)

    def _failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Without a file left to accept with, asyncio reports each try: those are counted.

        What else holds files cannot be known here, so half-open ones make place for the next try.
        """
        error = context.get("exception")
        if isinstance(error, OSError) and error.errno in {errno.EMFILE, errno.ENFILE}:
            self._turned_away += 1
            for _ in range(_PLACES):
                self._make_place()
        elif not _is_closed_port(error):
            loop.default_exception_handler(context)


class _Connection(asyncio.Protocol):
    """One connection: the protocol that asyncio talks to, the transport that uvicorn writes to."""

    def __init__(self, protocol: asyncio.Protocol, connections: Connections) -> None:
        self._protocol, self._connections = protocol, connections
        self._transport: asyncio.Transport
        self._admitted = self.is_websocket = self.answered = False
        self._moved = asyncio.get_running_loop().time()
        self._left = 0

    def hangs(self, now: float, patience: float) -> bool:
        """Whether neither an answer nor more of one has gone out for so long."""
        left = self._transport.get_write_buffer_size()
        if left != self._left:
            self._left, self._moved = left, now
        # Websockets are pinged by uvicorn, which closes those that do not reply.
        return not self.is_websocket and now - self._moved > patience

    def abort(self) -> None:
        self._transport.abort()

    # What asyncio calls.

    def connection_made(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        _send_at_once(transport.get_extra_info("socket"))
        self._admitted = self._connections.admit(self)
        if self._admitted:
            self._protocol.connection_made(self)

    def data_received(self, data: bytes) -> None:
        if self._admitted:
            self._protocol.data_received(data)
        else:
            # Not before it has asked: an answer that comes first can get lost.
            self._transport.write(_full())
            self._transport.close()

    def eof_received(self) -> bool | None:
        return self._protocol.eof_received() if self._admitted else None

    def connection_lost(self, error: Exception | None) -> None:
        self._connections.gone(self)
        if self._admitted:
            self._protocol.connection_lost(error)

    def pause_writing(self) -> None:
        if self._admitted:
            self._protocol.pause_writing()

    def resume_writing(self) -> None:
        if self._admitted:
            self._protocol.resume_writing()

    # What uvicorn calls.

    def write(self, data: bytes) -> None:
        self.answered = True
        self._moved = asyncio.get_running_loop().time()
        self._transport.write(data)

    def set_protocol(self, protocol: asyncio.Protocol) -> None:
        self._protocol, self.is_websocket = protocol, True
        self._connections.visited()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._transport, name)


def _is_closed_port(error: object) -> bool:
    """Whether asyncio, out of files a moment ago, has tried a port again that is closed by now."""
    return isinstance(error, ValueError) and "file descriptor: -1" in str(error)


def _send_at_once(connected: socket.socket) -> None:
    """No waiting for more to send: on a kept connection each answer took 44 ms.

    asyncio sees to it for ports that it opened itself, but Streamlit opens this one.
    """
    if connected.family in {socket.AF_INET, socket.AF_INET6}:
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _leave_out_server_header(protocol: asyncio.Protocol) -> None:
    """What serves the pages is nobody's business; Streamlit does not pass this setting on."""
    if config := getattr(protocol, "config", None):
        config.encoded_headers = [pair for pair in config.encoded_headers if pair[0] != b"server"]


def _full() -> bytes:
    body = texts.FULL.encode()
    headers = HEADERS | {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Length": str(len(body)),
        "Retry-After": "10",
        "Connection": "close",
    }
    lines = [
        "HTTP/1.1 503 Service Unavailable",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + body
