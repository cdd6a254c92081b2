"""Tests of the committed files in data/geo: whole, valid, shared borders, right size, sourced."""

import csv
import gzip
import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import shapely

ROOT = Path(__file__).resolve().parents[2]
GEO = ROOT / "data" / "geo"
LAYERS = {"municipalities": 357, "counties": 15, "digi_regions": 11}
GRID = 100
# Name, code and km² in the source, which has left out the smaller islets itself.
ISLAND_MUNICIPALITIES = [
    ("Utsira", "1151", 5.95),
    ("Kvitsøy", "1144", 3.21),
    ("Fedje", "4633", 7.21),
    ("Træna", "1835", 6.88),
    ("Røst", "1856", 5.73),
    ("Værøy", "1857", 17.55),
]


def read_rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_layer(name):
    return json.loads((GEO / f"{name}.geojson").read_text(encoding="utf-8"))


def shapes_of(collection):
    return {f["id"]: shapely.geometry.shape(f["geometry"]) for f in collection["features"]}


def rings_of(geometry):
    """(exterior, holes) of each polygon, as the file has them."""
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    return [(rings[0], rings[1:]) for rings in polygons]


def signed_area(ring):
    """Positive for anticlockwise rings (the shoelace formula)."""
    x, y = np.array(ring, dtype=float).T
    x, y = x - x[0], y - y[0]
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) / 2)


def sides(shape):
    """The sides of every ring, each with its ends in a fixed order."""
    found = []
    for ring in shapely.get_rings(shapely.get_parts(shape)):
        points = [tuple(point) for point in shapely.get_coordinates(ring).tolist()]
        found += [tuple(sorted(side)) for side in pairwise(points)]
    return found


@pytest.fixture(scope="module")
def register():
    rows = read_rows(ROOT / "data" / "register" / "municipalities.csv")
    return {row["municipality_code"]: row for row in rows}


@pytest.fixture(scope="module")
def layers():
    return {name: read_layer(name) for name in LAYERS}


@pytest.fixture(scope="module")
def municipalities(layers):
    return shapes_of(layers["municipalities"])


@pytest.fixture(scope="module")
def pairs():
    rows = read_rows(GEO / "neighbours.csv")
    return [(row["municipality_code"], row["neighbour_code"]) for row in rows]


