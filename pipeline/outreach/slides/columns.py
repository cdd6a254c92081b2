"""Names in columns: which names stand in which column of which slide, and how large."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from pipeline.outreach.slides import measure


@dataclass(frozen=True, slots=True)
class Entry:
    """A name on a slide. strong: set in bold; signs: what stands after it ("●", "†")."""

    text: str
    strong: bool = False
    signs: str = ""

    @property
    def printed(self) -> str:
        """The name with its signs."""
        return f"{self.text} {self.signs}" if self.signs else self.text


@dataclass(frozen=True, slots=True)
class Block:
    """Names under a heading, which may be empty, with a note of what is to be known of them."""

    key: str
    heading: str
    note: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """How names are set: so many columns a slide, in so many points."""

    columns: int
    size: float


SETTINGS = (
    Setting(3, 24), Setting(4, 20), Setting(5, 18), Setting(5, 16), Setting(6, 15), Setting(6, 14),
)  # fmt: skip
"""The largest first. Nothing smaller: it is to be read from the back of a room."""

GUTTER = 0.2
_FEWEST = 6
_TOGETHER = 3
_COST_OF_PARTING = 1.5  # in points of type
_POINTS = 72

Column = list[Block]
"""Blocks, or parts of them, below each other."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The columns of every slide, and how they are set."""

    setting: Setting
    slides: list[list[Column]]


def spread(blocks: Sequence[Block], room: tuple[float, float], continued: str) -> Spread:
    """All blocks over as few slides as can be, in the type that then reads best.

    room: width and height of the columns' place, in inches; continued: what a heading becomes
    where its block goes on, with {heading} in it. A block is rather kept in one column than set
    much larger; one block alone is spread evenly.
    """
    tried = [
        Spread(setting, _slides(blocks, setting, room, continued, whole))
        for setting in SETTINGS
        for whole in (True, False)
    ]
    return min(tried, key=lambda spread: (len(spread.slides), -_legible(spread)))


def _legible(spread: Spread) -> float:
    """How well it reads: the larger the better, and worse for each block that is parted."""
    blocks = [block for slide in spread.slides for column in slide for block in column]
    parted = len(blocks) - len({block.key for block in blocks})
    return spread.setting.size - _COST_OF_PARTING * parted


def _slides(
    blocks: Sequence[Block],
    setting: Setting,
    room: tuple[float, float],
    continued: str,
    whole: bool,
) -> list[list[Column]]:
    most = int(room[1] * _POINTS / (setting.size * measure.LINE))
    width = column_width(setting, room[0])
    if len(blocks) == 1:
        lines = _taken(blocks[0].entries, setting.size, width)
        least = head_lines(blocks[0], setting.size, width) + ceil(lines / setting.columns)
        most = min(most, max(least, _FEWEST))
    columns = list(_columns(blocks, setting, width, most, continued, whole))
    number = setting.columns
    return [columns[i : i + number] for i in range(0, len(columns), number)]


def column_width(setting: Setting, width: float) -> float:
    """The width of one column where so many share the width."""
    return (width - GUTTER * (setting.columns - 1)) / setting.columns


def _columns(
    blocks: Sequence[Block],
    setting: Setting,
    width: float,
    most: int,
    continued: str,
    whole: bool,
) -> Iterator[Column]:
    """Columns of at most so many lines. whole: a block that fits in a column is not parted."""
    column: Column = []
    used = 0
    for block in blocks:
        rest = block
        while rest.entries:
            above = (1 if column else 0) + head_lines(rest, setting.size, width)
            fitting = _fitting(rest.entries, setting.size, width, most - used - above)
            needed = _taken(rest.entries, setting.size, width) + above - 1
            parted = fitting < len(rest.entries) and whole and needed <= most
            if column and (parted or fitting < min(_TOGETHER, len(rest.entries))):
                yield column
                column, used = [], 0
                continue
            fitting = max(fitting, 1)
            if 0 < len(rest.entries) - fitting < _TOGETHER:
                fitting = max(fitting - _TOGETHER, 1)  # one name alone on top looks forgotten
            column.append(replace(rest, entries=rest.entries[:fitting]))
            used += above + _taken(rest.entries[:fitting], setting.size, width)
            rest = _rest(rest, block, fitting, continued)
            if rest.entries:
                yield column
                column, used = [], 0
    if column:
        yield column


def _rest(rest: Block, block: Block, fitting: int, continued: str) -> Block:
    heading = continued.format(heading=block.key) if block.heading else ""
    return replace(rest, heading=heading, note="", entries=rest.entries[fitting:])


def head_lines(block: Block, size: float, width: float) -> int:
    """The lines above the names of a block: its heading and note."""
    heading = measure.lines(block.heading, size, width, bold=True) if block.heading else 0
    return heading + (measure.lines(block.note, size, width) if block.note else 0)


def _fitting(entries: Sequence[Entry], size: float, width: float, room: int) -> int:
    """How many of the names fit in so many lines."""
    for count, entry in enumerate(entries):
        room -= measure.lines(entry.printed, size, width, entry.strong)
        if room < 0:
            return count
    return len(entries)


def _taken(entries: Sequence[Entry], size: float, width: float) -> int:
    return sum(measure.lines(entry.printed, size, width, entry.strong) for entry in entries)
