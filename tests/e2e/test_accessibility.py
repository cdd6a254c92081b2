"""Every page for everybody: all of it is worked by the keyboard."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.test_pages import PAGES

KEYBOARD = {
    "": ("Kart og navn", "85 kommuner har ikke tatt i bruk Kjernejournal"),
    "min-digi-region": ("Nordland", "Digi Nordland: 41 kommuner"),
    "kommune?kommune=5501": ("Balsfjord", "Balsfjord har tatt i bruk"),
    "utvikling": ("Møre og Romsdal", "27 av 27 kommuner i Digi Møre og Romsdal"),
    "ikke-tatt-i-bruk": ("Nordland", "9 kommuner i Digi Nordland har ikke tatt i bruk"),
    "pameldt": ("Nordland", "9 av 9 kommuner uten Kjernejournal er påmeldt"),
    "klar-for-neste": ("Nordland", "kommuner i Digi Nordland kan gå videre"),
}


def tab_to(visit: Visit, name: str) -> None:
    """Press Tab until what has focus is called by a name."""
    for _ in range(80):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"Tab never came to {name}")


@pytest.mark.parametrize(("path", "link", "sentence"), [(p, *t) for p, t in KEYBOARD.items()])
def test_what_a_click_leads_to_is_reached_by_a_link_with_the_keyboard(
    visit: Visit, path, link, sentence
):
    visit.open(path, PAGES[path][0])
    visit.page.get_by_role("link", name=link, exact=True).first.wait_for()
    tab_to(visit, link)
    visit.page.keyboard.press("Enter")
    visit.wait_for_headline(sentence)


def test_a_municipality_is_chosen_with_the_keyboard(visit: Visit):
    visit.open("kommune", None)
    visit.page.get_by_role("combobox", name="Kommune").wait_for()
    visit.page.locator(".u-columns a").first.wait_for()
    for _ in range(40):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate("document.activeElement.getAttribute('role')") == "combobox":
            break
    visit.page.keyboard.type("Tromsø")
    visit.page.keyboard.press("Enter")
    visit.wait_for_headline("Tromsø har tatt i bruk 2 av 4 løsninger")


def test_a_region_s_list_is_sorted_with_the_keyboard(visit: Visit):
    visit.open("min-digi-region?region=digi-nordland", None)
    tab_to(visit, "Innb.")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**sorter=innbyggere**")
    first = visit.page.locator(".u-gaps tbody th").first
    first.filter(has_text="Bodø").wait_for()


def test_a_list_is_taken_away_with_the_keyboard(visit: Visit):
    visit.open("lister-og-lysark", None)
    tab_to(visit, "CSV (85 rader)")
    with visit.page.expect_download() as got:
        visit.page.keyboard.press("Enter")
    assert len(got.value.path().read_bytes().splitlines()) == 86


def test_the_control_totals_that_agree_are_shown_with_the_keyboard(visit: Visit):
    visit.open("datakvalitet", None)
    rows = visit.page.get_by_role("region", name="Kontrolltall").locator("tbody tr")
    before = rows.count()
    for _ in range(60):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate("document.activeElement.type") == "checkbox":
            break
    visit.page.keyboard.press("Space")
    visit.page.wait_for_function(
        f"document.querySelectorAll('[aria-label=Kontrolltall] tbody tr').length > {before}"
    )


@pytest.mark.parametrize("path", ["last-opp", "om-tallene"])
def test_a_page_to_read_is_read_to_its_end_with_the_keyboard(visit: Visit, path):
    visit.open(path, None)
    last = visit.page.locator("[data-testid=stMain] [data-testid=stHtml]").last
    last.wait_for()
    below = "element => element.getBoundingClientRect().bottom > innerHeight"
    assert last.evaluate(below)
    visit.page.locator("h1").click()
    visit.page.keyboard.press("End")
    visit.page.wait_for_function(f"element => !({below})(element)", arg=last.element_handle())


@pytest.mark.parametrize("path", [path for path in PAGES if "?" not in path])
def test_every_page_is_reached_with_the_keyboard_alone(visit: Visit, path):
    start = "om-tallene" if path != "om-tallene" else "datakvalitet"
    visit.open(start, None)
    visit.page.wait_for_selector("[data-testid=stPageLink-NavLink]")
    links = visit.page.locator("[data-testid=stPageLink-NavLink]")
    named = {link.get_attribute("href").rsplit("/", 1)[-1]: link for link in links.all()}
    named["oversikt"] = named[""]
    tab_to(visit, named[path].inner_text())
    visit.page.keyboard.press("Enter")
    visit.wait_for_headline(PAGES[path][1])
