"""Every page, looked at once on each screen: it works, fits, and leaves nobody out.

What a view costs is opening it, so all that is only looked at is looked at in one.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext

from tests.e2e.conftest import Visit, visiting
from tests.e2e.test_pages import PAGES, PHONE

WIDE = (1440, 900)
GRAVE = {"serious", "critical"}


@pytest.fixture(scope="module", params=PAGES)
def wide(context: BrowserContext, server: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    with visiting(context, server, WIDE) as visit:
        yield shown(visit, request.param)


@pytest.fixture(scope="module", params=PAGES)
def phone(context: BrowserContext, server: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    with visiting(context, server, PHONE) as visit:
        yield shown(visit, request.param)


@pytest.fixture(scope="module", params=PAGES)
def dark(context: BrowserContext, server: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    with visiting(context, server, WIDE) as visit:
        visit.page.emulate_media(color_scheme="dark")
        yield shown(visit, request.param)


def shown(visit: Visit, path: str) -> Visit:
    """A page when it has run to its end: till then some of it is faded."""
    visit.open(path, PAGES[path][0])
    visit.page.wait_for_load_state("networkidle")
    visit.page.wait_for_selector("[data-test-script-state=notRunning]")
    return visit


def violations(visit: Visit) -> dict[str, list[str]]:
    """What axe-core calls serious, with the elements."""
    found = Axe().run(visit.page).response["violations"]
    return {
        violation["id"]: [node["html"][:200] for node in violation["nodes"]]
        for violation in found
        if violation["impact"] in GRAVE
    }


def test_it_opens_by_its_link_without_complaint_or_another_host(
    wide: Visit, request: pytest.FixtureRequest
):
    _, sentence = PAGES[request.node.callspec.params["wide"]]
    assert sentence in wide.headline
    assert wide.errors == []
    assert {urlsplit(url).hostname for url in wide.requests if url.startswith("http")} == {
        "localhost"
    }
    assert wide.page.get_by_role("dialog").count() == 0
    assert wide.page.evaluate("document.documentElement.lang") == "nb"


def test_it_has_no_serious_violation(wide: Visit):
    assert violations(wide) == {}


def test_it_does_not_scroll_sideways_on_a_phone(phone: Visit):
    assert phone.page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    main = "document.querySelector('[data-testid=stMain]')"
    assert phone.page.evaluate(f"{main}.scrollWidth <= {main}.clientWidth")


def test_it_has_no_serious_violation_on_a_phone(phone: Visit):
    assert violations(phone) == {}


def test_it_has_no_serious_violation_in_the_dark(dark: Visit):
    assert violations(dark) == {}
    dark.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    dark.page.wait_for_load_state("networkidle")
    assert violations(dark) == {}
