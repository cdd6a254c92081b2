"""A page and its questions as the app runs them: all that a run asks is put to one build."""

from typing import NamedTuple

from streamlit.testing.v1 import AppTest

from dashboard import data
from pipeline.paths import ROOT

_RUN = """
import runpy
from contextlib import suppress

from dashboard.data import one_build
from dashboard.frame import PageEndError

with one_build(), suppress(PageEndError):
    runpy.run_path({page!r})
"""


def ask(row_type: type[NamedTuple], name: str, **parameters: object) -> list[NamedTuple]:
    """What a page is answered that asks this alone."""
    with data.one_build():
        return data.ask(row_type, name, **parameters)


def page(name: str) -> AppTest:
    """pages/NAME.py without the frame around it."""
    script = _RUN.format(page=str(ROOT / "pages" / f"{name}.py"))
    return AppTest.from_string(script, default_timeout=60)
