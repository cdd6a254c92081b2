"""The contract of the warehouse: what every table and column is, and what must hold of them.

It stands beside the models: models/LAYER/tables.toml says of each table what one row is, its key,
what it reads and its columns; models/columns.toml says once what several tables share. The build
runs the models in the order of what they read, holds the result against all this, and leaves the
descriptions in the warehouse as comments.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import duckdb

from pipeline import texts
from pipeline.asking import ask
from pipeline.errors import BuildError
from pipeline.paths import MODELS, QUESTIONS
from pipeline.verdict.judge import judge

SHARED = MODELS / "columns.toml"
MAKERS: Mapping[str, Callable[[duckdb.DuckDBPyConnection], None]] = {"finding": judge}
"""The tables that Python makes of those that they read."""
SEED = "seed_"
"""What the names of the tables that Python hands in begin with."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. text: what it is, in one sentence; unit: of a number; empty: it may be NULL.

    words: what may stand there: the words themselves, or the table whose key holds them.
    """

    name: str
    type: str
    text: str
    unit: str | None = None
    words: tuple[str, ...] | str | None = None
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. row: what one row is; key: columns that no two rows share; reads: tables.

    public: others may query it, so that its columns stay.
    """

    name: str
    layer: str
    row: str
    key: tuple[str, ...]
    reads: tuple[str, ...]
    public: bool
    columns: tuple[Column, ...]

    @property
    def sql(self) -> str:
        """The SELECT that makes it."""
        return (MODELS / self.layer / f"{self.name}.sql").read_text(encoding="utf-8")


@cache
def load_contract(folder: Path = MODELS) -> tuple[Table, ...]:
    """Every table, each after those that it reads.

    Raises BuildError for models that read each other in a ring; KeyError or TypeError for a file
    that lacks what a table or a column needs.
    """
    shared = _toml(folder / SHARED.name)
    tables = {
        name: _table(name, file.parent.name, told, shared)
        for file in sorted(folder.glob("*/tables.toml"))
        for name, told in _toml(file).items()
    }
    reads = {t.name: [n for n in t.reads if not n.startswith(SEED)] for t in tables.values()}
    try:
        return tuple(tables[name] for name in TopologicalSorter(reads).static_order())
    except CycleError as error:
        raise BuildError(texts.MODELS_IN_A_RING.format(models=" → ".join(error.args[1]))) from error


def _toml(file: Path) -> dict[str, dict]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _table(name: str, layer: str, told: Mapping, shared: Mapping[str, Mapping]) -> Table:
    columns = tuple(
        _column(column, {**shared.get(column, {}), **own})
        for column, own in told["columns"].items()
    )
    return Table(
        name, layer, told["row"], tuple(told["key"]), tuple(told["reads"]), told["public"], columns
    )


def _column(name: str, told: Mapping) -> Column:
    words = told.get("words")
    known = {field.name for field in fields(Column)} - {"name", "text"} | {"is"}
    if strange := told.keys() - known:
        raise TypeError(f"{name}: {', '.join(sorted(strange))}")
    return Column(
        name,
        told["type"],
        told["is"],
        told.get("unit"),
        tuple(words) if isinstance(words, list) else words,
        told.get("empty", False),
    )


def make(connection: duckdb.DuckDBPyConnection, tables: Iterable[Table]) -> None:
    """Make the tables in their order. The seeds stand there already.

    A table is what its model selects, but for those in MAKERS, which no SELECT could give.
    """
    for table in tables:
        if maker := MAKERS.get(table.name):
            maker(connection)
        else:
            connection.execute(f"CREATE TABLE {table.name} AS {table.sql}")


def describe(connection: duckdb.DuckDBPyConnection, tables: Iterable[Table]) -> None:
    """Leave what tables and columns are in the warehouse, as their comments."""
    for comment in _comments(tables):
        connection.execute(comment)


def _comments(tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        yield f"COMMENT ON TABLE {table.name} IS {_quoted(table.row)}"
        for column in table.columns:
            text = f"{column.text} ({column.unit})" if column.unit else column.text
            yield f'COMMENT ON COLUMN {table.name}."{column.name}" IS {_quoted(text)}'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def hold(connection: duckdb.DuckDBPyConnection, tables: Iterable[Table]) -> None:
    """Raises BuildError where a table is not what the contract says: columns, key, words, NULLs."""
    tables = tuple(tables)
    _hold_columns(connection, tables)
    for table in tables:
        counts = ", ".join(f'{count} AS "{rule}"' for rule, count in _rules(table))
        (broken,) = ask(connection, f"SELECT {counts} FROM {table.name}")
        _refuse(broken)
    _hold_words(connection, tables)


def _refuse(broken: Mapping[str, int]) -> None:
    for rule, count in broken.items():
        if count:
            raise BuildError(texts.BROKEN_RULE.format(rule=rule, count=count, example="–"))


def _hold_columns(connection: duckdb.DuckDBPyConnection, tables: Iterable[Table]) -> None:
    types: dict[str, dict[str, str]] = {}
    for row in ask(connection, QUESTIONS / "columns.sql"):
        types.setdefault(row["table_name"], {})[row["column_name"]] = row["data_type"]
    for table in tables:
        found = types.get(table.name, {})
        told = {column.name: column.type for column in table.columns}
        for name in found | told:
            if found.get(name) != told.get(name):
                raise BuildError(
                    texts.BROKEN_COLUMN.format(
                        table=table.name,
                        column=name,
                        found=found.get(name) or texts.NO_COLUMN,
                        told=told.get(name) or texts.NO_COLUMN,
                    )
                )


def _rules(table: Table) -> Iterator[tuple[str, str]]:
    """Each rule by its name, with the expression that counts the rows that break it."""
    key = ", ".join(f'"{name}"' for name in table.key)
    yield f"{table.name}: {', '.join(table.key)}", f"count(*) - count(DISTINCT ({key}))"
    for column in table.columns:
        if not column.empty:
            yield f"{table.name}.{column.name}: NULL", f'count(*) FILTER ("{column.name}" IS NULL)'
        if column.words and not isinstance(column.words, str):
            within = f'"{column.name}" NOT IN ({", ".join(map(_quoted, column.words))})'
            yield f"{table.name}.{column.name}", f"count(*) FILTER ({within})"


def _hold_words(connection: duckdb.DuckDBPyConnection, tables: Iterable[Table]) -> None:
    """The words that stand in a table: one question for all columns that take them from it.

    A question a column would take a third of the time of all that is held here.
    """
    keys = {table.name: table.key[0] for table in load_contract() if table.key}
    columns: dict[str, list[tuple[str, str]]] = {}
    for table in tables:
        for column in table.columns:
            if isinstance(column.words, str):
                columns.setdefault(column.words, []).append((table.name, column.name))
    for words, holding in columns.items():
        held = " UNION ALL ".join(
            f"SELECT '{table}.{column}' AS rule, \"{column}\" AS word FROM {table}"
            for table, column in holding
        )
        strange = ask(
            connection,
            f"SELECT rule, count(*) AS count FROM ({held}) AS held ANTI JOIN {words} AS told "
            f"ON held.word = told.{keys[words]} WHERE word IS NOT NULL GROUP BY ALL ORDER BY ALL",
        )
        _refuse({row["rule"]: row["count"] for row in strange})


def read_by(sql: str) -> set[str]:
    """The tables that a model names after FROM or JOIN; its own WITH tables are among them."""
    return set(re.findall(r"\b(?:FROM|JOIN)\s+(\w+)", re.sub(r"--.*", "", sql)))
