"""The dates that a table speaks for: one, or one for each date in a column of dates that it has."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from pipeline import texts
from pipeline.sources.dates import (
    Period,
    fetched_in,
    period_of_cell,
    period_of_name,
    spoken_for,
)
from pipeline.sources.file_names import taken_apart
from pipeline.sources.kinds import FIELDS
from pipeline.sources.rows import CELLS, DATA, REJECTED, Row, Table
from pipeline.sources.sidecar import Sidecar
from pipeline.verdict import SERIOUS, words

_PERIOD = CELLS + FIELDS.index("period")
_WHO = tuple(CELLS + FIELDS.index(name) for name in ("name", "code", "org_number", "region"))
_WHAT = CELLS + FIELDS.index("solution")

Told = tuple[str, str]
"""Severity and sentence of a finding."""


class Snapshot(NamedTuple):
    """The rows of a table that speak for one date; period is None where the rows print none."""

    period: Period | None
    rows: Sequence[Row]
    findings: Sequence[Told] = ()


class _Place(NamedTuple):
    """Where a date is printed, in words, and the date."""

    where: str
    period: Period


def snapshots_of(table: Table) -> list[Snapshot]:
    """The table as it is, or a snapshot for each date that its rows print, the earliest first.

    Rows without a date stay with the last, rejected where they are data. A column of dates in which
    few stand twice tells since when, so that it makes no snapshots.
    """
    if not table.header.has("period"):
        return [Snapshot(None, table.rows)]
    periods = {cell: period_of_cell(cell) for row in table.rows if (cell := row[_PERIOD])}
    known = sorted({period for period in periods.values() if period})
    if not known:
        return [Snapshot(None, table.rows)]
    if known[1:] and not _recurs(table.rows):
        return [Snapshot(None, table.rows, [(SERIOUS, words.dates_of_rows(len(known)))])]
    rows_of: dict[Period, list[Row]] = defaultdict(list)
    for row in table.rows:
        period = periods.get(row[_PERIOD] or "")
        rows_of[period or known[-1]].append(row if period else _dateless(row))
    return [Snapshot(period, rows_of[period]) for period in known]


def _recurs(rows: Sequence[Row]) -> bool:
    """Whether most stand there for two dates; a few may have begun, or answered, twice."""
    seen: dict[tuple[str | None, ...], set[str | None]] = defaultdict(set)
    for row in rows:
        if row[1] == DATA:
            seen[(row[_WHAT], *(row[place] for place in _WHO))].add(row[_PERIOD])
    return 2 * sum(len(dates) > 1 for dates in seen.values()) >= len(seen)


def _dateless(row: Row) -> Row:
    if row[1] != DATA:
        return row
    return (row[0], REJECTED, texts.no_period(row[_PERIOD] or ""), *row[3:])


def dates_of(
    path: str,
    sheet: str | None,
    table: Table,
    sidecar: Sidecar,
    printed: Sequence[Period | None],
    *,
    in_series: bool = False,
) -> list[tuple[date | None, list[Told]]]:
    """The date of each snapshot, and what is to be said where others are printed.

    What a sidecar says goes before all, then the rows, the sheet, the file, its folders from the
    innermost, the title and the footer. printed: the dates of the snapshots' rows; in_series: other
    sheets are of other dates. Raises UserError for a name with several dates.
    """
    if sidecar.as_of and not printed[1:]:
        return [(sidecar.as_of, [])]
    places = [*_of_names(path, sheet, sidecar), *_around(table)]
    several = in_series or bool(printed[1:])
    found: list[tuple[date | None, list[Told]]] = []
    for period in printed:
        chosen = _Place(words.IN_ROWS, period) if period else next(iter(places), None)
        if chosen is None:
            found.append((None, []))
            continue
        told = [*_differing(chosen, places, several), *_fetched_too_early(chosen, table)]
        found.append((chosen.period.as_of, told))
    return found


def _of_names(path: str, sheet: str | None, sidecar: Sidecar) -> Iterator[_Place]:
    """The dates in the names of sheet, file and folders; that of a folder which a correction of an
    earlier date lies in is none of its own."""
    if sheet and (period := period_of_name(sheet)):
        yield _Place(words.in_sheet(sheet), period)
    file = PurePosixPath(path.partition("#")[0])
    own = period_of_name(file.stem)
    if own:
        yield _Place(words.in_name(file.name), own)
    is_correction = bool(sidecar.replaces or taken_apart(file.stem)[1])
    for folder in reversed(file.parts[:-1]):
        period = None if own and _SENT.search(folder) else period_of_name(folder)
        if period and not (is_correction and own and own.last < period.first):
            yield _Place(words.in_folder(folder), period)


def _around(table: Table) -> Iterator[_Place]:
    """The dates that lines around the table say it speaks for; prose may be about anything."""
    for cells in (*table.above, *table.below):
        for cell in cells:
            for line in cell.splitlines():
                if _OF_ELSE.search(line):
                    continue
                if _ABOUT.search(line) or (len(line.split()) <= _TITLE and not _TELLS.search(line)):
                    for period in spoken_for(line):
                        yield _Place(words.in_line(line), period)


_SENT = re.compile(r"levert|mottatt|sendt|lastet|hentet", re.IGNORECASE)
"""What a folder is called after the day on which its files came."""
_ABOUT = re.compile(r"\b(?:per|pr|as of|gjelder|dato|måned|periode|status)\b", re.IGNORECASE)
_OF_ELSE = re.compile(r"\b(?:befolkning|folketall|innbygger|ssb|neste|mål\b)", re.IGNORECASE)
"""A date of the populations printed, of the next list, of an aim."""
_TELLS = re.compile(r"\b(?:siden|fra|ble|blir|innen|før|frist|lansert|since|from)\b", re.IGNORECASE)
_TITLE = 6
"""Words: a longer line is no title."""


def _differing(chosen: _Place, places: Sequence[_Place], several: bool) -> Iterator[Told]:
    """Where another date is printed. What holds several dates is filed under the last of them."""
    for other in places:
        filed_later = several and other.period.first > chosen.period.last
        if not other.period.agrees(chosen.period) and not filed_later:
            yield SERIOUS, words.dates_differ(*chosen, *other)
            return


def _fetched_too_early(chosen: _Place, table: Table) -> Iterator[Told]:
    """A table that was made before what it is filed under had begun."""
    for cells in (*table.above, *table.below):
        for cell in cells:
            for period in fetched_in(cell):
                if period.last < chosen.period.first:
                    yield SERIOUS, words.dates_differ(*chosen, words.in_line(cell), period)
                    return
