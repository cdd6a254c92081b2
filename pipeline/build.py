"""A build: read every source, run the models, check the result, publish it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import duckdb

from pipeline import texts
from pipeline.catalogue import kinds_of, names_of
from pipeline.contacts import Contact, load_contacts
from pipeline.contract import hold, load_contract, make
from pipeline.decisions import load_decisions
from pipeline.errors import BuildError, NothingUsableError, UserError
from pipeline.freshness import Stock, take_stock
from pipeline.paths import CHECKS, DECISIONS, KINDS, MACROS, QUESTIONS, REGISTER
from pipeline.people import person
from pipeline.portfolio import Portfolio, load_portfolio
from pipeline.publications import catch_up, keep_inputs, record
from pipeline.publish import new_build, publish, writer
from pipeline.register.municipalities import load_register
from pipeline.register.recognise import Recogniser
from pipeline.resolve import Resolver
from pipeline.seeds import register_seeds
from pipeline.sources.corrections import with_corrections
from pipeline.sources.folder import Found
from pipeline.sources.kinds import Kind, load_kinds
from pipeline.sources.reader import SourceFile, find_sources, read_sources, without_copies
from pipeline.warehouse import Build, current_build

Say = Callable[[str], None]

READ_TRIES = 3
"""How often what changes while it is read is read again."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did. rows_read is the sum of the five outcomes after it.

    unmatched: the line and printed name of each decision that no row was found for. double_counted:
    paths of whole files of one kind, owner and date, and the solutions that all of them speak of.
    """

    path: Path
    files: int
    unusable: int
    replaced: int
    rows_read: int
    accepted: int
    duplicate: int
    review: int
    ignored: int
    rejected: int
    differing_totals: int
    unmatched: Sequence[tuple[int, str]]
    double_counted: Sequence[tuple[Sequence[str], Sequence[str]]]
    seconds: float


def build(
    raw: Path,
    warehouse: Path,
    say: Say = lambda line: None,
    decisions: Path = DECISIONS,
    log: Path | None = None,
    files: Sequence[Found] | None = None,
) -> Summary:
    """Build a warehouse from the files below `raw` and put it in force.

    `say` gets a line a file; `log` is the folder of the publication log, if there is to be one;
    `files` is what to build from instead of what lies below `raw`.
    Raises UserError, with the warehouse in force untouched, when there is nothing to publish, a
    decision cannot be used, a file changes all the time, the folder cannot be written, or the
    result breaks a check.
    """
    started = time.perf_counter()
    with writer(warehouse):
        before = _in_force(warehouse)
        if log:
            catch_up(log, before)
        read = _read(raw, decisions, files)
        for source in read.sources:
            say(_progress(source))
        if all(source.problem for source in read.sources):
            problems = {source.path: source.problem for source in read.sources}
            raise NothingUsableError(texts.NOTHING_USABLE.format(folder=raw), problems)
        built = new_build(warehouse)
        try:
            with duckdb.connect(str(built)) as connection:
                _fill(connection, read)
                counts = _count(connection, read.sources)
                unmatched = _answer(connection, "unmatched_decisions")
                double_counted = _answer(connection, "double_counted")
                connection.execute("CHECKPOINT")
            told = record(read.stock, before, _who()) | {"changed": _changed(built, before)}
            if log:
                keep_inputs(log, read.stock)
            path = publish(built, told)
            if log:
                _write_down(log, warehouse, say)
        except duckdb.Error as error:
            if not _is_of_the_disk(error):
                raise
            why = texts.why(error)
            raise UserError(texts.CANNOT_WRITE.format(folder=warehouse, why=why)) from error
        finally:
            for left in (built, built.with_name(built.name + ".wal")):
                left.unlink(missing_ok=True)
    seconds = time.perf_counter() - started
    return Summary(path, *counts, unmatched, double_counted, seconds)


class _Read(NamedTuple):
    """All that a build rests on, as read; the stock tells the bytes that it was read from."""

    stock: Stock
    portfolio: Portfolio
    kinds: Sequence[Kind]
    contacts: Sequence[Contact]
    sources: Sequence[SourceFile]
    resolver: Resolver


def _read(raw: Path, decisions: Path, files: Sequence[Found] | None) -> _Read:
    """Read everything; again where a file changed meanwhile. Raises UserError where one goes on."""
    changed = None
    for _ in range(READ_TRIES):
        stock = take_stock(raw, decisions)
        register = load_register(REGISTER)
        portfolio = load_portfolio(REGISTER, register.municipalities.values())
        kinds = every_kind(portfolio)
        decided = load_decisions(decisions, register.municipalities)
        ids = {solution.id for solution in portfolio.solutions}
        contacts = load_contacts(REGISTER, ids, register.municipalities)
        found = find_sources(raw) if files is None else files
        if not found:
            raise UserError(texts.EMPTY_FOLDER.format(folder=raw))
        resolver = Resolver(Recogniser(register), decided)
        read = [resolver.take(s) for entry in found for s in read_sources(entry, kinds)]
        changed = stock.changed_since(take_stock(raw, decisions)) or next(
            (s.file for s in read if s.sha256 and _is_another(s, stock, files is None)), None
        )
        if changed is None:
            sources = without_copies(with_corrections(read, names_of(portfolio.solutions)))
            return _Read(stock, portfolio, kinds, contacts, sources, resolver)
    raise UserError(texts.CHANGED_MEANWHILE.format(file=changed))


def _is_another(source: SourceFile, stock: Stock, all_in_stock: bool) -> bool:
    """Whether what was read of a source is not what was in stock."""
    known = stock.digest_of_source(source.file)
    return known != source.sha256 and (all_in_stock or known is not None)


def _fill(connection: duckdb.DuckDBPyConnection, read: _Read) -> None:
    register_seeds(
        connection,
        REGISTER,
        read.portfolio,
        read.kinds,
        read.sources,
        read.resolver,
        read.contacts,
        read.stock.fingerprint,
    )
    _run_models(connection)
    _run_checks(connection)


def _write_down(log: Path, warehouse: Path, say: Say) -> None:
    """What is published stays so, whatever becomes of its line: the next build writes it."""
    try:
        catch_up(log, _in_force(warehouse))
    except OSError as error:
        say(texts.LOG_LATE.format(folder=log, why=texts.why(error)))


def _in_force(warehouse: Path) -> Build | None:
    try:
        return current_build(warehouse)
    except UserError:
        return None


def _who() -> str:
    try:
        return person()
    except UserError:
        return texts.NOBODY


def _changed(built: Path, before: Build | None) -> dict[str, int] | None:
    """How many municipalities are at another stage than before, by solution; None: nobody knows."""
    if before is None:
        return None
    try:
        with duckdb.connect() as connection:
            for path, name in ((built, "after"), (before.path, "before")):
                quoted = str(path).replace("'", "''")
                connection.execute(f"ATTACH '{quoted}' AS {name} (READ_ONLY)")
            return dict(_answer(connection, "published_change"))
    except duckdb.Error:
        return None


def _is_of_the_disk(error: duckdb.Error) -> bool:
    """Whether DuckDB could not write: it says so by different errors, by where it happened."""
    if isinstance(error, duckdb.IOException | duckdb.OutOfMemoryException):
        return True
    told = str(error).casefold()
    return any(word in told for word in ("no space left", "could not write", "file too large"))


def every_kind(portfolio: Portfolio) -> tuple[Kind, ...]:
    """The kinds of file that the program knows, and those that the catalogue describes."""
    kinds = load_kinds(KINDS)
    return (*kinds, *kinds_of(portfolio.solutions, kinds))


def _progress(source: SourceFile) -> str:
    title = source.kind.title if source.kind else None
    told = (
        texts.file_line(source.path, title, len(source.rows), source.problem),
        texts.corrects(source.corrects) if source.corrects else "",
        texts.replaced(source.replaced_by) if source.replaced_by else "",
    )
    line = " – ".join(filter(None, told))
    return f"{line}. {texts.passed_over(source.passed_over)}" if source.passed_over else line


def _run_models(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(MACROS.read_text(encoding="utf-8"))
    contract = load_contract()
    connection.begin()  # one for all: each by itself would wait for the disk
    make(connection, contract)
    connection.commit()
    hold(connection, contract)


def _run_checks(connection: duckdb.DuckDBPyConnection) -> None:
    for check in sorted(CHECKS.glob("*.sql")):
        broken = connection.execute(check.read_text(encoding="utf-8")).fetchall()
        if broken:
            example = ", ".join(map(str, broken[0]))
            raise BuildError(
                texts.BROKEN_RULE.format(rule=check.stem, count=len(broken), example=example)
            )


def _count(connection: duckdb.DuckDBPyConnection, sources: list[SourceFile]) -> tuple[int, ...]:
    row = _answer(connection, "summary")[0]
    if row[3] != sum(len(source.rows) for source in sources):
        raise BuildError(texts.BROKEN_RULE.format(rule="every_row", count=1, example=row[3]))
    return row


def _answer(connection: duckdb.DuckDBPyConnection, question: str) -> list[tuple]:
    return connection.execute(
        (QUESTIONS / f"{question}.sql").read_text(encoding="utf-8")
    ).fetchall()
