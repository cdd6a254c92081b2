"""The Content-Security-Policy: it is strict, and no page needs more than it allows."""

from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from dashboard.navigation import PATHS
from tests.e2e.conftest import Visit
from web.policy import CONTENT_SECURITY_POLICY

COLLECT = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""


@pytest.fixture(scope="session", params=["light"])
def strict_context(browser: Browser, request: pytest.FixtureRequest) -> BrowserContext:
    """A browser that holds to the policy; the other tests' tools evaluate text."""
    return browser.new_context(
        viewport={"width": 1440, "height": 900},
        accept_downloads=True,
        color_scheme=request.param,
        permissions=["clipboard-read", "clipboard-write"],
    )


@pytest.fixture
def strict(strict_context: BrowserContext, server: str) -> Iterator[Visit]:
    """A visitor with such a browser."""
    page = strict_context.new_page()
    page.set_default_timeout(20_000)
    page.add_init_script(COLLECT)
    made = Visit(page, server)
    page.on("console", lambda line: made.errors.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: made.errors.append(str(error)))
    yield made
    page.close()


def work(page: Page) -> None:
    """Do what can be done on a page: play, copy, choose, take away, unfold, follow a link."""
    for press in ("Spill av", "Kopier lenke"):
        if (button := page.get_by_role("button", name=press)).count():
            button.first.press("Enter")
    for label in page.locator("[data-testid=stButtonGroup] button").all()[:2]:
        label.click()
    for button in page.locator("[data-testid=stDownloadButton] button").all():
        if button.is_visible() and button.is_enabled():
            with page.expect_download():
                button.click()
    for summary in page.locator("details > summary").all()[:3]:
        if summary.is_visible():
            summary.press("Enter")


@pytest.mark.parametrize(
    ("strict_context", "path"),
    [*(("light", path) for path in PATHS.values()), ("dark", PATHS["enrolled"])],
    indirect=["strict_context"],
)
def test_every_page_works_within_the_policy(strict: Visit, path: str):
    page = strict.page
    strict.open(path, areas=None)
    page.wait_for_load_state("networkidle")
    work(page)
    if (filters := page.get_by_role("combobox")).count():
        filters.first.click()
        page.get_by_role("option").last.click()
    page.wait_for_load_state("networkidle")
    page.locator("h1").first.wait_for()
    assert page.evaluate("violations") == []
    assert strict.errors == []


def test_the_policy_allows_no_script_but_served_files(server: str):
    with urlopen(f"{server}/") as answer:
        told = answer.headers["Content-Security-Policy"]
        page = answer.read().decode()
    assert told == CONTENT_SECURITY_POLICY
    rules = dict(rule.split(" ", 1) for rule in told.split("; "))
    assert rules["script-src"] == "'self'"
    assert rules["object-src"] == "'none'"
    assert "<script>" not in page


def test_a_script_in_the_page_does_not_run(strict: Visit):
    strict.open("", areas=None)
    strict.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
        " { textContent: 'window.ran = true' }))"
    )
    assert strict.page.evaluate("window.ran") is None
    assert strict.page.evaluate("violations.length") == 1
