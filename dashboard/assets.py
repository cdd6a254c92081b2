"""Our script and style sheet, as the browser loads them: once, each with their hash in its name."""

import hashlib
from functools import cache
from pathlib import Path

_PARTS = {"js": ("page.js", "connection.js", "timeline.js"), "css": ("style.css",)}

TYPES = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}
"""What there is, and the content type of each."""


@cache
def content(kind: str) -> bytes:
    """The whole of the script ("js") or style sheet ("css")."""
    folder = Path(__file__).parent
    return b"\n".join((folder / part).read_bytes() for part in _PARTS[kind])


@cache
def program() -> str:
    """A hash of script and style sheet together: a page that has others is of another version."""
    return hashlib.sha256(b"".join(content(kind) for kind in TYPES)).hexdigest()[:12]


def name(kind: str) -> str:
    """The name that the script or style sheet is served under, below the server's address."""
    return f"page.{program()}.{kind}"
