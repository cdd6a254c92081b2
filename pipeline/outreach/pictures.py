"""Maps as pictures, drawn without a browser: PNG at 300 dpi, or SVG.

A picture on its own carries title, legend, date, source and whose the map is; one for a slide is
bare, because there all of that is text that can be edited.
"""

import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.path import Path
from shapely import Point
from shapely.geometry import shape
from shapely.ops import polylabel

from pipeline.outreach import look
from pipeline.paths import GEO

DPI = 300
MUNICIPALITIES, DIGI_REGIONS = "municipalities", "digi_regions"
_MARGIN = 0.02
_TITLE_WIDTH, _LINE_WIDTH, _SOURCE_WIDTH = 5.5, 10.5, 13.75
"""Characters to an inch of the sheet's width."""
_TITLE_LINE, _LINE = 0.34, 0.225
"""Height of a line, in inches."""

Size = tuple[float, float]
"""Width and height in inches."""


@dataclass(frozen=True, slots=True)
class Group:
    """Areas drawn alike: the label in the legend (none: not in it), the colour, the ids.

    hatch: a texture besides the colour, as matplotlib writes it.
    """

    label: str
    colour: str
    ids: Sequence[str]
    hatch: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """Signs on areas: a dot with a label in the legend, or a text on each."""

    label: str
    ids: Sequence[str]
    texts: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map: which layer, the areas by group, signs on top, and the areas that fill the frame."""

    layer: str
    groups: Sequence[Group]
    marks: Sequence[Marks]
    framed: Sequence[str]


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a picture on its own. mark: the word for invented figures, else empty."""

    title: str
    lines: Sequence[str]
    source: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Area:
    path: Path
    point: Point
    bounds: tuple[float, float, float, float]


def bare_map(drawing: Drawing, size: Size) -> bytes:
    """The map without any text as PNG with a clear ground, within the size, in its proportions."""
    west, south, east, north = _frame(drawing)
    scale = min(size[0] / (east - west), size[1] / (north - south))
    figure = Figure(figsize=((east - west) * scale, (north - south) * scale), dpi=DPI)
    _draw(figure.add_axes((0, 0, 1, 1)), replace(drawing, marks=_dots(drawing)), dot=7)
    figure.patch.set_alpha(0)
    return _png(figure)


def map_picture(drawing: Drawing, words: Words, file_format: str) -> bytes:
    """The map with all that it must say, as "png" or "svg"."""
    figure = Figure(figsize=(8, 10), dpi=DPI, facecolor="white")
    axes = figure.add_axes((0.04, 0.07, 0.92, 0.76))
    _draw(axes, drawing, dot=6)
    write(figure, words)
    handles = _legend(drawing)
    axes.legend(
        handles=handles, loc="upper left", frameon=False, fontsize=11, labelcolor=look.TEXT,
        handlelength=1.2, handleheight=1.1,
    )  # fmt: skip
    return save(figure, file_format)


def legend(drawing: Drawing) -> list[Group]:
    """The groups that a legend names, the most important first."""
    return [group for group in reversed(drawing.groups) if group.label and group.ids]


def label_places(drawing: Drawing) -> list[tuple[str, float, float]]:
    """The texts on a map, with where they go: shares of its width from the left and from above."""
    west, south, east, north = _frame(drawing)
    areas = _areas(drawing.layer)
    told = [pair for m in drawing.marks for pair in zip(m.texts, m.ids, strict=False)]
    points = [(text, areas[area].point) for text, area in told]
    return [(t, (p.x - west) / (east - west), (north - p.y) / (north - south)) for t, p in points]


def _draw(axes: Axes, drawing: Drawing, dot: float) -> None:
    areas = _areas(drawing.layer)
    for group in drawing.groups:
        paths = [areas[area].path for area in group.ids]
        axes.add_collection(
            PathCollection(
                paths, facecolor=group.colour, edgecolor="white", linewidth=0.35, hatch=group.hatch
            )
        )
    for marks in drawing.marks:
        points = [areas[area].point for area in marks.ids]
        if marks.texts:
            for point, text in zip(points, marks.texts, strict=True):
                axes.text(
                    point.x, point.y, text, ha="center", va="center", fontsize=dot * 1.6,
                    color=look.TEXT, weight="bold",
                )  # fmt: skip
        elif points:
            axes.plot(
                [p.x for p in points], [p.y for p in points], linestyle="", marker="o",
                markersize=dot, markerfacecolor=look.TEXT, markeredgecolor="white",
                markeredgewidth=dot / 7,
            )  # fmt: skip
    west, south, east, north = _frame(drawing)
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_aspect("equal", anchor="C")
    axes.axis("off")


