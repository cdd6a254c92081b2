"""The command line's two streams and its signals: what is printed is safe, and nothing is raw.

A terminal obeys signs that a file name or a cell may hold; a pipe may close before we are done;
an old code page lacks our letters. None of that is a reason to stop, or for a traceback.
"""

import os
import signal
import sys
import unicodedata
from collections.abc import Callable
from io import TextIOWrapper
from types import FrameType
from typing import TextIO

from pipeline import texts

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


def printable(text: str) -> str:
    """Text from anywhere in; it without line ends and signs that would steer a terminal out."""
    return "".join(c if c.isprintable() or unicodedata.category(c) == "Zs" else "�" for c in text)


def say(line: str = "", to: TextIO | None = None) -> None:
    """Print one line, made safe. A stream that nobody reads any longer is no reason to stop."""
    stream = to or sys.stdout
    try:
        print(printable(line), file=stream)
    except OSError:
        _to_nowhere(stream)


def process(main: Callable[[], int]) -> int:
    """Run a command as the whole process; its exit code, or 128 and the number of a signal.

    Ctrl-C and a request to end stop it where it can clean up, without a word.
    """
    caught: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        caught.append(number)
        raise KeyboardInterrupt

    for name in _SIGNALS:
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) != signal.SIG_IGN:
            signal.signal(getattr(signal, name), stop)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = main()
    except (Exception, KeyboardInterrupt) as error:  # what is interrupted may say so in its own way
        if not caught:
            if sys.flags.dev_mode:
                raise
            say(texts.unexpected(error), sys.stderr)
        code = 128 + caught[-1] if caught else 1
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _to_nowhere(stream)
    return code


def _to_nowhere(stream: TextIO) -> None:
    """What is left in the stream, and all that follows, goes nowhere, also when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
