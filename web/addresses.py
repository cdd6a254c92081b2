"""What can be asked for: the pages, the files they are made of, and what their script talks to.

Everything else is 404, so that what Streamlit serves besides stays closed (uploads, metrics, the
agents' interface, script health, sign-in, components), as does what it may come to serve.
"""

import html
import re

from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from dashboard import texts
from dashboard.navigation import FRONT_BY_NAME, PATHS
from web.files import OUR_FILES, STREAMLIT_FILES
from web.ready import ANSWERS

_PAGES = {*PATHS.values(), FRONT_BY_NAME}
_STREAMLIT = {"_stcore/health", "_stcore/host-config"}
_GEOMETRY = re.compile(r"app/static/geo/\w{1,60}(\.[0-9a-f]{12})?\.json", re.ASCII)
"""What stands in the folder of static files; they are written by the first run that needs them."""
_MADE = "media/"
"""Files to be downloaded, made by a run: they are not on disk."""
_UNKNOWN = """<!DOCTYPE html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – {brand}</title>
</head>
<body>
<h1>{title}</h1>
<p>{text} <a href="{front}">{link}</a></p>
</body>
</html>
"""


def base_path() -> str:
    """Where the pages are, from Streamlit's setting: "" or "/path"."""
    base = (config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def is_known(path: str) -> bool:
    """Whether a path, without the base path and its first slash, leads anywhere."""
    if path in ANSWERS or path in _STREAMLIT or path in STREAMLIT_FILES or path in OUR_FILES:
        return True
    if _GEOMETRY.fullmatch(path) or path.startswith(_MADE):
        return True
    # A page with a slash behind its path is sent on to the page.
    return path.removesuffix("/") in _PAGES and path != "/"


class Addresses:
    """ASGI middleware: unknown paths are 404, nothing is sent in (405), and HEAD answers as GET."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._base = base_path()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what can be asked for."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if not self._leads_somewhere(scope["path"]):
            await HTMLResponse(_unknown(self._base), 404)(scope, receive, send)
        elif scope["method"] not in {"GET", "HEAD"}:
            refusal = PlainTextResponse(texts.ONLY_READING, 405, {"Allow": "GET, HEAD"})
            await refusal(scope, receive, send)
        else:
            # The server leaves the body of an answer to HEAD out.
            await self._app({**scope, "method": "GET"}, receive, send)

    def _leads_somewhere(self, path: str) -> bool:
        if path == self._base:
            return True
        return path.startswith(f"{self._base}/") and is_known(path[len(self._base) + 1 :])


def _unknown(base: str) -> str:
    return _UNKNOWN.format(
        title=texts.UNKNOWN_TITLE,
        brand=texts.BRAND,
        text=texts.UNKNOWN,
        link=texts.UNKNOWN_LINK,
        front=html.escape(f"{base}/"),
    )
