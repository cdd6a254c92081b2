"""What every page has around it: the link to copy, and word of new figures."""

from pathlib import Path

import pytest

from pipeline.build import build
from pipeline.paths import RAW
from tests.e2e.conftest import Visit

READ = "navigator.clipboard.readText()"
NO_CLIPBOARD = (
    'Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true })'
)


def copied(visit: Visit) -> str:
    """Press the button with the keyboard, wait for the word that it is done, and read."""
    button = visit.page.get_by_role("button", name="Kopier lenke")
    button.focus()
    visit.page.keyboard.press("Enter")
    visit.page.get_by_role("status").filter(has_text="Kopiert").wait_for()
    visit.page.evaluate("delete navigator.clipboard")
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return visit.page.evaluate(READ)


@pytest.mark.parametrize("script", ["", NO_CLIPBOARD], ids=["https", "http"])
def test_the_copied_link_opens_this_view_also_when_newer_figures_have_come(visit: Visit, script):
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.add_init_script(script)
    visit.open("ikke-tatt-i-bruk?region=digi-agder")
    assert copied(visit) == (
        f"{visit.address}/ikke-tatt-i-bruk?region=digi-agder&losning=kjernejournal&dato=2024-06"
    )


def test_every_page_with_filters_can_copy_its_link(visit: Visit):
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.open("klar-for-neste?region=digi-agder")
    assert copied(visit) == f"{visit.address}/klar-for-neste?region=digi-agder"


NEWS = "Nye tall er kommet."


def look_again(visit: Visit) -> None:
    """Let a minute pass."""
    with visit.page.expect_response("**/build-in-force"):
        visit.page.clock.fast_forward(61_000)


def test_figures_newer_than_the_page_are_told_and_loaded_when_asked_for(
    visit: Visit, real_warehouse: Path
):
    visit.page.clock.install()
    visit.open("ikke-tatt-i-bruk?region=digi-agder")
    look_again(visit)
    news = visit.page.get_by_role("status").filter(has_text=NEWS)
    assert news.count() == 0
    build(RAW, real_warehouse)
    look_again(visit)
    news.wait_for()
    shown = visit.page.evaluate("document.documentElement.dataset.build")
    news.get_by_role("button", name="Last på nytt").press("Enter")
    visit.page.wait_for_function(
        f"![undefined, '{shown}'].includes(document.documentElement?.dataset.build)"
    )
    visit.wait_for_headline("Digi Agder")
    assert news.count() == 0
