"""Whether the warehouse in force was built from what is there now."""

import hashlib
from pathlib import Path

import duckdb

from pipeline.errors import UserError
from pipeline.paths import NEIGHBOURS, QUESTIONS, REGISTER, ROOT
from pipeline.warehouse import connect, current_path

PROGRAM = ROOT / "pipeline"
_BUILT_FROM = QUESTIONS / "built_from.sql"


def fingerprint(raw: Path, decisions: Path) -> str:
    """A digest of everything that a build rests on: sources, registers, decisions, program.

    By name and content, never by time: a file that is taken away, put back or copied with an old
    date is noticed all the same.
    """
    digest = hashlib.sha256()
    for root in (raw, REGISTER, NEIGHBOURS, decisions, PROGRAM):
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
