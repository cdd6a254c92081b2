"""The publication log: every build that has been in force, what came in, what it changed.

A folder beside the warehouse's (data/publications), and no part of it: the warehouse can be deleted
and built again, the log is only appended to, and is backed up. log.jsonl has a line a publication:
the manifest that stands beside the build. inputs/ has every file that a build rested on, named by
the digest of its bytes.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from pipeline import texts
from pipeline.digests import digest_of
from pipeline.errors import UserError
from pipeline.freshness import Stock
from pipeline.manifest import Told, told_of
from pipeline.warehouse import Build

LOG, INPUTS = "log.jsonl", "inputs"


def log_folder(warehouse: Path) -> Path:
    """Where the publications of a warehouse folder are written down."""
    return warehouse.resolve().parent / "publications"


def record(stock: Stock, before: Told, who: str) -> Told:
    """What is to be said of a build that rests on a stock, beside what its file says of itself.

    before: what was said of the publication before; empty for none.
    """
    inputs = stock.inputs
    was = before.get("inputs", {})
    return {
        "who": who,
        "fingerprint": stock.fingerprint,
        "program": stock.program,
        "libraries": stock.libraries,
        "came_in": sorted(inputs.keys() - was.keys()),
        "went": sorted(was.keys() - inputs.keys()),
        "differ": sorted(name for name in inputs.keys() & was.keys() if inputs[name] != was[name]),
        "inputs": inputs,
    }


def keep_inputs(folder: Path, stock: Stock) -> None:
    """Keep the inputs of a stock by content; what is kept already is not written again.

    Raises UserError, with nothing half written, for a file that is not what it was; OSError.
    """
    kept = folder / INPUTS
    kept.mkdir(parents=True, exist_ok=True)
    new = {digest: stock.paths[name] for name, digest in stock.inputs.items()}
    new = {digest: path for digest, path in new.items() if not (kept / digest).exists()}
    aside = kept / ".tmp"  # the writer is alone, and what a kill left is written over
    for digest, path in new.items():
        try:
            with aside.open("wb") as copy:
                copy.write(path.read_bytes())
                copy.flush()
                os.fsync(copy.fileno())
            if digest_of(aside) != digest:
                raise UserError(texts.CHANGED_MEANWHILE.format(file=path.name))
            aside.replace(kept / digest)
        finally:
            aside.unlink(missing_ok=True)


def append(folder: Path, told: Told) -> None:
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
    """Write down the build in force if it has no line: its publication has only just been, or a
    crash came between. Raises OSError.
    """
    told = told_of(in_force.path) if in_force else {}
    if told and not any(line["build"] == told["build"] for line in publications(folder)):
        append(folder, told)


def publications(folder: Path) -> Iterator[Told]:
    """Every line of the log, the newest first; a line that a crash cut off is passed over."""
    try:
        lines = (folder / LOG).read_bytes().splitlines()
    except FileNotFoundError:
        return
    for line in reversed(lines):
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict) and "build" in told:
            yield told
