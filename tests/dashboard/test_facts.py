import csv
import io
from datetime import date

import pytest

from dashboard import facts
from tests.dashboard.conftest import municipality

CONTRADICTED = {
    "earlier_stage": "in_use",
    "earlier_owner": "NHN",
    "earlier_as_of": date(2024, 5, 31),
}


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "linje 7 i ks-2024-06/liste.csv (KS, per juni 2024)"),
        ({"source_row": None}, "står ikke på listen, som er komplett"),
        ({"stage": "unknown", "review_name": "Bdø"}, "«Bdø» er til avklaring"),
        ({"source_path": None}, "Ingen kilde sier noe om kommunen."),
    ],
)
def test_every_fact_says_what_it_rests_on(values, told):
    assert told in dict(facts.facts(municipality("1804", "Bodø", **values)))["Bygger på"]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"enrolled": None}, "Ikke kjent"),
        ({"enrolled": False}, "Ikke påmeldt"),
        ({"enrolled": True}, "Påmeldt"),
        ({"enrolled": True, "run_name": "Løp 2024"}, "Påmeldt: Løp 2024"),
    ],
)
def test_not_known_is_not_the_same_as_not_enrolled(values, told):
    assert dict(facts.facts(municipality("1804", "Bodø", **values)))["Innføringsløp"] == told


def test_a_contradiction_warns_before_anybody_calls():
    told = facts.warning(municipality("4203", "Arendal", **CONTRADICTED))
    assert told.startswith("NHN oppga «i bruk» per mai 2024")
    assert facts.warning(municipality("1804", "Bodø")) == ""


def test_the_list_carries_date_source_and_warning_in_every_row(view):
    rows = [municipality("0301", "Oslo"), municipality("4203", "Arendal", **CONTRADICTED)]
    content = facts.list_file(rows, view).decode("utf-8-sig")
    read = list(csv.DictReader(io.StringIO(content), delimiter=";"))
    assert [row["Kommunenummer"] for row in read] == ["0301", "4203"]
    assert {row["Status per"] for row in read} == {"2024-06-30"}
    assert {row["Kilde"] for row in read} == {"KS' liste"}
    assert "NHN oppga" in read[1]["Merknad"]


def test_a_marked_list_is_marked_in_every_row_once(view):
    sources = ("KS' liste", None, "Demodata: syntetisk")
    rows = [municipality("0301", "Oslo", source=source) for source in sources]
    content = facts.list_file(rows, view, "Demodata").decode("utf-8-sig")
    read = list(csv.DictReader(io.StringIO(content), delimiter=";"))
    told = ["Demodata; KS' liste", "Demodata", "Demodata: syntetisk"]
    assert [row["Kilde"] for row in read] == told
