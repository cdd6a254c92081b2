"""The dashboard as people use it: links, filters, clicks, the back button, downloads."""

import csv
import gzip
import io

import pytest

from tests.conftest import Ask
from tests.e2e.conftest import AREAS, Visit

PAGES = {
    "": (None, "272 av 357 kommuner har tatt i bruk Kjernejournal per juni 2024. 85 gjenstår"),
    "oversikt": (None, "272 av 357 kommuner har tatt i bruk Kjernejournal per juni 2024."),
    "ikke-tatt-i-bruk": (357, "85 kommuner har ikke tatt i bruk Kjernejournal"),
    "pameldt": (11, "47 av 85 kommuner uten Kjernejournal er påmeldt"),
    "min-digi-region": (None, "Velg din Digi-region"),
    "min-digi-region?region=digi-nordland": (None, "Digi Nordland: 41 kommuner"),
    "kommune": (None, "Hva er status i kommunen?"),
    "kommune?kommune=5501": (None, "Tromsø har tatt i bruk 2 av 4 løsninger"),
    "klar-for-neste": (357, "202 kommuner kan gå videre til DHS ungdom"),
    "utvikling": (None, "272 av 357 kommuner har tatt i bruk Kjernejournal per juni 2024."),
    "lister-og-lysark": (None, "Ikke tatt i bruk: Kjernejournal, 85 rader"),
    "datakvalitet": (None, "rader er til avklaring"),
    "last-opp": (None, "Nye tall legges inn fra kommandolinjen"),
    "om-tallene": (None, "Om tallene"),
}
PHONE = (390, 844)


def test_a_click_on_the_map_shows_the_municipality_and_what_it_rests_on(visit: Visit):
    visit.open("ikke-tatt-i-bruk?region=digi-innlandet")
    area = visit.page.evaluate(
        f"""() => {{
            const path = [...document.querySelectorAll('{AREAS}')]
                .find((p) => p.__data__.loc === '3424' || p.__data__.id === '3424');
            const box = path.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }}"""
    )
    visit.page.mouse.click(*area)
    panel = visit.page.locator(".u-facts")
    panel.wait_for()
    assert "Rendalen" in panel.inner_text()
    assert "ikke_tatt_i_bruk.csv" in panel.inner_text()
    assert "kommune=3424" in visit.page.url


def test_a_name_in_the_list_opens_the_same_as_a_click_on_the_map(visit: Visit):
    visit.open()
    visit.page.get_by_role("link", name="Rendalen").click()
    panel = visit.page.locator(".u-facts", has_text="Rendalen")
    panel.wait_for()
    assert "kommune=3424" in visit.page.url
    visit.page.wait_for_function("document.activeElement.dataset.code === '3424'")
    box = panel.bounding_box()
    assert 0 <= box["y"] <= 900
    panel.get_by_role("link", name="Lukk").click()
    panel.wait_for(state="detached")
    visit.page.wait_for_function("document.activeElement.textContent === 'Rendalen'")


def test_the_address_opens_the_same_view_and_follows_the_filters(visit: Visit):
    visit.open("ikke-tatt-i-bruk?losning=vkp&region=digi-agder&dato=2024-06")
    assert "har ikke tatt i bruk VKP" in visit.headline
    assert "Digi Agder" in visit.page.locator(".u-eyebrow").inner_text()
    visit.choose("Digi-region", "Digi Nordland")
    visit.page.locator(".u-eyebrow", has_text="Digi Nordland").wait_for()
    assert "region=digi-nordland" in visit.page.url
    assert "losning=vkp" in visit.page.url


@pytest.mark.parametrize("day", ["2024-05", "2024-05-31"])
def test_a_month_and_its_last_day_are_the_same_link(visit: Visit, day):
    visit.open(f"ikke-tatt-i-bruk?losning=digihelse&dato={day}")
    assert "mai 2024" in visit.page.locator(".u-eyebrow").inner_text()
    assert visit.headline.startswith("Minst ")


def test_a_link_to_what_does_not_exist_says_so(visit: Visit):
    visit.open("ikke-tatt-i-bruk?region=oslo")
    visit.page.get_by_text("Lenken ba om «oslo»").wait_for()


def test_the_back_button_goes_to_the_view_before(visit: Visit):
    visit.open()
    visit.choose("Løsning", "DigiHelse")
    visit.wait_for_headline("DigiHelse")
    visit.page.go_back()
    visit.wait_for_headline("Kjernejournal")
    assert "losning" not in visit.page.url


