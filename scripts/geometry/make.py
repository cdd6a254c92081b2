"""The steps in order, from the source's municipalities to the files of data/geo/."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from scripts.geometry.borders import read_border_lines, source_year, to_2024
from scripts.geometry.common import Coverage
from scripts.geometry.coverage import areas_km2, check_areas, clean, neighbours
from scripts.geometry.generalise import drawn_coverage
from scripts.geometry.source import read_register, to_polygons
from scripts.geometry.write import (
    collection_text,
    county_features,
    municipality_features,
    region_features,
    web_bytes,
    write_outputs,
)


def make(frame: gpd.GeoDataFrame, origin: str, out: Path) -> list[str]:
    """Make every file of data/geo/ in `out`; returns lines to print about what was measured."""
    register = read_register()
    coverage, year = full_coverage(frame, register)
    measured = areas_km2(coverage)
    check_areas(measured)
    pairs = neighbours(coverage)
    drawn = drawn_coverage(coverage, register)
    source = f"Kartverket, kommuner {year} ({origin})"
    if year == 2020:
        source += ", omkodet og delt til kommunene per 2024-01-01"
    rows = ["municipality_code,neighbour_code", *(f"{a},{b}" for a, b in pairs)]
    files = {
        "municipalities.geojson": municipality_features(drawn, register),
        "counties.geojson": county_features(drawn, register),
        "digi_regions.geojson": region_features(drawn, register),
    }
    texts = {name: collection_text(features, source) for name, features in files.items()}
    write_outputs({**texts, "neighbours.csv": "\n".join(rows) + "\n"}, out)
    simplified = areas_km2(drawn)
    points = shapely.get_num_coordinates(list(drawn.values())).sum()
    return [
        *(f"{n}: {measured[n]:.1f} km², tegnet {simplified[n]:.1f} km²" for n in measured),
        f"{len(pairs) // 2} grenser mellom nabokommuner, {points} punkter på kartet, "
        f"{web_bytes(drawn, register) / 1000:.1f} kB til nettleseren (gzip)",
    ]


def full_coverage(frame: gpd.GeoDataFrame, register: pd.DataFrame) -> tuple[Coverage, int]:
    """The municipalities of 2024 in the source's full detail, and the year of the source."""
    polygons = to_polygons(frame)
    year = source_year(polygons, register)
    if year == 2020:
        polygons = to_2024(polygons, register, read_border_lines())
    return clean(polygons), year
