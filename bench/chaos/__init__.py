"""The most hostile day, on purpose: what no fault may take down, mix up or lose.

    python -m bench chaos [--short] [GROUP …]

Each group tries one kind of fault on copies of the project's data in a temporary folder, with
servers on loopback alone, and prints a line: survived/tried, and why where something did not. All
of them take less than ten minutes on two cores; --short takes less than one, with fewer tries.
Exit code 0: all survived; 1: not all; 2: all that could be tried here, but something could not.
"""

from bench.chaos.command import run

__all__ = ["run"]
