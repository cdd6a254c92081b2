"""What source files are and what they would change, found out before anything is published.

A trial build in a folder of its own, of the raw files and these, is held against the one in force.
"""

import filecmp
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from pipeline import check_words as words
from pipeline import texts
from pipeline.asking import ask
from pipeline.build import last_told, try_out
from pipeline.errors import UserError
from pipeline.freshness import is_up_to_date
from pipeline.inputs import every_kind, read_inputs
from pipeline.paths import DECISIONS, QUESTIONS, REGISTER
from pipeline.portfolio import load_portfolio
from pipeline.register.municipalities import load_register
from pipeline.sources.folder import Found, found
from pipeline.sources.kinds import Kind
from pipeline.sources.reader import SourceFile, find_sources, is_source, read_sources
from pipeline.stages import rank
from pipeline.warehouse import current_path

EXIT_CODES = {"clean": 0, "remarks": 2, "held_back": 1, "unusable": 1}
WORST = ("unusable", "held_back", "remarks", "clean")


@dataclass(frozen=True, slots=True)
class Table:
    """A file, or one sheet of a workbook: what it is, its rows, and what is to be said of it.

    path: below the raw folder, as it would stand there. problem: the one sentence why it cannot be
    used, else None; findings: what a person should look at before it is. corrects: what it replaces
    because the names say so.
    """

    path: str
    title: str | None = None
    owner: str | None = None
    solutions: Sequence[str] = ()
    as_of: date | None = None
    complete: bool | None = None
    rows_read: int = 0
    accepted: int = 0
    duplicate: int = 0
    review: int = 0
    ignored: int = 0
    rejected: int = 0
    problem: str | None = None
    replaces: str | None = None
    replaced_by: str | None = None
    corrects: str | None = None
    verdict: str = "unusable"
    scope: str | None = None
    findings: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Municipalities that would change alike. what: stage or enrolled; old, new: its values."""

    solution_id: str
    solution: str
    as_of: date
    what: str
    old: str
    new: str
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class Preview:
    """The files, what would change in the build in force, and what is to be said of it all.

    notes: what the comparison rests on, where that is not plain.
    """

    tables: Sequence[Table]
    changes: Sequence[Change] = ()
    findings: Sequence[str] = ()
    notes: Sequence[str] = ()

    @property
    def verdict(self) -> str:
        """In one word, that of the worst of the files: see the table `source_file`."""
        found = {table.verdict for table in self.tables} | ({"remarks"} if self.findings else set())
        return next(verdict for verdict in WORST if verdict in found)


def check(
    files: Sequence[Path], raw: Path, warehouse: Path, decisions: Path = DECISIONS
) -> Preview:
    """What these files are, and what publishing them beside those in `raw` would change.

    A file outside `raw` is taken to come into a folder of the same name as the one it is in. Writes
    neither to `raw` nor to `warehouse`. Raises UserError when no build could be made with them.
    """
    kinds = every_kind(load_portfolio(REGISTER, load_register(REGISTER).municipalities.values()))
    there = {one.name: one for one in find_sources(raw)} if raw.is_dir() else {}
    others = {name: one for name, one in there.items() if not _is_one_of(one.path, files)}
    read: list[SourceFile] = []
    for file in files:
        read.extend(_read(file, raw, there, kinds))
    if all(source.problem for source in read):
        return Preview([Table(s.path, problem=s.problem) for s in read])
    accepted = last_told(warehouse).get("accepted", {})
    with TemporaryDirectory(prefix="utbredelse-") as scratch:
        after = Path(scratch, "after.duckdb")
        try_out(read_inputs(raw, decisions, list(there.values()), accepted), after)
        before, notes = _in_force(raw, warehouse, decisions)
        if before is None and others:
            before = Path(scratch, "before.duckdb")
            try_out(read_inputs(raw, decisions, list(others.values()), accepted), before)
        with _compared(after, before) as connection:
            return _preview(connection, read, notes)


def _is_one_of(path: Path, files: Sequence[Path]) -> bool:
    return any(_whole(path) == _whole(file) for file in files)


def _whole(file: Path) -> Path:
    """The path of a file through no link but, if it is one, itself."""
    return file.parent.resolve() / file.name


def _read(
    file: Path, raw: Path, there: dict[str, Found], kinds: Sequence[Kind]
) -> list[SourceFile]:
    """The tables of a file, which then stands among those that are there.

    One that a person has named may be, or be a link to, any file; one below `raw` may not.
    """
    new = found(_place(file, raw), file, Path(file.absolute().anchor))
    stands = there.get(new.name)
    if problem := _cannot_stand(file, stands):
        return [SourceFile(str(file), "", problem=problem)]
    return read_sources(there.setdefault(new.name, new), kinds)


def _place(file: Path, raw: Path) -> str:
    """Where a file stands, or would stand, below the raw folder."""
    whole = _whole(file)
    if whole.is_relative_to(raw.resolve()):
        return whole.relative_to(raw.resolve()).as_posix()
    return Path(whole.parent.name.lstrip("."), file.name).as_posix()


def _cannot_stand(file: Path, stands: Found | None) -> str | None:
    """Why a file cannot come to stand in its place, in one sentence; None when it can."""
    if stands and stands.problem and _whole(stands.path) == _whole(file):
        return stands.problem
    if not file.is_file():
        return texts.CANNOT_READ.format(why=_why_no_file(file))
    if not is_source(file):
        return words.NOT_A_SOURCE
    if stands and not (stands.path.exists() and stands.path.samefile(file)):
        where = "/".join(stands.name.split("/")[-2:])
        same = not stands.problem and filecmp.cmp(stands.path, file, shallow=False)
        return texts.copy_of(where) if same else words.TAKEN.format(path=where)
    return None


def _why_no_file(file: Path) -> str:
    if file.is_dir():
        return texts.IS_FOLDER
    return texts.IS_NO_FILE if file.exists() else words.MISSING


def _in_force(raw: Path, warehouse: Path, decisions: Path) -> tuple[Path | None, list[str]]:
    """The build in force, if there is one, and what is to be said of comparing with it."""
    try:
        path = current_path(warehouse)
    except UserError:
        return None, [words.NOTHING_BEFORE]
    return path, [] if is_up_to_date(warehouse, raw, decisions) else [words.STALE]


def _compared(after: Path, before: Path | None) -> duckdb.DuckDBPyConnection:
    """A connection with both builds attached, the earlier one empty where there is none.

    Raises UserError where it cannot be opened.
    """
    connection = duckdb.connect()
    _attach(connection, after, "after")
    if before is None:
        connection.execute("ATTACH ':memory:' AS before")
        connection.execute((QUESTIONS / "check_nothing.sql").read_text(encoding="utf-8"))
        return connection
    try:
        _attach(connection, before, "before")
    except duckdb.Error as error:
        connection.close()
        raise UserError(words.OTHER_VERSION) from error
    return connection


def _attach(connection: duckdb.DuckDBPyConnection, path: Path, name: str) -> None:
    quoted = str(path).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS {name} (READ_ONLY)")


def _preview(
    connection: duckdb.DuckDBPyConnection, read: Sequence[SourceFile], notes: Sequence[str]
) -> Preview:
    tables = [_table(connection, source) for source in read]
    try:
        changes = ask(connection, QUESTIONS / "check_change.sql", Change)
        totals = ask(connection, QUESTIONS / "check_total.sql")
        contradictions = ask(connection, QUESTIONS / "check_contradiction.sql")
    except duckdb.Error as error:
        raise UserError(words.OTHER_VERSION) from error
    findings = [
        *words.steps_back(change for change in latest(changes) if is_back(change)),
        *words.differing_totals(totals),
        *words.contradictions(contradictions),
    ]
    return Preview(tables, changes, findings, notes)


def latest(changes: Sequence[Change]) -> list[Change]:
    """The changes on the last date on which each solution changes."""
    last: dict[str, date] = {}
    for change in changes:
        last[change.solution_id] = max(change.as_of, last.get(change.solution_id, change.as_of))
    return [change for change in changes if change.as_of == last[change.solution_id]]


def is_back(change: Change) -> bool:
    """Whether a stage would be lower than it was, or no longer known."""
    return change.what == "stage" and rank(change.new) < rank(change.old)


def _table(connection: duckdb.DuckDBPyConnection, source: SourceFile) -> Table:
    """What the trial build made of a source."""
    rows = ask(connection, QUESTIONS / "check_file.sql", file=source.file)
    told = next((row for row in rows if row["path"] == source.path), None)
    if source.problem or told is None:
        return Table(source.path, problem=source.problem)
    findings = ask(connection, QUESTIONS / "check_finding.sql", path=source.path)
    return Table(**told, findings=[row["sentence"] for row in findings])
