"""One real server for all tests of it, and questions to it that hide nothing."""

import http.client
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.sessions import served

Answer = tuple[int, http.client.HTTPMessage, str]
Fetch = Callable[..., Answer]


@pytest.fixture(scope="session")
def port(real_warehouse: Path) -> Iterator[int]:
    """The port of a server on the real figures."""
    with served(real_warehouse) as server:
        yield server.port


@pytest.fixture
def fetch(port: int) -> Fetch:
    """Asks for a path just as it is written; gives status, headers and text."""

    def asked(path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, answer.headers, text

    return asked
