"""Fifty viewers at once, changing the map page every five seconds while figures are published.

Real sessions on two servers of the same figures: one as it is run, one with Streamlit's collection
of all garbage after every run. They take turns, in pairs, so that what else the machine does is in
both; the server's CPU time tells more than the clock does. The two builds that take turns differ in
one municipality of every solution: a headline of one above the names of the other is a mixed page.

Budget, on two cores: p95 150 ms quiet, 30 ms of CPU a change, nothing wrong, nothing mixed.

    python -m bench.viewers [PAIRS]    # more pairs than the three of python -m bench viewers
"""

import asyncio
import re
import shutil
import sys
import tempfile
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median, quantiles

from websockets import ConnectionClosed

from bench.sessions import Answer, Server, Session, opened, served
from pipeline.build import build
from pipeline.paths import RAW
from pipeline.publish import new_build, publish, writer

VIEWERS, PACE = 50, 5.0
PAIRS, SECONDS = 3, 18
PUBLICATIONS = 2
"""In each turn of so many seconds."""

COLLECTING = {"STREAMLIT_RUNNER_POST_SCRIPT_GC": "true"}
PAGE = "ikke-tatt-i-bruk"
SOLUTIONS = ("digihelse", "digihelsestasjon", "vkp", "kjernejournal")
_KEPT_SECONDS = 3
"""How long a server keeps a session that has left; Streamlit's two minutes are long to wait for."""

_HEADLINE = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
_NAMES = re.compile(r'<div class="u-columns">(.*)', re.DOTALL)
Shown = tuple[str, tuple[str, ...]]
"""A headline, and the names in the columns below."""


@dataclass
class Crowd:
    """The viewers of one server, and what has become of what they asked for."""

    server: Server
    sessions: list[Session] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    turns: list[tuple[float, float]] = field(default_factory=list)
    """CPU milliseconds a change, and the 95th percentile from asking to finished, by turn."""
    memory: list[int] = field(default_factory=list)
    wrong: int = 0
    mixed: int = 0
    errors: int = 0


