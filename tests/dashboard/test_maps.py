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


def test_of_two_texts_side_by_side_the_eastern_leans_away():
    assert positions("digi-rogaland", "digi-agder") == ["middle center", "middle right"]
    assert positions("digi-vestland", "digi-viken") == ["middle center", "middle right"]


def test_a_text_with_no_other_beside_it_stands_on_its_point():
    assert positions("digi-nordland", "digi-agder") == ["middle center", "middle center"]
