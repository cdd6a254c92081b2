"""The web server as it stands: what it answers, to whom, and how soon."""

import json
import socket
import statistics
import time
from http.client import HTTPConnection

import pytest

from dashboard import texts
from dashboard.navigation import PATHS
from tests.web.conftest import Fetch

SAID_TO_EVERYBODY = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "SAMEORIGIN"}


@pytest.mark.parametrize("path", ["", *PATHS.values(), "oversikt"])
def test_every_page_is_there(fetch: Fetch, path):
    status, _, text = fetch(f"/{path}")
    assert status == 200
    assert '<html lang="nb">' in text


def test_a_page_with_a_slash_behind_it_leads_to_the_page(fetch: Fetch):
    status, headers, _ = fetch("/kommune/")
    assert (status, headers["Location"]) == (301, "/kommune")


@pytest.mark.parametrize(
    "path",
    [
        "/finnes-ikke",
        "/kommune/0301",
        "//kommune",
        "/../serve.py",
        "/index.html",
        "/static/js/oppfunnet.js",
        f"/static/js/{'a' * 300}.js",
        "/app/static/geo",
        f"/app/static/geo/{'a' * 300}.json",
        f"/app/static/{'a' * 300}.js",
        "/_stcore/metrics",
        "/_stcore/script-health-check",
        "/_stcore/agent/mcp",
        "/_stcore/agent/openapi.json",
        "/_stcore/bidi-components/x/y.js",
        "/component/x/index.html",
        "/auth/login",
    ],
)
def test_what_is_not_there_is_told_in_norwegian(fetch: Fetch, path):
    status, _, text = fetch(path)
    assert status == 404
    assert texts.UNKNOWN_TITLE in text


def test_nothing_can_be_sent_in(fetch: Fetch):
    assert fetch("/_stcore/upload_file/session/file", "PUT")[0] == 404
    status, headers, text = fetch("/kommune", "POST")
    assert (status, headers["Allow"], text) == (405, "GET, HEAD", texts.ONLY_READING)


@pytest.mark.parametrize("path", ["/", "/finnes-ikke", "/klar", "/_stcore/health"])
def test_head_is_answered_as_get_without_the_text(fetch: Fetch, path):
    status, headers, _ = fetch(path)
    head_status, head_headers, head_text = fetch(path, "HEAD")
    assert (head_status, head_text) == (status, "")
    assert head_headers["Content-Length"] == headers["Content-Length"]


@pytest.mark.parametrize("path", ["/", "/finnes-ikke", "/klar", "/_stcore/host-config"])
def test_every_answer_has_the_security_headers_and_none_says_what_serves(fetch: Fetch, path):
    _, headers, _ = fetch(path)
    assert {name: headers[name] for name in SAID_TO_EVERYBODY} == SAID_TO_EVERYBODY
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Server"] is None


def test_other_names_are_refused_in_a_sentence(fetch: Fetch):
    status, headers, text = fetch("/", Host="evil.example")
    assert (status, text) == (421, texts.WRONG_HOST)
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (None, 101),
        ("http://localhost", 101),
        ("http://evil.example", 403),
        ("null", 403),
        ("http://localhost.evil.example", 403),
        ("http://evil.example@localhost", 403),
    ],
)
def test_only_our_own_pages_open_a_websocket(fetch: Fetch, port: int, origin, status):
    asked = {"Host": f"localhost:{port}", "Connection": "Upgrade", "Upgrade": "websocket"}
    asked |= {"Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    if origin:
        asked["Origin"] = f"{origin}:{port}" if origin == "http://localhost" else origin
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        lines = [f"{name}: {value}" for name, value in asked.items()]
        connection.sendall("\r\n".join(["GET /_stcore/stream HTTP/1.1", *lines, "", ""]).encode())
        assert connection.recv(100).startswith(f"HTTP/1.1 {status} ".encode())


def test_a_server_with_figures_is_ready_and_says_which(fetch: Fetch):
    status, headers, text = fetch("/klar")
    told = json.loads(text)
    assert (status, headers["Cache-Control"]) == (200, "no-store")
    assert told["name"].startswith("wh-")
    assert told["id"]
    assert told["age_seconds"] >= 0


def test_scripts_are_compressed_and_kept(fetch: Fetch):
    _, _, index = fetch("/")
    script = index.split('src="./static/js/')[1].split('"')[0]
    connection = f"/static/js/{script}"
    _, plain, _ = fetch(connection)
    status, headers, _ = fetch(connection, "HEAD", **{"Accept-Encoding": "gzip"})
    assert status == 200
    assert headers["Content-Encoding"] == "gzip"
    assert "immutable" in headers["Cache-Control"]
    assert int(headers["Content-Length"]) < int(plain["Content-Length"]) / 2


def test_a_kept_connection_is_answered_at_once(port: int):
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    taken = []
    for _ in range(21):
        start = time.perf_counter()
        connection.request("GET", "/_stcore/health")
        connection.getresponse().read()
        taken.append(time.perf_counter() - start)
    connection.close()
    assert statistics.median(taken) < 0.02
