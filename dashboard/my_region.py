"""What the page of one Digi region shows of its municipalities, as pure functions of the rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from dashboard import region_filters as filters
from dashboard import texts
from dashboard.filters import EVERY, MUNICIPALITY, SOLUTION, link, page_link
from dashboard.gap import short_name
from dashboard.markup import Cell, Head, StageCell
from dashboard.region_filters import RegionView, Wanted
from dashboard.rows import Contact, Region, RegionStage, Standing
from dashboard.wording import date_words, percent, plural, region_slug, thousands
from pipeline.outreach.lists import Listing, Selection

MUNICIPALITY_PATH = "kommune"

FIRST = 3
"""So many municipalities to contact first are named below the headline."""

FILTERS = (
    filters.STAGE, filters.ENROLMENT, filters.SIZE, filters.PREREQUISITES, filters.SEARCH,
    SOLUTION,
)  # fmt: skip

_STAGES = {
    "ikke-tatt-i-bruk": "not_adopted",
    "bestilt": "ordered",
    "tilrettelagt": "enabled",
    "i-bruk": "in_use",
    "ukjent": "unknown",
}
_ENROLMENTS = {"pameldt": True, "ikke-pameldt": False, "ukjent": None}
_PREREQUISITES = {"pa-plass": "met", "mangler": "lacks", "ukjent": "unknown"}
_SIZES = {
    "under-5000": range(5_000),
    "5000-20000": range(5_000, 20_000),
    "over-20000": range(20_000, 10_000_000),
}

Contacts = Mapping[tuple[str, str], Contact]
_Row = TypeVar("_Row", RegionStage, Standing, Contact)


@dataclass(frozen=True, slots=True)
class Line:
    """A municipality in the matrix: its stage per solution, and which of them the filters want.

    contacts: those of its wanted gaps, in the order of the rule.
    """

    stages: Sequence[RegionStage]
    wanted: Sequence[RegionStage]
    contacts: Sequence[Contact]

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


def by_gap(contacts: Iterable[Contact]) -> Contacts:
    """The reasons of each gap, by municipality and solution."""
    return {(row.municipality_code, row.solution_id): row for row in contacts}


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


def headline(region: Region, standings: Iterable[Standing]) -> str:
    """The message: how large the region is, and what most of it lacks."""
    return texts.MY_REGION_HEADLINE.format(
        region=region.digi_region,
        municipalities=plural(region.municipalities, *texts.MUNICIPALITY),
        population=thousands(round(region.population, -3)),
        gap=_largest([row for row in standings if row.digi_region == region.digi_region]),
    )


def _largest(here: Sequence[Standing]) -> str:
    if not any(row.not_adopted for row in here):
        all_known = here and not any(row.unknown for row in here)
        return texts.MY_REGION_NO_GAP if all_known else texts.MY_REGION_NO_KNOWN_GAP
    offered = [row for row in here if row.is_offered and row.not_adopted]
    rows = offered or here  # what is only tried out is no gap to close while there are others
    largest = max(rows, key=lambda row: row.not_adopted)
    equal = [row.short_name for row in rows if row.not_adopted == largest.not_adopted]
    gap = thousands(largest.not_adopted)
    return texts.MY_REGION_LARGEST.format(
        solutions=_and(equal),
        gap=texts.AT_LEAST.format(count=gap).lower() if largest.is_mostly_unknown else gap,
        municipalities=thousands(largest.municipalities),
    )


def explanation(stages: Sequence[RegionStage], contacts: Contacts) -> list[str]:
    """What stands below the message: how many gaps, enrolled and unknown; whom to contact."""
    gaps = [row for row in stages if row.stage == "not_adopted"]
    if not gaps:
        return []
    names = {row.municipality_code: row.name for row in gaps}
    told = texts.MY_REGION_GAPS.format(
        gaps=thousands(len(gaps)), municipalities=plural(len(names), *texts.MUNICIPALITY)
    )
    if enrolled := sum(bool(row.enrolled) for row in gaps):
        told += " " + texts.MY_REGION_GAPS_ENROLLED.format(count=thousands(enrolled))
    if unknown := sum(row.stage == "unknown" for row in stages):
        count = plural(unknown, *texts.MY_REGION_STATUS)
        told += " " + texts.MY_REGION_UNKNOWN.format(count=count)
    order = sorted(contacts.values(), key=lambda contact: contact.place)
    codes = dict.fromkeys(row.municipality_code for row in order if row.municipality_code in names)
    first = [names[code] for code in codes][:FIRST]
    return [told, texts.MY_REGION_FIRST.format(names=_and(first))]


def _and(names: Sequence[str]) -> str:
    *first, last = names
    return texts.AND.join([", ".join(first), last]) if first else last


def heads(standings: Iterable[Standing], view: RegionView, order: str) -> list[Head]:
    """The headings of the matrix: what to sort by, and each solution here and in the country."""
    nation = {r.solution_id: r for r in standings if r.digi_region == texts.WHOLE_COUNTRY}
    return [
        _sorting(texts.MY_REGION_NAME, "navn", order),
        _sorting(texts.MY_REGION_POPULATION, "innbyggere", order, number=True),
        _sorting(texts.MY_REGION_GAP, "gap", order, number=True),
        *(_solution(row, nation[row.solution_id]) for row in columns(standings, view)),
    ]


def columns(standings: Iterable[Standing], view: RegionView) -> list[Standing]:
    """The solutions in view: a column each."""
    return [row for row in standings if row.digi_region == view.region]


def _sorting(text: str, by: str, order: str, number: bool = False) -> Head:
    direction = "ascending" if by == "navn" else "descending"
    return Head(
        text,
        number=number,
        href=link(**{filters.ORDER: by}),
        sorted=direction if by == order else None,
    )


def _solution(here: Standing, nation: Standing) -> Head:
    said = texts.MY_REGION_HEAD_DATE.format(date=date_words(here.as_of))
    if here.unknown:
        said += texts.MY_REGION_HEAD_UNKNOWN.format(unknown=thousands(here.unknown))
    share = texts.MY_REGION_HEAD_SHARE[here.adopted_means]
    return Head(
        here.short_name,
        [
            _head_gap(here),
            share.format(here=_share(here), nation=_share(nation)),
            said,
        ],
    )


def _head_gap(here: Standing) -> str:
    if not here.not_adopted:
        return texts.MY_REGION_HEAD_NO_KNOWN_GAP if here.unknown else texts.MY_REGION_HEAD_NO_GAP
    told = texts.MY_REGION_HEAD_GAP.format(
        gap=thousands(here.not_adopted), municipalities=thousands(here.municipalities)
    )
    return texts.AT_LEAST.format(count=told).lower() if here.is_mostly_unknown else told


def _share(row: Standing) -> str:
    return "–" if row.is_mostly_unknown else percent(row.adopted, row.municipalities)


def matrix_rows(
    found: Iterable[Line], solutions: Sequence[Standing]
) -> list[list[Cell | StageCell]]:
    """A row per municipality: name, inhabitants, gaps, and its stage for each solution."""
    return [
        [
            Cell(line.name, href=municipality_link(line.stages[0].municipality_code)),
            Cell(thousands(line.population), number=True),
            Cell(thousands(line.gaps), number=True, strong=True),
            *(_stage(line, column.solution_id) for column in solutions),
        ]
        for line in found
    ]


def municipality_link(code: str) -> str:
    """The address of the page of one municipality; region and date go along."""
    return page_link(MUNICIPALITY_PATH, **{MUNICIPALITY: code})


def _stage(line: Line, solution: str) -> StageCell:
    row = next((row for row in line.stages if row.solution_id == solution), None)
    if row is None:
        return StageCell(texts.MY_REGION_OUTSIDE, "", "outside")
    text, rest = texts.MY_REGION_STAGES[row.stage]
    return StageCell(
        text,
        rest,
        row.stage if row in line.wanted else "outside",
        mark=texts.ENROLLED if row.enrolled else "",
        contradicted=row.contradicted,
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


def legend(stages: Iterable[RegionStage], solutions: Iterable[Standing]) -> list[str]:
    """What colours and signs mean, and what is known of enrolment as a count only or not at all."""
    return [
        texts.MY_REGION_LEGEND,
        texts.MY_REGION_CONTRADICTED if any(row.contradicted for row in stages) else "",
        " ".join(_enrolment(solutions)),
    ]


def _enrolment(solutions: Iterable[Standing]) -> list[str]:
    told, silent = [], []
    for row in solutions:
        named, published = row.enrolled_named or 0, row.enrolled_published
        if row.enrolled_named is None and published is None:
            silent += [row.short_name] * bool(row.not_adopted)
        elif row.names_as_of is None and published and published > named:
            form = texts.MY_REGION_COUNT_SOME if named else texts.MY_REGION_COUNT_ONLY
            told.append(
                form.format(
                    solution=row.short_name, count=thousands(published), named=thousands(named)
                )
            )
    if silent:
        told.append(texts.MY_REGION_NOTHING_ENROLLED.format(solutions=_and(silent)))
    return told


def start_headings(standings: Iterable[Standing]) -> list[str]:
    """The headings of the table of regions to choose from."""
    names = dict.fromkeys(row.short_name for row in standings)
    first, rest = texts.MY_REGION_START_HEADINGS
    return [*first, *names, *rest]


def start_rows(regions: Sequence[Region], standings: Sequence[Standing]) -> list[list[Cell]]:
    """A row per Digi region to choose: how large it is, its gaps per solution and in all.

    The last row is the whole country.
    """
    nation = Region(
        texts.WHOLE_COUNTRY,
        sum(region.municipalities for region in regions),
        sum(region.population for region in regions),
    )
    return [_start_row(region, standings) for region in (*regions, nation)]


def _start_row(place: Region, standings: Sequence[Standing]) -> list[Cell]:
    solutions = dict.fromkeys(row.solution_id for row in standings)
    here = {row.solution_id: row for row in standings if row.digi_region == place.digi_region}
    is_nation = place.digi_region == texts.WHOLE_COUNTRY
    href = None if is_nation else link(**{filters.REGION: region_slug(place.digi_region)})
    gaps = thousands(sum(row.not_adopted for row in here.values()))
    return [
        Cell(short_name(place.digi_region), href=href, strong=True),
        Cell(gaps, number=True, strong=True),
        *(Cell(_gap(here.get(solution)), number=True) for solution in solutions),
        Cell(thousands(place.municipalities), number=True),
        Cell(thousands(place.population), number=True),
    ]


def _gap(row: Standing | None) -> str:
    if row is None:
        return "–"
    if not row.unknown:
        return thousands(row.not_adopted)
    return texts.MY_REGION_GAP_UNKNOWN.format(
        gap=thousands(row.not_adopted), unknown=thousands(row.unknown)
    )


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
    return texts.MY_REGION_ABOUT_ORDER, options[wanted.order]