@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_is_complete_sorted_and_sourced(layers, name):
    layer = layers[name]
    ids = [feature["id"] for feature in layer["features"]]
    assert len(ids) == len(set(ids)) == LAYERS[name]
    assert ids == sorted(ids)
    assert layer["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::25833"
    assert layer["attribution"] == "© Kartverket"
    assert layer["licence"] == "CC BY 4.0"
    assert "Kartverket" in layer["source"]


def test_municipalities_match_the_register(layers, register):
    properties = {f["id"]: f["properties"] for f in layers["municipalities"]["features"]}
    assert properties == {
        code: {column: row[column] for column in ("name", "county_code", "digi_region")}
        for code, row in register.items()
    }


def test_counties_match_the_register(layers, register):
    names = {f["id"]: f["properties"]["name"] for f in layers["counties"]["features"]}
    assert names == {row["county_code"]: row["county_name"] for row in register.values()}


def test_digi_regions_match_the_register_and_have_readable_ids(layers, register):
    names = {f["id"]: f["properties"]["name"] for f in layers["digi_regions"]["features"]}
    assert set(names.values()) == {row["digi_region"] for row in register.values()}
    assert names["digi-more-og-romsdal"] == "Digi Møre og Romsdal"
    assert names["digi-trondelag"] == "Digi Trøndelag"
    assert all(id.isascii() and id.islower() and " " not in id for id in names)


@pytest.mark.parametrize("name", LAYERS)
def test_every_shape_is_valid_and_not_empty(layers, name):
    for id, shape in shapes_of(layers[name]).items():
        assert shape.is_valid, id
        assert shape.area > 1e6, id


@pytest.mark.parametrize("name", LAYERS)
def test_exteriors_are_clockwise_and_holes_are_not(layers, name):
    for feature in layers[name]["features"]:
        for exterior, holes in rings_of(feature["geometry"]):
            assert signed_area(exterior) < 0, feature["id"]
            assert all(signed_area(hole) > 0 for hole in holes), feature["id"]


@pytest.mark.parametrize("name", LAYERS)
def test_coordinates_are_whole_hundreds_of_metres(layers, name):
    for feature in layers[name]["features"]:
        for exterior, holes in rings_of(feature["geometry"]):
            numbers = [number for ring in (exterior, *holes) for xy in ring for number in xy]
            assert all(isinstance(number, int) and number % GRID == 0 for number in numbers)


@pytest.mark.parametrize("name", LAYERS)
def test_neighbours_neither_overlap_nor_mismatch(layers, name):
    shapes = list(shapes_of(layers[name]).values())
    assert shapely.coverage_is_valid(shapes)
    # Independent of the coverage functions: overlapping shapes are larger apart than together.
    apart = sum(shape.area for shape in shapes)
    assert apart == pytest.approx(shapely.union_all(shapes).area, abs=1)


def test_no_gap_opened_between_neighbours(municipalities, pairs):
    """The drawn map has exactly the land borders of the source, and only fjords as holes."""
    owners = {}
    for code, shape in municipalities.items():
        for side in sides(shape):
            owners.setdefault(side, set()).add(code)
    drawn = {tuple(sorted(codes)) for codes in owners.values() if len(codes) == 2}
    assert drawn == {tuple(sorted(pair)) for pair in pairs}


def test_no_hole_opened_between_neighbours(municipalities):
    """Enclosed water between municipalities is only what it should be; a gap would be one more."""
    land = shapely.union_all(list(municipalities.values()))
    holes = [shapely.Polygon(ring) for part in land.geoms for ring in part.interiors]
    around = [{code for code, s in municipalities.items() if s.touches(hole)} for hole in holes]
    assert sorted(sorted(codes) for codes in around if len(codes) > 1) == [
        ["1106", "4612"],  # Ålfjorden, between Haugesund and Sveio
        ["1812", "1813"],  # a sound between Sømna and Brønnøy
        ["3105", "3107"],  # Glomma, between Sarpsborg and Fredrikstad
    ]
    assert len(holes) <= 25


@pytest.mark.parametrize(("name", "key"), [("counties", "county_code"), ("digi_regions", None)])
def test_larger_units_are_the_union_of_their_municipalities(
    layers, municipalities, register, name, key
):
    for feature in layers[name]["features"]:
        column, value = (
            (key, feature["id"]) if key else ("digi_region", feature["properties"]["name"])
        )
        members = [s for code, s in municipalities.items() if register[code][column] == value]
        shape = shapely.geometry.shape(feature["geometry"])
        assert shapely.symmetric_difference(shape, shapely.union_all(members)).area == 0
        member_sides = {side for member in members for side in sides(member)}
        assert set(sides(shape)) <= member_sides, feature["id"]


@pytest.mark.parametrize(
    ("name", "code", "km2", "within"),
    [
        ("Haram", "1580", 259, 0.02),
        ("Vestnes", "1535", 406, 0.02),
        ("Oslo", "0301", 454, 0.02),
        ("Alta", "5601", 3848, 0.05),
    ],
)
def test_known_areas(municipalities, register, name, code, km2, within):
    assert register[code]["name"] == name
    assert municipalities[code].area / 1e6 == pytest.approx(km2, rel=within)


def test_the_area_of_norway(municipalities):
    assert sum(s.area for s in municipalities.values()) / 1e6 == pytest.approx(323_600, rel=0.005)


@pytest.mark.parametrize(
    ("place", "code", "east", "north"),
    [
        ("Haram, mainland", "1580", 57_000, 6_966_800),
        ("Haramsøya", "1580", 51_200, 6_977_600),
        ("Fjørtofta", "1580", 60_700, 6_981_400),
        ("Lepsøya", "1580", 48_600, 6_973_900),
        ("Harøya", "1508", 65_000, 6_987_200),
        ("Ellingsøya", "1508", 55_000, 6_960_300),
        ("Ålesund, mainland", "1508", 63_100, 6_954_700),
        ("Vågstranda", "1535", 106_000, 6_961_000),
        ("Rauma south of Vågstranda", "1539", 106_000, 6_955_000),
        ("Oslo", "0301", 262_000, 6_649_000),
        ("Trondheim", "5001", 270_000, 7_040_000),
    ],
)
def test_places_lie_in_their_municipality(municipalities, place, code, east, north):
    point = shapely.Point(east, north)
    assert [key for key, s in municipalities.items() if s.contains(point)] == [code], place


@pytest.mark.parametrize(("name", "code", "source_km2"), ISLAND_MUNICIPALITIES)
def test_island_municipalities_are_recognisable(
    municipalities, register, pairs, name, code, source_km2
):
    assert register[code]["name"] == name
    shape = municipalities[code]
    assert shape.area / 1e6 == pytest.approx(source_km2, rel=0.06)
    assert max(shapely.get_num_coordinates(shapely.get_parts(shape))) >= 6
    assert code not in {one for one, _ in pairs}


def test_neighbours_are_symmetric_sorted_and_known(pairs, municipalities):
    assert pairs == sorted(set(pairs))
    assert {(b, a) for a, b in pairs} == set(pairs)
    assert all(a != b for a, b in pairs)
    assert {code for pair in pairs for code in pair} <= set(municipalities)
    assert 700 <= len(pairs) / 2 <= 800


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("0301", "3201", True),  # Oslo and Bærum
        ("1508", "1580", True),  # Ålesund and Haram
        ("1580", "1535", True),  # Haram and Vestnes
        ("1535", "1539", True),  # Vestnes and Rauma
        ("0301", "4601", False),  # Oslo and Bergen
        ("3205", "3201", False),  # Lillestrøm and Bærum: Oslo lies between
    ],
)
def test_known_neighbours(pairs, one, other, expected):
    assert ((one, other) in pairs) is expected


def test_municipalities_fit_the_budget_of_the_web_map(layers):
    """130 kB gzipped, in the fake degrees that the map is drawn in."""

    def degrees(xy):
        return [round((xy[0] - 500_000) / 1e6, 4), round((xy[1] - 7_200_000) / 1e6, 4)]

    features = []
    for feature in layers["municipalities"]["features"]:
        polygons = [
            [[degrees(xy) for xy in ring] for ring in (exterior, *holes)]
            for exterior, holes in rings_of(feature["geometry"])
        ]
        geometry = {"type": "MultiPolygon", "coordinates": polygons}
        features.append({**feature, "geometry": geometry})
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    size = len(gzip.compress(text.encode(), 6))
    assert 90_000 < size <= 130_000
