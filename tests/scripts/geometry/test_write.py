"""The files' text: ring directions, positions, ids and the source."""

import json

import numpy as np
import pytest
from shapely import Polygon, box

from scripts.geometry.write import clockwise, collection_text, fake_degrees, feature, metres, slug


@pytest.mark.parametrize("ring_order", [1, -1])
def test_exteriors_turn_clockwise_and_holes_the_other_way(ring_order):
    outer = [(0, 0), (9, 0), (9, 9), (0, 9)][::ring_order]
    hole = [(1, 1), (2, 1), (2, 2), (1, 2)][::ring_order]
    turned = clockwise(Polygon(outer, [hole]))
    assert not turned.exterior.is_ccw
    assert turned.interiors[0].is_ccw
    assert turned.area == 80


def test_the_same_polygon_is_written_the_same_way_wherever_it_starts():
    ring = [(0, 0), (900, 0), (900, 900), (0, 900)]
    written = [feature("a", Polygon(ring[i:] + ring[:i]), {}) for i in range(4)]
    assert all(item == written[0] for item in written)


def test_positions_are_whole_metres_or_exact_fake_degrees():
    xy = np.array([[248_700.0, 6_661_900.0]])
    assert json.dumps(metres(xy)) == "[[248700, 6661900]]"
    assert fake_degrees(xy) == [[-0.2513, -0.5381]]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Digi Møre og Romsdal", "digi-more-og-romsdal"), ("Æ Å", "ae-a")],
)
def test_slug(name, expected):
    assert slug(name) == expected


def test_a_collection_is_sorted_and_says_where_it_is_from():
    features = [feature(code, box(0, 0, 1, 1), {}) for code in ("0301", "0201")]
    collection = json.loads(collection_text(features, "kilde"))
    assert [item["id"] for item in collection["features"]] == ["0201", "0301"]
    assert collection["crs"]["properties"]["name"].endswith("25833")
    assert collection["source"] == "kilde"
    assert (collection["licence"], collection["attribution"]) == ("CC BY 4.0", "© Kartverket")
