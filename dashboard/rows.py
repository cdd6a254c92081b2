"""One row of each query in dashboard/queries, typed; NULL is None. The SQL says what a row is."""

from datetime import date
from typing import Any, NamedTuple


class Solution(NamedTuple):
    """queries/solutions.sql."""

    solution_id: str
    short_name: str
    name: str
    definition: str
    adopted_means: str
    is_offered: bool


class Described(NamedTuple):
    """queries/catalogue.sql."""

    solution_id: str
    short_name: str
    name: str
    definition: str
    owner: str
    adopted_means: str
    geography: str
    municipalities: int
    phase: str
    phases: list[dict[str, str | None]]
    ambitions: list[dict[str, Any]]
    meanings: list[dict[str, str]]
    requires: list[str]
    listed: bool
    counted: bool


class Register(NamedTuple):
    """queries/register.sql."""

    municipality_code: str
    name: str
    parallel_names: str | None
    county_name: str
    digi_region: str
    health_region: str
    population: int
    population_date: date
    org_number: str | None


class Neighbour(NamedTuple):
    """queries/neighbours.sql."""

    municipality_code: str
    name: str
    digi_region: str
    solution_id: str
    short_name: str
    stage: str
    enrolled: bool | None
    contradicted: bool


class Event(NamedTuple):
    """queries/enrolment_events.sql."""

    short_name: str
    run_name: str
    wave: str | None
    event: str
    event_on: date | None
    source_path: str
    source_row: int | None
    first_as_of: date


class Tryout(NamedTuple):
    """queries/municipality_tryouts.sql."""

    name: str
    as_of: date
    note: str | None
    source: str


class NextStep(NamedTuple):
    """queries/next_steps.sql."""

    solution_id: str
    short_name: str
    state: str
    lacks: str
    unclear: str


class Overview(NamedTuple):
    """queries/overview.sql."""

    solution_id: str
    short_name: str
    adopted_means: str
    is_offered: bool
    as_of: date
    municipalities: int
    in_use: int
    enabled: int
    ordered: int
    adopted: int
    not_adopted: int
    unknown: int
    is_mostly_unknown: bool
    enrolled: int | None
    previous_as_of: date | None
    new: int
    ambition: int | None
    ambition_by: date | None
    not_adopted_codes: list[str]
    unknown_codes: list[str]
    codes: list[str]
    national_adopted: int
    national_municipalities: int
    nation_is_mostly_unknown: bool


class Unlisted(NamedTuple):
    """queries/unlisted.sql."""

    solution_id: str
    name: str
    phase: str
    published: int | None
    published_as_of: date | None
    published_source: str | None
    ambition: int | None
    ambition_by: date | None
    tryouts: int


class Day(NamedTuple):
    """queries/dates.sql."""

    as_of: date


class DigiRegion(NamedTuple):
    """queries/digi_regions.sql."""

    digi_region: str


class Demo(NamedTuple):
    """queries/demo.sql."""

    demo: bool


class Coverage(NamedTuple):
    """queries/coverage.sql."""

    digi_region: str
    municipalities: int
    in_use: int
    preparing: int
    not_adopted: int
    unknown: int
    is_mostly_unknown: bool
    enrolled: int | None
    enrolled_named: int | None
    enrolled_published: int | None
    population: int
    population_not_adopted: int
    not_adopted_published: int | None
    enrolled_in_all: int | None
    enrolment_unknown: int
    names_as_of: date | None


class Point(NamedTuple):
    """queries/series.sql."""

    as_of: date
    measure: str
    count: int
    municipalities: int | None
    unknown: int | None
    is_mostly_unknown: bool
    published: bool
    definition: str | None
    differs: bool
    source: str | None
    note: str | None


class PlaceInTime(NamedTuple):
    """queries/regions_over_time.sql."""

    digi_region: str
    as_of: date
    municipalities: int
    adopted: int
    is_mostly_unknown: bool
    new: int | None


class Change(NamedTuple):
    """queries/changes.sql."""

    municipality_code: str
    name: str
    digi_region: str
    from_as_of: date
    from_stage: str
    to_stage: str
    what: str


class Municipality(NamedTuple):
    """queries/municipalities.sql."""

    solution_id: str
    short_name: str
    as_of: date
    municipality_code: str
    name: str
    county_name: str
    digi_region: str
    health_region: str
    population: int
    org_number: str | None
    stage: str
    category: str
    enrolled: bool | None
    run_name: str | None
    wave: str | None
    evidence_as_of: date | None
    source_path: str | None
    source_row: int | None
    owner: str | None
    source: str | None
    earlier_stage: str | None
    earlier_owner: str | None
    earlier_as_of: date | None
    review_name: str | None
    scope: str | None
    not_covered: str | None


