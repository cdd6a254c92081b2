"""The rows of a list: who is on it, what is said of each, and what it must not claim."""

import pytest

from pipeline.build import build
from pipeline.errors import UserError
from pipeline.outreach import about
from pipeline.outreach.lists import refuse_silence, table
from tests.pipeline.outreach.conftest import lists_of

REGIONS = [
    "Digi Agder", "Digi Innlandet", "Digi Møre og Romsdal", "Digi Nordland", "Digi Oslo",
    "Digi Rogaland", "Digi Troms og Finnmark", "Digi Trøndelag", "Digi Vestfold og Telemark",
    "Digi Vestland", "Digi Viken",
]  # fmt: skip
SOLUTIONS = ("kjernejournal", "digihelse", "digihelsestasjon", "vkp")
GAP = "Løsning;Digi-region;Kommune\n"
ENROLMENT = "Løsning;Løp;Pulje;Kommune;Påmeldt dato;Status;Kontakt\n"


@pytest.fixture
def take(put, tmp_path):
    """Builds what was put, once, and takes a list from it."""
    made = []

    def listing(*asked, **narrowed):
        if not made:
            build(tmp_path / "raw", tmp_path / "warehouse")
            made.append(lists_of(tmp_path / "warehouse"))
        return made[0](*asked, **narrowed)

    return listing


def by_name(listing):
    return {row.name: row for row in listing.rows}


def column(listing, name):
    cells = (value for (value,) in table(listing, [name]))
    return dict(zip((row.name for row in listing.rows), cells, strict=True))


@pytest.mark.parametrize(
    ("solution", "gap"),
    [("kjernejournal", 85), ("digihelse", 190), ("digihelsestasjon", 152), ("vkp", 305)],
)
def test_the_gap_of_june_2024_is_the_list(real_list, solution, gap):
    rows = real_list("not-adopted", solution, as_of="2024-06").rows
    assert len(rows) == gap
    assert {row.stage for row in rows} == {"not_adopted"}


@pytest.mark.parametrize("solution", SOLUTIONS)
def test_a_list_of_all_has_every_municipality_once(real_list, solution):
    codes = [row.municipality_code for row in real_list("all", solution).rows]
    assert len(codes) == len(set(codes)) == 357


def test_who_is_not_known_to_be_outside_a_run_is_not_on_the_list_of_those_outside(real_list):
    listing = real_list("not-adopted-not-enrolled", "kjernejournal")
    assert len(listing.rows) == 3
    assert {row.enrolled for row in listing.rows} == {False}
    (said,) = listing.reservations
    assert said.startswith("Kjernejournal: 73 kommuner uten løsningen er ikke med")


def test_unknown_enrolment_is_told_as_unknown(real_list):
    told = column(real_list("not-adopted", "kjernejournal"), "enrolled")
    assert set(told.values()) == {"Ja", "Nei", "Ukjent"}
    assert list(told.values()).count("Ukjent") == 73


def test_the_enrolled_known_by_count_only_are_told_beside_the_names(real_list):
    listing = real_list("enrolled", "kjernejournal")
    assert len(listing.rows) == 9
    assert "47" in listing.reservations[0]


def test_an_empty_list_of_enrolled_says_that_nothing_is_known_of_them(real_list):
    listing = real_list("enrolled", "vkp")
    assert not listing.rows
    assert listing.reservations == [
        "VKP: ingen kilde sier ved navn om 305 kommuner uten løsningen er påmeldt."
    ]


def test_who_has_an_unknown_stage_is_told_and_on_no_list_but_all(real_list):
    listing = real_list("not-adopted", "vkp")
    assert "VKP: 4 kommuner er ikke med, fordi statusen er ukjent." in listing.reservations
    stages = [row.stage for row in real_list("all", "vkp").rows]
    assert stages.count("unknown") == 4


def test_several_solutions_and_regions_stand_in_one_list(real_list):
    regions = ["digi-nordland", "Digi Viken"]
    rows = real_list("not-adopted", *SOLUTIONS, regions=regions).rows
    assert {row.solution_id for row in rows} == set(SOLUTIONS)
    assert {row.digi_region for row in rows} == {"Digi Nordland", "Digi Viken"}


def test_stages_narrow_a_list(real_list):
    rows = real_list("all", "digihelse", stages=["Bestilt"]).rows
    assert {row.stage for row in rows} == {"ordered"}
    assert len(rows) == 154


