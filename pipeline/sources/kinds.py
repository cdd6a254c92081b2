"""Kinds of source file: one declarative TOML file each, recognised by their header."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import texts
from pipeline.errors import UserError

STAGES = ("not_adopted", "ordered", "enabled", "in_use", "unknown")
EVIDENCE = ("positive", "status", "negative", "totals")

FIELDS = (
    "solution",
    "list",
    "region",
    "name",
    "code",
    "org_number",
    "status",
    "count",
    "activity",
    "activity_per_1000",
    "population",
)
"""The fields that a column of any kind can be read as."""

NUMBERS = ("count", "activity", "activity_per_1000", "population")

COMMON_COLUMNS: Mapping[str, Sequence[str]] = {
    "code": ("Kommunenummer", "Kommunenr", "Kommunenr.", "Knr", "Knr.", "Komm.nr."),
    "org_number": ("Organisasjonsnummer", "Organisasjonsnr", "Orgnr", "Org.nr."),
    "region": ("Digi-region", "Fylke", "Helseregion"),
}
"""Columns that every kind may carry besides its own."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of file looks like and what its rows are evidence of.

    columns: required fields to the headings they go by; optional: the same, not required.
    stage: listed, listed_without_activity, silence, sees (see the TOML files).
    status, lists: printed words to stages and to list names.
    """

    id: str
    title: str
    owner: str
    evidence: str
    solution: str | None
    columns: Mapping[str, Sequence[str]]
    optional: Mapping[str, Sequence[str]]
    stage: Mapping[str, object]
    status: Mapping[str, str]
    lists: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Header:
    """A recognised header: the kind, the position of each field found, the number of columns."""

    kind: Kind
    positions: Mapping[str, int]
    width: int


def normal(text: str) -> str:
    """A heading or word as compared: NFC, case-folded, single spaces, no unit in brackets."""
    text = unicodedata.normalize("NFC", text).casefold().replace("\xad", "")
    text = re.sub(r"[\s\u200b\ufeff]+", " ", text).strip()
    return re.sub(r"\s*[(\[][^)\]]*[)\]]$", "", text)


def load_kinds(folder: Path) -> tuple[Kind, ...]:
    """All kinds described in a folder, by file name. A bad description raises UserError."""
    return tuple(_load_kind(path) for path in sorted(folder.glob("*.toml")))


def _load_kind(path: Path) -> Kind:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        own = {field: tuple(names) for field, names in data["columns"].items()}
        kind = Kind(
            id=path.stem,
            title=data["title"],
            owner=data["owner"],
            evidence=data["evidence"],
            solution=data.get("solution"),
            columns=own,
            optional={f: names for f, names in COMMON_COLUMNS.items() if f not in own},
            stage=data.get("stage", {}),
            status={normal(word): stage for word, stage in data.get("status", {}).items()},
            lists={normal(word): name for word, name in data.get("lists", {}).items()},
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, AttributeError) as error:
        raise UserError(texts.bad_kind(path.name, str(error))) from error
    _validate(kind, path.name)
    return kind


def _validate(kind: Kind, file: str) -> None:
    listed = kind.stage.get("listed")
    words = [*kind.status.values(), *([listed] if listed else [])]
    if kind.evidence not in EVIDENCE:
        raise UserError(texts.bad_kind(file, f"evidence = {kind.evidence!r}"))
    for field in kind.columns:
        if field not in FIELDS:
            raise UserError(texts.bad_kind(file, f"columns.{field}"))
    for stage in words:
        if stage not in STAGES:
            raise UserError(texts.bad_kind(file, f"{stage!r}"))


def match_header(cells: Sequence[str], kinds: Sequence[Kind]) -> Header | None:
    """The kind whose required columns all stand in this row; the one that explains most wins."""
    headings = {normal(cell): i for i, cell in reversed(list(enumerate(cells))) if normal(cell)}
    best: Header | None = None
    for kind in kinds:
        found = _positions(headings, kind.columns)
        if len(found) < len(kind.columns):
            continue
        found |= _positions(headings, kind.optional)
        if best is None or len(found) > len(best.positions):
            best = Header(kind, found, len(cells))
    return best


def closest_header(cells: Sequence[str], kinds: Sequence[Kind]) -> tuple[Kind, list[str]] | None:
    """For a row that is nearly a header: the kind, and the headings that it lacks.

    Nearly means that at least half of the required columns stand there, and that what stands
    there is more than the municipality column that most kinds share.
    """
    headings = {normal(cell): i for i, cell in enumerate(cells) if normal(cell)}
    nearest: tuple[float, Kind, list[str]] | None = None
    for kind in kinds:
        found = _positions(headings, kind.columns)
        share = len(found) / len(kind.columns)
        if share < 0.5 or set(found) <= {"name"}:
            continue
        lacking = [names[0] for field, names in kind.columns.items() if field not in found]
        if nearest is None or share > nearest[0]:
            nearest = (share, kind, lacking)
    return nearest and (nearest[1], nearest[2])


def _positions(headings: Mapping[str, int], columns: Mapping[str, Sequence[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for field, names in columns.items():
        for name in names:
            if (position := headings.get(normal(name))) is not None:
                found[field] = position
                break
    return found
