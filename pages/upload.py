"""Last opp: how new exports are loaded, and what was loaded last."""

import streamlit as st

from dashboard import markup, texts, upload
from dashboard.data import ask
from dashboard.rows import SourceFile

title = texts.PAGES["upload"]
st.html(markup.headline(title, texts.UPLOAD_HEADLINE, [texts.UPLOAD_INTRO]))
st.html(markup.steps(texts.UPLOAD_STEPS))
st.html(markup.note(texts.UPLOAD_AFTER))

rows = upload.newest_rows(ask(SourceFile, "source_files"))
st.html(markup.heading(texts.UPLOAD_LATEST, texts.UPLOAD_LATEST_INTRO))
st.html(markup.table(texts.UPLOAD_LATEST, texts.UPLOAD_HEADINGS, rows))
