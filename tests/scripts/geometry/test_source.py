"""Reading: codes and shapes as polygons, and refusing a package that is not the known one."""

import geopandas as gpd
import pytest
from shapely import Polygon, box

from scripts.geometry.common import GeometryError
from scripts.geometry.source import resource_of, to_polygons


def test_codes_lose_no_leading_zero_and_parts_become_one():
    frame = gpd.GeoDataFrame(
        {"Kommunenummer": [301, 301]}, geometry=[box(0, 0, 9, 9), box(20, 0, 29, 9)], crs=25833
    )
    polygons = to_polygons(frame)
    assert list(polygons) == ["0301"]
    assert polygons["0301"].area == pytest.approx(162)


def test_an_invalid_polygon_is_made_valid_without_losing_area():
    bow_tie = Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    frame = gpd.GeoDataFrame({"kommunenummer": ["0301"]}, geometry=[bow_tie], crs=25833)
    polygon = to_polygons(frame)["0301"]
    assert polygon.is_valid
    assert polygon.area == pytest.approx(50)


def test_an_unknown_wheel_is_refused():
    with pytest.raises(GeometryError, match="sha256"):
        resource_of(b"another wheel")
