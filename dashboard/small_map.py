"""Small maps beside a sentence, as pictures in the page itself: who is in the gap, at a glance.

They are drawn from data/geo, simplified to what the eye can tell apart at that size.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from urllib.parse import quote

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from pipeline.paths import GEO

_STEPS = 220
"""The longer side of a frame in drawing units; about the pixels that the map is shown in."""


def small_map(
    codes: Iterable[str],
    not_adopted: Iterable[str],
    unknown: Iterable[str],
    colours: Mapping[str, str],
) -> str:
    """The municipalities of `codes` as the address of an SVG picture (a data URI).

    Those in the gap and the unknown stand apart. colours: by category.
    """
    told = tuple(colours[name] for name in ("in_use", "unknown", "not_adopted"))
    return _drawn(frozenset(codes), frozenset(not_adopted), frozenset(unknown), told)


@lru_cache(maxsize=400)
def _drawn(
    codes: frozenset[str],
    not_adopted: frozenset[str],
    unknown: frozenset[str],
    colours: tuple[str, ...],
) -> str:
    west, south, east, north = shapely.total_bounds([_areas()[code] for code in codes])
    unit = max(east - west, north - south) / _STEPS
    areas = _simplified(round(unit))
    paths = "".join(
        f"<path fill='{colour}' d='{_path(union, west, north, unit)}'/>"
        for colour, group in zip(colours, (codes, unknown, not_adopted), strict=True)
        if (union := shapely.coverage_union_all([areas[code] for code in group]))
    )
    width, height = round((east - west) / unit), round((north - south) / unit)
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' "
        f"viewBox='0 0 {width} {height}'>{paths}</svg>"
    )
    return "data:image/svg+xml," + quote(svg, safe=" =:/'-")


@cache
def _areas() -> Mapping[str, BaseGeometry]:
    source = json.loads((GEO / "municipalities.geojson").read_text(encoding="utf-8"))
    return {feature["id"]: shape(feature["geometry"]) for feature in source["features"]}


@cache
def _simplified(tolerance: int) -> Mapping[str, BaseGeometry]:
    """All areas with shared borders still shared; tolerance in metres."""
    areas = _areas()
    return dict(zip(areas, shapely.coverage_simplify(list(areas.values()), tolerance), strict=True))


def _path(area: BaseGeometry, west: float, north: float, unit: float) -> str:
    """The outlines as SVG path data in whole units, each point relative to the one before."""
    parts = [part for part in shapely.get_parts(area) if part.area >= unit**2]
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return "".join(_ring(ring.coords, west, north, unit) for ring in rings)


def _ring(points: Iterable[tuple[float, float]], west: float, north: float, unit: float) -> str:
    places = [(round((x - west) / unit), round((north - y) / unit)) for x, y in points]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places) if a != b]
    if len(steps) < 3:
        return ""
    told = " ".join(f"{right} {down}" for right, down in steps[:-1])
    return f"M{places[0][0]} {places[0][1]}l{told}z"
