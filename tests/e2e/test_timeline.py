"""The timeline: a slider over the dates of a solution, which the address follows."""

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
