"""Colours of the figures, light and dark; everything else is in .streamlit/config.toml.

The gap is the figure and what is adopted is the ground: one signal colour (Okabe-Ito vermilion),
pale blue-greens for the rest. Never colour alone: enrolled municipalities carry a dot, unknown ones
a question mark, and the same figures stand as text beside every map.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours for one mode.

    By category, by share enrolled, by readiness; outside the region in view; of lines, marks and
    text; and for the line, the grid and the small print of a chart.
    """

    categories: Mapping[str, str]
    shares: Mapping[str, str]
    readiness: Mapping[str, str]
    outside: str
    line: str
    mark: str
    mark_line: str
    text: str
    panel: str
    series: str
    grid: str
    quiet: str


LIGHT = Palette(
    categories={
        "in_use": "#DCE7E8",
        "preparing": "#86B5BC",
        "unknown": "#A3A7AA",
        "not_adopted": "#D55E00",
    },
    shares={
        "no_gap": "#DCE7E8",
        "unknown": "#A3A7AA",
        "none": "#D55E00",
        "some": "#F0A868",
        "most": "#9FCBD1",
        "all": "#4F9BA8",
    },
    readiness={
        "ready": "#0B6E7F",
        "lacks": "#E3C9B4",
        "unknown": "#A3A7AA",
        "uses": "#DCE7E8",
        "open": "#DCE7E8",
    },
    outside="#F0F2F2",
    line="#FFFFFF",
    mark="#14282D",
    mark_line="#FFFFFF",
    text="#14282D",
    panel="rgba(255,255,255,0.85)",
    series="#0B4F5C",
    grid="#E3EAEB",
    quiet="#4A5F64",
)
DARK = Palette(
    categories={
        "in_use": "#2B4248",
        "preparing": "#4E8791",
        "unknown": "#7C8589",
        "not_adopted": "#F08A3C",
    },
    shares={
        "no_gap": "#2B4248",
        "unknown": "#7C8589",
        "none": "#C2621A",
        "some": "#8F5222",
        "most": "#35626B",
        "all": "#4A93A0",
    },
    readiness={
        "ready": "#58B4C2",
        "lacks": "#6B4A33",
        "unknown": "#7C8589",
        "uses": "#2B4248",
        "open": "#2B4248",
    },
    outside="#18262A",
    line="#0E1B1E",
    mark="#FFFFFF",
    mark_line="#0E1B1E",
    text="#E8F0F1",
    panel="rgba(14,27,30,0.85)",
    series="#8AD3DE",
    grid="#24373C",
    quiet="#A9BCC0",
)


def palette() -> Palette:
    """The palette of the mode that the viewer's browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT


@cache
def style() -> str:
    """The style sheet that every page carries."""
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


@cache
def script() -> str:
    """The script that every page carries: language, Streamlit's own words, links without reload."""
    return (Path(__file__).parent / "page.js").read_text(encoding="utf-8")
