"""Filters of the page of one Digi region: which region, and which of its statuses to list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard import texts
from dashboard.data import ask
from dashboard.filters import COUNTRY, DATE, EVERY, REGION, SOLUTION, changed, choose
from dashboard.rows import Day, Region, Solution
from dashboard.wording import date_slug, date_words, region_slug
from pipeline.errors import UserError

STAGE, ENROLMENT, SIZE, PREREQUISITES = "status", "pamelding", "innbyggere", "forutsetninger"
SEARCH, ORDER, WHOLE = "sok", "sorter", "liste"
OFFERED = "innfores"


@dataclass(frozen=True, slots=True)
class RegionView:
    """What the page of one Digi region looks at. region is None until one is chosen.

    solutions: the ids of those in view, in the order of the catalogue; narrowed: a single one was
    chosen. as_of is the last date that counts.
    """

    region: str | None
    region_slug: str
    as_of: date
    solutions: Sequence[str]
    narrowed: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statuses of a region to show, in what order; "alle" where a filter is not set.

    Each is as links name it: status "ikke-tatt-i-bruk", pamelding "pameldt" and so on.
    """

    stage: str = EVERY
    enrolment: str = EVERY
    size: str = EVERY
    prerequisites: str = EVERY
    search: str = ""
    order: str = "kontakt"
    whole_list: bool = False

    @property
    def others(self) -> dict[str, str]:
        """The filters that are out of sight until one asks for them."""
        return {
            ENROLMENT: self.enrolment,
            SIZE: self.size,
            PREREQUISITES: self.prerequisites,
        }

    @property
    def leaves_out(self) -> bool:
        """Whether any filter is set."""
        return {self.stage, *self.others.values()} != {EVERY} or bool(self.search)


def show_region_filters() -> RegionView:
    """Draw the filters of the page of one Digi region in the sidebar and say what is chosen.

    Raises UserError when there is no warehouse, or one that speaks of no solution.
    """
    by_slug = {date_slug(row.as_of): row.as_of for row in ask(Day, "dates", solution=None)}
    if not by_slug:
        raise UserError(texts.NO_WAREHOUSE)
    regions = {region_slug(row.digi_region): row.digi_region for row in ask(Region, "regions")}
    solutions = _solutions(ask(Solution, "solutions"))
    with st.sidebar:
        region = choose(REGION, texts.REGION, {COUNTRY: texts.MY_REGION_CHOOSE, **regions})
        chosen = choose(SOLUTION, texts.SOLUTION, {slug: one[0] for slug, one in solutions.items()})
        slug = choose(DATE, texts.DATE, {s: date_words(day) for s, day in by_slug.items()})
    return RegionView(
        region=regions.get(region),
        region_slug=region,
        as_of=by_slug[slug],
        solutions=solutions[chosen][1],
        narrowed=chosen not in (OFFERED, EVERY),
    )


def _solutions(known: Sequence[Solution]) -> dict[str, tuple[str, Sequence[str]]]:
    """What one may choose, by slug: its name, and the ids of the solutions that it is.

    What is planned or tried out is no gap to call anybody about, so it is shown to those who ask.
    """
    every = [row.solution_id for row in known]
    offered = [row.solution_id for row in known if row.is_offered]
    choices: dict[str, tuple[str, Sequence[str]]] = {}
    if offered and offered != every:
        choices[OFFERED] = texts.MY_REGION_OFFERED, offered
    choices[EVERY] = texts.MY_REGION_ALL, every
    return choices | {row.solution_id: (row.short_name, [row.solution_id]) for row in known}


def show_list_filters() -> Wanted:
    """Draw the filters of a region's list, side by side where there is room for it."""
    with st.container(horizontal=True, key="list-filters"):
        search = _search(SEARCH, texts.MY_REGION_SEARCH)
        chosen = _choose_each(texts.MY_REGION_FILTERS)
        with st.popover(texts.MY_REGION_OTHER_FILTERS):
            chosen |= _choose_each(texts.MY_REGION_OTHERS)
    return Wanted(
        stage=chosen[STAGE],
        enrolment=chosen[ENROLMENT],
        size=chosen[SIZE],
        prerequisites=chosen[PREREQUISITES],
        search=search,
        order=chosen[ORDER],
        whole_list=st.query_params.get(WHOLE) == EVERY,
    )


def _choose_each(filters: Mapping[str, tuple[str, Mapping[str, str]]]) -> dict[str, str]:
    return {key: choose(key, label, options) for key, (label, options) in filters.items()}


def _search(key: str, label: str) -> str:
    widget = f"filter_{key}"
    wanted = st.query_params.get(key, "")
    # Set only when the address says otherwise: else a letter typed meanwhile would be taken back.
    if st.session_state.get(widget) != wanted:
        st.session_state[widget] = wanted
    return st.text_input(
        label,
        type="search",
        placeholder="",
        live=True,
        key=widget,
        on_change=changed,
        args=(key, widget, ""),
    ).strip()
