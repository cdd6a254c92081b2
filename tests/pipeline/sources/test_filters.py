"""The filters printed around a table, as Power BI, Tableau, Excel and people print them."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.paths import REGISTER
from pipeline.register.municipalities import load_register
from pipeline.register.regions import Regions
from pipeline.sources.filters import Filters, read_filters
from pipeline.sources.kinds import normal

KNOWN = load_register(REGISTER)
REGIONS = Regions(KNOWN)
SOLUTIONS = {"kjernejournal": "kjernejournal", "digihelse": "digihelse"}
EVERY = KNOWN.municipalities.values()
COUNTIES = sorted({one.county_name for one in EVERY})
NAMED: dict[str, set[str]] = defaultdict(set)
for one in EVERY:
    NAMED[normal(one.name)].add(one.code)


def above(*lines: str | list[str]) -> Filters:
    cells = [line if isinstance(line, list) else [line] for line in lines]
    return read_filters(cells, (), REGIONS, SOLUTIONS, NAMED)


def below(*lines: str) -> Filters:
    return read_filters((), [[line] for line in lines], REGIONS, SOLUTIONS, NAMED)


def codes(*areas: str) -> frozenset[str]:
    return frozenset(
        one.code
        for one in EVERY
        if not {one.county_name, one.digi_region, one.health_region, one.name}.isdisjoint(areas)
    )


@pytest.mark.parametrize(
    ("printed", "areas"),
    [
        ("Filtre som er brukt:\nHelseregion er Helse Vest", ["Helse Vest"]),
        ("Applied filters:\nFylke is Nordland, Troms, or Finnmark",
            ["Nordland", "Troms", "Finnmark"]),
        ("Brukte filtre: Fylke er Møre og Romsdal og Agder", ["Møre og Romsdal", "Agder"]),
        ("Filtre: Geografi[Fylke] er 18 Nordland", ["Nordland"]),
        ("Filtre: Helseregion er Nord", ["Helse Nord"]),
        ("Filter: kun Nordland", ["Nordland"]),
        ("Inkludert (2) Nordland, Troms", ["Nordland", "Troms"]),
        ("Included (1) Helse Vest (Helseregion)", ["Helse Vest"]),
        # https://help.tableau.com: captions of a view
        ("The view is filtered on Fylke, which keeps Nordland and Troms.", ["Nordland", "Troms"]),
        ("Filtre: Kommunenummer er 1804 eller 1806 Narvik", ["Bodø", "Narvik"]),
        ("Fylke = Nordland", ["Nordland"]),
        ("Digi-region: Digi Troms og Finnmark", ["Digi Troms og Finnmark"]),
        ("Gjelder Kjernejournal kun i Helse Vest per mai 2024", ["Helse Vest"]),
        ("Kommuner i Nordland som ikke har tatt i bruk", ["Nordland"]),
    ],
)  # fmt: skip
def test_a_printed_filter_leaves_its_areas(printed, areas):
    found = above(printed)
    assert (found.area, found.not_understood) == (codes(*areas), ())
    assert found.told


@pytest.mark.parametrize(
    ("printed", "areas"),
    [
        ("Filtre som er brukt:\nHelseregion er ikke Helse Nord", ["Helse Nord"]),
        ("Ekskludert (1) Nordland", ["Nordland"]),
        ("Gjelder ikke Oslo", ["Oslo"]),
    ],
)
def test_what_a_filter_leaves_out_is_not_covered(printed, areas):
    assert above(printed).area == codes(*{one.name for one in EVERY}) - codes(*areas)


def test_cells_that_the_commas_of_a_filter_made_are_one_filter():
    found = above(["Applied filters: Fylke is Nordland", " Troms", " or Finnmark"])
    assert found.area == codes("Nordland", "Troms", "Finnmark")


def test_page_fields_of_a_pivot_table_may_stand_side_by_side():
    assert above(["Fylke", "Nordland", "", "Status", "(Alle)"]).area == codes("Nordland")


@pytest.mark.parametrize(
    "printed",
    [
        ["Status", "Bruker"],
        ["Fylke", "(Flere elementer)"],
        ["Kontonummer", "(Multiple Items)"],
        "Filtre: Dato er på eller etter 01.01.2024",
        "Brukte filtre:\nLinje er 20",
        "Filtre: Fylke er Nordlandia",
        "Included (3) Nordland, Troms",
        "Kommuner i Nordland unntatt Bodø",
        "Gjelder kun kommuner over 5000 innbyggere",
        "Filtre: Fylke er Agder; Helseregion er Helse Nord",
    ],
    ids=str,
)
def test_a_filter_that_restricts_in_a_way_nobody_can_tell_is_not_understood(printed):
    found = above(printed)
    assert found.not_understood
    assert found.area is None or found.area == codes("Agder")


@pytest.mark.parametrize(
    "printed",
    [
        "No filters applied",
        "Applied filters:\nStatus is not (Blank)",
        "Brukte filtre:\nHelseregion er ikke (Tom)",
        "Brukte filtre:\nÅr er 2024\nMåned er juni",
        ["År", "(Alle)"],
        ["Rapport", "Kjernejournal"],
        "Region: Hele landet",
        "Utvalg: alle kommuner",
        "Kommuner: 356",
        "Kommune: navn på kommunen",
        "Status er foreløpig",
        "Status Kjernejournal per 31.05.2024",
        "Gjelder kun for 2023",
    ],
    ids=str,
)
def test_what_restricts_nothing_leaves_everybody(printed):
    assert above(printed) == Filters()


@pytest.mark.parametrize(
    "lines",
    [
        ["Merknad: Helse Midt-Norge har nytt journalsystem."],
        ["Kommuner i Nordland rapporterer selv"],
        ["Sist oppdatert: 01.02.2024"],
    ],
)
def test_a_note_below_that_names_a_region_restricts_nothing(lines):
    assert below(*lines) == Filters()


@pytest.mark.parametrize("after", ["Kilde: NHN", "Sist oppdatert 02.07.2024", ""])
def test_what_stands_after_a_list_of_filters_is_none_of_them(after):
    found = below("Filtre som er brukt:", "Fylke er Troms", after)
    assert (found.area, found.not_understood) == (codes("Troms"), ())


def test_a_filter_on_solutions_is_told_apart():
    assert above("Brukte filtre: Løsning er Kjernejournal").solutions == {"kjernejournal"}


FORMS = ["Brukte filtre: Fylke er {}", "Applied filters:\nCounty is {}", "Fylke: {}",
    "Gjelder kun {}", "Inkludert (1) {}"]  # fmt: skip


@given(st.sampled_from(COUNTIES), st.sampled_from(FORMS))
def test_every_county_reads_back_from_every_form(county, form):
    assert above(form.format(county)).area == codes(county)


@given(st.lists(st.sampled_from(COUNTIES), min_size=2, max_size=5, unique=True))
def test_several_counties_read_back_together(counties):
    printed = f"{', '.join(counties[:-1])} eller {counties[-1]}"
    assert above(f"Brukte filtre:\nFylke er {printed}").area == codes(*counties)
