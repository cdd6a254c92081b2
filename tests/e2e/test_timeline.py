"""The timeline: a slider over the dates of a solution, which the address follows."""

import pytest

from tests.e2e.conftest import Visit

DIGIHELSE = "ikke-tatt-i-bruk?losning=digihelse"
MAY, JUNE = "Minst 36 kommuner", "190 kommuner"


def test_the_arrow_keys_go_from_date_to_date_and_the_focus_stays(visit: Visit):
    visit.open(DIGIHELSE)
    slider = visit.page.get_by_role("slider", name="Tidslinje")
    assert slider.get_attribute("aria-valuetext") == "juni 2024"
    slider.focus()
    visit.page.keyboard.press("ArrowLeft")
    visit.wait_for_headline(MAY)
    assert visit.page.url.endswith("?losning=digihelse&dato=2024-05")
    assert slider.get_attribute("aria-valuetext") == "mai 2024"
    visit.page.keyboard.press("ArrowRight")
    visit.wait_for_headline(JUNE)
    assert visit.page.url.endswith("?losning=digihelse")
    visit.page.go_back()
    visit.wait_for_headline(MAY)
    assert slider.get_attribute("aria-valuetext") == "mai 2024"
    assert visit.errors == []


def test_slider_and_filter_show_the_same_date(visit: Visit):
    visit.open(f"{DIGIHELSE}&dato=2024-05-31")
    slider = visit.page.get_by_role("slider", name="Tidslinje")
    assert slider.get_attribute("aria-valuetext") == "mai 2024"
    visit.choose("Per", "juni 2024")
    visit.wait_for_headline(JUNE)
    visit.page.locator("output", has_text="juni 2024").wait_for()
    assert slider.input_value() == "1"


def test_play_goes_through_the_dates_and_stops_at_the_last(visit: Visit):
    visit.open(DIGIHELSE)
    button = visit.page.locator(".u-timeline button")
    assert button.inner_text() == "Spill av"
    button.press("Enter")
    visit.wait_for_headline(MAY)
    assert button.inner_text() == "Stopp"
    visit.wait_for_headline(JUNE)
    visit.page.locator(".u-timeline button", has_text="Spill av").wait_for()
    visit.page.wait_for_timeout(1500)
    assert visit.page.url.endswith("?losning=digihelse")


def test_nothing_plays_for_those_who_want_no_motion(visit: Visit):
    visit.page.emulate_media(reduced_motion="reduce")
    visit.open(DIGIHELSE)
    visit.page.get_by_role("slider", name="Tidslinje").wait_for()
    assert not visit.page.locator(".u-timeline button").is_visible()


def test_a_solution_with_one_date_has_no_timeline(visit: Visit):
    visit.open("ikke-tatt-i-bruk?losning=kjernejournal")
    assert visit.page.get_by_role("slider").count() == 0


@pytest.fixture
def demo_visit(visit: Visit, demo_server: str) -> Visit:
    """A visitor to two years of demo figures."""
    visit.address = demo_server
    return visit


def test_the_slider_reaches_each_of_24_months_and_the_address_follows(demo_visit: Visit):
    demo_visit.open()
    slider = demo_visit.page.get_by_role("slider", name="Tidslinje")
    assert slider.get_attribute("max") == "23"
    slider.focus()
    seen = []
    for key in ("End", "ArrowLeft", "Home", "ArrowRight"):
        demo_visit.page.keyboard.press(key)
        month = slider.get_attribute("aria-valuetext")
        demo_visit.page.locator(".u-eyebrow", has_text=month).wait_for()
        seen.append((month, demo_visit.page.url.partition("dato=")[2]))
    assert seen == [
        ("oktober 2026", ""),
        ("september 2026", "2026-09"),
        ("november 2024", "2024-11"),
        ("desember 2024", "2024-12"),
    ]
    assert demo_visit.errors == []


def test_play_shows_month_after_month_until_it_is_stopped(demo_visit: Visit):
    demo_visit.open("ikke-tatt-i-bruk?dato=2025-03")
    button = demo_visit.page.locator(".u-timeline button")
    button.press("Enter")
    for month, slug in (("april 2025", "2025-04"), ("mai 2025", "2025-05")):
        demo_visit.page.locator(".u-eyebrow", has_text=month).wait_for()
        demo_visit.page.wait_for_url(f"**dato={slug}**")
    button.press("Enter")
    demo_visit.page.locator(".u-timeline button", has_text="Spill av").wait_for()
    stopped = demo_visit.page.url
    demo_visit.page.wait_for_timeout(2500)
    assert demo_visit.page.url == stopped
    demo_visit.page.go_back()
    demo_visit.page.locator(".u-eyebrow", has_text="mars 2025").wait_for()
    assert demo_visit.errors == []
