"""The page on enrolment with a list of names, and with published counts only."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import data
from pipeline.build import build
from pipeline.paths import ROOT

HEADER = "Løsning;Løp;Pulje;Kommune;Påmeldt dato;Status\n"


@pytest.fixture(autouse=True)
def forget():
    data._reader.cache_clear()
    yield
    data._reader.cache_clear()


def page(warehouse: Path, monkeypatch: pytest.MonkeyPatch, **address: str) -> str:
    """The HTML of the page."""
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(warehouse))
    app = AppTest.from_file(str(ROOT / "pages" / "enrolled.py"), default_timeout=30)
    for key, value in address.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return "\n".join(block.proto.body for block in app.get("html"))


def test_names_from_a_list_are_told_as_names_with_the_facts_of_their_run(
    put, tmp_path, monkeypatch
):
    put("ks-2024-06/liste.csv", "Løsning;Digi-region;Kommune\nDHS;Digi Agder;Risør\n")
    put("ks-2024-06/løp.csv", HEADER + "DHS;dhs-2024;CGM;Risør;2024-05-10;Påmeldt\n")
    build(tmp_path / "raw", tmp_path / "warehouse")
    html = page(tmp_path / "warehouse", monkeypatch, losning="digihelsestasjon")
    assert "1 av 1 kommuner uten DigiHelsestasjon er påmeldt" in html
    assert "Navn fra påmeldingslisten per juni 2024." in html
    assert "Løpet er delvis nasjonalt" in html
    assert "CGM, fra 17. september 2024" in html
    assert "Påmeldingsliste for felles innføringsløp, per juni 2024" in html


def test_a_list_for_a_solution_that_no_source_gives_a_stage_of_is_no_empty_gap(
    put, tmp_path, monkeypatch
):
    put("ks-2024-06/løp.csv", HEADER + "HTM;htm-2024;;Risør;2024-05-10;Påmeldt\n")
    build(tmp_path / "raw", tmp_path / "warehouse")
    html = page(tmp_path / "warehouse", monkeypatch, losning="htm")
    assert "1 kommune er påmeldt felles innføringsløp for HTM" in html
    assert "Ikke tatt i bruk</th>" not in html


def test_published_counts_are_told_as_counts(real_warehouse, monkeypatch):
    html = page(real_warehouse, monkeypatch, losning="kjernejournal")
    assert "47 av 85 kommuner uten Kjernejournal er påmeldt" in html
    assert "Tallene er publiserte antall" in html
    assert "Navn fra påmeldingslisten" not in html
    assert html.count('<li class="u-enrolled">') == 9


def test_a_run_tells_who_is_enrolled_how_they_fare_how_long_it_took_and_its_deadline(
    demo_warehouse, demo, monkeypatch
):
    runs = demo(
        "SELECT solution_id, name, enrolled, completed, in_use, median_days, deadline IS NULL, "
        "days_left FROM run WHERE digi_region = 'Hele landet' AND wave = 'Alle' "
        "QUALIFY as_of = max(as_of) OVER (PARTITION BY solution_id)"
    )
    assert {run[0] for run in runs} == {"kjernejournal", "digihelse", "digihelsestasjon", "vkp"}
    for solution, name, enrolled, completed, in_use, median, no_deadline, days_left in runs:
        html = page(demo_warehouse, monkeypatch, losning=solution)
        told = html.partition(f"<h2>{name}</h2>")[2].partition("</section>")[0]
        assert f"{enrolled} kommuner er påmeldt: {in_use} av dem har løsningen i bruk" in told
        assert f"{completed} har fullført" in told
        assert f"Det gikk {round(median)} dager (median" in told
        deadline = "Ingen frist er oppgitt" if no_deadline else f"for {-days_left} dager siden"
        assert deadline in told
        regions = html.partition(f"{name}, per Digi-region</caption>")[2].partition("</table>")[0]
        for region, there, days in demo(
            "SELECT digi_region, enrolled, median_days FROM run WHERE name = ? AND wave = 'Alle' "
            "AND digi_region <> 'Hele landet' AND enrolled > 0 "
            "QUALIFY as_of = max(as_of) OVER ()",
            name,
        ):
            row = regions.partition(f">{region.removeprefix('Digi ')}</a>")[2].partition("</tr>")[0]
            shown = "–" if days is None else str(round(days))
            assert f"<strong>{there}</strong>" in row
            assert f'<td class="u-number">{shown}</td>' in row
