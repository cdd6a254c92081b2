"""How much room a text takes, so that nothing runs out of its box.

Measured in DejaVu Sans, which matplotlib ships, and scaled to what is still wider than Arial:
what fits then, fits in Arial, Calibri and Aptos.
"""

from functools import cache, lru_cache

import matplotlib
from PIL import ImageFont

LINE = 1.2
"""The height of a line, in font sizes; every text is set with just that."""

_SIZE = 100
_SCALE = {False: 0.95, True: 0.86}
_FONTS = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
_POINTS = 72


@lru_cache(maxsize=20_000)
def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line in inches; size in points."""
    return _font(bold).getlength(text) * _SCALE[bold] * size / _SIZE / _POINTS


def lines(text: str, size: float, room: float, bold: bool = False) -> int:
    """How many lines a text takes in so many inches; a word longer than a line is broken."""
    count = 0
    for paragraph in text.split("\n"):
        count += 1
        taken = 0.0
        for word in paragraph.split(" "):
            wide = width(word, size, bold)
            space = width(" ", size, bold) if taken else 0.0
            if taken and taken + space + wide > room:
                count += 1
                taken = space = 0.0
            if wide > room:
                count += int(wide // room)
                wide %= room
            taken += space + wide
    return count


def height(text: str, size: float, room: float, bold: bool = False) -> float:
    """The height of a text in inches, set in so many inches of width."""
    return lines(text, size, room, bold) * size * LINE / _POINTS


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    folder = matplotlib.get_data_path()
    return ImageFont.truetype(f"{folder}/fonts/ttf/{_FONTS[bold]}", _SIZE)
