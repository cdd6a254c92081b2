"""Colours of what is drawn on white: the pages' light theme, pictures and slides.

The gap is the figure and what is adopted is the ground: one signal colour (Okabe-Ito vermilion),
pale blue-greens for the rest.
"""

STRUCTURE = "#0B4F5C"
SIGNAL = "#D55E00"
TEXT = "#14282D"
QUIET = "#4A5F64"
GRID = "#E3EAEB"
OUTSIDE = "#F0F2F2"
UNKNOWN = "#A3A7AA"
PALE = "#DCE7E8"

CATEGORIES = {
    "in_use": PALE,
    "preparing": "#86B5BC",
    "unknown": UNKNOWN,
    "not_adopted": SIGNAL,
}
IN_USE = CATEGORIES | {"in_use": "#0B6E7F", "not_adopted": PALE}
"""The same where the message is who uses it, and not the gap."""

SHARES = {
    "no_gap": PALE,
    "unknown": UNKNOWN,
    "none": SIGNAL,
    "some": "#F0A868",
    "most": "#9FCBD1",
    "all": "#4F9BA8",
}
READINESS = {
    "ready": "#0B6E7F",
    "lacks": "#E3C9B4",
    "unknown": UNKNOWN,
    "uses": PALE,
    "open": PALE,
}
