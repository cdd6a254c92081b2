"""Who is enrolled, as lists from a form name them."""

from shutil import copytree

import pytest

from pipeline.errors import UserError
from pipeline.paths import KINDS, REGISTER
from pipeline.sources.kinds import load_kinds, match_header
from tests.workbooks import workbook

HEADER = (
    "Løsning;Løp;Pulje;Kommune;Kommunenummer;Påmeldt dato;Statusdato;Journalsystem (EPJ);Status;"
    "Kontakt\n"
)
RISOR = "DigiHelsestasjon;dhs-2024;CGM;Risør;;2024-05-10;;CGM;Påmeldt;postmottak\n"
AMLI = "DigiHelsestasjon;dhs-2024;;;4217;01.06.2024;;;Påmeldt;\n"
STATE = (
    "SELECT as_of::VARCHAR, enrolled, wave, completed FROM adoption "
    "WHERE municipality_code = '4201' AND solution_id = 'digihelsestasjon' ORDER BY as_of"
)
ACTIVITY = "Kommune;Sum på avtaleutsending;Sum på avtaleutsending pr. 1000 innbyggere\n"


def row(name="Risør", status="Påmeldt", **cells):
    given = {
        "solution": "DigiHelsestasjon", "run": "dhs-2024", "wave": "", "enrolled_on": "2024-05-10",
        "status_on": "", **cells,
    }  # fmt: skip
    return (
        "{solution};{run};{wave};{name};;{enrolled_on};{status_on};;{status};\n".format(
            name=name, status=status, **given
        )
    )  # fmt: skip


def test_a_list_names_the_enrolled_with_run_wave_date_vendor_and_contact(put, ask):
    put("ks-2024-06/liste.csv", HEADER + RISOR + AMLI)
    assert ask(
        "SELECT municipality_code, run_id, wave, enrolled_date::VARCHAR, journal_vendor, contact "
        "FROM enrolment WHERE enrolled ORDER BY ALL"
    ) == [
        ("4201", "dhs-2024", "CGM", "2024-05-10", "CGM", "postmottak"),
        ("4217", "dhs-2024", None, "2024-06-01", None, None),
    ]


def test_whoever_a_complete_list_does_not_name_is_not_enrolled(put, ask):
    put("ks-2024-06/liste.csv", HEADER + RISOR)
    assert ask("SELECT enrolled, count(*) FROM adoption GROUP BY 1 ORDER BY 1") == [
        (False, 356),
        (True, 1),
    ]


def test_a_partial_list_says_nothing_of_those_it_does_not_name(put, ask):
    put("ks-2024-06/liste.csv", HEADER + RISOR)
    put("ks-2024-06/liste.csv.meta.toml", "complete = false")
    assert ask("SELECT count(enrolled) FROM adoption") == [(1,)]


def test_the_state_at_a_date_is_what_the_latest_list_not_after_it_says(put, ask):
    put("ks-2024-06/liste.csv", HEADER + RISOR)
    put("ks-2024-07/liste.csv", HEADER + row(status="Avmeldt", status_on="2024-07-02"))
    put("ks-2024-08/liste.csv", HEADER + row(status="Fullført", wave="Pulje CGM"))
    assert ask(STATE) == [
        ("2024-06-30", True, "CGM", False),
        ("2024-07-31", False, None, False),
        ("2024-08-31", True, "CGM", True),
    ]


@pytest.mark.parametrize(("again", "enrolled"), [("2024-05-10", True), ("2024-01-10", False)])
def test_an_undated_withdrawal_ends_its_own_enrolment_and_no_later_one(put, ask, again, enrolled):
    left = row(status="Avmeldt", enrolled_on="2024-01-10")
    put("ks-2024-06/liste.csv", HEADER + left + row(enrolled_on=again))
    assert ask(STATE) == [("2024-06-30", enrolled, None, False)]


@pytest.mark.parametrize("left_on", ["2024-06-01", "2024-06-15"])
def test_whoever_moves_from_one_wave_to_another_stays_enrolled(put, ask, left_on):
    left = row(status="Avmeldt", wave="InfoDoc", status_on=left_on)
    put("ks-2024-06/liste.csv", HEADER + left + row(wave="CGM", enrolled_on="2024-06-01"))
    left = row(status="Avmeldt", wave="CGM", enrolled_on="2024-06-01", status_on="2024-07-01")
    put("ks-2024-07/liste.csv", HEADER + left)
    assert ask(STATE) == [
        ("2024-06-30", True, "CGM", False),
        ("2024-07-31", False, None, False),
    ]


