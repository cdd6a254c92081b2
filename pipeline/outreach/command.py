"""The command `export`: a list from the warehouse in force to a file."""

import argparse
from pathlib import Path

from pipeline.errors import UserError
from pipeline.outreach import texts
from pipeline.outreach.call_list import GAPS, call_order, in_call_order
from pipeline.outreach.export import FORMATS, TABLES, make, save
from pipeline.outreach.lists import known, refuse_silence, select, take
from pipeline.paths import warehouse_folder
from pipeline.sources.dates import parse_date
from pipeline.terminal import say
from pipeline.warehouse import opened
from pipeline.wording import either, plural


def add_export(commands: "argparse._SubParsersAction", folder: argparse.ArgumentParser) -> None:
    """Add the command to the parser; `folder` holds the option of where the warehouse is."""
    parser = commands.add_parser("export", parents=[folder], help=texts.HELP_EXPORT)
    parser.add_argument("list", metavar="LISTE", help=either(texts.LIST_WORDS))
    for option, name, text in (
        ("--solution", "LØSNING", texts.HELP_SOLUTION),
        ("--region", "REGION", texts.HELP_REGION),
        ("--stage", "STATUS", texts.HELP_STAGE),
    ):
        parser.add_argument(option, action="append", default=[], metavar=name, help=text)
    parser.add_argument("--as-of", metavar="DATO", help=texts.HELP_AS_OF)
    parser.add_argument("--format", default="csv", metavar="FORMAT", help=either(FORMATS))
    parser.add_argument("--template", type=Path, metavar="FIL", help=texts.HELP_TEMPLATE)
    parser.add_argument("--out", type=Path, metavar="FIL", help=texts.HELP_OUT)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the file asked for, and say what it holds and what it leaves out.

    Raises UserError, with nothing written, when an option or the warehouse cannot be used.
    """
    if options.format not in FORMATS:
        told = texts.UNKNOWN_FORMAT.format(wanted=options.format, known=either(FORMATS))
        raise UserError(told)
    if options.template and options.format != "pptx":
        raise UserError(texts.TEMPLATE_ONLY_SLIDES)
    is_call_list = options.list == texts.CALL_LIST
    if is_call_list and options.format not in TABLES:
        raise UserError(texts.CALL_LIST_NO_SLIDES)
    if options.out is None:
        raise UserError(texts.NO_OUT)
    as_of = parse_date(options.as_of) if options.as_of else None
    with opened(warehouse_folder(options.warehouse)) as connection:
        wanted = GAPS if is_call_list else options.list
        selection = select(
            known(connection), wanted, options.solution, options.region, as_of, options.stage
        )
        listing = take(connection, selection)
        refuse_silence(listing)
        if is_call_list:
            listing = in_call_order(listing, call_order(connection, selection))
        content = make(connection, listing, options.format, template=options.template)
    save(options.out, content)
    for line in listing.reservations:
        say(line)
    say(texts.WRITTEN.format(rows=plural(len(listing.rows), *texts.ROWS), path=options.out))
    return 0
