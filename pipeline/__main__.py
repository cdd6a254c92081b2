"""Command line: python -m pipeline build | check | current | decide | export | demo.

A command imports what it alone needs: `current` and `build --if-changed` are asked often.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from pipeline import check_words, texts
from pipeline.arguments import Parser
from pipeline.demo.write import LAST, write_demo
from pipeline.errors import UserError
from pipeline.freshness import is_up_to_date
from pipeline.outreach.command import add_export
from pipeline.paths import DECISIONS, RAW, REGISTER, warehouse_folder
from pipeline.terminal import process, say
from pipeline.warehouse import current_path, opened


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it did what was asked, 1 with one sentence on stderr when not.

    `check` answers with what it found: see pipeline/check.py.
    """
    try:
        options = _parser().parse_args(arguments)
        return options.run(options)
    except UserError as error:
        say(str(error), sys.stderr)
        return 1


def _build(options: argparse.Namespace) -> int:
    folder = warehouse_folder(options.warehouse)
    if options.if_changed and is_up_to_date(folder, options.raw, DECISIONS):
        say(texts.UP_TO_DATE.format(path=current_path(folder)))
        return 0
    from pipeline.build import build
    from pipeline.publications import log_folder

    result = build(options.raw, folder, say, log=log_folder(folder))
    for line in texts.summary(result):
        say(line)
    return 0


def _check(options: argparse.Namespace) -> int:
    if not options.files:
        raise UserError(check_words.WHICH)
    from pipeline.check import EXIT_CODES, check

    preview = check(options.files, options.raw, warehouse_folder(options.warehouse))
    lines = check_words.reply(preview) if options.reply else check_words.report(preview)
    for line in lines:
        say(line)
    return EXIT_CODES[preview.verdict]


def _current(options: argparse.Namespace) -> int:
    folder = warehouse_folder(options.warehouse)
    with opened(folder):
        say(str(current_path(folder)))
    return 0


def _decide(options: argparse.Namespace) -> int:
    if isinstance(sys.stdin, TextIOWrapper):  # a stray byte is no reason to stop
        sys.stdin.reconfigure(errors="replace")
    from pipeline.decide import Desk, run
    from pipeline.people import person
    from pipeline.register.municipalities import load_register

    desk = Desk(
        decisions=options.decisions,
        municipalities=load_register(REGISTER).municipalities,
        who="" if options.list else person(options.who),
        today=date.today(),
        ask=input,
        say=say,
    )
    run(warehouse_folder(options.warehouse), desk, sys.stdout if options.list else None)
    return 0


def _demo(options: argparse.Namespace) -> int:
    months = _whole(options.months, texts.DEMO_MONTHS.format(months=options.months))
    seed = _whole(options.seed, texts.DEMO_SEED.format(seed=options.seed))
    files = write_demo(options.out, months, seed, options.last)
    say(texts.demo_written(files, options.out))
    return 0


def _whole(text: str, problem: str) -> int:
    """A whole number, or UserError with the problem: argparse would say it in English."""
    try:
        return int(text)
    except ValueError as error:
        raise UserError(problem) from error


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="python -m pipeline", description=texts.HELP)
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")
    folder = argparse.ArgumentParser(add_help=False)
    folder.add_argument("--warehouse", type=Path, metavar="MAPPE", help=texts.HELP_WAREHOUSE)

    building = commands.add_parser("build", parents=[folder], help=texts.HELP_BUILD)
    building.add_argument("--raw", type=Path, default=RAW, metavar="MAPPE", help=texts.HELP_RAW)
    building.add_argument("--if-changed", action="store_true", help=texts.HELP_IF_CHANGED)
    building.set_defaults(run=_build)

    checking = commands.add_parser("check", parents=[folder], help=texts.HELP_CHECK)
    checking.add_argument("files", type=Path, nargs="*", metavar="FIL", help=texts.HELP_FILES)
    checking.add_argument("--raw", type=Path, default=RAW, metavar="MAPPE", help=texts.HELP_RAW)
    checking.add_argument("--reply", action="store_true", help=texts.HELP_REPLY)
    checking.set_defaults(run=_check)

    current = commands.add_parser("current", parents=[folder], help=texts.HELP_CURRENT)
    current.set_defaults(run=_current)

    deciding = commands.add_parser("decide", parents=[folder], help=texts.HELP_DECIDE)
    deciding.add_argument(
        "--decisions", type=Path, default=DECISIONS, metavar="FIL", help=texts.HELP_DECISIONS
    )
    deciding.add_argument("--who", metavar="NAVN", help=texts.HELP_WHO)
    deciding.add_argument("--list", action="store_true", help=texts.HELP_LIST)
    deciding.set_defaults(run=_decide)

    add_export(commands, folder)

    demo = commands.add_parser("demo", help=texts.HELP_DEMO)
    demo.add_argument("--out", type=Path, required=True, metavar="MAPPE", help=texts.HELP_OUT)
    demo.add_argument("--months", default="24", metavar="ANTALL", help=texts.HELP_MONTHS)
    demo.add_argument("--seed", default="1", metavar="TALL", help=texts.HELP_SEED)
    last = texts.HELP_LAST.format(last=LAST)
    demo.add_argument("--last", default=LAST, metavar="MÅNED", help=last)
    demo.set_defaults(run=_demo)
    return parser


if __name__ == "__main__":
    sys.exit(process(main))
