"""What the page on data quality shows, as pure functions of the rows of its queries."""

from collections.abc import Iterable, Sequence
from datetime import date

from dashboard import texts
from dashboard.markup import Cell
from dashboard.rows import Contradiction, ControlTotal, RejectedRow, Review, SourceFile
from dashboard.wording import date_words, plural, thousands


def headline(files: Sequence[SourceFile], totals: Iterable[ControlTotal]) -> str:
    """The message: what is in doubt, or that nothing is."""
    rows = sum(file.rows_read for file in files)
    review = sum(file.review for file in files)
    differing = sum(total.differs for total in totals)
    if not review and not differing:
        return texts.QUALITY_CLEAN.format(rows=thousands(rows))
    return texts.QUALITY_HEADLINE.format(
        review=thousands(review),
        rows=thousands(rows),
        totals=plural(differing, *texts.QUALITY_TOTALS),
    )


def file_rows(files: Iterable[SourceFile]) -> list[list[Cell]]:
    """A row per source file: what it is and what became of its rows."""
    return [
        [
            Cell(file.path),
            Cell(_what(file)),
            Cell(date_words(file.as_of) if file.as_of else "–"),
            Cell(texts.YES_NO[file.complete if file.title else None]),
            *(
                Cell(thousands(count), number=True, strong=bool(count) and is_doubt)
                for count, is_doubt in (
                    (file.rows_read, False),
                    (file.accepted, False),
                    (file.duplicate, False),
                    (file.review, True),
                    (file.ignored, False),
                    (file.rejected, True),
                )
            ),
        ]
        for file in files
    ]


def _what(file: SourceFile) -> str:
    if file.problem:
        return texts.FILE_PROBLEM.format(problem=file.problem)
    return f"{file.title}. {file.note}" if file.note else str(file.title)


def total_rows(totals: Iterable[ControlTotal], only_differing: bool) -> list[list[Cell]]:
    """A row per published figure; what cannot be counted is a dash."""
    return [
        [
            Cell(total.short_name),
            Cell(texts.LISTS[total.list]),
            Cell(total.digi_region),
            Cell(thousands(total.published), number=True),
            Cell(_number(total.counted), number=True),
            Cell(_signed(total.difference), number=True, strong=bool(total.difference)),
            Cell(_number(total.recognised), number=True),
            Cell(
                _number(total.published_parts),
                number=True,
                strong=total.published_parts not in (None, total.published),
            ),
        ]
        for total in totals
        if total.differs or not only_differing
    ]


def _number(count: int | None) -> str:
    return "–" if count is None else thousands(count)


def _signed(difference: int | None) -> str:
    if difference is None:
        return "–"
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    return sign + thousands(abs(difference))


def review_rows(reviews: Iterable[Review]) -> list[list[Cell]]:
    """A row per source row under review, with suggestions and what is unknown because of it."""
    return [
        [
            Cell(review.short_name),
            Cell(review.printed_name or review.printed_code or "", strong=True),
            Cell(review.digi_region or "–"),
            Cell(texts.REASONS[review.reason]),
            Cell(", ".join(review.suggested) or "–"),
            Cell(", ".join(review.unknown_names or []) or "–"),
            Cell(texts.WHERE_ROW.format(path=review.source_path, row=review.source_row)),
        ]
        for review in reviews
    ]


def contradiction_rows(contradictions: Iterable[Contradiction]) -> list[list[Cell]]:
    """A row per municipality of which two owners say different things."""
    return [
        [
            Cell(row.short_name),
            Cell(row.name, strong=True),
            Cell(row.digi_region),
            Cell(_statement(row.stage, row.owner, row.as_of, row.source_path, row.source_row)),
            Cell(
                _statement(
                    row.earlier_stage,
                    row.earlier_owner,
                    row.earlier_as_of,
                    row.earlier_source_path,
                    row.earlier_source_row,
                )
            ),
        ]
        for row in contradictions
    ]


def _statement(stage: str, owner: str, as_of: date, path: str, row: int | None) -> str:
    where = (texts.WHERE_SILENCE if row is None else texts.WHERE_ROW).format(path=path, row=row)
    return texts.STATEMENT.format(
        stage=texts.STAGES[stage], owner=owner, date=date_words(as_of), where=where
    )


def rejected_rows(rejected: Iterable[RejectedRow]) -> list[list[Cell]]:
    """A row per line that could not be read."""
    return [
        [
            Cell(texts.WHERE_ROW.format(path=row.source_path, row=row.source_row)),
            Cell(row.line),
            Cell(row.reason),
        ]
        for row in rejected
    ]
