"""Streamlit's files and our own, compressed, and the index page."""

import asyncio
import gzip
import re
from functools import cache
from pathlib import Path

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config, file_util

from dashboard import assets
from web.index import index_page

_FOLDER = Path(file_util.get_static_dir())
_INDEX = "index.html"
OUR_FILES = {assets.name(kind): kind for kind in assets.TYPES}
"""Our script and style sheet, by the names they are served under."""
STREAMLIT_FILES = frozenset(
    file.relative_to(_FOLDER).as_posix()
    for file in _FOLDER.rglob("*")
    if file.is_file() and file.name != _INDEX
)
"""What Streamlit's folder holds, listed once: no other name reaches the disk."""

_FOREVER = "public, max-age=31536000, immutable"
_TYPES = {".js": "application/javascript", ".css": "text/css"}
_COMPRESSED = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding", "Cache-Control": _FOREVER}
_HASHED = re.compile(r"/app/static/geo/\w+\.[0-9a-f]{12}\.json$")
_REPLACED = {b"content-length", b"etag", b"last-modified", b"content-encoding", b"accept-ranges"}


class Files:
    """ASGI middleware around Streamlit's files and its index page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer Streamlit's scripts compressed; pass the rest on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if kind := OUR_FILES.get(scope["path"].rpartition("/")[2]):
            answer = Response(_ours(kind), headers=_COMPRESSED, media_type=assets.TYPES[kind])
            await answer(scope, receive, send)
            return
        name = _compressible(scope["path"])
        if name and b"gzip" in dict(scope["headers"]).get(b"accept-encoding", b""):
            body = await asyncio.to_thread(_compressed, name)
            kind = _TYPES[Path(name).suffix]
            await Response(body, headers=_COMPRESSED, media_type=kind)(scope, receive, send)
            return
        await self._app(scope, receive, _Answer(scope, send))


class _Answer:
    """Passes an answer on; the index page is replaced, hashed geometry may be kept for good."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._path, self._send = scope["path"], send
        self._replaced = False

    async def __call__(self, message: Message) -> None:
        if self._replaced:
            return
        if message["type"] == "http.response.start" and message["status"] == 200:
            headers = list(message["headers"])
            if dict(headers).get(b"content-type", b"").startswith(b"text/html"):
                self._replaced = True
                kept = [(name, value) for name, value in headers if name not in _REPLACED]
                body = _index(config.get_option("server.baseUrlPath") or "")
                length = (b"content-length", str(len(body)).encode())
                await self._send({**message, "headers": [*kept, length]})
                await self._send({"type": "http.response.body", "body": body})
                return
            if _HASHED.search(self._path):
                message = {**message, "headers": [*headers, (b"cache-control", _FOREVER.encode())]}
        await self._send(message)


def _compressible(path: str) -> str | None:
    """The name of one of Streamlit's scripts or style sheets, below any base path."""
    _, found, name = path.rpartition("/static/")
    name = f"static/{name}"
    return name if found and name in STREAMLIT_FILES and Path(name).suffix in _TYPES else None


@cache
def _compressed(name: str) -> bytes:
    """One of Streamlit's own files, compressed once a process."""
    return gzip.compress((_FOLDER / name).read_bytes(), 6)


@cache
def _ours(kind: str) -> bytes:
    return gzip.compress(assets.content(kind))


@cache
def _index(base_path: str) -> bytes:
    return index_page(f"/{base_path.strip('/')}/".replace("//", "/")).encode()
