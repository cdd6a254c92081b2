"""The demo set's truth: when each municipality came to each step of each solution.

Months are counted from the last month of the set: 0 is the last, -1 the one before it. So a set of
few months is the end of a longer one with the same seed. Every draw has a generator of its own,
named after what it is for: nothing depends on the order in which things are drawn.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from pipeline.catalogue import Solution, areas_of
from pipeline.catalogue_faults import meant_for
from pipeline.portfolio import Portfolio
from pipeline.register.municipalities import Municipality

_REGIONS_APART = 4.0
"""Standard deviation, in months, of how far the regions are ahead of or behind the nation."""
_SHARE_ENROLLED = 0.75
_MONTHS_ENROLLED_BEFORE_USE = (3.0, 14.0)
_MONTHS_PREPARED_BEFORE_USE = (1.0, 6.0)
_MONTHS_AFTER_WHAT_IS_REQUIRED = (0.5, 3.0)
_MONTHS_REMEMBERED = 30.0
_MEDIAN_POPULATION = 5_000
_MONTHS_AHEAD_BY_TENFOLD_SIZE = 3.0
_SHARE_WITHDRAWN = 0.05
"""Of the enrolled; half of them enrol again."""
_MONTHS_UNTIL_WITHDRAWAL = (1.0, 3.0)
_MONTHS_UNTIL_ENROLLED_AGAIN = (4.0, 10.0)
_REGIONS_OF_A_REGIONAL_RUN = 2
_SHARE_SILENT = 0.01
_MONTHS_SILENT = (-20.0, 2.0)
"""When those who are silent at first answer what their status is."""


@dataclass(frozen=True, slots=True)
class Pace:
    """A solution's S-curve: the month at which half have it, its width, and the step before use.

    width is the scale of the logistic curve in months. preparation is "ordered", "enabled" or None
    where nothing is seen before use. users: how many ever use it, where that is not everybody.
    """

    middle: float
    width: float
    preparation: str | None = None
    users: int | None = None

    def month_of(self, share: float) -> float:
        """The month at which a share of the users have it."""
        return self.middle + self.width * math.log(share / (1 - share))

    def share_at(self, month: float) -> float:
        """The share of the users that have it at a month."""
        return 1 / (1 + math.exp((self.middle - month) / self.width))


PACES_OF_PHASES: Mapping[str, Pace] = {
    "behov": Pace(24, 6, users=0),
    "planlegging": Pace(8, 6, users=0),
    "utprøving": Pace(-8, 5, "enabled", users=20),
    "utvidet utprøving": Pace(-8, 5, "enabled", users=60),
    "klar til nasjonal bruk": Pace(6, 8, "ordered"),
    "innføring": Pace(-6, 8, "ordered"),
    "forvaltning": Pace(-40, 6),
}
PACES: Mapping[str, Pace] = {
    "kjernejournal": Pace(-19, 6, "enabled"),
    "digihelse": Pace(-9, 7, "ordered"),
    "digihelsestasjon": Pace(-12, 6, "enabled"),
    "vkp": Pace(-2, 8),
    "skatteopplysninger": Pace(-24, 5, "ordered"),
    "emelding": Pace(-44, 8),
    "helseplattformen": Pace(-5, 9, "ordered"),
    "sfm": Pace(-6, 6, "enabled", users=45),
    "pll": Pace(-2, 4, "enabled", users=12),
    "pps": Pace(-4, 4, "enabled", users=30),
    "pmd": Pace(-5, 5, users=9),
    "helsekort_gravide": Pace(-7, 4, "ordered", users=13),
    "dbep": Pace(-14, 6, users=6),
    "kosy": Pace(10, 6, "ordered"),
}
"""Of the solutions that do not go at the pace of their phase. Invented; the order of the first four
is that of KS' lists of June 2024."""


