"""What Utvikling shows beyond the curve: regions side by side, who is new, and what may come."""

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from dashboard import sentences, texts
from dashboard.filters import View
from dashboard.gap import region_link, short_name
from dashboard.markup import Cell, Picture
from dashboard.rows import PlaceInTime, Point, Run
from dashboard.theme import Palette
from dashboard.trend_charts import Bar, Panel, sparkline
from dashboard.wording import date_words, decimals, percent, plural, thousands
from pipeline.outreach.time_chart import Band

INTERVALS = 6
"""A projection looks at so many of the last intervals between lists …"""

FEWEST = 3
"""… and is made only when there are at least so many."""

AHEAD = 6
"""So many months ahead, where there is no ambition to look towards."""

_MONTH = 365.25 / 12

History = Mapping[str, Sequence[PlaceInTime]]
"""The rows of each place that are known well enough to be shown as a share, in time."""


def histories(rows: Iterable[PlaceInTime]) -> dict[str, list[PlaceInTime]]:
    """The rows by place, in time; dates on which more is unknown than known are left out."""
    return {
        place: [row for row in group if not row.is_mostly_unknown]
        for place, group in groupby(rows, key=lambda row: row.digi_region)
    }


def panels(history: History) -> list[Panel]:
    """A small chart per region with the nation behind; none before there are two dates."""
    nation = history.get(texts.WHOLE_COUNTRY, [])
    if len(nation) < 2:
        return []
    return [
        Panel(
            short_name(place),
            percent(rows[-1].adopted, rows[-1].municipalities),
            texts.TREND_PANEL.format(first=_told(rows[0]), last=_told(rows[-1]), region=place),
            [row.as_of for row in rows],
            [100 * row.adopted / row.municipalities for row in rows],
            [row.as_of for row in nation],
            [100 * row.adopted / row.municipalities for row in nation],
        )
        for place, rows in history.items()
        if place != texts.WHOLE_COUNTRY and len(rows) > 1
    ]


def _told(row: PlaceInTime) -> str:
    return texts.TREND_SHARE.format(
        share=percent(row.adopted, row.municipalities), date=date_words(row.as_of)
    )


def drawn(shown: Iterable[Panel], palette: Palette) -> list[Picture]:
    """The small charts as the page shows them."""
    return [
        Picture(panel.title, panel.share, sparkline(panel, palette), panel.label) for panel in shown
    ]


def regions_intro(history: History) -> str:
    """What stands above the regions: what is shown, or why there is nothing to show."""
    if not history.get(texts.WHOLE_COUNTRY):
        return texts.TREND_REGIONS_NONE
    lines = [texts.TREND_REGIONS_INTRO, texts.TREND_LINES if panels(history) else ""]
    return " ".join(filter(None, lines))


def region_headings(history: History) -> tuple[str, ...]:
    """The headings of the table of regions; the last says since when."""
    nation = history.get(texts.WHOLE_COUNTRY, [])
    if len(nation) < 2:
        return texts.TREND_HEADINGS_ONE
    since = date_words(nation[-2].as_of)
    return tuple(text.format(date=since) for text in texts.TREND_HEADINGS)


def region_rows(history: History) -> list[list[Cell]]:
    """A row per region, the furthest first: count, share, against the nation, new since last."""
    nation = history.get(texts.WHOLE_COUNTRY, [])
    if not nation:
        return []
    now = nation[-1]
    regions = [
        rows[-1]
        for place, rows in history.items()
        if place != texts.WHOLE_COUNTRY and rows and rows[-1].as_of == now.as_of
    ]
    ordered = sorted(regions, key=lambda row: -row.adopted / row.municipalities)
    return [_region_row(row, now) for row in (*ordered, now)]


def _region_row(row: PlaceInTime, nation: PlaceInTime) -> list[Cell]:
    is_nation = row.digi_region == texts.WHOLE_COUNTRY
    name = row.digi_region if is_nation else short_name(row.digi_region)
    new = "–" if row.new is None else texts.TREND_SINCE.format(count=thousands(row.new))
    return [
        Cell(name, href=None if is_nation else region_link(row.digi_region), total=is_nation),
        Cell(
            texts.TREND_COUNT.format(
                count=thousands(row.adopted), municipalities=thousands(row.municipalities)
            ),
            number=True,
        ),
        Cell(percent(row.adopted, row.municipalities), number=True, strong=True),
        Cell("" if is_nation else _against(row, nation)),
        Cell(new, number=True),
    ]


