"""A server that goes away under an open page, and comes back."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.sessions import served
from tests.e2e.conftest import Visit

ENGLISH = ("Streamlit", "Connect", "running", "Error", "restart", "terminal")
TRIES_AGAIN = 20_000
"""Milliseconds within which a page has found a server that is back, starting included."""


ON_TOP = """(h) => {
    h.scrollIntoView({ block: "center" });
    const box = h.getBoundingClientRect();
    return h.contains(document.elementFromPoint(box.x + 9, box.y + 9));
}"""


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["screen", "phone"])
def test_a_page_without_its_server_says_so_in_norwegian_stays_and_comes_back_by_itself(
    browser: Browser, real_warehouse: Path, size: tuple[int, int]
):
    viewport = {"width": size[0], "height": size[1]}
    page = browser.new_page(viewport=viewport, bypass_csp=True)
    page.add_init_script(
        "addEventListener('message', (e) => e.data?.scriptRunState === 'running' && (window.runs ="
        " (window.runs ?? 0) + 1))"
    )
    with served(real_warehouse) as server:
        visit = Visit(page, server.address).open("ikke-tatt-i-bruk?region=digi-agder")
        before = visit.headline
    notice = page.get_by_role("status").filter(has_text="Mistet forbindelsen, og prøver igjen")
    notice.wait_for()
    shown = page.locator("body").inner_text()
    assert not [word for word in ENGLISH if word in shown]
    assert page.get_by_role("dialog").count() == 0
    assert visit.headline == before
    assert page.locator("h1").evaluate(ON_TOP)
    # A link that is followed meanwhile opens when the server is back.
    page.evaluate("history.pushState({}, '', '?region=digi-nordland')")
    runs = page.evaluate("window.runs")
    with served(real_warehouse, port=server.port):
        page.locator("h1", has_text="Nordland").wait_for(timeout=TRIES_AGAIN)
        assert page.evaluate("window.runs") > runs
        assert notice.count() == 0
    page.close()
