"""What the page of one municipality shows, as pure functions of its rows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from dashboard import texts
from dashboard.facts import ground, run, warning
from dashboard.filters import MUNICIPALITY, REGION, SOLUTION, address, link, link_to
from dashboard.markup import Cell, Column, Head, Name, StageCell
from dashboard.rows import (
    Event,
    Municipality,
    Neighbour,
    NextStep,
    Overview,
    Register,
    Tryout,
)
from dashboard.small_map import small_map
from dashboard.theme import Palette
from dashboard.wording import date_words, day_words, percent, plural, region_slug, thousands


def labels(register: Iterable[Register]) -> dict[str, str]:
    """Each municipality's name by code; namesakes with their county."""
    register = list(register)
    names = Counter(row.name for row in register)
    return {
        row.municipality_code: f"{row.name} ({row.county_name})"
        if names[row.name] > 1
        else row.name
        for row in register
    }


def start_columns(register: Iterable[Register]) -> list[Column]:
    """A column per Digi region with a link to each municipality, where none is chosen."""
    ordered = sorted(register, key=lambda row: row.digi_region)
    link_of = link_to(MUNICIPALITY)
    columns = []
    for region, group in groupby(ordered, key=lambda row: row.digi_region):
        names = [Name(row.name, link_of(row.municipality_code)) for row in group]
        href = address("min-digi-region", {REGION: region_slug(region)})
        columns.append(Column(region, href, plural(len(names), *texts.MUNICIPALITY), names=names))
    return columns


def latest(rows: Iterable[Municipality]) -> list[Municipality]:
    """The newest row of each solution; rows: by solution, the newest first."""
    return [next(group) for _, group in groupby(rows, key=lambda row: row.solution_id)]


def headline(place: Register, now: Sequence[Municipality]) -> str:
    """The message: how many of the solutions it uses."""
    used = sum(row.stage == "in_use" for row in now)
    forms = {0: texts.TOWN_HEADLINE_NONE, len(now): texts.TOWN_HEADLINE_ALL}
    form = forms.get(used, texts.TOWN_HEADLINE)
    return form.format(name=place.name, count=used, solutions=len(now))


def explanation(now: Iterable[Municipality]) -> list[str]:
    """Which solutions it lacks, prepares, and which nothing is known of."""
    told: dict[str, list[str]] = {category: [] for category in texts.CATEGORIES}
    for row in now:
        form = texts.TOWN_ENROLLED if row.enrolled else "{name}"
        told[row.category].append(form.format(name=row.short_name))
    forms = {
        "not_adopted": texts.TOWN_LACKS,
        "preparing": texts.TOWN_PREPARING,
        "unknown": texts.TOWN_UNKNOWN,
    }
    return [
        form.format(names=", ".join(told[category]))
        for category, form in forms.items()
        if told[category]
    ]


def register_facts(place: Register) -> list[tuple[str, str]]:
    """What the register says of it, as pairs of term and text."""
    values = place._asdict() | {
        "population": texts.TOWN_POPULATION.format(
            count=thousands(place.population), day=day_words(place.population_date)
        )
    }
    return [(term, values[key]) for key, term in texts.TOWN_FACTS.items() if values[key]]


def picture(place: Register, register: Iterable[Register], palette: Palette) -> tuple[str, str]:
    """Where in its Digi region it lies: the address of a picture, and what it shows."""
    region = [r.municipality_code for r in register if r.digi_region == place.digi_region]
    colours = {
        "in_use": palette.categories["in_use"],
        "unknown": palette.series,
        "not_adopted": palette.series,
    }
    label = texts.TOWN_PLACE.format(name=place.name, region=place.digi_region)
    return small_map(region, [place.municipality_code], [], colours), label


def stage_rows(
    now: Iterable[Municipality], shares: Iterable[Overview]
) -> list[list[Cell | StageCell]]:
    """A row per solution: status, date, enrolment, ground, and the shares of region and nation."""
    by_solution = {row.solution_id: row for row in shares}
    return [
        [
            Cell(row.short_name, href=_gap_page(row)),
            _stage(row.stage, bool(row.enrolled), row.earlier_stage is not None),
            Cell(date_words(row.as_of)),
            Cell(run(row)),
            *_shares(by_solution[row.solution_id]),
            Cell(ground(row)),
        ]
        for row in now
    ]


def _gap_page(row: Municipality) -> str:
    wanted = {
        SOLUTION: row.solution_id,
        REGION: region_slug(row.digi_region),
        MUNICIPALITY: row.municipality_code,
    }
    return address("ikke-tatt-i-bruk", wanted)


