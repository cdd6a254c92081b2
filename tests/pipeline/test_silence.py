"""Silence means something only when nothing that was lost could have broken it."""

import pytest

KS = "Løsning;Digi-region;Kommune\n"
VKP = "Kommune;Befolkning\n"
KJ = "Kommune;Status;Helseregion\n"
WHOLE = "covers = 'hele landet'"
DIGIHELSE = "Kommunenavn;Aktiv Digihelse\n"

STAGE = (
    "SELECT stage FROM adoption JOIN municipality USING (municipality_code) "
    "WHERE name = ? AND as_of = (SELECT max(as_of) FROM adoption) AND solution_id = ?"
)


@pytest.mark.parametrize(
    "line",
    [
        'Kjernejournal;Digi Innlandet;"Alvdal',
        "Kjernejournal;Digi Innlandet;Alvdal;ekstra",
        "Kjernejurnal;Digi Innlandet;Alvdal",
    ],
)
def test_a_line_that_cannot_be_read_makes_the_municipality_in_it_unknown(put, ask, line):
    put("ks-2024-06/liste.csv", KS + f"Kjernejournal;Digi Agder;Risør\n{line}\n")
    put("ks-2024-06/liste.csv.meta.toml", WHOLE)
    assert ask("SELECT count(*) FROM rejected_row") == [(1,)]
    assert ask(STAGE, "Alvdal", "kjernejournal") == [("unknown",)]
    assert ask(STAGE, "Oslo", "kjernejournal") == [("in_use",)]


@pytest.mark.parametrize("line", ["Bergen;ca. 290000", "Bergen;1;2"])
def test_a_positive_list_with_a_spoilt_line_lists_nobody_as_not_adopted(put, ask, line):
    put("nhn-2024-05/vkp.csv", VKP + f"Oslo;717710\n{line}\n")
    assert ask(STAGE, "Bergen", "vkp") == [("unknown",)]


def test_a_spoilt_status_is_not_silence(put, ask):
    put("nhn-2024-05/kj.csv", KJ + "Oslo;Bruker;Helse Sør-Øst\nSandnes;Kanskje;Helse Vest\n")
    assert ask(STAGE, "Sandnes", "kjernejournal") == [("unknown",)]


def test_a_note_below_a_list_that_names_nobody_changes_nothing(put, ask):
    put("nhn-2024-05/vkp.csv", VKP + "Oslo;717710\nKilde: Norsk helsenett\n")
    assert ask(STAGE, "Bergen", "vkp") == [("not_adopted",)]


def test_a_name_like_nobodys_silences_its_region_and_only_that(put, ask):
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Trøndelag;Qwrtzx\nVKP;Digi Trøndelag;Oppdal\n")
    put("ks-2024-06/liste.csv.meta.toml", WHOLE)
    assert ask(STAGE, "Overhalla", "vkp") == [("unknown",)]
    assert ask(STAGE, "Oppdal", "vkp") == [("not_adopted",)]
    assert ask(STAGE, "Bergen", "vkp") == [("in_use",)]


def test_a_name_like_nobodys_without_a_region_silences_the_file(put, ask):
    put("nhn-2024-05/vkp.csv", VKP + "Oslo;717710\nQwrtzx;1\n")
    assert ask("SELECT stage, count(*) FROM adoption GROUP BY ALL ORDER BY ALL") == [
        ("in_use", 1),
        ("unknown", 356),
    ]


def test_silenced_silence_does_not_undo_what_was_known_before(put, ask):
    put("nhn-2024-05/vkp.csv", VKP + "Malvik;14783\nOslo;717710\n")
    put("ks-2024-06/liste.csv", KS + "VKP;Digi Trøndelag;Qwrtzx\n")
    assert ask(STAGE, "Malvik", "vkp") == [("in_use",)]


def test_a_table_that_should_name_everybody_says_nothing_of_those_it_leaves_out(put, ask):
    put("ks-2024-06/liste.csv", KS + "DigiHelse;Digi Vestland;Bergen\n")
    put("nhn-2024-07/digihelse.csv", DIGIHELSE + "Oslo;Aktiv\n")
    assert ask(STAGE, "Bergen", "digihelse") == [("not_adopted",)]


def test_what_is_said_outweighs_the_silence_of_another_part_of_the_list(put, ask):
    put("ks-2024-06/agder.csv", KS + "VKP;Digi Agder;Risør\n")
    put("ks-2024-06/vestland.csv", KS + "VKP;Digi Vestland;Voss\n")
    assert ask(STAGE, "Risør", "vkp") == [("not_adopted",)]
    assert ask(STAGE, "Voss", "vkp") == [("not_adopted",)]


def test_a_later_report_that_sees_only_use_does_not_deny_an_earlier_order(put, ask):
    put("ks-2024-06/liste.csv", KS + "DigiHelse;Digi Rogaland;Sola\n")
    put("nhn-2024-07/digihelse.csv", DIGIHELSE + "Sandnes;-\nSola;-\nBergen;Aktiv\n")
    put("nhn-2024-08/digihelse.csv", DIGIHELSE + "Sandnes;-\nSola;-\nBergen;-\n")
    assert ask(STAGE, "Sandnes", "digihelse") == [("ordered",)]
    assert ask(STAGE, "Sola", "digihelse") == [("not_adopted",)]
    assert ask(STAGE, "Bergen", "digihelse") == [("not_adopted",)]


def test_a_municipality_that_the_solution_is_not_meant_for_goes_to_review(put, ask):
    put(
        "ks-2024-06/liste.csv",
        KS + "Helseplattformen;Digi Oslo;Oslo\nHelseplattformen;Digi Trøndelag;Oppdal\n",
    )
    assert ask("SELECT printed_name, reason FROM review") == [("Oslo", "region_mismatch")]
    assert ask("SELECT stage FROM adoption WHERE municipality_code = '5021'") == [("not_adopted",)]
