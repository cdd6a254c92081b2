"""One municipality in words: what is known of it, and what that rests on."""

from collections.abc import Mapping

from dashboard import texts
from dashboard.rows import Municipality
from dashboard.wording import date_words, thousands
from pipeline.outreach.lists import remark


def facts(row: Municipality) -> list[tuple[str, str]]:
    """What is known of one municipality, as pairs of term and text."""
    return [
        (texts.STATUS, texts.STAGES[row.stage]),
        (texts.ENROLMENT, run(row)),
        (texts.REGION, row.digi_region),
        (texts.POPULATION, thousands(row.population)),
        (texts.RESTS_ON, ground(row)),
    ]


def warning(row: Municipality) -> str:
    """A sentence when another owner said earlier that the municipality had come further."""
    return remark(row.earlier_stage, row.earlier_owner, row.earlier_as_of)


def run(row: Municipality) -> str:
    """Whether it is enrolled, and in which joint rollout."""
    if row.enrolled is None:
        return texts.ENROLMENT_UNKNOWN
    if not row.enrolled:
        return texts.NOT_ENROLLED
    return f"{texts.ENROLLED}: {row.run_name}" if row.run_name else texts.ENROLLED


def ground(row: Municipality) -> str:
    """What its stage rests on: file, row, owner and date, and of whom the file speaks.

    That is said where the file does not speak of everybody, or where its silence decides.
    """
    if row.source_path is None or row.evidence_as_of is None:
        if row.not_covered is None:
            return texts.NOTHING_SAYS
        return texts.NOT_COVERED.format(date=date_words(row.as_of), scope=row.not_covered)
    told = _where(row)
    if row.scope is None and row.source_row is not None:
        return told
    return texts.OF_SCOPE.format(ground=told, scope=row.scope or texts.WHOLE_COUNTRY.lower())


def _where(row: Municipality) -> str:
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
