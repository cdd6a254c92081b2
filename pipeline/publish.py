"""Publishing a build: a new file, then one atomic switch, so that readers never see half of it."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline import texts
from pipeline.digests import digest_of
from pipeline.errors import UserError
from pipeline.manifest import sealed
from pipeline.warehouse import CURRENT, current_path, manifest_of

KEPT = 3
LOCK = ".lock"
LOCK_SECONDS = 5


@contextmanager
def writer(folder: Path) -> Iterator[None]:
    """Hold the folder as its only writer; left-overs of a build that was killed are swept first.

    Raises UserError when the folder cannot be written or another build holds it.
    """
    with writing_to(folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(folder / LOCK, timeout=LOCK_SECONDS)
            lock.acquire()
        except Timeout as error:
            raise UserError(texts.LOCKED.format(folder=folder)) from error
        try:
            _sweep(folder)
            yield
        finally:
            lock.release()


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Whatever keeps a folder from being written is one sentence that names it: a UserError."""
    try:
        yield
    except OSError as error:
        why = texts.why(error)
        raise UserError(texts.CANNOT_WRITE.format(folder=folder, why=why)) from error


def _sweep(folder: Path) -> None:
    """Take away what a build that was killed left, and old builds where space is short."""
    odd = [folder / CURRENT] if (folder / CURRENT).is_dir() else []
    for leftover in [*folder.glob(".*.tmp*"), *folder.glob("wh-*.wal"), *odd]:
        remove(leftover)
    for manifest in folder.glob("wh-*.json"):
        if not manifest.with_suffix(".duckdb").exists():
            manifest.unlink(missing_ok=True)
    try:
        in_force = current_path(folder)
    except UserError:
        return
    for old in _oldest_first(folder, in_force):
        if shutil.disk_usage(folder).free > 2 * in_force.stat().st_size:
            return
        _remove(old)


def remove(path: Path) -> None:
    """Take away a file, or the folder that DuckDB makes for what does not fit in memory."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def new_build(folder: Path) -> Path:
    """The path to build into; its name sorts by time."""
    return folder / f".wh-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.duckdb.tmp"


def publish(built: Path, told: Mapping[str, object] | None = None) -> Path:
    """Put a finished, closed build in force and return its path; the oldest but three go.

    told: what its manifest is to say beside id, digest and time. The id is the day and the first of
    the digest of all that the build rests on (`fingerprint`), else of the file itself. Whoever has
    an old build open keeps it: an open file outlives its name. Raises OSError, with the old build
    in force and nothing of the new one left, when the folder does not let itself be written.
    """
    folder = built.parent
    _sync(built)
    final = folder / built.name.removeprefix(".").removesuffix(".tmp")
    manifest = manifest_of(final)
    sha256 = digest_of(built) or ""
    now = datetime.now(UTC)
    digest = str((told or {}).get("fingerprint") or sha256)
    said = {
        "id": f"{now:%Y-%m-%d}-{digest[:8]}",
        "build": final.name,
        "sha256": sha256,
        "published_at": now.isoformat(timespec="seconds"),
        **(told or {}),
    }
    try:
        _write(manifest, sealed(said))
        built.rename(final)
        _write(folder / CURRENT, final.name)
    except OSError:
        manifest.unlink(missing_ok=True)
        final.unlink(missing_ok=True)
        raise
    _sync(folder)
    _forget_old(folder, final)
    return final


def _write(path: Path, text: str) -> None:
    """A small file, whole on disk before it takes the place of the old one."""
    aside = path.with_name(f".{path.name.removeprefix('.')}.tmp")
    try:
        aside.write_text(text + "\n", encoding="utf-8")
        _sync(aside)
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


def _forget_old(folder: Path, final: Path) -> None:
    for path in _oldest_first(folder, final)[: 1 - KEPT]:
        _remove(path)


def _oldest_first(folder: Path, but: Path) -> list[Path]:
    """Names tell the time of a clock that may have been wrong: the files' own order decides."""
    old = [path for path in folder.glob("wh-*.duckdb") if path != but]
    return sorted(old, key=lambda path: path.stat().st_mtime_ns)


def _remove(build: Path) -> None:
    build.unlink(missing_ok=True)
    manifest_of(build).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