def test_whoever_a_newer_whole_list_leaves_out_is_unknown_until_a_list_names_it(put, ask):
    put("ks-2024-06/liste.csv", HEADER + RISOR + AMLI)
    put("ks-2024-07/liste.csv", HEADER + AMLI)
    put("ks-2024-08/liste.csv", HEADER + AMLI)
    put("ks-2024-09/liste.csv", HEADER + RISOR + AMLI)
    assert [enrolled for _, enrolled, *_ in ask(STATE)] == [True, None, None, True]
    assert ask(
        "SELECT as_of::VARCHAR, left_out.as_of::VARCHAR, left_out.path FROM enrolment_of_run "
        "WHERE left_out IS NOT NULL ORDER BY 1"
    ) == [
        ("2024-07-31", "2024-07-31", "ks-2024-07/liste.csv"),
        ("2024-08-31", "2024-07-31", "ks-2024-07/liste.csv"),
    ]
    assert ask(
        "SELECT enrolled FROM run WHERE digi_region = 'Hele landet' AND wave = 'Alle' "
        "ORDER BY as_of"
    ) == [(2,), (1,), (1,), (2,)]


def test_whoever_one_of_two_whole_lists_of_a_date_leaves_out_is_unknown(put, ask):
    put("ks-2024-06/a.csv", HEADER + RISOR + AMLI)
    put("ks-2024-06/b.csv", HEADER + AMLI)
    assert ask(STATE) == [("2024-06-30", None, None, None)]
    assert ask("SELECT municipality_code FROM adoption WHERE enrolled") == [("4217",)]


def test_whoever_a_list_of_one_wave_has_left_and_that_of_another_has_enrolled_is_enrolled(put, ask):
    left = row(status="Avmeldt", wave="InfoDoc", status_on="2024-06-01")
    put("ks-2024-06/a.csv", HEADER + AMLI + left)
    put("ks-2024-06/b.csv", HEADER + AMLI + row(wave="CGM", enrolled_on="2024-06-01"))
    assert ask(STATE) == [("2024-06-30", True, "CGM", False)]


def test_two_lists_of_a_date_that_name_nobody_in_common_are_parts_of_one(put, ask):
    put("ks-2024-06/a.csv", HEADER + RISOR)
    put("ks-2024-06/b.csv", HEADER + AMLI)
    assert ask("SELECT count(*) FROM adoption WHERE enrolled") == [(2,)]


def test_two_sheets_of_a_list_leave_nobody_out(put, ask):
    head = HEADER.strip().split(";")
    sheets = {"A": [head, RISOR.strip().split(";")], "B": [head, AMLI.strip().split(";")]}
    put("ks-2024-06/liste.xlsx", workbook(sheets))
    assert ask("SELECT municipality_code FROM adoption WHERE enrolled ORDER BY 1") == [
        ("4201",),
        ("4217",),
    ]


def test_a_part_of_a_list_leaves_nobody_out(put, ask):
    put("ks-2024-06/liste.csv", HEADER + RISOR + AMLI)
    put("ks-2024-07/liste.csv", HEADER + AMLI)
    put("ks-2024-07/liste.csv.meta.toml", "complete = false")
    assert [enrolled for _, enrolled, *_ in ask(STATE)] == [True, True]


@pytest.mark.parametrize("ended", ["Avmeldt", "Fullført"])
def test_what_has_ended_stays_so_when_later_lists_leave_it_out(put, ask, ended):
    put("ks-2024-06/liste.csv", HEADER + row(status=ended, status_on="2024-06-02") + AMLI)
    put("ks-2024-07/liste.csv", HEADER + AMLI)
    assert [enrolled for _, enrolled, *_ in ask(STATE)] == [ended == "Fullført"] * 2


@pytest.fixture
def add_run(monkeypatch, tmp_path):
    """Writes a line in a copy of the register of runs, and lets the build use that."""
    register = copytree(REGISTER, tmp_path / "register")
    monkeypatch.setattr("pipeline.inputs.REGISTER", register)

    def write(line: str) -> None:
        with (register / "joint_rollouts.csv").open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    return write


@pytest.fixture
def second_run(add_run):
    add_run("andre,digihelsestasjon,Andre løp,nasjonalt,,,,,,,test")


@pytest.mark.parametrize("printed", ["Pulje 7", "pulje  7", "7"])
def test_a_wave_may_be_called_wave_in_the_register_too(put, ask, add_run, printed):
    add_run("tredje,digihelsestasjon,Tredje løp,nasjonalt,,Pulje 7,,,,,test")
    put("ks-2024-06/liste.csv", HEADER + row(run="tredje", wave=printed))
    assert ask(STATE) == [("2024-06-30", True, "7", False)]


