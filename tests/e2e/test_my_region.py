"""The page of one Digi region as a coordinator uses it."""

import csv
import io

import pytest
from openpyxl import Workbook, load_workbook

from tests.e2e.conftest import Visit
from tests.e2e.test_pages import PHONE

NORDLAND = "min-digi-region?region=digi-nordland"


def names(visit: Visit) -> list[str]:
    return visit.page.locator(".u-matrix tbody th").all_inner_texts()


def downloaded(visit: Visit, label: str) -> list[dict[str, str]]:
    with visit.page.expect_download() as got:
        visit.page.get_by_role("button", name=label).click()
    content = got.value.path().read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(content), delimiter=";"))


def workbook(visit: Visit, label: str) -> Workbook:
    with visit.page.expect_download() as got:
        visit.page.get_by_role("button", name=label).click()
    assert got.value.suggested_filename.endswith("digi-nordland_2024-06.xlsx")
    return load_workbook(io.BytesIO(got.value.path().read_bytes()))


def wait_for_rows(visit: Visit, count: int) -> None:
    visit.page.wait_for_function(
        f"document.querySelectorAll('.u-matrix tbody tr').length === {count}"
    )


def test_a_region_is_chosen_from_the_start_without_loading_the_page_again(visit: Visit):
    visit.open("min-digi-region", None)
    visit.page.evaluate("window.stillHere = true")
    visit.page.locator(".u-start").get_by_role("link", name="Nordland").click()
    visit.wait_for_headline("Digi Nordland: 41 kommuner")
    assert visit.page.evaluate("window.stillHere")
    assert "region=digi-nordland" in visit.page.url


def test_a_heading_sorts_and_the_back_button_takes_it_back(visit: Visit):
    visit.open(NORDLAND, None)
    wait_for_rows(visit, 41)
    first = names(visit)
    visit.page.locator(".u-matrix").get_by_role("link", name="Innb.").click()
    visit.page.locator("th[aria-sort=descending]", has_text="Innb.").wait_for()
    assert names(visit)[:2] == ["Bodø", "Rana"]
    assert "sorter=innbyggere" in visit.page.url
    visit.page.go_back()
    visit.page.locator("th[aria-sort]").wait_for(state="detached")
    assert names(visit) == first


def test_search_and_filters_narrow_the_matrix_and_stand_in_the_address(visit: Visit):
    visit.open(NORDLAND, None)
    visit.page.get_by_label("Søk kommune").fill("ø")
    visit.page.wait_for_url("**sok=*")
    visit.choose("Vis", "Bare gap")
    visit.page.wait_for_url("**status=ikke-tatt-i-bruk*")
    visit.page.get_by_role("button", name="Flere filtre").click()
    visit.choose("Påmelding", "Påmeldt")
    wait_for_rows(visit, 3)
    assert set(names(visit)) == {"Meløy", "Lødingen", "Sørfold"}
    visit.page.keyboard.press("Escape")
    visit.page.get_by_role("link", name="Nullstill filtrene").click()
    wait_for_rows(visit, 41)
    assert "status" not in visit.page.url


def test_the_table_that_is_downloaded_is_the_one_that_is_shown(visit: Visit):
    visit.open(f"{NORDLAND}&status=ikke-tatt-i-bruk&losning=kjernejournal&sorter=navn", None)
    wait_for_rows(visit, 9)
    rows = downloaded(visit, "Last ned tabellen (9)")
    assert [row["Kommune"] for row in rows] == names(visit)
    assert {(row["Løsning"], row["Status"], row["Påmeldt"]) for row in rows} == {
        ("Kjernejournal", "Ikke tatt i bruk", "Ja")
    }


def test_the_call_list_stands_in_the_order_and_with_the_reasons_of_the_page(visit: Visit):
    visit.open(f"{NORDLAND}&liste=alle", None)
    table = visit.page.locator(".u-contacts tbody tr")
    table.first.wait_for()
    shown = [row.locator("td").all_inner_texts() for row in table.all()]
    rows = downloaded(visit, f"Last ned ringeliste ({len(shown)})")
    assert [(row["Kommune"], f"{row['Grunner']} av 4") for row in rows] == [
        (cells[0], cells[2]) for cells in shown
    ]
    assert [row["Rekkefølge"] for row in rows] == [str(i + 1) for i in range(len(rows))]
    assert all(cells[1].endswith("●") for cells in shown[-9:])


