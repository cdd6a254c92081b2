"""Entry of the dashboard: page settings and routing, nothing else."""

import streamlit as st

from dashboard import texts
from dashboard.frame import run_page, show_frame

st.set_page_config(
    page_title=texts.BRAND,
    layout="wide",
    initial_sidebar_state=270,
    menu_items={"Get help": None, "Report a bug": None, "About": texts.TAGLINE},
)

named = texts.PAGES
pages = [
    st.Page("pages/overview.py", title=named["overview"], default=True),
    st.Page("pages/not_adopted.py", title=named["not_adopted"], url_path="ikke-tatt-i-bruk"),
    st.Page("pages/enrolled.py", title=named["enrolled"], url_path="pameldt"),
    st.Page("pages/my_region.py", title=named["my_region"], url_path="min-digi-region"),
    st.Page("pages/municipality.py", title=named["municipality"], url_path="kommune"),
    st.Page("pages/ready.py", title=named["ready"], url_path="klar-for-neste"),
    st.Page("pages/development.py", title=named["development"], url_path="utvikling"),
    st.Page("pages/lists.py", title=named["lists"], url_path="lister-og-lysark"),
    st.Page("pages/quality.py", title=named["quality"], url_path="datakvalitet"),
    st.Page("pages/upload.py", title=named["upload"], url_path="last-opp"),
    st.Page("pages/about.py", title=named["about"], url_path="om-tallene"),
]
# The front page has no path of its own, but links by its name are passed around.
by_name = st.Page("pages/overview.py", title=named["overview"], url_path="oversikt")

page = st.navigation([*pages, by_name], position="hidden")
show_frame(pages)
run_page(page)
