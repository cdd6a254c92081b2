"""How many connections may be open, how long they may hang, and what is said when it is full."""

import asyncio
import errno
import logging
import re
import resource
import socket
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import pytest

from bench.sessions import served
from dashboard import texts
from web.connections import Connections

ASKED = b"GET / HTTP/1.1\r\n\r\n"


class Greeter(asyncio.Protocol):
    """Answers what has come whole."""

    def connection_made(self, transport: asyncio.Transport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if data.endswith(b"\r\n\r\n"):
            self._transport.write(b"hei")


def at_the_door(limit: int, patience: float, visit) -> None:
    """Run `visit(port)` against a guarded server."""

    async def run() -> None:
        loop = asyncio.get_running_loop()
        Connections(limit, patience).guard(loop)
        server = await loop.create_server(Greeter, "127.0.0.1", 0)
        async with server:
            await asyncio.wait_for(visit(server.sockets[0].getsockname()[1]), 20)

    asyncio.run(run())


async def ask(port: int, data: bytes = ASKED) -> asyncio.StreamReader:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(data)
    reader.writer = writer  # Kept, or the connection is closed with it.
    return reader


def test_half_open_connections_keep_nobody_out():
    async def visit(port: int) -> None:
        kept = [await ask(port, b"GET / HT") for _ in range(5)]
        late = await ask(port)
        assert await late.read(100) == b"hei"
        assert len(kept) == 5

    at_the_door(3, 60, visit)


def test_those_who_come_when_it_is_full_are_told_so(caplog: pytest.LogCaptureFixture):
    async def visit(port: int) -> None:
        inside = [await ask(port) for _ in range(2)]
        assert [await reader.read(100) for reader in inside] == [b"hei", b"hei"]
        for _ in range(3):
            told = (await (await ask(port)).read()).decode()
            assert told.startswith("HTTP/1.1 503 ")
            assert told.endswith(texts.FULL)
        while not caplog.records:
            await asyncio.sleep(0.05)

    with caplog.at_level(logging.WARNING):
        at_the_door(2, 60, visit)
    assert len(caplog.records) == 1
    assert "3 nye" in caplog.text


def test_a_connection_that_only_hangs_is_closed():
    async def visit(port: int) -> None:
        half_open = await ask(port, b"GET / HT")
        with pytest.raises(ConnectionResetError):
            if await half_open.read() == b"":
                raise ConnectionResetError

    at_the_door(10, 0.5, visit)


def test_a_crowd_with_no_files_left_is_neither_counted_twice_nor_written_down(
    real_warehouse: Path, tmp_path: Path
):
    log, limits = tmp_path / "log", {resource.RLIMIT_NOFILE: (400, 400)}
    with served(real_warehouse, limits=limits, log=log) as server, ExitStack() as crowd:
        for _ in range(600):
            half = crowd.enter_context(socket.create_connection(("127.0.0.1", server.port)))
            half.sendall(b"GET / HT")
        with urlopen(f"{server.address}/klar", timeout=20) as answer:
            assert answer.status == 200
        while texts.FULL_LOG.partition(":")[0] not in log.read_text():
            time.sleep(0.05)
    assert "Traceback" not in log.read_text()
    assert sum(map(int, re.findall(r"(\d+) nye", log.read_text()))) <= 601


def test_half_open_ones_make_place_when_there_is_no_file_left_to_take_more_with():
    async def visit(port: int) -> None:
        inside, half_open = await ask(port), await ask(port, b"GET / HT")
        assert await inside.read(100) == b"hei"
        while not (half_open.exception() or half_open.at_eof()):
            out_of_files = {"exception": OSError(errno.EMFILE, "no files")}
            asyncio.get_running_loop().call_exception_handler(out_of_files)
            await asyncio.sleep(0.01)
        inside.writer.write(ASKED)
        assert await inside.read(100) == b"hei"

    at_the_door(10, 60, visit)
