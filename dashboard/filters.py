"""Filters that live in the address: the address is the truth and the widgets follow it.

So a link opens the same view, and the browser's back button works.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote_plus, urlencode

import streamlit as st

from dashboard import markup, texts
from dashboard.data import ask
from dashboard.rows import Day, Described, DigiRegion, NextSolution
from dashboard.wording import date_slug, date_words, region_slug
from pipeline.errors import UserError

SOLUTION, REGION, DATE, MUNICIPALITY = "losning", "region", "dato", "kommune"
NEXT = "neste"
EVERY = "alle"
MAP = "vis"
MUNICIPALITIES, REGION_SHARES, REGION_COUNTS = texts.MAP_KINDS
COUNTRY = "hele-landet"


class NoListError(UserError):
    """The address asks for a solution that no source speaks of municipality by municipality.

    counted: figures for the whole country are known.
    """

    def __init__(self, solution: str, solution_name: str, counted: bool) -> None:
        super().__init__(solution_name)
        self.solution, self.solution_name, self.counted = solution, solution_name, counted


@dataclass(frozen=True, slots=True)
class View:
    """What is being looked at. region is None for the whole country.

    map_kind: what the map shows, MUNICIPALITIES, REGION_SHARES or REGION_COUNTS. listed: some
    source says which municipalities have adopted the solution.
    """

    solution: str
    solution_name: str
    region: str | None
    region_slug: str
    as_of: date
    municipality: str | None
    map_kind: str = MUNICIPALITIES
    listed: bool = True

    @property
    def place(self) -> str:
        """The region, or the whole country."""
        return self.region or texts.WHOLE_COUNTRY


@dataclass(frozen=True, slots=True)
class NextView:
    """What the page on readiness looks at: a solution, what it requires, and where.

    source: of what the catalogue says of the solution; told: some source speaks of it; requires:
    each required one with the last date that anything is known of it.
    """

    solution: str
    solution_name: str
    source: str
    told: bool
    requires: tuple[tuple[str, date | None], ...]
    region: str | None
    region_slug: str
    regions: tuple[str, ...]

    @property
    def place(self) -> str:
        """The region, or the whole country."""
        return self.region or texts.WHOLE_COUNTRY


@dataclass(frozen=True, slots=True)
class PlaceView:
    """What the front page looks at: a place, and a date or None for the last there is."""

    region: str | None
    region_slug: str
    as_of: date | None

    @property
    def place(self) -> str:
        """The region, or the whole country."""
        return self.region or texts.WHOLE_COUNTRY


def parameters() -> dict[str, str]:
    """The filters of the present address, to be carried along to another page."""
    return {key: st.query_params[key] for key in (SOLUTION, REGION, DATE) if key in st.query_params}


def link(**changes: str | None) -> str:
    """The address of this page with some parameters set, or taken away by None."""
    merged = {**st.query_params.to_dict(), **changes}
    return address("", merged) or "?"


def link_to(key: str) -> Callable[[str], str]:
    """What gives the address of this page with one parameter set, made once for many values."""
    others = {name: value for name, value in st.query_params.to_dict().items() if name != key}
    start = f"?{urlencode(others)}&" if others else "?"
    return lambda value: f"{start}{key}={quote_plus(value)}"


def address(path: str, wanted: Mapping[str, str | None]) -> str:
    """The address of another page with some parameters; None leaves one out."""
    told = urlencode({key: value for key, value in wanted.items() if value})
    return f"{path}?{told}" if told else path


def page_link(path: str, **values: str) -> str:
    """The address of another page with some parameters set; solution, region and date go along."""
    return address(path, {**values, **parameters()})


def show_filters(unlisted: bool = False) -> View:
    """Draw the filters in the sidebar and say what is chosen.

    unlisted: offer solutions of which only figures for the whole country are known, too. Raises
    UserError when there is no warehouse, or one that speaks of no solution, and NoListError when
    the address asks for a solution that the page has nothing to show of.
    """
    catalogue = {row.solution_id: row for row in ask(Described, "catalogue")}
    if not any(row.listed for row in catalogue.values()):
        raise UserError(texts.NO_WAREHOUSE)
    offered = {id_ for id_, row in catalogue.items() if row.listed or (unlisted and row.counted)}
    # One that is asked for by name stays chosen, so that the page can say why it has nothing.
    asked = {st.query_params.get(SOLUTION)} & catalogue.keys()
    names = {id_: catalogue[id_].short_name for id_ in catalogue if id_ in offered | asked}
    with st.sidebar:
        solution = choose(SOLUTION, texts.SOLUTION, _listed_first(names, catalogue))
        if solution not in offered:
            raise NoListError(solution, names[solution], catalogue[solution].counted)
        listed = catalogue[solution].listed
        found = ask(DigiRegion, "digi_regions", solution=solution) if listed else []
        regions = {region_slug(row.digi_region): row.digi_region for row in found}
        # Figures for the whole country alone have no regions to choose between.
        choices = {COUNTRY: texts.WHOLE_COUNTRY, **regions}
        region = choose(REGION, texts.REGION, choices) if listed else COUNTRY
        by_slug = {date_slug(row.as_of): row.as_of for row in ask(Day, "dates", solution=solution)}
        slug = choose(DATE, texts.DATE, {s: date_words(day) for s, day in by_slug.items()})
    return View(
        solution=solution,
        solution_name=names[solution],
        region=regions.get(region),
        region_slug=region,
        as_of=by_slug[slug],
        municipality=st.query_params.get(MUNICIPALITY),
        map_kind=_map_kind(),
        listed=listed,
    )


def _map_kind() -> str:
    wanted = st.query_params.get(MAP, MUNICIPALITIES)
    return wanted if wanted in texts.MAP_KINDS else MUNICIPALITIES


def _listed_first(names: Mapping[str, str], catalogue: Mapping[str, Described]) -> dict[str, str]:
    """Solutions with lists before those without: the first of them is what a page opens with."""
    return {id_: names[id_] for id_ in sorted(names, key=lambda id_: not catalogue[id_].listed)}


def show_place_filters() -> PlaceView:
    """Draw the filters of the front page and say what is chosen.

    Raises UserError when there is no warehouse.
    """
    with st.sidebar:
        found = ask(DigiRegion, "digi_regions", solution=None)
        regions = {region_slug(row.digi_region): row.digi_region for row in found}
        region = choose(REGION, texts.REGION, {COUNTRY: texts.WHOLE_COUNTRY, **regions})
        by_slug = {date_slug(row.as_of): row.as_of for row in ask(Day, "dates", solution=None)}
        if not by_slug:
            raise UserError(texts.NO_WAREHOUSE)
        newest = {"": texts.NEWEST}
        slug = choose(DATE, texts.DATE, newest | {s: date_words(d) for s, d in by_slug.items()})
    return PlaceView(regions.get(region), region, by_slug.get(slug))


def show_municipality_filter(names: Mapping[str, str]) -> str | None:
    """Draw the choice of municipality and say which; None when none is chosen.

    names: by municipality_code.
    """
    with st.sidebar:
        label = texts.PAGES["municipality"]
        return choose(MUNICIPALITY, label, {"": texts.TOWN_CHOOSE, **names}) or None


def show_next_filters() -> NextView:
    """Draw the filters of the page on readiness and say what is chosen.

    Raises UserError when there is no warehouse.
    """
    solutions = {row.solution_id: row for row in ask(NextSolution, "next_solutions")}
    with st.sidebar:
        names = {id_: row.short_name for id_, row in solutions.items()}
        solution = choose(NEXT, texts.NEXT_SOLUTION, names)
        found = ask(DigiRegion, "digi_regions", solution=solution)
        regions = {region_slug(row.digi_region): row.digi_region for row in found}
        region = choose(REGION, texts.REGION, {COUNTRY: texts.WHOLE_COUNTRY, **regions})
    chosen = solutions[solution]
    return NextView(
        solution=solution,
        solution_name=names[solution],
        source=chosen.source,
        told=chosen.told,
        requires=tuple(zip(chosen.requires, chosen.known_as_of, strict=True)),
        region=regions.get(region),
        region_slug=region,
        regions=tuple(regions.values()),
    )


def choose(key: str, label: str, options: Mapping[str, str]) -> str:
    """A select box for one parameter of the address; options by slug, the first is the default."""
    widget = f"filter_{key}"
    default = next(iter(options))
    wanted = _as_slug(st.query_params.get(key, default))
    st.session_state[widget] = wanted if wanted in options else default
    chosen = st.selectbox(
        label,
        list(options),
        format_func=options.get,
        key=widget,
        on_change=changed,
        args=(key, widget, default),
    )
    if wanted not in options:
        st.query_params.pop(key, None)
    if wanted not in (*options, EVERY):  # a page that shows one thing has no choice to lose
        st.html(markup.note(texts.NOT_FOUND.format(wanted=wanted)))
    return chosen


def choose_several(
    key: str, label: str, options: Mapping[str, str], default: Sequence[str], help_text: str = ""
) -> list[str]:
    """A select box for several values of one parameter, in the order that they are chosen.

    options by slug; the default is what an address without the parameter means, and what is left
    when everything is taken away.
    """
    widget = f"filter_{key}"
    asked = st.query_params.get(key, "").split(",")
    st.session_state[widget] = [s for s in asked if s in options] or list(default)
    chosen = st.multiselect(
        label,
        list(options),
        format_func=options.get,
        key=widget,
        help=help_text or None,
        placeholder=texts.CHOOSE_ALL,
        on_change=_changed_several,
        args=(key, widget, tuple(default)),
    )
    for wanted in filter(None, asked):
        if wanted not in options:
            st.html(markup.note(texts.NOT_FOUND.format(wanted=wanted)))
    return chosen


def _as_slug(wanted: str) -> str:
    """A whole date as links carry it: the last day of a month is the month."""
    try:
        return date_slug(date.fromisoformat(wanted))
    except ValueError:
        return wanted


def changed(key: str, widget: str, default: str) -> None:
    """Carry what a widget says to the address; the default stands there as nothing."""
    chosen = st.session_state[widget]
    if chosen == default:
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = chosen


def _changed_several(key: str, widget: str, default: tuple[str, ...]) -> None:
    chosen = tuple(st.session_state[widget])
    if chosen in (default, ()):
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = ",".join(chosen)
