"""A list as a file: the same bytes for the command line and for the pages."""

import os
from collections.abc import Sequence
from pathlib import Path

import duckdb

from pipeline import texts as pipeline_texts
from pipeline.errors import UserError
from pipeline.outreach.csv_list import list_csv
from pipeline.outreach.lists import COLUMNS, Listing


def _workbook(listing: Listing, columns: Sequence[str]) -> bytes:
    # a third of a second, that only workbooks need
    from pipeline.outreach.workbook import list_workbook

    return list_workbook(listing, columns)


TABLES = {"csv": list_csv, "xlsx": _workbook}
FORMATS = (*TABLES, "pptx")


def make(
    connection: duckdb.DuckDBPyConnection,
    listing: Listing,
    file_format: str,
    columns: Sequence[str] = COLUMNS,
    template: Path | None = None,
) -> bytes:
    """A list as one of FORMATS.

    connection: to the warehouse that the list is from, for what slides tell besides; columns: those
    of a table, in their order; template: what slides are made after.
    Raises UserError when the template cannot be used, and KeyError for another format.
    """
    if file_format == "pptx":
        # half a second, that only slides need
        from pipeline.outreach.slides.deck import deck_file, take_parts

        return deck_file(listing, take_parts(connection, listing), template)
    return table_file(listing, file_format, columns)


def table_file(listing: Listing, file_format: str, columns: Sequence[str] = COLUMNS) -> bytes:
    """A list as one of TABLES. Raises KeyError for another format."""
    return TABLES[file_format](listing, columns)


def save(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises UserError where that cannot be done.

    A device or a pipe is refused: the new file would take its place. A link stays a link.
    """
    try:
        path = path.resolve()
        if path.exists() and not path.is_file():
            why = pipeline_texts.IS_FOLDER if path.is_dir() else pipeline_texts.IS_NO_FILE
            raise UserError(pipeline_texts.CANNOT_WRITE_FILE.format(path=path, why=why))
        aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            with aside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except (OSError, RuntimeError) as error:  # a ring of links is a RuntimeError before 3.13
        why = pipeline_texts.why(error)
        raise UserError(pipeline_texts.CANNOT_WRITE_FILE.format(path=path, why=why)) from error
