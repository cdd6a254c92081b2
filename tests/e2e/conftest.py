"""A real server on the real figures, and a real browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocket

from bench.sessions import served
from scripts.browsing import AREAS, chromium


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.path).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(real_warehouse: Path) -> Iterator[str]:
    """The address of a server that has just started."""
    with served(real_warehouse) as server:
        yield server.address


@pytest.fixture(scope="session")
def demo_server(demo_warehouse: Path) -> Iterator[str]:
    """The address of a server on two years of demo exports."""
    with served(demo_warehouse) as server:
        yield server.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with chromium() as browser:
        yield browser


@dataclass
class Visit:
    """A page with a record of what it asked for, what it complained of, and what it received."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    received: int = 0

    def open(self, path: str = "ikke-tatt-i-bruk", areas: int | None = 357) -> "Visit":
        """Open a link and wait until it is drawn (areas on the map; None for pages without)."""
        self.page.goto(f"{self.address}/{path}")
        self.page.wait_for_selector("h1")
        if areas:
            self.wait_for_areas(areas)
        return self

    def wait_for_areas(self, count: int) -> None:
        """Wait until the map has that many areas."""
        self.page.wait_for_function(
            f"document.querySelectorAll('{AREAS}').length === {count}", timeout=30_000
        )

    @property
    def headline(self) -> str:
        """The sentence at the top."""
        return self.page.locator("h1").inner_text().replace("\n", " ")

    def choose(self, label: str, option: str) -> None:
        """Choose in a filter as a user does."""
        self.page.get_by_role("combobox", name=label).click()
        self.page.get_by_role("option", name=option, exact=True).click()

    def wait_for_headline(self, text: str) -> None:
        """Wait until the headline holds a text."""
        self.page.locator("h1", has_text=text).wait_for(timeout=15_000)

    def _heard(self, socket: WebSocket) -> None:
        def count(payload: str | bytes) -> None:
            self.received += len(payload)

        socket.on("framereceived", count)


@pytest.fixture(scope="session")
def context(browser: Browser) -> BrowserContext:
    """What visitors share as pages of one browser do: files that it has fetched before."""
    return browser.new_context(accept_downloads=True, bypass_csp=True)


@contextmanager
def visiting(context: BrowserContext, server: str, size: tuple[int, int]) -> Iterator[Visit]:
    """A new visitor with a screen of a size (width, height)."""
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.set_default_timeout(20_000)
    made = Visit(page, server)
    page.on("request", lambda asked: made.requests.append(asked.url))
    page.on("websocket", made._heard)
    page.on("console", lambda line: made.errors.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: made.errors.append(str(error)))
    yield made
    page.close()


@pytest.fixture
def visit(context: BrowserContext, server: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A new visitor; parametrize indirectly with (width, height) for another screen."""
    with visiting(context, server, getattr(request, "param", (1440, 900))) as made:
        yield made
