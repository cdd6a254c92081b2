"""Questions to the warehouse in force, by name; the SQL is in dashboard/queries."""

import threading
from collections.abc import Callable, Hashable
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

import duckdb
import streamlit as st

from pipeline.errors import UserError
from pipeline.paths import warehouse_folder
from pipeline.warehouse import Build, Held, Reader

_QUERIES = Path(__file__).parent / "queries"
_RUN = threading.local()
"""The build of the run in each thread: a run of the script has a thread to itself."""

RowType = TypeVar("RowType", bound=NamedTuple)
Asked = TypeVar("Asked", bound=Hashable)
Told = TypeVar("Told")


@cache
def _reader(folder: Path) -> Reader:
    return Reader(folder)


@cache
def _sql(name: str) -> str:
    return (_QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def begin_run() -> Held | None:
    """Take the latest build for a run of the script in this thread; None where there is none.

    All that the run asks, shows and hands out is of this build, whatever is published meanwhile.
    """
    try:
        _RUN.held = _reader(warehouse_folder()).take()
    except UserError as error:
        _RUN.held = error
        return None
    return _RUN.held


def build_of_run() -> Held:
    """The build of the run in this thread; outside of one, the latest.

    Raises UserError when there is none.
    """
    held = getattr(_RUN, "held", None) or _reader(warehouse_folder()).take()
    if isinstance(held, UserError):
        raise held
    return held


def latest_build() -> Build:
    """The build that a run would be given now. Raises UserError when there is none."""
    return _reader(warehouse_folder()).take().build


def ask(row_type: type[RowType], name: str, **parameters: object) -> list[RowType]:
    """The rows of queries/NAME.sql from the build of this run, as `row_type` (columns by name).

    Answers are kept by build: a new build asks anew. Raises UserError when there is no build.
    """
    held = build_of_run()
    return _answer(held.build.path.name, row_type, name, parameters, held.connection)


def read(question: Callable[[duckdb.DuckDBPyConnection, Asked], Told], asked: Asked) -> Told:
    """What a question of the pipeline answers on the build of this run; kept as `ask`'s are."""
    held = build_of_run()
    return _told(held.build.path.name, question.__name__, asked, question, held.connection)


def later(question: Callable[[duckdb.DuckDBPyConnection], Told]) -> Callable[[], Told]:
    """What asks a question of the build of this run when it is called, in whatever thread.

    The answer is not kept: for large files, asked for once. Raises StaleError when called after so
    many publications that the build is held no more.
    """
    name = build_of_run().build.path.name
    reader = _reader(warehouse_folder())
    return lambda: question(reader.again(name).connection)


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
