"""Rows for the pure functions of the dashboard."""

from datetime import date

import pytest

from dashboard.filters import View
from dashboard.rows import Coverage, Municipality


@pytest.fixture
def view() -> View:
    """The whole country, Kjernejournal, June 2024."""
    return View("kjernejournal", "Kjernejournal", None, "hele-landet", date(2024, 6, 30), None)


def coverage(region: str = "Hele landet", **values: object) -> Coverage:
    """A coverage row in which everything not given is zero or unknown."""
    defaults = dict.fromkeys(Coverage._fields, 0) | {
        "digi_region": region,
        "municipalities": 10,
        "population": 1000,
        "enrolled": None,
        "enrolled_named": None,
        "enrolled_published": None,
        "not_adopted_published": None,
        "enrolled_in_all": None,
        "names_as_of": None,
    }
    return Coverage(**(defaults | values))


def municipality(code: str, name: str, **values: object) -> Municipality:
    """A municipality row of Digi Nordland that has not adopted."""
    defaults = dict.fromkeys(Municipality._fields) | {
        "municipality_code": code,
        "name": name,
        "county_name": "Nordland",
        "digi_region": "Digi Nordland",
        "health_region": "Helse Nord",
        "population": 1000,
        "stage": "not_adopted",
        "category": "not_adopted",
        "evidence_as_of": date(2024, 6, 30),
        "source_path": "ks-2024-06/liste.csv",
        "source_row": 7,
        "owner": "KS",
        "source": "KS' liste",
    }
    return Municipality(**(defaults | values))
