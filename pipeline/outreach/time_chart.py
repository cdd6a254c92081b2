"""A chart over time: what it shows, as the pages draw it too, and as a picture of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape

from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, num2date
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from pipeline.outreach import look
from pipeline.outreach.pictures import DPI, Words, plain, save, write
from pipeline.wording import month_short, thousands

_BOTTOM = 0.2
"""Where the chart begins: dates, legend and source stand below it."""

_BELOW_BARS = 0.14
"""The same for bars, which have no legend."""

_MOST_DATES = 8
"""At most so many dates stand below bars."""


@dataclass(frozen=True, slots=True)
class Dots:
    """Points drawn alike: dates, counts, the text above each and the sentence shown on it.

    symbol: circle or diamond, with -open when only its line is drawn. joined: a line goes from one
    to the next.
    """

    label: str
    symbol: str
    days: Sequence[date]
    counts: Sequence[int]
    texts: Sequence[str]
    hovers: Sequence[str]
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """A level to reach, by a day."""

    label: str
    day: date
    count: int


@dataclass(frozen=True, slots=True)
class Break:
    """A place in time that no line may cross, with the reason as HTML: <br> parts its lines."""

    label: str
    day: date


@dataclass(frozen=True, slots=True)
class Band:
    """What may come: a wedge from the last point to a range on a day, with what it is called."""

    label: str
    hover: str
    start: tuple[date, int]
    day: date
    counts: tuple[int, int]


@dataclass(frozen=True, slots=True)
class TimeChart:
    """Points in time, the goal they are held against, breaks between them, and what may come."""

    dots: Sequence[Dots]
    goal: Goal | None = None
    breaks: Sequence[Break] = ()
    band: Band | None = None


def chart_picture(chart: TimeChart, words: Words, file_format: str) -> bytes:
    """The chart with all that it must say, as "png" or "svg"."""
    figure = Figure(figsize=(10, 8), dpi=DPI, facecolor="white")
    top = write(figure, words)
    axes = figure.add_axes((0.07, _BOTTOM, 0.9, top - _BOTTOM))
    for group in chart.dots:
        _draw_dots(axes, group, chart.goal)
    if chart.goal:
        _draw_goal(axes, chart.goal)
    for place in chart.breaks:
        _draw_break(axes, place)
    if chart.band:
        _draw_band(axes, chart.band)
    _dress(axes)
    return save(figure, file_format)


def bars_picture(bars: Sequence[tuple[date, int]], words: Words, file_format: str) -> bytes:
    """A bar per date with its number above, and all that it must say, as "png" or "svg"."""
    figure = Figure(figsize=(10, 6), dpi=DPI, facecolor="white")
    top = write(figure, words)
    axes = figure.add_axes((0.07, _BELOW_BARS, 0.9, top - _BELOW_BARS))
    places, counts = range(len(bars)), [count for _, count in bars]
    drawn = axes.bar(places, counts, width=0.65, color=look.STRUCTURE)
    axes.bar_label(
        drawn, list(map(thousands, counts)), padding=3, fontsize=12, weight="bold",
        color=look.TEXT,
    )  # fmt: skip
    named = places[:: len(bars) // -_MOST_DATES]
    axes.set_xticks(named, [month_short(bars[place][0]) for place in named])
    axes.set_ylim(0, 1.12 * max(1, *counts))
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    _dress_counts(axes)
    return save(figure, file_format)


def is_close_below(count: int, goal: Goal | None) -> bool:
    """Whether a point lies so close under the line of the goal that its text must go below it."""
    return goal is not None and 0 <= goal.count - count < 0.2 * goal.count


def _draw_dots(axes: Axes, group: Dots, goal: Goal | None) -> None:
    axes.plot(
        group.days,
        group.counts,
        label=group.label,
        marker="D" if group.symbol.startswith("diamond") else "o",
        markersize=9,
        markerfacecolor="white" if group.symbol.endswith("-open") else look.STRUCTURE,
        markeredgecolor=look.STRUCTURE,
        markeredgewidth=2,
        color=look.STRUCTURE,
        linewidth=2.5,
        linestyle="-" if group.joined else "",
    )
    for day, count, text in zip(group.days, group.counts, group.texts, strict=True):
        axes.annotate(
            text, (day, count), xytext=(0, -22 if is_close_below(count, goal) else 11),
            textcoords="offset points", ha="center",
            fontsize=13, weight="bold", color=look.TEXT,
        )  # fmt: skip


def _draw_goal(axes: Axes, goal: Goal) -> None:
    axes.axhline(goal.count, color=look.QUIET, linestyle="--", linewidth=1.5)
    axes.plot([goal.day], [goal.count], marker="|", markersize=14, color=look.QUIET)
    axes.text(
        0.0, goal.count, goal.label, transform=axes.get_yaxis_transform(), va="bottom",
        fontsize=11, color=look.QUIET,
    )  # fmt: skip


def _draw_break(axes: Axes, place: Break) -> None:
    axes.axvline(place.day, ymax=0.42, color=look.QUIET, linestyle=":", linewidth=1.2)
    reason = plain(unescape(place.label.replace("<br>", "\n")))
    axes.annotate(
        reason, (place.day, 0), xycoords=("data", "axes fraction"),
        xytext=(5, 6), textcoords="offset points", fontsize=10, color=look.QUIET,
    )  # fmt: skip


def _draw_band(axes: Axes, band: Band) -> None:
    start, count = band.start
    low, high = band.counts
    axes.fill_between(
        [start, band.day], [count, low], [count, high], facecolor="none", edgecolor=look.QUIET,
        hatch="///", linewidth=0.6, label=band.label,
    )  # fmt: skip


def _dress(axes: Axes) -> None:
    axes.set_ylim(bottom=0, top=1.12 * axes.get_ylim()[1])
    axes.margins(x=0.08)
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=2, maxticks=6))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda day, _: month_short(num2date(day).date())))
    _dress_counts(axes)
    axes.legend(
        loc="upper left", bbox_to_anchor=(0, -0.08), ncols=2, frameon=False, fontsize=11,
        labelcolor=look.TEXT,
    )  # fmt: skip


def _dress_counts(axes: Axes) -> None:
    axes.yaxis.set_major_formatter(FuncFormatter(lambda count, _: thousands(round(count))))
    axes.grid(axis="y", color=look.GRID)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(labelsize=11, labelcolor=look.TEXT, color=look.QUIET, left=False)
