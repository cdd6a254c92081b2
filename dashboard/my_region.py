"""What the page of one Digi region shows of its municipalities, as pure functions of the rows."""

from collections.abc import Iterable, Sequence

from dashboard import region_filters as filters
from dashboard import texts
from dashboard.filters import MUNICIPALITY, link, page_link
from dashboard.gap import short_name
from dashboard.markup import Cell, Head, StageCell
from dashboard.region_filters import RegionView
from dashboard.region_lines import Contacts, Line
from dashboard.rows import Region, RegionStage, Standing
from dashboard.wording import date_words, percent, plural, region_slug, thousands

MUNICIPALITY_PATH = "kommune"

FIRST = 3
"""So many municipalities to contact first are named below the headline."""


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
    word = texts.MY_REGION_WORDS[row.stage]
    text = word.removesuffix(texts.MY_REGION_LONG)
    return StageCell(
        text,
        word.removeprefix(text),
        row.stage if row in line.wanted else "outside",
        mark=texts.ENROLLED if row.enrolled else "",
        contradicted=row.contradicted,
    )


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
