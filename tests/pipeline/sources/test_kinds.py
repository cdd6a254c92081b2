import re

import pytest

from pipeline.errors import UserError
from pipeline.paths import KINDS
from pipeline.sources.kinds import FIELDS, Expected, load_kinds, match_header, parse_kind

ALL_KINDS = load_kinds(KINDS)


def columns(*headings):
    """The kind that a header is of, and the column of each field found."""
    header = match_header(headings, ALL_KINDS)
    return header and (header.kind.id, {FIELDS[place]: column for place, column in header.places})


@pytest.mark.parametrize(
    "heading",
    [
        "BEFOLKNING",
        "  befolkning\u00a0",
        "Befolk\u00adning",
        "Befolkning, antall",
        "Befolkning (antall)",
        "Befolkning [personer]",
        "Befolkning\n(antall)",
        "Befolkning antall",
        "Befolkning:",
        "Befolkning (per 1.1.2024)",
        "\ufeffBefolkning",
    ],
)
def test_a_heading_is_known_in_any_dress(heading):
    assert columns("Kommune", heading) == ("nhn_vkp_list", {"name": 0, "population": 1})


@pytest.mark.parametrize(
    "heading",
    ["Befolkning (%)", "Befolkning, prosent", "Befolkning (andel)", "Befolkning, endring"],
)
def test_a_unit_that_makes_another_figure_of_a_column_is_no_added_unit(heading):
    assert columns("Kommune", heading) is None


@pytest.mark.parametrize(
    "unit", ["(pr. 1000 innbyggere)", "per 1 000 innbyggere", "pr 1000 innbyggere"]
)
def test_activity_per_1000_is_never_taken_for_activity(unit):
    headings = ("Kommune", f"Sum på avtaleutsending {unit}", "Sum på\navtaleutsending")
    assert columns(*headings) == (
        "nhn_digihelsestasjon_activity",
        {"name": 0, "activity": 2, "activity_per_1000": 1},
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Kommunenummer", "KOMMUNENUMMER", "Kommunenr", "Kommunenr.", "Kommune-nr.", "Kommune nr",
        "Kommune (nr)", "Knr", "Knr.", "K.nr.", "Komm.nr.", "Komm. nr", "Kommnr", "Kommunekode",
    ],
)  # fmt: skip
def test_every_kind_may_carry_a_code_by_any_of_its_names(heading):
    assert columns(heading, "Kommune", "Befolkning") == (
        "nhn_vkp_list",
        {"name": 1, "population": 2, "code": 0},
    )


@pytest.mark.parametrize(
    "heading",
    ["Organisasjonsnummer", "Organisasjonsnr.", "Orgnr", "Org.nr.", "Org nr", "ORGNUMMER"],
)
def test_every_kind_may_carry_organisation_numbers(heading):
    assert columns("Løsning", "Digi-region", "Kommune", heading)[1]["org_number"] == 3


def test_a_column_of_codes_headed_like_the_names_is_not_read_as_names():
    assert columns("Kommune (kode)", "Kommune", "Befolkning")[1]["name"] == 1


def test_a_dash_or_space_in_a_heading_makes_no_difference():
    for heading in ("Digi region", "Digi–region", "DIGI-REGION"):
        assert columns("Løsning", heading, "Kommune")[0] == "ks_not_adopted"


PLAIN = {"title": "T", "owner": "NHN", "evidence": "positive", "columns": {"name": ["Kommune"]}}
PLAIN["stage"] = {"listed": "in_use"}


def test_a_kind_says_what_is_expected_of_it_and_else_the_usual_holds():
    said = {"rhythm": "quarterly", "silent_change": 0.2, "rows_kept": 0.5}
    assert parse_kind("x", {**PLAIN, "expected": said}, "x.toml").expected == (3, 0.2, 0.5)
    assert parse_kind("x", PLAIN, "x.toml").expected == Expected()


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ({"rhythm": "ofte"}, "expected.rhythm = 'ofte'"),
        ({"rows_kept": 80}, "expected.rows_kept = 80"),
        ({"rows": 357}, "expected.rows"),
    ],
)
def test_what_nobody_can_expect_is_told_with_its_field(expected, told):
    with pytest.raises(UserError, match=re.escape(told)):
        parse_kind("x", {**PLAIN, "expected": expected}, "x.toml")
