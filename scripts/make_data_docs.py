"""Writes docs/data.md: every table and column of the warehouse, as the contract describes them."""

from collections.abc import Iterable, Iterator

from pipeline.contract import Column, Table, load_contract
from pipeline.paths import ROOT

DATA_DOCS = ROOT / "docs" / "data.md"
LAYERS = {
    "registers": "Registers",
    "rows": "Rows of source files",
    "evidence": "What the sources say",
    "enrolment": "Who is enrolled",
    "public": "What pages, lists and others ask",
}
_START = """# The tables of the warehouse

Made from `pipeline/models/*/tables.toml` by `make docs`; a test holds the two together. The same
descriptions stand in the warehouse as comments (`SELECT comment FROM duckdb_columns()`). Tables
marked *public* may be queried by others: their columns stay, and more may come.
"""


def text(tables: Iterable[Table]) -> str:
    """The whole page."""
    every = sorted(tables, key=lambda table: table.name)
    parts = [_START]
    for layer, title in LAYERS.items():
        parts.append(f"\n## {title}\n")
        parts += (part for table in every if table.layer == layer for part in _table(table))
    return "\n".join(parts) + "\n"


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name}{' (public)' if table.public else ''}\n"
    yield f"One row is {table.row}.\n"
    key = ", ".join(f"`{name}`" for name in table.key)
    yield f"Key: {key}. Reads: {', '.join(table.reads)}.\n" if key else "One row only.\n"
    yield "| column | type | what it is |\n| --- | --- | --- |"
    yield from (_column(column) for column in table.columns)
    yield ""


def _column(column: Column) -> str:
    words = column.words
    told = [
        column.text,
        f"unit: {column.unit}" if column.unit else "",
        f"a key of `{words}`" if isinstance(words, str) else "",
        f"one of {', '.join(words)}" if words and not isinstance(words, str) else "",
        "may be NULL" if column.empty else "",
    ]
    what = "; ".join(filter(None, told)).replace("|", "\\|")
    return f"| `{column.name}` | {column.type} | {what} |"


if __name__ == "__main__":
    DATA_DOCS.write_text(text(load_contract()), encoding="utf-8")
