"""Solutions that no list speaks of, and one that is meant for a part of the country."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipeline.build import build
from pipeline.paths import ROOT


@pytest.fixture
def visit(monkeypatch):
    """Open a page of the app with a warehouse and an address; the HTML of what it shows."""

    def open_page(warehouse: Path, page: str, **address: str) -> tuple[str, AppTest]:
        monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(warehouse))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        app.run()
        app.query_params.update(address)
        app.switch_page(f"pages/{page}.py").run()
        assert not app.exception
        return "\n".join(block.proto.body for block in app.get("html")), app

    return open_page


@pytest.mark.parametrize("page", ["not_adopted", "enrolled"])
def test_a_page_of_names_says_that_there_is_no_list_and_where_the_figures_are(
    real_warehouse, visit, page
):
    html, app = visit(real_warehouse, page, losning="helseplattformen")
    assert "Ingen kilde sier hvilke kommuner som har tatt i bruk Helseplattformen" in html
    assert 'href="utvikling?losning=helseplattformen"' in html
    assert "kommuner har ikke tatt i bruk" not in html
    assert app.selectbox(key="filter_losning").value == "helseplattformen"


def test_a_solution_without_any_figures_says_so_and_leads_nowhere(real_warehouse, visit):
    for page in ("not_adopted", "development"):
        html, _ = visit(real_warehouse, page, losning="pmd")
        assert "Ingen kilde sier hvilke kommuner som har tatt i bruk PMD" in html
        assert "det finnes ingen tall for den ennå" in html
        assert "utvikling?losning" not in html


def test_only_the_page_on_development_offers_them(real_warehouse, visit):
    _, development = visit(real_warehouse, "development")
    _, names = visit(real_warehouse, "not_adopted")
    listed = ["kjernejournal", "digihelse", "digihelsestasjon", "vkp"]
    assert names.selectbox(key="filter_losning").options == [
        "Kjernejournal", "DigiHelse", "DigiHelsestasjon", "VKP",
    ]  # fmt: skip
    assert development.selectbox(key="filter_losning").options[len(listed) :] == [
        "Skatteopplysninger", "E-melding", "Helseplattformen",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("solution", "told"),
    [
        (
            "helseplattformen",
            "10 kommuner hadde tatt i bruk Helseplattformen per april 2023, ifølge KS portefølje "
            "2023. Ambisjonen var satt til 19 innen utgangen av 2023.",
        ),
        (
            "skatteopplysninger",
            "Ingen kommuner hadde tatt i bruk Skatteopplysninger per april 2023",
        ),
        (
            "emelding",
            "Ingen har publisert hvor mange kommuner som har tatt i bruk E-melding. Ambisjonen var "
            "satt til 356 innen utgangen av 2023.",
        ),
    ],
)
def test_published_figures_stand_alone_with_their_ambition(real_warehouse, visit, solution, told):
    html, app = visit(real_warehouse, "development", losning=solution, region="digi-agder")
    assert told in html
    assert "Det finnes ingen liste per kommune" in html
    assert "u-series" in html
    assert len(app.get("plotly_chart")) == (solution != "emelding")
    assert "som ikke finnes her" not in html


def test_a_solution_for_a_health_region_is_counted_against_its_municipalities(put, tmp_path, visit):
    put(
        "ks-2024-06/liste.csv",
        "Løsning;Digi-region;Kommune\nHelseplattformen;Digi Trøndelag;Oppdal\n"
        "Helseplattformen;Digi Trøndelag;Røros\n",
    )
    put(
        "ks-2024-06/totaler.csv",
        "Løsning;Liste;Digi-region;Antall\n"
        "Helseplattformen;Påmeldt felles innføringsløp;Digi Trøndelag;2\n"
        "Helseplattformen;Ikke tatt i bruk;Hele landet;2\n",
    )
    warehouse = tmp_path / "warehouse"
    build(tmp_path / "raw", warehouse)
    gap, app = visit(warehouse, "not_adopted", losning="helseplattformen")
    assert "2 kommuner har ikke tatt i bruk Helseplattformen" in gap
    assert "3\u00a0% av kommunene" in gap
    assert app.selectbox(key="filter_region").options == [
        "Hele landet", "Digi Møre og Romsdal", "Digi Trøndelag",
    ]  # fmt: skip
    series, _ = visit(warehouse, "development", losning="helseplattformen")
    assert "63 av 65 kommuner har tatt i bruk Helseplattformen per juni 2024." in series
    enrolled, _ = visit(warehouse, "enrolled", losning="helseplattformen")
    assert "2 av 2 kommuner uten Helseplattformen er påmeldt" in enrolled
    trondelag, _ = visit(
        warehouse, "not_adopted", losning="helseplattformen", region="digi-trondelag"
    )
    assert "2 kommuner i Digi Trøndelag har ikke tatt i bruk Helseplattformen" in trondelag
    outside, _ = visit(warehouse, "not_adopted", losning="helseplattformen", region="digi-agder")
    assert "Lenken ba om «digi-agder», som ikke finnes her." in outside
