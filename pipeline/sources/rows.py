"""Text to rows: find the header, read every line after it, lose none."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline import texts
from pipeline.errors import UserError
from pipeline.sources.kinds import FIELDS, Header, Kind, closest_header, match_header, normal

DELIMITERS = (";", ",", "\t")
HEADER_SEARCHED = 25
"""Lines in which the header must stand; exports put titles and filters above it."""

TOTAL_WORDS = frozenset({"total", "totalt", "totalsum", "sum", "sum totalt", "i alt"})
FOOTERS = ("filtre som er brukt", "filtre:", "brukte filtre", "applied filters")

DATA, IGNORED, REJECTED = "data", "ignored", "rejected"

Line = tuple[int, list[str] | None, str]
"""Line number, its cells (None when unreadable), its text."""

Row = tuple[int, str, str | None, str, *tuple[str | None, ...]]
"""source_row, verdict (data, ignored or rejected), reason, line, then one cell per FIELDS."""


def read_rows(text: str, kinds: Sequence[Kind]) -> tuple[Kind, list[Row]]:
    """The kind of a decoded file and all its rows.

    source_row is the line on which the row begins, counted from 1 as an editor shows it. Blank
    lines and what stands above the header are not rows. Raises UserError when the file is empty,
    of no known kind, or lacks a column.
    """
    if not text.strip():
        raise UserError(texts.EMPTY_FILE)
    delimiter, header, header_end = _find_header(text, kinds)
    rows = [
        _to_row(number, cells, line, header)
        for number, cells, line in _lines(text, delimiter)
        if number > header_end and (cells is None or any(map(str.strip, cells)))
    ]
    return header.kind, rows


def _find_header(text: str, kinds: Sequence[Kind]) -> tuple[str, Header, int]:
    nearest: tuple[Kind, list[str], int] | None = None
    for delimiter in DELIMITERS:
        for number, cells, _ in islice(_lines(text, delimiter), HEADER_SEARCHED):
            if cells is None:
                continue
            if header := match_header(cells, kinds):
                return delimiter, header, number
            if near := closest_header(cells, kinds):
                nearest = nearest or (*near, number)
    if nearest:
        kind, lacking, number = nearest
        raise UserError(texts.missing_columns(kind.title, lacking, number))
    raise UserError(texts.UNKNOWN_KIND)


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    """Each record with the number of the line it begins on; quoted line breaks belong to it.

    A quote that is never closed would swallow the rest of the file: then every line is read by
    itself, and only the bad ones are unreadable.
    """
    physical = _physical_lines(text)
    try:
        records = list(_records(text, delimiter))
    except csv.Error:
        return _line_by_line(physical, delimiter)
    return (
        (start, cells, "".join(physical[start - 1 : end]).rstrip("\r\n"))
        for start, end, cells in records
    )


def _physical_lines(text: str) -> list[str]:
    """Lines with their ends; str.splitlines would also break at characters inside a cell."""
    return list(io.StringIO(text, newline=""))


def _records(text: str, delimiter: str) -> Iterator[tuple[int, int, list[str]]]:
    reader = csv.reader(_physical_lines(text), delimiter=delimiter, strict=True)
    start = 1
    for cells in reader:
        yield start, reader.line_num, cells
        start = reader.line_num + 1


def _line_by_line(physical: list[str], delimiter: str) -> Iterator[Line]:
    for number, line in enumerate(physical, 1):
        try:
            cells = next(csv.reader([line], delimiter=delimiter, strict=True), [])
        except csv.Error:
            yield number, None, line.rstrip("\r\n")
        else:
            yield number, cells, line.rstrip("\r\n")


def _to_row(number: int, cells: list[str] | None, line: str, header: Header) -> Row:
    if cells is None:
        return (number, REJECTED, texts.UNREADABLE_LINE, line, *[None] * len(FIELDS))
    fields = {
        field: cells[i].strip() or None for field, i in header.positions.items() if i < len(cells)
    }
    verdict, reason = _verdict(cells, fields, header)
    return (number, verdict, reason, line, *[fields.get(field) for field in FIELDS])


def _verdict(
    cells: list[str], fields: dict[str, str | None], header: Header
) -> tuple[str, str | None]:
    if _is_total_or_footer(cells, fields):
        return IGNORED, None
    width = header.width
    if len(cells) > width and any(map(str.strip, cells[width:])):
        return REJECTED, texts.TOO_MANY_CELLS.format(found=len(cells), expected=width)
    if any(header.positions[field] >= len(cells) for field in header.kind.columns):
        return REJECTED, texts.TOO_FEW_CELLS.format(found=len(cells), expected=width)
    if header.kind.evidence == "totals":
        return (DATA, None) if fields.get("count") else (REJECTED, texts.NO_COUNT)
    if not (fields.get("name") or fields.get("code") or fields.get("org_number")):
        return REJECTED, texts.NO_NAME
    return DATA, None


def _is_total_or_footer(cells: list[str], fields: dict[str, str | None]) -> bool:
    first = normal(cells[0])
    return normal(fields.get("name") or first).rstrip(":") in TOTAL_WORDS or first.startswith(
        FOOTERS
    )
