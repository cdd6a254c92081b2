"""A list as a file: the same bytes for the command line and for the pages."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from pipeline import texts as pipeline_texts
from pipeline.errors import UserError
from pipeline.outreach.csv_list import list_csv
from pipeline.outreach.workbook import list_workbook

WRITERS: Mapping[str, Callable[..., bytes]] = {"csv": list_csv, "xlsx": list_workbook}
"""What makes a file of a Listing and, where a caller has asked for them, its columns."""


def save(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises UserError where that cannot be done."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        try:
            with aside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        why = pipeline_texts.why(error)
        raise UserError(pipeline_texts.CANNOT_WRITE_FILE.format(path=path, why=why)) from error
