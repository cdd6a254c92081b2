"""What the page on who could go on to a solution shows, as pure functions of the rows in view."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dashboard import texts
from dashboard.filters import NEXT, NextView, link
from dashboard.gap import region_link, short_name
from dashboard.geometry import municipalities as municipality_layer
from dashboard.maps import Areas, Figure, Marks, area_map
from dashboard.markup import Cell, Column
from dashboard.rows import Readiness, SolutionTryout
from dashboard.theme import Palette
from dashboard.wording import date_words, plural, thousands


def in_view(rows: Iterable[Readiness], region: str | None) -> list[Readiness]:
    """The rows of one region, or all."""
    return [row for row in rows if region in (None, row.digi_region)]


def headline(view: NextView, here: Sequence[Readiness]) -> str:
    """The message: how many could go on to the solution now, or try it out if nobody can say."""
    if not view.requires:
        return _tried_headline(view, here)
    ready = sum(row.state == "ready" for row in here)
    place = texts.IN_PLACE.format(place=view.region) if view.region else ""
    if not ready and any(row.state == "unknown" for row in here):
        return texts.READY_NONE_KNOWN.format(place=place, solution=view.solution_name)
    count = plural(ready, *texts.MUNICIPALITY) if ready else texts.NO_MUNICIPALITIES
    return texts.READY_HEADLINE.format(count=count, place=place, solution=view.solution_name)


def _tried_headline(view: NextView, here: Iterable[Readiness]) -> str:
    tried = sum(bool(row.tried_as_of) for row in here)
    return texts.TRYOUT_HEADLINE.format(
        count=plural(tried, *texts.MUNICIPALITY) if tried else texts.NO_MUNICIPALITIES,
        place=texts.IN_PLACE.format(place=view.region) if view.region else "",
        solution=view.solution_name,
    )


def explanation(view: NextView, here: Sequence[Readiness]) -> list[str]:
    """What stands below the message: what is required, and how many lack it or are unknown."""
    if not view.requires:
        return [texts.READY_OPEN.format(solution=view.solution_name), _tryouts(here)]
    counts = Counter(row.state for row in here)
    told = [
        form.format(count=thousands(counts[state]))
        for state, form in texts.READY_COUNTS.items()
        if counts[state]
    ]
    requires = texts.AND.join(
        texts.REQUIRED.format(name=name, date=date_words(as_of))
        if as_of
        else texts.REQUIRED_UNKNOWN.format(name=name)
        for name, as_of in view.requires
    )
    first = texts.REQUIRES.format(solution=view.solution_name, requires=requires)
    return [first, _use(view, here), " ".join(told), _tryouts(here)]


def _use(view: NextView, here: Iterable[Readiness]) -> str:
    """That those who could go on may use the solution already, where nothing says that of them."""
    open_ = sum(row.state == "ready" and not row.use_known for row in here)
    if not open_:
        return ""
    form = texts.READY_USE_UNKNOWN if view.told else texts.READY_UNTOLD
    return form.format(solution=view.solution_name, count=thousands(open_))


def _tryouts(here: Iterable[Readiness]) -> str:
    tries = [row for row in here if row.tried_as_of]
    if not tries:
        return ""
    told = sorted({f"{row.tried_source}, per {date_words(row.tried_as_of)}" for row in tries})
    names = texts.AND.join(filter(None, (", ".join(r.name for r in tries[:-1]), tries[-1].name)))
    return texts.TRYOUTS.format(names=names, source="; ".join(told))


def catalogue_source(view: NextView) -> str:
    """Who says what the solution requires; nothing where it requires nothing or nobody is named."""
    if not (view.requires and view.source):
        return ""
    return texts.READY_CATALOGUE_SOURCE.format(source=view.source)


def listed(view: NextView, here: Sequence[Readiness]) -> tuple[str, int]:
    """Which list is handed out, and how many it has: those who could go on, or all if open."""
    if not view.requires:
        return "all", len(here)
    return "ready", sum(row.state == "ready" for row in here)


def figure(rows: Sequence[Readiness], view: NextView, palette: Palette) -> Figure:
    """The map: municipalities by whether they could go on."""
    layer = municipality_layer()
    inside = in_view(rows, view.region)
    outside = [row for row in rows if view.region not in (None, row.digi_region)]
    areas = [Areas("", palette.outside, _codes(outside), _names(outside), in_legend=False)]
    for state, label in reversed(texts.READY_STATES.items()):
        group = [row for row in inside if row.state == state]
        hover = texts.HOVER.format(category=label.lower())
        areas.append(Areas(label, palette.readiness[state], _codes(group), _names(group), hover))
    tries = [row for row in inside if row.tried_as_of]
    marks = [Marks(texts.TRYOUT_MARK.format(count=len(tries)), _codes(tries))]
    return area_map(layer, layer.frame(_codes(inside)), areas, marks, palette)


def _codes(rows: Iterable[Readiness]) -> list[str]:
    return [row.municipality_code for row in rows]


def _names(rows: Iterable[Readiness]) -> list[str]:
    return [row.name for row in rows]


def region_rows(rows: Sequence[Readiness]) -> list[list[Cell]]:
    """A row per Digi region, the most ready first: how many are ready, lack something, unknown.

    None where nothing is required.
    """
    if all(row.state == "open" for row in rows):
        return []
    by_region = {name: Counter() for name in dict.fromkeys(row.digi_region for row in rows)}
    for row in rows:
        by_region[row.digi_region][row.state] += 1
    return [
        [
            Cell(short_name(region), href=region_link(region)),
            Cell(thousands(counts["ready"]), number=True, strong=True),
            Cell(thousands(counts["lacks"]), number=True),
            Cell(thousands(counts["unknown"]), number=True),
        ]
        for region, counts in sorted(by_region.items(), key=lambda item: -item[1]["ready"])
    ]


def name_columns(view: NextView, here: Sequence[Readiness]) -> list[Column]:
    """A column per Digi region in view with the municipalities that are ready."""
    ready = [row for row in here if row.state == "ready"]
    return [
        Column(
            title=region,
            href=region_link(region),
            count=plural(len(names), *texts.MUNICIPALITY),
            plain=names,
        )
        for region in view.regions
        if (names := [row.name for row in ready if row.digi_region == region])
    ]


def tryout_rows(tryouts: Iterable[SolutionTryout], view: NextView) -> list[list[Cell]]:
    """A row per municipality in view that tries out any solution, the chosen one in bold."""
    return [
        [
            Cell(
                row.short_name,
                href=link(**{NEXT: row.solution_id}),
                strong=row.solution_id == view.solution,
            ),
            Cell(row.name),
            Cell(row.digi_region),
            Cell(date_words(row.as_of)),
            Cell(row.note or ""),
            Cell(row.source),
        ]
        for row in tryouts
        if view.region in (None, row.digi_region)
    ]
