"""The one way to ask the warehouse: a question is a .sql file, its answer rows by name.

Only what must be made, as the contract's rules of a table, is a text instead.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

import duckdb

Row = TypeVar("Row")


def ask(
    connection: duckdb.DuckDBPyConnection,
    question: Path | str,
    row_type: Callable[..., Row] = dict,
    /,
    **parameters: object,
) -> list[Row]:
    """The rows of an answer, each a `row_type` of its columns by name.

    Raises TypeError for one that has not just these columns, and FileNotFoundError and duckdb.Error
    as they come.
    """
    sql = question if isinstance(question, str) else _sql(question)
    answer = connection.execute(sql, parameters or None)
    names = [column[0] for column in answer.description]
    return [row_type(**dict(zip(names, row, strict=True))) for row in answer.fetchall()]


@cache
def _sql(question: Path) -> str:
    return question.read_text(encoding="utf-8")
