"""From full detail to what the map draws: on a grid, without islets, with fewer points."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from scripts.geometry.common import Coverage, GeometryError
from scripts.geometry.coverage import edge_owners, edges, is_clean

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


def drawn_coverage(coverage: Coverage, register: pd.DataFrame) -> Coverage:
    """The municipalities as the map draws them: on the grid, without islets, simplified."""
    tolerance = tolerances(coverage, dict(register.digi_region))
    drawn = simplify(drop_islets(snap_to_grid(coverage), tolerance), tolerance)
    if not is_clean(drawn):
        raise GeometryError("Forenklingen ga flater som overlapper eller er ugyldige.")
    return drawn


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
