"""Run every benchmark: python -m bench [NAME …]."""

import importlib
import sys

NAMES = ("recognise", "build", "lists", "page", "viewers")

for name in sys.argv[1:] or NAMES:
    print(f"== {name}")
    importlib.import_module(f"bench.{name}").run()