def test_a_list_of_another_run_leaves_nobody_out(put, ask, second_run):
    put("ks-2024-06/liste.csv", HEADER + RISOR)
    put("ks-2024-07/liste.csv", HEADER + row("Åmli", run="andre"))
    assert [enrolled for _, enrolled, *_ in ask(STATE)] == [True, True]


def test_whoever_is_left_out_of_one_run_and_named_in_another_is_enrolled_in_that(
    put, ask, second_run
):
    put("ks-2024-05/liste.csv", HEADER + row(run="andre", enrolled_on="2024-05-01"))
    put("ks-2024-06/liste.csv", HEADER + RISOR + AMLI)
    put("ks-2024-07/liste.csv", HEADER + AMLI)
    assert ask(
        "SELECT enrolled, run_id FROM enrolment WHERE municipality_code = '4201' ORDER BY as_of"
    )[-1] == (True, "andre")


def test_history_keeps_what_later_lists_have_changed_and_tells_a_repeated_event_once(put, ask):
    put("ks-2024-06/liste.csv", HEADER + row())
    put("ks-2024-07/liste.csv", HEADER + row())
    put("ks-2024-08/liste.csv", HEADER + row(status="Avmeldt", status_on="2024-08-02"))
    assert ask(
        "SELECT event, event_on::VARCHAR, first_as_of::VARCHAR, last_as_of::VARCHAR, source_path, "
        "source_row FROM enrolment_history"
    ) == [
        ("enrolled", "2024-05-10", "2024-06-30", "2024-07-31", "ks-2024-06/liste.csv", 2),
        ("withdrawn", "2024-08-02", "2024-08-31", "2024-08-31", "ks-2024-08/liste.csv", 2),
    ]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"run": "tull"}, "ukjent innføringsløp «tull» for DigiHelsestasjon"),
        ({"run": "kj-2024"}, "ukjent innføringsløp «kj-2024» for DigiHelsestasjon"),
        ({"run": "", "wave": "CGM"}, "pulje «CGM» står uten innføringsløp"),
        ({"run": ""}, "linjen mangler innføringsløp"),
        ({"wave": "9"}, "ukjent pulje «9» i Felles innføringsløp DigiHelsestasjon 2024"),
        ({"solution": "Faks"}, "ukjent løsning «Faks»"),
        ({"status": "Kanskje"}, "ukjent status «Kanskje»"),
        ({"enrolled_on": "10.05.24"}, "«10.05.24» er ingen dato"),
        ({"enrolled_on": "2024-12-01"}, "«2024-12-01» er etter datoen filen gjelder for"),
        ({"status_on": "2024-05-01"}, "«2024-05-01» er før påmeldingen «2024-05-10»"),
    ],
)
def test_a_row_that_cannot_be_used_is_rejected_with_one_reason(put, ask, cells, reason):
    put("ks-2024-06/liste.csv", HEADER + AMLI + row(**cells))
    assert ask("SELECT source_row, reason FROM rejected_row") == [(3, reason)]


def test_a_rejected_row_leaves_open_whether_its_municipality_is_enrolled(put, ask):
    put("ks-2024-06/liste.csv", HEADER + AMLI + row(wave="9"))
    assert ask(STATE) == [("2024-06-30", None, None, None)]


def test_the_rejected_rows_of_a_later_list_leave_those_they_name_open(put, ask):
    put("ks-2024-06/liste.csv", HEADER + RISOR + AMLI)
    put("ks-2024-07/liste.csv", HEADER + AMLI + row(run="tull") + row("Bodø", run="tull"))
    assert ask(
        "SELECT municipality_code, enrolled FROM adoption "
        "WHERE as_of = '2024-07-31' AND enrolled IS NOT false ORDER BY 1"
    ) == [("1804", None), ("4201", None), ("4217", True)]


def test_a_list_of_which_every_row_is_rejected_is_held_back_and_what_was_known_stands(put, ask):
    put("ks-2024-06/liste.csv", HEADER + RISOR + AMLI)
    put("ks-2024-07/liste.csv", HEADER + row(run="tull") + row("Bodø", run="tull"))
    assert ask("SELECT verdict FROM source_file ORDER BY path") == [("clean",), ("held_back",)]
    assert ask(
        "SELECT as_of::VARCHAR, municipality_code FROM adoption WHERE enrolled ORDER BY ALL"
    ) == [("2024-06-30", "4201"), ("2024-06-30", "4217")]