def test_the_state_at_a_date_is_the_latest_evidence_not_after_it(put, take):
    put("nhn-2024-03/vkp.csv", "Kommune;Befolkning\nOslo;1\n")
    put("nhn-2024-05/vkp.csv", "Kommune;Befolkning\nOslo;1\nBodø;1\n")
    assert set(by_name(take("in-use", "vkp", as_of="2024-04"))) == {"Oslo"}
    assert set(by_name(take("in-use", "vkp", as_of="2024-05-30"))) == {"Oslo"}
    later = by_name(take("in-use", "vkp", as_of="2024-08"))
    assert set(later) == {"Oslo", "Bodø"}
    assert later["Oslo"].as_of.isoformat() == "2024-05-31"


def test_use_dates_from_the_first_source_that_shows_it_since_it_was_last_without(put, take):
    put("nhn-2024-02/vkp.csv", "Kommune;Befolkning\nOslo;1\nBodø;1\n")
    put("nhn-2024-03/vkp.csv", "Kommune;Befolkning\nBodø;1\nMoss;1\n")
    put("nhn-2024-05/vkp.csv", "Kommune;Befolkning\nOslo;1\nBodø;1\nMoss;1\n")
    since = {n: r.in_use_since.isoformat()[:7] for n, r in by_name(take("in-use", "vkp")).items()}
    assert since == {"Oslo": "2024-05", "Bodø": "2024-02", "Moss": "2024-03"}
    before = by_name(take("in-use", "vkp", as_of="2024-02"))
    assert before["Oslo"].in_use_since.isoformat() == "2024-02-29"


def test_mere_silence_on_a_list_of_gaps_dates_no_use(real_list):
    rows = real_list("in-use", "kjernejournal").rows
    assert len(rows) == 272
    assert {row.in_use_since for row in rows} == {None}


def test_silence_dates_use_when_the_municipality_was_known_to_be_without(put, take):
    put(
        "ks-2024-03/liste.csv",
        GAP + "VKP;Digi Agder;Risør\nVKP;Digi Agder;Lillesand\n",
    )
    put("ks-2024-06/liste.csv", GAP + "VKP;Digi Agder;Risør\n")
    for month in ("03", "06"):
        put(f"ks-2024-{month}/liste.csv.meta.toml", "covers = 'hele landet'")
    rows = by_name(take("in-use", "vkp"))
    assert rows["Lillesand"].in_use_since.isoformat() == "2024-06-30"
    assert rows["Oslo"].in_use_since is None


def test_an_enrolment_brings_its_run_wave_day_and_contact(put, take):
    put("ks-2024-06/liste.csv", GAP + "DHS;Digi Agder;Risør\n")
    put(
        "ks-2024-06/løp.csv",
        ENROLMENT + "DHS;dhs-2024;CGM;Risør;2024-05-10;Påmeldt;helse@risor.example\n",
    )
    row = by_name(take("enrolled", "digihelsestasjon"))["Risør"]
    assert (row.run_name, row.wave) == ("Felles innføringsløp DigiHelsestasjon 2024", "CGM")
    assert row.enrolled_date.isoformat() == "2024-05-10"
    assert row.contact == "helse@risor.example"


def test_ready_are_those_who_use_what_is_required_and_not_the_solution(put, take):
    status = "Bodø;Bruker Kjernejournal;Helse Nord\nNarvik;Teknisk tilrettelagt;Helse Nord\n"
    put("nhn-2024-05/kjernejournal.csv", "Kommune;Status;Helseregion\n" + status)
    put("nhn-2024-05/kjernejournal.csv.meta.toml", "complete = false")
    ready = take("ready", "sfm")
    assert set(by_name(ready)) == {"Bodø"}
    told = column(take("all", "sfm"), "requirements")
    assert told["Bodø"] == "Oppfylt"
    assert told["Narvik"] == "Mangler Kjernejournal"
    assert told["Oslo"] == "Ukjent for Kjernejournal"


def test_that_nobody_says_who_uses_the_solution_is_said_and_stands_in_the_file(real_list):
    told = (
        "SFM: ingen kilde sier hvem som bruker løsningen så langt, så listen viser alle som har "
        "det den forutsetter."
    )
    listing = real_list("ready", "sfm")
    assert listing.reservations == [told]
    assert told in [text for _, text in about.lines(listing)]


