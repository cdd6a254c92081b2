"""The June 2024 sources, misprints included, must give the figures that KS showed."""

import pytest

from pipeline.paths import QUESTIONS

NOT_ADOPTED = {
    "Digi Nordland": 9,
    "Digi Viken": 15,
    "Digi Innlandet": 16,
    "Digi Vestfold og Telemark": 7,
    "Digi Agder": 3,
    "Digi Vestland": 7,
    "Digi Trøndelag": 9,
    "Digi Troms og Finnmark": 19,
    "Digi Rogaland": 0,
    "Digi Møre og Romsdal": 0,
    "Digi Oslo": 0,
    "Hele landet": 85,
}


def test_85_municipalities_had_not_adopted_kjernejournal_and_they_lie_where_ks_said(real):
    rows = real(
        "SELECT digi_region, not_adopted FROM coverage WHERE solution_id = 'kjernejournal' "
        "AND as_of = DATE '2024-06-30'"
    )
    assert dict(rows) == NOT_ADOPTED


def test_the_rest_use_kjernejournal_by_the_silence_of_a_complete_list(real):
    assert real(
        "SELECT count(*), count(source_row) FROM adoption WHERE solution_id = 'kjernejournal' "
        "AND stage = 'in_use'"
    ) == [(272, 0)]


def test_the_nine_of_digi_nordland_are_enrolled_and_nobody_elses_name_is_known(real):
    enrolled = real(
        "SELECT m.digi_region, count(*), min(run_id) FROM adoption JOIN municipality AS m "
        "USING (municipality_code) WHERE solution_id = 'kjernejournal' AND enrolled GROUP BY ALL"
    )
    assert enrolled == [("Digi Nordland", 9, "kj-2024")]


def test_where_nobody_is_enrolled_it_is_false_and_where_nothing_says_it_is_null(real):
    answers = dict(
        real(
            "SELECT m.name, enrolled FROM adoption JOIN municipality AS m USING (municipality_code)"
            " WHERE solution_id = 'kjernejournal' AND m.name IN ('Sirdal', 'Gol', 'Oslo')"
        )
    )
    assert answers == {"Sirdal": False, "Gol": None, "Oslo": None}


def test_every_solution_and_date_has_all_357_municipalities(real):
    rows = real("SELECT solution_id, as_of, count(*) FROM adoption GROUP BY ALL")
    assert len(rows) == 7
    assert {count for *_, count in rows} == {357}


def test_every_row_of_every_file_is_accounted_for(real):
    rows = real(
        "SELECT path, rows_read, accepted + duplicate + review + ignored + rejected "
        "FROM source_file ORDER BY path"
    )
    assert [read for _, read, _ in rows] == [747, 73, 51, 52, 34]
    assert all(read == total for _, read, total in rows)


@pytest.mark.parametrize(
    ("solution", "region", "published", "counted"),
    [
        ("digihelse", "Digi Viken", 25, 26),
        ("vkp", "Digi Trøndelag", 16, 24),
        ("digihelsestasjon", "Hele landet", 157, 158),
        ("kjernejournal", "Hele landet", 85, 85),
    ],
)
def test_published_counts_stand_beside_the_rows(real, solution, region, published, counted):
    assert real(
        "SELECT published, counted, difference FROM control_total WHERE list = 'not_adopted' "
        "AND solution_id = ? AND digi_region = ?",
        solution,
        region,
    ) == [(published, counted, counted - published)]


def test_the_national_count_is_compared_with_the_sum_of_its_regions(real):
    rows = real(
        "SELECT published, published_parts FROM control_total WHERE digi_region = 'Hele landet' "
        "AND solution_id = 'digihelsestasjon' AND list = 'not_adopted'"
    )
    assert rows == [(157, 158)]


def test_a_total_row_larger_than_its_rows_shows_that_a_page_is_missing(real):
    assert real("SELECT published, counted FROM control_total WHERE list = 'total_row'") == [
        (2279442, 1747688)
    ]


def test_nine_misprints_are_settled_by_decisions_and_the_rest_stays_under_review(real):
    decided = real(
        "SELECT r.printed_name, m.name, r.solution_id FROM resolved_row AS r "
        "JOIN municipality AS m USING (municipality_code) WHERE rule = 'decision' "
        "ORDER BY source_row"
    )
    assert decided == [
        ("Hjeltnes", "Hjelmeland", "digihelse"),
        ("Kviteseid", "Kvitsøy", "digihelse"),
        ("Bertevåg", "Berlevåg", "digihelse"),
        ("Kvitseid", "Kviteseid", "digihelsestasjon"),
        ("Seljør", "Seljord", "digihelsestasjon"),
        ("Evje og Hornes", "Evje og Hornnes", "digihelsestasjon"),
        ("Got", "Gol", "vkp"),
        ("Etnø", "Etne", "vkp"),
        ("Ørtland", "Ørland", "vkp"),
    ]
    assert real("SELECT sum(accepted), sum(review), sum(ignored) FROM source_file") == [
        (938, 13, 1)
    ]
    assert {name for (name,) in real("SELECT printed FROM review")} == {
        "Valdres", "Sirdal", "Søndre Land", "Hå", "Gjesdal", "Våler", "Kvinnherad", "Lyng",
        "Namsskogan", "Drammen", "Asnes",
    }  # fmt: skip


