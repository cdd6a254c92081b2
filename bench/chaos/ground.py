"""What groups share: a folder each, builds to start from, commands, and how it is counted."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import duckdb

from pipeline.build import build
from pipeline.paths import RAW, ROOT
from pipeline.publish import LOCK
from pipeline.warehouse import connect, current_path

MEMORY = 4 << 30
"""What any command may ask for: no file of ours needs so much."""

_PUBLIC = (
    "municipality", "solution", "adoption", "coverage", "review", "control_total", "source_file",
    "change", "rejected_row",
)  # fmt: skip


class NotRunError(Exception):
    """A group, or a part of it, that cannot run on this machine; says why."""


@dataclass
class Tally:
    """How many tries a group made, which of them did not end well, and what could not be tried."""

    tried: int = 0
    faults: list[str] = field(default_factory=list)
    not_run: list[str] = field(default_factory=list)

    def note(self, fault: str | None) -> None:
        """Count a try; with a fault, it was not survived."""
        self.tried += 1
        if fault:
            self.faults.append(fault)


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended; without a code it had to be stopped."""

    code: int | None
    out: str
    err: str

    def fault(self, *codes: int) -> str | None:
        """Why this is no answer that a person can use, if it is none.

        Calm is to end with one of the codes in good time and, where it failed, to say why in one
        sentence.
        """
        last = (self.err or self.out).strip().splitlines()[-1:] or [""]
        if self.code is None:
            return "does not end"
        if "Traceback" in self.err:
            return f"traceback: {last[0]}"
        if self.code not in codes:
            return f"ends with {self.code}: {last[0]}"
        if self.code and len(self.err.strip().splitlines()) > 1:
            return f"says more than a sentence: {last[0]}"
        return None if self.code == 0 or last[0] else "fails without a word"


def command(
    *arguments: object,
    module: str = "pipeline",
    answers: str = "",
    seconds: float = 60,
    limits: Mapping[int, int] | None = None,
) -> Said:
    """Run `python -m MODULE ARGUMENTS` to its end, with `answers` typed in; never for longer.

    limits: resource.RLIMIT_… to what the process and its children may use, above MEMORY.
    """
    process = start(*arguments, module=module, limits=limits)
    try:
        out, err = process.communicate(answers.encode(), timeout=seconds)
    except subprocess.TimeoutExpired:
        kill(process)
        out, err = process.communicate()
        return Said(None, _text(out), _text(err))
    return Said(process.returncode, _text(out), _text(err))


def start(
    *arguments: object, module: str = "pipeline", limits: Mapping[int, int] | None = None
) -> subprocess.Popen:
    """The same, without waiting for it; leader of a process group of its own."""

    def limit() -> None:
        for what, most in {resource.RLIMIT_AS: MEMORY, **(limits or {})}.items():
            resource.setrlimit(what, (most, most))

    return subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=limit,
    )


def kill(process: subprocess.Popen) -> None:
    """Kill a process that `start` has started, and its children, wherever they are."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)


def _text(said: bytes) -> str:
    return said.decode("utf-8", "backslashreplace")


@dataclass(frozen=True)
class Ground:
    """The folder where all groups work, and whether only a short form is wanted.

    raw, more and warehouse are for all of them and are never changed.
    """

    folder: Path
    short: bool

    def of(self, full: int, short: int) -> int:
        """How many tries to make."""
        return short if self.short else full

    def new(self, name: str) -> Path:
        """A new folder of that name."""
        folder = self.folder / name
        folder.mkdir()
        return folder

    @cached_property
    def raw(self) -> Path:
        """A copy of the project's source files."""
        return shutil.copytree(RAW, self.folder / "raw")

    @cached_property
    def more(self) -> Path:
        """The same with a row more, so that a build of it is another."""
        raw = shutil.copytree(RAW, self.folder / "more")
        (file,) = raw.glob("nhn-2024-05/vkp*.csv")
        file.write_bytes(file.read_bytes().rstrip() + b"\nHalden;31935\n")
        return raw

    @cached_property
    def warehouse(self) -> Path:
        """A warehouse folder with a build of `raw` in force, in a folder of its own."""
        folder = self.new("built") / "warehouse"
        build(self.raw, folder)
        return folder

    @cached_property
    def contents(self) -> tuple[str, str]:
        """What a build of `raw` holds, and what one of `more` does."""
        other = build(self.more, self.new("built-more") / "warehouse").path
        return content(current_path(self.warehouse)), content(other)

    def copy(self, name: str) -> Path:
        """A copy of `warehouse`, with what lies beside it, in a new folder of that name."""
        whole = shutil.copytree(self.warehouse.parent, self.folder / name)
        return whole / self.warehouse.name


def content(build_file: Path) -> str:
    """A digest of every row that a build shows others."""
    digest = sha256()
    with connect(build_file) as connection:
        for table in _PUBLIC:
            told = f"SELECT md5(string_agg(t::VARCHAR, chr(10) ORDER BY t::VARCHAR)) FROM {table} t"
            digest.update(f"{table} {connection.execute(told).fetchone()}\n".encode())
    return digest.hexdigest()


def in_force(warehouse: Path) -> str:
    """The content of the build in force, whose bytes are those that its manifest tells.

    Raises whatever keeps it from being read: a fault, wherever it happens.
    """
    path = current_path(warehouse)
    manifest = path.with_suffix(".json")
    if manifest.exists():
        told = json.loads(manifest.read_text(encoding="utf-8"))["sha256"]
        if told != sha256(path.read_bytes()).hexdigest():
            raise ValueError(f"{path.name} is not what its manifest says")
    return content(path)


def state_fault(warehouse: Path, *allowed: str) -> str | None:
    """Why the build in force is none of those whose content is allowed, if it is none."""
    try:
        found = in_force(warehouse)
    except (Exception, duckdb.Error) as error:
        return f"the build in force cannot be read: {error}"
    return None if found in allowed else "the build in force is neither the old nor the new"


def leftovers(warehouse: Path) -> list[str]:
    """Files of a build that was not finished."""
    beside = {path.name for path in warehouse.parent.rglob("*")}
    return sorted(n for n in beside if n.endswith(".wal") or (n.startswith(".") and n != LOCK))
