"""Questions to the warehouse, by name; the SQL is in dashboard/queries.

All that one run of a page asks is put to one build: the latest when the run began.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

import duckdb
import streamlit as st

from pipeline import asking
from pipeline.errors import UserError
from pipeline.paths import warehouse_folder
from pipeline.warehouse import Build, Held, Reader

_QUERIES = Path(__file__).parent / "queries"
_RUN: ContextVar[Held | UserError] = ContextVar("run")

RowType = TypeVar("RowType", bound=NamedTuple)
Told = TypeVar("Told")


@cache
def _reader(folder: Path) -> Reader:
    return Reader(folder, on_new=_forget)


@contextmanager
def one_build() -> Iterator[None]:
    """A run: all that is asked inside is put to one build, whatever is published meanwhile."""
    try:
        held: Held | UserError = _reader(warehouse_folder()).take()
    except UserError as error:
        held = error
    with _of(held):
        yield


@contextmanager
def _of(held: Held | UserError) -> Iterator[None]:
    token = _RUN.set(held)
    try:
        yield
    finally:
        _RUN.reset(token)


def build_of_run() -> Held:
    """The build that this run asks. Raises UserError when there is none.

    Raises LookupError outside a run: another thread or a fragment's rerun might be given another
    build than the page that it belongs to.
    """
    held = _RUN.get()
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


def read(question: Callable[..., Told], *asked: Hashable) -> Told:
    """What a question of the pipeline answers on the build of this run; kept as `ask`'s are.

    question: is put to a connection, with what is asked.
    """
    held = build_of_run()
    return _told(held.build.path.name, question.__name__, asked, question, held.connection)


def later(make: Callable[[], Told]) -> Callable[[], Told]:
    """What makes something of the build of this run when it is called, in whatever thread.

    Raises StaleError when called after so many publications that the build is held no more.
    """
    build = build_of_run().build
    reader = _reader(build.path.parent)

    def made() -> Told:
        with _of(reader.again(build.path.name)):
            return make()

    return made


def _forget() -> None:
    """Answers of older builds are asked for no more, and would take up memory."""
    _told.clear()
    _answer.clear()


@st.cache_resource(max_entries=50, show_spinner=False)
def _told(
    build: str,
    name: str,
    asked: tuple[Hashable, ...],
    _question: Callable[..., Told],
    _cursor: duckdb.DuckDBPyConnection,
) -> object:
    return _question(_cursor, *asked)


@st.cache_resource(max_entries=400, show_spinner=False)
def _answer(
    build: str,
    row_type: type[RowType],
    name: str,
    parameters: dict[str, object],
    _cursor: duckdb.DuckDBPyConnection,
) -> list[RowType]:
    return asking.ask(_cursor, _QUERIES / f"{name}.sql", row_type, **parameters)
