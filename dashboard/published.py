"""What Utvikling shows of a solution that no list speaks of, as pure functions of its points."""

from collections.abc import Sequence

from dashboard import sentences, texts
from dashboard.about import geography
from dashboard.development import ambition, counts, dots
from dashboard.filters import View
from dashboard.rows import Described, Point
from dashboard.wording import date_words, plural, thousands
from pipeline.outreach.time_chart import Goal, TimeChart


def headline(points: Sequence[Point], view: View) -> str:
    """The message: the last published count, by whom, and the ambition."""
    told = [_count(points, view)]
    if goal := ambition(points, view.as_of):
        count, by = thousands(goal.count), sentences.by_words(goal.as_of)
        told.append(texts.PUBLISHED_AMBITION.format(count=count, by=by))
    return " ".join(told)


def _count(points: Sequence[Point], view: View) -> str:
    found = counts(points)
    if not found:
        return texts.PUBLISHED_NO_COUNT.format(solution=view.solution_name)
    last = found[-1]
    none = texts.NO_MUNICIPALITIES
    return texts.PUBLISHED_HEADLINE.format(
        count=plural(last.count, *texts.MUNICIPALITY) if last.count else none,
        solution=view.solution_name,
        date=date_words(last.as_of),
        source=last.source,
    )


def explanation(solution: Described) -> list[str]:
    """What stands below the message: why there are no names, and whom the solution is meant for."""
    return [texts.PUBLISHED_ONLY, geography(solution)]


def chart(points: Sequence[Point], view: View) -> TimeChart:
    """The chart: published counts, no line between them, and the ambition."""
    goal = ambition(points, view.as_of)
    groups = [
        dots(texts.CHART_PUBLISHED, "diamond", [p for p in counts(points) if not p.differs]),
        dots(
            texts.CHART_PUBLISHED_OTHERWISE,
            "diamond-open",
            [p for p in counts(points) if p.differs],
        ),
    ]
    label = goal and texts.CHART_AMBITION.format(
        count=thousands(goal.count), by=sentences.by_words(goal.as_of)
    )
    return TimeChart(
        [group for group in groups if group.days],
        Goal(str(label), goal.as_of, goal.count) if goal else None,
    )
