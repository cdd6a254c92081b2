"""Corrections: a source file that replaces an earlier one, which stays but no longer counts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from pipeline import texts
from pipeline.errors import UserError
from pipeline.sources.reader import SourceFile
from pipeline.sources.versions import corrected_by_name


def with_corrections(
    sources: Sequence[SourceFile], solutions: Mapping[str, str]
) -> list[SourceFile]:
    """The sources, each with the path of the one that replaces it, if any does.

    What the sidecars say comes first, then what the names say (see versions.py). A correction that
    cannot be used replaces nothing: what it was to correct is still the best there is. solutions:
    the ids of solutions by the names that sources print, as compared. Raises UserError where
    `replaces` names no other file, two files replace the same one, files replace each other in a
    ring, or a table would be replaced by one of another kind, date or owner.
    """
    said = _said_to_be_replaced(sources)
    old_by_new = corrected_by_name([s for s in sources if s.path not in said], solutions)
    replaced_by = said | {old: new for new, old in old_by_new.items()}
    return [
        replace(s, replaced_by=replaced_by.get(s.path), corrects=old_by_new.get(s.path))
        for s in sources
    ]


def _said_to_be_replaced(sources: Sequence[SourceFile]) -> dict[str, str]:
    """The paths of the sources that a sidecar says are replaced, and of what replaces each."""
    corrections: dict[str, list[SourceFile]] = {}
    for source in sources:
        if source.sidecar.replaces is not None and not source.problem:
            corrections.setdefault(source.file, []).append(source)
    replaced_by: dict[str, str] = {}
    by_file: dict[str, str] = {}
    for file, new in corrections.items():
        old = _named(new[0], sources)
        twin = by_file.setdefault(old[0].file, file)
        if twin != file:
            raise UserError(texts.replaced_twice(old[0].file, twin, file))
        replaced_by |= {source.path: _successor(source, new).path for source in old}
    _refuse_rings(by_file)
    return replaced_by


def _named(correction: SourceFile, sources: Sequence[SourceFile]) -> list[SourceFile]:
    """The tables of the file that a correction names, in its own folder or below the raw one."""
    name = (correction.sidecar.replaces or "").strip().replace("\\", "/")
    beside = str(PurePosixPath(correction.file).parent / name)
    for wanted in (beside, name):
        found = [s for s in sources if wanted in (s.file, s.path) and s.file != correction.file]
        if found:
            return found
    raise UserError(texts.replaces_nothing(correction.file, name))


def _successor(old: SourceFile, new: Sequence[SourceFile]) -> SourceFile:
    """The table that takes the place of another. One that could not be used was of no kind."""
    for source in new:
        same = (source.kind, source.as_of, source.owner) == (old.kind, old.as_of, old.owner)
        if same or old.problem:
            return source
    raise UserError(texts.replaces_another_thing(new[0].file, old.path))


def _refuse_rings(by_file: dict[str, str]) -> None:
    for start in by_file:
        file, steps = start, 0
        while file in by_file and steps < len(by_file):
            file, steps = by_file[file], steps + 1
        if file in by_file:
            raise UserError(texts.replaced_in_a_ring(file))
