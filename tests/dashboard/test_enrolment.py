from datetime import date

import pytest

from dashboard import enrolment
from dashboard.theme import LIGHT
from tests.dashboard.conftest import coverage, municipality


@pytest.mark.parametrize(
    ("gap", "enrolled", "share"),
    [
        (0, None, "no_gap"),
        (9, None, "unknown"),
        (3, 0, "none"),
        (9, 2, "some"),
        (16, 8, "most"),
        (9, 9, "all"),
    ],
)
def test_a_region_is_drawn_by_its_share_of_enrolled(gap, enrolled, share):
    row = coverage("Digi Agder", not_adopted=gap, enrolled=enrolled)
    assert enrolment.share_class(row) == share


def test_what_nothing_says_is_a_dash_and_not_zero():
    rows = enrolment.region_rows([coverage("Digi Agder", not_adopted=3)])
    assert [cell.text for cell in rows[0]] == ["Agder", "3", "–", "–", "–"]


def test_no_source_is_told_apart_from_nobody(view):
    assert enrolment.headline(view, coverage(not_adopted=3)).startswith("Ingen kilde sier")
    assert enrolment.headline(view, coverage(not_adopted=3, enrolled=0)) == (
        "0 av 3 kommuner uten Kjernejournal er påmeldt felles innføringsløp"
    )


def test_all_eleven_regions_are_drawn_with_their_counts(view):
    from dashboard.geometry import digi_regions
    from dashboard.wording import region_slug

    names = ["Digi Agder", "Digi Møre og Romsdal", "Digi Trøndelag"]
    rows = [coverage(name, not_adopted=4, enrolled=1) for name in names]
    figure = enrolment.figure(rows, view, LIGHT)
    assert sorted(figure["data"][0]["locations"]) == sorted(map(region_slug, names))
    assert figure["data"][1]["text"] == ["1 av 4"] * 3
    assert len(digi_regions().points) == 11


def test_only_names_that_are_known_are_listed(view):
    rows = [
        municipality("1804", "Bodø", enrolled=True, run_name="Løp 2024", wave="1"),
        municipality("1806", "Narvik", enrolled=None),
        municipality("1811", "Bindal", enrolled=False),
    ]
    (column,) = enrolment.name_columns(view, rows)
    assert [name.note for name in column.names] == [""]
    assert column.notes == ["Løp 2024, pulje 1"]


def test_the_page_says_whether_it_shows_published_counts_or_names(view):
    counts = coverage(not_adopted=5, enrolled=3, enrolled_published=3)
    assert enrolment.explanation(counts)[1].startswith("Tallene er publiserte antall")
    names = coverage(
        not_adopted=5,
        enrolled=2,
        enrolled_named=2,
        enrolled_in_all=4,
        enrolled_published=3,
        enrolment_unknown=1,
        names_as_of=date(2024, 9, 30),
    )
    assert enrolment.explanation(names) == [
        "3 gjenstår uten å være påmeldt.",
        "Navn fra påmeldingslisten per september 2024. Listen har også 2 kommuner som ikke er "
        "kjent som uten løsningen. Listen sier ikke sikkert om 1 kommune er påmeldt. KS "
        "publiserte selv 3 påmeldte uten løsningen for hele landet, 1 flere enn her, der de er "
        "talt opp ved navn.",
    ]
    alike = enrolment.explanation(names._replace(enrolled_published=2))[1]
    assert alike.endswith("KS publiserte det samme antallet.")
    assert enrolment.headline(view, names).startswith("2 av 5 kommuner")


def test_the_enrolled_are_told_also_where_nobody_is_known_to_lack_the_solution(view):
    here = coverage(enrolled=0, enrolled_named=0, enrolled_in_all=4, names_as_of=date(2024, 9, 30))
    assert enrolment.headline(view, here) == (
        "4 kommuner er påmeldt felles innføringsløp for Kjernejournal"
    )
    assert enrolment.explanation(here) == ["Navn fra påmeldingslisten per september 2024."]
    nobody = here._replace(enrolled_in_all=0)
    assert enrolment.headline(view, nobody) == (
        "Ingen kommuner er påmeldt felles innføringsløp for Kjernejournal"
    )


def test_those_of_which_it_is_unknown_whether_they_lack_the_solution_are_told():
    here = coverage(not_adopted=1, enrolled=1, unknown=352)
    assert enrolment.explanation(here)[:2] == [
        "0 gjenstår uten å være påmeldt.",
        "352 kommuner er ikke med: det er ukjent om løsningen er tatt i bruk der.",
    ]
    of_all = coverage(not_adopted=0, enrolled=0, unknown=357)
    assert not any("ikke med" in line for line in enrolment.explanation(of_all))


def test_a_run_with_several_waves_is_named_once_above_a_column_of_names_with_their_waves(view):
    rows = [
        municipality("1804", "Bodø", enrolled=True, run_name="Løp 2024", wave="1"),
        municipality("1806", "Narvik", enrolled=True, run_name="Løp 2024", wave="2"),
    ]
    (column,) = enrolment.name_columns(view, rows)
    assert column.notes == ["Løp 2024"]
    assert [name.note for name in column.names] == ["pulje\u00a01", "pulje\u00a02"]
    (column,) = enrolment.name_columns(view, rows[:1])
    assert [name.text for name in column.names] == ["Bodø"]
