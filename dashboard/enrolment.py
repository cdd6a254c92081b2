"""What the page on enrolment shows, as pure functions of the rows in view."""

from collections.abc import Iterable, Sequence

from dashboard import texts
from dashboard.filters import MUNICIPALITY, View, link
from dashboard.gap import by_place, place_cell, published_beside, region_link
from dashboard.maps import Figure
from dashboard.markup import Cell, Column, Name
from dashboard.region_map import Told, region_map
from dashboard.rows import Coverage, Municipality
from dashboard.theme import Palette
from dashboard.wording import date_words, percent, plural, thousands
from pipeline.outreach.classes import enrolled_class


def is_known(coverage: Iterable[Coverage]) -> bool:
    """Whether any source says how many of those who have not adopted are enrolled."""
    return any(row.enrolled is not None and row.not_adopted for row in coverage)


def headline(view: View, here: Coverage) -> str:
    """The message: how many of those who have not adopted are enrolled."""
    if here.in_use == here.municipalities:
        return texts.ENROLLED_NO_GAP.format(place=view.place, solution=view.solution_name)
    if here.enrolled is None:
        return texts.ENROLLED_NONE_SAYS.format(solution=view.solution_name)
    if not here.not_adopted:
        count = here.enrolled_in_all or here.enrolled
        return texts.ENROLLED_HEADLINE_NO_STAGE.format(
            count=plural(count, *texts.MUNICIPALITY) if count else texts.NO_MUNICIPALITIES,
            solution=view.solution_name,
        )
    return texts.ENROLLED_HEADLINE.format(
        count=thousands(here.enrolled),
        gap=thousands(here.not_adopted),
        solution=view.solution_name,
    )


def explanation(here: Coverage) -> list[str]:
    """What stands below the message."""
    if here.in_use == here.municipalities:
        return []
    if here.enrolled is None:
        return [texts.ENROLLED_NONE_SAYS_BODY]
    remains = here.not_adopted - here.enrolled
    told = [texts.REMAINS.format(count=thousands(remains))] if here.not_adopted else []
    if here.unknown and here.not_adopted:  # else the headline is of all that are enrolled
        unknown = plural(here.unknown, *texts.MUNICIPALITY)
        told.append(texts.ENROLLED_STAGE_UNKNOWN.format(count=unknown))
    return [*told, _basis(here)]


def _basis(here: Coverage) -> str:
    """Whether the figures are names or published counts, and what the names leave open."""
    if here.names_as_of is None:
        return texts.ENROLLED_COUNTS_ONLY if here.enrolled_published is not None else ""
    told = [texts.ENROLLED_BY_NAME.format(date=date_words(here.names_as_of))]
    others = (here.enrolled_in_all or 0) - (here.enrolled_named or 0)
    if others and here.not_adopted:
        told.append(texts.ENROLLED_OTHERS.format(count=plural(others, *texts.MUNICIPALITY)))
    if here.enrolment_unknown:
        unknown = plural(here.enrolment_unknown, *texts.MUNICIPALITY)
        told.append(texts.ENROLLED_UNKNOWN.format(count=unknown))
    told.append(_published(here))
    return " ".join(filter(None, told))


def _published(here: Coverage) -> str:
    """What was published beside the names, and how far it is from them."""
    published, named = here.enrolled_published, here.enrolled or 0
    if published is None:
        return ""
    if published == named:
        return texts.ENROLLED_PUBLISHED_ALIKE
    return published_beside(texts.ENROLLED_PUBLISHED_BESIDE, here, published, named)


def share_class(row: Coverage) -> str:
    """The class that a region is drawn in, by its share of enrolled."""
    return enrolled_class(row.not_adopted, row.unknown, row.enrolled)


def figure(coverage: Iterable[Coverage], view: View, palette: Palette) -> Figure:
    """The map: Digi regions by share enrolled, with "enrolled of not adopted" on each."""
    return region_map(coverage, view, _told, texts.ENROLLED_CLASSES, palette.shares, palette)


def _told(row: Coverage) -> Told:
    is_told = row.enrolled is not None and row.not_adopted
    label = texts.ENROLLED_MAP_LABEL.format(enrolled=row.enrolled, gap=row.not_adopted)
    return Told(share_class(row), _hover(row), label if is_told else "")


def _hover(row: Coverage) -> str:
    form = {
        "no_gap": texts.ENROLLED_HOVER_NO_GAP,
        "unknown": texts.ENROLLED_HOVER_UNKNOWN,
    }.get(share_class(row), texts.ENROLLED_HOVER)
    return form.format(region=row.digi_region, enrolled=row.enrolled, gap=row.not_adopted)


def region_rows(coverage: Iterable[Coverage]) -> list[list[Cell]]:
    """A row per Digi region, the most remaining first, and the nation; what nothing says is "–"."""
    regions, nation = by_place(coverage)
    ordered = sorted(regions, key=lambda row: -(_remaining(row) or 0))
    return [
        [
            place_cell(row.digi_region),
            Cell(thousands(row.not_adopted), number=True),
            Cell(_dash(row.enrolled), number=True, strong=True),
            Cell(_dash(_remaining(row)), number=True),
            Cell("–" if row.enrolled is None else percent(row.enrolled, row.not_adopted), True),
        ]
        for row in [*ordered, *nation]
    ]


def _remaining(row: Coverage) -> int | None:
    return None if row.enrolled is None else row.not_adopted - row.enrolled


def _dash(count: int | None) -> str:
    return "–" if count is None else thousands(count)


def name_columns(view: View, rows: Iterable[Municipality]) -> list[Column]:
    """A column per Digi region in view with the enrolled municipalities that are known by name."""
    by_region: dict[str, list[Municipality]] = {}
    for row in listed(rows, view.region):
        by_region.setdefault(row.digi_region, []).append(row)
    return [
        Column(
            title=region,
            href=region_link(region),
            count=texts.REGION_ENROLLED.format(count=len(enrolled)),
            notes=_runs(enrolled),
            names=_names(enrolled),
        )
        for region, enrolled in by_region.items()
    ]


def _names(enrolled: Sequence[Municipality]) -> list[Name]:
    """The names of a column, each with its wave where they are not all in the same."""
    several = len({(row.run_name, row.wave) for row in enrolled}) > 1
    return [
        Name(
            row.name,
            link(**{MUNICIPALITY: row.municipality_code}),
            enrolled=True,
            note=texts.ENROLLED_IN_WAVE.format(wave=row.wave) if several and row.wave else "",
        )
        for row in enrolled
    ]


def _runs(enrolled: Iterable[Municipality]) -> list[str]:
    """The runs of these municipalities, with the wave where all of a run are in the same."""
    waves: dict[str, set[str | None]] = {}
    for row in enrolled:
        waves.setdefault(row.run_name or "", set()).add(row.wave)
    return sorted(_run(name, found) for name, found in waves.items())


def _run(name: str, waves: set[str | None]) -> str:
    (wave,) = waves if len(waves) == 1 else (None,)
    return texts.ENROLLED_RUN.format(run=name, wave=wave) if name and wave else name


def listed(rows: Iterable[Municipality], region: str | None) -> list[Municipality]:
    """The enrolled municipalities known by name, in one region or everywhere."""
    return [row for row in rows if row.enrolled and region in (None, row.digi_region)]
