"""Sections that pages share: a chosen municipality, a joint rollout, what was published."""

from collections.abc import Iterable, Sequence

import streamlit as st

from dashboard import development, markup, published, runs, texts
from dashboard.data import ask
from dashboard.facts import facts, warning
from dashboard.figures import show_time_chart
from dashboard.filters import (
    DATE,
    MUNICIPALITY,
    SOLUTION,
    View,
    link,
    page_link,
)  # fmt: skip
from dashboard.grounds import eyebrow, show_copy_link
from dashboard.rows import Described, Municipality, Point, Run
from dashboard.wording import date_slug

TOWN_PATH = "kommune"


def show_chosen(rows: Iterable[Municipality], view: View) -> None:
    """What is known of the municipality in the address, if there is one."""
    for row in rows:
        if row.municipality_code == view.municipality:
            links = (
                (
                    texts.ALL_OF.format(name=row.name),
                    page_link(TOWN_PATH, **{MUNICIPALITY: row.municipality_code}),
                ),
                (texts.CLOSE, link(**{MUNICIPALITY: None})),
            )
            told = markup.facts(row.municipality_code, row.name, facts(row), links, warning(row))
            st.html(told)


def show_run(rows: Sequence[Run], view: View) -> None:
    """A joint rollout: what it is, how those in it are doing, and its waves and regions."""
    name = rows[0].name
    st.html(markup.heading(name, runs.sentences(rows, view)))
    for caption, headings, body in (
        (texts.RUN_WAVES, texts.RUN_WAVE_HEADINGS, runs.wave_rows(rows, view)),
        (texts.RUN_REGIONS, texts.RUN_REGION_HEADINGS, runs.region_rows(rows, view)),
    ):
        if body:
            st.html(markup.table(caption.format(run=name), headings, body, "u-runs"))


def show_published(view: View) -> None:
    """What was published of a solution that no list speaks of: figures against the ambition."""
    points = ask(Point, "series", solution=view.solution, place=view.place, as_of=view.as_of)
    catalogue = {row.solution_id: row for row in ask(Described, "catalogue")}
    sentence = published.headline(points, view)
    explained = published.explanation(catalogue[view.solution])
    st.html(markup.headline(eyebrow("development", view), sentence, explained))
    if development.counts(points):
        chart = published.chart(points, view)
        show_time_chart(chart, view, sentence, explained, development.published_sources(points))
    table = development.table_rows(points)
    st.html(markup.table(texts.DEVELOPMENT_TABLE, texts.DEVELOPMENT_HEADINGS, table, "u-series"))
    sources = "; ".join(development.published_sources(points))
    st.html(markup.note(texts.SOURCE_LINE.format(sources=sources)))
    show_copy_link(link(**{SOLUTION: view.solution, DATE: date_slug(view.as_of)}))
