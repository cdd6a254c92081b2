"""From the municipalities of 2020 to those of 2024: new codes, and land that changed hands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from scripts.geometry.common import EPSG, ROOT, Coverage, GeometryError
from scripts.geometry.source import read_table

BORDER_LINES = ROOT / "data" / "geo" / "border_lines_2024.csv"


@dataclass(frozen=True)
class BorderChange:
    """Land that changed municipality after 2020 along one line of border_lines_2024.csv.

    The line is closed to an area by `closing`, drawn over the sea and over other municipalities
    only, so its course decides which islands follow and never where a land border runs.
    """

    line: str
    loses: str
    gains: str
    first_point: int
    closing: tuple[tuple[float, float], ...]
    known_point: tuple[float, float]


BORDER_CHANGES = (
    BorderChange(
        line="Ålesund–Haram",
        loses="1508",
        gains="1580",
        first_point=0,
        # Out in Vestnes, north of the mainland, between Fjørtofta (Haram) and Harøya (Ålesund,
        # once Sandøy), outside the islands, between Haram and Giske, in through Grytafjorden.
        closing=(
            (84_000, 6_963_500),
            (84_000, 6_973_500),
            (66_500, 6_973_500),
            (66_000, 6_981_500),
            (57_500, 6_985_500),
            (45_000, 6_990_000),
            (44_000, 6_970_000),
            (46_500, 6_964_500),
            (46_900, 6_962_900),
            (52_000, 6_962_700),
            (58_000, 6_962_400),
            (61_000, 6_962_200),
            (64_300, 6_962_000),
        ),
        known_point=(57_000, 6_966_800),
    ),
    BorderChange(
        line="Rauma–Vestnes",
        loses="1539",
        gains="1535",
        # Points 0 to 6 repeat the border of 2020, a little beside it: cutting along them too
        # would leave slivers.
        first_point=7,
        # Out in Romsdalsfjorden, north past Vågstranda, back through what Vestnes always had.
        closing=(
            (110_200, 6_961_500),
            (109_600, 6_968_500),
            (99_000, 6_968_500),
            (99_000, 6_958_000),
        ),
        known_point=(106_000, 6_961_000),
    ),
)


def read_border_lines(path: Path = BORDER_LINES) -> dict[str, np.ndarray]:
    """The lines of border_lines_2024.csv by name, as arrays of EPSG:25833 coordinates."""
    table = read_table(path, ("grense", "punkt", "lengdegrad", "breddegrad"))
    try:
        numbers = table[["punkt", "lengdegrad", "breddegrad"]].astype(float)
    except ValueError as error:
        raise GeometryError(f"{path} har en koordinat som ikke er et tall.") from error
    points = gpd.GeoSeries(gpd.points_from_xy(numbers.lengdegrad, numbers.breddegrad, crs=4326))
    coordinates = shapely.get_coordinates(points.to_crs(EPSG).values)
    lines = {}
    for name, rows in table.groupby("grense", sort=True):
        in_order = numbers.loc[rows.index].sort_values("punkt").index
        lines[name] = coordinates[in_order]
    return lines


def source_year(codes: Iterable[str], register: pd.DataFrame) -> int:
    """2024 or 2020, whichever year's municipalities `codes` are; GeometryError when neither."""
    codes = set(codes)
    if codes == set(register.index):
        return 2024
    if codes == set(register.code_2020):
        return 2020
    strange = sorted(codes - set(register.index) - set(register.code_2020))
    missing = sorted(set(register.index) - codes)
    what = "ukjente" if strange else "mangler"
    examples = ", ".join((strange or missing)[:5])
    raise GeometryError(
        f"Kommunenumrene i kilden er verken de fra 2020 eller de fra 2024 ({what}: {examples})."
    )


def recode(polygons: Coverage, register: pd.DataFrame) -> Coverage:
    """Give polygons of 2020 their codes of 2024.

    A municipality that was divided goes whole to the successor that later loses the new one's land.
    """
    gained = {change.gains for change in BORDER_CHANGES}
    recoded = {}
    for old, polygon in polygons.items():
        successors = list(register.index[register.code_2020 == old])
        if len(successors) > 1:
            successors = [code for code in successors if code not in gained]
        if len(successors) != 1:
            raise GeometryError(f"Kommune {old} er delt uten at grensen er kjent.")
        recoded[successors[0]] = polygon
    return recoded


def changed_area(change: BorderChange, lines: dict[str, np.ndarray]) -> shapely.Polygon:
    """The area on the gaining side of a border line; GeometryError when the line is no good."""
    if change.line not in lines:
        raise GeometryError(f"Grenselinjen {change.line} mangler.")
    area = shapely.Polygon([*lines[change.line][change.first_point :], *change.closing])
    if not area.is_valid or not area.contains(shapely.Point(change.known_point)):
        raise GeometryError(f"Grenselinjen {change.line} har feil rekkefølge eller feil punkter.")
    return area


def move_land(polygons: Coverage, loses: str, gains: str, area: BaseGeometry) -> Coverage:
    """Give what `loses` has inside `area` to `gains`, which may be new. The rest is unchanged."""
    moved = shapely.intersection(polygons[loses], area)
    kept = shapely.difference(polygons[loses], area)
    if moved.is_empty or kept.is_empty:
        raise GeometryError(f"Grenselinjen deler ikke kommune {loses}.")
    if gains in polygons:
        moved = shapely.union(polygons[gains], moved)
    return {**polygons, loses: kept, gains: moved}


def to_2024(polygons: Coverage, register: pd.DataFrame, lines: dict[str, np.ndarray]) -> Coverage:
    """Recode polygons of 2020 and apply every border change since."""
    polygons = recode(polygons, register)
    for change in BORDER_CHANGES:
        area = changed_area(change, lines)
        polygons = move_land(polygons, change.loses, change.gains, area)
    return polygons