def _stage(stage: str, enrolled: bool, contradicted: bool) -> StageCell:
    mark = texts.ENROLLED if enrolled and stage != "in_use" else ""
    return StageCell(texts.STAGES[stage], "", stage, mark=mark, contradicted=contradicted)


def _shares(row: Overview) -> list[Cell]:
    here = _share(row.adopted, row.municipalities, row.is_mostly_unknown)
    nation = _share(row.national_adopted, row.national_municipalities, row.nation_is_mostly_unknown)
    return [Cell(here, number=True), Cell(nation, number=True)]


def _share(adopted: int, municipalities: int, is_mostly_unknown: bool) -> str:
    return "–" if is_mostly_unknown else percent(adopted, municipalities)


def warnings(now: Iterable[Municipality]) -> list[str]:
    """A sentence for each solution of which two owners have said different things."""
    return [
        texts.TOWN_WARNING.format(solution=row.short_name, warning=told)
        for row in now
        if (told := warning(row))
    ]


def history_rows(rows: Iterable[Municipality]) -> list[list[Cell | StageCell]]:
    """A row for each time a solution's status or what it rests on became another, newest first."""
    told = []
    for _, group in groupby(rows, key=lambda row: row.solution_id):
        dates = list(group)
        told += [new for new, old in pairwise(dates) if _says(new) != _says(old)] + dates[-1:]
    return [
        [
            Cell(date_words(row.as_of)),
            Cell(row.short_name),
            _stage(row.stage, bool(row.enrolled), row.earlier_stage is not None),
            Cell(ground(row)),
        ]
        for row in sorted(told, key=lambda row: row.as_of, reverse=True)
    ]


def _says(row: Municipality) -> tuple[object, ...]:
    return row.stage, bool(row.enrolled), row.owner, row.source_row is None


def event_rows(events: Iterable[Event]) -> list[list[Cell]]:
    """A row per enrolment, withdrawal, completion or list that leaves it out, newest first."""
    return [
        [
            Cell(
                day_words(row.event_on)
                if row.event_on
                else texts.TOWN_NO_DAY.format(date=date_words(row.first_as_of))
            ),
            Cell(row.short_name),
            Cell(
                texts.TOWN_WAVE.format(run=row.run_name, wave=row.wave)
                if row.wave
                else row.run_name
            ),
            Cell(texts.EVENTS.get(row.event, texts.TOWN_EVENT_LEFT_OUT).capitalize()),
            Cell(
                (texts.TOWN_EVENT_GROUND if row.source_row else texts.TOWN_EVENT_SILENCE).format(
                    row=row.source_row, path=row.source_path
                )
            ),
        ]
        for row in events
    ]


def tryouts(rows: Iterable[Tryout]) -> list[str]:
    """A sentence per solution that it takes part in trying out."""
    return [
        texts.TOWN_TRYOUT.format(
            name=row.name,
            date=date_words(row.as_of),
            source=row.source,
            note=f"; {row.note}" if row.note else "",
        )
        for row in rows
    ]


def next_rows(steps: Iterable[NextStep]) -> list[list[Cell]]:
    """A row per solution that it could go on to: whether it can, and what it lacks."""
    return [
        [
            Cell(row.short_name, href=address("klar-for-neste", {"neste": row.solution_id})),
            Cell(texts.TOWN_NEXT_STATES[row.state], strong=row.state == "ready"),
            Cell(row.lacks or "–"),
            Cell(row.unclear or "–"),
        ]
        for row in steps
    ]


def neighbour_heads(rows: Sequence[Neighbour]) -> list[Head]:
    """A heading per solution."""
    names = dict.fromkeys(row.short_name for row in rows)
    return [Head(texts.TOWN_NEIGHBOUR), *map(Head, names)]


def neighbour_rows(rows: Sequence[Neighbour]) -> list[list[Cell | StageCell]]:
    """A row per neighbour: its status for each solution; rows: by neighbour."""
    solutions = list(dict.fromkeys(row.solution_id for row in rows))
    told: list[list[Cell | StageCell]] = []
    for code, group in groupby(rows, key=lambda row: row.municipality_code):
        here = {row.solution_id: row for row in group}
        name = next(iter(here.values())).name
        cells = [
            _stage(here[id_].stage, bool(here[id_].enrolled), here[id_].contradicted)
            if id_ in here
            else StageCell("–", "", "outside")
            for id_ in solutions
        ]
        told.append([Cell(name, href=link(**{MUNICIPALITY: code})), *cells])
    return told
