"""Klar for neste: every try-out is on the page, and on the map of its solution."""

import json
from pathlib import Path

import pytest

from tests.pages.conftest import Open, html


@pytest.fixture
def page(open_page: Open, real_warehouse: Path) -> Open:
    """Open the page with an address."""
    return lambda **address: open_page("ready", real_warehouse, **address)


def test_every_try_out_stands_in_the_table_with_its_date_and_source(page, real):
    body = html(page()).partition("Utprøvinger</h2>")[2]
    rows = body.partition("<tbody>")[2].split("<tr>")[1:]
    tryouts = real(
        "SELECT short_name, m.name, t.source FROM tryout AS t JOIN solution USING (solution_id) "
        "JOIN municipality AS m USING (municipality_code)"
    )
    assert len(rows) == len(tryouts) == 31
    for solution, name, source in tryouts:
        assert any(f"{solution}</a>" in r and f"<td>{name}</td>" in r and source in r for r in rows)


def test_each_solution_that_is_tried_out_can_be_chosen_and_has_its_dots(page, real):
    for solution, name, count in real(
        "SELECT solution_id, short_name, count(*) FROM tryout JOIN solution USING (solution_id) "
        "GROUP BY ALL"
    ):
        app = page(neste=solution)
        assert app.selectbox(key="filter_neste").value == solution
        (chart,) = app.get("plotly_chart")
        layers = [trace["name"] for trace in json.loads(chart.proto.spec)["data"]]
        assert f"Prøver ut løsningen ({count})" in layers
        assert name in html(app)


def test_the_list_handed_out_is_of_those_who_could_go_on(page):
    for solution, label in (
        ("digihelsestasjon_ungdom", "Last ned liste (202)"),
        ("pmd", "Last ned liste (357)"),
    ):
        buttons = page(neste=solution).get("download_button")
        assert label in [button.proto.label for button in buttons]


def test_that_nobody_says_who_uses_a_solution_is_said(page):
    assert "Ingen kilde sier hvem som bruker SFM" in html(page(neste="sfm"))
    assert "Ingen kilde sier hvem som bruker" not in html(page(neste="pll"))


def test_a_solution_without_prerequisites_names_who_tries_it_out(page):
    body = html(page(neste="pmd"))
    assert "4 kommuner prøver ut PMD" in body
    assert "Asker, Drammen, Fredrikstad og Oslo (KS juni 2026, per juni 2026)" in body
    assert "Kommuner som kan gå videre" not in body
