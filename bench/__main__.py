"""Run benchmarks: python -m bench [NAME …]; chaos is run by its name alone, with its own words."""

import importlib
import sys
from collections.abc import Sequence

NAMES = ("recognise", "build", "faults", "lists", "page", "viewers")


def main(arguments: Sequence[str]) -> int:
    """Run the benchmarks named, else all of NAMES; the exit code, which only chaos makes use of."""
    if arguments[:1] == ["chaos"]:
        return importlib.import_module("bench.chaos").run(arguments[1:])
    for name in arguments or NAMES:
        print(f"== {name}")
        importlib.import_module(f"bench.{name}").run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
