"""Which municipalities and statuses of a Digi region the filters want, in order and as a list."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from dashboard import region_filters as filters
from dashboard import texts
from dashboard.filters import EVERY, SOLUTION, link
from dashboard.region_filters import RegionView, Wanted
from dashboard.rows import Region, RegionStage, Standing
from dashboard.wording import plural, region_slug, thousands
from pipeline.outreach.call_list import GAPS, Call
from pipeline.outreach.lists import Listing, Selection

FILTERS = (
    filters.STAGE, filters.ENROLMENT, filters.SIZE, filters.PREREQUISITES, filters.SEARCH,
    SOLUTION,
)  # fmt: skip

_STAGES = {region_slug(word): stage for stage, word in texts.MY_REGION_WORDS.items()}

_ENROLMENTS = {"pameldt": True, "ikke-pameldt": False, "ukjent": None}

_PREREQUISITES = {"pa-plass": "met", "mangler": "lacks", "ukjent": "unknown"}

_SIZES = {
    "under-5000": range(5_000),
    "5000-20000": range(5_000, 20_000),
    "over-20000": range(20_000, 10_000_000),
}

Contacts = Mapping[tuple[str, str], Call]

_Row = TypeVar("_Row", RegionStage, Standing)


@dataclass(frozen=True, slots=True)
class Line:
    """A municipality in the matrix: its stage per solution, and which of them the filters want.

    contacts: those of its wanted gaps, in the order of the rule.
    """

    stages: Sequence[RegionStage]
    wanted: Sequence[RegionStage]
    contacts: Sequence[Call]

    @property
    def name(self) -> str:
        """The municipality's name."""
        return self.stages[0].name

    @property
    def population(self) -> int:
        """Its inhabitants."""
        return self.stages[0].population

    @property
    def gaps(self) -> int:
        """How many of the solutions in view it has not adopted."""
        return sum(row.stage == "not_adopted" for row in self.stages)


_ORDERS: Mapping[str, Callable[[Line], tuple[float, ...]]] = {
    "kontakt": lambda line: (line.contacts[0].place if line.contacts else float("inf"),),
    "navn": lambda line: (),
    "innbyggere": lambda line: (-line.population,),
    "gap": lambda line: (-line.gaps, -line.population),
}


def in_view(rows: Iterable[_Row], view: RegionView) -> list[_Row]:
    """The rows of the solutions in view."""
    return [row for row in rows if row.solution_id in view.solutions]


def by_gap(contacts: Iterable[Call]) -> Contacts:
    """The reasons of each gap, by municipality and solution."""
    return {(row.municipality_code, row.solution_id): row for row in contacts}


def gaps(view: RegionView) -> Selection:
    """The list of all gaps of a region, for the solutions in view."""
    return Selection(GAPS, tuple(view.solutions), (view.region,), view.as_of)


def lines(stages: Iterable[RegionStage], contacts: Contacts, wanted: Wanted) -> list[Line]:
    """The municipalities with anything that the filters want, in the wanted order.

    stages: in the alphabetical order of the municipalities, which decides between equals.
    """
    found = []
    for _, group in groupby(stages, key=lambda row: row.municipality_code):
        here = list(group)
        hits = [row for row in here if _is_wanted(row, contacts, wanted)]
        if hits:
            reasons = [contact for row in hits if (contact := contacts.get(key(row)))]
            found.append(Line(here, hits, sorted(reasons, key=lambda contact: contact.place)))
    return sorted(found, key=_ORDERS[wanted.order])


def key(row: RegionStage) -> tuple[str, str]:
    """What a status is found by: its municipality and solution."""
    return row.municipality_code, row.solution_id


