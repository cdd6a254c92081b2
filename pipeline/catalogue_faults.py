"""What can be wrong with an entry of the solution catalogue: the field, and what to say of it."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from pipeline import texts
from pipeline.errors import UserError
from pipeline.sources.dates import parse_date
from pipeline.sources.kind_faults import OF_STAGES, kind_fault
from pipeline.stages import ADOPTED_MEANS

WHOLE_COUNTRY = "hele landet"
AUTHORITY = ("NHN", "KS")
PHASES = (
    "behov", "planlegging", "utprøving", "utvidet utprøving", "klar til nasjonal bruk",
    "innføring", "forvaltning",
)  # fmt: skip

Areas = Mapping[str, Collection[str]]
"""The municipalities (their codes) of each area, by its name."""

_ID = re.compile(r"[a-z0-9_-]+")
"""An id stands in addresses and in file names."""
_REQUIRED = ("id", "name", "owner", "phase")
_TYPES = {
    "aliases": list, "requires": list, "authority": list, "kind": list, "phases": list,
    "ambitions": list, "means": dict,
}  # fmt: skip

Entry = Mapping[str, Any]
Fault = tuple[str, str]
"""The field that is wrong, and what is wrong with it."""


def meant_for(geography: str, areas: Areas) -> set[str]:
    """The codes of the municipalities of a geography."""
    every = areas if geography == WHOLE_COUNTRY else geography.split("|")
    return {code for area in every for code in areas[area]}


def fault(entry: Entry, known: Collection[str], ids: Sequence[str], areas: Areas) -> Fault | None:
    """The first thing wrong with an entry; None when nothing is.

    known: the fields that an entry may have; ids: those of all entries; areas: the health regions
    and counties that a geography may name.
    """
    return (
        _of_form(entry, known)
        or _of_words(entry, ids, areas)
        or _of_parts(entry, "phases", _PHASE_FIELDS, required=("phase",))
        or _of_parts(entry, "ambitions", _AMBITION_FIELDS, required=("by", "count"))
        or _of_phases(entry)
        or _of_ambitions(entry, areas)
        or _of_kinds(entry)
    )


def fault_among(entry: Entry, entries: Sequence[Entry]) -> Fault | None:
    """The first thing wrong with an entry beside the others, each of which is good by itself."""
    if ring := _ring(entry["id"], {one["id"]: one.get("requires", ()) for one in entries}):
        return "requires", texts.catalogue_ring(ring)
    described = {kind["owner"] for one in entries for kind in one.get("kind", ())}
    for owner in entry.get("authority", AUTHORITY):
        if owner not in {*AUTHORITY, *described}:
            return "authority", texts.catalogue_owner(owner)
    return None


def _ring(start: str, requires: Mapping[str, Sequence[str]]) -> list[str]:
    """The way from a solution by what it requires back to itself; empty where there is none."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop()
        for required in requires[way[-1]]:
            if required == start:
                return [*way, start]
            if required not in seen:
                seen.add(required)
                ways.append([*way, required])
    return []


def _of_form(entry: Entry, known: Collection[str]) -> Fault | None:
    for name in _REQUIRED:
        if not entry.get(name) or _is_blank(entry[name]):
            return name, texts.catalogue_lacks(name)
    for name, value in entry.items():
        if name not in known:
            return name, texts.catalogue_unknown(name)
        if not isinstance(value, _TYPES.get(name, str)):
            return name, f"{name} = {value!r}"
    for name, kind in (("aliases", str), ("authority", str), ("requires", str), ("kind", dict)):
        for value in entry.get(name, ()):
            if not isinstance(value, kind) or _is_blank(value):
                return name, f"{name} = {value!r}"
    return None


