"""Lines to rows: find the header, read every line after it, lose none."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from pipeline import texts
from pipeline.errors import UserError
from pipeline.sources.kinds import FIELDS, Header, Kind, closest_header, match_header, normal
from pipeline.sources.limits import MAX_CELL, MAX_COLUMNS, MAX_LINE, MAX_ROWS

DELIMITERS = (";", ",", "\t")
HEADER_SEARCHED = 25
"""Lines in which the header must stand; exports put titles and filters above it."""

FOOTERS = (
    "filtre som er brukt", "brukte filtre", "filtre:", "applied filters", "kilde:", "source:",
    "sist oppdatert", "oppdatert:", "eksportert", "no filters applied", "ingen filtre",
)  # fmt: skip
_TOTAL = re.compile(
    r"(totalt?|totalsum|grand total|(del|hoved)?sum|i alt)(?![^\W_]|-).*"
    r"|.+ (totalt?|totalsum|delsum|i alt):?"  # "Nordland Totalt"
)
_NOTE = re.compile(
    r"[*†‡¹²³⁰⁴-⁹].*"  # "* Oslo rapporterer per bydel"
    r"|\(?\d[\d .]* ?(rows?|rad(er)?|linjer?|kommuner)\b.*"  # "(40 rows)"
    r"|[^:]{1,30}: .*"  # "Merknad: tallene er foreløpige"
    r"|(?:\S+ +){3,}\S*[.!]|(?:\S+ +){7,}\S+"  # prose: "Lyngen kommune i Troms fylke" is none
)
"""What stands by itself below a table, after a blank line, and is no row of it."""
_SEPARATOR_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?\s*', re.IGNORECASE)

_ERROR = re.compile(r"#(?:[A-ZÆØÅ_]+(?:/[A-ZÆØÅ0]+)?[!?]|N/A|I/T|GETTING_DATA)")
"""What Excel shows for what it could not work out, in English and in Norwegian."""

_NOTHING = (None,) * len(FIELDS)
_NAME, _CODE, _ORG_NUMBER, _COUNT = map(FIELDS.index, ("name", "code", "org_number", "count"))

DATA, IGNORED, REJECTED = "data", "ignored", "rejected"

Line = tuple[int, list[str] | None, str]
"""Line number, its cells (None when unreadable), its text."""

Row = tuple[int, str, str | None, str, *tuple[str | None, ...]]
"""source_row, verdict (data, ignored or rejected), reason, line, then one cell per FIELDS."""


class UnknownKindError(UserError):
    """A table whose header no kind describes, not even nearly."""


def read_rows(text: str, kinds: Sequence[Kind]) -> tuple[Kind, list[Row]]:
    """The kind of a decoded file and all its rows.

    source_row is the line on which the row begins, counted from 1 as an editor shows it. Blank
    lines and what stands above the header are not rows. Raises UserError when the file is empty,
    too large, cut off, of no known kind, lacks a column or has one twice.
    """
    if not text.strip():
        raise UserError(texts.EMPTY_FILE)
    lines = max(text.count("\n"), text.count("\r"))
    if lines > MAX_ROWS:
        raise UserError(texts.big_table(lines, MAX_ROWS))
    physical = list(io.StringIO(text, newline=""))  # str.splitlines also breaks inside a cell
    nearest: UserError | None = None
    for delimiter in _delimiters(physical[0]):
        try:
            found = find_header(_first_lines(physical, delimiter), kinds)
        except UnknownKindError:
            continue
        except UserError as error:
            nearest = nearest or error
            continue
        records = list(_lines(physical, delimiter))
        rows = data_rows(records, *found)
        if not physical[-1].endswith(("\n", "\r")):
            _refuse_cut_off(records, rows, found[0])
        return found[0].kind, rows
    raise nearest or UnknownKindError(texts.UNKNOWN_KIND)


def _refuse_cut_off(records: Sequence[Line], rows: Sequence[Row], header: Header) -> None:
    """Raises UserError where the last line, which does not end, is a row that stops too soon.

    One as short as another row may be whole, and so may a note below the table.
    """
    number, cells, _ = records[-1]
    if not rows or rows[-1][0] != number or rows[-1][1] == IGNORED:
        return
    width = len(cells or ())
    others = (len(other) for line, other, _ in records[:-1] if other and line >= rows[0][0])
    if width < header.named and width < min(others, default=header.named):
        raise UserError(texts.CUT_OFF.format(line=number))


def find_header(lines: Iterable[Line], kinds: Sequence[Kind]) -> tuple[Header, int]:
    """The header among the first lines of a table, and its line number.

    Raises UserError when a column is missing or stands there twice or columns are too many, and
    UnknownKindError when nothing looks like a header.
    """
    nearest: tuple[Kind, list[str], int] | None = None
    for number, cells, _ in islice(lines, HEADER_SEARCHED):
        if cells is None:
            continue
        if len(cells) > MAX_COLUMNS:
            raise UserError(texts.wide_table(number, len(cells), MAX_COLUMNS))
        if header := match_header(cells, kinds):
            if header.twice:
                raise UserError(texts.column_twice(header.twice[0], number))
            return header, number
        if near := closest_header(cells, kinds):
            nearest = nearest or (*near, number)
    if nearest:
        kind, lacking, number = nearest
        raise UserError(texts.missing_columns(kind.title, lacking, number))
    raise UnknownKindError(texts.UNKNOWN_KIND)


def data_rows(lines: Iterable[Line], header: Header, header_line: int) -> list[Row]:
    """Every line below the header as a row; a blank one is none.

    Below "Filtre som er brukt:" exports list their filters, one a line: a line with only one
    cell filled belongs to that footer. A note by itself after a blank line is no row either; what
    follows it may be.
    """
    rows: list[Row] = []
    in_footer = after_blank = False
    for number, cells, line in lines:
        if number <= header_line:
            continue
        if cells is None:
            rows.append(_unreadable(number, line, header))
            continue
        filled = sum(map(bool, map(str.strip, cells)))
        after_blank = after_blank or not filled
        opens_footer = bool(filled) and _is_footer(cells[0])
        in_footer = in_footer or opens_footer
        alone_below = filled == 1 and (in_footer or (after_blank and _is_note(cells[0])))
        if opens_footer or alone_below:
            rows.append((number, IGNORED, None, _kept(line), *_NOTHING))
        elif filled:
            rows.append(_to_row(number, cells, line, header))
    return rows


def _delimiters(first_line: str) -> Sequence[str]:
    """The one that the first line declares, as Excel writes "sep=;", else all that are known."""
    declared = _SEPARATOR_LINE.fullmatch(first_line)
    return declared[1] if declared else DELIMITERS


def _first_lines(physical: list[str], delimiter: str) -> Iterator[Line]:
    """The first records, read no further than needed."""
    try:
        yield from list(islice(_records(physical, delimiter), HEADER_SEARCHED))
    except csv.Error:
        yield from islice(_line_by_line(physical, delimiter), HEADER_SEARCHED)


def _lines(physical: list[str], delimiter: str) -> Iterable[Line]:
    """Each record with the number of the line it begins on; quoted line breaks belong to it.

    A quote that is never closed would swallow the rest of the file: then every line is read by
    itself, and only the bad ones are unreadable.
    """
    try:
        return list(_records(physical, delimiter))
    except csv.Error:
        return _line_by_line(physical, delimiter)


def _records(physical: list[str], delimiter: str) -> Iterator[Line]:
    reader = csv.reader(physical, delimiter=delimiter, strict=True)
    start = 0
    for cells in reader:
        end = reader.line_num
        line = physical[start] if end == start + 1 else "".join(physical[start:end])
        yield start + 1, cells, line.rstrip("\r\n")
        start = end


def _line_by_line(physical: list[str], delimiter: str) -> Iterator[Line]:
    for number, line in enumerate(physical, 1):
        try:
            cells = next(csv.reader([line], delimiter=delimiter, strict=True), [])
        except csv.Error:
            yield number, None, line.rstrip("\r\n")
        else:
            yield number, cells, line.rstrip("\r\n")


def _unreadable(number: int, line: str, header: Header) -> Row:
    """A line that cannot be read, with what its cells look like: they may name a municipality."""
    limit = csv.field_size_limit()
    if len(line) > limit:
        reason = texts.LONG_LINE.format(limit=limit)
        return (number, REJECTED, reason, _kept(line), *_NOTHING)
    cells = max((line.replace('"', "").split(sign) for sign in DELIMITERS), key=len)
    printed = _to_row(0, cells, line, header)[4:]
    return (number, REJECTED, texts.UNREADABLE_LINE, _kept(line), *printed)


def _kept(line: str) -> str:
    return line if len(line) <= MAX_LINE else f"{line[:MAX_LINE]}…"


def _to_row(number: int, cells: list[str], line: str, header: Header) -> Row:
    printed: list[str | None] = [*_NOTHING]
    for place, column in header.places:
        if column < len(cells):
            printed[place] = cells[column].strip() or None
    verdict, reason = _verdict(cells, printed, header)
    if len(line) > MAX_CELL:
        printed, reason = _without_long(printed, reason)
        verdict = REJECTED if reason else verdict
    return (number, verdict, reason, _kept(line), *printed)


def _without_long(
    printed: list[str | None], reason: str | None
) -> tuple[list[str | None], str | None]:
    """The cells that are no longer than any may be, and the reason to reject the others for."""
    longest = max(len(cell or "") for cell in printed)
    if longest <= MAX_CELL:
        return printed, reason
    kept = [cell if len(cell or "") <= MAX_CELL else None for cell in printed]
    return kept, texts.LONG_CELL.format(found=texts.thousands(longest), limit=MAX_CELL)


def _verdict(cells: list[str], printed: list[str | None], header: Header) -> tuple[str, str | None]:
    who = printed[_NAME]
    if _is_total(who or cells[0]):
        return IGNORED, None
    for cell in printed:
        if cell and cell[0] == "#" and _ERROR.fullmatch(cell):
            return REJECTED, texts.ERROR_CELL.format(sign=cell)
    width = header.width
    if len(cells) > width and any(map(str.strip, cells[width:])):
        return REJECTED, texts.TOO_MANY_CELLS.format(found=len(cells), expected=width)
    if len(cells) <= header.last_required:
        return REJECTED, texts.TOO_FEW_CELLS.format(found=len(cells), expected=width)
    if header.kind.evidence == "totals":
        return (DATA, None) if printed[_COUNT] else (REJECTED, texts.NO_COUNT)
    if who or printed[_CODE] or printed[_ORG_NUMBER]:
        return DATA, None
    return (IGNORED, None) if any(map(_is_total, cells)) else (REJECTED, texts.NO_NAME)


@lru_cache(maxsize=1 << 12)
def _is_total(cell: str) -> bool:
    return bool(_TOTAL.fullmatch(normal(cell)))


@lru_cache(maxsize=1 << 12)
def _is_note(cell: str) -> bool:
    return bool(_NOTE.fullmatch(normal(cell)))


@lru_cache(maxsize=1 << 12)
def _is_footer(cell: str) -> bool:
    return normal(cell).startswith(FOOTERS)
