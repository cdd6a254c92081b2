"""LibreOffice for tests: opens what people are given, and shows what it makes of it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

NORWEGIAN = "1044"
UTF8 = "76"


def converted(path: Path, to: str, read_as: str = "") -> Path:
    """The file as LibreOffice saves it in another format, beside it.

    Skips the test where there is no LibreOffice: CI has it, and so runs them all.
    """
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice er ikke installert")
    command = [
        office, "--headless", f"-env:UserInstallation=file://{path.parent}/profile",
        *([f"--infilter={read_as}"] if read_as else []),
        "--convert-to", to, "--outdir", str(path.parent / "converted"), str(path),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return path.parent / "converted" / f"{path.stem}.{to.split(':')[0]}"


class Word(NamedTuple):
    """A word as it is drawn: its page, and its place as shares of the page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def text_boxes(pdf: Path) -> list[Word]:
    """Every word of a PDF; skips the test without poppler, or without a font as wide as Arial."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext er ikke installert")
    if not re.search("Arial|Liberation", _said(["pdffonts", str(pdf)])):
        pytest.skip("Arial, eller Liberation Sans som er like bred, er ikke installert")
    return list(_words(_said(["pdftotext", "-bbox", str(pdf), "-"])))


def _said(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _words(shown: str) -> Iterator[Word]:
    page, width, height = 0, 1.0, 1.0
    for line in shown.splitlines():
        values = {key: float(value) for key, value in re.findall(r'(\w+)="([\d.]+)"', line)}
        if "<page" in line:
            page, width, height = page + 1, values["width"], values["height"]
        elif "<word" in line:
            yield Word(
                page, values["xMin"] / width, values["yMin"] / height, values["xMax"] / width,
                values["yMax"] / height, unescape(re.sub("<.*?>", "", line).strip()),
            )  # fmt: skip
