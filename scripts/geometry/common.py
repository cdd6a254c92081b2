"""What every step shares: the coordinate system, the shape of the data, the error."""

from __future__ import annotations

from pathlib import Path

from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parents[2]

EPSG = 25833

Coverage = dict[str, BaseGeometry]
"""Polygons by code that share their borders vertex by vertex and do not overlap."""


class GeometryError(Exception):
    """Input that no correct map can be made of; the text is one Norwegian sentence for people."""