def test_the_workbooks_have_the_rows_of_the_page_and_a_sheet_that_says_what_they_are(visit: Visit):
    visit.open(f"{NORDLAND}&status=ikke-tatt-i-bruk&losning=kjernejournal&sorter=navn", None)
    wait_for_rows(visit, 9)
    table, calls = (workbook(visit, f"{name} i Excel") for name in ("Tabellen", "Ringelisten"))
    rows = table["Liste"].iter_rows(min_row=2, values_only=True)
    assert [row[1] for row in rows] == names(visit)
    told = dict(table["Om"].iter_rows(values_only=True))
    assert (told["Filtre"], told["Statuser"]) == ("Vis: bare gap", "Ikke tatt i bruk")
    assert "Kjernejournal i sykehjem og hjemmetjeneste, per juni 2024" in told["Løsning"]
    assert "fagwebinar" in told["Kilde"]
    first = visit.page.locator(".u-contacts tbody td").first.inner_text()
    assert calls["Liste"]["B2"].value == first
    assert "flest grunner" in dict(calls["Om"].iter_rows(values_only=True))["Rekkefølge"]


def shade(visit: Visit, selector: str) -> str:
    """The shade at the edges of a table, once its animation has been drawn."""
    visit.page.wait_for_timeout(200)
    return visit.page.locator(selector).first.evaluate("box => getComputedStyle(box).boxShadow")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_a_shade_says_that_more_of_a_table_follows_and_is_gone_at_its_end(visit: Visit, scheme):
    visit.page.emulate_media(color_scheme=scheme)
    visit.open(NORDLAND, None)
    wait_for_rows(visit, 41)
    assert shade(visit, ".u-frozen").count("0.6)") == 2
    visit.page.locator(".u-frozen").evaluate("box => box.scrollTo(10_000, 0)")
    assert shade(visit, ".u-frozen").count("0.6)") == 1
    visit.page.locator(".u-frozen").evaluate("box => box.scrollTo(10_000, 10_000)")
    assert "0.6)" not in shade(visit, ".u-frozen")


def test_a_table_that_is_seen_whole_has_no_shade(visit: Visit):
    visit.open("min-digi-region", None)
    assert shade(visit, ".u-scroll:has(.u-start)") == "none"


def test_in_forced_colours_the_system_s_own_scroll_bar_says_that_more_follows(visit: Visit):
    visit.page.emulate_media(forced_colors="active")
    visit.open(NORDLAND, None)
    wait_for_rows(visit, 41)
    assert shade(visit, ".u-frozen") == "none"
    width = visit.page.locator(".u-frozen").evaluate("box => getComputedStyle(box).scrollbarWidth")
    assert width == "thin"


def test_a_name_leads_to_the_page_of_its_municipality(visit: Visit):
    visit.open(NORDLAND, None)
    link = visit.page.locator(".u-matrix").get_by_role("link", name="Bodø")
    assert link.get_attribute("href") == "kommune?kommune=1804&region=digi-nordland"


def test_the_keyboard_sorts_and_stays_where_it_was(visit: Visit):
    visit.open(NORDLAND, None)
    visit.page.locator(".u-matrix").get_by_role("link", name="Gap").focus()
    visit.page.keyboard.press("Enter")
    visit.page.locator("th[aria-sort=descending]", has_text="Gap").wait_for()
    visit.page.wait_for_function("document.activeElement.textContent === 'Gap'")


def test_letters_that_are_typed_while_the_page_is_drawn_are_kept(visit: Visit):
    visit.open(NORDLAND, None)
    wait_for_rows(visit, 41)
    visit.page.get_by_label("Søk kommune").press_sequentially("sørfold", delay=120)
    wait_for_rows(visit, 1)
    assert visit.page.get_by_label("Søk kommune").input_value() == "sørfold"


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_on_a_phone_the_matrix_scrolls_inside_itself_and_the_names_stay(visit: Visit):
    visit.open(NORDLAND, None)
    wait_for_rows(visit, 41)
    box = visit.page.locator(".u-frozen")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    box.evaluate("box => box.scrollTo(400, 200)")
    name, first = (
        visit.page.locator(selector).first.bounding_box()
        for selector in (".u-matrix thead th", ".u-frozen")
    )
    assert abs(name["x"] - first["x"]) < 2
    assert abs(name["y"] - first["y"]) < 3
    main = "document.querySelector('[data-testid=stMain]')"
    assert visit.page.evaluate(f"{main}.scrollWidth <= {main}.clientWidth")
