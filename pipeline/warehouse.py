"""Reading the warehouse in force, safely: one read-only connection a process, a cursor a run."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from pipeline import texts
from pipeline.errors import UserError
from pipeline.paths import QUESTIONS

CURRENT = "CURRENT"
_BUILD = re.compile(r"wh-\w+\.duckdb")
_BUILT_FROM = QUESTIONS / "built_from.sql"

_SETTINGS = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "1GB",
    "lock_configuration": "true",
}


@dataclass(frozen=True, slots=True)
class Build:
    """A published build: its DuckDB file, and what its manifest says of it.

    Without a readable manifest (put there by hand, or older than manifests) id is the name of the
    file, sha256 and fingerprint are empty and published_at is the time of the file. fingerprint:
    the digest of all that it rests on.
    """

    path: Path
    id: str
    sha256: str
    published_at: datetime
    fingerprint: str = ""


def current_path(folder: Path) -> Path:
    """The DuckDB file in force. Raises UserError when nothing has been published there."""
    try:
        current = folder / CURRENT
        name = current.read_text(encoding="utf-8").strip() if current.is_file() else ""  # no pipe
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(texts.NO_WAREHOUSE.format(folder=folder)) from error
    if not _BUILD.fullmatch(name) or not (folder / name).is_file():
        raise UserError(texts.NO_WAREHOUSE.format(folder=folder))
    return folder / name


def current_build(folder: Path) -> Build:
    """The build in force. Raises UserError when nothing has been published there."""
    path = current_path(folder)
    try:
        told = json.loads(manifest_of(path).read_bytes())
        published_at = datetime.fromisoformat(told["published_at"]).astimezone(UTC)
        fingerprint = str(told.get("fingerprint", ""))
        return Build(path, str(told["id"]), str(told["sha256"]), published_at, fingerprint)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Build(path, path.stem, "", _time_of(path, folder))


def manifest_of(build: Path) -> Path:
    """Where the manifest of a build stands, beside it."""
    return build.with_suffix(".json")


def _time_of(path: Path, folder: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        raise UserError(texts.NO_WAREHOUSE.format(folder=folder)) from error


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection that can reach nothing but its own file, and cannot be unlocked."""
    return duckdb.connect(str(path), read_only=True, config=_SETTINGS)


@contextmanager
def opened(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The build in force, for one command: every question that is asked inside is asked of it.

    Raises UserError when there is none, and when it is damaged, of another version of the program
    or no build at all: the file then does not open, or lacks what is asked for.
    """
    path = current_path(folder)
    try:
        with connect(path) as connection:
            connection.execute(_BUILT_FROM.read_text(encoding="utf-8"))
            yield connection
    except duckdb.Error as error:
        raise UserError(texts.UNUSABLE_BUILD.format(path=path)) from error


class Reader:
    """Hands out cursors on the warehouse in force; opens a new build when one is published.

    The old connection is dropped, never closed: another thread may still be reading from it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._path: Path | None = None
        self._connection: duckdb.DuckDBPyConnection | None = None

    def cursor(self) -> tuple[str, duckdb.DuckDBPyConnection]:
        """The name of the build in force (part of every cache key), and a cursor on it."""
        with self._lock:
            path = current_path(self._folder)
            if self._connection is None or path != self._path:
                self._connection = connect(path)
                self._path = path
            return path.name, self._connection.cursor()
