"""The sidecar FILE.meta.toml: what a person knows of a source file that the file does not say."""

import os
import reprlib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pipeline import texts
from pipeline.errors import UserError
from pipeline.sources.dates import parse_date
from pipeline.sources.folder import read_plain
from pipeline.sources.limits import MAX_SIDECAR_BYTES

SUFFIX = ".meta.toml"
_TYPES = {
    "as_of": (str, date), "complete": bool, "owner": str, "source": str, "note": str,
    "demo": bool, "replaces": str, "covers": (str, list, dict), "totals": str, "confirmed": str,
    "confirmed_by": str, "confirmed_on": (str, date),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a sidecar says; None where it says nothing.

    replaces: the file that this one corrects, below the raw folder or beside it. demo: the file is
    synthetic. covers: of whom the file speaks (see scope.py). totals: the file below the raw folder
    or beside it whose published counts tell how many the whole list has. confirmed: why the file
    counts in spite of what is serious in it, and confirmed_by, confirmed_on who says so, and when.
    """

    as_of: date | None = None
    complete: bool | None = None
    owner: str | None = None
    source: str | None = None
    note: str | None = None
    demo: bool = False
    replaces: str | None = None
    covers: str | Sequence[str] | Mapping[str, str] | None = None
    totals: str | None = None
    confirmed: str | None = None
    confirmed_by: str | None = None
    confirmed_on: date | None = None

    @property
    def confirmation(self) -> str | None:
        """Why the file counts in spite of what is serious in it, and who says so, and when."""
        if self.confirmed is None:
            return None
        when = self.confirmed_on and self.confirmed_on.isoformat()
        who = ", ".join(filter(None, (self.confirmed_by, when)))
        return f"{self.confirmed} ({who})" if who else self.confirmed


def sidecars_of(sources: Iterable[Path]) -> set[Path]:
    """Every path at which a sidecar of one of these files may lie."""
    return {path for source in sources for path in _names(source)}


def _names(source: Path) -> tuple[Path, Path]:
    return source.with_name(source.name + SUFFIX), source.with_suffix(SUFFIX)


def read_sidecar(source: Path, owners: Iterable[str] = (), root: Path | None = None) -> Sidecar:
    """The sidecar beside a source file (NAME.csv.meta.toml or NAME.meta.toml); empty if none.

    An owner is written as in `owners`, whatever its case; root: the folder that links may not lead
    out of, else its own. A sidecar that is no small plain file, with unknown fields, wrong types, a
    bad date or an owner that is none of them raises UserError: a misspelt `complete` must not turn
    a partial file into a complete one, nor a misspelt owner lose its authority.
    """
    for path in _names(source):
        if os.path.lexists(path):
            known = {owner.casefold(): owner for owner in owners}
            return _parse(path, known, root or source.parent)
    return Sidecar()


def _parse(path: Path, owners: Mapping[str, str], root: Path) -> Sidecar:
    try:
        content = read_plain(path, root, MAX_SIDECAR_BYTES)
    except UserError as error:
        raise UserError(texts.odd_sidecar(path.name, str(error))) from error
    try:
        data = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError, MemoryError) as error:
        fault = texts.toml_fault(error)
        raise UserError(texts.bad_sidecar(path.name, fault)) from error
    for field, value in data.items():
        if not isinstance(value, _TYPES.get(field, ())):
            what = f"{texts.short(field)} = {reprlib.repr(value)}"
            raise UserError(texts.bad_sidecar(path.name, what))
    if "owner" in data and owners:
        known = owners.get(data["owner"].strip().casefold())
        if known is None:
            raise UserError(texts.unknown_owner(path.name, data["owner"], owners.values()))
        data["owner"] = known
    for field in ("as_of", "confirmed_on"):
        match data.get(field):
            case str(text):
                data[field] = parse_date(text)
            case datetime() as moment:
                data[field] = moment.date()
    if "confirmed" in data and not data["confirmed"].strip():
        raise UserError(texts.bad_sidecar(path.name, "confirmed"))
    return Sidecar(**data)
