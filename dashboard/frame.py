"""The frame around every page: style, navigation, sources, and what stands without figures."""

import json
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import duckdb
import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import development, lists, markup, published, runs, texts, theme
from dashboard.charts import CONFIG as CHART_CONFIG
from dashboard.charts import HEIGHT as CHART_HEIGHT
from dashboard.charts import time_chart
from dashboard.data import ask, build_in_force
from dashboard.facts import facts, warning
from dashboard.filters import (
    DATE,
    MAP,
    MUNICIPALITIES,
    MUNICIPALITY,
    REGION,
    SOLUTION,
    NextView,
    NoListError,
    View,
    address,
    link,
    page_link,
    parameters,
)  # fmt: skip
from dashboard.geometry import digi_regions
from dashboard.maps import CONFIG, Figure
from dashboard.rows import Day, Demo, Described, Doubts, Municipality, Point, Run, Source
from dashboard.wording import date_slug, date_words, plural, thousands
from pipeline.errors import UserError
from pipeline.outreach.export import FORMATS
from pipeline.outreach.lists import COLUMNS, Selection
from pipeline.outreach.pictures import Words
from pipeline.outreach.time_chart import TimeChart, chart_picture

QUALITY_PATH = "datakvalitet"
TOWN_PATH = "kommune"
DEVELOPMENT_PATH = "utvikling"
_MAP = "map"
_LOG = logging.getLogger(__name__)


def show_frame(pages: Iterable[StreamlitPage]) -> None:
    """Style sheet, script, brand and links between pages; the filters go along in the links."""
    script = theme.script()
    for place, value in {
        "__MODE__": "dark" if theme.palette() is theme.DARK else "light",
        "__BUILD__": build_in_force(),
        "__TEXTURES__": theme.textures(theme.palette()),
        "__NEWS__": [texts.NEW_FIGURES, texts.NEW_FIGURES_LOAD],
        "__WORDS__": texts.STREAMLIT_WORDS,
    }.items():
        # A script with what looks like a tag in it is thrown away.
        literal = json.dumps(value, ensure_ascii=False).replace("<", r"\u003c")
        script = script.replace(place, literal)
    st.html(
        f"<style>{theme.style()}</style><script>{script}</script>", unsafe_allow_javascript=True
    )
    with st.sidebar:
        st.html(
            f'<p class="u-brand"><strong>{texts.BRAND}</strong><span>{texts.TAGLINE}</span></p>'
        )
        for page in pages:
            st.page_link(page, query_params=parameters() or None)


def run_page(page: StreamlitPage) -> None:
    """Run a page, below the mark if there is one.

    Without a warehouse, or when a query fails, it says so instead of half a page.
    """
    try:
        if demo_mark():
            st.html(markup.band(texts.DEMO, texts.DEMO_BAND))
        page.run()
    except NoListError as error:
        show_no_list(error)
    except UserError:
        show_state(texts.NO_WAREHOUSE_TITLE, texts.NO_WAREHOUSE)
    except duckdb.Error:
        _LOG.exception("a query failed")
        show_state(texts.FAILED_TITLE, texts.FAILED)


def demo_mark() -> str:
    """The word that everything made of this warehouse must carry; empty for real figures."""
    return texts.DEMO if ask(Demo, "demo")[0].demo else ""


