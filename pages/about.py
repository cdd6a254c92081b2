"""Om tallene: what the words mean, how sources are read, where the figures come from."""

import streamlit as st

from dashboard import about, markup, texts
from dashboard.data import ask
from dashboard.rows import Described

st.html(markup.headline(texts.BRAND, texts.ABOUT_HEADLINE, [texts.ABOUT_INTRO]))

st.html(markup.heading(texts.ABOUT_STAGES))
stages = [(texts.STAGES[stage], text) for stage, text in texts.ABOUT_STAGE_TEXTS.items()]
st.html(markup.definitions(stages))

st.html(markup.heading(texts.ABOUT_SOLUTIONS, texts.ABOUT_SOLUTIONS_INTRO))
st.html(markup.definitions(about.described(ask(Described, "catalogue"))))

st.html(markup.heading(texts.ABOUT_RULES))
st.html(markup.bullets(texts.ABOUT_RULE_TEXTS))

st.html(markup.heading(texts.ABOUT_SOURCES))
st.html(markup.bullets(texts.ABOUT_SOURCE_TEXTS))

for anchor, (title, text) in texts.ABOUT_SERVICE.items():
    st.html(markup.heading(title, text, anchor=anchor))
