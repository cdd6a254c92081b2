"""A build is killed, at random moments and before each of its steps in the file system.

After each, the build in force is the old one or the new one, whole. Two kinds of build take turns,
so that what is being built is never what is in force.
"""

import signal
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from random import Random

from bench.chaos.ground import Ground, Tally, command, in_force, kill, leftovers, start, state_fault

RANDOM = 28
WORKERS = 2
KILLED = -signal.SIGKILL

Contents = tuple[str, str]


def run(ground: Ground, tally: Tally) -> None:
    """Half of the kills in each of two warehouses, side by side."""
    known = ground.contents
    count, took = _steps(ground)
    draw = Random(7)
    moments = [draw.uniform(0.05, 1.1 * took) for _ in range(ground.of(RANDOM, 2))]
    every = range(1, count + 1)
    steps = list(every)[-4::2] if ground.short else list(every)
    with ThreadPoolExecutor(WORKERS) as pool:
        ended = pool.map(
            partial(_kill_all, ground, known, tally),
            range(WORKERS),
            [moments[i::WORKERS] for i in range(WORKERS)],
            [steps[i::WORKERS] for i in range(WORKERS)],
        )
        list(ended)


def _steps(ground: Ground) -> tuple[int, float]:
    """In how many steps a build is published where all is as usual, and how long it all takes."""
    warehouse = ground.copy("kills-counted")
    for _ in range(ground.of(2, 1)):  # then there are old builds to be removed too
        started = time.monotonic()
        told = command(0, ground.more, warehouse, module="bench.chaos.stepping")
        took = time.monotonic() - started
    if fault := told.fault(0):
        raise RuntimeError(fault)
    return int(told.out.split()[-1]), took


def _kill_all(
    ground: Ground,
    known: Contents,
    tally: Tally,
    worker: int,
    moments: list[float],
    steps: list[int],
) -> None:
    warehouse = ground.copy(f"kills-{worker}")
    for moment in moments:
        process = start(
            "build", "--raw", _other(ground, known, warehouse), "--warehouse", warehouse
        )
        time.sleep(moment)
        kill(process)
        process.communicate()
        _judge(known, tally, warehouse, f"killed after {moment:.2f} s")
    for step in steps:
        told = command(
            step, _other(ground, known, warehouse), warehouse, module="bench.chaos.stepping"
        )
        if told.code == KILLED:
            _judge(known, tally, warehouse, f"killed before step {step}")
        elif fault := told.fault(0):
            tally.note(f"step {step}: {fault}")
    last = command("build", "--raw", ground.raw, "--warehouse", warehouse).fault(0)
    if fault := last or state_fault(warehouse, known[0]) or leftovers(warehouse):
        tally.note(f"after all kills: {fault}")


def _other(ground: Ground, known: Contents, warehouse: Path) -> Path:
    """The source files of a build that is not in force."""
    return ground.more if in_force(warehouse) == known[0] else ground.raw


def _judge(known: Contents, tally: Tally, warehouse: Path, what: str) -> None:
    fault = state_fault(warehouse, *known)
    tally.note(f"{what}: {fault}" if fault else None)
