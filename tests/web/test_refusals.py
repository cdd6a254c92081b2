"""What the server says where there is nothing, or something is wrong, and below a base path."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from streamlit.testing.v1 import AppTest

from dashboard import frame, texts
from pipeline.paths import ROOT
from tests.web.asgi import ask
from web import addresses
from web.headers import Headers
from web.ready import ready


def test_a_server_without_a_build_is_not_ready(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(tmp_path))
    assert ready().status_code == 503


def test_a_server_whose_build_does_not_open_is_not_ready(tmp_path, monkeypatch):
    (tmp_path / "wh-1.duckdb").write_bytes(b"no database")
    (tmp_path / "CURRENT").write_text("wh-1.duckdb", "utf-8")
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(tmp_path))
    answer = ready()
    assert (answer.status_code, answer.body.decode()) == (503, texts.NOT_READY)


def test_pages_are_found_below_the_base_path_and_nowhere_else(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(addresses.config, "get_option", {"server.baseUrlPath": "tall/"}.get)

    async def found(scope, receive, send):
        await PlainTextResponse("her")(scope, receive, send)

    app = addresses.Addresses(found)
    known = ["/tall", "/tall/", "/tall/kommune", "/tall/kommune/", "/tall/_stcore/health"]
    assert {ask(app, path)[0] for path in known} == {200}
    unknown = ["/", "/kommune", "/tallene/kommune", "/tall//", "/tall/tall/kommune"]
    assert {ask(app, path)[0] for path in unknown} == {404}


def test_an_answer_that_fails_is_a_sentence_with_the_headers():
    async def fails(_scope, _receive, _send):
        raise OSError("for example")

    status, headers, text = ask(Headers(fails), "/")
    assert (status, text) == (500, texts.SERVER_FAILED)
    assert headers["x-content-type-options"] == "nosniff"


def test_a_name_that_is_none_stops_the_server_in_a_sentence():
    started = subprocess.run(
        [sys.executable, "-c", "import serve"],
        cwd=ROOT,
        env={**os.environ, "UTBREDELSE_HOSTS": "https://tall.no"},
        capture_output=True,
        text=True,
    )
    assert started.returncode == 1
    assert "«https://tall.no»" in started.stderr
    assert "Traceback" not in started.stderr


def test_whatever_fails_in_a_page_shows_the_designed_page(
    monkeypatch: pytest.MonkeyPatch, real_warehouse: Path
):
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(real_warehouse))

    def page():
        from types import SimpleNamespace

        from dashboard.data import one_build
        from dashboard.frame import run_page

        def fails():
            raise ZeroDivisionError

        with one_build():
            run_page(SimpleNamespace(run=fails))

    monkeypatch.setattr(frame, "demo_mark", lambda: False)
    app = AppTest.from_function(page).run()
    assert not app.exception
    assert texts.FAILED in app.get("html")[0].proto.body


def test_whatever_fails_in_a_callback_shows_the_designed_page():
    def page():
        from dashboard.frame import show_failed

        assert show_failed(ZeroDivisionError()) is True

    app = AppTest.from_function(page).run()
    assert not app.exception
    assert texts.FAILED in "".join(block.proto.body for block in app.get("html"))
