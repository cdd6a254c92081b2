"""What a person meets who asks for help or mistypes a command."""

import re

import pytest

from pipeline import texts
from pipeline.__main__ import main
from pipeline.arguments import Parser
from pipeline.errors import UserError

ENGLISH = re.compile(
    r"usage|options|argument\b|arguments|show this|exit|choose from|required|invalid|unrecognized",
    re.IGNORECASE,
)
COMMANDS = ("build", "check", "current", "decide", "export", "demo")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_is_norwegian_and_answers_0(capsys, command):
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert told.startswith("bruk: python -m pipeline")
    assert texts.HELP_HELP in told
    assert not ENGLISH.search(told)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("", "KOMMANDO mangler"),
        ("bygg", "KOMMANDO kan ikke være «bygg»: velg build, check"),
        ("export", "LISTE mangler"),
        ("demo --months", "--months trenger en verdi"),
        ("build --tull", "--tull er ikke kjent"),
        ("build --if-changed=3", "--if-changed tar ingen verdi"),
        ("decide --w x", "--w kan være --warehouse eller --who"),
    ],
)
def test_a_command_that_is_mistyped_is_told_why_in_norwegian_and_answers_1(capsys, command, why):
    assert main(command.split()) == 1
    told = capsys.readouterr().err
    assert why in told
    assert "--help» viser hvordan den skrives." in told
    assert told.count("\n") == 1
    assert not ENGLISH.search(told)


@pytest.mark.parametrize(
    "message",
    [
        "argument KOMMANDO: invalid choice: 'bygg' (choose from 'build', 'check')",
        "argument KOMMANDO: invalid choice: 'bygg' (choose from build, check)",
        "argument KOMMANDO: invalid choice: 'bygg', maybe you meant 'build'? "
        "(choose from build, check)",
    ],
)
def test_every_version_of_python_is_understood(message):
    with pytest.raises(UserError, match="«bygg»: velg build eller check"):
        Parser(prog="prog").error(message)


def test_a_message_that_is_not_known_is_left_out():
    with pytest.raises(UserError, match=r"^Kommandoen er ikke forstått: «prog --help» viser"):
        Parser(prog="prog").error("something new went wrong")
