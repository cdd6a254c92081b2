"""What the page on who has not adopted shows, as pure functions of the rows in view."""

from collections.abc import Iterable, Sequence

from dashboard import texts
from dashboard.filters import MUNICIPALITY, REGION, View, link, link_to
from dashboard.geometry import municipalities as municipality_layer
from dashboard.maps import Areas, Figure, Marks, area_map
from dashboard.markup import Cell, Column, Name
from dashboard.rows import Coverage, Municipality
from dashboard.theme import Palette
from dashboard.wording import percent, plural, region_slug, thousands

UNKNOWN_MARKED = 60
"""Up to this many unknown municipalities carry a question mark on the map; more would hide it."""

UNKNOWN_NAMED = 6
"""Up to this many unknown municipalities of a region are named; more are counted."""


def headline(view: View, here: Coverage) -> str:
    """The message: how many have not adopted."""
    if here.not_adopted:
        count = plural(here.not_adopted, *texts.MUNICIPALITY)
        count = texts.AT_LEAST.format(count=count) if here.is_mostly_unknown else count
        place = texts.IN_PLACE.format(place=view.region) if view.region else ""
        return texts.HEADLINE.format(count=count, place=place, solution=view.solution_name)
    if here.in_use < here.municipalities:
        form = texts.HEADLINE_NONE_KNOWN
    else:
        form = texts.HEADLINE_NONE if view.region else texts.HEADLINE_NONE_COUNTRY
    return form.format(place=view.place, solution=view.solution_name)


def explanation(view: View, here: Coverage, nation: Coverage) -> list[str]:
    """What stands below the message: shares, enrolment, what is unknown, what KS said."""
    if here.is_mostly_unknown:
        told = {"unknown": here.unknown, "municipalities": here.municipalities}
        return [texts.MOSTLY_UNKNOWN.format(**told), _enrolment(here)]
    share = texts.SHARE if view.region else texts.SHARE_COUNTRY
    first = share.format(
        place=view.place,
        municipalities=percent(here.not_adopted, here.municipalities),
        population=percent(here.population_not_adopted, here.population),
    )
    if view.region:
        national = percent(nation.not_adopted, nation.municipalities)
        first += " " + texts.NATIONAL.format(municipalities=national)
    return [first, _enrolment(here), _reservations(here)]


def _enrolment(here: Coverage) -> str:
    if here.enrolled is None or not here.not_adopted:
        return ""
    if here.enrolled == 0:
        return texts.NONE_ENROLLED
    sentence = texts.SOME_ENROLLED.format(count=thousands(here.enrolled))
    if not here.enrolled_named:
        return f"{sentence} {texts.ENROLLED_NO_NAME}"
    if here.enrolled_named < here.enrolled:
        named = thousands(here.enrolled_named)
        return f"{sentence} {texts.ENROLLED_BY_COUNT.format(named=named)}"
    return sentence


def _reservations(here: Coverage) -> str:
    told = []
    if here.preparing:
        told.append(texts.PREPARING_INCLUDED.format(count=thousands(here.preparing)))
    if here.unknown:
        told.append(texts.SOME_UNKNOWN.format(count=thousands(here.unknown)))
    if here.not_adopted_published not in (None, here.not_adopted):
        told.append(
            published_beside(
                texts.PUBLISHED_DIFFERS, here, here.not_adopted_published, here.not_adopted
            )
        )
    return " ".join(told)


def published_beside(form: str, here: Coverage, published: int, counted: int) -> str:
    """A published number of a place, and how far it is from the one that is counted here."""
    is_nation = here.digi_region == texts.WHOLE_COUNTRY
    apart = texts.MORE if published > counted else texts.FEWER
    return form.format(
        published=thousands(published),
        place=here.digi_region.lower() if is_nation else here.digi_region,
        apart=apart.format(count=thousands(abs(published - counted))),
    )


def figure(rows: Sequence[Municipality], view: View, palette: Palette) -> Figure:
    """The map: areas by category, a dot on the enrolled ones, a question mark on the unknown."""
    layer = municipality_layer()
    inside = [row for row in rows if view.region in (None, row.digi_region)]
    outside = [row for row in rows if view.region not in (None, row.digi_region)]
    areas = [_outside(outside, palette)]
    for category in reversed(texts.CATEGORIES):
        areas.append(_areas(category, [r for r in inside if r.category == category], palette))
    enrolled = [r.municipality_code for r in inside if r.enrolled and r.stage != "in_use"]
    unknown = [r.municipality_code for r in inside if r.stage == "unknown"]
    marks = [Marks(texts.LEGEND_MARK.format(count=len(enrolled)), enrolled)]
    if len(unknown) <= UNKNOWN_MARKED:
        marks.append(Marks("", unknown, ["?"] * len(unknown)))
    frame = layer.frame([row.municipality_code for row in inside])
    return area_map(layer, frame, areas, marks, palette)


def _outside(rows: Sequence[Municipality], palette: Palette) -> Areas:
    """The neighbours of the region in view: there to find one's way, not part of the figures."""
    codes = [row.municipality_code for row in rows]
    names = [f"{row.name}, {row.digi_region}" for row in rows]
    return Areas("", palette.outside, codes, names, in_legend=False)


