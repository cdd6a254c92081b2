from dataclasses import replace

import pytest

from dashboard import gap
from dashboard.theme import LIGHT
from tests.dashboard.conftest import coverage, municipality


def test_the_headline_counts_who_has_not_adopted(view):
    assert gap.headline(view, coverage(not_adopted=85)) == (
        "85 kommuner har ikke tatt i bruk Kjernejournal"
    )


def test_a_region_without_a_gap_is_told_as_good_news(view):
    oslo = replace(view, region="Digi Oslo", region_slug="digi-oslo")
    assert gap.headline(oslo, coverage("Digi Oslo", municipalities=1, in_use=1)) == (
        "Alle kommuner i Digi Oslo har tatt i bruk Kjernejournal"
    )


def test_unknown_is_not_told_as_adopted(view):
    sentence = gap.headline(view, coverage(in_use=4, unknown=6))
    assert sentence == "Ingen kommuner er kjent som ikke tatt i bruk Kjernejournal"


@pytest.mark.parametrize(
    ("enrolled", "named", "sentence"),
    [
        (None, None, ""),
        (0, None, "Ingen av dem er påmeldt felles innføringsløp."),
        (47, 9, "47 av dem er påmeldt felles innføringsløp. Bare 9 av dem er kjent ved navn."),
        (5, None, "5 av dem er påmeldt felles innføringsløp. Kilden sier ikke hvem."),
        (9, 9, "9 av dem er påmeldt felles innføringsløp."),
    ],
)
def test_enrolment_is_told_as_far_as_it_is_known(view, enrolled, named, sentence):
    here = coverage(not_adopted=8, enrolled=enrolled, enrolled_named=named)
    assert gap.explanation(view, here, here)[1] == sentence


def test_what_is_not_in_the_number_is_told(view):
    here = coverage(not_adopted=3, preparing=3, unknown=4, not_adopted_published=5)
    assert gap.explanation(view, here, here)[2] == (
        "3 har bestilt eller er tilrettelagt, og er ikke med i tallet. 4 er ukjent. "
        "KS publiserte selv 5 for hele landet, 2 flere enn her, der kommunene er talt opp ved navn."
    )


def test_a_published_number_is_told_beside_the_place_it_is_of(view):
    here = coverage("Digi Agder", not_adopted=10, not_adopted_published=9)
    told = gap.explanation(view, here, coverage())[2]
    assert told.startswith("KS publiserte selv 9 for Digi Agder, 1 færre enn her")
    same = coverage("Digi Agder", not_adopted=9, not_adopted_published=9)
    assert gap.explanation(view, same, coverage())[2] == ""


def test_a_region_stands_beside_the_nation(view):
    nordland = replace(view, region="Digi Nordland", region_slug="digi-nordland")
    first = gap.explanation(
        nordland, coverage("Digi Nordland", not_adopted=5), coverage(not_adopted=2)
    )[0]
    assert first == (
        "50\u00a0% av kommunene i Digi Nordland, 0\u00a0% av innbyggerne. "
        "Hele landet: 20\u00a0% av kommunene."
    )


def test_every_area_is_drawn_once_and_only_known_signs_are_set(view):
    rows = [
        municipality("1804", "Bodø", enrolled=True),
        municipality("1806", "Narvik", stage="in_use", category="in_use", enrolled=True),
        municipality("1811", "Bindal", stage="unknown", category="unknown"),
        municipality("1812", "Sømna", stage="ordered", category="preparing"),
    ]
    figure = gap.figure(rows, view, LIGHT)
    areas = [t for t in figure["data"] if t["type"] == "choropleth"]
    signs = [t for t in figure["data"] if t["type"] == "scattergeo"]
    assert sorted(code for t in areas for code in t["locations"]) == [
        "1804",
        "1806",
        "1811",
        "1812",
    ]
    assert [t["name"] for t in areas][-1] == "Ikke tatt i bruk (1)"
    assert [(t["mode"], len(t["lon"])) for t in signs] == [("markers", 1), ("text", 1)]


def test_an_equal_map_is_drawn_with_one_area_group(view):
    rows = [municipality("1804", "Bodø"), municipality("1806", "Narvik")]
    assert len(gap.figure(rows, view, LIGHT)["data"]) == 1


def test_few_unknown_names_are_told_and_many_are_counted(view):
    def column(count):
        rows = [municipality(f"18{i:02}", f"K{i}", stage="unknown") for i in range(count)]
        return gap.name_columns(view, [coverage("Digi Nordland", unknown=count)], rows)[0]

    assert column(2).notes == ["Ukjent: K0, K1"]
    assert column(7).notes == ["7 ukjent"]


def test_the_list_is_what_is_in_view():
    rows = [
        municipality("1804", "Bodø"),
        municipality("1806", "Narvik", stage="in_use"),
        municipality("4203", "Arendal", digi_region="Digi Agder"),
    ]
    assert [r.name for r in gap.listed(rows, None)] == ["Bodø", "Arendal"]
    assert [r.name for r in gap.listed(rows, "Digi Agder")] == ["Arendal"]


def test_neighbours_of_a_region_are_no_part_of_its_figures(view):
    agder = replace(view, region="Digi Agder", region_slug="digi-agder")
    rows = [municipality("4203", "Arendal", digi_region="Digi Agder"), municipality("1804", "Bodø")]
    outside, inside = gap.figure(rows, agder, LIGHT)["data"]
    assert (outside["locations"], outside["showlegend"]) == (["1804"], False)
    assert (inside["locations"], inside["name"]) == (["4203"], "Ikke tatt i bruk (1)")


def test_a_region_is_named_in_its_headline(view):
    agder = replace(view, region="Digi Agder", region_slug="digi-agder")
    assert gap.headline(agder, coverage("Digi Agder", not_adopted=3)) == (
        "3 kommuner i Digi Agder har ikke tatt i bruk Kjernejournal"
    )


def test_a_count_is_a_lower_bound_when_most_is_unknown(view):
    here = coverage(not_adopted=2, unknown=6, is_mostly_unknown=True)
    assert gap.headline(view, here) == "Minst 2 kommuner har ikke tatt i bruk Kjernejournal"
    assert gap.explanation(view, here, here)[0] == (
        "Kildene dekker ikke alle: 6 av 10 kommuner er ukjent."
    )
    (row,) = gap.region_rows(
        [coverage("Digi Agder", not_adopted=2, unknown=6, is_mostly_unknown=True)]
    )
    assert row[3].text == "–"


def test_the_nation_stands_below_the_regions_without_a_bar():
    rows = [
        coverage(not_adopted=30, municipalities=100),
        coverage("Digi Agder", not_adopted=2),
        coverage("Digi Viken", not_adopted=5),
    ]
    table = gap.region_rows(rows)
    assert [[cell.text for cell in row[:2]] for row in table] == [
        ["Viken", "5"],
        ["Agder", "2"],
        ["Hele landet", "30"],
    ]
    assert [row[2].bar for row in table] == [100, 40, None]
    assert [row[3].text for row in table] == ["50\u00a0%", "20\u00a0%", "30\u00a0%"]
    assert table[2][0].total
