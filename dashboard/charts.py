"""Charts over time as plain figure dictionaries: pure functions from points to a drawing."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dashboard.maps import FONT, Figure
from dashboard.theme import Palette
from dashboard.wording import month_short
from pipeline.outreach.time_chart import Band, Break, Dots, Goal, TimeChart, is_close_below

CONFIG: Mapping[str, Any] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": True,
}
HEIGHT = 460
"""In pixels: the chart and its table fit a screen together."""

TICKS = 4
"""At most this many dates below the chart, so that they stand apart on a phone."""


def time_chart(chart: TimeChart, palette: Palette) -> Figure:
    """Points in time, the goal as a dashed line with its day marked, and breaks as gaps.

    What may come is a hatched wedge that nobody takes for a count.
    """
    dots, goal, band = chart.dots, chart.goal, chart.band
    days = [day for group in dots for day in group.days]
    days += [part.day for part in (goal, band) if part]
    first, last = _range(days)
    top = 1.2 * max([1, *(n for group in dots for n in group.counts), goal.count if goal else 0])
    data = [_dot_trace(group, goal, palette) for group in dots]
    labels = [group.label for group in dots]
    for place, trace in enumerate(data):
        trace["showlegend"] = labels.index(trace["name"]) == place
    layout = _layout((first, last), top, palette)
    if goal:
        data.append(_goal_trace(goal, palette))
        layout["shapes"].append(_goal_line(goal, palette))
        layout["annotations"].append(_goal_label(goal, palette))
    if band:
        data.insert(0, _band_trace(band, palette))
    for place in chart.breaks:
        layout["shapes"].append(_break_line(place, palette))
        layout["annotations"].append(_break_label(place, palette))
    return {"data": data, "layout": layout}


def _range(days: Sequence[date]) -> tuple[date, date]:
    """From the first day to the last with air on both sides."""
    air = max(timedelta(days=45), (max(days) - min(days)) * 0.12)
    return min(days) - air, max(days) + air


def _ticks(first: date, last: date) -> list[date]:
    """Last days of months, which is what months mean, evenly and no more than TICKS of them."""
    room = (last - first) * 0.05  # a date at the very end would lose its text
    firsts = [date(m // 12, m % 12 + 1, 1) for m in range(_month(first) + 1, _month(last) + 1)]
    months = [day - timedelta(days=1) for day in firsts]
    months = [day for day in months if first + room <= day <= last - room]
    steps = (1, 2, 3, 6, *range(12, len(months) + 12, 12))
    step = next(step for step in steps if len(months) <= step * TICKS)
    return [day for day in months if (_month(day) + 1) % step == 0]


def _month(day: date) -> int:
    return 12 * day.year + day.month - 1


def _dot_trace(group: Dots, goal: Goal | None, palette: Palette) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines+markers+text" if group.joined else "markers+text",
        "x": [day.isoformat() for day in group.days],
        "y": list(group.counts),
        "text": list(group.texts),
        "textposition": [_text_place(count, goal) for count in group.counts],
        "textfont": {"size": 17, "color": palette.text, "family": FONT, "weight": 600},
        "hovertext": list(group.hovers),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "name": group.label,
        "cliponaxis": False,
        "line": {"color": palette.series, "width": 3},
        "marker": {
            "symbol": group.symbol,
            "size": 13,
            "color": palette.series,
            "line": {"color": palette.series, "width": 2.5},
        },
    }


def _band_trace(band: Band, palette: Palette) -> Figure:
    (start, count), (low, high) = band.start, band.counts
    day = band.day.isoformat()
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [start.isoformat(), day, day, start.isoformat()],
        "y": [count, low, high, count],
        "fill": "toself",
        "fillcolor": "rgba(0,0,0,0)",
        "fillpattern": {"shape": "/", "size": 7, "solidity": 0.25, "fgcolor": palette.quiet},
        "line": {"color": palette.quiet, "width": 1, "dash": "dot"},
        "name": band.label,
        "text": band.hover,
        "hoveron": "fills",
        "hoverinfo": "text",
    }


def _text_place(count: int, goal: Goal | None) -> str:
    """Above the point, but below one that lies close under the line of the goal."""
    return "bottom center" if is_close_below(count, goal) else "top center"


def _goal_trace(goal: Goal, palette: Palette) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [goal.day.isoformat()],
        "y": [goal.count],
        "name": goal.label,
        "showlegend": False,
        "hovertemplate": f"{goal.label}<extra></extra>",
        "marker": {"symbol": "line-ns", "size": 9, "line": {"color": palette.quiet, "width": 3}},
    }


def _goal_line(goal: Goal, palette: Palette) -> Figure:
    line = {"color": palette.quiet, "width": 2, "dash": "dash"}
    across = {"xref": "paper", "x0": 0, "x1": 1, "y0": goal.count, "y1": goal.count}
    return {"type": "line", "layer": "below", "line": line, **across}


def _goal_label(goal: Goal, palette: Palette) -> Figure:
    return {
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "y": goal.count,
        "yanchor": "bottom",
        "yshift": 7,
        "text": goal.label,
        "showarrow": False,
        "font": {"size": 15, "color": palette.quiet},
    }


def _break_line(place: Break, palette: Palette) -> Figure:
    day = place.day.isoformat()
    line = {"color": palette.quiet, "width": 1.5, "dash": "dot"}
    return {
        "type": "line",
        "yref": "paper",
        "x0": day,
        "x1": day,
        "y0": 0,
        "y1": 0.42,
        "line": line,
    }


def _break_label(place: Break, palette: Palette) -> Figure:
    return {
        "x": place.day.isoformat(),
        "yref": "paper",
        "y": 0.03,
        "xanchor": "left",
        "yanchor": "bottom",
        "xshift": 6,
        "align": "left",
        "text": place.label,
        "showarrow": False,
        "font": {"size": 14, "color": palette.quiet},
    }


def _layout(span: tuple[date, date], top: float, palette: Palette) -> Figure:
    ticks = _ticks(*span)
    return {
        "margin": {"l": 40, "r": 8, "t": 8, "b": 70},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "hovermode": "closest",
        "font": {"family": FONT, "size": 15, "color": palette.text},
        "hoverlabel": {"bgcolor": "#14282D", "font": {"color": "#FFFFFF", "size": 15}},
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": -0.12, "yanchor": "top"},
        "showlegend": True,
        "xaxis": {
            "type": "date",
            "range": [day.isoformat() for day in span],
            "tickvals": [day.isoformat() for day in ticks],
            "ticktext": [month_short(day) for day in ticks],
            "showgrid": False,
            "tickangle": 0,
            "linecolor": palette.quiet,
            "ticks": "outside",
            "tickcolor": palette.quiet,
            "fixedrange": True,
        },
        "yaxis": {
            "range": [0, top],
            "nticks": 6,
            "gridcolor": palette.grid,
            "zeroline": False,
            "fixedrange": True,
        },
        "shapes": [],
        "annotations": [],
    }
