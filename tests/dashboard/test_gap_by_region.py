from dataclasses import replace

import pytest

from dashboard import gap_by_region, texts
from dashboard.filters import REGION_COUNTS, REGION_SHARES
from dashboard.theme import DARK, LIGHT
from tests.dashboard.conftest import coverage

AGDER = coverage("Digi Agder", municipalities=25, not_adopted=3, in_use=22)
OSLO = coverage("Digi Oslo", municipalities=1, in_use=1)
NATION = coverage(municipalities=100, not_adopted=24, in_use=76)


@pytest.fixture
def shares(view):
    return replace(view, map_kind=REGION_SHARES)


@pytest.fixture
def counts(view):
    return replace(view, map_kind=REGION_COUNTS)


def drawn(figure):
    """Class of each region by its words in the legend, and the texts on the regions."""
    areas = [trace for trace in figure["data"] if trace["type"] == "choropleth"]
    labels = [trace["text"] for trace in figure["data"] if trace["type"] == "scattergeo"]
    return {slug: t["name"] for t in areas for slug in t["locations"]}, labels


@pytest.mark.parametrize(
    ("gap", "unknown", "by_share", "by_count"),
    [
        (0, 0, "none", "none"),
        (0, 4, "none_known", "none_known"),
        (12, 0, "low", "much"),
        (25, 0, "much", "most"),
        (24, 0, "some", "most"),
        (37, 0, "much", "most"),
        (38, 0, "most", "most"),
        (5, 0, "low", "low"),
        (6, 0, "low", "some"),
    ],
)
def test_a_region_is_drawn_by_share_or_by_count(gap, unknown, by_share, by_count):
    values = {"municipalities": 50, "not_adopted": gap, "unknown": unknown}
    row = coverage("Digi Agder", in_use=50 - gap - unknown, **values)
    assert gap_by_region.gap_class(row, by_count=False) == by_share
    assert gap_by_region.gap_class(row, by_count=True) == by_count


def test_the_text_on_a_region_is_its_share_or_its_count(shares, counts):
    rows = [NATION, AGDER, OSLO]
    assert drawn(gap_by_region.figure(rows, shares, LIGHT))[1] == [["12\u00a0%", "0\u00a0%"]]
    assert drawn(gap_by_region.figure(rows, counts, LIGHT))[1] == [["3", "0"]]


def test_a_region_that_is_mostly_unknown_has_no_share(shares, counts):
    row = coverage("Digi Agder", not_adopted=2, is_mostly_unknown=True)
    assert gap_by_region.gap_class(row, by_count=True) == "unknown"
    assert drawn(gap_by_region.figure([NATION, row], shares, LIGHT))[1] == [["?"]]
    assert drawn(gap_by_region.figure([NATION, row], counts, LIGHT))[1] == [["minst 2"]]


def test_all_regions_equal_is_one_class(shares):
    rows = [NATION, AGDER, AGDER._replace(digi_region="Digi Rogaland")]
    classes, _ = drawn(gap_by_region.figure(rows, shares, LIGHT))
    assert classes == dict.fromkeys(("digi-agder", "digi-rogaland"), "Under 25\u00a0% (2)")


def test_a_region_is_told_in_sentences_beside_the_nation(shares):
    figure = gap_by_region.figure([NATION, AGDER, OSLO], shares, LIGHT)
    areas = figure["data"][:2]
    told = {t["locations"][0]: t["text"][0] for t in areas}
    assert told["digi-agder"] == (
        "Digi Agder: 3 av 25 kommuner har ikke tatt i bruk Kjernejournal.<br>"
        "Det er 12\u00a0%; i hele landet er det 24\u00a0%."
    )
    assert told["digi-oslo"] == "Digi Oslo: alle kommuner har tatt i bruk Kjernejournal."


def test_regions_outside_the_one_in_view_are_no_part_of_the_classes(shares):
    agder = replace(shares, region="Digi Agder", region_slug="digi-agder")
    figure = gap_by_region.figure([NATION, AGDER, OSLO], agder, LIGHT)
    assert [t["name"] for t in figure["data"] if t.get("showlegend")] == ["Under 25\u00a0% (1)"]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_every_class_has_a_colour(palette):
    assert set(palette.gaps) == set(texts.GAP_SHARES) == set(texts.GAP_COUNTS)