def _against(row: PlaceInTime, nation: PlaceInTime) -> str:
    here, there = row.adopted / row.municipalities, nation.adopted / nation.municipalities
    points = round(100 * here) - round(100 * there)
    if not points:
        return texts.TREND_LIKE
    form = texts.TREND_ABOVE if points > 0 else texts.TREND_BELOW
    return form.format(points=plural(abs(points), *texts.TREND_POINTS))


def bars(rows: Iterable[PlaceInTime], view: View) -> list[Bar]:
    """A bar per list of the place in view: how many were new."""
    return [
        Bar(
            row.as_of,
            row.new,
            texts.TREND_NEW_HOVER.format(
                date=date_words(row.as_of), new=thousands(row.new), count=thousands(row.adopted)
            ),
        )
        for row in rows
        if row.digi_region == view.place and row.new is not None
    ]


def new_title(view: View) -> str:
    """What the bars are of, for a picture that stands alone."""
    return texts.TREND_NEW_TITLE.format(solution=view.solution_name, place=view.place)


def new_rows(rows: Iterable[PlaceInTime], view: View) -> list[list[Cell]]:
    """The same figures as a table, the newest first."""
    here = [row for row in rows if row.digi_region == view.place and row.new is not None]
    return [
        [
            Cell(date_words(row.as_of)),
            Cell(thousands(row.new or 0), number=True, strong=True),
            Cell(thousands(row.adopted), number=True),
        ]
        for row in reversed(here)
    ]


def time_rows(runs: Iterable[Run], view: View) -> list[list[Cell]]:
    """A row per joint rollout and place with anybody who has come from enrolment to use."""
    return [
        [
            Cell(row.name),
            Cell(row.digi_region),
            Cell(decimals(row.median_days), number=True, strong=True),
            Cell(thousands(row.timed), number=True),
        ]
        for row in runs
        if row.is_whole
        and row.median_days is not None
        and (view.region is None or row.digi_region in (view.region, texts.WHOLE_COUNTRY))
    ]


@dataclass(frozen=True, slots=True)
class Projection:
    """How many will have adopted on a day if they go on at the lowest or highest recent pace.

    low and high are municipalities per month, intervals how many paces they are chosen from.
    """

    start: date
    start_count: int
    day: date
    from_count: int
    to_count: int
    low: float
    high: float
    intervals: int


def project(rows: Sequence[PlaceInTime], goal: Point | None) -> Projection | None:
    """The range that the last numbers of new ones would lead to.

    rows: of one place, in time, known well enough (see `histories`). goal: the ambition to look
    towards, where it lies ahead. None when there are too few lists, or all have adopted.
    """
    recent = rows[-INTERVALS - 1 :]
    paces = [
        (after.new or 0) / (after.as_of - before.as_of).days for before, after in pairwise(recent)
    ]
    if len(paces) < FEWEST or rows[-1].adopted >= rows[-1].municipalities:
        return None
    last = rows[-1]
    is_ahead = goal is not None and goal.as_of > last.as_of
    day = goal.as_of if goal and is_ahead else _month_end(last.as_of, AHEAD)
    low, high = min(paces), max(paces)
    days = (day - last.as_of).days
    most = last.municipalities
    return Projection(
        start=last.as_of,
        start_count=last.adopted,
        day=day,
        from_count=min(most, round(last.adopted + low * days)),
        to_count=min(most, round(last.adopted + high * days)),
        low=low * _MONTH,
        high=high * _MONTH,
        intervals=len(paces),
    )


def _month_end(day: date, months: int) -> date:
    """The last day of the month so many months later."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def band(projection: Projection | None) -> Band | None:
    """The projection as the chart draws it."""
    if projection is None:
        return None
    return Band(
        texts.TREND_PROJECTION_BAND,
        texts.TREND_PROJECTION_HOVER.format(
            day=date_words(projection.day),
            from_count=thousands(projection.from_count),
            to_count=thousands(projection.to_count),
        ),
        (projection.start, projection.start_count),
        projection.day,
        (projection.from_count, projection.to_count),
    )


def projection_told(projection: Projection | None) -> str:
    """The projection in a sentence that says how it is made; empty when there is none."""
    if projection is None:
        return ""
    is_year_end = (projection.day.month, projection.day.day) == (12, 31)
    day = (
        texts.TREND_BY.format(by=sentences.by_words(projection.day))
        if is_year_end
        else texts.TREND_ON.format(date=date_words(projection.day))
    )
    return texts.TREND_PROJECTION.format(
        intervals=projection.intervals,
        low=decimals(projection.low),
        high=decimals(projection.high),
        from_count=thousands(projection.from_count),
        to_count=thousands(projection.to_count),
        day=day,
    )
