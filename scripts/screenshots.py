"""Take pictures of every page, wide and narrow, on the real figures, into docs/pages.

    python scripts/screenshots.py [--out DIR]

The pages are those that the dashboard itself has in its menu. docs/pages.md shows them all.
"""

import argparse
import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, Page

if not __package__:  # Run by its file name, Python looks for packages beside this file only.
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.sessions import served
from pipeline.build import build
from pipeline.paths import RAW, ROOT
from scripts.browsing import AREAS, chromium

OUT = ROOT / "docs"
SCREENS = {"wide": (1440, 900), "narrow": (390, 844)}
COLOURS = 128
"""Enough for flat areas and smoothed letters; a third of the bytes of full colour."""

VIEWS = {"min-digi-region": "region=digi-nordland", "kommune": "kommune=5501"}
"""What is chosen on pages that otherwise only ask for a choice."""

INTRO = """# The pages

Every page on the real figures, on a screen of 1440 × 900 and on a phone of 390 × 844.
`make screenshots` takes these pictures anew and writes this file.
"""


class Shot(NamedTuple):
    """A page in pictures: its name in the menu, its headline, and what its files are called."""

    title: str
    headline: str
    name: str


def main(arguments: list[str] | None = None) -> int:
    """Run the script; returns the exit code."""
    parser = argparse.ArgumentParser(description="Tar bilder av alle sidene.")
    parser.add_argument("--out", type=Path, default=OUT, help="mappe det skrives til")
    out = parser.parse_args(arguments).out
    (out / "pages").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        build(RAW, Path(folder))
        with served(Path(folder)) as server, chromium() as browser:
            shots = list(take_all(browser, server.address, out / "pages"))
    (out / "pages.md").write_text(gallery(shots), encoding="utf-8")
    print(f"{len(shots)} sider i {out}")
    return 0


def take_all(browser: Browser, address: str, folder: Path) -> Iterator[Shot]:
    """Take every page of the menu on every screen."""
    for title, path in menu(browser, address).items():
        name = path or "oversikt"
        chosen = f"{address}/{path}?{VIEWS.get(path, '')}".rstrip("?")
        for screen, size in SCREENS.items():
            with opened(browser, size) as page:
                page.goto(chosen)
                wait_until_drawn(page)
                picture = page.screenshot(scale="css")
                headline = page.locator("h1").inner_text()
            save(picture, folder / f"{name}-{screen}.png")
        yield Shot(title, headline, name)


def menu(browser: Browser, address: str) -> dict[str, str]:
    """The pages by their name in the menu, each with its path below the address."""
    with opened(browser, SCREENS["wide"]) as page:
        page.goto(address)
        wait_until_drawn(page)
        links = page.get_by_test_id("stPageLink-NavLink").all()
        return {
            a.inner_text().strip(): urlsplit(a.get_attribute("href")).path.strip("/") for a in links
        }


def opened(browser: Browser, size: tuple[int, int]) -> Page:
    """A page of a size, for a visitor who has not been there before."""
    return browser.new_page(viewport={"width": size[0], "height": size[1]}, bypass_csp=True)


def wait_until_drawn(page: Page) -> None:
    """Wait until headline, pictures, maps and charts stand."""
    page.wait_for_selector("h1")
    page.wait_for_load_state("networkidle")
    page.wait_for_function(
        f"""[...document.images].every((image) => image.complete)
        && [...document.querySelectorAll('.js-plotly-plot')].every((chart) =>
            chart.querySelector(chart.querySelector('.geo') ? '{AREAS}' : '.trace'))"""
    )
    page.wait_for_timeout(1000)  # the server's own elements fade in


def save(picture: bytes, file: Path) -> None:
    """Write a picture with few colours, so that it is small."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def gallery(shots: list[Shot]) -> str:
    """The Markdown page that shows them all."""
    parts = [
        f"\n## {shot.title}\n\n{shot.headline}\n\n"
        f'<img src="pages/{shot.name}-wide.png" width="640" alt="{shot.title}, wide"> '
        f'<img src="pages/{shot.name}-narrow.png" width="180" alt="{shot.title}, on a phone">\n'
        for shot in shots
    ]
    return INTRO + "".join(parts)


if __name__ == "__main__":
    sys.exit(main())