class Run(NamedTuple):
    """queries/runs.sql."""

    run_id: str
    name: str
    type: str
    deadline: date | None
    days_left: int | None
    wave: str | None
    wave_start: date | None
    journal_vendor: str | None
    service: str | None
    area: str | None
    digi_region: str
    list_as_of: date | None
    enrolled: int | None
    withdrawn: int | None
    completed: int | None
    in_use: int | None
    median_days: float | None
    timed: int
    followed_180: int
    in_use_180: int

    @property
    def is_whole(self) -> bool:
        """Whether the row is the run with all its waves."""
        return self.wave == "Alle"


class Source(NamedTuple):
    """queries/sources_of_view.sql."""

    source: str
    as_of: date


class Doubts(NamedTuple):
    """queries/doubts.sql."""

    reviews: int
    rejected: int
    differing_totals: int
    contradictions: int


class SourceFile(NamedTuple):
    """queries/source_files.sql."""

    path: str
    title: str | None
    as_of: date | None
    complete: bool | None
    rows_read: int
    accepted: int
    duplicate: int
    review: int
    ignored: int
    rejected: int
    note: str | None
    problem: str | None
    replaced_by: str | None
    corrects: str | None
    verdict: str
    stands: bool
    scope: str | None

    @property
    def is_held_back(self) -> bool:
        """Whether it waits for somebody to confirm it."""
        return self.verdict == "held_back" and not self.replaced_by


class Finding(NamedTuple):
    """queries/findings.sql."""

    source_path: str
    source_row: int | None
    as_of: date
    serious: bool
    holds_back: bool
    confirmed: str | None
    sentence: str


class ControlTotal(NamedTuple):
    """queries/control_totals.sql."""

    short_name: str
    list: str
    digi_region: str
    as_of: date
    published: int
    counted: int | None
    difference: int | None
    recognised: int | None
    published_parts: int | None
    differs: bool
    source_path: str


class Review(NamedTuple):
    """queries/reviews.sql."""

    source_path: str
    source_row: int
    short_name: str
    printed: str
    digi_region: str | None
    reason: str
    decidable: bool
    stage: str | None
    event: str | None
    suggested: list[str]
    effects: list[dict[str, str]]


class Decision(NamedTuple):
    """queries/decisions.sql."""

    file_pattern: str
    printed_name: str
    digi_region: str | None
    name: str | None
    county_name: str | None
    reason: str
    decided_by: str
    decided_on: date
    matched: int
    in_conflict: int


class NextSolution(NamedTuple):
    """queries/next_solutions.sql."""

    solution_id: str
    short_name: str
    source: str
    told: bool
    requires: list[str]
    known_as_of: list[date | None]


class Readiness(NamedTuple):
    """queries/readiness.sql."""

    municipality_code: str
    name: str
    county_name: str
    digi_region: str
    population: int
    state: str
    use_known: bool
    lacks: str
    unknown: str
    tried_as_of: date | None
    tried_source: str | None


class SolutionTryout(NamedTuple):
    """queries/tryouts.sql."""

    solution_id: str
    short_name: str
    municipality_code: str
    name: str
    digi_region: str
    as_of: date
    note: str | None
    source: str


class Recomputed(NamedTuple):
    """queries/recomputed.sql."""

    short_name: str
    subject: str
    measure: str
    published: float
    recomputed: float
    apart: float
    source: str
    source_row: int | None


class PublishedStages(NamedTuple):
    """queries/published_stages.sql."""

    short_name: str
    as_of: date
    source: str
    in_use_published: int
    enabled_published: int | None
    in_use: int
    not_adopted: int
    listed: int


class RejectedRow(NamedTuple):
    """queries/rejected_rows.sql."""

    source_path: str
    source_row: int
    line: str
    reason: str


class Contradiction(NamedTuple):
    """queries/contradictions.sql."""

    short_name: str
    name: str
    digi_region: str
    stage: str
    owner: str
    as_of: date
    source_path: str
    source_row: int | None
    earlier_stage: str
    earlier_owner: str
    earlier_as_of: date
    earlier_source_path: str
    earlier_source_row: int | None


class Region(NamedTuple):
    """queries/regions.sql."""

    digi_region: str
    municipalities: int
    population: int


class Standing(NamedTuple):
    """queries/standings.sql."""

    digi_region: str
    solution_id: str
    short_name: str
    adopted_means: str
    is_offered: bool
    as_of: date
    municipalities: int
    adopted: int
    not_adopted: int
    unknown: int
    is_mostly_unknown: bool
    enrolled_named: int | None
    enrolled_published: int | None
    names_as_of: date | None


class RegionStage(NamedTuple):
    """queries/region_stages.sql."""

    municipality_code: str
    name: str
    parallel_names: str
    population: int
    solution_id: str
    short_name: str
    stage: str
    enrolled: bool | None
    contradicted: bool
