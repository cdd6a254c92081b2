"""What holds for municipalities together: shared borders, neighbours, larger units, areas."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import shapely
from shapely.geometry.base import BaseGeometry

from scripts.geometry.common import Coverage, GeometryError

AREA_TOLERANCE = 0.02
EXPECTED_KM2 = {"Haram": ("1580", 259.0), "Vestnes": ("1535", 406.0), "Norge": (None, 323_600.0)}

Edge = tuple[tuple[float, float], tuple[float, float]]


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


def dissolve(coverage: Coverage, group_of: dict[str, str]) -> Coverage:
    """Join municipalities to larger units, keeping the borders that are left as they are."""
    members = defaultdict(list)
    for code, polygon in coverage.items():
        members[group_of[code]].append(polygon)
    return {group: shapely.coverage_union_all(parts) for group, parts in sorted(members.items())}


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
