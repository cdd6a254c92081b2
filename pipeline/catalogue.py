"""The solution catalogue: data/register/solutions.toml, one entry a solution."""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

from pipeline import texts
from pipeline.catalogue_faults import AUTHORITY, WHOLE_COUNTRY, Fault, fault
from pipeline.errors import UserError
from pipeline.register.municipalities import Municipality
from pipeline.sources.dates import parse_date
from pipeline.sources.kinds import Kind, normal, parse_kind

FILE = "solutions.toml"
_ENTRY = re.compile(r"\s*\[\[\s*solution\s*\]\]")


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of a solution: since when, and the time that a source says it of, where known.

    Both as printed: a year, a month or a day.
    """

    phase: str
    since: str | None = None
    as_of: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Ambition:
    """How many municipalities are to have adopted a solution by a day."""

    by: date
    count: int
    source: str | None = None
    note: str | None = None


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
    phases: Sequence[Phase] = ()
    ambitions: Sequence[Ambition] = ()
    requires: Sequence[str] = ()
    geography: str = WHOLE_COUNTRY
    adopted_means: str = "in_use"
    means: Mapping[str, str] = field(default_factory=dict)
    authority: Sequence[str] = AUTHORITY
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


def is_meant_for(solution: Solution, municipality: Municipality) -> bool:
    """Whether a municipality lies in the solution's geography."""
    areas = solution.geography.split("|")
    return solution.geography == WHOLE_COUNTRY or not areas_of([municipality]).isdisjoint(areas)


def load_catalogue(folder: Path, areas: Collection[str]) -> tuple[Solution, ...]:
    """All solutions, in the order of the file.

    areas: the health regions and counties that a geography may name. Raises UserError naming the
    entry, the line and the field that is wrong.
    """
    text, entries = _read(folder / FILE)
    lines = text.splitlines()
    starts = [n for n, line in enumerate(lines) if _ENTRY.match(line)]
    ids = [entry.get("id") for entry in entries]
    known = {field.name for field in fields(Solution)}
    taken: dict[str, str] = {}
    for entry, start in zip_longest(entries, starts[: len(entries)], fillvalue=0):
        if found := fault(entry, known, ids, areas) or _name_taken(entry, taken):
            name, what = found
            where = f"linje {_line_of(name, lines, start)}, «{entry.get('id', '?')}»"
            raise UserError(texts.bad_catalogue(FILE, where, what))
    return tuple(_solution(entry) for entry in entries)


def _read(path: Path) -> tuple[str, Sequence[Mapping[str, Any]]]:
    """The catalogue's text and its entries. Raises UserError where it is no list of tables."""
    try:
        text = path.read_text(encoding="utf-8")
        entries = tomllib.loads(text).get("solution")
    except OSError as error:
        raise UserError(texts.bad_catalogue(FILE, "filen", texts.why(error))) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(texts.bad_catalogue(FILE, "filen", texts.toml_fault(error))) from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise UserError(texts.bad_catalogue(FILE, "filen", texts.catalogue_lacks("[[solution]]")))
    return text, entries


def _name_taken(entry: Mapping[str, Any], taken: dict[str, str]) -> Fault | None:
    """A name that another solution goes by too: a file that prints it would mean both.

    taken: who has which name, as compared; the entry's own are put there.
    """
    for key in ("id", "name", "short_name", "aliases"):
        value = entry.get(key, ())
        for name in [value] if isinstance(value, str) else value:
            other = taken.setdefault(normal(name), entry["id"])
            if other != entry["id"]:
                return key, texts.catalogue_name_taken(key, name, other)
    return None


def _line_of(name: str, lines: Sequence[str], start: int) -> int:
    """Where an entry's field stands; where the entry begins if it does not, or not on its own."""
    for number, line in enumerate(lines[start + 1 :], start + 2):
        told = line.partition("=")[0].strip()
        if told in (name, f"[solution.{name}]", f"[[solution.{name}]]"):
            return number
        if told.startswith("[["):
            break
    return start + 1


def _solution(entry: Mapping[str, Any]) -> Solution:
    """A valid entry in; the solution out."""
    phases = [
        Phase(p["phase"], _as_text(p.get("from")), _as_text(p.get("as_of")), p.get("source"))
        for p in entry.get("phases", ())
    ]
    ambitions = [
        Ambition(parse_date(str(a["by"])), a["count"], a.get("source"), a.get("note"))
        for a in entry.get("ambitions", ())
    ]
    return replace(Solution(**entry), phases=phases, ambitions=ambitions)


def _as_text(value: object) -> str | None:
    """A date as it is written, in quotes or not."""
    return None if value is None else str(value)


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
