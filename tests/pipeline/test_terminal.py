"""What is printed, where, and what ends a command."""

import os
import signal
import subprocess
import sys

import pytest

from pipeline.paths import ROOT
from pipeline.terminal import printable, process, say
from pipeline.warehouse import current_path


@pytest.fixture(autouse=True)
def _own_signals():
    """The process of the tests keeps its own handlers."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    hangup = signal.getsignal(signal.SIGHUP)
    yield
    for number, handler in {**kept, signal.SIGHUP: hangup}.items():
        signal.signal(number, handler)


def test_what_would_steer_a_terminal_is_not_printed_and_a_line_stays_one(capsys):
    say("b\x1b[2J\nny\u202elinje: 1\u202f234 æøå")
    assert capsys.readouterr().out == "b�[2J�ny�linje: 1\u202f234 æøå\n"


def test_a_name_that_is_no_text_can_be_printed():
    assert printable(os.fsdecode(b"b\xff.csv")) == "b�.csv"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_command_without_a_word(number, capsys):
    assert process(lambda: os.kill(os.getpid(), number)) == 128 + number
    assert capsys.readouterr() == ("", "")


def test_what_nobody_foresaw_is_one_sentence_that_says_where(capsys):
    assert process(lambda: 1 // 0) == 1
    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told
    assert "test_terminal.py, linje" in told
    assert told.count("\n") == 1


def test_a_build_is_published_in_ascii_and_though_nobody_reads_what_it_says(put, tmp_path):
    put("nhn-2024-05/vkp.csv", "Kommune;Befolkning\nOslo;717710\n")
    warehouse = tmp_path / "warehouse"
    read, write = os.pipe()
    os.close(read)
    result = subprocess.run(
        [sys.executable, "-m", "pipeline", "build", "--raw", str(tmp_path / "raw"),
         "--warehouse", str(warehouse)],
        cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": "ascii"}, stdout=write,
        stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(write)
    assert (result.returncode, result.stderr) == (0, b"")
    assert current_path(warehouse).is_file()
