"""Buttons that hand out what is in view: lists, workbooks, slides and pictures.

A file is made when it is asked for, in a thread of its own, of the build that its button was drawn
from.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Literal

import streamlit as st

from dashboard import lists, texts
from dashboard.data import later
from dashboard.filters import (
    NextView,
    View,
)  # fmt: skip
from dashboard.wording import thousands
from pipeline.outreach.export import FORMATS
from pipeline.outreach.lists import COLUMNS, Selection


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
                data=later(lists.maker(chosen[file_format], file_format, columns)),
                file_name=lists.file_name(chosen[file_format], file_format),
                mime=lists.MIME[file_format],
                help=texts.DOWNLOAD_HELP[file_format],
                on_click="ignore",
                type=_type(file_format),
                disabled=not count,
            )


def show_tables(
    labels: Mapping[str, str],
    name: str,
    count: int,
    make: Callable[[str], bytes],
    explained: Mapping[str, str] = texts.DOWNLOAD_HELP,
) -> None:
    """A button a format for the rows of a page, with their number on the first.

    make: gives the file in a format, when it is asked for. explained: what the file of each is.
    """
    with st.container(horizontal=True, width="content"):
        for file_format, label in labels.items():
            st.download_button(
                label.format(count=thousands(count)),
                data=later(partial(make, file_format)),
                file_name=f"{name}.{file_format}",
                mime=lists.MIME[file_format],
                help=explained[file_format],
                on_click="ignore",
                type=_type(file_format),
                disabled=not count,
            )


def _type(file_format: str) -> Literal["primary", "secondary"]:
    return "primary" if file_format == "csv" else "secondary"


def show_pictures(
    list_name: str, view: View | NextView, sentence: str, lines: Sequence[str]
) -> None:
    """Small buttons that give the map in view as a picture, under the sentence and its lines."""
    chosen = lists.selection(list_name, view)
    name = lists.file_name(chosen, "").rstrip(".")
    show_picture_buttons(
        texts.DOWNLOAD_MAP,
        name,
        lambda file_format: lists.map_maker(chosen, sentence, lines, file_format),
    )


def show_picture_buttons(
    labels: Mapping[str, str], name: str, maker: Callable[[str], Callable[[], bytes]]
) -> None:
    """Small buttons, one per format: maker gives what makes the picture in it."""
    with st.container(horizontal=True):
        for file_format, label in labels.items():
            st.download_button(
                label,
                data=later(maker(file_format)),
                file_name=f"{name}.{file_format}",
                mime=lists.MIME[file_format],
                help=texts.DOWNLOAD_HELP[file_format],
                on_click="ignore",
                type="tertiary",
            )
