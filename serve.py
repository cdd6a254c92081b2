"""The web server: Streamlit's own, with what a public page needs on top.

- The page is declared Norwegian before any script has run, for screen readers and spelling.
- Streamlit's scripts go out compressed (9 MB become 3 MB on a first visit), and geometry with its
  content hash in its name may be kept by the browser for good.
- A direct link finds the server without asking at two wrong addresses first.
- A page that lies open can ask which build is in force, and say that there are newer figures.
- Pages are routed by app.py alone: the folder pages/ beside it would otherwise make Streamlit run
  the first request of a server process as an old-style multi-page app, around app.py.
"""

import asyncio
import gzip
import json
import re
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config, file_util
from streamlit.runtime.pages_manager import PagesManager

from dashboard import texts
from dashboard.data import build_in_force

PagesManager.uses_pages_directory = False

_FOREVER = (b"cache-control", b"public, max-age=31536000, immutable")
_NEVER = (b"cache-control", b"no-store")
_PLAIN = (b"content-type", b"text/plain; charset=utf-8")
_COMPRESSED = [(b"content-encoding", b"gzip"), (b"vary", b"Accept-Encoding")]
_BUILD_IN_FORCE = "/build-in-force"
_OWN_FILES = re.compile(r"/static/((?:js|css)/[\w.-]+\.(js|css))$")
_HASHED = re.compile(r"/app/static/geo/\w+\.[0-9a-f]{12}\.json$")
_TYPES = {"js": b"application/javascript", "css": b"text/css"}
_REPLACED = {b"content-length", b"etag", b"last-modified", b"content-encoding", b"accept-ranges"}


class Frontend:
    """ASGI middleware around Streamlit's files and its index page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer Streamlit's scripts compressed, and which build is in force; pass the rest on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        own = _OWN_FILES.search(scope["path"])
        accepts = dict(scope["headers"]).get(b"accept-encoding", b"")
        if own and b"gzip" in accepts and (body := await asyncio.to_thread(_compressed, own[1])):
            await _answer(send, body, [(b"content-type", _TYPES[own[2]]), *_COMPRESSED, _FOREVER])
            return
        if scope["path"].endswith(_BUILD_IN_FORCE):
            build = await asyncio.to_thread(build_in_force)
            await _answer(send, build.encode(), [_PLAIN, _NEVER])
            return
        await self._app(scope, receive, _Response(scope, send))


class _Response:
    """Passes a response on; the index page is replaced, hashed geometry may be kept for good."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._path, self._is_get, self._send = scope["path"], scope["method"] == "GET", send
        self._replaced = False

    async def __call__(self, message: Message) -> None:
        if self._replaced:
            return
        if message["type"] == "http.response.start" and message["status"] == 200:
            headers = list(message["headers"])
            if self._is_get and dict(headers).get(b"content-type", b"").startswith(b"text/html"):
                self._replaced = True
                kept = [(name, value) for name, value in headers if name not in _REPLACED]
                body = _index(config.get_option("server.baseUrlPath") or "")
                length = (b"content-length", str(len(body)).encode())
                await self._send({**message, "headers": [*kept, length]})
                await self._send({"type": "http.response.body", "body": body})
                return
            if _HASHED.search(self._path):
                message = {**message, "headers": [*headers, _FOREVER]}
        await self._send(message)


async def _answer(send: Send, body: bytes, headers: list[tuple[bytes, bytes]]) -> None:
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": 200, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": body})


@cache
def _compressed(name: str) -> bytes | None:
    """One of Streamlit's own files, compressed once a process; the pattern keeps paths out."""
    file = Path(file_util.get_static_dir()) / "static" / name
    return gzip.compress(file.read_bytes(), 6) if file.is_file() else None


@cache
def _index(base_path: str) -> bytes:
    """Streamlit's index page in Norwegian, told where its server is."""
    page = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    base = f"/{base_path.strip('/')}/".replace("//", "/")
    settings = f"{{BACKEND_BASE_URL: location.origin + {json.dumps(base)}}}"
    page = page.replace('<html lang="en">', '<html lang="nb">')
    page = page.replace("<title>Streamlit</title>", f"<title>{texts.BRAND}</title>")
    page = page.replace("You need to enable JavaScript to run this app.", texts.NEEDS_JAVASCRIPT)
    page = re.sub(r'<link\s+rel="preload"\s+href="\./static/media/SourceSans[^>]*>', "", page)
    return page.replace(
        "<head>", f"<head><script>window.__streamlit = {settings}</script>", 1
    ).encode()


app = st.App(Path(__file__).parent / "app.py", middleware=[Middleware(Frontend)])
