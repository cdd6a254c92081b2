"""The small maps: every area that should be there is there, and nothing else."""

import json
import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from shapely.geometry import shape

from dashboard.small_map import small_map
from dashboard.theme import LIGHT
from pipeline.paths import GEO

AREAS = {
    feature["id"]: shape(feature["geometry"])
    for feature in json.loads((GEO / "municipalities.geojson").read_text("utf-8"))["features"]
}
CODES = sorted(AREAS)


def paths(picture: str) -> dict[str, str]:
    """The path data by colour."""
    assert picture.startswith("data:image/svg+xml,")
    tree = ElementTree.fromstring(unquote(picture.partition(",")[2]))
    return {path.get("fill"): path.get("d") for path in tree}


@pytest.mark.parametrize("codes", [CODES, CODES[:40]])
def test_every_ring_is_a_path_that_browsers_draw(codes):
    drawn = paths(small_map(codes, codes[::2], codes[1:5], LIGHT.categories))
    assert len(drawn) == 3
    for data in drawn.values():
        assert re.fullmatch(r"(M-?\d+ -?\d+l(-?\d+ -?\d+ ){1,}-?\d+ -?\d+z)+", data)


def test_a_group_that_is_empty_is_not_drawn():
    drawn = paths(small_map(CODES, [], [], LIGHT.categories))
    assert list(drawn) == [LIGHT.categories["in_use"]]


def test_the_picture_has_the_proportions_of_the_place():
    tree = ElementTree.fromstring(
        unquote(small_map(["0301"], [], [], LIGHT.categories).partition(",")[2])
    )
    west, south, east, north = AREAS["0301"].bounds
    proportion = int(tree.get("width")) / int(tree.get("height"))
    assert proportion == pytest.approx((east - west) / (north - south), rel=0.02)
