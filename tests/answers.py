"""Answers from source files without a build: what a question reads is made, and nothing else.

Most of a small build's time goes to planning models that a test never asks about.
"""

from pathlib import Path

import duckdb

from pipeline.build import seed
from pipeline.contract import Table, hold, load_contract, make, read_by
from pipeline.freshness import Stock
from pipeline.inputs import parse
from pipeline.paths import DECISIONS

CONTRACT = {table.name: table for table in load_contract()}


class Answers:
    """Answers SQL on what a folder of source files gives, as a build of it would."""

    def __init__(self, raw: Path, decisions: Path = DECISIONS) -> None:
        self._connection = duckdb.connect(config={"threads": 1})  # tests run beside each other
        self._made: set[str] = set()
        seed(self._connection, parse(Stock({}, {}), raw, decisions))

    def __call__(self, sql: str, *values: object) -> list[tuple]:
        needed = _reached(read_by(sql)) - self._made
        if needed:
            self._made |= needed
            tables = [table for name, table in CONTRACT.items() if name in needed]
            make(self._connection, tables)
            hold(self._connection, tables)
        return self._connection.execute(sql, values).fetchall()


def _reached(names: set[str]) -> set[str]:
    """The tables among names, and all that they read or take their words from."""
    reached: set[str] = set()
    left = names & CONTRACT.keys()
    while left:
        reached |= left
        left = {other for name in left for other in _beside(CONTRACT[name])} & CONTRACT.keys()
        left -= reached
    return reached


def _beside(table: Table) -> set[str]:
    words = {column.words for column in table.columns if isinstance(column.words, str)}
    return {*table.reads, *words}
