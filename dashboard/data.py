"""Questions to the warehouse in force, by name; the SQL is in dashboard/queries."""

from collections.abc import Callable, Hashable
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

import duckdb
import streamlit as st

from pipeline.errors import UserError
from pipeline.paths import warehouse_folder
from pipeline.warehouse import Build, Reader, current_build, current_path

_QUERIES = Path(__file__).parent / "queries"

RowType = TypeVar("RowType", bound=NamedTuple)
Asked = TypeVar("Asked", bound=Hashable)
Told = TypeVar("Told")


@cache
def _reader(folder: Path) -> Reader:
    return Reader(folder)


@cache
def _sql(name: str) -> str:
    return (_QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def build_in_force() -> str:
    """The name of the build in force; empty when there is none."""
    try:
        return current_path(warehouse_folder()).name
    except UserError:
        return ""


def readable_build() -> Build:
    """The build that pages are drawn from. Raises UserError or duckdb.Error when none opens."""
    _reader(warehouse_folder()).cursor()[1].execute("SELECT 1")
    return current_build(warehouse_folder())


def ask(row_type: type[RowType], name: str, **parameters: object) -> list[RowType]:
    """The rows of queries/NAME.sql from the build in force, as `row_type` (columns by name).

    Answers are kept by build: a new build asks anew. Raises UserError when there is no build.
    """
    build, cursor = _reader(warehouse_folder()).cursor()
    return _answer(build, row_type, name, parameters, cursor)


def read(question: Callable[[duckdb.DuckDBPyConnection, Asked], Told], asked: Asked) -> Told:
    """What a question of the pipeline answers on the build in force; kept by build, as `ask` is."""
    build, cursor = _reader(warehouse_folder()).cursor()
    return _told(build, question.__name__, asked, question, cursor)


def fresh(question: Callable[[duckdb.DuckDBPyConnection], Told]) -> Told:
    """What a question answers on the build in force, not kept: for large files, asked for once."""
    return question(_reader(warehouse_folder()).cursor()[1])


@st.cache_resource(max_entries=50, show_spinner=False)
def _told(
    build: str,
    name: str,
    asked: Hashable,
    _question: Callable[[duckdb.DuckDBPyConnection, Asked], Told],
    _cursor: duckdb.DuckDBPyConnection,
) -> object:
    return _question(_cursor, asked)


@st.cache_resource(max_entries=400, show_spinner=False)
def _answer(
    build: str,
    row_type: type[RowType],
    name: str,
    parameters: dict[str, object],
    _cursor: duckdb.DuckDBPyConnection,
) -> list[RowType]:
    answer = _cursor.execute(_sql(name), parameters or None)
    places = [column[0] for column in answer.description]
    order = [places.index(field) for field in row_type._fields]
    return [row_type(*(values[i] for i in order)) for values in answer.fetchall()]