def _areas(category: str, rows: Sequence[Municipality], palette: Palette) -> Areas:
    return Areas(
        texts.CATEGORIES[category],
        palette.categories[category],
        [row.municipality_code for row in rows],
        [_hover(row) for row in rows],
        texts.HOVER.format(category=texts.CATEGORIES[category].lower()),
    )


def _hover(row: Municipality) -> str:
    enrolled = f", {texts.ENROLLED.lower()}" if row.enrolled else ""
    return texts.HOVER_NAME.format(name=row.name, population=thousands(row.population)) + enrolled


def region_rows(coverage: Iterable[Coverage]) -> list[list[Cell]]:
    """A row per Digi region, the largest gap first, and the nation: name, count, share, enrolled.

    Between count and share of a region stands a bar.
    """
    regions, nation = by_place(coverage)
    largest = max(row.not_adopted for row in regions) or 1
    ordered = sorted(regions, key=lambda row: -row.not_adopted)
    return [
        *(_region_row(row, 100 * row.not_adopted / largest) for row in ordered),
        *(_region_row(row, None) for row in nation),
    ]


def by_place(coverage: Iterable[Coverage]) -> tuple[list[Coverage], list[Coverage]]:
    """The regions, and the nation by itself."""
    every = list(coverage)
    regions = [row for row in every if row.digi_region != texts.WHOLE_COUNTRY]
    return regions, [row for row in every if row not in regions]


def _region_row(row: Coverage, bar: float | None) -> list[Cell]:
    return [
        place_cell(row.digi_region),
        Cell(thousands(row.not_adopted), number=True, strong=True),
        Cell("", bar=bar),
        Cell(_share(row), number=True),
        Cell("–" if row.enrolled is None else thousands(row.enrolled), number=True),
    ]


def place_cell(place: str) -> Cell:
    """A region, or the whole country, as a link to the view of it."""
    if place == texts.WHOLE_COUNTRY:
        return Cell(place, href=link(**{REGION: None, MUNICIPALITY: None}), total=True)
    return Cell(short_name(place), href=region_link(place))


def name_columns(
    view: View, coverage: Iterable[Coverage], rows: Sequence[Municipality]
) -> list[Column]:
    """A column per Digi region in view: those who have not adopted, the enrolled ones marked."""
    return [
        _column(view, region, [row for row in rows if row.digi_region == region.digi_region])
        for region in coverage
        if region.digi_region == view.region
        or (
            (not view.region and region.digi_region != texts.WHOLE_COUNTRY)
            and region.not_adopted + region.unknown > 0
        )
    ]


def _column(view: View, region: Coverage, rows: Sequence[Municipality]) -> Column:
    link_of = link_to(MUNICIPALITY)
    return Column(
        title=region.digi_region,
        href=region_link(region.digi_region),
        count=_region_count(region),
        notes=[line for line in (_region_enrolled(region), _region_unknown(rows)) if line],
        names=[
            Name(
                row.name,
                link_of(row.municipality_code),
                enrolled=bool(row.enrolled),
                contradicted=row.earlier_stage is not None,
                chosen=row.municipality_code == view.municipality,
            )
            for row in rows
            if row.stage == "not_adopted"
        ],
    )


def _share(row: Coverage) -> str:
    return "–" if row.is_mostly_unknown else percent(row.not_adopted, row.municipalities)


def short_name(digi_region: str) -> str:
    """A Digi region's name where the heading already says what it is: "Agder"."""
    return digi_region.removeprefix("Digi ")


def region_link(digi_region: str) -> str:
    """The address of the same view for one Digi region."""
    return link(**{REGION: region_slug(digi_region), MUNICIPALITY: None})


def _region_count(region: Coverage) -> str:
    if region.not_adopted:
        return texts.REGION_COUNT.format(
            count=thousands(region.not_adopted), municipalities=thousands(region.municipalities)
        )
    all_in_use = region.in_use == region.municipalities
    return texts.REGION_NONE if all_in_use else texts.REGION_NONE_KNOWN


def _region_enrolled(region: Coverage) -> str:
    if not region.enrolled:
        return ""
    by_name = region.enrolled_named == region.enrolled
    form = texts.REGION_ENROLLED if by_name else texts.REGION_ENROLLED_BY_COUNT
    return form.format(count=thousands(region.enrolled))


def _region_unknown(rows: Sequence[Municipality]) -> str:
    names = [row.name for row in rows if row.stage == "unknown"]
    if not names:
        return ""
    if len(names) <= UNKNOWN_NAMED:
        return texts.REGION_UNKNOWN.format(names=", ".join(names))
    return texts.REGION_UNKNOWN_COUNT.format(count=thousands(len(names)))


def legend(rows: Iterable[Municipality]) -> str:
    """What the signs beside the names mean, those of them that occur."""
    gap = listed(rows, None)
    told = [texts.CHOOSE_HINT]
    if any(row.enrolled for row in gap):
        told.append(texts.LEGEND_ENROLLED)
    if any(row.earlier_stage for row in gap):
        told.append(texts.LEGEND_CONTRADICTED)
    return " ".join(told)


def listed(rows: Iterable[Municipality], region: str | None) -> list[Municipality]:
    """Those who have not adopted, in one region or everywhere: the list that is taken away."""
    return [row for row in rows if row.stage == "not_adopted" and region in (None, row.digi_region)]
