"""Lists as Excel workbooks: typed columns, and a sheet that says what the list is."""

import io
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.outreach import about, texts
from pipeline.outreach.cells import runs_as_formula
from pipeline.outreach.lists import COLUMNS, DATES, Listing, Value, sheet

_HEADING = Font(bold=True, color="FFFFFF")
_GROUND = PatternFill("solid", fgColor="0B4F5C")
_BOLD = Font(bold=True)
_TOP = Alignment(vertical="top", wrap_text=True)
_DATE = "dd.mm.yyyy"
_TEXT = "@"
_NUMBER = "#,##0"
_DECIMALS = "#,##0.0"
_NARROWEST, _WIDEST = 8, 48


def list_workbook(listing: Listing, columns: Sequence[str] = COLUMNS) -> bytes:
    """A list with the columns asked for as .xlsx, and a sheet with dates, sources and definitions.

    Text is text (0301 stays 0301, nothing is run as a formula), dates are dates, the header stays
    in view and can be filtered by.
    """
    book = Workbook()
    first = book.active
    first.title = texts.LIST_SHEET
    dates = {place for place, column in enumerate(columns, 1) if column in DATES}
    _write_rows(first, *sheet(listing, columns), dates)
    _write_about(book.create_sheet(texts.ABOUT_SHEET), about.lines(listing, columns))
    book.properties.title = about.title(listing)
    book.properties.creator = texts.CREATOR
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write_rows(
    sheet: Worksheet,
    names: Sequence[str],
    rows: Sequence[Sequence[Value]],
    dates: set[int],
) -> None:
    for place, name in enumerate(names, 1):
        cell = sheet.cell(1, place, name)
        cell.font, cell.fill = _HEADING, _GROUND
    for line, row in enumerate(rows, 2):
        for place, value in enumerate(row, 1):
            if value is not None:
                put(sheet.cell(line, place), value)
    for place, name in enumerate(names, 1):
        widest = max((len(str(row[place - 1] or "")) for row in rows), default=0)
        width = max(widest, len(name) + 4, _NARROWEST)
        sheet.column_dimensions[get_column_letter(place)].width = (
            12 if place in dates else min(width, _WIDEST)
        )
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def put(cell: Cell, value: Value) -> None:
    """Put a value in a cell with its type; text never becomes a formula, nor when it is edited."""
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
        cell.number_format = _TEXT
        cell.quotePrefix = runs_as_formula(value)
    else:
        cell.value = value
        cell.number_format = _format(value)


def _format(value: int | float | date) -> str:
    if isinstance(value, date):
        return _DATE
    return _DECIMALS if isinstance(value, float) else _NUMBER


def _write_about(sheet: Worksheet, lines: Sequence[tuple[str, Value]]) -> None:
    for line, (term, value) in enumerate(lines, 1):
        sheet.cell(line, 1, term).font = _BOLD
        put(sheet.cell(line, 2), value)
        sheet.cell(line, 1).alignment = sheet.cell(line, 2).alignment = _TOP
        if isinstance(value, int):
            sheet.cell(line, 2).alignment = Alignment(horizontal="left", vertical="top")
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = 100
