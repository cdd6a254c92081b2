"""One municipality in words: what is known of it, what that rests on, and as a row to take away."""

from collections.abc import Iterable, Mapping

from dashboard import texts
from dashboard.filters import View
from dashboard.rows import Municipality, RegionStage
from dashboard.wording import date_words, thousands
from pipeline.outreach.csv_list import to_csv


def facts(row: Municipality) -> list[tuple[str, str]]:
    """What is known of one municipality, as pairs of term and text."""
    return [
        (texts.STATUS, texts.STAGES[row.stage]),
        (texts.ENROLMENT, _run(row)),
        (texts.REGION, row.digi_region),
        (texts.POPULATION, thousands(row.population)),
        (texts.RESTS_ON, _ground(row)),
    ]


def warning(row: Municipality | RegionStage) -> str:
    """A sentence when another owner said earlier that the municipality had come further."""
    if row.earlier_stage is None or row.earlier_as_of is None:
        return ""
    return texts.CONTRADICTED.format(
        owner=row.earlier_owner,
        stage=texts.STAGES[row.earlier_stage].lower(),
        date=date_words(row.earlier_as_of),
    )


def _run(row: Municipality) -> str:
    if row.enrolled is None:
        return texts.ENROLMENT_UNKNOWN
    if not row.enrolled:
        return texts.NOT_ENROLLED
    return f"{texts.ENROLLED}: {row.run_name}" if row.run_name else texts.ENROLLED


def _ground(row: Municipality) -> str:
    if row.source_path is None or row.evidence_as_of is None:
        return texts.NOTHING_SAYS
    told: Mapping[str, object] = {
        "path": row.source_path,
        "owner": row.owner,
        "date": date_words(row.evidence_as_of),
        "row": row.source_row,
        "name": row.review_name,
    }
    if row.source_row is None:
        return texts.BY_SILENCE.format(**told)
    return (texts.UNDER_REVIEW if row.review_name else texts.LISTED).format(**told)


def list_file(rows: Iterable[Municipality], view: View, mark: str = "") -> bytes:
    """The list as CSV; every row carries its date and source, and the mark where there is one."""
    return to_csv(list(texts.CSV_HEADINGS.values()), [_csv_row(row, view, mark) for row in rows])


def _csv_row(row: Municipality, view: View, mark: str) -> list[object]:
    values = row._asdict() | {
        "solution": view.solution_name,
        "stage": texts.STAGES[row.stage],
        "as_of": view.as_of.isoformat(),
        "evidence_as_of": row.evidence_as_of and row.evidence_as_of.isoformat(),
        "enrolled": texts.YES_NO[row.enrolled],
        "remark": warning(row),
        "source": marked(row.source, mark),
    }
    return [values[column] for column in texts.CSV_HEADINGS]


def marked(source: str | None, mark: str) -> str | None:
    """A source with the mark before it, also where there is no source: no row goes unmarked."""
    if not mark or (source and source.startswith(mark)):
        return source
    return texts.DEMO_SOURCE.format(mark=mark, source=source) if source else mark
