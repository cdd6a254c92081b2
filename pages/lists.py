"""Lister og lysark: any list of municipalities as CSV, Excel or PowerPoint, just as filtered."""

import streamlit as st

from dashboard import list_page, lists, markup, texts
from dashboard.downloads import show_files
from dashboard.filters import link
from dashboard.grounds import show_copy_link
from dashboard.list_page import show_filters

head = st.container()
view = show_filters()
listing = lists.listing(view.selection)
count = len(listing.rows)

with head:
    eyebrow = f"{texts.PAGES['lists']} · {view.selection.place}"
    explained = list_page.explanation(listing)
    st.html(markup.headline(eyebrow, list_page.headline(listing), explained))
    labels = {name: list_page.button(name, count) for name in texts.LIST_BUTTONS}
    show_files(view.selection, labels, count, view.columns)
    for line in listing.reservations:
        st.html(markup.note(line))

title = texts.LIST_PREVIEW
headings, rows = list_page.preview(listing, view.columns)
st.html(markup.heading(title, list_page.preview_note(listing)))
st.html(markup.table(title, headings, rows, "u-list") if rows else markup.note(texts.LIST_EMPTY))
sources = texts.SOURCE_LINE.format(sources="; ".join(list_page.source_line(listing)))
st.html(markup.note(sources))
show_copy_link(link())
