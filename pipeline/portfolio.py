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
from pipeline.stages import ADOPTED_MEANS
from pipeline.wording import either

TRYOUTS = "tryouts.csv"
FIGURES = "national_figures.csv"
MEASURES = "measures.csv"
COUNTS = (*ADOPTED_MEANS, "population_in_use", "population_share", "other")
"""What a measure may count: municipalities that have come so far, inhabitants of those in use."""


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

    counts: what the measure counts. definition: what was counted, where that is not what it says.
    """

    as_of: date
    solution_id: str
    measure: str
    counts: str
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
    measures = _measures(folder, meant_for)
    lines: dict[tuple[int, int, str, str], tuple[int, str]] = {}
    for row in read_rows(folder / FIGURES, columns):
        day, solution = row.day("as_of"), row.one_of("solution_id", meant_for)
        figure = Figure(
            as_of=day,
            solution_id=solution,
            measure=row.required("measure"),
            counts=_counts(row, solution, measures),
            count=row.count("count"),
            definition=row.text("definition") or None,
            source=row.required("source"),
            note=row.text("note") or None,
        )
        most = len(meant_for[solution])
        if figure.counts in ADOPTED_MEANS and figure.count > most:
            raise row.error("count", texts.too_many_municipalities(figure.count, most))
        what = figure.measure if figure.counts == "other" else figure.counts
        line, measure = lines.setdefault(
            (day.year, day.month, solution, what), (row.line, figure.measure)
        )
        if line != row.line:
            told = texts.FIGURE_TWICE.format(solution=solution, measure=measure, line=line)
            raise row.error("measure", told)
        yield figure


def _counts(row: Row, solution: str, measures: Mapping[str, tuple[str, str]]) -> str:
    """What a measure counts; raises where nothing tells, or where it is another solution's."""
    measure = row.required("measure")
    if measure not in measures:
        told = texts.FIGURE_UNKNOWN.format(
            measure=measure, known=either(measures or [texts.MEASURE_NONE])
        )
        raise row.error("measure", told)
    counts, of = measures[measure]
    if of not in ("", solution):
        raise row.error("measure", texts.FIGURE_OF_ANOTHER.format(measure=measure, solution=of))
    return counts


def _measures(folder: Path, solutions: Collection[str]) -> dict[str, tuple[str, str]]:
    """What each measure counts, and the solution that it is of; "" for any."""
    found: dict[str, tuple[str, str]] = {}
    for row in read_rows(folder / MEASURES, ("measure", "counts", "solution_id")):
        measure = row.required("measure")
        if measure in found:
            raise row.error("measure", texts.MEASURE_TWICE.format(measure=measure))
        of = row.text("solution_id") and row.one_of("solution_id", solutions)
        found[measure] = row.one_of("counts", COUNTS), of
    return found