def pace_of(solution: Solution) -> Pace:
    """A solution's own pace, or that of its phase."""
    return PACES.get(solution.id) or PACES_OF_PHASES[solution.phase]


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The months in which a municipality enrolled in a run and withdrew from it."""

    since: float
    until: float = math.inf


@dataclass(frozen=True, slots=True)
class Course:
    """When a municipality enrolled, was prepared and began to use a solution, in months.

    answered: since when it answers what its status is, where it has to be asked.
    """

    enrolments: Sequence[Enrolment]
    prepared: float
    used: float
    preparation: str | None
    answered: float = -math.inf

    def stage(self, month: int) -> str:
        """The stage at the end of a month."""
        if self.used <= month:
            return "in_use"
        return self.preparation if self.preparation and self.prepared <= month else "not_adopted"

    def is_enrolled(self, month: int) -> bool:
        """Whether it is in the run at the end of a month, withdrawn ones not."""
        return any(one.since <= month < one.until for one in self.enrolments)


Truth = Mapping[tuple[str, str], Course]
"""Courses by solution and municipality code, for every municipality a solution is meant for."""


def draw_truth(municipalities: Iterable[Municipality], portfolio: Portfolio, seed: int) -> Truth:
    """The courses of all municipalities for every solution; the same for the same seed.

    Nobody uses a solution before all that it requires. A solution that only some use is used by
    those that the register says try it out, and by others drawn.
    """
    everyone = list(municipalities)
    areas = areas_of(everyone)
    truth: dict[tuple[str, str], Course] = {}
    for solution in _requirements_first(portfolio.solutions):
        codes = meant_for(solution.geography, areas)
        meant = [one for one in everyone if one.code in codes]
        earliest = {
            one.code: max(
                (truth[other, one.code].used if (other, one.code) in truth else math.inf
                 for other in solution.requires),
                default=-math.inf,
            )
            for one in meant
        }  # fmt: skip
        places = _places(solution, earliest, _volunteers(solution, portfolio), seed)
        enrolling = _enrolling_regions(solution, portfolio, meant, seed)
        for one in meant:
            truth[solution.id, one.code] = _draw(
                solution, one, places, earliest[one.code], one.digi_region in enrolling, seed
            )
    return truth


def _requirements_first(solutions: Iterable[Solution]) -> Iterator[Solution]:
    """All solutions, each after those it requires; where they require each other, as they come."""
    waiting, drawn = list(solutions), set[str]()
    while waiting:
        following = next((one for one in waiting if drawn.issuperset(one.requires)), waiting[0])
        waiting.remove(following)
        drawn.add(following.id)
        yield following


def _volunteers(solution: Solution, portfolio: Portfolio) -> set[str]:
    """Codes of those that try out a solution, or one that requires it."""
    wanted = {solution.id, *(one.id for one in portfolio.solutions if solution.id in one.requires)}
    return {one.municipality_code for one in portfolio.tryouts if one.solution_id in wanted}


def _places(
    solution: Solution, earliest: Mapping[str, float], volunteers: Collection[str], seed: int
) -> Mapping[str, float] | None:
    """The place on the S-curve of each user, by code; None where everybody comes to use it.

    earliest: when each uses all that the solution requires. Who did so long ago is likelier drawn.
    """
    users = pace_of(solution).users
    if users is None:
        return None

    def place(code: str) -> tuple[bool, float]:
        random = Random(f"{seed}/user/{solution.id}/{code}")
        since = max(earliest[code], -_MONTHS_REMEMBERED)
        return code not in volunteers, since + random.uniform(0, _MONTHS_REMEMBERED)

    able = sorted((code for code in earliest if earliest[code] < math.inf), key=place)
    return {code: (i + 0.5) / users for i, code in enumerate(able[:users])}


def _enrolling_regions(
    solution: Solution, portfolio: Portfolio, meant: Iterable[Municipality], seed: int
) -> set[str]:
    """The Digi regions that enrol: all in a national run, a few in a regional, none without one."""
    types = {wave.type for wave in portfolio.rollouts if wave.solution_id == solution.id}
    regions = sorted({one.digi_region for one in meant})
    if types == {"regionalt"} and len(regions) > _REGIONS_OF_A_REGIONAL_RUN:
        random = Random(f"{seed}/regional/{solution.id}")
        return set(random.sample(regions, _REGIONS_OF_A_REGIONAL_RUN))
    return set(regions) if types else set()


def _draw(
    solution: Solution,
    one: Municipality,
    places: Mapping[str, float] | None,
    earliest: float,
    can_enrol: bool,
    seed: int,
) -> Course:
    """places: see _places; earliest: when it uses all that the solution requires."""
    pace = pace_of(solution)
    random = Random(f"{seed}/course/{solution.id}/{one.code}")
    planned = pace.month_of(random.uniform(0.005, 0.995)) - _ahead(solution, one, seed)
    used = planned
    if places is not None:
        used = pace.month_of(places[one.code]) if one.code in places else math.inf
    if solution.requires:
        held_up = Random(f"{seed}/requires/{solution.id}/{one.code}")
        used = max(used, earliest + held_up.uniform(*_MONTHS_AFTER_WHAT_IS_REQUIRED))
    enrols = random.random() < _SHARE_ENROLLED
    begins = planned if used == math.inf else used
    enrolled = begins - random.uniform(*_MONTHS_ENROLLED_BEFORE_USE) if enrols else math.inf
    prepared = used - random.uniform(*_MONTHS_PREPARED_BEFORE_USE)
    again = Random(f"{seed}/withdrawal/{solution.id}/{one.code}")
    enrolments = _enrolments(enrolled, again) if enrols and can_enrol else ()
    answer = Random(f"{seed}/answer/{solution.id}/{one.code}")
    silent = answer.random() < _SHARE_SILENT
    answered = answer.uniform(*_MONTHS_SILENT) if silent else -math.inf
    return Course(enrolments, prepared, used, pace.preparation, answered)


def _ahead(solution: Solution, one: Municipality, seed: int) -> float:
    """How many months a municipality is ahead of the nation, by its region and its size."""
    region = Random(f"{seed}/region/{solution.id}/{one.digi_region}").gauss(0, _REGIONS_APART)
    return region + math.log10(one.population / _MEDIAN_POPULATION) * _MONTHS_AHEAD_BY_TENFOLD_SIZE


def _enrolments(since: float, random: Random) -> Sequence[Enrolment]:
    """One enrolment, seldom one that was withdrawn, or a first one that was and a second."""
    if random.random() >= _SHARE_WITHDRAWN:
        return (Enrolment(since),)
    comes_again = random.random() < 0.5
    first = since - random.uniform(*_MONTHS_UNTIL_ENROLLED_AGAIN) if comes_again else since
    withdrawn = Enrolment(first, first + random.uniform(*_MONTHS_UNTIL_WITHDRAWAL))
    return (withdrawn, Enrolment(since)) if comes_again else (withdrawn,)
