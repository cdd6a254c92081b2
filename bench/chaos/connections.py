"""Many at once: ordinary viewers where files are few, and connections that only hang."""

import asyncio
import resource
import socket
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path

from bench.chaos.ground import Ground, NotRunError, Tally
from bench.chaos.visits import fault_of
from bench.sessions import opened, served
from dashboard.navigation import PATHS

SOFT, HARD = 1024, 4096
VIEWERS = 400
HALF_OPEN = 1_100
"""More than a server may have that is not allowed more files than SOFT."""
_SOON = 5
"""Seconds that a viewer behind them waits at most."""
_LOG = 1 << 20
"""Bytes that a server may have written about it all."""


def run(ground: Ground, tally: Tally) -> None:
    """Viewers who stay, then half-open connections with a viewer behind them."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < HARD:
        raise NotRunError(f"a process may have only {hard} files open here")
    resource.setrlimit(resource.RLIMIT_NOFILE, (HARD, hard))
    log = ground.new("connections") / "log"
    limits = {resource.RLIMIT_NOFILE: (SOFT, HARD)}
    if not ground.short:
        with served(ground.warehouse, limits=limits, log=log) as server:
            asyncio.run(_stay(server.port, VIEWERS, tally))
    limits = {resource.RLIMIT_NOFILE: (SOFT, SOFT)}
    with served(ground.warehouse, limits=limits, log=log) as server:
        asyncio.run(_stay(server.port, ground.of(100, 20), tally))
        _hang(server.port, HALF_OPEN, tally)
    tally.note(_log_fault(log))


async def _stay(port: int, viewers: int, tally: Tally) -> None:
    """Each opens a page and stays until all have."""
    async with AsyncExitStack() as stack:
        for number in range(viewers):
            try:
                session = await stack.enter_async_context(opened(port))
                fault = fault_of(await session.ask(PATHS["about"]))
            except Exception as error:  # whatever keeps a viewer out is counted
                fault = f"{type(error).__name__}: {error}"
            tally.note(f"viewer {number + 1}: {fault}" if fault else None)


def _hang(port: int, connections: int, tally: Tally) -> None:
    """Half a request on each, and then somebody who wants to see a page."""
    with ExitStack() as stack:
        for _ in range(connections):
            half = socket.create_connection(("127.0.0.1", port), timeout=10)
            stack.enter_context(half)
            half.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-a: ")
        tally.note(asyncio.run(_behind(port, connections)))


async def _behind(port: int, connections: int) -> str | None:
    try:
        async with asyncio.timeout(_SOON), opened(port) as session:
            fault = fault_of(await session.ask(PATHS["not_adopted"]))
    except Exception as error:
        fault = f"{type(error).__name__}: {error}"
    return f"behind {connections} that hang: {fault}" if fault else None


def _log_fault(log: Path) -> str | None:
    size = log.stat().st_size
    return f"the log has {size >> 20} MB" if size > _LOG else None
