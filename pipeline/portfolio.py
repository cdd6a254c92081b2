"""What the registers say of solutions: catalogue, joint rollouts, try-outs, published figures."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import texts
from pipeline.catalogue import Solution, areas_of, load_catalogue
from pipeline.register.municipalities import Municipality
from pipeline.register.rows import read_rows
from pipeline.rollouts import Wave, load_rollouts

TRYOUTS = "tryouts.csv"
FIGURES = "national_figures.csv"


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
    ids = {solution.id for solution in solutions}
    regions = {municipality.digi_region for municipality in every}
    return Portfolio(
        solutions,
        load_rollouts(folder, ids, areas | regions),
        tuple(_tryouts(folder, ids, every)),
        tuple(_figures(folder, ids)),
    )


def _tryouts(
    folder: Path, ids: Collection[str], municipalities: Iterable[Municipality]
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
        solution, name = row.one_of("solution_id", ids), row.one_of("municipality", codes)
        code, *others = codes[name]
        if others:
            raise row.error("municipality", texts.NAMESAKES.format(name=name))
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


def _figures(folder: Path, ids: Collection[str]) -> Iterator[Figure]:
    columns = ("as_of", "solution_id", "measure", "count", "definition", "source", "note")
    for row in read_rows(folder / FIGURES, columns):
        yield Figure(
            as_of=row.day("as_of"),
            solution_id=row.one_of("solution_id", ids),
            measure=row.required("measure"),
            count=row.count("count"),
            definition=row.text("definition") or None,
            source=row.required("source"),
            note=row.text("note") or None,
        )