def test_until_a_list_can_be_read_published_counts_say_who_is_enrolled(put, ask):
    put("ks-2024-05/liste.csv", "Løsning;Digi-region;Kommune\nDHS;Digi Agder;Risør\n")
    put(
        "ks-2024-05/totaler.csv",
        "Løsning;Liste;Digi-region;Antall\nDHS;Ikke tatt i bruk;Digi Agder;1\n"
        "DHS;Påmeldt felles innføringsløp;Digi Agder;1\n",
    )
    put("ks-2024-06/pamelding.csv", HEADER + row("Bodø", run="tull"))
    assert ask(STATE) == [("2024-05-31", True, None, None)]


def test_a_municipality_outside_the_geography_goes_to_review(put, ask, add_run):
    add_run("hp-2024,helseplattformen,Løp HP,regionalt,,,,,,Helse Midt-Norge,test")
    put(
        "ks-2024-06/liste.csv",
        HEADER
        + row("Risør", solution="Helseplattformen", run="hp-2024")
        + row("Levanger", solution="Helseplattformen", run="hp-2024"),
    )
    assert ask("SELECT printed_name, reason, event FROM review") == [
        ("Risør", "region_mismatch", "enrolled")
    ]
    assert ask("SELECT municipality_code FROM adoption WHERE enrolled") == [("5037",)]


def test_a_municipality_outside_the_area_of_a_run_is_not_enrolled_in_it(put, ask, add_run):
    add_run("agder,digihelsestasjon,Løp Agder,regionalt,,,,,,Digi Agder,test")
    put("ks-2024-06/liste.csv", HEADER + row(run="agder") + row("Bodø", run="agder"))
    assert ask("SELECT reason FROM rejected_row") == [("Løp Agder gjelder bare Digi Agder",)]
    assert ask(
        "SELECT municipality_code, enrolled FROM enrolment WHERE enrolled IS NOT false ORDER BY 1"
    ) == [
        ("1804", None),
        ("4201", True),
    ]


@pytest.mark.parametrize(
    ("wave", "vendor", "fault"),
    [
        ("HsPro/Visma", "CGM", "gjelder bare HsPro/Visma, og journalsystemet er «CGM»"),
        ("HsPro/Visma", "Visma Flyt", None),
        ("CGM", "CGM Helsestasjon", None),
        ("CGM", "", None),
        ("CGM", "WinMed", None),
        ("", "InfoDoc", None),
    ],
)
def test_a_journal_system_that_another_wave_is_for_is_refused(put, ask, wave, vendor, fault):
    asked = row(wave=wave).replace(";;Påmeldt", f";{vendor};Påmeldt")
    put("ks-2024-06/liste.csv", HEADER + AMLI + asked)
    told = f"Felles innføringsløp DigiHelsestasjon 2024, pulje {wave} {fault}"
    assert ask("SELECT reason FROM rejected_row") == ([(told,)] if fault else [])
    assert ask(STATE)[0][1] == (None if fault else True)


def test_a_journal_system_is_held_against_the_run_where_no_wave_is_given(put, ask, add_run):
    add_run("cgm,digihelsestasjon,Løp CGM,delvis nasjonalt,,,,CGM,,,test")
    asked = row(run="cgm").replace(";;Påmeldt", ";InfoDoc;Påmeldt")
    put("ks-2024-06/liste.csv", HEADER + AMLI + asked)
    assert ask("SELECT reason FROM rejected_row") == [
        ("Løp CGM gjelder bare CGM, og journalsystemet er «InfoDoc»",)
    ]


def test_two_rows_of_one_day_that_differ_are_a_conflict_and_settle_nothing(put, ask):
    put("ks-2024-06/liste.csv", HEADER + AMLI + row(wave="CGM") + row(wave="InfoDoc"))
    assert ask("SELECT reason, count(*) FROM review GROUP BY 1") == [("conflict", 2)]
    assert ask(STATE) == [("2024-06-30", None, None, None)]


def test_a_name_under_review_says_nothing_of_anybodys_stage(put, ask):
    put("nhn-2024-06/dhs.csv", ACTIVITY + "Kviteseid;5;1\n")
    put("ks-2024-06/liste.csv", HEADER + AMLI + row("Kvitseid"))
    assert ask("SELECT stage, enrolled FROM adoption WHERE municipality_code = '4028'") == [
        ("in_use", None)
    ]
    assert ask("SELECT count(*) FROM review_effect") == [(0,)]


