"""A build: read every source, run the models, check the result, publish it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipeline import texts
from pipeline.catalogue import load_catalogue
from pipeline.errors import BuildError, UserError
from pipeline.paths import CHECKS, KINDS, MODELS, REGISTER
from pipeline.publish import new_build, publish, writer
from pipeline.register.municipalities import load_register
from pipeline.register.recognise import Recogniser
from pipeline.resolve import Resolver
from pipeline.seeds import register_seeds
from pipeline.sources.kinds import load_kinds
from pipeline.sources.reader import SourceFile, find_sources, read_source

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did. rows_read is the sum of the five outcomes after it."""

    path: Path
    files: int
    unusable: int
    rows_read: int
    accepted: int
    duplicate: int
    review: int
    ignored: int
    rejected: int
    differing_totals: int
    seconds: float


def build(raw: Path, warehouse: Path, say: Say = lambda line: None) -> Summary:
    """Build a warehouse from the files below `raw` and put it in force.

    `say` gets a line a file. Raises UserError, with the warehouse in force untouched, when there is
    nothing to publish, the folder cannot be written, or the result breaks a check.
    """
    started = time.perf_counter()
    kinds = load_kinds(KINDS)
    catalogue = load_catalogue(REGISTER)
    resolver = Resolver(Recogniser(load_register(REGISTER)))
    with writer(warehouse):
        sources = [read_source(path, raw, kinds) for path in find_sources(raw)]
        for source in sources:
            say(_progress(source))
        if all(source.problem for source in sources):
            raise UserError(texts.NOTHING_USABLE.format(folder=raw))
        built = new_build(warehouse)
        try:
            with duckdb.connect(str(built)) as connection:
                register_seeds(connection, REGISTER, catalogue, kinds, sources, resolver)
                _run_models(connection)
                _run_checks(connection)
                counts = _count(connection, sources)
                connection.execute("CHECKPOINT")
            path = publish(built)
        except duckdb.IOException as error:
            raise UserError(texts.CANNOT_WRITE.format(folder=warehouse, why=error)) from error
        finally:
            built.unlink(missing_ok=True)
    return Summary(path, *counts, seconds=time.perf_counter() - started)


def _progress(source: SourceFile) -> str:
    title = source.kind.title if source.kind else None
    return texts.file_line(source.path, title, len(source.rows), source.problem)


def _run_models(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute((MODELS / "macros.sql").read_text(encoding="utf-8"))
    for model in sorted(MODELS.glob("[0-9]*.sql")):
        table = model.stem.split("_", 1)[1]
        connection.execute(f"CREATE TABLE {table} AS {model.read_text(encoding='utf-8')}")


def _run_checks(connection: duckdb.DuckDBPyConnection) -> None:
    for check in sorted(CHECKS.glob("*.sql")):
        broken = connection.execute(check.read_text(encoding="utf-8")).fetchall()
        if broken:
            example = ", ".join(map(str, broken[0]))
            raise BuildError(
                texts.BROKEN_RULE.format(rule=check.stem, count=len(broken), example=example)
            )


def _count(connection: duckdb.DuckDBPyConnection, sources: list[SourceFile]) -> tuple[int, ...]:
    row = connection.execute((MODELS / "summary.sql").read_text(encoding="utf-8")).fetchone()
    assert row is not None
    if row[2] != sum(len(source.rows) for source in sources):
        raise BuildError(texts.BROKEN_RULE.format(rule="every_row", count=1, example=row[2]))
    return row
