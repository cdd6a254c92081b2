"""Lines to rows: find the header, read every line after it, lose none."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from pipeline import texts
from pipeline.errors import UserError
from pipeline.sources.filters import is_filter_line
from pipeline.sources.kinds import (
    FIELDS,
    Header,
    Kind,
    closest_header,
    is_heading,
    match_header,
    normal,
)
from pipeline.sources.limits import MAX_CELL, MAX_COLUMNS, MAX_LINE, MAX_ROWS

DELIMITERS = (";", ",", "\t")
HEADER_SEARCHED = 25
"""Lines in which the header must stand; exports put titles and filters above it."""

FOOTERS = ("kilde:", "source:", "sist oppdatert", "oppdatert:", "eksportert")
"""What lines below a table begin with that tell of the file; filters have forms of their own."""
_TOTAL = re.compile(
    r"(totalt?|totalsum|grand total|(del|hoved)?sum|i alt)(?![^\W_]|-).*"
    r"|.+ (totalt?|totalsum|delsum|i alt):?"  # "Nordland Totalt"
)
_NOTE = re.compile(
    r"[*†‡¹²³⁰⁴-⁹].*"  # "* Oslo rapporterer per bydel"
    r"|\(?\d[\d .]* ?(rows?|rad(er)?|linjer?|kommuner)\b.*"  # "(40 rows)"
    r"|(viser|topp|top|resultatet|showing)\b.*\d.*"  # "Viser topp 20 kommuner"
    r"|[^:]{1,30}: .*"  # "Merknad: tallene er foreløpige"
    r"|\d\)? .*|\[\w+\] .*"  # "1) Foreløpige tall", "[b] Anslag"
    r"|.*\b(tallene|tabellen|listen|gjelder|omfatter|oppdatert|rapport|per \d).*"
    r"|(?:\S+ +){3,}\S*[.!]|(?:\S+ +){7,}\S+"  # prose: "Lyngen kommune i Troms fylke" is none
)
"""What stands by itself below a table, after a blank line, and is no row of it."""
_PAGE = re.compile(r"(?:side|page) \d+.*")
_SEPARATOR_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?\s*', re.IGNORECASE)

_ERROR = re.compile(r"#(?:[A-ZÆØÅ_]+(?:/[A-ZÆØÅ0]+)?[!?]|N/A|I/T|GETTING_DATA)")
"""What Excel shows for what it could not work out, in English and in Norwegian."""

_NOTHING = (None,) * len(FIELDS)
_NAME, _CODE, _ORG_NUMBER, _COUNT = map(FIELDS.index, ("name", "code", "org_number", "count"))

DATA, IGNORED, REJECTED = "data", "ignored", "rejected"
CELLS = 4
"""Where the cells of a Row begin."""

Line = tuple[int, list[str] | None, str]
"""Line number, its cells (None when unreadable), its text."""

Row = tuple[int, str, str | None, str, *tuple[str | None, ...]]
"""source_row, verdict (data, ignored or rejected), reason, line, then one cell per FIELDS."""


class UnknownKindError(UserError):
    """A table whose header no kind describes, not even nearly."""


@dataclass(slots=True)
class Table:
    """A table of a file or a sheet: its header, the line that it is on, and its rows.

    above, below: the cells of the lines around it, which are no rows. filled: the columns without a
    heading that have content. problem: the one sentence why it cannot be used, else None.
    """

    header: Header | None
    line: int
    rows: list[Row] = field(default_factory=list)
    above: list[list[str]] = field(default_factory=list)
    below: list[list[str]] = field(default_factory=list)
    filled: set[int] = field(default_factory=set)
    problem: str | None = None

    def note_filled(self, cells: Sequence[str]) -> None:
        """Take down which columns without a heading a row fills."""
        for column in self.header.nameless:
            if column < len(cells) and cells[column].strip():
                self.filled.add(column)


def read_tables(text: str, kinds: Sequence[Kind]) -> list[Table]:
    """The tables of a decoded file, with all their rows; most often one.

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
        tables = tables_of(records, *found, kinds)
        if not physical[-1].endswith(("\n", "\r")):
            _refuse_cut_off(records, tables[-1])
        return tables
    raise nearest or UnknownKindError(texts.UNKNOWN_KIND)


