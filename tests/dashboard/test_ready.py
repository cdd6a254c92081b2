from dataclasses import replace
from datetime import date

import pytest

from dashboard import ready
from dashboard.filters import NextView
from dashboard.rows import Readiness, SolutionTryout
from dashboard.theme import LIGHT


@pytest.fixture
def next_view() -> NextView:
    requires = (("Kjernejournal", date(2024, 6, 30)), ("SFM", None))
    return NextView(
        "pll", "PLL", "KS juni 2026", True, requires, None, "hele-landet", ("Digi Nordland",)
    )


def row(code: str, name: str, state: str, lacks: str = "", unknown: str = "") -> Readiness:
    return Readiness(
        code, name, "Nordland", "Digi Nordland", 1000, state, True, lacks, unknown, None, None
    )


ROWS = [
    row("1804", "Bodø", "ready"),
    row("1806", "Narvik", "lacks", "Kjernejournal"),
    row("1811", "Bindal", "unknown", "", "SFM"),
]


def test_the_headline_counts_those_who_could_go_on(next_view):
    assert ready.headline(next_view, ROWS) == "1 kommune kan gå videre til PLL"
    assert ready.headline(next_view, ROWS[1:2]) == "Ingen kommuner kan gå videre til PLL"


def test_unknown_is_not_told_as_unable(next_view):
    assert ready.headline(next_view, ROWS[1:]) == "Ingen kommuner er kjent som klare for PLL"


def test_what_is_required_and_what_is_unknown_are_told(next_view):
    first, _, second, _ = ready.explanation(next_view, ROWS)
    assert first == (
        "PLL forutsetter at kommunen bruker Kjernejournal (kjent per juni 2024) "
        "og SFM (ingen kilde)."
    )
    assert second == (
        "1 mangler minst én forutsetning. 1 er ukjent: ingen kilde sier om alt er på plass."
    )


def test_those_of_whom_nobody_says_whether_they_use_it_are_told_as_open(next_view):
    assert ready.explanation(next_view, ROWS)[1] == ""
    silent = [row._replace(use_known=False) for row in ROWS]
    assert ready.explanation(next_view, silent)[1] == (
        "Det er ikke kjent om 1 av dem som kan gå videre, allerede bruker PLL."
    )
    assert ready.explanation(replace(next_view, told=False), silent)[1] == (
        "Ingen kilde sier hvem som bruker PLL: det som vises, er alle som har det løsningen "
        "forutsetter, også de som kan ha tatt den i bruk."
    )
    assert ready.explanation(replace(next_view, told=False), silent[1:])[1] == ""


def test_unknown_is_drawn_and_counted_apart_from_lacking(next_view):
    (cells,) = ready.region_rows(ROWS)
    assert [cell.text for cell in cells] == ["Nordland", "1", "1", "1"]
    names = [trace["name"] for trace in ready.figure(ROWS, next_view, LIGHT)["data"]]
    assert names == ["Ukjent (1)", "Mangler noe (1)", "Kan gå videre (1)"]


def test_only_those_who_are_ready_are_named(next_view):
    (column,) = ready.name_columns(next_view, ROWS)
    assert column.plain == ["Bodø"]


def test_those_who_try_it_out_carry_a_dot_and_are_named_with_the_source(next_view):
    tries = [r._replace(tried_as_of=date(2026, 6, 30), tried_source="KS juni 2026") for r in ROWS]
    assert ready.explanation(next_view, tries)[3] == (
        "Prøver ut løsningen: Bodø, Narvik og Bindal (KS juni 2026, per juni 2026)."
    )
    assert ready.figure(tries, next_view, LIGHT)["data"][-1]["name"] == "Prøver ut løsningen (3)"


OPEN = NextView("pmd", "PMD", "KS juni 2026", True, (), None, "hele-landet", ("Digi Nordland",))
TRYOUT = SolutionTryout(
    "pmd", "PMD", "1804", "Bodø", "Digi Nordland", date(2026, 6, 30), None, "KS juni 2026"
)


def test_who_says_what_is_required_is_told_with_the_source_of_the_catalogue(next_view):
    assert ready.catalogue_source(next_view) == "Forutsetninger: KS juni 2026."
    assert ready.catalogue_source(replace(next_view, source="")) == ""
    assert ready.catalogue_source(OPEN) == ""


def test_of_a_solution_without_known_prerequisites_only_try_outs_are_told():
    tried = row("1804", "Bodø", "open")._replace(
        tried_as_of=date(2026, 6, 30), tried_source="KS juni 2026"
    )
    rows = [tried, row("1806", "Narvik", "open")]
    assert ready.headline(OPEN, rows) == "1 kommune prøver ut PMD"
    assert ready.headline(OPEN, rows[1:]) == "Ingen kommuner prøver ut PMD"
    assert ready.explanation(OPEN, rows) == [
        "Ingen kilde sier hva PMD forutsetter, så det kan ikke regnes ut hvem som kan gå videre.",
        "Prøver ut løsningen: Bodø (KS juni 2026, per juni 2026).",
    ]
    assert ready.region_rows(rows) == []
    names = [trace["name"] for trace in ready.figure(rows, OPEN, LIGHT)["data"]]
    assert names == ["Ingen forutsetninger oppgitt (2)", "Prøver ut løsningen (1)"]


def test_the_table_of_try_outs_holds_those_of_every_solution_in_the_region_in_view(next_view):
    other = TRYOUT._replace(name="Alta", digi_region="Digi Troms og Finnmark")
    everywhere = ready.tryout_rows([TRYOUT, other], next_view)
    assert [[cell.text for cell in cells] for cells in everywhere] == [
        ["PMD", "Bodø", "Digi Nordland", "juni 2026", "", "KS juni 2026"],
        ["PMD", "Alta", "Digi Troms og Finnmark", "juni 2026", "", "KS juni 2026"],
    ]
    nordland = replace(next_view, region="Digi Nordland")
    assert [cells[1].text for cells in ready.tryout_rows([TRYOUT, other], nordland)] == ["Bodø"]
