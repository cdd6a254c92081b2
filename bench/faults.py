"""What suppliers do wrong, planted in honest demo sets: how much of it is caught, and what else is.

Every list of NHN and KS gets each fault once, in a month drawn. A fault is caught when the list is
held back, or, of a filtered one, when it speaks of no more than what the filter left. A copy of the
month before may be honest, and half a list that ends where a solution does says nothing wrong
beside the whole one: that they are asked about is enough. Prints a line a fault and list, caught of
planted, and every list of an honest month that was held back.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import duckdb

from pipeline.asking import ask
from pipeline.build import try_out
from pipeline.demo.write import write_demo
from pipeline.inputs import read_inputs
from pipeline.paths import DECISIONS, REGISTER
from pipeline.register.municipalities import Municipality, load_register

SEEDS, MONTHS = range(1, 21), 24
LAST = "2026-10"
CALM = 8
"""Months before the first fault: what is usual must be known."""

Rows = list[list[str]]


class List(NamedTuple):
    """A monthly list: its owner, name and encoding, and the columns that change places."""

    owner: str
    name: str
    encoding: str
    swapped: tuple[int, int]

    def path(self, month: str) -> str:
        """Where the demo set has it."""
        return f"{self.owner}-{month}/{self.name}_{month}.csv"


LISTS = {
    "kjernejournal": List("nhn", "kjernejournal_status", "cp1252", (0, 2)),
    "digihelse": List("nhn", "digihelse_status", "utf-8-sig", (0, 1)),
    "digihelsestasjon": List("nhn", "digihelsestasjon_avtaler", "utf-8-sig", (1, 2)),
    "vkp": List("nhn", "vkp_kommuner", "cp1252", (0, 1)),
    "status": List("nhn", "status", "utf-8-sig", (0, 1)),
    "gap": List("ks", "ikke_tatt_i_bruk", "utf-8-sig", (1, 2)),
}
MANY = 40
_TOTAL = "Totalt"


class World(NamedTuple):
    """What a fault may need to know: chance, and the municipalities."""

    random: Random
    municipalities: Sequence[Municipality]


def half(rows: Rows, name: str, world: World) -> Rows:
    """The first half of the file."""
    return rows[: 1 + len(rows) // 2]


def swapped_columns(rows: Rows, name: str, world: World) -> Rows:
    """Two headings have changed places."""
    header = [*rows[0]]
    one, other = LISTS[name].swapped
    header[one], header[other] = header[other], header[one]
    return [header, *rows[1:]]


def many_said(rows: Rows, name: str, world: World) -> Rows | None:
    """Forty municipalities are suddenly at another stage, as rows say."""
    words = {
        "kjernejournal": (2, "Bruker Kjernejournal", "Teknisk tilrettelagt"),
        "digihelse": (1, "Aktiv", "-"),
        "status": (2, "I bruk", "Ikke tatt i bruk"),
    }
    if name == "vkp":
        named = {row[0] for row in rows}
        new = [[m.name, str(m.population)] for m in world.municipalities if m.name not in named]
        return [*_body(rows), *world.random.sample(new, MANY)] if len(new) >= MANY else None
    if name not in words:
        return None
    column, before, now = words[name]
    groups: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        if row[column] == before:
            groups[row[1] if name == "status" else name].append(i)
    chosen = max(groups.values(), key=len, default=[])
    if len(chosen) < MANY:
        return None
    changed = {*world.random.sample(chosen, MANY)}
    return [
        [*row[:column], now, *row[column + 1 :]] if i in changed else row
        for i, row in enumerate(rows)
    ]


def many_silent(rows: Rows, name: str, world: World) -> Rows | None:
    """Forty municipalities of one solution are not in the file any more."""
    if name in ("digihelse", "status"):  # silence says nothing there
        return None
    groups: dict[str, Rows] = defaultdict(list)
    for row in _body(rows)[1:]:
        groups[row[0] if name == "gap" else name].append(row)
    chosen = max(groups.values(), key=len)
    if len(chosen) < MANY:
        return None
    gone = world.random.sample(chosen, MANY)
    return [row for row in _body(rows) if row not in gone]


def filtered(rows: Rows, name: str, world: World) -> Rows:
    """An export filtered to a health region, which its footer tells."""
    west = {m.name for m in world.municipalities if m.health_region == "Helse Vest"}
    place = rows[0].index("Kommune") if "Kommune" in rows[0] else 0
    left = [row for row in rows[1:] if row[place] in west]
    return [rows[0], *left, [], ["Brukte filtre:\nHelseregion er Helse Vest"]]


def _body(rows: Rows) -> Rows:
    """Without the total row, which would give the fault away."""
    return [row for row in rows if row[0] != _TOTAL]


FAULTS: dict[str, Callable[[Rows, str, World], Rows | None]] = {
    "half": half,
    "swapped columns": swapped_columns,
    "many said": many_said,
    "many silent": many_silent,
    "filtered": filtered,
}
COPY, SHRINKS = "copy of the month before", "correction that shrinks"
EVERY = (*FAULTS, COPY, SHRINKS)


def plant(raw: Path, fault: str, name: str, month: str, before: str, world: World) -> str | None:
    """Plant a fault in a list of a month; its path below raw, None where it cannot be."""
    one = LISTS[name]
    path = raw / one.path(month)
    if not path.exists() or list(raw.glob(f"*/{one.name}_{month}_rettet.csv")):
        return None
    rows = _read(path, one)
    if fault == COPY:
        earlier = raw / one.path(before)
        if not earlier.exists():
            return None
        path.write_bytes(earlier.read_bytes())
    elif fault == SHRINKS:
        path = path.with_stem(f"{path.stem}_rettet")
        _write(path, half(rows, name, world), one)
    else:
        changed = FAULTS[fault](rows, name, world)
        if changed is None:
            return None
        _write(path, changed, one)
    return path.relative_to(raw).as_posix()


def _read(path: Path, one: List) -> Rows:
    return list(csv.reader(io.StringIO(path.read_bytes().decode(one.encoding)), delimiter=";"))


def _write(path: Path, rows: Rows, one: List) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(one.encoding))


def tried(seed: int, turn: int, months: int = MONTHS) -> Iterator[tuple[str, str, bool]]:
    """Plant a fault in every list of a demo set, another at each turn: fault, list, caught.

    An honest list that is held back stands there as a fault "honest", not caught.
    """
    with TemporaryDirectory() as folder:
        raw, built = Path(folder, "raw"), Path(folder, "tried.duckdb")
        write_demo(raw, months, seed, LAST)
        planted = _planted(raw, Random(f"{seed}/{turn}"), turn)
        try_out(read_inputs(raw, DECISIONS), built)
        with duckdb.connect(str(built), read_only=True) as connection:
            told = {row["path"]: row for row in ask(connection, _ASKED)}
    for path, (fault, name) in planted.items():
        yield fault, name, _is_caught(told[path], fault)
    for path, row in told.items():
        if path not in planted and row["verdict"] in ("held_back", "unusable"):
            yield HONEST, path, False


HONEST = "honest"
_ASKED = """
    SELECT path, verdict, scope, EXISTS (
        FROM finding WHERE source_path = path AND finding.kind IN ('copy', 'side_by_side')) AS asked
    FROM source_file