def test_a_region_in_the_table_is_a_link_that_does_not_load_the_page_again(visit: Visit):
    visit.open()
    visit.page.evaluate("window.stillHere = true")
    visit.page.locator(".u-bars").get_by_role("link", name="Nordland").click()
    visit.wait_for_headline("9 kommuner")
    assert visit.page.evaluate("window.stillHere")
    assert "region=digi-nordland" in visit.page.url


def test_filters_go_along_to_another_page(visit: Visit):
    visit.open("ikke-tatt-i-bruk?losning=digihelse")
    visit.page.get_by_role("link", name="Påmeldt innføringsløp").click()
    visit.wait_for_headline("uten DigiHelse er påmeldt")


@pytest.mark.parametrize("query", ["losning=fax&region=mordor&dato=1999-01", "kommune=<b>9"])
def test_an_address_that_means_nothing_opens_the_default_view(visit: Visit, query):
    visit.open(f"ikke-tatt-i-bruk?{query}")
    assert "85 kommuner" in visit.headline


def test_the_columns_of_names_hold_the_85_and_mark_the_enrolled_ones(visit: Visit):
    visit.open()
    assert visit.page.locator(".u-columns li").count() == 85
    nordland = visit.page.locator(".u-columns section", has_text="Digi Nordland")
    assert nordland.locator("li.u-enrolled").count() == 9
    assert visit.page.locator("li.u-enrolled").count() == 9


def test_the_download_is_exactly_what_is_shown(visit: Visit):
    visit.open("ikke-tatt-i-bruk?region=digi-viken")
    with visit.page.expect_download() as got:
        visit.page.get_by_role("button", name="Last ned liste (15)").click()
    content = got.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 15
    assert {row["Digi-region"] for row in rows} == {"Digi Viken"}
    assert {row["Status per"] for row in rows} == {"2024-06-30"}
    assert got.value.suggested_filename == "ikke-tatt-i-bruk_kjernejournal_digi-viken_2024-06.csv"


def test_the_front_page_leads_onwards_without_loading_the_page_again(visit: Visit):
    visit.open("?region=digi-agder", None)
    visit.page.evaluate("window.stillHere = true")
    digihelse = visit.page.locator(".u-summaries section", has_text="DigiHelse").first
    digihelse.get_by_role("link", name="Kart og navn").click()
    visit.wait_for_headline("7 kommuner i Digi Agder har ikke tatt i bruk DigiHelse")
    assert visit.page.url.endswith("/ikke-tatt-i-bruk?losning=digihelse&region=digi-agder")
    visit.page.go_back()
    visit.wait_for_headline("22 av 25 kommuner i Digi Agder")
    assert visit.page.evaluate("window.stillHere")


def test_a_neighbour_is_one_click_away_and_so_is_the_way_back(visit: Visit):
    visit.open("kommune?kommune=5501", None)
    visit.page.get_by_role("link", name="Balsfjord").click()
    visit.wait_for_headline("Balsfjord har tatt i bruk")
    assert visit.page.url.endswith("kommune=5532")
    visit.page.go_back()
    visit.wait_for_headline("Tromsø har tatt i bruk")


def test_the_facts_of_a_municipality_lead_to_its_own_page(visit: Visit):
    visit.open("ikke-tatt-i-bruk?kommune=3424")
    visit.page.get_by_role("link", name="Alt om Rendalen").click()
    visit.wait_for_headline("Rendalen")
    assert visit.page.url.endswith("/kommune?kommune=3424")


def test_a_municipality_is_found_by_typing_its_name(visit: Visit):
    visit.open("kommune", None)
    visit.page.get_by_role("combobox", name="Kommune").fill("Værøy")
    visit.page.keyboard.press("Enter")
    visit.wait_for_headline("Værøy")
    assert "kommune=1857" in visit.page.url


def test_the_small_maps_are_drawn(visit: Visit):
    visit.open("", None)
    maps = visit.page.locator(".u-summaries img")
    assert maps.count() == 4
    for drawn in maps.all():
        assert drawn.evaluate("image => image.complete && image.naturalHeight > 100")


