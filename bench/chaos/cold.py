"""Servers that have just started, and two visitors who come at once: nobody is shown a fault."""

import asyncio

from bench.chaos.ground import Ground, Tally
from bench.chaos.visits import fault_of
from bench.sessions import opened, served
from dashboard.navigation import PATHS

LATER = ("overview", "not_adopted", "enrolled", "quality")


def run(ground: Ground, tally: Tally) -> None:
    """Start a server a time; the second visitor comes 0.05 to 0.6 s after the first."""
    starts = ground.of(20, 1)
    for number in range(starts):
        wait = 0.05 + 0.55 * number / max(1, starts - 1)
        with served(ground.warehouse) as server:
            fault = asyncio.run(_visits(server.port, wait))
        tally.note(f"{wait:.2f} s apart: {fault}" if fault else None)


async def _visits(port: int, wait: float) -> str | None:
    first = _visit(port, PATHS["overview"])
    second = _visit(port, PATHS["not_adopted"], wait)
    faults = [*await asyncio.gather(first, second)]
    faults += [await _visit(port, PATHS[page]) for page in LATER]
    return next(filter(None, faults), None)


async def _visit(port: int, page: str, wait: float = 0) -> str | None:
    await asyncio.sleep(wait)
    async with opened(port) as session:
        fault = fault_of(await session.ask(page))
    return f"/{page}: {fault}" if fault else None
