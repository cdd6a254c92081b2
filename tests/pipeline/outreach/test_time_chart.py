"""A chart as a picture: everything that the page shows of it is there."""

from datetime import date
from xml.etree import ElementTree

import pytest

from pipeline.outreach.pictures import Words
from pipeline.outreach.time_chart import (
    Band,
    Break,
    Dots,
    Goal,
    TimeChart,
    bars_picture,
    chart_picture,
)

DAYS = [date(2024, month, 28) for month in (1, 2, 3)]
CHART = TimeChart(
    [
        Dots("Talt opp fra lister", "circle", DAYS, [10, 20, 30], ["", "", "30"], [""] * 3, True),
        Dots("Publisert tall", "diamond-open", [date(2023, 4, 30)], [215], ["215"], [""]),
    ],
    Goal("Ambisjon: 356", date(2023, 12, 31), 356),
    [Break("Ny definisjon:<br>«gitt &amp; tatt»", date(2023, 9, 1))],
    Band("Framskriving", "", (DAYS[-1], 30), date(2024, 9, 30), (40, 90)),
)
WORDS = Words("30 av 357 kommuner, $ikke$ mer", ["Linje én."], "Kilde: KS.", "Demodata")


def test_a_drawing_says_all_that_stands_on_the_page():
    svg = chart_picture(CHART, WORDS, "svg").decode()
    ElementTree.fromstring(svg)
    for text in (
        "30 av 357 kommuner, $ikke$ mer", "Linje én.", "Kilde: KS.", "Demodata", "Ambisjon: 356",
        "«gitt &amp; tatt»", "Talt opp fra lister", "Publisert tall", "Framskriving",
    ):  # fmt: skip
        assert f"<!-- {text.replace('&amp;', '&')} -->" in svg or text in svg, text


@pytest.mark.parametrize("chart", [CHART, TimeChart(CHART.dots[1:])])
def test_a_picture_is_made_of_much_and_of_little(chart):
    assert chart_picture(chart, WORDS, "png").startswith(b"\x89PNG")


BARS = [(date(2024 + month // 12, month % 12 + 1, 28), month) for month in range(24)]


def test_a_drawing_of_bars_has_every_number_and_some_of_the_dates():
    svg = bars_picture(BARS, WORDS, "svg").decode()
    ElementTree.fromstring(svg)
    told = [*map(str, range(24)), "mars 2024", "des. 2025", "Linje én.", "Kilde: KS.", "Demodata"]
    for text in told:
        assert f"<!-- {text} -->" in svg, text
    assert "<!-- feb. 2024 -->" not in svg


@pytest.mark.parametrize("bars", [BARS, BARS[:1]])
def test_a_picture_of_bars_is_made_of_many_and_of_one(bars):
    assert bars_picture(bars, WORDS, "png").startswith(b"\x89PNG")
