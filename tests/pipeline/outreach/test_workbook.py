"""Lists as Excel workbooks, read back as a spreadsheet would."""

import io
from dataclasses import replace
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from pipeline.outreach.lists import (
    COLUMNS,
    Beside,
    Facts,
    Listing,
    ListRow,
    Selection,
    headings,
    table,
)  # fmt: skip
from pipeline.outreach.workbook import list_workbook


def read(content: bytes, sheet: str = "Liste"):
    return load_workbook(io.BytesIO(content))[sheet]


def values(sheet):
    """The rows below the heading; a date as the date it is."""
    return [
        [v.date() if isinstance(v, datetime) else v for v in row]
        for row in sheet.iter_rows(min_row=2, values_only=True)
    ]


def about(content: bytes):
    return {
        term: text for term, text in read(content, "Om").iter_rows(values_only=True) if term
    }  # fmt: skip


def row(**given) -> ListRow:
    """A row of VKP in Oslo, in which what is not given is empty."""
    defaults = dict.fromkeys(ListRow._fields) | {
        "solution_id": "vkp",
        "solution": "VKP",
        "municipality_code": "0301",
        "name": "Oslo",
        "parallel_names": "",
        "digi_region": "Digi Oslo",
        "population": 717710,
        "stage": "not_adopted",
        "has_requirements": False,
        "lacks": "",
        "unclear": "",
        "tries_out": False,
    }
    return ListRow(**(defaults | given))


def listing(*rows: ListRow) -> Listing:
    """A list of such rows."""
    facts = Facts("vkp", "VKP", "VKP", "", "in_use", [], None, None, 0, False, 0, None, 357)
    return Listing(Selection("all", ("vkp",)), rows, (facts,), (), "")


def test_what_is_read_back_is_the_list(real_list):
    wanted = real_list("not-adopted", "kjernejournal")
    sheet = read(list_workbook(wanted))
    assert [cell.value for cell in sheet[1]] == headings()
    assert values(sheet) == table(wanted)


def test_codes_are_text_numbers_are_numbers_and_dates_are_dates(real_list):
    sheet = read(list_workbook(real_list("all", "vkp", regions=["digi-oslo"])))
    cells = {heading.value: cell for heading, cell in zip(sheet[1], sheet[2], strict=True)}
    assert cells["Kommunenummer"].value == "0301"
    assert cells["Organisasjonsnummer"].data_type == "s"
    assert cells["Innbyggere"].value == 717710
    assert cells["Status per"].is_date
    assert cells["Status per"].value.date() == date(2024, 6, 30)


def test_the_header_stays_in_view_and_filters(real_list):
    sheet = read(list_workbook(real_list("not-adopted", "vkp")))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:V306"


def test_the_sheet_om_tells_date_sources_filters_rows_and_what_is_left_out(real_list):
    wanted = real_list("not-adopted-not-enrolled", "digihelse", regions=["digi-viken"])
    told = about(list_workbook(wanted))
    assert told["Liste"] == "Ikke tatt i bruk og ikke påmeldt"
    assert told["Antall rader"] == len(wanted.rows)
    assert told["Digi-region"] == "Digi Viken"
    assert told["Løsning"].startswith("DigiHelse, per juni 2024: KS regner en kommune med når")
    assert "fagwebinar" in told["Kilde"] or "Norsk helsenett" in told["Kilde"]
    assert "ikke med" in told["Forbehold"]


def test_a_workbook_of_invented_figures_says_so_on_both_sheets(demo_list):
    content = list_workbook(demo_list("in-use", "vkp"))
    assert "oppdiktet" in about(content)["Demodata"]
    assert all(row[COLUMNS.index("source")].startswith("Demodata") for row in values(read(content)))


def test_an_empty_list_is_a_workbook_with_its_heading():
    content = list_workbook(listing())
    assert values(read(content)) == []
    assert about(content)["Antall rader"] == 0


def test_what_a_page_sets_beside_the_columns_stands_after_them_with_its_types():
    beside = Beside(("Rekkefølge", "Andel"), [(1, 2.5), (2, 10.0)])
    sheet = read(list_workbook(replace(listing(row(), row()), beside=beside)))
    assert [cell.value for cell in sheet[1]] == [*headings(), "Rekkefølge", "Andel"]
    assert [line[-2:] for line in values(sheet)] == [[1, 2.5], [2, 10]]
    assert [cell.number_format for cell in sheet[2][-2:]] == ["#,##0", "#,##0.0"]
    assert sheet.auto_filter.ref == "A1:X3"


def test_the_sheet_om_tells_how_a_page_chose_among_the_rows():
    chosen = replace(listing(row()), narrowed=(("Filtre", "Vis: bare gap"),))
    assert about(list_workbook(chosen))["Filtre"] == "Vis: bare gap"


_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("=+-@\t\r\n;\"'"), min_size=1
)


@given(_TEXT, _TEXT)
@settings(max_examples=60, deadline=None)
def test_hostile_names_and_contacts_come_out_unchanged_and_are_never_formulas(name, contact):
    sheet = read(list_workbook(listing(row(name=name, contact=contact))))
    cells = {heading.value: cell for heading, cell in zip(sheet[1], sheet[2], strict=True)}
    assert cells["Kommune"].value == name
    assert cells["Kontakt"].value == contact
    assert {cell.data_type for cell in cells.values()} <= {"s", "n"}


def test_what_looks_like_a_formula_stays_text_when_somebody_edits_the_cell():
    sheet = read(list_workbook(listing(row(name="=1+1"))))
    cell = sheet.cell(2, COLUMNS.index("name") + 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)
