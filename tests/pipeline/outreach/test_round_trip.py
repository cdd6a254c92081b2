"""What is read back from each format is the warehouse's own rows, whatever was asked for."""

import csv
import io
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pptx import Presentation

from pipeline.outreach.csv_list import list_csv
from pipeline.outreach.export import make
from pipeline.outreach.lists import COLUMNS, Selection, headings, take
from pipeline.outreach.texts import HEADINGS, STAGES
from pipeline.outreach.workbook import list_workbook
from pipeline.warehouse import connect, current_path
from pipeline.wording import thousands
from tests.pipeline.outreach.test_slides import names

SOLUTIONS = ("kjernejournal", "digihelse", "digihelsestasjon", "vkp")
REGIONS = ("Digi Agder", "Digi Nordland", "Digi Troms og Finnmark", "Digi Viken", "Digi Oslo")
CONDITIONS = {
    "not-adopted": "stage = 'not_adopted'",
    "enrolled": "enrolled",
    "not-adopted-not-enrolled": "stage = 'not_adopted' AND enrolled = false",
    "in-use": "stage = 'in_use'",
    "all": "true",
}

selections = st.builds(
    Selection,
    list=st.sampled_from(list(CONDITIONS)),
    solutions=st.lists(st.sampled_from(SOLUTIONS), min_size=1, max_size=4, unique=True).map(tuple),
    regions=st.lists(st.sampled_from(REGIONS), max_size=3, unique=True).map(tuple),
    as_of=st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 1)),
    stages=st.lists(st.sampled_from(list(STAGES)), max_size=2, unique=True).map(tuple),
)
columns = st.permutations(COLUMNS[1:]).flatmap(
    lambda every: st.integers(0, len(every)).map(lambda n: ("municipality_code", *every[:n]))
)


def examples(count: int) -> settings:
    """So many, each as slow as it is."""
    return settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def warehouse(demo_warehouse):
    return connect(current_path(demo_warehouse))


def wanted(warehouse, selection):
    """The rows as plain SQL on the contract's tables gives them: solution, code, name, stage."""
    day = selection.as_of or date(9999, 1, 1)
    return warehouse.execute(
        f"""
        SELECT a.solution_id, a.municipality_code, m.name, m.digi_region, a.stage, a.enrolled
        FROM adoption AS a JOIN municipality AS m USING (municipality_code)
        WHERE list_contains($solutions, a.solution_id)
            AND a.as_of = (
                SELECT max(b.as_of) FROM adoption AS b
                WHERE b.solution_id = a.solution_id AND b.as_of <= $day)
            AND (len($regions) = 0 OR list_contains($regions, m.digi_region))
            AND (len($stages) = 0 OR list_contains($stages, a.stage))
            AND {CONDITIONS[selection.list]}
        """,
        {
            "solutions": list(selection.solutions), "day": day,
            "regions": list(selection.regions) or [""][:0], "stages": list(selection.stages),
        },
    ).fetchall()  # fmt: skip


@given(selection=selections)
@examples(30)
def test_the_list_is_what_sql_on_the_contract_says(warehouse, selection):
    rows = take(warehouse, selection).rows
    listed = [
        (r.solution_id, r.municipality_code, r.name, r.digi_region, r.stage, r.enrolled)
        for r in rows
    ]
    assert sorted(listed, key=str) == sorted(wanted(warehouse, selection), key=str)


@given(selection=selections, chosen=columns)
@examples(20)
def test_csv_is_the_list(warehouse, selection, chosen):
    listing = take(warehouse, selection)
    text = list_csv(listing, chosen).decode("utf-8-sig")
    heading, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert heading == headings(chosen)
    assert len(rows) == len(wanted(warehouse, selection))
    for row, source in zip(rows, listing.rows, strict=True):
        told = dict(zip(chosen, row, strict=True))
        for column in ("municipality_code", "name", "org_number", "population", "wave"):
            if column in told:
                assert told[column] == str(getattr(source, column) or "")
        for column in ("as_of", "enrolled_date", "in_use_since"):
            if column in told:
                day = getattr(source, column)
                assert told[column] == (day.isoformat() if day else "")
        if "stage" in told:
            assert told["stage"] == STAGES[source.stage]


@given(selection=selections, chosen=columns)
@examples(10)
def test_a_workbook_is_the_list(warehouse, selection, chosen):
    listing = take(warehouse, selection)
    sheet = load_workbook(io.BytesIO(list_workbook(listing, chosen)))["Liste"]
    heading, *rows = sheet.iter_rows(values_only=True)
    assert list(heading) == headings(chosen)
    assert len(rows) == len(wanted(warehouse, selection))
    for row, source in zip(rows, listing.rows, strict=True):
        told = dict(zip(chosen, row, strict=True))
        for column in ("municipality_code", "name", "population", "run_name", "contact"):
            if column in told:
                assert told[column] == getattr(source, column)
        for column in ("as_of", "evidence_as_of", "enrolled_date", "in_use_since"):
            if column in told:
                day = told[column]
                assert (day.date() if isinstance(day, datetime) else day) == getattr(source, column)


@given(selection=selections)
@examples(4)
def test_the_names_on_slides_are_the_list(warehouse, selection):
    deck = Presentation(io.BytesIO(make(warehouse, take(warehouse, selection), "pptx")))
    listed = sorted((region, name) for region, name, _ in names(deck))
    assert listed == sorted((row[3], row[2]) for row in wanted(warehouse, selection))
    bold = sum(strong for *_, strong in names(deck))
    assert bold == sum(bool(row[5]) for row in wanted(warehouse, selection))
    told = deck.core_properties.comments
    assert told.startswith(f"{thousands(len(listed))} rad")


def test_every_column_of_the_contract_has_a_heading():
    assert list(HEADINGS.values()) == [
        "Kommunenummer", "Kommune", "Parallellnavn", "Fylke", "Digi-region", "Helseregion",
        "Innbyggere", "Løsning", "Status", "Status per", "Opplysning fra", "Påmeldt",
        "Innføringsløp", "Pulje", "Påmeldt dato", "I bruk siden", "Forutsetninger", "Prøver ut",
        "Organisasjonsnummer", "Kontakt", "Merknad", "Kilde",
    ]  # fmt: skip
