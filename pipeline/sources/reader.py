"""One source file, read whole: what it is, what date it speaks for, and every row as text."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pipeline import texts
from pipeline.errors import UserError
from pipeline.sources.dates import date_in_path
from pipeline.sources.decode import decode
from pipeline.sources.kinds import Kind
from pipeline.sources.rows import Row, read_rows
from pipeline.sources.sidecar import Sidecar, read_sidecar

NOT_SOURCES = frozenset({".md", ".toml"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source file as read. `problem` is the one sentence why it cannot be used, else None."""

    path: str
    sha256: str
    kind: Kind | None = None
    as_of: date | None = None
    complete: bool = True
    encoding: str | None = None
    sidecar: Sidecar = field(default_factory=Sidecar)
    rows: Sequence[Row] = ()
    problem: str | None = None

    @property
    def owner(self) -> str | None:
        """Who speaks in this file: the sidecar's word before the kind's."""
        return self.sidecar.owner or (self.kind.owner if self.kind else None)


def find_sources(raw: Path) -> list[Path]:
    """All files below a folder that may be sources, by path; sidecars, notes and hidden files not.

    Raises UserError for a folder that does not exist or has none.
    """
    if not raw.is_dir():
        raise UserError(texts.NO_FOLDER.format(folder=raw))
    found = sorted(
        path
        for path in raw.rglob("*")
        if path.is_file()
        and path.suffix.lower() not in NOT_SOURCES
        and not any(part.startswith((".", "~$")) for part in path.relative_to(raw).parts)
    )
    if not found:
        raise UserError(texts.EMPTY_FOLDER.format(folder=raw))
    return found


def read_source(path: Path, raw: Path, kinds: Sequence[Kind]) -> SourceFile:
    """One file below `raw`. Never raises for what the file holds: that stands in `problem`."""
    name = path.relative_to(raw).as_posix()
    try:
        data = path.read_bytes()
    except OSError as error:
        return SourceFile(name, "", problem=texts.CANNOT_READ.format(why=error.strerror))
    digest = hashlib.sha256(data).hexdigest()
    try:
        sidecar = read_sidecar(path)
        text, encoding = decode(data)
        kind, rows = read_rows(text, kinds)
        as_of = sidecar.as_of or date_in_path(path.relative_to(raw))
        if as_of is None:
            raise UserError(texts.NO_DATE.format(file=path.name))
    except UserError as error:
        return SourceFile(name, digest, problem=str(error))
    return SourceFile(
        name, digest, kind, as_of, sidecar.complete is not False, encoding, sidecar, rows
    )