def test_who_is_unknown_because_of_an_open_review_in_june(real):
    assert real(
        "SELECT a.solution_id, m.name FROM adoption AS a JOIN municipality AS m "
        "USING (municipality_code) WHERE a.stage = 'unknown' AND a.as_of = DATE '2024-06-30' "
        "ORDER BY ALL"
    ) == [
        ("digihelsestasjon", "Nord-Aurdal"),
        ("digihelsestasjon", "Sirdal"),
        ("digihelsestasjon", "Søndre Land"),
        ("vkp", "Indre Fosen"),
        ("vkp", "Lyngen"),
        ("vkp", "Overhalla"),
        ("vkp", "Våler"),
    ]


def test_drammen_stands_as_active_and_not_and_is_therefore_unknown(real):
    reviews = real(
        "SELECT source_row, reason, candidates FROM review WHERE printed_name = 'Drammen'"
    )
    assert reviews == [(51, "conflict", ["3301"]), (52, "conflict", ["3301"])]
    assert real(
        "SELECT stage FROM adoption WHERE municipality_code = '3301' AND solution_id = 'digihelse'"
        " AND as_of = DATE '2024-05-31'"
    ) == [("unknown",)]


def test_a_partial_page_leaves_everyone_it_does_not_name_unknown(real):
    assert real(
        "SELECT stage, count(*) FROM adoption WHERE solution_id = 'vkp' "
        "AND as_of = DATE '2024-05-31' GROUP BY ALL ORDER BY ALL"
    ) == [("in_use", 33), ("unknown", 324)]


def test_an_order_that_ks_counts_does_not_lower_a_municipality_that_nhn_saw_active(real):
    assert real(
        "SELECT stage, evidence_as_of::VARCHAR, source_row FROM adoption JOIN municipality "
        "USING (municipality_code) WHERE name = 'Asker' AND solution_id = 'digihelse' "
        "AND as_of = DATE '2024-06-30'"
    ) == [("in_use", "2024-05-31", 17)]


def test_a_municipality_set_up_without_activity_is_enabled_and_not_in_use(real):
    assert real(
        "SELECT stage FROM adoption JOIN municipality USING (municipality_code) "
        "WHERE name = 'Eidfjord' AND solution_id = 'digihelsestasjon' "
        "AND as_of = DATE '2024-05-31'"
    ) == [("enabled",)]


def test_municipalities_that_nhn_saw_in_use_and_ks_lists_are_told_apart(real):
    names = real(
        "SELECT m.name FROM contradiction JOIN municipality AS m USING (municipality_code) "
        "WHERE solution_id = 'digihelsestasjon' ORDER BY m.municipality_code"
    )
    assert [name for (name,) in names] == [
        "Arendal", "Askøy", "Alver", "Austrheim", "Fedje", "Aurland", "Årdal", "Fjaler",
    ]  # fmt: skip


def test_figures_that_the_registers_give_otherwise_are_found_and_no_others(real):
    assert real(
        "SELECT subject, measure, published, round(recomputed, 1) FROM recomputed WHERE differs "
        "ORDER BY measure"
    ) == [
        ("Gulen", "activity_per_1000", 10, 19.7),
        ("Hele landet", "population_in_use", 2279442, 2360234),
        ("Hele landet", "population_share", 42, 41.1),
    ]
    checked = dict(real("SELECT measure, count(*) FROM recomputed GROUP BY ALL"))
    assert checked["population"] == 33
    assert checked["activity_per_1000"] == 51


def test_seven_published_figures_differ_and_the_build_says_as_many(real):
    assert real("SELECT count(*) FROM control_total WHERE differs") == [(7,)]
    summary = (QUESTIONS / "summary.sql").read_text(encoding="utf-8")
    assert real(f"SELECT differing_totals FROM ({summary})") == [(7,)]


def test_no_real_file_is_held_back_and_kss_lists_speak_of_the_country(real):
    assert real("SELECT path FROM source_file WHERE verdict NOT IN ('clean', 'remarks')") == []
    assert set(real("SELECT DISTINCT complete, scope FROM source_file")) == {
        (True, "hele landet"),
        (False, "bare kommunene den nevner"),
    }