def test_whose_use_is_not_known_is_told_of_a_list_of_those_who_are_ready(put, take):
    kj = "Kommune;Status;Helseregion\n"
    put("nhn-2024-05/kj.csv", kj + "Oslo;Bruker;Helse Sør-Øst\nBergen;Bruker;Helse Vest\n")
    put("ks-2024-05/liste.csv", GAP + "PJD;Digi Oslo;Oslo\nPJD;Digi Nordland;Qwrtzx\n")
    put("ks-2024-05/liste.csv.meta.toml", "covers = 'hele landet'")
    listing = take("ready", "pjd")
    assert listing.reservations == [
        "PJD: det er ikke kjent om 41 kommuner bruker løsningen; de av dem som har det den "
        "forutsetter, er med."
    ]


def test_nothing_is_ready_for_what_requires_nothing(real_list):
    with pytest.raises(UserError, match=r"VKP har ingen forutsetninger .* listen not-adopted"):
        refuse_silence(real_list("ready", "vkp"))


def test_one_stage_that_can_stand_on_a_list_is_enough_to_ask_for_it(real_list):
    chosen = real_list("in-use", "vkp", stages=["in_use", "not_adopted"])
    refuse_silence(chosen)
    assert len(chosen.rows) == 48
    assert chosen.reservations == real_list("in-use", "vkp").reservations


def test_a_contradiction_warns_before_anybody_calls(real_list):
    told = column(real_list("not-adopted", "digihelsestasjon"), "remark")
    warned = [text for text in told.values() if text]
    assert len(warned) == 8
    assert all(text.startswith("NHN oppga «i bruk» per mai 2024") for text in warned)


def test_every_row_names_its_source_and_in_demo_figures_says_so(real_list, demo_list):
    assert set(column(real_list("not-adopted", "vkp"), "source").values()) == {
        "KS' fagwebinar om innføring av e-helseløsninger"
    }
    demo = column(demo_list("all", *SOLUTIONS), "source").values()
    assert all(source.startswith("Demodata") for source in demo)
    ready = column(demo_list("ready", "sfm"), "source").values()
    assert ready
    assert all(source.startswith("Demodata") for source in ready)


def test_a_row_that_rests_on_requirements_alone_carries_the_mark_too(put, take):
    put("nhn-2024-05/kjernejournal.csv", "Kommune;Status;Helseregion\nBodø;Bruker;Helse Nord\n")
    put("nhn-2024-05/kjernejournal.meta.toml", "demo = true")
    assert column(take("ready", "sfm"), "source") == {
        "Bodø": "Demodata; Utbredelse: det siste som er kjent om forutsetningene"
    }


def test_regional_solutions_hold_their_own_municipalities_only(real_list):
    rows = real_list("all", "helseplattformen").rows
    assert {row.health_region for row in rows} == {"Helse Midt-Norge"}
    assert len(rows) < 100


@pytest.mark.parametrize("name", ["not-adopted", "enrolled", "in-use", "all", "ready"])
def test_rows_stand_by_solution_then_region_then_name_in_norwegian_order(demo_list, name):
    solution = ["sfm"] if name == "ready" else ["vkp", "kjernejournal"]
    rows = demo_list(name, *solution).rows
    order = list(dict.fromkeys(row.solution_id for row in rows))
    assert order == [s for s in ("kjernejournal", "vkp", "sfm") if s in order]
    places = [(order.index(r.solution_id), REGIONS.index(r.digi_region)) for r in rows]
    assert places == sorted(places)


def test_names_stand_in_norwegian_order(real_list):
    names = [row.name for row in real_list("all", "vkp", regions=["digi-nordland"]).rows]
    assert names[0] == "Alstahaug"
    assert names[-3:] == ["Værøy", "Vågan", "Øksnes"]


def test_a_list_of_a_region_that_a_solution_is_not_meant_for_says_so(demo_list):
    asked = {"regions": ["Digi Agder", "Digi Viken"]}
    listing = demo_list("not-adopted", "helseplattformen", **asked)
    assert not listing.rows
    assert listing.reservations == [
        "Helseplattformen: løsningen er ikke ment for noen kommune i Digi Agder eller Digi Viken."
    ]
    told = demo_list("not-adopted", "helseplattformen", regions=["Digi Trøndelag"]).reservations
    assert not any("ikke ment for" in line for line in told)
