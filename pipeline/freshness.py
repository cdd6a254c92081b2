"""Whether the warehouse in force was built from what is there now."""

import hashlib
from contextlib import suppress
from pathlib import Path

import duckdb

from pipeline.errors import UserError
from pipeline.paths import NEIGHBOURS, QUESTIONS, REGISTER, ROOT
from pipeline.sources.folder import read_plain, walk
from pipeline.sources.limits import MAX_BYTES
from pipeline.warehouse import connect, current_path

PROGRAM = ROOT / "pipeline"
_BUILT_FROM = QUESTIONS / "built_from.sql"


def fingerprint(raw: Path, decisions: Path) -> str:
    """A digest of everything that a build rests on: sources, registers, decisions, program.

    By name and content, never by time: a file that is taken away, put back or copied with an old
    date is noticed all the same. What a build does not read (a pipe, a link out of the folder, a
    file that is too large) counts by its name alone.
    """
    digest = hashlib.sha256()
    for found in sorted(walk(raw), key=lambda one: one.name) if raw.is_dir() else ():
        digest.update(f"{found.name}\n{found.problem}\n".encode())
        with suppress(UserError):
            digest.update(read_plain(found.path, found.root, MAX_BYTES))
    for root in (REGISTER, NEIGHBOURS, decisions, PROGRAM):
        for path in [root, *sorted(root.rglob("*"))]:
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path.relative_to(root)}\n{path.stat().st_size}\n".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def is_up_to_date(warehouse: Path, raw: Path, decisions: Path) -> bool:
    """True when the build in force can be opened and rests on just what is there now."""
    try:
        with connect(current_path(warehouse)) as connection:
            built = connection.execute(_BUILT_FROM.read_text(encoding="utf-8")).fetchone()
        return built == (fingerprint(raw, decisions),)
    except (UserError, duckdb.Error, OSError):
        return False
