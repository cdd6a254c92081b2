"""What Python's own reader of command lines says, in Norwegian."""

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

from pipeline import texts
from pipeline.errors import UserError
from pipeline.wording import either


class Parser(argparse.ArgumentParser):
    """A parser whose help is Norwegian, and which answers with UserError what it does not grasp.

    So a command that cannot be read ends with 1: argparse's own 2 would be a finding of `check`.
    """

    def __init__(self, **options: object) -> None:
        super().__init__(**options, formatter_class=_Formatter)
        self._positionals.title = texts.ARGUMENTS
        self._optionals.title = texts.OPTIONS
        for action in self._actions:
            if action.dest == "help":
                action.help = texts.HELP_HELP

    def error(self, message: str) -> NoReturn:
        """What argparse calls with a message in English, which differs between its versions."""
        raise UserError(texts.BAD_COMMAND.format(why=_norwegian(message), command=self.prog))


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._ArgumentGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, texts.USAGE if prefix is None else prefix)


def _norwegian(message: str) -> str:
    """The reason in Norwegian; nothing for a message that is not known, rather than English."""
    for pattern, form in texts.BAD_COMMAND_WHY.items():
        if found := re.fullmatch(pattern, message):
            told = found.groupdict()
            if "known" in told:
                told["known"] = either(re.findall(r"[\w-]+", told["known"]))
            return form.format(**told)
    return ""