def test_names_take_over_from_published_counts_from_their_date_on(put, ask):
    put("ks-2024-05/liste.csv", "Løsning;Digi-region;Kommune\nDHS;Digi Agder;Risør\n")
    for month in ("05", "06", "07"):
        put(
            f"ks-2024-{month}/totaler.csv",
            "Løsning;Liste;Digi-region;Antall\nDHS;Ikke tatt i bruk;Digi Agder;1\n"
            "DHS;Påmeldt felles innføringsløp;Digi Agder;1\n",
        )
    put("ks-2024-06/pamelding.csv", HEADER + AMLI)
    assert ask(
        "SELECT as_of::VARCHAR, enrolled_published, names_as_of::VARCHAR, enrolled, "
        "enrolled_of_gap FROM coverage WHERE digi_region = 'Digi Agder' ORDER BY as_of"
    ) == [("2024-05-31", 1, None, 1, 1), ("2024-06-30", 1, "2024-06-30", 1, 0)]
    assert ask(STATE)[1][:2] == ("2024-06-30", False)


def test_an_enrolment_list_that_lacks_a_column_is_never_a_list_of_who_has_not_adopted():
    kinds = load_kinds(KINDS)
    assert match_header(["Løsning", "Løp", "Digi-region", "Kommune", "Status"], kinds) is None


def test_a_run_tells_its_members_and_the_time_from_enrolment_to_use(put, ask):
    put("ks-2024-06/liste.csv", HEADER + RISOR + AMLI + row("Gjerstad", "Avmeldt"))
    put("nhn-2024-06/dhs.csv", ACTIVITY + "Åmli;0;0\n")
    put("nhn-2024-08/dhs.csv", ACTIVITY + "Risør;5;1\n")
    put("nhn-2024-12/dhs.csv", ACTIVITY + "Risør;5;1\nÅmli;5;1\n")
    facts = (
        "SELECT enrolled, withdrawn, completed, in_use, median_days, followed_180, in_use_180, "
        "days_left FROM run WHERE digi_region = ? AND wave = ? ORDER BY as_of"
    )
    assert ask(facts, "Hele landet", "Alle") == [
        (2, 1, 0, 0, None, 0, 0, 0),
        (2, 1, 0, 1, 113.0, 0, 0, -62),
        (2, 1, 0, 2, 163.0, 2, 1, -184),
    ]
    assert ask(facts, "Digi Agder", "CGM")[-1] == (1, 0, 0, 1, 113.0, 1, 1, -184)
    assert ask(facts, "Digi Viken", "Alle")[-1] == (0, 0, 0, 0, None, 0, 0, -184)


def test_use_before_enrolment_counts_as_use_and_not_as_time(put, ask):
    put("nhn-2024-04/dhs.csv", ACTIVITY + "Risør;5;1\n")
    put("ks-2024-12/liste.csv", HEADER + RISOR)
    assert ask(
        "SELECT in_use, timed, followed_180 FROM run "
        "WHERE digi_region = 'Hele landet' AND wave = 'Alle' ORDER BY as_of DESC LIMIT 1"
    ) == [(1, 0, 0)]


def test_whoever_used_it_at_the_first_look_is_in_use_and_gives_no_time(put, ask):
    put("ks-2024-06/liste.csv", HEADER + RISOR + AMLI)
    put("nhn-2025-02/dhs.csv", ACTIVITY + "Risør;5;1\n")
    put("nhn-2025-03/dhs.csv", ACTIVITY + "Risør;5;1\nÅmli;5;1\n")
    assert ask(
        "SELECT in_use, median_days, timed, followed_180, in_use_180 FROM run "
        "WHERE digi_region = 'Hele landet' AND wave = 'Alle' ORDER BY as_of DESC LIMIT 1"
    ) == [(2, 303.0, 1, 1, 0)]


def test_a_run_that_no_list_names_anybody_of_has_no_counts(put, ask):
    put("nhn-2024-04/dhs.csv", ACTIVITY + "Risør;5;1\n")
    assert ask(
        "SELECT enrolled, days_left FROM run WHERE digi_region = 'Hele landet' AND wave = 'Alle'"
    ) == [(None, 61)]


def test_a_kind_with_a_word_that_is_no_event_is_refused(tmp_path):
    text = (KINDS / "enrolment.toml").read_text(encoding="utf-8")
    (tmp_path / "enrolment.toml").write_text(
        text.replace('"withdrawn"', '"left"'), encoding="utf-8"
    )
    with pytest.raises(UserError, match="left"):
        load_kinds(tmp_path)
