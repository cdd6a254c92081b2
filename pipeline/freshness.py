"""What a build rests on, by content, and whether the one in force still rests on it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from pipeline.digests import digest_of
from pipeline.errors import UserError
from pipeline.manifest import told_of
from pipeline.paths import NEIGHBOURS, REGISTER, ROOT
from pipeline.sources.folder import walk
from pipeline.warehouse import Build, current_build

PROGRAM = ROOT / "pipeline"
LIBRARIES = ("duckdb", "python-calamine", "rapidfuzz")
_PROGRAM, _LIBRARY, _RAW = "program", "library", "raw"


@dataclass(frozen=True)
class Stock:
    """Every file that a build rests on, by its name, with the digest of its bytes.

    Names begin with what the file is: raw/…, register/…, neighbours, decisions, program/…. What is
    no file but counts all the same has a word instead of a digest, and no path.
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
        own = {n: d for n, d in self.digests.items() if n.startswith(f"{_PROGRAM}/")}
        return Stock(own, {}).fingerprint

    @property
    def libraries(self) -> dict[str, str]:
        """The versions of what reads and calculates for the program."""
        start = f"{_LIBRARY}/"
        return {n.removeprefix(start): v for n, v in self.digests.items() if n.startswith(start)}

    @property
    def inputs(self) -> dict[str, str]:
        """What people put in and a build reads: all but the program."""
        read = ((name, self.digests[name]) for name in self.paths)
        return {name: digest for name, digest in read if not name.startswith(f"{_PROGRAM}/")}

    def digest_of_source(self, file: str) -> str | None:
        """The digest of a file by its path below the raw folder."""
        return self.digests.get(f"{_RAW}/{file}")

    def changed_since(self, other: "Stock") -> str | None:
        """A file that is not what it was in another stock, if there is one."""
        names = sorted(self.digests.keys() | other.digests.keys())
        changed = (n for n in names if self.digests.get(n) != other.digests.get(n))
        return next(changed, None)


def take_stock(raw: Path, decisions: Path) -> Stock:
    """What lies there now: sources, registers, decisions and program.

    What a build does not read (a pipe, a link out of the folder) counts by its name and problem.
    """
    paths = {
        **_below(REGISTER, "register"),
        **_below(PROGRAM, _PROGRAM),
        "neighbours": NEIGHBOURS,
        "decisions": decisions,
    }
    digests = {f"{_LIBRARY}/{name}": version(name) for name in LIBRARIES}
    for found in walk(raw) if raw.is_dir() else ():
        if found.problem:
            digests[f"{_RAW}/{found.name}"] = found.problem
        else:
            paths[f"{_RAW}/{found.name}"] = found.path
    read = {name: digest for name, path in paths.items() if (digest := digest_of(path))}
    return Stock({**digests, **read}, {name: paths[name] for name in read})


def _below(folder: Path, what: str) -> dict[str, Path]:
    """The plain files of one of the project's own folders, compiled ones excepted."""
    plain = (found for found in walk(folder) if not found.problem and found.path.suffix != ".pyc")
    return {f"{what}/{found.name}": found.path for found in plain}


def is_whole(build: Build) -> bool:
    """Whether the file of a build is, to the byte, what was published."""
    return bool(build.sha256) and digest_of(build.path) == build.sha256


def is_up_to_date(warehouse: Path, raw: Path, decisions: Path) -> bool:
    """True when the build in force, manifest and all, is whole and rests on what is there now."""
    try:
        build = current_build(warehouse)
    except UserError:
        return False
    if not (told_of(build.path) and is_whole(build)):
        return False
    return build.fingerprint == take_stock(raw, decisions).fingerprint
