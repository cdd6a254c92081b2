"""The sidecar FILE.meta.toml: what a person knows of a source file that the file does not say."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pipeline import texts
from pipeline.errors import UserError
from pipeline.sources.dates import parse_date

SUFFIX = ".meta.toml"
_TYPES = {"as_of": (str, date), "complete": bool, "owner": str, "source": str, "note": str}


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a sidecar says; None where it says nothing."""

    as_of: date | None = None
    complete: bool | None = None
    owner: str | None = None
    source: str | None = None
    note: str | None = None


def read_sidecar(source: Path) -> Sidecar:
    """The sidecar beside a source file (NAME.csv.meta.toml or NAME.meta.toml); empty if none.

    A sidecar with unknown fields, wrong types or a bad date raises UserError: a misspelt
    `complete` must not turn a partial file into a complete one.
    """
    for path in (source.with_name(source.name + SUFFIX), source.with_suffix(SUFFIX)):
        if path.is_file():
            return _parse(path)
    return Sidecar()


def _parse(path: Path) -> Sidecar:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UserError(texts.bad_sidecar(path.name, str(error))) from error
    for field, value in data.items():
        if not isinstance(value, _TYPES.get(field, ())):
            raise UserError(texts.bad_sidecar(path.name, f"{field} = {value!r}"))
    match data.get("as_of"):
        case str(text):
            data["as_of"] = parse_date(text)
        case datetime() as moment:
            data["as_of"] = moment.date()
    return Sidecar(**data)
