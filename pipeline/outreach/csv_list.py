"""Lists as CSV that a Norwegian spreadsheet opens without an import step."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from pipeline.outreach.cells import runs_as_formula
from pipeline.outreach.lists import COLUMNS, Listing, sheet


def list_csv(listing: Listing, columns: Sequence[str] = COLUMNS) -> bytes:
    """A list with the columns asked for; each row carries its own date and source."""
    return to_csv(*sheet(listing, columns))


def to_csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Headings and rows as `;`-separated UTF-8 with a byte order mark and CRLF line ends.

    None is an empty cell, a float gets a decimal comma and a date is 2024-06-30. Text that a
    spreadsheet would run as a formula gets an apostrophe in front; text of digits alone (codes)
    is left as it is.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return ("\ufeff" + buffer.getvalue()).encode("utf-8")


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and runs_as_formula(value):
        return f"'{value}"
    return value
