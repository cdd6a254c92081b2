"""A build that kills itself before a step: python -m bench.chaos.stepping STEP RAW WAREHOUSE.

A step is whatever touches the warehouse folder or what lies beside it: a file opened, renamed,
removed or synced. STEP 0 kills nothing, and the last word printed is how many steps there were.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from pipeline.__main__ import main

_EVENTS = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate"}


class _Steps:
    def __init__(self, last: int, folder: str) -> None:
        self.taken, self._last, self._folder = 0, last, folder

    def heard(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in _EVENTS and str(arguments[0]).startswith(self._folder):
            self.take()

    def take(self) -> None:
        self.taken += 1
        if self.taken == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object) -> object:
            self.take()
            return call(*arguments)

        return counted


if __name__ == "__main__":
    step, raw, warehouse = sys.argv[1:]
    steps = _Steps(int(step), str(Path(warehouse).resolve().parent))
    os.fsync = steps.before(os.fsync)  # the one step that Python does not report
    sys.addaudithook(steps.heard)
    code = main(["build", "--raw", raw, "--warehouse", warehouse])
    print(steps.taken)
    sys.exit(code)
