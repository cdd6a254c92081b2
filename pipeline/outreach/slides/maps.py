"""The maps of slides and picture files: which areas are drawn how."""

from collections.abc import Iterable, Mapping, Sequence

from pipeline.outreach import look, texts
from pipeline.outreach.classes import enrolled_class
from pipeline.outreach.lists import ListRow, Selection
from pipeline.outreach.pictures import DIGI_REGIONS, MUNICIPALITIES, Drawing, Group, Marks
from pipeline.outreach.slides.figures import Figures
from pipeline.stages import CATEGORIES
from pipeline.wording import region_slug

_HATCHES = {"preparing": "////", "unknown": "...."}
UNKNOWN_MARKED = 60


def list_map(selection: Selection, rows: Iterable[ListRow]) -> Drawing:
    """The map of a list, on which those that it is about stand out."""
    if selection.list == "ready":
        return ready_map(rows, selection.regions)
    colours = look.IN_USE if selection.list == "in-use" else look.CATEGORIES
    return gap_map(rows, selection.regions, colours)


def gap_map(
    rows: Iterable[ListRow],
    regions: Sequence[str] = (),
    colours: Mapping[str, str] = look.CATEGORIES,
) -> Drawing:
    """Municipalities by stage, a dot on those known by name as enrolled and not in use."""
    inside, outside = _parted(rows, regions)
    groups = [_outside(outside)]
    for category in reversed(texts.CATEGORIES):
        codes = _codes(row for row in inside if CATEGORIES[row.stage] == category)
        label = texts.CATEGORIES[category]
        groups.append(Group(label, colours[category], codes, _HATCHES.get(category, "")))
    enrolled = _codes(row for row in inside if row.enrolled and row.stage != "in_use")
    return Drawing(
        MUNICIPALITIES, groups, [Marks(texts.MARK_ENROLLED, enrolled)], _codes(inside)
    )  # fmt: skip


def ready_map(rows: Iterable[ListRow], regions: Sequence[str] = ()) -> Drawing:
    """Municipalities by whether they could go on to the solution, a dot on who tries it out."""
    inside, outside = _parted(rows, regions)
    groups = [_outside(outside)]
    for state in reversed(texts.READINESS):
        codes = _codes(row for row in inside if readiness_of(row) == state)
        hatch = _HATCHES.get(state, "")
        groups.append(Group(texts.READINESS[state], look.READINESS[state], codes, hatch))
    tries = _codes(row for row in inside if row.tries_out)
    return Drawing(MUNICIPALITIES, groups, [Marks(texts.MARK_TRYOUT, tries)], _codes(inside))


def enrolled_map(figures: Iterable[Figures], regions: Sequence[str] = ()) -> Drawing:
    """Digi regions by share enrolled, with "enrolled of not adopted" on each."""
    every = [f for f in figures if f.digi_region != texts.WHOLE_COUNTRY]
    inside = [f for f in every if not regions or f.digi_region in regions]
    outside = [region_slug(f.digi_region) for f in every if f not in inside]
    groups = [Group("", look.OUTSIDE, outside)]
    for share in reversed(texts.ENROLLED_SHARES):
        slugs = [region_slug(f.digi_region) for f in inside if _share_class(f) == share]
        groups.append(Group(texts.ENROLLED_SHARES[share], look.SHARES[share], slugs))
    told = [f for f in inside if f.enrolled is not None and f.not_adopted]
    labels = [f"{f.enrolled}/{f.not_adopted}" for f in told]
    marks = [Marks("", [region_slug(f.digi_region) for f in told], labels)]
    return Drawing(DIGI_REGIONS, groups, marks, [region_slug(f.digi_region) for f in inside])


def readiness_of(row: ListRow) -> str:
    """Whether a municipality could go on to the solution: uses, lacks, unknown or ready.

    open where the solution has no known prerequisites, so that nobody can say.
    """
    if not row.has_requirements:
        return "open"
    if row.stage == "in_use":
        return "uses"
    if row.lacks:
        return "lacks"
    return "ready" if row.has_requirements and not row.unclear else "unknown"


def _share_class(figures: Figures) -> str:
    return enrolled_class(figures.not_adopted, figures.unknown, figures.enrolled)


def _parted(rows: Iterable[ListRow], regions: Sequence[str]) -> tuple[list[ListRow], list[ListRow]]:
    inside, outside = [], []
    for row in rows:
        (inside if not regions or row.digi_region in regions else outside).append(row)
    return inside, outside


def _outside(rows: Iterable[ListRow]) -> Group:
    return Group("", look.OUTSIDE, _codes(rows))


def _codes(rows: Iterable[ListRow]) -> list[str]:
    return [row.municipality_code for row in rows]
