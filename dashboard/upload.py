"""What the page on loading shows: the newest source files."""

from collections.abc import Iterable

from dashboard.markup import Cell
from dashboard.rows import SourceFile
from dashboard.wording import date_words, thousands

NEWEST = 10
"""So many files are shown."""


def newest_rows(files: Iterable[SourceFile]) -> list[list[Cell]]:
    """A row per source file that is used, the newest first."""
    used = [file for file in files if file.as_of and file.problem is None]
    used.sort(key=lambda file: str(file.as_of), reverse=True)
    return [
        [
            Cell(date_words(file.as_of)),
            Cell(file.path),
            Cell(file.title or "–"),
            Cell(thousands(file.rows_read), number=True),
            Cell(thousands(file.review), number=True, strong=bool(file.review)),
            Cell(thousands(file.rejected), number=True, strong=bool(file.rejected)),
        ]
        for file in used[:NEWEST]
        if file.as_of
    ]