def _is_wanted(row: RegionStage, contacts: Contacts, wanted: Wanted) -> bool:
    contact = contacts.get(key(row))
    return bool(
        (wanted.stage == EVERY or row.stage == _STAGES[wanted.stage])
        and (wanted.enrolment == EVERY or row.enrolled is _ENROLMENTS[wanted.enrolment])
        and (wanted.size == EVERY or row.population in _SIZES[wanted.size])
        and (
            wanted.prerequisites == EVERY
            or (contact and contact.prerequisites == _PREREQUISITES[wanted.prerequisites])
        )
        and _is_called(row, wanted.search)
    )  # fmt: skip


def _is_called(row: RegionStage, search: str) -> bool:
    """Whether a search means the municipality: part of one of its names, or its code."""
    sought = search.casefold()
    return (
        sought in f"{row.name} {row.parallel_names}".casefold() or search == row.municipality_code
    )


def shown(found: Sequence[Line], region: Region, wanted: Wanted) -> str:
    """How much of the region the filters leave, in what order, and which filters are set."""
    told = texts.MY_REGION_SHOWN.format(
        municipalities=thousands(len(found)),
        of=plural(region.municipalities, *texts.MUNICIPALITY),
        statuses=plural(len(wanted_stages(found)), *texts.MY_REGION_STATUS),
        order=texts.MY_REGION_SORTED[wanted.order],
    )
    others = _others(wanted)
    return " ".join(
        [told, texts.MY_REGION_FILTERED.format(filters=", ".join(others)) * bool(others)]
    )


def _others(wanted: Wanted) -> list[str]:
    """The filters that are set of those out of sight, as words."""
    return [
        _filter(label, options[wanted.others[key]])
        for key, (label, options) in texts.MY_REGION_OTHERS.items()
        if wanted.others[key] != EVERY
    ]


def _filter(label: str, choice: str) -> str:
    return texts.MY_REGION_FILTER.format(label=label, choice=choice.lower())


def reset(view: RegionView, wanted: Wanted) -> tuple[str, str]:
    """The words and the address of the whole region; nothing when no filter is set."""
    if view.narrowed or wanted.leaves_out:
        return texts.MY_REGION_RESET, link(**dict.fromkeys(FILTERS))
    return "", ""


def wanted_stages(found: Iterable[Line]) -> list[RegionStage]:
    """The statuses that the filters want, as they stand in the matrix: what is taken away."""
    return [row for line in found for row in line.wanted]


def selection(
    list_name: str, solutions: Iterable[Standing], view: RegionView, wanted: Wanted
) -> Selection:
    """The list that has all that the filters may want of a region, for the solutions in view."""
    return Selection(
        list_name,
        tuple(column.solution_id for column in solutions),
        (view.region,) if view.region else (),
        view.as_of,
        () if wanted.stage == EVERY else (_STAGES[wanted.stage],),
    )


def listed(
    listing: Listing, rows: Iterable[RegionStage], narrowed: Iterable[tuple[str, str]] = ()
) -> Listing:
    """Of a list of the region, the statuses that are shown, in their order.

    narrowed: what the file says of how they were chosen.
    """
    by_key = {(row.municipality_code, row.solution_id): row for row in listing.rows}
    return replace(listing, rows=tuple(by_key[key(row)] for row in rows), narrowed=tuple(narrowed))


def about_filters(wanted: Wanted) -> tuple[str, str]:
    """Which filters are set, as a file says it: term and text."""
    stage, options = texts.MY_REGION_FILTERS[filters.STAGE]
    told = [
        *([_filter(stage, options[wanted.stage])] if wanted.stage != EVERY else []),
        *_others(wanted),
        *([texts.MY_REGION_SEARCHED.format(search=wanted.search)] if wanted.search else []),
    ]
    return texts.MY_REGION_ABOUT_FILTERS, ", ".join(told) or texts.MY_REGION_NO_FILTER


def about_order(wanted: Wanted) -> tuple[str, str]:
    """How the matrix is sorted, as a file says it: term and text."""
    options = texts.MY_REGION_FILTERS[filters.ORDER][1]
    return texts.ABOUT_ORDER, options[wanted.order]
