"""What the figures in view rest on: the place, sources, doubts, marks, and the link to it all."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

import streamlit as st

from dashboard import markup, texts
from dashboard.data import ask
from dashboard.filters import (
    DATE,
    SOLUTION,
    View,
    link,
)  # fmt: skip
from dashboard.rows import Demo, Doubts, Source
from dashboard.wording import date_slug, date_words, plural

QUALITY_PATH = "datakvalitet"


def eyebrow(page: str, view: View) -> str:
    """Where the viewer is: page, solution's place and date."""
    return " · ".join((texts.PAGES[page], view.place, date_words(view.as_of)))


def demo_mark() -> str:
    """The word that everything made of this warehouse must carry; empty for real figures."""
    return texts.DEMO if ask(Demo, "demo")[0].demo else ""


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
