"""The demo set's truth: when each municipality came to each step of each solution.

Months are counted from the last month of the set: 0 is the last, -1 the one before it. So a set of
few months is the end of a longer one with the same seed. Every draw has a generator of its own,
named after what it is for: nothing depends on the order in which things are drawn.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from pipeline.register.municipalities import Municipality

_REGIONS_APART = 4.0
"""Standard deviation, in months, of how far the regions are ahead of or behind the nation."""
_SHARE_ENROLLED = 0.75
_MONTHS_ENROLLED_BEFORE_USE = (3.0, 14.0)
_MONTHS_PREPARED_BEFORE_USE = (1.0, 6.0)
_MEDIAN_POPULATION = 5_000
_MONTHS_AHEAD_BY_TENFOLD_SIZE = 3.0


@dataclass(frozen=True, slots=True)
class Pace:
    """A solution's S-curve: the month at which half have it, its width, and the step before use.

    width is the scale of the logistic curve in months. preparation is "ordered", "enabled" or None
    where nothing is seen before use.
    """

    middle: float
    width: float
    preparation: str | None


PACES: Mapping[str, Pace] = {
    "kjernejournal": Pace(-19, 6, "enabled"),
    "digihelse": Pace(-9, 7, "ordered"),
    "digihelsestasjon": Pace(-12, 6, "enabled"),
    "vkp": Pace(-2, 8, None),
}
"""Invented; the order of the solutions is that of KS' lists of June 2024."""


@dataclass(frozen=True, slots=True)
class Course:
    """The months in which a municipality enrolled, was prepared and began to use a solution."""

    enrolled: float
    prepared: float
    used: float
    preparation: str | None

    def stage(self, month: int) -> str:
        """The stage at the end of a month."""
        if self.used <= month:
            return "in_use"
        return self.preparation if self.preparation and self.prepared <= month else "not_adopted"


Truth = Mapping[tuple[str, str], Course]
"""Courses by solution and municipality code."""


def draw_truth(municipalities: Iterable[Municipality], seed: int) -> Truth:
    """The courses of all municipalities for every solution of PACES; the same for the same seed."""
    everyone = list(municipalities)
    return {
        (solution, one.code): _draw(solution, pace, one, seed)
        for solution, pace in PACES.items()
        for one in everyone
    }


def _draw(solution: str, pace: Pace, one: Municipality, seed: int) -> Course:
    ahead = Random(f"{seed}/region/{solution}/{one.digi_region}").gauss(0, _REGIONS_APART)
    size = math.log10(one.population / _MEDIAN_POPULATION) * _MONTHS_AHEAD_BY_TENFOLD_SIZE
    random = Random(f"{seed}/course/{solution}/{one.code}")
    place = random.uniform(0.005, 0.995)
    used = pace.middle - ahead - size + pace.width * math.log(place / (1 - place))
    enrols = random.random() < _SHARE_ENROLLED
    enrolled = used - random.uniform(*_MONTHS_ENROLLED_BEFORE_USE) if enrols else math.inf
    prepared = used - random.uniform(*_MONTHS_PREPARED_BEFORE_USE)
    return Course(enrolled, prepared, used, pace.preparation)
