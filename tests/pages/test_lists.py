"""The page of lists: what an address asks for is what it shows and says."""

from collections.abc import Callable

import pytest

from tests.pages.conftest import Open, html


@pytest.fixture
def page(open_page: Open) -> Callable[..., str]:
    """The HTML of the page on a warehouse, with an address."""
    return lambda warehouse, **address: html(open_page("lists", warehouse, **address))


def test_the_page_shows_the_first_rows_and_says_how_many_there_are(real_warehouse, page):
    shown = page(real_warehouse, losninger="vkp")
    assert "Ikke tatt i bruk: VKP, 305 rader" in shown
    assert "De første 50 av 305 rader" in shown
    assert shown.count("<tr>") == 51


def test_the_solution_and_region_of_the_page_before_are_the_ones_to_begin_with(
    real_warehouse, page
):
    shown = page(real_warehouse, losning="digihelse", region="digi-viken")
    assert "Ikke tatt i bruk: DigiHelse, 26 rader" in shown
    assert "Lister og lysark · Digi Viken" in shown


def test_columns_stand_in_the_order_of_the_address(real_warehouse, page):
    shown = page(real_warehouse, kolonner="kilde,kommune")
    assert shown.index(">Kilde</th>") < shown.index(">Kommune</th>")
    assert "Fylke</th>" not in shown


def test_statuses_narrow_the_list(real_warehouse, page):
    asked = {"liste": "alle", "losninger": "digihelse", "statuser": "bestilt"}
    assert "154 rader" in page(real_warehouse, **asked)


def test_the_list_of_the_ready_offers_solutions_with_requirements(real_warehouse, page):
    shown = page(real_warehouse, liste="klar-for", losninger="sfm")
    assert "Klar for løsningen: SFM, 272 rader" in shown


def test_an_empty_list_says_so(real_warehouse, page):
    shown = page(real_warehouse, regioner="digi-oslo")
    assert "Ingen kommuner i dette utvalget." in shown


def test_a_status_that_never_stands_on_a_list_is_told(real_warehouse, page):
    shown = page(real_warehouse, liste="i-bruk", losninger="vkp", statuser="ikke-tatt-i-bruk")
    assert "status «Ikke tatt i bruk» kan aldri stå på den" in shown


def test_what_the_address_asks_for_and_is_not_there_is_told(real_warehouse, page):
    shown = page(real_warehouse, losninger="vkp,tull")
    assert "Lenken ba om «tull»" in shown


def test_an_earlier_date_gives_the_state_of_that_day(demo_warehouse, page):
    early = page(demo_warehouse, liste="i-bruk", losninger="vkp", dato="2024-11")
    assert "VKP per november 2024" in early
