"""Pages while figures are published each second: each shows one build, whole."""

import asyncio
import itertools
from pathlib import Path

from bench import viewers
from bench.chaos.ground import Ground, Tally
from bench.chaos.visits import fault_of
from bench.sessions import Server, Session, opened, served

VIEWERS = 4
PERIOD = 1.0
"""Seconds between publications."""


def run(ground: Ground, tally: Tally) -> None:
    """Run a page some hundred times under publications of two builds in turn."""
    folder = ground.new("mixed")
    builds = viewers.two_builds(folder)
    warehouse = folder / "warehouse"
    viewers.put_in_force(builds[0], warehouse)
    with served(warehouse) as server:
        asyncio.run(_visits(server, builds, warehouse, ground.of(720, 40), tally))


async def _visits(
    server: Server, builds: list[Path], warehouse: Path, runs: int, tally: Tally
) -> None:
    right = await viewers.right_answers(server, builds, warehouse)
    publishing = asyncio.create_task(_publish(builds, warehouse))
    numbers = iter(range(runs))

    async def visit(session: Session) -> None:
        for number in numbers:
            solution = viewers.SOLUTIONS[number % len(viewers.SOLUTIONS)]
            answer = await session.ask(viewers.PAGE, f"losning={solution}")
            shown = viewers.shown_by(answer)
            mixed = None if shown in right[solution] else f"{solution}: mixed: {shown[0]}"
            tally.note(fault_of(answer) or mixed)

    async def enter() -> None:
        async with opened(server.port) as session:
            await visit(session)

    await asyncio.gather(*(enter() for _ in range(VIEWERS)))
    if publishing.done():  # it publishes until it is told to stop, so it has failed
        publishing.result()
    publishing.cancel()


async def _publish(builds: list[Path], warehouse: Path) -> None:
    for build in itertools.cycle(builds):
        await asyncio.to_thread(viewers.put_in_force, build, warehouse)
        await asyncio.sleep(PERIOD)
