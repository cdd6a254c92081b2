"""The table that any solution's status can come in: the solution stands in the row."""

import pytest

from pipeline.errors import UserError
from pipeline.paths import KINDS
from pipeline.sources.kinds import load_kinds, match_header
from pipeline.sources.rows import UnknownKindError, read_tables

TABLE = "Kommune;Løsning;Status\n"
STAGES = (
    "SELECT solution_id, name, stage FROM adoption JOIN municipality USING (municipality_code) "
    "WHERE stage <> 'unknown' ORDER BY ALL"
)
ALL_KINDS = load_kinds(KINDS)


def kind_of(*headings):
    header = match_header(headings, ALL_KINDS)
    return header and header.kind.id


def test_a_table_of_several_solutions_gives_each_its_stages(put, ask):
    rows = "Oslo;SFM;I bruk\nBergen;Sentral forskrivningsmodul;Bestilt\nOslo;kosy;Nei\n"
    put("nhn-2026-06/status.csv", TABLE + rows + "Voss;KoSy;Teknisk tilrettelagt\nMoss;SFM;?\n")
    assert ask(STAGES) == [
        ("kosy", "Oslo", "not_adopted"),
        ("kosy", "Voss", "enabled"),
        ("sfm", "Bergen", "ordered"),
        ("sfm", "Oslo", "in_use"),
    ]


def test_a_solution_that_it_does_not_name_gets_nothing_from_it(put, ask):
    put("nhn-2026-06/status.csv", TABLE + "Oslo;SFM;I bruk\n")
    assert ask("SELECT DISTINCT solution_id FROM evidence") == [("sfm",)]
    assert ask("SELECT solution_id, count(*) FROM adoption GROUP BY ALL") == [("sfm", 357)]


def test_whoever_it_does_not_name_keeps_what_was_known(put, ask):
    put("nhn-2026-05/status.csv", TABLE + "Oslo;SFM;I bruk\nBergen;SFM;Nei\n")
    put("nhn-2026-06/status.csv", TABLE + "Bergen;SFM;Ja\nBergen;KoSy;Ja\n")
    latest = "SELECT stage, count(*) FROM adoption WHERE as_of = '2026-06-30' "
    assert ask(latest + "AND solution_id = 'sfm' GROUP BY ALL ORDER BY ALL") == [
        ("in_use", 2),
        ("unknown", 355),
    ]
    assert ask(latest + "AND solution_id = 'kosy' GROUP BY ALL ORDER BY ALL") == [
        ("in_use", 1),
        ("unknown", 356),
    ]


def test_numbers_do_for_names(put, ask):
    put("nhn-2026-06/status.csv", "Løsning;Kommunenummer;Status\nSFM;0301;I bruk\nPLL;301;Nei\n")
    assert ask(STAGES) == [("pll", "Oslo", "not_adopted"), ("sfm", "Oslo", "in_use")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Oslo;Tull;I bruk", "ukjent løsning «Tull»"),
        ("Oslo;;I bruk", "ukjent løsning «»"),
        ("Oslo;SFM;Kanskje", "ukjent status «Kanskje»"),
        (";SFM;I bruk", "linjen mangler kommune"),
    ],
)
def test_a_row_that_cannot_be_read_is_rejected_with_the_reason(put, ask, row, reason):
    put("nhn-2026-06/status.csv", f"{TABLE}Voss;SFM;I bruk\n{row}\n")
    assert ask("SELECT line, reason FROM rejected_row") == [(row, reason)]
    assert ask(STAGES) == [("sfm", "Voss", "in_use")]


def test_a_municipality_outside_a_solutions_geography_goes_to_review(put, ask):
    rows = "Oslo;Helseplattformen;I bruk\nTrondheim;Helseplattformen;I bruk\nOslo;SFM;Nei\n"
    put("nhn-2026-06/status.csv", TABLE + rows)
    assert ask("SELECT printed_name, solution_id, reason FROM review") == [
        ("Oslo", "helseplattformen", "region_mismatch")
    ]
    assert ask(STAGES) == [
        ("helseplattformen", "Trondheim", "in_use"),
        ("sfm", "Oslo", "not_adopted"),
    ]


def test_two_answers_for_one_solution_are_a_conflict_and_for_two_are_not(put, ask):
    rows = "Oslo;SFM;I bruk\nOslo;SFM;Nei\nOslo;PLL;Nei\nOslo;PLL;Nei\n"
    put("nhn-2026-06/status.csv", TABLE + rows)
    assert ask("SELECT solution_id, reason FROM review") == [("sfm", "conflict")] * 2
    assert ask("SELECT accepted, duplicate, review FROM source_file") == [(1, 1, 2)]
    assert ask(STAGES) == [("pll", "Oslo", "not_adopted")]


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (("Kommune", "Løsning", "Status"), "portfolio_status"),
        (("Løsning", "Kommunenr.", "Status"), "portfolio_status"),
        (("Løsning", "Digi-region", "Kommune", "Status"), "portfolio_status"),
        (("Løsning", "Helseregion", "Kommune", "Status"), "portfolio_status"),
        (("Løsning", "Digi-region", "Kommune"), "ks_not_adopted"),
        (("Kommune", "Helseregion", "Status"), "nhn_kjernejournal_status"),
        (("Løsning", "Løp", "Kommune", "Påmeldt dato", "Status"), "enrolment"),
        (("Løsning", "Løp", "Kommune", "Status"), None),
        (("Løsning", "Kommune", "Påmeldt dato", "Status"), None),
        (("Løsning", "Pulje", "Kommune", "Status"), None),
        (("Løsning", "Digi-region", "Kommune", "Status påmelding"), None),
        (("Løsning", "Pulje", "Digi-region", "Kommune", "Status"), None),
        (("Løsning", "Status"), None),
    ],
)
def test_it_is_told_from_the_lists_that_look_like_it(headings, kind):
    assert kind_of(*headings) == kind


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.id)
@pytest.mark.parametrize("with_all", [False, True])
def test_every_kind_is_known_by_its_own_columns_and_no_other_explains_as_much(kind, with_all):
    fields = {**kind.columns, **(kind.optional if with_all else {})}
    if not fields.keys() & {"name", "code", "org_number"} and kind.evidence == "status":
        fields |= {"name": kind.optional["name"]}
    assert kind_of(*(names[0] for names in fields.values())) == kind.id


def test_a_table_without_municipalities_is_told_what_it_lacks():
    with pytest.raises(UserError, match="linje 1 mangler kolonnen «Kommune»"):
        read_tables("Løsning;Status\nSFM;I bruk\n", ALL_KINDS)


def test_a_table_about_solutions_is_not_nearly_one():
    with pytest.raises(UnknownKindError):
        read_tables("Løsning;Eier\nSFM;NHN\n", ALL_KINDS)