"""


def _planted(raw: Path, random: Random, turn: int) -> dict[str, tuple[str, str]]:
    """What was planted, by the path of the list: fault and name."""
    municipalities = list(load_register(REGISTER).municipalities.values())
    months = sorted(folder.name.removeprefix("ks-") for folder in raw.glob("ks-*"))
    planted = {}
    for place, name in enumerate(LISTS):
        fault = EVERY[(place + turn) % len(EVERY)]
        i = random.randrange(min(CALM, len(months) // 2), len(months) - 1)
        world = World(random, municipalities)
        if path := plant(raw, fault, name, months[i], months[i - 1], world):
            planted[path] = (fault, name)
    return planted


def _is_caught(row: dict[str, Any], fault: str) -> bool:
    """Whether a planted fault is seen for what it is."""
    is_part = fault == "filtered" and row["scope"] == "Helse Vest"
    is_asked = fault in (COPY, SHRINKS) and row["asked"]
    return row["verdict"] == "held_back" or is_part or is_asked


def run() -> None:
    """Plant all faults in sets of 20 seeds, and print what was caught of them."""
    counts: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for seed in SEEDS:
        for turn in range(len(EVERY)):
            for fault, name, caught in tried(seed, turn):
                counts[fault, name].append(caught)
    for (fault, name), caught in sorted(counts.items()):
        print(f"{fault:26} {name:40} {sum(caught)}/{len(caught)}")
    planted = [one for (fault, _), caught in counts.items() if fault != HONEST for one in caught]
    alarms = sum(len(caught) for (fault, _), caught in counts.items() if fault == HONEST)
    print(f"caught {sum(planted)} of {len(planted)}; honest lists held back: {alarms}")


if __name__ == "__main__":
    run()
