"""Publishing a build: a new file, then one atomic switch, so that readers never see half of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline import texts
from pipeline.errors import UserError
from pipeline.warehouse import CURRENT

KEPT = 3
LOCK = ".lock"
LOCK_SECONDS = 5


@contextmanager
def writer(folder: Path) -> Iterator[None]:
    """Hold the folder as its only writer; left-overs of a build that was killed are swept first.

    Raises UserError when the folder cannot be written or another build holds it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK, timeout=LOCK_SECONDS)
        lock.acquire()
    except Timeout as error:
        raise UserError(texts.LOCKED.format(folder=folder)) from error
    except OSError as error:
        raise UserError(_cannot_write(folder, error)) from error
    try:
        _sweep(folder)
        yield
    except OSError as error:
        raise UserError(_cannot_write(folder, error)) from error
    finally:
        lock.release()


def _sweep(folder: Path) -> None:
    for leftover in [*folder.glob(".wh-*.tmp*"), *folder.glob(f".{CURRENT}.tmp")]:
        leftover.unlink(missing_ok=True)


def _cannot_write(folder: Path, error: OSError) -> str:
    return texts.CANNOT_WRITE.format(folder=folder, why=texts.why(error))


def new_build(folder: Path) -> Path:
    """The path to build into; its name sorts by time."""
    return folder / f".wh-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.duckdb.tmp"


def publish(built: Path) -> Path:
    """Put a finished, closed build in force and return its path; the oldest but three go.

    Raises OSError, with the old build in force and nothing of the new one left, when the folder
    does not let itself be written.
    """
    folder = built.parent
    _sync(built)
    final = folder / built.name.removeprefix(".").removesuffix(".tmp")
    built.rename(final)
    aside = folder / f".{CURRENT}.tmp"
    try:
        aside.write_text(final.name + "\n", encoding="utf-8")
        _sync(aside)
        aside.replace(folder / CURRENT)
    except OSError:
        final.unlink(missing_ok=True)
        raise
    _sync(folder)
    _forget_old(folder, final)
    return final


def _forget_old(folder: Path, final: Path) -> None:
    """Names tell the time of a clock that may have been wrong: the files' own order decides."""
    old = [path for path in folder.glob("wh-*.duckdb") if path != final]
    for path in sorted(old, key=lambda path: path.stat().st_mtime_ns)[: 1 - KEPT]:
        path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