def run(pairs: int = PAIRS) -> None:
    """Print both, and their ratios by pair."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        builds = two_builds(folder)
        warehouse = folder / "warehouse"
        put_in_force(builds[0], warehouse)
        kept = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(_KEPT_SECONDS)}
        with (
            served(warehouse, env=kept) as ours,
            served(warehouse, env=kept | COLLECTING) as other,
        ):
            crowds = {"as run": Crowd(ours), "collecting after every run": Crowd(other)}
            asyncio.run(_measure(list(crowds.values()), builds, warehouse, pairs))
        for label, crowd in crowds.items():
            _print(label, crowd)
        for what, place in (("CPU", 0), ("p95", 1)):
            turns = [[turn[place] for turn in crowd.turns] for crowd in crowds.values()]
            ratios = sorted(theirs / mine for mine, theirs in zip(*turns, strict=True))
            print(f"{what}, collecting / as run, by pair: {' '.join(f'{r:.1f}' for r in ratios)}")


def two_builds(folder: Path) -> list[Path]:
    """A build of the real figures, and one where a municipality of each solution has adopted it."""
    raw = folder / "raw"
    shutil.copytree(RAW, raw)
    first = build(raw, folder / "first").path
    (file,) = raw.glob("*/ikke_tatt_i_bruk.csv")
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    last = {line.partition(";")[0]: line for line in lines[1:-1]}
    kept = [line for line in lines if line not in last.values()]
    file.write_text("".join(kept), encoding="utf-8")
    return [first, build(raw, folder / "second").path]


def put_in_force(build_path: Path, warehouse: Path) -> None:
    """Publish a copy of a build in a warehouse folder."""
    with writer(warehouse):
        built = new_build(warehouse)
        shutil.copy(build_path, built)
        publish(built)


async def _measure(crowds: list[Crowd], builds: list[Path], warehouse: Path, pairs: int) -> None:
    """Let the crowds in, give them turns, let them leave."""
    right = await right_answers(crowds[0].server, builds, warehouse)
    async with AsyncExitStack() as stack:
        for crowd in crowds:
            for _ in range(VIEWERS):
                crowd.sessions.append(await stack.enter_async_context(opened(crowd.server.port)))
            await crowd.sessions[0].ask(PAGE)
            crowd.memory.append(crowd.server.memory_mb)
            await asyncio.gather(*(session.ask(PAGE) for session in crowd.sessions))
        for number in range(pairs):
            for crowd in crowds if number % 2 else reversed(crowds):
                await _turn(crowd, builds, warehouse, right)
    await asyncio.sleep(_KEPT_SECONDS + 1)
    for crowd in crowds:
        async with opened(crowd.server.port) as session:  # who comes makes room: the rest go
            await session.ask(PAGE)
        crowd.memory.append(crowd.server.memory_mb)


async def right_answers(
    server: Server, builds: list[Path], warehouse: Path
) -> dict[str, list[Shown]]:
    """What each build shows of each solution to one viewer alone."""
    right: dict[str, list[Shown]] = {solution: [] for solution in SOLUTIONS}
    async with opened(server.port) as session:
        for build_path in builds:
            put_in_force(build_path, warehouse)
            for solution, shown in right.items():
                shown.append(shown_by(await session.ask(PAGE, f"losning={solution}")))
    for solution, shown in right.items():
        if any(len(set(parts)) < len(builds) for parts in zip(*shown, strict=True)):
            raise RuntimeError(f"{solution}: the builds show the same, so nothing could look mixed")
    return right


def shown_by(answer: Answer) -> Shown:
    """What the page on who has not adopted shows."""
    headline, columns = _HEADLINE.search(answer.html), _NAMES.search(answer.html)
    names = re.findall(r"<li[^>]*>(.*?)</li>", columns[1] if columns else "", re.DOTALL)
    return headline[1] if headline else "", tuple(names)


async def _turn(
    crowd: Crowd, builds: list[Path], warehouse: Path, right: dict[str, list[Shown]]
) -> None:
    before, asked = crowd.server.cpu_seconds, len(crowd.seconds)
    publishing = asyncio.create_task(_publish_now_and_then(builds, warehouse))
    visits = (
        _visit(crowd, session, number + len(crowd.seconds), right)
        for number, session in enumerate(crowd.sessions)
    )
    await asyncio.gather(publishing, *visits)
    taken = crowd.seconds[asked:]
    cpu = crowd.server.cpu_seconds - before
    crowd.turns.append((1000 * cpu / len(taken), 1000 * quantiles(taken, n=20)[-1]))
    crowd.memory.append(crowd.server.memory_mb)


async def _publish_now_and_then(builds: list[Path], warehouse: Path) -> None:
    for number in range(PUBLICATIONS):
        await asyncio.sleep(SECONDS / (PUBLICATIONS + 1))
        await asyncio.to_thread(put_in_force, builds[number % len(builds)], warehouse)


async def _visit(
    crowd: Crowd, session: Session, number: int, right: dict[str, list[Shown]]
) -> None:
    """Change the solution every PACE seconds or so, until the turn is over."""
    random, clock = Random(number), asyncio.get_running_loop()
    until = clock.time() + SECONDS
    while clock.time() + (thinking := 2 * PACE * random.random()) < until:
        await asyncio.sleep(thinking)
        number += 1
        solution = SOLUTIONS[number % len(SOLUTIONS)]
        try:
            answer = await session.ask(PAGE, f"losning={solution}")
        except (TimeoutError, ConnectionClosed):
            crowd.errors += 1
            return
        crowd.seconds.append(answer.seconds)
        crowd.errors += len(answer.exceptions)
        shown = shown_by(answer)
        if shown not in right[solution]:
            headlines, names = zip(*right[solution], strict=True)
            is_mixed = shown[0] in headlines and shown[1] in names
            crowd.mixed += is_mixed
            crowd.wrong += not is_mixed


def _print(label: str, crowd: Crowd) -> None:
    cuts = [1000 * cut for cut in quantiles(crowd.seconds, n=20)]
    before, *turns, left = crowd.memory
    print(
        f"{label}: {len(crowd.sessions)} viewers, {len(crowd.seconds)} changes: "
        f"{cuts[9]:.0f} ms (p95 {cuts[-1]:.0f}, max {1000 * max(crowd.seconds):.0f}), "
        f"server CPU {median(cpu for cpu, _ in crowd.turns):.0f} ms a change; "
        f"wrong {crowd.wrong}, mixed {crowd.mixed}, errors {crowd.errors}; memory {before} MB "
        f"with one viewer, {turns[0]} after a turn, {turns[-1]} at the end, {left} when all "
        f"have left"
    )


if __name__ == "__main__":
    run(*map(int, sys.argv[1:]))
