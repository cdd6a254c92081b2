"""Reading the warehouse in force, safely: one read-only connection a process, a cursor a run."""

import json
import logging
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from pipeline import texts
from pipeline.asking import ask
from pipeline.contract import load_contract
from pipeline.digests import digest_of
from pipeline.errors import UserError
from pipeline.paths import QUESTIONS

CURRENT = "CURRENT"
HELD = 3
"""Builds that a reader keeps open: what was drawn from an older one is drawn again."""
AGAIN_SECONDS = 30
"""So long a build that could not be opened is left alone."""
_LOG = logging.getLogger(__name__)
_BUILD = re.compile(r"wh-\w+\.duckdb")

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
    return build_at(current_path(folder))


def build_at(path: Path) -> Build:
    """A build and what its manifest says. Raises UserError when it is not there."""
    try:
        told = json.loads(manifest_of(path).read_bytes())
        published_at = datetime.fromisoformat(told["published_at"]).astimezone(UTC)
        fingerprint = str(told.get("fingerprint", ""))
        return Build(path, str(told["id"]), str(told["sha256"]), published_at, fingerprint)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Build(path, path.stem, "", _time_of(path))


def manifest_of(build: Path) -> Path:
    """Where the manifest of a build stands, beside it."""
    return build.with_suffix(".json")


def _time_of(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        raise UserError(texts.NO_WAREHOUSE.format(folder=path.parent)) from error


def connect(build: Build | Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection that can reach nothing but its own file, and cannot be unlocked.

    Raises UserError for a build that does not open, is not to the byte what was published, or
    lacks a table or column that this program asks for.
    """
    build = build if isinstance(build, Build) else build_at(build)
    if build.sha256 and digest_of(build.path) != build.sha256:
        raise UserError(texts.DAMAGED_BUILD.format(path=build.path))
    try:
        connection = duckdb.connect(str(build.path), read_only=True, config=_SETTINGS)
        columns = ask(connection, QUESTIONS / "columns.sql")
    except duckdb.Error as error:
        raise UserError(texts.DAMAGED_BUILD.format(path=build.path)) from error
    found = {(column["table_name"], column["column_name"]) for column in columns}
    if not found.issuperset((t.name, c.name) for t in load_contract() for c in t.columns):
        raise UserError(texts.OTHER_BUILD.format(path=build.path))
    return connection


class StaleError(UserError):
    """A build that is no longer held: figures drawn from it cannot be had any more."""


@dataclass(frozen=True, slots=True)
class Held:
    """A build that is open. is_latest: no newer one was published that could not be opened."""

    build: Build
    connection: duckdb.DuckDBPyConnection
    is_latest: bool = True


@contextmanager
def opened(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The build in force, for one command: every question that is asked inside is asked of it.

    Raises UserError when there is none, and when it cannot be used (see connect).
    """
    path = current_path(folder)
    try:
        with connect(path) as connection:
            yield connection
    except duckdb.Error as error:
        raise UserError(texts.DAMAGED_BUILD.format(path=path)) from error


class Reader:
    """Holds the build in force open; opens a new one when one is published.

    When the folder goes away, or a new build does not open, is not to the byte what was published
    or lacks what this program asks for, the last good one stays. An old connection is dropped,
    never closed: another thread may still be reading from it. The last few stay at hand for what
    was drawn from them.
    """

    def __init__(self, folder: Path, on_new: Callable[[], None] = lambda: None) -> None:
        """Read a warehouse folder; on_new is called when a build is opened."""
        self._folder = folder
        self._lock = threading.Lock()
        self._on_new = on_new
        self._held: dict[str, Held] = {}
        self._refused: dict[tuple[str, int], float] = {}

    def take(self) -> Held:
        """The latest build that can be read. Raises UserError when there is none."""
        with self._lock:
            last = next(reversed(self._held.values()), None)
            wanted = self._wanted()
            if wanted and (last is None or wanted.path != last.build.path):
                if opened := self._open(wanted):
                    last = self._keep(opened)
                else:
                    wanted = None
            if last is None:
                last = next(filter(None, map(self._open, self._older())), None)
                if last is None:
                    raise UserError(texts.NO_WAREHOUSE.format(folder=self._folder))
                self._keep(last)
            return replace(
                last,
                connection=last.connection.cursor(),
                is_latest=wanted is not None and wanted.path == last.build.path,
            )

    def again(self, name: str) -> Held:
        """The build of a name, if it is still held. Raises StaleError if not."""
        with self._lock:
            if name not in self._held:
                raise StaleError(texts.FIGURES_ARE_NEW)
            held = self._held[name]
            return replace(held, connection=held.connection.cursor())

    def _wanted(self) -> Build | None:
        try:
            return current_build(self._folder)
        except UserError:
            return None

    def _older(self) -> Iterator[Build]:
        """The builds that lie there, the newest first: one of them may still be good."""
        with suppress(OSError):
            lying = [(path.stat().st_mtime_ns, path) for path in self._folder.glob("wh-*.duckdb")]
            for _, path in sorted(lying, reverse=True):
                yield build_at(path)

    def _open(self, build: Build) -> Held | None:
        """A build if it can be read.

        What could not is tried again when it is another file, or after a while: it may be whole,
        and the machine have been short of something.
        """
        try:
            key = build.path.name, build.path.stat().st_mtime_ns
            if self._refused.get(key, 0) > time.monotonic():
                return None
            connection = connect(build)
        except OSError:
            return None
        except UserError as error:
            _LOG.warning("%s", error)
            self._refused[key] = time.monotonic() + AGAIN_SECONDS
            return None
        return Held(build, connection)

    def _keep(self, held: Held) -> Held:
        self._held.pop(held.build.path.name, None)
        self._held[held.build.path.name] = held
        self._on_new()
        while len(self._held) > HELD:
            del self._held[next(iter(self._held))]
        return held
