"""Joint rollouts and their waves: data/register/joint_rollouts.csv, one line a wave."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import texts
from pipeline.catalogue_faults import Areas
from pipeline.register.rows import Row, read_rows
from pipeline.sources.kinds import normal

FILE = "joint_rollouts.csv"
PARTLY = "delvis nasjonalt"
TYPES = ("nasjonalt", "regionalt", PARTLY)
_WHOLE_RUN = "Alle"
"""What the warehouse calls all waves of a run together."""
_WAVE = re.compile(r"^pulje\s+", re.IGNORECASE)
"""Wave 1 may be called "Pulje 1" here as well as in enrolment lists."""
CONDITIONS = ("journal_vendor", "service", "area")
COLUMNS = (
    "run_id", "solution_id", "name", "type", "deadline", "wave", "wave_start", *CONDITIONS,
    "source",
)  # fmt: skip
_OF_THE_RUN = ("solution_id", "name", "type", "deadline")


@dataclass(frozen=True, slots=True)
class Wave:
    """A wave of a run; one with wave None is a run without waves.

    journal_vendor, service, area: whom it is for, where it is not for everybody.
    """

    run_id: str
    solution_id: str
    name: str
    type: str
    deadline: date | None
    wave: str | None
    wave_start: date | None
    journal_vendor: str | None
    service: str | None
    area: str | None
    source: str


def load_rollouts(
    folder: Path, meant_for: Mapping[str, Collection[str]], areas: Areas
) -> tuple[Wave, ...]:
    """Every wave, in the order of the file.

    meant_for: the municipalities of each solution of the catalogue; areas: the regions and counties
    that a run may be for.
    Raises UserError with file, line and field.
    """
    found: list[Wave] = []
    for row in read_rows(folder / FILE, COLUMNS):
        wave = _wave(row, meant_for, areas)
        _compare(row, wave, found)
        found.append(wave)
    return tuple(found)


def _wave(row: Row, meant_for: Mapping[str, Collection[str]], areas: Areas) -> Wave:
    if row.text("wave") and not row.text("run_id"):
        raise row.error("run_id", texts.WAVE_WITHOUT_RUN.format(wave=row.text("wave")))
    name = _WAVE.sub("", row.text("wave"))
    if normal(name) == normal(_WHOLE_RUN):
        raise row.error("wave", texts.WAVE_OF_ALL.format(wave=name))
    if row.text("area"):
        row.one_of("area", areas)
    wave = Wave(
        run_id=row.required("run_id"),
        solution_id=row.one_of("solution_id", meant_for),
        name=row.required("name"),
        type=row.one_of("type", TYPES),
        deadline=row.day("deadline") if row.text("deadline") else None,
        wave=name or None,
        wave_start=row.day("wave_start") if row.text("wave_start") else None,
        journal_vendor=row.text("journal_vendor") or None,
        service=row.text("service") or None,
        area=row.text("area") or None,
        source=row.required("source"),
    )
    if wave.area and set(areas[wave.area]).isdisjoint(meant_for[wave.solution_id]):
        told = texts.RUN_OUTSIDE.format(area=wave.area, solution=wave.solution_id)
        raise row.error("area", told)
    conditions = [name for name in CONDITIONS if row.text(name)]
    if wave.type == PARTLY and not conditions:
        raise row.error("type", texts.RUN_LACKS_CONDITION)
    if wave.type == "nasjonalt" and conditions:
        raise row.error(conditions[0], texts.RUN_FOR_ALL)
    return wave


def _compare(row: Row, wave: Wave, before: Sequence[Wave]) -> None:
    """Lines of one run agree on what is the run's, and no wave of it stands twice."""
    for other in before:
        if other.run_id != wave.run_id:
            if other.solution_id == wave.solution_id and normal(other.name) == normal(wave.name):
                raise row.error("name", texts.RUN_NAME_TWICE.format(run=other.run_id))
            continue
        for field in _OF_THE_RUN:
            if getattr(other, field) != getattr(wave, field):
                raise row.error(field, texts.RUN_DIFFERS.format(run=wave.run_id))
        if wave.wave is None or other.wave is None or normal(other.wave) == normal(wave.wave):
            raise row.error("wave", texts.WAVE_TWICE.format(wave=wave.wave or "", run=wave.run_id))
