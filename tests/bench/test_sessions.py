"""A real session is sent what a person is shown."""

import asyncio
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.sessions import Answer, Server, opened, served


@pytest.fixture(scope="module")
def server(real_warehouse: Path) -> Iterator[Server]:
    with served(real_warehouse, limits={resource.RLIMIT_NOFILE: (500, 600)}) as server:
        yield server


def asked(server: Server, *questions: tuple[str, str]) -> list[Answer]:
    async def ask() -> list[Answer]:
        async with opened(server.port) as session:
            return [await session.ask(page, query) for page, query in questions]

    return asyncio.run(ask())


def test_a_viewer_is_sent_what_was_asked_for_and_nothing_of_what_was_shown_before(server):
    page = "ikke-tatt-i-bruk"
    first, changed, other = asked(
        server, (page, "losning=kjernejournal"), (page, "losning=vkp"), ("om-tallene", "")
    )
    assert "har ikke tatt i bruk Kjernejournal" in first.html
    assert "VKP" in changed.html and "har ikke tatt i bruk Kjernejournal" not in changed.html
    assert "Om tallene" in other.html and "har ikke tatt i bruk" not in other.html
    assert all(a.succeeded and not a.exceptions and not a.not_found for a in (first, changed))


def test_an_unknown_page_is_told(server):
    (answer,) = asked(server, ("finnes-ikke", ""))
    assert answer.not_found


def test_the_server_is_held_to_its_limits(server):
    _, hard = resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE)
    assert hard == 600


def test_a_server_that_does_not_start_is_told_at_once(tmp_path):
    log = tmp_path / "log"
    with pytest.raises(RuntimeError, match="ended"), served(tmp_path, tmp_path / "x.py", log=log):
        pass
    assert "x.py" in log.read_text()
