"""Kommune: one municipality, every solution, and what each fact rests on."""

import streamlit as st

from dashboard import markup, municipality, texts
from dashboard.data import ask
from dashboard.filters import show_municipality_filter
from dashboard.frame import PageEndError
from dashboard.grounds import show_sources_of
from dashboard.rows import (
    Event,
    Municipality,
    Neighbour,
    NextStep,
    Overview,
    Register,
    Tryout,
)
from dashboard.theme import palette

register = {row.municipality_code: row for row in ask(Register, "register")}
code = show_municipality_filter(municipality.labels(register.values()))
if code is None:
    title = texts.PAGES["municipality"]
    st.html(markup.headline(title, texts.TOWN_START, [texts.TOWN_START_INTRO]))
    st.html(markup.name_columns(municipality.start_columns(register.values())))
    raise PageEndError

place = register[code]
rows = ask(Municipality, "municipalities", solution=None, as_of=None, municipality=code)
now = municipality.latest(rows)
shares = ask(Overview, "overview", place=place.digi_region, as_of=None)

left, right = st.columns([5, 2], gap="large")
with left:
    eyebrow = f"{texts.PAGES['municipality']} · {place.digi_region}"
    sentence = municipality.headline(place, now)
    st.html(markup.headline(eyebrow, sentence, municipality.explanation(now)))
    st.html(markup.definitions(municipality.register_facts(place)))
with right:
    st.html(markup.picture(*municipality.picture(place, register.values(), palette())))

st.html(markup.heading(texts.TOWN_STAGES, texts.TOWN_STAGES_NOTE))
heads = [markup.Head(text) for text in texts.TOWN_STAGES_HEADINGS]
st.html(markup.matrix(texts.TOWN_STAGES, heads, municipality.stage_rows(now, shares), "u-grounds"))
for warned in municipality.warnings(now):
    st.html(markup.warning(warned))

neighbours = ask(Neighbour, "neighbours", municipality=code)
st.html(
    markup.heading(
        texts.TOWN_NEIGHBOURS,
        texts.TOWN_NEIGHBOURS_INTRO if neighbours else texts.TOWN_NEIGHBOURS_NONE,
    )
)
if neighbours:
    heads = municipality.neighbour_heads(neighbours)
    told = municipality.neighbour_rows(neighbours)
    st.html(markup.matrix(texts.TOWN_NEIGHBOURS, heads, told))

steps = municipality.next_rows(ask(NextStep, "next_steps", municipality=code))
st.html(markup.heading(texts.TOWN_NEXT))
st.html(markup.table(texts.TOWN_NEXT, texts.TOWN_NEXT_HEADINGS, steps))

tried = municipality.tryouts(ask(Tryout, "municipality_tryouts", municipality=code))
st.html(markup.heading(texts.TOWN_TRYOUTS, None if tried else texts.TOWN_TRYOUTS_NONE))
if tried:
    st.html(markup.bullets(tried))

events = municipality.event_rows(ask(Event, "enrolment_events", municipality=code))
st.html(markup.heading(texts.TOWN_EVENTS, None if events else texts.TOWN_EVENTS_NONE))
if events:
    st.html(markup.table(texts.TOWN_EVENTS, texts.TOWN_EVENTS_HEADINGS, events))

st.html(markup.heading(texts.TOWN_HISTORY, texts.TOWN_HISTORY_INTRO))
heads = [markup.Head(text) for text in texts.TOWN_HISTORY_HEADINGS]
told = municipality.history_rows(rows)
st.html(markup.matrix(texts.TOWN_HISTORY, heads, told, "u-grounds"))
show_sources_of({row.solution_id: row.as_of for row in now})
