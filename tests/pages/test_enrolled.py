"""The page on enrolment with a list of names, and with published counts only."""

from collections.abc import Callable

import pytest

from pipeline.build import build
from tests.pages.conftest import Open, html

HEADER = "Løsning;Løp;Pulje;Kommune;Påmeldt dato;Status\n"


@pytest.fixture
def page(open_page: Open) -> Callable[..., str]:
    """The HTML of the page on a warehouse, with an address."""
    return lambda warehouse, **address: html(open_page("enrolled", warehouse, **address))


def test_names_from_a_list_are_told_as_names_with_the_facts_of_their_run(put, tmp_path, page):
    put("ks-2024-06/liste.csv", "Løsning;Digi-region;Kommune\nDHS;Digi Agder;Risør\n")
    put("ks-2024-06/løp.csv", HEADER + "DHS;dhs-2024;CGM;Risør;2024-05-10;Påmeldt\n")
    build(tmp_path / "raw", tmp_path / "warehouse")
    shown = page(tmp_path / "warehouse", losning="digihelsestasjon")
    assert "1 av 1 kommuner uten DigiHelsestasjon er påmeldt" in shown
    assert "Navn fra påmeldingslisten per juni 2024." in shown
    assert "Løpet er delvis nasjonalt" in shown
    assert "CGM, fra 17. september 2024" in shown
    assert "Påmeldingsliste for felles innføringsløp, per juni 2024" in shown


def test_a_list_for_a_solution_that_no_source_gives_a_stage_of_is_no_empty_gap(put, tmp_path, page):
    put("ks-2024-06/løp.csv", HEADER + "HTM;htm-2024;;Risør;2024-05-10;Påmeldt\n")
    build(tmp_path / "raw", tmp_path / "warehouse")
    shown = page(tmp_path / "warehouse", losning="htm")
    assert "1 kommune er påmeldt felles innføringsløp for HTM" in shown
    assert "Ikke tatt i bruk</th>" not in shown


def test_published_counts_are_told_as_counts(real_warehouse, page):
    shown = page(real_warehouse, losning="kjernejournal")
    assert "47 av 85 kommuner uten Kjernejournal er påmeldt" in shown
    assert "Tallene er publiserte antall" in shown
    assert "Navn fra påmeldingslisten" not in shown
    assert shown.count('<li class="u-enrolled">') == 9


def test_a_run_tells_who_is_enrolled_how_they_fare_how_long_it_took_and_its_deadline(
    demo_warehouse, demo, page
):
    runs = demo(
        "SELECT solution_id, name, enrolled, completed, in_use, median_days, deadline IS NULL, "
        "days_left FROM run WHERE digi_region = 'Hele landet' AND wave = 'Alle' "
        "QUALIFY as_of = max(as_of) OVER (PARTITION BY solution_id)"
    )
    assert {run[0] for run in runs} == {
        "kjernejournal", "digihelse", "digihelsestasjon", "vkp", "htm",
    }  # fmt: skip
    for solution, name, enrolled, completed, in_use, median, no_deadline, days_left in runs:
        shown = page(demo_warehouse, losning=solution)
        told = shown.partition(f"<h2>{name}</h2>")[2].partition("</section>")[0]
        assert f"{enrolled} kommuner er påmeldt: {in_use} av dem har løsningen i bruk" in told
        assert f"{completed} har fullført" in told
        assert (median is None) == (solution == "htm")
        if median is not None:
            assert f"Det gikk {round(median)} dager (median" in told
        deadline = "Ingen frist er oppgitt" if no_deadline else f"for {-days_left} dager siden"
        assert deadline in told
        regions = shown.partition(f"{name}, per Digi-region</caption>")[2].partition("</table>")[0]
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
