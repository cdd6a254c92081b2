"""Oversikt: how far every solution has come, in sentences, with the ways onwards."""

import streamlit as st

from dashboard import markup, overview, texts
from dashboard.data import ask
from dashboard.filters import show_place_filters
from dashboard.grounds import show_alarm_of, show_sources_of
from dashboard.rows import Overview, Unlisted
from dashboard.theme import palette

view = show_place_filters()
rows = ask(Overview, "overview", place=view.place, as_of=view.as_of)
unlisted = ask(Unlisted, "unlisted")

st.html(
    markup.headline(f"{texts.PAGES['overview']} · {view.place}", overview.headline(rows[0], view))
)
dates = {row.solution_id: row.as_of for row in rows}
show_alarm_of(dates)
for title, intro, part in overview.parts(rows):
    st.html(markup.heading(title, intro))
    st.html(markup.summaries(overview.summaries(part, view, palette())))
if unlisted:
    st.html(markup.heading(texts.OVERVIEW_OTHERS, texts.OVERVIEW_OTHERS_INTRO))
    table = overview.unlisted_rows(unlisted)
    st.html(markup.table(texts.OVERVIEW_OTHERS, texts.OVERVIEW_OTHERS_HEADINGS, table))
show_sources_of(dates)
