"""A build: read every source, run the models, check the result, publish it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from pipeline import texts
from pipeline.asking import ask
from pipeline.contract import describe, hold, load_contract, make
from pipeline.errors import BuildError, UserError
from pipeline.freshness import Stock
from pipeline.inputs import Inputs, read_inputs
from pipeline.manifest import Told, told_of
from pipeline.paths import CHECKS, DECISIONS, MACROS, QUESTIONS
from pipeline.people import person
from pipeline.publications import catch_up, keep_inputs, publications, record
from pipeline.publish import new_build, publish, remove, writer, writing_to
from pipeline.seeds import register_seeds
from pipeline.sources.folder import Found
from pipeline.sources.reader import SourceFile
from pipeline.warehouse import Build, current_build

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did. rows_read is the sum of the five outcomes after it.

    unmatched: the decisions that no row was found for; findings: what a person should look at, of
    sources that count or are held back. Both are rows by name.
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
    unmatched: Sequence[dict[str, Any]]
    findings: Sequence[dict[str, Any]]
    seconds: float


def build(
    raw: Path,
    warehouse: Path,
    say: Say = lambda line: None,
    decisions: Path = DECISIONS,
    files: Sequence[Found] | None = None,
    log: Path | None = None,
) -> Summary:
    """Build a warehouse from the files below `raw` and put it in force.

    `say` gets a line a file; files: what to build from instead of those below `raw`; log: the
    folder of the publication log, if there is to be one. Raises UserError, with the warehouse in
    force untouched, when there is nothing to publish, a decision cannot be used, a file changes all
    the time, the folder cannot be written, or the result breaks a check.
    """
    started = time.perf_counter()
    with writer(warehouse):
        before = _in_force(warehouse)
        told_before = last_told(warehouse) or (next(publications(log), {}) if log else {})
        inputs = read_inputs(raw, decisions, files, told_before.get("accepted", {}))
        _tell(inputs.sources, raw, say)
        built = new_build(warehouse)
        try:
            _make(built, inputs)
            with duckdb.connect(str(built), read_only=True) as connection:
                counts = _count(connection, inputs.sources)
                unmatched = ask(connection, QUESTIONS / "unmatched_decisions.sql")
                findings = ask(connection, QUESTIONS / "findings.sql")
                accepted = _accepted(connection, raw, say)
            if log:
                _keep(log, inputs.stock, before)
            told = {**record(inputs.stock, told_before, _who()), "accepted": accepted}
            path = publish(built, {**told, "changed": _changed(built, before)})
            if log:
                _write_down(log, warehouse, say)
        except duckdb.Error as error:
            if not _is_of_the_disk(error):
                raise
            why = texts.why(error)
            raise UserError(texts.CANNOT_WRITE.format(folder=warehouse, why=why)) from error
        finally:
            for left in warehouse.glob(f"{built.name}*"):
                remove(left)
    seconds = time.perf_counter() - started
    return Summary(path, **counts, unmatched=unmatched, findings=findings, seconds=seconds)


def _tell(sources: Sequence[SourceFile], raw: Path, say: Say) -> None:
    for source in sources:
        say(_progress(source))
    if all(source.problem for source in sources):
        raise UserError(texts.NOTHING_USABLE.format(folder=raw))


def _accepted(connection: duckdb.DuckDBPyConnection, raw: Path, say: Say) -> dict[str, str]:
    """The digests of the sources that count, by their path.

    Raises UserError where none does.
    """
    if accepted := {
        row["path"]: row["sha256"] for row in ask(connection, QUESTIONS / "accepted.sql")
    }:
        return accepted
    for line in texts.findings(ask(connection, QUESTIONS / "findings.sql")):
        say(line)
    raise UserError(texts.NOTHING_USABLE.format(folder=raw))


def try_out(inputs: Inputs, path: Path) -> None:
    """Make every table of a build in a file of its own, to be looked at and not published."""
    with duckdb.connect(str(path)) as connection:
        seed(connection, inputs)
        connection.begin()
        make(connection, load_contract())
        connection.commit()


def _make(built: Path, inputs: Inputs) -> None:
    with duckdb.connect(str(built)) as connection:
        seed(connection, inputs)
        _run_models(connection)
        _run_checks(connection)
        connection.execute("CHECKPOINT")


def seed(connection: duckdb.DuckDBPyConnection, inputs: Inputs) -> None:
    """Hand in what was read, and the macros: with these any model can be made."""
    register_seeds(
        connection,
        inputs.folder,
        inputs.portfolio,
        inputs.kinds,
        inputs.sources,
        inputs.resolver,
        inputs.contacts,
        inputs.stock.fingerprint,
    )
    connection.execute(MACROS.read_text(encoding="utf-8"))


def _keep(log: Path, stock: Stock, before: Build | None) -> None:
    """Keep what a build rests on, and write down the publication before if that is not done."""
    with writing_to(log):
        catch_up(log, before)
        keep_inputs(log, stock)


def last_told(warehouse: Path) -> Told:
    """What the manifest of the build in force says; nothing where there is none."""
    before = _in_force(warehouse)
    return told_of(before.path) if before else {}


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
            return {
                row["solution_id"]: row["municipalities"]
                for row in ask(connection, QUESTIONS / "published_change.sql")
            }
    except duckdb.Error:
        return None


def _is_of_the_disk(error: duckdb.Error) -> bool:
    """Whether DuckDB could not write: it says so by different errors, by where it happened."""
    if isinstance(error, duckdb.IOException | duckdb.OutOfMemoryException):
        return True
    told = str(error).casefold()
    return any(word in told for word in ("no space left", "could not write", "file too large"))


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
    contract = load_contract()
    connection.begin()  # one for all: each by itself would wait for the disk
    make(connection, contract)
    describe(connection, contract)
    connection.commit()
    hold(connection, contract)


def _run_checks(connection: duckdb.DuckDBPyConnection) -> None:
    for check in sorted(CHECKS.glob("*.sql")):
        broken = ask(connection, check)
        if broken:
            example = ", ".join(map(str, broken[0].values()))
            raise BuildError(
                texts.BROKEN_RULE.format(rule=check.stem, count=len(broken), example=example)
            )


def _count(connection: duckdb.DuckDBPyConnection, sources: list[SourceFile]) -> dict[str, int]:
    (counts,) = ask(connection, QUESTIONS / "summary.sql")
    read = counts["rows_read"]
    if read != sum(len(source.rows) for source in sources):
        raise BuildError(texts.BROKEN_RULE.format(rule="every_row", count=1, example=read))
    return counts
