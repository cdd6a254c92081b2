"""Lister og lysark, and the files that the pages hand out, in a browser."""

import csv
import io

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from tests.e2e.conftest import Visit

PAGE = "lister-og-lysark"


def saved(visit: Visit, button: str) -> tuple[str, bytes]:
    """Click a button; the name and content of the file that comes."""
    with visit.page.expect_download(timeout=60_000) as got:
        visit.page.get_by_role("button", name=button).click()
    return got.value.suggested_filename, got.value.path().read_bytes()


def test_a_link_gives_the_rows_and_columns_it_names_in_that_order(visit: Visit):
    visit.open(
        f"{PAGE}?losninger=vkp,kjernejournal&regioner=digi-nordland,digi-agder"
        "&kolonner=kommune,losning,kommunenummer",
        None,
    )
    visit.wait_for_headline("66 rader")
    name, content = saved(visit, "CSV (66 rader)")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert name == "ikke-tatt-i-bruk_vkp-kjernejournal_digi-nordland-digi-agder.csv"
    assert len(rows) == 66
    assert list(rows[0]) == ["Kommune", "Løsning", "Kommunenummer"]
    assert {row["Løsning"] for row in rows} == {"VKP", "Kjernejournal"}
    assert visit.errors == []


def test_excel_and_powerpoint_hold_the_same_rows(visit: Visit):
    visit.open(f"{PAGE}?losninger=kjernejournal", None)
    name, content = saved(visit, "Excel (85 rader)")
    assert name.endswith(".xlsx")
    assert load_workbook(io.BytesIO(content))["Liste"].max_row == 86
    name, content = saved(visit, "PowerPoint (85 rader)")
    assert name.endswith(".pptx")
    assert "85 kommuner" in Presentation(io.BytesIO(content)).slides[0].shapes.title.text


def test_a_choice_goes_to_the_address_and_back_again(visit: Visit):
    visit.open(PAGE, None)
    visit.choose("Liste", "I bruk")
    visit.wait_for_headline("I bruk: Kjernejournal, 272 rader")
    assert "liste=i-bruk" in visit.page.url
    visit.page.go_back()
    visit.wait_for_headline("Ikke tatt i bruk: Kjernejournal, 85 rader")


def test_what_a_list_leaves_out_is_told_on_the_page(visit: Visit):
    visit.open(f"{PAGE}?liste=ikke-tatt-i-bruk-ikke-pameldt", None)
    visit.wait_for_headline("3 rader")
    visit.page.get_by_text("73 kommuner uten løsningen er ikke med").wait_for()


@pytest.mark.parametrize(
    ("path", "button"),
    [
        ("ikke-tatt-i-bruk?region=digi-viken", "Last ned kart (PNG)"),
        ("pameldt", "SVG"),
        ("klar-for-neste", "Last ned kart (PNG)"),
    ],
)
def test_a_map_comes_as_a_picture(visit: Visit, path, button):
    visit.open(path, None)
    _, content = saved(visit, button)
    assert content.startswith(b"\x89PNG") or b"<svg" in content[:400]


@pytest.mark.parametrize(
    ("path", "rows"), [("ikke-tatt-i-bruk?region=digi-viken", 15), ("pameldt", 9)]
)
def test_the_map_pages_hand_out_workbooks_and_slides_of_what_they_show(visit: Visit, path, rows):
    visit.open(path, None)
    _, content = saved(visit, "Excel")
    assert load_workbook(io.BytesIO(content))["Liste"].max_row == rows + 1
    name, content = saved(visit, "PowerPoint")
    assert name.endswith(".pptx")
    assert content.startswith(b"PK")


def test_the_curve_and_the_bars_are_taken_away_as_pictures_of_their_own(
    visit: Visit, demo_server: str
):
    visit.address = demo_server
    visit.open("utvikling?losning=vkp&region=digi-viken&dato=2026-09", None)
    visit.page.get_by_role("button", name="Last ned stolpene (PNG)").wait_for()
    names = ("utvikling", "nye-per-liste")
    for button, name in zip(
        ("Last ned diagram (PNG)", "Last ned stolpene (PNG)"), names, strict=True
    ):
        saved_as, content = saved(visit, button)
        assert saved_as == f"{name}_vkp_digi-viken_2026-09.png"
        assert content.startswith(b"\x89PNG")
    with visit.page.expect_download(timeout=60_000) as got:
        visit.page.get_by_role("button", name="SVG").nth(1).click()
    drawn = got.value.path().read_text(encoding="utf-8")
    assert "<!-- Nye per liste: VKP, Digi Viken -->" in drawn
    assert "Demodata" in drawn
    assert visit.errors == []
