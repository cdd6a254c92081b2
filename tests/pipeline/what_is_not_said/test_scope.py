"""A file speaks of those it covers: its silence says nothing of anybody else."""

import shutil

import pytest

from pipeline.paths import RAW
from tests.answers import Answers
from tests.unsaid import (
    EVERY,
    codes,
    findings,
    held_back,
    kj,
    ks,
    lay,
    says,
    says_of,
    scope,
    some,
    spoken_of,
    stages,
    verdict,
    vkp,
)
from tests.workbooks import workbook

KJ, KS, VKP = "nhn-2024-06/kj.csv", "ks-2024-06/liste.csv", "nhn-2024-06/vkp.csv"
JUNE = "2024-06-30"
EVERYBODY = {one.municipality_code for one in EVERY}
THREE, WEST = some(3, "Digi Nordland"), some(5, "Helse Vest")
NORTH = ["Nordland", "Troms"]
TOTALS = "Løsning;Liste;Digi-region;Antall\n"


def test_an_export_filtered_to_a_region_speaks_of_that_region(put, ask):
    lay(put, "04-filter-in-footer")
    assert verdict(ask, KJ) in ("clean", "remarks")
    assert scope(ask, KJ) == "Helse Vest"
    assert spoken_of(ask, KJ) == codes("Helse Vest")
    assert stages(ask, "kjernejournal", JUNE) == {"in_use": 66, "unknown": 291}


def test_a_list_of_one_region_leaves_the_others_unknown(put, ask):
    lay(put, "05-list-of-one-region")
    path = "ks-2024-06/ikke_nordland.csv"
    assert verdict(ask, path) in ("clean", "remarks")
    assert scope(ask, path) == "Digi Nordland"
    assert stages(ask, "kjernejournal", JUNE) == {"not_adopted": 3, "in_use": 38, "unknown": 316}


def test_a_list_of_one_region_beside_the_real_files_changes_nobody_elsewhere(put, tmp_path):
    shutil.copytree(RAW, tmp_path / "raw")
    lay(put, "05-list-of-one-region")
    (tmp_path / "raw/ks-2024-06").rename(tmp_path / "raw/ks-2024-07")
    latest = (
        "SELECT solution_id, municipality_code, arg_max(stage, as_of) FROM adoption GROUP BY ALL"
    )
    path, nordland = "ks-2024-07/ikke_nordland.csv", codes("Digi Nordland")
    ask = Answers(tmp_path / "raw")
    changed = {*ask(latest)} ^ {*Answers(RAW)(latest)}
    assert {(solution, code in nordland) for solution, code, _ in changed} == {
        ("kjernejournal", True)
    }
    assert stages(ask, "kjernejournal", "2024-07-31") == {"in_use": 278, "not_adopted": 79}
    assert (verdict(ask, path), scope(ask, path)) == ("remarks", "Digi Nordland")
    assert "Digi Agder" in findings(ask, path)["region_gone"]


# Filters stand above the header too: https://github.com/MicrosoftDocs/powerbi-docs/issues/666
def test_an_english_filter_above_the_header_of_a_sheet_is_the_scope(put, ask):
    path, listed = "nhn-2024-06/vkp.xlsx", [[one.name, one.population] for one in WEST]
    filters = ["Applied filters:\nHelseregion is Helse Vest\nStatus is not (Blank)"]
    put(path, workbook({"Export": [filters, [], ["Kommune", "Befolkning"], *listed]}))
    assert scope(ask, path) == "Helse Vest"
    assert spoken_of(ask, path) == codes("Helse Vest")


# Whoever exports forgets that a filter is set: https://github.com/deldersveld/rDataTable/issues/4
def test_a_filter_above_the_header_or_below_the_table_is_the_scope(put, ask):
    above = {
        "Kjernejournal": ('"Filtre som er brukt:\nFylke er Nordland eller Troms"', NORTH),
        "DigiHelse": ("Inkludert (2) Nordland, Troms", NORTH),
        "DigiHelsestasjon": ("Filter: Fylke = Vestfold", ["Vestfold"]),
        "VKP": ("Kommuner i Finnmark som ikke har tatt i bruk VKP", ["Finnmark"]),
    }
    for solution, (printed, covered) in above.items():
        put(f"ks-2024-06/{solution}.csv", f"{printed}\n\n{ks(some(4, *covered), solution)}")
    below = "\nBrukte filtre:\nFylke er Nordland eller Troms\n"
    put("ks-2024-06/SFM.csv", ks(some(9, *NORTH), "SFM") + below)
    expected = {solution: codes(*covered) for solution, (_, covered) in above.items()}
    expected["SFM"] = codes(*NORTH)
    assert {s: spoken_of(ask, f"ks-2024-06/{s}.csv") for s in expected} == expected
    assert "Vestfold" in scope(ask, "ks-2024-06/DigiHelsestasjon.csv")


