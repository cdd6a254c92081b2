"""Maps, charts and timelines on a page, and what a click on them does."""

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st
from plotly.basedatatypes import BaseFigure

from dashboard import markup, texts, theme
from dashboard.charts import CONFIG as CHART_CONFIG
from dashboard.charts import HEIGHT as CHART_HEIGHT
from dashboard.charts import time_chart
from dashboard.data import ask
from dashboard.downloads import show_picture_buttons
from dashboard.filters import (
    MAP,
    MUNICIPALITIES,
    MUNICIPALITY,
    REGION,
    NextView,
    View,
    link,
)  # fmt: skip
from dashboard.geometry import digi_regions
from dashboard.grounds import demo_mark, source_line
from dashboard.maps import CONFIG, Figure
from dashboard.rows import Day
from dashboard.trend_charts import BARS, Bar, bar_chart
from dashboard.wording import date_slug, date_words
from pipeline.outreach.pictures import Words
from pipeline.outreach.time_chart import TimeChart, bars_picture, chart_picture

_MAP = "map"


class _Drawn(BaseFigure):
    """A figure of our own, as Streamlit takes it without going through every property of it again.

    That check is a third of a rerun, and adds plotly's template to what is sent; here the tests of
    the pages make it.
    """

    def __init__(self, figure: Figure) -> None:
        object.__setattr__(self, "_drawn", figure)

    def to_dict(self) -> Figure:
        """The figure as it was drawn."""
        return self._drawn


def show_map(figure: Figure, view: View | NextView, sentence: str) -> None:
    """The map, beside text that says the same; a click carries what was clicked to the address."""
    with st.container(key="map-box"):
        st.plotly_chart(
            _Drawn(figure),
            config=CONFIG,
            theme=None,
            key=_MAP,
            on_select=_choose,
            selection_mode="points",
            height="stretch",
            alt=texts.MAP_ALT.format(place=view.place, sentence=sentence),
        )


def show_map_kinds(view: View) -> None:
    """Links between the kinds of map; the default one has no word in the address."""
    choices = [
        (label, link(**{MAP: None if kind == MUNICIPALITIES else kind}), kind == view.map_kind)
        for kind, label in texts.MAP_KINDS.items()
    ]
    st.html(markup.choices(texts.MAP_KIND, choices))


def show_timeline(view: View) -> None:
    """A slider over the dates of the solution, where it has several; the address follows it."""
    days = sorted(row.as_of for row in ask(Day, "dates", solution=view.solution))
    if len(days) > 1:
        dates = [(date_slug(day), date_words(day)) for day in days]
        st.html(markup.timeline(texts.TIMELINE, texts.PLAY, texts.PAUSE, dates))


def show_time_chart(
    chart: TimeChart, view: View, sentence: str, lines: Sequence[str], published: Iterable[str]
) -> None:
    """A chart over time under its sentence and lines, and the same as a picture to take away."""
    figure = time_chart(chart, theme.palette())
    show_chart(figure, texts.CHART_ALT.format(sentence=sentence))
    source = source_line({view.solution: view.as_of}, published)
    words = Words(sentence, lines, source, demo_mark())
    show_picture_buttons(
        texts.DOWNLOAD_CHART,
        _file_name(texts.CHART_FILE, view),
        lambda file_format: partial(chart_picture, chart, words, file_format),
    )


def show_bars(bars: Sequence[Bar], view: View, title: str, alt: str, line: str) -> None:
    """A bar per date, and the same as a picture to take away under the title and the line."""
    show_chart(bar_chart(bars, theme.palette()), alt, BARS)
    source = source_line({view.solution: view.as_of})
    words = Words(title, [line], source, demo_mark())
    show_picture_buttons(
        texts.DOWNLOAD_BARS,
        _file_name(texts.BARS_FILE, view),
        lambda file_format: partial(
            bars_picture, [(bar.day, bar.count) for bar in bars], words, file_format
        ),
    )


def _file_name(kind: str, view: View) -> str:
    return "_".join((kind, view.solution, view.region_slug, date_slug(view.as_of)))


def show_chart(figure: Figure, alt: str, height: int = CHART_HEIGHT) -> None:
    """A chart, beside text that says the same; height in pixels."""
    st.plotly_chart(_Drawn(figure), config=CHART_CONFIG, theme=None, height=height, alt=alt)


def _choose() -> None:
    points = st.session_state[_MAP].selection.points
    clicked = points[0]["location"] if points else None
    if clicked in digi_regions().points:
        st.query_params[REGION] = clicked
    elif clicked:
        st.query_params[MUNICIPALITY] = clicked
    else:
        st.query_params.pop(MUNICIPALITY, None)
