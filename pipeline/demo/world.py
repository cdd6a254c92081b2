"""What the demo set's exports are made from, and the order in which they list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from pipeline.catalogue import Solution
from pipeline.demo.names import Printer
from pipeline.demo.truth import Course, Truth
from pipeline.portfolio import Portfolio
from pipeline.register.municipalities import Municipality

Row = tuple[str, ...]

_LETTERS = str.maketrans("æøå", "{|}")


@dataclass(frozen=True, slots=True)
class World:
    """What every export is made from."""

    municipalities: Sequence[Municipality]
    portfolio: Portfolio
    truth: Truth
    printer: Printer
    seed: int

    def random(self, *what: object) -> Random:
        """A generator for one purpose, the same whatever else is drawn."""
        return Random("/".join(map(str, (self.seed, *what))))

    def courses(self, solution: Solution) -> Iterator[tuple[Municipality, Course]]:
        """The municipalities that a solution is meant for, each with its course."""
        for one in self.municipalities:
            if course := self.truth.get((solution.id, one.code)):
                yield one, course


def by_name(row: Row) -> str:
    """The key that sorts rows by their first cell, a name."""
    return alphabetical(row[0])


def alphabetical(name: str) -> str:
    """The key that sorts names in Norwegian order: æ, ø and å come last."""
    return name.casefold().translate(_LETTERS)
