"""Klar for neste: who uses what a solution requires, and could go on to it now."""

import streamlit as st

from dashboard import markup, ready, texts
from dashboard.data import ask
from dashboard.downloads import show_download, show_pictures
from dashboard.figures import show_map
from dashboard.filters import link, show_next_filters
from dashboard.grounds import show_copy_link
from dashboard.rows import Readiness, SolutionTryout
from dashboard.theme import palette

view = show_next_filters()
rows = ask(Readiness, "readiness", solution=view.solution)
here = ready.in_view(rows, view.region)
sentence = ready.headline(view, here)
explained = ready.explanation(view, here)

left, right = st.columns([5, 4], gap="large")
with left:
    show_map(ready.figure(rows, view, palette()), view, sentence)
    if view.requires:
        show_pictures("ready", view, sentence, explained)
with right:
    eyebrow = f"{texts.PAGES['ready']} · {view.place}"
    st.html(markup.headline(eyebrow, sentence, explained))
    if by_region := ready.region_rows(rows):
        st.html(markup.table(texts.BY_REGION, texts.READY_HEADINGS, by_region))
    show_download(*ready.listed(view, here), view, slides="ready")
    st.html(markup.note(texts.READY_SOURCE, ready.catalogue_source(view), texts.MAP_CREDIT))
    show_copy_link(link())

if view.requires:
    columns = ready.name_columns(view, here)
    st.html(markup.heading(texts.READY_NAMES, None if columns else texts.READY_NONE))
    st.html(markup.name_columns(columns))

tryouts = ready.tryout_rows(ask(SolutionTryout, "tryouts"), view)
st.html(markup.heading(texts.TRYOUT_TABLE, texts.TRYOUT_INTRO if tryouts else texts.TRYOUT_NONE))
if tryouts:
    st.html(markup.table(texts.TRYOUT_TABLE, texts.TRYOUT_HEADINGS, tryouts))
