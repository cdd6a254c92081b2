"""The page of one Digi region on real figures, demo figures and what the address says."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipeline.build import build
from tests.pages.conftest import Open, html


@pytest.fixture
def opened(open_page: Open, real_warehouse: Path) -> Open:
    """Open the page on a warehouse (the real one) with an address."""
    return lambda warehouse=real_warehouse, **address: open_page("my_region", warehouse, **address)


def matrix(app: AppTest) -> list[list[str]]:
    """The cells of the matrix as text, a list per municipality."""
    (table,) = re.findall(r'<table class="u-table u-matrix u-gaps">.*?</table>', html(app), re.S)
    body = table.split("<tbody>")[1]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in body.split("</tr>")[:-1]]
    return [[re.sub(r"<[^>]+>", "", cell) for cell in row] for row in rows]


def labels(app: AppTest) -> list[str]:
    return [button.proto.label for button in app.get("download_button")]


def test_without_a_region_one_chooses_among_the_eleven(opened):
    shown = html(opened())
    assert "Velg din Digi-region" in shown
    assert len(set(re.findall(r'href="\?region=(digi-[a-z-]+)"', shown))) == 11
    assert "u-matrix" not in shown


def test_a_region_that_does_not_exist_is_told_and_one_can_choose(opened):
    shown = html(opened(region="oslo"))
    assert "Lenken ba om «oslo»" in shown
    assert "Velg din Digi-region" in shown


def test_the_enrolled_are_marked_with_a_word_and_counts_without_names_are_told(opened):
    app = opened(region="digi-nordland")
    assert sum("● Påmeldt" in row[3].replace("\u00a0", " ") for row in matrix(app)) == 9
    assert "DigiHelse: 1 er påmeldt etter publisert antall; kilden sier ikke hvem." in html(app)


def test_what_is_planned_or_tried_out_is_shown_to_those_who_ask(open_page, put, tmp_path):
    put(
        "nhn-2024-05/status.csv",
        "Løsning;Kommune;Status\nVKP;Bodø;Nei\nSFM;Bodø;Nei\nKoSy;Bodø;I bruk\n",
    )
    build(tmp_path / "raw", tmp_path / "warehouse")
    gap = "Ikke tatt i bruk"
    for address, told, cells in (
        ({}, "1 gap hos 1 kommune.", ["1", gap, "I bruk"]),
        ({"losning": "alle"}, "2 gap hos 1 kommune.", ["2", gap, gap, "I bruk"]),
    ):
        app = open_page("my_region", tmp_path / "warehouse", region="digi-nordland", **address)
        assert told in html(app)
        assert next(row for row in matrix(app) if row[0] == "Bodø")[2:] == cells


def test_the_address_carries_filters_order_and_length(opened):
    app = opened(
        region="digi-nordland",
        losning="vkp",
        status="ikke-tatt-i-bruk",
        innbyggere="over-20000",
        sorter="innbyggere",
    )
    assert [row[0] for row in matrix(app)] == ["Narvik"]
    assert labels(app) == [
        "Last ned tabellen (1)", "Tabellen i Excel", "Last ned ringeliste (1)",
        "Ringelisten i Excel",
    ]  # fmt: skip
    assert "Filtre: Innbyggere: 20 000 og flere" in html(app).replace("\u00a0", " ")


def test_what_is_chosen_goes_to_the_address(opened):
    app = opened(region="digi-nordland")
    app.selectbox(key="filter_status").set_value("i-bruk").run()
    app.text_input(key="filter_sok").set_value("bodø").run()
    assert dict(app.query_params) == {
        "region": "digi-nordland",
        "status": "i-bruk",
        "sok": "bodø",
    }
    assert [row[0] for row in matrix(app)] == ["Bodø"]


def test_filters_that_leave_nothing_say_so_and_how_to_get_back(opened):
    app = opened(region="digi-nordland", sok="atlantis")
    assert "Ingen kommuner i Digi Nordland passer til filtrene." in html(app)
    assert '<a href="?region=digi-nordland">Nullstill filtrene</a>' in html(app)
    assert labels(app) == ["Last ned tabellen (0)", "Tabellen i Excel"]


def test_a_region_without_a_gap_has_nobody_to_contact(opened):
    shown = html(opened(region="digi-oslo"))
    assert "Digi Oslo: 1 kommune" in shown
    assert "Ingen gap." in shown
    assert "Det er ingen gap i dette utvalget." in shown


def test_only_solutions_that_a_source_speaks_of_have_a_column(put, tmp_path, opened):
    put("nhn-2024-05/vkp.csv", "Kommune;Befolkning\nBodø;53712\n")
    build(tmp_path / "raw", tmp_path / "warehouse")
    app = opened(tmp_path / "warehouse", region="digi-nordland")
    assert {len(row) for row in matrix(app)} == {4}


def test_a_search_is_never_markup(opened):
    assert "<b>x" not in html(opened(region="digi-nordland", sok="<b>x"))


def test_the_link_that_is_copied_names_the_date(opened):
    assert "?region=digi-nordland&amp;dato=2024-06" in html(opened(region="digi-nordland"))
