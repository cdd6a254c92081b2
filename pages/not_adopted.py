"""Ikke tatt i bruk: who has not adopted a solution, on the map and by name per Digi region."""

import streamlit as st

from dashboard import gap, gap_by_region, markup, texts
from dashboard.data import ask
from dashboard.downloads import show_download, show_pictures
from dashboard.figures import show_map, show_map_kinds, show_timeline
from dashboard.filters import MUNICIPALITIES, show_filters
from dashboard.grounds import eyebrow, show_alarm, show_sources
from dashboard.rows import Coverage, Municipality
from dashboard.sections import show_chosen
from dashboard.theme import palette

view = show_filters()
coverage = ask(Coverage, "coverage", solution=view.solution, as_of=view.as_of)
rows = ask(
    Municipality, "municipalities", solution=view.solution, as_of=view.as_of, municipality=None
)
by_place = {row.digi_region: row for row in coverage}
here, nation = by_place[view.place], by_place[texts.WHOLE_COUNTRY]
sentence = gap.headline(view, here)
explained = gap.explanation(view, here, nation)

left, right = st.columns([5, 4], gap="large")
with left:
    show_map_kinds(view)
    show_timeline(view)
    if view.map_kind == MUNICIPALITIES:
        show_map(gap.figure(rows, view, palette()), view, sentence)
        show_pictures("not-adopted", view, sentence, explained)
    else:
        show_map(gap_by_region.figure(coverage, view, palette()), view, sentence)
with right:
    st.html(markup.headline(eyebrow("not_adopted", view), sentence, explained))
    show_chosen(rows, view)
    table = gap.region_rows(coverage)
    st.html(markup.table(texts.BY_REGION, texts.REGION_HEADINGS, table, "u-bars"))
    show_download("not-adopted", len(gap.listed(rows, view.region)), view)
    show_alarm(view)
    show_sources(view)

st.html(markup.heading(texts.NAMES, gap.legend(rows)))
st.html(markup.name_columns(gap.name_columns(view, coverage, rows)))
