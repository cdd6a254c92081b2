"""What the registers say of solutions: catalogue, joint rollouts, try-outs, published figures."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import texts
from pipeline.catalogue import Solution, areas_of, load_catalogue
from pipeline.catalogue_faults import meant_for
from pipeline.register.municipalities import Municipality
from pipeline.register.rows import Row, read_rows
from pipeline.rollouts import Wave, load_rollouts
from pipeline.wording import either

TRYOUTS = "tryouts.csv"
FIGURES = "national_figures.csv"
OF_MUNICIPALITIES = {
    "i bruk": None,
    "teknisk tilrettelagt": None,
    "bruker Kjernejournal": "kjernejournal",
}
"""Measures that count municipalities, and the solution that each is of, where it is of one."""
MEASURES = OF_MUNICIPALITIES | {
    "innbyggere i kommuner med VKP": "vkp",
    "andel av innbyggerne i kommuner med VKP": "vkp",
    "integrasjoner": "vkp",
}
"""Every measure that the models and pages know: any other would be published and never shown."""


@dataclass(frozen=True, slots=True)
class Tryout:
    """A municipality that takes part in trying out a solution; as_of is a month, YYYY-MM.

    municipality: as the register of try-outs names it.
    """

    solution_id: str
    municipality_code: str
    municipality: str
    as_of: str
    note: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure published for the whole country.

    definition: what was counted, where that is not what `measure` says.
    """

    as_of: date
    solution_id: str
    measure: str
    count: int
    definition: str | None
    source: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything that the registers say of solutions."""

    solutions: tuple[Solution, ...]
    rollouts: tuple[Wave, ...]
    tryouts: tuple[Tryout, ...]
    figures: tuple[Figure, ...]


def load_portfolio(folder: Path, municipalities: Iterable[Municipality]) -> Portfolio:
    """The register folder in; its checked content out.

    Raises UserError with the file, line and field that is wrong.
    """
    every = list(municipalities)
    areas = areas_of(every)
    solutions = load_catalogue(folder, areas)
    codes = {solution.id: meant_for(solution.geography, areas) for solution in solutions}
    return Portfolio(
        solutions,
        load_rollouts(folder, codes, areas | areas_of(every, ["digi_region"])),
        tuple(_tryouts(folder, codes, every)),
        tuple(_figures(folder, codes)),
    )


def _tryouts(
    folder: Path,
    meant_for: Mapping[str, Collection[str]],
    municipalities: Iterable[Municipality],
) -> Iterator[Tryout]:
    codes: dict[str, list[str]] = {}
    for one in municipalities:
        codes.setdefault(one.name, []).append(one.code)
        codes[one.code] = [one.code]
    seen: set[tuple[str, str]] = set()
    for row in read_rows(
        folder / TRYOUTS, ("solution_id", "municipality", "as_of", "note", "source")
    ):
        as_of = row.required("as_of")
        if not re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", as_of):
            raise row.error("as_of", texts.NOT_A_MONTH.format(text=as_of))
        solution, name = row.one_of("solution_id", meant_for), row.one_of("municipality", codes)
        code, *others = codes[name]
        if others:
            raise row.error("municipality", texts.NAMESAKES.format(name=name))
        if code not in meant_for[solution]:
            told = texts.TRYOUT_OUTSIDE.format(name=name, solution=solution)
            raise row.error("municipality", told)
        if (solution, code) in seen:
            raise row.error("municipality", texts.TRYOUT_TWICE.format(name=name))
        seen.add((solution, code))
        yield Tryout(
            solution_id=solution,
            municipality_code=code,
            municipality=name,
            as_of=as_of,
            note=row.text("note") or None,
            source=row.required("source"),
        )


def _figures(folder: Path, meant_for: Mapping[str, Collection[str]]) -> Iterator[Figure]:
    columns = ("as_of", "solution_id", "measure", "count", "definition", "source", "note")
    lines: dict[tuple[int, int, str, str], int] = {}
    for row in read_rows(folder / FIGURES, columns):
        figure = Figure(
            as_of=row.day("as_of"),
            solution_id=row.one_of("solution_id", meant_for),
            measure=row.required("measure"),
            count=row.count("count"),
            definition=row.text("definition") or None,
            source=row.required("source"),
            note=row.text("note") or None,
        )
        _refuse_measure(row, figure, most=len(meant_for[figure.solution_id]))
        month = (figure.as_of.year, figure.as_of.month, figure.solution_id, figure.measure)
        if lines.setdefault(month, row.line) != row.line:
            told = texts.FIGURE_TWICE.format(
                solution=figure.solution_id, measure=figure.measure, line=lines[month]
            )
            raise row.error("measure", told)
        yield figure


def _refuse_measure(row: Row, figure: Figure, most: int) -> None:
    """Raise where a measure means nothing, not for this solution, or counts more than there are."""
    if figure.measure not in MEASURES:
        told = texts.FIGURE_UNKNOWN.format(measure=figure.measure, known=either(MEASURES))
        raise row.error("measure", told)
    solution = MEASURES[figure.measure]
    if solution not in (None, figure.solution_id):
        told = texts.FIGURE_OF_ANOTHER.format(measure=figure.measure, solution=solution)
        raise row.error("measure", told)
    if figure.measure in OF_MUNICIPALITIES and figure.count > most:
        raise row.error("count", texts.too_many_municipalities(figure.count, most))
