"""A warehouse that is not as it was left: every command tells, and the pages keep the last build.

After each, the next build is whole and in force.
"""

import asyncio
import json
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from random import Random
from urllib.error import HTTPError
from urllib.request import urlopen

import duckdb

from bench.chaos.ground import Ground, Tally, command, state_fault
from bench.chaos.visits import fault_of
from bench.sessions import Server, opened, served
from dashboard import texts
from dashboard.navigation import PATHS
from pipeline.warehouse import CURRENT, current_path, manifest_of

_COMMANDS = {
    "current": (),
    "export": ("not-adopted", "--solution", "kjernejournal", "--out"),
    "decide": ("--list",),
}
_SHOWN = "har ikke tatt i bruk Kjernejournal"


def _current(content: bytes) -> Callable[[Path], object]:
    return lambda build: (build.parent / CURRENT).write_bytes(content)


def _instead(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def replace(build: Path) -> None:
        (build.parent / CURRENT).unlink()
        make(build.parent / CURRENT)

    return replace


def _file(content: bytes) -> Callable[[Path], object]:
    return lambda build: build.write_bytes(content)


def _changed(statements: str) -> Callable[[Path], object]:
    """Of another version of the program: no manifest, for that would not fit."""

    def change(build: Path) -> None:
        manifest_of(build).unlink(missing_ok=True)
        with duckdb.connect(str(build)) as connection:
            connection.execute(statements)

    return change


def _foreign(build: Path) -> None:
    build.unlink()
    _changed("CREATE TABLE adoption AS SELECT 1 AS other")(build)


def _flipped(build: Path) -> None:
    content, draw = bytearray(build.read_bytes()), Random(5)
    for _ in range(200):
        content[draw.randrange(len(content))] ^= 1 << draw.randrange(8)
    build.write_bytes(content)


_NAMES: dict[str, Callable[[Path], object]] = {
    "CURRENT missing": _instead(lambda _: None),
    "CURRENT empty": _current(b""),
    "CURRENT random": _current(Random(1).randbytes(300)),
    "CURRENT to elsewhere": _current(b"../../etc/passwd\n"),
    "CURRENT to nothing": _current(b"wh-1.duckdb\n"),
    "CURRENT endless": _instead(lambda path: path.symlink_to("/dev/zero")),
    "CURRENT a folder": _instead(os.mkdir),
    "CURRENT a pipe": _instead(os.mkfifo),
    "CURRENT a ring": _instead(lambda path: path.symlink_to(path)),
}
_FILES: dict[str, Callable[[Path], object]] = {
    "build cut off": lambda build: os.truncate(build, 100_000),
    "build empty": _file(b""),
    "build random": _file(Random(2).randbytes(100_000)),
    "build with 200 flipped bits": _flipped,
    "build gone": os.unlink,
    "build a folder": lambda build: (build.unlink(), build.mkdir()),
    "build foreign": _foreign,
    "build without a column": _changed("ALTER TABLE adoption DROP COLUMN wave"),
    "build without tables": _changed("DROP TABLE control_total; DROP TABLE change"),
}
_MANIFESTS: dict[str, Callable[[Path], object]] = {
    "manifest gone": lambda build: manifest_of(build).unlink(),
    "manifest empty": lambda build: manifest_of(build).write_bytes(b""),
    "manifest random": lambda build: manifest_of(build).write_bytes(Random(4).randbytes(300)),
    "manifest nested": lambda build: manifest_of(build).write_text("[" * 100_000),
    "manifest of other words": lambda build: manifest_of(build).write_text(json.dumps({"id": 1})),
}
"""Without its manifest a build is still a build; it is built anew when asked for."""


def run(ground: Ground, tally: Tally) -> None:
    """First what commands say, then what pages show."""
    told = [*((name, how, 1) for name, how in (_NAMES | _FILES).items())]
    told += [(name, how, 0) for name, how in _MANIFESTS.items()]
    with ThreadPoolExecutor(2) as pool:
        for faults in pool.map(partial(_commands, ground), told[::12] if ground.short else told):
            for fault in faults:
                tally.note(fault)
    _pages(ground, tally)
    if not ground.short:
        with served(ground.new("broken-none")) as server:
            tally.note(_nothing_fault(server))


def _commands(ground: Ground, state: tuple[str, Callable[[Path], object], int]) -> list[str | None]:
    """What is wrong with what each command says, and with the build that is made then."""
    name, how, code = state
    warehouse = ground.copy(f"broken-{name}")
    how(current_path(warehouse))
    faults = []
    for word, more in _COMMANDS.items():
        out = [warehouse.parent / "list.csv"] if word == "export" else []
        fault = command(word, *more, *out, "--warehouse", warehouse).fault(code)
        faults.append(f"{name}: {word}: {fault}" if fault else None)
    again = command("build", "--if-changed", "--raw", ground.raw, "--warehouse", warehouse)
    fault = again.fault(0) or state_fault(warehouse, ground.contents[0])
    faults.append(f"{name}: built again: {fault}" if fault else None)
    return faults


def _pages(ground: Ground, tally: Tally) -> None:
    """A server goes through all states."""
    warehouse = ground.copy("broken-pages")
    good = shutil.copytree(warehouse, warehouse.with_name("good"))
    states = list((_NAMES | _FILES).items())
    with served(warehouse) as server:
        for name, how in states[::12] if ground.short else states:
            other = warehouse / "wh-29990101T000000.duckdb"  # a publication that is broken
            shutil.copy(current_path(good), other)
            shutil.copy(manifest_of(current_path(good)), manifest_of(other))
            (warehouse / CURRENT).write_text(other.name)
            how(other)
            tally.note(_pages_fault(server, f"pages, {name}", warehouse))
            shutil.rmtree(warehouse)
            shutil.copytree(good, warehouse)
            tally.note(_pages_fault(server, f"pages, after {name}", warehouse))


def _pages_fault(server: Server, state: str, warehouse: Path) -> str | None:
    """Why the pages do not show the build that was in force before the broken one."""

    async def ask() -> str | None:
        async with opened(server.port) as session:
            for page in (PATHS["not_adopted"], PATHS["quality"], PATHS["municipality"]):
                answer = await session.ask(page)
                if fault := fault_of(answer):
                    return f"{state}: /{page}: {fault}"
                if page == PATHS["not_adopted"] and _SHOWN not in answer.html:
                    return f"{state}: the figures of the last build are gone"
        return None

    return asyncio.run(ask())


def _nothing_fault(server: Server) -> str | None:
    """Why a server without any build does not say so."""

    async def ask() -> str:
        async with opened(server.port) as session:
            return (await session.ask("")).html

    if texts.NO_WAREHOUSE_TITLE not in asyncio.run(ask()):
        return "pages without a build do not say so"
    try:
        with urlopen(f"{server.address}/klar", timeout=10) as answer:
            return f"/klar answers {answer.status} where there is no build"
    except HTTPError as error:
        return None if error.code == 503 else f"/klar answers {error.code} where there is no build"
