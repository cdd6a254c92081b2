"""The command: which groups there are, and a line about each."""

import argparse
import importlib
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.chaos.ground import Ground, NotRunError, Tally

GROUPS = (
    "deciders", "flips", "broken", "templates", "disk", "kills",
    "hostile", "paths", "addresses", "mixed", "cold", "connections",
)  # fmt: skip
TOLD = 5
"""Faults told of a group; the first few show what is wrong."""


def run(arguments: Sequence[str]) -> int:
    """Run the groups named, else all, and print a line about each; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench chaos")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=" ".join(GROUPS))
    parser.add_argument("--short", action="store_true", help="fewer tries: at most a minute")
    options = parser.parse_args(arguments)
    if unknown := [group for group in options.groups if group not in GROUPS]:
        parser.error(f"no such group: {', '.join(unknown)}; there are {', '.join(GROUPS)}")
    if options.short:
        print("short form: fewer tries than the whole bench makes")
    folder = Path(tempfile.mkdtemp(prefix="chaos-"))
    try:
        ground = Ground(folder, options.short)
        return _code([_try(group, ground) for group in options.groups or GROUPS])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _try(group: str, ground: Ground) -> Tally:
    """Run a group and print how it went."""
    tally = Tally()
    started = time.monotonic()
    try:
        importlib.import_module(f"bench.chaos.{group}").run(ground, tally)
    except NotRunError as error:
        tally.not_run.append(str(error))
    except Exception as error:  # what stops a group is a fault of it, and no reason to stop others
        tally.note(f"{type(error).__name__}: {error}")
    print(f"{group}: {_line(tally)} ({time.monotonic() - started:.0f} s)", flush=True)
    for fault in tally.faults[:TOLD]:
        print(f"    {fault[:300]}")
    if more := tally.faults[TOLD:]:
        print(f"    and {len(more)} more", flush=True)
    return tally


def _line(tally: Tally) -> str:
    counts = [f"{tally.tried - len(tally.faults)}/{tally.tried}"] if tally.tried else []
    return "; ".join([*counts, *(f"not run: {why}" for why in tally.not_run)])


def _code(tallies: Sequence[Tally]) -> int:
    if any(tally.faults for tally in tallies):
        return 1
    return 2 if any(tally.not_run for tally in tallies) else 0
