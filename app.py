"""Entry of the dashboard: page settings and routing, nothing else."""

import streamlit as st

from dashboard import texts
from dashboard.data import one_build
from dashboard.frame import run_page, show_frame
from dashboard.loading import load_pages
from dashboard.navigation import FRONT, FRONT_BY_NAME, PATHS

load_pages()

st.set_page_config(
    page_title=texts.BRAND,
    layout="wide",
    initial_sidebar_state=270,
    menu_items={"Get help": None, "Report a bug": None, "About": texts.TAGLINE},
)

pages = [
    st.Page(f"pages/{name}.py", title=texts.PAGES[name], url_path=path or None, default=not path)
    for name, path in PATHS.items()
]
by_name = st.Page(f"pages/{FRONT}.py", title=texts.PAGES[FRONT], url_path=FRONT_BY_NAME)

page = st.navigation([*pages, by_name], position="hidden")
with one_build():
    show_frame(pages)
    run_page(page)
