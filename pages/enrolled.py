"""Påmeldt innføringsløp: how many have enrolled in a joint rollout, per Digi region, and who."""

import streamlit as st

from dashboard import enrolment, gap, markup, runs, texts
from dashboard.data import ask
from dashboard.downloads import show_download, show_pictures
from dashboard.figures import show_map, show_timeline
from dashboard.filters import show_filters
from dashboard.grounds import eyebrow, show_alarm, show_sources
from dashboard.rows import Coverage, Municipality, Run
from dashboard.sections import show_chosen, show_run
from dashboard.theme import palette

view = show_filters()
coverage = ask(Coverage, "coverage", solution=view.solution, as_of=view.as_of)
rows = ask(
    Municipality, "municipalities", solution=view.solution, as_of=view.as_of, municipality=None
)
here = next(row for row in coverage if row.digi_region == view.place)
sentence = enrolment.headline(view, here)
explained = enrolment.explanation(here)
known = enrolment.is_known(coverage)

left, right = st.columns([5, 4], gap="large")
with left:
    show_timeline(view)
    if known:
        show_map(enrolment.figure(coverage, view, palette()), view, sentence)
    else:
        show_map(gap.figure(rows, view, palette()), view, sentence)
    show_pictures("enrolled", view, sentence, explained)
with right:
    st.html(markup.headline(eyebrow("enrolled", view), sentence, explained))
    show_chosen(rows, view)
    if known:
        table = enrolment.region_rows(coverage)
        st.html(markup.table(texts.BY_REGION, texts.ENROLLED_HEADINGS, table))
    show_download("enrolled", len(enrolment.listed(rows, view.region)), view)
    show_alarm(view)
    show_sources(view)

for run in runs.by_run(ask(Run, "runs", solution=view.solution, as_of=view.as_of)):
    show_run(run, view)

columns = enrolment.name_columns(view, rows)
st.html(markup.heading(texts.ENROLLED_NAMES, None if columns else texts.ENROLLED_NO_NAMES))
st.html(markup.name_columns(columns))
