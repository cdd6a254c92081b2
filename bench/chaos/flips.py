"""One flipped bit in the build in force: `build --if-changed` must notice it, and build again."""

from random import Random

from bench.chaos.ground import Ground, Tally, command, state_fault
from pipeline.freshness import is_up_to_date
from pipeline.paths import DECISIONS
from pipeline.warehouse import current_path

FLIPS = 40


def run(ground: Ground, tally: Tally) -> None:
    """A flip at a time, judged by what the command asks; at last the command itself, once."""
    warehouse = ground.copy("flips")
    file = current_path(warehouse)
    good, draw = file.read_bytes(), Random(3)
    if not is_up_to_date(warehouse, ground.raw, DECISIONS):
        tally.note("a build that is whole is not up to date")
    for _ in range(ground.of(FLIPS, 5)):
        flipped = bytearray(good)
        place = draw.randrange(len(flipped))
        flipped[place] ^= 1 << draw.randrange(8)
        file.write_bytes(flipped)
        noticed = not is_up_to_date(warehouse, ground.raw, DECISIONS)
        tally.note(None if noticed else f"a flipped bit at byte {place} goes unnoticed")
    told = command("build", "--if-changed", "--raw", ground.raw, "--warehouse", warehouse)
    fault = told.fault(0) or state_fault(warehouse, ground.contents[0])
    if fault or current_path(warehouse) == file:
        tally.note(f"a build with a flipped bit is not built again: {fault or told.out.strip()}")
