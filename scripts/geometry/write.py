"""The files: GeoJSON with rings turned for the web map, and its size in the browser."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from scripts.geometry.common import EPSG, Coverage, GeometryError
from scripts.geometry.coverage import dissolve

LICENCE = "CC BY 4.0"
ATTRIBUTION = "© Kartverket"

Positions = Callable[[np.ndarray], list]


def slug(name: str) -> str:
    """A name as an id: "Digi Møre og Romsdal" becomes "digi-more-og-romsdal"."""
    return name.lower().translate(str.maketrans({"æ": "ae", "ø": "o", "å": "a", " ": "-"}))


def clockwise(polygon: BaseGeometry) -> BaseGeometry:
    """The same polygon in a canonical order, exterior rings clockwise and holes the other way.

    The web map reads an anticlockwise exterior as everything outside it.
    """
    return shapely.orient_polygons(shapely.normalize(polygon), exterior_cw=True)


def metres(xy: np.ndarray) -> list:
    """Positions in whole metres, as the files have them."""
    return np.rint(xy).astype(int).tolist()


def fake_degrees(xy: np.ndarray) -> list:
    """Positions as the web map draws them: EPSG:25833 moved and shrunk to look like degrees."""
    return np.round((xy - (500_000, 7_200_000)) / 1e6, 4).tolist()


def geometry_member(polygon: BaseGeometry, positions: Positions) -> dict:
    """A GeoJSON geometry of the polygon, its coordinates written by `positions`."""
    polygons = [
        [positions(shapely.get_coordinates(ring)) for ring in (part.exterior, *part.interiors)]
        for part in shapely.get_parts(clockwise(polygon))
    ]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def feature(
    code: str, polygon: BaseGeometry, properties: dict[str, str], positions: Positions = metres
) -> dict:
    """A GeoJSON feature with the code as its id."""
    geometry = geometry_member(polygon, positions)
    return {"type": "Feature", "id": code, "properties": properties, "geometry": geometry}


def collection_text(features: list[dict], source: str) -> str:
    """A GeoJSON FeatureCollection, one feature a line, sorted by id, saying where it is from."""
    head = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{EPSG}"}},
        "source": source,
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
    }
    lines = [to_json(item) for item in sorted(features, key=lambda item: item["id"])]
    return to_json(head)[:-1] + ',"features":[\n' + ",\n".join(lines) + "\n]}\n"


def to_json(value: object) -> str:
    """Compact JSON with Norwegian letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def municipality_features(
    coverage: Coverage, register: pd.DataFrame, positions: Positions = metres
) -> list[dict]:
    """Features with each municipality's name, county_code and digi_region (as in the register)."""
    columns = register[["name", "county_code", "digi_region"]]
    return [
        feature(code, coverage[code], dict(columns.loc[code]), positions)
        for code in sorted(coverage)
    ]


def web_bytes(coverage: Coverage, register: pd.DataFrame) -> int:
    """The gzipped size of the municipalities as the web map fetches them, in fake degrees."""
    features = municipality_features(coverage, register, fake_degrees)
    text = to_json({"type": "FeatureCollection", "features": features})
    return len(gzip.compress(text.encode(), 6, mtime=0))


def county_features(coverage: Coverage, register: pd.DataFrame) -> list[dict]:
    """Features of counties, id the county's code, dissolved from the municipalities."""
    names = dict(zip(register.county_code, register.county_name, strict=True))
    counties = dissolve(coverage, dict(register.county_code))
    return [feature(code, shape, {"name": names[code]}) for code, shape in counties.items()]


def region_features(coverage: Coverage, register: pd.DataFrame) -> list[dict]:
    """Features of Digi regions, id a slug of the name, dissolved from the municipalities."""
    regions = dissolve(coverage, dict(register.digi_region))
    return [feature(slug(name), shape, {"name": name}) for name, shape in regions.items()]


def write_outputs(files: dict[str, str], out: Path) -> None:
    """Write the named texts to the folder `out`, which is made if need be."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (out / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise GeometryError(f"Kan ikke skrive til {out}: {error.strerror}.") from error
