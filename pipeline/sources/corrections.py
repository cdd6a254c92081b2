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
    cannot be used replaces nothing: what it was to correct is still the best there is. So it is
    with one whose `replaces` names no other file, a file that another replaces too or that leads
    back to it, or a table of another kind, date or owner: it gets a problem. solutions: the ids of
    solutions by the names that sources print, as compared.
    """
    wrong = _wrong(sources)
    sources = [s.refused(wrong[s.file]) if s.file in wrong else s for s in sources]
    said = _said_to_be_replaced(sources)
    old_by_new = corrected_by_name([s for s in sources if s.path not in said], solutions)
    replaced_by = said | {old: new for new, old in old_by_new.items()}
    return [
        replace(s, replaced_by=replaced_by.get(s.path), corrects=old_by_new.get(s.path))
        for s in sources
    ]


def _corrections(sources: Sequence[SourceFile]) -> dict[str, list[SourceFile]]:
    """The tables of each file whose sidecar says that it replaces another, by that file."""
    found: dict[str, list[SourceFile]] = {}
    for source in sources:
        if source.sidecar.replaces is not None and not source.problem:
            found.setdefault(source.file, []).append(source)
    return found


def _wrong(sources: Sequence[SourceFile]) -> dict[str, str]:
    """The files whose sidecar replaces what it cannot, each with the sentence why."""
    wrong: dict[str, str] = {}
    old_of: dict[str, str] = {}
    for file, new in _corrections(sources).items():
        try:
            old = _named(new[0], sources)
            for table in old:
                _successor(table, new)
        except UserError as error:
            wrong[file] = str(error)
        else:
            old_of[file] = old[0].file
    for file, old in old_of.items():
        twins = sorted(new for new, same in old_of.items() if same == old)
        if len(twins) > 1:
            wrong[file] = texts.replaced_twice(old, *twins[:2])
        elif _leads_back(file, old_of):
            wrong[file] = texts.replaced_in_a_ring(file)
    return wrong


def _leads_back(start: str, old_of: Mapping[str, str]) -> bool:
    file = old_of[start]
    for _ in old_of:
        if file == start:
            return True
        file = old_of.get(file, "")
    return False


def _said_to_be_replaced(sources: Sequence[SourceFile]) -> dict[str, str]:
    """The paths of the sources that a sidecar says are replaced, and of what replaces each."""
    return {
        old.path: _successor(old, new).path
        for new in _corrections(sources).values()
        for old in _named(new[0], sources)
    }


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
