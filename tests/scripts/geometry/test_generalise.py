"""What the map draws: the grid, the islets left out, and borders that stay shared."""

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import MultiPolygon, Polygon, box

from scripts.geometry.coverage import clean, is_clean, neighbours
from scripts.geometry.generalise import (
    DETAIL_PX,
    FINEST_TOLERANCE,
    TOLERANCE_STEP,
    drop_islets,
    pixel_sizes,
    simplify,
    snap_to_grid,
    tolerances,
)


def test_snapping_rounds_and_keeps_the_coverage():
    snapped = snap_to_grid(
        {"a": box(3, 3, 1042, 998), "b": Polygon([(1042, 3), (2010, 5), (1990, 998), (1042, 998)])}
    )
    assert is_clean(snapped)
    assert (shapely.get_coordinates(list(snapped.values())) % 100 == 0).all()
    assert snapped["a"].equals(box(0, 0, 1000, 1000))


def test_islets_go_but_land_borders_and_the_largest_parts_stay():
    big, islet = box(0, 0, 9000, 9000), box(20_000, 0, 20_100, 100)
    exclave = box(30_000, 0, 30_100, 100)
    coverage = {
        "a": MultiPolygon([big, islet, exclave]),
        "b": box(30_100, 0, 30_200, 100),
        "c": MultiPolygon([box(0, 20_000, 100, 20_100), box(0, 30_000, 50, 30_050)]),
    }
    coverage["b"] = coverage["b"] | box(30_200, 0, 40_000, 100)
    coverage = clean(coverage)
    kept = drop_islets(coverage, dict.fromkeys(coverage, 500.0))
    assert kept["a"].equals(MultiPolygon([big, exclave]))
    assert kept["b"].equals(coverage["b"])
    assert kept["c"].equals(coverage["c"])


def test_a_region_that_fills_more_ground_gets_coarser_details():
    coverage = {
        "wide": box(0, 0, 900_000, 1000),
        "narrow": box(0, 0, 90_000, 80_000),
        "small": box(0, 0, 2000, 2000),
    }
    regions = {"wide": "w", "narrow": "n", "small": "w"}
    assert pixel_sizes(coverage, regions)["wide"] == pytest.approx(1000)
    tolerance = tolerances(coverage, regions)
    assert tolerance["wide"] == pytest.approx(DETAIL_PX * 1000, abs=TOLERANCE_STEP)
    assert tolerance["narrow"] == FINEST_TOLERANCE
    assert tolerance["small"] == 200


def wavy(x, heights):
    """Points northwards from y = 0, 100 apart, each `heights` east of x."""
    return [(x + height, 100 * i) for i, height in enumerate(heights)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-40, 40), min_size=12, max_size=12), st.integers(51, 400))
def test_simplified_borders_stay_shared(heights, coarse):
    """Two municipalities with a wavy border and coasts, one drawn coarser than the other."""
    border = wavy(1000, heights)
    west = Polygon([*wavy(0, heights[::-1]), *border[::-1]])
    east = Polygon([*border, *wavy(2000, heights)[::-1]])
    before = {"w": west, "e": east}
    after = simplify(before, {"w": 50.0, "e": float(coarse)})
    assert is_clean(after)
    assert neighbours(after) == [("e", "w"), ("w", "e")]
    allowed = set(map(tuple, shapely.get_coordinates([west, east])))
    assert set(map(tuple, shapely.get_coordinates(list(after.values())))) <= allowed


def test_each_municipality_is_simplified_to_its_own_tolerance():
    zigzag = [100 * (i % 2) for i in range(12)]
    west = Polygon([*wavy(0, zigzag), (500, 1100), (500, 0)])
    east = Polygon([(5000, 0), (5000, 1100), *wavy(5500, zigzag)[::-1]])
    after = simplify({"w": west, "e": east}, {"w": 1.0, "e": 300.0})
    assert after["w"].equals(west)
    assert shapely.get_num_coordinates(after["e"]) < shapely.get_num_coordinates(east) / 2
