"""Utvikling: how many have adopted over time, against the ambition, and who is new."""

import streamlit as st

from dashboard import development, markup, texts
from dashboard.data import ask
from dashboard.filters import show_filters
from dashboard.frame import (
    eyebrow,
    show_alarm,
    show_chart,
    show_chosen,
    show_published,
    show_sources,
)
from dashboard.rows import Change, Municipality, Point
from dashboard.theme import palette

view = show_filters(unlisted=True)
if not view.listed:
    show_published(view)
    st.stop()

points = ask(Point, "series", solution=view.solution, place=view.place, as_of=view.as_of)
every = ask(Change, "changes", solution=view.solution, as_of=view.as_of)
rows = ask(
    Municipality, "municipalities", solution=view.solution, as_of=view.as_of, municipality=None
)
changes = development.in_place(every, view.region)
sentence = development.headline(points, view)
explained = development.explanation(points, view)

st.html(markup.headline(eyebrow("development", view), sentence, explained))
show_chosen(rows, view)
figure = development.figure(points, view, palette())
show_chart(figure, texts.CHART_ALT.format(sentence=sentence))
table = development.table_rows(points)
st.html(markup.table(texts.DEVELOPMENT_TABLE, texts.DEVELOPMENT_HEADINGS, table, "u-series"))
show_alarm(view)
show_sources(view, development.published_sources(points), has_map=False)

title = development.changes_title(points, view)
st.html(markup.heading(title, development.changes_intro(points, changes, view)))
st.html(markup.name_columns(development.name_columns(changes)))
if changes:
    told = development.change_rows(changes)
    st.html(markup.table(texts.CHANGES_TABLE, texts.CHANGES_HEADINGS, told))