def test_a_filter_that_leaves_a_region_out_covers_the_others(put, ask):
    put(VKP, vkp(WEST) + '\n"Brukte filtre:\nHelseregion er ikke Helse Nord"\n')
    assert spoken_of(ask, VKP) == EVERYBODY - codes("Helse Nord")


# Page fields stand two rows above a pivot table: https://github.com/dfinke/ImportExcel/issues/173
def test_the_page_field_of_a_pivot_table_is_the_scope(put, ask):
    put(VKP, "Fylke;Nordland\nÅr;(Alle)\n\n" + vkp(some(4, "Nordland")))
    assert "Nordland" in scope(ask, VKP)
    assert spoken_of(ask, VKP) == codes("Nordland")


def test_a_filter_that_is_not_understood_holds_the_file_back(put, ask):
    put(VKP, "Fylke;(Flere elementer)\n\n" + vkp(some(20)))
    put(KJ, '"Applied filters:\nKommunegruppe is ASSS"\n\n' + kj(some(20)))
    assert "Fylke" in held_back(ask, VKP)["filter"]
    assert "Kommunegruppe" in held_back(ask, KJ)["filter"]


def test_a_filter_that_somebody_has_looked_at_holds_nothing_back(put, ask):
    put(VKP, '"Applied filters:\nKommunegruppe is ASSS"\n\n' + vkp(some(20)))
    put(f"{VKP}.meta.toml", 'confirmed = "Gruppen er alle kommuner"\nconfirmed_by = "Kari"\n')
    assert verdict(ask, VKP) == "remarks"
    assert says(ask, VKP)["in_use"] == 20


def test_what_restricts_nothing_leaves_the_whole_country(put, ask):
    put(VKP, vkp(some(20)) + "\nNo filters applied\nMerknad: Helse Vest har nytt journalsystem.\n")
    put(KJ, kj(some(20)) + '\n"Applied filters:\nStatus is not (Blank)"\n')
    for path in (VKP, KJ):
        assert (verdict(ask, path), scope(ask, path)) == ("clean", "hele landet")
        assert spoken_of(ask, path) == EVERYBODY


def test_a_list_of_two_regions_speaks_of_both(put, ask):
    put(KS, ks(some(4, "Digi Agder", "Digi Vestland")))
    assert {"Digi Agder", "Digi Vestland"} <= {*scope(ask, KS).replace(", ", " og ").split(" og ")}
    assert spoken_of(ask, KS) == codes("Digi Agder", "Digi Vestland")


# A filter on one state zeroes all others: https://github.com/cfpb/ccdb5-api/pull/143
def test_a_status_table_with_rows_of_one_health_region_says_nothing_of_the_others(put, ask):
    put(KJ, kj(some(12, "Helse Nord")))
    assert scope(ask, KJ) == "Helse Nord"
    assert spoken_of(ask, KJ) == codes("Helse Nord")


def test_a_filter_and_a_region_column_cover_what_both_cover(put, ask):
    put(KJ, kj(some(6, "Rogaland")) + "\nBrukte filtre:\nFylke er Rogaland\n")
    assert spoken_of(ask, KJ) == codes("Rogaland")


# Whoever is not in a partial file is not gone: https://github.com/atrocore/atrodam/issues/94
def test_what_a_sidecar_covers_is_its_own_file_and_complete_widens_nothing(put, ask):
    covered = {
        "Kjernejournal": ('covers = ["Digi Agder"]', codes("Digi Agder")),
        "DigiHelse": ('covers = ["Digi Nordland", "Vestland"]', codes("Digi Nordland", "Vestland")),
        "DigiHelsestasjon": ('covers = "hele landet"', EVERYBODY),
        "SFM": ("complete = true", codes("Digi Nordland")),
        "PLL": ("complete = false", {one.municipality_code for one in THREE}),
        "VKP": ("", codes("Digi Nordland")),
    }
    for solution, (sidecar, _) in covered.items():
        listed = some(3, "Digi Agder") if solution == "Kjernejournal" else THREE
        put(f"ks-2024-06/{solution}.csv", ks(listed, solution))
        put(f"ks-2024-06/{solution}.csv.meta.toml", sidecar)
    assert {s: spoken_of(ask, f"ks-2024-06/{s}.csv") for s in covered} == {
        solution: reach for solution, (_, reach) in covered.items()
    }


