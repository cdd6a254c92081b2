"""Run by workbook.py, never imported: an .xlsx on stdin to its cells as text, JSON on stdout.

Arguments: the most sheets, rows, columns, characters, and bytes of memory. Writes {"sheets":
[[name, hidden, [[row, [cell, …]], …]], …]}, {"many_sheets": n}, {"twin_sheets": name},
{"big_sheet": [name, rows, columns]}, {"greedy": why} or {"broken": why}; where Rust runs out of
memory it dies by a signal. Stands alone, so that it starts fast.
"""

import json
import re
import resource
import sys
import zipfile
import zlib
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

_ERROR_CELL = re.compile(rb"""(<c\b[^>]*?\st=)(?:"e"|'e')""")


def answer(
    data: bytes, max_sheets: int, max_rows: int, max_columns: int, max_characters: int
) -> dict[str, object]:
    """The bytes of a workbook in; what to write, see above, out."""
    workbook = CalamineWorkbook.from_filelike(BytesIO(with_errors_as_text(data)))
    found = workbook.sheets_metadata
    if len(found) > max_sheets:
        return {"many_sheets": len(found)}
    names = [meta.name.casefold() for meta in found]
    if twins := [name for name in names if names.count(name) > 1]:
        return {"twin_sheets": twins[0]}
    sheets = []
    for meta in found:
        hidden = meta.visible != SheetVisibleEnum.Visible
        sheet = None if hidden else workbook.get_sheet_by_name(meta.name)
        last_row, last_column = (sheet and sheet.end) or (-1, -1)
        if last_row >= max_rows or last_column >= max_columns:
            return {"big_sheet": [meta.name, last_row + 1, last_column + 1]}
        rows = rows_of(sheet) if sheet else []
        # a text that a thousand cells share is small in the file and large here
        max_characters -= sum(sum(map(len, cells)) for _, cells in rows)
        if max_characters < 0:
            return {"greedy": "characters"}
        sheets.append([meta.name, hidden, rows])
    return {"sheets": sheets}


def with_errors_as_text(data: bytes) -> bytes:
    """A workbook whose error cells ("#DIV/0!") are texts: the reader takes them for empty."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        return data
    sheets = {name: part for name, part in parts.items() if _ERROR_CELL.search(part)}
    if not sheets:
        return data
    parts |= {name: _ERROR_CELL.sub(rb'\1"str"', part) for name, part in sheets.items()}
    changed = BytesIO()
    with zipfile.ZipFile(changed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return changed.getvalue()


def rows_of(sheet: CalamineSheet) -> list[tuple[int, list[str]]]:
    """The rows of a sheet that are not blank, each with the number that the sheet gives it."""
    rows = []
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
        printed = [as_text(cell) for cell in cells]
        if any(printed):
            rows.append((number, printed))
    return rows


def as_text(cell: object) -> str:
    """A cell as a CSV file of the same table would have it: 301.0 is "301", 36.5 is "36,5"."""
    match cell:
        case str():
            return cell
        case bool():
            return "Ja" if cell else "Nei"
        case int() | float():
            # Excel keeps 15 digits; the comma tells 1,234 from 1.234, which may be thousands
            return format(Decimal(f"{cell:.15g}"), "f").replace(".", ",")
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
    return str(cell)


if __name__ == "__main__":
    *limits, memory = map(int, sys.argv[1:])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        result = answer(sys.stdin.buffer.read(), *limits)
    except CalamineError as error:
        result = {"broken": str(error)}
    except MemoryError:
        result = {"greedy": "memory"}
    json.dump(result, sys.stdout)
