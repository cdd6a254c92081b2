"""The page of one municipality, on the real figures."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from pipeline.paths import ROOT


@pytest.fixture(autouse=True)
def forget():
    data._reader.cache_clear()
    yield
    data._reader.cache_clear()


def page(warehouse, monkeypatch, **address: str) -> str:
    """The HTML of the page."""
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(warehouse))
    app = AppTest.from_file(str(ROOT / "pages" / "municipality.py"), default_timeout=30)
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return "\n".join(block.proto.body for block in app.get("html"))


def test_every_fact_says_what_it_rests_on(real_warehouse, monkeypatch):
    html = page(real_warehouse, monkeypatch, kommune="5501")
    assert "Tromsø har tatt i bruk 2 av 4 løsninger" in html
    assert "linje 274 i ks-webinar-2024-06/ikke_tatt_i_bruk.csv (KS, per juni 2024)" in html
    assert "kommunen står ikke på listen, som er komplett" in html
    assert "Digitale behandlings- og egenbehandlingsplaner, kjent per april 2023" in html
    assert "Balsfjord" in html


def test_the_numbers_on_the_page_are_those_of_the_warehouse(real_warehouse, real, monkeypatch):
    for code, name, used, solutions in real(
        "SELECT municipality_code, name, count(*) FILTER (stage = 'in_use'), count(*) "
        "FROM adoption JOIN municipality USING (municipality_code) "
        "WHERE as_of = '2024-06-30' GROUP BY ALL HAVING count(*) FILTER (stage = 'in_use') "
        "BETWEEN 1 AND 3 ORDER BY municipality_code LIMIT 25"
    ):
        html = page(real_warehouse, monkeypatch, kommune=code)
        assert f"{name} har tatt i bruk {used} av {solutions} løsninger" in html


def test_two_owners_who_disagree_are_both_told(real_warehouse, real, monkeypatch):
    ((code,),) = real("SELECT min(municipality_code) FROM contradiction")
    assert "Den nyeste opplysningen gjelder" in page(real_warehouse, monkeypatch, kommune=code)


def test_without_a_municipality_all_are_offered(real_warehouse, monkeypatch):
    html = page(real_warehouse, monkeypatch)
    assert "Hva er status i kommunen?" in html
    assert html.count("kommune=") == 357


def test_an_island_says_that_it_has_no_neighbours_by_land(real_warehouse, monkeypatch):
    html = page(real_warehouse, monkeypatch, kommune="1151")
    assert "Kommunen har ingen landegrense mot andre kommuner." in html
    assert "None" not in html


def test_enrolments_from_a_list_are_told_with_day_and_row(put, tmp_path, monkeypatch):
    from pipeline.build import build

    put("ks-2024-06/liste.csv", "Løsning;Digi-region;Kommune\nDHS;Digi Agder;Risør\n")
    put(
        "ks-2024-06/løp.csv",
        "Løsning;Løp;Pulje;Kommune;Påmeldt dato;Status\n"
        "DHS;dhs-2024;CGM;Risør;2024-05-10;Påmeldt\n",
    )
    build(tmp_path / "raw", tmp_path / "warehouse")
    html = page(tmp_path / "warehouse", monkeypatch, kommune="4201")
    assert "10. mai 2024" in html
    assert "pulje CGM" in html
    assert "linje 2 i ks-2024-06/løp.csv" in html
