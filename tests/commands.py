"""A command as a shell runs it, without a process of its own: what is typed goes in as bytes."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple
from unittest.mock import patch

from pipeline.__main__ import main


class Answer(NamedTuple):
    """What a command leaves: its exit code, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def command(*arguments: object, typed: str = "") -> Answer:
    """Run python -m pipeline with these arguments."""
    keyboard = io.TextIOWrapper(io.BytesIO(typed.encode(errors="surrogateescape")), "utf-8")
    out, err = io.StringIO(), io.StringIO()
    with patch.object(sys, "stdin", keyboard), redirect_stdout(out), redirect_stderr(err):
        code = main([*map(str, arguments)])
    return Answer(code, out.getvalue(), err.getvalue())
