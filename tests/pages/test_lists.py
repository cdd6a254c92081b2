"""The page of lists: what an address asks for is what it shows and says."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from pipeline.paths import ROOT


@pytest.fixture(autouse=True)
def forget():
    data._reader.cache_clear()
    yield
    data._reader.cache_clear()


def page(warehouse: Path, monkeypatch: pytest.MonkeyPatch, **address: str) -> str:
    """The HTML of the page."""
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(warehouse))
    app = AppTest.from_file(str(ROOT / "pages" / "lists.py"), default_timeout=30)
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return "\n".join(block.proto.body for block in app.get("html"))


def test_the_page_shows_the_first_rows_and_says_how_many_there_are(real_warehouse, monkeypatch):
    html = page(real_warehouse, monkeypatch, losninger="vkp")
    assert "Ikke tatt i bruk: VKP, 305 rader" in html
    assert "De første 50 av 305 rader" in html
    assert html.count("<tr>") == 51


def test_the_solution_and_region_of_the_page_before_are_the_ones_to_begin_with(
    real_warehouse, monkeypatch
):
    html = page(real_warehouse, monkeypatch, losning="digihelse", region="digi-viken")
    assert "Ikke tatt i bruk: DigiHelse, 26 rader" in html
    assert "Lister og lysark · Digi Viken" in html


def test_columns_stand_in_the_order_of_the_address(real_warehouse, monkeypatch):
    html = page(real_warehouse, monkeypatch, kolonner="kilde,kommune")
    assert html.index(">Kilde</th>") < html.index(">Kommune</th>")
    assert "Fylke</th>" not in html


def test_statuses_narrow_the_list(real_warehouse, monkeypatch):
    asked = {"liste": "alle", "losninger": "digihelse", "statuser": "bestilt"}
    assert "154 rader" in page(real_warehouse, monkeypatch, **asked)


def test_the_list_of_the_ready_offers_solutions_with_requirements(real_warehouse, monkeypatch):
    html = page(real_warehouse, monkeypatch, liste="klar-for", losninger="sfm")
    assert "Klar for løsningen: SFM, 272 rader" in html


def test_an_empty_list_says_so(real_warehouse, monkeypatch):
    html = page(real_warehouse, monkeypatch, regioner="digi-oslo")
    assert "Ingen kommuner i dette utvalget." in html


def test_what_the_address_asks_for_and_is_not_there_is_told(real_warehouse, monkeypatch):
    html = page(real_warehouse, monkeypatch, losninger="vkp,tull")
    assert "Lenken ba om «tull»" in html


def test_an_earlier_date_gives_the_state_of_that_day(demo_warehouse, monkeypatch):
    early = page(demo_warehouse, monkeypatch, liste="i-bruk", losninger="vkp", dato="2024-11")
    assert "VKP per november 2024" in early
