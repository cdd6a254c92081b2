"""One source file, read whole: what it is, what date it speaks for, and every row as text."""

import calendar
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from pipeline import texts
from pipeline.errors import UserError
from pipeline.sources.container import is_workbook
from pipeline.sources.dates import periods_in
from pipeline.sources.decode import decode
from pipeline.sources.folder import Found, is_hidden, read_plain, walk
from pipeline.sources.kinds import Kind
from pipeline.sources.limits import FIRST_YEAR, MAX_BYTES
from pipeline.sources.rows import (
    DATA,
    Row,
    Table,
    UnknownKindError,
    find_header,
    read_tables,
    tables_of,
)
from pipeline.sources.scope import EVERYBODY, Scope
from pipeline.sources.sidecar import SUFFIX, Sidecar, read_sidecar, sidecars_of
from pipeline.sources.snapshots import dates_of, snapshots_of
from pipeline.sources.workbook import Sheet, read_workbook

NOT_SOURCES = frozenset({".md", ".toml"})
WORKBOOK = "Excel"
"""What a workbook has for an encoding."""


class Remark(NamedTuple):
    """Something in a source that a person should look at; see the table `finding`."""

    row: int | None
    kind: str
    severity: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source file, or one table of it that speaks for one date, as read.

    path: that of the file, with #SHEET, #tabell 2 or #DATE where it has several tables or dates.
    sheet: the name of the sheet, of a workbook. problem: the one sentence why it cannot be used,
    else None. passed_over: the other sheets of its workbook that were not read, because they are
    hidden or of no known kind. table: what it was read from, with all that is no row. scope: of
    whom it can speak; findings: what is to be said of it as it was read. known: it was accepted in
    the publication before. replaced_by: the path of the source that is to correct it. corrects: the
    path of the one that it is to replace because their names say so.
    """

    path: str
    sha256: str
    sheet: str | None = None
    kind: Kind | None = None
    as_of: date | None = None
    complete: bool = True
    encoding: str | None = None
    sidecar: Sidecar = field(default_factory=Sidecar)
    rows: Sequence[Row] = ()
    passed_over: Sequence[str] = ()
    table: Table | None = None
    scope: Scope = EVERYBODY
    findings: Sequence[Remark] = ()
    problem: str | None = None
    known: bool = False
    replaced_by: str | None = None
    corrects: str | None = None

    @property
    def file(self) -> str:
        """The path of the file; that of the workbook for a sheet."""
        return self.path.partition("#")[0]

    def refused(self, problem: str) -> "SourceFile":
        """The same file, not used: without rows, and with the sentence why."""
        return SourceFile(self.path, self.sha256, as_of=self.as_of, problem=problem)

    @property
    def owner(self) -> str | None:
        """Who speaks in this file: the sidecar's word before the kind's."""
        return self.sidecar.owner or (self.kind.owner if self.kind else None)


def find_sources(raw: Path) -> list[Found]:
    """All files below a folder that may be sources, by name; sidecars, notes and hidden files not.

    What cannot be read stands in the list itself with its problem: a closed folder, a pipe, a
    sidecar without its file. Raises UserError for a folder that does not exist.
    """
    if not raw.is_dir():
        raise UserError(texts.NO_FOLDER.format(folder=raw))
    everything = list(walk(raw))
    sources = [one for one in everything if is_source(one.path)]
    expected = sidecars_of(one.path for one in sources)
    orphans = [
        replace(one, problem=texts.orphan_sidecar(one.name))
        for one in everything
        if one.path.name.endswith(SUFFIX) and one.path not in expected
    ]
    return sorted([*sources, *orphans], key=lambda one: one.name)


def is_source(path: Path) -> bool:
    """Whether a file of this name is read: not a sidecar, a note or hidden."""
    return path.suffix.lower() not in NOT_SOURCES and not is_hidden(path.name)


def without_copies(sources: Sequence[SourceFile]) -> list[SourceFile]:
    """The sources; a file that repeats another of the same date to the byte gets a problem.

    One that is replaced may be repeated: a correction can be taken back.
    """
    first: dict[tuple[str, str, date | None], str] = {}
    kept = []
    for source in sources:
        if source.replaced_by:
            kept.append(source)
            continue
        sheet = source.path.partition("#")[2]
        twin = first.setdefault((source.sha256, sheet, source.as_of), source.path)
        if not source.problem and twin != source.path:
            source = source.refused(texts.copy_of(twin))
        kept.append(source)
    return kept


def read_sources(found: Found, kinds: Sequence[Kind]) -> list[SourceFile]:
    """One file: one source, or several where it is a workbook with several tables.

    Never raises for what the file is or holds: that stands in `problem`.
    """
    if found.problem:
        return [SourceFile(found.name, "", problem=found.problem)]
    digest = ""
    try:
        data = read_plain(found.path, found.root, MAX_BYTES)
        digest = hashlib.sha256(data).hexdigest()
        sidecar = read_sidecar(found.path, {kind.owner for kind in kinds}, found.root)
        if is_workbook(data):
            return _read_sheets(SourceFile(found.name, digest, sidecar=sidecar), data, kinds)
        text, encoding = decode(data)
        source = SourceFile(found.name, digest, encoding=encoding, sidecar=sidecar)
        return _of_tables(source, read_tables(text, kinds))
    except UserError as error:
        return [SourceFile(found.name, digest, problem=str(error))]


def _read_sheets(book: SourceFile, data: bytes, kinds: Sequence[Kind]) -> list[SourceFile]:
    """Every sheet that is of a known kind, or nearly, as a source of its own.

    The path of a sheet is that of its workbook where no other sheet is of a known kind, else
    WORKBOOK#SHEET. Raises UserError when no sheet is.
    """
    found: list[tuple[Sheet, list[Table] | UserError]] = []
    passed_over: list[str] = []
    for sheet in read_workbook(data):
        try:
            tables = tables_of(sheet.lines, *find_header(sheet.lines, kinds), kinds)
        except UnknownKindError:
            if sheet.lines or sheet.hidden:
                passed_over.append(sheet.name)
        except UserError as error:
            found.append((sheet, error))
        else:
            found.append((sheet, tables))
    if not found:
        raise UserError(texts.no_known_sheet(passed_over) if passed_over else texts.EMPTY_FILE)
    book = replace(book, encoding=WORKBOOK, passed_over=passed_over)
    in_series = sum(bool(periods_in(sheet.name)) for sheet, _ in found) > 1
    sources: list[SourceFile] = []
    for sheet, tables in found:
        path = f"{book.path}#{sheet.name}" if found[1:] else book.path
        one = replace(book, path=path, sheet=sheet.name)
        if isinstance(tables, UserError):
            sources.append(replace(one, encoding=None, problem=str(tables)))
        else:
            sources.extend(_of_tables(one, tables, in_series=in_series))
    return sources


def _of_tables(
    source: SourceFile, tables: Sequence[Table], *, in_series: bool = False
) -> list[SourceFile]:
    """A source for every table, and for every date in a column of dates that it has."""
    found: list[SourceFile] = []
    for number, table in enumerate(tables, 1):
        one = replace(source, path=f"{source.path}#tabell {number}") if number > 1 else source
        try:
            if table.header is None:
                raise UserError(table.problem or texts.UNKNOWN_KIND)
            found.extend(_dated(replace(one, kind=table.header.kind, table=table), in_series))
        except UserError as error:
            found.append(replace(one, encoding=None, problem=str(error)))
    return found


def _dated(source: SourceFile, in_series: bool) -> list[SourceFile]:
    """The table as a source for each date that it speaks for.

    Raises UserError for one with no date, an impossible one, or no rows.
    """
    table = source.table
    if not any(row[1] == DATA for row in table.rows):
        raise UserError(texts.NO_ROWS)
    snapshots = snapshots_of(table)
    printed = [one.period for one in snapshots]
    dates = dates_of(source.path, source.sheet, table, source.sidecar, printed, in_series=in_series)
    complete = source.sidecar.complete is not False
    sources = []
    for snapshot, (as_of, findings) in zip(snapshots, dates, strict=True):
        _check(as_of, source.file)
        path = f"{source.path}#{as_of}" if snapshots[1:] else source.path
        found = [Remark(None, "date", *one) for one in (*findings, *snapshot.findings)]
        sources.append(
            replace(source, path=path, rows=snapshot.rows, as_of=as_of, complete=complete,
                    findings=found)
        )  # fmt: skip
    return sources


def _check(as_of: date | None, file: str) -> None:
    """Raises UserError for a date that no source can have."""
    if as_of is None:
        raise UserError(texts.NO_DATE.format(file=PurePosixPath(file).name))
    if as_of > _last_of_month(date.today()):
        raise UserError(texts.in_the_future(as_of))
    if as_of.year < FIRST_YEAR:
        raise UserError(texts.too_old(as_of, FIRST_YEAR))


def _last_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
