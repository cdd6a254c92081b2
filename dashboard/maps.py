"""Maps as plain figure dictionaries: pure functions from rows to what plotly draws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.geometry import URL, Frame, Layer
from dashboard.theme import Palette

Figure = dict[str, Any]

CONFIG: Mapping[str, Any] = {
    "topojsonURL": URL,
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": True,
}

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"


@dataclass(frozen=True, slots=True)
class Areas:
    """Areas drawn alike: their legend label, colour and ids.

    hover: the sentence shown on an area, in which %{text} is the area's own words in `texts`: what
    all share is sent once.
    """

    label: str
    colour: str
    ids: Sequence[str]
    texts: Sequence[str]
    hover: str = "%{text}"
    in_legend: bool = True


_BESIDE, _LINE = 0.15, 0.045
"""Points nearer than this, in the map's degrees, have texts that run into each other: the width of
six letters and the height of a line and a half where the country fills half a screen."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Signs at the label points of areas: a legend label, ids, and a dot or a text for each.

    apart: of long texts that stand side by side the eastern leans away.
    """

    label: str
    ids: Sequence[str]
    texts: Sequence[str] | None = None
    apart: bool = False


def area_map(
    layer: Layer, frame: Frame, areas: Sequence[Areas], marks: Sequence[Marks], palette: Palette
) -> Figure:
    """A map of areas by group, with signs on top. Groups without areas are left out."""
    drawn = [_area_trace(group, layer, palette) for group in areas if group.ids]
    signs = [_mark_trace(group, layer, palette) for group in marks if group.ids]
    return {"data": [*drawn, *signs], "layout": _layout(frame, palette)}


def _area_trace(group: Areas, layer: Layer, palette: Palette) -> Figure:
    return {
        "type": "choropleth",
        "geojson": layer.url,
        "featureidkey": "id",
        "locationmode": "geojson-id",
        "locations": list(group.ids),
        "z": [0] * len(group.ids),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, group.colour], [1, group.colour]],
        "showscale": False,
        "showlegend": group.in_legend,
        "name": f"{group.label} ({len(group.ids)})",
        "text": list(group.texts),
        "hovertemplate": f"{group.hover}<extra></extra>",
        "marker": {"line": {"color": palette.line, "width": 0.4}},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _mark_trace(group: Marks, layer: Layer, palette: Palette) -> Figure:
    points = [layer.points[area] for area in group.ids]
    trace: Figure = {
        "type": "scattergeo",
        "lon": [point[0] for point in points],
        "lat": [point[1] for point in points],
        "hoverinfo": "skip",
        "showlegend": bool(group.label),
        "name": group.label,
    }
    if group.texts is None:
        line = {"color": palette.mark_line, "width": 1.5}
        return trace | {
            "mode": "markers",
            "marker": {"size": 9, "color": palette.mark, "line": line, "opacity": 1},
        }
    return trace | {
        "mode": "text",
        "text": list(group.texts),
        "textposition": _leaning(points) if group.apart else "middle center",
        "textfont": {"size": 15, "color": palette.mark, "family": FONT, "weight": 700},
    }


def _leaning(points: Sequence[tuple[float, float]]) -> list[str]:
    """Where each text stands: on its point, or east of it where another is near to the west.

    The western one stays, for the frame has no room for it beyond the coast.
    """
    return [
        "middle right"
        if any(0 < x - other < _BESIDE and abs(height - y) < _LINE for other, height in points)
        else "middle center"
        for x, y in points
    ]


def _layout(frame: Frame, palette: Palette) -> Figure:
    (west, east), (south, north) = frame
    return {
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "autoexpand": False},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "dragmode": False,
        "clickmode": "event+select",
        "hovermode": "closest",
        "font": {"family": FONT, "size": 15, "color": palette.text},
        "hoverlabel": {"bgcolor": "#14282D", "font": {"color": "#FFFFFF", "size": 15}},
        "legend": {
            # Norway leaves the upper left to the sea, on a phone too.
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "top",
            "bgcolor": "rgba(0,0,0,0)",
            "traceorder": "reversed",
            "itemsizing": "constant",
        },
        "geo": {
            "visible": False,
            "bgcolor": "rgba(0,0,0,0)",
            "projection": {"type": "equirectangular"},
            "lonaxis": {"range": [west, east]},
            "lataxis": {"range": [south, north]},
        },
    }
