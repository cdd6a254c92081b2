"""The chaos bench says how each group went, by its lines and by its exit code."""

import sys
from types import ModuleType

import pytest

from bench.chaos import command
from bench.chaos.ground import Ground, NotRunError, Said, Tally


@pytest.fixture
def group(monkeypatch):
    """Puts a function in the place of a group."""

    def put(name: str, run) -> None:
        module = ModuleType(f"bench.chaos.{name}")
        module.run = run
        monkeypatch.setitem(sys.modules, module.__name__, module)

    return put


def well(_: Ground, tally: Tally) -> None:
    tally.note(None)


def badly(_: Ground, tally: Tally) -> None:
    tally.note(None)
    tally.note("the old build is gone")


def unable(_: Ground, tally: Tally) -> None:
    raise NotRunError("mounting is not allowed")


def test_a_group_that_survives_everything_ends_with_0(group, capsys):
    group("flips", well)
    assert command.run(["flips"]) == 0
    assert capsys.readouterr().out.startswith("flips: 1/1")


def test_a_group_that_does_not_survive_ends_with_1_and_says_why(group, capsys):
    group("flips", badly)
    group("disk", unable)
    assert command.run(["flips", "disk"]) == 1
    said = capsys.readouterr().out
    assert "flips: 1/2" in said and "the old build is gone" in said


def test_a_group_that_breaks_off_is_a_fault_and_the_next_one_is_tried(group, capsys):
    group("flips", lambda *_: 1 / 0)
    group("disk", well)
    assert command.run(["flips", "disk"]) == 1
    said = capsys.readouterr().out
    assert "ZeroDivisionError" in said and "disk: 1/1" in said


def test_a_group_that_cannot_run_here_ends_with_2(group, capsys):
    group("disk", unable)
    group("flips", well)
    assert command.run(["disk", "flips"]) == 2
    assert "disk: not run: mounting is not allowed" in capsys.readouterr().out


def test_an_unknown_group_gets_a_sentence(capsys):
    with pytest.raises(SystemExit) as ended:
        command.run(["nonsense"])
    assert ended.value.code == 2
    assert "no such group: nonsense" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (Said(0, "done\n", ""), None),
        (Said(1, "a\nb\n", "Ingenting er publisert.\n"), None),
        (Said(1, "", "Traceback (most recent call last):\nValueError: x\n"), "traceback"),
        (Said(1, "", "one\ntwo\n"), "more than a sentence"),
        (Said(1, "", ""), "without a word"),
        (Said(-9, "", ""), "ends with -9"),
        (Said(None, "", ""), "does not end"),
    ],
)
def test_what_a_command_says_is_calm_or_a_fault(said, fault):
    found = said.fault(0, 1)
    assert found is None if fault is None else fault in found
