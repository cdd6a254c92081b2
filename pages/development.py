"""Utvikling: how many have adopted over time, against the ambition, and who is new."""

import streamlit as st

from dashboard import development, markup, texts, trend
from dashboard.data import ask
from dashboard.figures import show_bars, show_time_chart
from dashboard.filters import show_filters
from dashboard.frame import PageEndError
from dashboard.grounds import eyebrow, show_alarm, show_sources
from dashboard.rows import Change, Municipality, PlaceInTime, Point, Run
from dashboard.sections import show_chosen, show_published
from dashboard.theme import palette

view = show_filters(unlisted=True)
if not view.listed:
    show_published(view)
    raise PageEndError

points = ask(Point, "series", solution=view.solution, place=view.place, as_of=view.as_of)
every = ask(Change, "changes", solution=view.solution, as_of=view.as_of)
rows = ask(
    Municipality, "municipalities", solution=view.solution, as_of=view.as_of, municipality=None
)
changes = development.in_place(every, view.region)
sentence = development.headline(points, view)
places = ask(PlaceInTime, "regions_over_time", solution=view.solution, as_of=view.as_of)
history = trend.histories(places)
ahead = trend.project(history[view.place], development.ambition(points, view.as_of))
explained = [*development.explanation(points, view), trend.projection_told(ahead)]

st.html(markup.headline(eyebrow("development", view), sentence, explained))
show_chosen(rows, view)
published = development.published_sources(points)
chart = development.chart(points, view, trend.band(ahead))
show_time_chart(chart, view, sentence, explained, published)
table = development.table_rows(points)
st.html(markup.table(texts.DEVELOPMENT_TABLE, texts.DEVELOPMENT_HEADINGS, table, "u-long u-series"))
show_alarm(view)
show_sources(view, published, has_map=False)

title = development.changes_title(points, view)
st.html(markup.heading(title, development.changes_intro(points, changes, view)))
st.html(markup.name_columns(development.name_columns(changes)))
if changes:
    told = development.change_rows(changes)
    st.html(markup.table(texts.CHANGES_TABLE, texts.CHANGES_HEADINGS, told))

new = trend.bars(places, view)
if new:
    st.html(markup.heading(texts.TREND_NEW, texts.TREND_NEW_INTRO))
    show_bars(new, view, trend.new_title(view), texts.TREND_NEW_ALT, texts.TREND_NEW_INTRO)
    table = trend.new_rows(places, view)
    st.html(markup.table(texts.TREND_NEW, texts.TREND_NEW_HEADINGS, table, "u-long u-narrow"))

regions = trend.region_rows(history)
st.html(markup.heading(texts.TREND_REGIONS, trend.regions_intro(history)))
panels = trend.panels(history)
if panels:
    st.html(markup.pictures(trend.drawn(panels, palette())))
if regions:
    headings = trend.region_headings(history)
    st.html(markup.table(texts.TREND_REGIONS, headings, regions))

times = trend.time_rows(ask(Run, "runs", solution=view.solution, as_of=view.as_of), view)
if times:
    st.html(markup.heading(texts.TREND_TIME, texts.TREND_TIME_INTRO))
    st.html(markup.table(texts.TREND_TIME, texts.TREND_TIME_HEADINGS, times, "u-narrow"))
