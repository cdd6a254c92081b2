"""Questions to the warehouse in force, by name; the SQL is in dashboard/queries."""

from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

import duckdb
import streamlit as st

from pipeline.paths import warehouse_folder
from pipeline.warehouse import Reader

_QUERIES = Path(__file__).parent / "queries"

RowType = TypeVar("RowType", bound=NamedTuple)


@cache
def _reader(folder: Path) -> Reader:
    return Reader(folder)


@cache
def _sql(name: str) -> str:
    return (_QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def ask(row_type: type[RowType], name: str, **parameters: object) -> list[RowType]:
    """The rows of queries/NAME.sql from the build in force, as `row_type` (columns by name).

    Answers are kept by build: a new build asks anew. Raises UserError when there is no build.
    """
    build, cursor = _reader(warehouse_folder()).cursor()
    return _answer(build, row_type, name, parameters, cursor)


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
