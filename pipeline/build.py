"""A build: read every source, run the models, check the result, publish it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipeline import texts
from pipeline.catalogue import kinds_of, names_of
from pipeline.contacts import load_contacts
from pipeline.contract import hold, load_contract, make
from pipeline.decisions import load_decisions
from pipeline.errors import BuildError, NothingUsableError, UserError
from pipeline.freshness import fingerprint
from pipeline.paths import CHECKS, DECISIONS, KINDS, MACROS, QUESTIONS, REGISTER
from pipeline.portfolio import Portfolio, load_portfolio
from pipeline.publish import new_build, publish, writer
from pipeline.register.municipalities import load_register
from pipeline.register.recognise import Recogniser
from pipeline.resolve import Resolver
from pipeline.seeds import register_seeds
from pipeline.sources.corrections import with_corrections
from pipeline.sources.folder import Found
from pipeline.sources.kinds import Kind, load_kinds
from pipeline.sources.reader import SourceFile, find_sources, read_sources, without_copies

Say = Callable[[str], None]


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
    files: Sequence[Found] | None = None,
) -> Summary:
    """Build a warehouse from the files below `raw` and put it in force.

    `say` gets a line a file; files: what to build from instead of those below `raw`. Raises
    UserError, with the warehouse in force untouched, when there is nothing to publish, a decision
    cannot be used, the folder cannot be written, or the result breaks a check.
    """
    started = time.perf_counter()
    register = load_register(REGISTER)
    portfolio = load_portfolio(REGISTER, register.municipalities.values())
    kinds = every_kind(portfolio)
    decided = load_decisions(decisions, register.municipalities)
    contacts = load_contacts(REGISTER, {s.id for s in portfolio.solutions}, register.municipalities)
    resolver = Resolver(Recogniser(register), decided)
    with writer(warehouse):
        found = find_sources(raw) if files is None else files
        if not found:
            raise UserError(texts.EMPTY_FOLDER.format(folder=raw))
        read = [resolver.take(s) for file in found for s in read_sources(file, kinds)]
        sources = without_copies(with_corrections(read, names_of(portfolio.solutions)))
        rests_on = fingerprint(raw, decisions)
        for source in sources:
            say(_progress(source))
        if all(source.problem for source in sources):
            problems = {source.path: source.problem for source in sources}
            raise NothingUsableError(texts.NOTHING_USABLE.format(folder=raw), problems)
        built = new_build(warehouse)
        try:
            with duckdb.connect(str(built)) as connection:
                register_seeds(
                    connection, REGISTER, portfolio, kinds, sources, resolver, contacts, rests_on
                )
                _run_models(connection)
                _run_checks(connection)
                counts = _count(connection, sources)
                unmatched = _answer(connection, "unmatched_decisions")
                double_counted = _answer(connection, "double_counted")
                connection.execute("CHECKPOINT")
            path = publish(built)
        except duckdb.IOException as error:
            why = texts.why(error)
            raise UserError(texts.CANNOT_WRITE.format(folder=warehouse, why=why)) from error
        finally:
            built.unlink(missing_ok=True)
    seconds = time.perf_counter() - started
    return Summary(path, *counts, unmatched, double_counted, seconds)


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
    make(connection, contract)
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