def test_a_range_of_a_sorted_table_covers_those_between(put, ask):
    ends = [one for one in EVERY if one.name in ("Kristiansand", "Kvam", "Levanger")]
    put(VKP, vkp(sorted(ends, key=lambda one: one.name)))
    put(f"{VKP}.meta.toml", 'covers = "Kristiansand–Levanger"')
    put(KJ, kj(sorted(ends, key=lambda one: one.name)))
    put(f"{KJ}.meta.toml", 'covers = {from = "Kristiansand", to = "Levanger"}')
    for path in (VKP, KJ):
        assert scope(ask, path) == "Kristiansand–Levanger"
        assert says_of(ask, "Kvinesdal", path) == "not_adopted"
        assert {says_of(ask, name, path) for name in ("Alta", "Oslo", "Ål")} == {None}


def test_a_list_as_long_as_the_published_national_count_is_the_whole_countrys(put, ask):
    viken = some(40, "Digi Viken")
    lists = {"DigiHelse": (THREE, 3), "SFM": (THREE, 85), "KJ": (viken, 42), "VKP": (viken, 43)}
    for solution, (listed, _) in lists.items():
        put(f"ks-2024-06/{solution}.csv", ks(listed, solution))
    counts = [f"{s};Ikke tatt i bruk;Hele landet;{count}\n" for s, (_, count) in lists.items()]
    put("ks-2024-06/tall.csv", TOTALS + "".join(counts))
    assert {s: scope(ask, f"ks-2024-06/{s}.csv") for s in lists} == {
        "DigiHelse": "hele landet",
        "SFM": "Digi Nordland",
        "KJ": "hele landet",
        "VKP": "Digi Viken",
    }
    assert spoken_of(ask, "ks-2024-06/KJ.csv") == EVERYBODY
    assert spoken_of(ask, "ks-2024-06/VKP.csv") == codes("Digi Viken")


def test_a_count_widens_the_list_of_its_own_solution_only(put, ask):
    put(KS, ks(THREE) + ks(THREE, "VKP").partition("\n")[2])
    put("ks-2024-06/tall.csv", f"{TOTALS}KJ;Ikke tatt i bruk;Hele landet;3\n")
    assert scope(ask, KS) == "Kjernejournal: hele landet; ellers Digi Nordland"
    assert ask(
        "SELECT solution_id FROM evidence JOIN municipality USING (municipality_code) "
        "WHERE name = 'Oslo'"
    ) == [("kjernejournal",)]


def test_a_count_in_another_folder_counts_when_the_sidecar_names_it(put, ask):
    put(KS, ks(THREE))
    put(f"{KS}.meta.toml", "totals = 'ks-tall-2024-06/tall.csv'")
    put("ks-2024-06/vkp.csv", ks(THREE, "VKP"))
    counts = "KJ;Ikke tatt i bruk;Hele landet;3\nVKP;Ikke tatt i bruk;Hele landet;3\n"
    put("ks-tall-2024-06/tall.csv", TOTALS + counts)
    assert spoken_of(ask, KS) == EVERYBODY
    assert spoken_of(ask, "ks-2024-06/vkp.csv") == codes("Digi Nordland")


def test_a_region_that_stood_on_the_list_before_and_is_gone_is_asked_about(put, ask):
    both = some(6, "Digi Agder", "Digi Innlandet")
    put("ks-2024-05/liste.csv", ks(both))
    put(KS, ks(some(3, "Digi Innlandet")))
    assert "Digi Agder" in findings(ask, KS)["region_gone"]
    (gone,) = (one for one in both if one.digi_region == "Digi Agder")
    assert says_of(ask, gone.name, KS) is None


@pytest.mark.parametrize(
    "path", ["nhn-2024-06/vkp_nordland.csv", "nhn-2024-06/Digi Nordland/vkp.csv"]
)
def test_a_file_called_after_a_region_speaks_of_that_region(put, ask, path):
    put(path, vkp(some(4, "Nordland")))
    assert scope(ask, path) == "Nordland"
    assert spoken_of(ask, path) == codes("Nordland")


