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

from pipeline.outreach import look


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
    categories=look.CATEGORIES,
    shares=look.SHARES,
    readiness=look.READINESS,
    outside=look.OUTSIDE,
    line="#FFFFFF",
    mark=look.TEXT,
    mark_line="#FFFFFF",
    text=look.TEXT,
    panel="rgba(255,255,255,0.85)",
    series=look.STRUCTURE,
    grid=look.GRID,
    quiet=look.QUIET,
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
