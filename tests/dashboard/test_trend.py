"""Regions side by side, who is new, and what may come."""

import itertools
from dataclasses import replace
from datetime import date
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from dashboard import trend
from dashboard.rows import PlaceInTime, Point
from dashboard.theme import LIGHT
from dashboard.trend_charts import bar_chart, sparkline

MONTHS = [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30)]


def place(region: str, adopted: list[int], of: int = 100) -> list[PlaceInTime]:
    """A region month by month; who is new is what the count grew by."""
    new = [None, *(b - a for a, b in itertools.pairwise(adopted))]
    return [
        PlaceInTime(region, day, of, count, False, fresh)
        for day, count, fresh in zip(MONTHS, adopted, new, strict=False)
    ]


NATION = place("Hele landet", [10, 20, 24, 32])
AGDER = place("Digi Agder", [1, 2, 2, 5], of=10)
VIKEN = place("Digi Viken", [1, 1, 1, 2], of=10)


def goal(day: date) -> Point:
    defaults = dict.fromkeys(Point._fields)
    return Point(**(defaults | {"as_of": day, "measure": "ambition", "count": 90}))


def test_dates_that_are_mostly_unknown_are_left_out():
    blind = [row._replace(is_mostly_unknown=True) for row in NATION[:2]]
    history = trend.histories([*blind, *NATION[2:]])
    assert [row.as_of for row in history["Hele landet"]] == MONTHS[2:]


def test_regions_stand_with_the_furthest_first_and_the_nation_last(monkeypatch):
    monkeypatch.setattr(trend, "region_link", lambda region: f"?{region}")
    history = trend.histories([*NATION, *VIKEN, *AGDER])
    told = [[cell.text for cell in row] for row in trend.region_rows(history)]
    assert told == [
        ["Agder", "5 av 10", "50\u00a0%", "18 prosentpoeng over", "3 nye"],
        ["Viken", "2 av 10", "20\u00a0%", "12 prosentpoeng under", "1 nye"],
        ["Hele landet", "32 av 100", "32\u00a0%", "", "8 nye"],
    ]
    assert trend.region_headings(history)[-1] == "Siden mars 2024"


def test_small_charts_wait_for_a_second_date():
    assert trend.panels(trend.histories([NATION[0], AGDER[0]])) == []
    (panel,) = trend.panels(trend.histories([*NATION, *AGDER]))
    assert (panel.title, panel.share) == ("Agder", "50\u00a0%")
    assert panel.label == "Digi Agder: 10\u00a0% januar 2024, 50\u00a0% april 2024"


def test_a_small_chart_goes_from_the_first_date_to_the_last_and_from_0_to_100():
    (panel,) = trend.panels(trend.histories([*NATION, *place("Digi Oslo", [0, 0, 0, 1], of=1)]))
    tree = ElementTree.fromstring(unquote(sparkline(panel, LIGHT).partition(",")[2]))
    behind, own = [line.get("points") for line in tree if line.tag.endswith("polyline")]
    assert own.startswith("0,80.0 ") and own.endswith("220,0.0")
    assert behind.endswith("220,54.4")


def test_a_bar_per_list_but_the_first(view):
    bars = trend.bars([*NATION, *AGDER], view)
    assert [(bar.day, bar.count) for bar in bars] == list(zip(MONTHS[1:], [10, 4, 8], strict=True))
    assert bars[0].hover == "februar 2024: 10 nye, 20 i alt"
    assert bar_chart(bars, LIGHT)["data"][0]["y"] == [10, 4, 8]
    assert next(row[0].text for row in trend.new_rows(NATION, view)) == "april 2024"


def test_bars_of_nobody_are_drawn_too(view):
    still = trend.bars(place("Hele landet", [3, 3]), view)
    assert bar_chart(still, LIGHT)["layout"]["yaxis"]["range"] == [0, 1.2]


def test_a_projection_needs_several_lists():
    assert trend.project(NATION[:3], None) is None


def test_a_projection_lies_between_the_slowest_and_the_fastest_pace():
    found = trend.project(NATION, None)
    assert found.day == date(2024, 10, 31)
    days = (found.day - MONTHS[-1]).days
    assert found.from_count == round(32 + 4 / 31 * days)
    assert found.to_count == round(32 + 10 / 29 * days)
    assert "Det er et regnestykke, ikke et løfte." in trend.projection_told(found)
    assert "i oktober 2024" in trend.projection_told(found)


def test_a_projection_looks_towards_an_ambition_that_lies_ahead():
    ahead = trend.project(NATION, goal(date(2024, 12, 31)))
    assert ahead.day == date(2024, 12, 31)
    assert "ved utgangen av 2024" in trend.projection_told(ahead)
    assert trend.project(NATION, goal(date(2023, 12, 31))).day == date(2024, 10, 31)


def test_a_projection_never_passes_all_and_none_is_made_when_all_have_adopted():
    assert trend.project(NATION, goal(date(2039, 12, 31))).to_count == 100
    assert trend.project(place("Hele landet", [1, 5, 9, 10], of=10), None) is None
    assert trend.projection_told(None) == "" and trend.band(None) is None


@pytest.mark.parametrize("region", [None, "Digi Agder"])
def test_new_ones_are_those_of_the_place_in_view(view, region):
    here = replace(view, region=region)
    counts = [bar.count for bar in trend.bars([*NATION, *AGDER], here)]
    assert counts == ([10, 4, 8] if region is None else [1, 0, 3])


def test_what_is_not_drawn_is_not_explained():
    one, several = trend.histories(NATION[:1]), trend.histories([*NATION, *AGDER])
    assert "prikkede" not in trend.regions_intro(one)
    assert "prikkede" in trend.regions_intro(several)
    blind = trend.histories([NATION[0]._replace(is_mostly_unknown=True)])
    assert trend.regions_intro(blind).startswith("Kildene dekker ikke nok")
