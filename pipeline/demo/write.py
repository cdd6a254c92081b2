"""Write the demo set: exports and their sidecars in an empty folder, all of them or none."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from pipeline import texts
from pipeline.demo.exports import Export, exports_of
from pipeline.demo.names import Printer
from pipeline.demo.truth import draw_truth
from pipeline.demo.world import World
from pipeline.errors import UserError
from pipeline.paths import REGISTER
from pipeline.portfolio import load_portfolio
from pipeline.register.municipalities import load_register
from pipeline.sources.dates import parse_date
from pipeline.sources.limits import FIRST_YEAR
from pipeline.sources.sidecar import SUFFIX

LAST = "2026-10"
"""The last month when nothing else is asked for: fixed, so that a seed means the same for good."""


def write_demo(out: Path, months: int, seed: int, last: str = LAST) -> int:
    """Write `months` months of exports, the last of them `last` ("2026-10"); the files written.

    The same arguments give the same bytes. Raises UserError, with the folder as it was, when it is
    not empty or cannot be written, and for months that nobody could have exports of.
    """
    days = _days(months, last)
    files = _render(days, seed)
    made: list[Path] = []
    try:
        if out.exists() and any(out.iterdir()):
            raise UserError(texts.DEMO_NOT_EMPTY.format(folder=out))
        for name, content in files.items():
            path = out / name
            made += _make_folder(path.parent)
            made.append(path)
            path.write_bytes(content)
    except OSError as error:
        _take_back(made)
        why = texts.why(error)
        raise UserError(texts.DEMO_CANNOT_WRITE.format(folder=out, why=why)) from error
    return len(files) // 2


def _days(months: int, last: str) -> list[date]:
    """The last days of the months, the first month first."""
    if months < 1:
        raise UserError(texts.DEMO_MONTHS.format(months=months))
    day = _last_day(last)
    if (day.year - FIRST_YEAR) * 12 + day.month < months:
        raise UserError(texts.DEMO_TOO_MANY.format(months=months, year=FIRST_YEAR))
    days = [day]
    while len(days) < months:
        days.append(days[-1].replace(day=1) - timedelta(days=1))
    return days[::-1]


def _last_day(month: str) -> date:
    """The last day of "2026-10". UserError unless that month is over: a build takes no other."""
    try:
        day = parse_date(month) if len(month) == len("2026-10") else None
    except UserError:
        day = None
    if day is None or day > date.today():
        raise UserError(texts.DEMO_LAST.format(last=month))
    return day


def _render(days: list[date], seed: int) -> Mapping[str, bytes]:
    """Every file and sidecar by path below the folder."""
    register = load_register(REGISTER)
    everyone = list(register.municipalities.values())
    portfolio = load_portfolio(REGISTER, everyone)
    world = World(
        municipalities=everyone,
        portfolio=portfolio,
        truth=draw_truth(everyone, portfolio, seed),
        printer=Printer(register, seed),
        seed=seed,
    )
    files: dict[str, bytes] = {}
    for export in _exports(world, days):
        files[export.path] = _table(export)
        files[export.path + SUFFIX] = _sidecar(export)
    return files


def _exports(world: World, days: list[date]) -> Iterator[Export]:
    for i, day in enumerate(days):
        month = i - len(days) + 1
        yield from exports_of(world, month, day, is_last=month == 0)


def _table(export: Export) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(export.rows)
    return text.getvalue().encode(export.encoding)


def _sidecar(export: Export) -> bytes:
    said = {
        "owner": export.owner,
        "source": texts.DEMO_SOURCE,
        "note": export.note,
        "replaces": export.replaces,
    }
    # A JSON string is a TOML string
    lines = [f"{key} = {json.dumps(v, ensure_ascii=False)}" for key, v in said.items() if v]
    return "\n".join([*lines, "demo = true", ""]).encode()


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder; those that had to be made, the outermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _take_back(made: list[Path]) -> None:
    """Remove what was written before the folder refused the rest."""
    for path in reversed(made):
        with suppress(OSError):  # a folder that somebody else has put something in stays
            path.rmdir() if path.is_dir() else path.unlink()
