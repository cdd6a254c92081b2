"""Municipalities together: shared borders, neighbours, larger units, areas."""

import pytest
from shapely import Polygon, box

from scripts.geometry.common import GeometryError
from scripts.geometry.coverage import (
    EXPECTED_KM2,
    check_areas,
    clean,
    dissolve,
    is_clean,
    neighbours,
)


def test_clean_removes_an_overlap_and_a_missing_vertex():
    cleaned = clean({"a": box(0, 0, 10, 10), "b": box(9, 2, 20, 8)})
    assert is_clean(cleaned)
    assert sum(polygon.area for polygon in cleaned.values()) == pytest.approx(160)


def test_is_clean_sees_overlaps_and_empty_polygons():
    assert is_clean({"a": box(0, 0, 1, 1), "b": box(1, 0, 2, 1)})
    assert not is_clean({"a": box(0, 0, 1, 1), "b": box(0.5, 0, 2, 1)})
    assert not is_clean({"a": box(0, 0, 1, 1), "b": Polygon()})


def test_neighbours_share_a_side_and_not_just_a_corner():
    squares = {"a": box(0, 0, 1, 1), "b": box(1, 0, 2, 1), "c": box(2, 1, 3, 2)}
    assert neighbours(squares) == [("a", "b"), ("b", "a")]


def test_dissolve_leaves_no_seam():
    joined = dissolve({"a": box(0, 0, 1, 1), "b": box(1, 0, 2, 1)}, {"a": "x", "b": "x"})
    assert joined["x"].equals(box(0, 0, 2, 1))
    assert joined["x"].geom_type == "Polygon"


def test_a_source_that_covers_the_sea_is_refused():
    measured = {name: expected for name, (_, expected) in EXPECTED_KM2.items()}
    check_areas(measured)
    with pytest.raises(GeometryError, match="sjøareal"):
        check_areas({**measured, "Norge": 414_000.0})
