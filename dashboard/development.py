"""What the page on development shows, as pure functions of the points and changes in view."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from itertools import pairwise

from dashboard import sentences, texts
from dashboard.filters import MUNICIPALITY, View, link
from dashboard.gap import region_link
from dashboard.markup import Cell, Column, Name
from dashboard.rows import Change, Point
from dashboard.wording import date_words, plural, thousands
from pipeline.outreach.time_chart import Band, Break, Dots, Goal, TimeChart

_AMBITION = "ambition"


def ambition(points: Iterable[Point], as_of: date) -> Point | None:
    """The next ambition on or after a date, else the last one before it."""
    every = [point for point in points if point.measure == _AMBITION]
    return next((p for p in every if p.as_of >= as_of), every[-1] if every else None)


def counts(points: Iterable[Point]) -> list[Point]:
    """The points that are counts, in time."""
    return [point for point in points if point.measure != _AMBITION]


def here(points: Iterable[Point], view: View) -> Point:
    """The point of the lists on the date in view."""
    return next(p for p in counts(points) if not p.published and p.as_of == view.as_of)


def headline(points: Sequence[Point], view: View) -> str:
    """The message: how many have adopted, and what the ambition was."""
    now = here(points, view)
    sentence = sentences.adopted(
        now.count,
        now.municipalities or 0,
        now.is_mostly_unknown,
        view.region,
        str(now.definition),
        view.solution_name,
        now.as_of,
    )
    goal = ambition(points, view.as_of)
    if goal is None:
        return sentence
    return f"{sentence} {sentences.ambition(goal.count, goal.as_of, view.as_of)}"


def explanation(points: Sequence[Point], view: View) -> list[str]:
    """What stands below the message: against the ambition, what cannot be compared, what is due."""
    now, goal = here(points, view), ambition(points, view.as_of)
    lists = [point for point in counts(points) if not point.published]
    return [
        _against(now, goal),
        texts.AMBITION_NATIONAL if view.region else "",
        *(_break_told(point, now) for point in counts(points) if point.differs),
        texts.LOWER_BOUND if any(point.is_mostly_unknown for point in lists) else "",
        texts.ONE_LIST if len(lists) == 1 else "",
    ]


def _against(now: Point, goal: Point | None) -> str:
    if goal is None:
        return ""
    return sentences.against_ambition(now.count, now.unknown or 0, str(now.definition), goal.count)


def _break_told(point: Point, now: Point) -> str:
    return texts.DEFINITION_BREAK.format(
        date=date_words(point.as_of),
        count=thousands(point.count),
        before=counted_as(point),
        now=counted_as(now),
    )


def counted_as(point: Point) -> str:
    """What a point counts, in the words of the interface, or else of whoever published it."""
    words = str(point.definition)
    return texts.COUNTED_AS.get(words, texts.COUNTED_OTHERWISE.format(words=words))


def chart(points: Sequence[Point], view: View, band: Band | None = None) -> TimeChart:
    """The chart. A line joins only what is counted alike and in full."""
    told = counts(points)
    goal = ambition(points, view.as_of)
    groups = [
        *(dots(texts.CHART_LIST, "circle", run, joined=True) for run in runs(told)),
        dots(texts.CHART_LOWER_BOUND, "circle-open", [p for p in told if p.is_mostly_unknown]),
        dots(texts.CHART_PUBLISHED, "diamond", [p for p in told if _is_alike(p)]),
        dots(texts.CHART_PUBLISHED_OTHERWISE, "diamond-open", [p for p in told if p.differs]),
    ]
    label = goal and texts.CHART_AMBITION.format(
        count=thousands(goal.count), by=sentences.by_words(goal.as_of)
    )
    return TimeChart(
        [group for group in groups if group.days],
        Goal(str(label), goal.as_of, goal.count) if goal else None,
        breaks(told, here(points, view)),
        band,
    )


def _is_alike(point: Point) -> bool:
    return point.published and not point.differs


def runs(points: Iterable[Point]) -> list[list[Point]]:
    """Points of lists that a line may join: it stops at another definition and at a lower bound."""
    found: list[list[Point]] = [[]]
    for point in points:
        if point.differs or point.is_mostly_unknown:
            found.append([])
        elif not point.published:
            found[-1].append(point)
    return [run for run in found if run]


def breaks(points: Sequence[Point], now: Point) -> list[Break]:
    """Halfway from each point with another definition to the next one that is counted as now."""
    return [
        Break(
            texts.CHART_BREAK.format(
                before=escape(counted_as(before)),
                now=escape(counted_as(now)),
            ),
            before.as_of + (after.as_of - before.as_of) / 2,
        )
        for before, after in pairwise(points)
        if before.differs and not after.differs
    ]


def dots(label: str, symbol: str, points: Sequence[Point], joined: bool = False) -> Dots:
    """A group of points to draw alike; each of few carries its count, of many only the last."""
    return Dots(
        label,
        symbol,
        [point.as_of for point in points],
        [point.count for point in points],
        [_count(point) if len(points) <= 4 or point is points[-1] else "" for point in points],
        [_hover(point) for point in points],
        joined,
    )


def _count(point: Point) -> str:
    count = thousands(point.count)
    return texts.AT_LEAST_COUNT.format(count=count) if point.is_mostly_unknown else count


def _hover(point: Point) -> str:
    return texts.CHART_HOVER.format(
        date=date_words(point.as_of), count=_count(point), counted=escape(counted_as(point))
    )


def table_rows(points: Iterable[Point]) -> list[list[Cell]]:
    """A row per point, the newest first: the same figures as in the chart."""
    return [
        [
            Cell(date_words(point.as_of)),
            Cell(texts.ROW_AMBITION if point.measure == _AMBITION else _capital(counted_as(point))),
            Cell(_count(point), number=True, strong=True),
            Cell(thousands(point.municipalities) if point.municipalities else "–", number=True),
            Cell(point.source or "–"),
            Cell(_remark(point)),
        ]
        for point in sorted(points, key=lambda point: point.as_of, reverse=True)
    ]


def _capital(words: str) -> str:
    return words.strip("«»").capitalize()


def _remark(point: Point) -> str:
    unknown = texts.ROW_UNKNOWN.format(count=thousands(point.unknown)) if point.unknown else ""
    differs = texts.ROW_DIFFERS if point.differs else ""
    return "; ".join(filter(None, (differs, unknown, point.note)))


def published_sources(points: Iterable[Point]) -> list[str]:
    """Who published the figures and ambitions in view, each once."""
    return sorted({point.source for point in points if point.published and point.source})


def changes_intro(points: Sequence[Point], changes: Sequence[Change], view: View) -> str:
    """How many are new since the date before, in one sentence."""
    before = previous(points, view)
    new = [change for change in changes if change.what == "new"]
    if before is None:
        return texts.CHANGES_NONE_BEFORE
    if not new:
        return texts.CHANGES_NONE.format(date=date_words(before))
    return texts.CHANGES_NEW.format(count=plural(len(new), *texts.MUNICIPALITY))


def changes_title(points: Sequence[Point], view: View) -> str:
    """The heading above who is new."""
    before = previous(points, view)
    return texts.CHANGES.format(date=date_words(before)) if before else texts.CHANGES_FIRST


def previous(points: Iterable[Point], view: View) -> date | None:
    """The date of the lists before the one in view."""
    dates = [p.as_of for p in counts(points) if not p.published and p.as_of < view.as_of]
    return max(dates, default=None)


def in_place(changes: Iterable[Change], region: str | None) -> list[Change]:
    """The changes in one region, or everywhere."""
    return [change for change in changes if region in (None, change.digi_region)]


def change_rows(changes: Iterable[Change]) -> list[list[Cell]]:
    """A row per way that stages changed, by what it means: to become known is not to be new."""
    order = list(texts.CHANGES_MEAN)
    found = Counter((order.index(c.what), c.from_stage, c.to_stage) for c in changes)
    return [
        [
            Cell(texts.STAGES[before]),
            Cell(texts.STAGES[after]),
            Cell(thousands(count), number=True, strong=True),
            Cell(texts.CHANGES_MEAN[order[what]]),
        ]
        for (what, before, after), count in sorted(found.items())
    ]


def name_columns(changes: Iterable[Change]) -> list[Column]:
    """A column per Digi region with the municipalities that are new."""
    by_region: dict[str, list[Change]] = {}
    for change in changes:
        if change.what == "new":
            by_region.setdefault(change.digi_region, []).append(change)
    return [
        Column(
            title=region,
            href=region_link(region),
            count=texts.REGION_NEW_ONE
            if len(new) == 1
            else texts.REGION_NEW.format(count=len(new)),
            names=[Name(c.name, link(**{MUNICIPALITY: c.municipality_code})) for c in new],
        )
        for region, new in sorted(by_region.items())
    ]
