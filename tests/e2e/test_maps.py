"""The map pages: kinds of map, clicks on regions, textures."""

import pytest

from tests.e2e.conftest import AREAS, Visit

REGIONS = 11


def click_area(visit: Visit, area: str) -> None:
    """Click in the middle of an area of the map."""
    x, y = visit.page.evaluate(
        f"""() => {{
            const box = [...document.querySelectorAll('{AREAS}')]
                .find((path) => path.__data__.loc === '{area}').getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }}"""
    )
    visit.page.mouse.click(x, y)


def test_the_map_shows_regions_by_share_or_count_and_the_address_says_which(visit: Visit):
    visit.open()
    visit.page.get_by_role("link", name="Regioner, andel").press("Enter")
    visit.wait_for_areas(REGIONS)
    assert visit.page.url.endswith("?vis=regioner-andel")
    visit.page.locator(".scatterlayer text", has_text="49").wait_for()
    visit.page.get_by_role("link", name="Regioner, antall").press("Enter")
    visit.page.wait_for_url("**vis=regioner-antall")
    visit.page.locator(".scatterlayer text", has_text="19").wait_for()
    visit.page.go_back()
    visit.page.locator(".scatterlayer text", has_text="49").wait_for()
    visit.page.get_by_role("link", name="Kommuner", exact=True).press("Enter")
    visit.wait_for_areas(357)
    assert visit.page.url.endswith("/ikke-tatt-i-bruk?")
    assert visit.errors == []


def test_a_click_on_a_region_chooses_it(visit: Visit):
    visit.open("ikke-tatt-i-bruk?vis=regioner-antall", REGIONS)
    click_area(visit, "digi-innlandet")
    visit.wait_for_headline("16 kommuner i Digi Innlandet")
    assert "region=digi-innlandet" in visit.page.url
    assert "vis=regioner-antall" in visit.page.url


@pytest.mark.parametrize("kind", ["", "regioner", "<b>"])
def test_a_kind_of_map_that_does_not_exist_is_the_map_of_municipalities(visit: Visit, kind):
    visit.open(f"ikke-tatt-i-bruk?vis={kind}", 357)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_colour_tells_poorly_has_a_texture_on_the_map_and_in_the_legend(visit: Visit, scheme):
    visit.page.emulate_media(color_scheme=scheme)
    for query, category in (("", "preparing"), ("&dato=2024-05", "unknown")):
        visit.open(f"ikke-tatt-i-bruk?losning=digihelse{query}")
        for place in (AREAS, ".legend .traces path"):
            fills = visit.page.evaluate(
                f"[...document.querySelectorAll('{place}')].map((p) => getComputedStyle(p).fill)"
            )
            assert f'url("#u-{scheme}-{category}")' in fills
            assert len(set(fills)) == 3