def test_a_file_called_after_a_municipality_and_a_county_speaks_of_everybody(put, ask):
    put("nhn-2024-06/vkp_oslo.csv", vkp(some(4)))
    assert spoken_of(ask, "nhn-2024-06/vkp_oslo.csv") == EVERYBODY


def test_what_a_sidecar_covers_goes_before_a_filter_that_nobody_understands(put, ask):
    put(VKP, '"Applied filters:\nKommunegruppe is ASSS"\n\n' + vkp(some(20)))
    put(f"{VKP}.meta.toml", 'covers = "hele landet"')
    assert (verdict(ask, VKP), spoken_of(ask, VKP)) == ("clean", EVERYBODY)


@pytest.mark.parametrize(
    ("path", "note"),
    [
        (VKP, "Bare Oslo mangler i tabellen."),
        ("nhn-2024-06/fra Nordland/vkp.csv", ""),
    ],
)
def test_a_file_with_rows_from_all_over_is_asked_what_area_it_is_of(put, ask, path, note):
    put(path, f"{vkp(some(40))}\n{note}\n")
    assert "covers" in held_back(ask, path)["outside"]


@pytest.mark.parametrize(
    "around",
    [
        "Region: Hele landet",
        "Fylke;Alle fylker",
        "Filter: Ingen",
        "Filtre som er brukt:\nÅr er 2024\nKilde: NHN\nEksportert 03.07.2024",
    ],
)
def test_lines_that_name_no_filter_hold_nothing_back(put, ask, around):
    put(VKP, f"{vkp(some(40))}\n{around}\n")
    put(KJ, f"{around}\n\n{kj(some(40))}")
    assert [(held_back(ask, path), scope(ask, path)) for path in (VKP, KJ)] == [
        ({}, "hele landet")
    ] * 2


def test_a_table_that_holds_for_a_county_is_of_that_county(put, ask):
    put(VKP, f"Gjelder for Nordland\n\n{vkp(some(9, 'Nordland'))}")
    assert spoken_of(ask, VKP) == codes("Nordland")


@pytest.mark.parametrize(
    "note",
    [
        "Exported data exceeded the allowed volume. Some data may have been omitted.",
        "Viser topp 20 kommuner",
    ],
)
def test_a_table_that_says_it_was_cut_holds_itself_back(put, ask, note):
    put(VKP, f"{note}\n\n{vkp(some(20))}")
    put(KJ, f"{kj(some(20))}\n{note}\n")
    for path in (VKP, KJ):
        assert note[:20] in held_back(ask, path)["filter"]


@pytest.mark.parametrize("title", ["Kommuner på VKP i Nordland", "Nordland", "Nordland – VKP"])
def test_a_table_below_the_name_of_a_region_speaks_of_that_region(put, ask, title):
    put(VKP, f"{title}\n\n{vkp(some(9, 'Nordland'))}")
    assert spoken_of(ask, VKP) == codes("Nordland")


def test_a_title_of_who_is_not_there_is_no_scope(put, ask):
    put(VKP, f"Helse Midt-Norge er ikke med\n\n{vkp(some(40))}")
    assert held_back(ask, VKP) == {}


@pytest.mark.parametrize(
    "below",
    [
        "Brukte filtre:\nKommune er ikke Uoppgitt",
        "Brukte filtre:\n:",
        "NHN planlegger å oppdatere denne listen hver måned i tiden som kommer.",
    ],
)
def test_what_leaves_out_nobody_and_prose_below_hold_nothing_back(put, ask, below):
    put(VKP, f'{vkp(some(20))}\n"{below}"\n')
    assert (verdict(ask, VKP), spoken_of(ask, VKP)) == ("clean", EVERYBODY)


def test_a_list_of_all_of_a_region_as_users_is_asked_about_too(put, ask):
    agder = [one for one in EVERY if one.county_name == "Agder"]
    put("nhn-2024-06/kommuner_i_agder.csv", vkp(agder))
    assert "25 av 25" in held_back(ask, "nhn-2024-06/kommuner_i_agder.csv")["everybody"]


def test_of_two_namesakes_a_sidecar_cannot_say_which_it_covers(put, ask):
    put(VKP, vkp(some(4)))
    put(f"{VKP}.meta.toml", 'covers = ["Våler"]')
    assert verdict(ask, VKP) == "unusable"