def _refuse_cut_off(records: Sequence[Line], table: Table) -> None:
    """Raises UserError where the last line, which does not end, is a row that stops too soon.

    One as short as another row may be whole, and so may a note below the table.
    """
    number, cells, _ = records[-1]
    rows, header = table.rows, table.header
    if header is None or not rows or rows[-1][0] != number or rows[-1][1] == IGNORED:
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


def tables_of(
    lines: Iterable[Line], header: Header, header_line: int, kinds: Sequence[Kind]
) -> list[Table]:
    """Every line below the header as a row; a blank one is none, and a header begins a table.

    Below "Filtre som er brukt:" exports list their filters, one a line: a line with only one
    cell filled belongs to that footer. A note by itself after a blank line is no row either; what
    follows it may be.
    """
    reading = _Reading([Table(header, header_line)], kinds)
    for line in lines:
        if line[0] > header_line:
            reading.take(*line)
        elif line[0] < header_line and line[1] and any(map(str.strip, line[1])):
            reading.tables[0].above.append(line[1])
    return reading.tables


@dataclass(slots=True)
class _Reading:
    """Takes line after line below a header. alone: the last rows, if nothing stands beside them."""

    tables: list[Table]
    kinds: Sequence[Kind]
    in_footer: bool = False
    after_blank: bool = False
    alone: list[list[str]] = field(default_factory=list)

    def take(self, number: int, cells: list[str] | None, line: str) -> None:
        """Add a line to the table that it belongs to."""
        table = self.tables[-1]
        header = table.header
        if cells is None:
            self.alone.clear()
            if header:
                table.rows.append(_unreadable(number, line, header))
            return
        filled = sum(map(bool, map(str.strip, cells)))
        if not filled:
            self.after_blank = True
            table.below.append([])
        elif _is_header(cells, header):
            if not _is_same(cells, header) or self._has_title():
                self._begin(cells, number)
            self.alone.clear()
        elif header and (filled == 1 or _is_footer(cells[0])):
            self._add_alone(table, header, (number, cells, line), filled)
        elif header:
            self.alone.clear()
            table.rows.append(_to_row(number, cells, line, header))
            if header.nameless:
                table.note_filled(cells)

    def _has_title(self) -> bool:
        """Whether a title of its own stands above a header that repeats the one before."""
        above = [line for line in self.alone if not _PAGE.fullmatch(normal("".join(line)))]
        return self.after_blank and bool(above) and above[-1] not in self.tables[-1].above

    def _add_alone(self, table: Table, header: Header, line: Line, filled: int) -> None:
        """Add a line that may be no row: a cell by itself, or one that opens a footer."""
        number, cells, text = line
        self.alone.append(cells or [])
        opens_footer = _is_footer(cells[0])
        self.in_footer = self.in_footer or opens_footer
        is_note = self.in_footer or (self.after_blank and _is_note(cells[0]))
        if opens_footer or (filled == 1 and is_note):
            table.rows.append((number, IGNORED, None, _kept(text), *_NOTHING))
            table.below.append(cells)
        else:
            table.rows.append(_to_row(number, cells, text, header))

    def _begin(self, cells: list[str], number: int) -> None:
        """Begin a table at a header below another, which loses what is the title of this one."""
        before, above = self.tables[-1], self.alone
        if above:
            del before.rows[-len(above) :]
            before.below = [line for line in before.below if line not in above]
        try:
            header, _ = find_header([(number, cells, "")], self.kinds)
        except UserError as error:
            problem = texts.second_table(number, [*filter(None, map(str.strip, cells))], str(error))
            self.tables.append(Table(None, number, above=above, problem=problem))
        else:
            self.tables.append(Table(header, number, above=above))
        self.in_footer = self.after_blank = False
        self.alone = []


def _is_header(cells: Sequence[str], header: Header | None) -> bool:
    """Whether a line is a header: where a municipality is expected, it says "Kommune" or the like.

    Below a table that cannot be used nobody knows what is expected where.
    """
    width = len(cells)
    for column in (header and header.of_whom) or range(3):
        if column < width and is_heading(cells[column]):
            return True
    return False


def _is_same(cells: Sequence[str], header: Header | None) -> bool:
    """Whether it is the header once more, as at the top of every printed page."""
    return header is not None and [*map(normal, cells)] == [*map(normal, header.cells)]


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
    return normal(cell).startswith(FOOTERS) or is_filter_line(cell)
