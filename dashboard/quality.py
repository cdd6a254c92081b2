"""What the page on data quality shows, as pure functions of the rows of its queries."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from dashboard import texts
from dashboard.markup import Cell
from dashboard.rows import (
    Contradiction,
    ControlTotal,
    Decision,
    Finding,
    PublishedStages,
    Recomputed,
    RejectedRow,
    Review,
    SourceFile,
)  # fmt: skip
from dashboard.wording import date_words, day_words, decimals, plural, some, thousands
from pipeline.outreach.csv_list import to_csv

WHOLE = 20
"""A table of up to so many rows stands whole, whatever their dates."""

_NAMES_TOLD, _FILES_TOLD = 6, 3

_Row = TypeVar("_Row")


def headline(files: Sequence[SourceFile], totals: Iterable[ControlTotal]) -> str:
    """The message: which files are held back, else what is in doubt."""
    held = [file.path for file in files if file.is_held_back]
    if not held:
        return _in_doubt(files, totals)
    return texts.QUALITY_HELD_BACK.format(
        files=plural(len(held), *texts.FILES_COUNTED), names=some(held, _FILES_TOLD)
    )


def explanation(files: Sequence[SourceFile], totals: Iterable[ControlTotal]) -> list[str]:
    """What is to be known besides the message."""
    if not any(file.is_held_back for file in files):
        return [texts.QUALITY_INTRO]
    doubts = f"{_in_doubt(files, totals)}."
    return [texts.QUALITY_HELD_BACK_INTRO, doubts, texts.QUALITY_INTRO]


def _in_doubt(files: Sequence[SourceFile], totals: Iterable[ControlTotal]) -> str:
    """How much is in doubt, or that nothing is."""
    rows = sum(file.rows_read for file in files)
    review = sum(file.review for file in files if file.stands)
    differing = sum(total.differs for total in totals)
    if not review and not differing:
        return texts.QUALITY_CLEAN.format(rows=thousands(rows))
    return texts.QUALITY_HEADLINE.format(
        review=thousands(review),
        rows=thousands(rows),
        totals=plural(differing, *texts.QUALITY_TOTALS),
    )


def split_files(files: Sequence[SourceFile]) -> tuple[list[SourceFile], list[SourceFile]]:
    """The files of the newest date and all that are held back or no use; then the older ones."""
    return _by_age(files, lambda file: None if file.problem or file.is_held_back else file.as_of)


def split_findings(found: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """What holds a file back and the first of the newest date; then the rest."""
    shown, older = _by_age(found, lambda finding: None if finding.holds_back else finding.as_of)
    place = max(WHOLE, sum(finding.holds_back for finding in found))
    return shown[:place], shown[place:] + older


def split_totals(totals: Sequence[ControlTotal]) -> tuple[list[ControlTotal], list[ControlTotal]]:
    """The control totals of the newest date; then the older ones."""
    return _by_age(totals, lambda total: total.as_of)


def _by_age(
    rows: Sequence[_Row], date_of: Callable[[_Row], date | None]
) -> tuple[list[_Row], list[_Row]]:
    """The rows of the newest date or of none, and the older ones; all are new in a short list."""
    dates = [day for row in rows if (day := date_of(row))]
    if len(rows) <= WHOLE or not dates:
        return list(rows), []
    newest = max(dates)
    is_new = [date_of(row) in (None, newest) for row in rows]
    return (
        [row for row, new in zip(rows, is_new, strict=True) if new],
        [row for row, new in zip(rows, is_new, strict=True) if not new],
    )


def older_label(count: int, what: tuple[str, str]) -> str:
    """What stands for the older rows until somebody asks for them."""
    return texts.QUALITY_OLDER.format(count=plural(count, *what))


def file_rows(files: Iterable[SourceFile]) -> list[list[Cell]]:
    """A row per source file: what it is and what became of its rows."""
    return [
        [
            Cell(file.path),
            Cell(texts.VERDICTS[file.verdict], strong=file.is_held_back or bool(file.problem)),
            Cell(_what(file)),
            Cell(date_words(file.as_of) if file.as_of else "–"),
            Cell(_capital(file.scope or "–")),
            *(
                Cell(thousands(count), number=True, strong=bool(count) and is_doubt)
                for count, is_doubt in (
                    (file.rows_read, False),
                    (file.accepted, False),
                    (file.duplicate, False),
                    (file.review, file.stands),
                    (file.ignored, False),
                    (file.rejected, file.stands),
                )
            ),
        ]
        for file in files
    ]


def _what(file: SourceFile) -> str:
    told = texts.FILE_PROBLEM.format(problem=file.problem) if file.problem else str(file.title)
    corrects = texts.FILE_CORRECTS.format(file=file.corrects) if file.corrects else None
    replaced = texts.FILE_REPLACED.format(file=file.replaced_by) if file.replaced_by else None
    return ". ".join(filter(None, (told.removesuffix("."), corrects, replaced, file.note)))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def finding_rows(found: Iterable[Finding]) -> list[list[Cell]]:
    """A row per finding: how serious it is, what is found, and where."""
    return [
        [
            Cell(texts.GRADES[finding.serious], strong=finding.holds_back),
            Cell(_sentence(finding)),
            Cell(date_words(finding.as_of)),
            Cell(_where(finding)),
        ]
        for finding in found
    ]


def _where(finding: Finding) -> str:
    path, row = finding.source_path, finding.source_row
    return path if row is None else texts.WHERE_ROW.format(path=path, row=row)


def _sentence(finding: Finding) -> str:
    if not finding.confirmed:
        return finding.sentence
    return texts.FINDING_CONFIRMED.format(sentence=finding.sentence, why=finding.confirmed)


def findings_csv(found: Iterable[Finding]) -> bytes:
    """All findings as a file for a spreadsheet."""
    rows = (
        (
            row.source_path,
            row.source_row,
            row.as_of,
            texts.GRADES[row.serious],
            row.sentence,
            row.confirmed,
        )
        for row in found
    )
    return to_csv(texts.FINDINGS_COLUMNS, rows)


def total_rows(totals: Iterable[ControlTotal]) -> list[list[Cell]]:
    """A row per published figure; what cannot be counted is a dash."""
    return [
        [
            Cell(total.short_name),
            Cell(texts.LISTS[total.list]),
            Cell(total.digi_region),
            Cell(date_words(total.as_of)),
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
    ]


def _number(count: int | None) -> str:
    return "–" if count is None else thousands(count)


def _signed(difference: int | None) -> str:
    if difference is None:
        return "–"
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    return sign + thousands(abs(difference))


def recomputed_rows(figures: Iterable[Recomputed]) -> list[list[Cell]]:
    """A row per published figure that the registers give otherwise."""
    return [
        [
            Cell(row.short_name),
            Cell(row.subject, strong=True),
            Cell(texts.MEASURES[row.measure]),
            Cell(decimals(row.published), number=True),
            Cell(decimals(row.recomputed), number=True),
            Cell(texts.MEASURE_REASONS[row.measure].format(apart=decimals(row.apart))),
            Cell(
                row.source
                if row.source_row is None
                else texts.WHERE_ROW.format(path=row.source, row=row.source_row)
            ),
        ]
        for row in figures
    ]


def stage_sentences(published: Iterable[PublishedStages]) -> list[str]:
    """Why a published number of users and the lists differ, as far as the figures can say."""
    return [" ".join(filter(None, (_stages(row), _between(row)))) for row in published]


def _stages(row: PublishedStages) -> str:
    enabled = (
        texts.STAGES_ENABLED.format(count=thousands(row.enabled_published))
        if row.enabled_published is not None
        else ""
    )
    return texts.STAGES_PUBLISHED.format(
        solution=row.short_name,
        date=date_words(row.as_of),
        source=row.source,
        published=thousands(row.in_use_published),
        enabled=enabled,
        gap=thousands(row.not_adopted),
        in_use=thousands(row.in_use),
    )


def _between(row: PublishedStages) -> str:
    """Those who stand neither among the users nor on the list, and what they may be."""
    between = row.listed - row.in_use_published
    if between <= 0:
        return ""
    told = texts.STAGES_BETWEEN.format(
        published=thousands(row.in_use_published),
        gap=thousands(row.not_adopted),
        together=thousands(row.in_use_published + row.not_adopted),
        between=plural(between, *texts.MUNICIPALITY),
    )
    on_list = (row.enabled_published or 0) - between
    if on_list <= 0:
        return told
    least = texts.STAGES_ON_LIST.format(
        least=thousands(on_list), enabled=thousands(row.enabled_published or 0)
    )
    return f"{told} {least}"


def review_rows(reviews: Iterable[Review]) -> list[list[Cell]]:
    """A row per source row under review: suggestions, what is unknown, and what would change."""
    return [
        [
            Cell(review.short_name),
            Cell(review.printed, strong=True),
            Cell(review.digi_region or "–"),
            Cell(texts.REASONS[review.reason]),
            Cell(", ".join(review.suggested) or "–"),
            Cell(_unknown(review)),
            Cell(_effect(review)),
            Cell(texts.WHERE_ROW.format(path=review.source_path, row=review.source_row)),
        ]
        for review in reviews
    ]


def _unknown(review: Review) -> str:
    """Who is unknown because of a row; the rest of a long list is counted."""
    return some([effect["name"] for effect in review.effects], _NAMES_TOLD) or "–"


def _effect(review: Review) -> str:
    """What deciding a row would change, in one sentence."""
    if not review.decidable:
        return texts.EFFECT_UNDECIDABLE[review.reason]
    if review.event:
        return texts.EFFECT_ENROLMENT.format(event=texts.EVENTS[review.event])
    stage = _stage(review.stage)
    others = {effect["stage_if_not"] for effect in review.effects}
    if not review.effects:
        return texts.EFFECT_KNOWN if review.suggested else texts.EFFECT_NOBODY.format(stage=stage)
    if len(others) > 1:
        told = [
            texts.EFFECT_OTHER.format(name=effect["name"], stage=_stage(effect["stage_if_not"]))
            for effect in review.effects
        ]
        return texts.EFFECT_SEVERAL_WAYS.format(stage=stage, others=", ".join(told))
    form = texts.EFFECT_ONE if len(review.effects) == 1 else texts.EFFECT_SEVERAL
    return form.format(name=review.effects[0]["name"], stage=stage, other=_stage(*others))


def _stage(stage: str) -> str:
    if stage == "unknown":
        return texts.EFFECT_STILL_UNKNOWN
    return texts.EFFECT_STAGE.format(stage=texts.STAGES[stage].lower())


def decision_rows(decisions: Iterable[Decision]) -> list[list[Cell]]:
    """A row per written decision: what is printed, what it means, why, and who said so."""
    return [
        [
            Cell(decision.printed_name, strong=True),
            Cell(decision.digi_region or texts.DECISION_ANY_REGION),
            Cell(decision.file_pattern),
            Cell(_meaning(decision)),
            Cell(decision.reason),
            Cell(decision.decided_by),
            Cell(day_words(decision.decided_on)),
            Cell(_settled(decision), number=True, strong=not decision.matched),
        ]
        for decision in decisions
    ]


def _meaning(decision: Decision) -> str:
    if decision.name is None:
        return texts.DECISION_NOBODY
    return texts.DECISION_MEANS.format(name=decision.name, county=decision.county_name)


def _settled(decision: Decision) -> str:
    count = thousands(decision.matched)
    if not decision.in_conflict:
        return count
    return texts.DECISION_CONFLICT.format(count=count, conflict=thousands(decision.in_conflict))


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
