"""The real lists of 2024, against a truth written down row by row by a person."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pipeline.paths import RAW

TRUTH = Path(__file__).with_name("june_2024_truth.csv")
NOT_ADOPTED = RAW / "ks-webinar-2024-06" / "ikke_tatt_i_bruk.csv"
NHN = RAW / "nhn-2024-05"


def table(path: Path, delimiter: str, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


ROWS = table(TRUTH, ",")


def recognised(recogniser, row):
    return recogniser.recognise(
        row["printed_name"], hint=row["printed_region"], as_of=date(2024, 6, 30)
    )


def test_the_truth_covers_every_row_of_the_lists():
    printed = [(row["Digi-region"], row["Kommune"]) for row in table(NOT_ADOPTED, ";")]
    assert [(row["printed_region"], row["printed_name"]) for row in ROWS] == printed
    assert [int(row["source_row"]) for row in ROWS] == list(range(2, 749))


def test_every_row_with_one_sure_meaning_is_recognised_and_no_other_row_is(recogniser):
    wrong = []
    for row in ROWS:
        result = recognised(recogniser, row)
        if (result.code or "", result.reason or "") != (
            row["expected_code"],
            row["expected_reason"],
        ):
            wrong.append((row["source_row"], row["printed_name"], result))
    assert wrong == []


def test_728_rows_are_accepted_and_19_go_to_review():
    reasons = Counter(row["expected_reason"] or "accepted" for row in ROWS)
    assert reasons == {
        "accepted": 728,
        "unknown_name": 10,
        "region_mismatch": 8,
        "not_a_municipality": 1,
    }


@pytest.mark.parametrize(
    "row",
    [row for row in ROWS if row["right_suggestion"]],
    ids=lambda row: f"{row['printed_name']}, {row['printed_region']}",
)
def test_the_right_suggestion_comes_first_where_a_person_can_say_which_it_is(recogniser, row):
    assert recognised(recogniser, row).candidates[0].code == row["right_suggestion"]


@pytest.mark.parametrize(
    "row",
    [r for r in ROWS if r["expected_reason"] == "region_mismatch"],
    ids=lambda row: f"{row['printed_name']}, {row['printed_region']}",
)
def test_a_sure_name_in_a_wrong_region_suggests_the_municipality_of_that_name(
    recogniser, register, row
):
    suggested = {c.code for c in recognised(recogniser, row).candidates}
    assert row["printed_name"] in {register.municipalities[code].name for code in suggested}


def test_lyng_under_trondelag_has_no_far_fetched_suggestion(recogniser):
    assert recogniser.recognise("Lyng", hint="Digi Trøndelag").candidates == ()


def test_kviteseid_under_rogaland_could_be_kvitsoy_or_kviteseid(recogniser):
    result = recogniser.recognise("Kviteseid", hint="Digi Rogaland")
    assert [c.code for c in result.candidates] == ["1144", "4028"]


def test_valdres_could_mean_each_of_its_six_municipalities(recogniser):
    result = recogniser.recognise("Valdres", hint="Digi Innlandet")
    assert result.could_mean == ("3449", "3450", "3451", "3452", "3453", "3454")
    assert len(result.candidates) == 5


@pytest.mark.parametrize(
    ("file", "column", "encoding", "under_review"),
    [
        ("digihelse_status_2024-05_side1.csv", "Kommunenavn", "utf-8-sig", []),
        ("digihelsestasjon_avtaler_2024-05_side1.csv", "Kommune", "utf-8-sig", ["Asnes"]),
        ("vkp_kommuner_2024-05_side2.csv", "Kommune", "cp1252", ["Totalt"]),
    ],
)
def test_the_names_of_norsk_helsenett_need_no_region(
    recogniser, register, file, column, encoding, under_review
):
    review = []
    for row in table(NHN / file, ";", encoding):
        result = recogniser.recognise(row[column], as_of=date(2024, 5, 31))
        if result.code is None:
            review.append(row[column])
        else:
            municipality = register.municipalities[result.code]
            names = {municipality.name, *municipality.parallel_names}
            assert set(row[column].replace("Deatnu-Tana", "Tana").split(" - ")) <= names
    assert review == under_review


def test_os_in_the_vkp_list_is_the_one_with_1891_inhabitants(recogniser, register):
    code = recogniser.recognise("Os", as_of=date(2024, 5, 31)).code
    assert (code, register.municipalities[code].population) == ("3430", 1891)


def test_asnes_is_suggested_to_be_asnes_with_a_ring_but_not_taken(recogniser):
    result = recogniser.recognise("Asnes", as_of=date(2024, 5, 31))
    assert (result.code, result.reason) == (None, "unknown_name")
    assert [c.code for c in result.candidates] == ["3418"]