def test_a_filter_change_is_small_and_the_geometry_goes_out_once(visit: Visit):
    sizes = {}

    def weigh(response):
        if "/app/static/geo/municipalities" in response.url:
            sizes[response.url] = response.headers
            sizes["body"] = response.body()

    visit.page.on("response", weigh)
    visit.open()
    for solution in ("VKP", "DigiHelse", "DigiHelsestasjon"):
        before = visit.received
        visit.choose("Løsning", solution)
        visit.wait_for_headline(solution)
        visit.wait_for_areas(357)
        visit.page.wait_for_timeout(300)
        assert 0 < visit.received - before <= 60_000
    asked = [url for url in visit.requests if "/app/static/geo/municipalities" in url]
    assert len(asked) == 1
    assert sizes[asked[0]]["content-encoding"] == "gzip"
    assert "immutable" in sizes[asked[0]]["cache-control"]
    assert len(gzip.compress(sizes["body"], 6)) <= 130_000


def test_datakvalitet_shows_what_deciding_a_row_would_change(visit: Visit):
    visit.open("datakvalitet", None)
    reviews = visit.page.get_by_role("region", name="Rader til avklaring")
    row = reviews.locator("tbody tr", has_text="Lyngen").inner_text()
    assert "blir Lyngen «ikke tatt i bruk» i stedet for ukjent; ellers «i bruk»" in row
    assert "python -m pipeline decide" in visit.page.locator("body").inner_text()


def test_datakvalitet_lists_every_decision_with_its_reason(visit: Visit):
    visit.open("datakvalitet", None)
    decisions = visit.page.get_by_role("region", name="Avklaringer").locator("tbody tr")
    assert decisions.count() == 9
    told = decisions.filter(has_text="Bertevåg").inner_text()
    assert "Berlevåg (Finnmark)" in told
    assert "Påmeldingstabellen for DigiHelse" in told
    assert "21. november 2026" in told


def test_datakvalitet_shows_the_figures_that_differ(visit: Visit):
    visit.open("datakvalitet", None)
    rows = [
        [cell.inner_text() for cell in row.locator("td").all()]
        for row in visit.page.get_by_role("region", name="Kontrolltall").locator("tbody tr").all()
    ]
    shown = {(r[0], r[1], r[2]): r[4:7] for r in rows}
    assert shown["DigiHelse", "Ikke tatt i bruk", "Digi Viken"] == ["25", "26", "+1"]
    assert shown["VKP", "Ikke tatt i bruk", "Digi Trøndelag"] == ["16", "24", "+8"]
    assert shown["DigiHelsestasjon", "Ikke tatt i bruk", "Hele landet"] == ["157", "158", "+1"]
    assert not any(row[6] == "0" and row[8] in ("–", row[4]) for row in rows)


@pytest.mark.parametrize("visit", [(1440, 900), PHONE], indirect=True, ids=["wide", "phone"])
def test_datakvalitet_folds_old_months_away_and_every_row_can_be_reached(
    visit: Visit, demo_server: str, demo: Ask
):
    ((totals,),) = demo("SELECT count(*) FROM control_total WHERE differs")
    paths = [path for (path,) in demo("SELECT path FROM source_file ORDER BY path")]
    visit.address = demo_server
    visit.open("datakvalitet", None)
    folded = visit.page.locator("details.u-folded")
    visit.page.wait_for_function("document.querySelectorAll('details.u-folded').length === 2")
    for part, count in zip(("Kontrolltall", "Kildefiler"), (totals, len(paths)), strict=True):
        rows = visit.page.locator(f"[aria-label^='{part}'] tbody tr")
        assert 0 < rows.locator("visible=true").count() < rows.count() == count
    for label in folded.locator("summary").all():
        label.focus()
        visit.page.keyboard.press("Enter")
    shown = visit.page.locator("[aria-label^=Kildefiler] td:first-child >> visible=true")
    assert sorted(shown.all_inner_texts()) == paths


@pytest.mark.parametrize(("code", "name"), [("5047", "Lyng"), ("5536", "Lyng"), ("4228", "Sirdal")])
def test_an_unknown_municipality_says_which_row_makes_it_so(visit: Visit, code, name):
    solution = "digihelsestasjon" if code == "4228" else "vkp"
    visit.open(f"ikke-tatt-i-bruk?losning={solution}&kommune={code}")
    panel = visit.page.locator(".u-facts")
    panel.wait_for()
    assert f"«{name}» er til avklaring" in panel.inner_text()
    assert "ikke_tatt_i_bruk.csv" in panel.inner_text()
