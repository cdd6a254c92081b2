"""The pictures of the pages that the documents show."""

import io
import re

import pytest
from PIL import Image

from dashboard import texts
from pipeline.paths import ROOT
from scripts.screenshots import Shot, gallery, save

DOCS = ROOT / "docs"
SHOWN = re.compile(r'(?:src="|!\[[^\]]*\]\()([^")]+\.png)')


def test_the_gallery_shows_every_page_of_the_menu():
    shown = re.findall(r"^## (.+)$", (DOCS / "pages.md").read_text(), re.M)
    assert sorted(shown) == sorted(texts.PAGES.values()), "make screenshots"


@pytest.mark.parametrize("document", ["README.md", "docs/pages.md"])
def test_every_picture_that_a_document_shows_is_there(document):
    path = ROOT / document
    shown = SHOWN.findall(path.read_text())
    assert len(shown) >= 2
    assert [name for name in shown if not (path.parent / name).is_file()] == []


def test_the_pictures_are_small():
    assert sum(file.stat().st_size for file in DOCS.rglob("*.png")) < 2_500_000


def test_a_page_is_shown_by_its_name_wide_and_narrow():
    page = gallery([Shot("Kommune", "Tromsø har tatt i bruk 2 av 4 løsninger", "kommune")])
    assert "\n## Kommune\n\nTromsø har tatt i bruk 2 av 4 løsninger\n" in page
    assert SHOWN.findall(page) == ["pages/kommune-wide.png", "pages/kommune-narrow.png"]


def test_a_saved_picture_keeps_its_size_and_its_flat_colours(tmp_path):
    content = io.BytesIO()
    Image.new("RGB", (390, 844), "#0B4F5C").save(content, "PNG")
    save(content.getvalue(), tmp_path / "page.png")
    saved = Image.open(tmp_path / "page.png")
    assert saved.size == (390, 844)
    assert saved.convert("RGB").getpixel((10, 10)) == (0x0B, 0x4F, 0x5C)
