"""Paths and requests over plain HTTP that should lead nowhere: nothing leaks, and it answers on."""

import socket
from collections.abc import Iterator

from bench.chaos.ground import Ground, Tally
from bench.sessions import Server, served
from web.headers import HEADERS

_LEAKS = (
    b"root:x:", b"class Frontend", b"gatherUsageStats", b"[core]", b"file_pattern", b"st.App(",
    b"decided_by", b"python_info",
)  # fmt: skip
_HEADERS = [f"{name}:".lower().encode() for name in HEADERS]
_BASES = (
    "/app/static/", "/static/", "/static/js/", "/static/css/", "/app/static/geo/", "/component/",
    "/_stcore/bidi-components/", "/media/", "/",
)  # fmt: skip
_STEPS = (
    "../serve.py", "../.streamlit/config.toml", "..%2fserve.py", "%2e%2e/serve.py",
    "%2e%2e%2fserve.py", "..%5cserve.py", "....//serve.py", "..;/serve.py",
    "%252e%252e%252fserve.py", "/etc/passwd", "//etc/passwd", "%2fetc%2fpasswd",
    "../../../../../../etc/passwd", "..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
    "%c0%ae%c0%ae/serve.py", "..%00/serve.py", "x%00.js", "../data/register/decisions.csv",
    "..\\serve.py", "geo/../../serve.py", "..%2fdata%2fwarehouse%2fCURRENT",
    "a" * 300 + ".js", "a" * 300 + ".json",
)  # fmt: skip
_MORE = (
    "/static/js/../../../../etc/passwd.js", "/static/js/..js", "/app/static", "/.git/config",
    "/serve.py", "/.streamlit/config.toml", "/.streamlit/secrets.toml", "//evil.example/%2f..",
    "/\\evil.example", "/%5cevil.example", "/kommune/../../etc/passwd", "/x/build-in-force/../x",
    "/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent", "/st-metrics",
)  # fmt: skip
_NOWHERE = 400, 404, 405
_MOST = 3_000_000


def run(ground: Ground, tally: Tally) -> None:
    """Ask a server for each, by hand: a client would tidy the path first."""
    with served(ground.warehouse) as server:
        for path in list(_paths())[:: ground.of(1, 6)]:
            tally.note(_path_fault(server, path))
        for name, request, wanted in _requests(f"127.0.0.1:{server.port}".encode()):
            tally.note(_request_fault(server, name, request, wanted))
        tally.note(_path_fault(server, "/", 200))


def _paths() -> Iterator[str]:
    yield from (base + step for base in _BASES for step in _STEPS)
    yield from _MORE


def _requests(host: bytes) -> Iterator[tuple[str, bytes, set[int]]]:
    """A name, what is sent, and the codes that are an answer; 0 is a closed connection."""
    end = b"Host: " + host + b"\r\nConnection: close\r\n"
    for method in (b"TRACE", b"POST", b"PUT", b"DELETE", b"PATCH"):
        yield method.decode(), method + b" / HTTP/1.1\r\n" + end + b"\r\n", {405}
    upload = b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\n" + end + b"Content-Length: 3\r\n\r\nabc"
    yield "upload", upload, {404, 405}
    yield "wrong host", b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", {421}
    yield "no host", b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n", {400, 421}
    yield "noise", b"\x00\x01\x02noise\r\n\r\n", {0, 400}
    yield (
        "huge header",
        b"GET / HTTP/1.1\r\n" + end + b"X: " + b"a" * 200_000 + b"\r\n\r\n",
        {0, 400, 431},
    )
    yield (
        "huge path",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n" + end + b"\r\n",
        {0, 400, 404, 414},
    )
    two = b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n"
    yield "two lengths", b"POST / HTTP/1.1\r\n" + end + two, {0, 400, 405}
    yield "HEAD", b"HEAD / HTTP/1.1\r\n" + end + b"\r\n", {200}
    socket_of_another = (
        b"GET /_stcore/stream HTTP/1.1\r\nHost: " + host + b"\r\nOrigin: http://evil.example\r\n"
        b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    yield "socket of another site", socket_of_another, {403}


def _path_fault(server: Server, path: str, *wanted: int) -> str | None:
    answer = _ask(server, _get(server, path))
    head, _, body = answer.partition(b"\r\n\r\n")
    if leak := next((word for word in _LEAKS if word in body), None):
        return f"{path[:60]}: {leak.decode()} leaks"
    if (code := _code(answer)) not in (wanted or _NOWHERE):
        return f"{path[:60]}: answers {code}"
    missing = [name.decode() for name in _HEADERS if name not in head.lower()]
    return f"{path[:60]}: without {missing[0]}" if missing and code != 400 else None


def _request_fault(server: Server, name: str, request: bytes, wanted: set[int]) -> str | None:
    code = _code(_ask(server, request))
    return None if code in wanted else f"{name}: answers {code}"


def _get(server: Server, path: str) -> bytes:
    host = f"Host: 127.0.0.1:{server.port}\r\nAccept-Encoding: identity\r\nConnection: close"
    return f"GET {path} HTTP/1.1\r\n{host}\r\n\r\n".encode("utf-8", "surrogateescape")


def _ask(server: Server, request: bytes) -> bytes:
    """What comes back; nothing where the connection is closed."""
    told = b""
    try:
        with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
            connection.sendall(request)
            while len(told) < _MOST and (more := connection.recv(65536)):
                told += more
    except OSError:
        pass
    return told


def _code(answer: bytes) -> int:
    parts = answer.split(b" ", 2)
    return int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
