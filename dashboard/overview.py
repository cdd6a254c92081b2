"""What the front page shows, as pure functions of a row per solution."""

from collections.abc import Iterable, Sequence

from dashboard import sentences, texts
from dashboard.filters import DATE, REGION, SOLUTION, PlaceView, address
from dashboard.markup import Cell, Segment, Summary
from dashboard.rows import Overview, Unlisted
from dashboard.small_map import small_map
from dashboard.theme import Palette
from dashboard.wording import date_slug, date_words, percent, thousands
from pipeline.stages import ADOPTED_MEANS, RANKED, UNKNOWN, rank

_STAGES = (*reversed(ADOPTED_MEANS), UNKNOWN, RANKED[0])
"""From what is done to what remains, as the bar shows them."""


def headline(row: Overview, view: PlaceView) -> str:
    """How far a solution has come, and what remains: the sentences that open the page."""
    return f"{adopted(row, view)} {remains(row)}"


def adopted(row: Overview, view: PlaceView) -> str:
    """How many have adopted, on which date."""
    return sentences.adopted(
        row.adopted,
        row.municipalities,
        row.is_mostly_unknown,
        view.region,
        row.adopted_means,
        row.short_name,
        row.as_of,
    )


def remains(row: Overview) -> str:
    """What remains: how many, how many of them are enrolled, and who is neither done nor left."""
    told = [_gap(row)]
    if preparing := _preparing(row):
        told.append(texts.OVERVIEW_PREPARING.format(count=thousands(preparing)))
    if row.adopted_means != "in_use":
        told.append(texts.OVERVIEW_IN_USE.format(count=thousands(row.in_use)))
    if row.unknown:
        told.append(texts.OVERVIEW_UNKNOWN.format(count=thousands(row.unknown)))
    return ". ".join(filter(None, told)) + "."


def _gap(row: Overview) -> str:
    if not row.not_adopted:
        return "" if row.unknown or _preparing(row) else texts.OVERVIEW_NONE_LEFT
    if row.enrolled is None:
        form = texts.OVERVIEW_REMAINS
    else:
        form = (
            texts.OVERVIEW_REMAINS_ENROLLED
            if row.enrolled
            else texts.OVERVIEW_REMAINS_NONE_ENROLLED
        )
    return form.format(count=thousands(row.not_adopted), enrolled=thousands(row.enrolled or 0))


def _preparing(row: Overview) -> int:
    """How many are on their way: past "not adopted", and not yet what counts as adopted."""
    counts = row._asdict()
    return sum(counts[stage] for stage in ADOPTED_MEANS if rank(stage) < rank(row.adopted_means))


def parts(rows: Sequence[Overview]) -> list[tuple[str, str, list[Overview]]]:
    """The solutions that all may adopt, then those planned or tried out: heading, words, rows.

    A part that holds nothing is left out.
    """
    offered = [row for row in rows if row.is_offered]
    early = [row for row in rows if not row.is_offered]
    told = (
        (texts.OVERVIEW_SOLUTIONS, texts.OVERVIEW_SOLUTIONS_INTRO, offered),
        (texts.OVERVIEW_EARLY, texts.OVERVIEW_EARLY_INTRO, early),
    )
    return [part for part in told if part[2]]


def summaries(rows: Iterable[Overview], view: PlaceView, palette: Palette) -> list[Summary]:
    """A block per solution: sentence, bar, ambition, what is new, map and the ways onwards."""
    return [_summary(row, view, palette) for row in rows]


def _summary(row: Overview, view: PlaceView, palette: Palette) -> Summary:
    map_label = texts.OVERVIEW_MAP.format(
        place=view.place, count=thousands(row.not_adopted), solution=row.short_name
    )
    return Summary(
        title=row.short_name,
        sentences=[adopted(row, view), remains(row)],
        bar=_segments(row),
        bar_label=_bar_label(row),
        goal=100 * row.ambition / row.municipalities if _has_goal(row) else None,
        notes=[note for note in (_against(row), _nation(row, view), _new(row)) if note],
        picture=small_map(row.codes, row.not_adopted_codes, row.unknown_codes, palette.categories),
        picture_label=map_label,
        links=[(text, _address(path, row, view)) for path, text in texts.OVERVIEW_LINKS.items()],
    )


def _segments(row: Overview) -> list[Segment]:
    counts = row._asdict()
    return [
        Segment(stage, 100 * counts[stage] / row.municipalities, thousands(counts[stage]))
        for stage in _STAGES
        if counts[stage]
    ]


def _bar_label(row: Overview) -> str:
    counts = row._asdict()
    told = [
        f"{texts.STAGES[stage].lower()}: {thousands(counts[stage])}"
        for stage in _STAGES
        if counts[stage]
    ]
    return texts.OVERVIEW_BAR.format(counts=", ".join(told), municipalities=row.municipalities)


def _has_goal(row: Overview) -> bool:
    """Whether the ambition is set for what the bar shows as done."""
    return row.ambition is not None and row.adopted_means == "in_use"


def _against(row: Overview) -> str:
    if row.ambition is None or row.ambition_by is None:
        return ""
    goal = sentences.ambition(row.ambition, row.ambition_by, row.as_of)
    told = sentences.against_ambition(row.adopted, row.unknown, row.adopted_means, row.ambition)
    return f"{goal} {told}".strip()


def _nation(row: Overview, view: PlaceView) -> str:
    if not view.region or row.is_mostly_unknown or row.nation_is_mostly_unknown:
        return ""
    return texts.OVERVIEW_SHARE.format(
        here=percent(row.adopted, row.municipalities),
        nation=percent(row.national_adopted, row.national_municipalities),
    )


def _new(row: Overview) -> str:
    if row.previous_as_of is None:
        return ""
    forms = {0: texts.OVERVIEW_NEW_NONE, 1: texts.OVERVIEW_NEW_ONE}
    form = forms.get(row.new, texts.OVERVIEW_NEW)
    return form.format(count=thousands(row.new), date=date_words(row.previous_as_of))


def _address(path: str, row: Overview, view: PlaceView) -> str:
    region = view.region_slug if view.region else None
    slug = date_slug(row.as_of) if view.as_of else None
    return address(path, {SOLUTION: row.solution_id, REGION: region, DATE: slug})


def unlisted_rows(rows: Sequence[Unlisted]) -> list[list[Cell]]:
    """A row per solution without lists: phase, published figure, ambition, number of try-outs."""
    return [
        [
            Cell(row.name),
            Cell(row.phase.capitalize()),
            Cell(_published(row)),
            Cell(_goal(row)),
            Cell(thousands(row.tryouts) if row.tryouts else "–", number=True),
        ]
        for row in rows
    ]


def _published(row: Unlisted) -> str:
    if row.published is None or row.published_as_of is None:
        return "–"
    return texts.OVERVIEW_PUBLISHED.format(
        count=thousands(row.published),
        date=date_words(row.published_as_of),
        source=row.published_source,
    )


def _goal(row: Unlisted) -> str:
    if row.ambition is None or row.ambition_by is None:
        return "–"
    by = sentences.by_words(row.ambition_by)
    return texts.OVERVIEW_AMBITION.format(count=thousands(row.ambition), by=by)
