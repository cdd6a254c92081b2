"""The publication log: every build that has been in force, what came in, what it changed.

A folder beside the warehouse's (data/publications), and no part of it: the warehouse can be deleted
and built again, the log is only appended to, and is backed up. log.jsonl has a line a publication:
the manifest that stands beside the build. inputs/ has every file that a build rested on, named by
the digest of its bytes.
"""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from filelock import FileLock

from pipeline import texts
from pipeline.digests import digest_of
from pipeline.errors import UserError
from pipeline.freshness import Stock
from pipeline.publish import LOCK, LOCK_SECONDS
from pipeline.warehouse import Build, manifest_of

LOG, INPUTS = "log.jsonl", "inputs"

Told = dict[str, Any]
"""What a manifest says of its build."""


def log_folder(warehouse: Path) -> Path:
    """Where the publications of a warehouse folder are written down."""
    return warehouse.resolve().parent / "publications"


def record(stock: Stock, before: Build | None, who: str) -> Told:
    """What is to be said of a build that rests on a stock, beside what its file says of itself."""
    inputs = stock.inputs
    was = told_of(before).get("inputs", {}) if before else {}
    return {
        "who": who,
        "fingerprint": stock.fingerprint,
        "program": stock.program,
        "came_in": sorted(inputs.keys() - was.keys()),
        "went": sorted(was.keys() - inputs.keys()),
        "differ": sorted(name for name in inputs.keys() & was.keys() if inputs[name] != was[name]),
        "inputs": inputs,
    }


def told_of(build: Build) -> Told:
    """The manifest of a build; empty where there is none that can be read."""
    try:
        told = json.loads(manifest_of(build.path).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def keep_inputs(folder: Path, stock: Stock) -> None:
    """Keep the inputs of a stock by content; what is kept already is not written again.

    Raises UserError, with nothing half written, for a file that is not what it was; OSError.
    """
    kept = folder / INPUTS
    kept.mkdir(parents=True, exist_ok=True)
    new = {digest: stock.paths[name] for name, digest in stock.inputs.items()}
    with FileLock(folder / LOCK, timeout=LOCK_SECONDS):  # a log may be of several warehouses
        for left in kept.glob(".*.tmp"):  # by a build that was killed
            left.unlink()
        for digest, path in new.items():
            if not (kept / digest).exists():
                _keep(path, kept / digest)


def _keep(path: Path, kept: Path) -> None:
    """A copy named by its digest, whole on disk before it has that name."""
    aside = kept.with_name(f".{kept.name}.tmp")
    try:
        with aside.open("wb") as copy:
            copy.write(path.read_bytes())
            copy.flush()
            os.fsync(copy.fileno())
        if digest_of(aside) != kept.name:
            raise UserError(texts.CHANGED_MEANWHILE.format(file=path.name))
        aside.replace(kept)
    finally:
        aside.unlink(missing_ok=True)


def append(folder: Path, told: Mapping[str, object]) -> None:
    """Add a line to the log, whole on disk before this returns. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    line = json.dumps(told, ensure_ascii=False).encode() + b"\n"
    with (folder / LOG).open("ab+") as log:
        if log.tell():
            log.seek(-1, os.SEEK_END)
            if log.read(1) != b"\n":  # a line that a crash cut off stays, by itself
                line = b"\n" + line
        log.write(line)
        log.flush()
        os.fsync(log.fileno())


def catch_up(folder: Path, in_force: Build | None) -> None:
    """Write down the build in force if a crash came between its publication and its line."""
    told = told_of(in_force) if in_force else {}
    if told and not any(line.get("build") == told["build"] for line in publications(folder)):
        append(folder, told)


def publications(folder: Path) -> Iterator[Told]:
    """Every line of the log, the oldest first; a line that a crash cut off is passed over."""
    try:
        lines = (folder / LOG).read_bytes().splitlines()
    except FileNotFoundError:
        return
    for line in lines:
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict):
            yield told