def show_map(figure: Figure, view: View | NextView, sentence: str) -> None:
    """The map, beside text that says the same; a click carries what was clicked to the address."""
    with st.container(key="map-box"):
        st.plotly_chart(
            figure,
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
    days = sorted(day for (day,) in ask(Day, "dates", solution=view.solution))
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
    name = "_".join((texts.CHART_FILE, view.solution, view.region_slug, date_slug(view.as_of)))
    _show_picture_buttons(
        texts.DOWNLOAD_CHART,
        name,
        lambda file_format: lambda: chart_picture(chart, words, file_format),
    )


def show_chart(figure: Figure, alt: str, height: int = CHART_HEIGHT) -> None:
    """A chart, beside text that says the same; height in pixels."""
    st.plotly_chart(figure, config=CHART_CONFIG, theme=None, height=height, alt=alt)


def _choose() -> None:
    points = st.session_state[_MAP].selection.points
    clicked = points[0]["location"] if points else None
    if clicked in digi_regions().points:
        st.query_params[REGION] = clicked
    elif clicked:
        st.query_params[MUNICIPALITY] = clicked
    else:
        st.query_params.pop(MUNICIPALITY, None)


def show_chosen(rows: Iterable[Municipality], view: View) -> None:
    """What is known of the municipality in the address, if there is one."""
    for row in rows:
        if row.municipality_code == view.municipality:
            links = (
                (
                    texts.ALL_OF.format(name=row.name),
                    page_link(TOWN_PATH, **{MUNICIPALITY: row.municipality_code}),
                ),
                (texts.CLOSE, link(**{MUNICIPALITY: None})),
            )
            told = markup.facts(row.municipality_code, row.name, facts(row), links, warning(row))
            st.html(told)


def show_download(
    list_name: str, count: int, view: View | NextView, slides: str | None = None
) -> None:
    """Buttons that give the rows in view as files, with their number on the first.

    list_name: which list of pipeline.outreach they are; count: its rows; slides: which list the
    slides are of, where that is another.
    """
    label = {"csv": texts.DOWNLOAD.format(count=thousands(count))}
    chosen = dict.fromkeys(FORMATS, lists.selection(list_name, view))
    chosen["pptx"] = lists.selection(slides or list_name, view)
    _show_files(chosen, label | texts.DOWNLOAD_FORMATS, count, COLUMNS)


def show_files(
    chosen: Selection, labels: Mapping[str, str], count: int, columns: Sequence[str]
) -> None:
    """A button a format for one list with the columns asked for."""
    _show_files(dict.fromkeys(FORMATS, chosen), labels, count, columns)


def _show_files(
    chosen: Mapping[str, Selection], labels: Mapping[str, str], count: int, columns: Sequence[str]
) -> None:
    """A button a format; the file is made when it is asked for, and delays nobody."""
    with st.container(horizontal=True):
        for file_format, label in labels.items():
            st.download_button(
                label,
                data=lists.maker(chosen[file_format], file_format, columns),
                file_name=lists.file_name(chosen[file_format], file_format),
                mime=lists.MIME[file_format],
                help=texts.DOWNLOAD_HELP[file_format],
                on_click="ignore",
                type="primary" if file_format == "csv" else "secondary",
                disabled=not count,
            )


def show_file(label: str, data: Callable[[], bytes], name: str, disabled: bool = False) -> None:
    """A button that makes a CSV file when it is pressed, and gives it the name."""
    st.download_button(
        label,
        data=data,
        file_name=name,
        mime=lists.MIME["csv"],
        help=texts.DOWNLOAD_HELP["csv"],
        on_click="ignore",
        type="primary",
        disabled=disabled,
    )


def show_pictures(
    list_name: str, view: View | NextView, sentence: str, lines: Sequence[str]
) -> None:
    """Small buttons that give the map in view as a picture, under the sentence and its lines."""
    chosen = lists.selection(list_name, view)
    name = lists.file_name(chosen, "").rstrip(".")
    _show_picture_buttons(
        texts.DOWNLOAD_MAP,
        name,
        lambda file_format: lists.map_maker(chosen, sentence, lines, file_format),
    )


def _show_picture_buttons(
    labels: Mapping[str, str], name: str, maker: Callable[[str], Callable[[], bytes]]
) -> None:
    with st.container(horizontal=True, key="pictures"):
        for file_format, label in labels.items():
            st.download_button(
                label,
                data=maker(file_format),
                file_name=f"{name}.{file_format}",
                mime=lists.MIME[file_format],
                help=texts.DOWNLOAD_HELP[file_format],
                on_click="ignore",
                type="tertiary",
            )


def show_sources(view: View, published: Iterable[str] = (), has_map: bool = True) -> None:
    """What the figures in view rest on, from when, and whose the map is.

    The link that is copied names solution and date also where they are the default: what is the
    newest today is not tomorrow.
    """
    fixed = {SOLUTION: view.solution, DATE: date_slug(view.as_of)}
    show_sources_of({view.solution: view.as_of}, published, has_map, fixed)


def show_sources_of(
    dates: Mapping[str, date],
    published: Iterable[str] = (),
    has_map: bool = True,
    fixed: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """The same for several solutions, each on its date. fixed: what the copied link names."""
    line = source_line(dates, published)
    if has_map:
        line = f"{line} {texts.MAP_CREDIT}"
    st.html(markup.note(line))
    show_copy_link(link(**fixed))


def source_line(dates: Mapping[str, date], published: Iterable[str] = ()) -> str:
    """What the figures of solutions rest on, each on its date, and who has published some."""
    sources = [
        source
        for solution, as_of in dates.items()
        for source in ask(Source, "sources_of_view", solution=solution, as_of=as_of)
    ]
    told = [
        texts.SOURCE.format(source=source, date=date_words(as_of))
        for source, as_of in dict.fromkeys(sources)
    ]
    return texts.SOURCE_LINE.format(sources="; ".join([*told, *published]))


def show_copy_link(href: str) -> None:
    """A button that copies the address of this view: href, relative to the page."""
    st.html(markup.copy_link(texts.COPY_LINK, href, texts.COPIED, texts.NOT_COPIED))


def show_run(rows: Sequence[Run], view: View) -> None:
    """A joint rollout: what it is, how those in it are doing, and its waves and regions."""
    name = rows[0].name
    st.html(markup.heading(name, runs.sentences(rows, view)))
    for caption, headings, body in (
        (texts.RUN_WAVES, texts.RUN_WAVE_HEADINGS, runs.wave_rows(rows, view)),
        (texts.RUN_REGIONS, texts.RUN_REGION_HEADINGS, runs.region_rows(rows, view)),
    ):
        if body:
            st.html(markup.table(caption.format(run=name), headings, body, "u-runs"))


def show_alarm(view: View) -> None:
    """One line when the figures in view are in doubt, with the way to the explanation."""
    show_alarm_of({view.solution: view.as_of})


def show_alarm_of(dates: Mapping[str, date]) -> None:
    """The same for several solutions, each on its date: what is in doubt is added up."""
    doubts: Counter[str] = Counter()
    for solution, as_of in dates.items():
        doubts.update(ask(Doubts, "doubts", solution=solution, as_of=as_of)[0]._asdict())
    told = [plural(doubts[key], *words) for key, words in texts.DOUBTS.items() if doubts[key]]
    if told:
        sentence = texts.DOUBT_LINE.format(doubts=", ".join(told))
        st.html(markup.alarm(sentence, texts.DOUBT_LINK, QUALITY_PATH))


def show_state(title: str, body: str) -> None:
    """A designed page for when there is nothing to show."""
    st.html(markup.headline(texts.BRAND, title, [body]))


def show_no_list(error: NoListError) -> None:
    """A designed page for a solution that no source speaks of municipality by municipality."""
    body = texts.NO_LIST_COUNTED if error.counted else texts.NO_LIST
    show_state(texts.NO_LIST_TITLE.format(solution=error.solution_name), body)
    if error.counted:
        href = address(DEVELOPMENT_PATH, {SOLUTION: error.solution})
        link_text = texts.NO_LIST_LINK.format(solution=error.solution_name)
        st.html(markup.way_on(texts.NO_LIST_PUBLISHED, link_text, href))


def show_published(view: View) -> None:
    """What was published of a solution that no list speaks of: figures against the ambition."""
    points = ask(Point, "series", solution=view.solution, place=view.place, as_of=view.as_of)
    catalogue = {row.solution_id: row for row in ask(Described, "catalogue")}
    sentence = published.headline(points, view)
    explained = published.explanation(catalogue[view.solution])
    st.html(markup.headline(eyebrow("development", view), sentence, explained))
    if development.counts(points):
        chart = published.chart(points, view)
        show_time_chart(chart, view, sentence, explained, development.published_sources(points))
    table = development.table_rows(points)
    st.html(markup.table(texts.DEVELOPMENT_TABLE, texts.DEVELOPMENT_HEADINGS, table, "u-series"))
    sources = "; ".join(development.published_sources(points))
    st.html(markup.note(texts.SOURCE_LINE.format(sources=sources)))
    show_copy_link(link(**{SOLUTION: view.solution, DATE: date_slug(view.as_of)}))


def eyebrow(page: str, view: View) -> str:
    """Where the viewer is: page, solution's place and date."""
    return " · ".join((texts.PAGES[page], view.place, date_words(view.as_of)))
