"""What the page of lists shows: its filters, its sentences and the first rows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from dashboard import texts
from dashboard.data import ask, read
from dashboard.filters import DATE, REGION, SOLUTION, choose, choose_several
from dashboard.markup import Cell
from dashboard.rows import Day
from dashboard.wording import date_slug, date_words, plural, region_slug, thousands
from pipeline.errors import UserError
from pipeline.outreach.lists import COLUMNS, Known, Listing, Selection, headings, known, table
from pipeline.outreach.texts import HEADINGS, LISTS, STAGES

LIST, SOLUTIONS, REGIONS, STAGES_CHOSEN, COLUMNS_CHOSEN = (
    "liste", "losninger", "regioner", "statuser", "kolonner",
)  # fmt: skip

SHOWN = 50
"""So many rows stand on the page; the files have them all."""


@dataclass(frozen=True, slots=True)
class ListView:
    """What is to be taken away: which rows, and which columns of them in which order."""

    selection: Selection
    columns: tuple[str, ...]


def show_filters() -> ListView:
    """Draw the filters of the page of lists and say what is chosen.

    Raises UserError when there is no warehouse, or one that speaks of no solution.
    """
    may = read(known)
    with st.sidebar:
        slugs = {texts.FILE_NAMES[name]: name for name in LISTS}
        chosen_list = slugs[choose(LIST, texts.LIST, {s: LISTS[n] for s, n in slugs.items()})]
        solutions = _choose_solutions(may, chosen_list)
        regions = {region_slug(name): name for name in may.regions}
        asked = st.query_params.get(REGION)
        default = [asked] if asked in regions else []
        places = choose_several(REGIONS, texts.LIST_REGIONS, regions, default)
        as_of = _choose_date()
        stages = {region_slug(name): stage for stage, name in STAGES.items()}
        named = {slug: STAGES[stage] for slug, stage in stages.items()}
        kept = choose_several(STAGES_CHOSEN, texts.LIST_STAGES, named, [])
    selection = Selection(
        chosen_list,
        tuple(solutions),
        tuple(regions[slug] for slug in places),
        as_of,
        tuple(stages[slug] for slug in kept),
    )
    return ListView(selection, _choose_columns())


def _choose_solutions(may: Known, chosen_list: str) -> list[str]:
    offered = {
        s["id"]: s["name"]
        for s in may.solutions
        if (s["requires"] if chosen_list == "ready" else s["told"])
    }
    if not offered:
        raise UserError(texts.NO_WAREHOUSE)
    asked = st.query_params.get(SOLUTION)
    default = [asked if asked in offered else next(iter(offered))]
    return choose_several(SOLUTIONS, texts.LIST_SOLUTIONS, offered, default) or default


def _choose_date() -> date | None:
    days = {date_slug(row.as_of): row.as_of for row in ask(Day, "dates", solution=None)}
    options = {"": texts.NEWEST} | {slug: date_words(day) for slug, day in days.items()}
    return days.get(choose(DATE, texts.DATE, options))


def _choose_columns() -> tuple[str, ...]:
    slugs = {region_slug(HEADINGS[column]): column for column in COLUMNS}
    named = {slug: HEADINGS[column] for slug, column in slugs.items()}
    with st.expander(texts.LIST_COLUMNS):
        chosen = choose_several(
            COLUMNS_CHOSEN, texts.LIST_COLUMNS, named, list(slugs), texts.LIST_COLUMNS_HELP
        )
    return tuple(slugs[slug] for slug in chosen) or COLUMNS


def headline(listing: Listing) -> str:
    """The message: how many rows of which list."""
    solutions = ", ".join(facts.short_name for facts in listing.facts)
    rows = plural(len(listing.rows), *texts.ROWS)
    return texts.LIST_HEADLINE.format(
        list=LISTS[listing.selection.list], solutions=solutions, rows=rows
    )


def explanation(listing: Listing) -> list[str]:
    """What stands below: what the list is, and the date of each solution."""
    dated = [
        texts.LIST_DATED.format(solution=facts.short_name, date=date_words(facts.as_of))
        for facts in listing.facts
        if facts.as_of
    ]
    return [texts.LIST_DEFINITIONS[listing.selection.list], "; ".join(dated)]


def preview(listing: Listing, columns: tuple[str, ...]) -> tuple[list[str], list[list[Cell]]]:
    """Headings and the first rows, just as the files have them."""
    first = replace(listing, rows=listing.rows[:SHOWN])
    return headings(columns), [[_cell(value) for value in row] for row in table(first, columns)]


def _cell(value: str | int | date | None) -> Cell:
    if isinstance(value, date):
        return Cell(value.strftime("%d.%m.%Y"))
    if isinstance(value, int):
        return Cell(thousands(value), number=True)
    return Cell(value or "")


def preview_note(listing: Listing) -> str:
    """That the page shows the first rows only, where it does."""
    count = len(listing.rows)
    if count <= SHOWN:
        return ""
    return texts.LIST_FIRST.format(shown=SHOWN, count=thousands(count))


def button(file_format: str, count: int) -> str:
    """The label of a download button: format and rows."""
    return texts.LIST_BUTTONS[file_format].format(rows=plural(count, *texts.ROWS))


def source_line(listing: Listing) -> Iterable[str]:
    """Each source with its date."""
    told = dict.fromkeys((s.source, s.as_of) for s in listing.sources)
    return [texts.SOURCE.format(source=source, date=date_words(day)) for source, day in told]
