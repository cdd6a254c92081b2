"""Bars over time as a figure dictionary, and small charts as pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from dashboard.maps import FONT, Figure
from dashboard.theme import Palette
from dashboard.wording import month_short

BARS = 260
"""Height of the chart of bars, in pixels."""

TICKS = 4
"""At most so many dates below the bars."""

_WIDTH, _HEIGHT = 220, 80


@dataclass(frozen=True, slots=True)
class Bar:
    """A number on a date, and the sentence shown on it."""

    day: date
    count: int
    hover: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A small chart: its title, the last share and what it shows in words, shares in per cent.

    back_days, back_shares: the line that every panel has behind its own.
    """

    title: str
    share: str
    label: str
    days: Sequence[date]
    shares: Sequence[float]
    back_days: Sequence[date]
    back_shares: Sequence[float]


def bar_chart(bars: Sequence[Bar], palette: Palette) -> Figure:
    """A bar per date with its number above."""
    trace = {
        "type": "bar",
        "x": [month_short(bar.day) for bar in bars],
        "y": [bar.count for bar in bars],
        "text": [str(bar.count) for bar in bars],
        "textposition": "outside",
        "textfont": {"size": 15, "color": palette.text, "family": FONT},
        "cliponaxis": False,
        "marker": {"color": palette.series},
        "hovertext": [bar.hover for bar in bars],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    ticks = [month_short(bar.day) for bar in bars[:: -(-len(bars) // TICKS)]]
    top = 1.2 * max(1, *(bar.count for bar in bars))
    layout = _layout(palette) | {
        "margin": {"l": 40, "r": 8, "t": 8, "b": 40},
        "bargap": 0.35,
        "xaxis": {"type": "category", "fixedrange": True, "tickangle": 0, "tickvals": ticks},
        "yaxis": {"range": [0, top], "nticks": 5, "gridcolor": palette.grid, "fixedrange": True},
    }
    return {"data": [trace], "layout": layout}


def sparkline(panel: Panel, palette: Palette) -> str:
    """A small chart as the address of an SVG picture (a data URI): 0 to 100 per cent over time.

    The panel's own line is drawn over the one behind, on the same dates for every panel.
    """
    first, last = min(panel.back_days), max(panel.back_days)
    span = max((last - first).days, 1)

    def line(days: Sequence[date], shares: Sequence[float], colour: str, drawn: str) -> str:
        points = " ".join(
            f"{(day - first).days * _WIDTH / span:.0f},{_HEIGHT - share * _HEIGHT / 100:.1f}"
            for day, share in zip(days, shares, strict=True)
        )
        return f"<polyline points='{points}' fill='none' stroke='{colour}' {drawn}/>"

    levels = "".join(
        f"<path d='M0 {y}H{_WIDTH}' stroke='{palette.grid}'/>" for y in (0, _HEIGHT // 2, _HEIGHT)
    )
    svg = (
        "<svg xmlns='http://www.w3.org/2000/svg' preserveAspectRatio='none' "
        f"width='{_WIDTH}' height='{_HEIGHT}' viewBox='-2 -3 {_WIDTH + 4} {_HEIGHT + 6}'>{levels}"
        + line(panel.back_days, panel.back_shares, palette.quiet, "stroke-dasharray='2 3'")
        + line(panel.days, panel.shares, palette.series, "stroke-width='3'")
        + "</svg>"
    )
    return "data:image/svg+xml," + quote(svg, safe=" =:/'-,.")


def _layout(palette: Palette) -> Figure:
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "hovermode": "closest",
        "showlegend": False,
        "font": {"family": FONT, "size": 14, "color": palette.text},
        "hoverlabel": {"bgcolor": "#14282D", "font": {"color": "#FFFFFF", "size": 15}},
    }
