"""What the tests of the map geometry share: the register and the committed map."""

import geopandas as gpd
import pytest

from scripts.geometry.source import read_register
from scripts.make_geometry import OUT

COMMITTED = OUT / "municipalities.geojson"


@pytest.fixture(scope="session")
def register():
    return read_register()


@pytest.fixture(scope="session")
def committed():
    frame = gpd.read_file(COMMITTED)
    return dict(zip(frame["id"], frame.geometry, strict=True))
