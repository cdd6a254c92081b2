"""Min Digi-region: which municipalities lack which solution, and whom to contact first."""

import streamlit as st

from dashboard import contact, markup, my_region, region_lines, texts
from dashboard.data import ask, read
from dashboard.downloads import show_tables
from dashboard.filters import DATE
from dashboard.grounds import show_alarm_of, show_sources_of
from dashboard.lists import listing
from dashboard.region_filters import Wanted, show_list_filters, show_region_filters
from dashboard.rows import Region, RegionStage, Standing
from dashboard.wording import date_slug, date_words
from pipeline.outreach.call_list import GAPS, call_order, in_call_order, reasons
from pipeline.outreach.export import table_file

view = show_region_filters()
regions = ask(Region, "regions")
standings = region_lines.in_view(ask(Standing, "standings", as_of=view.as_of), view)
region = next((row for row in regions if row.digi_region == view.region), None)
eyebrow = f"{texts.PAGES['my_region']} · {date_words(view.as_of)}"


def show_start() -> None:
    """The regions to choose from, each with its gaps."""
    body = texts.MY_REGION_START_BODY.format(date=date_words(view.as_of))
    st.html(markup.headline(eyebrow, texts.MY_REGION_START, [body]))
    headings = my_region.start_headings(standings)
    table = my_region.start_rows(regions, standings)
    st.html(markup.table(texts.MY_REGION_START_TABLE, headings, table, "u-start"))


def show_region(region: Region) -> None:
    """The municipalities of a region and the solutions, then its gaps in the order of the rule."""
    place = {"region": region.digi_region, "as_of": view.as_of}
    stages = region_lines.in_view(ask(RegionStage, "region_stages", **place), view)
    contacts = region_lines.by_gap(read(call_order, region_lines.gaps(view)))
    sentence = my_region.headline(region, standings)
    st.html(markup.headline(eyebrow, sentence, my_region.explanation(stages, contacts)))
    wanted = show_list_filters()
    found = region_lines.lines(stages, contacts, wanted)
    show_matrix(region, found, wanted)
    show_contacts(region, contact.in_order(found, contacts), wanted)


def show_matrix(region: Region, found: list[region_lines.Line], wanted: Wanted) -> None:
    """The matrix as filtered, its list, and what to know before using it."""
    solutions = my_region.columns(standings, view)
    rows = region_lines.wanted_stages(found)
    with st.container(horizontal=True, key="list-line"):
        told = region_lines.shown(found, region, wanted)
        st.html(markup.way_on(told, *region_lines.reset(view, wanted)))
        name = f"min-digi-region_{view.region_slug}_{date_slug(view.as_of)}"
        chosen = region_lines.selection("all", solutions, view, wanted)
        about = [region_lines.about_filters(wanted), region_lines.about_order(wanted)]
        show_tables(
            texts.MY_REGION_DOWNLOAD,
            name,
            len(rows),
            lambda kind: table_file(region_lines.listed(listing(chosen), rows, about), kind),
        )
    if not found:
        st.html(markup.heading(texts.MY_REGION_EMPTY.format(region=region.digi_region)))
        return
    caption = texts.MY_REGION_MATRIX.format(
        region=region.digi_region, order=texts.MY_REGION_SORTED[wanted.order]
    )
    heads = my_region.heads(standings, view, wanted.order)
    st.html(markup.matrix(caption, heads, my_region.matrix_rows(found, solutions), "u-gaps"))
    st.html(markup.note(*my_region.legend(rows, solutions)))
    dates = {row.solution_id: row.as_of for row in solutions}
    show_alarm_of(dates)
    show_sources_of(dates, has_map=False, fixed={DATE: date_slug(view.as_of)})


def show_contacts(region: Region, gaps: list[contact.Gap], wanted: Wanted) -> None:
    """The gaps as filtered, the first to contact first, with the rule and each one's reasons."""
    st.html(markup.heading(texts.MY_REGION_CONTACT, texts.CALL_RULE))
    if not gaps:
        st.html(markup.note(texts.MY_REGION_NO_CONTACT))
        return
    shown = gaps if wanted.whole_list else gaps[: contact.SHOWN]
    table = contact.table_rows(shown)
    headings = texts.MY_REGION_CONTACT_HEADINGS
    st.html(markup.table(texts.MY_REGION_CONTACT_TABLE, headings, table, "u-contacts"))
    if more := contact.more(gaps, wanted.whole_list):
        st.html(markup.way_on("", *more))
    calls = [call for _, call in gaps]
    st.html(markup.bullets(reasons(calls), "u-reasons"))
    name = f"ringeliste_{view.region_slug}_{date_slug(view.as_of)}"
    chosen = region_lines.selection(GAPS, my_region.columns(standings, view), view, wanted)
    about = [region_lines.about_filters(wanted)]
    show_tables(
        texts.MY_REGION_CALL_LIST,
        name,
        len(gaps),
        lambda kind: table_file(in_call_order(listing(chosen), calls, about), kind),
    )


if region:
    show_region(region)
else:
    show_start()