def _frame(drawing: Drawing) -> tuple[float, float, float, float]:
    areas = _areas(drawing.layer)
    bounds = np.array([areas[area].bounds for area in drawing.framed])
    west, south = bounds[:, 0].min(), bounds[:, 1].min()
    east, north = bounds[:, 2].max(), bounds[:, 3].max()
    margin = _MARGIN * max(east - west, north - south)
    return west - margin, south - margin, east + margin, north + margin


def _legend(drawing: Drawing) -> list[Patch | Line2D]:
    patches = [
        Patch(
            facecolor=g.colour, edgecolor="white", hatch=g.hatch, label=f"{g.label} ({len(g.ids)})"
        )
        for g in legend(drawing)
    ]
    dots = [
        Line2D(
            [], [], linestyle="", marker="o", markersize=7, markerfacecolor=look.TEXT,
            markeredgecolor="white", label=f"{marks.label} ({len(marks.ids)})",
        )
        for marks in drawing.marks
        if marks.label and marks.ids
    ]  # fmt: skip
    return [*patches, *dots]


def write(figure: Figure, words: Words) -> float:
    """Put title, lines, source and mark around what is drawn, whatever the size of the sheet.

    Returns how far up what is drawn may go without touching them, as a share of the height.
    """
    width, height = figure.get_size_inches()
    title = _wrapped(words.title, round(_TITLE_WIDTH * width))
    figure.text(
        0.04, 1 - 0.35 / height, title, fontsize=19, weight="bold", color=look.TEXT, va="top",
        linespacing=1.25,
    )  # fmt: skip
    below = 1 - (0.45 + _TITLE_LINE * (title.count("\n") + 1)) / height
    lines = _wrapped(" ".join(filter(None, words.lines)), round(_LINE_WIDTH * width))
    figure.text(0.04, below, lines, fontsize=11.5, color=look.QUIET, va="top", linespacing=1.4)
    source = _wrapped(words.source, round(_SOURCE_WIDTH * width))
    figure.text(0.04, 0.25 / height, source, fontsize=8.5, color=look.QUIET)
    if words.mark:
        figure.text(
            0.96, 1 - 0.1 / height, words.mark, fontsize=12, weight="bold", color=look.SIGNAL,
            ha="right", va="top",
        )  # fmt: skip
    return below - (_LINE * (lines.count("\n") + 1) + 0.15) / height


def save(figure: Figure, file_format: str) -> bytes:
    """The figure as "png" or "svg". Raises KeyError for another format."""
    return {"png": _png, "svg": _svg}[file_format](figure)


def _wrapped(text: str, width: int) -> str:
    """The text in lines of at most so many characters; a no-break space does not break."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return plain("\n".join(lines))


def plain(text: str) -> str:
    """Text as text: never the formulas that matplotlib sets between dollar signs."""
    return text.replace("$", r"\$")


def _dots(drawing: Drawing) -> list[Marks]:
    return [marks for marks in drawing.marks if not marks.texts]


def _png(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    FigureCanvasAgg(figure).print_png(buffer, metadata={"Software": None})
    return buffer.getvalue()


def _svg(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    FigureCanvasSVG(figure).print_svg(buffer, metadata={"Date": None, "Creator": None})
    return buffer.getvalue()


@cache
def _areas(layer: str) -> dict[str, _Area]:
    """Every area of a layer by id, ready to be drawn."""
    source = json.loads((GEO / f"{layer}.geojson").read_text(encoding="utf-8"))
    return {feature["id"]: _area(feature["geometry"]) for feature in source["features"]}


def _area(geometry: dict) -> _Area:
    parts = shape(geometry)
    polygons = getattr(parts, "geoms", [parts])
    rings = [ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors)]
    largest = max(polygons, key=lambda polygon: polygon.area)
    path = Path.make_compound_path(*map(_ring, rings))
    return _Area(path, polylabel(largest, tolerance=1000), parts.bounds)


def _ring(ring: Iterable) -> Path:
    return Path(np.asarray(ring.coords)[:, :2], closed=True)
