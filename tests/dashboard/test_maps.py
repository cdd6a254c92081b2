"""Figures of areas, as plotly draws them."""

from dashboard.geometry import digi_regions
from dashboard.maps import Areas, Marks, area_map
from dashboard.theme import palette


def positions(*regions: str) -> list[str]:
    """How the texts on some regions stand by their points."""
    layer = digi_regions()
    marks = Marks("", regions, ["3 av 15"] * len(regions), apart=True)
    areas = [Areas("Alle", "#fff", regions, regions)]
    figure = area_map(layer, layer.frame(regions), areas, [marks], palette())
    return figure["data"][-1]["textposition"]


def test_texts_of_regions_side_by_side_lean_away_from_each_other():
    assert positions("digi-rogaland", "digi-agder") == ["middle left", "middle right"]
    assert positions("digi-vestland", "digi-viken") == ["middle left", "middle right"]


def test_a_text_with_no_other_beside_it_stands_on_its_point():
    assert positions("digi-nordland", "digi-agder") == ["middle center", "middle center"]
