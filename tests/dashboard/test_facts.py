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
