"""The geometry as the browser gets it: one file each, by URL, with its content hash in its name.

Coordinates are EPSG:25833 shifted and scaled to "degrees", so that an equirectangular projection
draws Norway as people know it and a region's frame is a pair of axis ranges.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from shapely.geometry import shape
from shapely.ops import polylabel

from pipeline.paths import GEO, ROOT

STATIC = ROOT / "static" / "geo"
URL = "app/static/geo/"
"""Relative: every page is one path segment below the root, also behind a base path."""

_EAST, _NORTH, _SCALE = 500_000, 7_200_000, 1_000_000
_MARGIN = 0.03
_DECIMALS = 4  # exact: data/geo lies on a grid of 100 m

# What plotly.js asks for before it draws any geo subplot; without it, it asks a host of its own.
_NO_WORLD = {
    "type": "Topology",
    "objects": {
        layer: {"type": "GeometryCollection", "geometries": []}
        for layer in ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
    },
    "arcs": [],
}

Frame = tuple[tuple[float, float], tuple[float, float]]
"""West-east and south-north, in fake degrees."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of areas: where the browser finds it, each area's label point and frame by id."""

    url: str
    points: Mapping[str, tuple[float, float]]
    frames: Mapping[str, Frame]

    def frame(self, areas: Sequence[str]) -> Frame:
        """The frame of some areas together, with a margin."""
        frames = [self.frames[area] for area in areas]
        west, east = min(f[0][0] for f in frames), max(f[0][1] for f in frames)
        south, north = min(f[1][0] for f in frames), max(f[1][1] for f in frames)
        margin = _MARGIN * max(east - west, north - south)
        return (west - margin, east + margin), (south - margin, north + margin)


@cache
def municipalities() -> Layer:
    """The 357 municipalities, by municipality_code."""
    return _layer("municipalities")


@cache
def digi_regions() -> Layer:
    """The 11 Digi regions, by slug ("digi-agder")."""
    return _layer("digi_regions")


def _layer(name: str) -> Layer:
    source = json.loads((GEO / f"{name}.geojson").read_text(encoding="utf-8"))
    points, frames = {}, {}
    for feature in source["features"]:
        parts = shape(feature["geometry"])
        largest = max(getattr(parts, "geoms", [parts]), key=lambda part: part.area)
        point = polylabel(largest, tolerance=500)
        west, south, east, north = parts.bounds
        points[feature["id"]] = _fake(point.x, point.y)
        (w, s), (e, n) = _fake(west, south), _fake(east, north)
        frames[feature["id"]] = (w, e), (s, n)
        feature["geometry"]["coordinates"] = _fake_all(feature["geometry"]["coordinates"])
    content = json.dumps(
        {"type": "FeatureCollection", "features": source["features"]}, separators=(",", ":")
    ).encode()
    file = f"{name}.{hashlib.sha256(content).hexdigest()[:12]}.json"
    _publish(file, content)
    _publish("world_110m.json", json.dumps(_NO_WORLD).encode())
    return Layer(URL + file, points, frames)


def _fake(east: float, north: float) -> tuple[float, float]:
    return (
        round((east - _EAST) / _SCALE, _DECIMALS),
        round((north - _NORTH) / _SCALE, _DECIMALS),
    )


def _fake_all(coordinates: list[Any]) -> list[Any]:
    if isinstance(coordinates[0], int | float):
        return list(_fake(coordinates[0], coordinates[1]))
    return [_fake_all(part) for part in coordinates]


def _publish(file: str, content: bytes) -> None:
    """Write a file whole or not at all: two servers may start at the same time."""
    target = STATIC / file
    if target.exists():
        return
    STATIC.mkdir(parents=True, exist_ok=True)
    aside = target.with_suffix(f".{os.getpid()}.tmp")
    aside.write_bytes(content)
    aside.replace(target)
