"""Versions of a file that their names tell: "kj.csv", "kj_rettet.csv", "kj_v2.csv".

A guess, so it is made only where nothing speaks against it; what a sidecar says goes before it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import PurePosixPath

from pipeline.sources.file_names import Version, taken_apart
from pipeline.sources.kinds import FIELDS, normal
from pipeline.sources.reader import SourceFile
from pipeline.sources.rows import DATA, Row

_FIRST_CELL = 4
"""Where the cells of a Row begin."""
_SOLUTION, _LIST = FIELDS.index("solution"), FIELDS.index("list")
_WHO = tuple(FIELDS.index(name) for name in ("name", "code", "org_number", "region"))


def corrected_by_name(
    sources: Iterable[SourceFile], solutions: Mapping[str, str]
) -> dict[str, str]:
    """The path of each source that corrects another by its name, and of the one that it corrects.

    Both are whole tables of one kind, date and owner; file or folder goes by the other's name and a
    word for a correction; and the new one speaks of all solutions that the old one speaks of, and
    of somebody that it names: else it is a part. Where two words leave open which came last,
    nothing is guessed. solutions: ids by printed name.
    """
    families: dict[tuple, list[tuple[Version, SourceFile]]] = {}
    for source in sources:
        if not source.problem and source.complete:
            name, version = _version(source)
            key = (name, source.kind and source.kind.id, source.as_of, source.owner)
            families.setdefault(key, []).append((version, source))
    found: dict[str, str] = {}
    for family in families.values():
        for old, new in pairwise(_chain(family, solutions)):
            found[new.path] = old.path
    return found


def _version(source: SourceFile) -> tuple[str, Version]:
    """The name of the first version of a source, and what its own adds: folder, then file."""
    path = PurePosixPath(source.file)
    name, of_file = taken_apart(path.stem)
    _, of_folder = taken_apart(path.parent.name)
    sheet = source.path.partition("#")[2]
    return f"{name}#{normal(sheet)}", (*of_folder, *of_file)


def _chain(
    family: Sequence[tuple[Version, SourceFile]], solutions: Mapping[str, str]
) -> list[SourceFile]:
    """The versions of one file, each of which corrects the one before it; none where unsure.

    A part is no version, and what ends with a copy of the version before it ends with that one.
    """
    ordered = sorted(family, key=lambda member: member[0])
    if not all(_comes_after(new, old) for (old, _), (new, _) in pairwise(ordered)):
        return []
    chain: list[SourceFile] = []
    for _, source in ordered:
        if not chain or _covers(source, chain[-1], solutions):
            chain.append(source)
    while len(chain) > 1 and chain[-1].sha256 == chain[-2].sha256:
        chain.pop()
    return chain


def _comes_after(new: Version, old: Version) -> bool:
    """Whether a version surely comes after another: it adds to it, or counts further."""
    if new[: len(old)] == old:
        return len(new) > len(old)
    same_word = [word for word, _ in new] == [word for word, _ in old]
    return same_word and new[:-1] == old[:-1] and new[-1][1] > old[-1][1]


def _covers(new: SourceFile, old: SourceFile, solutions: Mapping[str, str]) -> bool:
    """Whether a table speaks of all that another speaks of, and of somebody that it names."""
    told = set(_spoken_of(new, solutions))
    return told.issuperset(_spoken_of(old, solutions)) and not set(_named(new)).isdisjoint(
        _named(old)
    )


def _spoken_of(
    source: SourceFile, solutions: Mapping[str, str]
) -> Iterator[tuple[str | None, str]]:
    """Every solution that a table speaks of, with the list that a published count is of."""
    of_kind = source.kind.solution if source.kind else None
    for cells in _cells(source):
        printed = normal(cells[_SOLUTION] or "")
        yield of_kind or solutions.get(printed, printed), normal(cells[_LIST] or "")


def _named(source: SourceFile) -> Iterator[str]:
    """Everybody that a table names, by the first cell that says who it is."""
    for cells in _cells(source):
        yield next((normal(cell) for place in _WHO if (cell := cells[place])), "")


def _cells(source: SourceFile) -> Iterator[Row]:
    return (row[_FIRST_CELL:] for row in source.rows if row[1] == DATA)
