"""A map page against the obvious one (bench/plain): rerun, bytes, and redraw in the browser.

Both are on the same figures and in the same run, in turn. Rerun: the script alone, on another
solution each time. Bytes: what a change of the solution sends, as the browser decodes it, and the
geometry. Redraw: from the click on a solution to the last change of the map's areas.

Budgets, on two cores: rerun 25 ms (p95 60 ms), 60 kB a change, geometry 130 kB compressed, redraw
300 ms.
"""

import gzip
import json
import logging
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, Route
from streamlit.testing.v1 import AppTest

from bench.sessions import served
from pipeline.build import build
from pipeline.paths import RAW, ROOT
from scripts.browsing import AREAS, chromium

PLAIN = ROOT / "bench" / "plain" / "app.py"
SOLUTIONS = {
    "digihelse": "DigiHelse",
    "digihelsestasjon": "DigiHelsestasjon",
    "vkp": "VKP",
    "kjernejournal": "Kjernejournal",
}
RERUNS, REDRAWS = 25, 3
"""Rounds through the four solutions; the first round warms up and is not counted."""

# Notes when an option is clicked and when the areas of the map last changed.
_WATCH = f"""
    document.addEventListener('click', (event) => {{
        if (event.target.closest('[role=option]')) window.clicked = performance.now();
    }}, true);
    new MutationObserver((changes) => {{
        const drawn = (node) => node.matches?.('{AREAS}') || node.querySelector?.('{AREAS}');
        if (changes.some((change) => drawn(change.target) || [...change.addedNodes].some(drawn)))
            window.redrawn = performance.now();
    }}).observe(document, {{subtree: true, childList: true, attributes: true}});
"""
_SCREEN = {"width": 1440, "height": 900}
_NO_WORLD = json.dumps({"type": "Topology", "objects": {}, "arcs": []})


def run() -> None:
    """Print medians of both, and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        build(RAW, Path(folder))
        _reruns(folder)
        _in_the_browser(Path(folder))


def _reruns(warehouse: str) -> None:
    logging.getLogger("streamlit").setLevel(logging.ERROR)
    os.environ["UTBREDELSE_WAREHOUSE"] = warehouse
    ours = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    ours.switch_page("pages/not_adopted.py").run()
    plain = AppTest.from_file(str(PLAIN), default_timeout=60).run()
    mine, theirs = [], []
    for _ in range(RERUNS + 1):
        for solution, name in SOLUTIONS.items():
            ours.query_params["losning"] = solution
            mine.append(_timed(ours))
            plain.sidebar.selectbox[0].set_value(name)
            theirs.append(_timed(plain))
    _print("rerun", "ms", mine[len(SOLUTIONS) :], theirs[len(SOLUTIONS) :])


def _timed(app: AppTest) -> float:
    started = time.perf_counter()
    app.run()
    taken = 1000 * (time.perf_counter() - started)
    if app.exception:
        raise RuntimeError(app.exception[0].message)
    return taken


class _Viewer:
    """A browser on one of the two pages, counting what it is sent."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.sent, self.geometry = page, 0, b""
        page.on("websocket", lambda socket: socket.on("framereceived", self._count))
        page.on("response", self._weigh)
        # What plotly.js asks another host for before it draws, answered as if that were near.
        page.route("**/world_*.json", _answer_world)
        page.add_init_script(_WATCH)
        page.goto(address)
        page.wait_for_function(f"document.querySelectorAll('{AREAS}').length === 357")
        page.wait_for_timeout(1500)

    def _count(self, payload: str | bytes) -> None:
        self.sent += len(payload)

    def _weigh(self, response: object) -> None:
        if "/static/geo/municipalities" in response.url:
            self.geometry = response.body()

    def change(self, solution: str) -> tuple[float, float]:
        """Choose a solution; gives milliseconds to the last change of the map, and kilobytes."""
        self.page.bring_to_front()
        before = self.sent
        self.page.get_by_role("combobox", name="Løsning").click()
        self.page.get_by_role("option", name=solution, exact=True).click()
        self.page.locator("h1", has_text=solution).wait_for()
        self.page.wait_for_timeout(1500)
        taken = self.page.evaluate("window.redrawn - window.clicked")
        return taken, (self.sent - before) / 1000


def _answer_world(route: Route) -> None:
    if "localhost" in route.request.url:
        route.continue_()
    else:
        route.fulfill(body=_NO_WORLD, content_type="application/json")


def _in_the_browser(warehouse: Path) -> None:
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        ours, plain = (
            _Viewer(browser.new_page(viewport=_SCREEN, bypass_csp=True), address)
            for address in _addresses(stack, warehouse)
        )
        changes = [
            (ours.change(name), plain.change(name))
            for _ in range(REDRAWS + 1)
            for name in SOLUTIONS.values()
        ][len(SOLUTIONS) :]
        for place, (what, unit) in enumerate((("redraw", "ms"), ("filter change", "kB"))):
            mine, theirs = ([pair[side][place] for pair in changes] for side in (0, 1))
            _print(what, unit, mine, theirs)
        compressed = len(gzip.compress(ours.geometry, 6)) / 1000
        print(f"geometry: once, {compressed:.0f} kB compressed; plain: in every change")


def _addresses(stack: ExitStack, warehouse: Path) -> Iterator[str]:
    yield stack.enter_context(served(warehouse)).address + "/ikke-tatt-i-bruk"
    yield stack.enter_context(served(warehouse, PLAIN)).address


def _print(what: str, unit: str, mine: list[float], theirs: list[float]) -> None:
    (m, m95), (t, t95) = ((median(s), quantiles(s, n=20)[-1]) for s in (mine, theirs))
    print(
        f"{what}: {m:.0f} {unit} (p95 {m95:.0f}); plain: {t:.0f} {unit} (p95 {t95:.0f}); "
        f"ratio plain / ours: {t / m:.1f} ({len(mine)} each)"
    )
