"""The solution catalogue: data/register/solutions.toml, one entry a solution."""

import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from pipeline import texts
from pipeline.errors import UserError
from pipeline.register.municipalities import Municipality
from pipeline.sources.kinds import Kind, parse_kind

FILE = "solutions.toml"
WHOLE_COUNTRY = "hele landet"
ADOPTED_MEANS = ("ordered", "enabled", "in_use")
PHASES = (
    "behov", "planlegging", "utprøving", "utvidet utprøving", "klar til nasjonal bruk",
    "innføring", "forvaltning",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Solution:
    """A solution as the catalogue describes it; see the head of solutions.toml for the fields."""

    id: str
    name: str
    owner: str
    phase: str
    short_name: str = ""
    aliases: Sequence[str] = ()
    focus_area: str = ""
    requires: Sequence[str] = ()
    geography: str = WHOLE_COUNTRY
    adopted_means: str = "in_use"
    authority: Sequence[str] = ("NHN", "KS")
    definition: str = ""
    source: str = ""
    kind: Sequence[Mapping[str, Any]] = ()

    @property
    def shown_name(self) -> str:
        """What the pages call it."""
        return self.short_name or self.name

    @property
    def printed_names(self) -> set[str]:
        """Every way that a source may write this solution."""
        return {self.id, self.name, self.shown_name, *self.aliases}


def areas_of(municipalities: Iterable[Municipality]) -> set[str]:
    """The health regions and counties that a solution's geography may name."""
    return {area for m in municipalities for area in (m.health_region, m.county_name)}


def load_catalogue(folder: Path, areas: Collection[str]) -> tuple[Solution, ...]:
    """All solutions, in the order of the file.

    areas: the health regions and counties that a geography may name. Raises UserError naming the
    entry, its line and the field that is wrong.
    """
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8")
        entries = tomllib.loads(text)["solution"]
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise UserError(texts.bad_catalogue(FILE, "filen", str(error))) from error
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[solution]]"]
    ids = [entry.get("id") for entry in entries]
    for entry, line in zip(entries, lines, strict=True):
        if fault := _fault(entry, ids, areas):
            where = f"linje {line}, «{entry.get('id', '?')}»"
            raise UserError(texts.bad_catalogue(FILE, where, fault))
    return tuple(Solution(**entry) for entry in entries)


def _fault(entry: Mapping[str, Any], ids: Sequence[str], areas: Collection[str]) -> str | None:
    """The first thing wrong with an entry, as field and value; None when nothing is."""
    known = {field.name for field in fields(Solution)}
    for field in ("id", "name", "owner", "phase"):
        if not entry.get(field):
            return texts.catalogue_lacks(field)
    for field, value in entry.items():
        if field not in known:
            return texts.catalogue_unknown(field)
        wanted = list if field in ("aliases", "requires", "authority", "kind") else str
        if not isinstance(value, wanted):
            return f"{field} = {value!r}"
    if ids.count(entry["id"]) > 1:
        return f"id = {entry['id']!r}"
    if entry["phase"] not in PHASES:
        return f"phase = {entry['phase']!r}"
    if entry.get("adopted_means", "in_use") not in ADOPTED_MEANS:
        return f"adopted_means = {entry['adopted_means']!r}"
    for required in entry.get("requires", ()):
        if required not in ids:
            return f"requires = {required!r}"
    for area in entry.get("geography", WHOLE_COUNTRY).split("|"):
        if area not in {WHOLE_COUNTRY, *areas}:
            return f"geography = {area!r}"
    return None


def kinds_of(catalogue: Sequence[Solution], known: Sequence[Kind]) -> tuple[Kind, ...]:
    """The kinds of file that the catalogue itself describes, each for its own solution.

    Raises UserError for one that cannot be used, or whose id another kind has.
    """
    found: list[Kind] = []
    for solution in catalogue:
        for described in solution.kind:
            data = {"solution": solution.id, **described}
            kind = parse_kind(str(data.pop("id", solution.id)), data, FILE)
            if kind.id in {other.id for other in (*known, *found)}:
                raise UserError(texts.bad_kind(FILE, f"id = {kind.id!r}"))
            found.append(kind)
    return tuple(found)
