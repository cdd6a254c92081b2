"""The sheets of an .xlsx workbook, read by a child process that may neither grow nor dawdle."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import texts
from pipeline.errors import UserError
from pipeline.sources.limits import MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS
from pipeline.sources.rows import Line

MAX_MEMORY = 1 << 30
MAX_SECONDS = 30

_CHILD = Path(__file__).with_name("workbook_child.py")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as text. Lines are numbered as the sheet numbers its rows; of blank ones one is left.

    Of a hidden sheet only the name is read: nobody who looked at the workbook has seen it.
    """

    name: str
    hidden: bool
    lines: Sequence[Line]


def read_workbook(
    data: bytes, memory: int = MAX_MEMORY, seconds: float = MAX_SECONDS
) -> list[Sheet]:
    """The bytes of a workbook in, its sheets in their order out.

    A file of 7 kB can ask for 512 GiB, so another process reads it, within so many bytes of
    memory and so many seconds. Raises UserError when that is not enough, when the workbook is
    damaged, and when it has more sheets, rows or columns than an export can have.
    """
    limits = [MAX_SHEETS, MAX_ROWS, MAX_COLUMNS, MAX_CHARACTERS, memory]
    command = [sys.executable, "-I", str(_CHILD), *map(str, limits)]
    try:
        child = subprocess.run(command, input=data, capture_output=True, timeout=seconds, env={})
    except subprocess.TimeoutExpired as error:
        raise UserError(texts.GREEDY_WORKBOOK.format(what="tid")) from error
    if child.returncode < 0:  # ended by a signal: Rust gives up so where memory ends
        raise UserError(texts.GREEDY_WORKBOOK.format(what="minne"))
    match json.loads(child.stdout) if child.returncode == 0 else None:
        case {"sheets": sheets}:
            return [Sheet(name, hidden, _lines(rows)) for name, hidden, rows in sheets]
        case {"many_sheets": found}:
            raise UserError(texts.MANY_SHEETS.format(found=found, limit=MAX_SHEETS))
        case {"big_sheet": [name, rows, columns]}:
            raise UserError(texts.big_sheet(name, (rows, columns), (MAX_ROWS, MAX_COLUMNS)))
        case {"greedy": _}:
            raise UserError(texts.GREEDY_WORKBOOK.format(what="minne"))
        case {"twin_sheets": name}:
            raise UserError(texts.sheets_of_one_name(name))
    raise UserError(texts.BROKEN_WORKBOOK)


def _lines(rows: list[tuple[int, list[str]]]) -> list[Line]:
    """The rows as lines, with one blank line where the sheet has any number of them."""
    lines: list[Line] = []
    last = 0
    for number, cells in rows:
        if number > last + 1:
            lines.append((number - 1, [], ""))
        lines.append((number, cells, ";".join(cells)))
        last = number
    return lines
