"""The frame around every page: navigation, and what stands when there is nothing to show."""

import logging
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import assets, markup, texts, theme
from dashboard.data import build_of_run
from dashboard.filters import (
    SOLUTION,
    NoListError,
    address,
    parameters,
)  # fmt: skip
from dashboard.grounds import demo_mark
from dashboard.navigation import PATHS
from dashboard.wording import ago_words
from pipeline.errors import UserError
from pipeline.warehouse import Build

DEVELOPMENT_PATH = "utvikling"
_LOG = logging.getLogger(__name__)


class PageEndError(Exception):
    """Raised by a page that has nothing more to say; st.stop() would leave out its foot too."""


def show_frame(pages: Iterable[StreamlitPage]) -> None:
    """Mark of the run, brand and links between pages; the filters go along in the links."""
    mode = "dark" if theme.palette() is theme.DARK else "light"
    try:
        build = build_of_run().build.path.name
    except UserError:
        build = ""
    st.html(markup.run_mark(mode, build, assets.program()))
    with st.sidebar:
        st.html(
            f'<p class="u-brand"><strong>{texts.BRAND}</strong><span>{texts.TAGLINE}</span></p>'
        )
        for page in pages:
            st.page_link(page, query_params=parameters() or None)


def run_page(page: StreamlitPage) -> None:
    """Run a page, below the mark if there is one.

    Without a warehouse, or when anything fails, it says so instead of half a page.
    """
    try:
        held = build_of_run()
        if not held.is_latest:
            st.html(markup.band(texts.OLD_TITLE, texts.OLD.format(age=_age(held.build))))
        if demo_mark():
            st.html(markup.band(texts.DEMO, texts.DEMO_BAND))
        page.run()
    except PageEndError:
        pass
    except NoListError as error:
        show_no_list(error)
    except UserError:
        show_state(texts.NO_WAREHOUSE_TITLE, texts.NO_WAREHOUSE)
    except Exception:
        _LOG.exception("the page could not be shown")
        show_state(texts.FAILED_TITLE, texts.FAILED)
    _show_foot()


def _show_foot() -> None:
    """Which build the page is of, and where owner, accessibility and privacy are told."""
    edition = ""
    with suppress(UserError):
        build = build_of_run().build
        edition = texts.FOOT.format(id=build.id, age=_age(build))
    st.html(markup.foot(edition, _foot_links()))


def _age(build: Build) -> str:
    return ago_words(build.published_at, datetime.now(UTC))


def _foot_links() -> list[tuple[str, str]]:
    return [(text, f"{PATHS['about']}#{anchor}") for anchor, text in texts.FOOT_LINKS.items()]


def show_state(title: str, body: str) -> None:
    """A designed page for when there is nothing to show."""
    st.html(markup.headline(texts.BRAND, title, [body]))


def show_failed(_error: Exception) -> bool:
    """A designed page for what goes wrong outside of a page, in callbacks too; True: it is told."""
    show_state(texts.FAILED_TITLE, texts.FAILED)
    return True


def show_no_list(error: NoListError) -> None:
    """A designed page for a solution that no source speaks of municipality by municipality."""
    body = texts.NO_LIST_COUNTED if error.counted else texts.NO_LIST
    show_state(texts.NO_LIST_TITLE.format(solution=error.solution_name), body)
    if error.counted:
        href = address(DEVELOPMENT_PATH, {SOLUTION: error.solution})
        link_text = texts.NO_LIST_LINK.format(solution=error.solution_name)
        st.html(markup.way_on(texts.NO_LIST_PUBLISHED, link_text, href))
