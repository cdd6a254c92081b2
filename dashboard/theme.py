"""Colours of the figures, light and dark; everything else is in .streamlit/config.toml.

The gap is the figure and what is adopted is the ground: one signal colour (Okabe-Ito vermilion),
pale blue-greens for the rest. Never colour alone: those on their way are hatched, unknown ones
dotted, enrolled ones carry a dot, and the same figures stand as text beside every map.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import streamlit as st

from dashboard import texts
from pipeline.outreach import look


@dataclass(frozen=True, slots=True, eq=False)
class Palette:
    """Colours for one mode.

    By category, by share enrolled, by size of the gap, of textures, by readiness; outside the
    region in view; of lines, marks and text; and for the line, the grid and the small print of a
    chart.
    """

    categories: Mapping[str, str]
    shares: Mapping[str, str]
    gaps: Mapping[str, str]
    ink: str
    readiness: Mapping[str, str]
    outside: str
    line: str
    mark: str
    mark_line: str
    text: str
    series: str
    grid: str
    quiet: str


LIGHT = Palette(
    categories=look.CATEGORIES,
    shares=look.SHARES,
    gaps={
        "unknown": "#A3A7AA",
        "none": "#DCE7E8",
        "none_known": "#C3CBCD",
        "low": "#FCE9DA",
        "some": "#F8CDA6",
        "much": "#F0A262",
        "most": "#E2701A",
    },
    ink="#2B7280",
    readiness=look.READINESS,
    outside=look.OUTSIDE,
    line="#FFFFFF",
    mark=look.TEXT,
    mark_line="#FFFFFF",
    text=look.TEXT,
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
    gaps={
        "unknown": "#5F686C",
        "none": "#2B4248",
        "none_known": "#3D5056",
        "low": "#46301F",
        "some": "#663E1E",
        "much": "#8A4F1F",
        "most": "#B55C0C",
    },
    ink="#9CC6CD",
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
    series="#8AD3DE",
    grid="#24373C",
    quiet="#A9BCC0",
)


def palette() -> Palette:
    """The palette of the mode that the viewer's browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT


_HATCHED = '<path d="M-2 2 2-2M0 8 8 0M6 10 10 6" stroke="{ink}" stroke-width="1.2"/>'
_DOTTED = '<circle cx="2" cy="2" r=".9" fill="{ink}"/><circle cx="6" cy="6" r=".9" fill="{ink}"/>'


@cache
def textures() -> str:
    """Textures for the categories that colour alone tells poorly, in both modes: a hidden SVG.

    plotly.js has none for areas of a map; so an area is recognised by the colour it is drawn in,
    and its sign in the legend by the words beside it.
    """
    drawn, rules = [], []
    for mode, colours in {"light": LIGHT, "dark": DARK}.items():
        for category, texture in {"preparing": _HATCHED, "unknown": _DOTTED}.items():
            name, colour = f"u-{mode}-{category}", colours.categories[category]
            drawn.append(
                f'<pattern id="{name}" width="8" height="8" patternUnits="userSpaceOnUse">'
                f'<rect width="8" height="8" fill="{colour}"/>{texture.format(ink=colours.ink)}'
                "</pattern>"
            )
            red, green, blue = bytes.fromhex(colour[1:])
            area = f'.choroplethlayer path[fill="rgb({red}, {green}, {blue})"]'
            words = f"{texts.CATEGORIES[category]} ("
            sign = f'.legend .traces:has([data-unformatted^="{words}"]) path'
            where = f':root[data-mode="{mode}"] :is({area}, {sign})'
            rules.append(f"{where} {{fill: url(#{name}) !important}}")
    return (
        '<svg id="u-textures" width="0" height="0" style="position:absolute" aria-hidden="true">'
        f"<style>{''.join(rules)}</style>{''.join(drawn)}</svg>"
    )
