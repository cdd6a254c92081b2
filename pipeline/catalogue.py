"""The solution catalogue: data/register/solutions.toml, one entry a solution."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

from pipeline import texts
from pipeline.catalogue_faults import AUTHORITY, WHOLE_COUNTRY, Areas, Fault, fault, fault_among
from pipeline.errors import UserError
from pipeline.register.municipalities import Municipality
from pipeline.sources.dates import parse_date
from pipeline.sources.kinds import Kind, are_alike, normal, parse_kind

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
    """A solution as the catalogue describes it; see the head of solutions.toml for the fields.

    kind_line: where in the file its own exports are described.
    """

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
    kind_line: int = 0

    @property
    def shown_name(self) -> str:
        """What the pages call it."""
        return self.short_name or self.name

    @property
    def printed_names(self) -> set[str]:
        """Every way that a source may write this solution."""
        return {self.id, self.name, self.shown_name, *self.aliases}


def names_of(catalogue: Iterable[Solution]) -> dict[str, str]:
    """The id of a solution by every way that a source may write it, as compared."""
    return {normal(name): solution.id for solution in catalogue for name in solution.printed_names}


def areas_of(
    municipalities: Iterable[Municipality],
    kinds: Sequence[str] = ("health_region", "county_name"),
) -> dict[str, set[str]]:
    """The areas of some kinds, those that a geography may name unless others are asked for."""
    found: dict[str, set[str]] = {}
    for municipality in municipalities:
        for kind in kinds:
            found.setdefault(getattr(municipality, kind), set()).add(municipality.code)
    return found


def load_catalogue(folder: Path, areas: Areas) -> tuple[Solution, ...]:
    """All solutions, in the order of the file.

    areas: the health regions and counties that a geography may name. Raises UserError naming the
    entry, the line and the field that is wrong.
    """
    text, entries = _read(folder / FILE)
    lines = text.splitlines()
    starts = [n for n, line in enumerate(lines) if _ENTRY.match(line)]
    placed = list(zip_longest(entries, starts[: len(entries)], fillvalue=0))
    for find in _faults(entries, areas):
        for entry, start in placed:
            if found := find(entry):
                name, what = found
                line = _line_of(name, lines, start)
                raise _error(line, entry.get("id", "?"), what)
    return tuple(_solution(entry, _line_of("kind", lines, start)) for entry, start in placed)


def _faults(
    entries: Sequence[Mapping[str, Any]], areas: Areas
) -> Iterator[Callable[[Mapping[str, Any]], Fault | None]]:
    """What finds the faults of an entry: its own, then those that it has beside the others."""
    ids = [entry.get("id") for entry in entries]
    known = {field.name for field in fields(Solution)} - {"kind_line"}
    taken: dict[str, str] = {}
    yield lambda entry: fault(entry, known, ids, areas) or _name_taken(entry, taken)
    yield lambda entry: fault_among(entry, entries)


def _error(line: int, id_: str, what: str) -> UserError:
    return UserError(texts.bad_catalogue(FILE, f"linje {line}, «{id_}»", what))


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
    """An id or a name that another solution has too: a file that prints it would mean both.

    taken: who has which name, as compared; the entry's own are put there.
    """
    if entry["id"] in taken.values():
        return "id", texts.catalogue_id_taken(entry["id"])
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


def _solution(entry: Mapping[str, Any], kind_line: int) -> Solution:
    """A valid entry in, and where it describes exports; the solution out."""
    phases = [
        Phase(p["phase"], _as_text(p.get("from")), _as_text(p.get("as_of")), p.get("source"))
        for p in entry.get("phases", ())
    ]
    ambitions = [
        Ambition(parse_date(str(a["by"])), a["count"], a.get("source"), a.get("note"))
        for a in entry.get("ambitions", ())
    ]
    solution = Solution(**entry, kind_line=kind_line)
    return replace(solution, phases=phases, ambitions=ambitions)


def _as_text(value: object) -> str | None:
    """A date as it is written, in quotes or not."""
    return None if value is None else str(value)


def kinds_of(catalogue: Sequence[Solution], known: Sequence[Kind]) -> tuple[Kind, ...]:
    """The kinds of file that the catalogue itself describes, each for its own solution.

    Raises UserError for one that cannot be used, whose id another kind has, or whose files could
    not be told from those of another.
    """
    found: list[Kind] = []
    for solution in catalogue:
        for number, described in enumerate(solution.kind, 1):
            data = {"solution": solution.id, **described}
            kind = parse_kind(str(data.pop("id", solution.id)), data, FILE)
            if what := _kind_taken(kind, (*known, *found)):
                part = texts.catalogue_part("kind", number, what)
                raise _error(solution.kind_line, solution.id, part)
            found.append(kind)
    return tuple(found)


def _kind_taken(kind: Kind, others: Iterable[Kind]) -> str | None:
    """Why a kind cannot stand beside those before it; None where it can."""
    for other in others:
        if kind.id == other.id:
            return f"id = {kind.id!r}"
        if are_alike(kind, other):
            return texts.alike_kinds(kind.title, other.title)
    return None