def _of_words(entry: Entry, ids: Sequence[str], areas: Areas) -> Fault | None:
    if not _ID.fullmatch(entry["id"]):
        return "id", f"id = {entry['id']!r}"
    if entry["phase"] not in PHASES:
        return "phase", f"phase = {entry['phase']!r}"
    if entry.get("adopted_means", "in_use") not in ADOPTED_MEANS:
        return "adopted_means", f"adopted_means = {entry['adopted_means']!r}"
    for required in entry.get("requires", ()):
        if required not in ids or required == entry["id"]:
            return "requires", f"requires = {required!r}"
    geography = entry.get("geography", WHOLE_COUNTRY)
    for area in geography.split("|"):
        if geography != WHOLE_COUNTRY and area not in areas:
            return "geography", f"geography = {area!r}"
    for owner, meaning in entry.get("means", {}).items():
        if owner not in entry.get("authority", AUTHORITY) or not _is_text(meaning):
            return "means", f"means.{owner} = {meaning!r}"
    return None


def _of_parts(
    entry: Entry, field: str, allowed: Mapping[str, Callable[[Any], bool]], required: Sequence[str]
) -> Fault | None:
    """A list of tables: which fields each may have, and which values they may."""
    for number, part in enumerate(entry.get(field, ()), 1):
        if not isinstance(part, dict):
            return field, texts.catalogue_part(field, number, repr(part))
        for name in required:
            if name not in part:
                return field, texts.catalogue_part(field, number, texts.catalogue_lacks(name))
        for name, value in part.items():
            if name not in allowed or not allowed[name](value):
                return field, texts.catalogue_part(field, number, f"{name} = {value!r}")
    return None


def _of_phases(entry: Entry) -> Fault | None:
    """Phases stand in the order of time, and the last of them is the one that holds now."""
    phases = entry.get("phases", ())
    told = [str(one[name]) for one in phases for name in ("from", "as_of") if name in one]
    if any(_is_before(later, earlier) for earlier, later in pairwise(told)):
        return "phases", texts.CATALOGUE_ORDER
    if phases and phases[-1]["phase"] != entry["phase"]:
        return "phases", texts.catalogue_phase(entry["phase"], phases[-1]["phase"])
    return None


def _of_ambitions(entry: Entry, areas: Areas) -> Fault | None:
    ambitions = entry.get("ambitions", ())
    days = [parse_date(str(one["by"])) for one in ambitions]
    if len(set(days)) < len(days):
        return "ambitions", texts.CATALOGUE_AMBITION_TWICE
    most = len(meant_for(entry.get("geography", WHOLE_COUNTRY), areas))
    for number, one in enumerate(ambitions, 1):
        if one["count"] > most:
            what = texts.too_many_municipalities(one["count"], most)
            return "ambitions", texts.catalogue_part("ambitions", number, what)
    return None


def _of_kinds(entry: Entry) -> Fault | None:
    """A solution describes exports of its own, of owners whose word counts for it."""
    for number, described in enumerate(entry.get("kind", ()), 1):
        what = kind_fault(described)
        for name in ("solution", "lists"):
            if not what and name in described:
                what = texts.catalogue_unknown(name)
        if not what and described["evidence"] not in OF_STAGES:
            what = f"evidence = {described['evidence']!r}"
        if not what and described["owner"] not in entry.get("authority", AUTHORITY):
            what = f"owner = {described['owner']!r}"
        if what:
            return "kind", texts.catalogue_part("kind", number, what)
    return None


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 0


def _is_day(value: object) -> bool:
    """Whether a value is a month or a day."""
    try:
        return isinstance(value, str | date) and bool(parse_date(str(value)))
    except UserError:
        return False


def _is_time(value: object) -> bool:
    """Whether a value is a year, a month or a day."""
    is_year = isinstance(value, str) and len(value) == 4 and value.isascii() and value.isdigit()
    return is_year or _is_day(value)


def _is_before(one: str, other: str) -> bool:
    """Whether a time is surely before another: a year holds its months, a month its days."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


_PHASE_FIELDS = {
    "phase": PHASES.__contains__, "from": _is_time, "as_of": _is_time, "source": _is_text,
}  # fmt: skip
_AMBITION_FIELDS = {"by": _is_day, "count": _is_count, "source": _is_text, "note": _is_text}
