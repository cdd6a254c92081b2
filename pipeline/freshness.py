"""What a build rests on, by content, and whether the one in force still rests on it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.errors import UserError
from pipeline.paths import NEIGHBOURS, REGISTER, ROOT
from pipeline.sources.folder import entries
from pipeline.warehouse import Build, current_build

PROGRAM = ROOT / "pipeline"
_PROGRAM, _RAW = "program", "raw"


@dataclass(frozen=True)
class Stock:
    """Every file that a build rests on, by its name, with the digest of its bytes.

    Names begin with what the file is: raw/…, register/…, neighbours, decisions, program/….
    """

    digests: Mapping[str, str]
    paths: Mapping[str, Path]

    @cached_property
    def fingerprint(self) -> str:
        """One digest of it all, by name and content, never by time.

        So a file that is taken away, put back or copied with an old date is noticed all the same.
        """
        lines = "".join(f"{name}\n{digest}\n" for name, digest in sorted(self.digests.items()))
        return hashlib.sha256(lines.encode()).hexdigest()

    @property
    def program(self) -> str:
        """The digest of the program's own files: its version."""
        return Stock(dict(self._of(_PROGRAM)), {}).fingerprint

    @property
    def inputs(self) -> dict[str, str]:
        """What people put in: all but the program."""
        program = dict(self._of(_PROGRAM))
        return {name: digest for name, digest in self.digests.items() if name not in program}

    def digest_of_source(self, file: str) -> str | None:
        """The digest of a file by its path below the raw folder."""
        return self.digests.get(f"{_RAW}/{file}")

    def changed_since(self, other: "Stock") -> str | None:
        """A file that is not what it was in another stock, if there is one."""
        names = sorted(self.digests.keys() | other.digests.keys())
        changed = (n for n in names if self.digests.get(n) != other.digests.get(n))
        return next(changed, None)

    def _of(self, what: str) -> Iterator[tuple[str, str]]:
        return ((n, d) for n, d in self.digests.items() if n.startswith(f"{what}/"))


def take_stock(raw: Path, decisions: Path) -> Stock:
    """What lies there now: sources, registers, decisions and program."""
    paths = {
        **_below(raw, _RAW),
        **_below(REGISTER, "register"),
        "neighbours": NEIGHBOURS,
        "decisions": decisions,
        **{name: path for name, path in _below(PROGRAM, _PROGRAM).items() if path.suffix != ".pyc"},
    }
    digests = {name: digest for name, path in paths.items() if (digest := digest_of(path))}
    return Stock(digests, {name: paths[name] for name in digests})


def _below(folder: Path, what: str) -> dict[str, Path]:
    return {f"{what}/{e.name}": e.path for e in entries(folder) if not e.problem}


def digest_of(path: Path) -> str | None:
    """The sha256 of a file's bytes; None where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def is_whole(build: Build) -> bool:
    """Whether the file of a build is, to the byte, what was published."""
    return bool(build.sha256) and digest_of(build.path) == build.sha256


def is_up_to_date(warehouse: Path, raw: Path, decisions: Path) -> bool:
    """True when the build in force is whole and rests on just what is there now."""
    try:
        build = current_build(warehouse)
    except UserError:
        return False
    return is_whole(build) and build.fingerprint == take_stock(raw, decisions).fingerprint
